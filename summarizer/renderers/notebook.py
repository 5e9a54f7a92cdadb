"""How a briefing shows itself as the value of a notebook's cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from summarizer.model import Briefing, DateRange, Discrepancy, Point, Reading, Section, Source, Wording
from summarizer.model.references import check_references
from summarizer.renderers.discrepancies import SPELLINGS, asides, heading_of, marks, order_of, shown, spellings, told_by
from summarizer.renderers.markdown import render_markdown
from summarizer.renderers.numbering import number_points
from summarizer.renderers.options import RenderOptions
from summarizer.renderers.sanitize import is_web_address, quoted
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
    date_of,
    glossing,
    letter,
    notes_of,
    period,
    relation,
    standing,
    title_mark,
    who,
)

Numbers = dict[int, Source]


def draw_html(briefing: Briefing) -> str:
    """Draw a fragment of HTML without style, script, names or anchors: nothing of it reaches beyond its cell."""
    check_references(briefing)
    numbers = {source.number: source for source in briefing.sources}
    blocks = [
        f"<h3>{' '.join(filter(None, (html_text(briefing.title) or 'Briefing', title_mark(briefing))))}</h3>",
        f"<p>{html_own(' '.join(filter(None, (as_of(briefing), about_of(briefing)))))}</p>",
        *(_section(section, points, numbers, briefing) for section, points in number_points(briefing)),
    ]
    items = _differences(briefing, numbers)
    if items:
        blocks.append(f"<h4>{heading_of(briefing)}</h4>{html_list(items)}")
    blocks.append(f"<h4>Sources</h4>{html_list(map(_source, briefing.sources))}")
    notes = [html_own(note) for note in notes_of(briefing)]
    if notes:
        blocks.append(f"<h4>Sourcing note</h4>{html_list(notes)}")
    return "<div>" + "\n".join(blocks) + "</div>"


def draw_markdown(briefing: Briefing) -> str:
    """Draw Markdown without footnotes, which notebooks do not know."""
    check_references(briefing)
    return render_markdown(briefing, RenderOptions(citations="plain"))


def _section(section: Section, points: Sequence[tuple[int, Point]], numbers: Numbers, briefing: Briefing) -> str:
    if section.heading is None:
        opening = "<hr/>"
    else:
        heading = " ".join(part for part in (html_text(section.heading), period(section.when)) if part)
        opening = f"<h4>{heading}</h4>"
    items = "".join(f"<li>{_point(point, section.when, numbers, briefing)}</li>" for _, point in points)
    start = f' start="{points[0][0]}"' if points else ""
    return f"{opening}<ol{start}>{items}</ol>"


def _point(point: Point, when: DateRange | None, numbers: Numbers, briefing: Briefing) -> str:
    speaker = quoted(byline(point))
    said = [html_text(point.text), html_own(f"— {speaker}") if speaker else "", html_own(quoted(glossing(point, when)))]
    whole, in_part = by_extent(cited_for(point.citations, point.text))
    cited = behind(_cited(whole, numbers), _cited(in_part, numbers), html_own(IN_PART))
    return " ".join(part for part in (*said, cited, html_own(standing(point, marks(briefing, point)))) if part)


def _differences(briefing: Briefing, numbers: Numbers) -> list[str]:
    items = [_discrepancy(index, one, numbers) for index, one in shown(briefing)]
    spelt = [
        " / ".join(f"{html_text(one.value)} {_cited(cited_for(one.citations), numbers)}" for one in name.readings)
        for name in spellings(briefing)
    ]
    items += [f"{html_own(SPELLINGS + ':')} {'; '.join(spelt)}."] if spelt else []
    more = asides(briefing)
    return [*items, html_own(more)] if more else items


def _discrepancy(index: int, discrepancy: Discrepancy, numbers: Numbers) -> str:
    readings = (_reading(discrepancy, one, numbers) for one in discrepancy.readings)
    order = order_of(discrepancy)
    about = f"<b>{letter(index)}.</b> {html_text(discrepancy.about)}" + (f", {html_own(order)}" if order else "")
    return about + html_list(readings)


def _reading(discrepancy: Discrepancy, reading: Reading, numbers: Numbers) -> str:
    return "; ".join(
        f"{html_text(own.words)}{f' {html_own(when)}' if when else ''}: {_givers(own, numbers)}"
        for own, when in told_by(discrepancy, reading)
    )


def _givers(wording: Wording, numbers: Numbers) -> str:
    cited = cited_for(wording.citations)
    given = dict.fromkeys(one.citation.source for one in cited)
    groups = ((number, [one for one in cited if one.citation.source == number]) for number in given)
    return ", ".join(f"{html_text(who(numbers[number]))} {_cited(group, numbers)}" for number, group in groups)


def _cited(cited: Iterable[Cited], numbers: Numbers) -> str:
    """One number a report; what it says shows when the reader points at it."""
    passages: dict[int, list[str]] = {}
    for one in cited:
        number = one.citation.source
        words = " ".join(filter(None, (relation(one), backing(one), one.citation.quote)))
        passages.setdefault(number, [who(numbers[number])]).append(words)
    return "".join(
        f'<span title="{html_text(" — ".join(words))}">[{number}]</span>' for number, words in passages.items()
    )


def _source(source: Source) -> str:
    parts = [
        f"[{source.number}] <b>{html_text(who(source))}</b>",
        html_text(source.title or ""),
        html_own(date_of(source)),
    ]
    if source.url:
        address = html_text(source.url)
        parts.append(f'<a href="{escape(source.url)}">{address}</a>' if is_web_address(source.url) else address)
    return " · ".join(part for part in parts if part)


def html_list(items: Iterable[str]) -> str:
    """Draw a list of what is HTML already."""
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def html_own(*words: str) -> str:
    """Draw the tool's own words, in italics."""
    said = " ".join(filter(None, words))
    return f"<i>{escape(said)}</i>" if said else ""


def html_text(words: str) -> str:
    """Draw text of a report, which can be nothing but text."""
    return escape(quoted(words))
