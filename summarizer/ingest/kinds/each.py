"""Records one after another: a broken one is named and costs no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from summarizer.errors import ReadError
from summarizer.ingest.kinds.raw import Raw
from summarizer.model import Document

Record = tuple[str, Callable[[], Document]]


def read_each(raw: Raw, records: Iterable[Record]) -> Iterator[Document]:
    """Read records; one that cannot be read becomes a document that says why.

    Args:
        raw: The file that they are in.
        records: For each the id that it would have, and what reads it.

    Yields:
        A document for each record, in order.

    Raises:
        ReadError: that of the first record, where none can be read.
    """
    held: list[Document] = []  # until one is good: a file of which nothing can be read is one error
    first: ReadError | None = None
    is_any_good = False
    for name, read in records:
        try:
            document = read()
        except ReadError as error:
            first = first or error
            document = Document(id=name, text="", skipped=str(error))
        is_any_good = is_any_good or document.skipped is None
        if is_any_good:
            yield from held
            held.clear()
            yield document
        elif len(held) <= raw.settings.reports:
            held.append(document)
    if first is not None and not is_any_good:
        raise first
    yield from held
