"""The markdown format: a briefing as CommonMark, in which nothing that a report says can be more than text."""

from __future__ import annotations

import re

from summarizer.formats.harmless import harmless, quoted
from summarizer.formats.layout import Layout
from summarizer.formats.phrases import (
    as_of,
    byline,
    count,
    date_of,
    dating,
    legend,
    letter,
    markers,
    notes_of,
    period,
    shared_origins,
    single,
    standing,
    who,
)
from summarizer.model import Briefing, Discrepancy, Origin, Point, Section, Source, When

# "&" starts something only as an entity; ":", "." and "@" only in what GitHub links unasked.
_SPECIAL = re.compile(r"[\\`*_\[\]<>#~$^{}]|&(?=#?\w+;)|:(?=//)|(?<=www)\.|(?<=\w)@(?=\w)", re.IGNORECASE)
_BLOCK_START = re.compile(r"^(?:([-+=:%|])|(\d+)([.)]))")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}\[\]]+", re.IGNORECASE)


def render_markdown(briefing: Briefing, _layout: Layout) -> str:
    """Write a briefing as Markdown: one line a block, so that the reader's own program wraps it."""
    numbers = {source.number: source for source in briefing.sources}
    blocks = [
        f"# {_escaped(briefing.title) or 'Briefing'}",
        _own(" ".join(words for words in (as_of(briefing), legend(briefing)) if words)),
        *(_section(section) for section in briefing.sections),
    ]
    if briefing.discrepancies:
        lines = [_discrepancy(index, one, numbers) for index, one in enumerate(briefing.discrepancies)]
        blocks.append("\n".join(["## Where the reports differ", "", *lines]))
    blocks.append("\n".join(["## Sources", "", *(_source(source) for source in briefing.sources)]))
    blocks += [_origin(origin) for origin in shared_origins(briefing)]
    notes = _notes(briefing)
    if notes:
        blocks.append("\n".join(["## Sourcing note", "", *notes]))
    return "\n\n".join(blocks)


def _escaped(text: str) -> str:
    return _literal(quoted(text))


def _literal(text: str) -> str:
    text = _SPECIAL.sub(r"\\\g<0>", text)
    return _BLOCK_START.sub(lambda match: f"{match[2] or ''}\\{match[1] or match[3]}", text)


def _own(words: str) -> str:
    """Set the tool's own words in italics, which no report's words can be; what is not ours comes here escaped."""
    return f"*{words}*"


def _section(section: Section) -> str:
    heading = " ".join(part for part in (_escaped(section.heading), period(section.when)) if part)
    return "\n".join([f"## {heading}", "", *(_point(point, section.when) for point in section.points)])


def _point(point: Point, when: When | None) -> str:
    speaker, days = _escaped(byline(point)), _escaped(dating(point, when))
    said = standing(point)
    parts = [
        f"- {_escaped(point.text)}",
        _own(f"— {speaker}") if speaker else "",
        _own(days) if days else "",
        _literal(markers(point.citations)) + single(point),
        _own(said) if said else "",
    ]
    return " ".join(part for part in parts if part)


def _discrepancy(index: int, discrepancy: Discrepancy, numbers: dict[int, Source]) -> str:
    lines = [f"- **{letter(index)}.** {_own(discrepancy.kind)}: {_escaped(discrepancy.about)}"]
    for reading in discrepancy.readings:
        cited = dict.fromkeys(citation.source for citation in reading.citations)
        givers = ", ".join(f"{_escaped(who(numbers[number]))} \\[{number}\\]" for number in cited)
        lines.append(f"  - {_escaped(reading.value)}: {givers}")
    return "\n".join(lines)


def _source(source: Source) -> str:
    title = source.title and _escaped(source.title)
    parts = [
        f"- \\[{source.number}\\] **{_escaped(who(source))}**",
        title or "",
        _own(date_of(source)),
        _own("credits") + f" {_escaped(source.credit)}" if source.credit and source.credit != who(source) else "",
        _own("origin") + f" {_escaped(source.origin)}" if source.origin else "",
        _own(f"cited for {count(source.statements, 'statement')}" if source.statements else "not cited"),
        _address(source.url) if source.url else "",
    ]
    return " · ".join(part for part in parts if part)


def _address(url: str) -> str:
    plain = _WEB_ADDRESS.fullmatch(url) and harmless(url) == url
    return f"<{url}>" if plain else _escaped(url)


def _origin(origin: Origin) -> str:
    cited = "".join(f"\\[{number}\\]" for number in origin.sources)
    evidence = f" ({_escaped(origin.evidence)})" if origin.evidence.strip() else ""
    return f"{_own('Origin')} {_escaped(origin.id)}, {_escaped(origin.label)}: {cited}{evidence}"


def _notes(briefing: Briefing) -> list[str]:
    notes = [f"- {_own(_literal(note))}" for note in notes_of(briefing)]
    notes += [
        f"- {_own('Not cited:')} {_escaped(unused.document)}: {_escaped(unused.why)}" for unused in briefing.unused
    ]
    if briefing.signature.strip():
        notes.append(f"- {_own('Signature:')} {_escaped(briefing.signature)}")
    return notes
