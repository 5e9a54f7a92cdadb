"""Casualties: what happened to those whom a number counts, and people in danger."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from summarizer.languages.language import load_table
from summarizer.nlp.dates.phrase_patterns import MONTHS
from summarizer.nlp.numbers.number_words import find_numbers
from summarizer.nlp.numbers.numerals import HEDGED, NUMBER_WORDS

# "9,100", "nine", "two thousand", "thousands of": what may stand before "lives"
_SO_MANY = (
    rf"(?:the )?{HEDGED}{{0,2}}(?:\d[\d.,]*+|{'|'.join(sorted(NUMBER_WORDS))}"
    r"|many|dozens|scores|hundreds|thousands|millions)"
    r"(?:[ -](?:hundred|thousand|million|of|more|other|human|innocent|civilian|young)){0,3}"
)
_FATES = {
    "dead": r"kill(?:s|ed|ing)|dead|die[sd]?|dying|deaths?|(?:death )?toll|bod(?:y|ies)|fatalit(?:y|ies)"
    rf"|lost (?:his|her|their) li(?:fe|ves)|(?:claim(?:ed|ing|s)?|costs?|costing) {_SO_MANY} lives",
    "injured": r"injur(?:ed|ing|ies)|wound(?:ed|ing)|hurt|hospitali[sz]ed",
    "stabbed": r"stabb(?:ed|ing)",
    "sickened": r"sicken(?:ed|ing)|infected|(?:fell|fallen|became) (?:ill|sick)",
    "missing": r"missing|unaccounted for",
    "homeless": r"homeless|without homes",
    "displaced": r"displac(?:ed|ing)|(?:from|lost) their homes|evacuat(?:ed|ing|ions?)|fled",
    "arrested": r"arrest(?:s|ed|ing)|detain(?:ed|ing)|in custody",
    "abducted": r"abduct(?:ed|ing)|kidnapp?(?:ed|ing)",
    "rescued": r"rescu(?:ed|ing)|saved",
}
TOLLS = tuple(_FATES)  # what may become of people, the gravest first
_ANY_FATE = "|".join(rf"(?P<{fate}>(?:{words})\b)" for fate, words in _FATES.items())
_FATE = re.compile(rf"\b(?:{_ANY_FATE})", re.IGNORECASE)
# One of these stands in whatever that matches.
_FATEFUL = (
    "kill", "dead", "die", "dying", "death", "toll", "bod", "fatalit", "lost", "injur", "wound", "hurt", "hospitali",
    "claim", "cost", "stabb", "sicken", "infect", "fell", "fallen", "became", "abduct", "kidnap", "missing",
    "unaccounted", "displac", "homes", "homeless", "evacuat", "fled", "arrest", "detain", "custody", "rescu", "saved",
)  # fmt: skip
_ACTIVITIES = {
    "talks": "talks?|meetings?|met|discussions?|negotiations?|conversations?|summit|consultations?",
    "questioning": "question(?:ed|ing)|interrogat(?:ed|ion)|interviews?",
    "flight": "flights?|flew",
    "journey": "visits?|trips?|tour|journey",
    "siege": "standoff|siege|hostage",
    "search": "search(?:es|ed)?|manhunt",
    "strike": "strikes?|walkouts?|stoppage",
    "deliberations": "deliberat(?:ed|ing|ions?)",
}
_ACTIVITY = "|".join(rf"(?P<{kind}>{words})" for kind, words in _ACTIVITIES.items())
# "six hours of talks", "a 5-1/2 hour meeting", "talks lasted six hours", "were questioned for six hours"
_TAKES = re.compile(rf"^(?:-long)?\s(?:(?:of|in)\s)?(?:\w+\s)??\b(?:{_ACTIVITY})\b", re.IGNORECASE)
_LASTED = re.compile(
    rf"\b(?:{_ACTIVITY})\s(?:\w+\s){{0,2}}?(?:for|last(?:ed|s|ing)?|took|takes?|went on for|ran|to)"
    r"\s(?:\w+\s){0,3}?$",
    re.IGNORECASE,
)
_BEFORE_FATE = (
    r"\s(?:(?:were|was|are|have|has|had|been|being|still|others?|reported|confirmed|feared|also|driven|forced)\s){0,4}"
)
_AFTER_FATE = (
    r"(?:\s(?:in|from|across)\s(?:the\s)?\w+|,\sas\sof\s\w+(?:\s\w+)?,)?(?:\s(?:rose|risen|rises|climbed|climbs|stood|stands|passed|passes|topped|tops"
    r"|reached|reaches|exceeded|exceeds|jumped|jumps|soared|soars|grew|grows|grown|hits?|nears?|neared|rise|now|has|had|to|at|of|was|is|on"
    r"|be|estimated|believed|thought|put)\b){0,4}\s"
)
_THEN_FATE = re.compile(_BEFORE_FATE + _FATE.pattern, re.IGNORECASE)
# "No one in the house was killed", "nobody died"; not "no one knows how many were killed"
_OF_SUBJECT = re.compile(
    r"(?:\s(?:in|on|at|aboard|inside)\s(?:the\s)?\w+(?:\s\w+)?)?"
    r"\s(?:(?:(?:were|was|is|are|has|have|had|been|being|got|reported|confirmed)\s){1,4}"
    rf"(?:{_ANY_FATE})|(?P<died>died)\b)",
    re.IGNORECASE,
)
# "killed no one", "injuring nobody"; not "after 12 were killed no one came"
_OF_OBJECT = re.compile(
    r"(?<!were )(?<!was )(?<!been )\b(?:kill|injur|wound|hurt|arrest|detain)(?:ed|ing)?\s$", re.IGNORECASE
)
_OBJECT_ENDS = re.compile(r"[.,;]|\s(?:and|but|in|at|on|when|as)\b|$")
_FATE_THEN = re.compile(f"{_FATE.pattern}{_AFTER_FATE}{HEDGED}?$", re.IGNORECASE)
_GROWN = re.compile(
    r"\btoll\b(?:\s\w+){0,6}?\s(?:risen|rose|rises|climbed|climbs|passed|passes|topped|reached|jumped|soared|grew|grown)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 45  # characters between a count of people and the word that says what became of them
_TOLL = 80  # characters before a number that can hold the toll that it is, and whose
_TOLL_HINTS = ("toll ", "number of ")
_MONTH = 12  # characters that hold the name of a month and what parts it from a number
_CLAUSE_END = re.compile(r"[;:“”\"]|,\s(?:and|but|while|who|which)\s|\sand\s|\sbut\s|\swhile\s")
_CLAUSE_ENDS = 8  # characters that such an end takes at most
_AGE = re.compile(r"(?<=[^\W\d_],\s)\d{1,2}(?=,\s|\.$)")


@cache  # few reports need it, and it takes long to compile
def _toll_then() -> re.Pattern[str]:
    """What finds "the death toll from the quake in Peru rose to", "the number of people killed by the flood is"."""
    return re.compile(
        rf"\b(?:(?:death )?toll|number of (?:people |the )?(?:{_ANY_FATE}))"
        rf"\s(?:in|from|of|after|by)\s(?:[\w’'-]+\s){{1,6}}?(?:rose|risen|rises|climbed|climbs|stood|stands|passed|passes"
        rf"|reached|reaches|jumped|grew|was|is)(?:\s(?:to|at|by|now))?\s{HEDGED}?$",
        re.IGNORECASE,
    )


def activity_near(text: str, start: int, end: int) -> str | None:
    """What it was that took so long, where that stands beside it."""
    after = _TAKES.match(text[end : end + _NEAR])
    before = None if after else _LASTED.search(text[max(0, start - _NEAR) : start])
    found = after or before
    return found.lastgroup if found else None


def fate_beside(text: str, start: int, end: int) -> str | None:
    """What became of those whom a number counts without a noun, where that stands right beside it."""
    if _YEAR.fullmatch(text[start:end]) or _AGE.match(text, start):
        return None
    word = text[max(0, start - _MONTH) : start].rstrip().rpartition(" ")[2]
    if word[:1].isupper() and word[:3].casefold() in MONTHS:
        return None  # "died in the December 26 tsunami"
    after = _THEN_FATE.match(text, end)
    near = max(0, start - _NEAR)
    before = None if after or not _tells_fate(text[near:start]) else _FATE_THEN.search(text, near, start)
    found = after or before
    if found:
        return found.lastgroup
    near = max(0, start - _TOLL)
    toll = (
        _toll_then().search(text, near, start)
        if any(text.find(hint, near, start) >= 0 for hint in _TOLL_HINTS)
        else None
    )
    return (toll.lastgroup or TOLLS[0]) if toll else None


def fate_of_nobody(text: str, start: int, end: int) -> str | None:
    """What became of nobody: what "no one" is the subject of, or the object; never what stands in another clause."""
    found = _OF_SUBJECT.match(text, end)
    if found:
        return TOLLS[0] if found["died"] else found.lastgroup
    is_object = _OF_OBJECT.search(text, max(0, start - _NEAR), start) and _OBJECT_ENDS.match(text, end)
    return fate_beside(text, start, end) if is_object else None


def tells_growth(text: str) -> bool:
    """Tell whether a sentence says that a toll has grown, and so that it was lower in earlier reports."""
    return _GROWN.search(text) is not None


def _tells_fate(text: str) -> bool:
    """Whether a text may hold a word for a fate: spares a costly search in most."""
    return any(map(text.casefold().__contains__, _FATEFUL))


def fate_near(text: str, start: int, end: int) -> str | None:
    """What became of those counted: the nearest word of the kind in the clause."""
    left = max(
        [
            0,
            start - _NEAR,
            *(match.end() for match in _CLAUSE_END.finditer(text, max(0, start - _NEAR - _CLAUSE_ENDS), start)),
        ]
    )
    stop = _CLAUSE_END.search(text, end, end + _NEAR + _CLAUSE_ENDS)
    right = min(end + _NEAR, stop.start() if stop else len(text))
    near = [
        (max(start - match.end(), match.start() - end), match.lastgroup) for match in _FATE.finditer(text, left, right)
    ]
    return min(near, key=lambda one: one[0])[1] if near else None


IN_DANGER = "in danger"  # what those are of whom this tells, as what became of others is "dead"
_HEDGE = re.compile(rf"{HEDGED}$", re.IGNORECASE)
_BEFORE = 120  # characters before "all" in which its clause says that it is not so
_HEDGE_LENGTH = 24  # characters before a number that can hold the longest hedge
_WORD = r"\s(?!(?:and|but|or|while|after|when|who|which)\b)[\w’'-]{1,20}"
_CLAUSE_END_PERILS = re.compile(r"[.,;:!?]\s")
_LETTERS = re.compile(r"[a-z]+(?:['’]t)?")
_APART = 1.5  # times by which the number of those in danger may have been misjudged


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleInDanger:
    """Those who are in danger, or all of whom something became.

    Attributes:
        start, end: Where it stands, from their number, or the word that says they are held, to the word that tells.
        count: How many they are; None where the text does not say.
        state: The word that tells: "trapped", "rescued".
        is_settled: Whether it tells what became of all of them.
        words: The words of the stretch in small letters.
    """

    start: int
    end: int
    count: float | None
    state: str
    is_settled: bool
    words: frozenset[str]

    def settles(self, other: PeopleInDanger) -> bool:
        """Tell whether this says what became of all those whom another calls in danger, by their number or noun."""
        if not self.is_settled or other.is_settled:
            return False
        if self.count and other.count:
            return max(self.count, other.count) <= _APART * min(self.count, other.count)
        return not _words("everybody").isdisjoint(self.words) or bool(self.words & other.words - _words("loose"))


def may_settle(tokens: Sequence[str]) -> bool:
    """Tell whether a sentence may say what became of all of some, by its words in small letters; most do not."""
    return not (_hints("whole").isdisjoint(tokens) or _hints("settled").isdisjoint(tokens))


def may_be_in_danger(tokens: Sequence[str]) -> bool:
    """Tell whether a sentence may call somebody in danger, by its words in small letters."""
    return not _hints("open").isdisjoint(tokens)


def find_people_in_danger(text: str) -> list[PeopleInDanger]:
    """Find who is in danger in an English sentence, or of all of whom it says what became of them."""
    return [*_settled(text)] or [*_in_danger(text)]


def _in_danger(text: str) -> Iterator[PeopleInDanger]:
    for number in (one for one in find_numbers(text) if not (one.is_ordinal or one.is_fraction)):
        told = _pattern("open").match(text, number.end)
        hedge = _HEDGE.search(text, max(0, number.start - _HEDGE_LENGTH), number.start) if told else None
        start = hedge.start() if hedge else number.start
        if told and told["state"].casefold() in _words("held"):
            holding = _holding().search(text, max(0, start - _HEDGE_LENGTH), start)
            told, start = (told, holding.start()) if holding else (None, start)
        if told:
            yield _peril(text, (start, told.end()), number.value, told["state"], is_settled=False)


def _settled(text: str) -> Iterator[PeopleInDanger]:
    for match in _pattern("settled").finditer(text):
        clause = _CLAUSE_END_PERILS.split(text[max(0, match.start() - _BEFORE) : match.end()])[-1]
        if _words("unsettled").isdisjoint(_LETTERS.findall(clause.casefold())):
            counts = [one.value for one in find_numbers(match.group()) if not one.is_ordinal]
            yield _peril(text, match.span(), next(iter(counts), None), match["state"], is_settled=True)


def _peril(text: str, span: tuple[int, int], count: float | None, state: str, *, is_settled: bool) -> PeopleInDanger:
    start, end = span
    words = frozenset(_LETTERS.findall(text[start:end].casefold()))
    return PeopleInDanger(start=start, end=end, count=count, state=state.casefold(), is_settled=is_settled, words=words)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """What stands behind a number of those in danger; or what tells of all, from "all" to what became of them."""
    states = f"(?P<state>{'|'.join(word.replace('_', ' ') for word in sorted(_words(name)))})\\b"
    if name == "open":
        return re.compile(rf"(?:{_WORD}){{0,5}}?\s{states}", re.IGNORECASE)
    return re.compile(
        rf"\b(?:{'|'.join(word.replace('_', ' ') for word in sorted(_words('whole')))})(?:{_WORD}){{1,9}}?\s{states}",
        re.IGNORECASE,
    )


@cache
def _holding() -> re.Pattern[str]:
    """What says right before a number that hostages are so now: "is holding eleven", not "two hostages were hurt"."""
    return re.compile(rf"\b(?:{'|'.join(_words('holding'))})\s$", re.IGNORECASE)


@cache
def _hints(name: str) -> frozenset[str]:
    """Of each phrase the longest word."""
    return frozenset(max(phrase.split("_"), key=len) for phrase in _words(name))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset((load_table("en") or {})["perils"][name].split())
