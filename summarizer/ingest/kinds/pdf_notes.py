"""What stands on the pages of a PDF and is no part of their text: remarks, filled fields, attached files."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from summarizer.model import Omission

_MOST = 500  # notes that are looked at: most are links
_REMARKS = ("/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret", "/Stamp")


def find_notes(reader: Any) -> tuple[Omission, ...]:
    """Name the remarks on the pages, what the fields of a form hold, and the files attached.

    Args:
        reader: The file; what is broken in it is passed over.
    """
    found = dict.fromkeys((*islice(_notes(reader), _MOST), *islice(_attached(reader), _MOST)))
    return tuple(one for one in found if one is not None)


def _notes(reader: Any) -> Iterator[Omission | None]:
    for page in reader.pages:
        for reference in _resolved(page.get("/Annots")) or ():
            note = _resolved(reference)
            kind = note.get("/Subtype") if isinstance(note, dict) else None
            if kind in _REMARKS:
                yield _omission(note.get("/Contents"), "remark")
            elif kind == "/Widget":
                yield _omission(note.get("/V"), "field of a form")
            else:
                yield None


def _attached(reader: Any) -> Iterator[Omission | None]:
    """The names of attached files; a tree of names is looked into one level deep."""
    names = _resolved(_resolved(reader.trailer["/Root"]).get("/Names")) or {}
    tree = _resolved(names.get("/EmbeddedFiles")) or {}
    for branch in (tree, *map(_resolved, _resolved(tree.get("/Kids")) or ())):
        told = _resolved(branch.get("/Names")) if isinstance(branch, dict) else None
        yield from (_omission(name, "attachment") for name in (told or ())[::2])


def _omission(value: Any, rule: str) -> Omission | None:
    from pypdf.generic import NameObject

    told = _resolved(value)
    # A name such as "/Off" is the state of a box in a form.
    text = " ".join(told.split()) if isinstance(told, str) and not isinstance(told, NameObject) else ""
    return Omission(text=text, rule=rule) if text else None


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value
