"""What describes a speaker between commas: "a nurse", "who heads the agency"."""

from __future__ import annotations

import re

from summarizer.language.names import Naming
from summarizer.language.persons import is_name, is_personal

_NO_VERB = frozenset("was were is are had has have will would can could must may might should did does".split())
APPOSITION = re.compile(
    r"(?:[RDI]-[A-Z][\w.]+|an?|the|who|whose|which|one|of|from|his|her|its|their|then|now|co-\w+|vice|former|chief"
    r"|senior|head|director|deputy"
    r"|chairman|chairwoman|chair|president|professor|executive|author|founder|leader|minister|spokes\w+|mayor|governor"
    r"|a\.k\.a\.|also|associate|assistant|secretary|manager|owner|commander|editor|minister|lawyer|attorney|\d{1,3})\b"
    r"(?!\s(?:said|says)\b)|(?:Director|Professor|President|Head|Chief|Secretary|Minister|Commissioner|Mayor|Dean)\s(?:of|at|for)\b"
)
_LONGEST = 12  # words of a name and what describes it
_SHORT = re.compile(r"^[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}$")


def length_of_descriptions(rest: str, *, must_close: bool = False) -> int:
    """How far descriptions of the speaker run: up to what is none, or may be something else."""
    end = 0
    for match in re.finditer(r",\s([^,;:]{1,120})", rest):
        if match.start() != end or (must_close and rest[match.end() : match.end() + 2] != ", "):
            break
        words = match[1]
        stops = re.search(r"\.\s*$|\s(?:adding|as|while|when|after|before|during)\s", words)
        plain = words[: stops.start()] if stops else words
        if not (_describes(plain, is_sure=must_close) or (end and not must_close and _SHORT.match(plain.strip()))):
            break
        end = match.start(1) + len(plain.rstrip())
        if stops:
            break
    return end


def describe_name(text: str, naming: Naming) -> tuple[int, int]:
    """Return where a name starts, and where what surely describes the person behind it ends: "Jane Doe, 34"."""
    end = naming.end + length_of_descriptions(text[naming.end :], must_close=True)
    return naming.start, end if len(text[naming.start : end].split()) <= _LONGEST else naming.end


def _describes(words: str, *, is_sure: bool) -> bool:
    """Whether words between commas describe a person; where more of the sentence follows, that must be sure."""
    if is_name(words.strip()) or re.match(r"(?:who|whose)\b|\d{1,3}$", words):
        return True
    if not APPOSITION.match(words) or not _NO_VERB.isdisjoint(words.split()):
        return False
    return not is_sure or is_personal(words.split(" of ")[0].split(" for ")[0])
