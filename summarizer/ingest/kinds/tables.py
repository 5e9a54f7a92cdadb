"""Tables with a column of text: CSV, TSV and Parquet; every row is a report."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from summarizer.errors import ReadError
from summarizer.ingest.kinds.building import build_document
from summarizer.ingest.kinds.raw import Raw, missing_extra
from summarizer.ingest.kinds.records import name_fields
from summarizer.model import Document

_SAMPLE = 20_000
_TEXTS = frozenset({"text", "body", "content"})
_SHOWN = 20  # names of columns in a message
_ROWS = 500  # read at once


def read_csv(raw: Raw) -> Iterator[Document]:
    """Read each row of a table with names at its top, whatever parts its columns: commas, semicolons, tabs, bars."""
    text = raw.text
    # Our own limits are checked later. That of the csv module holds for the whole process: it is put back at once.
    before = csv.field_size_limit(len(text) + 1)
    try:
        reader = csv.reader(io.StringIO(text), dialect=_dialect(raw, text))
        names = next(reader, [])
        # Not csv.DictReader: it fills short rows up, and many names over many of those would take all memory.
        filled = (dict(zip(names, row, strict=False)) for row in reader if row)
        rows = list(islice(filled, raw.settings.reports + 1))
    except csv.Error as error:
        raise raw.unreadable("a table", error) from None
    finally:
        csv.field_size_limit(before)
    yield from _read_rows(raw, rows)


def _dialect(raw: Raw, text: str) -> Any:
    if raw.ending == ".tsv":
        return csv.excel_tab
    head = text.split("\n", 1)[0][:_SAMPLE]
    delimiter = max(",;\t|", key=head.count)
    return type("_Found", (csv.excel,), {"delimiter": delimiter})


def _read_rows(raw: Raw, rows: Iterable[Mapping[Any, Any]]) -> Iterator[Document]:
    number = 0
    for number, row in enumerate(rows, start=1):
        named = {str(name).strip().casefold(): value for name, value in row.items() if isinstance(name, str)}
        given = {name: theirs.strip().casefold() for name, theirs in raw.settings.fields.items()}
        fields = name_fields(named, given)
        record = {name: str(value) for name, value in fields.items() if value not in (None, "")}
        where, fallback = f"{raw.name}, row {number}", f"{raw.stem}-{number}"
        if number == 1 and not _TEXTS & set(fields):
            raise _without_text(raw, row)
        if not record:
            continue
        if not _TEXTS & set(record):
            yield Document(id=fallback, text="", skipped=f"{where}: found no text in it.")
            continue
        yield build_document(record, where=where, fallback=fallback)
    if not number:
        raise ReadError(f"{raw.name}: found no row below the names of the columns.", path=raw.name)


def _without_text(raw: Raw, row: Mapping[Any, Any]) -> ReadError:
    found = ", ".join([*(repr(name) for name in islice(row, _SHOWN)), *(["…"] if len(row) > _SHOWN else [])])
    wanted = repr(raw.settings.fields.get("text", "text"))
    hint = "--field text=NAME names the one that holds it"
    return ReadError(f"{raw.name}: found the columns {found}, wanted {wanted} among them; {hint}.", path=raw.name)


def read_parquet(raw: Raw) -> Iterator[Document]:
    """Read each row of a Parquet file."""
    try:
        from pyarrow import parquet
    except ImportError:
        raise missing_extra(raw, "Parquet", "parquet") from None
    try:
        file = parquet.ParquetFile(io.BytesIO(raw.data))
    except Exception as error:  # pyarrow's errors are those of its C++ side
        raise raw.unreadable("Parquet", error) from None
    yield from _read_rows(raw, _parquet_rows(raw, file))


def _parquet_rows(raw: Raw, file: Any) -> Iterator[Mapping[str, Any]]:
    size = sum(file.metadata.row_group(number).total_byte_size for number in range(file.metadata.num_row_groups))
    if size > raw.settings.expanded_bytes:
        raise raw.refusal("expanded_bytes")
    if file.metadata.num_rows > raw.settings.reports:
        raise raw.refusal("reports")
    try:
        for batch in file.iter_batches(batch_size=_ROWS):
            yield from batch.to_pylist()
    except Exception as error:  # as above
        raise raw.unreadable("Parquet", error) from None
