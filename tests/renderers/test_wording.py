"""The tool's own words."""

from dataclasses import replace
from datetime import date

import pytest

from summarizer.model import DateRange, Introduction, PartialDate, Span
from summarizer.model.text import count
from summarizer.renderers.registry import render
from summarizer.renderers.wording import (
    as_of,
    backing,
    behind,
    by_extent,
    byline,
    cited_for,
    date_of,
    dating,
    glossing,
    letter,
    markers,
    notes_of,
    period,
    relation,
    standing,
    who,
)
from tests.renderers.example_briefing import BRIEFING, make_briefing, make_phrase, make_point, make_source

DATED = make_source(1, published=PartialDate.parse("2023-06-18"), published_is="stated")


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 reports"), (1, "1 report"), (2, "2 reports"), (12345, "12,345 reports")]
)
def test_one_is_singular(number, words):
    assert count(number, "report") == words


def test_as_of_tells_reports_origins_and_dates():
    assert as_of(BRIEFING) == (
        "5 reports from at most 4 independent origins, dated 2023-06-06 (stated) to 2023-06-19 (stated); "
        "1 report without a date."
    )


@pytest.mark.parametrize(
    ("sources", "origins", "words"),
    [
        ([DATED], 1, "1 report, dated 2023-06-18 (stated)."),
        ([make_source(1)], 1, "1 report, not dated."),
        ([make_source(1), make_source(2)], 1, "2 reports from 1 origin, none of them dated."),
        ([DATED, DATED], 1, "2 reports from 1 origin, dated 2023-06-18 (stated)."),
        (
            [replace(DATED, published_is="inferred"), replace(DATED, number=2)],
            2,
            "2 reports from at most 2 independent origins, dated 2023-06-18 (stated).",
        ),
        (
            [DATED, replace(DATED, published=PartialDate.parse("2023-06-18T14:01"), published_is="inferred")],
            2,
            "2 reports from at most 2 independent origins, dated 2023-06-18 (stated and inferred).",
        ),
        (
            [replace(DATED, published_is="inferred"), replace(DATED, published=PartialDate.parse("2023-07"))],
            2,
            "2 reports from at most 2 independent origins, dated 2023-06-18 (inferred) to 2023-07 (stated).",
        ),
        (
            [DATED, make_source(2), make_source(3)],
            1,
            "3 reports from 1 origin, dated 2023-06-18 (stated); 2 reports without a date.",
        ),
    ],
)
def test_as_of_reads_well_for_few(sources, origins, words):
    assert as_of(replace(BRIEFING, sources=tuple(sources), origins=BRIEFING.origins[:origins])) == words


def test_a_report_is_cited_once_however_often_it_says_it():
    point = make_point("x", 2, 5, 2, 1)
    assert markers(cited_for(point.citations)) == "[2][5][1]"


def test_what_says_a_part_stands_behind_what_says_all():
    point = make_point("They met and agreed.", 2, 5, parts={3: "They met", 1: "agreed"})
    whole, in_part = by_extent(cited_for(point.citations, point.text))
    assert behind(markers(whole), markers(in_part)) == "[2][5], in part [3][1]"
    assert behind(markers(whole), "") == "[2][5]"


def test_a_passage_tells_how_it_stands_to_the_point():
    point = make_point("They met and agreed.", 2, 5, parts={3: "They met"})
    told = [(relation(one), backing(one)) for one in cited_for(point.citations, point.text)]
    assert told == [("verbatim:", ""), ("says the same:", ""), ("in part, for", "“They met”:")]


@pytest.mark.parametrize(
    ("point", "words"),
    [
        (make_point("x", 1), ""),
        (make_point("x", 2, 5), ""),
        (make_point("x", 1, 2), "(2 origins)"),
        (make_point("x", 1, parts={2: "x"}), "(1 origin, 1 more in part)"),
        (make_point("x", 1, 2, parts={3: "x", 4: "x"}), "(2 origins, 2 more in part)"),
        (make_point("x", 2, parts={5: "x"}), ""),  # of one origin with the other
    ],
)
def test_standing(point, words):
    assert standing(point) == words


def test_further_marks_stand_behind_the_origins():
    assert standing(make_point("x", 1, 2), ["reports differ, see A"]) == "(2 origins; reports differ, see A)"


def test_letters_go_on_after_z():
    assert [letter(index) for index in (0, 1, 25, 26, 27, 51, 52, 701, 702)] == [
        *("A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA")
    ]


def test_a_period_of_one_day_names_it_once():
    first, last = date(2023, 6, 18), date(2023, 6, 19)
    assert period(None) == ""
    assert period(DateRange(start=first, end=first)) == "(2023-06-18)"
    assert period(DateRange(start=first, end=last)) == "(2023-06-18 to 2023-06-19)"


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"outlet": "RNZ", "credit": "Reuters"}, "RNZ"),
        ({"credit": "Reuters"}, "Reuters"),
        ({"outlet": "", "credit": "\u200b"}, "000_15d3"),
        ({}, "000_15d3"),
    ],
)
def test_a_report_always_has_a_name(fields, name):
    assert who(make_source(1, **fields)) == name


def test_a_report_whose_id_shows_nothing_goes_by_its_number():
    assert who(replace(make_briefing("\u200b").sources[0], document="\u200b", credit=None)) == "report 1"


def test_a_note_cites_sources_and_nothing_else():
    briefing = replace(BRIEFING, notes=("[2] and [5] are one text, a[9].txt is not.", "\u200b"))
    assert notes_of(briefing) == ["[2] and [5] are one text, a［9］.txt is not."]


def test_a_date_tells_how_it_is_known():
    assert date_of(DATED) == "2023-06-18 (stated)"
    assert date_of(make_source(1)) == "date unknown"


@pytest.mark.parametrize(
    ("text", "speaker", "shown"),
    [
        ("“We agree.”", "Jane Roe", "Jane Roe"),
        ("“We agree,” she said.", "Jane Roe", "Jane Roe"),
        ("“We agree,” Jane Roe said.", "Jane Roe", ""),
        ("The ministry said that it agreed.", "The ministry", ""),
        ("They agreed.", None, ""),
    ],
)
def test_a_speaker_whom_the_statement_names_is_not_named_again(text, speaker, shown):
    assert byline(make_point(text, 1, speaker=speaker)) == shown


JUNE = DateRange(start=date(2023, 6, 18), end=date(2023, 6, 19))


def marked(when, *phrases):
    text = " ".join(phrase[0] for phrase in phrases)
    found = [
        make_phrase(phrase[0], text.index(phrase[0]), *map(date.fromisoformat, phrase[1:3]), *phrase[3:])
        for phrase in phrases
    ]
    return dating(make_point(text, 1, dates=tuple(found)), when)


@pytest.mark.parametrize(
    ("when", "phrases", "mark"),
    [
        (JUNE, [("Sunday", "2023-06-18", "2023-06-18")], "[18 June]"),
        (None, [("Sunday", "2023-06-18", "2023-06-18")], "[18 June 2023]"),
        (JUNE, [("last week", "2023-05-29", "2023-06-04", "week")], "[29 May–4 June]"),
        (JUNE, [("the weekend", "2023-06-10", "2023-06-11", "weekend")], "[10–11 June]"),
        (JUNE, [("last November", "2022-11-01", "2022-11-30", "month")], "[November 2022]"),
        (JUNE, [("last month", "2023-05-01", "2023-05-31", "month")], "[May 2023]"),
        (JUNE, [("last year", "2022-01-01", "2022-12-31", "year")], "[2022]"),
        (JUNE, [("yesterday", "2022-12-31", "2022-12-31")], "[31 December 2022]"),
        # Two phrases: each is named; no more than two are marked.
        (
            JUNE,
            [
                ("Friday", "2023-06-16", "2023-06-16"),
                ("Sunday", "2023-06-18", "2023-06-18"),
                ("Saturday", "2023-06-17", "2023-06-17"),
            ],
            "[Friday: 16 June; Sunday: 18 June]",
        ),
        (
            DateRange(start=date(1978, 1, 1), end=date(2023, 2, 28)),
            [("February", "2023-02-01", "2023-02-28", "month")],
            "[February 2023]",
        ),
        # What the heading or the phrase itself says needs no mark.
        (DateRange(start=date(2023, 6, 18), end=date(2023, 6, 18)), [("Sunday", "2023-06-18", "2023-06-18")], ""),
        (JUNE, [("this year", "2023-01-01", "2023-12-31", "year")], ""),
        (JUNE, [("February", "2023-02-01", "2023-02-28", "month")], ""),
        (JUNE, [("June 5", "2023-06-05", "2023-06-05")], ""),
        (JUNE, [("November 2022", "2022-11-01", "2022-11-30", "month")], ""),
        (JUNE, [], ""),
    ],
)
def test_a_mark_tells_what_neither_the_heading_nor_the_words_do(when, phrases, mark):
    assert marked(when, *phrases) == mark


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ((2022, 11, 1), (2023, 5, 31), "(2022-11 to 2023-05)"),
        ((2023, 5, 1), (2023, 5, 31), "(2023-05)"),
        ((1978, 1, 1), (2021, 12, 31), "(1978 to 2021)"),
        ((2021, 1, 1), (2021, 12, 31), "(2021)"),
        ((2021, 1, 1), (2021, 12, 30), "(2021-01-01 to 2021-12-30)"),
    ],
)
def test_whole_months_and_years_are_named_as_such(start, end, words):
    assert period(DateRange(start=date(*start), end=date(*end))) == words


def introduced(words, **more):
    return make_point(
        "Doe left on Sunday.", 1, people=(Introduction(name="Doe", words=words, span=Span(start=1, end=9)),), **more
    )


def test_who_is_meant_stands_in_brackets_before_the_day():
    sunday = make_phrase("Sunday", 12, date(2023, 6, 18), is_relative=True)
    assert glossing(introduced("Jane Doe, 34"), None) == "[Jane Doe, 34]"
    assert glossing(introduced("Jane Doe, 34", dates=(sunday,)), None) == "[Jane Doe, 34; 18 June 2023]"
    assert glossing(make_point("Doe left on Sunday.", 1), None) == ""


FORMATS = {
    "terminal": "Doe left on Sunday. [Jane Doe, 34]",
    "markdown": "Doe left on Sunday. *\\[Jane Doe, 34\\]*",
    "html": '>Who: <span class="name"',
}


@pytest.mark.parametrize(("name", "wanted"), FORMATS.items())
def test_every_format_that_people_read_says_who_is_meant(name, wanted):
    section = replace(BRIEFING.sections[0], points=(introduced("Jane Doe, 34"),))
    briefing = replace(BRIEFING, sections=(section,))
    shown = render(briefing, name)
    assert wanted in shown, shown[:1500]
    assert "Jane Doe, 34" in shown


def test_what_introduces_a_person_does_nothing_in_a_terminal():
    section = replace(BRIEFING.sections[0], points=(introduced("Jane \x1b[31mDoe, 34"),))
    assert "\x1b[31m" not in render(replace(BRIEFING, sections=(section,)), "terminal")
