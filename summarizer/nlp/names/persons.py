"""Words for persons: titles, pronouns, nouns, and phrases of occasion that are no part of a name."""

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


PRONOUNS = frozenset("he she they it we i you who which that one".split())
DETERMINERS = frozenset(
    "a an the another one his her its their my our two three four five six seven eight nine ten several some many"
    " other multiple both each every local senior state federal city county top u.s. us".split()
)
_PERSONAL = frozenset(
    "clerk man woman boy girl mother father brother sister son daughter wife husband aunt uncle cousin friend neighbor"
    " neighbour relative resident witness official officer spokesman spokeswoman spokesperson mayor governor"
    " minister president chairman chairwoman chair director head chief teacher nurse doctor lawyer attorney"
    " prosecutor judge sheriff analyst expert scientist researcher professor author co-author player coach driver"
    " pilot owner manager leader founder secretary senator ambassador general colonel captain sergeant detective"
    " firefighter student survivor victim employee worker farmer critic editor inspector commissioner superintendent"
    " principal priest bishop king queen prince pope actor actress singer producer publicist aide adviser advisor"
    " source diplomat historian economist engineer caretaker curator grandmother grandfather widow colleague"
    " reporter journalist commander soldier pastor caller organizer surgeon deputy lieutenant consultant"
    " representative counsel guard passenger shopkeeper fisherman negotiator envoy parent executive ceo chairperson"
    " vice-president campaigner activist".split()
)
_ORGANIZED = frozenset(
    "court bureau department ministry university institute bank agency office board council committee commission"
    " association center centre school college union church house senate secretary minister president director head"
    " chief mayor governor bishop archbishop king queen prince princess duke chair chairman republic states bar"
    " party chamber organization organisation federation league academy museum library hospital survey fund division"
    " force army state society service times journal museum statistics kingdom authority dean speaker members"
    " friends".split()
)
_UNSHORTENED = _ORGANIZED | {"the", "and"}
_PLACES = frozenset(
    "new north south east west northern southern los las san santa st. fort port el la saudi sri hong".split()
)
# What cannot be "he" or "she".
_THING = re.compile(
    r"\b(?:story|reports?|statement|complaint|study|studies|survey|poll|lawsuit|suit|documents?|page|website|site|letter|paper"
    r"|indictment|records?|data|police|officials|authorities|company|agency|ministry|department|government|newspaper|post)$",
    re.IGNORECASE,
)
_PAPERS = ("documents", "papers", "records", "filings")  # "they" argued is said of people
_WOMEN = frozenset(
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra"
    " ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia"
    " kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel"
    " catherine carolyn janet ruth maria heather diane virginia julie joyce victoria olivia kelly christina lauren"
    " joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann anne jane sara madison"
    " frances kathryn janice jean alice sophia grace judy theresa rose beverly denise marilyn amber danielle"
    " brittany diana natalie isabella charlotte marie kate claire lena meg beth rosa ellen hillary nikki condoleezza"
    " angelina ada eva elena lucy sophie fiona susanna ms mrs miss lady queen princess spokeswoman chairwoman"
    " congresswoman councilwoman actress mother sister daughter wife aunt grandmother widow girl woman nun"
    " businesswoman policewoman she her".split()
)
_MEN = frozenset(
    "james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark"
    " donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob"
    " gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond"
    " patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle ethan walter noah"
    " jeremy keith christian roger terry sean gerald carl dylan arthur lawrence jesse bryan billy bruce gabriel joe"
    " logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip phillip"
    " tim tom bill bob jim mike dan dave steve chris hugh khalid barack mohammed muhammad ahmed ali omar vladimir"
    " simon oliver martin geoff tony mitt jeff ken greg matt nick ben sam mr sir lord king prince spokesman chairman"
    " congressman councilman actor father brother son husband uncle grandfather boy man priest fisherman businessman"
    " policeman pope he his".split()
)


def is_word_for_person(word: str) -> bool:
    """Tell whether a word, in small letters, tells what a person is: "mayor"."""
    return word in _PERSONAL


def is_personal(who: str) -> bool:
    """Tell whether words surely name one person: two names or more, a title and a name, or "the mayor"."""
    words = who.split()
    if who.casefold() in PRONOUNS or words[1:2] in (["the"], ["a"], ["an"]):  # "Read the Morning Post"
        return False
    small = [word.casefold().strip(".,") for word in words]
    if small[-1] in _PERSONAL or (small[0] in ("mr", "mrs", "ms", "dr", "sir", "miss") and len(words) > 1):
        return True
    names = [word for word in words if word[0].isupper()]
    if len(names) < 2 or not words[-1][0].isupper() or "and" in small or not _ORGANIZED.isdisjoint(small[-1:]):
        return False
    return small[0] not in ("the", "a", "an") or not _PERSONAL.isdisjoint(small)


def is_name(words: str) -> bool:
    """Tell whether words are the full name of a person and nothing else: two to four, all with capitals, no place."""
    parts = words.split()
    return (
        2 <= len(parts) <= 4
        and all(part[0].isupper() or part in ("de", "van", "von", "al", "bin", "da", "der", "la") for part in parts)
        and all(re.fullmatch(r"[\w.’'“”\"-]+", part) and not part.isdigit() for part in parts)
        and parts[0].casefold() not in _PLACES
        and not re.match(DAY, parts[0])
        and parts[0].casefold() not in DETERMINERS | {"he", "she", "it", "they"}
        and parts[-1].casefold() not in _ORGANIZED
    )


def is_description(who: str) -> bool:
    """Tell whether words describe a person without a name: "the head of the agency", "its director"."""
    words = who.split()
    is_title = words[-1].casefold() in _PERSONAL  # "Facebook founder and CEO, Mark Zuckerberg"
    return is_title or (words[0].casefold() in DETERMINERS and any(word.casefold() in _PERSONAL for word in words))


def ends_as_name(who: str) -> bool:
    """Tell whether words end with a name, or with what a person is."""
    last = who.split()[-1]
    return last[0].isupper() or last.casefold() in _PERSONAL or last.casefold().removesuffix("s") in _PERSONAL


def ends_in_place(who: str) -> bool:
    """Tell whether the name at the end is that of a place, and nobody stands there: "many of them in Homs"."""
    before, _, name = who.rpartition(" ")
    is_place = name[:1].isupper() and any(f" {word} " in who for word in ("in", "at", "on", "near", "from"))
    return is_place and not any(word.casefold().removesuffix("s") in _PERSONAL for word in before.split())


def shorten(who: str) -> str:
    """Leave off what follows a person's full name: "Peter Loy of the fishing cooperative"."""
    words = who.split()
    for at, word in enumerate(words[2:], start=2):
        if word in ("of", "from", "with", "at", "in") and at + 1 < len(words):
            before = words[:at]
            is_named = before[-1][0].isupper() and before[-2][0].isupper()
            is_title = before[-1].casefold() in _PERSONAL  # "Gallup Editor in Chief Jane Roe"
            if is_named and not is_title and not {part.casefold().strip(".,") for part in before} & _UNSHORTENED:
                return " ".join(before)
            return who
    return who


def gender_of(who: str) -> str | None:
    """Return "he" or "she" where a first name, a title or a word for a person tells; None where it does not."""
    small = [word.casefold().strip(".,") for word in who.split()]
    for word in small:
        if word in _WOMEN:
            return "she"
        if word in _MEN:
            return "he"
    return None


def may_be_meant(pronoun: str, who: str) -> bool:
    """Tell whether a pronoun can stand for a speaker: "he" is no report and no Jane, "it" and "they" no person."""
    small = pronoun.casefold()
    if small in ("he", "she"):
        return not _THING.search(who) and gender_of(who) in (None, small)
    is_paper = small == "they" and who.casefold().endswith(_PAPERS)
    return small in ("it", "they") and not is_personal(who) and not is_paper
