"""Names of people, the role beside each, and which spellings sound alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from summarizer.languages.word_records import Words
from summarizer.nlp.names.places import is_government, names_of_calendar

# The capital comes before the choice: a search passes over all other letters fast.
_CAPITALIZED = r"[A-Z](?:(?:\.[A-Z]){0,6}\.?(?=\s)|[\w’'-]*[^\W\d_])"
# Small words within names, which they keep in reports of any language.
_PARTICLES = r"(?:(?:de|del|della|di|da|dos|du|van|von|der|den|bin|ibn|al|el|la|le)[ -])"
_RUN = re.compile(rf"{_CAPITALIZED}(?:[ ]{_PARTICLES}*{_CAPITALIZED})*")
_PART = re.compile(_CAPITALIZED)
_INITIAL = re.compile(r"^(?:[A-Z]\.?){1,2}$")
_INITIALS = 4  # characters that it takes at most
_OFFICE_LENGTH = 80  # characters that the words of an office before its last take at most
_BESIDE_LENGTH = 40
_AGE = re.compile(r",\s\d{1,2},")
_LAST = re.compile(r"(?<!\w)\w++(?=\.?,?\s\Z)")


class _Words(Words, section="names"):
    """The section "names" of a language, whose file says what each is, and its days and months."""

    language: str | None
    calendar: frozenset[str]
    roles: frozenset[str]
    polite: frozenset[str]
    not_persons: frozenset[str]
    joining: tuple[str, ...]
    within_office: str
    possessives: tuple[str, ...]
    telling: re.Pattern[str]
    office: re.Pattern[str]
    beside: re.Pattern[str]


@cache
def _words_of(language: str | None) -> _Words:
    return _Words.read(language, calendar=names_of_calendar(language))


def is_role(word: str, language: str | None) -> bool:
    """Tell whether a word stands before names rather than in them: "Sen.", "Capt.", "Mr"."""
    return word.casefold().strip(".,") in _words_of(language).roles


class PersonName(NamedTuple):
    """A place where a text names somebody, or perhaps somebody.

    Attributes:
        start, end: Where the name stands, without role and possessive ending.
        parts: Its parts as written, without initials.
        role: The role before it, as written ("Foreign Minister"); None where there is none.
        is_person: Whether the text shows there that it is a person: a role or a form of address before it, an age or a
            verb of saying after it.
        companion: The name beside it in a list ("Smith" in "neither Smith nor Jones"); None where it stands alone.
    """

    start: int
    end: int
    parts: tuple[str, ...]
    role: str | None
    is_person: bool
    companion: str | None

    @property
    def key(self) -> tuple[str, ...]:
        """The parts without case and accents: equal keys are equal names."""
        return tuple(fold(part) for part in self.parts)


def find_names(
    texts: Iterable[str], common: Container[str], languages: Iterable[str | None]
) -> Iterator[list[PersonName]]:
    """Find the names of each text that may be those of people, in order.

    Args:
        texts: Sentences.
        common: Words that the reports write small somewhere, casefolded: capitalized, they are no names.
        languages: The code of the language of each; in one without words for names, capitals alone tell.
    """
    read: dict[tuple[str, str | None], _Run | None] = {}  # names come back again and again: each is read once
    for text, language in zip(texts, languages, strict=False):
        known = _words_of(language)
        names = []
        for match in () if text.isupper() else _RUN.finditer(text):
            key = match.group(), language
            if key not in read:
                read[key] = _read_run(match.group(), common, known)
            found = read[key]
            if found:
                names.append(_name_at(text, match.start(), found, known))
        yield names


class _Run(NamedTuple):
    """What of a run of capitalized words is a name: what follows the last role, government or common word.

    Attributes:
        start, end: Where the name stands in the run.
        parts: Its parts, without initials.
        before: The words before it, but for forms of address.
        has_role: Whether a role is among them, or a form of address.
    """

    start: int
    end: int
    parts: tuple[str, ...]
    before: tuple[str, ...]
    has_role: bool


def _read_run(run: str, common: Container[str], known: _Words) -> _Run | None:
    """Find the name in a run; None where it holds none."""
    if run.casefold() in common:
        return None
    if " " not in run:
        return _read_word(_without_possessive(run, known), common, known)
    tokens = list(_PART.finditer(run))
    words = [token.group() for token in tokens]
    bare = [_without_possessive(word, known) for word in words]
    plain = [word.casefold().rstrip(".") for word in bare]
    is_initial = [len(word) <= _INITIALS and _INITIAL.match(word) is not None for word in bare]
    cut = 0
    for number, word in enumerate(plain):
        if not is_initial[number] and (
            word in known.roles or word in common or is_government(bare[number], known.language)
        ):
            cut = number + 1
    while cut < len(bare) and is_initial[cut] and not any(len(word) > 2 for word in bare[cut:]):
        cut += 1
    parts = tuple(word for word, initial in zip(bare[cut:], is_initial[cut:], strict=True) if not initial)
    if not 1 <= len(parts) <= 3 or any(_is_no_name(part, common, known) for part in parts):
        return None
    return _Run(
        start=tokens[cut].start(),
        end=tokens[-1].start() + len(bare[-1]),
        parts=parts,
        before=tuple(word for word, small in zip(bare[:cut], plain, strict=False) if small not in known.polite),
        has_role=not known.roles.isdisjoint(plain[:cut]),
    )


def _without_possessive(word: str, known: _Words) -> str:
    return word[:-2] if word.endswith(known.possessives) else word


def _read_word(word: str, common: Container[str], known: _Words) -> _Run | None:
    """A name of one word."""
    is_initial = len(word) <= _INITIALS and _INITIAL.match(word) is not None
    if is_initial or word.casefold() in known.roles or _is_no_name(word, common, known):
        return None
    return _Run(start=0, end=len(word), parts=(word,), before=(), has_role=False)


def _name_at(text: str, first: int, run: _Run, known: _Words) -> PersonName:
    """A name where it stands, and what the text around it tells of it."""
    start, end = first + run.start, first + run.end
    is_office = text.endswith(known.within_office, 0, max(0, first - 1))
    office = known.office.search(text[max(0, first - _OFFICE_LENGTH) : first]) if is_office else None
    before = (*(office[1].split() if office and run.start else ()), *run.before)
    joined = text.endswith(known.joining, 0, max(0, start - 1))
    beside = known.beside.search(text[max(0, start - _BESIDE_LENGTH) : start]) if joined else None
    return PersonName(
        start=start,
        end=end,
        parts=run.parts,
        role=" ".join(before) if run.has_role and before else None,
        is_person=run.has_role
        or _follows_role(text[max(0, start - 20) : start], known)
        or (_AGE.match(text[end : end + 20]) or known.telling.match(text[end : end + 20])) is not None,
        companion=fold(beside["name"]) if beside else None,
    )


def _follows_role(before: str, known: _Words) -> bool:
    """Whether the words before a name end with a role in small letters or of another run: "the minister, "."""
    last = _LAST.search(before)
    return last is not None and last.group().casefold() in known.roles


def _is_no_name(word: str, common: Container[str], known: _Words) -> bool:
    plain = word.casefold()
    return (
        len(plain) < 2
        or plain in common
        or plain in known.calendar
        or plain in known.not_persons
        or is_government(word, known.language)
        or (word.isupper() and len(word) < 6)
    )


_STROKES = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Return a word without case, accents and hyphens; a letter with a stroke is as one with an accent (ø, ł)."""
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", word) if not unicodedata.combining(mark))
    return re.sub(r"['’-]", "", plain).casefold().translate(_STROKES)


_SOUNDS = (
    (r"(.)\1+", r"\1"), (r"^q(?!u)", "C"), (r"^x", "S"), (r"^zh", "C"), (r"tch|ch", "C"), (r"sch|sh", "S"),
    (r"ph|v|w", "f"), (r"th|dh", "t"), (r"ck|kh|gh|q", "k"), (r"c(?=[eiy])|z", "s"), (r"c", "k"), (r"ng\b", "n"),
    (r"h", ""), (r"(?<=.)[aeiouyj]", ""), (r"^[aeiouy]", "a"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """Return the consonants of a name, those that transliterations confuse made one: Qin, Chen and Ching are alike."""
    key = fold(word)
    for pattern, replacement in _SOUNDS:
        key = re.sub(pattern, replacement, key)
    return key


def are_alike(first: str, second: str) -> bool:
    """Tell whether two spellings may be of one name: they sound alike, or one letter differs in a long word."""
    one, other = fold(first), fold(second)
    if one == other:
        return True
    if (
        min(len(one), len(other)) >= 3
        and abs(len(one) - len(other)) <= 2
        and sound(first) == sound(second)
        and len(sound(first)) >= 2
    ):
        return True
    return min(len(one), len(other)) >= 4 and one[0] == other[0] and _one_edit(one, other)


def _one_edit(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return shorter[at + (len(shorter) == len(longer)) :] == longer[at + 1 :]
