"""The markdown format with plain citations, read by a CommonMark parser; test_footnotes.py has those with footnotes."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from summarizer.renderers.registry import render
from summarizer.renderers.sanitize import quoted, sanitize
from summarizer.renderers.wording import who
from tests.renderers.example_briefing import BRIEFING, LONG_URL, make_briefing, make_source
from tests.renderers.hostile_text import HOSTILE
from tests.renderers.strategies import any_text

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def written(briefing, **more):
    return render(briefing, "markdown", citations="plain", **more)


def parsed(briefing):
    """The kinds of all tokens in order, without text, and the text of each block."""
    kinds, blocks = [], []
    for token in PARSER.parse(written(briefing)):
        kinds.append(token.type + token.tag)
        if token.type == "inline":
            blocks.append("".join(child.content for child in token.children))
            kinds += [child.type for child in token.children if child.type not in ("text", "text_special")]
    return kinds, blocks


def test_the_whole():
    assert (
        written(BRIEFING)
        == f"""\
# Blinken and Qin hold “candid” talks in Beijing

*5 reports from at most 4 independent origins, dated 2023-06-06 (stated) to 2023-06-19 (stated); 1 report without \
a date.*

## Bottom line

1. US Secretary of State Antony Blinken and Chinese Foreign Minister Qin Gang held what both sides called candid and \
constructive talks on their differences from Taiwan to trade but seemed to agree on little. \\[2\\]\\[5\\]\\[3\\], \
*in part* \\[1\\] *(2 origins, 1 more in part)*

## Talks in Beijing (2023-06-18 to 2023-06-19)

2. The talks lasted more than seven and a half hours. \\[2\\] *(reports differ, see A)*
3. “We came to Beijing to manage this responsibly.” *— a senior official* \\[3\\]
4. Qin accepted an invitation to visit Washington. \\[2\\]\\[5\\], *in part* \\[3\\]\\[1\\] \
*(1 origin, 2 more in part; reports differ, see A, B)*

## Talks of the senior diplomats (2023-06-05)

5. Daniel Kritenbrink met Ma Zhaoxu on Monday. \\[1\\]

## Where the reports differ

- **A.** how long the talks lasted
  - seven and a half hours: RNZ \\[2\\]
  - nearly six hours: LatestLY \\[3\\], Reuters \\[5\\]
- **B.** the secretary of state
  - Antony Blinken: Caliber.Az \\[1\\]
  - Anthony Brinken: RNZ \\[2\\]

## Sources

- \\[1\\] **Caliber.Az** · Blinken to visit China as US seeks to put a floor under relations · *2023-06-06 (stated)* · \
*origin* o1 · *cited for 3 statements* · <https://caliber.az/en/post/171623/>
- \\[2\\] **RNZ** · US secretary of state launches unusual visit to China in hopes of easing tensions · \
*2023-06-18 (inferred)* · *credits* Reuters · *origin* o2 · *cited for 3 statements* · <{LONG_URL}>
- \\[3\\] **LatestLY** · *2023-06-19 (stated)* · *credits* Associated Press · *origin* o3 · *cited for 3 statements*
- \\[4\\] **Caixin** · *date unknown* · *origin* o4 · *not cited*
- \\[5\\] **Reuters** · *2023-06-18T14:01+08:00 (stated)* · *origin* o2 · *cited for 2 statements*

*Origin* o2, Reuters dispatch: \\[2\\]\\[5\\] (both credit Reuters; 14 of 19 sentences align)

## Sourcing note

- *Origins are counted at most: two reports may share a source that neither names.*
- *Not cited:* 003\\_af31: nothing in it fitted the length asked for
- *Signature:* summarizer 0.1.0 · words=250 · 9f2c41d07a35"""
    )


def test_parts_that_are_not_there_leave_no_trace():
    source = make_source(1)
    briefing = replace(
        BRIEFING,
        title=" ",
        signature="",
        sources=(source,),
        origins=BRIEFING.origins[:1],
        sections=(BRIEFING.sections[2],),
        discrepancies=(),
        unused=(),
        notes=("\u200b",),
    )
    text = written(briefing)
    assert text.startswith("# Briefing\n\n*1 report, not dated.*\n\n")
    assert text.endswith(
        "## Sources\n\n- \\[1\\] **000\\_15d3** · *date unknown* · *origin* o1 · *cited for 2 statements*"
    )


PLAIN_KINDS, _ = parsed(make_briefing("plain"))


def check_literal(text):
    kinds, blocks = parsed(make_briefing(text))
    assert kinds == PLAIN_KINDS
    shown, note, wire = quoted(text), quoted(text, known=("1", "2")), quoted(text + "'s wire")
    assert blocks[0] == shown
    assert f"{shown} — {shown} [1][2], in part [2] (reports differ, see A)" in blocks
    assert f"A. {shown}" in blocks
    assert f"{shown}: {shown} [1]" in blocks
    assert f"[2] {shown} · {shown} · date unknown · credits {wire} · origin {shown} · cited for 1 statement" in blocks
    assert f"Origin {shown}, {shown}: [1][2] ({shown})" in blocks
    assert blocks[-3:] == [note, f"Not cited: {shown}: {shown}", f"Signature: {shown}"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text):
    check_literal(text)


@settings(max_examples=100, deadline=None)
@given(any_text.filter(lambda text: sanitize(text)))
def test_any_text_is_only_text(text):
    check_literal(text)


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/<b>x</b>",
        "https://evil.example/a b",
        "https://evil.example/\u202ex",
        "https://evil.example/[12]",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://evil.example/>*x*",
        "https://evil.example/\n\n# x",
        "x https://evil.example",
    ],
)
def test_only_a_plain_web_address_is_a_link(url):
    kinds, blocks = parsed(make_briefing("plain", url=url))
    assert kinds == PLAIN_KINDS
    assert any(block.endswith(f"· {quoted(url)}") for block in blocks)


@pytest.mark.parametrize("url", ["https://a.example/b?c=d&e=f#g", "HTTP://a.example", "https://a.example/習近平"])
def test_a_plain_web_address_is_a_link_to_itself(url):
    tokens = [
        child for token in PARSER.parse(written(make_briefing("plain", url=url))) for child in token.children or ()
    ]
    assert sum(token.type == "link_open" for token in tokens) == 2
    assert f"<{url}>" in written(make_briefing("plain", url=url))


@pytest.mark.parametrize(
    "text", ["http://a.example", "HTTPS://a.example", "see www.a.example", "WWW.a.example", "me@a.example"]
)
def test_what_github_links_unasked_is_broken_up(text):
    assert not re.search(r"https?://|www\.|\w@", written(make_briefing(text)), re.IGNORECASE)


@pytest.mark.parametrize("text", ["| a", ": a", "% a"])
def test_what_pandoc_reads_at_the_start_of_a_line_is_escaped(text):
    assert f"1. \\{text} " in written(make_briefing(text))


def test_every_number_in_the_text_has_a_source_even_where_a_report_has_numbers():
    _, blocks = parsed(make_briefing("as [7] says [8][9]"))
    assert {int(number) for number in re.findall(r"\[(\d+)\]", "\n".join(blocks))} == {1, 2}


def test_ordinary_prose_is_left_as_it_is():
    prose = "AT&T’s U.S.-based chief - a 1986 hire (of 2) - said: “no!” at 5.30; 50% of its £2 = loss? So/so, and 'why'"
    assert f"# {prose}\n" in written(make_briefing(prose))


def test_one_statement_is_one_line_whatever_the_width():
    assert written(BRIEFING, width=40) == written(BRIEFING, width=160, colour=True)


def test_who_is_never_empty_between_stars():
    assert "****" not in written(make_briefing("\u200b"))
    assert who(make_briefing("\u200b").sources[0]) == "\u200b's wire"
