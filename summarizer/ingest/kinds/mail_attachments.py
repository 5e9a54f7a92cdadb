"""What is attached to a message: reports of their own, where their kind is one that is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from summarizer.errors import MissingExtraError, ReadError
from summarizer.ingest.kinds import KINDS, read_kind, recognise_kind
from summarizer.ingest.kinds.raw import Raw
from summarizer.model import Document

_WRITTEN = ("text", "html")  # kinds of which programs attach lines of their own: footers, notices of scanners
_LEAST = 25  # words of such an attachment that may be a report


def open_attachment(raw: Raw, part: Any) -> Raw | None:
    """Return what is attached, where it may be a report; None for a picture, a signature, a line or two.

    Args:
        raw: The message.
        part: The part of it.
    """
    name = part.get_filename() or part.get_content_type()
    data = part.get_payload(decode=True) or b""
    if not data or raw.depth >= raw.settings.nesting:
        return None
    stem = name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    member = raw.member(name, stem or raw.stem, data)
    kind = recognise_kind(member)
    is_told = kind != "text" or member.ending in KINDS["text"].endings or name == "text/plain"
    is_brief = kind in _WRITTEN and len(data.split(None, _LEAST)) < _LEAST
    return member if is_told and not is_brief else None


def read_attachments(raw: Raw, members: Iterable[Raw]) -> Iterator[Document]:
    """Read what is attached to a message; what cannot be read becomes a document that says why.

    Args:
        raw: The message.
        members: What `open_attachment` returned for its parts.
    """
    for member in members:
        try:
            raw.account(len(member.data))
            for document in read_kind(member):
                yield document if document.path else replace(document, path=member.name)
        except (ReadError, MissingExtraError) as error:
            yield Document(id=member.stem, text="", path=member.name, skipped=str(error))
