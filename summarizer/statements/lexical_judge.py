"""The lexical judge of a run: how passages stand to points, by their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import inf

import numpy as np
from scipy.sparse import csr_array

from summarizer.features.corpus import Corpus
from summarizer.features.vectors import (
    Floats,
    Indices,
    count_matrix,
    document_frequency,
    factorize,
    inverse_document_frequency,
    l2_normalize,
    scale_columns,
)
from summarizer.model import DocumentId, OriginId, Sentence
from summarizer.nlp.commitments import read_commitments
from summarizer.nlp.lexical_relations import meaning_of
from summarizer.nlp.word_forms import WordForms, read_forms
from summarizer.statements.containment import measure_containment
from summarizer.statements.contradiction.conflict import Conflict, Held
from summarizer.statements.entailment import Judgement, conflicts_of, decide, hold_against
from summarizer.statements.token_rows import Row, open_row

_SIGNS = re.compile(r"(?<!\S)-(?=\d)|[%‰$€£¥₹₽₺₩₪₦฿₴+−±<>=]")
_FEW_REPORTS = 3  # reports from which a name can be called understood
_UNDERSTOOD = 2 / 3  # share of them that name what need not be named again


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LexicalJudge:
    """Tells how passages stand to points, among the sentences of a run.

    Attributes:
        sentences: n sentences.
        vectors: n x m, their meanings by weight, each row of length 1.
        held: n x m, 1 where a sentence has a meaning.
        weights: m weights.
        forms: How the reports write their words.
        row_of: Each sentence as it is compared, by number; None where its language has no tables (`Sentence.language`).
        named_by: The share of the reports that hold a meaning, in (0, 1].
        same_limit: Least score at which a passage says all of a point.
        part_limit: Least score at which a passage says a part of it.
    """

    sentences: Sequence[Sentence]
    vectors: csr_array
    held: csr_array
    weights: Floats
    forms: WordForms
    row_of: Callable[[int], Row | None]
    named_by: Mapping[str, float]
    same_limit: float
    part_limit: float

    def judge(self, point: int, passage: Sequence[int], *, in_part: bool = True) -> Judgement:
        """Judge one passage.

        Args:
            point: The number of a sentence.
            passage: The numbers of one sentence, or of two neighbouring ones.
            in_part: Whether to tell parts and contradictions, too; else only whether the passage says all of the point.
        """
        if len(passage) == 1 and _are_equal(self.sentences[point], self.sentences[passage[0]]):
            return Judgement(relation="entailed", score=1.0, part_score=1.0)
        row, rows = self._rows_of(point, passage)
        if row is None:
            # Without the tables of a language equal words alone say the same.
            return Judgement(relation=None, score=0.0, part_score=0.0, reason="a language without tables")
        held = measure_containment(row, rows)
        part_limit = self.part_limit if in_part else inf
        return decide(row, rows, held, same_limit=self.same_limit, part_limit=part_limit)

    def read(self, sentences: Iterable[int]) -> None:
        """Read sentences that will be judged: all at once takes less time than each when its turn comes."""
        for at in sentences:
            self.row_of(at)

    def contradicts(self, point: int, other: int) -> Conflict | None:
        """Return what a sentence says otherwise than a point, however little they have in common."""
        row, rows = self._rows_of(point, (other,))
        if row is None:
            return None
        conflicts = conflicts_of(row, rows, measure_containment(row, rows))
        return next((conflict for conflict in conflicts if conflict.is_contradiction), None)

    def hold(self, point: int, passage: Sequence[int]) -> tuple[Row, Held] | None:
        """Hold a point against a passage, to look for what it lacks; None where their languages have no tables."""
        row, rows = self._rows_of(point, passage)
        return None if row is None else (row, hold_against(row, rows, measure_containment(row, rows)))

    def _rows_of(self, point: int, passage: Sequence[int]) -> tuple[Row | None, Sequence[Row]]:
        """A point and a passage as they are compared; None where not all are of one language with tables."""
        row, others = self.row_of(point), [self.row_of(at) for at in passage]
        rows = [other for other in others if other is not None and row is not None and other.language == row.language]
        return (row, rows) if len(rows) == len(others) else (None, ())

    def names_of(self, at: int) -> dict[str, float]:
        """Return the names of a sentence, and the share of the reports that hold each."""
        row = self.row_of(at)
        if row is None:
            return {}
        return {name: self.named_by.get(row.said.meanings[place], 0.0) for place, name in row.said.names.items()}


def wording_of(sentence: Sentence) -> tuple[object, ...]:
    """Return what equal sentences have in common: words and the signs of money, shares and sums, but no marks."""
    return sentence.language, sentence.tokens, tuple(_SIGNS.findall(sentence.text))


def _are_equal(one: Sentence, other: Sentence) -> bool:
    return one.tokens == other.tokens and wording_of(one) == wording_of(other)


def open_judge(
    corpus: Corpus,
    origin_of: Mapping[DocumentId, OriginId],
    *,
    same_limit: float,
    part_limit: float,
    weighed: int | None = None,
) -> LexicalJudge:
    """Prepare the sentences of a run to be judged.

    Args:
        corpus: n sentences.
        origin_of: The origin of each report; the reports of one origin count together as much as one.
        same_limit: Least score at which a passage says all of a point, in (0, 1].
        part_limit: Least score at which it says a part of it, in (0, 1].
        weighed: How many of the sentences, from the first, tell how words weigh and are written; all where None. What
            follows is held against them, as a draft is.
    """
    sentences = corpus.sentences
    weighed = len(sentences) if weighed is None else weighed
    starts, numbers, meanings = _number_meanings(corpus)
    counts = count_matrix(starts, numbers, len(meanings))
    counts.data[:] = 1.0
    origins = [origin_of[name] for name in corpus.documents]
    size_of = Counter(origins)
    shares = np.array([1.0 / size_of[origin] for origin in origins])[corpus.reports]
    shares[weighed:] = 0.0
    weights = inverse_document_frequency(counts, shares)
    reports = int(corpus.reports[:weighed].max(initial=-1)) + 1
    spread = document_frequency(csr_array(counts[:weighed]), corpus.reports[:weighed]) / max(reports, 1)
    weight_of = dict(zip(meanings, weights.tolist(), strict=False))
    forms = read_forms([sentence.text for sentence in sentences[:weighed]])
    named_by = dict(zip(meanings, spread.tolist(), strict=False))
    known = frozenset(name for name, share in named_by.items() if share >= _UNDERSTOOD and reports >= _FEW_REPORTS)

    @cache
    def row_of(at: int) -> Row | None:
        sentence = sentences[at]
        if sentence.language is None:
            return None
        said = read_commitments(sentence.text, sentence.tokens, sentence.terms, sentence.language, forms)
        return open_row(sentence, said, weight_of, known)

    return LexicalJudge(
        sentences=sentences,
        vectors=l2_normalize(scale_columns(counts, weights)),
        held=counts,
        weights=weights,
        forms=forms,
        row_of=row_of,
        named_by=named_by,
        same_limit=same_limit,
        part_limit=part_limit,
    )


def _number_meanings(corpus: Corpus) -> tuple[Indices, Indices, tuple[str, ...]]:
    """Where the meanings of each sentence start, their numbers, each once and in order, and what each number means."""
    content = np.flatnonzero(corpus.is_content)
    owners = corpus.owners[content]
    spoken, languages = factorize(sentence.language or "" for sentence in corpus.sentences)
    size, many = len(corpus.stem_names), len(languages) + 1
    codes = (corpus.tokens[content] * size + corpus.stems[content]) * many + spoken[owners]
    kinds, kind = np.unique(codes, return_inverse=True)
    told = []
    for code in kinds.tolist():
        word, language = divmod(code, many)
        token, stem = divmod(word, size)
        told.append(meaning_of(corpus.token_names[token], corpus.stem_names[stem], languages[language]))
    found, meanings = factorize(told)
    tells = np.array([bool(meaning) for meaning in meanings], dtype=bool)[found][kind]
    numbers, owners = found[kind][tells], owners[tells]
    _, first = np.unique(owners * max(len(meanings), 1) + numbers, return_index=True)
    first.sort()
    lengths = np.bincount(owners[first], minlength=len(corpus))
    return np.append(0, np.cumsum(lengths)), numbers[first], meanings
