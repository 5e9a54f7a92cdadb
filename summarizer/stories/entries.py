"""The reports of a heap as they are grouped and listed, without their texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from summarizer.model import Document
from summarizer.model.stories import StoryId, StoryReport, Ungrouped
from summarizer.provenance.same_publisher import publisher_of
from summarizer.stories.features import Features, Vocabulary, read_features, story_of

_TITLE = 110  # characters of the first line of a report that stand for a headline it does not tell
_STEP = 100  # reports read between two lines about the progress
_NOTHING = "holds no story after cleaning; `summarizer sources` shows what was dropped and why"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entry:
    """One report of a heap.

    Attributes:
        report: What is listed of it; its reasons are filled in when it has a story.
        features: What it is compared by.
        publisher: Who wrote it, as names are compared; None where it does not tell.
        key: A digest of its text and its id: what makes the order of a heap, and the name of a story.
        story: The story of an earlier call that it is in; None for a new report.
    """

    report: StoryReport
    features: Features
    publisher: str | None
    key: str
    story: StoryId | None = None


def read_entries(
    documents: Iterable[Document], language: str, vocabulary: Vocabulary, tell: Callable[[str], None]
) -> tuple[list[Entry], list[Ungrouped]]:
    """Read what reports are grouped by, in an order that does not depend on theirs.

    Args:
        documents: Cleaned reports.
        language: Code of the language of those that do not tell.
        vocabulary: Numbers for words, which grows.
        tell: Called with a line of text as the work goes on.

    Returns:
        The reports that hold a story, and those that hold none, each with the reason.
    """
    held, empty = sort_reports(documents)
    return read_sorted(held, language, vocabulary, tell), empty


def sort_reports(documents: Iterable[Document]) -> tuple[list[tuple[str, Document]], list[Ungrouped]]:
    """Return the reports that hold a story, each after its key and by their order; and those that hold none."""
    held: list[tuple[str, Document]] = []
    empty: list[Ungrouped] = []
    for document in documents:
        if any(map(str.isalnum, story_of(document))) and not document.skipped:
            held.append((_key_of(document), document))
        else:
            why = document.skipped or _NOTHING
            empty.append(Ungrouped(document=document.id, path=document.path, why=why))
    return sorted(held, key=lambda one: one[0]), sorted(empty, key=lambda one: one.document)


def read_sorted(
    held: Sequence[tuple[str, Document]], language: str, vocabulary: Vocabulary, tell: Callable[[str], None]
) -> list[Entry]:
    """Read what reports that hold a story are grouped by; see `read_entries`."""
    entries = []
    for at, (key, document) in enumerate(held):
        if at % _STEP == 0:
            tell(f"reading words and names of reports, {at:,} of {len(held):,} done")
        features = read_features(document, language, vocabulary)
        entries.append(Entry(report=_list(document), features=features, publisher=publisher_of(document), key=key))
    return entries


def _key_of(document: Document) -> str:
    return sha256(f"{document.text}\0{document.id}".encode(errors="surrogatepass")).hexdigest()


def _list(document: Document) -> StoryReport:
    return StoryReport(
        document=document.id,
        title=document.title or _first_line(document),
        outlet=document.outlet,
        path=document.path,
        url=document.url,
        published=document.published,
        why="",
    )


def _first_line(document: Document) -> str:
    """How the story of a report begins, cut at a word."""
    line = " ".join(story_of(document)[: 8 * _TITLE].strip().partition("\n")[0].split())
    if len(line) <= _TITLE:
        return line
    return line[:_TITLE].rpartition(" ")[0].rstrip() + "…" if " " in line[:_TITLE] else line[: _TITLE - 1] + "…"
