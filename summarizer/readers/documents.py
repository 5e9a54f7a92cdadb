"""Reads reports from paths and prepares them: cleaned, described, ready to be split."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from os import PathLike, fsdecode
from typing import Any

from summarizer.cleaning.mark_story import clean_document
from summarizer.cleaning.metadata import describe_document
from summarizer.cleaning.processes import map_in_processes
from summarizer.cleaning.registry import apply_rules, check_rules
from summarizer.errors import InputError, ReadError
from summarizer.languages.codes import read_code
from summarizer.model import Document, DocumentId, Documents
from summarizer.readers.paths import read_raw, tell_language
from summarizer.settings import ReadSettings

_HALF = re.compile("[\ud800-\udfff]")


def read_documents(
    paths: Iterable[str | PathLike[str]] | str | PathLike[str],
    settings: ReadSettings | None = None,
    *,
    network: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Documents:
    """Read reports from files, folders and standard input; find what they tell about themselves; mark their story.

    Args:
        paths: Files of any kind in `READERS`, folders (read whole, with the folders in them; hidden files are left
            out), addresses of pages, or "-" for standard input, in any mix.
        settings: Fields and limits to read with; the defaults serve most.
        network: Whether https:// and http:// addresses among the paths may be fetched; nothing else is ever fetched.
        progress: Called with a line of text as each report has been read.

    Returns:
        Documents in the order given, ids unique. A file that cannot be read beside others is no error: its document is
        empty and tells why in `skipped`.

    Raises:
        ReadError: a file named is not there, or nothing of what was named could be read.
        MissingExtraError: the kind of a file named needs a part that is not installed.
        InputError: no path is given, or standard input twice.

    Example:
        >>> documents = read_documents(["seeds"])
        >>> documents
        Documents(5 reports, 3,379 words)
        >>> documents[3]
        Document('003_af31facfb1cc1fc8', 'Caixin', 272 words)
    """
    return Documents(iter_documents(paths, settings, network=network, progress=progress))


def iter_documents(
    paths: Iterable[str | PathLike[str]] | str | PathLike[str],
    settings: ReadSettings | None = None,
    *,
    network: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Iterator[Document]:
    """Read reports as `read_documents` does, one at a time: each is there as soon as it has been read.

    Args:
        paths: Files, folders, addresses or "-", as `read_documents` takes them.
        settings: Fields and limits to read with.
        network: Whether addresses among the paths may be fetched; all pages are fetched before the first report.
        progress: Called with a line of text as each report has been read.

    Yields:
        Documents in the order given, ids unique. What cannot be read tells why in `skipped`.

    Raises:
        ReadError, MissingExtraError, InputError: as `read_documents` does, but only when the iterator comes to it.

    Example:
        >>> for document in iter_documents("seeds"):
        ...     print(document.id, document.words)
        000_15d38f3dc919dc95 658
        001_18940ac4ae744549 834
        002_54e1695fbf68e410 835
        003_af31facfb1cc1fc8 272
        004_b2155228af745fda 780
    """
    settings = settings or ReadSettings()
    rules = settings.cleaning_rules
    check_rules(rules)
    finish = partial(_prepare_told, language=settings.language)
    for document in read_raw(paths, settings, network=network, progress=progress, finish=finish):
        if progress:
            progress(f"reading {document.id}")
        yield prepare_document(document, rules=rules)


def _prepare_told(document: Document, language: str | None) -> Document:
    return prepare_document(tell_language(document, language))


def read_document(path: str | PathLike[str]) -> Document:
    """Read the one report of a file; see `Document.from_file`.

    Raises:
        ReadError, MissingExtraError: as `read_documents` does; ReadError where the file holds no report, too.
        InputError: the file holds several reports.
    """
    name = fsdecode(path)
    documents = [*islice(iter_documents(path), 2)]
    if len(documents) > 1:
        raise InputError(f"{name}: found several reports, wanted one; read_documents reads them all.", path=name)
    if not documents:
        raise ReadError(f"{name}: found no report, wanted one.", path=name)
    if documents[0].skipped:
        raise ReadError(documents[0].skipped, path=name)
    if not documents[0].text.strip():
        raise ReadError(f"{name}: found no text in it, wanted a report.", path=name)
    return documents[0]


def prepare_documents(
    documents: Iterable[Document],
    language: str,
    *,
    rules: Sequence[str] = (),
    jobs: int = 1,
    progress: Callable[[str], None],
) -> Documents:
    """Prepare reports as `prepare_document` does, those that are not clean yet.

    Args:
        documents: Reports.
        language: Code of the language of those that do not tell.
        rules: Names of cleaning rules from outside.
        jobs: How many processes clean them, where they are many.
        progress: Called with a line of text as each is begun.

    Raises:
        InputError: two reports have one id, one is no document, or a document stands for a list of them.
    """
    if isinstance(documents, Document):
        raise InputError("documents: found a Document, wanted several; give a list.")
    given: dict[DocumentId, Document] = {}
    for document in documents:
        if not isinstance(document, Document):
            raise InputError(
                f"Documents: found {type(document).__name__}, wanted Document; read_documents(paths) reads files,"
                " Document.from_text(text) takes a text that you hold."
            )
        if document.id in given:
            raise InputError(f"Documents: found two with the id {document.id!r}, wanted ids that differ.")
        given[document.id] = document
    prepared: list[Document] = []
    for part in map_in_processes(partial(_prepare_all, language=language), given.values(), _length_left, jobs):
        for document in part:
            if given[document.id].kept is None:
                progress(f"cleaning {document.id}")
            prepared.append(prepare_document(document, language, rules))
    return Documents(prepared)


def _prepare_all(documents: Sequence[Document], language: str) -> list[Document]:
    return [prepare_document(document, language) for document in documents]


def _length_left(document: Document) -> int:
    """How many characters of a document are to be cleaned."""
    return len(document.text) if document.kept is None else 0


def prepare_document(document: Document, language: str = "en", rules: Sequence[str] = ()) -> Document:
    """Clean a document and find its metadata; one that is clean already is held against the rules named alone.

    Args:
        document: A report.
        language: Code of its language, where it does not tell.
        rules: Names of cleaning rules from outside.

    Raises:
        SettingsError: there is no rule of a name.
        PluginError: a rule fails.
    """
    code = read_code(document.language)
    if code != document.language:
        document = replace(document, language=code)
    if document.kept is None:
        document = _without_halves(document)
        document = describe_document(clean_document(document, document.language or language))
    return apply_rules(document, rules, language) if rules else document


def _without_halves(document: Document) -> Document:
    """A document without halves of surrogate pairs: no text holds them, and two of them come back from JSON as one."""
    told = {name: getattr(document, name) for name in ("text", "title", "outlet", "author", "credit", "url")}
    mended: dict[str, Any] = {
        name: _HALF.sub("\ufffd", text) for name, text in told.items() if text and _HALF.search(text)
    }
    return replace(document, **mended) if mended else document
