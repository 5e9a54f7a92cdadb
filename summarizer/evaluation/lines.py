"""JSON Lines, a record at a time: a broken line is named, and the others are read."""

from __future__ import annotations

import json
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from summarizer.errors import ReadError, short
from summarizer.evaluation.records import Omission
from summarizer.ingest.decoding import decode


def read_records(path: str | PathLike[str]) -> tuple[list[tuple[str, dict[str, Any]]], list[Omission]]:
    """Read a file with one JSON object a line; empty lines mean nothing.

    Returns:
        Each object after the place that it stands in ("data.jsonl, line 3"), and the lines that hold none.

    Raises:
        ReadError: the file is missing, unreadable or no text.
    """
    found, broken = [], []
    for number, line in enumerate(read_file(path).split("\n"), start=1):
        where = f"{fspath(path)}, line {number}"
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            broken.append(Omission(what=where, why=f"found malformed JSON ({error}), wanted one object a line"))
            continue
        if isinstance(record, dict):
            found.append((where, record))
        else:
            broken.append(Omission(what=where, why=f"found {type(record).__name__}, wanted an object"))
    return found, broken


def read_file(path: str | PathLike[str]) -> str:
    """Return the text of a file, decoded as reports are.

    Raises:
        ReadError: the file is missing, unreadable or no text.
    """
    name = fspath(path)
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(
            f"{short(name)}: cannot be read ({reason}), wanted a text file; check the path.", path=name
        ) from error
    return decode(data, name)
