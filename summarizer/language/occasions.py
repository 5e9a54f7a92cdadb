"""When, by what means and to whom something was said: no part of a name, nothing of what was said."""

from __future__ import annotations

import re

DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_PART_OF_DAY = r"(?:morning|afternoon|evening|night)"
_TELLING = (
    r"(?:statement|interview|letter|e-?mail|report|tweet|post|blog post|speech|memo|message|(?:news|press) conference"
    r"|(?:press )?briefing|(?:news|press) release|hearing|filing|article|video|phone call|address|telegram|testimony)"
)
# When, or by what means, something was said: no part of a name, and nothing of what was said.
WHEN = (
    rf"(?:(?:earlier|later|late|early)\s)?(?:on\s)?(?:last\s|this\s)?{DAY}(?:\s{_PART_OF_DAY})?(?:,?\s{MONTH}\s\d{{1,2}})?"
    rf"|(?:(?:earlier|later|late|early)\s)?(?:on|in)\s{MONTH}(?:\s\d{{1,2}})?(?:,?\s\d{{4}})?"
    r"|in\s(?:early\s|late\s)?\d{4}"
    r"|(?:earlier|later)\s(?:this|that|last|the\ssame|in\sthe)\s(?:week|month|year|day|morning|afternoon|evening)"
    rf"|(?:last|this|that|yesterday)\s(?:week|month|year|summer|winter|spring|autumn|fall|{_PART_OF_DAY})"
    r"|yesterday|today|tonight|tomorrow"
)
MEANS = (
    rf"(?:in|at|during|via|through)\s(?:(?:an?|the|his|her|its|their|another|one)\s)?(?:[\w’'-]+\s){{0,3}}?{_TELLING}\b"
)
_NAMES = r"(?:(?:the|The)\s)?[A-Z][\w.’'-]*(?:\s(?:of\s(?:the\s)?)?[A-Z][\w.’'-]*){0,4}"
_HEARERS = (
    r"(?:reporters|journalists|lawmakers|parliament|congress|investigators|officers|detectives|police|viewers|supporters"
    r"|jurors|us|me|him|her|them|fans|followers"
    r"|(?:the|a)\s(?:court|inquiry|jury|judge|crowd|audience|committee|council|board|panel|newspaper|paper|station|channel"
    r"|magazine|website|agency|broadcaster|(?:news|press)\s(?:conference|agency|briefing)|state\s(?:television|tv|media))"
    r"|state\s(?:television|tv|media|radio)|(?:local\s)?(?:media|outlets))\b"
)
_FAMOUS = (
    r"(?:Reuters|AFP|AP|CNN|BBC|NPR|NBC|CBS|ABC|Sky|Fox|LiveScience|the\s(?:BBC|AP|Associated\sPress|Guardian|Telegraph"
    r"|Daily\sMail|(?:New\sYork|Los\sAngeles)\sTimes|Washington\sPost|Wall\sStreet\sJournal)|The\s(?:Associated\sPress"
    r"|Guardian|New\sYork\sTimes|Washington\sPost|Wall\sStreet\sJournal))(?:\s(?:News|Sport|TV|Radio))?"
)
_OVER = r"(?=\s*(?:$|[.,;:“”\"‘']|that\b))"
_HEARER = (
    rf"(?:{_HEARERS}|(?-i:{_FAMOUS})(?![\w’'-])(?!\s(?-i:[A-Z]))"
    rf"|(?-i:{_NAMES}){_OVER}|(?-i:{_NAMES})(?=\s(?:on\s)?{WHEN}{_OVER}))"
)
_BY = (
    r"\s(?:by\s(?:tele)?phone|on\s(?:(?:his|her|its|their)\s)?(?:Twitter|Facebook|Instagram|television|TV|radio"
    r"|social media|website)|via\s(?:e-?mail|text|Skype))"
)
_TO = rf"(?:\s(?:to|with|by|from)\s(?:{_HEARERS}|(?-i:{_FAMOUS})|(?-i:{_NAMES}){_OVER}))?"
_OCCASION = rf"\s(?:{WHEN})\b(?!\s(?:was|were|is|are|will|would|had|has|and|or)\b|[’'])|\s{MEANS}{_TO}|{_BY}"
_TO_SOMEBODY = re.compile(rf"\s(?P<to>to\s)?{_HEARER}", re.IGNORECASE)
_OCCASIONS = re.compile(rf"(?:{_OCCASION}){{0,3}}", re.IGNORECASE)
HEARING = frozenset("warned warns cautioned assured reminded warn told tells asked".split())


_FIRST_WORD = re.compile(r"\s([^\W\d_]+)")
_FIRST_WORDS = frozenset(
    "to earlier later late early on last this that in at during via through by yesterday today tonight tomorrow"
    " monday tuesday wednesday thursday friday saturday sunday".split()
)


def length_of_occasion(verb: str, words: str) -> int:
    """How far the words after a verb only tell who was told, when, and by what means."""
    first = _FIRST_WORD.match(words)  # tells mostly that there is nothing of the kind
    if first is None or (verb not in HEARING and first[1].casefold() not in _FIRST_WORDS):
        return 0
    hearer = _TO_SOMEBODY.match(words)
    end = hearer.end() if hearer and (hearer["to"] or verb in HEARING) else 0
    match = _OCCASIONS.match(words, end)
    end = match.end() if match else end
    return end - (end == len(words) and words.endswith("."))
