"""Web archives: every page in them is a report."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from summarizer.errors import ReadError
from summarizer.ingest.kinds import read_kind, read_members
from summarizer.ingest.kinds.raw import Raw, missing_extra
from summarizer.model import Document

_TEXTS = ("text/", "application/xhtml", "application/pdf", "application/json", "application/rss", "application/atom")


def read_warc(raw: Raw) -> Iterator[Document]:
    """Read the pages of a web archive: answers with status 200 that are text or PDF, each address once."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        raise missing_extra(raw, "WARC", "warc") from None
    addresses: dict[str, str] = {}
    members = _pages(raw, ArchiveIterator(io.BytesIO(raw.data)), addresses)

    def read(member: Raw) -> Iterator[Document]:
        for document in read_kind(member):
            yield replace(document, url=document.url or addresses[member.name])

    yield from read_members(raw, members, read=read)


def _pages(raw: Raw, records: Any, addresses: dict[str, str]) -> Iterator[Raw | ReadError]:
    seen: set[str] = set()
    number = 0
    while True:
        number += 1
        if number > raw.settings.members:
            raise raw.refusal("members")
        try:
            record = next(records)
            address = _address(record)
            if address is None or address in seen:
                continue
            seen.add(address)
            data = raw.unpack(record.content_stream().read)
        except StopIteration:
            return
        except ReadError:
            raise
        except Exception as error:  # warcio and zlib raise many kinds on broken records, and what follows is lost
            yield raw.unreadable("WARC", error)
            return
        if data:
            member = raw.member(address, _stem(address), data)
            addresses[member.name] = address
            yield member


def _address(record: Any) -> str | None:
    """The address of a record that holds a page; None for all others: requests, pictures, what was not found."""
    if record.rec_type not in ("response", "resource", "conversion"):
        return None
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    headers = record.http_headers or record.rec_headers
    form = (headers.get_header("Content-Type") or "").casefold()
    if record.rec_type == "response" and (record.http_headers is None or record.http_headers.get_statuscode() != "200"):
        return None
    is_text = form.startswith(_TEXTS) and not form.startswith(("text/css", "text/javascript"))
    return address if is_text and address.startswith(("http://", "https://")) else None


def _stem(address: str) -> str:
    """The last part of the path of an address that says anything, else its host."""
    parts = [part for part in address.partition("://")[2].partition("?")[0].split("/") if part]
    name = parts[-1] if parts else address
    return name.rpartition(".")[0] or name if len(parts) > 1 else name
