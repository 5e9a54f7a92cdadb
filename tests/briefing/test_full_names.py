import pytest

from summarizer import Document
from summarizer.briefing.full_names import name_speakers
from summarizer.model import Point, Section
from summarizer.renderers.wording import byline
from tests.builders import build_sentences

SAID = "“Nobody looked after the dam,” {} said."


def names(points, told, heard=()):
    """The speakers of points once named, and what is printed of them."""
    made = [Point(text=text, score=1.0, citations=(), origins=(), speaker=speaker) for speaker, text in points]
    documents = [Document(id=str(at), text=text) for at, text in enumerate([text for _, text in points] + [told])]
    (section,) = name_speakers(
        [Section(heading=None, when=None, points=tuple(made))], documents, build_sentences(heard)
    )
    return [(point.speaker, byline(point)) for point in section.points]


NAMED = {
    "a name that men have": ("Salomonsky", "They met Mike Salomonsky beside the ruins.", (), "Mike Salomonsky"),
    "behind a title": ("Capt. Salomonsky", "They met Capt. Mike R. Salomonsky there.", (), "Mike Salomonsky"),
    "one who spoke": ("Bekele", "Tilahun Bekele fled.", [("a", "“We fled,” Tilahun Bekele said.")], "Tilahun Bekele"),
}


@pytest.mark.parametrize(("called", "told", "heard", "full"), NAMED.values(), ids=NAMED)
def test_who_is_called_by_the_last_name_is_named_in_full(called, told, heard, full):
    assert names([(called, SAID.format(called))], told, heard) == [(full, full)]


NOT_NAMED = {
    "two of one name": ("Salomonsky", "They met Mike Salomonsky and Ann Salomonsky beside the ruins."),
    "a title alone": ("Salomonsky", "They met Captain Salomonsky beside the ruins."),
    "a body": ("Northwestern", "They met Outgoing Northwestern officials beside the ruins."),
    "a word before": ("Salomonsky", "But Salomonsky led them through the ruins on Friday."),
    "a day": ("Mike", "On Sunday Mike led them through the ruins."),
    "words for a person": ("the mayor", "They met Mike Mayor beside the ruins."),
}


@pytest.mark.parametrize(("called", "told"), NOT_NAMED.values(), ids=NOT_NAMED)
def test_nobody_is_named_who_is_not_known_for_certain(called, told):
    assert names([(called, SAID.format(called))], told) == [(called, "")]


def test_whom_a_point_named_before_is_not_named_again():
    points = [(who, SAID.format(who)) for who in ("Mike Roe", "Roe", "Poe", "Poe")]
    assert names(points, "They met Ann Poe.") == [("Mike Roe", ""), ("Roe", ""), ("Ann Poe", "Ann Poe"), ("Poe", "")]


def test_a_speaker_whom_no_word_of_the_point_names_is_printed_in_full():
    assert names([("Roe", "“Nobody looked after the dam.”")], "They met Mike Roe.") == [("Mike Roe", "Mike Roe")]
