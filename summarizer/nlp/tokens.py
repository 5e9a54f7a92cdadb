"""Tokens, stop words (sumy's lists), stems (Snowball) and terms; typographic marks folded into one form."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from summarizer.languages.codes import NAMES_OF_LANGUAGES
from summarizer.languages.data_sections import find_section

# Hebrew writes abbreviations so: ארה"ב.
INSIDE_WORDS = r'(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])'
_INSIDE_WORDS = re.compile(INSIDE_WORDS)
_OPENERS = ("“", '"', "«", "'", "‘")
_QUOTED = re.compile(
    # Each begins with its mark: a search passes over all other characters fast.
    r"“[^”]{0,1500}”|\"[^\"]*?(?:\"|'')|«[^»]{0,1500}»|'(?<!\w.)(?=[A-Z\[]).{0,1500}?[’'](?!\w)"
    r"|‘(?<!\w.)(?:(?=[A-Z\[]).{0,1500}?[’'](?!\w)|.{0,1500}?’(?!\w))"
)
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
# The same of a text in ASCII, in half the time.
_ASCII_TOKEN = re.compile(r"[A-Za-z](?:\.(?:[A-Za-z]\.)+|[A-Za-z]*(?:'[A-Za-z]+)*)|[0-9]+(?:[.,:/][0-9]+)*", re.ASCII)
_LETTERS = re.compile(r"[^\W\d_]+")
_ASCII_LETTERS = re.compile("[A-Za-z]+")
_POSSESSIVE = re.compile(r"['’]s$")


def count_straight_marks(text: str) -> int:
    """Count the straight quotation marks of a text, two apostrophes for one, but for those that are part of a word."""
    count = text.count('"') + text.count("''")
    return count - len(_INSIDE_WORDS.findall(text)) if count and not text.isascii() else count


def is_in_capitals(text: str) -> bool:
    """Tell whether a text shouts: one in a script without capitals does not by a name in Latin letters."""
    return text.isupper() and 2 * sum(map(str.isupper, text)) >= sum(map(str.isalpha, text))


@lru_cache(maxsize=1024)  # several flaws of one sentence ask
def strip_quotations(text: str) -> str:
    """Empty the quotations of a text: what is left is said by its writer."""
    return _QUOTED.sub("“”", text) if any(map(text.__contains__, _OPENERS)) else text


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the words of a language that carry no topic, lower-case: those of sumy's list, and those of its data."""
    section = find_section(language, "stop_words")
    own = frozenset(section.text("words").casefold().split()) if section else frozenset()
    return listed_stop_words(language) | own


@cache
def listed_stop_words(language: str) -> frozenset[str]:
    """Return sumy's list of the words of a language that carry no topic, lower-case; nothing where it has none."""
    path = files("sumy") / "data" / "stopwords" / f"{NAMES_OF_LANGUAGES.get(language)}.txt"
    return frozenset(path.read_text(encoding="utf-8").casefold().split()) if path.is_file() else frozenset()


@cache
def _stop_tokens(language: str) -> frozenset[str]:
    """The same, each with an apostrophe in both its forms."""
    stops = stop_words(language)
    return stops | {word.replace("'", "’") for word in stops}


@cache
def _elisions(language: str) -> tuple[re.Pattern[str], frozenset[str]] | None:
    """What finds a word cut short before another ("l'accord"), and words that stay whole; None where none are."""
    section = find_section(language, "elisions")
    if section is None:
        return None
    whole = section.text("whole")
    kept = frozenset(whole.split()) | frozenset(whole.replace("'", "’").split())
    return re.compile(rf"^{section.any_of('cut')}['’](?=.)"), kept


def open_stemmer(language: str) -> Callable[[Sequence[str]], list[str]]:
    """Return a function from words to stems, for one thread; words stay as they are where no stemmer exists."""
    import Stemmer

    name = NAMES_OF_LANGUAGES.get(language)
    if name not in Stemmer.algorithms():
        return list
    stem_words: Callable[[Sequence[str]], list[str]] = Stemmer.Stemmer(
        name, 0
    ).stemWords  # its cache costs more than it spares
    return stem_words


def stem(words: Sequence[str], language: str) -> list[str]:
    """Return the stems of words, in order."""
    return open_stemmer(language)(words)


def words_of(text: str) -> list[str]:
    """Return the words and numbers of a text, lower-case, without possessive endings; "U.S." is "us"."""
    return [_normalize(token) for token in _token_in(text).findall(text)]


def _token_in(text: str) -> re.Pattern[str]:
    return _ASCII_TOKEN if text.isascii() else _TOKEN


def terms_of(text: str, language: str, stem_words: Callable[[Sequence[str]], list[str]]) -> tuple[list[str], list[str]]:
    """Return the words of a text as `words_of` does, and for each its stem, or "" where it is a stop word.

    A word cut short before another is no part of it ("accord" for "l'accord"); it carries no topic. An abbreviation in
    capitals is never a stop word ("US" beside "us"), unless the whole text is in capitals.
    """
    stops = _stop_tokens(language)
    shouted = is_in_capitals(text)
    tokens = _token_in(text).findall(text)
    words = [token.casefold() if token.isalpha() else _normalize(token) for token in tokens]
    elisions = _elisions(language)
    if elisions:
        cut, whole = elisions
        words = [word if word.isalpha() or word in whole else cut.sub("", word) for word in words]
        stops |= whole
    content = [
        at
        for at, (token, word) in enumerate(zip(tokens, words, strict=True))
        if word not in stops or (token.isupper() and len(token) > 1 and not shouted)
    ]
    terms = [""] * len(words)
    for at, term in zip(content, stem_words([words[at] for at in content]), strict=True):
        terms[at] = term
    return words, terms


def runs_of_letters(text: str) -> list[str]:
    """Return the unbroken runs of letters of a text: words without apostrophes, and no digits."""
    return (_ASCII_LETTERS if text.isascii() else _LETTERS).findall(text)


@lru_cache(maxsize=4096)
def spans_of(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each word of a text starts and ends, one for one with `words_of` and `terms_of`."""
    return tuple(match.span() for match in _token_in(text).finditer(text))


def content_of(terms: Sequence[str]) -> list[str]:
    """Return the content terms of a sentence, each once, in the order of their first appearance."""
    return list(dict.fromkeys(filter(None, terms)))


def _normalize(token: str) -> str:
    if "." in token and not token[0].isdigit():
        token = token.replace(".", "")
    return (_POSSESSIVE.sub("", token) if token[-1] in "sS" else token).casefold()
