"""Briefings read from their JSON files."""

import json
from pathlib import Path

import pytest

from summarizer import ReadError, read_briefing, read_documents, summarize, write

SEEDS = Path(__file__).parents[2] / "seeds"
FIRST = Path(__file__).parents[1] / "cases" / "briefing_1.json"


def test_what_was_written_is_read(tmp_path):
    briefing = summarize(read_documents([SEEDS]), words=60)
    write(briefing, tmp_path / "old.json")
    assert read_briefing(tmp_path / "old.json") == read_briefing(str(tmp_path / "old.json")) == briefing


def test_schema_1_is_read_too():
    assert len(read_briefing(FIRST).sources) == 5


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"", r"old\.json: Briefing JSON, line 1, column 1: found the end of the text, wanted JSON"),
        (b'{"schema": "summarizer/bri', r"old\.json: Briefing JSON, line 1, column 12: found .*, wanted JSON"),
        (b"\xff\xfe", r"old\.json: Briefing JSON, byte 0: found bytes that are not UTF-8, wanted JSON"),
        (b"[1]", r"old\.json: found JSON without a schema, wanted summarizer/briefing/2 or summarizer/briefing/1, as"),
        (b'{"schema": 7}', r"old\.json: found JSON without a schema, wanted summarizer/briefing/2 or"),
        (
            b'{"schema": "summarizer/briefing/9"}',
            r"found the schema 'summarizer/briefing/9', wanted summarizer/briefing/2",
        ),
        (
            b'{"schema": "summarizer/check/1"}',
            r"found the schema 'summarizer/check/1', wanted summarizer/briefing/2 or",
        ),
        (
            b'{"schema": "summarizer/briefing/2"}',
            r"old\.json: Briefing JSON, \$: found .*, wanted all of schema, title",
        ),
    ],
)
def test_what_is_no_briefing_is_one_error_with_the_name_of_the_file(tmp_path, text, told):
    path = tmp_path / "old.json"
    path.write_bytes(text)
    with pytest.raises(ReadError, match=told) as caught:
        read_briefing(path)
    assert caught.value.path == str(path) and "\n" not in str(caught.value)


def test_a_file_that_is_not_there_and_a_folder(tmp_path):
    with pytest.raises(ReadError, match=r"no such file or folder .*give the JSON file of a briefing"):
        read_briefing(tmp_path / "old.json")
    with pytest.raises(ReadError, match=r"cannot be read|no regular file"):
        read_briefing(tmp_path)


def test_references_that_lead_nowhere_name_the_file(tmp_path):
    record = summarize(read_documents([SEEDS]), words=60).to_dict()
    record["sections"][0]["points"][0]["citations"][0]["source"] = 9
    path = tmp_path / "old.json"
    path.write_text(json.dumps(record))
    with pytest.raises(ReadError, match=r"old\.json: Briefing, point 1, citations: found 9"):
        summarize(read_documents([SEEDS]), since=path)
