"""The calls that run the pipeline: for a briefing, for a run with all its values, and for the origins alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from os import PathLike

from summarizer.errors import EmptyInputError, SettingsError, short
from summarizer.finished_run import Run
from summarizer.model import Briefing, Document, Provenance
from summarizer.pipeline import STAGES, date_without_briefing, find_provenance, open_run, split_reports
from summarizer.readers.saved_briefings import read_briefing
from summarizer.settings import BUDGETS, Settings
from summarizer.statements.judges import Judge

Progress = Callable[[str], None] | None
StrPath = str | PathLike[str]


def summarize(
    documents: Iterable[Document],
    settings: Settings | None = None,
    *,
    words: int | None = None,
    sentences: int | None = None,
    focus: str | None = None,
    language: str | None = None,
    judge: str | Judge | None = None,
    since: Briefing | StrPath | None = None,
    progress: Progress = None,
) -> Briefing:
    """Write one attributed briefing from several reports.

    Args:
        documents: Reports of one story, from `read_documents` or built from text.
        settings: What is asked for. Everything else goes into `Settings(share=…, ranker=…)`; the defaults suit most
            stories. What is given by name goes before what they say.
        words: Most words of all points together; 250 where no length is given.
        sentences: Most points; instead of `words`.
        focus: What you ask about, in your own words; None for the story as a whole.
        language: Code of the reports' language where a report does not tell; "en" where it is not given.
        judge: What judges which passages say a statement: a name, or a function (`Judge`); the lexical judge where it
            is not given.
        since: An earlier briefing of the story, or the JSON file of one: what is new since comes first, and
            `briefing.since` tells what changed.
        progress: Called with a line of text as each stage begins.

    Returns:
        The briefing. Equal reports and settings give equal briefings; the order of the reports changes only their
        numbers.

    Raises:
        EmptyInputError: no report holds a sentence.
        InputError: two reports have one id, or one is no document.
        BudgetError: no statement fits the budget.
        SettingsError: a value is out of its range, two lengths are given, or an endpoint that judges refuses the key.
        PluginError: a judge, ranker or similarity from outside fails.
        ReadError: the file of the earlier briefing is not there, or holds none.

    Example:
        >>> documents = read_documents("seeds")
        >>> summarize(documents, words=100)
        Briefing('US secretary of state launches unusual visit to China in…', 3 points, 100 words, 5 reports)
        >>> summarize(documents, sentences=3, focus="Taiwan").about
        'Asked about: Taiwan. Each point holds a word of that, or goes on from one that does.'
    """
    settings = ask(settings, words=words, sentences=sentences, focus=focus, language=language, judge=judge, since=since)
    return run_pipeline(documents, settings, progress=progress).briefing


def run_pipeline(
    documents: Iterable[Document],
    settings: Settings | None = None,
    *,
    words: int | None = None,
    sentences: int | None = None,
    focus: str | None = None,
    language: str | None = None,
    judge: str | Judge | None = None,
    since: Briefing | StrPath | None = None,
    progress: Progress = None,
) -> Run:
    """Do what `summarize` does, and keep every intermediate value.

    Args:
        documents: Reports of one story.
        settings: What is asked for.
        words: As `summarize` takes it.
        sentences: As `summarize` takes it.
        focus: As `summarize` takes it.
        language: As `summarize` takes it.
        judge: As `summarize` takes it.
        since: As `summarize` takes it.
        progress: Called with a line of text as each stage begins.

    Returns:
        One field a stage; `.briefing` is what `summarize` returns.

    Raises:
        EmptyInputError, InputError, BudgetError, SettingsError: as `summarize` does.

    Example:
        >>> run = run_pipeline(read_documents("seeds"), words=100)
        >>> run
        Run(5 reports, 114 sentences, 107 statements, 3 chosen)
        >>> run.decisions[0].reason
        'chosen 1 of 3'
    """
    settings = ask(settings, words=words, sentences=sentences, focus=focus, language=language, judge=judge, since=since)
    state = open_run(documents, settings, progress)
    for stage in STAGES:
        stage(state)
    return state.as_run()


def trace_origins(
    documents: Iterable[Document], settings: Settings | None = None, *, progress: Progress = None
) -> Provenance:
    """Find which reports go back to one text or one newsroom, and when each was written, without writing a briefing.

    Args:
        documents: Reports of one story.
        settings: What ranks and merges sentences matters here, since dates are inferred from what reports share.
        progress: Called with a line of text as each stage begins.

    Returns:
        Origins, what pairs of reports have in common, the sentences, and what is known of each report's time; all empty
        where no report holds a sentence.

    Raises:
        InputError: two reports have one id.

    Example:
        >>> for origin in trace_origins(read_documents("seeds")).origins:
        ...     print(origin.label, origin.documents)
        Reuters dispatch ('004_b2155228af745fda', '001_18940ac4ae744549')
        Caixin report ('003_af31facfb1cc1fc8',)
        Associated Press dispatch ('002_54e1695fbf68e410',)
        Japan Times report ('000_15d38f3dc919dc95',)
    """
    state = open_run(documents, ask(settings), progress)
    try:
        split_reports(state)
    except EmptyInputError:
        return Provenance(origins=(), dependences=(), sentences=())
    find_provenance(state)
    date_without_briefing(state)
    return Provenance(origins=state.origins, dependences=state.dependences, sentences=state.every, dates=state.dated)


def ask(
    settings: Settings | None,
    *,
    words: int | None = None,
    sentences: int | None = None,
    focus: str | None = None,
    language: str | None = None,
    judge: str | Judge | None = None,
    since: Briefing | StrPath | None = None,
) -> Settings:
    """Return settings with what is given beside them in place of theirs; a length replaces any other length.

    Args:
        settings: The settings; None for the defaults.
        words: Most words; None, here and below, for what the settings say.
        sentences: Most points.
        focus: What the reader asks about.
        language: Code of the language of reports that do not tell it.
        judge: What judges which passages say a statement.
        since: An earlier briefing, or the file that holds it.

    Raises:
        ReadError: the file of the earlier briefing is not there, or holds none.
        SettingsError: the settings are none, a value is out of its range, or two lengths are given.
    """
    if settings is None:
        settings = Settings()
    if not isinstance(settings, Settings):
        wanted = "Settings, as in Settings(words=100); or give words=, sentences=, focus=, language= or judge= by name"
        raise SettingsError(f"settings: found {short(repr(settings))}, wanted {wanted}.")
    earlier = read_briefing(since) if isinstance(since, (str, PathLike)) else since
    given = {
        "words": words, "sentences": sentences, "focus": focus, "language": language, "judge": judge, "since": earlier,
    }  # fmt: skip
    changed = {name: value for name, value in given.items() if value is not None}
    if not changed:
        return settings
    kept = {one.name: getattr(settings, one.name) for one in fields(settings)}
    if changed.keys() & BUDGETS:
        kept.update(dict.fromkeys(BUDGETS))
    return Settings(**{**kept, **changed})
