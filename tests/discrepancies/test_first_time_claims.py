"""What reports call the first since two times, or the first and the second to do something."""

import pytest

from summarizer import Document, Settings, summarize

FILLER = "Rain fell over the northern hills all night. The harvest of this year was poor in the south."


def differences(*texts):
    reports = [Document(id=f"r{number}", text=f"{text} {FILLER}") for number, text in enumerate(texts)]
    found = summarize(reports, Settings()).discrepancies
    return [(one.about, {reading.value for reading in one.readings}) for one in found]


DIFFER = {
    "a year": (
        "It would be the first national rail strike since 2010.",
        "It is the first rail strike since 2016, the union said.",
        {"first national rail strike since 2010", "first rail strike since 2016"},
    ),
    "a month": (
        "It was the first cut since August.",
        "It was the first cut since November 2024.",
        {"first cut since August", "first cut since November 2024"},
    ),
    "a place in an order": (
        "Medeiros, 44, a doctor, would be the first woman to lead the city.",
        "Ms Medeiros becomes the second woman to lead the city, after Ana Sampaio in the 1990s.",
        {"first woman to lead the city", "second woman to lead the city"},
    ),
}


@pytest.mark.parametrize(("first", "second", "wanted"), DIFFER.values(), ids=DIFFER)
def test_a_difference(first, second, wanted):
    for texts in ((first, second), (second, first)):
        assert [values for _, values in differences(*texts)] == [wanted]


AGREE = {
    "one year": ("It is the first rail strike since 2010.", "It is the first national rail strike since 2010."),
    "a month of a year": ("It was the first cut since August.", "It was the first cut since August 2025."),
    "two things": ("It is the first rail strike since 2010.", "It is the first bus strike since 2016."),
    "both of one report": (
        "It is the first strike since 2010. In the south it is the first strike since 2016.",
        "It is the first strike since 2016.",
    ),
    "a day": ("It was the first cut since August 12.", "It was the first cut since May."),
    "two women": (
        "In 1994 Ana Sampaio was the first woman to lead the city.",
        "On Sunday Rosa Medeiros was the second woman to lead the city.",
    ),
    "two cities": (
        "Medeiros is the first woman to lead the city.",
        "Medeiros is the second woman to lead the party.",
    ),
}


@pytest.mark.parametrize(("first", "second"), AGREE.values(), ids=AGREE)
def test_no_difference(first, second):
    assert not differences(first, second)
    assert not differences(second, first)


def test_the_label_is_the_phrase_without_its_time():
    first, second, _ = DIFFER["a year"]
    assert differences(first, second)[0][0] in ("“first national rail strike since …”", "“first rail strike since …”")
    first, second, _ = DIFFER["a place in an order"]
    assert differences(first, second)[0][0] == "“the … woman to lead the city”"
