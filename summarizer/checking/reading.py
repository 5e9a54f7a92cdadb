"""Reads a draft whole: a file of any kind that reports may be of."""

from __future__ import annotations

from itertools import islice
from os import PathLike, fsdecode

from summarizer.errors import InputError, ReadError
from summarizer.model import Document
from summarizer.readers.paths import read_raw
from summarizer.settings import ReadSettings


def read_draft(path: str | PathLike[str], settings: ReadSettings | None = None, *, network: bool = False) -> Document:
    """Read the one text of a file, of any kind that `read_documents` reads, and leave out nothing of it.

    Args:
        path: The file, or "-" for standard input.
        settings: Fields and limits to read with.
        network: Whether an address may be fetched.

    Raises:
        ReadError: the file is not there, cannot be read, or holds no text.
        MissingExtraError: the kind of the file needs a part that is not installed.
        InputError: it holds several texts.

    Example:
        >>> read_draft("seeds/003_af31facfb1cc1fc8.txt").text[:39]
        'What’s new: Senior Chinese and U.S. for'
    """
    name = fsdecode(path)
    found = [*islice(read_raw(path, settings, network=network), 2)]
    if len(found) > 1:
        raise InputError(f"{name}: found several texts, wanted one draft; give each to a run of its own.", path=name)
    if not found:
        raise ReadError(f"{name}: found nothing in it, wanted a draft.", path=name)
    if found[0].skipped:
        raise ReadError(found[0].skipped, path=name)
    if not found[0].text.strip():
        raise ReadError(f"{name}: found no text in it, wanted a draft.", path=name)
    return found[0]
