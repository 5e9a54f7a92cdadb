"""What keeps one sentence from being cited for another: numbers, days, names, denials, what is open."""

from __future__ import annotations

from summarizer.language.facts import Facts
from summarizer.language.governments import is_government
from summarizer.language.names import sound

_LONG = 6  # letters from which one letter more, less or other makes no other name


def find_gap(wanted: Facts, said: Facts, understood: frozenset[str] = frozenset()) -> str | None:
    """Say what of one sentence another one does not say, or says otherwise; None where nothing stands in the way.

    Args:
        wanted: The facts of a wording.
        said: Those of a sentence that may be cited for it. It may say more.
        understood: Names that a sentence need not repeat: all reports are about them.
    """
    if not wanted.numbers <= said.numbers:
        return "numbers differ"
    if not wanted.days <= said.dated:
        return "days differ"
    if wanted.is_negated != said.is_negated and (wanted.is_negated or said.denied & wanted.heads):
        return "one denies it"
    if wanted.is_open != said.is_open and (wanted.is_open or said.opened & wanted.heads):
        return "to one it is open"
    # Without a number, "all" and "most" are too often a manner of speaking.
    if wanted.numbers and (
        wanted.quantifiers - said.quantifiers
        or (said.quantifiers - wanted.quantifiers and said.restricted & wanted.heads)
    ):
        return "quantifiers differ"
    # A first name may be left out where the last is given.
    first = {one for one, other in wanted.followed if shares_names(frozenset((other,)), said.names)}
    if not shares_names(wanted.names - understood - first, said.names):
        return "names differ"
    # What may be left out may not be replaced.
    if not shares_names(wanted.names, said.names) and not shares_names(said.names, wanted.names):
        return "names differ"
    return None


def shares_names(part: frozenset[str], whole: frozenset[str]) -> bool:
    """Tell whether every name of one sentence is in the other, small differences of spelling allowed."""
    return all(any(is_variant(name, other) for other in whole) for name in part - whole)


def is_variant(first: str, second: str) -> bool:
    """Tell whether two names are spellings of one.

    One letter more, less or other in long names with one initial (Blinken, Brinken), a final s, or another first letter
    for the same sound (Qin, Chen).
    """
    if is_government(first) or is_government(second):
        return False
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) >= 4 and longer == f"{shorter}s":
        return True
    if len(longer) - len(shorter) > 1:
        return False
    if shorter[0] != longer[0]:
        heard = sound(shorter)
        return len(shorter) > 2 and len(heard) > 1 and heard == sound(longer)
    if len(shorter) < _LONG:
        return False
    at = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return shorter[at + (len(shorter) == len(longer)) :] == longer[at + 1 :]
