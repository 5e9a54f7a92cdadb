"""An evaluation as tables and remarks in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.evaluation.records import Evaluation, Mean, OmittedCluster

NOTHING = "–"
_MOST_NAMED = 12
_KINDS = {"Recall": "recall", "F": "f"}
_SIZES = ("1", "2", "4", "l")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: its title, what its columns mean, and one row a system, the name first."""

    title: str
    legend: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def headline(evaluation: Evaluation) -> str:
    """Say what was measured, and on how much."""
    count = len(evaluation.clusters)
    stems = "irregular forms looked up, then stemmed" if evaluation.irregular else "stemmed"
    return (
        f"{count} {'cluster' if count == 1 else 'clusters'}; the first {evaluation.words} words of summaries and"
        f" references; {stems}, stop words kept, pooled over the references."
    )


def grids(evaluation: Evaluation) -> tuple[Grid, ...]:
    """Return the tables: ROUGE recall, ROUGE F, and what else was measured."""
    return *(_rouge(evaluation, title, kind) for title, kind in _KINDS.items()), _others(evaluation)


def remarks(evaluation: Evaluation) -> tuple[str, ...]:
    """Return what was left out or scored 0, a line each, the first dozen of a kind; and what is odd about the data."""
    lines = list(evaluation.notes)
    for result in evaluation.results:
        lines += _named(f"{result.system} has no score for", result.missing)
        lines += _named(f"{result.system} scores 0 on", result.silent)
    return (*lines, *_named("Left out:", evaluation.skipped))


def _rouge(evaluation: Evaluation, title: str, kind: str) -> Grid:
    headings = ("System", "n", *(f"R-{size.upper()}" for size in _SIZES), "p")
    rows = []
    for result in evaluation.results:
        means = [result.mean(f"rouge_{size}_{kind}") for size in _SIZES]
        chance = _chance(means[_SIZES.index("2")])
        rows.append((result.system, str(len(result.scores)), *map(_interval, means), chance))
    legend = (
        f"ROUGE {title.lower() if kind == 'recall' else title} in percent, mean over n clusters and its 95 % interval;"
        " p: chance of an R-2 as far from summarizer's, were both as good."
    )
    return Grid(title=title, legend=legend, headings=headings, rows=tuple(rows))


def _others(evaluation: Evaluation) -> Grid:
    headings = ("System", "n", "Words", "Repeated bigrams", "Pairs that say the same", "Seconds")
    rows = tuple(
        (
            result.system,
            str(len(result.scores)),
            _number(result.words, 1),
            _percent(result.repeated),
            _number(result.pairs, 2),
            _number(result.seconds, 3),
        )
        for result in evaluation.results
    )
    legend = (
        "Means over n clusters: length before the cut; share of bigrams used before, in percent; pairs of sentences"
        f" with a cosine of {evaluation.same_limit:g} or more. Seconds for a cluster: the median."
    )
    return Grid(title="Beside the scores", legend=legend, headings=headings, rows=rows)


def _interval(mean: Mean | None) -> str:
    if mean is None:
        return NOTHING
    value = _percent(mean.value)
    return value if mean.low is None else f"{value} {_percent(mean.low)}–{_percent(mean.high)}"


def _chance(mean: Mean | None) -> str:
    if mean is None or mean.p is None:
        return NOTHING
    return "<.001" if mean.p < 0.001 else f"{mean.p:.3f}".removeprefix("0")


def _percent(share: float | None) -> str:
    return _number(None if share is None else 100 * share, 1)


def _number(value: float | None, digits: int) -> str:
    return NOTHING if value is None else f"{value:.{digits}f}"


def _named(lead: str, omissions: Sequence[OmittedCluster]) -> Iterator[str]:
    for omission in omissions[:_MOST_NAMED]:
        yield f"{lead} {omission.what}: {omission.why}"
    rest = len(omissions) - _MOST_NAMED
    if rest > 0:
        yield f"{lead} {rest} more, named in the json format"
