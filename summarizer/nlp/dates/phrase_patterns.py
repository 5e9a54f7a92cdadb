"""The pattern of relative date phrases and its words."""

from __future__ import annotations

import re

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary|\b\.?)|Feb(?:ruary|\b\.?)|Mar(?:ch|\b\.?)|Apr(?:il|\b\.?)|May|Jun(?:e|\b\.?)|Jul(?:y|\b\.?)"
    r"|Aug(?:ust|\b\.?)|Sep(?:tember|t?\b\.?)|Oct(?:ober|\b\.?)|Nov(?:ember|\b\.?)|Dec(?:ember|\b\.?))"
)
_LONG = r"(?:January|February|Ma(?:rch|y)|A(?:pril|ugust)|Ju(?:ne|ly)|(?:Septem|Octo|Novem|Decem)ber)\b"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR = r"(?:19|20)\d\d"
_NUMBERS = "a one two three four five six seven eight nine ten".split()
COUNTS = {name: max(number, 1) for number, name in enumerate(_NUMBERS)} | {"an": 1}
# Not the day itself: feasts and events named after one, papers, and what happens every week.
NO_DAY = re.compile(
    rf"\b(?:a|one|every|each|most|any|black|good|bloody|super|palm|ash|easter|holy|cyber|giving|fat|shrove|per"
    rf"|{_WEEKDAY.lower()}\s(?:to|through|or))\s$"
)
NO_DAY_AFTER = re.compile(
    r"\s(?:(?:Times|Telegraph|Mirror|Mail|Express|Post|Star|Herald|Night\sFootball|prayers)\b|(?:to|through|or)\s[A-Z]\w+day)"
)
PATTERN = re.compile(
    rf"(?P<iso>\b{_YEAR}-\d\d-\d\d\b)"
    rf"|(?P<date>(?:\b{_WEEKDAY},?\s)?(?:\b(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month1>{_MONTH})"
    rf"|\b(?P<month2>{_MONTH})\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)(?![\w–-]|[.,:]\d|\s?%|\sper\scent)(?:,?\s(?P<year1>{_YEAR})\b)?)"
    rf"|(?<![-\w])(?<!the\s)(?P<weekday>(?:(?P<which>(?:[Tt]his\s)?(?:past|coming)|[Ll]ast|[Nn]ext|[Tt]his)\s)?"
    rf"(?P<name>{_WEEKDAY})\b(?!-)(?:\s(?:morning|afternoon|evening|night)\b)?)"
    r"|(?<!the\s)(?<![\w-])(?P<unit>(?:(?P<edge>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate)\s)?"
    r"(?P<side>[Tt]his\spast|[Ll]ast|[Nn]ext|[Tt]his)\s(?P<kind>weekend|week|month|year))\b(?!-|\sof\b)"
    r"|\b(?:[Oo]ver|[Aa]t|[Dd]uring|[Oo]n|[Ff]or|of)\s(?P<weekend>the\s(?:past\s)?weekend)\b(?!\sof\b)"
    r"|(?P<ago>\b(?P<count>[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d{1,2})\s"
    r"(?P<units>day|week|month|year)s?\s(?P<way>ago|later|earlier))\b"
    r"|(?P<near>\b(?:[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]oday|[Tt]his\s(?:morning|afternoon|evening)))\b(?!['’]s|-)"
    r"|\b(?:(?P<bind>(?:[Ee]arlier|[Ll]ater)\sin|[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Tt]hrough|[Bb]y|[Ff]rom|[Dd]uring|of|[Ff]or)\s"
    r"(?:the\s(?:start|end)\sof\s)?)?"
    rf"(?P<month>(?:(?P<whose>[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate|[Mm]id)[\s-])?(?P<named>{_LONG})(?:,?\s(?:of\s)?(?P<year2>{_YEAR})\b)?)"
    r"(?!\s?\d|['’]s\s[A-Z])"
    rf"|\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Ff]rom|[Ee]arly|[Ll]ate|[Mm]id)[\s-](?P<year>{_YEAR})\b(?![-–/,.]?\d|\s?%)"
)  # fmt: skip
# One of these stands in every sentence that the pattern can match in: looking for them costs a hundredth of it.
HINTS = ("day", "week", "month", "year", "night", "morrow", "morning", "noon", "evening")
NAMES = ("19", "20", *map(str.title, MONTHS))
NAME = re.compile(rf"\b(?:{_LONG}|{_WEEKDAY}\b)", re.IGNORECASE)
