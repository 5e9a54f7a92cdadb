"""The json format, its schema, and the way back."""

import copy
import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from summarizer import Document, Settings, summarize
from summarizer.errors import InputError
from summarizer.model import Briefing
from summarizer.model.schema import KEYWORDS, faults, schema
from summarizer.renderers.registry import render
from tests.renderers.example_briefing import BRIEFING, make_briefing
from tests.renderers.hostile_text import HOSTILE
from tests.renderers.strategies import briefings

SCHEMA = schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker(["date"]))
RECORD = json.loads(render(BRIEFING, "json"))
# As it was written, long ago.
FIRST = json.loads((Path(__file__).parent.parent / "cases" / "briefing_1.json").read_text(encoding="utf-8"))


def places(value, path=()):
    """Every place in a JSON value."""
    yield path
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inner, (*path, key))


def replaced(path, new):
    """The handmade record, one place of it replaced, or taken out where `new` is ...; a new name added at `+`."""
    record = copy.deepcopy(RECORD)
    where = record
    for key in path[:-1]:
        where = where[key]
    if new is ...:
        del where[path[-1]]
    else:
        where[path[-1]] = new
    return record


def test_the_schema_is_a_schema_and_strict():
    Draft202012Validator.check_schema(SCHEMA)
    objects = [SCHEMA, *SCHEMA["$defs"].values()]
    optional = {"backed", "entry", "page", "people", "since"}
    assert json.dumps(SCHEMA).count('"properties"') == len(objects)
    for rule in objects:
        assert rule["additionalProperties"] is False
        assert rule["required"] == [name for name in rule["properties"] if name not in optional]


def points_of(record):
    return [point for section in record["sections"] for point in section["points"]]


def test_a_briefing_of_version_1_comes_back_whole():
    written = json.loads(render(Briefing.from_json(json.dumps(FIRST)), "json"))
    assert written.pop("schema") == "summarizer/briefing/2"
    assert written.pop("title_source") is written.pop("about") is None
    assert [point.pop("origins_in_part") for point in points_of(written)] == [[]] * len(points_of(FIRST))
    assert {point.pop("overtaken") for point in points_of(written)} == {None}
    for one in written["discrepancies"]:
        assert (one.pop("series"), one.pop("aside")) == (False, False)
        for reading in one["readings"]:
            assert (reading.pop("when"), reading.pop("overtaken")) == (None, False)
    assert written == {name: value for name, value in FIRST.items() if name != "schema"}


def test_the_first_texts_of_version_1_lack_what_came_later():
    old = copy.deepcopy(FIRST)
    for source in old["sources"]:
        del source["published_why"]
    for point in points_of(old):
        del point["when"], point["dates"]
    briefing = Briefing.from_json(json.dumps(old))
    assert [point.text for point in briefing.points] == [point["text"] for point in points_of(FIRST)]
    assert not any(point.dates or point.when for point in briefing.points)


def test_a_text_of_version_1_is_held_to_its_own_schema():
    new = copy.deepcopy(FIRST)
    points_of(new)[0]["origins_in_part"] = []
    with pytest.raises(InputError, match=r"points\[0\]\.origins_in_part: found \[\], wanted no such name"):
        Briefing.from_json(json.dumps(new))
    old = copy.deepcopy(RECORD)
    old["schema"] = "summarizer/briefing/1"
    del old["title_source"], old["about"]
    with pytest.raises(InputError, match=r"\.origins_in_part: found \[.*, wanted no such name"):
        Briefing.from_json(json.dumps(old))


def test_each_call_gives_a_schema_of_its_own():
    schema().clear()
    assert schema() == SCHEMA


def test_every_keyword_of_the_schema_is_checked():
    seen = {path[-1] for path in places(SCHEMA) if path and path[-2:-1] not in [("properties",), ("$defs",)]}
    words = {word for word in seen if isinstance(word, str)}
    annotations = {"$schema", "$id", "$defs", "title", "description"}
    assert words - annotations == {*KEYWORDS, "$ref", "type", "properties", "additionalProperties", "items"}


def test_fields_are_those_of_the_design():
    assert list(RECORD) == [
        *(
            "schema",
            "title",
            "title_source",
            "about",
            "words",
            "signature",
            "sources",
            "origins",
            "sections",
            "discrepancies",
        ),
        *("unused", "notes"),
    ]
    assert RECORD["schema"] == "summarizer/briefing/2"
    assert RECORD["sources"][1] == {
        "number": 2,
        "document": "001_1894",
        "path": "seeds/001_1894.txt",
        "title": "US secretary of state launches unusual visit to China in hopes of easing tensions",
        "outlet": "RNZ",
        "author": "Humeyra Pamuk",
        "credit": "Reuters",
        "published": "2023-06-18",
        "published_is": "inferred",
        "published_why": "its caption names the day",
        "url": BRIEFING.sources[1].url,
        "language": "en",
        "origin": "o2",
        "words": 812,
        "statements": 3,
    }
    part = {"source": 3, "start": 10, "end": 28, "quote": "A part of it in 3.", "relation": "part"}
    assert RECORD["origins"][1] == {
        "id": "o2",
        "label": "Reuters dispatch",
        "sources": [2, 5],
        "evidence": "both credit Reuters; 14 of 19 sentences align",
    }
    section = RECORD["sections"][1]
    assert section["when"] == {"start": "2023-06-18", "end": "2023-06-19"}
    quote = "Qin accepted an invitation to visit Washington."
    assert section["points"][2] == {
        "text": quote,
        "score": 0.03125,
        "speaker": None,
        "origins": ["o2"],
        "origins_in_part": ["o3", "o1"],
        "citations": [
            {"source": 2, "start": 10, "end": 57, "quote": quote, "relation": "verbatim"},
            {"source": 5, "start": 10, "end": 29, "quote": "Much the same in 5.", "relation": "same"},
            {**part, "backed": {"start": 16, "end": 46, "text": "invitation to visit Washington"}},
            {
                **part,
                "source": 1,
                "quote": "A part of it in 1.",
                "backed": {"start": 0, "end": 12, "text": "Qin accepted"},
            },
        ],
        "discrepancies": [0, 1],
        "overtaken": None,
        "when": None,
        "dates": [],
    }
    assert RECORD["sections"][2]["points"][0]["when"] == {"start": "2023-06-05", "end": "2023-06-05"}
    assert RECORD["sections"][2]["points"][0]["dates"] == [
        {
            "phrase": "Monday",
            "start": 36,
            "end": 42,
            "first": "2023-06-05",
            "last": "2023-06-05",
            "precision": "day",
            "role": "told",
            "relative": True,
            "ahead": False,
        }
    ]
    assert RECORD["discrepancies"][1] == {
        "kind": "name",
        "about": "the secretary of state",
        "series": False,
        "aside": False,
        "readings": [
            {
                "value": value,
                "when": None,
                "overtaken": False,
                "citations": [{"source": number, "start": 10, "end": 10 + len(value), "quote": value}],
            }
            for number, value in ((1, "Antony Blinken"), (2, "Anthony Brinken"))
        ],
    }
    assert RECORD["unused"] == [{"document": "003_af31", "why": "nothing in it fitted the length asked for"}]
    assert RECORD["notes"] == list(BRIEFING.notes)


def test_plain_values_are_those_of_the_text_and_come_back():
    assert BRIEFING.to_dict() == RECORD
    assert Briefing.from_dict(BRIEFING.to_dict()) == BRIEFING
    assert BRIEFING.to_json() == render(BRIEFING, "json")


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (None, r"\$: found null, wanted an object"),
        ({}, r"\$: found \{\}, wanted all of schema, title"),
        ({**RECORD, "title": b"x"}, r"\$\.title: found \"b'x'\", wanted text"),
        ({**RECORD, "sections": ()}, r"\$\.sections: found \[\], wanted a list"),
        ({**RECORD, "title_source": 9}, r"title_source: found 9, wanted one that is in the briefing"),
    ],
)
def test_values_that_are_no_briefing_are_named(record, message):
    with pytest.raises(InputError, match=message):
        Briefing.from_dict(record)


def test_letters_stand_as_they_are_and_lines_are_indented():
    text = render(BRIEFING, "json")
    assert "“candid”" in text
    assert text.startswith('{\n  "schema": "summarizer/briefing/2",\n')
    assert text == render(BRIEFING, "json", width=60, colour=True)


def test_the_handmade_briefing_keeps_to_the_schema_and_comes_back():
    VALIDATOR.validate(RECORD)
    assert Briefing.from_json(render(BRIEFING, "json")) == BRIEFING
    assert Briefing.from_json("\ufeff" + render(BRIEFING, "json")) == BRIEFING


def test_what_a_passage_backs_is_of_the_text():
    parts = [
        (point["text"], one["backed"]) for point in points_of(RECORD) for one in point["citations"] if "backed" in one
    ]
    assert len(parts) == 3
    for text, backed in parts:
        assert backed["text"] == text[backed["start"] : backed["end"]]


def test_a_stretch_outside_of_the_text_is_named():
    """Its words are those that stand there, so that nothing else is wrong."""
    path = (*POINT, "citations", 2, "backed", "end")
    with pytest.raises(InputError, match="source 3: found the stretch 16 to 99, wanted one within the 47 characters"):
        Briefing.from_json(
            json.dumps(replaced(path, 99)).replace(
                'invitation to visit Washington"', 'invitation to visit Washington."'
            )
        )


@settings(max_examples=40, deadline=None)
@given(briefings())
def test_any_briefing_keeps_to_the_schema_and_comes_back(briefing):
    text = render(briefing, "json")
    VALIDATOR.validate(json.loads(text))
    assert Briefing.from_json(text) == briefing


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_and_does_nothing_on_the_way(text):
    briefing = make_briefing(text, url=text)
    written = render(briefing, "json")
    kinds = {char: unicodedata.category(char) for char in written if char not in "\n\u200c\u200d"}
    assert [char for char, kind in kinds.items() if kind in ("Cc", "Cf", "Cs", "Zl", "Zp")] == []
    assert json.loads(written)["sections"][0]["points"][0]["citations"][0]["quote"] == text
    assert Briefing.from_json(written.encode().decode()) == briefing


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"line 1, column 1: found the end of the text, wanted JSON"),
        ('{"schema":\n nope}', r"line 2, column 2: found 'nope}', wanted JSON"),
        ('{"words": NaN}', r"found a number that JSON does not have, wanted JSON \(NaN\)"),
        ("1" * 5000, r"found a number that JSON does not have"),
        ("[" * 200_000, r"found lists in lists too deep to read"),
        ("[]", r"\$: found \[\], wanted an object"),
        ("{}", r"\$: found \{\}, wanted all of schema, title, .*Briefing\.to_dict\(\)"),
    ],
)
def test_text_that_is_no_briefing_is_named(text, message):
    with pytest.raises(InputError, match=message):
        Briefing.from_json(text)


POINT = ("sections", 1, "points", 2)
PARTS = points_of(RECORD)[3]["citations"][2:]


@pytest.mark.parametrize(
    ("path", "new", "message"),
    [
        (
            ("schema",),
            "summarizer/briefing/3",
            r'\$\.schema: found "summarizer/briefing/3", wanted "summarizer/briefing/2".*; earlier ones are read too',
        ),
        (("schema",), [], r'\$\.schema: found \[\], wanted "summarizer/briefing/2"'),
        (("title",), None, r"\$\.title: found null, wanted text"),
        (("words",), True, r"\$\.words: found true, wanted a whole number"),
        (("words",), 2.5, r"\$\.words: found 2.5, wanted a whole number"),
        (("words",), -1, r"\$\.words: found -1, wanted at least 0"),
        (("extra",), 1, r"\$\.extra: found 1, wanted no such name"),
        (("notes",), {"a": "b" * 99}, r'\$\.notes: found \{"a": "b{53}…, wanted a list'),
        (("sources", 0, "number"), 0, r"\$\.sources\[0\]\.number: found 0, wanted at least 1"),
        (("sources", 0, "document"), "", r'\.document: found "", wanted text that is not empty'),
        (("sources", 0, "url"), 1, r"\.url: found 1, wanted text or null"),
        (("sources", 0, "published_is"), "guessed", r'found "guessed", wanted "stated" or "inferred" or "unknown"'),
        (("sources", 0, "published"), "June", r'published: found "June", wanted a date such as 2023-06-18'),
        (("sources", 0, "published"), "2023-13", r"source 1, published: found '2023-13', wanted an ISO 8601 date"),
        (("sections", 1, "when", "start"), "2023-02-30", r'start: found "2023-02-30", wanted a day such as'),
        (("sections", 1, "when", "start"), "20230618", r'start: found "20230618", wanted a day such as 2023-06-18'),
        (("sections", 1, "when", "end"), ..., r"when: found .*, wanted all of start, end"),
        ((*POINT, "score"), 1.5, r"\$\.sections\[1\]\.points\[2\]\.score: found 1.5, wanted at most 1"),
        ((*POINT, "citations"), [], r"citations: found \[\], wanted a list of at least 1"),
        ((*POINT, "citations", 1, "source"), 6, r"point 4, citations: found 6, wanted one that is in the briefing"),
        ((*POINT, "origins", 0), "o9", r"point 4, origins: found 'o9', wanted one that is in the briefing"),
        ((*POINT, "citations"), PARTS, r"point 4, citations: found 'part' first"),
        ((*POINT, "origins_in_part", 0), "o9", r"point 4, origins: found 'o9', wanted one that is in the briefing"),
        (
            (*POINT, "origins_in_part", 0),
            "o2",
            r"point 4: found 'o2' among the origins of all and of a part, wanted once",
        ),
        (
            (*POINT, "citations", 2, "backed"),
            ...,
            r"point 4, citation of source 3: found 'part' without a stretch that",
        ),
        (
            (*POINT, "citations", 2, "relation"),
            "same",
            r"citation of source 3: found 'same' with a stretch that it backs",
        ),
        ((*POINT, "citations", 2, "relation"), "whole", r'found "whole", wanted "verbatim" or "same" or "part"'),
        ((*POINT, "citations", 2, "backed"), None, r"citations\[2\]\.backed: found null, wanted an object"),
        (
            (*POINT, "citations", 2, "backed", "start"),
            15,
            r"source 3, backed: found ' invitation .* wanted 'invitation to",
        ),
        ((*POINT, "citations", 2, "backed", "end"), 12, r"source 3, backed: found '' at its place, wanted 'invitation"),
        ((*POINT, "citations", 2, "backed", "text"), "", r'backed\.text: found "", wanted text that is not empty'),
        ((*POINT, "discrepancies", 0), 2, r"point 4, discrepancies: found 2, wanted one that is in the briefing"),
        (("sections", 2, "points", 0, "dates", 0, "end"), 41, r"point 5, dates: found 'Monda' .* wanted 'Monday'"),
        (("sources", 4, "origin"), "o7", r"source 5, origin: found 'o7'"),
        (("sources", 4, "number"), 1, r"sources: found the numbers \[1, 2, 3, 4, 1\], wanted each once"),
        (("origins", 0, "sources"), [8], r"origin 'o1', sources: found 8"),
        (("discrepancies", 0, "readings", 0, "citations", 0, "source"), 9, r"discrepancy 0, reading 'seven.*found 9"),
    ],
)
def test_what_is_wrong_with_a_briefing_is_named(path, new, message):
    with pytest.raises(InputError, match=message):
        Briefing.from_json(json.dumps(replaced(path, new)))


junk = st.one_of(
    st.sampled_from(
        [..., None, True, -1, 0, 1, 7, 0.5, 1.5, "", "x", "2023", "2023-06-31", "2023-06-18", "20230618", [], {}]
    ),
    st.sampled_from(["stated", "same", "number", "summarizer/briefing/1", [1], ["o1"], [{}], {"start": "2023-06-18"}]),
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([path for path in places(RECORD) if path]), junk)
def test_the_check_is_that_of_a_validator(path, new):
    record = replaced(path, new)
    assert (next(faults(record, SCHEMA, root=SCHEMA), None) is None) == VALIDATOR.is_valid(record)


def test_a_value_of_the_wrong_kind_is_named_once():
    assert list(faults(replaced(("notes",), {"a": 1}), SCHEMA, root=SCHEMA)) == [("$.notes", '{"a": 1}', "a list")]


def test_a_message_shows_a_place_that_can_be_looked_up():
    found = [where for where, _, _ in faults(replaced((*POINT, "score"), "high"), SCHEMA, root=SCHEMA)]
    assert found == ["$.sections[1].points[2].score"]
    assert all(re.fullmatch(r"\$[\w.\[\]]*", where) for where in found)


def test_halves_of_surrogate_pairs_come_back_as_they_are_shown():
    text = (
        "The ferry ran aground off the cape \ud83d\ude00 on Monday with 84 people \ud800 aboard, the coastguard said."
    )
    briefing = summarize([Document(id="a", text=text, title="A ferry \ud83d\ude00 runs aground")], Settings(words=100))
    assert Briefing.from_json(render(briefing, "json")) == briefing
