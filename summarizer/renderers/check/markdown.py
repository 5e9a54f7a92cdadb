"""A check as Markdown: CommonMark in which nothing of a draft or a report can be more than text."""

from __future__ import annotations

from summarizer.model import Check, CheckedSentence, Source
from summarizer.renderers.check.options import CheckOptions
from summarizer.renderers.check.pieces import Piece, ShownFinding, braced, hold_findings, pieces_of
from summarizer.renderers.check.wording import (
    by_paragraph,
    grade_of,
    held_against,
    is_marked,
    is_whole,
    notes_of,
    reason_of,
    standing_of,
    summary_of,
    title_of,
)
from summarizer.renderers.markdown_text import escaped, literal, origin_line, own_words, source_line
from summarizer.renderers.wording import IN_PART, behind, by_extent, cited_for, markers, shared_origins, who

_SIGNS = {"bad": "**!!** ", "doubt": "**?** ", "part": "**\\~** ", "good": "", "none": ""}
_GUIDE = (
    "**!!** contradicted, or a quotation or number without a source; **?** something else to look at; **\\~** backed in"
    " part. {} hold what differs."
)


def render_markdown(check: Check, layout: CheckOptions) -> str:
    """Write a check as Markdown: one line a sentence, what was found of it in a list below."""
    sources = {source.number: source for source in check.sources}
    guide = _GUIDE.format("\\{Braces\\}")
    blocks = [
        f"# {escaped(title_of(check, with_path=True))}",
        f"**{literal(summary_of(check))}**",
        f"{held_against(check)} {guide}",
    ]
    paragraphs = by_paragraph(check, only_marked=layout.only_marked)
    told = ["\n".join(_sentence(check, number, one, sources) for number, one in some) for some in paragraphs]
    if layout.only_marked and not any(map(is_marked, check.sentences)):
        told.append(own_words("No sentence is marked."))
    blocks.append("\n".join(told))
    blocks.append("\n".join(["## Sources", "", *(source_line(source, "sentence") for source in check.sources)]))
    blocks += [origin_line(origin) for origin in shared_origins(check)]
    notes = [f"- {own_words(literal(note))}" for note in notes_of(check)]
    notes += [f"- {own_words('Signature:')} {escaped(check.signature)}"] if check.signature.strip() else []
    blocks += ["\n".join(["## Notes", "", *notes])] if notes else []
    return "\n\n".join(block for block in blocks if block)


def _sentence(check: Check, number: int, sentence: CheckedSentence, sources: dict[int, Source]) -> str:
    whole, in_part = by_extent(cited_for(sentence.citations, sentence.text))
    cited = behind(literal(markers(whole)), literal(markers(in_part)), own_words(IN_PART))
    said = standing_of(sentence)
    words = "".join(_marked(one) for one in pieces_of(sentence))
    parts = [f"- {_SIGNS[grade_of(sentence)]}{number}\\. {words}", cited, own_words(literal(said)) if said else ""]
    lines = [" ".join(part for part in parts if part)]
    lines += [f"  - {_finding(check, held, sentence, sources)}" for held in hold_findings(check, sentence)]
    return "\n".join(lines)


def _marked(piece: Piece) -> str:
    return f"\\{{{_inline(piece.words)}\\}}" if piece.mark else _inline(piece.words)


def _inline(words: str) -> str:
    """Words that follow others: what begins a block at the start of a line begins none here."""
    return literal(f"x{words}")[1:]


def _finding(check: Check, held: ShownFinding, sentence: CheckedSentence, sources: dict[int, Source]) -> str:
    finding = held.finding
    parts = [
        own_words(f"{finding.kind}:"),
        "" if is_whole(finding, sentence) else f"“{_inline(braced(held.here))}”",
        own_words(f"— {literal(reason_of(check, finding).rstrip('.'))}."),
    ]
    if held.there and held.source is not None:
        name = f"**{escaped(who(sources[held.source]))}** {literal(f'[{held.source}]')}:"
        parts += [name, f"“{_inline(braced(held.there))}”"]
    return " ".join(part for part in parts if part)
