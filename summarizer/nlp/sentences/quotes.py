"""Quotation marks: which stretches of a sentence they enclose, and what stands outside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.nlp.tokens import INSIDE_WORDS

_MARK = re.compile(rf"[“”\"«»„]|\w+(?:(?:[’'-]|{INSIDE_WORDS})\w+)*")
_MARKS = frozenset('“”"«»„')
_BARE = re.compile(r"^[“\"«„].*[”\"»“]$", re.DOTALL)
_DOUBLE = re.compile(r"[“”\"«»„]")
_SINGLE_OPENS = re.compile(r"['‘](?<![^\s(\[—–:].)(?=[A-Z\[])")
_SINGLE_CLOSES = re.compile(r"[,.!?…]['’](?=[\s,.;:]|$)")
_SINGLE_ENDS = (",'", ".'", "?'", "!'", ",’", ".’", "?’", "!’")
# Ivo “Ice” Sel: the marks are part of the name.
_BEFORE_NAME = [f"{mark} " for mark in "”\"’'"]  # one of these stands after a nickname
_NICKNAME = re.compile(r"[“\"‘'](?<=\w .)[^\W\d_][\w-]*(?: [\w-]+)?[”\"’'](?= [A-Z])")
_BEFORE_NICKNAME = re.compile(r"(?:^|[\s“\"‘'])[A-Z][\w.’'-]* $")
# What is said ends with a mark of its own before it closes; a title or a word set apart does not ("Top Gun" director).
_SAID_ENDS = tuple(",.!?…–—’'*-")
_LONG_ENOUGH = 3  # words of a quotation that ends as in Britain: “so it is”, she said


class Quoted(NamedTuple):
    """A stretch within quotation marks, marks included.

    Attributes:
        start, end: Where it is.
        is_said: Whether it ends as speech does, not as a title or a word set apart does.
    """

    start: int
    end: int
    is_said: bool


def find_quoted(text: str) -> list[Quoted]:
    """Find what quotation marks enclose, in order; what was opened before the text or is not closed in it, too."""
    found, opened = _scan(text)
    if opened is not None:
        found.append(Quoted(start=opened, end=len(text), is_said=False))
    return sorted([*found, *_find_single(text, found)], key=lambda one: one.start) if _may_be_single(text) else found


def find_open(text: str) -> int | None:
    """Return where the quotation begins that a paragraph does not close; None where all are closed."""
    count = text.count
    if count("“") == count("”") and count("«") == count("»") and not count("„") and count('"') % 2 == 0:
        return None
    return _scan(text)[1]


def _scan(text: str) -> tuple[list[Quoted], int | None]:
    if not has_quotation_marks(text):
        return [], None
    names = {at for name in _nicknames(text) for at in (name.start(), name.end() - 1)}
    is_low = "„" in text  # „So“: there the mark that opens in English closes
    found: list[Quoted] = []
    opened: int | None = None
    for match in _DOUBLE.finditer(text):
        at = match.start()
        if at in names:
            continue
        if _opens(text, at, is_open=opened is not None, closes_low=is_low):
            opened = at if opened is None else opened
        elif opened is not None or not found:
            found.append(_quoted(text, opened or 0, at + 1))
            opened = None
    return found, opened


def _nicknames(text: str) -> list[re.Match[str]]:
    if not any(map(text.__contains__, _BEFORE_NAME)):
        return []
    return [
        match
        for match in _NICKNAME.finditer(text)
        if _BEFORE_NICKNAME.search(text, max(0, match.start() - 40), match.start())
    ]


def _opens(text: str, at: int, *, is_open: bool, closes_low: bool) -> bool:
    mark = text[at]
    if mark == '"':
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if after.strip() and not before.strip():
            return True
        if before.strip() and not (after.isalnum() or after == "["):
            return False
        return not is_open
    return mark in "«„" or (mark == "“" and not (is_open and closes_low))


def _quoted(text: str, start: int, end: int) -> Quoted:
    inside = text[start : end - 1].rstrip()
    british = text[end : end + 1] == "," and inside.count(" ") + 1 >= _LONG_ENOUGH
    return Quoted(start=start, end=end, is_said=inside.endswith(_SAID_ENDS) or british)


def _may_be_single(text: str) -> bool:
    return ("'" in text or "’" in text) and any(map(text.__contains__, _SINGLE_ENDS))


def _find_single(text: str, double: Sequence[Quoted]) -> list[Quoted]:
    found: list[Quoted] = []
    at = 0
    while opened := _SINGLE_OPENS.search(text, at):
        closed = _SINGLE_CLOSES.search(text, opened.end())
        if closed is None:
            break
        at = closed.end()
        if not any(one.start < closed.end() and opened.start() < one.end for one in double):
            found.append(Quoted(start=opened.start(), end=closed.end(), is_said=True))
    return found


def is_bare_quotation(text: str) -> bool:
    """Tell whether a text is nothing but quotation, so that it does not say whose words it holds."""
    if not _BARE.match(text):
        return False
    inner = text[1:-1]
    return not any(mark in inner for mark in '“”«»"')


def has_quotation_marks(*texts: str) -> bool:
    """Tell whether a text holds a mark that opens or closes a quotation; apostrophes are none."""
    return any('"' in text or (not text.isascii() and any(map(text.__contains__, "“”«»„"))) for text in texts)


def count_unquoted(texts: Sequence[str], following: str = "") -> list[int]:
    """Count the words outside quotation marks in each of the successive sentences of one paragraph.

    A quotation may run over several of them. One that is not closed runs on only where the next paragraph opens with a
    mark, as papers set quotations of several paragraphs; else a mark was lost, and nothing is taken as quoted.

    Args:
        texts: The sentences.
        following: The paragraph after them, if any.
    """
    runs_on = following.lstrip()[:1] in tuple('“«„"')
    counts: list[int] = []
    since: list[int] = []  # words of each sentence since the mark that is open
    opener = ""
    for text in texts:
        outside = inside = 0
        for found in _MARK.findall(text):
            if found not in _MARKS:
                if opener:
                    inside += 1
                else:
                    outside += 1
            # „So“ or „so” in the middle of Europe: there the mark that opens in English closes.
            elif (found in "“«„" and not (found == "“" and opener == "„")) or (found == '"' and not opener):
                opener, inside, since = found, 0, [0] * len(counts)
            else:
                opener, inside = "", 0
        counts.append(outside)
        since.append(inside)
    if opener and not runs_on:
        return [outside + inside for outside, inside in zip(counts, since, strict=True)]
    return counts
