"""The sourcing note and the signature: what was read, asked and counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from hashlib import sha256

from summarizer.about import __version__
from summarizer.cleaning.registry import CLEANING_RULES, drops_from_outside
from summarizer.judge_settings import is_address, name_of_judge
from summarizer.languages.data_files import brought_for
from summarizer.model import Briefing, Document, DocumentId, JudgedPassage, Origin, Point
from summarizer.model.text import list_numbers
from summarizer.registry import CHOICES
from summarizer.settings import Settings

_UNSIGNED = ("judge_options", "jobs")  # limits and folders: what came of them is in the verdicts


def write_notes(read: int, origins: Sequence[Origin], unused: int, points: Sequence[Point]) -> tuple[str, ...]:
    """Write the sourcing note of a briefing, a sentence each.

    Args:
        read: How many reports were read.
        origins: What they go back to.
        unused: How many of them are not cited.
        points: The points in reading order: they go by their numbers, from 1.
    """
    independent = "independent origin" if len(origins) == 1 else "independent origins"
    origin_of = {source: origin.id for origin in origins for source in origin.sources}
    alone = [
        number
        for number, point in enumerate(points, start=1)
        if len({origin_of.get(citation.source) for citation in point.citations}) < 2
    ]
    return (
        f"{read} {'report' if read == 1 else 'reports'} read, {read - unused} cited.",
        _meaning(points),
        f"{len(origins)} {independent} at most: reports that share a source without showing it count as independent.",
        *([_cited_once(alone)] if alone and len(origins) > 1 else []),
    )


def _meaning(points: Sequence[Point]) -> str:
    """What it means that a report is cited."""
    if not any(citation.relation == "part" for point in points for citation in point.citations):
        return "Every point is verbatim from the first report cited; the others cited beside it say the same."
    return (
        "Every point is verbatim from the first report cited; the others cited beside it say the same, those behind "
        "“in part” only a part of it."
    )


def _cited_once(alone: Sequence[int]) -> str:
    """Say what is cited, which is not that nobody else tells it."""
    if len(alone) == 1:
        return f"Point {alone[0]} is cited to one origin alone, which does not mean that no other tells it."
    return f"Points {list_numbers(alone)} are cited to one origin alone, which does not mean that no other tells them."


def remark_on_focus(settings: Settings, *, is_focused: bool) -> str | None:
    """Say what a briefing was asked to be about, and whether any report is; None where nothing was asked."""
    if settings.focus is None:
        return None
    if is_focused:
        return f"Asked about: {settings.focus.strip()}. Each point holds a word of that, or goes on from one that does."
    return (
        f"The reports do not hold the words of what was asked about ({settings.focus.strip()}): this is the story as a "
        "whole."
    )


def remark_on_stories(stories: Sequence[Sequence[DocumentId]], number_of: Mapping[DocumentId, int]) -> list[str]:
    """Say which reports tell of which story, where they tell of several."""
    if len(stories) == 1:
        return []
    told = sorted(sorted(number_of[name] for name in story) for story in stories)
    return [
        f"The reports tell of {len(stories)} stories that have little to do with each other: "
        f"{'; '.join(map(list_numbers, told))}."
    ]


def sign_briefing(
    documents: Sequence[Document],
    settings: Settings,
    judged: Sequence[JudgedPassage] = (),
    *,
    has_length: bool = True,
) -> str:
    """Return version, settings and a digest of the reports: equal signatures mean equal briefings.

    The digest holds what is not ours, too: what cleaning rules from outside dropped, which may have been named as the
    reports were read, the words of languages that users and packages brought, and the verdicts of a judge.

    Args:
        documents: The reports.
        settings: What was asked for.
        judged: The passages that a judge from outside was asked about.
        has_length: Whether a length was asked for, as it is of a briefing and not of a check.
    """
    digest = sha256()
    for document in documents:
        digest.update(repr((document.text, document.title, document.outlet, str(document.published))).encode())
        drops = [(one.span.start, one.span.end, one.rule) for one in drops_from_outside(document)]
        if drops:
            digest.update(repr(drops).encode())
    codes = {settings.language, *(one.language for one in documents if one.language)}
    for code, held in brought_for(codes):
        digest.update(repr((code, {name: held[name] for name in sorted(held)})).encode())
    for one in judged:
        taken = one.taken
        digest.update(repr((one.point.id, [own.id for own in one.sentences], taken.relation, taken.backs)).encode())
    defaults = Settings()
    asked = [
        f"{field.name}={_value_of(field.name, settings)!r}{_brought_by(field.name, settings)}"
        for field in fields(settings)
        if getattr(settings, field.name) not in (None, getattr(defaults, field.name)) and field.name not in _UNSIGNED
    ]
    if judged:
        asked.append(f"verdicts_changed={sum(one.is_changed for one in judged)}/{len(judged)}")
    length = [f"words={settings.words}"] if has_length and settings.words == defaults.words else []
    return " ".join([f"summarizer/{__version__}", *length, *asked, f"sha256:{digest.hexdigest()[:16]}"])


def _value_of(field: str, settings: Settings) -> object:
    """The value of a setting as the signature tells it."""
    value = getattr(settings, field)
    if isinstance(value, Briefing):
        return sha256(value.to_json().encode()).hexdigest()[:16]
    return name_of_judge(value) if field == "judge" else value


def _brought_by(field: str, settings: Settings) -> str:
    """Who brought the parts that a setting names, where they are none of ours: another version may do otherwise."""
    value = getattr(settings, field)
    if field == "judge" and (not isinstance(value, str) or is_address(value)):
        return "" if isinstance(value, str) else " (given to the run)"
    if field == "cleaning_rules":
        origins = [CLEANING_RULES.origin_of(name) for name in value]
    else:
        origins = [CHOICES[field].origin_of(value)] if field in CHOICES else []
    told = ", ".join(dict.fromkeys(filter(None, origins)))
    return f" ({told})" if told else ""
