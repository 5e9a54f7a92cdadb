"""Cells parted by a character, as the csv module reads them, without its limit, which is one of the whole process."""

from __future__ import annotations

import re
from collections.abc import Iterator


def split_rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """Split a table into rows of cells; empty lines are left out.

    A cell that begins with a quotation mark goes on to the next single one, over ends of lines. A mark that is never
    closed stands for itself: it must not swallow the rows after it.

    Args:
        text: The table.
        delimiter: One character that parts cells.
    """
    parting = re.escape(delimiter)
    # What was matched once is not tried in other ways: a cell may be megabytes.
    cell = re.compile(
        rf'(?:"(?P<quoted>[^"]*+(?:""[^"]*+)*+)"(?P<rest>[^{parting}\r\n]*+)|(?P<plain>[^{parting}\r\n]*+))'
        rf"(?P<end>{parting}|\r\n|\r|\n|\Z)"
    )
    row: list[str] = []
    at = 0
    while at < len(text):
        found = cell.match(text, at)
        if found is None:  # cannot be: what is plain may be empty
            return
        at = found.end()
        quoted = found["quoted"]
        row.append(found["plain"] if quoted is None else quoted.replace('""', '"') + found["rest"])
        if found["end"] == delimiter:
            if at == len(text):
                row.append("")
            continue
        is_empty = row == [""] and quoted is None
        if not is_empty:
            yield row
        row = []
    if row:
        yield row
