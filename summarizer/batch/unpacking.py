"""Packed streams, told by their first bytes: gzip, bzip2, xz, Zstandard."""

from __future__ import annotations

import io
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any, cast

from summarizer.about import install_command
from summarizer.errors import MissingExtraError

_HEAD = 6
PARQUET = b"PAR1"


def _gzip(stream: IO[bytes]) -> Any:
    import gzip

    return gzip.GzipFile(fileobj=stream)


def _bzip2(stream: IO[bytes]) -> Any:
    import bz2

    return bz2.BZ2File(stream)


def _xz(stream: IO[bytes]) -> Any:
    import lzma

    return lzma.LZMAFile(stream)


def _zstandard(stream: IO[bytes]) -> Any:
    return load_zstandard().ZstdFile(stream)


def load_zstandard() -> Any:
    """Return the module that packs and unpacks Zstandard.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        if sys.version_info >= (3, 14):
            from compression import zstd
        else:
            from backports import zstd
    except ImportError:
        raise MissingExtraError(
            f"Zstandard (.zst) needs a part that is not installed; install it with: {install_command('batch')}"
        ) from None
    return zstd


_OPENERS: dict[bytes, Callable[[IO[bytes]], Any]] = {
    b"\x1f\x8b": _gzip,
    b"BZh": _bzip2,
    b"\xfd7zXZ\x00": _xz,
    b"\x28\xb5\x2f\xfd": _zstandard,
}


def peek(stream: IO[bytes]) -> tuple[bytes, IO[bytes]]:
    """Return the first bytes of a stream, and the stream that begins with them again.

    >>> head, stream = peek(io.BytesIO(b"PAR1 and more"))
    >>> head, stream.read(4)
    (b'PAR1 a', b'PAR1')
    """
    buffered: Any = stream if hasattr(stream, "peek") else io.BufferedReader(cast("io.RawIOBase", stream))
    return buffered.peek(_HEAD)[:_HEAD], buffered


def unpack(head: bytes, stream: IO[bytes]) -> IO[bytes]:
    """Return what a stream holds when it is unpacked; the stream itself if it is not packed.

    Args:
        head: Its first bytes.
        stream: The stream, at its beginning.

    Raises:
        MissingExtraError: it is Zstandard, which is not installed.

    Example:
        >>> import gzip
        >>> unpack(*peek(io.BytesIO(gzip.compress(b"one line")))).read()
        b'one line'
    """
    for mark, open_packed in _OPENERS.items():
        if head.startswith(mark):
            return io.BufferedReader(open_packed(stream))
    return stream


def unpacking_errors() -> tuple[type[BaseException], ...]:
    """Return the errors that a damaged packed stream may raise, but for those of the system."""
    import gzip
    import lzma

    known: list[type[BaseException]] = [EOFError, zlib.error, gzip.BadGzipFile, lzma.LZMAError]
    with suppress(MissingExtraError):
        known.append(load_zstandard().ZstdError)
    return tuple(known)
