from dataclasses import replace

import pytest

from summarizer import Document, Settings
from summarizer.briefing.briefing_inputs import BriefingContext
from summarizer.briefing.news_weight import weigh_opening
from summarizer.briefing.sections import arrange_statements
from summarizer.model import ReportDate, Span
from summarizer.pipeline import STAGES, open_run
from tests.builders import build_sentences, build_statements

FILLER = "The dam above Jalko burst."
OPENINGS = {
    "A former officer was found dead in his home on Monday.": 1.5,
    "Two climbers were found dead in their tent on Monday.": 1.5,
    "A day later the climbers were found dead in their tent.": 1.0,
    "Police found the climbers dead in their tent on Monday.": 1.0,
    "“I deeply regret the use of force by the police,” the governor wrote.": 0.6,
    "The video is called the jump of all jumps by those who made it.": 0.6,
    "The 25-year-old singer is near the record of those before her.": 0.6,
    "The motion, meant to be secret, was there for all to read.": 0.6,
    "Carrie Russell also expected no trouble when she sent it.": 0.6,
    "The governor of the state also expected no trouble at all.": 0.6,
    "The government announced on Monday that the dam had burst.": 1.0,
    "The head of the dam said that the wall had been sound, and that he also had seen no crack.": 1.0,
}


@pytest.mark.parametrize(("text", "weight"), OPENINGS.items(), ids=OPENINGS)
def test_how_well_a_sentence_leads_by_how_it_opens(text, weight):
    first, later = build_sentences([("a", text), ("b", FILLER), ("b", text)])[::2]
    assert weigh_opening(later) == pytest.approx(weight)
    assert weigh_opening(first) == pytest.approx(1.1 * weight)


def test_in_other_languages_only_quotations_are_known():
    texts = [("a", "A Paris, le barrage."), ("a", "A Paris, le barrage a cédé."), ("a", "« Le barrage », a-t-il dit.")]
    french = [replace(one, language="fr") for one in build_sentences(texts)]
    assert [weigh_opening(one) for one in french] == [1.1, 1.0, 0.6]


@pytest.mark.parametrize(
    "other",
    [
        "Bryan Jones, 24, was found dead in his home in Jalko on Thursday, the office of the attorney said.",
        "“It is with a heavy heart that we tell you of the death of Bryan Jones,” said the office of the attorney.",
    ],
)
def test_what_brings_in_whom_it_is_about_leads_where_it_sums_up_nearly_as_well(other):
    wanted = "A former officer who was charged with a hoax was found dead in his home in Jalko on Thursday."
    sentences = build_sentences([("a", other), ("b", wanted)])
    unknown = ReportDate(published=None, published_is="unknown", why="it states none")
    _, events = arrange_statements(
        build_statements(sentences, [1.0, 0.9]),
        BriefingContext(
            documents=[Document(id=name, text="x", language="en", kept=(Span(start=0, end=1),)) for name in "ab"],
            sentences=sentences,
            dated=dict.fromkeys("ab", unknown),
            groups=[("a", "b")],
            lead=[1.0, 1.0],
        ),
    )
    assert events[0].statements[0].wording.text == wanted


def test_those_whom_an_overtaken_toll_counts_are_worth_as_little_as_the_toll():
    dead = "The deaths were in Jalko and in three villages, the ministry said."
    texts = {
        "old": f"JALKO, Sept 9, 2023 - The quake in Jalko killed 296 people on Friday, the ministry said.\n\n{dead}",
        "new": f"JALKO, Sept 11, 2023 - The death toll of the quake in Jalko rose to 412, the ministry said.\n\n{dead}",
    }
    state = open_run([Document(id=name, text=text) for name, text in texts.items()], Settings())
    for stage in STAGES[:7]:
        stage(state)
    worth = {(one.document, one.position): state.worth[one.id] for one in state.corpus.sentences}
    assert worth["old", 0] == worth["old", 1] == pytest.approx(0.3)
    assert worth["new", 0] == worth["new", 1] == 1.0


@pytest.mark.parametrize(("told", "factor"), [("The death toll of the quake in Jalko", 3.0), ("The death toll", 1.0)])
def test_the_newest_toll_leads_where_it_names_of_what_it_is(told, factor):
    texts = {
        "old": "JALKO, Sept 9, 2023 - The quake in Jalko killed 296 people on Friday, the ministry said.",
        "new": f"JALKO, Sept 11, 2023 - {told} rose to 412, the ministry said.\n\nThe army came to Jalko.",
    }
    state = open_run([Document(id=name, text=text) for name, text in texts.items()], Settings())
    for stage in STAGES[:7]:
        stage(state)
    lead = {(one.document, one.position): state.lead[one.id] for one in state.corpus.sentences}
    opening = {(one.document, one.position): state.opening[one.id] for one in state.corpus.sentences}
    beside = (opening["new", 0] / opening["new", 1]) ** 0.2
    assert lead["new", 0] / lead["new", 1] == pytest.approx(factor * beside)
