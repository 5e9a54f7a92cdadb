import json
from contextlib import suppress

import pytest

from summarizer import ReadError, ReadSettings, read_documents
from tests.timing import seconds

SENTENCE = "The minister said on Monday that the talks in Beijing had gone well for both of the countries."
MARKED = f"<section><p>{SENTENCE}</p><p>A second &amp; last paragraph.</p></section>"
TEXT = f"{SENTENCE}\nA second & last paragraph."

# After the examples of the standard (iptc/newsinjson), the services' documentation and news-please's own output.
DIALECTS = {
    "ours": {"id": "i", "text": TEXT, "title": "T", "outlet": "O", "published": "2023-06-18", "url": "https://o.org/a"},
    "ninjs 1": {
        "uri": "https://o.org/a", "headline": "T", "byline": "By A B", "body_xhtml": MARKED, "copyrightholder": "O",
        "versioncreated": "2023-06-18T14:01:00Z", "language": "en",
    },
    "ninjs 2": {
        "uri": "https://o.org/a", "type": "text", "versioncreated": "2023-06-18T14:01:00Z", "copyrightholder": "O",
        "headlines": [{"role": "main", "value": "T"}],
        "bodies": [{"role": "xhtml", "contenttype": "text/html", "value": MARKED}],
    },
    "ninjs 3": {
        "uri": "https://o.org/a", "versionCreated": "2023-06-18T16:01:00+02:00", "copyrightHolder": "O",
        "by": "Von A B",
        "headlines": [{"role": "main", "value": "T"}],
        "bodies": [
            {"role": "caption", "contentType": "text/plain", "value": "A picture."},
            {"role": "html", "contentType": "text/html", "value": MARKED},
        ],
    },
    "news service": {
        "source": {"id": None, "name": "O"}, "author": "A B", "title": "T", "description": "Short.",
        "url": "https://o.org/a", "publishedAt": "2023-06-18T14:01:00Z", "content": f"{TEXT}… [+1234 chars]",
    },
    "news crawl": {
        "maintext": TEXT, "title": "T", "authors": ["A B"], "date_publish": "2023-06-18 14:01:00", "outlet": "O",
        "url": "https://o.org/a", "filename": "https%3A%2F%2Fo.org%2Fa.json", "language": "en", "description": None,
    },
    "JSON Feed": {
        "id": "1", "url": "https://o.org/a", "title": "T", "content_html": MARKED, "outlet": "O",
        "date_published": "2023-06-18T14:01:00Z", "authors": [{"name": "A B"}],
    },
}  # fmt: skip


@pytest.mark.parametrize("name", DIALECTS)
def test_a_dialect_says_the_same_in_our_names(tmp_path, name):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(DIALECTS[name]))
    (document,) = read_documents(path)
    assert (document.text, document.title, document.outlet, document.url) == (TEXT, "T", "O", "https://o.org/a")
    assert document.published.day.isoformat() == "2023-06-18"


@pytest.mark.parametrize("ending", ["json", "txt"])
def test_reports_in_an_envelope(tmp_path, ending):
    path = tmp_path / f"a.{ending}"
    path.write_text(json.dumps({"status": "ok", "totalResults": 2, "articles": [DIALECTS["news service"]] * 2}))
    assert [document.text for document in read_documents(path)] == [TEXT] * 2
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Feed",
        "items": [{"id": "9", "content_text": TEXT}],
    }
    path.write_text(json.dumps(feed))
    assert [(document.id, document.outlet) for document in read_documents(path)] == [("9", "The Feed")]


def test_fields_can_be_named(tmp_path):
    path = tmp_path / "a.jsonl"
    record = {"article": {"body": [TEXT, "x"], "when": "2023-06-18"}, "text": "teaser"}
    path.write_text(json.dumps(record))
    settings = ReadSettings(fields={"text": "article.body.0", "published": "article.when"})
    (document,) = read_documents(path, settings)
    assert (document.text, str(document.published)) == (TEXT, "2023-06-18")


def test_what_has_no_text_says_how_to_name_it(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('{"artikel": "x"}')
    with pytest.raises(ReadError, match=r"found 'artikel', wanted .*--field text=NAME"):
        read_documents(path)


def test_deep_nesting_is_refused(tmp_path):
    (tmp_path / "a.json").write_text("[" * 100_000 + "]" * 100_000)
    with pytest.raises(ReadError, match="malformed JSON"):
        read_documents(tmp_path / "a.json")


def test_prose_beside_a_text_is_named_whatever_it_is_called(tmp_path):
    told = "The mayor told the council on Monday that the bridge would stay shut."
    more = "Divers found a hole two metres long below the waterline of the ferry."
    records = [{"text": told, "standfirst": more, "tags": "bridge council"}, {"text": "", "summary": more}]
    (tmp_path / "a.json").write_text(json.dumps(records))
    first, second = read_documents(tmp_path / "a.json")
    assert [(one.rule, one.text) for one in first.omitted] == [("'standfirst' beside the text", more)]
    assert [(one.rule, one.text) for one in second.omitted] == [("'summary' beside the text", more)]


def told(at):
    return f"The council of town {at} voted on Friday to close its old bridge for a whole year, the chairman said."


OBJECTS = [{"title": f"Title {at}", "text": told(at), "tags": [{"name": "x"}]} for at in range(4)]
COMPACT, SPREAD = (json.dumps(OBJECTS, indent=indent) for indent in (None, 1))
COMMENTED = [
    {"title": "A", "text": 'The "first" report.', "comments": [{"text": "It was so."}, {"text": "It was not."}]},
    *({"title": f"Title {at}", "text": told(at)} for at in (1, 2)),
]
BIOGRAPHY = {"name": "Jane", "text": "Jane has written of the north for ten years."}
BROKEN_JSON = {
    "comments in a broken one, at the beginnings of lines": (
        json.dumps(COMMENTED, indent=0).replace('\\"', '"'),
        [1, 2],
        1,
    ),
    "comments in a broken one behind a whole one": (
        json.dumps([COMMENTED[1], COMMENTED[0], COMMENTED[2]], indent=0).replace('\\"', '"'),
        [1, 2],
        1,
    ),
    "a biography in a broken one that seems to end before it": (
        f'[{{"title": "A", "text": "it is "so}}}}" ok", "author": {json.dumps(BIOGRAPHY)}}}, {COMPACT[1:]}',
        [0, 1, 2, 3],
        1,
    ),
    "cut off": (COMPACT[:-60], [0, 1, 2], 1),
    "cut off, over lines": (SPREAD[:-80], [0, 1, 2], 1),
    "cut off within an object": (f'{{"status": "ok", "articles": {COMPACT[:-60]}', [0, 1, 2], 1),
    "a comma too many": (f"{COMPACT[:-1]},]", [0, 1, 2, 3], 0),
    "in a row": ("".join(map(json.dumps, OBJECTS)), [0, 1, 2, 3], 0),
    "in a row, over lines": ("\n".join(json.dumps(one, indent=2) for one in OBJECTS), [0, 1, 2, 3], 0),
    "a broken one in a list": (
        COMPACT.replace('"text": "The council of town 1', '"text": The council', 1),
        [0, 2, 3],
        1,
    ),
    "the one behind a broken one begins with another field": (
        COMPACT.replace('"title": "Title 1"', '"title": Title', 1).replace('"title": "Title 2"', '"id": "2"', 1),
        [0, 2, 3],
        1,
    ),
    "so does the last, over lines, behind a quotation mark too many": (
        "[\n"
        + ",\n".join(map(json.dumps, OBJECTS))
        .replace("of town 2", 'of "town 2')
        .replace('"title": "Title 3"', '"id": "3"')
        + "\n]\n",
        [0, 1, 3],
        1,
    ),
    "what a broken one holds is no report": (
        COMPACT.replace(
            '"tags": [{"name": "x"}]}', '"notes": [{"by": "x", "text": "y"}, {"by": "x", "text": "y"}], bad}', 1
        ),
        [1, 2, 3],
        1,
    ),
    "one without its end": (COMPACT.replace('"tags": [{"name": "x"}]}', "", 1), [1, 2, 3], 1),
    "lists in a list": (json.dumps([OBJECTS[:2], OBJECTS[2:]]), [0, 1, 2, 3], 0),
    "lists in lines": (f"{json.dumps(OBJECTS[0])}\n{json.dumps(OBJECTS[1:])}", [0, 1, 2, 3], 0),
    "a list in lines": ("[\n" + ",\n".join(map(json.dumps, OBJECTS)) + "\n]\n", [0, 1, 2, 3], 0),
}


@pytest.mark.parametrize("ending", ["json", "jsonl"])
@pytest.mark.parametrize(("source", "wanted", "broken"), BROKEN_JSON.values(), ids=BROKEN_JSON)
def test_what_is_broken_in_json_costs_no_other_report(tmp_path, source, wanted, broken, ending):
    (tmp_path / f"a.{ending}").write_text(source)
    documents = read_documents(tmp_path)
    assert [document.text for document in documents if not document.skipped] == [told(at) for at in wanted]
    refused = [document.skipped for document in documents if document.skipped]
    assert len(refused) == broken and all("malformed JSON" in reason for reason in refused)


def test_the_last_that_is_named_of_json_broken_all_over_says_that_more_follows(tmp_path):
    good = json.dumps({"text": SENTENCE})
    (tmp_path / "a.json").write_text("[" + f"{good}, " + '{"text": bad}, ' * 120 + good + "]")
    skipped = [document.skipped for document in read_documents(tmp_path) if document.skipped]
    assert len(skipped) == 100
    assert ["what follows is left out" in told for told in skipped[-2:]] == [False, True]


@pytest.mark.parametrize("unit", ['{"text": "a', '{"text":[', '{"a":1', "[", "{", "},{", '{"a": "b"}, x '])
def test_json_that_is_broken_all_over_takes_no_square_of_the_time(tmp_path, unit):
    def read(size):
        (tmp_path / "a.json").write_text((unit * (size // len(unit) + 1))[:size])
        with suppress(ReadError):
            read_documents(tmp_path / "a.json")

    assert seconds(lambda: read(2**16)) < 3
    assert seconds(lambda: read(2**20)) < 20
