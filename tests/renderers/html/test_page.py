"""The page as a whole: what it holds, and what no report can do to it."""

import base64
import hashlib
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from summarizer import Briefing, Document, Settings, read_documents, render, run_pipeline
from summarizer.renderers.numbering import number_points
from summarizer.renderers.sanitize import sanitize
from summarizer.renderers.wording import dating
from tests.renderers.example_briefing import BRIEFING, make_briefing
from tests.renderers.hostile_text import CONTROLS, HOSTILE
from tests.renderers.html.page_tree import elements, ids_of, passage_of, read_page, shape_of, words_of
from tests.renderers.part_citations import with_parts, without_parts
from tests.renderers.strategies import briefings
from tools.regenerate import PROJECT

RUN = run_pipeline(read_documents([PROJECT / "seeds"]))
PAGE = render(RUN, "html", explain=True)
TREE = read_page(PAGE)
ACTIVE = (
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "</title></textarea></template></svg></math><plaintext>",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover=alert(1) x='",
    "' onmouseover='alert(1)",
    "<!-- --> <![CDATA[ ]]> --!>",
    "{{ 7*7 }} {% for x in y %} {# x",
    "javascript:alert(1)",
    "\ufffe \ufdd0 \U0001ffff",
)


def by_id(tree, name):
    return next(element for element in tree.iter() if element.attrib.get("id") == name)


def read_style():
    return (PROJECT / "summarizer/renderers/html/templates/page.css").read_text("utf-8")


def links(tree):
    return [element.attrib["href"] for element in elements(tree, "a")]


def letters(text):
    """A text without white space: a passage may run over two paragraphs."""
    return "".join(text.split())


def test_every_citation_leads_to_its_passage_and_back():
    points = RUN.briefing.points
    for number, point in enumerate(points, start=1):
        item = by_id(TREE, f"p{number}")
        assert words_of(next(iter(elements(item, "q")))) == sanitize(point.text)
        cited = [
            link.attrib["href"][1:] for link in elements(item, "a") if "cite" in link.attrib.get("class", "").split()
        ]
        told = [passage_of(TREE, name) for name in cited]
        assert list(map(letters, told)) == [letters(sanitize(one.quote)) for one in point.citations]
    backs = [link for span in elements(TREE, "span") if span.attrib.get("class") == "backs" for link in span]
    assert {link.attrib["href"] for link in backs} >= {f"#p{number}" for number in range(1, len(points) + 1)}


def marked(tree, name):
    """The words of the first point that have a class."""
    spans = elements(next(iter(elements(by_id(tree, "p1"), "q"))), "span")
    return words_of_all(span for span in spans if name in span.attrib["class"].split())


def words_of_all(pieces):
    return " ".join("".join("".join(one.itertext()) for one in pieces).split())


def test_what_a_passage_backs_is_marked_in_the_point_and_told_in_words():
    run = with_parts(RUN)
    tree, point = read_page(render(run, "html")), run.briefing.points[0]
    item = by_id(tree, "p1")
    assert words_of(next(iter(elements(item, "q")))) == sanitize(point.text)
    cites = [one for one in elements(item, "a") if one.attrib.get("class", "").startswith("cite")]
    assert [one.attrib["class"] for one in cites] == ["cite", "cite k1", "cite k2", "cite k3"]
    line = words_of(next(one for one in elements(item, "span") if one.attrib.get("class") == "cites"))
    full, *parts = [one.source for one in point.citations]
    assert line == f"[{full}], in part {''.join(f'[{one}]' for one in parts)}"
    for number, (link, citation) in enumerate(zip(cites[1:], point.citations[1:], strict=True), start=1):
        backs = citation.backed.of(point.text).strip()
        assert marked(tree, f"b{number}") == backs
        assert link.attrib["aria-label"].endswith(f", says a part: “{backs}”")
        mark = by_id(tree, link.attrib["href"][1:])
        assert mark.attrib["class"] == "part" and passage_of(tree, mark.attrib["id"]) == sanitize(citation.quote)
    backs = [one for one in elements(tree, "a") if one.attrib.get("href") == "#p1" and "title" in one.attrib]
    assert [(one.text, one.attrib["title"]) for one in backs] == [
        ("1", "cited by point 1") if source == full else ("1, in part", "cited by point 1, in part")
        for source in sorted((full, *parts))
    ]
    pieces = [words_of(one) for one in elements(item, "span") if one.attrib.get("class") == "piece"]
    assert [piece.split(": o")[0] for piece in pieces if ": o" in piece] == ["1 origin", "2 more in part"]
    copied = next(one.attrib["data-reference"] for one in elements(item, "button"))
    assert copied.startswith("Reuters, ") and "; in part: Caliber.Az, " in copied


def test_the_marks_in_the_reports_are_explained_as_far_as_they_are_used():
    def legend(run):
        line = next(one for one in elements(read_page(render(run, "html")), "p") if one.attrib.get("class") == "legend")
        return [(one.attrib.get("class"), one.text) for one in elements(line, "mark")]

    whole, reading = (None, "says all of a point"), ("reading", "differs")
    assert legend(without_parts(RUN)) == [whole, reading]
    assert legend(with_parts(RUN)) == [whole, ("part", "says a part of one"), reading]
    assert "half a dot" not in render(without_parts(RUN), "html") and "half a dot one that says a part" in render(
        with_parts(RUN), "html"
    )


def test_days_that_words_leave_open_stand_beside_the_point_never_in_it():
    sections = number_points(RUN.briefing)
    when = {p.text: dating(p, s.when)[1:-1] for s, points in sections for _, p in points if dating(p, s.when)}
    assert when
    shown = {}
    for number, point in enumerate(RUN.briefing.points, start=1):
        for span in elements(by_id(TREE, f"p{number}"), "span"):
            if span.attrib.get("class") == "piece when":
                shown[point.text] = words_of(span).strip()
    assert shown == {text: f"When: {days}" for text, days in when.items()}


def test_every_reading_leads_to_its_words():
    for index, discrepancy in enumerate(RUN.briefing.discrepancies):
        body = by_id(TREE, f"d{chr(ord('A') + index)}")
        cited = [link.attrib["href"][1:] for link in elements(body, "a") if link.attrib.get("class") == "cite"]
        quotes = [sanitize(one.quote) for reading in discrepancy.readings for one in reading.citations]
        assert [passage_of(TREE, name) for name in cited] == quotes


def test_whole_reports_are_in_the_page_with_what_was_dropped_named():
    for number, document in enumerate(RUN.documents, start=1):
        article = by_id(TREE, f"r{number}")
        text = next(one for one in elements(article, "div") if "text" in one.attrib["class"].split())
        for backs in [one for one in text.iter() if one.attrib.get("class") == "backs"]:
            for child in list(backs):
                backs.remove(child)
        assert "".join("".join(text.itertext()).split()) == "".join(sanitize(document.text).split())
        rules = {one.attrib["title"] for one in text.iter() if one.attrib.get("class") == "drop"}
        assert rules >= {f"dropped: {drop.rule}" for drop in document.dropped}


@pytest.mark.parametrize("tree", [TREE, read_page(render(RUN.briefing, "html")), read_page(render(BRIEFING, "html"))])
def test_every_link_has_its_end_and_every_id_is_given_once(tree):
    ids = ids_of(tree)
    assert len(set(ids)) == len(ids)
    for link in links(tree):
        assert link[1:] in ids if link.startswith("#") else re.match("https?://", link)
    for element in tree.iter():
        for name in element.attrib.get("aria-labelledby", "").split():
            assert name in ids


def test_a_briefing_alone_is_shown_with_its_quoted_passages_and_says_so():
    read_back = Briefing.from_json(render(RUN.briefing, "json"))
    page = render(read_back, "html", explain=True)
    assert page == render(RUN.briefing, "html", explain=True)
    tree = read_page(page)
    assert "holds the quoted passages alone" in page and "does not tell what was dropped" in page
    for name, point in enumerate(read_back.points, start=1):
        cited = [
            a.attrib["href"][1:]
            for a in elements(by_id(tree, f"p{name}"), "a")
            if "cite" in a.attrib.get("class", "").split()
        ]
        assert [passage_of(tree, one) for one in cited] == [sanitize(one.quote) for one in point.citations]
    assert "read also" in PAGE and "dropped:" not in page


def test_a_report_that_is_not_the_one_quoted_is_shown_by_its_passages():
    other = tuple(replace(document, text="Something else.") for document in RUN.documents)
    tree = read_page(render(replace(RUN, documents=other), "html"))
    point = RUN.briefing.points[0]
    cited = next(a.attrib["href"][1:] for a in elements(by_id(tree, "p1"), "a") if a.attrib.get("class") == "cite")
    assert passage_of(tree, cited) == sanitize(point.citations[0].quote)


def test_reasons_stand_in_the_page_where_they_are_asked_for():
    assert by_id(TREE, "losses") is not None
    # The last one, which is told for the point that it lost to and not for its rank.
    lost = max((one for one in RUN.decisions if one.rival is not None and not one.chosen), key=lambda one: one.rank)
    assert lost.rank > 50
    losers = next(one for one in elements(TREE, "ol") if one.attrib.get("class") == "losers")
    told = next(item for item in elements(losers, "li") if int(item.attrib["value"]) == lost.rank)
    assert sanitize(lost.statement.wording.text) in words_of(told)
    assert f"similarity {lost.similarity:.2f}" in words_of(told) and sanitize(lost.reason) in words_of(told)
    assert 'id="losses"' not in render(RUN, "html")


@pytest.mark.parametrize("text", [*HOSTILE, *ACTIVE])
def test_words_of_reports_change_nothing_but_words(text):
    plain = read_page(render(make_briefing("plain"), "html"))
    assert shape_of(read_page(render(make_briefing(text), "html"))) == shape_of(plain)


@pytest.mark.parametrize("text", [*HOSTILE, *ACTIVE])
def test_hostile_reports_stay_text(text):
    story = "The minister said on Monday that {} would go ahead in the capital.\n\n"
    story += "The opposition in the capital rejected the plan.\n\n"
    documents = [
        Document(
            id=f"{number} {text}", text=story.format(text) + f" {text}" * number, title=text, outlet=text, url=text
        )
        for number in (1, 2)
    ]
    run = run_pipeline(documents, Settings(words=60))
    tree = read_page(render(run, "html", explain=True))
    assert len(elements(tree, "script")) == 2 and len(elements(tree, "style")) == 1
    assert not {element.tag for element in tree.iter() if str(element.tag).endswith(("}img", "}iframe", "}object"))}
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on") or name == "style"]
    assert all(link.startswith(("#", "http://", "https://")) for link in links(tree))
    page = render(run, "html")
    assert not any(
        char in page for char in "\x00\x0b\x0c\x1b\x1f\x7f\x85\x9b\u200b\u202e\u2066\u2028\ud800\ufeff\ufffe"
    )


@settings(max_examples=40, deadline=None)
@given(briefings())
def test_any_briefing_gives_a_sound_page(briefing):
    tree = read_page(render(briefing, "html", explain=True))
    ids = ids_of(tree)
    assert len(set(ids)) == len(ids)
    assert {link[1:] for link in links(tree) if link.startswith("#")} <= set(ids)


def test_the_policy_allows_this_style_and_this_script_and_nothing_else():
    metas = [meta.attrib for meta in elements(TREE, "meta") if "http-equiv" in meta.attrib]
    policy = dict(rule.split(" ", 1) for rule in metas[0]["content"].split("; "))
    style, script = (
        re.search("<style>(.*?)</style>", PAGE, re.DOTALL)[1],
        re.findall("<script>(.*?)</script>", PAGE, re.DOTALL)[-1],
    )

    def digest(text):
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    assert policy == {
        "default-src": "'none'",
        "style-src": digest(style),
        "script-src": digest(script),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert "@import" not in style and "url(" not in style and "http" not in style
    assert "innerHTML" not in script and "eval" not in script and "http" not in script


def test_nothing_in_the_page_is_fetched():
    fetching = {"src", "srcset", "data", "action", "formaction", "poster", "background", "ping", "manifest"}
    assert not [name for element in TREE.iter() for name in element.attrib if name in fetching]
    assert not elements(TREE, "link") and not elements(TREE, "img")


def linked_data(page):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])


def test_the_linked_data_name_what_it_is_based_on():
    article = linked_data(PAGE)
    assert (article["@type"], article["headline"]) == ("NewsArticle", sanitize(RUN.briefing.title))
    assert [one["position"] for one in article["isBasedOn"]] == [1, 2, 3, 4, 5]
    assert article["isBasedOn"][1]["url"].startswith("https://www.rnz.co.nz/")
    cited = {citation.source for point in RUN.briefing.points for citation in point.citations}
    assert article["citation"] == [{"@id": f"#s{number}"} for number in sorted(cited)]


@pytest.mark.parametrize("text", [*HOSTILE, *ACTIVE])
def test_linked_data_hold_any_title_and_end_where_they_should(text):
    page = render(make_briefing(text, url="javascript:alert(1)"), "html")
    article = linked_data(page)
    assert article["headline"] == (sanitize(text) or "Briefing")
    assert "url" not in article["isBasedOn"][0]


def test_a_title_cannot_end_the_script():
    page = render(make_briefing("</script><b>&"), "html")
    assert r'"headline":"\u003c/script\u003e\u003cb\u003e\u0026"' in page


@pytest.mark.parametrize(
    ("url", "is_linked"),
    [
        ("https://news.example/a?b=c&d=1#e", True),
        ("http://news.example", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)//http://x", False),
        ("data:text/html,x", False),
        ("ftp://news.example/a", False),
        ("//news.example/a", False),
        ('https://news.example/"onmouseover="alert(1)', False),
        ("https://bank.example@evil.example/", False),
        ("https://news.example/\u202egnp.exe", False),
        ("https://news.example/a b", False),
        (" https://news.example", False),
        ("https:news.example", False),
    ],
)
def test_only_plain_addresses_of_the_web_are_links(url, is_linked):
    tree = read_page(render(make_briefing("x", url=url), "html"))
    assert ([link for link in links(tree) if not link.startswith("#")] == [url] * 4) is is_linked
    assert sanitize(url) in words_of(tree)


def test_same_bytes_each_time():
    assert render(run_pipeline(read_documents([PROJECT / "seeds"])), "html", explain=True) == PAGE


def test_the_page_of_the_seeds_is_small():
    assert len(PAGE.encode()) < 200_000


@pytest.mark.parametrize(
    ("language", "side"), [("ar", "rtl"), ("he", "rtl"), ("fa", "rtl"), ("ur", "rtl"), ("de", "ltr")]
)
def test_the_page_is_in_the_language_of_its_points(language, side):
    sources = tuple(replace(source, language=language) for source in BRIEFING.sources)
    tree = read_page(
        render(replace(BRIEFING, sources=(*sources[:3], replace(sources[3], language="en"), sources[4])), "html")
    )
    assert (tree.attrib["lang"], tree.attrib["dir"]) == (language, side)
    assert next(one.attrib["lang"] for one in elements(by_id(tree, "r4"), "div")) == "en"
    assert (by_id(tree, "sources").attrib["lang"], by_id(tree, "sources").attrib["dir"]) == ("en", "ltr")


@pytest.mark.parametrize(("language", "side"), [("ar", "rtl"), ("de", "ltr")])
def test_a_report_s_words_are_in_its_language_amid_ours_too(language, side):
    sources = tuple(replace(source, language=language, title="A title") for source in BRIEFING.sources)
    tree = read_page(render(replace(BRIEFING, sources=sources), "html"))
    above = {child: parent for parent in tree.iter() for child in parent}

    def of(one, name):
        return one.attrib[name] if name in one.attrib else of(above[one], name)

    words = [one for one in tree.iter() if "words" in one.attrib.get("class", "").split()]
    assert sum("".join(one.itertext()) == "A title" for one in words) == 2 * len(sources)
    assert {(of(one, "lang"), of(one, "dir")) for one in words} == {(language, side)}


def test_a_report_in_another_language_says_so():
    sources = tuple(replace(source, language="ar" if source.number == 3 else "en") for source in BRIEFING.sources)
    tree = read_page(render(replace(BRIEFING, sources=sources), "html"))
    assert (tree.attrib["lang"], tree.attrib["dir"]) == ("en", "ltr")
    text = elements(by_id(tree, "r3"), "div")[0]
    assert (text.attrib["lang"], text.attrib["dir"]) == ("ar", "rtl")
    quote = elements(by_id(tree, "p3"), "q")[0]
    assert (quote.attrib["lang"], quote.attrib["dir"]) == ("ar", "rtl")
    assert "lang" not in elements(by_id(tree, "p1"), "q")[0].attrib


def test_an_empty_and_a_skipped_report_are_named():
    documents = [*RUN.documents, Document(id="empty", text=""), Document(id="bad", text="", skipped="no text in it")]
    page = render(run_pipeline(documents), "html")
    assert "This report is empty." in page and "This report was not used: no text in it." in page


def test_every_class_is_one_that_the_style_knows():
    """Two names glued together are none, and what they were to look like is lost."""
    run = with_parts(run_pipeline(RUN.documents, Settings(words=700)))
    tree = read_page(render(run, "html", explain=True))
    classes = [one.attrib["class"] for one in tree.iter() if "class" in one.attrib]
    known = set(re.findall(r"\.([a-z][\w-]*)", read_style())) | {"headline", "points", "piece"}
    assert {name for named in classes for name in named.split()} <= known
    assert {"cite k3", "tile hollow", "b1 b2", "part"} <= set(classes)
    assert "picture ring large" in classes and "edge w2 faint" in classes


def test_pictures_have_names():
    svg = "{http://www.w3.org/2000/svg}"
    pictures = [one for one in TREE.iter(svg + "svg") if one.attrib.get("role") == "img"]
    assert len(pictures) == 2
    for picture in pictures:
        title, told = (by_id(picture, name) for name in picture.attrib["aria-labelledby"].split())
        assert (title.tag, told.tag) == (svg + "title", svg + "desc")
        assert words_of(title) and "point" in words_of(told)
    others = [one for one in TREE.iter(svg + "svg") if one not in pictures]
    assert others and all(one.attrib["aria-hidden"] == "true" for one in others)


@pytest.mark.parametrize("text", CONTROLS)
def test_white_space_of_a_report_is_only_line_feeds_and_spaces(text):
    run = run_pipeline([Document(id="a", text=f"The minister said {text} on Monday in the capital.")])
    body = re.search(r'<div class="text[^>]*>(.*?)</div>', render(run, "html"), re.DOTALL)[1]
    assert {char for char in body if char.isspace()} <= {" ", "\n"}
