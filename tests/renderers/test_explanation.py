"""What shows the reasons: explain, list_sources, render_comparison."""

import re
import time
import unicodedata
from dataclasses import replace

import pytest

from summarizer import read_documents, run_pipeline
from summarizer.finished_run import Comparison, Extract, Run
from summarizer.model import (
    AlignedPair,
    CandidatePair,
    Dateline,
    Decision,
    Dependence,
    Document,
    DroppedSpan,
    Origin,
    PartialDate,
    Provenance,
    ReportDate,
    Section,
    Sentence,
    Span,
    Statement,
)
from summarizer.renderers.comparison import render_comparison
from summarizer.renderers.explanation import explain
from summarizer.renderers.source_list import list_sources
from summarizer.settings import Settings
from tests.renderers.example_briefing import BRIEFING, DOCUMENTS, make_point
from tests.renderers.hostile_text import CONTROLS, MARKUP
from tools.regenerate import PROJECT

STYLE = re.compile(r"\x1b\[[\d;]*m")
TALKS = "The talks lasted more than seven and a half hours."


def make_sentence(number, source, text, terms=("talk", "last")):
    return Sentence(
        id=number,
        document=DOCUMENTS[source - 1],
        span=Span(start=10, end=10 + len(text)),
        text=text,
        position=number,
        paragraph=0,
        words=len(text.split()),
        tokens=terms,
        terms=terms,
    )


def make_statement(*sentences, score=0.0312):
    return Statement(sentences=sentences, origin_of={name: name for name in DOCUMENTS}, score=score)


def make_choice(statement, rank, **more):
    fields = {"chosen": False, "reason": "there was no room", "opening": 1.0} | more
    return Decision(statement=statement, rank=rank, **fields)


PAIR = AlignedPair(first=0, second=1, similarity=0.75)


def make_kinship(*, shared_origin=True, reason="alike", pairs=(PAIR,)):
    first, second = DOCUMENTS[:2]
    return Dependence(first=first, second=second, pairs=pairs, share=0.5, shared_origin=shared_origin, reason=reason)


def make_run(decisions, *, texts=("",) * 5, settings=None, points=None, candidate_pairs=()):
    points = (make_point(TALKS, 2, 5), make_point("Blinken met Qin.", 3)) if points is None else points
    section = Section(heading="Talks", when=None, points=points)
    statements = tuple(choice.statement for choice in decisions)
    documents = tuple(
        Document(
            id=name,
            text=text,
            dropped=(DroppedSpan(span=Span(start=0, end=len(text)), rule="share bar"),) if text else (),
        )
        for name, text in zip(DOCUMENTS, texts, strict=True)
    )
    return Run(
        documents=documents,
        sentences=tuple(sentence for statement in statements for sentence in statement.sentences),
        fragments={DOCUMENTS[1]: (DroppedSpan(span=Span(start=0, end=3), rule="torn off"),)},
        origins=BRIEFING.origins,
        similarity=None,
        opening=(),
        scores=(),
        statements=statements,
        decisions=tuple(decisions),
        chosen=tuple(choice.statement for choice in decisions if choice.chosen),
        events=(),
        briefing=replace(BRIEFING, sections=(section,), discrepancies=()),
        settings=settings or Settings(words=50),
        candidate_pairs=candidate_pairs,
    )


WINNER = make_statement(make_sentence(0, 2, TALKS), make_sentence(1, 5, "They talked for 7.5 hours."))
CHOICES = (
    make_choice(
        WINNER,
        1,
        chosen=True,
        reason="best of what was left",
        opening=8.5,
        gain=0.1234,
        covers=tuple("abcdefghij"),
    ),
    make_choice(
        make_statement(make_sentence(2, 4, "The talks went on for hours.")),
        2,
        reason="too like a chosen statement",
        rival=WINNER,
        similarity=0.614,
    ),
    make_choice(make_statement(make_sentence(3, 3, "Blinken met Qin.")), 3, chosen=True, reason="", rival=WINNER),
    make_choice(make_statement(make_sentence(4, 1, "It rained.")), 4),
)


PAIRINGS = tuple(
    CandidatePair(wording=wording, other=other, score=score, reason=reason)
    for wording, other, score, reason in (
        (0, 3, 0.6, None), (0, 2, 0.62, "numbers differ"), (0, 1, 0.71, None), (4, 0, 0.9, "days differ"),
    )
)  # fmt: skip


def test_explain_the_whole():
    assert (
        explain(make_run(CHOICES, texts=("", "Tweet", "", "", "Menu"), candidate_pairs=PAIRINGS))
        == """\
Why these statements
5 reports, 5 sentences, 4 statements, 2 of them chosen: asked for 50 words.

Point 1
The talks lasted more than seven and a half hours. [2][5]
  Rank 1 of 4, score 0.0312, opening prior 8.5 times the least; best of what was left.
  Newly covers 12.3% of all there is: a, b, c, d, e, f, g, h …
  Stands for 2 sentences, itself and:
    - score 0.71 [5] 004_b215 They talked for 7.5 hours.
  Like it, but not cited for it:
    - score 0.62, numbers differ [4] 003_af31 The talks went on for hours.
    - score 0.60, cited for another statement [3] 002_54e1 Blinken met Qin.
  Beat 1 other:
    - similarity 0.61, rank 2 [4] 003_af31 The talks went on for hours.

Point 2
Blinken met Qin. [3]
  Rank 3 of 4, score 0.0312, opening prior 1 times the least.
  Newly covers 0.0% of all there is.
  Stands for itself alone.

Not chosen (2 statements, best rank first)
- rank 2 [4] 003_af31 The talks went on for hours. (too like a chosen statement)
- rank 4 [1] 000_15d3 It rained. (there was no room)

Dropped (3 lines)
[2] 001_1894 2 lines:
  - torn off: Twe
  - share bar: Tweet
[5] 004_b215 1 line:
  - share bar: Menu"""
    )


def test_explain_says_which_part_a_report_says():
    point = make_point(TALKS, 2, parts={3: "more than seven and a half hours", 1: "The talks"})
    lines = explain(make_run(CHOICES, points=(point,))).splitlines()
    head = lines.index(f"{TALKS} [2], in part [3][1] (1 origin, 2 more in part)")
    named = [line for line in lines[head:] if "in part, for" in line]
    assert named == [
        "  - [3] 002_54e1 in part, for “more than seven and a half hours”: A part of it in 3.",
        "  - [1] 000_15d3 in part, for “The talks”: A part of it in 1.",
    ]


def test_explain_counts_the_rest_by_reason():
    def why(at):
        return f"{at} words, left: {at / 10:,.2f}." if at % 2 else "odd " + "i" * at

    rejected = [
        make_choice(make_statement(make_sentence(at, 1, f"No {at}.")), at, reason=why(at)) for at in range(1, 60)
    ]
    text = explain(make_run(rejected[::-1], points=()))
    runners_up, _, rest = text.partition("Not chosen (59 statements, best rank first)\n")[2].partition(
        "and 44 others:\n"
    )
    assert [line.split()[2] for line in runners_up.splitlines()] == [str(rank) for rank in range(1, 16)]
    assert rest.startswith("  - 22 × … words, left: ….\n  - 1 × odd i")
    assert "  - 13 × another reason" in rest
    assert sum(int(number) for number in re.findall(r"- (\d+) ×", rest)) == 44
    few = explain(make_run(rejected[:16], points=()))
    assert few.partition("and 1 other:\n")[2].partition("\n\n")[0] == "  - 1 × odd " + "i" * 16


def test_explain_orders_what_was_beaten_by_likeness():
    losers = [
        make_choice(make_statement(make_sentence(at, 1, f"No {at}.")), at, rival=WINNER, similarity=similarity)
        for at, similarity in ((7, 0.5), (8, 0.9), (6, 0.5))
    ]
    text = explain(make_run([CHOICES[0], *losers], points=(make_point(TALKS, 2),)))
    beaten = text.partition("Beat 3 others:\n")[2].splitlines()[:3]
    assert [line.partition("rank ")[2].split()[0] for line in beaten] == ["8", "6", "7"]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (Settings(words=1), "asked for 1 word."),
        (Settings(sentences=3), "asked for 3 sentences."),
        (Settings(share=0.125), "asked for 0.125 of all words."),
        (Settings(words=9, focus="the [9] balloon"), "asked for 9 words on “the ［9］ balloon”."),
    ],
)
def test_explain_says_what_was_asked_for(settings, words):
    assert words in explain(make_run(CHOICES, settings=settings))


DOCUMENT = Document(
    id="002_54e1",
    text="[ad_1] Story of four words. Share now Read also | An earthquake shook Pakistan, and much else happened too.",
    title="A title",
    outlet="LatestLY",
    author="A. Writer",
    credit="Associated Press",
    cites=("Japan Times", "Kyodo"),
    dateline=Dateline(place="BEIJING", day="June 19"),
    published=PartialDate.parse("2023-06-19"),
    url="https://www.example.org/a-long-address/that-goes-on-and-on-and-on/and-on/and-on-and-on/and-on/story.html",
    kept=(Span(start=7, end=27),),
    dropped=(
        DroppedSpan(span=Span(start=0, end=6), rule="shortcode"),
        DroppedSpan(span=Span(start=38, end=110), rule="read also"),
    ),
)


def test_list_sources_the_whole():
    empty = Document(id="empty", text="no words", skipped="it is no report", dateline=Dateline(place="VIENNA"))
    assert (
        list_sources([DOCUMENT, empty], width=70)
        == f"""\
2 reports, 4 words, 2 lines dropped, 1 report skipped.

002_54e1
Outlet     LatestLY
Title      A title
Date       2023-06-19
Dateline   BEIJING, June 19
Credits    Associated Press
Cites      Japan Times, Kyodo
Author     A. Writer
URL        {DOCUMENT.url}
Words      4
Dropped    2 lines
  - shortcode: [ad_1]
  - read also: Read also | An earthquake shook Pakistan, and much …

empty
Skipped    it is no report
Dateline   VIENNA"""
    )


def test_many_refused_reports_are_listed_in_little_time():
    refused = [Document(id=f"a-{at}", text="", skipped=f"entry {at}: found no text in it.") for at in range(3_000)]
    began = time.process_time()
    listed = list_sources(refused, width=70)
    assert time.process_time() - began < 2
    assert listed.count("Skipped") == 3_000 and "not found" not in listed


def test_lines_are_the_same_whether_or_not_they_are_drawn_in_colour():
    texts = ["plain", "two  blanks ", "a\ttab", "café " * 9, "word " * 30, "x" * 99, "中文" * 40, "a\nb"]
    for text in texts:
        documents = [Document(id="a", text=text, title=text, kept=(Span(start=0, end=1),))]
        plain, drawn = (list_sources(documents, width=60, colour=colour) for colour in (False, True))
        words = "".join(re.sub(r"\x1b\[[\d;]*m|─", "", drawn).split())
        assert words == "".join(plain.split())


LINEAGE = Provenance(
    origins=(
        Origin(id="o1", label="Reuters dispatch", documents=DOCUMENTS[:2], evidence="1 of 2 sentences aligns"),
        Origin(id="o2", label="Caixin report", documents=DOCUMENTS[2:3], evidence="names no source"),
    ),
    dependences=(
        make_kinship(shared_origin=True, reason="1 of 2 sentences aligns"),
        make_kinship(shared_origin=False, reason="too few"),
    ),
    sentences=(make_sentence(0, 1, "The talks were long."), make_sentence(1, 2, "Long talks were held at last.")),
)
SHARED = """\
Origins (2 origins)
o1, Reuters dispatch: {0} {1} (1 of 2 sentences aligns)
o2, Caixin report: {2} (names no source)

- {0} and {1} share an origin: 1 of 2 sentences aligns.
  0.75  The talks were long.           Long talks were held at last.

- {0} and {1} do not share one: too few."""


def test_list_sources_shows_who_copied_whom():
    assert list_sources([DOCUMENT], LINEAGE, width=70).endswith("\n\n" + SHARED.format(*DOCUMENTS))
    assert "Origins" not in list_sources([DOCUMENT])


def test_explain_shows_who_copied_whom():
    run = replace(make_run(CHOICES), origins=LINEAGE.origins, dependences=LINEAGE.dependences)
    numbered = [f"[{number}] {name}" for number, name in enumerate(DOCUMENTS[:3], start=1)]
    kin = explain(run).partition("Origins")[2].partition("\n\nDropped")[0]
    assert kin.startswith(SHARED.format(*numbered).partition("Origins")[2].partition("  0.75")[0])
    assert f"  0.75  {TALKS[:20]}" in kin


def test_explain_does_not_show_all_of_many_kinships():
    pairs = make_kinship().pairs * 20
    many = [make_kinship(shared_origin=shared, pairs=pairs) for shared in (True,) * 13 + (False,) * 6]
    text = explain(replace(make_run(CHOICES), dependences=tuple(many)))
    assert text.count("share an origin:") == 10 and "and 3 other pairs of one origin" in text
    assert text.count("do not share one:") == 5 and "and 1 other pair that came less near" in text
    assert "and 8 other pairs of sentences" in text


def test_list_sources_tells_how_a_date_is_known():
    moment = PartialDate.parse("2023-06-18")
    dates = {
        "a": ReportDate(published=moment, published_is="stated", why="the report states it"),
        "b": ReportDate(published=moment, published_is="inferred", why="it tells of Sunday, as a does of 2023-06-18"),
        "c": ReportDate(published=None, published_is="unknown", why="it states no date"),
    }
    given = [Document(id=name, text="one", published=moment if name == "a" else None) for name in "abc"]
    text = list_sources(given, Provenance(origins=(), dependences=(), sentences=(), dates=dates), width=100)
    assert [line for line in text.splitlines() if line.startswith("Date ")] == [
        "Date       2023-06-18",
        "Date       2023-06-18 (inferred: it tells of Sunday, as a does of 2023-06-18)",
        "Date       not found (unknown: it states no date)",
    ]


def test_list_sources_counts_one_as_one_and_takes_any_iterable():
    text = list_sources(iter([Document(id="a", text="one", dropped=DOCUMENT.dropped[:1])]))
    assert text.startswith("1 report, 1 word, 1 line dropped.\n")
    assert "Dropped    1 line\n" in text


COMPARISON = Comparison(
    words=50,
    extracts=(
        Extract(system="summarizer", sentences=(make_sentence(0, 2, TALKS, ("talk", "hour")),)),
        Extract(
            system="sumy TextRank",
            sentences=(
                make_sentence(1, 3, "One [1] two.", ("a", "b", "c")),
                make_sentence(2, 1, "Three.", ("a", "b", "c", "d", "e", "f")),
                make_sentence(3, 1, "Four.", ("a", "b", "d", "e", "f", "g", "h")),
                make_sentence(4, 1, "…", ()),
                make_sentence(5, 1, "…", ()),
            ),
        ),
        Extract(system="sumy KL", sentences=()),
    ),
)


def test_comparison_the_whole():
    assert (
        render_comparison(COMPARISON)
        == """\
3 systems, the same sentences, at most 50 words each.
Repeats: sentences that share at least half of their words with an earlier one.

System         Words    Sentences  Repeats
summarizer     10       1          0
sumy TextRank  7        5          2
sumy KL        0        0          0

summarizer (10 words, 1 sentence)
• The talks lasted more than seven and a half hours. (001_1894)

sumy TextRank (7 words, 5 sentences)
• One ［1］ two. (002_54e1)
• Three. (000_15d3)
• Four. (000_15d3)
• … (000_15d3)
• … (000_15d3)

sumy KL (0 words, 0 sentences)"""
    )


def every_view(text, **layout):
    """All that shows reasons, with `text` in place of every word of a report."""
    sentence = make_sentence(0, 2, text)
    statement = make_statement(sentence, make_sentence(1, 5, text))
    decisions = [
        make_choice(statement, 1, chosen=True, covers=(text,)),
        make_choice(make_statement(sentence), 2, rival=statement, reason=text),
    ]
    document = replace(
        DOCUMENT,
        id=text,
        text=text,
        title=text,
        outlet=text,
        author=text,
        credit=text,
        url=text,
        cites=(text,),
        dateline=Dateline(place=text, day=text),
        skipped=text,
        dropped=(DroppedSpan(span=Span(start=0, end=len(text)), rule=text),),
    )
    comparison = Comparison(words=9, extracts=(Extract(system=text, sentences=(sentence,)),))
    dependences = [make_kinship(shared_origin=shared, reason=text) for shared in (True, False)]
    run = make_run(decisions, texts=(text,) * 5, points=(make_point(text, 2, 5),))
    run = replace(run, dependences=tuple(dependences), origins=(replace(run.origins[0], label=text, evidence=text),))
    sources = list_sources([document], run.provenance, **layout)
    return [explain(run, **layout), sources, render_comparison(comparison, **layout)]


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("text", MARKUP[:5] + CONTROLS)
def test_hostile_text_is_only_text(text, colour):
    for view in every_view(text, width=60, colour=colour):
        shown = STYLE.sub("", view)
        assert ("\x1b" in view) == colour
        kinds = {unicodedata.category(char) for char in shown if char not in "\n\u200c\u200d"}
        assert kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"} == set()
        assert "None" not in shown
        assert max(map(len, shown.splitlines())) <= 60 or all(word in shown for word in text.split())


def test_rich_markup_is_shown_as_it_is():
    for view in every_view("[bold]x[/] :smile:"):
        assert "[bold]x[/] :smile:" in view


def test_each_point_has_its_reasons_also_where_a_copy_was_chosen_and_its_original_is_printed():
    names = ("agency_copy.md", "agency_first.txt", "radio.json")
    run = run_pipeline(read_documents([PROJECT / "examples" / "earthquake" / name for name in names]))
    places = {(one.statement.wording.document, one.statement.wording.span) for one in run.decisions if one.chosen}
    printed = {(point.citations[0].document, point.citations[0].span) for point in run.briefing.points}
    assert printed - places
    parts = explain(run).partition("Where the reports differ")[0].split("\nPoint ")[1:]
    assert len(parts) == len(printed) and all("Rank " in part for part in parts)
