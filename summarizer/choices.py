"""The parts of a run that `Settings` names: the ranker, the similarity and the judge.

Only names and places stand here, so that `Settings` can check a name as it is made. What each part must do is said by
`ranking.rankers.Ranker`, `ranking.similarity.Similarity` and `statements.judges.Judge`.
"""

from __future__ import annotations

from typing import Any

from summarizer.registry import Registry

RANKERS: Registry[Any] = Registry(
    "ranker", "summarizer.rankers", {"textrank": "summarizer.ranking.rankers:rank_by_textrank"}
)
SIMILARITIES: Registry[Any] = Registry(
    "similarity", "summarizer.similarities", {"tfidf": "summarizer.ranking.similarity:measure_tfidf"}
)
JUDGES: Registry[Any] = Registry(
    "judge", "summarizer.judges", {"lexical": "summarizer.statements.judges:judge_lexically"}
)
CHOICES: dict[str, Registry[Any]] = {"ranker": RANKERS, "similarity": SIMILARITIES, "judge": JUDGES}
