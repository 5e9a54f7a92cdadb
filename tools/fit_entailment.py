"""Fits the two models of `statements/entailment.py` on the labels of who says what, and writes them as data.

    python -m tools.fit_entailment

A logistic regression with L2 penalty, one example a target and other report: of a report that says it the labelled
passage that the model so far likes best, of any other report the passage that it likes best (so the hardest). Fitted
three times over, each time with the passages that the last fit chose. Folds keep clusters apart.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import permutations
from operator import itemgetter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.attribution_labels import Task, judge_in, judge_of, passages, runs, tasks
from benchmarks.merging import kinds_of, says_less
from summarizer import statements
from summarizer.statements.backed_part import find_stretch
from summarizer.statements.containment import FEATURES, measure_containment
from summarizer.statements.entailment import conflicts_of, is_omissible, is_whole
from summarizer.statements.lexical_judge import LexicalJudge
from tests.labelled_stories import LABELS, run

FULL = "aligned beside shared".split()
PART = "containment cosine phrases shared".split()
PENALTY = 100.0  # of the squared weights of standardized features: few labels, few features
ROUNDS = 3
FOLDS = 9
MODELS = (("full", FULL, 2, 0.92), ("part", PART, 1, 0.8))  # name, features, what it tells, precision wanted
TARGET = Path(statements.__path__[0]) / "entailment_weights.toml"
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Example:
    """A target and all passages of one other report; of a labelled story one pair of sentences.

    Attributes:
        cluster: The cluster, or the story.
        is_story: Whether it is of a labelled story.
        says: 2 where the other says all of the target, 1 for a part, 0 for neither.
        features: One row a passage.
        is_clean: Whether a passage tells nothing otherwise and leaves out no figure, denial or opening.
        is_told: Whether a passage tells nothing otherwise, and backs a stretch of the target.
        is_labelled: Whether a passage overlaps a labelled one.
    """

    cluster: str
    is_story: bool
    says: int
    features: Matrix
    is_clean: NDArray[np.bool_]
    is_told: NDArray[np.bool_]
    is_labelled: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fit:
    """A fitted model over all features; those not asked for weigh nothing."""

    weights: Matrix
    intercept: float

    def score(self, features: Matrix) -> Matrix:
        return 1.0 / (1.0 + np.exp(-np.clip(features @ self.weights + self.intercept, -60, 60)))


@cache
def examples() -> tuple[Example, ...]:
    """Those of the clusters, then those of the labelled stories."""
    return (*map(_of_task, tasks()), *(one for story in LABELS for one in _of_story(story)))


def _of_task(task: Task) -> Example:
    sentences = runs()[task.cluster].sentences
    spans = [(sentences[passage[0]].span.start, sentences[passage[-1]].span.end) for passage in passages(task)]
    is_labelled = [any(start < stop and begin < end for begin, stop in task.spans) for start, end in spans]
    return _example(judge_of(task.cluster), task.target, passages(task), is_labelled, task.cluster, task.says)


def _of_story(story: str) -> Iterator[Example]:
    done = run(story)
    for pair, kind in kinds_of(story, done.sentences).items():
        for wording, other in permutations(sorted(pair)):
            is_less = says_less(done.sentences[wording], done.sentences[other])
            says = {"full": 2, "partial": 2 if is_less else 1}.get(kind, 0)
            yield _example(judge_in(done), wording, [(other,)], [True], story, says, is_story=True)


def _example(
    judge: LexicalJudge,
    target: int,
    held_against: Sequence[tuple[int, ...]],
    is_labelled: Sequence[bool],
    cluster: str,
    says: int,
    *,
    is_story: bool = False,
) -> Example:
    point = judge.row_of(target)
    features, clean, told, labelled = [], [], [], []
    for passage, is_wanted in zip(held_against, is_labelled, strict=True):
        rows = [judge.row_of(at) for at in passage]
        if point is None or None in rows:
            continue
        held = measure_containment(point, rows)
        features.append(held.features)
        conflicts = conflicts_of(point, rows, held) if held.found else []
        is_told = not any(one.is_contradiction for one in conflicts)
        told.append(is_told and find_stretch(point, rows, held, conflicts) is not None)
        clean.append(all(map(is_omissible, conflicts)) and is_whole(point, rows, held))
        labelled.append(is_wanted)
    return Example(
        cluster=cluster,
        is_story=is_story,
        says=says,
        features=np.array(features, dtype=float).reshape(-1, len(FEATURES)),
        is_clean=np.array(clean, dtype=bool),
        is_told=np.array(told, dtype=bool),
        is_labelled=np.array(labelled, dtype=bool),
    )


def fit(chosen: Sequence[Example], names: Sequence[str], says: int) -> Fit:
    """Fit a model that tells whether a report says at least so much of a target."""
    aligned = FEATURES.index("aligned")
    model: Callable[[Matrix], Matrix] = itemgetter((slice(None), aligned))
    columns = [FEATURES.index(name) for name in names]
    for _ in range(ROUNDS):
        rows, wanted = [], []
        for one in chosen:
            if not len(one.features):
                continue
            scores = model(one.features)
            if one.says >= says:
                scores = np.where(one.is_labelled, scores, -1.0)
            rows.append(one.features[int(scores.argmax())])
            wanted.append(float(one.says >= says))
        fitted = _regress(np.array(rows), np.array(wanted), columns)
        model = fitted.score
    return fitted


def _regress(rows: Matrix, wanted: Matrix, columns: Sequence[int]) -> Fit:
    used = rows[:, columns]
    mean, deviation = used.mean(axis=0), np.maximum(used.std(axis=0), 1e-9)
    scaled = (used - mean) / deviation

    def loss(values: Matrix) -> tuple[float, Matrix]:
        margin = scaled @ values[:-1] + values[-1]
        chance = 1.0 / (1.0 + np.exp(-margin))
        cost = np.logaddexp(0.0, margin).sum() - wanted @ margin + PENALTY / 2 * (values[:-1] ** 2).sum()
        error = chance - wanted
        return float(cost), np.append(scaled.T @ error + PENALTY * values[:-1], error.sum())

    found = minimize(loss, np.zeros(len(columns) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 2000}).x
    weights = np.zeros(rows.shape[1])
    weights[columns] = found[:-1] / deviation
    return Fit(weights=weights, intercept=float(found[-1] - (found[:-1] * mean / deviation).sum()))


def fold_of(cluster: str) -> int:
    """The fold of a cluster: they go round in alphabetical order."""
    return sorted({one.cluster for one in examples()}).index(cluster) % FOLDS


def cross_validated(names: Sequence[str], says: int) -> Matrix:
    """The score of each example by a model fitted without its fold: that of its best passage that may count."""
    scores = np.zeros(len(examples()))
    folds = [fold_of(one.cluster) for one in examples()]
    for fold in range(FOLDS):
        model = fit([one for one, own in zip(examples(), folds, strict=True) if own != fold], names, says)
        for at, (one, own) in enumerate(zip(examples(), folds, strict=True)):
            if own == fold:
                scores[at] = best_score(one, model, says)
    return scores


def best_score(one: Example, model: Fit, says: int) -> float:
    may = one.is_clean if says == 2 else one.is_told
    return float(np.where(may, model.score(one.features), 0.0).max(initial=0.0))


def limit_at(scores: Matrix, wanted: NDArray[np.bool_], precision: float) -> float:
    """The least score above 0 from which so many are right."""
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(wanted[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero((right >= precision) & (scores[order] > 0))
    return float(scores[order][enough[-1]]) if len(enough) else 1.0


def main() -> None:
    """Fit both models, write them, and say how they do on clusters that they were not fitted on."""
    of_clusters = np.array([not one.is_story for one in examples()])
    clusters = {one.cluster for one in examples() if not one.is_story}
    head = [
        "# How surely a passage says all of a point, and all or a part of it: weights of logistic regressions.",
        f"# Fitted by tools/fit_entailment.py on {date.today().isoformat()}: {of_clusters.sum()} targets x other"
        f" reports of {len(clusters)} clusters of",
        f"# Multi-News (dev) and MultiLing 2011 (en), labelled by reading, and {(~of_clusters).sum()} labelled pairs"
        f" of {len(LABELS)} stories.",
    ]
    body = []
    for name, names, says, precision in MODELS:
        wanted = np.array([one.says >= says for one in examples()])
        scores = cross_validated(names, says)
        for title, those in (("the clusters", of_clusters), ("the stories", ~of_clusters)):
            limit = limit_at(scores[of_clusters], wanted[of_clusters], precision)
            taken = (scores >= limit) & those
            figures = f"precision {wanted[taken].mean():.2f}, recall {wanted[taken].sum() / wanted[those].sum():.2f}"
            head.append(f"# {name}, cross-validated by cluster, from {limit:.3f}, on {title}: {figures}.")
        model = fit(examples(), names, says)
        body += ["", f"[{name}]", f"intercept = {model.intercept:.6f}"]
        body += [f"{one} = {weight:.6f}" for one, weight in zip(FEATURES, model.weights, strict=True) if weight]
    TARGET.write_text("\n".join([*head, *body, ""]), encoding="utf-8")
    sys.stdout.write("\n".join([*head, ""]))


if __name__ == "__main__":
    main()
