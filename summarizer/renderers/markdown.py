"""The markdown format: CommonMark in which nothing of a report can be more than text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from summarizer.model import Briefing, DateRange, Discrepancy, Point, Section, Source, Wording
from summarizer.renderers.discrepancies import SPELLINGS, asides, heading_of, marks, order_of, shown, spellings, told_by
from summarizer.renderers.markdown_text import escaped, literal, origin_line, own_words, source_line
from summarizer.renderers.numbering import number_passages, number_points
from summarizer.renderers.options import RenderOptions
from summarizer.renderers.terminal_page import Part
from summarizer.renderers.update_lines import Block, blocks_of, summary_of
from summarizer.renderers.wording import (
    IN_PART,
    Cited,
    about_of,
    as_of,
    backing,
    behind,
    by_extent,
    byline,
    cited_for,
    glossing,
    letter,
    markers,
    notes_of,
    period,
    relation,
    shared_origins,
    standing,
    title_mark,
    who,
)

# Turns passages into the marks that lead to them.
Cite = Callable[[Iterable[Cited]], str]


def render_markdown(briefing: Briefing, layout: RenderOptions) -> str:
    """Write a briefing as Markdown: one line a block, so that the reader's own program wraps it.

    With footnotes, each passage cited is one, quoted at the end; else "[n]" names the source.
    """
    numbers = {source.number: source for source in briefing.sources}
    passages = number_passages(briefing) if layout.citations == "footnotes" else {}
    cite = _footnotes(passages) if passages else _source_numbers
    guide = "Each footnote quotes a passage; [n] is a number in the list of sources." if passages else ""
    blocks = [
        " ".join(filter(None, (f"# {escaped(briefing.title) or 'Briefing'}", literal(title_mark(briefing))))),
        own_words(" ".join(words for words in (as_of(briefing), literal(about_of(briefing)), literal(guide)) if words)),
        *([own_words(literal(summary_of(briefing)))] if briefing.since else []),
        *(_section(section, points, cite, briefing) for section, points in number_points(briefing)),
        *map(_block, blocks_of(briefing)),
    ]
    differences = _differences(briefing, numbers, cite)
    if differences:
        blocks.append("\n".join([f"## {heading_of(briefing)}", "", *differences]))
    blocks.append("\n".join(["## Sources", "", *(source_line(source) for source in briefing.sources)]))
    blocks += [origin_line(origin) for origin in shared_origins(briefing)]
    notes = _notes(briefing)
    if notes:
        blocks.append("\n".join(["## Sourcing note", "", *notes]))
    blocks += [_passage(number, one, numbers) for one, number in passages.items()]
    return "\n\n".join(blocks)


def _footnotes(passages: dict[Cited, int]) -> Cite:
    def cite(cited: Iterable[Cited]) -> str:
        # With nothing between them, raised figures would read as one number.
        return " ".join(f"[^{number}]" for number in dict.fromkeys(passages[one] for one in cited))

    return cite


def _source_numbers(cited: Iterable[Cited]) -> str:
    return literal(markers(cited))


def _section(section: Section, points: Iterable[tuple[int, Point]], cite: Cite, briefing: Briefing) -> str:
    if section.heading is None:
        opening = "---"  # else the points would go on in the list before them
    else:
        opening = "## " + " ".join(part for part in (escaped(section.heading), period(section.when)) if part)
    told = (_point(number, point, section.when, cite, briefing) for number, point in points)
    return "\n".join([opening, "", *told])


def _point(number: int, point: Point, when: DateRange | None, cite: Cite, briefing: Briefing) -> str:
    speaker, days = escaped(byline(point)), escaped(glossing(point, when))
    said = standing(point, map(literal, marks(briefing, point)))
    whole, in_part = by_extent(cited_for(point.citations, point.text))
    parts = [
        f"{number}. {escaped(point.text)}",
        own_words(f"— {speaker}") if speaker else "",
        own_words(days) if days else "",
        behind(cite(whole), cite(in_part), own_words(IN_PART)),
        own_words(said) if said else "",
    ]
    return " ".join(part for part in parts if part)


def _block(block: Block) -> str:
    lines = (f"{'  ' if line.is_under else ''}- {' '.join(map(_part, line.parts))}" for line in block.lines)
    return "\n".join([f"## {block.heading}", "", *lines])


def _part(part: Part) -> str:
    words, role = part
    if role in ("own", "note"):
        return own_words(escaped(words))
    return literal(words) if role == "cite" else f"**{escaped(words)}**" if role == "name" else escaped(words)


def _differences(briefing: Briefing, numbers: dict[int, Source], cite: Cite) -> list[str]:
    lines = [_discrepancy(index, one, numbers, cite) for index, one in shown(briefing)]
    spelt = [
        " / ".join(f"{escaped(reading.value)} {cite(cited_for(reading.citations))}" for reading in one.readings)
        for one in spellings(briefing)
    ]
    if spelt:
        lines.append(f"- {own_words(SPELLINGS + ':')} {'; '.join(spelt)}.")
    more = asides(briefing)
    return [*lines, f"- {own_words(more)}"] if more else lines


def _discrepancy(index: int, discrepancy: Discrepancy, numbers: dict[int, Source], cite: Cite) -> str:
    order = order_of(discrepancy)
    lines = [f"- **{letter(index)}.** {escaped(discrepancy.about)}" + (f", {own_words(order)}" if order else "")]
    for reading in discrepancy.readings:
        given = (
            f"{escaped(own.words)}{f' {own_words(when)}' if when else ''}: {_givers(own, numbers, cite)}"
            for own, when in told_by(discrepancy, reading)
        )
        lines.append(f"  - {'; '.join(given)}")
    return "\n".join(lines)


def _givers(wording: Wording, numbers: dict[int, Source], cite: Cite) -> str:
    cited: dict[int, list[Cited]] = {}
    for one in cited_for(wording.citations):
        cited.setdefault(one.citation.source, []).append(one)
    return ", ".join(f"{escaped(who(numbers[number]))} {cite(passages)}" for number, passages in cited.items())


def _passage(number: int, cited: Cited, numbers: dict[int, Source]) -> str:
    source = numbers[cited.citation.source]
    name = f"**{escaped(who(source))}** \\[{source.number}\\]"
    said = (own_words(relation(cited)), escaped(backing(cited)), escaped(cited.citation.quote))
    return f"[^{number}]: {name}, {' '.join(words for words in said if words)}"


def _notes(briefing: Briefing) -> list[str]:
    notes = [f"- {own_words(literal(note))}" for note in notes_of(briefing)]
    notes += [
        f"- {own_words('Not cited:')} {escaped(unused.document)}: {escaped(unused.why)}" for unused in briefing.unused
    ]
    if briefing.signature.strip():
        notes.append(f"- {own_words('Signature:')} {escaped(briefing.signature)}")
    return notes
