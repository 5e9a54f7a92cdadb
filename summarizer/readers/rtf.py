"""Reads RTF, with boxes of prose in their place and without hidden or deleted text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, NamedTuple

from summarizer.model import Document, Omission
from summarizer.readers.record_fields import as_document
from summarizer.readers.source import SourceFile, missing_extra

_MARK = re.compile(r"\\(?:v|deleted)(?![a-z0])")
_TOKEN = re.compile(r"\\(?P<word>[a-z]{1,32})(?P<value>-?\d{1,10})? ?|\\'[0-9a-f]{2}|\\[^a-z]|[{}]", re.IGNORECASE)
_APART = re.compile(
    r"\{(?:\\\*)?\\(?P<set>footnote|annotation|shptxt|dptxbxtext|result|header[lrf]?|footer[lrf]?)(?![a-z])"
)
_RULES = {
    "footnote": "note",
    "annotation": "remark",
    "shptxt": "text box",
    "dptxbxtext": "text box",
    "result": "embedded object",
}
_SET_IN = re.compile(r"\{(?:\\\*)?\\(?:shp|do|object)(?![a-z])")  # groups that hold boxes or what stands for an object
_HELD = re.compile(r"\{(?:\\\*)?\\(?:shptxt|dptxbxtext|result)(?![a-z])")
_END = re.compile(r"\\par(?![a-z])")
_CELL = re.compile(r"\\(?:nest)?cell(?![a-z])")
_HALF = re.compile("[\ud800-\udfff]")
_BRACE = re.compile(r"\\[{}\\]|[{}]")
_CODE_PAGE = re.compile(r"\\ansicpg\d{1,5}")
_PROSE = 8  # words of a box that are no label
_STOPS = (".", "!", "?", "…", "。")
_CLOSING = "\"'”’»)"


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


def _part_hidden(source: str, read: Callable[[str], str]) -> tuple[str, tuple[Omission, ...]]:
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


def read_rtf(raw: SourceFile) -> Iterator[Document]:
    """Read Rich Text: prose of text boxes stands behind the paragraph that they are set in."""
    try:
        from striprtf import striprtf
    except ImportError:
        raise missing_extra(raw, "RTF", "rtf") from None
    try:
        convert: Any = striprtf.rtf_to_text
        source = raw.data.decode("latin-1")
        page = _CODE_PAGE.search(source)
        head = f"{{\\rtf1\\ansi{page.group() if page else ''} "

        def read(inner: str) -> str:
            return " ".join(_paired(convert(f"{head}{inner}}}", errors="replace")).split())

        whole, boxes = _unboxed(source, read)
        shown, hidden = _part_hidden(whole, read)
        text = _paired(convert(_CELL.sub(r"\\par ", shown), errors="replace"))
        apart = (*(one for one in _apart(source, read) if one.text not in boxes), *hidden)
    except Exception as error:  # striprtf has no error of its own
        raise raw.unreadable("RTF", error) from None
    yield as_document(raw, "rtf", text.split("\n"), apart, {})


def _paired(text: str) -> str:
    """The text with the letters that Rich Text writes as two halves put together: pictograms, rare signs of Han."""
    if not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _unboxed(source: str, read: Callable[[str], str]) -> tuple[str, frozenset[str]]:
    """The source with each box of prose behind the paragraph in which it is set, and what those boxes say."""
    parts: list[str] = []
    waiting: list[str] = []
    told: set[str] = set()
    at = 0
    while found := _SET_IN.search(source, at):
        parts += _with_boxes(source[at : found.start()], waiting)
        at = _closing(source, found.end())
        for held in _groups(source[found.end() : at]):
            text = read(held)
            if _is_prose(text) and text not in told:
                told.add(text)
                waiting.append(f"{{\\pard {held}\\par}}")
        at += 1
    parts += _with_boxes(source[at:], waiting)
    whole = "".join(parts)
    body, brace, rest = whole.rpartition("}")
    return (f"{body}\\par {''.join(waiting)}{brace}{rest}" if waiting else whole), frozenset(told)


def _with_boxes(piece: str, waiting: list[str]) -> list[str]:
    """A piece of the source, with the boxes that wait for the end of a paragraph behind its first."""
    end = _END.search(piece) if waiting else None
    if end is None:
        return [piece]
    parts = [piece[: end.end()], *waiting, piece[end.end() :]]
    waiting.clear()
    return parts


def _groups(source: str) -> Iterator[str]:
    """What boxes and stand-ins for objects hold."""
    at = 0
    while found := _HELD.search(source, at):
        at = _closing(source, found.end())
        yield source[found.end() : at]


def _is_prose(text: str) -> bool:
    words = text.split()
    return len(words) >= _PROSE and any(word.rstrip(_CLOSING).endswith(_STOPS) for word in words)


def _apart(source: str, read: Callable[[str], str]) -> Iterator[Omission]:
    """What a Rich Text file sets apart from its text: the library passes over it."""
    at = 0
    told: set[str] = set()
    while found := _APART.search(source, at):
        at = _closing(source, found.end())
        rule = _RULES.get(found["set"], "running head")
        text = read(source[found.end() : at])
        # A box is written once more for programs that know no boxes of the newer kind.
        if text and not (rule == "text box" and text in told):
            yield Omission(text=text, rule=rule)
            told.add(text)


def _closing(source: str, start: int) -> int:
    """Where a group ends whose inside begins at `start`."""
    depth = 1
    for brace in _BRACE.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(brace.group(), 0)
        if not depth:
            return brace.start()
    return len(source)
