"""The terminal format: what the reader's terminal is sent, letter by letter."""

import os
import re
import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from rich.cells import cell_len

from summarizer.model import Section
from summarizer.renderers.registry import render
from summarizer.renderers.sanitize import quoted, sanitize
from tests.renderers.example_briefing import BRIEFING, LONG_URL, make_briefing, make_phrase, make_point, make_source
from tests.renderers.hostile_text import CONTROLS, HOSTILE
from tests.renderers.strategies import any_text, briefings

STYLE = re.compile(r"\x1b\[[\d;]*m")
WIDE = "習近平国家主席は北京でブリンケン国務長官と会談した。" * 9


def joined(text):
    """The text as one line, however it was wrapped."""
    return "".join(text.split())


def test_the_whole():
    assert (
        render(BRIEFING, "terminal")
        == f"""\
Blinken and Qin hold “candid” talks in Beijing
5 reports from at most 4 independent origins, dated 2023-06-06 (stated) to 2023-06-19 (stated); 1
report without a date.

Bottom line
1. US Secretary of State Antony Blinken and Chinese Foreign Minister Qin Gang held what both sides
   called candid and constructive talks on their differences from Taiwan to trade but seemed to
   agree on little. [2][5][3], in part [1] (2 origins, 1 more in part)

Talks in Beijing (2023-06-18 to 2023-06-19)
2. The talks lasted more than seven and a half hours. [2] (reports differ, see A)
3. “We came to Beijing to manage this responsibly.” — a senior official [3]
4. Qin accepted an invitation to visit Washington. [2][5], in part [3][1] (1 origin, 2 more in part;
   reports differ, see A, B)

Talks of the senior diplomats (2023-06-05)
5. Daniel Kritenbrink met Ma Zhaoxu on Monday. [1]

Where the reports differ
A. how long the talks lasted
   - seven and a half hours: RNZ [2]
   - nearly six hours: LatestLY [3], Reuters [5]
B. the secretary of state
   - Antony Blinken: Caliber.Az [1]
   - Anthony Brinken: RNZ [2]

Sources
     Report                                                    Date                    Origin  Cited
[1]  Caliber.Az · Blinken to visit China as US seeks to put a  2023-06-06 (stated)     o1      3
     floor under relations
     https://caliber.az/en/post/171623/
[2]  RNZ · US secretary of state launches unusual visit to     2023-06-18 (inferred)   o2      3
     China in hopes of easing tensions · credits Reuters
     {LONG_URL}
[3]  LatestLY · credits Associated Press                       2023-06-19 (stated)     o3      3
[4]  Caixin                                                    unknown                 o4      0
[5]  Reuters                                                   2023-06-18T14:01+08:00  o2      2
                                                               (stated)
Origin o2, Reuters dispatch: [2][5] (both credit Reuters; 14 of 19 sentences align)

Sourcing note
• Origins are counted at most: two reports may share a source that neither names.
• Not cited: 003_af31: nothing in it fitted the length asked for
• Signature: summarizer 0.1.0 · words=250 · 9f2c41d07a35"""
    )


def test_narrow_it_stays_readable():
    text = render(BRIEFING, "terminal", width=60)
    assert (
        "1. US Secretary of State Antony Blinken and Chinese Foreign\n"
        "   Minister Qin Gang held what both sides called candid and\n"
        "   constructive talks on their differences from Taiwan to\n"
        "   trade but seemed to agree on little. [2][5][3], in part\n"
        "   [1] (2 origins, 1 more in part)\n"
    ) in text
    assert (
        "     Report                  Date              Origin  Cited\n"
        "[1]  Caliber.Az · Blinken    2023-06-06        o1      3\n"
        "     to visit China as US    (stated)\n"
        "     seeks to put a floor\n"
        "     under relations\n"
        "     https://caliber.az/en/post/171623/\n"
    ) in text


def test_where_no_table_fits_the_sources_are_a_list():
    text = render(BRIEFING, "terminal", width=40)
    assert (
        "[1] Caliber.Az · Blinken to visit China\n"
        "    as US seeks to put a floor under\n"
        "    relations\n"
        "    2023-06-06 (stated) · o1 · cited 3\n"
        "    https://caliber.az/en/post/171623/\n"
    ) in text
    assert render(BRIEFING, "terminal", width=12) == text


def test_wide_the_lines_stay_short_enough_for_the_eye():
    assert render(BRIEFING, "terminal", width=300) == render(BRIEFING, "terminal", width=110)
    assert render(BRIEFING, "terminal", width=110) != render(BRIEFING, "terminal", width=100)


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("width", [40, 49, 50, 60, 100, 110])
def test_no_line_but_an_address_is_wider_than_asked(width, colour):
    text = STYLE.sub("", render(BRIEFING, "terminal", width=width, colour=colour))
    wide = [line.strip() for line in text.splitlines() if cell_len(line) > width]
    assert set(wide) <= {LONG_URL}
    for hostile in (WIDE, "word" * 60, "x " * 90, CONTROLS[0]):
        text = STYLE.sub("", render(make_briefing(hostile), "terminal", width=width, colour=colour))
        assert max(cell_len(line) for line in text.splitlines()) <= width


def test_wide_characters_keep_the_table_straight():
    source = make_source(1, outlet="人民網", title=WIDE)
    rows = render(replace(BRIEFING, sources=(source, *BRIEFING.sources[1:])), "terminal").splitlines()
    header = next(row for row in rows if row.lstrip().startswith("Report"))
    row = next(row for row in rows if row.startswith("[1]  人民網"))
    assert cell_len(row[: row.index("unknown")]) == header.index("Date")


def test_an_address_is_never_broken():
    assert f"     {LONG_URL}\n" in render(BRIEFING, "terminal", width=60)


def test_piped_it_is_plain_text():
    text = render(BRIEFING, "terminal")
    assert not set(text) & set("\x1b─│┌┐└┘├┤━┃╭╮╰╯═║")
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


def test_in_colour_it_says_the_same():
    plain, styled = render(BRIEFING, "terminal"), render(BRIEFING, "terminal", width=100, colour=True)
    assert STYLE.findall(styled)
    assert joined(STYLE.sub("", styled).replace("─", "")) == joined(plain)
    assert "\x1b[36m[2][5][3],\x1b[0m \x1b[2;3min part\x1b[0m \x1b[36m[1]\x1b[0m" in styled
    assert "\x1b[2;3m(2 origins, 1 more in part)\x1b[0m" in styled
    assert re.search("\x1b\\[1mBottom line\x1b\\[0m \x1b\\[2m─+\x1b\\[0m\n", styled)


def test_the_environment_changes_nothing_but_the_width_of_a_terminal(monkeypatch):
    plain, styled = render(BRIEFING, "terminal"), render(BRIEFING, "terminal", width=60, colour=True)
    for name, value in {"COLUMNS": "60", "NO_COLOR": "1", "TERM": "dumb", "FORCE_COLOR": "1", "LINES": "2"}.items():
        monkeypatch.setenv(name, value)
    assert render(BRIEFING, "terminal") == plain
    assert render(BRIEFING, "terminal", width=60, colour=True) == styled
    assert os.environ["COLUMNS"] == "60"
    assert render(BRIEFING, "terminal", colour=True) == styled


def check_literal(text, width):
    briefing = make_briefing(text, url=text)
    plain, styled = (render(briefing, "terminal", width=width, colour=colour) for colour in (False, True))
    for written in (plain, STYLE.sub("", styled)):
        kinds = {unicodedata.category(char) for char in written if char not in "\n\u200c\u200d"}
        assert kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"} == set()
        shown = joined(quoted(text))
        assert joined(f"1. {shown} — {shown} [1][2], in part [2] (reports differ, see A)") in joined(written)
        assert joined(f"A. {shown} - {shown}: {shown} [1]") in joined(written)
        assert joined(f"Origin {shown}, {shown}: [1][2] ({shown})") in joined(written)
        assert joined(f"Not cited: {shown}: {shown} • Signature: {shown}") in joined(written)
        assert joined(written).startswith(shown)
        assert set(re.findall(r"\[(\d+)\]", joined(written))) <= {"1", "2"}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text):
    check_literal(text, 100)


@settings(max_examples=30, deadline=None)
@given(any_text.filter(lambda text: sanitize(text) and not set(sanitize(text)) & set("─\u200c\u200d")))
def test_any_text_is_only_text(text):
    check_literal(text, 60)


@settings(max_examples=25, deadline=None)
@given(briefings())
def test_any_briefing_can_be_shown(briefing):
    for name in ("terminal", "markdown", "text"):
        text = render(briefing, name)
        assert text == render(briefing, name)
        numbers = {str(source.number) for source in briefing.sources}
        if name != "text":
            assert set(re.findall(r"\[(\d+)\\?\]", text)) <= numbers


def test_a_long_heading_is_wrapped_not_cut():
    for length in (*range(50, 70), 120, 170):
        heading = ("four " * 40)[: length - 3] + "end"
        briefing = replace(BRIEFING, sections=(Section(heading=heading, when=None, points=()),))
        for colour in (False, True):
            text = STYLE.sub("", render(briefing, "terminal", width=60, colour=colour))
            assert " ".join(heading.split()) in " ".join(text.split())


def test_an_origin_without_evidence_has_no_empty_brackets():
    origin = replace(BRIEFING.origins[1], evidence="")
    text = render(replace(BRIEFING, origins=(BRIEFING.origins[0], origin, *BRIEFING.origins[2:])), "terminal")
    assert "Origin o2, Reuters dispatch: [2][5]\n" in text


def test_words_are_never_hyphenated_nor_lost():
    words = [f"extraordinarily{at}" for at in range(200)]
    section = Section(heading="", when=None, points=(make_point(" ".join(words), 1),))
    text = render(replace(BRIEFING, sections=(section,)), "terminal", width=60)
    assert [word for word in text.split() if word.startswith("extra")] == words


def test_no_entry_is_numbered_twice():
    for name in ("terminal", "markdown"):
        text = render(BRIEFING, name).replace("\\", "")
        assert not re.search(r"(\[\d+\])\1|^\W*\d+[.)]\s*\[", text, re.MULTILINE)
        for number in range(1, 6):
            assert len(re.findall(rf"^(?:- )?\[{number}\] ", text, re.MULTILINE)) == 1


def test_nothing_is_called_none():
    bare = replace(BRIEFING, sources=tuple(make_source(number) for number in range(1, 6)))
    for name in ("terminal", "markdown", "csl-json"):
        assert "None" not in render(bare, name) and "null" not in render(bare, name)


def test_a_briefing_of_nothing_is_still_a_text():
    empty = replace(
        BRIEFING, title="", signature="", sources=(), origins=(), sections=(), discrepancies=(), unused=(), notes=()
    )
    assert render(empty, "terminal") == "Briefing\n0 reports, not dated.\n\nSources"
    assert render(empty, "text") == ""


SEVERAL_DAYS = replace(BRIEFING.sections[2], when=BRIEFING.sections[1].when)


def test_a_date_is_marked_outside_the_quotation_in_the_tools_own_style():
    briefing = replace(BRIEFING, sections=(SEVERAL_DAYS,))
    assert "1. Daniel Kritenbrink met Ma Zhaoxu on Monday. [5 June] [1]" in render(briefing, "terminal")
    assert "on Monday. \x1b[2;3m[5 June]\x1b[0m" in render(briefing, "terminal", colour=True)
    assert r"on Monday. *\[5 June\]* [^1]" in render(briefing, "markdown")
    assert "on Monday. <i>[5 June]</i> " in briefing._repr_html_()
    assert render(briefing, "text") == "Daniel Kritenbrink met Ma Zhaoxu on Monday."
    assert '"text": "Daniel Kritenbrink met Ma Zhaoxu on Monday."' in render(briefing, "json")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_phrase_in_a_mark_is_only_text(text):
    phrases = tuple(make_phrase(text, 0, date(2023, 6, day)) for day in (10, 11))
    point = make_point(text, 1, dates=phrases)
    briefing = replace(BRIEFING, sections=(replace(SEVERAL_DAYS, points=(point,)),))
    shown = render(briefing, "terminal")
    assert not set(shown) & set(map(chr, (*range(10), *range(11, 32), *range(127, 160))))
    assert f"[{quoted(text)}: 10 June;" in " ".join(shown.split()) or len(text) > 80 or "1986" in text
    assert set(re.findall(r"\[(\d+)\\?\]", render(briefing, "markdown"))) <= {"1", "2", "3", "4", "5"}
