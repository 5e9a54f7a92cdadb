"""Web archives: every page in them is a report; a broken record costs no other."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader

from summarizer.errors import ReadError
from summarizer.model import Document
from summarizer.readers.registry import read_kind, read_members
from summarizer.readers.source import SourceFile, missing_extra

_PACKED = {"gzip": 47, "x-gzip": 47, "deflate": 47}  # zlib's own head or that of gzip, as it comes
_MARK = b"WARC/"
_PART = 2**16
_DIGITS = 19


class Records:
    """Goes through the records of an archive; `skip` goes on behind one that could not be read."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._records = self._open(0)
        self._cut = 0

    def __next__(self) -> Any:
        record = next(self._records)
        if self._is_endless(record):
            raise ValueError("the record does not tell where it ends")
        return record

    @property
    def offset(self) -> int:
        """Where in the archive the record begins that is read, or that could not be."""
        return int(self._records.offset)

    def was_cut(self) -> bool:
        """Whether what stood behind the record before this one was no end of a record: its length is wrong."""
        before, self._cut = self._cut, self._records.err_count
        return bool(self._cut > before)

    def _is_endless(self, record: Any) -> bool:
        """Whether a record does not say how long it is, or reaches over others to the end: it would swallow those."""
        told = record.rec_headers.get_header("Content-Length") or ""
        is_told = told.isascii() and told.isdigit() and len(told) < _DIGITS
        if is_told and self.offset + int(told) <= len(self._data):
            return False
        return not is_told or self._next_mark() >= 0

    def _next_mark(self) -> int:
        return self._data.find(b"\n" + _MARK, self.offset + 1)

    def skip(self) -> bool:
        """Go on at the next line that may begin a record; tell whether there is one."""
        at = self._next_mark()
        if at < 0:
            return False
        self._records = self._open(at + 1)
        self._cut = 0
        return True

    def content_of(self, record: Any) -> Callable[[int], bytes]:
        """Return what reads the page of a record, unpacked."""
        headers = record.http_headers
        packing = _PACKED.get((headers.get_header("content-encoding") or "").lower()) if headers else None
        if packing is None:
            read: Callable[[int], bytes] = record.content_stream().read
            return read
        is_chunked = headers.get_header("transfer-encoding") == "chunked"
        stream = ChunkedDataReader(record.raw_stream) if is_chunked else record.raw_stream
        return _unpacking(b"".join(iter(lambda: stream.read(_PART), b"")), packing)

    def _open(self, at: int) -> Any:
        stream = io.BytesIO(self._data)
        stream.seek(at)
        return _Quiet(stream)


class _Quiet(ArchiveIterator):  # type: ignore[misc]
    """Counts what its library would write to standard error, with raw bytes of the archive in it."""

    def _consume_blanklines(self) -> tuple[bytes | None, int]:
        size = 0
        is_first = True
        while line := self.reader.readline():
            if line.strip() and (not is_first or line.startswith(_MARK)):
                return line, size
            self.err_count += bool(line.strip())
            size += len(line)
            is_first = False
        return None, size


def _unpacking(packed: bytes, packing: int) -> Callable[[int], bytes]:
    """Return what unpacks a page a part at a time; what is not packed, whatever its head says, comes as it is."""
    try:
        zlib.decompressobj(packing).decompress(packed, 1)
    except zlib.error:
        try:
            zlib.decompressobj(-15).decompress(packed, 1)
            packing = -15
        except zlib.error:
            return io.BytesIO(packed).read
    unpacker = zlib.decompressobj(packing)
    parts = (packed[at : at + _PART] for at in range(0, len(packed), _PART))

    def read(size: int) -> bytes:
        while not unpacker.eof:
            left = unpacker.unconsumed_tail or next(parts, b"")
            part = unpacker.decompress(left, size)
            if part or not left:
                return part
        return b""

    return read


_TEXTS = ("text/", "application/xhtml", "application/pdf", "application/json", "application/rss", "application/atom")


def read_warc(raw: SourceFile) -> Iterator[Document]:
    """Read the pages of a web archive: answers with status 200 that are text or PDF, each address once."""
    try:
        import warcio.archiveiterator  # noqa: F401 - the next line may find its own module loaded already

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
