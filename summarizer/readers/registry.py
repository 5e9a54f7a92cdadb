"""The registry of readers: for each kind of file how to detect it and which function reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module

from summarizer.errors import MissingExtraError, ReadError
from summarizer.languages.codes import read_code
from summarizer.model import Document
from summarizer.readers import detect as recognise
from summarizer.readers.plain_text import read_text
from summarizer.readers.source import Reader, SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of file: who reads it, which endings suggest it, and who tells it by its content."""

    read: Reader
    endings: tuple[str, ...] = ()
    is_one: Callable[[SourceFile], bool] | None = None


def _late(module: str, function: str) -> Reader:
    """A reader whose module is imported when the first file of its kind is read: most runs read few kinds."""

    def read(raw: SourceFile) -> Iterator[Document]:
        reader: Reader = getattr(import_module(f"summarizer.readers.{module}"), function)
        return reader(raw)

    return read


def _read_other_office(raw: SourceFile) -> Iterator[Document]:
    raise ReadError(
        f"{raw.name}: found an old Word file, a sheet or slides; save it as .docx, .odt, .csv or text first.",
        path=raw.name,
    )


KINDS: dict[str, Kind] = {
    "packed": Kind(read=_late("archives", "read_packed"), is_one=recognise.is_packed),
    "other office": Kind(read=_read_other_office, is_one=recognise.is_other_office),
    "docx": Kind(read=_late("office.reader", "read_docx"), endings=(".docx",), is_one=recognise.is_docx),
    "odt": Kind(read=_late("office.reader", "read_odt"), endings=(".odt",), is_one=recognise.is_odt),
    "epub": Kind(read=_late("epub", "read_epub"), endings=(".epub",), is_one=recognise.is_epub),
    "zip": Kind(read=_late("archives", "read_zip"), is_one=recognise.is_zip),
    "pdf": Kind(read=_late("pdf.reader", "read_pdf"), endings=(".pdf",), is_one=recognise.is_pdf),
    "rtf": Kind(read=_late("office.rich_text", "read_rtf"), endings=(".rtf",), is_one=recognise.is_rtf),
    "warc": Kind(read=_late("warc", "read_warc"), endings=(".warc",), is_one=recognise.is_warc),
    "parquet": Kind(read=_late("tables", "read_parquet"), endings=(".parquet",), is_one=recognise.is_parquet),
    "feed": Kind(read=_late("feeds", "read_feed"), endings=(".rss", ".atom", ".rdf"), is_one=recognise.is_feed),
    "html": Kind(
        read=_late("html.reader", "read_html"),
        endings=(".html", ".htm", ".xhtml"),
        is_one=recognise.is_html,
    ),
    "mhtml": Kind(
        read=_late("mhtml", "read_mhtml"),
        endings=(".mht", ".mhtml"),
        is_one=recognise.is_mhtml,
    ),
    "mbox": Kind(read=_late("mail.reader", "read_mbox"), endings=(".mbox",), is_one=recognise.is_mbox),
    "mail": Kind(read=_late("mail.reader", "read_message"), endings=(".eml",), is_one=recognise.is_mail),
    "JSON": Kind(read=_late("json_reports", "read_json"), endings=(".json",), is_one=recognise.is_json),
    "JSON Lines": Kind(read=_late("json_reports", "read_json_lines"), endings=(".jsonl", ".ndjson")),
    "CSV": Kind(read=_late("tables", "read_csv"), endings=(".csv", ".tsv")),
    "text": Kind(read=read_text, endings=(".txt", ".md", ".markdown")),
}


def detect_kind(raw: SourceFile) -> str:
    """Return the name of the kind that a file is: by its content, else by its ending, else text."""
    by_ending = next((name for name, kind in KINDS.items() if raw.ending in kind.endings), None)
    if by_ending == "JSON Lines" and raw.head[:1] in ("{", "["):
        return by_ending
    by_content = (name for name, kind in KINDS.items() if kind.is_one and kind.is_one(raw))
    return next(by_content, by_ending or "text")


def read_kind(raw: SourceFile) -> Iterator[Document]:
    """Read the reports of a file, whatever its kind; of several, one that is too long costs no other.

    Args:
        raw: The file.

    Yields:
        Its reports; the kind of each is noted in it.

    Raises:
        ReadError: it cannot be read, or goes beyond a limit.
        MissingExtraError: its kind needs a part that is not installed.
    """
    kind = detect_kind(raw)
    try:
        for document in _not_too_long(raw, KINDS[kind].read(raw)):
            code = read_code(document.language)
            told = document if code == document.language else replace(document, language=code)
            yield told if told.kind or told.skipped else replace(told, kind=kind)
    except ReadError as error:
        if raw.name in str(error):
            raise
        raise ReadError(f"{raw.name}: {error}", path=raw.name) from None


def _not_too_long(raw: SourceFile, documents: Iterable[Document]) -> Iterator[Document]:
    """Documents as far as their number allows; what is too long is skipped, where there is another."""
    held: list[Document] = []
    is_any_good = False
    for number, document in enumerate(documents, start=1):
        if number > raw.settings.reports:
            raise raw.refusal("reports")
        if len(document.text) > raw.settings.report_chars:
            held.append(Document(id=document.id, text="", path=document.path, skipped=str(raw.refusal("report_chars"))))
            continue
        is_any_good = True
        yield from held
        held.clear()
        yield document
    if held and not is_any_good:
        raise raw.refusal("report_chars")
    yield from held


def read_members(
    raw: SourceFile, members: Iterable[SourceFile | ReadError], *, read: Reader | None = None
) -> Iterator[Document]:
    """Read what was found within a file; what cannot be read becomes a document that says why.

    Args:
        raw: The file.
        members: What was found in it.
        read: Who reads them; None for what each looks like.

    Raises:
        ReadError: nothing in it could be read.
    """
    failed: list[str] = []
    good = 0
    for member in members:
        name = member.path if isinstance(member, ReadError) else member.name
        try:
            if isinstance(member, ReadError):
                raise member
            for document in (read or read_kind)(member):
                good += document.skipped is None
                yield document if document.path else replace(document, path=name)
        except (ReadError, MissingExtraError) as error:
            failed.append(str(error))
            stem = raw.stem if isinstance(member, ReadError) else member.stem
            yield Document(id=stem, text="", path=name, skipped=str(error))
    if not good:
        reason = f"; {failed[0]}" if failed else ""
        raise ReadError(f"{raw.name}: found no report in it{reason}", path=raw.name)
