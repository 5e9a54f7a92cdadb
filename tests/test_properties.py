"""What every briefing keeps, whatever the reports."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import BudgetError, Document, EmptyInputError, InputError, Settings, render, run_pipeline, summarize
from summarizer.features.vectors import tfidf_of_terms
from tests.builders import changed_copy, paragraphs_of, shuffled_copy
from tests.labelled_stories import LABELS, documents, run

ALL = tuple(document for story in LABELS for document in documents(story).values())


clusters = st.lists(st.sampled_from(ALL), min_size=1, max_size=6, unique_by=lambda document: document.id).map(tuple)


lengths = st.one_of(
    st.builds(dict, words=st.integers(30, 400)),
    st.builds(dict, sentences=st.integers(1, 12)),
    st.builds(dict, share=st.floats(0.1, 0.5)),
)


@settings(max_examples=60, deadline=None)
@given(clusters, lengths)
def test_what_every_briefing_keeps(chosen, length):
    """One run for all of it: a run takes far longer than a look at what came out."""
    done = run_pipeline(chosen, Settings(**length))
    assert_quotations_are_the_reports_to_the_letter(done.briefing, chosen)
    assert_no_longer_than_asked_for(done.briefing, chosen, **length)
    assert_every_marker_has_a_source_and_every_point_a_citation(done.briefing, chosen)
    assert_no_two_points_say_the_same(done)


def assert_quotations_are_the_reports_to_the_letter(briefing, chosen):
    text_of = {document.id: document.text for document in chosen}
    citations = [citation for point in briefing.points for citation in point.citations]
    assert citations
    for citation in citations:
        assert citation.quote == text_of[citation.document][citation.span.start : citation.span.end]


def assert_no_longer_than_asked_for(briefing, chosen, words=None, sentences=None, share=None):
    assert briefing.words == sum(len(point.text.split()) for point in briefing.points)
    assert words is None or briefing.words <= words
    assert sentences is None or 1 <= len(briefing.points) <= sentences
    assert share is None or briefing.words <= share * sum(document.words for document in chosen)


def assert_every_marker_has_a_source_and_every_point_a_citation(briefing, chosen):
    numbers = {source.number: source.document for source in briefing.sources}
    assert sorted(numbers) == list(range(1, len(chosen) + 1))
    for point in briefing.points:
        assert point.text == point.citations[0].quote and point.citations[0].relation == "verbatim"
        assert all(numbers[citation.source] == citation.document for citation in point.citations)
        assert len({citation.document for citation in point.citations}) == len(point.citations)
    assert {origin for point in briefing.points for origin in point.origins} <= {
        origin.id for origin in briefing.origins
    }


def assert_no_two_points_say_the_same(done):
    vectors = tfidf_of_terms([[term for term in s.wording.terms if term] for s in done.statements])
    place = {s.tokens: row for row, statement in enumerate(done.statements) for s in statement.sentences[::-1]}
    rows = [place[statement.wording.tokens] for statement in done.chosen]
    cosine = (vectors[rows] @ vectors[rows].T).toarray()
    assert all(cosine[i, j] < 0.5 for i in range(len(rows)) for j in range(i))


@pytest.mark.parametrize("story", LABELS)
@settings(max_examples=4, deadline=None)
@given(random=st.randoms(use_true_random=False))
def test_the_order_of_the_reports_changes_only_their_numbers(story, random):
    chosen = tuple(documents(story).values())
    shuffled = list(chosen)
    random.shuffle(shuffled)
    one, other = run(story).briefing, summarize(shuffled)
    assert [(s.heading, s.when, [p.text for p in s.points]) for s in one.sections] == [
        (s.heading, s.when, [p.text for p in s.points]) for s in other.sections
    ]
    assert one.signature == other.signature and one.title == other.title
    cited = [{citation.document for citation in point.citations} for point in one.points]
    assert cited == [{citation.document for citation in point.citations} for point in other.points]


def shuffled(document, sentences):
    return shuffled_copy(sentence.text for sentence in sentences if sentence.document == document.id)


def changed(document, sentences):
    return changed_copy(paragraphs_of(sentences, document.id))


COPIES = {
    "exact": lambda document, _: replace(document, id="copy"),
    "shuffled": shuffled,
    "8 % of its words replaced": changed,
}


@cache
def brief_with_copy(story, name, kind):
    """The briefing of a story and a copy of one of its reports, called "copy"."""
    copy = COPIES[kind](documents(story)[name], run(story).sentences)
    return summarize((*documents(story).values(), copy))


def tellers(briefing, origins):
    """Which reports some origins have, the copy left out."""
    return {frozenset(one.documents) - {"copy"} for one in briefing.origins if one.id in origins}


@pytest.mark.parametrize("kind", COPIES)
@pytest.mark.parametrize("story", LABELS)
def test_a_copy_confirms_nothing(story, kind):
    before = run(story)
    groups = {frozenset(origin.documents) for origin in before.origins}
    told = {point.text: tellers(before.briefing, point.origins) for point in before.briefing.points}
    in_part = {point.text: tellers(before.briefing, point.origins_in_part) for point in before.briefing.points}
    for name in documents(story):
        copied = brief_with_copy(story, name, kind)
        assert {frozenset(origin.documents) - {"copy"} for origin in copied.origins} == groups
        assert [origin for origin in copied.origins if {name, "copy"} <= set(origin.documents)]
        same = [point for point in copied.points if point.text in told]
        assert len(same) >= len(told) / 3
        for point in same:
            # In its other words a copy may say all of what its original says in part.
            new = tellers(copied, point.origins) - told[point.text]
            assert new <= {one for one in in_part[point.text] if name in one}


@pytest.mark.parametrize("story", LABELS)
def test_an_exact_copy_changes_nothing_but_citations(story):
    counts = {point.text: len(point.origins) for point in run(story).briefing.points}
    for name in documents(story):
        copied = brief_with_copy(story, name, "exact")
        assert {point.text: len(point.origins) for point in copied.points} == counts
        cited = {citation.document for point in copied.points for citation in point.citations}
        assert ("copy" in cited) == (name in cited)


def test_a_hundred_copies_change_nothing_either():
    chosen = tuple(documents("seeds").values())
    copied = summarize((*chosen, *(replace(chosen[0], id=f"copy {number}") for number in range(100))))
    assert [point.text for point in copied.points] == [point.text for point in run("seeds").briefing.points]
    assert len(copied.origins) == len(run("seeds").origins) and len(copied.sources) == 105


@pytest.mark.parametrize("story", LABELS)
def test_an_empty_report_changes_only_the_source_list(story):
    chosen = tuple(documents(story).values())
    one, other = run(story).briefing, summarize((*chosen, Document(id="empty", text=" \n\n")))
    assert one.sections == other.sections and one.origins == other.origins and one.title == other.title
    assert other.sources[:-1] == one.sources and other.sources[-1].origin is None
    assert [unused.why for unused in other.unused if unused.document == "empty"] == ["empty"]


@pytest.mark.parametrize("story", LABELS)
def test_same_input_same_bytes_in_every_thread(story):
    chosen = tuple(documents(story).values())
    with ThreadPoolExecutor(4) as pool:
        written = set(pool.map(lambda _: render(summarize(chosen), "json"), range(4)))
    assert written == {render(run(story).briefing, "json")}


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
    with pytest.raises(EmptyInputError, match="no reports were given"):
        summarize([])


def test_two_reports_of_one_name():
    with pytest.raises(InputError, match="two with the id 'a'"):
        summarize([Document(id="a", text=SENTENCE), Document(id="a", text=SENTENCE)])


def test_a_budget_that_no_statement_fits():
    with pytest.raises(BudgetError, match="wanted at least 18") as error:
        summarize([Document(id="a", text=SENTENCE)], Settings(words=3))
    assert error.value.shortest == 18
