"""The order within an event, on statements made of whole reports."""

from summarizer.briefing.order import order_statements
from summarizer.ingest import prepare_document, split_document
from summarizer.language import find_quantities
from summarizer.model import Document, Statement

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
FILLER = "The weather stayed dry. Schools were shut. Shops closed early."


def order(*texts, first, tolls=None):
    """The texts in order, of reports each; `first` is the number of that which sums up."""
    reports = [prepare_document(Document(id=str(at), text=text)) for at, text in enumerate(texts)]
    sentences = [one for report in reports for one in split_document(report, "en")[0] if one.text not in FILLER]
    statements = [
        Statement(sentences=(one,), origin_of={report.id: report.id for report in reports}, score=1.0)
        for one in sentences
    ]
    summing = next(one for one in statements if one.wording.text == first)
    ordered = order_statements(summing, statements, {}, {report.id: report for report in reports}, tolls or {})
    return [one.wording.text for one in ordered]


def test_threads_are_not_braided():
    texts = (f"{ROAD[0]} {FILLER} {MONEY[0]}", f"{TOLL[0]} {FILLER} {MONEY[1]} {FILLER} {ROAD[1]}")
    assert order(*texts, first=TOLL[0]) == [TOLL[0], *ROAD, *reversed(MONEY)]


def test_the_thread_of_what_sums_up_comes_next():
    texts = (f"{ROAD[0]} {FILLER} {MONEY[0]}", f"{ROAD[1]} {FILLER} {MONEY[1]}")
    assert order(*texts, first=MONEY[1]) == [MONEY[1], MONEY[0], *ROAD]


def test_neighbours_of_a_report_stay_together():
    texts = (f"{ROAD[0]} {MONEY[0]}", f"{ROAD[1]} {FILLER} {TOLL[0]}")
    assert order(*texts, first=TOLL[0])[1:3] == [ROAD[0], MONEY[0]]


def test_an_overtaken_toll_stands_behind_the_newest_of_its_thread():
    (newest,) = find_quantities(TOLL[1])
    texts = (f"{TOLL[0]} {FILLER} {ROAD[0]}", f"{FILLER} {TOLL[1]}")
    assert order(*texts, first=ROAD[0], tolls={newest.role: newest}) == [ROAD[0], TOLL[1], TOLL[0]]
    assert order(*texts, first=ROAD[0]) == [ROAD[0], *TOLL]


def test_what_leans_on_the_sentence_that_sums_up_stands_right_behind_it():
    texts = (f"{MONEY[1]} {FILLER} {ROAD[1]}", f"{FILLER} {MONEY[0]} It will pay for the walls.")
    assert order(*texts, first=MONEY[0])[:3] == [MONEY[0], "It will pay for the walls.", MONEY[1]]
