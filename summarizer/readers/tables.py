"""Tables with a column of text (CSV, TSV, Parquet): every row is a report."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from typing import Any

from summarizer.errors import ReadError
from summarizer.model import Document, Omission
from summarizer.readers.json_reports import name_fields
from summarizer.readers.record_fields import FIELD_NAMES, Record, build_document, read_each
from summarizer.readers.source import SourceFile, missing_extra

_SAMPLE = 20_000
_HEAD = 10  # rows among which the names of the columns are
_TEXTS = frozenset({"text", "body", "content"})
_SHOWN = 20  # names of columns in a message
_SHOWN_LETTERS = 100  # of what stands past the last of them


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


def read_csv(raw: SourceFile) -> Iterator[Document]:
    """Read each row of a table below the names of its columns, whatever parts them: commas, semicolons, tabs, bars."""
    text = raw.text
    delimiter, above = _find_names(raw, text)
    rows = split_rows(text, delimiter)
    head = tuple(
        Omission(text=delimiter.join(row), rule="above the names of the columns") for row in islice(rows, above)
    )
    names = next(rows, [])
    documents = _read_rows(raw, names, (_fitted(names, row, delimiter) for row in rows))
    # The first row tells what stands above the table, though that row itself may be refused.
    first = (replace(document, omitted=(*head, *document.omitted)) for document in islice(documents, 1))
    yield from chain(first, documents)


def _find_names(raw: SourceFile, text: str) -> tuple[str, int]:
    """What parts the columns of a table, and how many rows stand above their names: a title, remarks.

    The names are those of the first row, of the first few, that holds the name of a text, unless it is itself a title
    or a remark over a row with more names; else, to be told, the first row that parts anything and is no remark.
    """
    parting = ("\t",) if raw.ending == ".tsv" and "\t" in text[:_SAMPLE] else (",", ";", "\t", "|")
    tops = {delimiter: [*islice(split_rows(text[:_SAMPLE], delimiter), _HEAD)] for delimiter in parting}
    scored = [
        (at, -count, delimiter)
        for delimiter, rows in tops.items()
        for at, row in enumerate(rows)
        if (count := _count_fields(raw, row))
    ]
    if scored:
        first, *others = sorted(scored, key=lambda one: one[:2])
        for one in others:
            first = one if one[1] < first[1] and _is_title(tops[one[2]], first[0], one[0]) else first
        return first[2], first[0]
    most = max(parting, key=lambda delimiter: max((len(row) for row in tops[delimiter]), default=0))
    named = (at for at, row in enumerate(tops[most]) if len(row) > 1 and not row[0].startswith("#"))
    return most, next(named, 0)


def _is_title(rows: Sequence[Sequence[str]], at: int, below: int) -> bool:
    """Whether a row stands above the names of columns: no row between is as wide as they are, and the next one is."""
    width = len(rows[below])
    between, following = rows[at + 1 : below], rows[below + 1 : below + 2]
    return all(len(row) < width for row in between) and all(len(row) >= width for row in following)


def _count_fields(raw: SourceFile, row: Sequence[str]) -> int:
    """How many names of fields a row holds; 0 where none of them is a text."""
    keys, given = _keys(raw, row)
    fields = name_fields(dict.fromkeys(keys, ""), given)
    return len(FIELD_NAMES & set(fields)) if _holds_text(fields, keys, given) else 0


def _keys(raw: SourceFile, names: Sequence[str]) -> tuple[list[str], Mapping[str, str]]:
    """The names of columns as they are compared, and those that the reader was told."""
    given = {name: theirs.strip().casefold() for name, theirs in raw.settings.fields.items()}
    return [name.strip().casefold() for name in names], given


def _holds_text(fields: Mapping[str, str], keys: Sequence[str], given: Mapping[str, str]) -> bool:
    return bool(_TEXTS & set(fields)) or given.get("text", "").partition(".")[0] in keys


def _fitted(names: Sequence[str], row: list[str], delimiter: str) -> _Row:
    """A row as far as there are columns, and what stands past the last of them."""
    cells, past = row[: len(names)], delimiter.join(row[len(names) :])
    if not past.strip(delimiter + " "):
        return _Row(cells=cells)
    if len(names) == 1:
        # There is no other column that it could belong to.
        omitted = Omission(text=past, rule=f"after a {delimiter!r} without quotation marks, read as text of the column")
        return _Row(cells=[delimiter.join(row)], omitted=(omitted,))
    found = f"found {len(row)} cells, wanted {len(names)} as there are columns; quote what holds {delimiter!r}"
    return _Row(cells=cells, fault=f"{found}. Past the last column stands {past[:_SHOWN_LETTERS]!r}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """The cells of a row in the order of the columns, and what is to be said of it."""

    cells: Sequence[Any]
    omitted: tuple[Omission, ...] = ()
    fault: str | None = None


def _read_rows(
    raw: SourceFile, names: Sequence[str], rows: Iterable[_Row], *, shown: Sequence[str] | None = None
) -> Iterator[Document]:
    keys, given = _keys(raw, names)
    is_text_there = _holds_text(name_fields(dict.fromkeys(keys, ""), given), keys, given)
    number = 0

    def attempts() -> Iterator[Record]:
        nonlocal number
        for number, row in enumerate(rows, start=1):
            if number == 1 and not is_text_there:
                raise _without_text(raw, names if shown is None else shown)
            if row.fault or any(value not in (None, "") for value in row.cells):
                yield f"{raw.stem}-{number}", partial(_read_row, raw, number, row, keys, given)

    yield from read_each(raw, attempts())
    if not number:
        raise ReadError(f"{raw.name}: found no row below the names of the columns.", path=raw.name)


def _read_row(raw: SourceFile, number: int, row: _Row, keys: Sequence[str], given: Mapping[str, str]) -> Document:
    where, fallback = f"{raw.name}, row {number}", f"{raw.stem}-{number}"
    if row.fault:
        raise ReadError(f"{where}: {row.fault}", path=raw.name)
    found: dict[str, Any] = {}
    omitted = list(row.omitted)
    for name, cell in zip(keys, row.cells, strict=False):  # a row may be short, and the names very many
        if cell in (None, ""):
            continue
        # Of columns with one name the first that says something is read; what the others say is told.
        if found.setdefault(name, cell) != cell:
            omitted.append(Omission(text=str(cell), rule=f"another column {name!r}"))
    record = {name: _plain(value) for name, value in name_fields(found, given).items() if value not in (None, "")}
    if not _TEXTS & set(record):
        return Document(id=fallback, text="", skipped=f"{where}: found no text in it.")
    document = build_document(record, where=where, fallback=fallback)
    return replace(document, omitted=(*document.omitted, *omitted)) if omitted else document


def _plain(cell: Any) -> Any:
    """A cell as text; many programs write texts as bytes. Lists and records stay: as a text they are refused."""
    if isinstance(cell, bytes):
        return cell.decode("utf-8", errors="replace")
    return cell if isinstance(cell, (str, list, dict)) else str(cell)


def _without_text(raw: SourceFile, names: Sequence[str]) -> ReadError:
    found = ", ".join([*map(repr, names[:_SHOWN]), *(["…"] if len(names) > _SHOWN else [])])
    wanted = repr(raw.settings.fields.get("text", "text"))
    hint = "--field text=NAME names the one that holds it"
    return ReadError(f"{raw.name}: found the columns {found}, wanted {wanted} among them; {hint}.", path=raw.name)


def read_parquet(raw: SourceFile) -> Iterator[Document]:
    """Read each row of a Parquet file."""
    try:
        from pyarrow import parquet
    except ImportError:
        raise missing_extra(raw, "Parquet", "parquet") from None
    try:
        file = parquet.ParquetFile(io.BytesIO(raw.data))
    except Exception as error:  # pyarrow's errors are those of its C++ side
        raise raw.unreadable("Parquet", error) from None
    names = file.schema_arrow.names
    given = raw.settings.fields.values()
    told = (*given, *(theirs.partition(".")[0] for theirs in given))
    wanted = {name.strip().casefold() for name in (*FIELD_NAMES, *told)}
    chosen = [name for name in names if name.strip().casefold() in wanted]
    documents = _read_rows(raw, chosen or names, _parquet_rows(raw, file, chosen), shown=names)
    others = ", ".join(name for name in names if name not in chosen) if chosen else ""
    left = (Omission(text=others, rule="columns that are not read"),) if others else ()
    first = (replace(document, omitted=(*left, *document.omitted)) for document in islice(documents, 1))
    yield from chain(first, documents)


def _values(column: Any) -> list[Any]:
    """The values of a column; Python knows no time finer than a microsecond."""
    import pyarrow

    if pyarrow.types.is_timestamp(column.type) and column.type.unit == "ns":
        column = column.cast(pyarrow.timestamp("us", tz=column.type.tz), safe=False)
    return list(column.to_pylist())


def _parquet_rows(raw: SourceFile, file: Any, columns: list[str]) -> Iterator[_Row]:
    """The cells of each row in some columns: what holds no field of ours may be of any size, and is never unpacked."""
    size = sum(file.metadata.row_group(number).total_byte_size for number in range(file.metadata.num_row_groups))
    limit = raw.excess(size)
    if limit:
        raise raw.refusal(limit)
    if file.metadata.num_rows > raw.settings.reports:
        raise raw.refusal("reports")
    if file.metadata.num_rows and not columns:
        yield _Row(cells=())
        return
    try:
        # A text that stands in the file once may be that of every row: they are unpacked, and counted, one by one.
        for batch in file.iter_batches(batch_size=1, columns=columns):
            raw.account(batch.nbytes)
            yield from _rows_of(batch)
    except ReadError:
        raise
    except Exception as error:  # as above
        raise raw.unreadable("Parquet", error) from None


def _rows_of(batch: Any) -> Iterator[_Row]:
    """The rows of a batch; a value that Python knows none for, such as a day after the year 9999, costs its own."""
    try:
        columns = [_values(column) for column in batch.columns]
    except (ValueError, OverflowError) as error:
        yield _Row(cells=(), fault=f"found a value that cannot be read ({error}).")
        return
    yield from (_Row(cells=cells) for cells in zip(*columns, strict=True))
