"""How briefings, runs and reports show themselves as the value of a notebook's cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice

from summarizer.finished_run import Run
from summarizer.model import (
    Briefing,
    DateRange,
    Decision,
    Discrepancy,
    Document,
    Point,
    Reading,
    Section,
    Source,
    Span,
    Wording,
)
from summarizer.model.references import check_references
from summarizer.model.text import count
from summarizer.renderers.discrepancies import SPELLINGS, asides, heading_of, marks, order_of, shown, spellings, told_by
from summarizer.renderers.explanation import counts_of
from summarizer.renderers.markdown import render_markdown
from summarizer.renderers.markdown_text import escaped
from summarizer.renderers.numbering import number_points
from summarizer.renderers.options import RenderOptions
from summarizer.renderers.sanitize import is_web_address, quoted, shortened
from summarizer.renderers.terminal_page import Part
from summarizer.renderers.update_lines import blocks_of, summary_of
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


_PARAGRAPHS = 40  # of one report; a cell is for a look, and the text is in the document
_LINES = 15  # dropped from it
_RUNNERS_UP = 5
_LENGTH = 300  # characters of each
_COLUMNS = ("Report", "Title", "Outlet", "Date", "Words", "Dropped")


def draw_html(briefing: Briefing) -> str:
    """Draw a fragment of HTML without style, script, names or anchors: nothing of it reaches beyond its cell."""
    check_references(briefing)
    numbers = {source.number: source for source in briefing.sources}
    blocks = [
        f"<h3>{' '.join(filter(None, (html_text(briefing.title) or 'Briefing', title_mark(briefing))))}</h3>",
        f"<p>{html_own(' '.join(filter(None, (as_of(briefing), about_of(briefing)))))}</p>",
        *([f"<p>{html_own(summary_of(briefing))}</p>"] if briefing.since else []),
        *(_section(section, points, numbers, briefing) for section, points in number_points(briefing)),
        *(
            f"<h4>{block.heading}</h4>{html_list(' '.join(map(_part, line.parts)) for line in block.lines)}"
            for block in blocks_of(briefing)
        ),
    ]
    items = _differences(briefing, numbers)
    if items:
        blocks.append(f"<h4>{heading_of(briefing)}</h4>{html_list(items)}")
    blocks.append(f"<h4>Sources</h4>{html_list(map(source_item, briefing.sources))}")
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


def _part(part: Part) -> str:
    words, role = part
    if role in ("own", "note"):
        return html_own(quoted(words))
    return escape(words) if role == "cite" else f"<b>{html_text(words)}</b>" if role == "name" else html_text(words)


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


def source_item(source: Source) -> str:
    """Draw a report as an item of the list of sources."""
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


def draw_documents_html(documents: Iterable[Document]) -> str:
    """Draw a table of reports, one a row."""
    head = "".join(f"<th>{html_own(name)}</th>" for name in _COLUMNS)
    rows = "".join(f"<tr>{''.join(f'<td>{html_text(cell)}</td>' for cell in _cells(one))}</tr>" for one in documents)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def draw_documents_markdown(documents: Iterable[Document]) -> str:
    """Draw a list of reports: a table would have to part with the bars in their titles."""
    return "\n".join(f"- {_line(document)}" for document in documents) or "*no report*"


def draw_document_html(document: Document) -> str:
    """Draw a report: what is known of it, its story, and which of its lines were dropped and why."""
    name, *known = filter(None, _facts(document))
    blocks = [f"<h3>{html_text(document.title or name)}</h3>", f"<p>{html_text(' · '.join((name, *known)))}</p>"]
    blocks += [f"<p>{html_text(paragraph)}</p>" for paragraph in islice(_story(document), _PARAGRAPHS)]
    more = _more(sum(1 for _ in _story(document)), _PARAGRAPHS, "paragraph")
    blocks += [f"<p>{html_own(more)}</p>"] if more else []
    if document.dropped:
        dropped = [f"{html_own(rule + ':')} {html_text(text)}" for rule, text in _dropped(document)]
        more = _more(len(document.dropped), _LINES, "line")
        blocks.append(f"<h4>Dropped</h4>{html_list([*dropped, html_own(more)] if more else dropped)}")
    return "<div>" + "\n".join(blocks) + "</div>"


def draw_document_markdown(document: Document) -> str:
    """Draw a report as `draw_document_html` does, in Markdown."""
    name, *known = filter(None, _facts(document))
    blocks = [f"# {escaped(document.title or name)}", escaped(" · ".join((name, *known)))]
    blocks += [escaped(paragraph) for paragraph in islice(_story(document), _PARAGRAPHS)]
    more = _more(sum(1 for _ in _story(document)), _PARAGRAPHS, "paragraph")
    blocks += [f"*{more}*"] if more else []
    if document.dropped:
        dropped = [f"- *{escaped(rule)}:* {escaped(text)}" for rule, text in _dropped(document)]
        more = _more(len(document.dropped), _LINES, "line")
        blocks.append("\n".join(["## Dropped", "", *dropped, *([f"- *{more}*"] if more else [])]))
    return "\n\n".join(block for block in blocks if block)


def draw_run_html(run: Run) -> str:
    """Draw what was read and chosen, the briefing, and the best statements that were not chosen, with the reasons."""
    lost = [f"{html_text(text)} {html_own(f'({why})')}" for text, why in map(_lost, _runners_up(run))]
    rest = f"<h4>Not chosen, best first</h4>{html_list(lost)}" if lost else ""
    return f"<div><p>{html_own(counts_of(run))}</p>\n{draw_html(run.briefing)}\n{rest}</div>"


def draw_run_markdown(run: Run) -> str:
    """Draw a run as `draw_run_html` does, in Markdown."""
    lost = [f"- {escaped(text)} *({escaped(why)})*" for text, why in map(_lost, _runners_up(run))]
    rest = ["\n".join(["## Not chosen, best first", "", *lost])] if lost else []
    return "\n\n".join([f"*{escaped(counts_of(run))}*", draw_markdown(run.briefing), *rest])


def _facts(document: Document) -> tuple[str, ...]:
    """What is known of a report; "" for what is not known."""
    published = str(document.published) if document.published else ""
    told = f"skipped: {document.skipped}" if document.skipped else count(document.words, "word")
    return document.id, document.outlet or "", published, document.url or "", told


def _cells(document: Document) -> tuple[str, ...]:
    published = str(document.published) if document.published else ""
    words = f"{document.words:,}" if not document.skipped else "skipped"
    dropped = "" if document.kept is None else f"{len(document.dropped):,}"
    return document.id, document.title or document.skipped or "", document.outlet or "", published, words, dropped


def _line(document: Document) -> str:
    name, *known = (escaped(part) for part in _facts(document) if part)
    title = [escaped(document.title)] if document.title else []
    return " · ".join([f"**{name}**", *title, *known])


def _story(document: Document) -> Iterable[str]:
    """The paragraphs of a report that are its story; all of them where it is not cleaned yet."""
    kept = (Span(start=0, end=len(document.text)),) if document.kept is None else document.kept
    return (line for span in kept for line in span.of(document.text).splitlines() if line.strip())


def _dropped(document: Document) -> list[tuple[str, str]]:
    drops = document.dropped[:_LINES]
    return [(drop.rule, shortened(drop.span.of(document.text), _LENGTH)) for drop in drops]


def _more(number: int, shown: int, noun: str) -> str:
    return f"and {count(number - shown, f'more {noun}')}" if number > shown else ""


def _runners_up(run: Run) -> list[Decision]:
    rejected = sorted((one for one in run.decisions if not one.chosen), key=lambda one: one.rank)
    return rejected[:_RUNNERS_UP]


def _lost(decision: Decision) -> tuple[str, str]:
    return decision.statement.wording.text, decision.reason
