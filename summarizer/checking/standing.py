"""How a sentence of a draft stands to the reports: which say it, which say otherwise, and what it changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.checking.alterations import Alteration, find_alterations
from summarizer.model import DocumentId, Evidence, Sentence, Statement
from summarizer.settings import Settings
from summarizer.statements.cite import find_best_evidence, find_candidates, find_passages
from summarizer.statements.entailment import Judgement
from summarizer.statements.judges import Rows, ask_judge
from summarizer.statements.lexical_judge import LexicalJudge


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposition:
    """A passage that says otherwise, or that a sentence repeats with a change.

    Attributes:
        passage: The sentence of the report.
        reason: What differs, in plain words.
        words: The stretch of the draft's sentence that it is about, in characters of the sentence.
        against: The stretch of the passage likewise; None where no words of it stand against them.
        is_contradiction: Whether the passage says otherwise; False for other words in place of its own.
    """

    passage: Sentence
    reason: str
    words: tuple[int, int]
    against: tuple[int, int] | None
    is_contradiction: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A sentence held against the reports.

    Attributes:
        evidence: The passages that say it, in full or in part, one a report.
        oppositions: What stands against it, at most one a report where a report says otherwise.
    """

    evidence: tuple[Evidence, ...]
    oppositions: tuple[Opposition, ...]

    @property
    def is_backed(self) -> bool:
        """Whether a report says all of it."""
        return any(one.relation == "same" for one in self.evidence)


def hold_against_reports(
    judge: LexicalJudge, sentences: Sequence[Sentence], origin_of: Mapping[DocumentId, str], settings: Settings
) -> Iterator[Held]:
    """Hold sentences of a draft against the reports.

    Args:
        judge: The lexical judge over the sentences of the reports and the draft.
        sentences: Sentences of the draft.
        origin_of: The origin of each report, and one of its own for the draft.
        settings: The judge that has the last word, and its limits.

    Yields:
        What was found of each sentence.
    """
    points = [Statement(sentences=(one,), origin_of=origin_of, score=0.0) for one in sentences]
    for statement, held, by_report in find_candidates(judge, points):
        yield _hold(judge, statement.wording.id, held, by_report, settings)


def _hold(
    judge: LexicalJudge,
    point: int,
    held: Sequence[float],
    by_report: Mapping[DocumentId, Sequence[int]],
    settings: Settings,
) -> Held:
    passages = [rows for own in by_report.values() for rows in find_passages(judge.sentences, own, held)]
    asked = ask_judge(judge, settings, point, passages)
    known: dict[tuple[Rows, bool], Judgement] = {}

    def judged(rows: Rows, in_part: bool) -> Judgement:
        if (rows, in_part) not in known:
            known[rows, in_part] = asked(rows, in_part)
        return known[rows, in_part]

    evidence, oppositions = [], []
    for rows in by_report.values():
        best = find_best_evidence(judge.sentences, judged, rows, held)
        if best:
            evidence.append(best)
        if best is None or best.relation != "same":
            against = [(judged((at,), True), at) for at in rows]
            told = [(one.part_score, -at, one) for one, at in against if one.relation == "contradicted"]
            if told:
                _, at, judgement = max(told, key=lambda one: one[:2])
                oppositions.append(_contradiction(judge, point, -at, judgement))
    if not any(one.relation == "same" for one in evidence) and not oppositions:
        oppositions = _find_repeated(judge, point, [at for rows in by_report.values() for at in rows])
    return Held(evidence=tuple(evidence), oppositions=tuple(oppositions))


def _contradiction(judge: LexicalJudge, point: int, at: int, judgement: Judgement) -> Opposition:
    conflict = judgement.conflict
    row, other = judge.row_of(point), judge.row_of(at)
    assert row is not None and other is not None
    words = (0, len(row.sentence.text))
    against = None
    if conflict and conflict.places:
        words = _first_run(row.spans, conflict.places)
    if conflict and conflict.others:
        against = _first_run(other.spans, [place for k, place in conflict.others if not k])
    return Opposition(
        passage=judge.sentences[at],
        reason=judgement.reason or "",
        words=words,
        against=against,
        is_contradiction=True,
    )


def _first_run(spans: Sequence[tuple[int, int]], places: Sequence[int]) -> tuple[int, int] | None:  # type: ignore[return]
    """The stretch of the words that follow one another from the first place on."""
    ordered = sorted(set(places))
    last = first = ordered[0]
    for at in ordered[1:]:
        if at != last + 1:
            break
        last = at
    return spans[first][0], spans[last][1]


def _find_repeated(judge: LexicalJudge, point: int, rows: Sequence[int]) -> list[Opposition]:
    """What a sentence changes of the passage that it repeats most of, the fewest changes first."""
    row = judge.row_of(point)
    found: list[tuple[tuple[bool, int, int], int, list[Alteration]]] = []
    for at in rows:
        other = judge.row_of(at)
        if row is None or other is None or other.language != row.language:
            continue
        alterations = find_alterations(row, other)
        if alterations:
            found.append(
                ((not any(one.is_contradiction for one in alterations), len(alterations), at), at, alterations)
            )
    if row is None or not found:
        return []
    _, at, alterations = min(found)
    other = judge.row_of(at)
    assert other is not None
    return [
        Opposition(
            passage=judge.sentences[at],
            reason=one.reason,
            words=_stretch(row.spans, one.words),
            against=_stretch(other.spans, one.others) if one.others else None,
            is_contradiction=one.is_contradiction,
        )
        for one in alterations
    ]


def _stretch(spans: Sequence[tuple[int, int]], places: tuple[int, int]) -> tuple[int, int]:
    if places[0] == places[1]:
        at = min(places[0], len(spans) - 1)
        return spans[at]
    return spans[places[0]][0], spans[places[1] - 1][1]
