"""Web archives: every page in them is a report; a broken record costs no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any

from summarizer.errors import ReadError
from summarizer.model import Document
from summarizer.readers.registry import read_kind, read_members
from summarizer.readers.source import SourceFile, missing_extra

if TYPE_CHECKING:
    from summarizer.readers.warc_records import Records

_TEXTS = ("text/", "application/xhtml", "application/pdf", "application/json", "application/rss", "application/atom")


def read_warc(raw: SourceFile) -> Iterator[Document]:
    """Read the pages of a web archive: answers with status 200 that are text or PDF, each address once."""
    try:
        import warcio.archiveiterator  # noqa: F401 - the next line may find its own module loaded already

        from summarizer.readers.warc_records import Records
    except ImportError:
        raise missing_extra(raw, "WARC", "warc") from None
    addresses: dict[str, str] = {}
    members = _pages(raw, Records(raw.data), addresses)

    def read(member: SourceFile) -> Iterator[Document]:
        for document in read_kind(member):
            yield replace(document, url=document.url or addresses[member.name])

    yield from read_members(raw, members, read=read)


def _pages(raw: SourceFile, records: Records, addresses: dict[str, str]) -> Iterator[SourceFile | ReadError]:
    seen: set[str] = set()
    for number in count(1):
        if number > raw.settings.members:
            raise raw.refusal("members")
        try:
            record = next(records)
        except StopIteration:
            return
        except Exception as error:  # warcio raises many kinds on broken records
            yield raw.unreadable(f"WARC, at byte {records.offset:,}", error)
            if not records.skip():
                return
            continue
        if records.was_cut():
            where = f"the record before byte {records.offset:,}"
            yield ReadError(f"{raw.name}: {where} is longer than it says; its end is left out.", path=raw.name)
        address = _address(record)
        if address is None:
            continue
        found = _again(raw, records, address) if address in seen else _page(raw, records, record, address)
        if isinstance(found, SourceFile):
            seen.add(address)
            addresses[found.name] = address
        if found is not None:
            yield found


def _again(raw: SourceFile, records: Records, address: str) -> ReadError:
    where = f"its record at byte {records.offset:,}"
    return ReadError(f"{raw.name}: {address} stands in it before; {where} is left out.", path=raw.name)


def _page(raw: SourceFile, records: Records, record: Any, address: str) -> SourceFile | ReadError | None:
    """The page of a record; None where it is empty."""
    try:
        data = raw.unpack(records.content_of(record))
    except ReadError:
        raise
    except Exception as error:  # zlib and warcio, as above
        return raw.member(address, _stem(address), b"").unreadable("a page of WARC", error)
    return raw.member(address, _stem(address), data) if data else None


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
