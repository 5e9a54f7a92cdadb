"""Detects the kind of a file from its content."""

from __future__ import annotations

import re

from summarizer.readers.source import SourceFile

# What was matched once is not tried in other ways: there would be as many as twice for each comment more.
_PROLOGUE = r"\A(?:(?:<\?[\w-][^>]*>|<!--.*?-->)\s*)*+"
_HTML = re.compile(_PROLOGUE + r"(?:<!doctype html\b|<html\b)", re.IGNORECASE | re.DOTALL)
_XML = re.compile(r"<\?xml\s")
_PARAGRAPH = re.compile(rb"<p(?:\s[^<>]{0,300})?>", re.IGNORECASE)
_FEED = re.compile(
    _PROLOGUE + r"(?:<!doctype\s[^>\[]*+(?:\[[^\]]*+\]\s*+)?>\s*+)?<(?:rss|feed|rdf:RDF|\w+:feed)\b",
    re.IGNORECASE | re.DOTALL,
)
_MBOX = re.compile(r"\AFrom \S+ .*\d{4}\s*\n>?[A-Za-z][\w-]*:")
_MAIL = re.compile(r"\A(?:[!-9;-~]++:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)++\r?\n")
_MAIL_FIELDS = ("from", "date", "subject", "message-id", "mime-version", "received", "return-path")
_OFFICE = {b"application/epub+zip": "epub", b"application/vnd.oasis.opendocument.text": "odt"}


def is_pdf(raw: SourceFile) -> bool:
    """A PDF may have some bytes before its mark: readers take up to a thousand."""
    return b"%PDF-" in raw.data[:1024]


def is_rtf(raw: SourceFile) -> bool:
    """RTF says so at once."""
    return raw.data.startswith(b"{\\rtf")


def is_packed(raw: SourceFile) -> bool:
    """Gzip, bzip2, xz, Zstandard."""
    return raw.data.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd"))


def is_zip(raw: SourceFile) -> bool:
    """An archive of files, or of no file."""
    return raw.data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_epub(raw: SourceFile) -> bool:
    """A zip whose first member says that it is a book."""
    return _mimetype(raw) == "epub"


def is_odt(raw: SourceFile) -> bool:
    """A zip whose first member says that it is a text."""
    return _mimetype(raw) == "odt"


def _mimetype(raw: SourceFile) -> str | None:
    if not is_zip(raw) or raw.data[30:38] != b"mimetype":
        return None
    return next((kind for mark, kind in _OFFICE.items() if raw.data[38:].startswith(mark)), None)


def is_docx(raw: SourceFile) -> bool:
    """A zip with a Word document at its place."""
    return _holds(raw, "word/document.xml")


def is_other_office(raw: SourceFile) -> bool:
    """What Word, Excel and PowerPoint wrote until 2007, and their sheets and slides since."""
    if raw.data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return True
    return _holds(raw, "xl/workbook.xml") or _holds(raw, "ppt/presentation.xml")


def _holds(raw: SourceFile, name: str) -> bool:
    if not is_zip(raw) or name.encode() not in raw.data:
        return False
    import io
    import zipfile

    try:
        return name in zipfile.ZipFile(io.BytesIO(raw.data)).namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False


def is_warc(raw: SourceFile) -> bool:
    """A web archive says so at once."""
    return raw.data.startswith(b"WARC/")


def is_parquet(raw: SourceFile) -> bool:
    """Parquet says so at both ends."""
    return raw.data.startswith(b"PAR1") and raw.data.endswith(b"PAR1")


def is_feed(raw: SourceFile) -> bool:
    """RSS, RDF or Atom, by the first element."""
    return raw.head.startswith("<") and bool(_FEED.match(raw.head))


def is_html(raw: SourceFile) -> bool:
    """A page, by its first element or its document type; XML with paragraphs as pages have (NITF, NewsML)."""
    head = raw.head
    return head.startswith("<") and bool(_HTML.match(head) or (_XML.match(head) and _PARAGRAPH.search(raw.data)))


def is_mbox(raw: SourceFile) -> bool:
    """Messages one after another, each behind a line that begins with From."""
    return raw.head.startswith("From ") and bool(_MBOX.match(raw.head))


def is_mail(raw: SourceFile) -> bool:
    """A message: header fields, three of them of those that messages have, and nothing else before the blank line."""
    head = raw.head.replace("\r\n", "\n")
    if not re.match(r"[!-9;-~]+:[ \t\n]", head):
        return False
    fields = {line.partition(":")[0].casefold() for line in head.partition("\n\n")[0].split("\n")}
    whole = _MAIL.match(head) is not None or "\n\n" not in head
    return whole and "from" in fields and sum(name in fields for name in _MAIL_FIELDS) >= 3


def is_mhtml(raw: SourceFile) -> bool:
    """A message that a browser wrote: it says from where it saved the page."""
    return is_mail(raw) and bool(re.search(r"^snapshot-content-location:", raw.head, re.IGNORECASE | re.MULTILINE))


def is_json(raw: SourceFile) -> bool:
    """An object or a list that parses, as a whole or in its first line; or what surely means to be one."""
    if raw.head[:1] not in ("{", "["):
        return False
    import json

    text = raw.text
    first = text.lstrip().split("\n", 1)[0]
    for candidate in (first, text):
        try:
            return isinstance(json.loads(candidate), (dict, list))
        except (ValueError, RecursionError):
            continue
    return first.startswith('{"')
