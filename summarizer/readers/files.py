"""Files as reports, each in this process or many in several."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cleaning.processes import map_in_processes
from summarizer.errors import MissingExtraError, ReadError, short
from summarizer.model import Document
from summarizer.readers.registry import read_kind
from summarizer.readers.source import SourceFile
from summarizer.settings import ReadSettings

if TYPE_CHECKING:
    from summarizer.readers.sidecar import SourceEntry

Finish = Callable[[Document], Document]  # what is made of a document by the process that reads it
_Outcome = tuple[list[Document], ReadError | MissingExtraError | None]  # the reports of a file, and what stopped it


def read_files(
    paths: Iterable[str], settings: ReadSettings, known: Sequence[SourceEntry], finish: Finish
) -> Iterator[Iterator[Document]]:
    """Read files in their order, where many jobs are wanted in several processes.

    Args:
        paths: The files.
        settings: Fields and limits to read with, and how many processes read.
        known: What is known of files.
        finish: A function of a module, which is called for each document where it was read.

    Yields:
        For each file its reports. They raise, where the file has a fault, ReadError or MissingExtraError, after what
        could be read of it.
    """
    if settings.jobs == 1:
        yield from (_read_and_finish(path, settings, known, finish) for path in paths)
        return
    task = partial(_read_part, settings=settings, known=known, finish=finish)
    for outcomes in map_in_processes(task, paths, _size_of, settings.jobs):
        yield from (_give(*outcome) for outcome in outcomes)


def _read_part(
    paths: Sequence[str], settings: ReadSettings, known: Sequence[SourceEntry], finish: Finish
) -> list[_Outcome]:
    outcomes: list[_Outcome] = []
    for path in paths:
        documents: list[Document] = []
        failure = None
        try:
            documents.extend(_read_and_finish(path, settings, known, finish))
        except (ReadError, MissingExtraError) as error:
            failure = error
        outcomes.append((documents, failure))
    return outcomes


def _give(documents: Sequence[Document], failure: Exception | None) -> Iterator[Document]:
    yield from documents
    if failure is not None:
        raise failure


def _size_of(path: str) -> int:
    with suppress(OSError, ValueError):
        return Path(path).stat().st_size
    return 0


def _read_and_finish(
    path: str, settings: ReadSettings, known: Sequence[SourceEntry], finish: Finish
) -> Iterator[Document]:
    return map(finish, _read_file(path, settings, known))


def within_limit(raw: SourceFile) -> SourceFile:
    """Return a file that is not too large.

    Raises:
        ReadError: it is.
    """
    if len(raw.data) > raw.settings.file_bytes:
        raise raw.refusal("file_bytes")
    return raw


def _read_file(path: str, settings: ReadSettings, known: Sequence[SourceEntry]) -> Iterator[Document]:
    raw = SourceFile(name=path, stem=Path(path).stem or path, data=bytes_of(path, settings), settings=settings)
    for document in read_kind(within_limit(raw)):
        named = document if document.path else replace(document, path=path)
        yield completed(named, path, known)


def completed(document: Document, path: str, known: Sequence[SourceEntry]) -> Document:
    """Return a document with what is known of it and it does not tell."""
    if not known:
        return document
    from summarizer.readers.sidecar import add_known

    return add_known(document, path, known)


def read_bytes(path: str, *, wanted: str) -> bytes:
    """Return all bytes of one file.

    Args:
        path: The file.
        wanted: What a message says that it should be.

    Raises:
        ReadError: it is not there, is no file, cannot be read, or is larger than any file that is read.
    """
    settings = ReadSettings()
    data = bytes_of(path, settings, wanted=wanted)
    if len(data) > settings.file_bytes:
        raise ReadError(f"{path}: found more than {settings.file_bytes:,} bytes, wanted {wanted}.", path=path)
    return data


def bytes_of(path: str, settings: ReadSettings, *, wanted: str = "files, a folder or - for standard input") -> bytes:
    """Return all bytes of a regular file, or one more than the limit.

    Raises:
        ReadError: it cannot be read, is no regular file, or changes meanwhile.
    """
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
