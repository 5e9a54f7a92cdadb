"""Units that convert into one another: what one report gives in miles and another in kilometres."""

from __future__ import annotations

from summarizer.language.quantity import Quantity

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
