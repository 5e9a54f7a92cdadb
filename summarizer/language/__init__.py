"""Matters of words: tokens, stems, sentence boundaries, flaws, facts and speakers; the only room that knows them."""

from summarizer.language.boundaries import Piece, split_text
from summarizer.language.datelines import match_dateline
from summarizer.language.dates import find_date, find_days, find_weekdays
from summarizer.language.facts import Facts, common_words, contradict, facts_of, shares_names
from summarizer.language.flaws import find_flaws
from summarizer.language.speech import count_unquoted, is_bare_quotation, speaker_of
from summarizer.language.words import bigrams_of, content_of, open_stemmer, stem, stop_words, terms_of, words_of

__all__ = [
    "Facts",
    "Piece",
    "bigrams_of",
    "common_words",
    "content_of",
    "contradict",
    "count_unquoted",
    "facts_of",
    "find_date",
    "find_days",
    "find_flaws",
    "find_weekdays",
    "is_bare_quotation",
    "match_dateline",
    "open_stemmer",
    "shares_names",
    "speaker_of",
    "split_text",
    "stem",
    "stop_words",
    "terms_of",
    "words_of",
]
