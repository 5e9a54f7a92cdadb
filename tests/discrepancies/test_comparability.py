"""Days and places of two things, told in like words, are no difference; those of one thing are."""

import pytest

from summarizer import Document, Settings, summarize

FILLER = "Rain fell over the northern hills all night. The harvest of this year was poor in the south."


def kinds(*texts):
    reports = [Document(id=f"r{number}", text=f"{text} {FILLER}") for number, text in enumerate(texts)]
    return [one.kind for one in summarize(reports, Settings()).discrepancies]


ONE = {
    "a day": ("Four hostages were freed on Thursday.", "Four hostages were freed on Friday.", "date"),
    "a plan": (
        "The launch of Kestrel was planned for Wednesday.",
        "The launch of Kestrel was planned for Friday.",
        "date",
    ),
    "what was put off, in both": (
        "The launch of Kestrel was postponed to Wednesday.",
        "The launch of Kestrel was postponed to Friday.",
        "date",
    ),
    "a place": ("President Arce met Ward in Paris.", "President Arce met Ward in Berlin.", "place"),
}


@pytest.mark.parametrize(("first", "second", "kind"), ONE.values(), ids=ONE)
def test_one_thing(first, second, kind):
    assert kinds(first, second) == [kind]
    assert kinds(second, first) == [kind]


TWO = {
    "counts": ("Four hostages were freed on Thursday.", "Five hostages were freed on Friday."),
    "counts of what was done": (
        "Police released four hostages' names on Thursday.",
        "Police released seven hostages' names on Friday.",
    ),
    "what was put off": (
        "The launch of Kestrel was planned for Wednesday.",
        "The launch of Kestrel was planned for Friday after the delay.",
    ),
    "one that was, one that was not": (
        "The airport was closed on Tuesday.",
        "The airport was not closed on Monday.",
    ),
    "names": (
        "The ferry from Kendari to the island sank on Monday.",
        "The ferry from Raha to the island sank on Tuesday.",
    ),
    "which of several": (
        "Regulators in Washington approved the deal.",
        "Regulators in Brussels have approved the deal.",
    ),
    "places on two days": (
        "President Arce met Ward in Paris on Monday.",
        "President Arce met Ward in Berlin on Tuesday.",
    ),
}


@pytest.mark.parametrize(("first", "second"), TWO.values(), ids=TWO)
def test_two_things(first, second):
    assert kinds(first, second) == []
    assert kinds(second, first) == []
