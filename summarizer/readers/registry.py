"""The registry of readers: for each kind of file how to detect it and which function reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from summarizer.errors import MissingExtraError, PluginError, ReadError, SettingsError
from summarizer.languages.codes import read_code
from summarizer.model import Document
from summarizer.readers import detect as detection
from summarizer.readers.plain_text import read_text
from summarizer.readers.source import SourceFile
from summarizer.registry import Registry, load_part, read_bool


class Reader(Protocol):
    """Reads the reports of one file."""

    def __call__(self, file: SourceFile, /) -> Iterable[Document]:
        """Read a file.

        Args:
            file: Its bytes (`data`), the same as text (`text`), its name for messages (`name`), and the id that a
                report of it gets where it tells none (`stem`).

        Returns:
            At least one `Document`, with `id` and `text`. What the text says of its outlet, date and title is found
            later, as in any other report; fields that are set here stay. Ids that are equal are told apart later.

        Raises:
            ReadError: the file cannot be read; in a folder it is then passed over, and the briefing names it.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """A kind of file: who reads it, which endings suggest it, and who tells it by its content.

    Attributes:
        read: A reader, or where one stands, as "package.module:function": it is imported when the first file of the
            kind is read.
        endings: Endings of names, in small letters and with the dot.
        detect: Tells by its content whether a file is of this kind. Without it the endings tell.

    Example:
        >>> FileKind(read="our_package.cards:read_cards", endings=(".cards",)).endings
        ('.cards',)
    """

    read: Reader | str
    endings: tuple[str, ...] = ()
    detect: Callable[[SourceFile], bool] | None = None

    def __post_init__(self) -> None:
        if not (self.read and (callable(self.read) or isinstance(self.read, str))):
            raise SettingsError(f"FileKind.read: found {self.read!r}, wanted a function, or the place of one as text.")
        if not (self.endings or self.detect):
            raise SettingsError("FileKind: found neither endings nor detect, wanted one of them.")
        if not isinstance(self.endings, (tuple, list)) or not all(map(_is_ending, self.endings)):
            raise SettingsError(
                f"FileKind.endings: found {self.endings!r}, wanted endings in small letters and with the dot, such as "
                '(".wire",).'
            )


def _is_ending(value: object) -> bool:
    return isinstance(value, str) and value[:1] == "." and value == value.casefold()


def _read_other_office(raw: SourceFile) -> Iterator[Document]:
    raise ReadError(
        f"{raw.name}: found an old Word file, a sheet or slides; save it as .docx, .odt, .csv or text first.",
        path=raw.name,
    )


def _place(name: str) -> str:
    """The place of a reader of ours: most runs read few kinds, and import no more."""
    return f"summarizer.readers.{name}"


_OURS: dict[str, FileKind | str] = {
    "packed": FileKind(read=_place("archives:read_packed"), detect=detection.is_packed),
    "other office": FileKind(read=_read_other_office, detect=detection.is_other_office),
    "docx": FileKind(read=_place("docx:read_docx"), endings=(".docx",), detect=detection.is_docx),
    "odt": FileKind(read=_place("odt:read_odt"), endings=(".odt",), detect=detection.is_odt),
    "epub": FileKind(read=_place("epub:read_epub"), endings=(".epub",), detect=detection.is_epub),
    "zip": FileKind(read=_place("archives:read_zip"), detect=detection.is_zip),
    "pdf": FileKind(read=_place("pdf.reader:read_pdf"), endings=(".pdf",), detect=detection.is_pdf),
    "rtf": FileKind(read=_place("rtf:read_rtf"), endings=(".rtf",), detect=detection.is_rtf),
    "warc": FileKind(read=_place("warc:read_warc"), endings=(".warc",), detect=detection.is_warc),
    "parquet": FileKind(read=_place("tables:read_parquet"), endings=(".parquet",), detect=detection.is_parquet),
    "feed": FileKind(read=_place("feeds:read_feed"), endings=(".rss", ".atom", ".rdf"), detect=detection.is_feed),
    "html": FileKind(
        read=_place("html.reader:read_html"),
        endings=(".html", ".htm", ".xhtml"),
        detect=detection.is_html,
    ),
    "mhtml": FileKind(
        read=_place("mhtml:read_mhtml"),
        endings=(".mht", ".mhtml"),
        detect=detection.is_mhtml,
    ),
    "mbox": FileKind(read=_place("mail.reader:read_mbox"), endings=(".mbox",), detect=detection.is_mbox),
    "mail": FileKind(read=_place("mail.reader:read_message"), endings=(".eml",), detect=detection.is_mail),
    "JSON": FileKind(read=_place("json_reports:read_json"), endings=(".json",), detect=detection.is_json),
    "JSON Lines": FileKind(read=_place("json_reports:read_json_lines"), endings=(".jsonl", ".ndjson")),
    "CSV": FileKind(read=_place("tables:read_csv"), endings=(".csv", ".tsv")),
    "text": FileKind(read=read_text, endings=(".txt", ".md", ".markdown")),
}
READERS: Registry[FileKind] = Registry(
    "reader",
    "summarizer.readers",
    _OURS,
    is_fit=lambda value: isinstance(value, FileKind),
    wanted="a FileKind",
)
_KINDS = {name: kind for name, kind in _OURS.items() if isinstance(kind, FileKind)}
_KIND_OF = {ending: name for name, kind in _KINDS.items() for ending in kind.endings}


def register_reader(
    name: str,
    read: Reader,
    *,
    endings: tuple[str, ...] = (),
    detect: Callable[[SourceFile], bool] | None = None,
) -> None:
    """Add a reader of a kind of file, for this process; packages add theirs as entry points.

    Args:
        name: What messages and `Document.kind` call the kind.
        read: Reads the reports of one file.
        endings: Endings of names, in small letters and with the dot; none of those that we read.
        detect: Tells by its content whether a file is of this kind. Without it the endings tell.

    Raises:
        PluginError: the name or an ending is taken; `read` is no function; neither endings nor `detect` are given; or
            an ending is no text in small letters with its dot.

    Example:
        >>> def read_cards(file):
        ...     for number, card in enumerate(file.text.split("---"), start=1):
        ...         yield Document.from_text(card, id=f"{file.stem}-{number}")
        >>> register_reader("cards", read_cards, endings=(".cards",))
    """
    try:
        kind = FileKind(read=read, endings=endings, detect=detect)
    except SettingsError as error:
        raise READERS.refusal(name, str(error).rstrip(".")) from None
    for ending in endings:
        if ending in _KIND_OF:
            raise READERS.refusal(name, _taken(ending, _KIND_OF[ending]))
    READERS.register(name, kind)


def _taken(ending: str, owner: str) -> str:
    return f"the ending {ending} is taken by {owner!r}, wanted another ending"


def detect_kind(raw: SourceFile) -> str:
    """Return the name of the kind that a file is.

    Readers from outside are asked first, but for files with an ending of ours. Then its content tells, else its ending;
    else it is text.
    """
    by_ending = _KIND_OF.get(raw.ending)
    if by_ending == "JSON Lines" and raw.head[:1] in ("{", "["):
        return by_ending
    brought = None if by_ending else _detect_brought(raw)
    if brought:
        return brought
    by_content = (name for name, kind in _KINDS.items() if kind.detect and kind.detect(raw))
    return next(by_content, by_ending or "text")


def _detect_brought(raw: SourceFile) -> str | None:
    """The reader from outside that takes a file; None where none does. Those that cannot be loaded are left out."""
    owners = dict(_KIND_OF)
    for name, kind in READERS.load_brought().items():
        for ending in kind.endings:
            if ending in owners:
                raise READERS.failure(name, _taken(ending, owners[ending]))
            owners[ending] = name
        if _takes(name, kind, raw):
            return name
    return None


def _takes(name: str, kind: FileKind, raw: SourceFile) -> bool:
    if kind.detect is None:
        return raw.ending in kind.endings
    with READERS.guard(name, f" for {raw.name}"):
        found = kind.detect(raw)
    is_taken = read_bool(found)
    if is_taken is None:
        raise READERS.failure(name, f"detect returned {type(found).__name__} for {raw.name}, wanted True or False")
    return is_taken


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
        for document in _not_too_long(raw, _documents_of(kind, raw)):
            code = read_code(document.language)
            told = document if code == document.language else replace(document, language=code)
            yield told if told.kind or told.skipped else replace(told, kind=kind)
    except ReadError as error:
        if raw.name in str(error):
            raise
        raise ReadError(f"{raw.name}: {error}", path=raw.name) from None


def _documents_of(name: str, raw: SourceFile) -> Iterator[Document]:
    """What the reader of a kind finds in a file; a reader from outside is held to what `Reader` says."""
    read = READERS[name].read
    count = 0
    with READERS.guard(name, f" for {raw.name}", allowed=(PluginError, ReadError, MissingExtraError)):
        reader: Reader = load_part(read) if isinstance(read, str) else read
        for document in reader(raw):
            if not isinstance(document, Document):
                raise READERS.failure(name, f"yielded {type(document).__name__} for {raw.name}, wanted Document")
            count += 1
            yield document
    if not count and name not in READERS.own:
        what = f"yielded nothing for {raw.name}, wanted at least one Document, or a ReadError that says why not"
        raise READERS.failure(name, what)


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
    raw: SourceFile,
    members: Iterable[SourceFile | ReadError],
    *,
    read: Callable[[SourceFile], Iterator[Document]] | None = None,
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
