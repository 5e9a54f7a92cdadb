"""How reports and runs show themselves as the value of a notebook's cell."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from summarizer.model import Decision, Document, Span
from summarizer.model.text import count
from summarizer.renderers.explanation import counts_of
from summarizer.renderers.markdown import escaped
from summarizer.renderers.notebook import draw_html, draw_markdown, html_list, html_own, html_text
from summarizer.renderers.sanitize import shortened
from summarizer.run import Run

_PARAGRAPHS = 40  # of one report; a cell is for a look, and the text is in the document
_LINES = 15  # dropped from it
_RUNNERS_UP = 5
_LENGTH = 300  # characters of each
_COLUMNS = ("Report", "Title", "Outlet", "Date", "Words", "Dropped")


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
