"""The date of a page is the article's own: not that of a sidebar, a comment, a teaser, a picture or an address."""

import json

import pytest

from summarizer import read_documents

STORY = "".join(
    f"<p>{line}</p>"
    for line in (
        "The ferry Anna ran aground off the cape early on Monday with 84 passengers on board, the coastguard said.",
        "Lifeboats from three harbours took all passengers ashore before noon, and nobody was badly hurt.",
        "The captain told investigators that the steering had failed twice since the ship left port that night.",
    )
)
HEAD = "<h1>Ferry runs aground off the cape</h1>"
BYLINE = '<div class="byline">Monday March 18, 2024 10:05 am by Julia Clove</div>'
AGO = '<time datetime="2024-03-28T10:00:00Z">2 hours ago</time>'


def page(*, inside="", before="", after="", head="", lang="en"):
    return (
        f'<!doctype html><html lang="{lang}"><head><title>Ferry runs aground off the cape - Daily</title>{head}</head>'
        f"<body>{before}<main><article>{inside}{STORY}</article>{after}</main></body></html>"
    )


def linked(value):
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def meta(name, value, key="name"):
    return f'<meta {key}="{name}" content="{value}">'


def read(tmp_path, source):
    (tmp_path / "page.html").write_text(source, encoding="utf-8")
    (document,) = read_documents(tmp_path / "page.html")
    return document


BESIDE = {
    "calendar": f'<aside class="calendar"><ul><li>{AGO} <a href="/e">Fair</a></li></ul></aside>',
    "events": f'<div class="events-list"><p>{AGO} Spring fair</p></div>',
    "sidebar": f'<div id="sidebar"><p>{AGO}</p></div>',
    "ticker": f'<ul class="most-read"><li>{AGO} <a href="/e">Storm</a></li></ul>',
    "today": '<header><div class="date">Thursday, March 28, 2024</div></header>',
    "navigation": f"<nav>{AGO}</nav>",
    "teaser": f'<article class="card"><h3><a href="/b">Fares to rise</a></h3>{AGO}</article>',
    "figure": f"<figure><img><figcaption>The ferry in port, {AGO}</figcaption></figure>",
    "comments": f'<section class="comments"><div class="comment"><b>salt</b> {AGO}<p>Sell it.</p></div></section>',
    "microdata of a comment": '<div itemscope itemtype="https://schema.org/Comment">'
    '<time itemprop="datePublished" datetime="2024-03-28">28</time></div>',
    "linked comment": linked({"@type": "Comment", "datePublished": "2024-03-28"}),
    "linked event": linked({"@type": "Event", "startDate": "2024-03-28", "datePublished": "2024-03-28"}),
    "comments without a name": "<h3>3 Comments</h3><ul><li><p>salt</p><p>March 28, 2024 at 5:00 pm</p></li></ul>",
    "events without a name": "<div><h3>Coming up</h3><ul><li>Spring fair, 28 March 2024</li></ul></div>",
    "a list named in one word": '<div class="eventlist"><p>Spring fair, 28 March 2024</p></div>',
    "footer": "<footer><p>Page made on March 28, 2024</p></footer>",
}
OWN = {
    "words": (BYLINE, "2024-03-18T10:05"),
    "time": ('<p>By Julia Clove <time datetime="2024-03-18T10:05+01:00">18 March</time></p>', "2024-03-18T10:05+01:00"),
    "German": ("<p>18. März 2024, 10:05 Uhr</p>", "2024-03-18T10:05"),
    "French": ("<p>Publié le lundi 18 mars 2024 à 10h05</p>", "2024-03-18T10:05"),
    "Spanish": ("<p>18 de marzo de 2024 - 10:05</p>", "2024-03-18T10:05"),
    "parts that style sheets set apart": ("<p><span>By Julia Clove</span><span>18 March 2024</span></p>", "2024-03-18"),
    "an abbreviation": (
        '<abbr class="published" title="2024-03-18T10:05+01:00">Monday</abbr>',
        "2024-03-18T10:05+01:00",
    ),
    "a number for programs": ('<span class="timestamp" data-timestamp="1710756300">x</span>', "2024-03-18T10:05+00:00"),
    "a change": ("<p>Published 18 March 2024, updated 28 March 2024</p>", "2024-03-18"),
    "no more than a month": ("<p>March 2024</p>", "2024-03"),
    "nothing": ("", None),
}


@pytest.mark.parametrize("own", OWN)
@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize("side", ["before", "after"])
def test_what_stands_beside_an_article_does_not_date_it(tmp_path, beside, own, side):
    line, wanted = OWN[own]
    document = read(tmp_path, page(inside=HEAD + line, **{side: BESIDE[beside]}))
    assert (str(document.published) if document.published else None) == wanted


@pytest.mark.parametrize("beside", [name for name in BESIDE if not name.endswith("without a name")])
@pytest.mark.parametrize("side", ["{beside}{story}", "{story}{beside}"])
@pytest.mark.parametrize("own", ["words", "nothing"])
def test_nor_does_it_where_the_article_has_no_element_of_its_own(tmp_path, beside, side, own):
    line, wanted = OWN[own]
    body = side.format(beside=BESIDE[beside], story=HEAD + line + STORY)
    document = read(
        tmp_path, f"<html><head><title>Ferry runs aground off the cape</title></head><body>{body}</body></html>"
    )
    assert (str(document.published) if document.published else None) == wanted


def test_a_byline_above_the_headline_and_a_note_at_the_foot_of_the_article_count(tmp_path):
    above = read(tmp_path, page(inside=f'<p class="date">March 18, 2024</p>{HEAD}', before=BESIDE["calendar"]))
    assert str(above.published) == "2024-03-18"
    foot = '<footer class="entry-meta">Posted on <time datetime="2024-03-18">18 March</time></footer>'
    source = f"<html><body>{BESIDE['sidebar']}<article>{HEAD}{STORY}{foot}</article></body></html>"
    assert str(read(tmp_path, source).published) == "2024-03-18"


def test_a_day_in_the_story_is_not_that_of_the_page(tmp_path):
    prize = "<p><strong>Best of the Coast, 3 May 2019.</strong> The paper won the prize for its reports on ferries.</p>"
    document = read(tmp_path, page(inside=HEAD + STORY + prize))
    assert document.published is None


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://a.example/ferry?id=20240328", None),
        ("https://a.example/ferry?day=2024/03/28", None),
        ("https://a.example/ferry#2024-03-28", None),
        ("https://a.example/n/43323711/ferry", None),
        ("https://a.example/2024/03/18/ferry?v=20240328", "2024-03-18"),
        ("https://a.example/news/20240318/433237/ferry", "2024-03-18"),
    ],
)
def test_a_number_in_the_query_of_an_address_is_no_day(tmp_path, address, wanted):
    document = read(tmp_path, page(inside=HEAD, head=f'<link rel="canonical" href="{address}">'))
    assert (str(document.published) if document.published else None) == wanted


CHANGED = {
    "one time element": (
        '<time itemprop="dateModified" datetime="2024-03-21T19:20:45+01:00">'
        "18/03/2024 01:57 | Actualizado a 21/03/2024 19:20</time>",
        "2024-03-18T01:57",
        "2024-03-21T19:20+01:00",
    ),
    "one line": ("<p>Updated March 21, 2024 | Published March 18, 2024</p>", "2024-03-18", "2024-03-21"),
    "two time elements": (
        '<p><time class="updated" datetime="2024-03-21">a</time> <time datetime="2024-03-18">b</time></p>',
        "2024-03-18",
        "2024-03-21",
    ),
    "a time element called by what holds it": (
        '<p><span class="d-updated"><time datetime="2024-03-21">a</time></span>'
        '<span class="d-published"><time datetime="2024-03-18">b</time></span></p>',
        "2024-03-18",
        "2024-03-21",
    ),
    "microdata": (
        '<meta itemprop="dateModified" content="2024-03-21"><meta itemprop="datePublished" content="2024-03-18">',
        "2024-03-18",
        "2024-03-21",
    ),
    "JSON-LD": (
        linked([{"@type": "NewsArticle", "dateModified": "2024-03-21", "datePublished": "2024-03-18"}]),
        "2024-03-18",
        "2024-03-21",
    ),
    "Open Graph": (
        meta("article:modified_time", "2024-03-21", "property")
        + meta("article:published_time", "2024-03-18", "property"),
        "2024-03-18",
        "2024-03-21",
    ),
    "Dublin Core": (
        meta("dcterms.modified", "2024-03-21") + meta("DC.date.issued", "2024-03-18"),
        "2024-03-18",
        "2024-03-21",
    ),
    "Dublin Core with colons": (meta("dcterms:issued", "2024-03-18"), "2024-03-18", None),
    "nothing but the change": ('<time class="updated" datetime="2024-03-21">x</time>', "2024-03-21", "2024-03-21"),
    "the same stamp twice": (
        linked({"@type": "NewsArticle", "dateModified": "2024-03-18", "datePublished": "2024-03-18"}),
        "2024-03-18",
        None,
    ),
}


@pytest.mark.parametrize("case", CHANGED)
def test_publication_comes_before_change_and_both_are_kept(tmp_path, case):
    inside, published, updated = CHANGED[case]
    document = read(tmp_path, page(inside=HEAD + inside, lang="es"))
    assert (str(document.published), str(document.updated) if document.updated else None) == (published, updated)


MACHINE = {
    "an address that tells the outlet's day": (
        meta("article:published_time", "2024-03-19T02:50:00Z", "property")
        + '<link rel="canonical" href="https://a.example/2024/03/18/x">',
        "",
        "2024-03-18",
    ),
    "an address of another day than any clock's": (
        meta("article:published_time", "2024-03-19T18:50:00Z", "property")
        + '<link rel="canonical" href="https://a.example/2024/03/18/x">',
        "",
        "2024-03-19T18:50+00:00",
    ),
    "a byline a day before": (
        linked({"@type": "NewsArticle", "datePublished": "2024-03-19T04:31:13-06:00"}),
        "<p>Julia Clove - Mar 18, 2024, 10:31 pm CST</p>",
        "2024-03-18T22:31-06:00",
    ),
    "a change that tells the zone": (
        meta("article:published_time", "2024-03-19T02:50:00Z", "property"),
        "<p>Updated 10:01 pm CST, Monday, March 18, 2024</p>",
        "2024-03-18T20:50-06:00",
    ),
    "a change that tells the zone, beside its stamp": (
        meta("article:published_time", "2024-03-19T02:50:00Z", "property"),
        '<p><time itemprop="datePublished" datetime="2024-03-19T04:24:29Z">Updated 12:24 am EDT, Tue, March 19, 2024'
        "</time></p>",
        "2024-03-18T22:50-04:00",
    ),
    "a byline of the change": (
        linked({"@type": "NewsArticle", "datePublished": "2024-03-18", "dateModified": "2024-03-19"}),
        "<p>By Julia Clove - 2024-03-19</p>",
        "2024-03-18",
    ),
    "the article named like the page, of several": (
        linked(
            [
                {"@type": "NewsArticle", "headline": "Storm closes harbour", "datePublished": "2024-01-02"},
                {"@type": "NewsArticle", "headline": "Ferry runs aground off the cape", "datePublished": "2024-03-18"},
            ]
        ),
        "",
        "2024-03-18",
    ),
    "a graph": (
        linked(
            {
                "@graph": [
                    {"@type": "WebSite", "datePublished": "2001-01-01"},
                    {"@type": "WebPage", "datePublished": "2024-03-18"},
                ]
            }
        ),
        "",
        "2024-03-18",
    ),
    "a film about another day": (
        linked(
            [
                {"@type": "VideoObject", "uploadDate": "2024-01-02"},
                {"@type": "NewsArticle", "datePublished": "2024-03-18"},
            ]
        ),
        "",
        "2024-03-18",
    ),
    "a number": (meta("publish_date", "1710756300"), "", "2024-03-18T10:05+00:00"),
    "a number of thousandths": (meta("publish_date", "1710756300000"), "", "2024-03-18T10:05+00:00"),
    "digits run together": (meta("pubdate", "20240318100500"), "", "2024-03-18T10:05"),
}


@pytest.mark.parametrize("case", MACHINE)
def test_what_is_meant_for_programs_is_told_by_the_day_of_the_outlet(tmp_path, case):
    head, inside, wanted = MACHINE[case]
    assert str(read(tmp_path, page(inside=HEAD + inside, head=head)).published) == wanted


AMBIGUOUS = meta("date", "07/12/2022")


@pytest.mark.parametrize(
    ("lang", "head", "published", "readings"),
    [
        ("en-GB", AMBIGUOUS, "2022-12-07", []),
        ("en-US", AMBIGUOUS, "2022-07-12", []),
        ("en", AMBIGUOUS, None, ["2022-12-07", "2022-07-12"]),
        ("", AMBIGUOUS, None, ["2022-12-07", "2022-07-12"]),
        ("en", AMBIGUOUS + meta("og:locale", "en_GB", "property"), "2022-12-07", []),
        ("en", AMBIGUOUS + '<link rel="canonical" href="https://www.daily.co.uk/x">', "2022-12-07", []),
        (
            "en-US",
            AMBIGUOUS + '<link rel="canonical" href="https://www.daily.co.uk/x">',
            None,
            ["2022-12-07", "2022-07-12"],
        ),
        ("en", AMBIGUOUS + '<link rel="canonical" href="https://a.example/2022/07/12/x">', "2022-07-12", []),
        ("en", AMBIGUOUS + meta("dc.date", "2022-07-12"), "2022-07-12", []),
        ("fr", AMBIGUOUS, "2022-12-07", []),
    ],
)
def test_figures_go_by_language_and_country(tmp_path, lang, head, published, readings):
    document = read(tmp_path, page(inside=HEAD, head=head, lang=lang))
    assert (str(document.published) if document.published else None) == published
    assert [str(moment) for moment in document.readings] == readings
