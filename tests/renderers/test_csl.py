"""The csl-json format: a bibliography that citation managers take."""

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from jsonschema import Draft7Validator

from summarizer.model import PartialDate
from summarizer.renderers.registry import render
from summarizer.renderers.sanitize import sanitize
from tests.renderers.example_briefing import BRIEFING, make_briefing, make_source
from tests.renderers.hostile_text import HOSTILE
from tests.renderers.strategies import briefings

SCHEMA = json.loads(Path(__file__).with_name("csl_items.schema.json").read_text("utf-8"))
VALIDATOR = Draft7Validator(SCHEMA)


def items_of(briefing):
    items = json.loads(render(briefing, "csl-json"))
    VALIDATOR.validate(items)
    assert len({item["id"] for item in items}) == len(items) == len(briefing.sources)
    return items


def item_of(**fields):
    return items_of(replace(BRIEFING, sections=(), discrepancies=(), origins=(), sources=(_source(**fields),)))[0]


def _source(**fields):
    return make_source(1, **{"origin": None, **fields})


def test_the_whole():
    assert items_of(BRIEFING)[:2] == [
        {
            "id": "000_15d3",
            "type": "article-newspaper",
            "title": "Blinken to visit China as US seeks to put a floor under relations",
            "container-title": "Caliber.Az",
            "issued": {"date-parts": [[2023, 6, 6]]},
            "URL": "https://caliber.az/en/post/171623/",
            "language": "en",
        },
        {
            "id": "001_1894",
            "type": "article-newspaper",
            "title": "US secretary of state launches unusual visit to China in hopes of easing tensions",
            "container-title": "RNZ",
            "author": [{"literal": "Humeyra Pamuk"}],
            "issued": {"date-parts": [[2023, 6, 18]]},
            "source": "Reuters",
            "URL": BRIEFING.sources[1].url,
            "language": "en",
            "note": "Date inferred from other reports of the story.",
        },
    ]


@pytest.mark.parametrize(
    ("when", "parts"),
    [
        ("2023", [2023]),
        ("2023-06", [2023, 6]),
        ("2023-06-18", [2023, 6, 18]),
        ("2023-06-18T23:59-05:00", [2023, 6, 18]),
    ],
)
def test_a_date_is_as_precise_as_the_report_tells_and_no_finer_than_a_day(when, parts):
    assert item_of(published=PartialDate.parse(when), published_is="stated")["issued"] == {"date-parts": [parts]}


def test_only_a_date_that_is_inferred_is_noted():
    for how, noted in (("stated", False), ("inferred", True), ("unknown", False)):
        assert ("note" in item_of(published=PartialDate.parse("2023"), published_is=how)) is noted
    assert not {"note", "issued", "accessed"} & set(item_of(published_is="inferred"))


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"outlet": "RNZ"}, "article-newspaper"),
        ({"credit": "Reuters", "url": "https://a.example"}, "article-newspaper"),
        ({"author": "A. Writer", "url": "https://a.example"}, "article-newspaper"),
        ({"url": "https://a.example"}, "webpage"),
        ({}, "article-newspaper"),
    ],
)
def test_what_nobody_stands_for_is_a_page(fields, kind):
    assert item_of(**fields)["type"] == kind


def test_without_a_byline_the_wire_is_the_author():
    item = item_of(outlet="LatestLY", credit="Associated Press")
    assert item["author"] == [{"literal": "Associated Press"}] and item["source"] == "Associated Press"


def test_what_has_no_name_at_all_is_called_by_its_id_in_brackets():
    assert item_of()["title"] == "[000_15d3]"
    assert "title" not in item_of(outlet="RNZ")


def test_keys_stay_apart_and_suit_pandoc():
    sources = [replace(_source(), number=n, document=name) for n, name in enumerate(["A b", "a-b", "北京", "a.b"], 1)]
    briefing = replace(BRIEFING, sections=(), discrepancies=(), origins=(), sources=tuple(sources))
    assert [item["id"] for item in items_of(briefing)] == ["a-b", "a-b-2", "source-3", "a-b-3"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text):
    first, _ = items_of(make_briefing(text, url=text))
    assert first["title"] == first["container-title"] == sanitize(text)


@pytest.mark.parametrize("tag", ["i", "/b", "SUP", "span class='nocase'"])
def test_what_citation_processors_take_for_markup_is_text(tag):
    assert item_of(title=f"a <{tag}> b <script>")["title"] == f"a ＜{tag}＞ b <script>"


@settings(max_examples=50, deadline=None)
@given(briefings())
def test_any_briefing_gives_valid_items(briefing):
    items_of(briefing)


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc reads it where there is one")
def test_pandoc_takes_it(tmp_path):
    (tmp_path / "a.csl.json").write_text(render(BRIEFING, "csl-json"), "utf-8")
    text = "See [@001_1894].\n"
    command = ["pandoc", "--citeproc", "--bibliography", tmp_path / "a.csl.json", "--to", "plain"]
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=True)
    assert "(Humeyra Pamuk 2023)" in done.stdout and "RNZ" in done.stdout and done.stderr == ""
