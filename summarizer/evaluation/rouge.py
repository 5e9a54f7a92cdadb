"""ROUGE-1, -2, -4 and -L, counted by rouge-metric on our tokens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import resources
from typing import Any

from summarizer.about import install_command
from summarizer.errors import MissingExtraError
from summarizer.evaluation.records import MEASURES, Lines

_SIZES = ("1", "2", "4", "l")
_EXCEPTIONS = ("RELEASE-1.5.5", "data", "WordNet-2.0-Exceptions")

Scorer = Callable[[Lines, Sequence[Lines]], tuple[float, ...]]


def open_scorer() -> Scorer:
    """Return a function from the tokens of a summary and of its references to shares in [0, 1], as `MEASURES` lists.

    ROUGE-n is pooled over the references: hits, clipped within each reference, are summed over the references and
    divided by the sum of their n-grams; for precision, by as many times the summary's n-grams. N-grams run over the
    ends of sentences. ROUGE-L is the summary-level one: each sentence of a reference scores the union of its longest
    common subsequences with all sentences of the summary, no token of the summary more often than it stands there;
    pooled likewise. F weighs recall and precision alike.

    Raises:
        MissingExtraError: rouge-metric is not installed.

    Source:
        Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", Text Summarization Branches Out, ACL 2004
        workshop, sections 2 and 3.2; ROUGE-1.5.5 with the options -n 4 -m -a -f A for the pooling, which the paper does
        not have.

    Cost: for ROUGE-L, tokens of the summary x tokens of the references.
    """
    counter = _load().PyRouge(rouge_n=(1, 2, 4), rouge_l=True, multi_ref_mode="average", mode="individual")

    def score(summary: Lines, references: Sequence[Lines]) -> tuple[float, ...]:
        if not summary:
            return (0.0,) * len(MEASURES)
        found = counter.evaluate_tokenized([summary], [references])[0]
        return tuple(float(found[f"rouge-{size}"][kind]) for size in _SIZES for kind in ("r", "f"))

    return score


def irregular_forms() -> dict[str, str]:
    """Return the base forms of irregular English words, from the list that ROUGE-1.5.5 looks into before it stems.

    The original's option -m does so, with a data base built from these files. Some installations have an empty one, and
    the figures of both kinds differ by about half a point of ROUGE-1.

    Raises:
        MissingExtraError: rouge-metric, which carries the list, is not installed.
    """
    _load()
    folder = resources.files("rouge_metric").joinpath(*_EXCEPTIONS)
    forms: dict[str, str] = {}
    for name in ("noun.exc", "verb.exc", "adv.exc", "adj.exc"):
        for line in folder.joinpath(name).read_text(encoding="ascii").splitlines():
            word, base, *_ = line.split()
            forms[word] = base  # as in the data base, the last line for a word is the one that stays
    return forms


def _load() -> Any:
    try:
        import rouge_metric
    except ImportError:
        raise MissingExtraError(
            f"evaluate: rouge-metric is not installed, wanted to count ROUGE; run: {install_command('evaluate')}"
        ) from None
    return rouge_metric
