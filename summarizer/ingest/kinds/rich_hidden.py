"""What Rich Text hides and what a revision deleted from it: from the mark to where it is taken back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from summarizer.model import Omission

_MARK = re.compile(r"\\(?:v|deleted)(?![a-z0])")
_TOKEN = re.compile(r"\\(?P<word>[a-z]{1,32})(?P<value>-?\d{1,10})? ?|\\'[0-9a-f]{2}|\\[^a-z]|[{}]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Look:
    """How text looks at a place: a group takes it over from the one around it."""

    is_hidden: bool = False
    is_deleted: bool = False
    is_aside: bool = False  # of no text: a table of styles, a bookmark

    @property
    def rule(self) -> str:
        if self.is_aside:
            return ""
        return "deleted in a revision" if self.is_deleted else "hidden" if self.is_hidden else ""

    def after(self, word: str, value: str | None, destinations: frozenset[str]) -> _Look:
        if word == "plain":
            return replace(self, is_hidden=False, is_deleted=False)
        if word == "v":
            return replace(self, is_hidden=value != "0")
        if word == "deleted":
            return replace(self, is_deleted=value != "0")
        return replace(self, is_aside=True) if word in destinations else self


class _Piece(NamedTuple):
    rule: str
    text: str
    is_kept: bool  # a mark that says how what follows looks, or a brace


def part_hidden(source: str, read: Callable[[str], str]) -> tuple[str, tuple[Omission, ...]]:
    """Part Rich Text from what it hides, and from what a revision deleted, which the library reads.

    Args:
        source: All of the file.
        read: Turns a piece of it into text.
    """
    if not _MARK.search(source):
        return source, ()
    pieces = [*_pieces(source)]
    runs = ((rule, [*run]) for rule, run in groupby(pieces, key=lambda piece: piece.rule) if rule)
    told = ((rule, read("".join(piece.text for piece in run if piece.text not in "{}"))) for rule, run in runs)
    shown = "".join(piece.text for piece in pieces if piece.is_kept or not piece.rule)
    return shown, tuple(Omission(text=text, rule=rule) for rule, text in told if text)


def _pieces(source: str) -> Iterator[_Piece]:
    """The source, a mark or a stretch without marks each, with the rule by which it is left out."""
    from striprtf.striprtf import destinations, specialchars

    silent = frozenset(destinations)
    look = _Look()
    around: list[_Look] = []
    at = 0
    for token in _TOKEN.finditer(source):
        yield _Piece(look.rule, source[at : token.start()], is_kept=False)
        at = token.end()
        mark, word = token.group(), token["word"]
        if mark == "{":
            around.append(look)
        elif mark == "}":
            look = around.pop() if around else _Look()
        elif mark == "\\*":
            look = replace(look, is_aside=True)
        elif word:
            look = look.after(word, token["value"], silent)
        is_letter = word in specialchars or word == "u" if word else mark not in ("{", "}", "\\*")
        yield _Piece(look.rule, mark, is_kept=not is_letter)
    yield _Piece(look.rule, source[at:], is_kept=False)
