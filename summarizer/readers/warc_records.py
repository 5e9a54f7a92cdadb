"""The records of a web archive, without what its library writes to the terminal, and on after a broken one."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader

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
