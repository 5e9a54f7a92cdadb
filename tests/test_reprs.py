"""Records tell in one line what a person wants to know of them."""

import dataclasses
import inspect
from datetime import date
from pathlib import Path

import pytest

from summarizer import model
from summarizer.api import run_pipeline
from summarizer.model import DateRange, Document, PartialDate
from summarizer.model.text import describe, excerpt
from summarizer.readers.documents import read_documents
from summarizer.settings import ReadSettings, Settings
from tests.check_builder import CHECK

SEEDS = Path(__file__).parents[1] / "seeds"
LONGEST = 200


@pytest.fixture(scope="module")
def run():
    return run_pipeline(read_documents([SEEDS]), Settings(words=250))


def records_in(value, seen):
    """Every record that a value holds, itself included, by its identity."""
    if id(value) in seen:
        return seen
    if dataclasses.is_dataclass(value):
        seen[id(value)] = value
        value = tuple(getattr(value, one.name) for one in dataclasses.fields(value))
    elif isinstance(value, dict):
        value = tuple(value.values())
    for one in value if isinstance(value, tuple) else ():
        records_in(one, seen)
    return seen


def test_every_record_of_a_run_fits_a_line(run):
    earlier = run_pipeline(run.documents[:1])
    later = run_pipeline(run.documents, since=earlier.briefing)
    found = records_in((run, run.provenance, CHECK, later), {}).values()
    records = {kind for _, kind in inspect.getmembers(model, dataclasses.is_dataclass)}
    # A briefing of the seeds holds no live blog, no unused report and no name that needs an introduction.
    lacking = {"Budget", "Introduction", "LiveEntry", "Omission", "Unused", "Wording"}
    lacking |= {"JudgedPassage", "NoVerdict", "Verdict"}  # no judge from outside was asked
    assert {kind.__name__ for kind in records - {type(one) for one in found}} == lacking
    for one in found:
        assert repr(one).startswith(f"{type(one).__name__}("), repr(one)
        assert len(repr(one)) <= LONGEST, repr(one)
        assert "\n" not in repr(one)


def test_a_briefing_tells_its_title_and_its_size(run):
    assert repr(run.briefing) == (
        "Briefing('The US secretary of state and China’s foreign minister on…', 7 points, 243 words, 5 reports)"
    )
    assert repr(run.briefing.sections[0]) == "Section('Bottom line', 1 point)"
    assert repr(run.briefing.sources[4]) == "Source(5, 'Reuters', 2023-06-18)"
    assert repr(run.briefing.origins[0]) == "Origin('o1', 'Reuters dispatch', 2 reports)"
    assert repr(run.briefing.discrepancies[0]).endswith(", 2 readings)")
    assert repr(run.briefing.points[0].citations[0]).startswith("Citation(source 5, verbatim, 'The US secretary of")
    assert repr(run.decisions[0]).startswith("Decision(chosen, '")
    assert repr(run).startswith("Run(5 reports, ")


def test_settings_tell_what_is_not_as_usual():
    assert repr(Settings()) == "Settings(words=250)"
    assert repr(Settings(sentences=3, focus="trade", damping=0.8)) == (
        "Settings(sentences=3, focus='trade', damping=0.8)"
    )
    assert repr(ReadSettings()) == "ReadSettings()"
    assert repr(ReadSettings(pdf_pages=9)) == "ReadSettings(pdf_pages=9)"


def test_documents_tell_their_words_or_why_they_have_none():
    assert repr(Document(id="a", text="It rained.", title="Rain")) == "Document('a', 'Rain', 2 words)"
    assert repr(Document(id="a", text="", skipped="a.pdf: no text")) == "Document('a', skipped: 'a.pdf: no text')"


def test_dates_are_told_as_people_write_them():
    assert repr(PartialDate.parse("2023-06")) == "PartialDate('2023-06')"
    assert repr(DateRange(start=date(2023, 6, 18), end=date(2023, 6, 18))) == "DateRange('2023-06-18')"
    assert repr(DateRange(start=date(2023, 6, 18), end=date(2023, 6, 19))) == "DateRange('2023-06-18', '2023-06-19')"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (None, ""),
        ("", ""),
        ("a b", "'a b'"),
        ("a\n  b", "'a b'"),
        ("\x1b[1mbold", "'\\x1b[1mbold'"),
        ("one two three four", "'one two…'"),
        ("one twothreefour", "'one twoth…'"),
        ("x" * 9_000_000, "'" + "x" * 9 + "…'"),
    ],
)
def test_a_text_is_cut_at_a_word(text, shown):
    assert excerpt(text, 10) == shown


def test_what_is_not_known_is_left_out():
    assert describe(Settings(), "a", None, "", 0) == "Settings(a, 0)"
