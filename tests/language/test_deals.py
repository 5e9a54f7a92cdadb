import pytest

from summarizer.language import find_closing, find_quantities, is_price

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
    assert (sum_ is not None and is_price(text, sum_.start, sum_.end)) == wanted


CLOSINGS = {
    "The deal is expected to close by the end of 2023, it said.": "end of the year",
    "It did not expect the deal to be completed before the end of the year.": "not before the end of the year",
    "The takeover should be completed in the second quarter of the year.": "second quarter",
    "The merger will close in 2024.": "2024",
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
    found = find_closing(text)
    assert text[found.start : found.end] == wanted


@pytest.mark.parametrize(("text", "wanted"), CLOSINGS.items(), ids=CLOSINGS)
def test_when_a_deal_is_to_close(text, wanted):
    found = find_closing(text)
    assert (found.value if found else None) == wanted
