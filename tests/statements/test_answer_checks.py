"""What a judge from outside says is held against the words of the point: numbers, days, names and denials."""

import pytest

from summarizer import Document, Settings
from summarizer.cleaning.split_sentences import split_document
from summarizer.features.corpus import open_corpus
from summarizer.model import Span
from summarizer.statements.answer_checks import find_lack, keep_backed
from summarizer.statements.lexical_judge import open_judge

FILLER = (
    "Rain fell over the northern hills all night and the rivers rose.",
    "The harvest of this year was poor in the south of the island.",
    "On the island nobody has heard of Hall.",
)


def judge_of(*texts, language="en"):
    """The judge over some sentences, each the whole of a report, the first the point."""
    made = []
    for number, text in enumerate((*texts, *FILLER)):
        document = Document(id=str(number), text=text, kept=(Span(start=0, end=len(text)),))
        made += split_document(document, language, first_id=len(made))[0]
    limits = {"same_limit": Settings().same_limit, "part_limit": Settings().part_limit}
    return open_judge(open_corpus(made), {one.document: one.document for one in made}, **limits)


REFUSED = {
    "another number": (
        "The blast killed 14 people in the harbour.",
        "Twelve people died when a blast shook the harbour.",
        "a number is missing (14)",
    ),
    "no number": (
        "The blast killed 14 people in the harbour.",
        "People died when a blast shook the harbour.",
        "a number is missing (14)",
    ),
    "numbers that change places": (
        "The blast killed 14 people and injured 30.",
        "In the blast 30 people were killed and 14 injured.",
        "a number is missing (14)",
    ),
    "another unit": ("The repair costs 5 million euros.", "The price of the repair is 5 million crowns.", "a number"),
    "another name": (
        "The minister Anna Hall met the owners of the mill.",
        "The minister Peter Berg met the owners of the mill.",
        "a name is missing (anna)",
    ),
    "no name": (
        "The owners of the mill met Hall in Oslo.",
        "The owners of the mill met a minister in Oslo.",
        "a name is missing (hall)",
    ),
    "a denial that is not there": (
        "The mill did not close in spring.",
        "The mill was closed in spring.",
        "a denial is missing",
    ),
    "a denial that is there alone": (
        "The mill was closed in spring.",
        "The mill was not closed in spring.",
        "a denial is missing",
    ),
    "another day": (
        "The mill was closed on Monday.",
        "On Friday the mill was closed.",
        "a day differs (monday)",
    ),
    "a code with another number": (
        "Flight MH370 left the runway at noon.",
        "At noon flight MH17 left the runway.",
        "a number is missing (370)",
    ),
    "a name in a list": (
        "Ministers Anna Hall, Peter Berg and Carl Lund met the owners.",
        "Ministers Anna Hall and Carl Lund met the owners.",
        "a name is missing",
    ),
    "a name in a short list": (
        "Ministers Hall, Lund met the owners.",
        "Ministers Hall met the owners.",
        "a name is missing (lund)",
    ),
    "a name between two names": (
        "The firm of Hall, Lund, Berg left Oslo.",
        "The firm of Hall, Berg left Oslo.",
        "a name is missing (lund)",
    ),
    "a scale of another number": (
        "The fund has $1 billion for the harbour.",
        "The fund has 3 billion for the harbour.",
        "a number is missing",
    ),
}


@pytest.mark.parametrize(("point", "passage", "why"), REFUSED.values(), ids=REFUSED)
def test_what_lacks_something_of_a_point_does_not_say_it(point, passage, why):
    assert find_lack(judge_of(point, passage), 0, (1,)).startswith(why)


SAID = {
    "other words": ("The blast killed 14 people in the harbour.", "Fourteen died as an explosion hit the docks."),
    "a day that is not told": ("The mill was closed on Monday.", "The mill has been shut."),
    "a denial in another word": ("The council did not approve the plan.", "The council refused to approve the plan."),
    "a first name left out": ("The owners met Anna Hall in Oslo.", "In Oslo the owners met Hall."),
    "the middle of a name left out": (
        "He was found outside his Brooklyn, New York, home in June.",
        "They found the man outside his Brooklyn home.",
    ),
    "a scale without a number": (
        "The film made $1 billion in June.",
        "The film passed the billion-dollar mark in June.",
    ),
    "two names for one thing": ("The plane was heard at 01:30 GMT.", "The plane was heard at 01:30 UTC."),
    "no denial in the words": (
        "No points for guessing that the table has a 27-inch display.",
        "The table has a display of 27 inches.",
    ),
    "a denial of nothing to look up": (
        "The pay of the players is a scholarship, but not so much of it.",
        "A scholarship is the pay of the players, too little of it.",
    ),
}


@pytest.mark.parametrize(("point", "passage"), SAID.values(), ids=SAID)
def test_what_has_all_of_it_may_say_a_point_in_any_words(point, passage):
    assert find_lack(judge_of(point, passage), 0, (1,)) is None


def test_a_code_that_most_reports_name_may_be_left_out():
    texts = ["Flight MH370 left the runway at noon.", "At noon the missing flight left the runway."]
    known = [
        f"{name} asked where flight MH370 was."
        for name in ("They", "Families", "We", "Pilots", "All", "Papers", "Both", "Some", "Many")
    ]
    assert find_lack(judge_of(*texts, *known), 0, (1,)) is None
    assert find_lack(judge_of(*texts), 0, (1,)) == "a name is missing (mh)"


def test_over_two_sentences_either_may_have_it():
    texts = ("The blast killed 14 people in Oslo.", "A blast shook Oslo. It killed 14.")
    judge = judge_of(*texts)
    assert find_lack(judge, 0, (1,)).startswith("a number is missing")
    assert find_lack(judge, 0, (1, 2)) is None


@pytest.mark.parametrize("language", ["de", "fi"])
def test_in_other_languages_every_number_must_be_there(language):
    point = "Vuonna 2019 kaatui 14 puuta."
    assert find_lack(judge_of(point, "Puuta kaatui 14 vuonna 2019.", language=language), 0, (1,)) is None
    assert find_lack(judge_of(point, "Puuta kaatui 15 vuonna 2019.", language=language), 0, (1,)).startswith("a number")


BACKED = {
    "all there": ("The blast killed 14 people, and the mayor wept.", "The blast killed 14 people.", "killed 14 people"),
    "a name cut from the front": (
        "Hall was flown back to the shore.",
        "The man was flown back to the shore.",
        "was flown",
    ),
    "a number cut from the end": ("Ships left the port after 15 days.", "Ships left the port.", "Ships left the port"),
}


@pytest.mark.parametrize(("point", "passage", "kept"), BACKED.values(), ids=BACKED)
def test_what_a_passage_lacks_is_cut_from_the_part_that_it_backs(point, passage, kept):
    found = keep_backed(judge_of(point, passage), 0, (1,), Span(start=0, end=len(point)))
    assert kept in found.of(point)
    assert "15" not in found.of(point) and "Hall" not in found.of(point)


def test_a_part_of_which_nothing_is_left_backs_nothing():
    point = "Hall left Oslo."
    judge = judge_of(point, "The man left the town.")
    assert keep_backed(judge, 0, (1,), Span(start=0, end=len(point))) is None


def test_words_that_tell_nothing_are_no_part():
    point = "The ferry sank near the harbour."
    judge = judge_of(point, "The ferry sank near the harbour at night.")
    assert keep_backed(judge, 0, (1,), Span(start=0, end=len("The"))) is None
    assert keep_backed(judge, 0, (1,), Span(start=0, end=len("The ferry sank"))) is not None


def test_a_part_beside_what_is_missing_stays_as_it_is():
    point = "The ferry sank near the harbour, and 14 people drowned."
    judge = judge_of(point, "The ferry sank near the harbour.")
    stretch = Span(start=0, end=point.index(","))
    assert keep_backed(judge, 0, (1,), stretch) == stretch
