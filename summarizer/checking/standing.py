"""How a sentence of a draft stands to the reports: which say it, which say otherwise, and what it changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from summarizer.checking.alterations import Alteration, find_alterations, repeats
from summarizer.checking.speakers import without_other_speakers
from summarizer.model import DocumentId, Evidence, Sentence, Span, Statement
from summarizer.nlp.numbers.figures import Figure
from summarizer.nlp.numbers.number_words import find_numbers
from summarizer.statements.backed_part import longest_beside
from summarizer.statements.cite import LookedUp, find_best_evidence, look_up
from summarizer.statements.entailment import Judgement
from summarizer.statements.judging import Judged, Judging, Rows
from summarizer.statements.lexical_judge import LexicalJudge
from summarizer.statements.token_rows import Row

# Share of a sentence's weight that a passage holds at least where it is said to contradict it. Of the conflicts found
# between labelled sentences and other reports, names apart, 3 of 4 above it are contradictions.
_CLOSE = 0.65
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposition:
    """A passage that says otherwise, or that a sentence repeats with a change.

    Attributes:
        passage: The sentence of the report.
        reason: What differs, in plain words.
        places: The words of the draft's sentence that it is about, from the first up to and without the end.
        words: The same in characters of the sentence.
        against: The stretch of the passage likewise; None where no words of it stand against them.
        is_contradiction: Whether the passage says otherwise; False for other words in place of its own.
        is_told: Whether another passage says the sentence's own words.
    """

    passage: Sentence
    reason: str
    places: tuple[int, int]
    words: tuple[int, int]
    against: tuple[int, int] | None
    is_contradiction: bool
    is_told: bool = False

    def is_of_one_value(self, row: Row) -> bool:
        """Tell whether both sides are one number, however it is written: "$8.7bn", "8.7 billion"."""
        if self.against is None:
            return False
        one, other = row.sentence.text[slice(*self.words)], self.passage.text[slice(*self.against)]
        values = [number.value for number in find_numbers(one, row.language)]
        if values and values == [number.value for number in find_numbers(other, row.language)]:
            return True
        return bool(_CLOCK.match(one) and _CLOCK.match(other)) and _digits(one) == _digits(other)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSentence:
    """A sentence held against the reports.

    Attributes:
        evidence: The passages that say it, in full or in part, one a report.
        oppositions: What stands against it: the nearest passage of each report that says otherwise; where none does
            and no report says all of it, each change of the passage that it repeats.
    """

    evidence: tuple[Evidence, ...]
    oppositions: tuple[Opposition, ...]

    @property
    def is_backed(self) -> bool:
        """Whether a report says all of it."""
        return any(one.relation == "same" for one in self.evidence)


def hold_against_reports(
    judging: Judging, judge: LexicalJudge, sentences: Sequence[Sentence], origin_of: Mapping[DocumentId, str]
) -> Iterator[HeldSentence]:
    """Hold sentences of a draft against the reports.

    Args:
        judging: The judge that has the last word.
        judge: The lexical judge over the sentences of the reports and the draft.
        sentences: Sentences of the draft; the judge has them behind those of the reports.
        origin_of: The origin of each report, and one of its own for the draft.

    Yields:
        What was found of each sentence.
    """
    points = [Statement(sentences=(one,), origin_of=origin_of, score=0.0) for one in sentences]
    reported = min((one.id for one in sentences), default=None)
    for _, looked_up, judged in look_up(judging, judge, points, reported):
        yield _hold(judging, judge, looked_up, judged)


def _hold(judging: Judging, judge: LexicalJudge, looked_up: LookedUp, asked: Judged) -> HeldSentence:
    known: dict[tuple[Rows, bool], Judgement] = {}

    def judged(rows: Rows, in_part: bool) -> Judgement:
        if (rows, in_part) not in known:
            known[rows, in_part] = asked(rows, in_part)
        return known[rows, in_part]

    point, held, by_report = looked_up.point, looked_up.held, looked_up.by_report
    found = (find_best_evidence(judge.sentences, judged, looked_up, name) for name in by_report)
    evidence = [one for one in found if one]
    evidence = _without_altered(judge, point, without_other_speakers(judge, point, evidence))
    saying = {one.document for one in evidence if one.relation == "same"}
    near = [at for name, rows in by_report.items() for at in rows if name not in saying]
    row = judge.row_of(point)
    if row is None:
        return HeldSentence(evidence=tuple(evidence), oppositions=())
    others = {at: other for at in near if (other := judge.row_of(at)) is not None and other.language == row.language}
    against = [
        at
        for at in others
        if _contradicts(judged((at,), True), is_close=held[at] >= _CLOSE, is_lexical=judging.is_lexical)
    ]
    nearest = {others[at].sentence.document: at for at in sorted(against, key=lambda at: (held[at], -at))}
    oppositions = [_contradiction(row, others[at], judged((at,), True)) for at in against if at in nearest.values()]
    if not saying and not oppositions:
        oppositions = _find_repeated(row, [*others.values()])
    oppositions = [one for one in oppositions if not one.is_of_one_value(row)]
    told = {one.document: _within(row, one.backed) for one in evidence if one.backed}
    return HeldSentence(
        evidence=tuple(evidence),
        oppositions=tuple(
            _weighed(
                row,
                one,
                [words for name, words in told.items() if name != one.passage.document],
                [other for other in others.values() if other.sentence is not one.passage],
            )
            for one in oppositions
        ),
    )


def _contradicts(judgement: Judgement, *, is_close: bool, is_lexical: bool) -> bool:
    """Whether a passage says otherwise; another name may stand there for another part of the same.

    A judge from outside has read both: what it says without a conflict of words needs no nearness.
    """
    if judgement.relation != "contradicted":
        return False
    if judgement.conflict is None:
        return is_close or not is_lexical
    return is_close and judgement.conflict.kind != "name"


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _without_altered(judge: LexicalJudge, point: int, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence, where what repeats a passage but for a number, a name or a denial is no more than a part of it.

    A passage that has the sentence without such a change is left as it is, and so are then all others.
    """
    row = judge.row_of(point)
    full = [one for one in evidence if one.relation == "same"]
    changed = {id(one): _first_change(judge, row, one) for one in full} if row else {}
    if row is None or not all(changed.get(id(one)) for one in full):
        return [*evidence]
    return [_as_part(row, one, changed.get(id(one))) for one in evidence]


def _first_change(judge: LexicalJudge, row: Row, evidence: Evidence) -> Alteration | None:
    """The first change that keeps a passage from saying all of a sentence."""
    other = judge.row_of(evidence.sentences[0].id) if len(evidence.sentences) == 1 else None
    if other is None or other.language != row.language:
        return None
    return next((one for one in find_alterations(row, other) if one.is_contradiction or one.is_exact), None)


def _as_part(row: Row, evidence: Evidence, change: Alteration | None) -> Evidence:
    """Evidence for the longer side of a change; as it is where there is no change."""
    if change is None:
        return evidence
    backed = longest_beside(len(row.sentence.text), [_stretch(row.spans, change.words)])
    return replace(evidence, relation="part", backed=backed)


def _within(row: Row, stretch: Span) -> frozenset[int]:
    """The words of a sentence that stand in a stretch of it."""
    return frozenset(at for at, (start, end) in enumerate(row.spans) if stretch.start <= start and end <= stretch.end)


def _weighed(row: Row, opposition: Opposition, told: Sequence[frozenset[int]], others: Sequence[Row]) -> Opposition:
    """An opposition in the light of what other passages say: no contradiction where one has the sentence's own words.

    A part of the sentence that a report says, and a number with its unit, are told for sure. Another number, a name and
    a day may stand there for something else.
    """
    if opposition.places == (0, len(row.spans)):
        return opposition  # a judge from outside has read the whole sentence: no word of it was singled out
    words = frozenset(range(*opposition.places))
    figures = [one for one in row.said.figures if one.start in words]
    if any(words <= backed for backed in told) or (
        figures and all(one.unit for one in figures) and any(_has_figures(figures, other) for other in others)
    ):
        return replace(opposition, is_told=True)
    names = {name for at, name in row.said.names.items() if at in words}
    days = {day for at, day in row.said.days.items() if at in words}
    may_be_told = any(
        (figures and _has_figures(figures, other))
        or (names and names <= set(other.said.names.values()))
        or (days and days <= other.said.dated)
        for other in others
    )
    return replace(opposition, is_contradiction=False) if may_be_told else opposition


def _has_figures(figures: Sequence[Figure], other: Row) -> bool:
    return all(any(one.agrees(two) and one.unit == two.unit for two in other.said.figures) for one in figures)


def _contradiction(row: Row, other: Row, judgement: Judgement) -> Opposition:
    conflict = judgement.conflict
    places = _first_run(conflict.places) if conflict and conflict.places else (0, len(row.spans))
    against = [place for k, place in conflict.others if not k] if conflict else []
    return Opposition(
        passage=other.sentence,
        reason=judgement.reason or "",
        places=places,
        words=_stretch(row.spans, places),
        against=_stretch(other.spans, _first_run(against)) if against else None,
        is_contradiction=True,
    )


def _first_run(places: Sequence[int]) -> tuple[int, int]:
    """The places that follow one another from the first one on, up to and without the end."""
    ordered = sorted(set(places))
    end = ordered[0] + 1
    while end in ordered:
        end += 1
    return ordered[0], end


def _find_repeated(row: Row, others: Sequence[Row]) -> list[Opposition]:
    """What a sentence changes of the passage that it repeats most of; of several that with the fewest changes."""
    found = [(find_alterations(row, other), other) for other in others]
    changed = [(alterations, other) for alterations, other in found if alterations]
    if not changed:
        return []
    alterations, other = min(changed, key=lambda one: (len(one[0]), -repeats(row, one[1]), one[1].sentence.id))
    return [
        Opposition(
            passage=other.sentence,
            reason=one.reason,
            places=one.words,
            words=_stretch(row.spans, one.words),
            against=_stretch(other.spans, one.others) if one.others else None,
            is_contradiction=one.is_contradiction,
        )
        for one in alterations
    ]


def _stretch(spans: Sequence[tuple[int, int]], places: tuple[int, int]) -> tuple[int, int]:
    """The characters of some words; of none, those of the word behind their place."""
    first, end = places
    if first == end:
        return spans[min(first, len(spans) - 1)]
    return spans[first][0], spans[end - 1][1]
