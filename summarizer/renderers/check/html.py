"""A check as one page that loads nothing: the draft beside the reports, each mark a way to its passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import escape

from summarizer.model import Check, CheckedSentence, Citation, Document, Finding
from summarizer.model.text import count
from summarizer.renderers.check.options import CheckOptions
from summarizer.renderers.check.pieces import Piece, ShownFinding, hold_findings, level_of, pieces_of
from summarizer.renderers.check.wording import (
    GRADES,
    LEGEND,
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
from summarizer.renderers.html.environment import open_page
from summarizer.renderers.html.matrix import looks_of
from summarizer.renderers.html.passages import Back, Key, QuotedPassage, key_of, number_cited
from summarizer.renderers.html.reports import write_documents
from summarizer.renderers.html.text_language import OWN_LANGUAGE, language_marks, read_text_language
from summarizer.renderers.sanitize import quoted, sanitize
from summarizer.renderers.wording import IN_PART, Cited, by_extent, cited_for

_LISTED = 40  # marked sentences that the contents name; a reader goes through more of them in the text
_LEGEND = (("whole", "says all of a sentence"), ("part", "says a part of one"), ("against", "speaks against one"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A finding on the page: its words, and the id of the passage, or of the words in it, that it leads to."""

    held: ShownFinding
    level: str
    reason: str
    words: tuple[Piece, ...]
    target: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A sentence on the page.

    Attributes:
        number: Its number.
        sentence: The sentence.
        grade: How bad it is.
        standing: How it stands, in words without brackets.
        pieces: Its words, each with the id of the passage that it leads to.
        whole, in_part: The passages that say all of it, and those that say a part.
        found: What was found in it.
    """

    number: int
    sentence: CheckedSentence
    grade: str
    standing: str
    pieces: tuple[tuple[Piece, str | None], ...]
    whole: tuple[Cited, ...]
    in_part: tuple[Cited, ...]
    found: tuple[_Found, ...]


def render_html(check: Check, _layout: CheckOptions) -> str:
    """Write a check as one HTML page: each sentence, number and finding leads to its passage, which is marked there."""
    passages = number_cited(_cited(check), _kind_of)
    lines = [[_line(check, number, one, passages) for number, one in some] for some in by_paragraph(check)]
    every = [line for some in lines for line in some]
    looks = looks_of(check.origins)
    tongues = {source.number: read_text_language(source.language) for source in check.sources}
    return open_page("check.html.j2", "check.css").render(
        **_words(check),
        **language_marks(read_text_language(check.language or OWN_LANGUAGE), tongues),
        paragraphs=lines,
        listed=[line for line in every if is_marked(line.sentence)][:_LISTED],
        every=every,
        grades=_count_grades(check),
        passage_of=lambda citation: passages[key_of(citation)],
        kinds={passage.kind for passage in passages.values()},
        reports=write_documents(check.sources, _documents(check), list(passages.values()), {}),
        is_whole=True,
        legend=_LEGEND,
        looks=looks,
        sources={source.number: source for source in check.sources},
        source_list=check.sources,
        origins={origin.id: origin for origin in check.origins},
        number_of={source.document: source.number for source in check.sources},
        dependences=(),
        signature=check.signature,
    )


def _words(check: Check) -> dict[str, Any]:
    """What the page says of the whole check."""
    counts = check.counts
    backed = f"{counts['backed']:,} of {count(counts['checked'], 'sentence')} backed"
    return {
        "title": quoted(title_of(check)) or "Draft",
        "description": summary_of(check),
        "skip": "Skip to the text",
        "summary": summary_of(check),
        "held_against": held_against(check),
        "as_of_short": f"Checked: {backed} · {count(len(check.sources), 'report')}",
        "noun": "sentence",
        "notes": [escape(note) for note in notes_of(check)],
    }


def _documents(check: Check) -> Iterator[Document]:
    return (Document(id=name, text=text) for name, text in check.texts)


def _count_grades(check: Check) -> list[tuple[str, int, str]]:
    counts = Counter(map(grade_of, check.sentences))
    return [(grade, counts[grade], LEGEND[grade]) for grade in GRADES if counts[grade]]


def _cited(check: Check) -> Iterator[tuple[Back, Citation]]:
    """All that sentences and findings lead to, with the way back; words within a passage as one of their own."""
    texts = dict(check.texts)
    for number, sentence in enumerate(check.sentences, start=1):
        target = f"p{number}"
        for citation in sentence.citations:
            label = f"{number}, {IN_PART}" if citation.relation == "part" else f"{number}"
            yield Back(target=target, label=label, name=f"sentence {label}", relation=citation.relation), citation
        for finding in sentence.findings:
            back = Back(target=target, label=f"{number}!", name=f"sentence {number} ({finding.kind})")
            yield from ((back, citation) for citation in _against(finding, texts))


def _against(finding: Finding, texts: dict[str, str]) -> list[Citation]:
    """The passage that a finding was held against, and the words in it that stand against the draft's."""
    passage = finding.passage
    if passage is None:
        return []
    spans = [edit.report for edit in finding.edits] or ([finding.against] if finding.against else [])
    words = [
        replace(passage, span=span, quote=span.of(texts[passage.document])) for span in spans if span.start < span.end
    ]
    return [passage, *words]


def _kind_of(backs: Iterable[Back]) -> str:
    relations = {back.relation for back in backs}
    return "against" if relations == {None} else "whole" if relations - {None, "part"} else "part"


def _line(check: Check, number: int, sentence: CheckedSentence, passages: dict[Key, QuotedPassage]) -> _Line:
    whole, in_part = by_extent(cited_for(sentence.citations, sentence.text))
    found = tuple(_found(check, sentence, held, passages) for held in hold_findings(check, sentence, sanitize))
    says = [passages[key_of(citation)].id for citation in sentence.citations]
    against = [one.target for one in found if one.target]
    first = next(iter([*says, *against]), None)
    pieces = tuple(
        (one, (found[one.place].target or first) if one.place is not None else first)
        for one in pieces_of(sentence, sanitize)
    )
    return _Line(
        number=number,
        sentence=sentence,
        grade=grade_of(sentence),
        standing=standing_of(sentence).strip("()"),
        pieces=pieces,
        whole=whole,
        in_part=in_part,
        found=found,
    )


def _found(check: Check, sentence: CheckedSentence, held: ShownFinding, passages: dict[Key, QuotedPassage]) -> _Found:
    finding = held.finding
    cited = [passages[key_of(one)].id for one in _against(finding, dict(check.texts))]
    return _Found(
        held=held,
        level=level_of(finding),
        reason=reason_of(check, finding),
        words=() if is_whole(finding, sentence) else held.here,
        # A letter alone that is shown would be hard to find.
        target=cited[0 if finding.edits else -1] if cited else None,
    )
