"""The registry of cleaning rules, and the lines that rules from outside drop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from summarizer.cleaning.boilerplate_rules import RULES
from summarizer.cleaning.page_lines import Line, read_lines
from summarizer.errors import SettingsError
from summarizer.model import Document, DroppedSpan
from summarizer.registry import Registry, read_bool


class CleaningRule(Protocol):
    """Tells whether a line of a report is no part of its story."""

    def __call__(self, line: Line, /) -> bool:
        """Judge a line.

        Args:
            line: One paragraph: its text (`text`; `small` in small letters), its length in words (`words`), its number
                within the report from 0 (`index`), whether it ends as a sentence does (`ended`).

        Returns:
            True where the line is dropped; `summarizer sources` then shows the name of the rule beside it.
        """


# What we give as a reason, besides the names of our rules, where we drop a part of a line, or a line for what is near.
_OTHER_REASONS = frozenset(
    {
        "caption",
        "dateline",
        "emphasis",
        "front matter",
        "heading",
        "list mark",
        "section label",
        "sign behind",
        "time of an entry",
    }
)
CLEANING_RULES: Registry[CleaningRule] = Registry(
    "cleaning rule", "summarizer.cleaning_rules", dict(RULES), reserved=_OTHER_REASONS
)


def register_cleaning_rule(name: str, rule: CleaningRule) -> None:
    """Add a cleaning rule for this process; packages add theirs as entry points.

    A rule is applied where it is named: `ReadSettings(cleaning_rules=("…",))` for reports that are read,
    `Settings(cleaning_rules=("…",))` for those that are summarized.

    Args:
        name: The name, which is the reason that people see.
        rule: Tells which lines are dropped.

    Raises:
        PluginError: the name is taken.

    Example:
        >>> register_cleaning_rule("see also", lambda line: line.small.startswith("see also"))
        >>> settings = ReadSettings(cleaning_rules=("see also",))
        >>> read_documents("seeds", settings)
        Documents(5 reports, 3,379 words)
    """
    CLEANING_RULES.register(name, rule)


def check_rules(names: Sequence[str]) -> None:
    """Raise SettingsError where a name is that of no cleaning rule, PluginError where two packages claim it."""
    for name in names:
        if name in CLEANING_RULES:
            continue
        clash = CLEANING_RULES.clash_of(name)
        if clash:
            raise clash
        brought = ", ".join(CLEANING_RULES.brought()) or "none"
        note = CLEANING_RULES.note_clashes()
        raise SettingsError(
            f"cleaning_rules: no cleaning rule {name!r} is installed or registered (there are: {brought}).{note}"
        )


def drops_from_outside(document: Document) -> tuple[DroppedSpan, ...]:
    """Return what rules from outside dropped from a report, wherever they were named."""
    return tuple(one for one in document.dropped if one.rule not in RULES and one.rule not in _OTHER_REASONS)


def apply_rules(document: Document, names: Sequence[str], language: str) -> Document:
    """Drop the lines of a clean report that rules from outside do not take for its story.

    Our own rules have been applied before: what they dropped stays dropped, for their reasons.

    Args:
        document: A clean report.
        names: The rules, in the order in which they are asked. Our own may be named, which changes nothing.
        language: Code of the language of the report, where it does not tell.

    Returns:
        The report, with `kept` and `dropped` changed.

    Raises:
        SettingsError: there is no rule of a name.
        PluginError: a rule cannot be loaded, raises, or returns neither True nor False.
    """
    check_rules(names)
    asked = [name for name in names if name not in CLEANING_RULES.own]
    if not asked or not document.kept:
        return document
    lines = iter(read_lines(document.text, document.language or language))
    line = next(lines, None)
    kept, dropped = [], list(document.dropped)
    for span in document.kept:
        while line is not None and line.span.end <= span.start:
            line = next(lines, None)
        is_whole = line is not None and line.span.start <= span.start and span.end <= line.span.end
        rule = _first_that_meets(line, asked, document) if line is not None and is_whole else None
        if rule is None:
            kept.append(span)
        else:
            dropped.append(DroppedSpan(span=span, rule=rule))
    return replace(document, kept=tuple(kept), dropped=tuple(sorted(dropped, key=lambda one: one.span.start)))


def _first_that_meets(line: Line, names: Sequence[str], document: Document) -> str | None:
    """The first of some rules that takes a line for no part of the story; None where none does."""
    for name in names:
        with CLEANING_RULES.guard(name, f" for line {line.index} of {document.id}"):
            found = CLEANING_RULES[name](line)
        is_met = read_bool(found)
        if is_met is None:
            what = f"returned {type(found).__name__} for line {line.index} of {document.id}, wanted True or False"
            raise CLEANING_RULES.failure(name, what)
        if is_met:
            return name
    return None
