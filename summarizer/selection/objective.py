"""The objective: what a statement adds to those already chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.features.corpus import Corpus
from summarizer.features.vectors import (
    Floats,
    Indices,
    binarize,
    inverse_document_frequency,
    l2_normalize,
    scale_columns,
)
from summarizer.model import Budget, DocumentId, Statement
from summarizer.nlp.sentences.quality import LEANING
from summarizer.ranking.priors import TOLD
from summarizer.selection.concepts import weigh_concepts
from summarizer.settings import Settings
from summarizer.statements.lexical_judge import LexicalJudge

Flags = NDArray[np.bool_]

_ALIKE_BUT_ONE = 0.8  # cosine from which two statements may say the same but for one thing, which they tell otherwise
_LENGTH = 10  # words of both: a few in common are much of fewer
_TELLING = ("denial", "opposite", "number", "date")  # what may be told otherwise
_NEAR = 0.15  # cosine from which a chosen statement may say all of another
_CLOSE = 0.28  # cosine from which two may tell the same at length,
_MUCH = 0.4  # and how surely each then says a part of the other
_OPENING = 1.0  # what its place in its report adds to a statement's rank at most; the mean rank is 1
_OPENING_DECAY = 8.0  # sentences after which that has fallen to a third
_DEMOTED = {
    "pointing quotation": 0.65,
    "speaker unnamed": 0.5,
}  # flaws that only cost worth; any other keeps a wording out
_LEADS = 2  # sentences that open a report: of 280 printed ones that were read 12 were bad, of 717 others 93
_BRIEF = 8  # words up to which a statement is brief: 38 of 56 such points that were read said nothing by themselves
_BRIEF_SHARE = 0.5  # of the median length of the statements, where they are shorter than news in English
_NEWS = 2.4  # rank from which a brief statement is news by itself; the mean is 1
_WEIGHED_LENGTH = 0.7  # docs/trials.md has what 0 to 1 give


class Worth(NamedTuple):
    """What statements are judged by, one row or entry a statement.

    Attributes:
        rows: The number of its wording among the sentences.
        words: Its length.
        rank: Score and place in the report, divided by their mean.
        discount: What its length, its flaws, and having little to do with the focus cost.
        value: What its rank adds to a briefing: its rank, less for flaws and having little to do with the focus, by the
            length that it fills.
        concepts: Which concepts it holds, 0 or 1.
        names: Names of the concepts.
        weights: Weights of the concepts.
        coverage_weight: What the weight of a concept is worth beside rank.
        cosine: idf rows of length 1.
        eligible: Whether it may be printed: it is sound, and tells of what the user asks about; all that tell of that
            where none is sound.
        news: Whether it is long enough to tell something, or news by itself.
        followers: For each the number of the statement that leans on it and follows it in its report; -1 for none.
        before: For each the number of the statement that stands right before it in its report; -1 for none, and for
            leads.
        leads: Whether it is one of the first two sentences of its report, which tell what they are about.
        redundancy_limit: Cosine from which two statements are too alike.
    """

    rows: Sequence[int]
    words: NDArray[np.int64]
    rank: Floats
    discount: Floats
    value: Floats
    concepts: csr_array
    names: tuple[str, ...]
    weights: Floats
    coverage_weight: float
    cosine: csr_array
    eligible: Flags
    news: Flags
    followers: Sequence[int]
    before: NDArray[np.int64]
    leads: Flags
    redundancy_limit: float

    def concepts_of(self, at: int) -> NDArray[np.signedinteger]:
        """The numbers of the concepts that a statement holds."""
        return np.asarray(self.concepts.indices[self.concepts.indptr[at] : self.concepts.indptr[at + 1]])

    def likeness(self, at: int) -> Floats:
        """The cosine of each statement to one of them."""
        row = np.zeros(self.cosine.shape[1])
        own = slice(int(self.cosine.indptr[at]), int(self.cosine.indptr[at + 1]))
        row[self.cosine.indices[own]] = self.cosine.data[own]
        return np.asarray(self.cosine @ row)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Candidates:
    """The statements to choose from, and what is known of the n sentences that they come from.

    Attributes:
        statements: All statements, best score first.
        corpus: The sentences, for the spread of concepts over texts.
        beyond: The numbers of the sentences of no statement, of equal ones one: what the statements are measured by.
        scores: n scores.
        opening: n opening priors, each >= 1.
        interest: How much each sentence has to do with what the user asks about, in (0, 1]: a factor of a statement's
            worth, and of a concept's weight by the sentence that has most.
        text_group_of: The group of each report: those tied by their texts share one (`group_by_text`).
        judge: Judges whether one statement entails or contradicts another.
    """

    statements: Sequence[Statement]
    corpus: Corpus
    beyond: Indices
    scores: Floats
    opening: Floats
    interest: Floats
    text_group_of: Mapping[DocumentId, str]
    judge: LexicalJudge


def weigh_statements(candidates: Candidates, settings: Settings) -> Worth:
    """Gather what statements are judged by.

    The weight of coverage is divided by the root of the number of texts, since a concept that more texts tell weighs
    more.
    """
    statements, interest, text_group_of = candidates.statements, candidates.interest, candidates.text_group_of
    texts = len({text_group_of[name] for name in candidates.corpus.documents})
    rows = [statement.wording.id for statement in statements]
    size, every = len(statements), [*rows, *candidates.beyond.tolist()]
    measured = [candidates.corpus.sentences[at] for at in every]
    scores = np.append([statement.score for statement in statements], candidates.scores[candidates.beyond])
    words = np.array([sentence.words for sentence in measured])
    places = np.array([sentence.position for sentence in measured])
    rank = scores / scores.mean() + _OPENING * np.exp(-places / _OPENING_DECAY)
    mean_words, median_words = words.mean(), np.median(words)
    rank, words, places = (rank / rank.mean())[:size], words[:size], places[:size]
    soundness = np.array([_soundness(statement.wording.flaws) for statement in statements])
    quality = interest[rows] * np.where(soundness > 0, soundness, 1.0)
    concepts = weigh_concepts(candidates.corpus, text_group_of, interest)
    told = interest[rows] >= TOLD
    asked = told if told.any() else ~told
    sound = (soundness > 0) & asked
    terms = binarize(csr_array(candidates.corpus.terms[every]))
    return Worth(
        rows=rows,
        words=words,
        rank=rank,
        discount=words**settings.length_exponent / quality,
        value=rank * quality * (words / mean_words) ** _WEIGHED_LENGTH,
        concepts=csr_array(concepts.held[rows]),
        names=concepts.names,
        weights=concepts.weights,
        coverage_weight=settings.coverage_weight / sqrt(texts),
        cosine=l2_normalize(scale_columns(csr_array(terms[:size]), inverse_document_frequency(terms))),
        eligible=sound if sound.any() else asked,
        news=(words > min(_BRIEF, _BRIEF_SHARE * median_words)) | (rank >= _NEWS),
        followers=_find_followers(statements),
        before=_find_before(statements),
        leads=places < _LEADS,
        redundancy_limit=settings.redundancy_limit,
    )


def _find_followers(statements: Sequence[Statement]) -> list[int]:
    """For each statement that which leans on it, reads badly for no other cause, and follows it; -1 where none does."""
    followers = [-1] * len(statements)
    at_place = {(one.wording.document, one.wording.position): at for at, one in enumerate(statements)}
    for at, statement in enumerate(statements):
        wording = statement.wording
        if wording.flaws and LEANING.issuperset(wording.flaws):
            leader = at_place.get((wording.document, wording.position - 1), -1)
            if leader >= 0 and wording.paragraph - statements[leader].wording.paragraph <= 1:
                followers[leader] = at
    return followers


def _find_before(statements: Sequence[Statement]) -> NDArray[np.int64]:
    """For each statement that which stands right before it in its report; -1 where none does, and for leads."""
    at_place = {(one.wording.document, one.wording.position): at for at, one in enumerate(statements)}
    return np.array(
        [
            -1 if wording.position < _LEADS else at_place.get((wording.document, wording.position - 1), -1)
            for wording in (one.wording for one in statements)
        ],
        dtype=np.int64,
    )


def _soundness(flaws: Sequence[str]) -> float:
    """What is left of the worth of a wording for its flaws: 0 where it must not stand beside sound ones."""
    if not flaws:
        return 1.0
    return min(_DEMOTED.get(flaw, 0.0) for flaw in flaws)


@dataclass(slots=True, kw_only=True)
class Selection:
    """The choice as it grows, and changes.

    Attributes:
        worth: What the statements are judged by.
        judge: Who judges whether one says what another says.
        budget: What must not be passed.
        chosen: The statements chosen, in the order in which they came in.
        likeness: Of each statement to each that was chosen at some time.
        like: Which statements are too like each that was chosen at some time.
        entailing: How surely each of those says all of a statement, or each a part of the other, and the limit for it;
            None where it does neither.
        gave_way: Those that were chosen and left again, and why.
    """

    worth: Worth
    judge: LexicalJudge
    budget: Budget
    chosen: list[int] = field(default_factory=list)
    likeness: dict[int, Floats] = field(default_factory=dict)
    like: dict[int, Flags] = field(default_factory=dict)
    entailing: dict[tuple[int, int], tuple[float, float] | None] = field(default_factory=dict)
    gave_way: dict[int, str] = field(default_factory=dict)

    @property
    def left(self) -> Budget:
        """What of the budget is left."""
        words, points = self.budget.words, self.budget.points
        return Budget(
            words=None if words is None else words - int(self.worth.words[self.chosen].sum()),
            points=None if points is None else points - len(self.chosen),
        )

    @property
    def holders(self) -> NDArray[np.int64]:
        """How many chosen statements hold each concept."""
        held = [self.worth.concepts_of(at) for at in self.chosen]
        return np.bincount(np.concatenate(held) if held else [], minlength=len(self.worth.weights))

    def take(self, at: int) -> None:
        """Choose a statement."""
        self.chosen.append(at)
        self.gave_way.pop(at, None)
        if at in self.likeness:
            return
        likeness = self.likeness[at] = self.worth.likeness(at)
        like = self.like[at] = likeness >= self.worth.redundancy_limit
        for other in np.flatnonzero(likeness >= max(_ALIKE_BUT_ONE, self.worth.redundancy_limit)).tolist():
            like[other] = other == at or not self._contradicts(at, other)

    def drop(self, at: int, why: str) -> None:
        """Take a statement out again."""
        self.chosen.remove(at)
        self.gave_way[at] = why

    def find_entailing(self, at: int, others: Sequence[int]) -> int | None:
        """The first of some statements, chosen at some time, that says all of a statement."""
        return next((other for other in others if self.entails(other, at, self.likeness[other][at])), None)

    def entails(self, other: int, at: int, likeness: float) -> bool:
        """Whether a statement says all of another, or they are close and each says much of the other.

        Args:
            other: The statement that may say it.
            at: The other one.
            likeness: Their cosine.
        """
        if likeness < _NEAR:
            return False
        if (other, at) not in self.entailing:
            self.entailing[other, at] = self._said_by(other, at, likeness)
        return self.entailing[other, at] is not None

    def _said_by(self, other: int, at: int, likeness: float) -> tuple[float, float] | None:
        one, two = self.worth.rows[at], self.worth.rows[other]
        judgement = self.judge.judge(one, (two,), in_part=False)
        if judgement.relation == "entailed":
            return judgement.score, self.judge.same_limit
        is_short = min(self.worth.words[[other, at]]) < _LENGTH
        if is_short or likeness < _CLOSE or judgement.part_score < _MUCH or self.judge.contradicts(one, two):
            return None
        least = min(judgement.part_score, self.judge.judge(two, (one,), in_part=False).part_score)
        return (least, _MUCH) if least >= _MUCH else None

    def _contradicts(self, chosen: int, other: int) -> bool:
        """Whether a sentence tells otherwise what a chosen one tells: that is news, however alike they are."""
        conflict = self.judge.contradicts(self.worth.rows[other], self.worth.rows[chosen])
        return conflict is not None and conflict.kind in _TELLING
