"""Who says it: speakers of quotations and of reported statements, where the text names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from summarizer.language.marks import INSIDE_WORDS

_MARK = re.compile(rf"[“”\"«»„]|\w+(?:(?:[’'-]|{INSIDE_WORDS})\w+)*")
_VERBS = (
    "said says told added adds stated states noted notes wrote writes tweeted warned warns explained explains insisted"
    " insists argued argues replied declared continued concluded recalled announced asked remarked commented"
).split()
_WHOLE = r"\b(?![’']\w)"  # as `words_of` has it, to which "said'a" is one word
_VERB = rf"(?:{'|'.join(_VERBS)}){_WHOLE}"
# Verbs that open a reported statement; the others there are as often no saying at all ("asked for", "continued to").
_REPORTS = r"(?:said|says|told|added|stated|noted|warned|explained|insisted|argued)" + _WHOLE
_WORD = r"(?:[\w.’'-]|\([\w.]+\))+"
_WHO = rf"(?P<who>(?:{_WORD}\s){{0,9}}?{_WORD})"
_TITLED = rf"(?P<who>(?:{_WORD}\s){{0,5}}?[A-Z]{_WORD})"
_CLOSED = r"[”\"»’](?!(?<=’)\w)"  # the mark comes first: a search passes over all other characters fast
# What is said ends with a mark of its own before it closes; a title or a word set apart does not ("Top Gun" director).
_SAID = _CLOSED + r"(?:(?<=[,.?!…–—’'*-][”\"»’])|(?<=\s”))"
_END = r"\.(?=\s*$|\s+[“\"])"  # a full stop that ends a sentence, not the one of "Dr."
_STOPS = r"\s(?:in|on|at|after|during|while|when|as|before|by|through)\s"
_AFTER_VERB = re.compile(rf"{_SAID}\s*{_VERB}\s+{_WHO}(?=\s*(?:[,;:“\"]|{_END}|$|{_STOPS}))")
_BEFORE_VERB = re.compile(rf"{_SAID}\s*{_WHO}\s+{_VERB}")
_CLAUSE_BEFORE_VERB = re.compile(rf"{_CLOSED}\s*{_TITLED},\s(?:who|an?|the)\b[^,“”\"]{{1,90}},\s{_VERB}")
_INTRODUCED = re.compile(rf"(?:^|[.;]\s){_WHO}\s+{_VERB}[^“\"]{{0,40}}[:,]?\s*[“\"«]")
_CLAUSE_OPENS = re.compile(rf"^{_TITLED},\s(?:\d{{1,3}}|who|an?|the|one)\b[^“”\"]{{0,90}}?,\s(?:also\s)?{_REPORTS}")
_OPENS = re.compile(rf"^(?P<who>(?:{_WORD}\s){{0,7}}?{_WORD})\s+{_REPORTS}\s(?!by\b|to\b)")
_ENDS_WITH_VERB = re.compile(rf",(?=[^,]*$)\s{_WHO}\s+{_REPORTS}(?:\s[^,“”\"]{{1,60}})?\.$")
_ENDS = re.compile(
    rf",(?<!however,)(?<!though,)(?<!meanwhile,)(?<!too,)\s(?:said|says)\s+{_WHO}(?=[,;]|{_END}|$|{_STOPS})"
)
_MADE = r"(?:published|released|issued|seen|obtained|used|filed|reviewed|cited)"
_ACCORDING = re.compile(
    rf"[Aa](?<!\w.)(?<!\w[’'].)ccording to (?!(?:an?|the|new)\s{_MADE}){_WHO}"
    rf"(?=[,;](?!\d|\s\d{{4}}\b)|{_END}|$|\s(?:{_MADE}|on|in|from|with)\b)"
)
_QUOTED = (_AFTER_VERB, _CLAUSE_BEFORE_VERB, _BEFORE_VERB, _INTRODUCED)
_REPORTED = (_CLAUSE_OPENS, _OPENS, _ENDS, _ENDS_WITH_VERB, _ACCORDING)
# One of each stands in whatever the patterns match: most sentences need not be searched.
_SAYING = frozenset((*_VERBS, "according"))
_QUOTATION_MARKS = '“”"«»’'
_BARE = re.compile(r"^[“\"«„].*[”\"»“]$", re.DOTALL)
_PRONOUNS = frozenset("he she they it we i you who which that one".split())
_NO_SPEAKER = re.compile(
    r"^(?:(?:as|if|but|and|when|while|what|this|these|those|there|after|before|because|although|though|since|so|was|were"
    r"|is|are|that|even|not|no|none|few|nobody|neither|in|on|at|by|for|to|of|with|from|during|about|part)\b"
    r"|(?:an?|the|new|one|some)\W*$|(?:he|she|they|it|we|i|you)(?:\s|[’'])\w)",
    re.IGNORECASE,
)
_HAS_VERB = re.compile(
    r"\b(?:have|has|had|was|were|is|are)\b(?!$)|\b(?:be|been|but|that|which|what|can|could|would|will|must)\b|\w+n[’']t\b"
    r"|\b(?:was|were|is|are|being|and|or|of|the|an?|in|on|to|for|with)$|\s[–—-]$",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"(?:\.\w|\b(?:Inc|Corp|Ltd|Co|Jr|Sr))\.$")
_TRAILING = re.compile(
    r"\s(?:also|later|has|have|had|once|earlier|then|previously|again|still|who|on [A-Z]\w+day"
    r"|(?!family|ally|assembly|rally|weekly|daily|monthly|quarterly)[a-z]+ly)$"
)
# The wire before the first word, and who reports that somebody says: "(CNN) The envoy", "TV reports spokesman Ho".
_LEADING = re.compile(r"^(?:\([A-Z][\w. ]*\)\s|.*\sreports\s(?=(?:[A-Z]|police\b)))")
# What cannot be "he" or "she".
_THING = re.compile(
    r"\b(?:story|reports?|statement|complaint|study|studies|survey|poll|lawsuit|suit|documents?|page|website|site|letter|paper"
    r"|indictment|records?|data|police|officials|authorities|company|agency|ministry|department|government|newspaper|post)$",
    re.IGNORECASE,
)


def is_speech_verb(word: str) -> bool:
    """Tell whether a word is a verb of saying."""
    return re.fullmatch(_VERB, word, re.IGNORECASE) is not None


def is_bare_quotation(text: str) -> bool:
    """Tell whether a text is nothing but quotation, so that it does not say whose words it holds."""
    if not _BARE.match(text):
        return False
    inner = text[1:-1]
    return not any(mark in inner for mark in '“”«»"')


def speaker_of(text: str) -> str | None:
    """Return who speaks a quotation or reports a statement, in the text's own words; None where it does not tell.

    A pronoun is no answer: it names nobody.
    """
    who = who_says(text)
    return None if who is None or is_pronoun(who) else who


def is_pronoun(who: str) -> bool:
    """Tell whether what a text calls its speaker names nobody: "he said"."""
    return who.casefold() in _PRONOUNS


def may_be_meant(pronoun: str, who: str) -> bool:
    """Tell whether a pronoun can stand for a speaker: "he" is no report and no police."""
    return pronoun.casefold() not in ("he", "she") or not _THING.search(who)


def tells_of_speech(tokens: Iterable[str]) -> bool:
    """Tell whether a sentence can tell a speaker at all, by its words in small letters; most cannot."""
    return not _SAYING.isdisjoint(tokens)


def who_says(text: str) -> str | None:
    """Return who speaks as `speaker_of` does, but give a pronoun where that is all the text tells."""
    is_quoted = any(map(text.__contains__, _QUOTATION_MARKS))
    for pattern in (*_QUOTED, *_REPORTED) if is_quoted else _REPORTED:
        match = pattern.search(text)
        if match is None or _NO_SPEAKER.match(match["who"]) or _HAS_VERB.search(match["who"]):
            continue
        who: str = _LEADING.sub("", match["who"])
        while _TRAILING.search(who):
            who = _TRAILING.sub("", who)
        return who if _ABBREVIATED.search(who) else who.rstrip(".")
    return None


def has_quotation_marks(*texts: str) -> bool:
    """Tell whether a text holds a mark that opens or closes a quotation; apostrophes are none."""
    return any(mark in text for text in texts for mark in '“”"«»„')


def count_unquoted(texts: Sequence[str], following: str = "") -> list[int]:
    """Count the words outside quotation marks in each of the successive sentences of one paragraph.

    A quotation may run over several of them. One that is not closed runs on only where the next paragraph opens with a
    mark, as papers set quotations of several paragraphs; else a mark was lost, and nothing is taken as quoted.

    Args:
        texts: The sentences.
        following: The paragraph after them, if any.
    """
    runs_on = following.lstrip()[:1] in tuple('“«„"')
    counts: list[int] = []
    since: list[int] = []  # words of each sentence since the mark that is open
    opener = ""
    for text in texts:
        outside = inside = 0
        for found in _MARK.findall(text):
            # „So“ or „so” in the middle of Europe: there the mark that opens in English closes.
            if (found in "“«„" and not (found == "“" and opener == "„")) or (found == '"' and not opener):
                opener, inside, since = found, 0, [0] * len(counts)
            elif found in '“”»"':
                opener, inside = "", 0
            elif opener:
                inside += 1
            else:
                outside += 1
        counts.append(outside)
        since.append(inside)
    if opener and not runs_on:
        return [outside + inside for outside, inside in zip(counts, since, strict=True)]
    return counts
