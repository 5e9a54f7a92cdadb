"""The gravest number of dead among the headlines of one event, where no report tells which is the newest."""

from datetime import date

from summarizer import Document, summarize
from summarizer.model import PartialDate

SAYS = "the ministry of the interior said"
REPORTS = (
    ("Jalko quake kills 120", 8, f"A strong quake shook the hills of Jalko on Friday and killed 120 people, {SAYS}."),
    ("Quake in the hills of Jalko kills 80", 8, f"The quake in Jalko killed at least 80 people on Friday, {SAYS}."),
    ("Survivors dig in Jalko", 8, "Survivors of the quake in the hills of Jalko dug for their families on Friday."),
    ("Flood in Jalko kills 12", 28, f"A flood in the hills of Jalko killed 12 people on Monday, {SAYS}."),
    ("Flood sweeps away bridges in Jalko, 12 dead", 28, "Two bridges were swept away by the flood in Jalko on Monday."),
)


def test_the_toll_of_one_event_outdates_no_headline_of_another():
    documents = [
        Document(
            id=str(at),
            title=title,
            text=f"{text} Soldiers dug in nine villages. Two roads were shut.",
            published=PartialDate(value=date(2023, 8 if day > 8 else 9, day)),
        )
        for at, (title, day, text) in enumerate(REPORTS)
    ]
    briefing = summarize(documents, words=140)
    assert briefing.title == "Jalko quake kills 120"
    headings = [section.heading for section in briefing.sections]
    assert headings[-1] in ("Flood in Jalko kills 12", "Flood sweeps away bridges in Jalko, 12 dead")
