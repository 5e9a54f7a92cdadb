"""Sentences that belong to the page and not to the story: captions, calls to the reader, remarks of the writer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from summarizer.languages.language import load_table
from summarizer.nlp.sentences.verbs import holds_verb
from summarizer.nlp.speakers.attribution import find_attribution

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_PICTURE = r"(?:photo|photograph|image|picture)"

# Before each pattern stand the words, in small letters, of which one is in every sentence that it can match. Patterns
# are compiled when first needed: few reports need one.
_CAPTIONS = (
    (
        ("photo", "image", "picture", "screenshot"),
        rf"^(?:\([^)]*\) )?in (?:this\b[^;]{{0,40}}?|(?:an? )?(?:undated|handout) (?:\w+ ){{0,2}})\b{_PICTURE}\b"
        rf"|\bfile {_PICTURE}\b|\bthis (?:\w+ ){{0,4}}{_PICTURE} (?:released|provided|taken|made)\b"
        rf"|^(?:an?|the) (?:\w+ )?{_PICTURE} (?:of|from|by)\b(?!.*\b(?:was|were|has|had|have|is|are|will|\w+ed)\b)"
        r"|^(?:enlarge|buy) (?:this )?(?:image|photo)\b"
        r"|^(?:photo(?:graph)?s? (?:by|from|of)|(?:photo|image|picture|screenshot)s? (?:by|from|of|via|courtesy))\b"
        r"(?!.*\b(?:was|were|has|had|have|is|are|will|shows?)\b)",
    ),
    (
        ("left,", "right,", "center,", "centre,", "foreground,", "front,"),
        r", (?:(?:second |third )?from (?:left|right)|left|right|cent(?:er|re)|foreground|front|far (?:left|right)),",
    ),
    (
        ("here", "above", "below"),
        r"\b(?:video|photo|picture|chart|map|graphic|image|clip|gallery|slideshow)s?"
        r" (?:(?:shown|seen|embedded|posted) )?(?:here|above|below)\b",
    ),
    (("(l)", "(r)", "(c)"), r"\((?:l|c)\)(?= )|\(r\) (?:and|with)\b|, \(r\),"),
    (
        ("scene of", "view of"),
        r"^(?:the|an?) (?:[a-z-]+ )?(?:scene|view) of\b(?!.*\b(?:is|are|was|were|has|had|have|will)\b)",
    ),
    ((":",), r"\(\d{1,2}:\d\d\) [a-z]"),
    (("autoplay",), r"\bfull ?screen autoplay\b"),
    (("caption",), r"^(?:image |media |photo |toggle |hide )?caption\b|\b(?:hide|toggle) caption\b"),
)
_DATED = rf"\b{_WEEKDAY},? {_MONTH} \d{{1,2}}, (?:19|20)\d\d\b[^.]{{0,40}}\.{{1,4}}$"
_DAY_AND_YEAR = re.compile(rf"\b{_MONTH} \d{{1,2}}, (?:19|20)\d\d\b")
_DAYS_END = re.compile(rf"(?:,| on) {_MONTH} \d{{1,2}}, (?:19|20)\d\d\.$")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|had|have|will|would|said|says|told|did|does|do|can|could|may|might|[a-z]{2,20}ed)\b"
)
_SHOWING_MANY = re.compile(
    r"\b(?:take|attend|speak|pose|look|walk|stand|sit|hold|arrive|wave|gesture|listen|leave|smile|gather|wear|carry|protest"
    r"|greet|shake|enter|pray|cheer|march|ride|wait|work|celebrate|perform|hug|search|inspect|carry|line|watch)\b"
)
_SHOWN = rf"^(?>.*?\b(?:is|are) (?:seen|pictured|shown)\b).*\b{_MONTH} \d{{1,2}}, (?:19|20)\d\d\b[^.]{{0,40}}\.{{1,4}}$"
_SHOWING = (
    r"\b(?:attends?|speaks?|poses?|looks?|walks?|stands?|sits?|holds?|arrives?|waves?|gestures?|listens?|leaves?|smiles?"
    r"|talks?|watch(?:es)?|reacts?|gathers?|wears?|uses?|carr(?:y|ies)|protests?"
    r"|fl(?:y|ies)|greets?|shakes?|meets?|embraces?|enters?|addresses?|prays?|cheers?|visits?|tours?|receives?"
    r"|march(?:es)?|lies?|rides?|plays?|waits?|works?|celebrates?|performs?|hugs?|kiss(?:es)?|prepares?)\b"
)
_RULES = "-–—*=_•·#> "  # what pages set before a call: "--------- Sign up for alerts"
# What opens a call; a sentence that opens otherwise need not be searched.
_OPENERS = (
    "click", "tap ", "please ", "try again", "thank", "sign up", "subscri", "to subscribe", "view all", "check out",
    "be sure", "tune in", "stay tuned", "send us", "e-mail us", "email us", "tell us", "follow us", "join us",
    "write to us", "watch ", "listen to", "see ", "read ", "the author ", "an error ", "get ", "manage ", "for more ",
    "here", "below ", "above ", "follow ", "stay ", "original ", "view ", "download ", "story ", "q.", "q:", "a.", "a:",
    "mpaa ", "rated ", "with:", "starring:", "cast:", "co-producer", "running time",
    "anyone ", "for the record", "update", "correction", "clarification", "editor", "note",
)  # fmt: skip
_OPENER = max(map(len, _OPENERS))
_OPENING = (
    r"^(?:(?:please )?(?:(?:click|tap) (?:here|on|through)|try again|(?:send|e-?mail|tell|follow|join|write to) us)\b"
    r"|(?:thanks|thank you)(?: (?:very|so) much)? for (?:subscribing|registering|signing|reading|joining|watching"
    r"|visiting|your (?:support|interest|order|feedback|patience))\b"
    r"|(?:to |please )?subscribe (?:to|now|here|today)\b|subscriptions (?:are|cost|start)\b"
    r"|(?:sign up|subscribe|view all|get(?= )|manage(?= ))\b.*\bnewsletter"
    r"|(?:be sure to )?(?:check out|tune in|stay tuned)\b|stay (?:in the know|informed|connected|up to date|updated)\b"
    r"|original (?:article|story|post) (?:on|at|from)\b|(?:see|view|download|read) [^.]{0,80} here\.$"
    r"|[qa][.:] (?=[a-z])|mpaa rating\b|rated (?:pg|r)\b|running time:|(?:with|starring|cast): |co-producers?,"
    r"|for the record\W*$"
    r"|anyone (?:with|who has) (?:any )?(?:\w+ )?information\b.*\b(?:contact|call|asked to|urged to)\b"
    r"|(?:watch|listen to|see|read) (?:the|our|my|a|an|all|more|below|it|how|what)\b[^.]*\b(?:above|below|here|video"
    r"|clip|slideshow|gallery|weeknights?|trailer)\b|(?:read|see) more\b|watch (?:my|below|live)\b"
    r"|please (?:continue|keep|visit|contact|feel free|let us|note that)\b"
    r"|the author (?:has no|does not (?:own|hold)|owns|holds|did not receive)\b|an error (?:has )?occurred\b"
    r"|(?:here['’]s|(?:here|below|above) (?:is|are))\b[^:]*$"
    r"|follow (?:him|her|them|me|@\w+|[^.]{1,60}\b(?:on|at) (?:twitter|facebook|instagram))\b"
    r"|(?:update|correction|clarification|editor['’]s note|note)\b[^:.]{0,40}:"
    r"|for more [^.,]{0,80}, (?:join|subscribe|sign up|visit|click|follow|check)\b"
    r"|for more (?:(?:information|details|news) )?(?:on|about|from)\b.*\b(?:visit|go to|head over|see|read|call|follow"
    r"|click|check|listen)\b)"
)
_CALLS = (
    (("click here",), r"\bclick here\b"),
    (
        (" covers ", "author of", "editor ", "columnist ", "contributor ", "fellow at", "writer ", "correspondent "),
        r"^(?:[a-z.’'-]+ ){2,6}(?:covers (?:[a-z-]+ ){0,4}(?:politics|courts|law|news"
        r"|sports?|business|technology|education|health|crime|science|congress|books)\b[^.]{0,30} for [^.]{2,40}\.$"
        r"|is (?:(?:an?|the) )?(?:[a-z-]+ ){0,3}"
        r"(?:author of|editor (?:of|at|for)|columnist (?:for|at|with)|contributor (?:to|at)|fellow at"
        r"|writer (?:for|at|in)|correspondent (?:for|at))\b)",
    ),
    (("javascript",), r"\bjavascript\b"),
    (("newsletter",), r"^(?>.*?\breceive\s).*?\bnewsletters?\b"),
    (("you can unsub", "you may opt", "you can opt"), r"\byou can unsubscribe\b|\byou (?:may|can) opt[- ]out\b"),
    (("you agree",), r"^(?>.*?\bby (?:signing up|subscribing|clicking|continuing|submitting|using)\b).*?\byou agree\b"),
    (("http", "www.", "pic.twitter"), r"https?://|\bwww\.\w|\bpic\.twitter\.com"),
    (("has the ", "has more ", "has details "), r"^[^,]{1,60} has (?:the latest|(?:the )?details|more) (?:on|about)\b"),
    (("skip in skip", "copy this code"), r"\bskip in skip\b|\bcopy this code\b"),
    (
        ("follow", "below."),
        r"\b(?:explanation|statement|transcript|list|text|summary|excerpts?) (?:follows?|is below|are below)\.$",
    ),
    (
        ("comments",),
        r"^please\b.*\bcomments\b|\b(?:post|leave|share) (?:(?:your|the|any) )?comments (?:below|in)\b",
    ),
    (
        ("contributed",),
        r"\bcontributed to this (?:report|story|article)\b"
        r"|\b(?:writers?|reporters?|correspondents?|editors?|journalists?)\b[^.]{0,80}\bcontributed\.$",
    ),
)
# One of these stands, as a word of its own, in what such a pattern matches, but for what marks tell.
_CAPTION_WORDS = frozenset(
    "photo photos photograph photographs image images picture pictures screenshot screenshots left right center centre"
    " foreground front here above below l r c scene view caption autoplay".split()
)
_CALL_WORDS = frozenset(
    "click covers author editor columnist contributor fellow writer correspondent javascript newsletter newsletters"
    " unsubscribe opt agree www pic latest details more skip code follow follows below comments contributed".split()
)


@cache
def _captions() -> Mapping[str, tuple[str, ...]]:
    return index_phrases(_CAPTIONS)


@cache
def _calls() -> Mapping[str, tuple[str, ...]]:
    return index_phrases(_CALLS)


def may_be_caption(text: str, tokens: Iterable[str]) -> bool:
    """Tell whether a sentence may be a caption, by its words in small letters; most cannot."""
    return not _CAPTION_WORDS.isdisjoint(tokens) or any(map(text.__contains__, (":", ", 20", ", 19")))


def may_be_call(text: str, tokens: Iterable[str]) -> bool:
    """Tell whether a sentence may speak to the reader, by its words in small letters; most cannot."""
    return (
        not _CALL_WORDS.isdisjoint(tokens)
        or "://" in text
        or text.lstrip(_RULES)[:_OPENER].lower().startswith(_OPENERS)
    )


def is_caption(text: str) -> bool:
    """Tell whether a sentence says what a picture shows rather than what happened."""
    small = text.lower()
    if meets_phrase(small, _captions()):
        return True
    if ", 20" not in text and ", 19" not in text:  # the year that ends what follows
        return False
    if "day" in text and re.search(_DATED, text) and (re.search(_SHOWING, text) or not holds_verb(text)):
        return True
    if _DAY_AND_YEAR.search(text) and not holds_verb(text):
        return True
    if _DAYS_END.search(text) and _SHOWING_MANY.search(text) and not _FINITE.search(text):
        return True
    return (" is " in text or " are " in text) and bool(re.search(_SHOWN, text))


def is_call(text: str) -> bool:
    """Tell whether a sentence speaks to the reader of the page about the page: subscribe, click, watch."""
    small = text.lower().lstrip(_RULES)
    return (small.startswith(_OPENERS) and re.match(_OPENING, small) is not None) or meets_phrase(small, _calls())


@cache
def _remarks() -> re.Pattern[str]:
    held = (load_table("en") or {})["remarks"]
    openings, adverbs, behind = (
        "|".join(entry.replace("_", " ") for entry in held[name].split()) for name in ("openings", "adverbs", "behind")
    )
    # "Oh Se-hoon" is a man.
    return re.compile(rf"(?i:{openings})(?:,| (?![A-Z]))|(?i:{adverbs})(?:, | (?:{behind})\b)")


def is_remark(text: str) -> bool:
    """Tell whether an English sentence says what its writer thinks, not what happened: "Good thing that it rained".

    What somebody else is told to say is none.
    """
    is_cry = text.endswith("!") and text[-2:-1].islower()  # "he told E!"
    return (is_cry or _remarks().match(text) is not None) and not find_attribution(text, "en")


def index_phrases(patterns: Iterable[tuple[Iterable[str], str]]) -> Mapping[str, tuple[str, ...]]:
    """Return patterns by the words of which one is in every text that a pattern can match."""
    found: dict[str, list[str]] = {}
    for words, pattern in patterns:
        for word in words:
            found.setdefault(word, []).append(pattern)
    return {word: tuple(own) for word, own in found.items()}


def meets_phrase(text: str, patterns: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether a pattern matches. Most texts hold no word of any, so that few patterns are even compiled.

    Args:
        text: A line or a sentence.
        patterns: As `index_phrases` gives them.
    """
    for word in filter(text.__contains__, patterns):
        if any(_compiled(pattern).search(text) for pattern in patterns[word]):
            return True
    return False


@cache  # the library keeps 512 patterns, fewer than are in use
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
