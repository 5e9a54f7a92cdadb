"""Exponents, marks, tables and picture of the benchmark, on figures that are made up."""

from io import StringIO

import pytest
from lxml import etree
from rich.console import Console

from benchmarks.scale_marks import Mark, fit_exponent, fit_growth, judge_marks
from benchmarks.scale_peers import LEXRANK, PAGERANK, TEXTRANK
from benchmarks.scale_picture import LEFTS, PANEL_HEIGHT, PANEL_WIDTH, TOP, Axis, draw_svg
from benchmarks.scale_results import Beside, Results, Staged, Start, Whole
from benchmarks.scale_tables import print_sheets, show_memory, show_seconds, to_markdown

SIZES = (5, 50, 500, 5000)
SVG = "{http://www.w3.org/2000/svg}"


def seconds_of(size, jobs):
    """One second up to 50 reports, and from 500 on by the power 1.1."""
    return (1.0 if size < 500 else 4.0 * (size / 500) ** 1.1) / jobs**0.5


def made_up(sizes=SIZES, kinds=("made-up", "one dispatch")):
    wholes = [
        Whole(
            kind=kind, reports=size, sentences=20 * size, jobs=jobs, runs=3,
            seconds=seconds_of(size, jobs), cpu=seconds_of(size, 1), gigabytes=0.1 + size / 4000,
        )
        for kind in kinds for size in sizes for jobs in (1, 2)
    ]  # fmt: skip
    peers = [
        Beside(peer=peer, of="made-up", reports=size // 20, sentences=size, runs=3, seconds=cost, ours=size / 5000)
        for size in (1000, 2000)
        for peer, cost in ((TEXTRANK, 5e-6 * size**2), (LEXRANK, 1e-5 * size**2), (PAGERANK, 1e-5 * size))
    ]
    ten = Beside(peer=TEXTRANK, of="ten reports (made-up)", reports=10, sentences=215, runs=9, seconds=0.2, ours=0.05)
    return Results(
        machine={"cores": 2, "python": "3.11", "system": "Made-up", "summarizer": "1"},
        starts=[Start(what="python -c pass", seconds=0.01, cpu=0.01, gigabytes=0.009)],
        wholes=wholes,
        stages=[Staged(kind="made-up", reports=5, sentences=100, jobs=2, seconds={"rank": 0.2, "merge": 0.3})],
        peers=[ten, *peers],
        notes=["a | b <c> [red]d[/red]"],
    )


def test_the_exponent_of_a_power_is_found():
    assert fit_exponent([5, 50, 500], [3 * size**1.7 for size in (5, 50, 500)]) == pytest.approx(1.7)
    assert fit_exponent([10, 1000], [7, 7]) == pytest.approx(0)


def test_the_exponent_of_uneven_costs_is_that_of_least_squares():
    # Logarithms to base 10: sizes 0, 1, 2 and costs 0, 2, 1, whose line of least squares rises by 1/2.
    assert fit_exponent([1, 10, 100], [1, 100, 10]) == pytest.approx(0.5)


def test_growth_is_told_from_500_reports_and_over_all():
    grown = {(one.what, one.cost, one.sizes): one.exponent for one in fit_growth(made_up())}
    assert grown["made-up, 2 processes", "seconds", (500, 5000)] == pytest.approx(1.1)
    assert 0.3 < grown["made-up, 2 processes", "seconds", SIZES] < 0.9
    assert grown["sumy TextRank, made-up", "seconds", (1000, 2000)] == pytest.approx(2)
    assert grown["our whole call, made-up", "seconds", (1000, 2000)] == pytest.approx(1)
    assert len(grown) == 2 * 2 * 3 * 2 + 4  # kinds, numbers of processes, costs, ranges; three programs and ours


def test_growth_over_one_size_or_one_range_is_not_told_twice():
    assert not [one for one in fit_growth(made_up(sizes=(5,))) if one.unit == "reports"]
    grown = [one for one in fit_growth(made_up(sizes=(500, 5000))) if one.unit == "reports"]
    assert {one.sizes for one in grown} == {(500, 5000)}
    assert len(grown) == 2 * 2 * 3


def test_marks_are_kept_or_missed():
    marks = {(mark.what, mark.unit): mark for mark in judge_marks(made_up())}
    assert [*marks] == [
        ("5,000 reports, made-up", "s"),
        ("5,000 reports, made-up", "GB"),
        ("growth from 500 to 5,000 reports, made-up, 2 processes", ""),
        ("ten reports (made-up) of 215 sentences", "ms"),
        ("sumy TextRank / our whole call, 1,000 sentences, made-up", "x"),
        ("sumy TextRank / our whole call, 2,000 sentences, made-up", "x"),
    ]
    found = [mark.found for mark in marks.values()]
    assert found == pytest.approx([4 * 10**1.1 / 2**0.5, 1.35, 1.1, 50, 25, 50])
    assert all(mark.is_kept for mark in marks.values())
    assert [mark.is_aim_reached for mark in marks.values()] == [False, True, True, False, False, False]
    assert not Mark("a", 61, 60, 30, "s").is_kept
    assert not Mark("a", 14.9, 15, 30, "x", at_most=False).is_kept


def test_a_mark_whose_figure_was_not_measured_is_left_out():
    assert judge_marks(Results(wholes=made_up(sizes=(5, 500)).wholes)) == []


def test_results_are_kept_and_read_again(tmp_path):
    path = tmp_path / "kept.json"
    path.write_text(made_up().to_json(), encoding="utf-8")
    assert Results.read(path) == made_up()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "Expecting"),
        ("[]", "found 'list'"),
        ('{"schema": "other/9"}', "found 'other/9'"),
        ('{"schema": "summarizer/scale/1", "machine": {}}', "cut short or changed by hand"),
    ],
)
def test_a_file_that_holds_no_results_is_told(tmp_path, text, told):
    path = tmp_path / "kept.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        Results.read(path)


def test_the_tables_show_each_figure_on_a_terminal():
    console = Console(width=200, record=True, file=StringIO())
    results = made_up()
    results.starts.append(Start(what="[red]e[/red]", seconds=1, cpu=1, gigabytes=1))
    print_sheets(results, console)
    shown = console.export_text()
    for told in (
        "35.6 s",
        "1.35 GB",
        "25.00 x",
        "python -c pass",
        "all stages",
        "kept",
        "a | b <c> [red]d[/red]",
        "[red]e[/red]",
    ):
        assert told in shown


def test_markdown_tables_have_as_many_cells_in_each_line():
    tables = [part.splitlines() for part in to_markdown(made_up()).split("\n\n") if part.startswith("|")]
    assert len(tables) == 6
    for lines in tables:
        assert len({line.count("|") for line in lines}) == 1
        assert set(lines[1]) <= set("|-:")
    assert r"a \| b &lt;c> [red]d[/red]" in to_markdown(made_up())


def test_seconds_and_memory_are_shown_in_the_unit_that_fits():
    assert [show_seconds(value) for value in (0.0123, 1.234, 12.34, 1234)] == ["12 ms", "1.23 s", "12.3 s", "1,234 s"]
    assert [show_memory(value) for value in (0.0884, 1.234)] == ["88 MB", "1.23 GB"]


@pytest.mark.parametrize("sizes", [SIZES, (5,), (5, 50, 200)])
def test_the_picture_is_well_formed_and_its_points_stand_in_their_panels(sizes):
    root = etree.fromstring(draw_svg(made_up(sizes=sizes)).encode())
    assert root.tag == f"{SVG}svg" and root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    assert root.find(f"{SVG}title").text.startswith("Time and memory")
    places = [(float(dot.get("cx")), float(dot.get("cy"))) for dot in root.iter(f"{SVG}circle")]
    assert len(places) == 2 * 3 * len(sizes) + 6  # two kinds, one of them also in one process; three programs
    for across, down in places:
        assert any(left < across < left + PANEL_WIDTH for left in LEFTS)
        assert TOP < down < TOP + PANEL_HEIGHT
    names = [text.text for text in root.iter(f"{SVG}text")]
    assert "sumy TextRank" in names and "summarizer, made-up reports, one process" in names


def test_the_picture_tells_what_it_is_given_as_text():
    results = made_up()
    results.machine = {**results.machine, "system": "<a> & b"}
    names = [text.text for text in etree.fromstring(draw_svg(results).encode()).iter(f"{SVG}text")]
    assert "summarizer 1, Python 3.11, <a> & b, 2 cores" in names


def test_nothing_is_drawn_of_nothing():
    with pytest.raises(ValueError, match="--sizes"):
        draw_svg(Results())


def test_an_axis_places_by_logarithms_and_marks_round_values():
    axis = Axis(1, 10_000, 100, 500)
    assert [axis.place(value) for value in (1, 10, 10_000)] == [100, 200, 500]
    assert axis.ticks() == [1, 10, 100, 1000, 10_000]
    assert Axis(0.09, 1.1, 0, 1).ticks() == pytest.approx([0.1, 0.2, 0.5, 1])
