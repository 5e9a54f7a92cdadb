"""Headlines without what is not theirs: labels of desks, names of sites, capitals throughout."""

from __future__ import annotations

import re

from summarizer.nlp.sentences.quality import has_flaw
from summarizer.nlp.tokens import is_in_capitals

_FEWEST, _MOST = 4, 24  # words of a headline; longer ones are lines of text
_LONGEST = 1_000  # letters of a title with all that stands before and behind it
_UNSPACED = 12  # letters from which a text without a space is in a script that sets none, or garble

# What desks put before a headline: "LEAD 3:", "UPDATE 2-", "2nd LEAD:", "BREAKING NEWS:".
_DESK = (
    r"(?:\d+(?:st|nd|rd|th)\s)?(?:LEAD|UPDATE|WRAPUP|REFILE|RPT|CORRECTED|ADDS|URGENT|ROUNDUP|BREAKING|EXCLUSIVE|WATCH"
    r"|VIDEO|PHOTOS?|LIVE|JUST IN|NEWS|FLASH|SNAP|TOP NEWS|FACTBOX|TIMELINE)(?:\sNEWS|\sUPDATES?)?(?:\s\d+)?\s?[:–—|-]+"
)
# The same in small letters, a date in figures, and marks of lists.
_LABEL = re.compile(
    rf"^(?:{_DESK}"
    r"|(?:Live(?:\supdates?)?|Breaking(?:\snews)?|Watch|Video|Photos?|Exclusive|Updated?|Just in)\s?[:|–—]"
    r"|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}\b:?|[#►▶•|>*]+)\s*"
)
_TRAILER = re.compile(
    r"(?<!\s)\s*+(?:[:|–—-]\s*+(?:live(?:\supdates?)?|video|photos?|as it happened|in pictures)"
    r"|[(\[](?:video|photos?|updated?|live|pics?|watch)[)\]])\s*+$",
    re.IGNORECASE,
)
# A site's name behind a mark, in capitals or as an address; what stands before it must be a headline yet.
_SITE = re.compile(
    r"(?<!\s)\s++(?:[|»·•]|[-–—])\s++(?:[Tt]he\s)?(?:[A-Z][\w.&’'-]*|[\w-]+\.(?:com|org|net|co\.\w+|az|tv|news))"
    r"(?:\s(?:[A-Z&][\w.&’'-]*|of|and|the))*$"
)
_PIPED = re.compile(r"(?<!\s)\s++[|»]\s.*", re.DOTALL)
_NO_HEADLINE = re.compile(
    r"https?://|www\.|\w\.(?:txt|html?|pdf|docx?|xml|json|md)\b|_|[{}<>\\�]|\.\.\.$|…$|\?\?"
    r"|^(?:From Wikipedia|Untitled|Home ?page|Page \d|Error \d|404\b|Story highlights|Subscribe\b|Sign (?:in|up)\b"
    r"|Read more\b|Share this)",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\b(?:I|[Yy]ou|[Yy]our|[Mm]y|[Ww]e|[Oo]ur|us|me)\b")
_BARE_NUMBER = re.compile(r"(?<=, )\d+ (?:(?:north|south)(?:west|east)?|east|west) of\b")  # of what is not told
_GARBLED = tuple(
    "doubled word|glued words|damaged characters|markup|orphan opening|unbalanced quotation|question".split("|")
)
_HALF = re.compile(r"\b(?:is|are|was|were)\s(?:\w+ly|not|the|a)$")  # "The park is absolutely"
_UNFINISHED = frozenset("a an the of to and or but nor that than at by from with as".split())
_EXPLAINS = re.compile(
    r"^(?:Why|How|What|Who|When|Where|Which|Inside|Here['’]s|Meet|Watch|\d+ (?:things|ways|reasons))\b"
)


def explains(headline: str) -> bool:
    """Tell whether an English headline explains rather than tells: "Why the earthquake was so deadly"."""
    return bool(_EXPLAINS.match(headline))


def clean_headline(title: str, language: str) -> str | None:
    """Free a report's title of what is not its own; None where nothing is left that could head a briefing.

    Labels of desks ("LEAD 3:"), sites behind a mark, "Live updates" and the like go. What shouts in capitals, breaks
    off, is the name of a file or a part of a site, doubles or glues words, or asks something is no headline.

    Args:
        title: A title as the report has it.
        language: Code of its language.
    """
    text = " ".join(title.split())
    if len(text) > _LONGEST:
        return None
    before = ""
    while text != before:
        before = text
        text = _TRAILER.sub("", _LABEL.sub("", text)).strip(" |–—-:")
        for suffix in (_PIPED, _SITE):
            bare = suffix.sub("", text)
            text = bare if len(bare.split()) >= _FEWEST else text
    words = text.split()
    is_spaced = len(words) > 1 or len(text) < _UNSPACED
    if not words or (is_spaced and not _FEWEST <= len(words) <= _MOST):
        return None
    if _NO_HEADLINE.search(text) or text.endswith("?") or is_in_capitals(text) or text[0].islower():
        return None
    if (
        _HALF.search(text)
        or _ADDRESSED.search(text)
        or _BARE_NUMBER.search(text)
        or words[-1].casefold().strip(".,;:") in _UNFINISHED
    ):
        return None
    if has_flaw(f"{text.rstrip('.')}.", _GARBLED, language):
        return None
    return text.rstrip(".") if text.count(".") == 1 else text
