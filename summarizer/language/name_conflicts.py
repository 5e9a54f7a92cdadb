"""Conflicts of names: a passage lacks one, or has another in its place; and which names are spellings of one."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.language.conflicts import Conflict, Held, stand_alike
from summarizer.language.governments import is_government
from summarizer.language.names import sound

_LONG = 6  # letters from which one letter more, less or other makes no other name


def find_missing_names(held: Held) -> Iterator[Conflict]:
    """Names that the passage does not have, or has others in place of."""
    point = held.point
    held_names = frozenset(name for said in held.passage for name in said.names.values())
    content = frozenset(point.content)
    missing = {at for at, name in point.names.items() if at in content and not _is_among(name, held_names)}
    if not missing:
        return
    own = frozenset(point.names.values())
    strange = [
        (k, at)
        for k, said in enumerate(held.passage)
        for at, name in said.names.items()
        if at in said.content and not _is_among(name, own)
    ]
    for at in sorted(missing):
        rival = next((place for place in strange if stand_alike(held, at, place)), None)
        if rival is None and at in point.omissible and at + 1 not in missing:
            continue
        if rival is None and point.names[at] in held.understood:
            continue
        yield Conflict(
            kind="name",
            is_contradiction=rival is not None,
            reason="names differ",
            places=(at,),
            others=tuple(strange[:1]) if rival is None else (rival,),
        )


def _is_among(name: str, names: frozenset[str]) -> bool:
    return name in names or any(is_variant(name, other) for other in names)


def is_variant(first: str, second: str) -> bool:
    """Tell whether two names are spellings of one.

    One letter more, less or other in long names with the same initial (Blinken, Brinken), a final s, or another first
    letter where both sound alike (Qin, Chen).
    """
    shorter, longer = (first, second) if len(first) <= len(second) else (second, first)
    if len(longer) - len(shorter) > 1 or is_government(first) or is_government(second):
        return False
    if len(shorter) >= 4 and longer == f"{shorter}s":
        return True
    if shorter[0] != longer[0]:
        heard = sound(shorter)
        return len(shorter) > 2 and len(heard) > 1 and heard == sound(longer)
    if len(shorter) < _LONG:
        return False
    at = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return shorter[at + (len(shorter) == len(longer)) :] == longer[at + 1 :]
