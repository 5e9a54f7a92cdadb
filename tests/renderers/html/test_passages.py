"""Passages: each place of a report once, with all that cites it."""

from dataclasses import replace

from summarizer.model import Section, Span
from summarizer.renderers.html.passages import collect_passages, key_of
from tests.renderers.example_briefing import BRIEFING, cite, make_point


def placed(citation, start, end):
    return replace(citation, span=Span(start=start, end=end))


def test_a_passage_cited_twice_is_one_with_two_ways_back():
    first, second = make_point("Same words.", 1), make_point("Same words.", 1)
    sections = (Section(heading="x", when=None, points=(first, second)),)
    passages = collect_passages(replace(BRIEFING, sections=sections, discrepancies=()))
    assert [passage.id for passage in passages.values()] == ["c1-1"]
    assert [back.target for back in next(iter(passages.values())).backs] == ["p1", "p2"]


def test_passages_are_numbered_by_their_place_in_each_report():
    citations = (placed(cite(2, "b"), 50, 60), placed(cite(1, "c"), 5, 9), placed(cite(2, "a"), 40, 60))
    point = replace(make_point("x", 1), citations=citations)
    passages = collect_passages(
        replace(BRIEFING, sections=(Section(heading="x", when=None, points=(point,)),), discrepancies=())
    )
    assert [passages[key_of(citation)].id for citation in citations] == ["c2-2", "c1-1", "c2-1"]


def test_what_a_difference_alone_cites_is_known():
    passages = collect_passages(BRIEFING)
    points = {key_of(citation) for point in BRIEFING.points for citation in point.citations}
    assert {key for key, passage in passages.items() if passage.kind != "reading"} == points
    reading = BRIEFING.discrepancies[1].readings[0].citations[0]
    assert [back.target for back in passages[key_of(reading)].backs] == ["dB"]
