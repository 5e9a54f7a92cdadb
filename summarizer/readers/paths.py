"""Paths, folders and standard input as files to read."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from summarizer.errors import InputError, MissingExtraError, ReadError, short
from summarizer.model import Document
from summarizer.readers.registry import read_kind
from summarizer.readers.source import SourceFile
from summarizer.settings import ReadSettings

if TYPE_CHECKING:
    from summarizer.readers.sidecar import SourceEntry
    from summarizer.readers.web.fetch import Page

STANDARD_INPUT = "-"
SIDECAR = "sources.toml"
_PART = 2**20  # bytes of standard input at a time
_ADDRESS = re.compile(r"^[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)


def read_raw(
    paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
    settings: ReadSettings | None = None,
    *,
    network: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Iterator[Document]:
    """Read reports from files, folders and standard input, in the order given.

    Args:
        paths: Files, folders (read whole, with the folders in them, hidden files left out), or "-" for standard input.
        settings: Fields and limits to read with.
        network: Whether addresses among the paths may be fetched.
        progress: Called with a line of text as each page has been fetched.

    Yields:
        Documents with unique ids. One that cannot be used has `skipped` set.

    Raises:
        ReadError: a file named is not there, or nothing of what was named could be read.
        MissingExtraError: the kind of a file named needs a part that is not installed.
        InputError: no path is given, or standard input twice.
    """
    listed = [os.fsdecode(path) for path in ([paths] if isinstance(paths, (str, bytes, os.PathLike)) else paths)]
    if not listed:
        raise InputError("No reports: found no path, wanted files, folders or - for standard input.")
    if listed.count(STANDARD_INPUT) > 1:
        raise InputError("standard input: found it named twice, wanted once: what was read is gone.")
    settings = settings or ReadSettings()
    known = _known(settings.sources, settings, is_everywhere=True) if settings.sources else ()
    pages = _fetched(listed, settings, progress, network=network)
    taken: set[str] = set()
    failure: ReadError | None = None
    good = 0
    for path in listed:
        try:
            for document in _read_source(path, settings, known, pages):
                good += document.skipped is None
                told = document if document.language else replace(document, language=settings.language)
                yield _with_unique_id(told, taken)
        except ReadError as error:
            # What is wrong with one file must not cost the others: the briefing names it. A path that leads nowhere is
            # a slip of the pen, to be mended before any work.
            if len(listed) == 1 or _leads_nowhere(path):
                raise
            failure = failure or error
            refused = Document(id=Path(path).stem or path, text="", path=path, skipped=str(error))
            yield _with_unique_id(refused, taken)
    if failure is not None and not good:
        raise failure


def _leads_nowhere(path: str) -> bool:
    return path != STANDARD_INPUT and not _ADDRESS.match(path) and not os.path.lexists(path)


def _with_unique_id(document: Document, taken: set[str]) -> Document:
    name, number = document.id, 1
    while name in taken:
        number += 1
        name = f"{document.id}-{number}"
    taken.add(name)
    return document if name == document.id else replace(document, id=name)


def _known(path: str, settings: ReadSettings, *, is_everywhere: bool) -> tuple[SourceEntry, ...]:
    from summarizer.readers.sidecar import parse_sidecar

    data = _bytes_of(path, settings, wanted="a TOML file that tells of the reports")
    return parse_sidecar(data, path, is_everywhere=is_everywhere)


Pages = Mapping[str, "Page | ReadError"]


def _fetched(
    paths: list[str], settings: ReadSettings, progress: Callable[[str], None] | None, *, network: bool
) -> Pages:
    addresses = [path for path in paths if _ADDRESS.match(path)]
    if not addresses:
        return {}
    if not network:
        raise ReadError(f"{addresses[0]}: is an address; pages are fetched only with network=True.", path=addresses[0])
    from summarizer.readers.web.fetch import fetch_pages

    return fetch_pages(addresses, settings, progress)


def _read_page(address: str, page: Page | ReadError, settings: ReadSettings) -> Iterator[Document]:
    if isinstance(page, ReadError):
        raise page
    data = page.data
    charset = _CHARSET.search(page.form)
    if charset and charset[1].casefold() not in ("utf-8", "utf8") and page.form.startswith(("text/", "application/xh")):
        # What the server says goes before what the page says of itself.
        with suppress(LookupError, ValueError):
            data = data.decode(charset[1]).encode()
    parts = [part for part in re.split(r"[/?#]", page.url.partition("://")[2]) if part]
    stem = Path(parts[-1]).stem if len(parts) > 1 else parts[0]
    raw = SourceFile(name=address, stem=stem or address, data=data, settings=settings)
    for document in read_kind(_within_limit(raw)):
        yield replace(document, url=document.url or page.url, path=document.path or address)


def _read_source(path: str, settings: ReadSettings, known: tuple[SourceEntry, ...], pages: Pages) -> Iterator[Document]:
    if path in pages:
        for document in _read_page(path, pages[path], settings):
            yield _completed(document, path, known)
    elif path == STANDARD_INPUT:
        yield from _read_standard_input(settings)
    elif os.path.isdir(path):  # noqa: PTH112 - a name may be too long for the system
        yield from _read_folder(path, settings, known)
    else:
        yield from _read_file(path, settings, known)


def _read_standard_input(settings: ReadSettings) -> Iterator[Document]:
    if sys.stdin is None:  # Python has None in place of a stream that was closed before it started
        raise ReadError("standard input: is closed; pipe a report into it, or name files or folders.", path="-")
    most = settings.file_bytes + 1
    data = _all_of(sys.stdin.buffer, most) if hasattr(sys.stdin, "buffer") else sys.stdin.read().encode()[:most]
    yield from read_kind(_within_limit(SourceFile(name="standard input", stem="stdin", data=data, settings=settings)))


def _all_of(stream: BinaryIO, most: int) -> bytes:
    """What a stream holds, in parts: memory for all that is allowed is taken at once by whoever asks for it at once."""
    parts: list[bytes] = []
    while most > 0 and (part := stream.read(min(most, _PART))):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


def _within_limit(raw: SourceFile) -> SourceFile:
    if len(raw.data) > raw.settings.file_bytes:
        raise raw.refusal("file_bytes")
    return raw


def _read_folder(folder: str, settings: ReadSettings, known: tuple[SourceEntry, ...]) -> Iterator[Document]:
    found = 0
    failures: list[str] = []
    paths, lost = _files_under(folder)
    # The innermost folder knows best, and what was named on the command line knows better than any.
    sidecars = [path for path in paths if Path(path).name == SIDECAR]
    for sidecar in sorted(sidecars, key=lambda path: -len(Path(path).parts)):
        known = (*known, *_known(sidecar, settings, is_everywhere=False))
    for path in paths:
        if path in sidecars:
            continue
        found += 1
        try:
            yield from _read_file(path, settings, known)
        except (ReadError, MissingExtraError) as error:
            # In a folder, one file that is no report must not cost the others; the briefing names it.
            failures.append(str(error))
            yield Document(id=Path(path).stem or path, text="", path=path, skipped=str(error))
    for closed in lost:
        failures.append(str(closed))
        yield Document(id=Path(str(closed.path)).name, text="", path=closed.path, skipped=str(closed))
    if found == len(failures) - len(lost):
        wanted = "at least one readable report (text, HTML, PDF, Word, mail, feeds, JSON, …)"
        # Whatever is wrong with all of them is wrong with the first: a part that is not installed, a limit.
        first = f" The first: {failures[0]}" if failures else ""
        files = "1 file" if found == 1 else f"{found or 'no'} files"
        raise ReadError(f"{folder}: found {files} and no report, wanted {wanted}.{first}", path=folder)


def _files_under(folder: str) -> tuple[list[str], list[ReadError]]:
    """The files in a folder and the folders in it, and which of those cannot be looked into."""
    lost: list[ReadError] = []

    def note(error: OSError) -> None:
        where = str(error.filename or folder)
        lost.append(ReadError(f"{where}: cannot be listed ({error.strerror}).", path=where))

    found: list[str] = []
    for parent, folders, names in os.walk(folder, onerror=note):
        # What a browser saves beside a page are scripts, styles and pictures of the page.
        saved = {f"{Path(name).stem}_files" for name in names if Path(name).suffix.casefold() in (".html", ".htm")}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in saved)
        found += (str(Path(parent, name)) for name in names if not name.startswith("."))
        lost += filter(None, (_not_followed(Path(parent, name), folder) for name in folders))
    if lost and lost[0].path == folder:
        raise lost[0]
    return sorted(found), lost


def _not_followed(inner: Path, folder: str) -> ReadError | None:
    """Why a link to a folder is not followed: it may lead anywhere, or round in circles; None for what is none."""
    if not inner.is_symlink() or inner.resolve().is_relative_to(Path(folder).resolve()):
        return None
    return ReadError(f"{inner}: is a link to a folder, which is not followed; name it as well.", path=str(inner))


def _read_file(path: str, settings: ReadSettings, known: tuple[SourceEntry, ...]) -> Iterator[Document]:
    raw = SourceFile(name=path, stem=Path(path).stem or path, data=_bytes_of(path, settings), settings=settings)
    for document in read_kind(_within_limit(raw)):
        named = document if document.path else replace(document, path=path)
        yield _completed(named, path, known)


def _completed(document: Document, path: str, known: tuple[SourceEntry, ...]) -> Document:
    if not known:
        return document
    from summarizer.readers.sidecar import add_known

    return add_known(document, path, known)


def read_file(path: str, *, wanted: str) -> bytes:
    """Return all bytes of one file.

    Args:
        path: The file.
        wanted: What a message says that it should be.

    Raises:
        ReadError: it is not there, is no file, cannot be read, or is larger than any file that is read.
    """
    settings = ReadSettings()
    data = _bytes_of(path, settings, wanted=wanted)
    if len(data) > settings.file_bytes:
        raise ReadError(f"{path}: found more than {settings.file_bytes:,} bytes, wanted {wanted}.", path=path)
    return data


def _bytes_of(path: str, settings: ReadSettings, *, wanted: str = "files, a folder or - for standard input") -> bytes:
    """All bytes of a regular file, or one more than the limit."""
    try:
        # Not to wait is for pipes, which would have us wait for whoever writes into them.
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(file, "rb") as stream:  # noqa: PTH123 - what is open is looked at, so that nothing can change places
            before = os.fstat(file)
            if not stat.S_ISREG(before.st_mode):
                raise ReadError(f"{path}: found no regular file, wanted {wanted}.", path=path)
            data = stream.read(min(before.st_size, settings.file_bytes) + 1)
            after = os.fstat(file)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        hint = f"check the spelling, or give {wanted}"
        raise ReadError(
            f"{short(path)}: no such file or folder (looked from {Path.cwd()}); {hint}.", path=path
        ) from None
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            found = f"found a name of {len(path):,} characters, which is too long for a file"
            raise ReadError(
                f"{short(path)}: {found}; wanted {wanted}; give its name, not its text.", path=path
            ) from error
        raise ReadError(f"{path}: cannot be read ({error.strerror}).", path=path) from error
    is_whole = len(data) == before.st_size or len(data) > settings.file_bytes
    if not is_whole or (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise ReadError(f"{path}: changed while it was read; read it again when it is finished.", path=path)
    return data
