"""A check on a terminal and as Markdown: the summary first, the worst in the margin, nothing of others but text."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from summarizer import render_check
from summarizer.renderers.check.options import CheckOptions
from summarizer.renderers.check.wording import summary_of
from summarizer.renderers.sanitize import sanitize
from summarizer.renderers.terminal_page import Page
from tests.check_builder import CHECK, check_with
from tests.renderers.hostile_text import HOSTILE
from tests.renderers.strategies import any_text

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
STYLE = re.compile(r"\x1b\[[\d;]*m")
PLAIN = check_with("plain")


def on_terminal(check, **more):
    return render_check(check, "terminal", **more)


def test_the_whole_on_a_terminal():
    assert (
        on_terminal(CHECK, width=90)
        == """\
The ferry fire · memo.md
2 of 7 sentences are backed by at least one report, 1 by two origins or more; 2 backed in
part; 2 contradicted; 1 not found; 1 quotation altered; 1 number without a source; 1 name
without a source; 1 citation not borne out.
Checked against 3 reports from at most 3 independent origins. !! contradicted, or a
quotation or number without a source; ? something else to look at; ~ backed in part.
{Braces} hold what differs.

   1. # The ferry fire (not checked: a heading)

   2. A fire in the engine room stopped the crossing of the ferry Maren Bright on Monday
      evening ［1］. [1], in part [2] (1 origin, 1 more in part)
!! 3. Five people were hurt. (contradicted)
      - contradiction: “Five” — two reports give another number
        The Quay Gazette [1]: “{Three} people were hurt.”
   4. All 212 passengers were taken off by two lifeboats ［1］［2］. [1][2] (2 origins)

!! 5. The ferry had missed its inspection in March. (contradicted)
      - contradiction: “missed” — a report says the opposite
        Coast Wire [2]: “Officials said the ferry had {passed} its inspection in March.”
!! 6. “The crew acted with great care and saved lives,” said Ida Holm. in part [1]
      - quotation: “The crew acted with great ca{re} and saved lives,” — stands so in no
        report
        The Quay Gazette [1]: “The crew acted with great ca{lm} and saved lives,”
!! 7. The damage is put at 4 million crowns, according to Jonas Vik. (not found in a
      report)
      - number: “4 million crowns” — stands in no report
      - name: “Jonas Vik” — stands in no report

 ? 8. Crossings resume on Thursday ［2］. in part [3]
      - citation: “［2］” — no passage of [2] was found that says this

   9. Sources: Gazette, Wire, Herald. (not checked: a list of sources)

Sources
     Report                                             Date                 Origin  Cited
[1]  The Quay Gazette · Ferry fire leaves three hurt    2026-03-02 (stated)  o1      3
[2]  Coast Wire                                         2026-03-02 (stated)  o2      2
[3]  Harbour Herald                                     unknown              o3      1
     https://herald.example/ferry

Notes
• Numbers in brackets in the draft were read as those of the reports.
• Signature: summarizer/0.2.0 check sha256:0123456789abcdef"""
    )


def test_the_worst_can_be_had_alone():
    for name in ("terminal", "markdown"):
        shown = render_check(CHECK, name, only_marked=True)
        assert "Five people" in re.sub(r"[\\{}]", "", shown) and "All 212" not in shown and "Gazette, Wire" not in shown
        quiet = replace(CHECK, sentences=(CHECK.sentences[3],))
        assert "No sentence is marked." in render_check(quiet, name, only_marked=True)


def test_colour_adds_nothing_but_colour_and_takes_the_braces():
    shown = on_terminal(CHECK, width=90, colour=True)
    assert "\x1b[1;31m!! 3." in shown and "\x1b[1;31mFive" in shown and "ca\x1b[32mlm" in shown
    plain = (
        on_terminal(CHECK, width=90)
        .replace(" {Braces} hold what differs.", "")
        .replace("\n{Braces} hold what differs.", "")
    )
    letters = re.sub(r"[\s{}─]", "", plain)
    assert re.sub(r"[\s─]", "", STYLE.sub("", shown)) == letters


def test_many_lines_that_were_not_checked_are_counted():
    text = "".join(f"Report {number}.\n" for number in range(9))
    lines = [
        replace(CHECK.sentences[-1], span=span, text=text[span.start : span.end])
        for at in range(9)
        for span in [replace(CHECK.sentences[0].span, start=at * 10, end=at * 10 + 9)]
    ]
    shown = on_terminal(replace(CHECK, text=text, sentences=tuple(lines)))
    assert "3. Report 2." in shown and "Report 3." not in shown
    assert "and 6 more not checked: a list of sources" in shown


@pytest.mark.parametrize("width", [40, 60, 100])
def test_no_line_is_wider_than_it_may_be(width):
    assert max(map(len, on_terminal(CHECK, width=width).splitlines())) <= width


def test_pieces_are_made_harmless_on_the_page_as_well():
    page = Page(CheckOptions(width=60))
    page.paragraph([[("a\x1b[31m ", "report"), ("b\nc\td", "bad"), ("\x9be", "doubt")], ("f", "own")], marker="-")
    assert str(page) == "- a␛[31m b c d�e f"


def check_terminal(text):
    shown = on_terminal(check_with(text), width=60)
    assert not set(shown) & set(map(chr, (*range(10), *range(11, 32), *range(127, 160))))
    assert set(re.findall(r"\[(\d+)\]", shown)) <= {"1"}
    coloured = on_terminal(check_with(text), width=60, colour=True)
    assert "\x1b" not in STYLE.sub("", coloured)


def kinds_of(check):
    """The kinds of all Markdown tokens in order, without text."""
    kinds = []
    for token in PARSER.parse(render_check(check, "markdown")):
        kinds.append(token.type + token.tag)
        kinds += [one.type for one in token.children or () if one.type not in ("text", "text_special")]
    return kinds


PLAIN_KINDS = kinds_of(PLAIN)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text):
    check_terminal(text)
    assert kinds_of(check_with(text)) == PLAIN_KINDS


@settings(max_examples=40, deadline=None)
@given(any_text.filter(lambda text: sanitize(text) and "─" not in text))
def test_any_text_is_only_text(text):
    check_terminal(text)
    assert kinds_of(check_with(text)) == PLAIN_KINDS


def test_the_markdown_has_the_summary_each_sentence_and_its_findings():
    shown = render_check(CHECK)
    assert shown.startswith(f"# The ferry fire · memo.md\n\n**{summary_of(CHECK)}**\n\n")
    assert "\n- **!!** 3\\. \\{Five\\} people were hurt. *(contradicted)*\n  - *contradiction:* “Five” *— two" in shown
    assert "ca\\{re\\} and saved lives,” *— stands so in no report.* **The Quay Gazette** \\[1\\]: “The crew" in shown
    assert "*cited for 3 sentences*" in shown and shown.endswith("0123456789abcdef")
