"""Whom "he" and "them" can mean, and how a speaker is described between commas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice
from types import MappingProxyType

from summarizer.languages.language import load_table
from summarizer.nlp.names.person_names import PersonName
from summarizer.nlp.names.persons import is_name, is_personal, is_word_for_person
from summarizer.nlp.tokens import strip_quotations

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*[.]?")
_ONE = frozenset("he she him her his hers himself herself".split())
_MANY = frozenset("they them their theirs themselves".split())
# The letters come first: a search passes over all others fast.
_PRONOUN = re.compile(
    r"[HhSsTt](?:(?<=\b[Hh])(?:e|im|is|ers?|imself|erself)|(?<=\b[Ss])he|(?<=\b[Tt])he(?:y|m|irs?|mselves))\b"
)
# "he said" beside a quotation, or at the end of what he said.
_SPEAKER = re.compile(
    r"[HhSsTt](?:(?<=[”,] .)|(?<=^.))(?:(?<=[Hh])e|(?<=[Ss])he|(?<=[Tt])hey) (?:\w+ly )?"
    r"(?:\w+s|\w+ed|said|told|wrote|went on|began|told)\b"
)
_SPEAKING = ("He ", "She ", "They ", "he ", "she ", "they ")
_SHORTEST_WITH_ENDING = 5
_SHORTEST_PLURAL = 4


@cache
def _words(kind: str) -> frozenset[str]:
    held = load_table("en") or MappingProxyType({"antecedents": {kind: ""}})
    return frozenset(held["antecedents"][kind].split())


@cache
def _person_endings() -> tuple[str, ...]:
    return tuple(_words("person_endings"))


def lacks_antecedent(text: str, speaker: str | None = None) -> bool:
    """Tell whether "he", "them" and the like stand in a sentence that names nobody whom they could mean.

    What may be a name or a person counts for one, before the pronoun or, as in "As he did last week, Trump …", behind
    the comma that ends such an opening. What stands between quotation marks is not looked at.

    Args:
        text: A sentence.
        speaker: Who says it, where its report tells: he is named beside it, and may be the one who "said".
    """
    if not _PRONOUN.search(text):
        return False
    plain = strip_quotations(text)
    if speaker:
        plain = _SPEAKER.sub(" ", plain)
    words = _WORD.findall(plain)
    small = [word.lower() for word in words]
    for pronouns, names in ((_ONE, _names_one), (_MANY, _names_many)):
        if pronouns.isdisjoint(small):
            continue
        at = next(i for i, word in enumerate(small) if word in pronouns)
        if names(words[:at]):
            continue
        if small[0] in _words("not_names") and plain[0] not in '“"':
            _, comma, rest = _after(plain, at).partition(",")
            if comma and names(["", *_WORD.findall(rest)]):
                continue
        return True
    return False


def _after(text: str, at: int) -> str:
    """What stands behind one of the words of a text."""
    return text[next(islice(_WORD.finditer(text), at, None)).end() :]


def is_said_by_nobody(text: str) -> bool:
    """Tell whether "he said" stands in a sentence that does not tell who he is, and all else in it is plain."""
    if not any(map(text.__contains__, _SPEAKING)) or not _SPEAKER.search(strip_quotations(text)):
        return False
    return lacks_antecedent(text) and not lacks_antecedent(text, "somebody")


def _names_one(words: Sequence[str]) -> bool:
    return any(_is_name(word, at) or _is_person(word) for at, word in enumerate(words))


def _names_many(words: Sequence[str]) -> bool:
    return any(
        _is_name(word, at)
        or _is_person(word)
        or _is_plural(word)
        or word.lower() in _words("groups")
        or word.lower() in _words("bodies")
        for at, word in enumerate(words)
    )


def opens_as_name(word: str) -> bool:
    """Tell whether a sentence's first word may be a name, not one such as "Later"."""
    return _is_name(word, 0)


def _is_name(word: str, at: int) -> bool:
    """Whether a capital letter makes a word a name: not that of a day, nor that of a sentence's first word, "After"."""
    if not word[:1].isupper():
        return False
    small = word.lower().rstrip(".")
    if small in _words("days"):
        return False
    return at > 0 or (small not in _words("not_names") and not small.endswith("ly"))


@lru_cache(maxsize=8192)
def _is_person(word: str) -> bool:
    small = word.lower().rstrip(".").removesuffix("'s").removesuffix("’s").rpartition("-")[2]
    if small in _words("not_persons"):
        return False
    is_doer = len(small) >= _SHORTEST_WITH_ENDING and small.endswith(_person_endings())
    return is_doer or small in _words("persons") or is_word_for_person(small)


def _is_plural(word: str) -> bool:
    small = word.lower().rstrip(".")
    is_long = len(small) >= _SHORTEST_PLURAL
    return is_long and small.endswith("s") and not small.endswith(("ss", "ous")) and small not in _words("not_plurals")


_NO_VERB = frozenset("was were is are had has have will would can could must may might should did does".split())
APPOSITION = re.compile(
    r"(?:[RDI]-[A-Z][\w.]+|an?|the|who|whose|which|one|of|from|his|her|its|their|then|now|co-\w+|vice|former|chief"
    r"|senior|head|director|deputy"
    r"|chairman|chairwoman|chair|president|professor|executive|author|founder|leader|minister|spokes\w+|mayor|governor"
    r"|a\.k\.a\.|also|associate|assistant|secretary|manager|owner|commander|editor|minister|lawyer|attorney|\d{1,3})\b"
    r"(?!\s(?:said|says)\b)|(?:Director|Professor|President|Head|Chief|Secretary|Minister|Commissioner|Mayor|Dean)\s(?:of|at|for)\b"
)
_LONGEST = 12  # words of a name and what describes it
_SHORT = re.compile(r"^[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}$")


def length_of_descriptions(rest: str, *, must_close: bool = False) -> int:
    """How far descriptions of the speaker run: up to what is none, or may be something else."""
    end = 0
    for match in re.finditer(r",\s([^,;:]{1,120})", rest):
        if match.start() != end or (must_close and rest[match.end() : match.end() + 2] != ", "):
            break
        words = match[1]
        stops = re.search(r"\.\s*$|\s(?:adding|as|while|when|after|before|during)\s", words)
        plain = words[: stops.start()] if stops else words
        if not (_describes(plain, is_sure=must_close) or (end and not must_close and _SHORT.match(plain.strip()))):
            break
        end = match.start(1) + len(plain.rstrip())
        if stops:
            break
    return end


def describe_name(text: str, naming: PersonName) -> tuple[int, int]:
    """Return where a name starts, and where what surely describes the person behind it ends: "Jane Doe, 34"."""
    end = naming.end + length_of_descriptions(text[naming.end :], must_close=True)
    return naming.start, end if len(text[naming.start : end].split()) <= _LONGEST else naming.end


def _describes(words: str, *, is_sure: bool) -> bool:
    """Whether words between commas describe a person; where more of the sentence follows, that must be sure."""
    if is_name(words.strip()) or re.match(r"(?:who|whose)\b|\d{1,3}$", words):
        return True
    if not APPOSITION.match(words) or not _NO_VERB.isdisjoint(words.split()):
        return False
    return not is_sure or is_personal(words.split(" of ")[0].split(" for ")[0])
