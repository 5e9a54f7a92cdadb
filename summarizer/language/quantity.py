"""A quantity: how much of what, and how far the wording leaves it open."""

from __future__ import annotations

from dataclasses import dataclass

_PEOPLE = "people"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How much of what.

    Attributes:
        start, end: Where it stands, hedge and unit and noun included.
        low, high: The values that its wording allows.
        unit: What is counted or measured: "duration", "%", "usd", "age", "people", a noun without its plural ending, or
            that and what it is told of ("car pileup" for "a 30-car pileup"). "votes of 8" is a side of a vote among
            eight, "block of …" a place on a street, "… in order" a place in an order, "usd a share" a price for each.
        role: What became of those counted ("dead", "missing"), for people; what took so long ("talks"), for durations;
            "vote" for the greater side of one.
        owner: Whose age it is, for ages: the name beside it, as written.
        is_count: Whether a noun is counted, not a unit measured.
        is_contrast: Whether it is what the text says is not so ("higher than the 38 deaths announced").
        is_vague: Whether it tells an order of magnitude and no more ("hundreds of texts").
        is_converted: Whether it is a sum said again in another currency, at the rate of its day: "1bn yen ($8.3m)".
        is_last: Whether it is the age that somebody has reached who is told to be dead.
    """

    start: int
    end: int
    low: float
    high: float
    unit: str
    role: str | None = None
    owner: str | None = None
    is_count: bool = False
    is_contrast: bool = False
    is_vague: bool = False
    is_converted: bool = False
    is_last: bool = False

    @property
    def toll(self) -> str | None:
        """Return the name of the toll that it is a reading of: "dead", "dead student"; None where it counts nobody."""
        if self.role is None or not self.is_count:
            return None
        return self.role if self.unit == _PEOPLE else f"{self.role} {self.unit}"

    def agrees(self, other: Quantity) -> bool:
        """Tell whether one value fits both wordings: rounding is no difference."""
        return self.low <= other.high and other.low <= self.high
