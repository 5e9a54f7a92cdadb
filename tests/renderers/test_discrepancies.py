"""Differences as people read them: series, spellings in one line, and what short formats leave out."""

import re
from dataclasses import replace

from summarizer.model import Briefing, Discrepancy, PartialDate, Section
from summarizer.renderers.discrepancies import asides, heading_of, marks, shown, spellings, told_on
from summarizer.renderers.notebook import draw_html
from summarizer.renderers.registry import render
from tests.renderers.example_briefing import BRIEFING, make_point, make_reading


def told(value, day, *sources, old=False):
    return replace(make_reading(value, *sources), when=PartialDate.parse(day), is_overtaken=old)


SERIES = Discrepancy(
    kind="number",
    about="People killed",
    readings=(
        told("at least 296", "2023-06-06", 1, old=True),
        told("1,037", "2023-06-07", 2, old=True),
        told("2,122", "2023-06-08", 3, 5),
    ),
    is_series=True,
)
ASIDE = replace(SERIES, about="People hurt elsewhere", is_aside=True)
SPELT = Discrepancy(
    kind="spelling", about="Foreign Minister", readings=(make_reading("Qin Gang", 2, 3), make_reading("Chen Gang", 5))
)
POINT = make_point("At least 296 people were killed.", 1, discrepancies=(0, 1, 2), overtaken=0)
TOLD = replace(
    BRIEFING,
    sections=(Section(heading="Bottom line", when=None, points=(POINT,)),),
    discrepancies=(SERIES, ASIDE, SPELT),
)


def test_what_is_shown_where():
    assert shown(TOLD) == [(0, SERIES)]
    assert spellings(TOLD) == [SPELT]
    assert asides(TOLD) == "1 more difference on what no point tells: in the JSON and on the HTML page."
    assert asides(BRIEFING) == ""


def test_a_point_says_what_overtook_it_and_leaves_spellings_and_asides_alone():
    assert list(marks(TOLD, POINT)) == ["overtaken: 2,122 [3][5]", "reports differ, see A"]


def test_readings_of_a_series_have_their_days_and_the_last_is_the_newest():
    assert [told_on(SERIES, one) for one in SERIES.readings] == ["(6 June)", "(7 June)", "(8 June, the newest)"]


def test_clocks_are_told_where_the_days_do_not_differ():
    clocks = ("2024-03-18T09:15", "2024-03-18T12:10", "2024-03-18T12:10")
    readings = tuple(replace(one, when=PartialDate.parse(at)) for one, at in zip(SERIES.readings, clocks, strict=True))
    series = replace(SERIES, readings=readings)
    assert [told_on(series, one) for one in readings[:2]] == ["(18 March, 09:15)", "(18 March, 12:10)"]


def test_years_are_told_where_they_differ():
    first = replace(SERIES.readings[0], when=PartialDate.parse("2022-12-31"))
    assert told_on(replace(SERIES, readings=(first, *SERIES.readings[1:])), first) == "(31 December 2022)"


def test_days_of_what_does_not_grow_are_left_out():
    plain = tuple(replace(reading, is_overtaken=False) for reading in SERIES.readings)
    assert [told_on(replace(SERIES, is_series=False, readings=plain), one) for one in plain] == ["", "", ""]


def test_the_terminal_shows_a_series_and_folds_spellings():
    written = render(TOLD, "terminal", width=100)
    assert "[1] (overtaken: 2,122 [3][5]; reports differ, see A)" in " ".join(written.split())
    assert (
        """A. People killed, oldest to newest
   - at least 296 (6 June): Caliber.Az [1]
   - 1,037 (7 June): RNZ [2]
   - 2,122 (8 June, the newest): LatestLY [3], Reuters [5]
Names spelt differently: Qin Gang [2][3] / Chen Gang [5].
1 more difference on what no point tells: in the JSON and on the HTML page.
"""
        in written
    )


def test_markdown_shows_the_same():
    written = render(TOLD, "markdown", citations="plain")
    assert "overtaken: 2,122" in written
    assert "- **A.** People killed, *oldest to newest*\n  - at least 296 *(6 June)*: Caliber.Az" in written
    assert "- *Names spelt differently:* Qin Gang" in written and "People hurt elsewhere" not in written


def test_the_page_and_the_json_have_all():
    page = render(TOLD, "html")
    assert "People hurt elsewhere" in page and "One name, spelt differently:" in page
    assert "Overtaken: <q>2,122</q>" in page and "the newest" in page
    assert Briefing.from_json(render(TOLD, "json")) == TOLD


def test_one_report_alone_does_not_differ_from_others():
    alone = replace(SERIES, readings=(told("12", "2024-03-18", 1, old=True), told("31", "2024-03-18", 1)))
    blog = replace(TOLD, discrepancies=(alone, ASIDE, SPELT))
    assert list(marks(blog, replace(POINT, overtaken=None))) == ["see A"]
    assert heading_of(replace(TOLD, discrepancies=(alone,))) == "What changed"
    assert heading_of(blog) == "Where the reports differ"


FOLDED = replace(
    SERIES,
    readings=(
        SERIES.readings[0],
        replace(
            SERIES.readings[2],
            citations=(*SERIES.readings[2].citations, *make_reading("more than 2,100", 2).citations),
        ),
    ),
)
ONE_READING = replace(TOLD, discrepancies=(FOLDED, ASIDE, SPELT))


def test_a_reading_is_told_in_the_words_of_each_report():
    point = ONE_READING.points[0]
    assert next(iter(marks(ONE_READING, point))) == "overtaken: 2,122 [3][5]"
    written = render(ONE_READING, "terminal", width=100)
    assert "- 2,122 (8 June, the newest): LatestLY [3], Reuters [5]; more than 2,100: RNZ [2]\n" in written
    written = render(ONE_READING, "markdown", citations="plain")
    assert r"2,122 *(8 June, the newest)*: LatestLY \[3\], Reuters \[5\]; more than 2,100: RNZ \[2\]" in written
    page = " ".join(re.sub(r"<[^>]*>", " ", render(ONE_READING, "html")).split())
    assert "likewise more than 2,100" in page and "likewise 2,122" not in page
    notebook = " ".join(re.sub(r"<[^>]*>", " ", draw_html(ONE_READING)).split())
    assert "; more than 2,100: RNZ" in notebook
