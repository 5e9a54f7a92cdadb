"""What is odd about clusters that are measured on all the same, a sentence each."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from summarizer.evaluation.records import Cluster
from summarizer.evaluation.tokens import has_stemmer
from summarizer.model import count_words

_NAMED = 5


def remarks_on(clusters: Sequence[Cluster], words: int) -> tuple[str, ...]:
    """Say what a reader of the figures should know about the clusters.

    Args:
        clusters: All that are measured on.
        words: The length that references are cut to.
    """
    single = [cluster.id for cluster in clusters if len(cluster.documents) == 1]
    plain = [cluster.id for cluster in clusters if not has_stemmer(cluster.language)]
    languages = sorted({cluster.language for cluster in clusters if not has_stemmer(cluster.language)})
    remarks = [_on_references(clusters, words)]
    if single:
        remarks.append(f"Clusters of a single report: {_listed(single)}.")
    if plain:
        remarks.append(f"No stemmer for {', '.join(languages)}, words are compared as they stand: {_listed(plain)}.")
    return tuple(remarks)


def _on_references(clusters: Sequence[Cluster], words: int) -> str:
    lengths = [count_words(text) for cluster in clusters for text in cluster.references]
    least, most = min(lengths), max(lengths)
    longer, shorter = sum(length > words for length in lengths), sum(length < words for length in lengths)
    spread = f"{least} to {most} words (median {median(lengths):.0f})" if least < most else f"{least} words"
    spread += " each" if least == most and len(lengths) > 1 else ""
    references = "1 reference" if len(lengths) == 1 else f"{len(lengths)} references"
    return (
        f"{references} of {spread}: {longer} longer than {words} words and cut, {shorter} shorter and left as they are."
    )


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {rest} more" if rest > 0 else "")
