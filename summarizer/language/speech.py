"""Who says it: speakers of quotations, where the report names them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARK = re.compile(r"[“”\"«»„]|\w+(?:[’'-]\w+)*")
_VERB = (
    r"(?:said|says|told|added|adds|stated|states|noted|notes|wrote|writes|tweeted|warned|warns|explained|explains"
    r"|insisted|insists|argued|argues|replied|declared|continued|concluded|recalled|announced|asked|remarked|commented)"
)
_WHO = r"(?P<who>(?:[\w.’'-]+\s){0,9}?[\w.’'-]+)"
_AFTER_VERB = re.compile(
    rf"[,.!?…]?[”\"’»]\s*{_VERB}\s+{_WHO}(?=\s*(?:[.,;:“\"]|$|\s(?:in|on|at|after|during|while|when)\s))"
)
_BEFORE_VERB = re.compile(rf"[,.!?…]?[”\"’»]\s*{_WHO}\s+{_VERB}\b")
_INTRODUCED = re.compile(rf"(?:^|[.;]\s){_WHO}\s+{_VERB}\b[^“\"]{{0,40}}[:,]?\s*[“\"«]")
_BARE = re.compile(r"^[“\"«„].*[”\"»“]$", re.DOTALL)
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who", "which"})


def is_bare_quotation(text: str) -> bool:
    """Tell whether a text is nothing but quotation, so that it does not say whose words it holds."""
    if not _BARE.match(text):
        return False
    inner = text[1:-1]
    return not any(mark in inner for mark in '“”«»"')


def speaker_of(text: str) -> str | None:
    """Return who speaks the quotation in a text, in the text's own words; None where it does not tell.

    A pronoun is no answer: it names nobody.
    """
    for pattern in (_AFTER_VERB, _BEFORE_VERB, _INTRODUCED):
        match = pattern.search(text)
        if match and match["who"].casefold() not in _PRONOUNS:
            who: str = match["who"]
            return who if "." in who[:-1] else who.rstrip(".")
    return None


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
    is_open = False
    for text in texts:
        outside = inside = 0
        for found in _MARK.findall(text):
            if found in "“«„" or (found == '"' and not is_open):
                is_open, inside, since = True, 0, [0] * len(counts)
            elif found in '”»"':
                is_open, inside = False, 0
            elif is_open:
                inside += 1
            else:
                outside += 1
        counts.append(outside)
        since.append(inside)
    if is_open and not runs_on:
        return [outside + inside for outside, inside in zip(counts, since, strict=True)]
    return counts
