"""Sentences in; ranked, merged and chosen Statements out."""

from summarizer.engine.cite import cite_statements, rank_originals
from summarizer.engine.corpus import Corpus, open_corpus
from summarizer.engine.entailment import Judgement
from summarizer.engine.focus import find_asked, measure_interest
from summarizer.engine.folding import find_exact_copies, unfold_statements
from summarizer.engine.judge import Judge, open_judge
from summarizer.engine.lineage import find_origins, find_voices
from summarizer.engine.merge import merge_sentences
from summarizer.engine.places import newness_of, places_of, recency_of
from summarizer.engine.select import choose_statements
from summarizer.engine.similarity import build_similarity
from summarizer.engine.textrank import opening_prior, rank_sentences
from summarizer.engine.titles import measure_titles

__all__ = [
    "Corpus",
    "Judge",
    "Judgement",
    "build_similarity",
    "choose_statements",
    "cite_statements",
    "find_asked",
    "find_exact_copies",
    "find_origins",
    "find_voices",
    "measure_interest",
    "measure_titles",
    "merge_sentences",
    "newness_of",
    "open_corpus",
    "open_judge",
    "opening_prior",
    "places_of",
    "rank_originals",
    "rank_sentences",
    "recency_of",
    "unfold_statements",
]
