"""Makes text of others harmless to show: control characters become visible or are left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from summarizer.model import Span

_NUMBER_IN_BRACKETS = re.compile(r"\[(\d[\d\s,;–-]*)\]")
# Without a name before the host: "https://bank.example@evil.example/" leads to evil.example.
_WEB_ADDRESS = re.compile(r"https?://(?!/*[^/?#]*[@＠])[^\s<>\"\\^`{|}\[\]]+", re.IGNORECASE)
_JOINERS = "\u200c\u200d"
_JOINED = frozenset({"Lo", "Mc", "Mn", "Sk", "So"})


def sanitize(text: str) -> str:
    """Fold white space to single spaces, show control characters, and leave out what has no shape of its own.

    Controls become their pictures (ESC is "␛") or "�"; zero-width characters and those that turn the direction of
    writing go. The joiners stay where scripts and emoji are spelled with them.
    """
    return " ".join(visible(text).split())


def visible(text: str) -> str:
    """Do what `sanitize` does but for white space, which stays as it is."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or char.isspace() else _shown(char, text[at - 1 : at], text[at + 1 : at + 2])
        for at, char in enumerate(text)
    )


def quoted(text: str, known: Container[str] = ()) -> str:
    """Make text harmless beside our citations: its own "[12]" becomes "［12］", so that each "[n]" is one of ours.

    Args:
        text: What a report says, or what we say of it.
        known: Numbers that may stand in brackets, since it is ours to cite with them.
    """
    return _NUMBER_IN_BRACKETS.sub(lambda match: match[0] if match[1] in known else f"［{match[1]}］", sanitize(text))


def shown_span(text: str, span: Span) -> Span:
    """Where a stretch of a text stands in what is shown of it, which has other white space and fewer characters."""
    # A letter behind keeps the white space before it.
    start = len(sanitize(text[: span.start] + "x")) - 1
    return Span(start=start, end=max(start, len(sanitize(text[: span.end]))))


def shortened(text: str, length: int) -> str:
    """Make text harmless, and cut it at a word to at most `length` characters."""
    # A dropped stretch can be megabytes: nothing past the cut is looked at.
    head = quoted(text[: 4 * length])
    if len(head) <= length and len(text) <= 4 * length:
        return head
    cut = head[: length - 1]
    return cut.rpartition(" ")[0].rstrip() + " …" if " " in cut[length // 2 :] else cut + "…"


def is_web_address(text: str) -> bool:
    """Whether a text is a plain web address and nothing else, so that it may be made a link."""
    return _WEB_ADDRESS.fullmatch(text) is not None and sanitize(text) == text


def _shown(char: str, before: str, after: str) -> str:
    category = unicodedata.category(char)
    if category == "Cc":
        code = ord(char)
        return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "�"
    if category == "Cs" or (category == "Cn" and _is_no_character(ord(char))):
        return "�"
    if category != "Cf":
        return char
    joins = char in _JOINERS and all(side and unicodedata.category(side) in _JOINED for side in (before, after))
    return char if joins else ""


def _is_no_character(code: int) -> bool:
    """Whether Unicode keeps this code from ever being a character: HTML and XML forbid it."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
