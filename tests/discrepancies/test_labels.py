import pytest

from summarizer.discrepancies.topics import TOLLS, label_danger, label_toll
from summarizer.nlp.facts import casualties


@pytest.mark.parametrize(
    ("role", "noun", "label"),
    [
        ("dead", "people", "People killed"),
        ("dead student", "students", "Students killed"),
        ("sickened pupil", "pupils", "Pupils who fell ill"),
        ("bodies found", "bodies", "Bodies found"),
    ],
)
def test_a_toll_of_some_is_called_by_their_noun(role, noun, label):
    assert label_toll(role, noun) == label


def test_every_toll_has_a_label():
    assert {*TOLLS} == {*casualties.TOLLS, "bodies found"}


def test_those_in_danger_are_called_as_the_reports_call_them():
    assert label_danger("hostages") == "What became of the hostages"
    assert label_danger("trapped") == "What became of those trapped"
