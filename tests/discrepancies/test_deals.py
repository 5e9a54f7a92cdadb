import pytest

from summarizer.discrepancies.deals import find_closing, is_price
from summarizer.nlp.numbers.quantities import find_quantities

PRICES = {
    "UBS agreed to buy its rival for 3 billion francs in stock.": True,
    "It has agreed to buy the bank after raising its offer to more than $2 billion.": True,
    "The $3.23 billion deal was made at the weekend.": True,
    "The club paid €63 million for the player.": True,
    "A takeover worth $5 billion is off.": True,
    "It will pay 0.76 francs a share.": False,
    "The combined bank would have $5 trillion of assets.": False,
    "Holders of $17 billion of bonds get nothing.": False,
}


@pytest.mark.parametrize(("text", "wanted"), PRICES.items(), ids=PRICES)
def test_what_is_paid_for_something_whole_is_a_price(text, wanted):
    (sum_,) = find_quantities(text) or [None]
    assert (sum_ is not None and is_price(text, sum_.start, sum_.end, "en")) == wanted


# When a deal is to close: the year, the first and the last month, and whether it is denied.
CLOSINGS = {
    "The deal is expected to close by the end of 2023, it said.": (2023, (10, 12), False),
    "It did not expect the deal to be completed before the end of the year.": (None, (10, 12), True),
    "The takeover should be completed in the second quarter of the year.": (None, (4, 6), False),
    "The takeover should be completed in the first quarter of 2027.": (2027, (1, 3), False),
    "The takeover should be completed in the second half of 2027.": (2027, (7, 12), False),
    "The takeover should be completed by the end of September 2026.": (2026, (9, 9), False),
    "The takeover should be completed in March.": (None, (3, 3), False),
    "The takeover should be completed by the end of the month.": (None, None, False),
    "The takeover should be completed in the fourth half of the year.": (None, None, False),
    "The merger will close in 2024.": (2024, (1, 12), False),
    "The shop will close by the end of the year.": None,
    "The deal was signed in 2022.": None,
}


READINGS = {
    "The bank said it did not expect the deal to be completed before the end of the year.": (
        "did not expect the deal to be completed before the end of the year"
    ),
    "The takeover should be completed in the second quarter of the year if possible, it said.": (
        "should be completed in the second quarter of the year if possible"
    ),
    "The deal is expected to close by the end of 2023, it said.": "expected to close by the end of 2023",
}


@pytest.mark.parametrize(("text", "wanted"), READINGS.items(), ids=READINGS)
def test_a_closing_is_quoted_with_what_is_said_of_it(text, wanted):
    found = find_closing(text, "en")
    assert text[found.phrase.start : found.phrase.end] == wanted


@pytest.mark.parametrize(("text", "wanted"), CLOSINGS.items(), ids=CLOSINGS)
def test_when_a_deal_is_to_close(text, wanted):
    found = find_closing(text, "en")
    assert (found and (found.year, found.months, found.is_denied)) == wanted


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("by the end of September 2026", "in the third quarter of 2026", True),
        ("by the end of September 2026", "in the third quarter", True),
        ("by the end of September 2026", "in the first quarter of 2027", False),
        ("in September 2026", "in September 2027", False),
        ("in September", "in March", False),
        ("by the end of the year", "by the end of 2026", True),
        ("by the end of 2026", "by the end of 2027", False),
        ("in 2026", "by the end of 2026", True),
        ("by the end of the month", "by the end of the month", True),
        ("by the end of the month", "by the end of the year", False),
    ],
)
def test_months_are_parts_of_quarters_and_years(first, second, wanted):
    one, other = (find_closing(f"The deal is to close {when}.", "en") for when in (first, second))
    assert one.agrees(other) == other.agrees(one) == wanted
