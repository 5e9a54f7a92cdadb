"""The JSON of a check, its schema, and the way back: nothing that does not stand where it is said to is read."""

import copy
import json
import re
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from summarizer import Check, InputError
from summarizer.model import Span
from summarizer.model.check_references import check_check
from summarizer.model.schema import CHECK as FORM
from summarizer.model.schema import KEYWORDS, faults, schema
from tests.check_builder import CHECK

SCHEMA = schema(FORM)
RECORD = json.loads(CHECK.to_json())


def places(value, path=()):
    """Every place in a JSON value."""
    yield path
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inner, (*path, key))


def replaced(path, new):
    """The example's record with one place replaced, or taken out where `new` is ...; a new name may be added."""
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
    optional = {"citation": {"backed", "entry", "page"}, "passage": {"backed", "entry", "page", "relation"}}
    for name, rule in [("", SCHEMA), *SCHEMA["$defs"].items()]:
        assert rule["additionalProperties"] is False
        assert rule["required"] == [one for one in rule["properties"] if one not in optional.get(name, ())]


def test_every_keyword_of_the_schema_is_checked():
    seen = {path[-1] for path in places(SCHEMA) if path and path[-2:-1] not in [("properties",), ("$defs",)]}
    words = {word for word in seen if isinstance(word, str)}
    annotations = {"$schema", "$id", "$defs", "title", "description"}
    assert words - annotations <= {*KEYWORDS, "$ref", "type", "properties", "additionalProperties", "items"}


def test_a_check_keeps_to_the_schema_and_comes_back_whole():
    Draft202012Validator(SCHEMA).validate(RECORD)
    assert list(faults(RECORD, SCHEMA, root=SCHEMA)) == []
    assert Check.from_dict(CHECK.to_dict()) == CHECK
    assert Check.from_json(CHECK.to_json()) == Check.from_json(CHECK.to_json().encode()) == CHECK
    assert Check.from_json(CHECK.to_json()).to_json() == CHECK.to_json()


def test_a_check_of_nothing_comes_back():
    empty = replace(CHECK, title=None, path=None, text="", sentences=(), sources=(), origins=(), texts=(), notes=())
    assert Check.from_json(empty.to_json()) == empty


def test_what_the_record_says():
    assert RECORD["schema"] == "summarizer/check/1"
    assert RECORD["counts"]["backed by two origins"] == 1
    (finding,) = RECORD["sentences"][5]["findings"]
    assert (finding["kind"], finding["against"]["text"]) == (
        "quotation",
        "The crew acted with great calm and saved lives,",
    )
    assert [(edit["was"], edit["now"]) for edit in finding["edits"]] == [("lm", "re")]
    assert "relation" not in finding["passage"]  # it does not say the sentence
    assert RECORD["sentences"][1]["citations"][1]["backed"]["text"] == "ferry Maren Bright on Monday evening"


@pytest.mark.parametrize(
    ("path", "new", "told"),
    [
        (("schema",), "summarizer/check/9", '$.schema: found "summarizer/check/9", wanted "summarizer/check/1"'),
        (("counts", "backed"), ..., "$.counts: found "),
        (("extra",), 1, "$.extra: found 1, wanted no such name"),
        (("sentences", 0, "standing"), "fine", '$.sentences[0].standing: found "fine", wanted "backed" or'),
        (("sentences", 2, "findings", 0, "kind"), "x", '$.sentences[2].findings[0].kind: found "x", wanted'),
        (("sentences", 2, "findings", 0, "passage", "start"), -1, "passage.start: found -1, wanted at least 0"),
        (("counts", "backed"), 3, 'counts: found {"checked": 7, "backed": 3'),
        (("sentences", 2, "text"), "Six", 'sentence 3, text: found "Five people were hurt." at its place'),
        (("sentences", 1, "end"), 9_999, "sentence 2, text: found the stretch 18 to 9999, wanted one within the"),
        (("sentences", 2, "start"), 0, "sentence 3: found a start at 0, wanted"),
        (("sentences", 3, "citations", 0, "quote"), "All.", "sentence 4, citation of source 1, quote: found "),
        (("sentences", 3, "citations", 0, "end"), 9_999, "sentence 4, citation of source 1, quote: found the stretch"),
        (("sentences", 3, "citations", 0, "source"), 9, "sentence 4, citation of source 9: found 9, wanted one that"),
        (("sentences", 3, "citations", 0, "source"), 2, "sentence 4, citation of source 2, quote: found "),
        (("sentences", 3, "citations"), [], "sentence 4: found 'backed' without a passage that says it, wanted one"),
        (("sentences", 3, "origins"), ["o9"], "sentence 4, origins: found 'o9', wanted one that is in the check"),
        (("sentences", 3, "origins"), ["o1", "o1"], "sentence 4, origins: found ['o1', 'o1'], wanted each once"),
        (("sentences", 1, "citations", 1, "backed", "text"), "x", "citation of source 2, backed: found "),
        (("sentences", 2, "findings", 0, "words"), "Six", 'sentence 3, finding 1, words: found "Five" at its place'),
        (("sentences", 2, "findings", 0, "against", "text"), "Two", 'finding 1, against: found "Three" at its place'),
        (("sentences", 2, "findings", 0, "against", "end"), 9_999, "finding 1, against: found the stretch"),
        (("sentences", 2, "findings", 0, "passage"), None, "sentence 3, finding 1: found words that stand against it"),
        (("sentences", 5, "findings", 0, "edits", 0, "was"), "x", 'finding 1, edit, was: found "lm" at its place'),
        (("sentences", 5, "findings", 0, "edits", 0, "now"), "x", 'finding 1, edit, now: found "re" at its place'),
        (("sources", 1, "number"), 1, "sources: found the numbers [1, 1, 3], wanted each once"),
        (("sources", 1, "origin"), "o9", "source 2, origin: found 'o9', wanted one that is in the check"),
        (("sources", 1, "published"), "2026-02-31", "source 2, "),
        (("origins", 0, "sources"), [9], "origin 'o1', sources: found 9, wanted one that is in the check"),
        (("texts", 0, "document"), "x", "texts: found 'x', wanted one that is in the check"),
        (("texts", 0), ..., "no text of 'gazette', wanted the text that it quotes"),
        (("texts", 0, "text"), "Other words.", "quote: found the stretch"),
    ],
)
def test_what_does_not_fit_is_told(path, new, told):
    with pytest.raises(InputError, match=rf"^Check JSON, .*{re.escape(told)}"):
        Check.from_dict(replaced(path, new))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("no JSON", "line 1, column 1: found 'no JSON', wanted JSON"),
        (b"\xff", "byte 0: found bytes that are not UTF-8"),
        ("[]", "$: found [], wanted an object"),
        (json.dumps({"schema": "summarizer/briefing/2"}), '$: found {"schema": "summarizer/briefing/2"}'),
    ],
)
def test_what_is_no_check_is_told_with_what_to_give(text, told):
    with pytest.raises(InputError, match=rf"^Check JSON, {re.escape(told)}") as caught:
        Check.from_json(text)
    if "$" in told:
        assert str(caught.value).endswith("Check.to_dict() or to_json() wrote, schema summarizer/check/1.")


def test_a_check_made_by_hand_is_held_to_the_same():
    broken = replace(CHECK.sentences[2], span=Span(start=0, end=3))
    with pytest.raises(InputError, match=r"^Check, sentence 3: found a start at 0, wanted"):
        check_check(replace(CHECK, sentences=(*CHECK.sentences[:2], broken, *CHECK.sentences[3:])))
