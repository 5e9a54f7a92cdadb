"""Mail, feeds and records state their dates themselves, by their own clocks and in their own zones."""

import json

import pytest

from summarizer import ReadError, ReadSettings, read_documents, write_reports
from tests.readers.html.test_publication_dates import meta, page

STORY = "The ferry Anna ran aground off the cape early on Monday with 84 passengers on board, the coastguard said."
MORE = "Lifeboats from three harbours took all passengers ashore before noon, and nobody was badly hurt."


def day(moment):
    return str(moment) if moment else None


def mail(tmp_path, body, date="Tue, 19 Mar 2024 09:15:00 +0100", **fields):
    heads = {"From": "Karl <karl@desk.example>", "Subject": "Ferry accident off the cape", "Date": date} | fields
    head = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in heads.items() if value)
    (tmp_path / "a.eml").write_text(f"{head}Content-Type: text/plain; charset=utf-8\n\n{body}\n", encoding="utf-8")
    (document,) = read_documents(tmp_path / "a.eml")
    return document


ZONES = {
    "Tue, 19 Mar 2024 09:15:00 +0100": "2024-03-19T09:15+01:00",
    "Tue, 19 Mar 2024 09:15 +0900": "2024-03-19T09:15+09:00",
    "19 Mar 2024 23:15:00 EST": "2024-03-19T23:15-05:00",
    "Tue, 19 Mar 2024 09:15:00 GMT": "2024-03-19T09:15+00:00",
    "Tue, 19 Mar 2024 09:15:00 GMT+2": "2024-03-19T09:15+02:00",
    "Tue, 19 Mar 2024 09:15:00 UTC-0330": "2024-03-19T09:15-03:30",
    "Tue, 19 Mar 2024 09:15:00 +0100 (CET)": "2024-03-19T09:15+01:00",
    "Tuesday, 19 March 2024 09:15 CET": "2024-03-19T09:15+01:00",
    "Tue, 19 Mar 2024 09:15:00 XYZ": "2024-03-19T09:15",
    "19 Mar 24 09:15 GMT": "2024-03-19T09:15+00:00",
    "2024-03-19T09:15:00Z": "2024-03-19T09:15+00:00",
    "none": None,
}


@pytest.mark.parametrize(("date", "wanted"), ZONES.items())
def test_a_message_states_when_it_was_sent(tmp_path, date, wanted):
    assert day(mail(tmp_path, f"{STORY}\n\n{MORE}", date).published) == wanted


QUOTES = {
    "a reply in German": (
        f"{STORY}\n\n{MORE}\n\n-----Ursprüngliche Nachricht-----\nVon: Presse <p@x.example>\n"
        "Gesendet: Dienstag, 12. März 2024 08:02\nAn: Karl\nBetreff: Steuerung\n\nDie Reederei will alles ersetzen."
    ),
    "the head of a message without a mark": f"Sent: 11 March 2024 22:40\n\n{STORY}\n\n{MORE}",
    "a line of a message sent on": (
        f"---------- Forwarded message ---------\nFrom: Julia <j@wire.example>\n\n11 March 2024\n\n{STORY}\n\n{MORE}"
    ),
    "a quoted message": (
        f"{STORY}\n\n{MORE}\n\nOn Tue, 12 Mar 2024 at 08:02, Press Office <p@x.example> wrote:\n"
        "> Published: 12 March 2024\n> The line will replace the steering of all its ships."
    ),
}


@pytest.mark.parametrize("case", QUOTES)
@pytest.mark.parametrize(
    ("date", "wanted"), [("Tue, 19 Mar 2024 09:15:00 +0100", "2024-03-19T09:15+01:00"), ("", None)]
)
def test_a_message_is_not_dated_by_one_that_it_quotes_or_sends_on(tmp_path, case, date, wanted):
    assert day(mail(tmp_path, QUOTES[case], date).published) == wanted


@pytest.mark.parametrize("mark", ["---------- Forwarded message ---------", "Begin forwarded message:"])
def test_what_is_sent_on_is_dated_by_its_own_head(tmp_path, mark):
    head = "From: Julia <j@wire.example>\nDate: Mon, 11 Mar 2024 at 22:40\nSubject: Ferry"
    assert day(mail(tmp_path, f"{mark}\n{head}\n\n{STORY}\n\n{MORE}").published) == "2024-03-11T22:40"


def test_the_date_line_of_a_report_in_a_message_is_that_of_the_report(tmp_path):
    assert day(mail(tmp_path, f"Published: 18 March 2024\n\n{STORY}\n\n{MORE}").published) == "2024-03-18"
    assert day(mail(tmp_path, f"Published: 28 March 2024\n\n{STORY}\n\n{MORE}").published) == "2024-03-19T09:15+01:00"


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:dcterms="http://purl.org/dc/terms/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Daily</title>
<language>{lang}</language><item><title>Ferry</title><description>{text}</description>{dates}</item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Daily</title><entry><title>Ferry</title>
<summary>{text}</summary>{dates}</entry></feed>"""
FEEDS = {
    "a clock of its own": (RSS, "<pubDate>Tue, 19 Mar 2024 06:30:00 +0900</pubDate>", "2024-03-19T06:30+09:00", None),
    "letters for a zone": (RSS, "<pubDate>Tue, 19 Mar 2024 22:30:00 EST</pubDate>", "2024-03-19T22:30-05:00", None),
    "a zone by its distance": (
        RSS,
        "<pubDate>Tue, 19 Mar 2024 22:30:00 GMT+2</pubDate>",
        "2024-03-19T22:30+02:00",
        None,
    ),
    "Dublin Core": (RSS, "<dc:date>2024-03-19T06:30:00+09:00</dc:date>", "2024-03-19T06:30+09:00", None),
    "Dublin Core, a day": (RSS, "<dc:date>2024-03-19</dc:date>", "2024-03-19", None),
    "Dublin Core, both": (
        RSS,
        "<dcterms:issued>2024-03-19T06:30:00+09:00</dcterms:issued><dcterms:modified>2024-03-21</dcterms:modified>",
        "2024-03-19T06:30+09:00",
        "2024-03-21",
    ),
    "a change beside the day": (
        RSS,
        "<pubDate>Tue, 19 Mar 2024 06:30:00 +0900</pubDate><atom:updated>2024-03-21T00:00:00Z</atom:updated>",
        "2024-03-19T06:30+09:00",
        "2024-03-21T00:00+00:00",
    ),
    "Atom": (
        ATOM,
        "<updated>2024-03-21T06:30:00+09:00</updated><published>2024-03-19T06:30:00+09:00</published>",
        "2024-03-19T06:30+09:00",
        "2024-03-21T06:30+09:00",
    ),
    "Atom without a day": (
        ATOM,
        "<updated>2024-03-21T06:30:00+09:00</updated>",
        "2024-03-21T06:30+09:00",
        "2024-03-21T06:30+09:00",
    ),
}


@pytest.mark.parametrize("case", FEEDS)
def test_an_entry_of_a_feed_keeps_its_clock_and_its_zone(tmp_path, case):
    form, dates, published, updated = FEEDS[case]
    (tmp_path / "a.xml").write_text(form.format(text=STORY, dates=dates, lang="en"), encoding="utf-8")
    (document,) = read_documents(tmp_path / "a.xml")
    assert (day(document.published), day(document.updated)) == (published, updated)


@pytest.mark.parametrize(("lang", "wanted"), [("en-gb", "2022-12-07"), ("en-us", "2022-07-12"), ("en", None)])
def test_figures_in_a_feed_go_by_its_language(tmp_path, lang, wanted):
    dates = "<pubDate>07/12/2022</pubDate>"
    (tmp_path / "a.xml").write_text(RSS.format(text=STORY, dates=dates, lang=lang), encoding="utf-8")
    (document,) = read_documents(tmp_path / "a.xml")
    assert day(document.published) == wanted
    assert [str(moment) for moment in document.readings] == ([] if wanted else ["2022-12-07", "2022-07-12"])


RECORDS = {
    "NewsAPI": (
        {"content": STORY, "source": {"name": "D"}, "publishedAt": "2024-03-19T18:10:00Z"},
        "2024-03-19T18:10+00:00",
    ),
    "seconds": ({"text": STORY, "date": 1710756300}, "2024-03-18T10:05+00:00"),
    "thousandths": ({"text": STORY, "published": "1710756300000"}, "2024-03-18T10:05+00:00"),
    "schema.org's name": (
        {"text": STORY, "datePublished": "Tue, 19 Mar 2024 06:30:00 +0900"},
        "2024-03-19T06:30+09:00",
    ),
    "figures in a language": ({"text": STORY, "date": "07/12/2022", "language": "en-GB"}, "2022-12-07"),
    "figures at an address": ({"text": STORY, "date": "07/12/2022", "url": "https://a.gov/x"}, "2022-07-12"),
    "figures": ({"text": STORY, "date": "07/12/2022"}, None),
    "a month": ({"text": STORY, "date": "2024-03"}, "2024-03"),
}


@pytest.mark.parametrize("case", RECORDS)
def test_records_are_dated_as_programs_write_dates(tmp_path, case):
    record, wanted = RECORDS[case]
    (tmp_path / "a.json").write_text(json.dumps(record), encoding="utf-8")
    assert day(read_documents(tmp_path / "a.json")[0].published) == wanted


def test_a_change_in_a_record_is_kept_apart_and_no_change_is_no_error(tmp_path):
    for value, wanted in (("2024-03-21", "2024-03-21"), ("yesterday", None), ({}, None), ("2024-03-18", None)):
        record = {"text": STORY, "published": "2024-03-18", "date_modified": value}
        (tmp_path / "a.json").write_text(json.dumps(record), encoding="utf-8")
        (document,) = read_documents(tmp_path / "a.json")
        assert (day(document.published), day(document.updated)) == ("2024-03-18", wanted)


def test_a_table_of_what_is_known_of_files_must_tell_one_day(tmp_path):
    (tmp_path / "a.txt").write_text(f"{STORY}\n\n{MORE}\n", encoding="utf-8")
    (tmp_path / "sources.toml").write_text('["a.txt"]\npublished = "07/12/2022"\n', encoding="utf-8")
    with pytest.raises(ReadError, match="wanted one day, 2022-12-07 or 2022-07-12"):
        read_documents(tmp_path)


def test_what_was_read_is_kept_with_its_change_and_its_readings(tmp_path):
    (tmp_path / "a.html").write_text(page(inside="<h1>x</h1>", head=meta("date", "07/12/2022")), encoding="utf-8")
    (tmp_path / "b.html").write_text(
        page(inside="<h1>x</h1><p>Published March 18, 2024 | Updated March 21, 2024</p>"), encoding="utf-8"
    )
    documents = list(read_documents(tmp_path))
    kept = tmp_path / "kept.jsonl"
    kept.write_text(write_reports(documents), encoding="utf-8")
    assert list(read_documents(kept)) == documents
    assert len(documents[0].readings) == 2 and str(documents[1].updated) == "2024-03-21"
    kept.write_text(kept.read_text("utf-8").replace('"2022-12-07"', '"odd"'), encoding="utf-8")
    bad, good = read_documents(kept)
    assert "does not hold together" in bad.skipped and good == documents[1]


@pytest.mark.parametrize(
    ("text", "published", "readings"),
    [
        ("Published 15/04/2019 | Updated 02/05/2019", "2019-04-15", 0),
        ("Published 02/05/2019", None, 2),
        ("12.07.2022", "2022-07-12", 0),
        ("Thursday 02/05/2019", "2019-05-02", 0),
    ],
)
def test_a_text_says_on_a_line_of_its_own_when_it_was_published(tmp_path, text, published, readings):
    (tmp_path / "a.txt").write_text(f"Ferry runs aground\n\n{text}\n\n{STORY}\n\n{MORE}\n", encoding="utf-8")
    (document,) = read_documents(tmp_path / "a.txt", ReadSettings())
    assert (day(document.published), len(document.readings)) == (published, readings)
