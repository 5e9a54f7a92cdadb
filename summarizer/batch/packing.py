"""Packs finished lines by the ending of their file: gzip, Zstandard, Parquet. The same lines give the same bytes."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any

from summarizer.about import install_command
from summarizer.batch.unpacking import load_zstandard
from summarizer.errors import MissingExtraError
from summarizer.model.json_text import json_line

_ROWS = 1_000  # of a row group
_ENDINGS = {".gz": "gzip", ".zst": "zstd", ".parquet": "parquet"}


def choose_packing(name: str) -> str:
    """Return how a file is packed that has a name; "" for not at all.

    Raises:
        MissingExtraError: what packs it is not installed.

    Example:
        >>> choose_packing("a.jsonl.gz"), choose_packing("a.jsonl")
        ('gzip', '')
    """
    packing = next((packing for ending, packing in _ENDINGS.items() if name.casefold().endswith(ending)), "")
    if packing == "zstd":
        load_zstandard()
    if packing == "parquet":
        _load_parquet()
    return packing


def pack_file(source: Path, target: Path, packing: str) -> None:
    """Pack a file of lines into another.

    Args:
        source: The lines.
        target: The file, which is written anew.
        packing: What `choose_packing` returned.

    Raises:
        OSError: it cannot be written.
    """
    with source.open("rb") as lines:
        _PACKERS[packing](lines, target)
    with target.open("rb+") as packed:
        os.fsync(packed.fileno())


def _gzip(lines: IO[bytes], target: Path) -> None:
    import gzip

    # Neither a name nor a time goes into the file.
    with target.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed:
        shutil.copyfileobj(lines, packed)


def _zstd(lines: IO[bytes], target: Path) -> None:
    with target.open("wb") as raw, load_zstandard().ZstdFile(raw, "w") as packed:
        shutil.copyfileobj(lines, packed)


def _parquet(lines: IO[bytes], target: Path) -> None:
    import pyarrow

    schema = pyarrow.schema([(name, pyarrow.string()) for name in ("id", "briefing", "error")])
    with target.open("wb") as raw, _load_parquet().ParquetWriter(raw, schema, compression="zstd") as writer:
        while rows := [*islice(_rows(lines), _ROWS)]:
            writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))


def _rows(lines: IO[bytes]) -> Iterator[dict[str, str | None]]:
    """Lines as rows of text: nested columns would change with every version of the schema."""
    for line in lines:
        record = json.loads(line)
        name = record["id"]
        told = {key: json_line(record[key]) if key in record else None for key in ("briefing", "error")}
        yield {"id": None if name is None else str(name), **told}


def _load_parquet() -> Any:
    try:
        from pyarrow import parquet
    except ImportError:
        raise MissingExtraError(
            f"Parquet needs a part that is not installed; install it with: {install_command('batch')}"
        ) from None
    return parquet


_PACKERS: dict[str, Callable[[IO[bytes], Path], None]] = {"gzip": _gzip, "zstd": _zstd, "parquet": _parquet}
