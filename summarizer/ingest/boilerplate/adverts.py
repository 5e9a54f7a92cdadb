"""What pays for a page: the labels over advertisements and sponsors' messages, and how such texts speak."""

from __future__ import annotations

import re

from summarizer.ingest.boilerplate.lines import Line

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
