"""A file to read: bytes with a name, and the limits on what may be made of them."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from summarizer.about import install_command
from summarizer.errors import MissingExtraError, ReadError
from summarizer.readers.decode import decode, unmarked_wide
from summarizer.settings import ReadSettings

if TYPE_CHECKING:
    from zipfile import ZipFile

_HEAD = 4096
_FREE = 1_000_000  # bytes that unpack without a look at the ratio: small files of one letter are no bombs
_UNITS = {
    "file_bytes": "bytes",
    "expanded_bytes": "bytes when unpacked",
    "expansion_ratio": "bytes for each packed one",
    "nesting": "files packed within each other",
    "members": "members",
    "reports": "reports",
    "report_chars": "characters in one report",
    "pdf_pages": "pages",
    "pdf_operators": "drawing operators",
    "redirects": "redirects",
    "url_seconds": "seconds",
}


class Allowance:
    """How many bytes one file has become so far; all that is found in it draws on the same allowance."""

    def __init__(self) -> None:
        self.packed = 0
        self.taken = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One file, stream or member of an archive: its name for people, the id it suggests, its bytes as read.

    Attributes:
        name: What messages call it: a path, "a.zip:b.txt", "standard input".
        stem: The id of its report, where it does not tell one.
        data: Its bytes.
        settings: Fields and limits to read it with.
        depth: In how many files it stands that hold others.
        allowance: What the file on disk that it is from has become so far.

    Example:
        >>> SourceFile(name="a.txt", stem="a", data=b"It rained.").text
        'It rained.'
    """

    name: str
    stem: str
    data: bytes
    settings: ReadSettings = field(default_factory=ReadSettings)
    depth: int = 0
    allowance: Allowance = field(default_factory=Allowance)

    @property
    def text(self) -> str:
        """The bytes as text.

        Raises:
            ReadError: they are none.
        """
        return decode(self.data, self.name)

    @property
    def head(self) -> str:
        """The beginning as far as letters of ASCII go, without white space before it: enough to tell kinds apart."""
        start = self.data[:_HEAD]
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return start.decode("utf-16", errors="replace").lstrip()
        wide = unmarked_wide(start)
        if wide:
            return start.decode(wide, errors="replace").lstrip()
        return start.removeprefix(codecs.BOM_UTF8).decode("latin-1").lstrip()

    def member(self, name: str, stem: str, data: bytes) -> SourceFile:
        """Return what was found in this: its name, the id it suggests, its bytes."""
        return replace(self, name=f"{self.name}:{name}", stem=stem or self.stem, data=data, depth=self.depth + 1)

    @property
    def ending(self) -> str:
        """The ending of its name, in small letters, with the dot."""
        name = self.name.rpartition("://")[2].partition("?")[0] if "://" in self.name else self.name
        return PurePosixPath(name.rpartition(":")[2]).suffix.casefold()

    def refusal(self, limit: str) -> ReadError:
        """Return the error that names this file and the limit that it goes beyond."""
        most = getattr(self.settings, limit)
        return ReadError(
            f"{self.name}: refused, found more than {most:,} {_UNITS[limit]}; where you trust the file, raise the limit"
            f" with --limit {limit}=N.",
            path=self.name,
        )

    def unreadable(self, kind: str, error: object) -> ReadError:
        """Return the error that says why this cannot be read as what it looks like."""
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        return ReadError(f"{self.name}: cannot be read as {kind} ({reason}).", path=self.name)

    def unpack(self, read: Callable[[int], bytes]) -> bytes:
        """Read all that a stream within this holds, as far as the limits allow.

        Args:
            read: Reads at most so many bytes of the stream.

        Raises:
            ReadError: it holds more than `expanded_bytes`, or more than `expansion_ratio` for each byte on disk.
        """
        parts = []
        while part := read(2**16):
            parts.append(part)
            self.account(len(part))
        return b"".join(parts)

    def excess(self, size: int) -> str | None:
        """Return the name of the limit that so many more unpacked bytes would go beyond, if there is one."""
        taken = self.allowance.taken + size
        if taken > self.settings.expanded_bytes:
            return "expanded_bytes"
        packed = self.allowance.packed or len(self.data)
        return "expansion_ratio" if taken > max(_FREE, self.settings.expansion_ratio * packed) else None

    def account(self, size: int) -> None:
        """Note that so many bytes were unpacked.

        Raises:
            ReadError: as `unpack` does.
        """
        self.allowance.packed = self.allowance.packed or len(self.data)
        self.allowance.taken += size
        limit = self.excess(0)
        if limit:
            raise self.refusal(limit)


def check_parts(raw: SourceFile) -> ZipFile:
    """Open a zipped document and check what its parts say that they hold against the limits; zipfile reads no more.

    Raises:
        ReadError: it is too much, or this is no zip.
    """
    import io
    import zipfile

    try:
        archive = zipfile.ZipFile(io.BytesIO(raw.data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise raw.unreadable("a document", error) from None
    entries = archive.infolist()
    if len(entries) > raw.settings.members:
        raise raw.refusal("members")
    raw.account(sum(entry.file_size for entry in entries))
    return archive


def read_part(raw: SourceFile, archive: ZipFile, name: str) -> bytes:
    """Read a part of a zipped document, whose size was checked when it was opened.

    Raises:
        KeyError: there is none of this name.
        ReadError: it cannot be unpacked.
    """
    try:
        return archive.read(name)
    except KeyError:
        raise
    except Exception as error:  # zipfile raises what zlib, bz2 and lzma raise, and some of its own
        raise raw.unreadable(f"a document with {name}", error) from None


def refuse_entities(raw: SourceFile) -> None:
    """Refuse XML that declares entities: reports need none, and bombs and thefts of files are made of them.

    Raises:
        ReadError: it does.
    """
    data = raw.data.replace(b"\0", b"")  # UTF-16 as well
    if b"<!ENTITY" in data:
        raise ReadError(f"{raw.name}: refused, it declares XML entities.", path=raw.name)


def missing_extra(raw: SourceFile, kind: str, extra: str) -> MissingExtraError:
    """Return the error that says what to install so that a kind of file can be read."""
    return MissingExtraError(
        f"{raw.name}: {kind} needs a part that is not installed; install it with: {install_command(extra)}"
    )
