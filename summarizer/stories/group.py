"""Groups any heap of reports into stories."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log10

import numpy as np
from scipy.sparse import csr_array

from summarizer.errors import SettingsError, short
from summarizer.features.vectors import Indices
from summarizer.model import Document
from summarizer.model.stories import Stories
from summarizer.readers.documents import prepare_documents
from summarizer.settings import CHECKS
from summarizer.stories.copies import find_copy_groups
from summarizer.stories.days import Days, days_of
from summarizer.stories.describe import describe_stories
from summarizer.stories.entries import Entry, read_entries
from summarizer.stories.features import Vocabulary
from summarizer.stories.likeness import Pairs, find_neighbours, weigh_reports
from summarizer.stories.reasons import Grouped, name_mask
from summarizer.stories.rounds import join_stories

WINDOW = 7  # days: news tells of days at most a week before its own
# In a small heap few reports are near by chance, and few words look rare: less likeness shows one event. Chosen on the
# halves of 201 clusters, heaps of 1 to 100 of them (`python -m benchmarks.stories --limits`).
_LIMIT, _GROWTH = 0.005, 0.04


def group_stories(
    documents: Iterable[Document],
    *,
    window: int = WINDOW,
    language: str = "en",
    progress: Callable[[str], None] | None = None,
) -> Stories:
    """Group any heap of reports into stories: one event each, told on days near one another.

    Reports are compared by the words and the names of their stories, never by their headlines. The result does not
    depend on their order. Each report says why it is in its story. Reports of one event in two languages are two
    stories, as a rule: they share few words.

    Args:
        documents: Reports of any stories, from `read_documents` or built from text.
        window: Most days without a report within one story. Reports without a day may join any story.
        language: Code of the language of reports that do not tell theirs, and whose words do not either.
        progress: Called with a line of text as each stage begins.

    Returns:
        The stories, the largest first; and the reports that are in none since they hold nothing.

    Raises:
        InputError: two reports have one id, or one is no document.
        SettingsError: the window or the language is out of its range.

    Example:
        >>> stories = group_stories(read_documents("seeds"))
        >>> stories
        Stories(1 story, 5 reports)
        >>> print(stories.stories[0].reports[1].why)
        most like 004_b2155228af745fda (likeness 0.35): both name Assistant, Chunying and Diaoyutai; ...
    """
    tell = progress or (lambda _: None)
    check_asked(window, language)
    prepared = prepare_documents(documents, language, progress=tell)
    vocabulary = Vocabulary()
    entries, ungrouped = read_entries(prepared, language, vocabulary, tell)
    grouped = group_entries(entries, vocabulary, window, tell)
    stories = describe_stories(grouped, vocabulary)
    return Stories(stories=tuple(stories), ungrouped=tuple(ungrouped), window=window, limit=grouped.limit)


def check_asked(window: object, language: object) -> None:
    """Raise SettingsError where what is asked for is out of its range."""
    is_whole = isinstance(window, int) and not isinstance(window, bool)
    if not is_whole or not 0 <= int(str(window)) <= 36_525:
        raise SettingsError(f"window: found {short(repr(window))}, wanted a whole number of days from 0 to 36,525.")
    is_fit, wanted = CHECKS["language"]
    if not is_fit(language):
        raise SettingsError(f"language: found {short(repr(language))}, wanted {wanted}.")


def limit_for(size: int) -> float:
    """Return the mean likeness from which two groups of reports of a heap are one story.

    Args:
        size: How many reports there are that are no copies of each other.

    Example:
        >>> from summarizer.stories.group import limit_for
        >>> round(limit_for(10), 3), round(limit_for(10_000), 3)
        (0.045, 0.165)
    """
    return _LIMIT + _GROWTH * log10(max(size, 1))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Compared:
    """A heap whose reports are compared, before they are joined.

    Attributes:
        copies: The group of copies that each report is in, from 0.
        originals: For each group the report that stands for it.
        vectors: The vectors of those.
        pairs: Those that are alike.
        days: The days of the groups.
        known: The story of an earlier call that each group is in, from 0; -1 for none.
    """

    copies: Indices
    originals: Indices
    vectors: csr_array
    pairs: Pairs
    days: Days
    known: Indices

    def join(self, limit: float) -> Indices:
        """Return the story of each group, from 0."""
        return join_stories(self.vectors, self.pairs, self.days, limit, self.known)


def compare_entries(
    entries: Sequence[Entry], vocabulary: Vocabulary, window: int, tell: Callable[[str], None]
) -> Compared:
    """Compare reports: copies first, then the neighbours of what is left.

    Args:
        entries: The reports; those of earlier calls name their stories.
        vocabulary: Numbers for their words.
        window: Most days between two days of one story.
        tell: Called with a line of text as each stage begins.
    """
    tell(f"looking for copies among {len(entries):,} reports")
    known = _known_of(entries)
    days = days_of([entry.report.published for entry in entries], window)
    copies = find_copy_groups([entry.features for entry in entries], days, known)
    size = int(copies.max(initial=-1)) + 1
    originals = _originals(entries, copies)
    known_groups = np.full(size, -1)
    np.maximum.at(known_groups, copies, known)
    is_asking = np.zeros(size, dtype=bool)
    is_asking[copies[known < 0]] = True
    days = days.take(copies, size)
    tell(f"comparing {size:,} reports")
    vectors = weigh_reports([entries[at].features for at in originals.tolist()], name_mask(vocabulary))
    pairs = find_neighbours(vectors, days, np.flatnonzero(is_asking))
    return Compared(copies=copies, originals=originals, vectors=vectors, pairs=pairs, days=days, known=known_groups)


def group_entries(
    entries: Sequence[Entry], vocabulary: Vocabulary, window: int, tell: Callable[[str], None]
) -> Grouped:
    """Compare reports, and join them into stories; see `compare_entries`."""
    compared = compare_entries(entries, vocabulary, window, tell)
    tell("joining reports into stories")
    limit = limit_for(len(compared.originals))
    return Grouped(
        entries=entries,
        copies=compared.copies,
        originals=compared.originals,
        vectors=compared.vectors,
        pairs=compared.pairs,
        stories=compared.join(limit),
        limit=limit,
    )


def _known_of(entries: Sequence[Entry]) -> Indices:
    """The story of an earlier call that each report is in, from 0; -1 for new ones."""
    number_of: dict[str, int] = {}
    return np.array(
        [-1 if one.story is None else number_of.setdefault(one.story, len(number_of)) for one in entries],
        dtype=np.int64,
    )


def _originals(entries: Sequence[Entry], copies: Indices) -> Indices:
    """For each group of copies the report that holds most words: the others may be cut."""
    sizes = np.array([len(entry.features.terms) for entry in entries], dtype=np.int64)
    order = np.lexsort((np.arange(len(copies)), -sizes, copies))
    return np.asarray(order[np.append(True, np.diff(copies[order]) != 0)[: len(order)]])
