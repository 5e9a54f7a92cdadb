"""Text in the place of a speaker's name that is no name: a claim that somebody denies, what a cut left behind."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from summarizer.language.sayingverbs import FREE
from summarizer.language.tables import load_table


@cache
def speaker_words(kind: str) -> frozenset[str]:
    """The words of one kind that tell what is no part of a speaker's name."""
    return frozenset((load_table("en") or {})["speakers"][kind].split())


def is_cut_wrong(who: str, words: Sequence[str], small: Sequence[str]) -> bool:
    """Tell whether a cut left something: half a pair of brackets, dots alone at the end, a word or a verb at the start.

    Args:
        who: What stands where a speaker's name does.
        words: Its words.
        small: The same in small letters, stops and commas at their ends left off.
    """
    # "Elsewhere, police", "back in July-- Roe"; "Per Olsson" and "Back Bay Books" are names.
    is_lead = small[0] in speaker_words("never_first") and (small[0] == "elsewhere" or words[1:2] == small[1:2])
    return is_lead or words[0] in FREE or not small[-1] or who.count("(") != who.count(")")


def is_said_of(words: Sequence[str]) -> bool:
    """Tell whether words are what is said, and who denies it: "a claim Roe", "an allegation the ministry"."""
    for word, after in pairwise(words[:4]):
        if word in speaker_words("said"):
            return after[0].isupper() or after in ("the", "police")
    return False
