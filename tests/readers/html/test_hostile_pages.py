"""Web pages that mean harm: their story is read all the same, in a time that grows with the page."""

import json

import pytest

from summarizer.readers.html.page import parse_page
from summarizer.readers.registry import read_kind
from summarizer.readers.source import SourceFile
from tests.timing import growth, seconds

STORY = "<p>The minister said on Monday that the talks in Beijing had gone well for both of the countries.</p>" * 3


def page(body="", head=""):
    return f"<!doctype html><html><head>{head}</head><body><article>{STORY}{body}</article></body></html>"


def linked(text):
    return page(head=f'<script type="application/ld+json">{text}</script>')


def read(source):
    (document,) = read_kind(SourceFile(name="a.html", stem="a", data=source.encode("utf-8", "surrogatepass")))
    return document


def numbered(form):
    return lambda size: page(body=f"<p {''.join(form.format(at) for at in range(size // len(form)))}>Talks.</p>")


def worded(unit):
    return lambda size: page(body=f"<p>{unit * (size // len(unit))}</p>")


def deep(unit):
    return lambda size: page(body="<div>" * 300 + unit * (size // len(unit)))


GROWING = {
    "attributes": numbered("a{}='1' "),
    "bare attributes": numbered("a{} "),
    "attributes that hold ends of elements": numbered('a{}=">" '),
    "attributes behind a stray mark": numbered("\" a{} = '>'"),
    "attributes that hold beginnings": numbered("a{}<b "),
    "attributes between strokes": numbered("a{}/"),
    "spans": worded("<span>word</span> "),
    "links": worded("<a href='x'>word</a> "),
    "pictures": worded("<img>word "),
    "elements of one site": worded("<x-y>word</x-y> "),
    "class names": lambda size: page(body=f'<p class="{"hide " * (size // 5)}">Talks.</p>'),
    "lists in JSON-LD": lambda size: linked(f"[{','.join(['[{}]'] * (size // 5))}]"),
    "objects in JSON-LD": lambda size: linked(f'{{"@graph":[{",".join(["{}"] * (size // 3))}]}}'),
    "deep and open": deep("<div>"),
    "deep comments": deep("<!--"),
    "deep sections": deep("<![CDATA["),
    "deep ends": deep("</"),
    "deep attributes": deep('<a b="'),
}


@pytest.mark.parametrize("name", GROWING)
def test_a_page_takes_no_longer_than_it_grows(name):
    def make(size):
        source = GROWING[name](size)
        assert "talks in Beijing" in read(source).text
        return lambda: read(source)

    assert any(growth(make, 60_000, 4, runs=runs) < 8 for runs in (1, 2))


@pytest.mark.parametrize("tag", ["video", "noscript", "nav"])
def test_parts_within_each_other_are_read_once(tag):
    told = "The council of Jalko said on Tuesday that its bridge was sound. "
    whole = page(body="<video><p>" + f"<{tag}><p>" * 90 + told * 2_000 + f"</p></{tag}>" * 90 + "</p></video>")
    flat = page(body=f"<{tag}><p>" + told * 2_000 + f"</p></{tag}>")
    assert [one.rule for one in read(whole).omitted] == ["in <video>, beside the story"]
    assert min(seconds(lambda: read(whole), runs) / seconds(lambda: read(flat), runs) for runs in (1, 3)) < 8


def test_cells_of_a_row_without_end_are_paragraphs():  # who reads tables counts a row's cells for each of them
    for cells, left in ((1_000, 1_000), (1_001, 0)):
        tree = parse_page(page(body=f"<table><tr>{'<td>a 1' * cells}<tr><td>b</table>"))
        assert len(list(tree.iter("td"))) == left + 1
        assert "a 1" in "".join(tree.itertext())


VALUES = [
    None, 1, 1e400, True, [], {}, [[]], [{}], {"name": None}, {"name": [["x"]]}, {"@value": "x"}, ["a", ["b"]],
    "\ud800", "\x00", {"@id": 1}, {"name": {"name": "x"}}, "2" * 5_000, 10**400, -1,
]  # fmt: skip
NAMES = (
    "headline author publisher datePublished dateModified articleBody inLanguage url mainEntityOfPage mainEntity @id"
    " @graph name liveBlogUpdate isPartOf description"
).split()


@pytest.mark.parametrize(
    "kind", ["NewsArticle", ["NewsArticle"], {"a": "NewsArticle"}, [["NewsArticle"]], 1, "WebSite"]
)
def test_values_of_the_wrong_kind_in_json_ld_are_no_statements(kind):
    for value in VALUES:
        document = read(linked(json.dumps({"@type": kind, **dict.fromkeys(NAMES, value)})))
        assert "talks in Beijing" in document.text
        assert document.published is None and document.author in (None, "a, b")


@pytest.mark.parametrize(
    ("opens", "closes"), [("[", "]"), ('{"@graph":', "}"), ('{"author":', "}"), ('{"mainEntity":[', "]}")]
)
def test_json_ld_may_be_as_deep_as_it_likes(opens, closes):
    for depth in (900, 100_000):
        assert "talks in Beijing" in read(linked(opens * depth + "1" + closes * depth)).text


def test_objects_of_json_ld_that_name_each_other_are_read_once():
    objects = [
        {"@id": "#a", "@type": "NewsArticle", "headline": "Talks go well", "mainEntity": {"@id": "#b"}},
        {"@id": "#b", "@type": "Person", "name": {"@id": "#a"}, "mainEntity": {"@id": "#a"}},
    ]
    assert read(linked(json.dumps({"@graph": objects}))).title == "Talks go well"


def test_a_long_element_with_few_attributes_keeps_them():
    hidden = "<p {}>The hidden words were a paragraph of a story once, officials in Beijing said on Monday.</p>"
    assert "hidden words" in read(page(body=hidden.format(""))).text
    style = f'data-a="{"a b" * 300}" style="display:none;{" " * 30_000}"'
    assert "hidden words" not in read(page(body=hidden.format(style))).text
