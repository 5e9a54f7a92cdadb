"""Quotations of a draft: found word for word, or with the letters that differ, or nowhere."""

import pytest

from summarizer import Document
from summarizer.checking.quotations import QuotationFinder, find_quotations
from summarizer.model import Span
from tests.checking.held import check, of_kind, report

SAID = (
    "“The crew acted with great calm and saved many lives,” said Ida Holm.\n\nShe added: “We’ll not speculate. It was"
    " the «Maren Bright» that burned, and we are sorry.”\n\n“Nobody panicked,” said Jonas Vik."
)
FINDER = QuotationFinder([Document(id="a", text="Nothing is said here."), Document(id="b", text=SAID)])


def quotations(text):
    return find_quotations(text, Span(start=0, end=len(text)))


def look_up(words):
    (one,) = quotations(f'She said: "{words}"')
    return one, FINDER.find(one), FINDER.find_nearest(one)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We won,” he said.", ["We won,"]),
        ('"We won," he said, "at last."', ["We won,", "at last."]),
        ("„Wir gehen nicht“, sagte er.", ["Wir gehen nicht"]),
        ("«Nous allons», dit-il.", ["Nous allons"]),
        ("He said “we never close", ["we never close"]),
        ("‘We are safe,’ he said.", ["We are safe,"]),
        ("“He said ‘we won’ and left,” she said.", ["He said ‘we won’ and left,"]),
        ("the “a” team", []),
        ("It’s the crew’s ferry", []),
        ('""""', []),
    ],
)
def test_what_is_quoted(text, words):
    found = quotations(text)
    assert [one.text for one in found] == words
    assert all(one.span.of(text) == one.text for one in found)


@pytest.mark.parametrize(
    "words",
    [
        "The crew acted with great calm",
        "the crew acted with great calm and saved many lives.",
        "The crew acted … and saved many lives",
        "The crew acted ... and saved many lives",
        "The crew acted (...) and saved many lives",
        "The crew acted with [...] calm",
        "The crew [of the ferry] acted with great calm",
        "The  crew acted\nwith great calm",
        "We'll not speculate",
        "that burned, and we are sorry!",
    ],
)
def test_word_for_word(words):
    _, matches, _ = look_up(words)
    assert [match.document for match in matches] == [1]


@pytest.mark.parametrize(
    ("words", "edits"),
    [
        ("The crew acted with great care and saved many lives", [("lm", "re")]),
        ("The crew acted with great calm and saved any lives", [("m", "")]),
        ("The crew acted with calm and saved many lives", [("great", "")]),
        ("The Crew acted with great calm", [("c", "C")]),
        ("Thecrew acted with great calm and saved many lives", [("", "The")]),
        ("The crew acted with great calm and saved money lives", [("an", "one")]),
    ],
)
def test_the_letters_that_differ(words, edits):
    quotation, matches, near = look_up(words)
    assert not matches
    made = [(one.was.strip(), one.now.strip()) for one in near.edits]
    assert made == edits
    draft = f'She said: "{words}"'
    for one in near.edits:
        assert one.draft.of(draft) == one.now
        assert one.report.of(SAID) == one.was
    assert quotation.span.of(draft) == words


@pytest.mark.parametrize(
    "words",
    [
        "saved many lives … The crew acted",
        "The rew acted with great calm",
        "he crew acted with great calm",
        "acted with GREAT calm and saved",
        "Nobody panicked … and saved many lives",
    ],
)
def test_order_whole_words_and_capitals_count(words):
    assert not look_up(words)[1]


@pytest.mark.parametrize("words", ["Completely other words stand in here", "Nobody", "calm lives great saved"])
def test_what_is_like_nothing_has_no_near_passage(words):
    assert look_up(words)[2] is None


def test_a_very_long_quotation_is_not_compared_word_by_word():
    long = "The crew acted with great calm and saved many lives and " * 40
    (one,) = quotations(f"He said “{long}")
    assert not one.is_comparable
    assert FINDER.find_nearest(one) is None


class TestFindings:
    @pytest.mark.parametrize(
        "text",
        [
            "“The crew acted with great calm,” said Ida Holm.",
            "“The crew acted with great calm and saved many lives,” she said. “We'll not speculate about the cause.”",
            "Ida Holm spoke of “great calm” and of lives.",
            "The harbour master said that “nobody panicked” on the ferry.",
            "Ida Holm said “the crew acted with great calm and saved many lives",
        ],
    )
    def test_a_true_quotation_is_silent(self, text):
        assert not of_kind("quotation", text)

    @pytest.mark.parametrize(
        ("text", "words", "reason"),
        [
            (
                "“The crew acted with great care and saved many lives,” said Ida Holm.",
                "The crew acted with great care and saved many lives,",
                "not word for word",
            ),
            (
                "“I have no words for this horror,” said Ida Holm.",
                "I have no words for this horror,",
                "no report has these words",
            ),
            (
                "“Nobody panicked and nobody was left behind,” said Ida Holm.",
                "Nobody panicked and nobody was left behind,",
                "Jonas Vik says it in the report, Ida Holm in the draft",
            ),
        ],
    )
    def test_a_false_one_is_told_with_its_reason(self, text, words, reason):
        assert [(one.words, one.reason) for one in check(text).findings if one.kind == "quotation"] == [(words, reason)]

    def test_its_near_passage_is_shown(self):
        (one,) = check("“Nobody panicked and nobody was left alone,” said Jonas Vik.").findings
        assert one.passage.document == "wire"
        assert one.against.of(dict(check("The ferry burned there.").texts)["wire"]) == (
            "Nobody panicked and nobody was left behind"
        )

    def test_each_of_two_equal_quotations_is_told(self):
        text = "“We are all lost now,” said Ida Holm. “We are all lost now,” said Jonas Vik."
        assert of_kind("quotation", text) == ["We are all lost now,"] * 2

    def test_a_quotation_over_two_sentences_belongs_to_the_one_that_it_begins_in(self):
        text = "Ida Holm said: “We are all lost now. We will never come back.” The ferry burned."
        assert next(len(one.findings) for one in check(text).sentences if one.standing != "not checked") == 1
        assert of_kind("quotation", text) == ["We are all lost now. We will never come back."]

    def test_an_unclosed_mark_does_not_swallow_the_next_paragraph(self):
        text = "Ida Holm said “great calm\n\nThe harbour master spoke of the ferry."
        assert not of_kind("quotation", text)

    def test_a_quotation_too_long_to_compare_says_so(self):
        said = "we will not speculate about it at all and " * 60
        (one,) = [one for one in check(f"Ida Holm said: “{said}").findings if one.kind == "quotation"]
        assert one.reason.startswith("no report has it word for word; it is too long to compare")

    def test_every_changed_letter_is_found(self):
        said = "We will rebuild the old harbour wall by winter"
        reports = [report(f"“{said},” said Ida Holm, who leads the coastguard of Port Ansel.")]
        missed = [
            at
            for at, letter in enumerate(said)
            if letter.isalpha()
            and not of_kind("quotation", f"“{said[:at]}x{said[at + 1 :]},” said Ida Holm.", *reports)
        ]
        assert missed == []
