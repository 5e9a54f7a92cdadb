"""What a page says beside its story, told by one sentence: captions, and calls to the reader."""

from __future__ import annotations

import re

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_PICTURE = r"(?:photo|photograph|image|picture)"

# Before each pattern stand the words, in small letters, of which one is in every sentence that it can match.
_CAPTIONS = (
    (
        ("photo", "image", "picture"),
        rf"^(?:\([^)]*\) )?in (?:this\b[^;]{{0,40}}?|(?:an? )?(?:undated|handout) (?:\w+ ){{0,2}})\b{_PICTURE}\b"
        rf"|\bfile {_PICTURE}\b|\bthis (?:\w+ ){{0,4}}{_PICTURE} (?:released|provided|taken|made)\b"
        rf"|^(?:an?|the) (?:\w+ )?{_PICTURE} (?:of|from|by)\b(?!.*\b(?:was|were|has|had|have|is|are|will|\w+ed)\b)"
        r"|^(?:enlarge|buy) (?:this )?(?:image|photo)\b|^photo(?:graph)?s? (?:by|from|of)\b",
    ),
    (
        ("left,", "right,", "center,", "centre,", "foreground,"),
        r", (?:(?:second |third )?from (?:left|right)|left|right|cent(?:er|re)|foreground|far (?:left|right)),",
    ),
    (("caption",), r"^(?:image |media |photo |toggle |hide )?caption\b|\b(?:hide|toggle) caption\b"),
)
_DATED = re.compile(rf"\b{_WEEKDAY},? {_MONTH} \d{{1,2}}, (?:19|20)\d\d\b[^.]{{0,40}}\.{{1,4}}$")
_SHOWN = re.compile(
    rf"\b(?:is|are) (?:seen|pictured|shown)\b.*\b{_MONTH} \d{{1,2}}, (?:19|20)\d\d\b[^.]{{0,40}}\.{{1,4}}$"
)
_SHOWING = re.compile(
    r"\b(?:attends?|speaks?|poses?|looks?|walks?|stands?|sits?|holds?|arrives?|waves?|gestures?|listens?|leaves?|smiles?"
    r"|talks?|watch(?:es)?|reacts?|gathers?|wears?|uses?|carr(?:y|ies)|protests?"
    r"|march(?:es)?|lies?|rides?|plays?|waits?|works?|celebrates?|performs?|hugs?|kiss(?:es)?|prepares?)\b"
)
_CALLS = (
    (("click", "tap"), r"\bclick here\b|^(?:please )?(?:click|tap) (?:here|on|through)\b"),
    (("javascript",), r"\bjavascript\b"),
    (
        ("thank",),
        r"^(?:thanks|thank you)(?: (?:very|so) much)? for (?:subscribing|registering|signing|reading|joining|watching"
        r"|visiting|your (?:support|interest|order|feedback|patience))\b",
    ),
    (
        ("newsletter",),
        r"^(?:sign up|subscribe|view all|get|receive|manage)\b.*\bnewsletter|\breceive\b.*\bnewsletters?\b",
    ),
    (
        ("subscri", "opt-out", "opt out"),
        r"^(?:to |please )?subscribe (?:to|now|here|today)\b|\byou can unsubscribe\b|\byou (?:may|can) opt[- ]out\b"
        r"|^subscriptions (?:are|cost|start)\b",
    ),
    (("you agree",), r"\bby (?:signing up|subscribing|clicking|continuing|using)\b.*\byou agree\b"),
    (("check out", "tune in", "stay tuned"), r"^(?:be sure to )?(?:check out|tune in|stay tuned)\b"),
    (
        ("send us", "e-mail us", "email us", "tell us", "follow us", "join us", "write to us"),
        r"^(?:please )?(?:send|e-?mail|tell|follow|join|write to) us\b",
    ),
    (
        ("watch", "listen", "see ", "read "),
        r"^(?:watch|listen to|see|read) (?:the|our|my|a|an|all|more|below|it|how|what)\b[^.]*\b(?:above|below|here"
        r"|video|clip|slideshow|gallery|weeknights?|trailer)\b|^(?:read|see) more\b|^watch (?:my|below|live)\b",
    ),
    (("author",), r"^the author (?:has no|does not (?:own|hold)|owns|holds|did not receive)\b"),
    (("http://", "https://", "www.", "pic.twitter"), r"https?://|\bwww\.\w|\bpic\.twitter\.com"),
    (("error", "try again"), r"^an error (?:has )?occurred\b|^please try again\b"),
    (
        ("has the", "has more", "has details"),
        r"\bhas (?:the (?:latest|details|story)|more|details) (?:on|about|from|in)\b",
    ),
    (("skip in", "copy this code"), r"\bskip in skip\b|\bcopy this code\b"),
    (("contributed to", "reported from"), r"\bcontributed to this (?:report|story|article)\b"),
)


def is_caption(text: str) -> bool:
    """Tell whether a sentence says what a picture shows rather than what happened."""
    small = text.lower()
    if _meets(small, _CAPTIONS):
        return True
    if "day" in text and _DATED.search(text) and _SHOWING.search(text):
        return True
    return (" is " in text or " are " in text) and bool(_SHOWN.search(text))


def is_call(text: str) -> bool:
    """Tell whether a sentence speaks to the reader of the page about the page: subscribe, click, watch."""
    return _meets(text.lower(), _CALLS)


def _meets(small: str, patterns: tuple[tuple[tuple[str, ...], str], ...]) -> bool:
    for words, pattern in patterns:
        for word in words:
            if word in small:
                if re.search(pattern, small):
                    return True
                break
    return False
