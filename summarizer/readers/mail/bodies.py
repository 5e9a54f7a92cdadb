"""The bodies of a message as text, and what only one of them says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from summarizer.errors import ReadError
from summarizer.model import Omission
from summarizer.readers.decode import decode
from summarizer.readers.source import SourceFile

TOO_DEEP = "parts within each other, too deep to be read, or behind such parts"
_HOLDER = re.compile(rb"^content-type:\s{0,80}((?:message|multipart)/[\w.+-]{1,40})", re.IGNORECASE | re.MULTILINE)
_DEEP = "application/x-too-deep"
_DEEPEST = 200  # parts that hold others; the library parses some 600 within each other
_SHOWN = 200  # letters of the other form of a body, where it says the same
_TELLING = 8  # words of what tells something
_WORD = re.compile(r"\w+")
_LINK = re.compile(r"\S{1,20}://\S+")
_STOP = re.compile(r"\n|(?<=[.!?”\"])\s")


def cut_deepest(data: bytes) -> bytes:
    """Return a message in which parts that hold others hold nothing from the 200th on: the library goes no deeper.

    What they hold is one part then, which `is_too_deep` tells.
    """
    holders = islice(_HOLDER.finditer(data), _DEEPEST, None)
    ends = [0, *(place for found in holders for place in found.span(1)), len(data)]
    return _DEEP.encode().join(data[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True))


def is_too_deep(part: Any) -> bool:
    """Tell whether a part holds what `cut_deepest` left whole."""
    return bool(part.get_content_type() == _DEEP)


def whole_of(part: Any) -> str:
    """Return all that a part holds as text, whatever it is."""
    return " ".join((part.get_payload(decode=True) or b"").decode("utf-8", "replace").split())


def decoded(raw: SourceFile, part: Any) -> str:
    """Return the text of a part: what calls itself base64 and is none is taken as it stands.

    Raises:
        ReadError: it is none.
    """
    data = part.get_payload(decode=True) or b""
    charset = part.get_content_charset()
    if part.is_multipart() or str(part.get_content_type()).startswith("multipart/"):
        data = str(part.get_payload()).encode("utf-8", "surrogateescape")
    try:
        text = data.decode(charset) if charset and charset != "us-ascii" else decode(data, raw.name) if data else ""
    except (LookupError, UnicodeDecodeError):
        text = decode(data, raw.name)
    except ReadError:
        if not part.defects:
            raise
        text = decode(str(part.get_payload()).encode("utf-8", "surrogateescape"), raw.name)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if str(part.get_param("format", "")).casefold() == "flowed":
        return _unflowed(text, is_spaced=str(part.get_param("delsp", "")).casefold() == "yes")
    return text


def _unflowed(text: str, *, is_spaced: bool) -> str:
    """Join the lines that a mail program broke (RFC 3676): those that end in a space."""
    lines: list[str] = []
    flows = False
    for line in text.split("\n"):
        line = line.removeprefix(" ") if line.startswith(" ") else line
        if flows:
            lines[-1] = (lines[-1].removesuffix(" ") if is_spaced else lines[-1]) + line
        else:
            lines.append(line)
        flows = line.endswith(" ") and line != "-- "
    return "\n".join(line.rstrip(" ") for line in lines)


def other_form(text: str, other: str) -> Iterator[Omission]:
    """Name the other form of a body: its beginning where it says the same, all sentences that it alone says."""
    if not other.strip():
        return
    yield Omission(text=" ".join(other.split())[:_SHOWN], rule="the same in another form")
    held = set(_runs_of(text))
    sentences = _STOP.split(" ".join(other.split())) if "\n\n" not in other else _sentences(other)
    more = [one for one in sentences if len(one.split()) >= _TELLING and not held.issuperset(_runs_of(one))]
    if more:
        yield Omission(text=" ".join(" ".join(more).split()), rule="in another form of the message only")


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text whose lines are wrapped, and whose paragraphs empty lines part."""
    for paragraph in re.split(r"\n[ \t]*+\n", text):
        yield from _STOP.split(" ".join(paragraph.split()))


def _runs_of(text: str) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(_LINK.sub(" ", text).casefold())
    return zip(words, words[1:], words[2:], strict=False)


def around_parts(message: Any) -> Iterator[Omission]:
    """Name what stands before and behind the parts of a message: programs write there that it has parts."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if not part.is_multipart() or part.get_content_type() == "message/rfc822":
            continue
        waiting += reversed(part.get_payload())
        for text in (part.preamble, part.epilogue):
            told = " ".join(str(text or "").split())
            if len(told.split(None, _TELLING)) >= _TELLING and "MIME" not in told:
                yield Omission(text=told, rule="outside the parts of the message")
