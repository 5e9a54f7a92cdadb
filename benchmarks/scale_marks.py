"""By which power of a story's size its cost grows, and which marks the figures keep."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np

from benchmarks.scale_inputs import MADE, REAL
from benchmarks.scale_peers import TEXTRANK
from benchmarks.scale_results import Results

LARGE = 500  # reports from which growth is judged: below, it is start-up that costs
HUGE = 5000
OURS = "our whole call"
STORIES = (MADE, REAL)  # kinds of which the marks speak


class Growth(NamedTuple):
    """The power of the size by which a cost grows."""

    what: str
    cost: str
    unit: str  # of the sizes: reports or sentences
    sizes: tuple[int, ...]
    exponent: float


class Mark(NamedTuple):
    """A figure beside what it must reach, and what is aimed at."""

    what: str
    found: float
    wanted: float
    aim: float
    unit: str
    at_most: bool = True

    @property
    def is_kept(self) -> bool:
        return self._reaches(self.wanted)

    @property
    def is_aim_reached(self) -> bool:
        return self._reaches(self.aim)

    def _reaches(self, limit: float) -> bool:
        return self.found <= limit if self.at_most else self.found >= limit


def fit_exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The slope of the line through the logarithms of sizes and costs that has the least squares."""
    return float(np.polyfit(np.log(sizes), np.log(costs), 1)[0])


def fit_growth(results: Results) -> list[Growth]:
    """Fit each cost of our command over reports, from 500 of them and over all, and all programs over sentences."""
    return [*_fit_wholes(results), *_fit_peers(results)]


def _fit_wholes(results: Results) -> Iterator[Growth]:
    ordered = sorted(results.wholes, key=lambda one: (one.kind, one.jobs, one.reports))
    for (kind, jobs), group in groupby(ordered, key=lambda one: (one.kind, one.jobs)):
        rows = [*group]
        for cost in ("seconds", "cpu", "gigabytes"):
            for least in (LARGE, 0):
                points = [(one.reports, getattr(one, cost)) for one in rows if one.reports >= least]
                if least == 0 and points and points[0][0] >= LARGE:
                    continue  # it is what was fitted before
                yield from _fit(f"{kind}, {name_jobs(jobs)}", cost, "reports", points)


def _fit_peers(results: Results) -> Iterator[Growth]:
    grown = sorted((one for one in results.peers if one.of in STORIES), key=lambda one: one.sentences)
    for of, peer in dict.fromkeys((one.of, one.peer) for one in grown):
        rows = [one for one in grown if (one.of, one.peer) == (of, peer)]
        yield from _fit(f"{peer}, {of}", "seconds", "sentences", [(one.sentences, one.seconds) for one in rows])
        if peer == TEXTRANK:
            yield from _fit(f"{OURS}, {of}", "seconds", "sentences", [(one.sentences, one.ours) for one in rows])


def _fit(what: str, cost: str, unit: str, points: Sequence[tuple[int, float]]) -> Iterator[Growth]:
    sizes, costs = tuple(size for size, _ in points), [cost for _, cost in points]
    if len({*sizes}) > 1:
        yield Growth(what, cost, unit, sizes, fit_exponent(sizes, costs))


def name_jobs(jobs: int) -> str:
    return "1 process" if jobs == 1 else f"{jobs} processes"


def judge_marks(results: Results) -> list[Mark]:
    """Hold the figures against the marks; a mark whose figure was not measured is left out."""
    judges: tuple[Callable[[Results], Iterator[Mark]], ...] = (_judge_huge, _judge_growth, _judge_calls)
    return [mark for judge in judges for mark in judge(results)]


def _most_jobs(results: Results) -> int:
    return max((one.jobs for one in results.wholes), default=1)


def _judge_huge(results: Results) -> Iterator[Mark]:
    for one in results.wholes:
        if one.reports == HUGE and one.jobs == _most_jobs(results) and one.kind in STORIES:
            told = f"{one.reports:,} reports, {one.kind}"
            yield Mark(told, one.seconds, 60, 30, "s")
            yield Mark(told, one.gigabytes, 2.5, 1.5, "GB")


def _judge_growth(results: Results) -> Iterator[Mark]:
    most = name_jobs(_most_jobs(results))
    for one in fit_growth(results):
        is_marked = one.unit == "reports" and one.cost == "seconds" and one.what.endswith(most)
        if is_marked and one.what.startswith(STORIES) and (min(one.sizes), max(one.sizes)) == (LARGE, HUGE):
            yield Mark(f"growth from {LARGE} to {HUGE:,} reports, {one.what}", one.exponent, 1.2, 1.1, "")


def _judge_calls(results: Results) -> Iterator[Mark]:
    for one in results.peers:
        if one.peer != TEXTRANK:
            continue
        if one.of.startswith("ten reports"):
            yield Mark(f"{one.of} of {one.sentences} sentences", 1000 * one.ours, 60, 40, "ms")
            continue
        for sentences, wanted, aim in ((1000, 15, 30), (2000, 40, 100)):
            if abs(one.sentences - sentences) <= sentences / 50:
                told = f"{TEXTRANK} / {OURS}, {one.sentences:,} sentences, {one.of}"
                yield Mark(told, one.ratio, wanted, aim, "x", at_most=False)
