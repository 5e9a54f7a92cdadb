"""Packed files: gzip, bzip2, xz, Zstandard and zip; nothing is ever written to disk."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import PurePosixPath
from typing import Any

from summarizer.errors import ReadError
from summarizer.model import Document
from summarizer.readers.registry import read_kind, read_members
from summarizer.readers.source import SourceFile, missing_extra

_ENDINGS = (".gz", ".bz2", ".xz", ".zst")
_PART = 2**16


def read_packed(raw: SourceFile) -> Iterator[Document]:
    """Read the one file that a compressed file holds; of one that is cut off, what stands before the cut.

    One that is broken otherwise is refused: what it gives before the break may be wrong as well.
    """
    if raw.depth >= raw.settings.nesting:
        raise raw.refusal("nesting")
    open_stream = next(opener for magic, opener in OPENERS.items() if raw.data.startswith(magic))
    try:
        with open_stream(raw) as stream:
            data, lost = raw.unpack(stream.read), None
    except (ReadError, ImportError):
        raise
    except Exception as error:  # what a broken stream raises differs by library, and by version of it
        data = _before_break(open_stream(raw))
        where = f"behind its first {len(data):,} bytes, unpacked"
        if not data or not isinstance(error, EOFError):
            raise raw.unreadable("a compressed file", f"{error}; found {where}") from None
        lost = ReadError(f"{raw.name}: is cut off {where}; what followed is left out.", path=raw.name)
    inner = PurePosixPath(raw.name.rpartition(":")[2]).name
    for ending in _ENDINGS:
        inner = inner.removesuffix(ending)
    stem = PurePosixPath(inner).stem or raw.stem
    member = raw.member(inner, stem, data)
    yield from read_members(raw, (lost, member)) if lost else read_kind(member)


def _before_break(stream: Any) -> bytes:
    """What a stream gives before it breaks: part by part, as they come, since a part that is filled up is lost."""
    parts: list[bytes] = []
    with suppress(Exception), stream:  # as above
        while part := stream.read1(_PART):
            parts.append(part)
    return b"".join(parts)


def _gzip(raw: SourceFile) -> Any:
    import gzip

    return gzip.GzipFile(fileobj=io.BytesIO(raw.data))


def _bzip2(raw: SourceFile) -> Any:
    import bz2

    return bz2.BZ2File(io.BytesIO(raw.data))


def _xz(raw: SourceFile) -> Any:
    import lzma

    return lzma.LZMAFile(io.BytesIO(raw.data))


def _zstandard(raw: SourceFile) -> Any:
    try:
        if sys.version_info >= (3, 14):
            from compression import zstd
        else:
            from backports import zstd
    except ImportError:
        raise missing_extra(raw, "Zstandard", "zst") from None
    return zstd.ZstdFile(io.BytesIO(raw.data))


OPENERS: dict[bytes, Callable[[SourceFile], Any]] = {
    b"\x1f\x8b": _gzip,
    b"BZh": _bzip2,
    b"\xfd7zXZ\x00": _xz,
    b"\x28\xb5\x2f\xfd": _zstandard,
}


def read_zip(raw: SourceFile) -> Iterator[Document]:
    """Read each file of a zip archive; one that cannot be read does not cost the others."""
    if raw.depth >= raw.settings.nesting:
        raise raw.refusal("nesting")
    yield from read_members(raw, _zip_members(raw))


def _zip_members(raw: SourceFile) -> Iterator[SourceFile | ReadError]:
    import zipfile

    try:
        archive = zipfile.ZipFile(io.BytesIO(raw.data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise raw.unreadable("a zip archive", error) from None
    entries = [entry for entry in archive.infolist() if not _is_left_out(entry.filename)]
    if len(entries) > raw.settings.members:
        raise raw.refusal("members")
    for entry in sorted(entries, key=lambda entry: entry.filename):
        name = entry.filename
        path = PurePosixPath(name.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or (path.parts and path.parts[0].endswith(":")):
            # Nothing is written to disk, so it could do no harm here; but who names files so means harm.
            yield ReadError(f"{raw.name}:{name}: refused, its name climbs out of the archive.", path=raw.name)
        elif entry.flag_bits & 1:
            yield ReadError(f"{raw.name}:{name}: is encrypted; unpack it first.", path=raw.name)
        elif limit := raw.excess(entry.file_size):
            # zipfile reads no more than an entry says that it holds: so a bomb costs only itself.
            yield raw.member(name, path.stem, b"").refusal(limit)
        else:
            yield _unzipped(raw, archive, entry, path)


def _unzipped(raw: SourceFile, archive: Any, entry: Any, path: PurePosixPath) -> SourceFile | ReadError:
    try:
        with archive.open(entry) as stream:
            data = raw.unpack(stream.read)
    except ReadError:
        raise
    except Exception as error:  # zipfile raises what zlib, bz2 and lzma raise, and some of its own
        return ReadError(f"{raw.name}:{entry.filename}: cannot be unpacked ({error}).", path=raw.name)
    return raw.member(entry.filename, path.stem, data)


def _is_left_out(name: str) -> bool:
    """Folders, hidden files, and what has no name (`ZipInfo.is_dir` fails on that)."""
    return (
        name.endswith("/")
        or not name
        or any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in name.split("/"))
    )
