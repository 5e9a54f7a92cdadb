"""Makes the reports of a cluster out of an entry."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from summarizer.batch.records import Entry, Name
from summarizer.errors import InputError, ReadError
from summarizer.evaluation.data import read_report
from summarizer.evaluation.records import OmittedCluster
from summarizer.languages.codes import read_code
from summarizer.model import Document
from summarizer.readers.documents import read_documents
from summarizer.settings import CHECKS, ReadSettings


class ReadCluster(NamedTuple):
    """A cluster that was read.

    Attributes:
        name: Its id, as it was given.
        documents: Its reports; one that cannot be read is empty and says why.
    """

    name: Name
    documents: list[Document]


class BrokenClusterError(ReadError):
    """A cluster that cannot be read; `name` is its id, None where that is not known."""

    def __init__(self, message: str, *, name: Name | None = None) -> None:
        super().__init__(message)
        self.name = name


def read_cluster(entry: Entry, settings: ReadSettings) -> ReadCluster:
    """Read the reports of a cluster.

    Args:
        entry: The cluster as it stands in its source.
        settings: Names of fields, and limits.

    Raises:
        BrokenClusterError: it is no cluster: no JSON, no object, without documents.

    Example:
        >>> entry = Entry("a.jsonl", "line", 1, b'{"id": 7, "documents": ["It rained in Oslo."]}')
        >>> read_cluster(entry, ReadSettings())
        ReadCluster(name=7, documents=[Document('1', 4 words)])
    """
    if entry.fault:
        raise BrokenClusterError(f"{entry.where}: {entry.fault}.")
    if entry.unit == "folder":
        return _read_folder(entry, settings)
    record = _parse(entry)
    name = record.get("id")
    if name is None or name == "":
        name = f"{Path(entry.source).name}:{entry.number}"
    elif not isinstance(name, (str, int)) or isinstance(name, bool):
        raise BrokenClusterError(f'{entry.where}: "id" is {type(name).__name__}, wanted text or a whole number.')
    language = _language(record, entry, name)
    given = record.get("documents")
    if not isinstance(given, list):
        found = "no field" if given is None else type(given).__name__
        raise BrokenClusterError(f'{entry.where}: found {found} as "documents", wanted a list of reports.', name=name)
    if not given:
        raise BrokenClusterError(f'{entry.where}: found no report in "documents", wanted at least one.', name=name)
    read = (_read(value, number, settings) for number, value in enumerate(given, start=1))
    documents = [_in_language(document, language) for document in _tell_apart(read)]
    if all(document.skipped for document in documents):
        raise BrokenClusterError(f"{entry.where}: found no report that can be read: {documents[0].skipped}", name=name)
    return ReadCluster(name, documents)


def _parse(entry: Entry) -> dict[str, Any]:
    try:
        record = json.loads(entry.data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        found = f"found the byte 0x{entry.data[error.start]:02x} at {error.start}, wanted UTF-8"
        raise BrokenClusterError(f"{entry.where}: {found}.") from None
    except (ValueError, RecursionError) as error:
        found = f"found malformed JSON ({error}), wanted one object a {entry.unit}"
        raise BrokenClusterError(f"{entry.where}: {found}.") from None
    if not isinstance(record, dict):
        raise BrokenClusterError(f"{entry.where}: found {type(record).__name__}, wanted an object.")
    return record


def _language(record: dict[str, Any], entry: Entry, name: Name) -> str | None:
    given = record.get("lang") or record.get("language")
    if given is None:
        return None
    is_code, wanted = CHECKS["language"]
    language = read_code(given) if isinstance(given, str) else None
    if not is_code(language):
        raise BrokenClusterError(f"{entry.where}: its language is {given!r}, wanted {wanted}.", name=name)
    return language


def _read(value: Any, number: int, settings: ReadSettings) -> Document:
    document = read_report({"text": value} if isinstance(value, str) else value, number, f"document {number}", settings)
    if isinstance(document, OmittedCluster):
        return Document(id=str(number), text="", skipped=document.why)
    return document


def _tell_apart(documents: Iterable[Document]) -> Iterable[Document]:
    """Documents with ids that differ: the second "a" is "a-2"."""
    taken: set[str] = set()
    for document in documents:
        number, own = 1, document.id
        while own in taken:
            number += 1
            own = f"{document.id}-{number}"
        taken.add(own)
        yield document if own == document.id else replace(document, id=own)


def _in_language(document: Document, language: str | None) -> Document:
    if language is None or read_code(document.language):
        return document
    return replace(document, language=language)


def _read_folder(entry: Entry, settings: ReadSettings) -> ReadCluster:
    folder = Path(entry.data.decode("utf-8", "surrogateescape"))
    inside = folder / "documents"
    try:
        documents = read_documents(inside if inside.is_dir() else folder, settings)
    except InputError as error:
        raise BrokenClusterError(str(error), name=folder.name) from None
    return ReadCluster(folder.name, [*documents])
