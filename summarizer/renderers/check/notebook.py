"""How a check shows itself as the value of a notebook's cell."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.model import Check, CheckedSentence
from summarizer.model.check_references import check_check
from summarizer.renderers.check.markdown import render_markdown
from summarizer.renderers.check.options import CheckOptions
from summarizer.renderers.check.pieces import Piece, ShownFinding, hold_findings, pieces_of
from summarizer.renderers.check.wording import (
    grade_of,
    held_against,
    is_whole,
    notes_of,
    reason_of,
    standing_of,
    summary_of,
    title_of,
)
from summarizer.renderers.notebook import html_list, html_own, html_text, source_item
from summarizer.renderers.wording import IN_PART, behind, by_extent, cited_for, markers

_SIGNS = {"bad": "<b>!!</b> ", "doubt": "<b>?</b> ", "part": "<b>~</b> ", "good": "", "none": ""}


def draw_check_html(check: Check) -> str:
    """Draw a fragment of HTML without style, script, names or anchors: nothing of it reaches beyond its cell."""
    check_check(check)
    items = "".join(f"<li>{_sentence(check, sentence)}</li>" for sentence in check.sentences)
    blocks = [
        f"<h3>{html_text(title_of(check))}</h3>",
        f"<p><b>{html_text(summary_of(check))}</b> {html_own(held_against(check))}</p>",
        f"<ol>{items}</ol>",
        f"<h4>Sources</h4>{html_list(map(source_item, check.sources))}",
    ]
    notes = [html_own(note) for note in notes_of(check)]
    blocks += [f"<h4>Notes</h4>{html_list(notes)}"] if notes else []
    return "<div>" + "\n".join(blocks) + "</div>"


def draw_check_markdown(check: Check) -> str:
    """Draw Markdown, the same as `render_check(check, "markdown")`."""
    check_check(check)
    return render_markdown(check, CheckOptions())


def _sentence(check: Check, sentence: CheckedSentence) -> str:
    whole, in_part = by_extent(cited_for(sentence.citations, sentence.text))
    cited = behind(markers(whole), markers(in_part), html_own(IN_PART))
    parts = [f"{_SIGNS[grade_of(sentence)]}{_marked(pieces_of(sentence))}", cited, html_own(standing_of(sentence))]
    found = [_finding(check, held, sentence) for held in hold_findings(check, sentence)]
    return " ".join(part for part in parts if part) + (html_list(found) if found else "")


def _finding(check: Check, held: ShownFinding, sentence: CheckedSentence) -> str:
    finding = held.finding
    words = "" if is_whole(finding, sentence) else f"“{_marked(held.here)}” "
    against = f" [{held.source}]: “{_marked(held.there)}”" if held.there else ""
    return f"{html_own(f'{finding.kind}:')} {words}{html_own(f'— {reason_of(check, finding)}')}{against}"


def _marked(pieces: Iterable[Piece]) -> str:
    return "".join(f"<b><u>{html_text_of(one)}</u></b>" if one.mark else html_text_of(one) for one in pieces)


def html_text_of(piece: Piece) -> str:
    """Draw a piece, whose words are harmless already; a mark where something is left out is a caret."""
    from html import escape

    return escape(piece.words or "‸")
