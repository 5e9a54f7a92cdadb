"""Cleaning, metadata and sentences, held against labels that were made without sight of the rules."""

import itertools

import pytest

from summarizer import Document
from summarizer.cleaning.split_sentences import split_document
from summarizer.readers.documents import prepare_document
from tests.labelled_stories import REPORTS, collapse_spaces, documents, labels

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
# What is wrong today: (report, field) -> why.
KNOWN = {
    ("rates_1", "outlet"): "a masthead in the same block as the menu under it",
}
FIELDS = ("outlet", "author", "credit", "cites", "dateline_place", "dateline_day", "published", "published_precision")
FIELDS += ("url", "title")


def found(document, field):
    moment, dateline = document.published, document.dateline
    special = {
        "published": moment and str(moment),
        "published_precision": moment and moment.precision,
        "dateline_place": dateline and dateline.place,
        "dateline_day": dateline and dateline.day and month_and_day(dateline.day),
        "cites": list(document.cites),
    }
    return special[field] if field in special else getattr(document, field)


def month_and_day(text):
    month = next(number for number, name in enumerate(MONTHS, start=1) if name in text)
    day = next(int(word) for word in text.replace(".", " ").split() if word.isdigit())
    return f"{month:02}-{day:02}"


def plain(value):
    return value.casefold() if isinstance(value, str) else value


METADATA = [
    pytest.param(story, name, field, marks=[pytest.mark.xfail(reason=KNOWN[name, field], strict=True)])
    if (name, field) in KNOWN
    else (story, name, field)
    for story, name in REPORTS
    for field in FIELDS
]


@pytest.mark.parametrize(("story", "name", "field"), METADATA)
def test_metadata(story, name, field):
    report = labels(story)["reports"][name]
    right = [report[field], *report.get("accept", {}).get(field, [])]
    assert plain(found(documents(story)[name], field)) in [plain(value) for value in right]


@pytest.mark.parametrize(("story", "name"), REPORTS)
def test_no_line_of_a_body_is_lost(story, name):
    document = documents(story)[name]
    kept = " ".join(collapse_spaces(span.of(document.text)) for span in document.kept)
    assert [start for start in labels(story)["reports"][name]["body"] if collapse_spaces(start) not in kept] == []


@pytest.mark.parametrize(("story", "name"), REPORTS)
def test_no_debris_is_in_a_sentence(story, name):
    report = labels(story)["reports"][name]
    sentences = [collapse_spaces(sentence.text) for sentence in split_document(documents(story)[name], "en")[0]]
    assert [
        debris for debris in report["debris"] if any(collapse_spaces(debris) in sentence for sentence in sentences)
    ] == []
    assert [line for line in (*report["debris_lines"], *report["headings"]) if collapse_spaces(line) in sentences] == []


@pytest.mark.parametrize(("story", "name"), REPORTS)
def test_what_translation_left_behind_is_never_sound(story, name):
    fragments = labels(story)["reports"][name]["fragments"]
    sentences, _ = split_document(documents(story)[name], "en")
    assert [s.text for s in sentences if collapse_spaces(s.text) in fragments and not s.flaws] == []


@pytest.mark.parametrize(("story", "name"), REPORTS)
def test_every_character_is_kept_or_dropped_once(story, name):
    document = documents(story)[name]
    spans = sorted([*document.kept, *(drop.span for drop in document.dropped)])
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))
    between = [document.text[a.end : b.start] for a, b in itertools.pairwise(spans)]
    assert "".join(between).strip() == ""


def test_the_seeds_tell_what_they_are():
    caliber, rnz, ap, caixin, reuters = documents("seeds").values()
    assert (caliber.outlet, str(caliber.published), caliber.cites) == (
        "Caliber.Az",
        "2023-06-06T14:01",
        ("Japan Times",),
    )
    assert rnz.outlet == "RNZ" and "rnz.co.nz" in rnz.url
    assert (ap.credit, ap.outlet, ap.dateline.place, ap.dateline.day) == (
        "Associated Press",
        "LatestLY",
        "Beijing",
        "June 19",
    )
    assert caixin.outlet == "Caixin"
    assert (reuters.credit, reuters.dateline.place) == ("Reuters", "Beijing")
    assert ap.published is None and reuters.published is None and reuters.outlet is None


def described(text):
    return prepare_document(Document(id="a", text=text))


def test_a_list_of_days_is_no_date_of_the_report():
    story = (
        "The singer has now led the chart of the dance clubs twenty times, more than all but one before her.\n\n" * 3
    )
    songs = ("Pon", "Sos", "We Ride", "Shut Up", "Disturbia")
    titles = [f"“{song},” May {day}, 200{day}" for day, song in enumerate(songs, start=3)]
    assert described(story + "\n\n".join(titles)).published is None
    assert str(described(story + titles[0]).published) == "2003-05-03"
    assert str(described("May 3, 2013\n\n" + story + "\n\n".join(titles)).published) == "2013-05-03"


@pytest.mark.parametrize(
    ("opening", "place"), [("FILE", None), ("AUDIO", None), ("THE PRESIDENT", None), ("THE HAGUE", "The Hague")]
)
def test_a_label_is_no_place(opening, place):
    dateline = described(
        f"{opening} - The envoy met the ministers of both states in the old palace on Tuesday."
    ).dateline
    assert (dateline and dateline.place) == place
