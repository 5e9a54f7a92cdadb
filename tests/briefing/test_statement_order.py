"""The order within an event, on statements made of whole reports."""

from pathlib import Path

import pytest

from summarizer import read_documents, summarize
from summarizer.briefing.statement_order import leans_on, order_statements
from summarizer.cleaning.split_sentences import split_document
from summarizer.model import Document, Evidence, Statement
from summarizer.nlp.numbers.quantities import find_quantities
from summarizer.readers.documents import prepare_document

EARTHQUAKE = Path(__file__).parents[2] / "examples" / "earthquake"
TOLL = (
    "The quake in the hills killed at least 296 people.",
    "The quake in the hills killed 2,122 people.",
)
ROAD = (
    "Soldiers cleared the mountain road to the valley.",
    "Trucks reached the valley by the mountain road.",
)
MONEY = (
    "The minister promised families a grant for a lost house.",
    "Each grant for a lost house comes from a new fund.",
)
SCHOOL = "Pupils of the old college sat their exams in tents."
TOWNS = ("Arden", "Boscombe", "Corwen", "Dunster", "Evesham", "Farnham")
LOST = ("seven", "eleven", "twelve", "twenty", "thirty", "forty")
FILLER = "The weather stayed dry. Schools were shut. Shops closed early."


def statements_of(text):
    report = prepare_document(Document(id="0", text=text))
    return [Statement(sentences=(one,), origin_of={"0": "0"}, score=1.0) for one in split_document(report, "en")[0]]


def order(*texts, first, tolls=None, parts=None):
    """The texts in order, of reports each; `first` sums up. What two reports tell in the same words is one of them.

    `parts` gives, for a text, a sentence that tells a part of it.
    """
    reports = [prepare_document(Document(id=str(at), text=text)) for at, text in enumerate(texts)]
    told = {}
    for one in (one for report in reports for one in split_document(report, "en")[0] if one.text not in FILLER):
        told.setdefault(one.text, []).append(one)
    origin_of = {report.id: report.id for report in reports}
    evidence = {
        text: (Evidence(sentences=tuple(told.pop(part)), relation="part", score=0.5),)
        for text, part in (parts or {}).items()
    }
    statements = [
        Statement(sentences=tuple(own), origin_of=origin_of, score=1.0, evidence=evidence.get(text, ()))
        for text, own in told.items()
    ]
    summing = next(one for one in statements if one.wording.text == first)
    ordered = order_statements(summing, statements, {}, {report.id: report for report in reports}, tolls or {})
    return [one.wording.text for one in ordered]


def test_what_is_alike_is_not_parted():
    texts = (f"{ROAD[0]} {FILLER} {MONEY[0]}", f"{TOLL[0]} {FILLER} {MONEY[1]} {FILLER} {ROAD[1]}")
    summing, *ordered = order(*texts, first=TOLL[0])
    assert summing == TOLL[0] and sorted(map(set, (ordered[:2], ordered[2:])), key=min) == sorted(
        map(set, (MONEY, ROAD)), key=min
    )


def test_what_is_like_that_which_sums_up_comes_next():
    texts = (f"{ROAD[0]} {FILLER}", f"{FILLER} {MONEY[0]} {FILLER}", MONEY[1])
    assert order(*texts, first=MONEY[1]) == [MONEY[1], MONEY[0], ROAD[0]]


def test_what_reports_tell_early_comes_next_where_nothing_is_like_that_which_sums_up():
    texts = (TOLL[0], f"{FILLER} {ROAD[0]} {FILLER}", f"{MONEY[0]} {FILLER}")
    assert order(*texts, first=TOLL[0]) == [TOLL[0], MONEY[0], ROAD[0]]


def test_neighbours_of_a_report_stay_together():
    texts = (f"{ROAD[0]} {MONEY[0]}", f"{ROAD[1]} {FILLER} {TOLL[0]}")
    assert order(*texts, first=TOLL[0]) == [TOLL[0], ROAD[1], ROAD[0], MONEY[0]]


def test_what_follows_in_the_body_of_a_report_stays_behind_it_though_something_else_is_more_alike():
    texts = (f"{TOLL[0]} {FILLER} {SCHOOL} {MONEY[0]}", f"{TOLL[1]} {FILLER} {ROAD[0]} {MONEY[1]}")
    ordered = order(*texts, first=TOLL[1])
    assert ordered.index(MONEY[0]) == ordered.index(SCHOOL) + 1
    assert ordered.index(MONEY[1]) == ordered.index(ROAD[0]) + 1


def test_passages_near_each_other_in_a_report_are_not_torn():
    texts = (f"{ROAD[0]} The weather stayed dry. {MONEY[0]}", f"The weather stayed dry. {SCHOOL} {FILLER}", TOLL[0])
    assert order(*texts, first=TOLL[0]) == [TOLL[0], ROAD[0], MONEY[0], SCHOOL]


def test_a_report_that_tells_both_says_which_comes_first():
    texts = (f"{FILLER} {ROAD[0]} {FILLER}", f"{FILLER} {FILLER} {MONEY[0]} {FILLER}", TOLL[0])
    assert order(*texts, first=TOLL[0]) == [TOLL[0], ROAD[0], MONEY[0]]
    assert order(*texts, f"{FILLER} {MONEY[0]} {ROAD[0]}", first=TOLL[0]) == [TOLL[0], MONEY[0], ROAD[0]]


def test_a_report_that_tells_a_part_of_both_says_which_comes_first():
    roads, grants = "Roads were cleared.", "Grants were promised."
    texts = (f"{FILLER} {ROAD[0]} {FILLER}", f"{FILLER} {FILLER} {MONEY[0]} {FILLER}", TOLL[0])
    texts = (*texts, f"{FILLER} {grants} {roads}")
    parts = {ROAD[0]: roads, MONEY[0]: grants}
    assert order(*texts, first=TOLL[0], parts=parts) == [TOLL[0], MONEY[0], ROAD[0]]


def test_sentences_of_a_report_keep_their_order():
    texts = (f"{SCHOOL} {FILLER} {MONEY[0]} {FILLER} {FILLER} {FILLER}", MONEY[1])
    assert order(*texts, first=MONEY[1]) == [MONEY[1], SCHOOL, MONEY[0]]


def test_many_statements_on_one_town_stand_together():
    towns = [f"{name} lost {lost} houses of {lost} families in {name}." for name in TOWNS for lost in LOST]
    texts = (TOLL[0], *(f" {FILLER} ".join(towns[at::3]) for at in range(3)))
    ordered = order(*texts, first=TOLL[0])[1:]
    assert sorted(ordered) == sorted(towns)
    assert [one.split()[0] for one in ordered[:: len(LOST)]] == [
        one.split()[0] for one in ordered[len(LOST) - 1 :: len(LOST)]
    ]


def test_an_overtaken_toll_stands_behind_the_newest():
    (newest,) = find_quantities(TOLL[1])
    texts = (f"{TOLL[0]} {FILLER} {ROAD[0]}", f"{FILLER} {TOLL[1]}")
    assert order(*texts, first=ROAD[0], tolls={newest.role: newest}) == [ROAD[0], TOLL[1], TOLL[0]]
    assert order(*texts, first=ROAD[0]) == [ROAD[0], *TOLL]
    texts = (f"{TOLL[0]} {FILLER} {TOLL[1]}", ROAD[0])
    assert order(*texts, first=ROAD[0], tolls={newest.role: newest}) == [ROAD[0], TOLL[1], TOLL[0]]


def test_an_overtaken_toll_may_stand_before_what_tells_no_toll():
    points = summarize(read_documents([EARTHQUAKE])).points
    old = next(at for at, point in enumerate(points) if "late on Friday, killing at least 1,037" in point.text)
    assert points[old].overtaken is not None
    newest = next(at for at, point in enumerate(points) if "has climbed to 2,122" in point.text)
    assert old < newest and old < len(points) // 2


def test_what_leans_on_the_sentence_that_sums_up_stands_right_behind_it():
    texts = (f"{MONEY[1]} {FILLER} {ROAD[1]}", f"{FILLER} {MONEY[0]} It will pay for the walls.")
    assert order(*texts, first=MONEY[0])[:3] == [MONEY[0], "It will pay for the walls.", MONEY[1]]


@pytest.mark.parametrize(
    "quoted",
    [
        "“The walls will stand for the whole of the century,” she said.",
        "“This is a day of joy for all the people of the coast,” said Jane Doe.",
    ],
)
def test_a_quotation_leans_on_the_sentence_that_tells_who_speaks_or_of_what(quoted):
    assert leans_on(*reversed(statements_of(f"{MONEY[0]} {quoted}")))
    assert not leans_on(*reversed(statements_of(f"{MONEY[0]} {ROAD[0]}")))


def test_what_sums_up_comes_before_the_sentence_on_which_it_leans():
    texts = (f"{ROAD[0]} {FILLER}", f"{FILLER} {MONEY[0]} It will pay for the walls.")
    assert order(*texts, first="It will pay for the walls.")[:2] == ["It will pay for the walls.", MONEY[0]]


@pytest.mark.filterwarnings("error")
def test_sentences_of_a_very_long_report_are_ordered():
    texts = (f"{ROAD[0]} {' '.join([FILLER] * 800)} {MONEY[0]}", TOLL[0])
    assert order(*texts, first=TOLL[0]) == [TOLL[0], ROAD[0], MONEY[0]]
