"""The file sources.toml: what the user knows of files that do not state it themselves."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from summarizer.errors import ReadError
from summarizer.languages.codes import read_code
from summarizer.model import Document
from summarizer.readers.record_fields import read_timestamp

_TEXTS = ("title", "outlet", "author", "credit", "url", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """What is said of the files that a pattern names.

    Attributes:
        pattern: The path from the folder of the TOML file, the name alone, or the path or address as it was asked for.
        folder: That folder.
        is_everywhere: Whether files outside of it are meant too.
        fields: Names of fields and what is said.
    """

    pattern: str
    folder: str
    is_everywhere: bool
    fields: tuple[tuple[str, Any], ...]

    def names(self, path: str) -> bool:
        """Tell whether this is about a file."""
        candidates = {path, Path(path).as_posix(), Path(path).name} if self.is_everywhere else set()
        with suppress(ValueError, OSError):
            inner = Path(path).absolute().relative_to(Path(self.folder).absolute())
            candidates |= {inner.as_posix(), inner.name}
        return any(fnmatchcase(candidate, self.pattern) for candidate in candidates)


def parse_sidecar(data: bytes, path: str, *, is_everywhere: bool) -> tuple[SourceEntry, ...]:
    """Read the entries of a TOML file: a table for each file or pattern.

    Args:
        data: Its bytes.
        path: Where it lies.
        is_everywhere: Whether it tells of files outside of its folder too.

    Raises:
        ReadError: it is no such file, or a field is none of ours.
    """
    import tomllib

    try:
        tables = tomllib.loads(data.decode("utf-8-sig"))
        return tuple(_entry(pattern, fields, path, is_everywhere=is_everywhere) for pattern, fields in tables.items())
    except (ValueError, RecursionError) as error:  # values that are too long or too deep to be shown raise these too
        raise ReadError(f"{path}: cannot be read as TOML ({error}).", path=path) from None


def _entry(pattern: str, fields: Any, path: str, *, is_everywhere: bool) -> SourceEntry:
    where = f"{path}, [{pattern!r}]"
    wanted = f"a table with some of {', '.join((*_TEXTS, 'published'))}"
    if not isinstance(fields, dict):
        raise ReadError(f"{where}: found {type(fields).__name__}, wanted {wanted}.", path=path)
    given: dict[str, Any] = {}
    for name, value in fields.items():
        if name == "published" and isinstance(value, (str, date, datetime)):
            given[name] = read_timestamp(value.isoformat() if isinstance(value, date) else value, where)
        elif name in _TEXTS and isinstance(value, str):
            given[name] = value.strip()
        else:
            raise ReadError(f"{where}: found {name} = {value!r}, wanted {wanted}.", path=path)
    code = read_code(given.pop("language", None))
    if code:
        given["language"] = code
    folder = str(Path(path).parent)
    return SourceEntry(pattern=pattern, folder=folder, is_everywhere=is_everywhere, fields=tuple(given.items()))


def add_known(document: Document, path: str, entries: Iterable[SourceEntry]) -> Document:
    """Fill the fields that a file does not give itself; of several entries about it the first that tells one counts."""
    found: dict[str, Any] = {}
    for entry in entries:
        if entry.names(path) or (document.path and entry.names(document.path)):
            for name, value in entry.fields:
                if getattr(document, name) is None:
                    found.setdefault(name, value)
    return replace(document, **found) if found else document
