"""Explains a briefing: the reasons of each point, what was not chosen, what was removed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from summarizer.finished_run import Run
from summarizer.model import Decision, DocumentId, JudgedPassage, Sentence, Span
from summarizer.model.text import count
from summarizer.renderers.discrepancies import heading_of, marks
from summarizer.renderers.judged_passages import put_judged
from summarizer.renderers.options import RenderOptions
from summarizer.renderers.source_list import put_dropped_spans, put_origins
from summarizer.renderers.terminal_page import Page, Part, Surface, cites
from summarizer.renderers.wording import Cited, backing, by_extent, cited_for, letter, relation, standing
from summarizer.settings import Settings

_RUNNERS_UP = 15
_REASONS = 10
_TERMS = 8
_APART = 3
_NUMBER = re.compile(r"\d[\d.,]*(?<=\d)")

Place = tuple[DocumentId, Span]


def explain(run: Run, *, width: int | None = None, colour: bool = False) -> str:
    """Write the reasons of a briefing.

    For each point: its rank, its opening prior, what it newly covers, the wordings that it stands for, what is like
    it and yet not cited, what it beat, and both verdicts where a judge from outside was asked. Then the best of what
    was not chosen, with the reason; why reports share an origin, with the sentences that align; and the lines dropped
    from each report, with the rule.

    Args:
        run: What `run_pipeline` returned.
        width: Columns to wrap at; None for those of the terminal in colour, else 100.
        colour: Whether to use colours and styles.

    Returns:
        The text, without a line feed at its end.

    Raises:
        SettingsError: the width is no whole number of at least 1.

    Example:
        >>> run = run_pipeline(read_documents("seeds"), sentences=1)
        >>> print(explain(run).splitlines()[0])
        Why these statements
    """
    page = Page(RenderOptions(width=width, colour=colour))
    put_explanation(page, run)
    return str(page)


def put_explanation(page: Surface, run: Run) -> None:
    """Put the reasons of a briefing on a page of any kind; see `explain`."""
    numbers = {source.document: source.number for source in run.briefing.sources}
    # A copy is chosen, and its original is printed: the statements chosen stand in the order of their decisions.
    decided = [decision for decision in run.decisions if decision.chosen]
    choice_of = {_place(one.wording): decision for one, decision in zip(run.chosen, decided, strict=True)}
    judged: dict[Place, list[JudgedPassage]] = {}
    for one in run.judged:
        judged.setdefault(_place(one.point), []).append(one)
    page.title("Why these statements")
    page.paragraph([(counts_of(run), "own")])
    for number, point in enumerate(run.briefing.points, start=1):
        page.heading(f"Point {number}")
        cited = cited_for(point.citations, point.text)
        page.paragraph(
            [
                (point.text, "report"),
                *cites(cited),
                (standing(point, marks(run.briefing, point)), "note"),
            ]
        )
        choice = choice_of.get((point.citations[0].document, point.citations[0].span))
        if choice is not None:
            _put_reasons(page, choice, len(run.statements))
            _put_wordings(page, choice, run, numbers)
            _put_beaten(page, choice, run, numbers)
        _put_parts(page, by_extent(cited)[1])
        put_judged(page, judged.get((point.citations[0].document, point.citations[0].span), ()), numbers)
    _put_differences(page, run)
    _put_runners_up(page, run, numbers)
    if run.dependences:
        put_origins(page, run.provenance, numbers)
    _put_dropped(page, run, numbers)


def _place(sentence: Sentence) -> Place:
    return sentence.document, sentence.span


def counts_of(run: Run) -> str:
    """Say how much was read, how much of it was chosen, and what was asked for."""
    return (
        f"{count(len(run.documents), 'report')}, {count(len(run.sentences), 'sentence')}, "
        f"{count(len(run.statements), 'statement')}, {len(run.chosen):,} of them chosen: "
        f"asked for {_asked(run.settings)}."
    )


def _asked(settings: Settings) -> str:
    if settings.sentences is not None:
        budget = count(settings.sentences, "sentence")
    elif settings.share is not None:
        budget = f"{settings.share:.4g} of all words"
    else:
        budget = count(settings.words or 0, "word")
    return budget + (f" on “{settings.focus}”" if settings.focus else "")


def _put_reasons(page: Surface, choice: Decision, statements: int) -> None:
    why = f"; {choice.reason}" if choice.reason else ""
    page.paragraph(
        [
            (f"Rank {choice.rank:,} of {statements:,}, score {choice.statement.score:.4f},", "own"),
            (f"opening prior {choice.opening:.3g} times the least{why}.", "own"),
        ],
        indent=2,
    )
    covers = ", ".join(choice.covers[:_TERMS]) + (" …" if len(choice.covers) > _TERMS else "")
    page.paragraph(
        [(f"Newly covers {choice.gain:.1%} of all there is" + (":" if covers else "."), "own"), (covers, "report")],
        indent=2,
    )


def _put_wordings(page: Surface, choice: Decision, run: Run, numbers: Mapping[DocumentId, int]) -> None:
    """The sentences cited for a wording, and those that came near to it but are not, each with the reason."""
    wording, *cited = choice.statement.sentences
    held = {pairing.other: pairing for pairing in run.candidate_pairs if pairing.wording == wording.id}
    if cited:
        page.paragraph([(f"Stands for {count(len(cited) + 1, 'sentence')}, itself and:", "own")], indent=2)
    else:
        page.paragraph([("Stands for itself alone.", "own")], indent=2)
    for sentence in cited:
        score = f"score {held[sentence.id].score:.2f}" if sentence.id in held else "word for word"
        _put_sentence(page, sentence, score, numbers)
    apart = [
        pairing
        for pairing in sorted(held.values(), key=lambda one: (-one.score, one.other))
        if pairing.other not in {sentence.id for sentence in cited}
        and run.sentences[pairing.other].document != wording.document
    ]
    if apart:
        page.paragraph([("Like it, but not cited for it:", "own")], indent=2)
    for pairing in apart[:_APART]:
        said = f"score {pairing.score:.2f}, {pairing.reason or 'cited for another statement'}"
        _put_sentence(page, run.sentences[pairing.other], said, numbers)


def _put_sentence(page: Surface, sentence: Sentence, said: str, numbers: Mapping[DocumentId, int]) -> None:
    page.paragraph([(said, "own"), *_from(sentence, numbers), (sentence.text, "report")], marker="-", indent=4)


def _put_beaten(page: Surface, choice: Decision, run: Run, numbers: Mapping[DocumentId, int]) -> None:
    winner = choice.statement.wording.id
    beaten = [
        other
        for other in run.decisions
        if not other.chosen and other.rival is not None and other.rival.wording.id == winner
    ]
    if not beaten:
        return
    page.paragraph([(f"Beat {count(len(beaten), 'other')}:", "own")], indent=2)
    for other in sorted(beaten, key=lambda one: (-one.similarity, one.rank)):
        wording = other.statement.wording
        page.paragraph(
            [
                (f"similarity {other.similarity:.2f}, rank {other.rank:,}", "own"),
                *_from(wording, numbers),
                (wording.text, "report"),
            ],
            marker="-",
            indent=4,
        )


def _put_parts(page: Surface, in_part: Iterable[Cited]) -> None:
    """The passages that say a part of a point, each with the words that it backs."""
    for one in in_part:
        citation = one.citation
        page.paragraph(
            [
                (f"[{citation.source}]", "cite"),
                (citation.document, "name"),
                (relation(one), "own"),
                (backing(one), "report"),
                (citation.quote, "report"),
            ],
            marker="-",
            indent=2,
        )


def _put_differences(page: Surface, run: Run) -> None:
    told = list(zip(run.briefing.discrepancies, run.differences, strict=False))
    if not told:
        return
    page.heading(heading_of(run.briefing), f"({count(len(told), 'difference')})")
    for index, (discrepancy, why) in enumerate(told):
        values = ", ".join(reading.value for reading in discrepancy.readings)
        page.paragraph([(f"{letter(index)}.", "own"), (values, "report"), (f"({why})", "own")], marker="-")


def _put_runners_up(page: Surface, run: Run, numbers: Mapping[DocumentId, int]) -> None:
    rejected = sorted((choice for choice in run.decisions if not choice.chosen), key=lambda choice: choice.rank)
    if not rejected:
        return
    page.heading("Not chosen", f"({count(len(rejected), 'statement')}, best rank first)")
    for choice in rejected[:_RUNNERS_UP]:
        wording = choice.statement.wording
        page.paragraph(
            [
                (f"rank {choice.rank:,}", "own"),
                *_from(wording, numbers),
                (wording.text, "report"),
                (f"({choice.reason})", "own"),
            ],
            marker="-",
        )
    # Reasons that differ only in their numbers are one reason.
    reasons = Counter(_NUMBER.sub("…", choice.reason) for choice in rejected[_RUNNERS_UP:]).most_common()
    if not reasons:
        return
    page.paragraph([(f"and {count(len(rejected) - _RUNNERS_UP, 'other')}:", "own")])
    for reason, times in reasons[:_REASONS]:
        page.paragraph([(f"{times:,} × {reason}", "own")], marker="-", indent=2)
    rest = sum(times for _, times in reasons[_REASONS:])
    if rest:
        page.paragraph([(f"{rest:,} × another reason", "own")], marker="-", indent=2)


def _put_dropped(page: Surface, run: Run, numbers: Mapping[DocumentId, int]) -> None:
    lines = {
        document.id: sorted((*document.dropped, *run.fragments.get(document.id, ())), key=lambda drop: drop.span)
        for document in run.documents
    }
    total = sum(len(drops) for drops in lines.values())
    if not total:
        return
    page.heading("Dropped", f"({count(total, 'line')})")
    for document in run.documents:
        drops = lines[document.id]
        if drops:
            number = numbers.get(document.id)
            cited = f"[{number}]" if number is not None else ""
            page.paragraph([(cited, "cite"), (document.id, "name"), (f"{count(len(drops), 'line')}:", "own")])
            put_dropped_spans(page, document, drops, indent=2)


def _from(sentence: Sentence, numbers: Mapping[DocumentId, int]) -> list[Part]:
    number = numbers.get(sentence.document)
    return [(f"[{number}]" if number is not None else "", "cite"), (sentence.document, "name")]
