"""An Evaluation as JSON, schema `summarizer/evaluation/1`: every score of every system on every cluster."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from summarizer.evaluation.records import MEASURES, Evaluation, Mean, Omission, Result, Score

SCHEMA_NAME = "summarizer/evaluation/1"

_DIGITS = 5  # as the original prints them


def render_json(evaluation: Evaluation) -> str:
    """Write an evaluation as JSON text in ASCII: equal but for the keys `seconds` from run to run."""
    record = {
        "schema": SCHEMA_NAME,
        "words": evaluation.words,
        "irregular": evaluation.irregular,
        "same_limit": evaluation.same_limit,
        "clusters": list(evaluation.clusters),
        "systems": [_result(result) for result in evaluation.results],
        "skipped": _omissions(evaluation.skipped),
        "notes": list(evaluation.notes),
    }
    return json.dumps(record, allow_nan=False, indent=1)


def _result(result: Result) -> dict[str, Any]:
    return {
        "system": result.system,
        "clusters": len(result.scores),
        "means": {mean.measure: _mean(mean) for mean in result.means},
        "words": _rounded(result.words),
        "repeated": _rounded(result.repeated),
        "pairs": _rounded(result.pairs),
        "seconds": _rounded(result.seconds),
        "missing": _omissions(result.missing),
        "silent": _omissions(result.silent),
        "scores": [_score(score) for score in result.scores],
    }


def _mean(mean: Mean) -> dict[str, float | None]:
    return {
        "mean": _rounded(mean.value),
        "low": _rounded(mean.low),
        "high": _rounded(mean.high),
        "p": _rounded(mean.p),
    }


def _score(score: Score) -> dict[str, Any]:
    rouge = {measure: _rounded(value) for measure, value in zip(MEASURES, score.rouge, strict=True)}
    return {
        "cluster": score.cluster,
        **rouge,
        "words": score.words,
        "repeated": _rounded(score.repeated),
        "pairs": score.pairs,
        "seconds": _rounded(score.seconds),
    }


def _omissions(omissions: Sequence[Omission]) -> list[dict[str, str]]:
    return [{"what": omission.what, "why": omission.why} for omission in omissions]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
