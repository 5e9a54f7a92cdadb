"""Lines of the output. Whoever hands out the work loads this, and none of what briefs: so the workers begin sooner."""

from __future__ import annotations

from typing import Any

from summarizer.batch.records import Entry, Name, Outcome
from summarizer.model.json_text import json_line


def error_outcome(entry: Entry, kind: str, message: str, name: Name | None = None) -> Outcome:
    """Return the outcome of a cluster that could not be briefed.

    Args:
        entry: The cluster.
        kind: The name of the error.
        message: What was found, and what was wanted.
        name: The id of the cluster; None if that is not known.
    """
    place = {} if entry.unit == "folder" else {entry.unit: entry.number}
    told = {"source": entry.source, **place, "kind": kind, "message": message}
    return Outcome(line_of({"id": name, "error": told}), True)


def line_of(record: dict[str, Any]) -> bytes:
    r"""Return a record as a line of the output.

    >>> line_of({"id": "a"})
    b'{"id": "a"}\n'
    """
    return f"{json_line(record)}\n".encode()
