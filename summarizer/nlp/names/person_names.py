"""Names of people, the role beside each, and which spellings sound alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from summarizer.nlp.names.gazetteer import is_government

_PARTICLES = r"(?:(?:de|del|della|di|da|dos|du|van|von|der|den|bin|ibn|al|el|la|le)[ -])"
# The capital comes before the choice: a search passes over all other letters fast.
_CAPITALIZED = r"[A-Z](?:(?:\.[A-Z]){0,6}\.?(?=\s)|[\w’'-]*[^\W\d_])"
_RUN = re.compile(rf"{_CAPITALIZED}(?:[ ]{_PARTICLES}*{_CAPITALIZED})*")
_PART = re.compile(_CAPITALIZED)
_INITIAL = re.compile(r"^(?:[A-Z]\.?){1,2}$")
_INITIALS = 4  # characters that it takes at most
_ROLE_WORDS = frozenset(
    "president vice prime minister secretary senator sen rep representative congressman congresswoman governor"
    " gov mayor judge justice chief director chairman chairwoman chair spokesman spokeswoman spokesperson"
    " ambassador envoy general gen colonel col captain capt lt sgt officer detective sheriff adviser advisor king"
    " queen prince princess pope bishop archbishop cardinal father rev reverend professor prof dr doctor coach"
    " actor actress singer author attorney lawyer commissioner leader premier chancellor speaker deputy assistant"
    " commander engr hon engineer analyst economist ceo executive founder co-founder mr mrs ms miss sir dame lord"
    " lady manager agent striker state defence defense foreign commerce interior finance treasury trade national"
    " security".split()
)
_POLITE = frozenset("mr mrs ms miss dr sir prof professor hon rev engr".split())
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december".split()
)
# Words that begin or end names of bodies, places and works, never of people.
_NOT_A_PERSON = frozenset(
    "university college school hospital street road avenue river lake sea ocean county city state states park"
    " airport ministry department committee commission council court bank agency association institute center"
    " company corp inc ltd group party club league united news times post press herald daily journal television tv"
    " radio international national federal congress senate house white north south east west northern"
    " southern eastern western new san los las saint st great world cup act law bill day war union nations"
    " foundation museum church force forces police army navy office airlines air hall square mountain mount island"
    " islands bay beach valley district province academy society network theatre theater centre awards studio"
    " studios records game games series show magazine review the".split()
)
_SAYS = re.compile(
    r"^(?:,\s\d{1,2},|,\s(?:who|a|an|the|one)\b|[’']s\s|\s(?:said|says|told|added|asked|wrote|tweeted|announced|denied|denies|met|was|is|has|had)\b)"
)

_OFFICE = re.compile(r"((?:[A-Z][\w.]{0,40}\s){1,10}of\s)\Z")  # "Secretary of" before "State"
_OFFICE_LENGTH = 80  # characters that such words take at most
_JOINING = ("and", "or", "with")
_BESIDE_LENGTH = 40
_BESIDE = re.compile(r"\b(?P<name>[A-Z][\w’'-]{0,39})\s(?:and|or|nor|with)\s\Z")


def is_role(word: str) -> bool:
    """Tell whether a word stands before names rather than in them: "Sen.", "Capt.", "Mr"."""
    return word.casefold().strip(".,") in _ROLE_WORDS


_LAST = re.compile(r"(?<!\w)\w++(?=\.?,?\s\Z)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
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


def find_names(texts: Iterable[str], common: Container[str]) -> Iterator[list[PersonName]]:
    """Find the names of each text that may be those of people, in order.

    Args:
        texts: Sentences.
        common: Words that the reports write small somewhere, casefolded: capitalized, they are no names.
    """
    read: dict[str, _Run | None] = {}  # names come back again and again: each is read once
    for text in texts:
        names = []
        for match in () if text.isupper() else _RUN.finditer(text):
            run = match.group()
            if run not in read:
                read[run] = _read_run(run, common)
            found = read[run]
            if found:
                names.append(_name_at(text, match.start(), found))
        yield names


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
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


def _read_run(run: str, common: Container[str]) -> _Run | None:
    """Find the name in a run; None where it holds none."""
    if run.casefold() in common:
        return None
    if " " not in run:
        return _read_word(run[:-2] if run.endswith(("'s", "’s")) else run, common)
    tokens = list(_PART.finditer(run))
    words = [token.group() for token in tokens]
    bare = [word[:-2] if word.endswith(("'s", "’s")) else word for word in words]
    plain = [word.casefold().rstrip(".") for word in bare]
    is_initial = [len(word) <= _INITIALS and _INITIAL.match(word) is not None for word in bare]
    cut = 0
    for number, word in enumerate(plain):
        if not is_initial[number] and (word in _ROLE_WORDS or word in common or is_government(bare[number])):
            cut = number + 1
    while cut < len(bare) and is_initial[cut] and not any(len(word) > 2 for word in bare[cut:]):
        cut += 1
    parts = tuple(word for word, initial in zip(bare[cut:], is_initial[cut:], strict=True) if not initial)
    if not 1 <= len(parts) <= 3 or any(_is_no_name(part, common) for part in parts):
        return None
    return _Run(
        start=tokens[cut].start(),
        end=tokens[-1].start() + len(bare[-1]),
        parts=parts,
        before=tuple(word for word, small in zip(bare[:cut], plain, strict=False) if small not in _POLITE),
        has_role=not _ROLE_WORDS.isdisjoint(plain[:cut]),
    )


def _read_word(word: str, common: Container[str]) -> _Run | None:
    """A name of one word."""
    is_initial = len(word) <= _INITIALS and _INITIAL.match(word) is not None
    if is_initial or word.casefold() in _ROLE_WORDS or _is_no_name(word, common):
        return None
    return _Run(start=0, end=len(word), parts=(word,), before=(), has_role=False)


def _name_at(text: str, first: int, run: _Run) -> PersonName:
    """A name where it stands, and what the text around it tells of it."""
    start, end = first + run.start, first + run.end
    office = text.endswith("of", 0, max(0, first - 1)) and _OFFICE.search(text[max(0, first - _OFFICE_LENGTH) : first])
    before = (*(office[1].split() if office and run.start else ()), *run.before)
    joined = text.endswith(_JOINING, 0, max(0, start - 1))
    beside = _BESIDE.search(text[max(0, start - _BESIDE_LENGTH) : start]) if joined else None
    return PersonName(
        start=start,
        end=end,
        parts=run.parts,
        role=" ".join(before) if run.has_role and before else None,
        is_person=run.has_role
        or _follows_role(text[max(0, start - 20) : start])
        or _SAYS.match(text[end : end + 20]) is not None,
        companion=fold(beside["name"]) if beside else None,
    )


def _follows_role(before: str) -> bool:
    """Whether the words before a name end with a role in small letters or of another run: "the minister, "."""
    last = _LAST.search(before)
    return last is not None and last.group().casefold() in _ROLE_WORDS


def _is_no_name(word: str, common: Container[str]) -> bool:
    plain = word.casefold()
    return (
        len(plain) < 2
        or plain in common
        or plain in _CALENDAR
        or plain in _NOT_A_PERSON
        or is_government(word)
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
