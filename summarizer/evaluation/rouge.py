"""ROUGE-1, -2, -4 and -L as ROUGE-1.5.5 counts them: its tokens, its stemmer, and the scores by rouge-metric."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from importlib import resources
from typing import Any

from summarizer.about import install_command
from summarizer.errors import MissingExtraError
from summarizer.evaluation.records import MEASURES, Lines
from summarizer.nlp.sentences.boundaries import split_text
from summarizer.nlp.tokens import open_stemmer

_STEP_2 = {
    "ational": "ate", "ization": "ize", "iveness": "ive", "fulness": "ful", "ousness": "ous", "tional": "tion",
    "biliti": "ble", "entli": "ent", "ousli": "ous", "ation": "ate", "alism": "al", "aliti": "al", "iviti": "ive",
    "enci": "ence", "anci": "ance", "izer": "ize", "alli": "al", "ator": "ate", "logi": "log", "bli": "ble", "eli": "e",
}  # fmt: skip
_STEP_3 = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ness": "", "ful": ""}
_STEP_4 = (
    "ance", "ence", "able", "ible", "ement", "ant", "ism", "ate", "iti", "ous", "ive", "ize", "al", "er", "ic", "ou",
)  # fmt: skip
_ASCII = re.compile(r"[A-Za-z0-9]+")
_NOT_OF_WORDS = re.compile(r"[\W_]")
_UNSTEMMED = 3  # letters up to which a word stays as it is
_SIZES = ("1", "2", "4", "l")
_EXCEPTIONS = ("RELEASE-1.5.5", "data", "WordNet-2.0-Exceptions")

Scorer = Callable[[Lines, Sequence[Lines]], tuple[float, ...]]


def porter_stem(word: str) -> str:
    """Return the stem of an English word.

    Not all stems are those of other Porter stemmers. The original does "-bli" and "-logi" as later versions of the
    algorithm do, halves any double consonant but l, s and z, and after the suffixes of step 4 tries "-ment", then
    "-ent" or "-ion" once more on what is left, so that "document" becomes "docum".

    Args:
        word: Letters a-z and digits, at least one.

    Source:
        Porter, "An Algorithm for Suffix Stripping", Program 14(3), 1980, pages 130-137; ROUGE-1.5.5's own stemmer for
        what departs from it.
    """
    if len(word) < 3:
        return word
    # A "y" that begins a word is a consonant: a capital keeps it from being taken for a vowel.
    stem = "Y" + word[1:] if word[0] == "y" else word
    stem = _without_y(_without_past(_without_plural(stem)))
    stem = _replaced(_replaced(stem, _STEP_2), _STEP_3)
    stem = _without_e(_without_endings(stem))
    return "y" + stem[1:] if word[0] == "y" else stem


def _shape(stem: str) -> str:
    """Return "c" for each consonant and "v" for each vowel; "y" is a vowel after a consonant."""
    shape = ""
    for letter in stem:
        vowel = letter in "aeiou" or (letter == "y" and shape[-1:] == "c")
        shape += "v" if vowel else "c"
    return shape


def _measure(stem: str) -> int:
    """Return Porter's m: how often a consonant follows a vowel."""
    return _shape(stem).count("vc")


def _ends_short(stem: str) -> bool:
    """Whether a stem is Porter's *o with nothing before: consonants, a vowel, a consonant other than w, x and y."""
    shape = _shape(stem)
    return shape.endswith("vc") and "v" not in shape[:-2] and shape[0] == "c" and stem[-1] not in "wxy"


def _without_plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 1 else word


def _without_past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    ending = next((ending for ending in ("ed", "ing") if word.endswith(ending)), "")
    stem = word.removesuffix(ending)
    if not ending or "v" not in _shape(stem):
        return word
    if stem.endswith(("at", "bl", "iz")):
        return stem + "e"
    if stem[-2:-1] == stem[-1] and stem[-1] not in "aeiouylsz":
        return stem[:-1]
    return stem + "e" if _ends_short(stem) else stem


def _without_y(word: str) -> str:
    return word[:-1] + "i" if word.endswith("y") and "v" in _shape(word[:-1]) else word


def _replaced(word: str, endings: dict[str, str]) -> str:
    for ending, other in endings.items():  # longest first
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            return stem + other if _measure(stem) > 0 else word
    return word


def _without_endings(word: str) -> str:
    word = _without_long(word, next((ending for ending in _STEP_4 if word.endswith(ending)), ""))
    word = _without_long(word, "ment")
    if word.endswith("ent"):
        return _without_long(word, "ent")
    return _without_long(word, "ion") if word.endswith(("sion", "tion")) else word


def _without_long(word: str, ending: str) -> str:
    """Take an ending off where what is left is long."""
    stem = word.removesuffix(ending)
    return stem if ending and word.endswith(ending) and _measure(stem) > 1 else word


def _without_e(word: str) -> str:
    stem = word.removesuffix("e")
    if stem != word and (_measure(stem) > 1 or (_measure(stem) == 1 and not _ends_short(stem))):
        word = stem
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word


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
