from dataclasses import replace

from summarizer.briefing.leaders import rank_leaders, weigh_leader
from summarizer.nlp.numbers.quantities import find_quantities
from tests.builders import build_sentences, build_statements

TEXTS = [
    ("a", "The dam above Jalko burst on Sunday and flooded nine villages."),
    ("a", "A woman was found alive in a tree above the flood on Monday."),
    ("a", "Two men were found alive in a boat below the dam on Monday."),
    ("b", "The dam had been called safe by three engineers in the spring."),
    ("c", "The weather in the south will be warm and dry for some days."),
]


def test_reports_of_the_main_event_lead_with_what_they_open_with():
    statements = build_statements(build_sentences(TEXTS), [1.0, 1.1, 5.0, 0.5, 9.0])
    assert rank_leaders(statements, ("a", "b"), [1.0] * 5, {}) == [1, 0, 3]
    assert rank_leaders(statements, ("a", "b"), [1.0, 0.3, 1.0, 1.0, 1.0], {}) == [0, 1, 3]
    assert rank_leaders(statements, ("d",), [1.0] * 5, {}) == []


def test_in_a_language_without_tables_nothing_leads():
    greek = [replace(one, language="el") for one in build_sentences(TEXTS)]
    assert rank_leaders(build_statements(greek), ("a", "b"), [1.0] * 5, {}) == []


def test_what_tells_an_overtaken_toll_does_not_lead():
    texts = [("a", "The flood in Jalko killed 296 people on Friday."), ("b", "The flood in Jalko killed 412 people.")]
    statements = build_statements(build_sentences(texts), [9.0, 1.0])
    newest = {"dead": find_quantities("412 people were killed.")[0]}
    assert rank_leaders(statements, ("a", "b"), [1.0] * 2, newest) == [1]
    assert rank_leaders(statements, ("a", "b"), [1.0] * 2, {}) == [0, 1]


def test_how_well_a_statement_sums_up_grows_with_its_rank():
    statements = build_statements(build_sentences(TEXTS), [1.0, 4.0, 1.0, 1.0, 1.0])
    lead = [1.0, 0.5, 1.0, 1.0, 1.0]
    assert weigh_leader(statements[1], lead) > 3 * weigh_leader(statements[0], lead)
