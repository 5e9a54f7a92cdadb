"""Groups any heap of reports into stories."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from os import PathLike

from summarizer.errors import SettingsError, short
from summarizer.model import Document, Documents
from summarizer.model.stories import Stories, Story, Ungrouped
from summarizer.readers.documents import prepare_documents
from summarizer.settings import CHECKS
from summarizer.stories.compare import group_entries
from summarizer.stories.describe import describe_stories
from summarizer.stories.entries import Entry, read_entries, read_sorted, sort_reports
from summarizer.stories.features import Vocabulary
from summarizer.stories.state import open_state, rename_again

WINDOW = 7  # days: news tells of days at most a week before its own


def group_stories(
    documents: Iterable[Document],
    *,
    window: int = WINDOW,
    language: str = "en",
    state: str | PathLike[str] | None = None,
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
        state: A file with the stories of earlier calls, to which these reports are added; it is begun where there is
            none. Those stories are neither parted nor joined with each other. A report that it holds already is not
            new; one with the id of another there gets an id of its own.
        progress: Called with a line of text as each stage begins.

    Returns:
        The stories, the largest first; and the reports that are in none since they hold nothing.

    Raises:
        InputError: two reports have one id, one is no document, or the state is none of ours, of another version, or
            damaged; it stays as it was.
        OutputError: the state cannot be written, or another run uses it.
        SettingsError: the window or the language is out of its range, or the state was begun with another window.

    Example:
        >>> stories = group_stories(read_documents("seeds"))
        >>> stories
        Stories(1 story, 5 reports)
        >>> print(stories.stories[0].reports[1].why)
        most like 004_b2155228af745fda (likeness 0.71): both name Anthony, Biden and Blinken; ...
    """
    tell = progress or (lambda _: None)
    check_asked(window, language)
    prepared = prepare_documents(documents, language, progress=tell)
    if state is not None:
        return add_reports(prepared, state, window=window, language=language, tell=tell)
    vocabulary = Vocabulary()
    entries, ungrouped = read_entries(prepared, language, vocabulary, tell)
    return _describe(entries, ungrouped, vocabulary, window, tell)


def _describe(
    entries: Sequence[Entry],
    ungrouped: Sequence[Ungrouped],
    vocabulary: Vocabulary,
    window: int,
    tell: Callable[[str], None],
) -> Stories:
    grouped = group_entries(entries, vocabulary, window, tell)
    stories = describe_stories(grouped, vocabulary)
    return Stories(stories=tuple(stories), ungrouped=tuple(ungrouped), window=window, limit=grouped.limit)


def add_reports(
    documents: Iterable[Document],
    path: str | PathLike[str],
    *,
    window: int,
    language: str,
    tell: Callable[[str], None],
) -> Stories:
    """Add reports to the stories of a file; see `group_stories`."""
    held, ungrouped = sort_reports(documents)
    with open_state(path) as state:
        state.check_window(window)
        vocabulary = state.read_vocabulary()
        known = state.read_entries()
        new = _only_new(held, known)
        entries = [*known, *read_sorted(new, language, vocabulary, tell)]
        stories = _describe(entries, ungrouped, vocabulary, window, tell)
        told = {report.document: (story.id, report) for story in stories for report in story.reports}
        added = []
        for entry, (_, document) in zip(entries[len(known) :], new, strict=True):
            story, report = told[document.id]
            added.append((replace(entry, report=report, story=story), document))
        state.add(added, vocabulary)
    return stories


def _only_new(held: Sequence[tuple[str, Document]], known: Sequence[Entry]) -> list[tuple[str, Document]]:
    """The reports that are not held yet; one with the id of another gets an id of its own."""
    keys = {entry.key for entry in known}
    names = {entry.report.document for entry in known}
    new = [(key, document) for key, document in held if key not in keys]
    return [(key, rename_again(document, key) if document.id in names else document) for key, document in new]


def read_state(path: str | PathLike[str], stories: Iterable[Story]) -> Documents:
    """Read the reports of stories from the file that `group_stories` added them to.

    Args:
        path: The file.
        stories: The stories whose reports are wanted.

    Raises:
        InputError, OutputError: as `group_stories` does.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     state = f"{folder}/stories.sqlite"
        ...     stories = group_stories(read_documents("seeds"), state=state)
        ...     print(read_state(state, stories))
        Documents(5 reports, 3,379 words)
    """
    names = [report.document for story in stories for report in story.reports]
    with open_state(path, begin=False) as state:
        return Documents(state.read_documents(names))


def check_asked(window: object, language: object) -> None:
    """Raise SettingsError where what is asked for is out of its range."""
    is_whole = isinstance(window, int) and not isinstance(window, bool)
    if not is_whole or not 0 <= int(str(window)) <= 36_525:
        raise SettingsError(f"window: found {short(repr(window))}, wanted a whole number of days from 0 to 36,525.")
    is_fit, wanted = CHECKS["language"]
    if not is_fit(language):
        raise SettingsError(f"language: found {short(repr(language))}, wanted {wanted}.")
