"""Lines at places on pages, as no program at hand sets them: rows across columns, words broken in every way."""

import time

import pytest

from summarizer.readers.pdf.layout import Strip, join_strips, order_lines
from summarizer.readers.pdf.paragraphs import set_paragraphs


def strip(text, x, y, size=10.0, **more):
    return Strip(text=text, x=x, y=y, size=size, **more)


def test_columns_that_were_set_row_by_row_are_read_one_after_the_other():
    head = strip("A heading that runs across both of the columns of the page, as headings do", 50, 700)
    rows = [strip(f"{side} {row}", x, 680 - 12 * row) for row in range(6) for side, x in (("left", 50), ("right", 300))]
    ordered = [line.text for line in order_lines([head, *rows])]
    assert ordered == [head.text, *(f"left {row}" for row in range(6)), *(f"right {row}" for row in range(6))]


def test_a_large_headline_over_two_columns_parts_what_is_above_from_what_is_below():
    top = [strip("THE NEWS", 50, 760), strip("Wednesday", 420, 760)]
    head = strip("Dam closed after cracks are", 50, 720, size=24.0)
    rows = [strip(f"{side} {row}", x, 680 - 12 * row) for row in range(6) for side, x in (("left", 50), ("right", 300))]
    ordered = [line.text for line in order_lines([*top, head, *rows])]
    assert ordered[:4] == ["THE NEWS", "Wednesday", head.text, "left 0"]


def test_an_initial_over_several_lines_begins_the_first():
    initial = strip("T", 50, 680, size=34.0)
    lines = [strip(f"he dam was closed {row}", 74 if row < 2 else 50, 700 - 12 * row) for row in range(6)]
    joined = join_strips([initial, *lines])
    assert [line.text for line in joined[:2]] == ["The dam was closed 0", "he dam was closed 1"]
    assert [line.x for line in joined] == [50] * 6


def test_a_large_letter_with_nothing_beside_it_stays():
    lines = [strip("A", 50, 700, size=34.0), *(strip(f"dam {row}", 50, 600 - 12 * row) for row in range(4))]
    assert join_strips(lines)[0].text == "A"


WORDS = "One Two Three Four Five Six Seven Eight Nine".split()


def test_the_day_of_a_paper_stays_on_its_first_page_and_is_left_out_on_others():
    pages = [
        [
            strip("Wednesday, March 20, 2024", 300, 800),
            *(
                strip(f"{word} {'abc'[page]} of the story, which went on for long.", 50, 700 - 12 * at)
                for at, word in enumerate(WORDS)
            ),
        ]
        for page in range(3)
    ]
    text, _, omitted = set_paragraphs(pages)
    assert text.startswith("Wednesday, March 20, 2024\n") and text.count("Wednesday") == 1
    assert [one.rule for one in omitted] == ["running head"]


def test_columns_that_were_set_one_after_the_other_stay_so():
    lines = [
        strip(f"{side} {row}", x, 680 - 12 * row) for side, x in (("left", 50), ("right", 300)) for row in range(6)
    ]
    assert order_lines(lines) == lines


def test_one_column_is_read_downward_whatever_the_order_of_the_file():
    lines = [strip(str(row), 50, 700 - 12 * row) for row in (3, 1, 2)]
    assert [line.text for line in order_lines(lines)] == ["1", "2", "3"]


def test_a_change_of_font_begins_no_line():
    strips = [strip("The ", 50, 700), strip("Post", 69, 700), strip(" said", 90, 700), strip("next", 50, 688)]
    assert [line.text for line in join_strips(strips)] == ["The Post said", "next"]


def wrapped(first, second):
    """A paragraph of two full lines and a short one, with these words where the first two meet."""
    long = "and so the words went on until the line was full of them"
    return [strip(f"{long} {first}", 50, 700), strip(f"{second} {long}", 50, 688), strip("of them.", 50, 676)]


BREAKS = {
    ("con-", "structive"): "constructive",
    ("con\u00ad", "structive"): "constructive",
    ("con\u2010", "structive"): "constructive",
    ("well-", "known"): "well-known",
    ("high-", "er"): "higher",
    ("US-", "China"): "US-China",
    ("2023-", "plan"): "2023-plan",
    ("https://a.org/one-", "two"): "https://a.org/one-two",
    ("face-to-", "face"): "face-to-face",
    ("plain", "words"): "plain words",
    ("a –", "dash"): "a – dash",
}


@pytest.mark.parametrize(("ends", "whole"), BREAKS.items())
def test_words_that_lines_break(ends, whole):
    text, _, _ = set_paragraphs([wrapped(*ends)])
    assert f" {whole} " in text and "\n" not in text


def test_a_word_that_is_hyphenated_elsewhere_keeps_its_hyphen():
    page = [*wrapped("bi-", "lateral"), strip("The bi-lateral talks went on.", 50, 640)]
    assert "full of them bi-lateral and" in set_paragraphs([page])[0]


def test_a_sentence_goes_on_from_page_to_page_and_each_page_knows_where_it_stands():
    pages = [[strip("The talks went on until the", 50, 100)], [strip("evening of Monday.", 50, 700)]]
    text, spans, _ = set_paragraphs(pages)
    assert text == "The talks went on until the evening of Monday."
    assert [span.of(text).strip() for span in spans] == ["The talks went on until the", "evening of Monday."]


def test_turned_text_is_left_out_by_name():
    text, _, omitted = set_paragraphs([[strip("Straight text.", 50, 700), strip("DRAFT", 9, 9, is_turned=True)]])
    assert text == "Straight text." and [(one.rule, one.text) for one in omitted] == [("turned text", "DRAFT")]


@pytest.mark.parametrize("letter", ["a", "-", ".", "/", "1"])
def test_a_line_without_end_takes_no_square_of_the_time(letter):
    page = [strip(letter, 50 + number * 5, 700) for number in range(100_000)] + [strip(letter * 300_000, 50, 600)]
    start = time.perf_counter()
    set_paragraphs([[*page, strip("end.", 50, 500)]])
    assert time.perf_counter() - start < 30
