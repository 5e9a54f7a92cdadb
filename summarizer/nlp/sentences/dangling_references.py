"""References to the sentence before: a first pronoun, "this method", an answer without its question."""

from __future__ import annotations

import re

from summarizer.nlp.tokens import strip_quotations

CONNECTIVES = (
    "But|And|Or|Nor|Yet|So|Still|Also|Then|Thus|Hence|Therefore|However|Meanwhile|Moreover|Furthermore|Instead"
    "|Nevertheless|Nonetheless|Besides|Otherwise|Additionally|Similarly|Likewise|Consequently|Accordingly|Again"
    "|In addition|As a result|For example|For instance|In contrast|By contrast|On the other hand|At the same time"
    "|In response|After that|Before that|Of these|Among them|In this|In that|On that|At that|For that"
    "|With that|Because of this"
)
_PRONOUNS = "He|She|It|They|Him|Them|His|Her|Hers|Its|Their|Theirs|These|Those|Such|Others|Both|Neither|Either"
_PLURALS = "side|sides|countries|nations|parties|governments|companies|teams|men|women|leaders|houses"
_TIMES = "week|month|year|morning|evening|afternoon|time|day|summer|winter|spring|autumn|fall"
_ANAPHORS = (
    "two|three|four|pair|former|latter|group|duo|trio|move|decision|statement|remarks?|comments?|agreement|announcement"
)
_ORPHAN = re.compile(
    rf"^[“\"‘'(]?(?:(?:{CONNECTIVES}),? )?(?:(?:{_PRONOUNS})\b(?! (?:{_PLURALS}|who|whose|or she)\b)"
    rf"|(?:This|That)\b(?! (?:{_TIMES})\b)|The (?:{_ANAPHORS}) )",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(
    r"^It (?:is|was|will be|has been|remains|takes|took) (?:\w+ ){0,2}(?:that|to|clear|unclear|not clear)\b"
)
_QUOTED_EXPLETIVE = re.compile(
    r"[“\"‘']It(?: (?:is|was|will be|would be|has been|remains|takes|took)|['’](?:s|d be|ll be)) (?:\w+ ){0,2}"
    r"(?:that|to|time|clear|unclear|with|for)\b"
)
_SAYS_WHAT_IT_IS = re.compile(r"[“\"‘'](?:This|That) (?:is|was) (?:\w+ ){0,1}(?:a|an|the|our) (?:[^\s]+ ){4}")
# "It seems likely now that …" points at nothing before it, "It was a busy decade" does.
_SAYS_MUCH_OF_IT = re.compile(
    r"^[“\"‘'](?:This|That|It(?=\S* (?:[^\s”\"]+ ){1,6}(?:that|to|how|whether|if|before)\b))\b(?:\S*+ ){14}"
)
# A noun for what was told before, at the end of a sentence too short to have told it: "is reluctant to cooperate on the
# issue". And "such a mission" wherever it stands.
SHELL_NOUNS = (
    "issue matter incident move decision proposal announcement claim allegation accusation charge request offer idea"
    " situation question subject topic development process argument view theory suggestion criticism concern practice"
    " conclusion approach method problem"
).split()
_SHELL = re.compile(
    rf"^(?:[^\s,;:]+ ){{2,11}}(?:the|this|that|these|those) (?:{'|'.join(SHELL_NOUNS)})s?"
    r"(?<!out of the question)[.!?]",
    re.IGNORECASE,
)
_SUCH = re.compile(r"^(?>.*\bsuch (?!as\b)(?:an? [a-z]|[a-z-]{2,20}s\b))(?!.*\b(?:as|that)\b)")

_LATER_PRONOUN = re.compile(
    r"^(?:[^,“\"]{1,70}, (?:he|she)|(?:[^\s,“\"]+ ){0,2}[^\s,“\"]+, they)\b(?! (?:said|says|wrote|added|told)\b)"
)
_LATER_PRONOUNS = (", he ", ", she ", ", they ", ", it ")
_SUBORDINATE = r"(?:If|When|While|After|Before|Although|Though|Because|Since|As|Once|Until|Unless|Even if|Even though)"
_LEANING = re.compile(
    rf"{_SUBORDINATE} (?:he|she|they|it)\b[^,“\"]{{1,90}}, (?:he|she|they|it)\b"
    r"|What(?: is|['’]s)[^,“\"]{1,40} is that (?:he|she|they|it)\b"
    r"|(?:Soon|Now|Then|Later|Today|Once again|Sure|Yes|Still|Perhaps|Maybe),? (?:he|she|they|it|his|her|their)\b"
    r"|Not only (?:is|was|did|does|do|are|were|has|have|had) (?:it|he|she|they|this|that)\b"
    r"|(?:(?:Just|Only|About|Some|Nearly|Almost|Barely|(?:Less|More) than) )?"
    r"(?:[A-Za-z\d-]{1,20} ){0,2}"
    r"(?:[Ss]econd|[Mm]oment|[Mm]inute|[Hh]our)s? later\b(?! than\b)"
)
_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|(?:Sept|Octo|Nov|Dec)(?:em)?ber|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_NAME_INSIDE = re.compile(rf"(?<=\s)(?!{_DAY})[A-Z]")
_NOT_OWNED = r"(?![^,]{0,70}(?:['’]s|s['’]) )"  # "In Obama’s speech, he …" names him
# "In Denver, she …": a place is nobody.
_PLACED = re.compile(
    rf"(?:In|At|On|From|During|Inside|Outside|Near|Across|By|With|Throughout) {_NOT_OWNED}[^,“\"]{{1,70}},"
    r" (?:he|she|they)\b"
)
_IT_PLACED = re.compile(
    rf"(?:In|On|At|During|As an?) {_NOT_OWNED}[^,“\"]{{1,70}}, it (?!(?:is|was|isn['’]t|wasn['’]t|won['’]t|will|would"
    r"|may|might|can|could|seem|seems|seemed|takes?|took|appears?|appeared|becomes?|became|has|had|remains|turns|turned"
    r"|rained|snowed|makes?|made|feels?|felt)\b)[a-z]"
)

_TIME = (
    r"(?:week|weekend|month|year|morning|evening|afternoon|time|day|summer|winter|spring|autumn|fall|season|century"
    r"|decade|quarter|term|hour|night|date|era|age|point|moment|stage|minute|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)s?"
)
_HERE = r"(?:[a-z-]{1,20} ){0,2}(?:country|city|town|nation|state|region|world|planet|community|village|island|area)"
_NAMED = r"(?:[a-z-]{1,20} )?(?-i:[A-Z])"  # "this active Washington volcano" says which
_POINTED = re.compile(
    r"(?:^|\s)(?:(?:these|those) (?!(?:who|whom|whose|that|which|with|without|in|on|of|at|from|for|to|under|over|around"
    r"|near|by|about|like|not|left|living|making|seeking|working|already|still|most|caught|found|being|having|also"
    rf"|less|more|lucky|familiar|close|responsible|days|[a-z]{{1,20}}(?:ed|ing))\b|{_TIME}\b|{_NAMED})[a-z]"
    rf"|this (?!(?:is|was) (?:a|an|the) |{_TIME}\b|{_HERE}\b|{_NAMED}"
    r"|(?:past|last|coming|next|early|late|far|much|and|or|kind|sort|way|one|long|side)\b)[a-z])",
    re.IGNORECASE,
)
_POINTERS = ("his ", "hese ", "hose ")  # one of them is in whatever that matches
_POINTING_LIMIT = 42  # characters: further on, what it points at may stand in the sentence
# "No ambulance was called to that center": a noun in the singular, for what no word before it has told.
# "That" comes first: a search passes over all else fast.
_TO_THAT = re.compile(
    r" that (?:(?<=\b(?i:to|of|at|on|by|in) that )|(?<=\b(?i:for) that )|(?<=\b(?i:with|from|into|over|near) that )"
    r"|(?<=\b(?i:about|after|under) that )|(?<=\b(?i:before|behind) that )|(?<=\b(?i:against|despite) that ))"
    rf"(?i:(?!{_TIME}\b|(?:the|an?|he|she|it|they|we|you|i|his|her|their|its|this|these|there|some|many|most|all|no|not"
    r"|is|was|are|were|has|had|have|will|would|can|could|of|in|if|when|despite|because|since|while|more|one|people"
    r"|such|my|our|both|any|every|each|another|other|what|which|who|up|just|only|never|also|did|does|do|much|way|kind"
    r"|sort|sense|order|case|regard)\b)(?P<noun>[a-z][\w-]*)(?<!s)\b(?![^,.;]{0,25}\b(?:that|which|who)\b))"
)
_THAT_LIMIT = 90  # characters
_OF_THEM = re.compile(
    r"^(?:[^\s,;:“\"]+ ){1,4}of (?:them|these|those|it)\b(?! (?:who|whom|that|in|on|at|with|from|\w{1,20}ed)\b)"
)
_POINTING_OPENING = re.compile(
    r"(?:Here|There|Elsewhere),"
    r"|(?:From|With|In|By|At|For|On|After|Of|Under|Among|Since|Using|Despite|Unlike|Like|Following|Given|Because of"
    r"|Based on|Along with|To|As for) (?:them|him|it|there|(?:this|that|these|those)\b"
    rf"(?! (?:{_TIME}|who|whose|with|in|of|at|from|on|{_HERE}|[a-z]{{1,20}}(?:ed|ing))\b))\b"
    rf"|(?:Another|Others?|The (?:others?|latter|former|second|third|fourth|fifth|same))\b(?! than\b)(?! {_TIME}\b)"
    r"[^A-Z\d“\"]*[.!]$"
    r"|The (?:other|latter|former|second|third|next) one\b|Except (?!for\b|in\b)"
    r"|(?:In|For|From|With|At|On|Of) (?:each|both|either|neither)(?: one| cases?)?,"
    r"|At least (?:that|this|these|those|it|he|she|they)(?:['’]s)?\b"
)
# "A three-engined jet, it was faster": what it is stands first, which it is does not.
_DESCRIBED = re.compile(
    r"(?:An?|Built|Founded|Located|Described|Named|Dubbed|Formerly) "
    r"(?![^,]{0,70}\b(?:said|says|had|has|was|is|were|that)\b)"
    r"[^,“\"]{1,70}, (?:first )?(?:it|he|she|they)\b(?!['’])"
)
_PAIRS = ("pair", "duo", "trio")
_PAIR = re.compile(r"\b[Tt]he (?:pair|duo|trio)\b(?! of\b)")
_NAME_OR_AND = re.compile(r"(?<=\s)[A-Z]|\band\b")
# Who does it is another than whom it is done to: "A jury found them guilty".
_DONE_TO = re.compile(
    r"(?:(?:An?|The|Two|Three|Several|Some) )?(?!(?:Although|When|As|While|After|Before|If|Because|Since|Once)\b)"
    r"(?:[A-Za-z’'-]{1,30} ){1,2}(?:\w{1,20}ed|found|told|struck|hit|shot|gave|took|left|met|saw|held)"
    r" (?:him|them|her(?= (?:to|in|on|at|for|with|as|and|by|from|of|guilty)\b|[.,]))\b(?! and\b)"
)
_ANSWER = re.compile(
    r"[“\"‘']?(?:No|Yes|Yeah|Yep|Nope|Not (?:yet|really|exactly|quite|necessarily)|Maybe|Maybe not|Absolutely|Hardly"
    r"|Absolutely not|Of course not|Exactly|Correct|Probably|Probably not|Definitely)[,.!][”\"’']? "
)

_CONNECTED = re.compile(rf"[“\"‘'(]?(?:{CONNECTIVES})\b")


def opens_as_orphan(text: str) -> bool:
    """Tell whether a sentence opens with a pronoun or a noun for what was told before."""
    return bool(_ORPHAN.match(text)) and not _EXPLETIVE.match(text)


def quotes_a_pointer(text: str) -> bool:
    """Tell whether a quotation that opens with a pronoun can be followed none the less: "This is a case about …"."""
    return bool(_QUOTED_EXPLETIVE.match(text) or _SAYS_WHAT_IT_IS.match(text) or _SAYS_MUCH_OF_IT.match(text))


def opens_connected(text: str) -> bool:
    """Tell whether a sentence opens with a word that ties it to another."""
    return bool(_CONNECTED.match(text))


def ends_on_shell(text: str) -> bool:
    """Tell whether a sentence means by "the issue", at its end, or by "such a mission" what another has told."""
    return bool(_SHELL.fullmatch(text)) or ("such " in text and bool(_SUCH.search(text)))


def leans_later(text: str) -> bool:
    """Tell whether a pronoun is the subject after an opening that names nobody: "On Sunday, he …"."""
    if _LEANING.match(text):
        return True
    if not any(map(text.__contains__, _LATER_PRONOUNS)):
        return False
    match = _LATER_PRONOUN.match(text)
    if match is not None and not _NAME_INSIDE.search(match.group()):
        return True
    return bool(_PLACED.match(text) or _IT_PLACED.match(text))


def points_back(text: str) -> bool:
    """Tell whether a sentence points at one before it: "The researchers tested this method", "Two of them died"."""
    if _POINTING_OPENING.match(text) or _OF_THEM.match(text) or _DESCRIBED.match(text) or _DONE_TO.match(text):
        return True
    pair = _PAIR.search(text) if any(map(text.__contains__, _PAIRS)) else None
    if pair and not _NAME_OR_AND.search(text, 0, pair.start()):
        return True
    if _TO_THAT.search(text) and _means_what_was_told(strip_quotations(text)):
        return True
    if not any(map(text.__contains__, _POINTERS)):
        return False
    match = _POINTED.search(strip_quotations(text), 0, _POINTING_LIMIT + 60)
    return match is not None and match.start() <= _POINTING_LIMIT and "," not in text[: match.start()]


def _means_what_was_told(text: str) -> bool:
    match = _TO_THAT.search(text)
    if match is None or match.start() > _THAT_LIMIT:
        return False
    return match["noun"].lower() not in text[: match.start()].lower()


def is_answer(text: str) -> bool:
    """Tell whether a sentence answers a question that it does not hold: "No," the minister said."""
    return bool(_ANSWER.match(text))
