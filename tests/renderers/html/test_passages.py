"""Passages: each place of a report once, with all that cites it, and what is marked in a report's text."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.model import DroppedSpan, Section, Span
from summarizer.renderers.html.marking import mark_text, stretches_of
from summarizer.renderers.html.passages import Back, QuotedPassage, collect_passages, key_of
from summarizer.renderers.sanitize import sanitize
from tests.renderers.example_briefing import BRIEFING, cite, make_point
from tests.renderers.html.page_tree import elements, passage_of, read_page, words_of

TEXT = "One two three four five."


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


def passage(number, start, end, text=TEXT, kind="whole"):
    back = Back(target=f"p{number}", label=str(number), name=f"point {number}")
    return QuotedPassage(
        id=f"c1-{number}",
        source=1,
        span=Span(start=start, end=end),
        quote=text[start:end],
        kind=kind,
        backs=(back,),
    )


def drop(start, end, rule="menu"):
    return DroppedSpan(span=Span(start=start, end=end), rule=rule)


def marked(*marks, text=TEXT, start=0, end=None):
    passages = [mark for mark in marks if isinstance(mark, QuotedPassage)]
    drops = [mark for mark in marks if isinstance(mark, DroppedSpan)]
    return str(mark_text(text, start, len(text) if end is None else end, stretches_of(passages, drops)))


def bare(html):
    """Without what is the same everywhere."""
    html = re.sub(r'<span class="backs".*?</span>', lambda found: "^" + "".join(re.findall(r">(\d+)<", found[0])), html)
    return re.sub(r'<mark[^>]*data-c="c1-(\d+)">', r"[\1:", html).replace("</mark>", "]")


@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        ((), "One two three four five."),
        ((passage(1, 4, 7),), "One [1:two]^1 three four five."),
        ((passage(1, 0, 7), passage(2, 8, 13)), "[1:One two]^1 [2:three]^2 four five."),
        ((passage(1, 0, 13), passage(2, 4, 7)), "[1:One [2:two] three]^12 four five."),
        ((passage(1, 0, 13), passage(2, 0, 7)), "[1:[2:One two] three]^12 four five."),
        ((passage(1, 0, 13), passage(2, 8, 13)), "[1:One two [2:three]]^12 four five."),
        ((passage(1, 0, 13), passage(2, 4, 18)), "[1:One [2:two three]]^1[2: four]^2 five."),
        (
            (passage(1, 0, 13), passage(2, 4, 18), passage(3, 8, 24)),
            "[1:One [2:two [3:three]]]^1[3:[2: four] five.]^23",
        ),
    ],
)
def test_where_the_marks_stand(marks, shown):
    assert bare(marked(*marks)) == f"<p>{shown}</p>"


def test_only_the_first_piece_of_a_passage_has_its_id():
    html = marked(passage(1, 0, 13), passage(2, 4, 18))
    assert html.count('id="c1-2"') == 1 and html.count('data-c="c1-2"') == 2
    assert html.index('id="c1-2"') < html.rindex('data-c="c1-2"')


def test_a_passage_over_paragraphs_is_cut_at_the_break_and_linked_at_its_end():
    text = "One two.\n\nThree four."
    assert bare(marked(passage(1, 4, 15, text), text=text)) == "<p>One [1:two.]</p>\n<p>[1:Three]^1 four.</p>"


def test_dropped_stretches_are_named_by_their_rule_and_may_hold_a_passage():
    html = marked(drop(0, 7, "share <bar>"), passage(1, 4, 7))
    assert '<span class="drop" title="dropped: share &lt;bar&gt;">One <mark' in html


def test_what_only_a_difference_cites_is_marked_otherwise():
    assert '<mark class="reading"' in marked(passage(1, 0, 3, kind="reading"))
    assert '<mark class="part"' in marked(passage(1, 0, 3, kind="part"))


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One.\nTwo.", ["One.\nTwo."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("\n\n One. \n \t\n\n Two.\n\n", ["One.", "Two."]),
        ("Long " * 30 + ".\nTwo.\nThree.", [("Long " * 30 + "."), "Two.\nThree."]),
        ("One.\n" + "Long " * 30, ["One.", ("Long " * 30).strip()]),
        ("", []),
        (" \n ", []),
    ],
)
def test_where_paragraphs_end(text, paragraphs):
    assert re.findall("<p>(.*?)</p>", marked(text=text), re.DOTALL) == paragraphs


def test_a_part_of_a_report_holds_the_marks_within_it_alone():
    html = marked(passage(1, 0, 3), passage(2, 8, 13), drop(14, 18), start=8, end=13)
    assert bare(html) == "<p>[2:three]^2</p>"


texts = st.text("ab \n<&\"'\u200b\x00", max_size=40)


@given(texts, st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20), st.booleans()), max_size=6))
def test_every_passage_can_be_read_whole_whatever_overlaps(text, places):
    spans = dict.fromkeys((start, min(start + length, len(text)), kind) for start, length, kind in places)
    spans = [(start, end, kind) for start, end, kind in spans if start < end]
    passages = [passage(number, start, end, text) for number, (start, end, kind) in enumerate(spans) if kind]
    html = marked(*passages, *(drop(start, end) for start, end, kind in spans if not kind), text=text)
    tree = read_page(f"<!DOCTYPE html><title>x</title>{html}")
    for one in passages:
        squeezed = "".join(sanitize(one.quote).split())
        assert "".join(passage_of(tree, one.id).split()) == squeezed
        assert not squeezed or html.count(f'id="{one.id}"') == 1
    for backs in [one for one in tree.iter() if one.attrib.get("class") == "backs"]:
        for child in list(backs):
            backs.remove(child)
    said = " ".join(words_of(one) for one in elements(tree, "p"))
    assert "".join(said.split()) == "".join(sanitize(text).split())


def test_thousands_of_marks_take_no_time():
    text = "word " * 20_000
    drops = [drop(at, at + 4, f"rule {at % 3}") for at in range(0, len(text), 5)]
    assert marked(*drops, text=text).count('class="drop"') == 20_000
