"""Text as the tokens that ROUGE-1.5.5 counts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from summarizer.evaluation.porter import porter_stem
from summarizer.evaluation.records import Lines
from summarizer.nlp.sentences.boundaries import split_text
from summarizer.nlp.tokens import open_stemmer

_ASCII = re.compile(r"[A-Za-z0-9]+")
_NOT_OF_WORDS = re.compile(r"[\W_]")
_UNSTEMMED = 3  # letters up to which a word stays as it is


class Tokenizer:
    """Splits texts of one language into sentences and tokens, and remembers the stems of words.

    English is counted as the original counts it: what is no ASCII letter or digit parts tokens, hyphens, apostrophes
    and accented letters included; capitals are lowered; words of more than three letters are stemmed; stop words stay.
    The original knows no other script, so elsewhere letters and digits of any script make a token, with the marks that
    stand on them, and stems are Snowball's, where there are any.

    Args:
        language: Code of the language.
        irregular: Words that have a base form to be used in place of their stem ("went": "go"); see `irregular_forms`.

    Source:
        ROUGE-1.5.5, subroutines readText and createNGram.
    """

    def __init__(self, language: str, irregular: Mapping[str, str]) -> None:
        self._language = language
        self._english = language == "en"
        self._stems = dict(irregular) if self._english else {}
        self._stem = porter_stem if self._english else _snowball(language)

    def lines_of(self, text: str, words: int | None = None) -> Lines:
        """Return the tokens of a text, sentence by sentence.

        Args:
            text: A summary; a line feed always ends a sentence.
            words: How many words of it to look at, from its beginning; None for all.
        """
        lines = []
        for line in cut(text, words):
            pieces = split_text(line, self._language)
            lines += [self._tokens_of(line[piece.start : piece.end]) for piece in pieces]
        return tuple(line for line in lines if line)

    def _tokens_of(self, text: str) -> tuple[str, ...]:
        words = [word.lower() for word in _ASCII.findall(text)] if self._english else _words_of_any_script(text)
        return tuple(self._stem_of(word) for word in words)

    def _stem_of(self, word: str) -> str:
        if len(word) <= _UNSTEMMED:
            return word
        if word not in self._stems:
            self._stems[word] = self._stem(word)
        return self._stems[word]


def cut(text: str, words: int | None) -> list[str]:
    """Return the lines of a text that hold its first words, white space folded; None for all words."""
    lines = [line.split() for line in text.splitlines()]
    kept = []
    for line in lines:
        part = line if words is None else line[:words]
        if words is not None:
            words -= len(part)
        kept.append(" ".join(part))
    return [line for line in kept if line]


def has_stemmer(language: str) -> bool:
    """Whether words of a language are stemmed; elsewhere they are compared as they stand."""
    return language == "en" or open_stemmer(language) is not list


def _snowball(language: str) -> Callable[[str], str]:
    stem_words = open_stemmer(language)
    return lambda word: stem_words([word])[0]


def _words_of_any_script(text: str) -> list[str]:
    return _NOT_OF_WORDS.sub(_kept_if_mark, unicodedata.normalize("NFC", text)).casefold().split()


def _kept_if_mark(match: re.Match[str]) -> str:
    """Vowel signs and points belong to their letter; joiners have no shape; all else parts words."""
    category = unicodedata.category(match[0])
    return match[0] if category[0] == "M" else "" if category == "Cf" else " "
