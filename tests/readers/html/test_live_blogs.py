"""Live blogs: every entry has its own time, and what a later one tells overtakes an earlier one."""

import json
from dataclasses import replace

import pytest

from summarizer import Briefing, Settings, read_documents, render, summarize, write_reports
from summarizer.model import PartialDate
from summarizer.readers.documents import prepare_document
from summarizer.renderers.discrepancies import told_on

ENTRIES = (
    ("2024-03-18T16:40:00+01:00", "Rescuers say that at least 31 people were killed when the ferry Lady Anne sank."),
    ("2024-03-18T14:05:00+01:00", "The hospital corrects its figure: nine crew were treated, not twelve as reported."),
    ("2024-03-18T12:10:00+01:00", "Twelve crew of the Lady Anne are being treated. The ferry came from Belwa."),
    ("2024-03-18T09:15:00+01:00", "The coastguard says that at least 12 people were killed when the Lady Anne sank."),
)
STANDFIRST = "Follow the latest on the ferry that sank off Cape Tolland on Monday."


def linked(entries=ENTRIES):
    updates = [{"@type": "BlogPosting", "datePublished": told, "articleBody": text} for told, text in entries]
    return json.dumps({"@type": "LiveBlogPosting", "datePublished": "2024-03-18", "liveBlogUpdate": updates})


def page(script="", *, marked=False, entries=ENTRIES):
    mark = ' itemprop="liveBlogUpdate" itemscope' if marked else ""
    posts = "".join(f'<div{mark}><time datetime="{told}">x</time><p>{text}</p></div>' for told, text in entries)
    head = f'<script type="application/ld+json">{script}</script>' if script else ""
    top = f"<html lang=en><head><title>Ferry sinks: live</title>{head}</head><body><article><h1>Ferry sinks: live</h1>"
    return f"{top}<p>{STANDFIRST}</p>{posts}</article></body></html>"


def read(tmp_path, *pages):
    for number, text in enumerate(pages):
        (tmp_path / f"page{number}.html").write_text(text)
    return read_documents(tmp_path)


PAGES = {"JSON-LD": page(linked()), "marked elements": page(marked=True), "times in elements": page()}


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_each_entry_has_its_own_time(tmp_path, text):
    (blog,) = read(tmp_path, text)
    assert [(blog.text[entry.start :][:12], str(entry.published)[11:16]) for entry in blog.entries] == [
        (text[:12], told[11:16]) for told, text in ENTRIES
    ]


def test_entries_that_scripts_would_have_shown_are_read_all(tmp_path):
    (blog,) = read(tmp_path, page(linked(), entries=()))
    assert [text for _, text in ENTRIES if text in blog.text] == [text for _, text in ENTRIES]
    assert len(blog.entries) == len(ENTRIES)


STORY = "<p>" + "The ferry Lady Anne had left Belwa at noon with ninety people, the coastguard said. " * 12 + "</p>"
NO_BLOG = {
    "no times": page().replace("datetime=", "title="),
    "days without clocks": page(entries=[(told[:10], text) for told, text in ENTRIES]),
    "out of order": page(entries=[ENTRIES[0], ENTRIES[2], ENTRIES[1], ENTRIES[3]]),
    "one time for all": page(entries=[(ENTRIES[0][0], text) for _, text in ENTRIES]),
    "two times": page(entries=ENTRIES[:2]),
    "teasers below a story": page().replace(f"<p>{STANDFIRST}</p>", STORY),
    "clocks with and without a zone": page(entries=[(ENTRIES[0][0][:16], ENTRIES[0][1]), *ENTRIES[1:]]),
}


@pytest.mark.parametrize("text", NO_BLOG.values(), ids=NO_BLOG)
def test_a_page_that_is_no_live_blog_has_no_entries(tmp_path, text):
    (report,) = read(tmp_path, text)
    assert report.entries == () and "at least 31 people were killed" in report.text


HEADS = {
    "with am and pm": ("4.40pm", "2.05pm", "12.10pm", "9.15am"),
    "with am and pm apart": ("4:40 PM ET", "2:05 p.m. ET", "12:10 PM ET", "9:15 AM ET"),
    "by twenty-four": ("16:40", "14:05", "12:10", "09:15"),
    "with their zone": ("16:40 GMT", "14:05 GMT", "12:10 GMT", "09:15 GMT"),
    "led to": ("Posted at 16:40", "Posted at 14:05", "Updated at 12:10", "Posted at 09:15"),
    "with a mark behind": ("16.40:", "14.05 –", "12.10 |", "09.15:"),
}
LIVE = "Ferry sinks off Cape Tolland: live"


def blog(heads, *, title=LIVE, parted=" ", day="18 March 2024"):
    told = "\n\n".join(f"{head}{parted}{text}" for head, (_, text) in zip(heads, ENTRIES, strict=False))
    return f"{title}\n\n{day}\n\n{STANDFIRST}\n\n{told}\n"


@pytest.mark.parametrize("parted", [" ", "\n\n"], ids=["on the line of the entry", "on a line above it"])
@pytest.mark.parametrize("heads", HEADS.values(), ids=HEADS)
def test_times_at_the_heads_of_entries_are_theirs_and_no_part_of_the_story(tmp_path, heads, parted):
    (tmp_path / "blog.txt").write_text(blog(heads, parted=parted))
    (report,) = read_documents(tmp_path)
    assert [str(entry.published)[:16] for entry in report.entries] == [told[:16] for told, _ in ENTRIES]
    assert [span.of(report.text) for span in report.kept or ()][-4:] == [text for _, text in ENTRIES]
    assert len(report.text) == len(report.text.rstrip()) + 1
    assert {report.entries[0].published.value.tzinfo is None} == {"GMT" not in heads[0]}


FORWARDS = tuple(reversed(HEADS["by twenty-four"]))
NO_HEADS = {
    "a report that does not call itself live": blog(HEADS["with am and pm"], title="Ferry sinks off Cape Tolland"),
    "a word joined to live": blog(HEADS["with am and pm"], title="Live-action remakes: what to watch off Cape Tolland"),
    "sentences that open with a time": blog(("At 16:40 all", "At 14:05 all", "At 12:10 all", "At 09:15 all")),
    "no date": blog(HEADS["with am and pm"], day=""),
    "out of order": blog(("16:40", "12:10", "14:05", "09:15")),
    "before noon or after": blog(("4:40", "3:05", "2:10", "1:15")),
    "some with am and pm": blog(("4.40pm", "2.05pm", "12.10", "9.15am")),
    "two": blog(("16:40", "14:05")),
    "no time of day": blog(("46:40", "44:05", "42:10", "39:15")),
}


@pytest.mark.parametrize("text", NO_HEADS.values(), ids=NO_HEADS)
def test_no_time_is_told_where_it_is_not_certain(tmp_path, text):
    (tmp_path / "blog.txt").write_text(text)
    (report,) = read_documents(tmp_path)
    assert report.entries == ()


@pytest.mark.parametrize(
    "title",
    [
        "Live: ferry sinks off Cape Tolland",
        "Ferry disaster as it happened – Monday",
        "Fähre sinkt vor Kap Tolland: Liveticker",
        "EN DIRECT - Un ferry coule au large du cap",
    ],
)
def test_how_live_blogs_call_themselves(tmp_path, title):
    languages = {"F": "de", "E": "fr"}
    (tmp_path / "blog.txt").write_text(blog(FORWARDS, title=title))
    report = replace(read_documents(tmp_path)[0], kept=None, entries=(), language=languages.get(title[0], "en"))
    assert len(prepare_document(report).entries) == 4


def test_a_blog_of_two_days_leaves_open_which_day_a_clock_means(tmp_path):
    (tmp_path / "blog.txt").write_text(blog(FORWARDS))
    (report,) = read_documents(tmp_path)
    later = replace(report, kept=None, dropped=(), entries=(), updated=PartialDate.parse("2024-03-19"))
    assert report.entries and prepare_document(later).entries == ()


def test_the_time_of_an_entry_stands_beside_what_it_tells_and_comes_back(tmp_path):
    briefing = summarize(read(tmp_path, page(linked())), Settings(words=200))
    times = {point.text: str(point.citations[0].entry)[11:16] for point in briefing.points}
    told = {text: clock[11:16] for clock, text in ENTRIES}
    assert [times[text] == clock for text, clock in told.items() if text in times] == [True, True]
    assert Briefing.from_json(render(briefing, "json")) == briefing
    assert "(entry of 18 March, 16:40; see A)" in " ".join(render(briefing, "terminal", width=100).split())


def test_kept_entries_are_the_same_when_read_again(tmp_path):
    before = read(tmp_path, page(linked()))
    (tmp_path / "kept.jsonl").write_text(write_reports(before))
    assert read_documents(tmp_path / "kept.jsonl") == before


def test_a_toll_that_grows_from_entry_to_entry_is_a_series(tmp_path):
    briefing = summarize(read(tmp_path, page(linked())), Settings(words=200))
    (toll,) = briefing.discrepancies
    assert (toll.about, toll.is_series) == ("People killed", True)
    assert [told_on(toll, one) for one in toll.readings] == ["(18 March, 09:15)", "(18 March, 16:40, the newest)"]
    assert [(point.overtaken is not None) for point in briefing.points if "12 people" in point.text] in ([], [True])


def test_what_a_later_entry_corrects_is_not_printed_unless_it_is_said_again_since(tmp_path):
    again = ("2024-03-18T17:00:00+01:00", "Twelve crew of the Lady Anne were treated after all.")
    (blog, other) = read(tmp_path, page(linked()), page(linked((again, *ENTRIES)), entries=(again, *ENTRIES)))
    printed = [point.text for point in summarize([blog], Settings(words=400)).points]
    assert not [text for text in printed if text.startswith("Twelve")]
    printed = [point.text for point in summarize([other], Settings(words=400)).points]
    assert [text for text in printed if text.startswith("Twelve")] == [again[1]]


MINE = (
    ("2024-05-02T17:00:00+01:00", "The ministry has ordered an inquiry into the collapse of the mine at Kalder."),
    ("2024-05-02T15:20:00+01:00", "All 84 miners have been rescued from the mine at Kalder, the company says."),
    ("2024-05-02T07:10:00+01:00", "About 90 miners are feared trapped after a collapse at the Kalder mine, it says."),
)


@pytest.mark.parametrize("entries", [MINE, MINE[::-1]], ids=["newest first", "oldest first"])
def test_what_became_of_all_in_danger_leads_and_what_it_overtakes_is_marked(tmp_path, entries):
    briefing = summarize(read(tmp_path, page(linked(entries), entries=entries)), Settings(words=200))
    assert "trapped" not in briefing.title + briefing.points[0].text
    (told,) = briefing.discrepancies
    assert (told.about, told.is_series) == ("What became of those trapped", True)
    assert [one.value for one in told.readings] == [
        "About 90 miners are feared trapped",
        "All 84 miners have been rescued",
    ]
    assert {point.text[:5]: point.overtaken for point in briefing.points}["About"] == 0


def test_equal_words_of_two_blogs_on_those_in_danger_are_one_reading(tmp_path):
    pages = [page(linked(entries), entries=entries) for entries in (MINE, (("2024-05-02T09:00:00+01:00", MINE[2][1]),))]
    (told,) = summarize(read(tmp_path, *pages), Settings(words=200)).discrepancies
    assert [len(one.citations) for one in told.readings] == [2, 1]


@pytest.mark.parametrize("last", ["Rescuers hope that all 84 miners will be rescued.", "All 12 guests were rescued."])
def test_who_is_in_danger_stays_so_until_all_are_told_to_be_out_of_it(tmp_path, last):
    entries = (("2024-05-02T15:20:00+01:00", last), MINE[-1])
    briefing = summarize(read(tmp_path, page(linked(entries), entries=entries)), Settings(words=200))
    assert not briefing.discrepancies


VOTE = (
    ("2024-06-09T22:30:00+01:00", "Peter Berg has conceded defeat in the election in Norland to Anna Holm."),
    (
        "2024-06-09T20:05:00+01:00",
        "An exit poll in Norland puts Anna Holm at 41 per cent and Peter Berg at 38 per cent.",
    ),
    ("2024-06-09T08:00:00+01:00", "Polls have opened in Norland for the election between Anna Holm and Peter Berg."),
)


@pytest.mark.parametrize("entries", [VOTE, VOTE[::-1]], ids=["newest first", "oldest first"])
def test_the_newest_entry_that_tells_the_news_leads_whichever_way_the_page_is_ordered(tmp_path, entries):
    briefing = summarize(read(tmp_path, page(linked(entries), entries=entries)), Settings(words=200))
    assert briefing.points[0].text == VOTE[0][1]


def test_a_later_entry_overtakes_a_number_by_a_lower_one(tmp_path):
    entries = (
        ("2024-10-11T11:15:00+01:00", "Five people are still missing at Linden, the police say."),
        ("2024-10-11T08:40:00+01:00", "Twelve people are missing after a bridge at Linden was swept away."),
    )
    (told,) = summarize(read(tmp_path, page(linked(entries), entries=entries)), Settings(words=200)).discrepancies
    assert [(one.value, one.is_overtaken) for one in told.readings] == [("Twelve people", True), ("Five people", False)]
