"""How each origin looks: a colour, a pattern and its name, so that none of them alone has to tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from summarizer.model import Briefing, OriginId

COLOURS = 8
# Strokes on a tile of 8 by 8; the first is plain.
_STROKES = (
    "",
    "M-2 10 10 -2M-2 2 2 -2M6 10 10 6",
    "M0 4H8",
    "M4 0V8",
    "M-2 -2 10 10M6 -2 10 2M-2 6 2 10",
    "M0 4H8M4 0V8",
    "M-2 10 10 -2M-2 -2 10 10",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The tile that an origin is drawn with."""

    id: str
    colour: str
    strokes: str


def looks_of(briefing: Briefing) -> Mapping[OriginId, Look]:
    """Give each origin a tile of its own; colours and patterns come round only after each pair was used.

    The numbers of colours and patterns share no factor, so that neighbours differ in both.
    """
    return {
        origin.id: Look(id=f"k{place}", colour=f"c{place % COLOURS}", strokes=_STROKES[place % len(_STROKES)])
        for place, origin in enumerate(briefing.origins)
    }
