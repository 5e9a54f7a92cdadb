"""The subject of a verb of saying: the words before or after it, if they name somebody."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.nlp.dates.tense import is_past_verb
from summarizer.nlp.names.persons import DAY, DETERMINERS, MEANS, MONTH, PRONOUNS, WHEN, shorten
from summarizer.nlp.speakers.speech_verbs import is_cut_wrong, is_said_of, speaker_words

_RELATIVES = frozenset("who which that one".split())
_POSSESSIVE_NAMES = frozenset(
    "moody mcdonald macy wendy lowe kohl sotheby christie lloyd domino levi denny sainsbury".split()
)
_LEADS = (
    r"but|and|yet|so|still|meanwhile|however|separately|earlier|later|then|now|afterwards?|also|nevertheless|nonetheless"
    r"|indeed|recently|moreover|instead|similarly|for\s(?:his|her|its|their)\spart"
)
_LEADING = re.compile(rf"(?:\([A-Z][\w. ]*\)|(?:{WHEN}|{MEANS}|{_LEADS})\b(?![’']),?)\s+", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LEADING_WORDS = frozenset(
    "but and yet so still meanwhile however separately earlier later then now afterward afterwards also nevertheless"
    " nonetheless indeed recently moreover instead similarly for late early on last this that in at during via through"
    " yesterday today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday".split()
)
_TIMED = re.compile(rf"(?:{WHEN}|{MEANS}|meanwhile)$", re.IGNORECASE)
_TRAILING = re.compile(
    rf"\s(?:also|later|has|have|had|once|earlier|then|previously|again|still|since|now|both|all|each|himself|herself|itself"
    rf"|{WHEN}|(?!family|ally|assembly|rally|weekly|daily|monthly|quarterly)[a-z]+ly)$",
    re.IGNORECASE,
)
_TRAILING_WORDS = frozenset(
    "also later has have had once earlier then previously again still since now both all each himself herself"
    " itself morning afternoon evening night week month year summer winter spring autumn fall yesterday today"
    " tonight tomorrow january february march april may june july august september october november december".split()
)
_PLACED = re.compile(r"\s(?:in|on|at|during|since)\s")
_MARK = re.compile(r"(?<!\S)\S++\s++(?=[A-Z][a-z][\w.’'-]{0,30}\s[A-Z])")
_LAST_WORD = re.compile(r"\s\S++$")
_LONGEST_TRAILING = 40
_REPORTED = re.compile(r"\sreports\s(?=(?:[A-Z]|police\b))")
_BRACKETS = re.compile(r"\s?\((?![A-Z]{2,10}\))[^()]{1,30}\)$")
_NOT_FIRST = frozenset(
    "however meanwhile still later earlier separately instead nevertheless nonetheless indeed recently moreover"
    " similarly now afterward afterwards today yesterday tonight tomorrow again besides additionally furthermore"
    " finally last next late early perhaps maybe overall ultimately eventually as if but and when while what this"
    " these those there after before because although though since so was were is are that even not no none few"
    " nobody nothing neither nor in on at by for to of with from during about part which where who whose whom how"
    " why whether yet or also then than once until unless despite amid like under over until here only just both"
    " either such more most much many's him them us me it's that's there's let asked according given rest".split()
)
_NEVER = frozenset(
    "have has had was were is are am be been but that which what who whom can could would will must may might"
    " should did do does after before when while because if as since not never until unless though although how why"
    " where so than cannot won't then there according he she they it i we".split()
)
_NOT_LAST = PRONOUNS.union(
    "being and or of the a an in on to for with by at from into about is was its his her their".split()
)
_OBJECTS = frozenset("them him it us me".split())  # "the back of them"; "the US" is written large
_ALONE = frozenset("police people staff counsel management everyone everybody both many some others most".split())
_STOP_AFTER = frozenset(
    "in on at after during while when as before by through to that about outside inside following late early"
    " earlier yesterday today tonight last this who which whose from with where later via until under over since"
    " again upon amid because if but without near recently and/or".split()
)
_PEOPLE = frozenset("accused deceased injured wounded unemployed".split())
_MADE = frozenset("published released issued seen obtained used filed reviewed cited made posted".split())
_AUXILIARY = frozenset("was were is are has had have will would denied could did does can says".split())
_SUBJECT_REACH = 60
_LONGEST = 10  # words of a subject
_FIRST_PAST = 1  # a participle may follow the first word: "a retired officer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Who speaks, and where the words stand that name him, with what leads up to them ("Last night …")."""

    who: str
    start: int
    lead: int


def read_before(words: str) -> Subject | None:
    """Read the subject that stands right before a verb of saying.

    Args:
        words: What stands between the last boundary of a clause and the verb.

    Returns:
        It, with offsets in `words`; None where that is no subject.
    """
    body = words.rstrip()
    lead = start = len(body) - len(body.lstrip())
    is_timed = True
    while match := _find_leading(body, start):
        is_timed = is_timed and bool(_TIMED.match(match.group().rstrip(" ,")))
        start = match.end()
    reported = list(_REPORTED.finditer(body, start)) if " reports " in body else []
    if reported:
        start, is_timed = reported[-1].end(), False
    while match := _find_trailing(body, start):
        body = body[: match.start()].rstrip()
    who = body[start:]
    words_of_who = who.split()
    if len(words_of_who) > 1 and words_of_who[-1] in _MADE:
        who = who[: -len(words_of_who[-1])].rstrip()
    if not is_somebody(who):
        return None
    return Subject(who=shorten(who), start=start, lead=lead if is_timed else start)


def _find_leading(body: str, start: int) -> re.Match[str] | None:
    """What leads up to a subject; its first word tells mostly that there is nothing."""
    first = _FIRST_WORD.match(body, start)
    if first and first.group() in speaker_words("marks"):  # "AP Jane Roe said"
        return _MARK.match(body, start)
    return _LEADING.match(body, start) if first is None or first.group().casefold() in _LEADING_WORDS else None


def _find_trailing(body: str, start: int) -> re.Match[str] | None:
    """What stands between a subject and its verb; its last word tells mostly that there is nothing."""
    if body.endswith(")"):
        return _BRACKETS.search(body, start)
    word = body[body.rfind(" ", start) + 1 :]
    if word in speaker_words("between"):  # "the paper first reported"
        return _LAST_WORD.search(body, max(start, len(body) - _LONGEST_TRAILING))
    last = word.casefold()
    if not (last in _TRAILING_WORDS or last[-2:] == "ly" or last[-3:] == "day" or last[-1:].isdigit()):
        return None
    match = _TRAILING.search(body, max(start, len(body) - _LONGEST_TRAILING))
    return None if match and match.group().isupper() else match  # USA TODAY


def read_after(words: str) -> tuple[str, int] | None:
    """Read the subject that stands right after a verb of saying: `said Jane Roe, a nurse`.

    Returns:
        It, and where it ends in `words`; None where that is no subject.
    """
    taken: list[str] = []
    end = 0
    for match in re.finditer(r"\S+", words):
        word = match.group()
        small = word.casefold()
        if taken and (
            small in _STOP_AFTER
            or small in speaker_words("going_on")
            or re.match(DAY, word)
            or word in ("–", "—", "-", "--")
        ):
            break
        if word[0] == "(" and not re.match(r"\([A-Z]{2,10}\)", word):
            break
        taken.append(word)
        end = match.end()
        if word[-1] in ",;:" or (word[-1] in ".!?" and not _is_abbreviation(word, words[end:])):
            break
        if len(taken) > _LONGEST:
            return None
    if not taken:
        return None
    last = taken[-1]
    bare = last.rstrip(",;:!?") if last[-1] != "." or _is_abbreviation(last, words[end:]) else last[:-1]
    who = " ".join([*taken[:-1], bare])
    end -= len(last) - len(bare)
    if not bare or not is_somebody(who):
        return None
    return shorten(who), end


def _is_abbreviation(word: str, rest: str) -> bool:
    """Whether a full stop ends no sentence: that of "Dr.", "Gen.", "J." before more words, of "U.S." and "Inc."."""
    if word[-1] != ".":
        return False
    return bool(re.search(r"(?:\.\w|\b(?:Inc|Corp|Ltd|Co|Jr|Sr))\.$", word)) or bool(re.match(r"\s+[\w]", rest))


def is_somebody(who: str) -> bool:
    """Tell whether words can name who speaks."""
    words = who.split()
    if not words or len(words) > _LONGEST + 2 or not who[0].isalnum():
        return False
    small = [word.casefold().rstrip(".,") for word in words]
    if len(words) == 1:
        return _may_stand_alone(words[0], small[0]) and not is_cut_wrong(who, words, small)
    if (
        is_cut_wrong(who, words, small)
        or is_said_of(words)
        or small[0] in _NOT_FIRST
        or small[0] in PRONOUNS - {"one"}
        or small[-1] in _NOT_LAST
    ):
        return False
    if (
        words[-1] in _OBJECTS
        or not _NEVER.isdisjoint(word for word in words if word.islower())
        or any(word.endswith(("n't", "n’t")) for word in small)
    ):
        return False
    if re.match(r"(?:he|she|they|it|we|i|you|that|there|here|who|what)[’']", small[0]) or re.search(
        r"[’']s?$", words[-1]
    ):
        return False
    if any(mark in who for mark in ";:!?“”«»") and not re.search(r"\w [“\"]\w", who):
        return False
    if small[0].endswith("ing") and words[1][0].islower() and small[0] not in ("king", "king’s", "beijing", "boeing"):
        return False
    if (
        len(words) == 2
        and small[0] in ("a", "an", "the", "one", "some", "new")
        and small[1] in ("new", "one", "man-made")
    ):
        return False
    if _tells_what_happened(words) or (words[-1].islower() and is_past_verb(words[-1]) and words[-1] not in _PEOPLE):
        return False
    return words[-1][0].isupper() or words[0][0].isupper() or _is_described(words, small)


def _may_stand_alone(word: str, small: str) -> bool:
    if small in PRONOUNS:
        return small not in _RELATIVES
    if (small.endswith(("'s", "’s")) and small[:-2] not in _POSSESSIVE_NAMES) or re.match(rf"(?:{DAY}|{MONTH})", word):
        return False
    if small in _NOT_FIRST or small in _NEVER or small in DETERMINERS or re.search(r"\d|n[’']t$|[’']$", small):
        return False
    if re.match(r"(?:he|she|they|it|we|i|you|that|there|here|who|what)[’']", small):
        return False
    return word[0].isupper() or small in _ALONE or small.endswith("s")


def _tells_what_happened(words: list[str]) -> bool:
    """Whether a verb in the past stands inside, or with its object first: "Rain fell overnight and officials"."""
    if is_past_verb(words[0]) and words[1].casefold() in DETERMINERS:
        return True
    for at, word in enumerate(words[1:-1], start=1):
        if word.islower() and is_past_verb(word):
            before = words[at - 1].casefold()
            if at > _FIRST_PAST and before not in DETERMINERS and not before.endswith("ly") and before != "of":
                return True
            if at == _FIRST_PAST and before not in DETERMINERS:
                return True
    return False


def _is_described(words: list[str], small: list[str]) -> bool:
    return (
        small[0] in DETERMINERS
        or small[-1] in _ALONE
        or small[-1].endswith("s")
        or any(word[0].isupper() for word in words)
    )


def subject_of(text: str) -> str | None:
    """Return the person whom a sentence names as its subject right at its start; None where none is told so."""
    body = text[: 2 * _SUBJECT_REACH]
    lead = 0
    while match := _find_leading(body, lead):
        lead = match.end()
    words = body[lead:].split()[:_LONGEST]
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        if word.endswith(",") and word[0].isupper():
            is_told = following in ("who", "a", "an", "the", "whose", "one") or following.rstrip(",").isdigit()
            return _named(" ".join([*words[:at], word[:-1]])) if is_told else None
        if word[-1] in ",;:.!?" and len(word) > 3:
            return None
        if word[0].isupper() and following.islower():
            next_one = words[at + 2] if at + 2 < len(words) else ""
            if following in speaker_words("adverbs") and word.casefold() not in PRONOUNS:  # "Roe also defended it"
                following, next_one = next_one, ""
            if _is_plural(following, next_one):
                return None
            if _is_predicate(following):
                return _named(" ".join(words[: at + 1]))
    return None


def _is_predicate(word: str) -> bool:
    return (
        word in _AUXILIARY or is_past_verb(word) or (word.endswith("s") and not word.endswith("ss") and len(word) > 4)
    )


def _is_plural(word: str, following: str) -> bool:
    """Whether a word that may be a verb is a noun with its own verb behind it: "Alaska communities have"."""
    is_verb = word in _AUXILIARY or word in speaker_words("states") or is_past_verb(word)
    return word.endswith("s") and not is_verb and (following in _AUXILIARY or is_past_verb(following))


def _named(who: str) -> str | None:
    is_placed = bool(_PLACED.search(who))  # "Roe’s team in August"
    return who if not is_placed and is_somebody(who) and who[0].isupper() and who.split()[-1][0].isupper() else None
