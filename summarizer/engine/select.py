"""The Statements worth most together under a length budget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarizer.engine.concepts import weigh_concepts
from summarizer.engine.corpus import Corpus
from summarizer.engine.judge import Judge
from summarizer.engine.vectors import Floats, inverse_frequency, presence, scale_columns, unit_rows
from summarizer.errors import BudgetError
from summarizer.model import Budget, Choice, DocumentId, Statement

_ALIKE_BUT_ONE = 0.8  # cosine from which two statements may say the same but for one thing, which they tell otherwise
_TELLING = ("denial", "opposite", "number", "date")  # what may be told otherwise
_NEAR = 0.15  # cosine from which a chosen statement may say all of another
_OPENING = 1.0  # what its place in its report adds to a statement's rank at most; the mean rank is 1
_OPENING_DECAY = 8.0  # sentences after which that has fallen to a third
_DEMOTED = {
    "bare connective": 0.8,
    "pointing quotation": 0.65,
    "speaker unnamed": 0.5,
}  # flaws that only cost worth; any other keeps a wording out
_SHOWN = 6  # newly covered concepts named in a Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class _Worth:
    """What statements are judged by, one row or entry a statement."""

    rows: Sequence[int]  # the number of its wording among the sentences
    words: NDArray[np.int64]
    rank: Floats  # score and place in the report, divided by their mean
    discount: Floats  # what its length, its flaws, and having little to do with the focus cost
    concepts: csr_array  # which concepts it holds, 0 or 1
    names: tuple[str, ...]  # of the concepts
    weights: Floats  # of the concepts
    cosine: csr_array  # idf rows of length 1
    sound: NDArray[np.bool_]  # whether it may be printed beside others


@dataclass(slots=True, kw_only=True)
class _State:
    """The choice as it grows."""

    left: Budget
    open: NDArray[np.bool_]
    weights: Floats
    chosen: list[int] = field(default_factory=list)
    gains: dict[int, tuple[float, tuple[str, ...]]] = field(default_factory=dict)
    likeness: dict[int, Floats] = field(default_factory=dict)  # of each statement to each chosen one
    rivals: dict[int, tuple[int, float, float]] = field(default_factory=dict)  # which, how alike, and the limit


def choose_statements(
    statements: Sequence[Statement],
    corpus: Corpus,
    opening: Sequence[float],
    interest: Sequence[float],
    voice_of: Mapping[DocumentId, str],
    judge: Judge,
    budget: Budget,
    *,
    coverage_weight: float,
    length_exponent: float,
    redundancy_limit: float,
) -> list[Choice]:
    """Choose greedily, within a strict budget, what is worth most beside what is chosen already.

    A statement is worth (rank + coverage_weight / sqrt(voices) x newly covered concepts) / words ** length_exponent,
    less for having little to do with the focus. Its rank is its score, and for statements that open reports some more.
    A statement that is too like a chosen one, or entailed by one, is out; one that is all but equal and contradicts it
    is not. Wordings with a flaw come in only where there is no sound one, but for those that a connective opens
    ("However"), quotations such as "This is a case about …" and those of an unnamed "he said": they are worth less.

    Args:
        statements: All statements, best score first.
        corpus: All sentences, for the spread of bigrams over voices.
        opening: The opening prior of each sentence, by id.
        interest: How much each sentence has to do with what the user asks about, by id, in (0, 1]: a factor of a
            statement's worth, and of a concept's weight by the sentence that has most.
        voice_of: The voice of each report: those tied by their texts share one (`find_voices`).
        judge: Who judges whether one statement entails another, or contradicts it.
        budget: What must not be passed.
        coverage_weight: Weight of what is newly covered, >= 0; divided by the root of the number of voices, since what
            more voices tell weighs more.
        length_exponent: Discount of length, in [0, 1].
        redundancy_limit: Cosine from which two statements are too alike, in (0, 1].

    Returns:
        One choice for each statement, in their order.

    Raises:
        BudgetError: no statement fits the budget.

    Source:
        Lin and Bilmes, "Multi-document Summarization via Budgeted Maximization of Submodular Functions", NAACL 2010,
        for greedy choice by gain over cost to a power. What is covered: see `weigh_concepts`.
    """
    worth = _weigh(statements, corpus, np.array(interest), voice_of, length_exponent)
    coverage_weight /= sqrt(len({voice_of[name] for name in corpus.documents}))
    eligible = worth.sound if worth.sound.any() else ~worth.sound
    shortest = int(worth.words[eligible].min())
    if budget.words is not None and shortest > budget.words:
        message = f"Budget: found words={budget.words}, wanted at least {shortest}: so long is the shortest statement."
        raise BudgetError(message, shortest=shortest)
    state = _State(left=budget, open=eligible.copy(), weights=worth.weights.copy())
    _fill(state, worth, judge, coverage_weight, redundancy_limit)
    return [_account(at, statement, statements, worth, state, opening) for at, statement in enumerate(statements)]


def _weigh(
    statements: Sequence[Statement],
    corpus: Corpus,
    interest: Floats,
    voice_of: Mapping[DocumentId, str],
    length_exponent: float,
) -> _Worth:
    rows = [statement.wording.id for statement in statements]
    scores = np.array([statement.score for statement in statements])
    words = np.array([statement.wording.words for statement in statements])
    places = np.array([statement.wording.position for statement in statements])
    rank = scores / scores.mean() + _OPENING * np.exp(-places / _OPENING_DECAY)
    soundness = np.array([_soundness(statement.wording.flaws) for statement in statements])
    concepts = weigh_concepts(corpus, voice_of, interest)
    terms = presence(csr_array(corpus.terms[rows]))
    return _Worth(
        rows=rows,
        words=words,
        rank=rank / rank.mean(),
        discount=words**length_exponent / interest[rows] / np.where(soundness > 0, soundness, 1.0),
        concepts=csr_array(concepts.held[rows]),
        names=concepts.names,
        weights=concepts.weights,
        cosine=unit_rows(scale_columns(terms, inverse_frequency(terms))),
        sound=soundness > 0,
    )


def _soundness(flaws: Sequence[str]) -> float:
    """What is left of the worth of a wording for its flaws: 0 where it must not stand beside sound ones."""
    if not flaws:
        return 1.0
    return min(_DEMOTED.get(flaw, 0.0) for flaw in flaws)


def _fill(state: _State, worth: _Worth, judge: Judge, coverage_weight: float, redundancy_limit: float) -> None:
    while True:
        fits = state.open.copy()
        if state.left.words is not None:
            fits &= worth.words <= state.left.words
        if state.left.points == 0 or not fits.any():
            return
        values = (worth.rank + coverage_weight * (worth.concepts @ state.weights)) / worth.discount
        best = int(np.where(fits, values, -1.0).argmax())
        rival = _find_entailing(best, state, worth, judge)
        if rival is None:
            _take(best, state, worth, judge, redundancy_limit)
        else:
            state.rivals[best] = rival
            state.open[best] = False


def _find_entailing(best: int, state: _State, worth: _Worth, judge: Judge) -> tuple[int, float, float] | None:
    """The chosen statement that says all of another, how surely, and the limit that the run has for that."""
    for other in state.chosen:
        if state.likeness[other][best] >= _NEAR:
            judgement = judge.judge(worth.rows[best], (worth.rows[other],))
            if judgement.relation == "entailed":
                return other, judgement.score, judge.same_limit
    return None


def _take(best: int, state: _State, worth: _Worth, judge: Judge, redundancy_limit: float) -> None:
    row = worth.concepts.indices[_row(worth.concepts, best)]
    total = worth.weights.sum()
    new = sorted(row, key=lambda column: (-state.weights[column], worth.names[column]))
    named = tuple(worth.names[column] for column in new if state.weights[column] > 0 and worth.names[column])[:_SHOWN]
    state.gains[best] = (float(state.weights[row].sum() / total) if total else 0.0, named)
    state.chosen.append(best)
    state.weights[row] = 0.0
    state.open[best] = False
    state.left = replace(
        state.left,
        words=None if state.left.words is None else state.left.words - int(worth.words[best]),
        points=None if state.left.points is None else state.left.points - 1,
    )
    likeness = state.likeness[best] = worth.cosine @ _dense(worth.cosine, best)
    for other in np.flatnonzero(state.open & (likeness >= redundancy_limit)).tolist():
        if likeness[other] >= _ALIKE_BUT_ONE and _contradicts(judge, worth.rows[best], worth.rows[other]):
            continue
        state.rivals[other] = (best, float(min(likeness[other], 1.0)), redundancy_limit)
        state.open[other] = False


def _contradicts(judge: Judge, chosen: int, other: int) -> bool:
    """Whether a sentence tells otherwise what a chosen one tells: that is news, however alike they are."""
    conflict = judge.judge(other, (chosen,)).conflict
    return conflict is not None and conflict.is_contradiction and conflict.kind in _TELLING


def _row(matrix: csr_array, at: int) -> slice:
    """Where the entries of a row stand."""
    return slice(int(matrix.indptr[at]), int(matrix.indptr[at + 1]))


def _dense(matrix: csr_array, at: int) -> Floats:
    row = np.zeros(matrix.shape[1])
    row[matrix.indices[_row(matrix, at)]] = matrix.data[_row(matrix, at)]
    return row


def _account(
    at: int,
    statement: Statement,
    statements: Sequence[Statement],
    worth: _Worth,
    state: _State,
    opening: Sequence[float],
) -> Choice:
    gain, covers = state.gains.get(at, (0.0, ()))
    rival, similarity, limit = state.rivals.get(at, (None, 0.0, 0.0))
    if at in state.gains:
        reason = f"chosen {state.chosen.index(at) + 1} of {len(state.chosen)}"
    elif rival is not None:
        reason = f"says what a chosen statement says (similarity {similarity:.2f}, limit {limit:.2f})"
    elif not worth.sound[at]:
        reason = f"would not stand alone: {', '.join(statement.wording.flaws)}"
    elif state.left.points == 0:
        reason = "worth less than the statements chosen"
    else:
        reason = f"{worth.words[at]} words, {state.left.words} left when it was its turn"
    return Choice(
        statement=statement,
        chosen=at in state.gains,
        reason=reason,
        rank=at + 1,
        opening=float(opening[statement.wording.id]),
        gain=gain,
        covers=covers,
        rival=None if rival is None else statements[rival],
        similarity=similarity,
    )
