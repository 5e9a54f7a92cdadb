"""MHTML: pages saved as one file with all that they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from email import policy
from email.message import Message
from email.parser import BytesParser
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.errors import ReadError
from summarizer.model import Document, Omission
from summarizer.readers.html.article import is_notice
from summarizer.readers.html.page import decode_page
from summarizer.readers.html.reader import read_html
from summarizer.readers.markup import text_of_markup

if TYPE_CHECKING:
    from summarizer.readers.source import SourceFile

_PAGES = ("text/html", "application/xhtml+xml")
_PROSE = 60  # letters of a line of a frame that tells something
_END = re.compile(r"[.!?…。！？][\"”’»)\]]{0,3}$")
_MOST = 100  # lines of frames that are named


def read_mhtml(raw: SourceFile) -> Iterator[Document]:
    """Read the page out of an MHTML file; pictures and style sheets in it are left alone, what its frames say is named.

    Args:
        raw: The file.

    Yields:
        One document; its address is the one that the page was saved from, where it does not tell its own.

    Raises:
        ReadError: there is no page in the file, or it is no text.
    """
    try:
        data, origin, others = _find_data(raw)
    except ReadError:
        raise
    except Exception as error:  # the header parser of the standard library raises many kinds on odd fields
        raise raw.unreadable("a saved page", error) from None
    for document in read_html(replace(raw, data=data)):
        is_address = origin.startswith(("http://", "https://"))
        url = origin if is_address and not document.url else document.url
        yield replace(document, url=url, omitted=(*document.omitted, *_frames(others, document.text, raw.name)))


def _frames(others: list[bytes], text: str, name: str) -> Iterator[Omission]:
    """What the frames of a page say, but for notices: they are saved beside it."""
    lines: list[str] = []
    for data in others:
        with suppress(ReadError):  # a frame that is no text costs no page
            lines += text_of_markup(decode_page(data, name)).split("\n")
    told = (line for line in lines if len(line) >= _PROSE and _END.search(line) and line not in text)
    found = islice((line for line in dict.fromkeys(told) if not is_notice(line)), _MOST)
    yield from (Omission(text=line, rule="in a frame, beside the story") for line in found)


def _find_data(raw: SourceFile) -> tuple[bytes, str, list[bytes]]:
    """The bytes of the page, the address that it was saved from, and the bytes of the frames in it."""
    message = BytesParser(policy=policy.compat32).parsebytes(raw.data)
    page = _find_page(message)
    if page is None:
        found = ", ".join(dict.fromkeys(part.get_content_type() for part in message.walk() if not part.is_multipart()))
        raise ReadError(f"{raw.name}: found {found or 'no part'}, wanted a saved page (text/html).", path=raw.name)
    origin = str(message["Snapshot-Content-Location"] or page["Content-Location"] or "").strip()
    others = [_unpack(part) for part in message.walk() if part is not page and part.get_content_type() in _PAGES]
    return _unpack(page), origin, others


def _find_page(message: Message) -> Message | None:
    """The part that is the page itself: the one named as the start, else the first that is HTML (others are frames)."""
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    start = message.get_param("start")
    named = (part for part in pages if start and part["Content-ID"] == start)
    return next(named, pages[0] if pages else None)


def _unpack(page: Message) -> bytes:
    """The bytes of a page, as UTF-8 where its envelope tells their encoding, which goes before what it declares."""
    payload = page.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = page.get_content_charset()
    try:
        return data.decode(charset).encode() if charset else data
    except (LookupError, ValueError):
        return data
