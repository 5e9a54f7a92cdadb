"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from types import SimpleNamespace
from typing import TYPE_CHECKING, Annotated, get_type_hints

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


def reading(
    fields: Fields = None,
    described: Described = None,
    language: Language = None,
    limits: Limits = None,
    private: Private = False,
    cache: Cache = None,
    refresh: Refresh = False,
    rules: Rules = None,
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
        ranker=ranker,
        similarity=similarity,
        judge=judge,
        judge_model=judge_model,
        judge_options=JudgeOptions(
            cache=cache, refresh=refresh, **numbers_of("--judge-limit", judge_limits, JudgeOptions.limits())
        ),
    )


def with_options(**groups: Callable[..., object]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Let a command take what a group of options makes as one parameter.

    The parameters of each group become options of the command; two groups may share one. The command gets what the
    groups return.

    Args:
        groups: For a parameter of the command the function that makes its value of options.
    """

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        options: dict[str, Parameter] = {}
        parameters = signature(command).parameters
        for name, parameter in parameters.items():
            if name in groups:
                own = _options_of(groups[name])
                options = {one: option for one, option in options.items() if one not in own} | own
            else:
                options[name] = parameter.replace(annotation=_hints_of(command, name)[name])
        used = {name: [*_options_of(group)] for name, group in groups.items()}

        @wraps(command)
        def run(**given: object) -> None:
            made = {name: groups[name](**{one: given[one] for one in used[name]}) for name in groups}
            command(**{name: value for name, value in given.items() if name in parameters}, **made)

        del run.__wrapped__  # typer would look at the command's own parameters
        run.__signature__ = Signature([one.replace(kind=Parameter.KEYWORD_ONLY) for one in options.values()])  # type: ignore[attr-defined]
        run.__annotations__ = {name: parameter.annotation for name, parameter in options.items()}
        return run

    return decorate


def _options_of(group: Callable[..., object]) -> dict[str, Parameter]:
    parameters = signature(group).parameters
    hints = _hints_of(group, *parameters)
    return {name: parameter.replace(annotation=hints[name]) for name, parameter in parameters.items()}


def _hints_of(function: Callable[..., object], *names: str) -> dict[str, object]:
    """The annotations of some parameters as values; those of others may be known to type checkers alone."""
    written = SimpleNamespace(__annotations__={name: function.__annotations__[name] for name in names})
    return get_type_hints(written, getattr(function, "__globals__", None), include_extras=True)
