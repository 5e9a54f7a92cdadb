"""What every briefing keeps, whatever the reports."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import BudgetError, Document, EmptyInputError, InputError, Settings, render, run_pipeline, summarize
from summarizer.features.vectors import tfidf_of_terms
from tests.labelled import LABELS, documents, run
from tests.made import changed_copy, paragraphs_of, shuffled_copy

ALL = tuple(document for story in LABELS for document in documents(story).values())
quick = settings(max_examples=25, deadline=None)


@cache
def brief(chosen, **knobs):
    return summarize(chosen, Settings(**knobs))


clusters = st.lists(st.sampled_from(ALL), min_size=1, max_size=6, unique_by=lambda document: document.id).map(tuple)
stories = st.sampled_from(sorted(LABELS)).map(lambda story: tuple(documents(story).values()))


@quick
@given(clusters, st.integers(30, 400))
def test_every_quotation_is_the_report_to_the_letter(chosen, words):
    briefing = brief(chosen, words=words)
    text_of = {document.id: document.text for document in chosen}
    citations = [citation for point in briefing.points for citation in point.citations]
    assert citations
    for citation in citations:
        assert citation.quote == text_of[citation.document][citation.span.start : citation.span.end]


@quick
@given(clusters, st.integers(30, 400))
def test_no_more_words_than_asked_for(chosen, words):
    briefing = brief(chosen, words=words)
    assert briefing.words == sum(len(point.text.split()) for point in briefing.points) <= words


@quick
@given(clusters, st.integers(1, 12))
def test_no_more_points_than_asked_for(chosen, sentences):
    assert 1 <= len(brief(chosen, sentences=sentences).points) <= sentences


@quick
@given(clusters, st.floats(0.1, 0.5))
def test_no_larger_a_share_than_asked_for(chosen, share):
    assert brief(chosen, share=share).words <= share * sum(document.words for document in chosen)


@quick
@given(clusters)
def test_every_marker_has_a_source_and_every_point_a_citation(chosen):
    briefing = brief(chosen)
    numbers = {source.number: source.document for source in briefing.sources}
    assert sorted(numbers) == list(range(1, len(chosen) + 1))
    for point in briefing.points:
        assert point.text == point.citations[0].quote and point.citations[0].relation == "verbatim"
        assert all(numbers[citation.source] == citation.document for citation in point.citations)
        assert len({citation.document for citation in point.citations}) == len(point.citations)
    assert {origin for point in briefing.points for origin in point.origins} <= {
        origin.id for origin in briefing.origins
    }


@quick
@given(stories, st.randoms(use_true_random=False))
def test_the_order_of_the_reports_changes_only_their_numbers(chosen, random):
    shuffled = list(chosen)
    random.shuffle(shuffled)
    one, other = brief(chosen), brief(tuple(shuffled))
    assert [(s.heading, s.when, [p.text for p in s.points]) for s in one.sections] == [
        (s.heading, s.when, [p.text for p in s.points]) for s in other.sections
    ]
    assert one.signature == other.signature and one.title == other.title
    cited = [{citation.document for citation in point.citations} for point in one.points]
    assert cited == [{citation.document for citation in point.citations} for point in other.points]


@quick
@given(clusters)
def test_no_two_points_say_the_same(chosen):
    done = run_pipeline(chosen)
    vectors = tfidf_of_terms([[term for term in s.wording.terms if term] for s in done.statements])
    place = {s.tokens: row for row, statement in enumerate(done.statements) for s in statement.sentences[::-1]}
    rows = [place[statement.wording.tokens] for statement in done.chosen]
    cosine = (vectors[rows] @ vectors[rows].T).toarray()
    assert all(cosine[i, j] < 0.5 for i in range(len(rows)) for j in range(i))


def shuffled(document, sentences):
    return shuffled_copy(sentence.text for sentence in sentences if sentence.document == document.id)


def changed(document, sentences):
    return changed_copy(paragraphs_of(sentences, document.id))


COPIES = {
    "exact": lambda document, _: replace(document, id="copy"),
    "shuffled": shuffled,
    "8 % of its words replaced": changed,
}


def tellers(briefing, origins):
    """Which reports some origins have, the copy left out."""
    return {frozenset(one.documents) - {"copy"} for one in briefing.origins if one.id in origins}


@pytest.mark.parametrize("kind", COPIES)
@pytest.mark.parametrize("story", LABELS)
def test_a_copy_confirms_nothing(story, kind):
    chosen = tuple(documents(story).values())
    before = run(story)
    groups = {frozenset(origin.documents) for origin in before.origins}
    told = {point.text: tellers(before.briefing, point.origins) for point in before.briefing.points}
    in_part = {point.text: tellers(before.briefing, point.origins_in_part) for point in before.briefing.points}
    for document in chosen:
        copied = summarize((*chosen, COPIES[kind](document, before.sentences)))
        assert {frozenset(origin.documents) - {"copy"} for origin in copied.origins} == groups
        assert [origin for origin in copied.origins if {document.id, "copy"} <= set(origin.documents)]
        same = [point for point in copied.points if point.text in told]
        assert len(same) >= len(told) / 3
        for point in same:
            # In its other words a copy may say all of what its original says in part.
            new = tellers(copied, point.origins) - told[point.text]
            assert new <= {one for one in in_part[point.text] if document.id in one}


@pytest.mark.parametrize("story", LABELS)
def test_an_exact_copy_changes_nothing_but_citations(story):
    chosen = tuple(documents(story).values())
    counts = {point.text: len(point.origins) for point in brief(chosen).points}
    for document in chosen:
        copied = summarize((*chosen, replace(document, id="copy")))
        assert {point.text: len(point.origins) for point in copied.points} == counts
        cited = {citation.document for point in copied.points for citation in point.citations}
        assert ("copy" in cited) == (document.id in cited)


def test_a_hundred_copies_change_nothing_either():
    chosen = tuple(documents("seeds").values())
    copied = summarize((*chosen, *(replace(chosen[0], id=f"copy {number}") for number in range(100))))
    assert [point.text for point in copied.points] == [point.text for point in brief(chosen).points]
    assert len(copied.origins) == len(run("seeds").origins) and len(copied.sources) == 105


@pytest.mark.parametrize("story", LABELS)
def test_an_empty_report_changes_only_the_source_list(story):
    chosen = tuple(documents(story).values())
    one, other = brief(chosen), summarize((*chosen, Document(id="empty", text=" \n\n")))
    assert one.sections == other.sections and one.origins == other.origins and one.title == other.title
    assert other.sources[:-1] == one.sources and other.sources[-1].origin is None
    assert [unused.why for unused in other.unused if unused.document == "empty"] == ["empty"]


@pytest.mark.parametrize("story", LABELS)
def test_same_input_same_bytes_in_every_thread(story):
    chosen = tuple(documents(story).values())
    with ThreadPoolExecutor(4) as pool:
        written = list(pool.map(lambda _: render(summarize(chosen), "json"), range(8)))
    assert len(set(written)) == 1


SENTENCE = "The minister said on Monday that the talks in Beijing had gone well for both of the countries."
ODD = {
    "one report": [SENTENCE],
    "a single short sentence": ["It rained."],
    "two identical reports": [SENTENCE, SENTENCE],
    "an empty report beside another": [SENTENCE, ""],
    "all in capitals": [SENTENCE.upper(), SENTENCE.upper().replace("MONDAY", "SUNDAY")],
    "control characters": [f"\x1b[31m{SENTENCE}\x07\x00 {SENTENCE}"],
    "markup": [f"<script>alert(1)</script> [b]{SENTENCE}[/b] **{SENTENCE}** [x](javascript:y)"],
    "no stop at the end": [SENTENCE.rstrip(".")],
    "only stop words": ["It is what it is and that is that."],
    "another script": ["Министр сказал в понедельник, что переговоры в Пекине прошли хорошо для обеих стран."],
    "no spaces": ["外交部周一表示，在北京举行的会谈对两国来说都很顺利。双方同意继续保持沟通。"],
    "one endless word": ["a" * 10_000 + "."],
}


@pytest.mark.parametrize("texts", ODD.values(), ids=ODD)
def test_odd_reports_still_make_a_briefing(texts):
    briefing = summarize([Document(id=f"d{number}", text=text) for number, text in enumerate(texts)])
    assert briefing.points
    text_of = {f"d{number}": text for number, text in enumerate(texts)}
    for point in briefing.points:
        for citation in point.citations:
            assert citation.quote == text_of[citation.document][citation.span.start : citation.span.end]


@given(st.lists(st.text(max_size=300), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_any_text_at_all(texts):
    reports = [Document(id=f"d{number}", text=text) for number, text in enumerate(texts)]
    try:
        briefing = summarize(reports)
    except EmptyInputError:
        return
    assert len(briefing.sources) == len(texts)
    for point in briefing.points:
        assert point.citations[0].quote == point.text


def test_nothing_to_read():
    with pytest.raises(EmptyInputError, match="no sentence in 2 reports"):
        summarize([Document(id="a", text=""), Document(id="b", text="\n")])
    with pytest.raises(EmptyInputError, match="no sentence in 0 reports"):
        summarize([])


def test_two_reports_of_one_name():
    with pytest.raises(InputError, match="two with the id 'a'"):
        summarize([Document(id="a", text=SENTENCE), Document(id="a", text=SENTENCE)])


def test_a_budget_that_no_statement_fits():
    with pytest.raises(BudgetError, match="wanted at least 18") as error:
        summarize([Document(id="a", text=SENTENCE)], Settings(words=3))
    assert error.value.shortest == 18
