"""The markdown format with footnotes, read by a CommonMark parser that knows them."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from summarizer.errors import SettingsError
from summarizer.model import Discrepancy, Section
from summarizer.renderers.discrepancies import shown, spellings
from summarizer.renderers.numbering import number_passages
from summarizer.renderers.registry import render
from summarizer.renderers.sanitize import quoted, sanitize
from summarizer.renderers.wording import cited_for
from tests.renderers.example_briefing import BRIEFING, cite, make_briefing, make_point, make_reading
from tests.renderers.hostile_text import HOSTILE
from tests.renderers.strategies import any_text, briefings

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)


def parsed(briefing):
    """The kinds of all tokens in order, the text of each block, and what each footnote says, by its label."""
    env = {}
    kinds, blocks, notes, label = [], [], {}, None
    for token in PARSER.parse(render(briefing, "markdown"), env):
        kinds.append(token.type + token.tag)
        if token.type == "footnote_open":
            label = token.meta["label"]
        if token.type == "inline":
            words = "".join(
                f"<{child.meta['label']}>" if child.type == "footnote_ref" else child.content
                for child in token.children
                if child.type != "footnote_anchor"
            )
            (blocks.append if label is None else notes.setdefault(label, []).append)(words)
            kinds += [child.type for child in token.children if child.type not in ("text", "text_special")]
        if token.type == "footnote_close":
            label = None
    return kinds, blocks, notes, env


def test_the_whole():
    """The parts that differ from plain citations; test_markdown.py has the others."""
    text = render(BRIEFING, "markdown")
    assert (
        "a date. Each footnote quotes a passage; \\[n\\] is a number in the list of sources.*\n\n"
        "## Bottom line\n\n"
        "1. US Secretary of State Antony Blinken and Chinese Foreign Minister Qin Gang held what both sides called"
        " candid and constructive talks on their differences from Taiwan to trade but seemed to agree on little. "
        "[^1] [^2] [^3], *in part* [^4] *(2 origins, 1 more in part)*\n\n"
        "## Talks in Beijing (2023-06-18 to 2023-06-19)\n\n"
        "2. The talks lasted more than seven and a half hours. [^5] *(reports differ, see A)*\n"
        "3. “We came to Beijing to manage this responsibly.” *— a senior official* [^6]\n"
    ) in text
    assert (
        "- **A.** how long the talks lasted\n"
        "  - seven and a half hours: RNZ [^11]\n"
        "  - nearly six hours: LatestLY [^12], Reuters [^13]\n"
    ) in text
    assert "- \\[3\\] **LatestLY** · *2023-06-19 (stated)*" in text
    assert text.endswith(
        "[^11]: **RNZ** \\[2\\], *verbatim:* seven and a half hours\n\n"
        "[^12]: **LatestLY** \\[3\\], *verbatim:* nearly six hours\n\n"
        "[^13]: **Reuters** \\[5\\], *verbatim:* nearly six hours\n\n"
        "[^14]: **Caliber.Az** \\[1\\], *verbatim:* Antony Blinken\n\n"
        "[^15]: **RNZ** \\[2\\], *verbatim:* Anthony Brinken"
    )
    assert "[^2]: **Reuters** \\[5\\], *says the same:* Much the same in 5.\n" in text
    part = "*in part, for* “talks on their differences from Taiwan to trade”: A part of it in 1.\n"
    assert f"[^4]: **Caliber.Az** \\[1\\], {part}" in text


def check_notes(briefing):
    """Every reference resolves, every footnote is used, and they are numbered as they are met."""
    _, _, notes, env = parsed(briefing)
    numbers = number_passages(briefing)
    labels = [str(number) for number in numbers.values()]
    if not labels:
        assert not env.get("footnotes", {}).get("list") and notes == {}
        return
    assert list(notes) == labels == [entry["label"] for entry in env["footnotes"]["list"].values()]
    assert sorted(env["footnotes"]["refs"]) == sorted(f":{label}" for label in labels)
    assert min(env["footnotes"]["refs"].values()) == 0
    groups = [cited_for(point.citations, point.text) for point in briefing.points]
    told = [*(one for _, one in shown(briefing)), *spellings(briefing)]
    groups += [cited_for(reading.citations) for one in told for reading in one.readings]
    cited = [one for group in groups for one in dict.fromkeys(group)]
    assert sum(entry["count"] for entry in env["footnotes"]["list"].values()) == len(cited)
    for one, number in numbers.items():
        (words,) = notes[str(number)]
        assert f"[{one.citation.source}]" in words and words.endswith(f": {quoted(one.citation.quote)}".rstrip())
        assert one.citation.relation != "part" or f"in part, for {quoted(f'“{one.backs}”:')}" in words


def test_every_reference_resolves_and_every_footnote_is_used():
    check_notes(BRIEFING)


@settings(max_examples=100, deadline=None)
@given(briefings())
def test_any_briefing_has_sound_footnotes(briefing):
    check_notes(briefing)


def test_a_passage_cited_twice_is_one_footnote():
    again = replace(make_point("Once more.", 3), citations=(cite(2, "six hours"), cite(2, "six hours")))
    reading = make_reading("six hours", 2)
    briefing = replace(
        BRIEFING,
        sections=(Section(heading="x", when=None, points=(again, again)),),
        discrepancies=(Discrepancy(kind="number", about="x", readings=(reading, make_reading("five", 3))),),
    )
    assert re.findall(r"\[\^(\d+)\](?!:)", render(briefing, "markdown")) == ["1", "1", "1", "2"]
    check_notes(briefing)


def test_a_passage_that_backs_parts_of_two_points_is_a_footnote_for_each():
    first, second = make_point("They met on Monday.", 1, parts={2: "met"}), make_point("Who met?", 1, parts={2: "Who"})
    stretch = first.citations[1].backed
    again = replace(second, citations=(second.citations[0], replace(first.citations[1], backed=stretch)))
    briefing = replace(BRIEFING, sections=(Section(heading="x", when=None, points=(first, again)),), discrepancies=())
    notes = parsed(briefing)[2]
    assert [notes[name][0] for name in ("2", "4")] == [
        f"RNZ [2], in part, for “{stretch.of(point.text)}”: A part of it in 2." for point in (first, again)
    ]
    check_notes(briefing)


PLAIN_KINDS, *_ = parsed(make_briefing("plain"))


def check_literal(text):
    kinds, blocks, notes, _ = parsed(make_briefing(text))
    assert kinds == PLAIN_KINDS
    shown = quoted(text)
    assert f"{shown} — {shown} <1> <2>, in part <3> (reports differ, see A)" in blocks
    assert blocks.count(f"{shown}: {shown} <1>") == 2
    assert notes == {
        "1": [f"{shown} [1], verbatim: {shown}"],
        "2": [f"{shown} [2], says the same: {shown}"],
        "3": [f"{shown} [2], in part, for {quoted(f'“{text.strip()}”:')} {shown}"],
    }


@pytest.mark.parametrize("text", (*HOSTILE, "[^1]", "[^1]: x", "^[x]", "x!", "    [^2]: x", "1. [^1]:"))
def test_hostile_text_is_only_text(text):
    check_literal(text)


@settings(max_examples=100, deadline=None)
@given(any_text.filter(lambda text: sanitize(text)))
def test_any_text_is_only_text(text):
    check_literal(text)


def test_there_is_no_other_way_to_cite():
    with pytest.raises(SettingsError, match="citations: found 'endnotes', wanted one of footnotes, plain"):
        render(BRIEFING, "markdown", citations="endnotes")


def test_where_nothing_is_cited_no_footnote_is_spoken_of():
    bare = replace(BRIEFING, sections=(), discrepancies=())
    assert render(bare, "markdown") == render(bare, "markdown", citations="plain")
