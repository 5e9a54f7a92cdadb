"""Pages saved as one file with all that they show: MHTML, as Chrome, Edge and old Internet Explorers write it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.message import Message
from email.parser import BytesParser
from typing import TYPE_CHECKING

from summarizer.errors import ReadError
from summarizer.ingest.kinds.html import read_html
from summarizer.model import Document

if TYPE_CHECKING:
    from summarizer.ingest.kinds.raw import Raw


def read_mhtml(raw: Raw) -> Iterator[Document]:
    """Read the page out of an MHTML file; pictures, style sheets and frames in it are left alone.

    Args:
        raw: The file.

    Yields:
        One document; its address is the one that the page was saved from, where it does not tell its own.

    Raises:
        ReadError: there is no page in the file, or it is no text.
    """
    try:
        data, origin = _find_data(raw)
    except ReadError:
        raise
    except Exception as error:  # the header parser of the standard library raises many kinds on odd fields
        raise raw.unreadable("a saved page", error) from None
    for document in read_html(replace(raw, data=data)):
        is_address = origin.startswith(("http://", "https://"))
        yield replace(document, url=origin) if is_address and not document.url else document


def _find_data(raw: Raw) -> tuple[bytes, str]:
    """The bytes of the page and the address that it was saved from."""
    message = BytesParser(policy=policy.compat32).parsebytes(raw.data)
    page = _find_page(message)
    if page is None:
        found = ", ".join(dict.fromkeys(part.get_content_type() for part in message.walk() if not part.is_multipart()))
        raise ReadError(f"{raw.name}: found {found or 'no part'}, wanted a saved page (text/html).", path=raw.name)
    return _unpack(page), str(message["Snapshot-Content-Location"] or page["Content-Location"] or "").strip()


def _find_page(message: Message) -> Message | None:
    """The part that is the page itself: the one named as the start, else the first that is HTML (others are frames)."""
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
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
