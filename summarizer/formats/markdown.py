"""The markdown format: a briefing as CommonMark, in which nothing that a report says can be more than text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from summarizer.formats.harmless import is_web_address, quoted
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
    relation,
    shared_origins,
    single,
    standing,
    who,
)
from summarizer.formats.references import number_passages
from summarizer.model import Briefing, Citation, Discrepancy, Origin, Point, Section, Source, When

# Turns citations, and a mark to follow them, into what stands behind a statement.
Cite = Callable[[Iterable[Citation], str], str]

# "&" starts something only as an entity; ":", "." and "@" only in what GitHub links unasked.
_SPECIAL = re.compile(r"[\\`*_\[\]<>#~$^{}]|&(?=#?\w+;)|:(?=//)|(?<=www)\.|(?<=\w)@(?=\w)", re.IGNORECASE)
_BLOCK_START = re.compile(r"^(?:([-+=:%|])|(\d+)([.)]))")


def render_markdown(briefing: Briefing, layout: Layout) -> str:
    """Write a briefing as Markdown: one line a block, so that the reader's own program wraps it.

    With footnotes, each passage cited is one, quoted at the end; else "[n]" names the source.
    """
    numbers = {source.number: source for source in briefing.sources}
    passages = number_passages(briefing) if layout.citations == "footnotes" else {}
    cite = _footnotes(passages) if passages else _source_numbers
    guide = "Each footnote quotes a passage; [n] is a number in the list of sources." if passages else ""
    blocks = [
        f"# {_escaped(briefing.title) or 'Briefing'}",
        _own(" ".join(words for words in (as_of(briefing), legend(briefing), _literal(guide)) if words)),
        *(_section(section, cite) for section in briefing.sections),
    ]
    if briefing.discrepancies:
        lines = [_discrepancy(index, one, numbers, cite) for index, one in enumerate(briefing.discrepancies)]
        blocks.append("\n".join(["## Where the reports differ", "", *lines]))
    blocks.append("\n".join(["## Sources", "", *(_source(source) for source in briefing.sources)]))
    blocks += [_origin(origin) for origin in shared_origins(briefing)]
    notes = _notes(briefing)
    if notes:
        blocks.append("\n".join(["## Sourcing note", "", *notes]))
    blocks += [_passage(number, citation, numbers) for citation, number in passages.items()]
    return "\n\n".join(blocks)


def fenced(text: str) -> str:
    """Keep the lines of a text that is no Markdown: a fence is longer than any within it."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}\n{fence}"


def _footnotes(passages: dict[Citation, int]) -> Cite:
    def cite(citations: Iterable[Citation], mark: str) -> str:
        # With nothing between them, raised figures would read as one number, and a mark beside them as a degree.
        notes = [f"[^{number}]" for number in dict.fromkeys(passages[one] for one in citations)]
        return " ".join([*notes, mark] if mark else notes)

    return cite


def _source_numbers(citations: Iterable[Citation], mark: str) -> str:
    return _literal(markers(citations)) + mark


def _escaped(text: str) -> str:
    return _literal(quoted(text))


def _literal(text: str) -> str:
    text = _SPECIAL.sub(r"\\\g<0>", text)
    return _BLOCK_START.sub(lambda match: f"{match[2] or ''}\\{match[1] or match[3]}", text)


def _own(words: str) -> str:
    """Set the tool's own words in italics, which no report's words can be; what is not ours comes here escaped."""
    return f"*{words}*"


def _section(section: Section, cite: Cite) -> str:
    heading = " ".join(part for part in (_escaped(section.heading), period(section.when)) if part)
    return "\n".join([f"## {heading}", "", *(_point(point, section.when, cite) for point in section.points)])


def _point(point: Point, when: When | None, cite: Cite) -> str:
    speaker, days = _escaped(byline(point)), _escaped(dating(point, when))
    said = standing(point)
    parts = [
        f"- {_escaped(point.text)}",
        _own(f"— {speaker}") if speaker else "",
        _own(days) if days else "",
        cite(point.citations, single(point)),
        _own(said) if said else "",
    ]
    return " ".join(part for part in parts if part)


def _discrepancy(index: int, discrepancy: Discrepancy, numbers: dict[int, Source], cite: Cite) -> str:
    lines = [f"- **{letter(index)}.** {_own(discrepancy.kind)}: {_escaped(discrepancy.about)}"]
    for reading in discrepancy.readings:
        cited: dict[int, list[Citation]] = {}
        for citation in reading.citations:
            cited.setdefault(citation.source, []).append(citation)
        givers = ", ".join(
            f"{_escaped(who(numbers[number]))} {cite(passages, '')}" for number, passages in cited.items()
        )
        lines.append(f"  - {_escaped(reading.value)}: {givers}")
    return "\n".join(lines)


def _passage(number: int, citation: Citation, numbers: dict[int, Source]) -> str:
    source = numbers[citation.source]
    name = f"**{_escaped(who(source))}** \\[{source.number}\\]"
    return f"[^{number}]: {name}, {_own(relation(citation))} {_escaped(citation.quote)}".rstrip()


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
    return f"<{url}>" if is_web_address(url) else _escaped(url)


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
