"""How much of a report the page carries."""

import re
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Document, Settings, render, run_pipeline
from summarizer.model import DroppedSpan, Span
from summarizer.renderers.html.reports import LARGEST, TOTAL, allow, cost_of, cut_excerpt
from tests.renderers.html.page_tree import passage_of, read_page

WORDS = "word " * 10_000


@pytest.mark.parametrize(
    ("costs", "allowed"),
    [
        ([], LARGEST),
        ([10, 20], LARGEST),
        ([LARGEST * 9], LARGEST),
        ([TOTAL] * 100, TOTAL // 100),
        ([0] * 50 + [TOTAL] * 50, TOTAL // 50),
    ],
)
def test_long_reports_give_way_to_short_ones(costs, allowed):
    assert allow(costs) == allowed
    assert sum(min(cost, allowed) for cost in costs) <= TOTAL


@given(st.lists(st.integers(0, 10**6), max_size=40), st.integers(1, 10**6))
def test_all_keep_within_the_total(costs, total):
    assert sum(min(cost, allow(costs, total, largest=10**7)) for cost in costs) <= total


@pytest.mark.parametrize("text", ["plain", "<b>&amp;</b>", "é世界", "a\n\nb\n\nc", "\ud800"])
def test_what_takes_more_bytes_costs_more(text):
    assert cost_of(text) >= len(text)
    assert cost_of(text, drops=3) > cost_of(text)


def test_what_is_affordable_is_shown_whole():
    excerpt = cut_excerpt("short", 5, 5, [])
    assert excerpt.is_whole and excerpt.shown == 5


def test_passages_are_shown_with_what_surrounds_them():
    cited = [Span(start=20_000, end=20_050), Span(start=20_500, end=20_600), Span(start=49_000, end=49_990)]
    excerpt = cut_excerpt(WORDS, len(WORDS), 20_000, cited)
    assert not excerpt.is_whole and excerpt.shown <= 20_000
    assert [any(part.start <= span.start and span.end <= part.end for part in excerpt.parts) for span in cited] == [
        True
    ] * 3
    assert len(excerpt.parts) == 3 and excerpt.parts[0].start == 0  # the opening, two passages close by, the last
    assert excerpt.parts[1].start < 19_000 and excerpt.parts[1].end > 21_500


def test_parts_are_cut_between_words():
    excerpt = cut_excerpt(WORDS, len(WORDS), 20_000, [Span(start=20_001, end=20_003)])
    for part in excerpt.parts:
        assert not part.start or WORDS[part.start - 1] == " "
        assert part.end == len(WORDS) or WORDS[part.end] == " "


@given(st.lists(st.tuples(st.integers(0, 9_000), st.integers(1, 900)), max_size=9), st.integers(1, 9_000))
def test_every_passage_is_whole_whatever_is_allowed(places, allowed):
    text = "".join("ab cd\n"[at % 6] for at in range(10_000))
    spans = sorted(Span(start=start, end=start + length) for start, length in places)
    excerpt = cut_excerpt(text, len(text), allowed, spans)
    for span in spans:
        assert any(part.start <= span.start and span.end <= part.end for part in excerpt.parts)
    ends = [at for part in excerpt.parts for at in (part.start, part.end)]
    assert ends == sorted(ends)


def test_a_report_of_a_million_characters_is_cut_and_the_page_says_so():
    news = "The harbour of the city was closed on Monday after a storm had sunk two ships at its entrance.\n\n"
    filler = "Nothing of what follows here is about it at all, and no reader would ever look for it there. "
    run = run_pipeline([Document(id="long", text=news), Document(id="other", text=news)], Settings(words=20))
    longer = replace(run.documents[0], text=news + filler * 11_000)
    run = replace(run, documents=(longer, *run.documents[1:]))
    page = render(run, "html")
    assert len(page.encode()) < 2 * LARGEST
    assert "This report has 1,02" in page and "characters left out …" in page
    tree = read_page(page)
    for name in ("c1-1", "c2-1"):
        assert passage_of(tree, name) == news.strip()


def test_dropped_lines_of_a_part_are_marked_and_those_outside_cost_nothing():
    news = "The harbour of the city was closed on Monday after a storm had sunk two ships at its entrance.\n\n"
    run = run_pipeline([Document(id="long", text=news)], Settings(words=20))
    lines = "Share this page\nRead more here\n" * 40_000
    spans = [(match.start(), match.end()) for match in re.finditer(".+", news * 2 + lines)][2:]
    drops = tuple(
        DroppedSpan(span=Span(start=start, end=end), rule=f"rule {at % 2}") for at, (start, end) in enumerate(spans)
    )
    longer = replace(run.documents[0], text=news * 2 + lines, dropped=drops)
    began = time.perf_counter()
    page = render(replace(run, documents=(longer,)), "html")
    assert time.perf_counter() - began < 30
    assert page.count('title="dropped: rule 0"') > 10 and "characters left out …" in page
