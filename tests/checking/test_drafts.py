"""A draft is parted whole: nothing is lost, what asserts nothing is told apart, and offsets are its own."""

import re

import pytest

from summarizer import Document, ReadError, read_draft
from summarizer.errors import InputError
from tests.checking.held import split

WRAPPED = (
    "The ferry caught fire on Monday evening and the crossing\nwas stopped until the next day, the coastguard said on\n"
    "Tuesday. Three people were hurt in the fire.\n\nNobody was left behind, the harbour master said later\non Tuesday."
)
MARKDOWN = (
    "# The ferry fire\n\n* The **ferry** caught fire on _Monday_ evening [1].\n* Three [people](https://a.example/x)"
    " were hurt [^2].\n\n> Nobody was left behind \\[3\\].\n\n1. The crossing was stopped.\n\n---\n\n## Sources\n\n"
    "[1] Quay Gazette, Ferry fire\n[2] Coast Wire\n\n[^2]: See the wire.\n"
)
SIGNED = "\n\nSourcing note\n\nSignature: summarizer/0.2.0 words=60 sha256:0123456789abcdef"
OWN = (
    "The ferry caught fire on Monday. [1][2], in part [3] (2 origins, 1 more in part; reports differ, see A)\n\n"
    "Three people were hurt. *\\[2 March\\]* [^1] *(1 origin)*\n\nNobody was killed. [2 March] [1]"
    " (overtaken: “4” [2])\n"
)
DRAFTS = [
    WRAPPED,
    MARKDOWN,
    OWN,
    "One.\nTwo.\n",
    "a | b\n--|--\nc | d",
    "“We won’t\n\ngo,” he said",
    "é\u0301 ﬁ 漢字。",
]


def texts(text):
    """The sentences that are checked, in single spaces."""
    return [" ".join(one.sentence.text.split()) for one in split(text).sentences if one.why is None]


@pytest.mark.parametrize("text", DRAFTS)
def test_offsets_are_those_of_the_draft(text):
    draft = split(text)
    assert len(draft.plain) == len(text)
    for one in draft.sentences:
        span = one.sentence.span
        assert one.sentence.text == draft.plain[span.start : span.end]
        assert all(mine in (its, " ") for mine, its in zip(one.sentence.text, span.of(text), strict=True))


@pytest.mark.parametrize("text", DRAFTS)
def test_nothing_is_lost_but_marks(text):
    rest = list(text)
    for one in split(text).sentences:
        span = one.sentence.span
        assert "".join(rest[span.start : span.end]) == span.of(text), "two sentences hold one character"
        rest[span.start : span.end] = " " * (span.end - span.start)
    left = re.sub(r"\[\^?\d\]|\b1\.", "", "".join(rest))
    assert not re.search(r"\w", left.replace("in part", "").replace("2 March", "")) or text == OWN


def test_a_wrapped_paragraph_is_one():
    assert texts(WRAPPED) == [
        "The ferry caught fire on Monday evening and the crossing was stopped until the next day, the coastguard said"
        " on Tuesday.",
        "Three people were hurt in the fire.",
        "Nobody was left behind, the harbour master said later on Tuesday.",
    ]


def test_lines_that_no_width_ended_are_paragraphs():
    text = "The ferry burned.\nThree people were hurt on it\nNobody was left behind by them on the ferry"
    assert [one.sentence.paragraph for one in split(text).sentences] == [0, 1, 2]


@pytest.mark.parametrize("mark", ["* ", "- ", "• ", "1. ", "2) ", "> ", "## "])
def test_an_item_starts_a_paragraph_and_its_mark_is_no_part_of_it(mark):
    text = f"{mark}The ferry caught fire on Monday evening\n{mark}the crew was hurt by the smoke on Monday"
    assert [one.sentence.text for one in split(text).sentences] == [
        "The ferry caught fire on Monday evening",
        "the crew was hurt by the smoke on Monday",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Sources",
        "## References",
        "**Sources:**",
        "Our sources:",
        "Quellen",
        "Fuentes",
        "Notes de bas de page",
        "Fußnoten",
    ],
)
def test_what_stands_under_the_heading_of_a_list_of_sources_is_not_checked(line):
    text = f"The ferry caught fire on Monday.\n\n{line}\n\n[1] Quay Gazette said it was hurt.\n\n[2] Coast Wire is old."
    draft = split(text)
    assert [one.why for one in draft.sentences] == [None, *["sources or notes"] * 3]
    assert draft.lists == (
        line,
        "[1] Quay Gazette said it was hurt.",
        "[2] Coast Wire is old.",
    )


def test_a_heading_ends_a_list_of_sources():
    text = "## Sources\n\n[1] Gazette\n\n## What follows\n\nThe ferry caught fire on Monday."
    assert texts(text) == ["The ferry caught fire on Monday."]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("The ferry fire of Monday evening", "a heading without a verb"),
        ("Ferry fire", "too short to assert anything"),
        ("Three people were hurt", None),
        ("Nobody hurt there.", None),
    ],
)
def test_headings_and_fragments_tell_why_they_are_not_checked(line, why):
    assert [one.why for one in split(f"{line}\n\nThe ferry caught fire on Monday.").sentences] == [why, None]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The ferry caught fire [1]. Three people were hurt [2, 3].", [[1], [2, 3]]),
        ("The ferry caught fire. [1] Three people were hurt.[2]", [[1], [2]]),
        ("The ferry caught fire on Monday.\n\nThree people were hurt. [4]", [[], [4]]),
        ("[1] The ferry caught fire on Monday.\n[2] Three people were hurt. [3]", [[1], [2, 3]]),
        ("[1][2] The ferry caught fire on Monday.", [[1, 2]]),
        ("The ferry caught fire. [1]\nThree people were hurt.", [[1], []]),
    ],
)
def test_a_reference_belongs_to_the_sentence_that_it_stands_in_or_behind(text, numbers):
    owned = [[number for one in sentence.references for number in one.numbers] for sentence in split(text).sentences]
    assert owned == numbers


def test_the_marks_of_our_own_briefings_are_no_words():
    assert texts(OWN + SIGNED) == ["The ferry caught fire on Monday.", "Three people were hurt.", "Nobody was killed."]


def test_numbers_within_our_own_marks_are_no_citations_of_the_sentence():
    told = split(OWN + SIGNED).sentences[:3]
    assert [[one.numbers for one in sentence.references] for sentence in told] == [
        [(1,), (2,), (3,)],
        [(1,)],
        [(1,)],
    ]


@pytest.mark.parametrize(
    "line",
    [
        "5 reports from at most 4 independent origins, dated 2023-06-06 (stated) to 2023-06-19 (inferred).",
        "Said by officials When: 19 June 1 origin: o3 Coast Wire dispatch Reports differ: D",
        "1 origin: o3 Coast Wire dispatch 2 more in part: o1 Reuters dispatch",
    ],
)
def test_the_notes_of_our_own_briefings_are_not_checked(line):
    text = f"{line}\n\nThe ferry caught fire on Monday.\n\n"
    assert next(one.why for one in split(text + SIGNED).sentences) == "sources or notes"
    assert next(one.why for one in split(text).sentences) != "sources or notes"


@pytest.mark.parametrize("words", ["[he said]", "in part", "(1 of 3 boats)", "(reports of fire)", "[12 of them]"])
def test_words_of_the_draft_are_no_marks_of_ours(words):
    (sentence,) = split(f"The ferry caught fire {words} on Monday evening.").sentences
    assert words.strip("[]()") in sentence.sentence.text


def test_escape_sequences_of_a_terminal_are_no_numbers():
    (sentence,) = split("The \x1b[31mferry\x1b[0m caught fire on Monday.").sentences
    assert not re.search(r"\d|\x1b", sentence.sentence.text)


class TestReading:
    def test_a_draft_is_read_whole(self, tmp_path):
        (tmp_path / "memo.md").write_text(MARKDOWN, "utf-8")
        assert "Coast Wire" in read_draft(tmp_path / "memo.md").text

    def test_an_empty_file_is_told(self, tmp_path):
        (tmp_path / "memo.txt").write_text(" \n", "utf-8")
        with pytest.raises(ReadError, match=r"memo\.txt: found no"):
            read_draft(tmp_path / "memo.txt")

    def test_several_texts_are_told(self, tmp_path):
        for name in "ab":
            (tmp_path / f"{name}.txt").write_text("The ferry caught fire on Monday.", "utf-8")
        with pytest.raises(InputError, match="found several texts, wanted one draft"):
            read_draft(tmp_path)


def test_a_document_that_readers_cut_is_split_whole():
    text = "Share this\n\nThe ferry caught fire on Monday."
    kept = Document(id="draft", text=text)
    assert split(kept.text).sentences[0].sentence.text == "Share this"
