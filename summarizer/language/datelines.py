"""Datelines: where, when and by which wire a report was filed ("BEIJING, June 19 (AP) —")."""

from __future__ import annotations

import re

_PLACE = r"(?:[A-Z][A-Za-z.’'-]{1,40}(?:[ /][A-Z][A-Za-z.’'-]{1,40}){0,3}|[A-Z][A-Z.’' /-]{2,40})"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_QUOTES = '“"«„'
_LONGEST = 500  # characters; all that may stand in one takes less
_IN_FULL = r"\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,12}\s(?:de\s)?(?:19|20)\d\d"  # in whatever language
_DATELINE = re.compile(
    rf"^(?P<place>{_PLACE})(?:,\s*+(?P<region>(?!{_MONTH})[A-Z][\w. ]{{1,25}}?))?(?:\s*+\[[^\]]{{2,30}}\])?"
    rf"(?:,?\s*+(?P<day>{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?|\d{{1,2}}\s{_MONTH}(?:,?\s\d{{4}})?|{_IN_FULL}))?"
    rf"\s*+(?:\((?P<credit>[A-Z][\w ./&-]{{1,40}}|dpa)\)|(?P<open>))\s*+\.?\s*+"
    rf"(?:(?P<dash>[—–:]|--|-(?=\s)|(?<=[\s)])-)\s*+(?=[\S])|(?<=\) )(?=[A-Z“\"])|(?<=\d\d\d\d\. )(?=\S))"
)
# "Tokyo (CNN) Seven …": these need neither dash nor capitals.
_WIRES = frozenset("AFP AP BBC CBS CNN NPR Reuters REUTERS UPI".split())
# "PARIS An Algerian man …", "NEWTOWN, Conn. Parents …": capitals before what opens a sentence, or with a region.
_UNMARKED = re.compile(
    r"(?!(?:BREAKING|CLOSE|CORRECTION|DEVELOPING|EXCLUSIVE|JUST|LIVE|PHOTOS?|THIS|UPDATED?|VIDEO|WATCH)\b)"
    r"(?P<place>[A-Z]{4,20}(?: [A-Z]{2,20}){0,2})(?:, (?P<region>[A-Z][a-z]{2,5}\.))? (?P<day>(?!))?(?P<credit>(?!))?"
    r"(?:(?=(?:The|An?|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Dozens|Hundreds|Thousands|At least"
    r"|More than) \w*[a-z])|(?<=\. )(?=[A-Z][a-z]))"
)


def match_dateline(line: str) -> re.Match[str] | None:
    """Find a dateline at the start of a line: a place with a credit, a day or capitals, and mostly a dash or colon."""
    match = _DATELINE.match(line, 0, _LONGEST)
    if not match:
        return _UNMARKED.match(line)
    if not match["dash"]:  # "FORT WAYNE, Ind. (WANE) The …", "Kalmora, 4 March 2024. The …"
        is_filed = match["credit"] in _WIRES or (match["place"].isupper() and match["credit"].isupper())
        return match if match["day"] or is_filed else None
    shouted = match["place"].isupper() and (match["region"] or not line[match.end() : match.end() + 40].isupper())
    if match["dash"] == ":" and line[match.end()] in _QUOTES and not (match["credit"] or match["day"]):
        return None  # "LENA FOX, SHOP OWNER: “My trade …"
    dated = match["day"] and match["dash"] != ":"
    return match if match["credit"] or shouted or dated else None
