"""What the sources of a batch name: files, folders, patterns, addresses, standard input."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from glob import glob
from pathlib import Path
from typing import IO, Any, NamedTuple

from summarizer.batch.remote import is_address, list_matches, reading, shown_address, without_scheme
from summarizer.errors import InputError, ReadError, short

STANDARD_INPUT = "-"


class Place(NamedTuple):
    """A file, a folder of clusters, or standard input.

    Attributes:
        name: What messages call it.
        path: The path, here or on its file system.
        kind: "file", "folder", "stream" for standard input, or "remote".
        size: Its bytes; None if nobody knows.
        stamp: Tells whether it is still the same: its size and the time of its last change, or what its store says.
        store: The file system of a file elsewhere.
    """

    name: str
    path: str
    kind: str
    size: int | None
    stamp: str
    store: Any = None


def find_places(sources: Iterable[str | os.PathLike[str]] | str | os.PathLike[str]) -> list[Place]:
    """Find what sources name, in their order; of a pattern all that it fits, in the order of the alphabet.

    Args:
        sources: Paths, patterns with * ? [ ] in them (** for any folders), addresses, "-" for standard input.

    Raises:
        ReadError: something is not there, or cannot be reached.
        InputError: nothing is named, a pattern fits nothing, or standard input is named twice.
        MissingExtraError: an address needs a part that is not installed.

    Example:
        >>> [place.name for place in find_places(["seeds/*.txt"])][0]
        'seeds/000_15d38f3dc919dc95.txt'
    """
    listed = [sources] if isinstance(sources, (str, os.PathLike)) else list(sources)
    places = [place for source in listed for place in _places_of(os.fsdecode(source))]
    if not places:
        raise InputError("No clusters: found no path, wanted JSON Lines, Parquet, folders or - for standard input.")
    if sum(place.kind == "stream" for place in places) > 1:
        raise InputError("standard input: found it named twice, wanted once.")
    return places


def _places_of(source: str) -> Iterator[Place]:
    if source == STANDARD_INPUT:
        yield Place(name="standard input", path=source, kind="stream", size=None, stamp="")
    elif is_address(source):
        yield from _remote_places(source)
    else:
        yield from _local_places(without_scheme(source))


def _local_places(source: str) -> Iterator[Place]:
    if os.path.lexists(source) or not any(letter in source for letter in "*?["):
        yield _local_place(source)
        return
    found = sorted(glob(source, recursive=True))  # noqa: PTH207 - a pattern may begin anywhere
    if not found:
        raise InputError(f"{short(source)}: fits no file; check the pattern.", path=source)
    yield from map(_local_place, found)


def _local_place(source: str) -> Place:
    try:
        about = os.stat(source)  # noqa: PTH116 - a name may be too long, or none at all
        if stat.S_ISDIR(about.st_mode):
            return Place(name=short(source), path=source, kind="folder", size=None, stamp=_stamp_of(source))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(f"{short(source)}: cannot be read ({reason}); check the path.", path=source) from None
    stamp = f"{about.st_size} {about.st_mtime_ns}"
    size = about.st_size if stat.S_ISREG(about.st_mode) else None
    return Place(name=short(source), path=source, kind="file", size=size, stamp=stamp)


def _stamp_of(folder: str) -> str:
    """What tells whether anything in a folder has changed: the names, sizes and times of all files but hidden ones."""
    told = hashlib.sha256()
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = os.path.join(parent, name)  # noqa: PTH118 - many files
            about = os.lstat(path)
            told.update(os.fsencode(f"{os.path.relpath(path, folder)}\0{about.st_size} {about.st_mtime_ns}\0"))
    return told.hexdigest()


def _remote_places(source: str) -> Iterator[Place]:
    found = list_matches(source)
    if not found:
        raise InputError(f"{shown_address(source)}: fits no file; check the pattern.", path=shown_address(source))
    for address, store, path in found:
        with reading(address):
            about = store.info(path)
            stamp = store.ukey(path)
        size = about.get("size")
        yield Place(name=shown_address(address), path=path, kind="remote", size=size, stamp=str(stamp), store=store)


@contextmanager
def open_place(place: Place) -> Iterator[IO[bytes]]:
    """Open a file, or standard input.

    Raises:
        ReadError: it cannot be opened or read.
    """
    if place.kind == "remote":
        with reading(place.name), place.store.open(place.path, "rb") as stream:
            yield stream
        return
    if place.kind == "stream":
        if sys.stdin is None:  # Python has None in place of a stream that was closed before it started
            raise ReadError("standard input: is closed, wanted clusters; name a file.", path=STANDARD_INPUT)
        yield sys.stdin.buffer
        return
    try:
        with Path(place.path).open("rb") as stream:
            yield stream
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadError(f"{place.name}: cannot be read ({reason}).", path=place.path) from error
