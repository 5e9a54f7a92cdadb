"""How likely a statement leans on what its report tells before it, where no rule says so for sure."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np

from summarizer.features.corpus import Corpus
from summarizer.features.vectors import Floats, Indices, binarize, document_frequency
from summarizer.languages.word_records import Words
from summarizer.model import Sentence
from summarizer.nlp.tokens import strip_quotations
from summarizer.selection.objective import Worth

LENGTH, PLACE, SPREAD, CARRIED = "length", "place", "spread", "carried"
COUNTED = ("names", "pronouns", "unnamed_pronouns", "beside", "speaking", "quotation", "unknown_speaker")
FEATURES = (LENGTH, PLACE, SPREAD, CARRIED, *COUNTED)
_LIKELY = 0.13  # the chance from which a statement is worth less; of the points that people read 86 in 1,000 leant
_DOUBTED = 0.35  # what is left of its worth; docs/trials.md has what was tried
_MOST_NAMES, _MOST_PRONOUNS, _MOST_WORDS = 5, 4, 3  # counted at most
_QUOTES = '“"'


class _Words(Words, section="leaning"):
    """What is counted in a sentence of one language; the data file says what each is for."""

    pronoun: re.Pattern[str]
    besides: re.Pattern[str]
    speaking: re.Pattern[str]
    name: re.Pattern[str]


def discount_leaning(worth: Worth, corpus: Corpus) -> Worth:
    """Make statements worth less that likely lean on what stands before them, but for those that open a report.

    What leans for sure is left as it is: it comes in only behind the sentence that it leans on.

    Args:
        worth: What the statements are judged by.
        corpus: The sentences that they come from.
    """
    rows = np.array(worth.rows, dtype=np.int64)
    is_sound = np.array([not corpus.sentences[row].flaws for row in worth.rows], dtype=bool)
    asked = np.flatnonzero(is_sound & worth.eligible & ~worth.leads)
    likely = asked[chance_of_leaning(corpus, rows[asked]) >= _LIKELY]
    left = np.ones(len(rows))
    left[likely] = _DOUBTED
    return worth._replace(discount=worth.discount / left, value=worth.value * left)


def chance_of_leaning(corpus: Corpus, rows: Indices) -> Floats:
    """How likely each of some sentences leans on those before it: 0 in a language without the section "leaning".

    A logistic regression on points that people read; `tools/fit_leaning.py` wrote its weights.
    """
    weights = _weights()
    known = np.array([_Words.find(corpus.sentences[row].language) is not None for row in rows.tolist()], dtype=bool)
    score = measure_leaning(corpus, rows) @ np.array([weights[name] for name in FEATURES]) + weights["intercept"]
    return np.where(known, 1.0 / (1.0 + np.exp(-score)), 0.0)


def measure_leaning(corpus: Corpus, rows: Indices) -> Floats:
    """What tells whether sentences lean on those before them, in the order of `FEATURES`, one row a sentence.

    These are the logarithms of length and place; how many of the reports hold its content words, and how many of these
    words the sentence before holds, as shares; and what is counted outside of quotations: names, pronouns and so on.
    """
    held = binarize(corpus.terms)
    spread = document_frequency(corpus.terms, corpus.reports) / len(corpus.documents)
    size = np.maximum(np.diff(held.indptr), 1)
    sentences = [corpus.sentences[row] for row in rows.tolist()]
    follows = np.array([row > 0 and one.position > 0 for row, one in zip(rows.tolist(), sentences, strict=True)])
    carried = np.asarray(held[rows].multiply(held[np.where(follows, rows - 1, rows)]).sum(axis=1)).ravel()
    measures = (
        np.log1p([one.words for one in sentences]),
        np.log1p([one.position for one in sentences]),
        np.asarray(held[rows] @ spread) / size[rows],
        np.where(follows, carried, 0.0) / size[rows],
    )
    return np.column_stack([*measures, *np.array([_count(one) for one in sentences]).reshape(-1, len(COUNTED)).T])


def _count(sentence: Sentence) -> Sequence[float]:
    """What is counted in a sentence, in the order of `COUNTED`."""
    words = _Words.find(sentence.language)
    if words is None:
        return (0.0,) * len(COUNTED)
    own = strip_quotations(sentence.text)
    names, pronouns, beside = (len(one.findall(own)) for one in (words.name, words.pronoun, words.besides))
    speaking = len(words.speaking.findall(sentence.text))
    is_quoted = sentence.text[:1] in _QUOTES
    return (
        float(min(names, _MOST_NAMES)),
        float(min(pronouns, _MOST_PRONOUNS)),
        float(pronouns > 0 and names == 0),
        float(min(beside, _MOST_WORDS)),
        float(min(speaking, _MOST_WORDS)),
        float(is_quoted),
        float(is_quoted and sentence.speaker is None),
    )


@cache
def _weights() -> dict[str, float]:
    held = tomllib.loads(files(__package__).joinpath("leaning_weights.toml").read_text(encoding="utf-8"))
    return {name: float(weight) for name, weight in held["leaning"].items()}
