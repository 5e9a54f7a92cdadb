"""How a briefing shows itself as the value of a notebook's cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
        f"<h3>{' '.join(filter(None, (_text(briefing.title) or 'Briefing', title_mark(briefing))))}</h3>",
        f"<p>{_own(' '.join(filter(None, (as_of(briefing), about_of(briefing)))))}</p>",
        *(_section(section, points, numbers, briefing) for section, points in number_points(briefing)),
    ]
    items = _differences(briefing, numbers)
    if items:
        blocks.append(f"<h4>{heading_of(briefing)}</h4>{_list(items)}")
    blocks.append(f"<h4>Sources</h4>{_list(map(_source, briefing.sources))}")
    notes = [_own(note) for note in notes_of(briefing)]
    if notes:
        blocks.append(f"<h4>Sourcing note</h4>{_list(notes)}")
    return "<div>" + "\n".join(blocks) + "</div>"


def draw_markdown(briefing: Briefing) -> str:
    """Draw Markdown without footnotes, which notebooks do not know."""
    check_references(briefing)
    return render_markdown(briefing, RenderOptions(citations="plain"))


# The names by which notebooks ask: https://ipython.readthedocs.io/en/stable/config/integrating.html
DRAWN: dict[str, Callable[[Briefing], str]] = {"_repr_html_": draw_html, "_repr_markdown_": draw_markdown}


def teach_notebooks() -> None:
    """Give briefings the methods that notebooks call; the model cannot define them, since it knows no formats."""
    for name, draw in DRAWN.items():
        setattr(Briefing, name, draw)


def _section(section: Section, points: Sequence[tuple[int, Point]], numbers: Numbers, briefing: Briefing) -> str:
    if section.heading is None:
        opening = "<hr/>"
    else:
        heading = " ".join(part for part in (_text(section.heading), period(section.when)) if part)
        opening = f"<h4>{heading}</h4>"
    items = "".join(f"<li>{_point(point, section.when, numbers, briefing)}</li>" for _, point in points)
    start = f' start="{points[0][0]}"' if points else ""
    return f"{opening}<ol{start}>{items}</ol>"


def _point(point: Point, when: DateRange | None, numbers: Numbers, briefing: Briefing) -> str:
    speaker = quoted(byline(point))
    said = [_text(point.text), _own(f"— {speaker}") if speaker else "", _own(quoted(glossing(point, when)))]
    whole, in_part = by_extent(cited_for(point.citations, point.text))
    cited = behind(_cited(whole, numbers), _cited(in_part, numbers), _own(IN_PART))
    return " ".join(part for part in (*said, cited, _own(standing(point, marks(briefing, point)))) if part)


def _differences(briefing: Briefing, numbers: Numbers) -> list[str]:
    items = [_discrepancy(index, one, numbers) for index, one in shown(briefing)]
    spelt = [
        " / ".join(f"{_text(one.value)} {_cited(cited_for(one.citations), numbers)}" for one in name.readings)
        for name in spellings(briefing)
    ]
    items += [f"{_own(SPELLINGS + ':')} {'; '.join(spelt)}."] if spelt else []
    more = asides(briefing)
    return [*items, _own(more)] if more else items


def _discrepancy(index: int, discrepancy: Discrepancy, numbers: Numbers) -> str:
    readings = (_reading(discrepancy, one, numbers) for one in discrepancy.readings)
    order = order_of(discrepancy)
    about = f"<b>{letter(index)}.</b> {_text(discrepancy.about)}" + (f", {_own(order)}" if order else "")
    return about + _list(readings)


def _reading(discrepancy: Discrepancy, reading: Reading, numbers: Numbers) -> str:
    return "; ".join(
        f"{_text(own.words)}{f' {_own(when)}' if when else ''}: {_givers(own, numbers)}"
        for own, when in told_by(discrepancy, reading)
    )


def _givers(wording: Wording, numbers: Numbers) -> str:
    cited = cited_for(wording.citations)
    given = dict.fromkeys(one.citation.source for one in cited)
    groups = ((number, [one for one in cited if one.citation.source == number]) for number in given)
    return ", ".join(f"{_text(who(numbers[number]))} {_cited(group, numbers)}" for number, group in groups)


def _cited(cited: Iterable[Cited], numbers: Numbers) -> str:
    """One number a report; what it says shows when the reader points at it."""
    passages: dict[int, list[str]] = {}
    for one in cited:
        number = one.citation.source
        words = " ".join(filter(None, (relation(one), backing(one), one.citation.quote)))
        passages.setdefault(number, [who(numbers[number])]).append(words)
    return "".join(f'<span title="{_text(" — ".join(words))}">[{number}]</span>' for number, words in passages.items())


def _source(source: Source) -> str:
    parts = [f"[{source.number}] <b>{_text(who(source))}</b>", _text(source.title or ""), _own(date_of(source))]
    if source.url:
        address = _text(source.url)
        parts.append(f'<a href="{escape(source.url)}">{address}</a>' if is_web_address(source.url) else address)
    return " · ".join(part for part in parts if part)


def _list(items: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def _own(*words: str) -> str:
    """Set the tool's own words in italics."""
    said = " ".join(filter(None, words))
    return f"<i>{escape(said)}</i>" if said else ""


def _text(words: str) -> str:
    return escape(quoted(words))
