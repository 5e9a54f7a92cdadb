"""summarizer check: a text held against its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer import SettingsError
from summarizer.cli.delivery import Delivery, Plan, Result, deliver, plan
from summarizer.cli.option_groups import with_options
from summarizer.cli.options import (
    Cache,
    Judge,
    JudgeLimits,
    JudgeModel,
    Language,
    Outputs,
    Refresh,
    Rules,
    asking,
    reading,
)
from summarizer.cli.output import put_aside
from summarizer.cli.terminal import Look, printable, stages

if TYPE_CHECKING:
    from summarizer import Check, ReadSettings, Settings

EXAMPLES = """Examples:

  summarizer check memo.md reports/
  summarizer check memo.docx a.txt b.pdf -o check.html --open
  summarizer check - reports/ --fail-on contradiction,name < answer.txt
  summarizer check --against reports/ --only-marked memo.md notes.md"""

FOUND = 1
NEVER = "none"
STANDARD_INPUT = "-"
_FOR_SEVERAL = ("terminal", "markdown")  # formats in which one check may follow another


def _formats() -> list[str]:
    from summarizer import CHECK_FORMATS

    return list(CHECK_FORMATS)


def _kinds() -> list[str]:
    from summarizer import Check

    return [*Check.KINDS, NEVER]


def delivering(
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="F",
            autocompletion=_formats,
            help="One of terminal, markdown, html, json; by default the ending of FILE decides.",
        ),
    ] = None,
    output: Outputs = None,
    shown: Annotated[bool, typer.Option("--open", help="Show the check as a page in the browser.")] = False,
) -> Delivery:
    """Turn the options of where the check goes into a delivery, not yet checked."""
    return Delivery(outputs=output or [], form=form, shown=shown)


def checking(
    language: Language = None,
    judge: Judge = "lexical",
    judge_model: JudgeModel = None,
    judge_limits: JudgeLimits = None,
    cache: Cache = None,
    refresh: Refresh = False,
    rules: Rules = None,
) -> Settings:
    """Turn the options of how it is checked into settings.

    Raises:
        SettingsError: as `asking` does.
    """
    return asking(
        language=language,
        judge=judge,
        judge_model=judge_model,
        judge_limits=judge_limits,
        cache=cache,
        refresh=refresh,
        rules=rules,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command is to print and to fail on.

    Attributes:
        kinds: The kinds of findings with which it ends with 1.
        only_marked: Whether sentences that need no look are left out.
    """

    kinds: tuple[str, ...]
    only_marked: bool


def telling(
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-on",
            metavar="KIND",
            autocompletion=_kinds,
            help="Exit with 1 where something of this kind is found: contradiction, quotation, number, date, name,"
            " citation, wording, dispute; several with commas or as often as needed; none for never. By default"
            " contradiction,quotation,number.",
        ),
    ] = None,
    only_marked: Annotated[
        bool,
        typer.Option("--only-marked", help="In terminal and markdown: leave out the sentences that need no look."),
    ] = False,
) -> Asked:
    """Turn the options of what is told into one value.

    Raises:
        SettingsError: there is no such kind, or "none" stands beside others.
    """
    from summarizer import Check

    if fail_on is None:
        return Asked(kinds=Check.FAIL_ON, only_marked=only_marked)
    kinds = tuple(dict.fromkeys(kind.strip() for one in fail_on for kind in one.split(",")))
    for kind in kinds:
        if kind not in _kinds():
            raise SettingsError(f"--fail-on: found {kind!r}, wanted one of {', '.join(_kinds())}.")
    if NEVER in kinds and len(kinds) > 1:
        raise SettingsError(f"--fail-on: found {NEVER!r} beside others, wanted it alone.")
    return Asked(kinds=() if kinds == (NEVER,) else kinds, only_marked=only_marked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The drafts, and the reports that they are held against."""

    drafts: list[str]
    reports: list[str]


def naming(
    draft: Annotated[
        str,
        typer.Argument(
            metavar="DRAFT",
            show_default=False,
            help="The text to check, of any kind that is read as a report too, - for standard input.",
        ),
    ],
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCES]...",
            show_default=False,
            help="The reports to check it against, in any mix, as brief takes them. With --against they are further"
            " drafts.",
        ),
    ] = None,
    against: Annotated[
        list[str] | None,
        typer.Option(
            "--against",
            metavar="SOURCE",
            help="A report, or a folder of reports, to check against; as often as needed. Then several drafts can be"
            " checked.",
        ),
    ] = None,
) -> Texts:
    """Tell the drafts from the reports, and that standard input is one of them at most.

    Raises:
        SettingsError: there are no reports, or standard input is named twice.
    """
    more = sources or []
    drafts, reports = ([draft, *more], against) if against else ([draft], more)
    if not reports:
        raise SettingsError(
            f"sources: found none beside {printable(draft)}, wanted the reports to check it against; name them"
            " behind it, or with --against."
        )
    if [*drafts, *reports].count(STANDARD_INPUT) > 1:
        raise SettingsError("standard input: found it named twice, wanted once: as the draft, or as a source.")
    return Texts(drafts=drafts, reports=reports)


def _plan(delivery: Delivery, drafts: Sequence[str], read: Sequence[str]) -> Plan:
    """Settle what goes where; several drafts can only be printed one below another.

    Raises:
        SettingsError: several drafts are to go into a file, a page or JSON; or as `plan`.
    """
    from summarizer import choose_check_formats

    todo = plan(delivery, read, choose_check_formats)
    if len(drafts) > 1 and (todo.files or todo.shown or todo.printed not in _FOR_SEVERAL):
        found = "--open" if todo.shown else ", ".join(todo.files) or f"--format {todo.printed}"
        raise SettingsError(
            f"{found}: found {len(drafts)} drafts, wanted one; check each by itself, or print them as"
            f" {' or '.join(_FOR_SEVERAL)}."
        )
    return todo


@with_options(texts=naming, asked=telling, delivery=delivering, settings=checking, read_settings=reading)
def check_drafts(
    texts: Texts, asked: Asked, delivery: Delivery, settings: Settings, read_settings: ReadSettings
) -> None:
    """Check a text against its sources, sentence by sentence: which reports say it, and which say otherwise.

    Shows numbers, dates, names and quotations that no report has, and the letters in which a quotation was altered.
    Exit code 1 says that a sentence is contradicted, or that a quotation or number has no source; --fail-on names other
    kinds. The result is printed all the same.
    """
    from summarizer import check_document, read_documents, read_draft

    drafts, reports = texts.drafts, texts.reports
    todo = _plan(delivery, drafts, [*drafts, *reports, *filter(None, [read_settings.sources])])
    found: list[str] = []
    with stages() as progress:
        given = [read_draft(path, read_settings, network=True) for path in drafts]
        documents = read_documents(reports, read_settings, network=True, progress=progress)
        checks = [check_document(one, documents, settings, progress=progress) for one in given]
    for number, (path, check) in enumerate(zip(drafts, checks, strict=True)):
        found += _failures(path, check, asked.kinds)
        with suppress(*([typer.Exit] if found else [])):  # what was found is worse than that nobody could be shown it
            deliver(_result(check, only_marked=asked.only_marked, is_first=number == 0), todo)
    for line in found:
        put_aside(line)
    if found:
        raise typer.Exit(FOUND)


def _result(check: Check, *, only_marked: bool, is_first: bool) -> Result:
    from summarizer import render_check

    def tell(form: str, look: Look) -> str:
        text = render_check(check, form, width=look.width, colour=look.colour, only_marked=only_marked)
        return text if is_first else f"\n{text}"

    return Result(draw=partial(_draw, check, only_marked=only_marked), tell=tell, name="check.html")


def _draw(check: Check, form: str, *, only_marked: bool) -> bytes:
    from summarizer import render_check

    return f"{render_check(check, form, only_marked=only_marked)}\n".encode(errors="backslashreplace")


def _failures(path: str, check: Check, kinds: Sequence[str]) -> list[str]:
    """What the command fails on in one draft, as a line for standard error; none where there is nothing."""
    name = "standard input" if path == STANDARD_INPUT else printable(path)
    if kinds and not check.checked:
        return [f"summarizer: {name}: found no sentence that can be checked, wanted at least one; its notes say why."]
    counts = Counter(finding.kind for finding in check.fails(kinds))
    if not counts:
        return []
    told = ", ".join(f"{number} {kind}{'' if number == 1 else 's'}" for kind, number in counts.most_common())
    return [f"summarizer: {name}: found {told}, wanted none (--fail-on {','.join(kinds)})."]
