"""The record of a quantity, and units that convert into one another."""

from __future__ import annotations

from typing import NamedTuple

_PEOPLE = "people"
_IN_SECOND = {  # how much of the second unit makes one of the first
    ("mile", "kilometer"): 1.609344,
    ("nautical-mile", "kilometer"): 1.852,
    ("nautical-mile", "mile"): 1.150779,
    ("foot", "meter"): 0.3048,
    ("pound", "kilogram"): 0.45359237,
    ("acre", "hectare"): 0.40468564,
    ("mph", "kph"): 1.609344,
    ("square-mile", "square-kilometer"): 2.589988,
    ("square-foot", "square-meter"): 0.09290304,
}
_ROUNDED = 0.05  # share by which a measure may be rounded that is told in another unit than it was taken in
_HALF, _LEAST_SHARE = 0.5, 0.2  # of a unit, by which a small one may be; of itself at most
_DEGREE = 1.0  # degrees by which a temperature may be rounded
_TENS = 2.5  # and one that is told in tens


class Quantity(NamedTuple):
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


def convert_within(first: Quantity, second: Quantity) -> bool | None:
    """Tell whether two measures in two units are one, rounded as writers round; None where their units do not convert.

    Args:
        first: A measure.
        second: Another, in another unit.
    """
    if {first.unit, second.unit} == {"celsius", "fahrenheit"}:
        celsius, fahrenheit = (first, second) if first.unit == "celsius" else (second, first)
        slack = max(_slack_of(celsius), _slack_of(fahrenheit) * 5 / 9)
        low, high = ((value - 32) * 5 / 9 for value in (fahrenheit.low, fahrenheit.high))
        return celsius.low <= high + slack and low - slack <= celsius.high
    if (first.unit, second.unit) not in _IN_SECOND:
        first, second = second, first
    factor = _IN_SECOND.get((first.unit, second.unit))
    if factor is None:
        return None
    (low, high), (least, most) = _widened(first), _widened(second)
    return low * factor <= most and least <= high * factor


def _slack_of(temperature: Quantity) -> float:
    return _TENS if temperature.low % 10 == 0 else _DEGREE


def _widened(measure: Quantity) -> tuple[float, float]:
    """The values that a measure may have been before it was converted and rounded."""
    slack = max(_ROUNDED * measure.high, min(_HALF, _LEAST_SHARE * measure.high))
    return measure.low - slack, measure.high + slack
