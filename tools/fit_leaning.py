"""Fits the weights of `selection/leaning.py` on points that people read, and writes them as data.

    python -m tools.fit_leaning

A logistic regression with L2 penalty on the points of `tests/cases/reading/` that were called orphans, or ok, and in
which no rule finds a flaw. Halves of the clusters, each judged by the weights of the other, tell how far to believe it.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.stats import rankdata

from benchmarks.attribution_labels import CLUSTERS
from summarizer import Document, selection
from summarizer.cleaning.split_sentences import split_documents
from summarizer.features.corpus import open_corpus
from summarizer.model import Sentence
from summarizer.readers.documents import prepare_documents
from summarizer.selection.leaning import FEATURES, measure_leaning

READING = Path(__file__).parents[1] / "tests" / "cases" / "reading"
TARGET = Path(selection.__path__[0]) / "leaning_weights.toml"
PENALTY = 10.0  # of the squared weights of standardized features: few labels, few features
DRAWS = 12  # ways in which the clusters are halved
Matrix = NDArray[np.float64]


def labels() -> Mapping[str, Mapping[tuple[str, int], bool]]:
    """For each cluster, by report and start, whether a point was called an orphan by anybody who read it."""
    found: dict[str, dict[tuple[str, int], bool]] = {}
    for path in sorted(READING.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t"):
                if row["verdict"] in ("ok", "orphan"):
                    own = found.setdefault(row["cluster"], {})
                    key = row["report"], int(row["start"])
                    own[key] = own.get(key, False) or row["verdict"] == "orphan"
    return found


def examples() -> tuple[Matrix, Matrix, tuple[str, ...]]:
    """The features of each labelled point, whether it leans, and its cluster."""
    wanted = labels()
    rows: list[Matrix] = []
    leans: list[float] = []
    clusters: list[str] = []
    for record in (json.loads(line) for path in CLUSTERS for line in path.read_text(encoding="utf-8").splitlines()):
        own = wanted.get(record["id"])
        if own:
            corpus = open_corpus([*_sentences(record)])
            found = [one for one in corpus.sentences if not one.flaws and (one.document, one.span.start) in own]
            rows.extend(measure_leaning(corpus, np.array([one.id for one in found], dtype=np.int64)))
            leans.extend(float(own[one.document, one.span.start]) for one in found)
            clusters.extend(record["id"] for _ in found)
    return np.array(rows), np.array(leans), tuple(clusters)


def _sentences(record: Mapping[str, list[dict[str, str]]]) -> Iterator[Sentence]:
    given = [Document(id=one["id"], text=one["text"], title=one.get("title")) for one in record["documents"]]
    documents = prepare_documents(given, "en", progress=lambda _: None)
    for found, _ in split_documents((document, document.language or "en") for document in documents):
        yield from found


def fit(features: Matrix, leans: Matrix) -> tuple[Matrix, float]:
    """The weights of the features, and the intercept."""
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    scaled = np.column_stack([(features - mean) / spread, np.ones(len(features))])

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        score = scaled @ weights
        penalty = np.append(weights[:-1], 0.0) * PENALTY
        value = float(np.logaddexp(0, score).sum() - score @ leans + penalty @ weights / 2)
        return value, scaled.T @ (1 / (1 + np.exp(-score)) - leans) + penalty

    found = minimize(loss, np.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B").x
    weights = found[:-1] / spread
    return weights, float(found[-1] - weights @ mean)


def area(score: Matrix, leans: Matrix) -> float:
    """The area under the curve: how often what leans has the higher score."""
    many = leans.sum()
    above = rankdata(score)[leans > 0].sum() - many * (many + 1) / 2
    return float(above / (many * (len(leans) - many)))


def judge_halves(features: Matrix, leans: Matrix, clusters: tuple[str, ...]) -> float:
    """The mean area under the curve of halves of the clusters, each judged by the weights of the other."""
    found = []
    for draw in range(DRAWS):
        names = sorted(set(clusters))
        half = dict(zip(names, np.random.default_rng(draw).integers(2, size=len(names)), strict=True))
        side = np.array([half[name] for name in clusters])
        for own in (0, 1):
            weights, intercept = fit(features[side != own], leans[side != own])
            found.append(area(features[side == own] @ weights + intercept, leans[side == own]))
    return float(np.mean(found))


def main() -> int:
    """Fit, write and say what was found."""
    features, leans, clusters = examples()
    weights, intercept = fit(features, leans)
    held = judge_halves(features, leans, clusters)
    lines = [
        "# How likely a sentence leans on those before it: weights of a logistic regression.",
        f"# Fitted by tools/fit_leaning.py on {date.today()}: {len(leans)} points of {len(set(clusters))} clusters,",
        f"# {int(leans.sum())} of them called orphans by readers. Halves of the clusters, each judged by the weights",
        f"# of the other: area under the curve {held:.2f}.",
        "",
        "[leaning]",
        f"intercept = {intercept:.6f}",
        *(f"{name} = {weight:.6f}" for name, weight in zip(FEATURES, weights, strict=True)),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
