"""The pictures: what is drawn where, and said in words."""

from dataclasses import replace
from datetime import date

from summarizer import Document, Settings, run_pipeline
from summarizer.model import DateRange, Dependence, Origin
from summarizer.renderers.html.matrix import draw_matrix, looks_of
from summarizer.renderers.html.network import draw_network
from summarizer.renderers.html.timeline import order_events
from tests.renderers.example_briefing import BRIEFING, DOCUMENTS

LOOKS = looks_of(BRIEFING.origins)
KIN = Dependence(first=DOCUMENTS[4], second=DOCUMENTS[1], pairs=(), share=0.55, shared_origin=True, reason="x")
TEXTS = {
    "a": "The dam above the valley broke on Monday night. Two hundred people had left their houses before.",
    "b": "The dam above the valley broke on Monday night after days of rain. Soldiers search the mud for the missing.",
    "c": "Soldiers search the mud for missing people. The government promised money to those who lost their houses.",
}
RUN = run_pipeline([Document(id=name, text=text) for name, text in TEXTS.items()], Settings(words=40))


def test_reports_of_one_origin_stand_together_under_a_bracket():
    matrix = draw_matrix(BRIEFING, LOOKS, [KIN])
    assert [row.label.split()[0] for row in matrix.rows] == ["1", "2", "5", "3", "4"]
    assert [(one.label, one.top, one.bottom) for one in matrix.brackets] == [("o2", matrix.rows[1].y, matrix.rows[2].y)]
    assert [(arc.label, arc.is_shared) for arc in matrix.arcs] == [("55%", True)]
    assert matrix.rows[1].look == matrix.rows[2].look != matrix.rows[0].look


def test_every_citation_has_its_cell_in_the_look_of_its_origin():
    matrix = draw_matrix(BRIEFING, LOOKS, [])
    source_at = {row.y: int(row.label.split()[0]) for row in matrix.rows}
    column_at = {x: number for number, x in matrix.columns}
    drawn = {(column_at[cell.x], source_at[cell.y], cell.relation) for cell in matrix.cells}
    assert drawn == {
        (number, citation.source, citation.relation)
        for number, point in enumerate(BRIEFING.points, start=1)
        for citation in point.citations
    }
    origin_of = {source.number: source.origin for source in BRIEFING.sources}
    assert all(cell.look == LOOKS[origin_of[source_at[cell.y]]] for cell in matrix.cells)


def test_the_matrix_is_told_in_words():
    told = draw_matrix(BRIEFING, LOOKS, []).description
    assert (
        "Report 2, RNZ, origin o2: points 1, 2, 4." in told
        and "Report 1, Caliber.Az, origin o1: points 5; a part of points 1, 4." in told
    )
    assert "Report 4, Caixin, origin o4: not cited." in told


def test_a_kinship_with_a_report_that_is_not_there_is_left_out():
    assert draw_matrix(BRIEFING, LOOKS, [replace(KIN, first="elsewhere")]).arcs == ()


def test_fifty_origins_look_different():
    origins = tuple(Origin(id=f"o{n}", label="x", documents=(), evidence="") for n in range(56))
    looks = looks_of(origins).values()
    assert len({(look.colour, look.strokes) for look in looks}) == 56


def test_points_stand_on_a_ring_with_the_nearest_sentences_around():
    looks = looks_of(RUN.briefing.origins)
    network = draw_network(RUN, looks)
    points = [node for node in network.nodes if node.is_point]
    assert [node.label for node in points] == [str(n) for n in range(1, len(RUN.briefing.points) + 1)]
    centre = network.side / 2
    near = {round(((node.x - centre) ** 2 + (node.y - centre) ** 2) ** 0.5 / 4) for node in points}
    assert len(near) == 1
    assert all(0 < node.x < network.side and 0 < node.y < network.side for node in network.nodes)
    guests = [node for node in network.nodes if not node.is_point]
    assert guests and {node.label for node in guests} <= {"1", "2", "3"}
    assert {edge.weight for edge in network.edges} <= {1, 2, 3, 4}


def test_sentences_alone_have_no_network():
    run = run_pipeline([Document(id="a", text="The dam above the valley broke on Monday night.")])
    assert draw_network(run, {}) is None


def test_an_exact_copy_is_no_part_of_the_graph_and_breaks_nothing():
    documents = [Document(id=name, text=text) for name, text in [*TEXTS.items(), ("copy", TEXTS["a"])]]
    run = run_pipeline(documents, Settings(words=40))
    assert draw_network(run, looks_of(run.briefing.origins)) is not None


def test_the_timeline_goes_by_date_with_the_reports_of_each_day():
    entries = order_events(BRIEFING)
    assert [entry.label for entry in entries] == [
        "2023-06-05", "2023-06-06", "2023-06-18", "2023-06-18 to 2023-06-19", "2023-06-19",
    ]  # fmt: skip
    assert [[number for number, _ in entry.sections] for entry in entries] == [[3], [], [], [2], []]
    assert [[source.number for source in entry.sources] for entry in entries] == [[], [1], [2, 5], [], [3]]


def test_a_whole_month_is_named_as_one():
    when = DateRange(start=date(2023, 5, 1), end=date(2023, 5, 31))
    section = replace(BRIEFING.sections[0], when=when)
    assert [entry.label for entry in order_events(replace(BRIEFING, sections=(section,), sources=()))] == ["2023-05"]
