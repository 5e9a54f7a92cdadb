"""The sourcing note: what the citations mean, and what was not found."""

import pytest

from summarizer import Document, Settings, run_pipeline
from summarizer.briefing.sourcing_note import write_notes
from tests.renderers.example_briefing import BRIEFING, make_point

TWO = BRIEFING.origins[:2]
ALONE, SHARED = make_point("One says it.", 1), make_point("Two say it.", 1, 2)
COPIED = make_point("Two papers print one dispatch.", 2, 5)
IN_PART = make_point("One says it, another a part.", 1, parts={2: "One says it"})


def last(*points, origins=TWO):
    return write_notes(5, origins, 1, points)[-1]


def test_what_was_read():
    assert write_notes(5, TWO, 1, [SHARED]) == (
        "5 reports read, 4 cited.",
        "Every point is verbatim from the first report cited; the others cited beside it say the same.",
        "2 independent origins at most: reports that share a source without showing it count as independent.",
    )
    assert write_notes(1, TWO[:1], 0, [ALONE])[::2] == (
        "1 report read, 1 cited.",
        "1 independent origin at most: reports that share a source without showing it count as independent.",
    )


def test_a_part_is_explained_where_there_is_one():
    assert write_notes(5, TWO, 1, [SHARED, IN_PART])[1] == (
        "Every point is verbatim from the first report cited; the others cited beside it say the same, those behind "
        "“in part” only a part of it."
    )


def test_a_point_that_one_origin_tells_is_named_by_its_number():
    said = "Point 2 is cited to one origin alone, which does not mean that no other tells it."
    assert last(SHARED, ALONE) == said
    assert last(IN_PART, COPIED) == said


@pytest.mark.parametrize(
    ("numbers", "listed"),
    [
        ([1, 2], "Points 1 and 2"),
        ([1, 2, 3], "Points 1 to 3"),
        ([1, 2, 3, 5, 6, 8], "Points 1 to 3, 5, 6 and 8"),
        ([2, 4, 5, 6, 7], "Points 2 and 4 to 7"),
    ],
)
def test_many_points_are_named_in_few_words(numbers, listed):
    assert f"{listed} are cited to one origin alone, which does not mean that no other tells them." == last(
        *(ALONE if number in numbers else SHARED for number in range(1, 10))
    )


def test_where_all_goes_back_to_one_origin_nothing_is_said_to_be_missing():
    assert len(write_notes(1, TWO[:1], 0, [ALONE, ALONE])) == 3
    assert len(write_notes(2, TWO[:1], 0, [COPIED])) == 3


def test_a_briefing_of_one_report_says_nothing_of_others():
    run = run_pipeline([Document(id="a", text="The dam above the valley broke on Monday night.")])
    assert not any("alone" in note for note in run.briefing.notes)


def test_the_numbers_are_those_of_the_points_in_reading_order():
    texts = {
        "a": "The dam above the valley broke on Monday night. Two hundred people had left their houses before.",
        "b": "The dam above the valley broke on Monday night after days of rain. Soldiers search for the missing.",
    }
    run = run_pipeline([Document(id=name, text=text) for name, text in texts.items()], Settings(words=40))
    alone = [number for number, point in enumerate(run.briefing.points, start=1) if len(point.citations) == 1]
    assert alone and run.briefing.notes[-1].startswith(
        f"Points {' and '.join(map(str, alone))} are cited to one origin alone, "
    )
