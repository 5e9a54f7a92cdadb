"""What reports are compared by: the words and names of their stories, and a sketch of their word pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from summarizer.features.vectors import Indices
from summarizer.model import Document
from summarizer.nlp.language_detection import vote_language
from summarizer.nlp.tokens import open_stemmer, stop_words, terms_of
from summarizer.nlp.word_forms import common_words, names_in

NAME = "="  # begins a name in the vocabulary: no word does
SKETCH = 128  # word pairs kept of a report: the share of common ones is off by .04 as a rule
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio of 2**64
_MIXER = np.uint64(0xBF58476D1CE4E5B9)  # of splitmix64, so that pairs with a word in common lie apart
_INITIALS = 3  # letters up to which a name that is not found as it is written is one of initials
_SAMPLED = 400  # words by which the language of a report is told

Hashes = NDArray[np.uint64]


class Vocabulary:
    """Numbers for words and names, and a word as it is written for each."""

    def __init__(self, names: Sequence[str] = (), written: Sequence[str] = ()) -> None:
        """Number words anew, or go on from those that a file of states holds.

        Args:
            names: The words and names numbered so far.
            written: Each as it is written.
        """
        self.number_of: dict[str, int] = {name: number for number, name in enumerate(names)}
        self.written: list[str] = list(written)
        self._hash_of = _Digests()

    def __len__(self) -> int:
        return len(self.written)

    def number(self, name: str, written: str) -> int:
        """Return the number of a word or name; a new one where it has none."""
        found = self.number_of.setdefault(name, len(self.written))
        if found == len(self.written):
            self.written.append(written)
        return found

    def hashes(self, words: Sequence[str]) -> Hashes:
        """Return a number of 64 bits for each word, which is the same in every run."""
        return np.fromiter(map(self._hash_of.__getitem__, words), dtype=np.uint64, count=len(words))


class _Digests(dict[str, int]):
    """A number of 64 bits for each word, made when it is first asked for."""

    def __missing__(self, word: str) -> int:
        code = blake2b(word.encode(errors="surrogatepass"), digest_size=8).digest()
        number = self[word] = int.from_bytes(code, "little")
        return number


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Features:
    """What one report is compared by.

    Attributes:
        terms: Numbers of its words and names, rising.
        counts: How often it holds each; a name counts once.
        sketch: The smallest numbers of its word pairs, rising.
        language: The language it was read in.
    """

    terms: Indices
    counts: Indices
    sketch: Hashes
    language: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it can be compared."""
        return not len(self.terms)


def story_of(document: Document) -> str:
    """Return the text of a cleaned report that is story, a stretch a line; its headline is no part of it."""
    return "\n".join(span.of(document.text) for span in document.kept or ())


def read_features(document: Document, language: str, vocabulary: Vocabulary) -> Features:
    """Read what a report is compared by.

    Args:
        document: A cleaned report.
        language: Code of its language where neither it nor its words tell.
        vocabulary: Numbers for words, which grows.
    """
    text = story_of(document)
    code = document.language or language
    tokens, terms = terms_of(text, code, _stemmer(code))
    told = None if document.language else vote_language(tokens[:_SAMPLED])
    if told and told != code:
        code = told
        tokens, terms = terms_of(text, code, _stemmer(code))
    written = dict(zip(terms, tokens, strict=True))
    numbers = {
        vocabulary.number(term, written[term]): times
        for term, times in Counter(terms).items()
        if term and not term.isdigit()
    }
    names = names_in(text, common_words([text]), code) - stop_words(code)
    lowered = text.lower()
    for name in sorted(names):
        key = NAME + name
        if key not in vocabulary.number_of:
            vocabulary.number(key, _written(name, text, lowered))
        numbers[vocabulary.number_of[key]] = 1
    found = sorted(numbers)
    return Features(
        terms=np.array(found, dtype=np.int64),
        counts=np.array([numbers[number] for number in found], dtype=np.int64),
        sketch=_sketch(vocabulary.hashes(tokens)),
        language=code,
    )


def _written(name: str, text: str, lowered: str) -> str:
    """A name as a text writes it; one that stands there for another, as a capital for a government, by itself."""
    at = lowered.find(name) if len(lowered) == len(text) else -1
    while at >= 0:
        found = text[at : at + len(name)]
        if (
            found[0].isupper()
            and not lowered[at - 1 : at].isalnum()
            and not lowered[at + len(name) : at + len(name) + 1].isalnum()
        ):
            return found
        at = lowered.find(name, at + 1)
    return name.upper() if len(name) <= _INITIALS else name.title()


@cache
def _stemmer(language: str) -> Callable[[Sequence[str]], list[str]]:
    return open_stemmer(language)


def _sketch(words: Hashes) -> Hashes:
    """The smallest numbers of a text's word pairs: those of two texts overlap as far as the texts do.

    Source:
        Broder, "On the resemblance and containment of documents", SEQUENCES 1997.
    """
    pairs = words[:-1] * _MULTIPLIER + words[1:] if len(words) > 1 else words
    mixed = (pairs ^ (pairs >> np.uint64(31))) * _MIXER
    return np.unique(mixed ^ (mixed >> np.uint64(27)))[:SKETCH]
