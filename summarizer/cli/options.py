"""Options that several commands share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.named_values import numbers_of, parted

if TYPE_CHECKING:
    from summarizer import ReadSettings, Settings

LENGTH = "Length (one of these)"
READING = "Reading"
PLUGINS = "Plug-ins"


def _none_for_standard_output(value: str | None) -> str | None:
    return None if value == "-" else value


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCES...",
        show_default=False,
        help="Reports of one story, in any mix: files (text, HTML, PDF, Word, mail, feeds, JSON, archives …),"
        " folders (read whole), https:// addresses, - for standard input; -- before names that begin with a dash.",
    ),
]
Words = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        rich_help_panel=LENGTH,
        help="Most words of all statements together; 250 where no length is given.",
    ),
]
Sentences = Annotated[int | None, typer.Option(metavar="N", rich_help_panel=LENGTH, help="Most statements.")]
Share = Annotated[
    float | None,
    typer.Option(
        metavar="P", rich_help_panel=LENGTH, help="Most words, as a share of those of all reports: 0.1 is a tenth."
    ),
]
Focus = Annotated[
    str | None, typer.Option(metavar="TEXT", help="What you ask about, in your own words; favours what tells of it.")
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        callback=_none_for_standard_output,
        help="Write to this file, whole or not at all, instead of standard output.",
    ),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this file instead of standard output, in the format that it ends in; again for more files.",
    ),
]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="OURS=THEIRS",
        rich_help_panel=READING,
        help="What JSON and CSV files call a field of ours: text=body, published=meta.date; as often as needed.",
    ),
]
Described = Annotated[
    str | None,
    typer.Option(
        "--sources",
        metavar="FILE",
        rich_help_panel=READING,
        help="TOML file with the outlet, date, credit or URL of files that do not give them; `sources.toml` in"
        " a folder is always read.",
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        rich_help_panel=READING,
        help="Language of the reports that do not tell it, such as de or fr; en where nothing is said.",
    ),
]
Limits = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=N",
        rich_help_panel=READING,
        help="Another limit for files that you trust, such as file_bytes=1000000000; messages name them.",
    ),
]
Private = Annotated[
    bool,
    typer.Option(
        "--allow-private", rich_help_panel=READING, help="Let pages of your own machine and network be fetched too."
    ),
]
Cache = Annotated[
    str | None,
    typer.Option(
        metavar="FOLDER",
        rich_help_panel=READING,
        help="Where fetched pages and the answers of an endpoint are kept, so that the next run needs no network;"
        " your system's folder for such by default.",
    ),
]
Refresh = Annotated[
    bool,
    typer.Option(
        "--refresh", rich_help_panel=READING, help="Fetch pages and ask an endpoint anew even if they are kept."
    ),
]
Ranker = Annotated[str, typer.Option(metavar="NAME", rich_help_panel=PLUGINS, help="What scores sentences.")]
Similarity = Annotated[
    str,
    typer.Option(metavar="NAME", rich_help_panel=PLUGINS, help="What measures how alike sentences are."),
]
Judge = Annotated[
    str,
    typer.Option(
        metavar="NAME|URL",
        rich_help_panel=PLUGINS,
        help="What judges which passages say a statement. A URL is an endpoint that speaks the chat-completions"
        " protocol: statements and passages are sent to it, with the key in SUMMARIZER_JUDGE_KEY.",
    ),
]
JudgeModel = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", rich_help_panel=PLUGINS, help="The model that the endpoint is to ask, as it calls it."
    ),
]
JudgeLimits = Annotated[
    list[str] | None,
    typer.Option(
        "--judge-limit",
        metavar="NAME=N",
        rich_help_panel=PLUGINS,
        help="Another limit for the endpoint: calls=200 and chars=2000000 of a run, passages=60 of a statement,"
        " seconds=60 for an answer and run_seconds=600 for all, retries=3.",
    ),
]
Rules = Annotated[
    list[str] | None,
    typer.Option(
        "--rule",
        metavar="NAME",
        rich_help_panel=PLUGINS,
        help="A cleaning rule to apply beside ours; as often as needed.",
    ),
]


Jobs = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        rich_help_panel=READING,
        help="How many processes work on many reports; one for each core by default. What is written does not depend"
        " on it.",
    ),
]


def count_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def reading(
    fields: Fields = None,
    described: Described = None,
    language: Language = None,
    limits: Limits = None,
    private: Private = False,
    cache: Cache = None,
    refresh: Refresh = False,
    rules: Rules = None,
    jobs: Jobs = None,
) -> ReadSettings:
    """Turn the options of reading into settings.

    Raises:
        SettingsError: an option is not of the form NAME=VALUE, or names nothing that exists.
    """
    from summarizer import ReadSettings

    return ReadSettings(
        fields=dict(parted("--field", fields)),
        sources=described,
        language=language,
        allow_private=private,
        cache=cache,
        refresh=refresh,
        cleaning_rules=tuple(rules or ()),
        jobs=count_cores() if jobs is None else jobs,
        **numbers_of("--limit", limits, ReadSettings.limits()),
    )


def asking(
    words: Words = None,
    sentences: Sentences = None,
    share: Share = None,
    focus: Focus = None,
    language: Language = None,
    ranker: Ranker = "textrank",
    similarity: Similarity = "tfidf",
    judge: Judge = "lexical",
    judge_model: JudgeModel = None,
    judge_limits: JudgeLimits = None,
    cache: Cache = None,
    refresh: Refresh = False,
    rules: Rules = None,
    jobs: Jobs = None,
) -> Settings:
    """Turn the options of what is asked for into settings.

    Raises:
        SettingsError: an option is not of the form NAME=VALUE, or names nothing that exists.
    """
    from summarizer import JudgeOptions, Settings

    return Settings(
        words=words,
        sentences=sentences,
        share=share,
        focus=focus,
        language=language or "en",
        cleaning_rules=tuple(rules or ()),
        jobs=count_cores() if jobs is None else jobs,
        ranker=ranker,
        similarity=similarity,
        judge=judge,
        judge_model=judge_model,
        judge_options=JudgeOptions(
            cache=cache, refresh=refresh, **numbers_of("--judge-limit", judge_limits, JudgeOptions.limits())
        ),
    )
