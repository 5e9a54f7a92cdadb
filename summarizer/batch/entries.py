"""Reads the clusters of sources as a stream, each as it stands there; one that cannot be read tells its fault."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import IO, Any

from summarizer.about import install_command
from summarizer.batch.places import Place, open_place
from summarizer.batch.records import Entry
from summarizer.batch.unpacking import PARQUET, peek, unpack, unpacking_errors
from summarizer.errors import InputError, MissingExtraError

COLUMNS = ("id", "lang", "language", "documents")
_ROWS = 16  # of a Parquet file that are unpacked at a time
_PIECE = 2**20  # bytes of a line that is too long, passed over at a time


def read_entries(places: Sequence[Place], most: int) -> Generator[Entry, None, None]:
    """Read the clusters of places one by one, in order.

    Args:
        places: What `find_places` found.
        most: Most bytes of one cluster. A longer one is an entry with a fault, and is never held whole.

    Raises:
        ReadError: a place cannot be read any further.
        InputError: a file holds a JSON list, or something that is no cluster at all.
        MissingExtraError: it is packed or Parquet, and what reads that is not installed.
    """
    sizes = [place.size for place in places]
    total = None if None in sizes else sum(size or 0 for size in sizes)
    before = 0
    for place in places:
        for entry, position in _read_place(place, most):
            share = min((before + position) / total, 1.0) if total else None
            yield entry._replace(share=share)
        before += place.size or 0


Positioned = tuple[Entry, float]  # how many bytes of the place are read with it


def _read_place(place: Place, most: int) -> Iterator[Positioned]:
    if place.kind == "folder":
        yield from _read_folder(place)
        return
    with open_place(place) as raw:
        head, stream = peek(raw)
        if head.startswith(PARQUET):
            yield from _read_parquet(place, stream, most)
        else:
            lines = _lines(unpack(head, stream), most)
            yield from _read_lines(place, raw, lines)


def _read_lines(place: Place, raw: IO[bytes], lines: Iterator[tuple[int, bytes, str]]) -> Iterator[Positioned]:
    """The lines of a stream; where a packed one breaks off there is an entry that says so, and nothing after it."""
    number = 0
    try:
        for number, data, fault in lines:
            if number == 1 and data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"["):
                message = "found a JSON list, wanted JSON Lines, one object a line; `jq -c '.[]'` makes them of a list"
                raise InputError(f"{place.name}: {message}.", path=place.name)
            if data.strip() or fault:
                yield Entry(place.name, "line", number, data, fault), _position(raw)
    except unpacking_errors() as error:
        fault = f"found a packed file that is damaged here ({error}), wanted a whole one; what follows is lost"
        yield Entry(place.name, "line", number + 1, b"", fault), place.size or 0


def _position(raw: IO[bytes]) -> float:
    try:
        return raw.tell()
    except OSError:  # a pipe
        return 0


def _lines(stream: IO[bytes], most: int) -> Iterator[tuple[int, bytes, str]]:
    for number in count(1):
        line = stream.readline(most + 1)
        if not line:
            return
        if len(line) > most and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(_PIECE)
            yield number, b"", _too_long(most)
        else:
            yield number, line, ""


def _too_long(most: int) -> str:
    return (
        f"found a cluster of more than {most:,} bytes, wanted at most so many; --limit file_bytes=N sets another limit"
    )


def _read_folder(place: Place) -> Iterator[Positioned]:
    """Each folder in a folder is a cluster."""
    try:
        inside = sorted(path for path in Path(place.path).iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError as error:
        raise InputError(f"{place.name}: cannot be read ({error.strerror}).", path=place.path) from error
    if not inside:
        raise InputError(f"{place.name}: found no folder in it, wanted one for each cluster.", path=place.path)
    for number, path in enumerate(inside, start=1):
        yield Entry(str(path), "folder", number, str(path).encode("utf-8", "surrogateescape")), 0


def _read_parquet(place: Place, stream: IO[bytes], most: int) -> Iterator[Positioned]:
    try:
        from pyarrow import parquet
    except ImportError:
        wanted = f"install it with: {install_command('batch')}"
        raise MissingExtraError(f"{place.name}: Parquet needs a part that is not installed; {wanted}") from None
    if not stream.seekable():
        raise InputError(f"{place.name}: found Parquet, which is not read from a stream; name the file.")
    try:
        file = parquet.ParquetFile(stream)
        names = [name for name in COLUMNS if name in file.schema_arrow.names]
    except Exception as error:  # pyarrow's errors are those of its C++ side
        raise InputError(f"{place.name}: found no whole Parquet file ({error}).", path=place.name) from error
    if "documents" not in names:
        found = ", ".join(map(repr, file.schema_arrow.names[:20]))
        message = f"found the columns {found}, wanted 'documents' and 'id' among them"
        raise InputError(f"{place.name}: {message}.", path=place.name)
    rows, size = file.metadata.num_rows, place.size or 0
    for number, (data, fault) in enumerate(_rows(file.iter_batches(batch_size=_ROWS, columns=names), most), start=1):
        yield Entry(place.name, "row", number, data, fault), size * number / rows
        if fault.startswith("found a damaged"):
            return


def _rows(batches: Iterable[Any], most: int) -> Iterator[tuple[bytes, str]]:
    try:
        for batch in batches:
            for number in range(batch.num_rows):
                yield _row(batch.slice(number, 1), most)
    except Exception as error:  # as above
        yield b"", f"found a damaged Parquet file ({' '.join(str(error).split())}); what follows is lost"


def _row(row: Any, most: int) -> tuple[bytes, str]:
    try:
        (record,) = row.to_pylist()
    except (ValueError, OverflowError) as error:  # Python has no day after the year 9999, and no nanoseconds
        return b"", f"found a value that cannot be read ({error})"
    data = json.dumps(record, default=_plain).encode()
    return (data, "") if len(data) <= most else (b"", _too_long(most))


def _plain(value: object) -> str:
    """A value that JSON does not have, as text; many programs write texts as bytes."""
    return value.decode("utf-8", errors="replace") if isinstance(value, bytes) else str(value)
