"""The language of a report, by a vote of its most frequent words and its script."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from heapq import nlargest
from types import MappingProxyType

from summarizer.languages.data_sections import Section, find_all_sections, find_installed_sections, find_section
from summarizer.languages.installed_languages import has_installed
from summarizer.nlp.tokens import listed_stop_words, spans_of

# Letters that only some languages are written in; stop words tell those of one script apart where they are listed.
_SCRIPTS = (
    "(?P<zh>[\u3040-\u9fff])|(?P<ko>[\uac00-\ud7af])|(?P<th>[\u0e00-\u0e7f])"
    "|(?P<hi>[\u0900-\u097f])|(?P<el>[\u0370-\u03ff])|(?P<he>[\u0590-\u05ff])|(?P<ar>[\u0600-\u06ff])|(?P<ru>[\u0400-\u04ff])"
)
_KANA = re.compile("[\u3040-\u30ff]")
_KANA_AMONG = 10  # words of which one at least holds kana, where a text in Chinese characters is Japanese
_FIRST_OF_SCRIPTS = "\u0370"
_SHARED = frozenset(("ru",))  # stop words tell who writes in these letters
_SAME_SCRIPT = {
    "ru": ("ru", "uk", "bg", "sr", "mk", "be", "kk"),
    "ar": ("ar", "fa", "ur", "ps"),
    "hi": ("hi", "mr", "ne"),
    "zh": ("zh", "ja"),
    "he": ("he", "yi"),
}
# Languages that sumy lists stop words of, but for those that their script tells.
_LISTED = "cs de en es fr it pl pt sk sv uk".split()
_FEWEST = 3.0  # words that tell; one that several languages share tells each of them as much less
_LEAST_SHARE = 0.04  # of all words
_CLEAR = 1.25  # times as many as for the next language
_SAMPLED = 400  # words by whose letters the script is told
_SHORTEST = 6  # words of a sentence whose language can be told from it alone
_FEWEST_OTHER = 3


def vote_language(tokens: Sequence[str]) -> str | None:
    """Tell the language of a text by its words, casefolded; None where too few of them tell.

    A script of one language tells it. Else each stop word votes for the languages that have it, for each the less the
    more they are. Languages that installed packages bring vote only where ours and registered ones do not tell, whether
    they were loaded before or not: a text has one language whatever was read before it.
    """
    told = _vote(tokens, _voters())
    return _vote(tokens, _voters_with_installed()) if told is None and has_installed() else told


def _vote(tokens: Sequence[str], voters: Mapping[str, tuple[str, ...]]) -> str | None:
    script = _language_of_script(tokens)
    if script is not None and script not in _SHARED:
        return script
    votes: defaultdict[str, float] = defaultdict(float)
    for token, count in Counter(filter(voters.__contains__, tokens)).items():
        for language in voters[token]:
            votes[language] += count / len(voters[token])
    ranked = nlargest(2, ((count, language) for language, count in votes.items()))
    if ranked and ranked[0][0] >= max(_FEWEST, _LEAST_SHARE * len(tokens)):
        next_most = ranked[1][0] if len(ranked) > 1 else 0.0
        if ranked[0][0] >= _CLEAR * next_most:
            return ranked[0][1]
    return script


def is_foreign(text: str, tokens: Sequence[str], language: str) -> bool:
    """Tell whether a sentence is clearly in another language than the one assumed.

    Args:
        text: The sentence.
        tokens: Its words, as `terms_of` gives them.
        language: Code of the language assumed.
    """
    if len(tokens) < _SHORTEST:
        return False
    if tokens[0] >= _FIRST_OF_SCRIPTS and tokens[len(tokens) // 2] >= _FIRST_OF_SCRIPTS:
        script = _language_of_script(tokens)
        return script is not None and language not in _SAME_SCRIPT.get(script, (script,))
    others = _words_of_others(language)
    if len(others.intersection(tokens)) < _FEWEST_OTHER:
        return False
    small = [token for token, (start, _) in zip(tokens, spans_of(text), strict=True) if not text[start].isupper()]
    if len(others.intersection(small)) < _FEWEST_OTHER:
        return False
    # Words that both languages have tell nothing.
    own = _own_words(language)
    for words in _lists().values():
        theirs = sum(token in words and token not in own for token in small)
        if theirs >= _FEWEST_OTHER and 2 * sum(token in own and token not in words for token in small) < theirs:
            return True
    return False


@cache
def _voters() -> Mapping[str, tuple[str, ...]]:
    """For each stop word those of our languages and of registered ones that have it."""
    return _by_word(_lists())


@cache
def _voters_with_installed() -> Mapping[str, tuple[str, ...]]:
    """The same with the languages that installed packages bring."""
    return _by_word(_lists_of((*find_installed_sections("detection"), *find_installed_sections("stop_words"))))


def _by_word(lists: Mapping[str, frozenset[str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for language, words in lists.items():
        for word in words:
            found.setdefault(word, []).append(language)
    return MappingProxyType({word: tuple(languages) for word, languages in found.items()})


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    """The stop words of each of our languages and of registered ones that has some."""
    return _lists_of((*find_all_sections("detection"), *find_all_sections("stop_words")))


def _lists_of(sections: Iterable[Section]) -> Mapping[str, frozenset[str]]:
    lists = {code: listed_stop_words(code) for code in _LISTED}
    for held in sections:
        known = listed_stop_words(held.language) if held.name == "stop_words" else frozenset()
        lists[held.language] = lists.get(held.language, frozenset()) | known | _words_in(held)
    return MappingProxyType(lists)


def _words_in(section: Section) -> frozenset[str]:
    return frozenset(section.text("words").casefold().split())


@cache
def _own_words(language: str) -> frozenset[str]:
    """The stop words of the language that a text is in, with what a package brings for that one."""
    sections = (find_section(language, name) for name in ("detection", "stop_words"))
    return _lists().get(language, frozenset()).union(*(_words_in(held) for held in sections if held))


@cache
def _words_of_others(language: str) -> frozenset[str]:
    """Stop words of any language but one."""
    return frozenset(_voters()) - _own_words(language)


@cache  # takes a millisecond, and most reports are in Latin letters
def _scripts() -> re.Pattern[str]:
    return re.compile(_SCRIPTS)


def _language_of_script(tokens: Sequence[str]) -> str | None:
    """The language in whose letters most words of a text are written; the first of several that share them."""
    sample = tokens[:_SAMPLED]
    strange = [token for token in sample if token >= _FIRST_OF_SCRIPTS]
    if 2 * len(strange) <= len(sample):
        return None
    found = Counter(match.lastgroup for token in strange if (match := _scripts().search(token)))
    if sum(_KANA.search(token) is not None for token in strange) * _KANA_AMONG > len(strange):
        return "ja"
    language, count = (found.most_common(1) or [(None, 0)])[0]
    return language if 2 * count > len(sample) else None
