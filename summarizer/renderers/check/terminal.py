"""A check on a terminal, in colour or as plain text for a pipe: what is wrong stands in the margin."""

from __future__ import annotations

from itertools import groupby

from summarizer.model import Check, CheckedSentence, Source
from summarizer.renderers.check.options import CheckOptions
from summarizer.renderers.check.pieces import Piece, hold_findings, pieces_of
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
from summarizer.renderers.terminal_page import Page, Part, Pieces, Role, cites
from summarizer.renderers.terminal_sources import put_sources
from summarizer.renderers.wording import cited_for, who

# What stands in the margin, so that the eye finds it and `grep` too, and in which colour.
_SIGNS: dict[str, tuple[str, Role]] = {
    "bad": ("!!", "bad"),
    "doubt": (" ?", "doubt"),
    "part": (" ~", "good"),
    "good": ("  ", "good"),
    "none": ("  ", "own"),
}
_GUIDE = "!! contradicted, or a quotation or number without a source; ? something else to look at; ~ backed in part."
_BRACES = "{Braces} hold what differs."
_DEEPER = 2  # columns more for what is said of a sentence
_FEW = 3  # lines in a row that were not checked and are told one by one


def render_terminal(check: Check, layout: CheckOptions) -> str:
    """Write a check wrapped to the layout's width; without colour it holds no control character at all."""
    page = Page(layout)
    page.title(title_of(check, with_path=True))
    page.paragraph([(summary_of(check), "name")])
    braces = [] if layout.colour or not any(finding.passage for finding in check.findings) else [_BRACES]
    page.paragraph([(held_against(check), "own"), (" ".join([_GUIDE, *braces]), "own")])
    sources = {source.number: source for source in check.sources}
    width = len(str(len(check.sentences)))
    for paragraph in by_paragraph(check, only_marked=layout.only_marked):
        page.gap()
        for why, some in groupby(paragraph, key=lambda one: one[1].why):
            told = list(some)
            for number, sentence in told[:_FEW] if why and len(told) > _FEW else told:
                _put_sentence(page, check, sentence, f"{number:>{width}}.", sources)
            if why and len(told) > _FEW:
                page.paragraph([(f"and {len(told) - _FEW} more not checked: {why}", "own")], indent=width + 5)
    if layout.only_marked and not any(map(is_marked, check.sentences)):
        page.gap()
        page.paragraph([("No sentence is marked.", "own")])
    put_sources(page, check)
    _put_notes(page, check)
    return str(page)


def _put_sentence(page: Page, check: Check, sentence: CheckedSentence, number: str, sources: dict[int, Source]) -> None:
    sign, role = _SIGNS[grade_of(sentence)]
    is_unchecked = sentence.standing == "not checked"
    plain: Role = "own" if is_unchecked else "report"
    words: Pieces = [(one.words, _role(one, plain)) for one in pieces_of(sentence)]
    cited: list[Part] = cites(cited_for(sentence.citations, sentence.text)) if sentence.citations else []
    marker = f"{sign} {number}"
    page.paragraph([words, *cited, (standing_of(sentence), "note")], marker=marker, role=role)
    for held in hold_findings(check, sentence):
        finding = held.finding
        told = [] if is_whole(finding, sentence) else [_quoted(held.here, page, "bad")]
        head: list[Part | Pieces] = [(f"{finding.kind}:", "own"), *told, (f"— {reason_of(check, finding)}", "note")]
        page.paragraph(head, indent=len(marker) + 1, marker="-")
        if held.there and held.source is not None:
            name = who(sources[held.source])
            report: list[Part | Pieces] = [
                (name, "name"),
                (f"[{held.source}]:", "cite"),
                _quoted(held.there, page, "good"),
            ]
            page.paragraph(report, indent=len(marker) + 1 + _DEEPER)


def _role(piece: Piece, plain: Role) -> Role:
    marks: dict[str, Role] = {"bad": "bad", "doubt": "doubt"}
    return marks.get(piece.mark, plain)


def _quoted(pieces: tuple[Piece, ...], page: Page, role: Role) -> Pieces:
    """The words between quotation marks; what is marked in a colour, or in braces where there is none."""
    inner: Pieces = [
        (f"{{{one.words}}}", role if page.colour else "report")
        if one.mark and not (page.colour and one.words)
        else (one.words, role if one.mark else "report")
        for one in pieces
    ]
    return [("“", "report"), *inner, ("”", "report")]


def _put_notes(page: Page, check: Check) -> None:
    notes = notes_of(check)
    if not (notes or check.signature):
        return
    page.heading("Notes")
    for note in notes:
        page.paragraph([(note, "note")], marker="•")
    if check.signature:
        page.paragraph([("Signature:", "own"), (check.signature, "report")], marker="•")
