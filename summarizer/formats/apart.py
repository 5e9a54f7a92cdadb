"""What is read is never written: which files a run was given, and whether a result would replace one of them."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator

from summarizer.errors import OutputError, short

_STANDARD_INPUT = "-"
Place = tuple[int, int]  # device and number: one for each file, whatever links and spellings lead to it


class Read:
    """The files and folders that are read. They are looked at only where a result would replace a file."""

    def __init__(self, sources: Iterable[str | os.PathLike[str]]) -> None:
        self._sources = tuple(dict.fromkeys(os.fspath(source) for source in sources))
        self._found: dict[Place, str] | None = None

    def keep_apart(self, path: str) -> None:
        """Refuse a file that is read; what does not exist yet, or is hidden in a folder, is not.

        Raises:
            OutputError: it is.
        """
        place = _place_of(path)
        if place is None or not self._sources:
            return
        if self._found is None:
            self._found = {}
            for source in self._sources:
                for at in _places_in(source):
                    self._found.setdefault(at, source)
        known = self._found.get(place)
        if known is None:
            return
        found = "standard input" if known == _STANDARD_INPUT else short(known)
        where = f"in {found}" if os.path.isdir(known) else f"as {found}" if known != path else "as a source"  # noqa: PTH112
        raise OutputError(
            f"{short(path)}: is one of the files that are read ({where}) and would be replaced, wanted another file;"
            " name one elsewhere."
        )


def _places_in(source: str) -> Iterator[Place]:
    """Where a source and all that is read with it lies: of a folder every file that is not hidden, links followed."""
    if source == _STANDARD_INPUT:
        yield from _standard_input()
        return
    if not os.path.isdir(source):  # noqa: PTH112 - a name may be too long for the system
        place = _place_of(source)
        if place is not None:
            yield place
        return
    for parent, folders, names in os.walk(source):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            place = None if name.startswith(".") else _place_of(os.path.join(parent, name))  # noqa: PTH118 - many files
            if place is not None:
                yield place


def _place_of(path: str) -> Place | None:
    """Where a regular file lies; None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a name may be too long, or none at all
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def _standard_input() -> Iterator[Place]:
    """The file that a shell opened for standard input, if it is one."""
    try:
        found = os.fstat(sys.stdin.fileno())
    except (AttributeError, OSError, ValueError):  # closed, or no stream of the system
        return
    if stat.S_ISREG(found.st_mode):
        yield found.st_dev, found.st_ino
