"""The named cleaning rules: each is one function, and its name is the reason shown to people."""

from __future__ import annotations

import re
from collections.abc import Callable

from summarizer.cleaning.lines import Line
from summarizer.cleaning.phrases import CASED, MENU, NAME, PHRASES, SOCIAL
from summarizer.nlp.dates.publication_lines import find_stamps
from summarizer.nlp.sentences.page_remarks import index_phrases, meets_phrase

# What says that a sponsor's message follows, whatever it says.
_MESSAGE = re.compile(
    r"\W{0,3}(?:(?:an?|this|today['’]s) )?"
    r"(?:(?:special )?(?:message|word|note)s? from (?:our|the|today['’]s|this week['’]s)"
    r" (?:sponsor|partner|advertiser|supporter)s?"
    r"|sponsor(?:ed|['’]s)? (?:message|post|story)|(?:our|today['’]s|this week['’]s) sponsors?"
    r"|(?:paid|partner|promoted) (?:message|partnership))\W{0,3}$",
    re.IGNORECASE,
)
# A label where a page shows an advertisement, or names who pays for it: mostly the story goes on right below.
_BARE = re.compile(
    r"\W{0,3}(?:advertise?ments?|adverts?|ads?|sponsored(?: content)?|promoted(?: content| post)?|promotion"
    r"|paid (?:content|post)|partner content"
    r"|(?:presented|sponsored|brought to you|supported|powered) by\b(?P<by>.{0,60}?)"
    r"|in partnership with\b(?P<with>.{0,60}?))\W{0,3}$",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\b(?:you|your|yours)\b")
_URGES = re.compile(
    r"(?:^|[.:;!?–—-]\s)(?:book|buy|order|shop|subscribe|download|register|apply|switch|upgrade|claim|call|visit|try|discover"
    r"|enjoy|save|win|get|join|start|sign up|treat|explore|find|compare|choose|learn|hurry|sail|fly|relax|protect)\b"
)
_OFFERS = re.compile(
    r"\d\s?(?:%|per\s?cent) off\b|\bsave (?:up to )?(?:[$€£]\s?)?\d|\bspecial offers?\b|\bpromo(?:tional)? code\b"
    r"|\b(?:book|buy|order|shop|call|apply|register|subscribe|enroll?|start|try it) (?:now|today|online|here)\b"
    r"|\bfree (?:trial|delivery|shipping|quote|gift|sample|consultation|returns)\b|\bmoney[- ]back\b"
    r"|\blimited[- ](?:time|edition|offer)\b|\bdiscounts?\b|\b(?:from|for) (?:just|only) [$€£]?\d"
    r"|\bstarting (?:at|from) [$€£]\s?\d|\bterms (?:and conditions )?apply\b|\btoday only\b|\bclick here\b|\bwww\."
    r"|\bwhile (?:stocks?|supplies) lasts?\b"
)
_LONGEST = 16  # words of a label
_TOLD = re.compile(r"[“”\"]|\b(?:said|says|told|according to)\b")
_NAME = re.compile(r"[A-Z][\w’'&-]+")


class Adverts:
    """Follows a report line by line, and tells which are labels of advertisements, or of what such a label opens.

    The first line below a sponsor's message is of it. Below a bare label, or one that tells who pays, it is only where
    it surely sells something or names who pays. More lines follow as long as they sell, or address the reader.
    """

    def __init__(self) -> None:
        self._is_open = self._is_first = self._is_message = False
        self._payer: frozenset[str] = frozenset()

    def holds(self, line: Line) -> bool:
        """Tell whether the next line of the report is a label, or part of an advertisement."""
        if line.words <= _LONGEST and self._opens(line.text):
            return True
        self._is_open = self._is_open and line.ended and self._goes_on(line)
        self._is_first = False
        return self._is_open

    def _opens(self, text: str) -> bool:
        message = _MESSAGE.match(text)
        bare = None if message else _BARE.match(text)
        if not (message or bare):
            return False
        self._is_open = self._is_first = True
        self._is_message = message is not None
        self._payer = frozenset(_NAME.findall(bare["by"] or bare["with"] or "")) if bare else frozenset()
        return True

    def _goes_on(self, line: Line) -> bool:
        if self._is_first:
            return self._is_message or sells(line) or not self._payer.isdisjoint(_NAME.findall(line.text))
        return sells(line) or bool(_ADDRESSED.search(line.small))


def sells(line: Line) -> bool:
    """Tell whether a line offers something to its reader: of urging, an offer and an address it holds two at least."""
    if _TOLD.search(line.small):
        return False
    return sum(bool(pattern.search(line.small)) for pattern in (_URGES, _OFFERS, _ADDRESSED)) > 1


Rule = Callable[[Line], bool]


def _says(rule: str) -> Rule:
    """A rule that goes by phrases."""
    most, patterns = PHRASES[rule]
    small, cased = (
        index_phrases((words.split(" | "), pattern) for words, pattern in own)
        for own in (patterns, CASED.get(rule, ()))
    )
    if not cased:
        return lambda line: line.words <= most and meets_phrase(line.small, small)
    return lambda line: line.words <= most and (meets_phrase(line.small, small) or meets_phrase(line.text, cased))


def _all_in(vocabulary: frozenset[str]) -> Rule:
    def is_made_of(line: Line) -> bool:
        if line.words > 12 or line.ended:
            return False
        words = [word.strip(".,:;!?|/•·-–—").casefold() for word in line.text.split()]
        return all(word in vocabulary or not word for word in words)

    return is_made_of


_is_menu = _all_in(MENU)
_LETTERS = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_STRANGE = re.compile(r"[^\W\d_A-Za-zÀ-ɏḀ-ỿ]")


def _is_foreign(line: Line) -> bool:
    """Letters of another script than Latin in the majority, in a line of a report that is in Latin letters."""
    if line.text.isascii() or not _STRANGE.search(line.text):
        return False
    return 2 * len(_LATIN.findall(line.text)) < len(_LETTERS.findall(line.text))


def _is_date_line(line: Line) -> bool:
    found = find_stamps(line.text) if line.words <= 14 else []
    if not found:
        return False
    rest = line.text.replace(found[0].phrase, " ")
    return len(re.findall(r"[^\W\d_]{2,}", rest)) <= (2 if line.ended else 6)


_BYLINE = re.compile(
    rf"\W{{0,3}}(?:(?:updated|written|reported|posted|published|story|words|text|edited) )?by:? (?:the )?{NAME}",
    re.IGNORECASE,
)
_JOB = r"(?:reporter|correspondent|journalist|columnist|editor|staff writer|freelance writer|contributor)"
_PERSON = rf"{NAME}(?: {NAME}){{1,3}}"
_CREDIT = re.compile(
    rf"{_PERSON},(?: [\w.’'-]{{1,30}}){{0,6}} {_JOB}"
    rf"|{_PERSON} is (?:an?|the) (?:[\w-]{{1,30}} ){{0,5}}{_JOB}\b.{{0,60}}"
)


def _is_byline(line: Line) -> bool:
    """Bylines and notes on authors: "By Jane Doe", "Jane Doe, staff writer", "Jane Doe is a reporter in Accra."."""
    if line.words > 20:
        return False
    if _CREDIT.fullmatch(line.text):
        return True
    is_sentence = line.ended and not re.search(r"@|\bstaff\b", line.text)
    return line.words <= 14 and not is_sentence and bool(_BYLINE.match(line.text))


# What ends a post: a dash, a name, a handle and a day; or "A post shared by" somebody "on" a day "at" an hour.
_POST_END = re.compile(
    r"[-—–] ?[^—–@]{1,60}\(@\w{1,30}\),? [A-Z][a-z]{2,9}\.? \d{1,2}, \d{4}$"
    r"|\bA (?:post|photo|video) (?:shared|posted) by .{1,80} on [A-Z][a-z]{2} \d{1,2}, \d{4}"
    r" at \d{1,2}:\d\d ?[ap]m [A-Z]{3}$"
)
_LONGEST_POST = 80  # words


def _is_post(line: Line) -> bool:
    """Posts put into a page: their writers do not say what the report says, and their handles tell."""
    return line.words <= _LONGEST_POST and "@" in line.text and bool(_POST_END.search(line.text[-200:]))


def _is_chain(line: Line) -> bool:
    """Breadcrumbs and tag lists: short parts between separators."""
    if line.ended:
        return False
    parts = [part.strip() for part in re.split(r"\s[|»›>/·•]\s|\s{3,}", line.text)]
    if len(parts) < 3:
        return False
    return all(len(part.split()) <= 4 for part in parts) or parts[0].casefold() in ("home", "start", "news")


RULES: dict[str, Rule] = {
    "shortcode": lambda line: bool(re.fullmatch(r"(?:\[/?[a-z][\w-]*(?:[ =][^\]]*)?\]\s*)+|\{\{.*\}\}", line.text)),
    "bare URL": lambda line: bool(re.match(r"(?:https?://|www\.)\S+", line.text)) and line.words <= 30,
    "date line": _is_date_line,
    "foreign interface text": _is_foreign,
    "share bar": _all_in(SOCIAL),
    "menu": lambda line: _is_menu(line) or _is_chain(line),
    "call to share or follow": _says("call to share or follow"),
    "subscription": _says("subscription"),
    "licence notice": _says("licence notice"),
    "syndication notice": _says("syndication notice"),
    "read also": _says("read also"),
    "reader comments": _says("reader comments"),
    "archive notice": _says("archive notice"),
    "embedded post": _is_post,
    "cookie notice": _says("cookie notice"),
    "advertisement": _says("advertisement"),
    "view counter": _says("view counter"),
    "byline": _is_byline,
    "contact line": _says("contact line"),
    "agency tail": _says("agency tail"),
    "photo credit": _says("photo credit"),
    "photo gallery": _says("photo gallery"),
    "interface text": _says("interface text"),
}

END_OF_STORY = re.compile(r"^(?:leave|post|add|write) (?:a|your) (?:reply|comment)\b", re.IGNORECASE)
