"""How the reports of an earlier briefing are known again."""

from dataclasses import replace
from itertools import pairwise

import pytest

from summarizer import Document, run_pipeline, summarize
from summarizer.briefing.since.earlier_passages import open_texts
from summarizer.briefing.since.earlier_reports import find_reports, read_then

TEXT = "The minister said on Monday that the talks in Beijing had gone well. They go on next week, he added."
REPORT = Document(id="a", text=TEXT, title="Talks go on", path="reports/a.txt", url="https://times.example/a")
OTHER = Document(id="b", text="Snow fell in the hills above Cusco on Tuesday night, and two roads were closed.")


def find(given, documents, **asked):
    earlier = summarize(given, **asked)
    reports = find_reports(earlier, run_pipeline(documents).documents)
    return [(report.standing, report.source) for report in reports]


@pytest.mark.parametrize(
    "now",
    [
        REPORT,
        replace(REPORT, id="renamed", path="elsewhere/b.txt", url=None),
        replace(REPORT, title="Another headline", url="https://post.example/a"),
    ],
)
def test_the_same_text_is_known_under_any_name(now):
    assert find([REPORT], [OTHER, now]) == [("read again", 2)]


@pytest.mark.parametrize(
    ("now", "standing"),
    [
        (replace(REPORT, text=TEXT.replace("next week", "on Friday")), ("another text", 2)),
        (
            replace(REPORT, text="Now the page says something else, and nothing of before."),
            ("another text", 2),
        ),
        (replace(REPORT, url="https://times.example/b", text=TEXT + " More was said."), ("not given", None)),
        (replace(REPORT, url=None, text=TEXT + " More was said."), ("another text", 2)),
        (replace(REPORT, url=None, title=None, text="Another report in a file of the same name."), ("not given", None)),
    ],
)
def test_another_text_needs_the_same_report(now, standing):
    assert find([REPORT], [OTHER, now]) == [standing]


def test_a_report_without_a_quoted_passage_is_known_by_name_and_length():
    given = [REPORT, OTHER]
    assert find(given, given, sentences=1) == [("read again", 1), ("read again", 2)]
    renamed = replace(OTHER, id="c")
    unquoted = summarize(given, sentences=1).unused[0].document
    assert unquoted == "b" and find(given, [REPORT, renamed], sentences=1)[1] == ("not given", None)


def test_each_report_is_found_once():
    twin = replace(REPORT, id="a2", url=None, path=None)
    assert sorted(find([REPORT, twin], [twin, REPORT])) == [("read again", 1), ("read again", 2)]
    assert sorted(find([REPORT, twin], [REPORT])) == [("not given", None), ("read again", 1)]


def test_what_was_read_of_one_copy_was_read_of_all():
    copy = replace(REPORT, id="z", url=None)
    documents = run_pipeline([REPORT, copy, OTHER]).documents
    reports = find_reports(summarize([REPORT]), documents)
    for copies in ({"z": "a"}, {"a": "z"}):
        assert read_then(reports, documents, copies) == {"a": 1, "z": 1}
    assert read_then(reports, documents, {}) == {"a": 1}


def test_passages_of_a_report_are_no_neighbours():
    text = "A train left the rails near Leeds on Monday. Police said the driver was not hurt. The line stays closed."
    earlier = summarize([Document(id="a", text=text)])
    assert len(earlier.points) == 3
    sentences = (texts := open_texts(earlier, {"a"}, "en", 7)).sentences
    assert [one.id for one in sentences] == [7, 8, 9]
    assert all(after.span.start - before.span.end > 3 for before, after in pairwise(sentences))
    assert [texts.stood_at(one.document, one.span).of(text) for one in sentences] == [one.text for one in sentences]
