"""The parts of reading a page: its blocks, the steps from trafilatura's choice to ours, what it says about itself."""

import pytest

from benchmarks.pages import compare, score
from summarizer.readers.html.article import STEPS, Page, all_prose, as_words, match_blocks
from summarizer.readers.html.blocks import find_blocks
from summarizer.readers.html.metadata import find_metadata, find_titles
from summarizer.readers.html.page import flatten, parse_page, read_markup
from summarizer.readers.html.reader import render_blocks
from summarizer.readers.timestamps import parse_timestamp

LONG = "The prime minister said on Tuesday that the talks in Geneva were over"
COOKIES = "If you disable this cookie, we will not be able to save your preferences."
OTHER = "Engineers replaced the whole of the eastern pier in eleven months of work"


def blocks_of(source):
    return find_blocks(parse_page(source))


TEXTS = {
    "inline elements run on": ("<p>One <b>two</b> <a>three</a>, four</p>", ["One two three, four"]),
    "so do elements that only one site knows": (
        "<p>under control (<x-source>14</x-source>).</p>",
        ["under control (14)."],
    ),
    "line breaks part": ("<div>One<br>two<br><br>three</div>", ["One", "two", "three"]),
    "text beside blocks": ("<div>One<p>two</p>three</div>", ["One", "two", "three"]),
    "a row is one line": (
        "<table><tr><th>Pos.</th><td>Driver</td></tr><tr><td>1</td></tr></table>",
        ["Pos. Driver", "1"],
    ),
    "a cell that lays out a page is none": (
        "<table><tr><td>Menu</td><td><p>One</p><p>two</p></td></tr></table>",
        ["Menu", "One", "two"],
    ),
    "a row within a cell": (
        "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td></tr></table>",
        ["a", "b c"],
    ),
    "scripts and choices are not read": ("<p>One</p><script>two</script><select><option>three</select>", ["One"]),
    "though they part words": ("<p>One<script>x</script>two</p>", ["One two"]),
    "nor what is hidden by style": (
        '<p>One <span style="color:red; display: none">two</span> three</p>',
        ["One three"],
    ),
    "nor what is hidden by class": (
        '<p>One</p><div class="x print-header">two</div><p class="hide">three</p>',
        ["One"],
    ),
    "nor what is hidden by attribute": ('<p hidden>one</p><p aria-hidden="true">two</p><p>three</p>', ["three"]),
    "a class that only looks so is read": ('<p class="hidden-gems">One</p>', ["One"]),
    "invisible letters": ("<p>O\u00adne\u200b two&nbsp;three\ufeff</p>", ["One two three"]),
    "nothing to say": ("<p>***</p><p> </p><p>—</p>", []),
    "a head that nobody closed": ("<script>x</script><article><p>One</p></article>", ["One"]),
}


@pytest.mark.parametrize("case", TEXTS)
def test_a_page_is_cut_into_what_stands_on_its_own(case):
    source, texts = TEXTS[case]
    assert [block.text for block in blocks_of(source)] == texts


def test_a_block_knows_its_place():
    first, second, third, quoted, item, inner = blocks_of(
        '<article><div class="a"><p>1 <a href="x">go</a></p></div><div class="a"><p>2</p></div><div class="b"><p>3'
        "</p></div><h1></h1></article><blockquote><p>4</p></blockquote><ul><li>5<ol><li>6</ol></ul>"
    )
    assert first.place == second.place != third.place
    assert first.article == third.article != quoted.article == 0
    assert (first.linked, second.linked) == (0.5, 0.0)
    assert quoted.quoted and not third.quoted
    assert item.listing == inner.listing != 0 == quoted.listing
    assert (third.chapter, quoted.chapter) == (0, 1)


def test_items_stand_under_one_another_and_all_else_apart():
    blocks = blocks_of("<p>One</p><ul><li>two</li><li>three</li></ul><ul><li>four</li></ul><p>five</p>")
    assert render_blocks(blocks) == "One\n\n- two\n- three\n\n- four\n\nfive"
    assert render_blocks([]) == ""


def test_what_lies_too_deep_is_flattened_and_its_text_kept():
    depth = 500
    assert flatten("</p>" * depth + "<div>" * depth).count("<div>") == 200
    flat = flatten("<div>" * depth + "a &amp; b<br>&#38;<img src=x/>" + "</div>" * depth + "<p>c</p>")
    assert flat.count("<div>") == 200 and "a &amp; b<br>&#38;<img src=x/>" in flat and flat.endswith("<p>c</p>")


MATCHES = {
    "by its words": (f"<p>{LONG}</p><p>{OTHER}</p>", [LONG], {0}),
    "though a link was lost": (f"<p>{LONG} and that nobody knew</p>", [LONG.replace("Geneva", "")], {0}),
    "short ones in reach of long ones": (
        f"<p>Home</p><p>Why</p><p>{LONG}</p><p>Home</p>",
        ["Why", LONG, "Home"],
        {0, 1, 2, 3},
    ),
    "short ones elsewhere are another's": (f"<p>Home</p><p>x</p><p>{LONG}</p>", ["Home", LONG], {2}),
    "short ones beyond what was not taken": (f"<p>{LONG}</p><p>x</p><p>Home</p>", [LONG, "Home"], {0}),
    "nothing": (f"<p>{LONG}</p>", [""], set()),
    "long writing without spaces tells the reach": (
        f"<p>Home</p><p>x</p><p>{'協議' * 40}</p>",
        ["Home", "協議" * 40],
        {2},
    ),
    "writing without spaces": ("<p>大統領は火曜日、</p><p>協議は</p>", ["大統領は火曜日、"], {0}),
}


@pytest.mark.parametrize("case", MATCHES)
def test_an_extraction_is_found_again_in_the_page(case):
    source, lines, expected = MATCHES[case]
    assert match_blocks(blocks_of(source), lines) == expected


def test_where_nothing_was_extracted_all_prose_is_taken():
    assert all_prose(blocks_of(f"<p>Short</p><p>{LONG}</p><p><a>{OTHER}</a></p>")) == {1}
    assert all_prose(blocks_of("<p>Short</p><p><a>Link</a></p>")) == {0}


CASES = {
    "the title, said again": ("titles", f"<h2>What happened, then?</h2><p>{LONG}</p>", {0, 1}, {1}),
    "a line that is all link": ("links", f"<p><a>{LONG}</a></p><p>{LONG} <a>here</a></p>", {0, 1}, {1}),
    "a chunk set in the same place": (
        "template",
        f"<div class=c><p>{LONG}</p></div><div class=ad><p>{OTHER}</p></div><div class=c><p>And so on.</p></div>",
        {0},
        {0, 2},
    ),
    "not beyond another title": ("template", f"<p>{LONG}</p><h1>Next</h1><p>{OTHER}</p>", {0}, {0}),
    "not in another article": (
        "template",
        f"<article><p>{LONG}</p></article><article><p>{OTHER}</p></article>",
        {0},
        {0},
    ),
    "not what is link for the most part": ("template", f"<p>{LONG}</p><p>See <a>{OTHER}</a></p>", {0}, {0}),
    "not in a place that holds little of it": (
        "template",
        f"<p>{LONG}</p>" * 5 + f"<div>{OTHER}</div><div>And so on.</div>",
        {0, 1, 2, 3, 4, 5},
        {0, 1, 2, 3, 4, 5},
    ),
    "an embedded post amid the story": (
        "quotations",
        f"<p>{LONG}</p><blockquote><p>So it is.</p>— Ines</blockquote><p>{OTHER}</p><blockquote>Out.</blockquote>",
        {0, 3},
        {0, 1, 2, 3},
    ),
    "a notice instead of the story": (
        "headline",
        f"<h1>What happened then</h1><aside><p>{LONG}</p><p>{OTHER}</p><p>{LONG}</p></aside><p><b>{OTHER}</b></p>",
        {4},
        {1, 2, 3},
    ),
    "notices instead of the story": (
        "notices",
        f"<section><p>{COOKIES}</p></section><div><div>{LONG}</div><div>{OTHER}</div><div>{LONG}</div></div>",
        {0},
        {1, 2, 3},
    ),
    "a story that is short": ("notices", f"<p>{LONG}</p>" + f"<div>{OTHER}</div>" * 4, {0}, {0}),
    "a copy in another place": ("copies", f"<p>{LONG}</p><div><p>{LONG}</p></div><p>{LONG}</p>", {0, 1, 2}, {0, 2}),
    "a heading of what was dropped": (
        "bare headings",
        f"<h3>Why</h3><p>{LONG}</p><h3>Related</h3><h4>More</h4><p>{OTHER}</p>",
        {0, 1, 2, 3},
        {0, 1},
    ),
    "a label before links": ("bare headings", f"<p>{LONG}</p><p>Leggi anche</p><p><a>{OTHER}</a></p>", {0, 1}, {0}),
    "a label at the end": ("bare headings", f"<p>{LONG}</p><p>comments</p>", {0, 1}, {0}),
    "a long line is no label": ("bare headings", f"<p>{LONG}</p><p>{'協議' * 20}</p>", {0, 1}, {0, 1}),
    "a short sentence is no label": ("bare headings", f"<p>{LONG}</p><p>He left.</p>", {0, 1}, {0, 1}),
    "a short line before more of the story": ("bare headings", f"<p>Paris</p><p>{LONG}</p>", {0, 1}, {0, 1}),
    "what a picture shows": (
        "captions",
        f"<p>{LONG}</p><figure><figcaption>{OTHER}</figcaption></figure>",
        {0, 1},
        {0},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_step_does_what_it_is_named_for(case):
    step, source, chosen, expected = CASES[case]
    page = Page(blocks=blocks_of(source), titles=frozenset({"what happened then"}))
    assert STEPS[step](page, chosen) == expected
    assert step == "headline" or STEPS[step](page, set()) == set()


def test_every_step_has_a_case():
    assert {step for step, *_ in CASES.values()} == set(STEPS)


MOMENTS = {
    "2019-11-19T04:50:22+00:00": "2019-11-19T04:50+00:00",
    "2019-11-19T04:50:22.123Z": "2019-11-19T04:50+00:00",
    "2019-11-19T06:12:00-0500": "2019-11-19T06:12-05:00",
    "2019-11-19 21:57:00 -0800": "2019-11-19T21:57-08:00",
    "2019-11-19 02:24:00 UTC": "2019-11-19T02:24+00:00",
    "2019-11-19 13:16": "2019-11-19T13:16",
    "2019/11/19": "2019-11-19",
    "20191119": "2019-11-19",
    "2019-11-19T99:99": "2019-11-19",
    "Mon, 18 Nov 2019 16:07:38 -0600": "2019-11-18T16:07-06:00",
    "19 Nov 2019 07:09 GMT": "2019-11-19T07:09+00:00",
    "Tue Nov 19 2019 05:44:06 GMT+0000 (UTC)": "2019-11-19T05:44+00:00",
    "November 19, 2019, 07:47 PM EST": "2019-11-19T19:47-05:00",
    "Nov. 18, 2019": "2019-11-18",
    "0001-01-01T00:00:00Z": None,
    "2019-13-45": None,
    "2019": None,
    "November 2019": None,
    "5DDEF213DFF61D72": None,
    "yesterday": None,
    "": None,
}


@pytest.mark.parametrize("text", MOMENTS)
def test_times_are_read_as_pages_write_them(text):
    moment = parse_timestamp(text)
    assert (str(moment) if moment else None) == MOMENTS[text]


def metadata_of(source, seen=()):
    return find_metadata(read_markup(parse_page(source), source, seen))


def linked(text):
    return f'<script type="application/ld+json">{text}</script><p>x</p>'


PUBLISHED = '<meta property="article:published_time" content="2024-03-06T01:40:00Z">'
STATED = {
    "an article's JSON-LD before a site's": (
        "published",
        linked(
            '[{"@type":"WebPage","datePublished":"2020-01-01"},{"@type":"NewsArticle","datePublished":"2024-03-05"}]'
        ),
        "2024-03-05",
    ),
    "JSON-LD before meta": ("published", PUBLISHED + linked('{"datePublished":"2024-03-05"}'), "2024-03-05"),
    "JSON-LD wrapped as of old": (
        "published",
        linked('//<![CDATA[\n{"datePublished":"2024-03-05",\n"name":"a\tb"};\n//]]>'),
        "2024-03-05",
    ),
    "a date that is none": (
        "published",
        PUBLISHED + linked('{"datePublished":"0001-01-01T00:00:00Z"}'),
        "2024-03-06T01:40+00:00",
    ),
    "microdata": ("published", '<span itemprop="datePublished">5 March 2024</span>', "2024-03-05"),
    "the same instant by the outlet's clock": (
        "published",
        f'{PUBLISHED}<time datetime="2024-03-05T20:41:00-05:00">x</time>',
        "2024-03-05T20:41-05:00",
    ),
    "another instant": (
        "published",
        f'{PUBLISHED}<time datetime="2024-03-05T19:00:00-05:00">x</time>',
        "2024-03-06T01:40+00:00",
    ),
    "change only after all else": (
        "published",
        '<meta property="article:modified_time" content="2024-03-07"><time class="updated" datetime="2024-03-07">'
        '</time><time datetime="2024-03-05">',
        "2024-03-05",
    ),
    "change where there is nothing else": ("published", linked('{"dateModified":"2024-03-07"}'), "2024-03-07"),
    "the address": ("published", '<link rel="canonical" href="https://a.example/2024/mar/05/x"><p>x</p>', "2024-03-05"),
    "the address against a time elsewhere": (
        "published",
        '<link rel="canonical" href="https://a.example/2024/03/05/x"><time datetime="2024-02-01">x</time>',
        "2024-03-05",
    ),
    "a date for readers, in another language": (
        "published",
        '<p class="date">Dienstag, 5. März 2024</p>',
        "2024-03-05",
    ),
    "no date": ("published", "<p>Nothing to see here.</p>", None),
    "a title without its site": (
        "title",
        "<title>It happened - again | The Post</title><h1>It happened - again</h1>",
        "It happened - again",
    ),
    "a title with a dash of its own": ("title", "<title>It happened - again</title>", "It happened - again"),
    "a title without the name of its host": (
        "title",
        '<title>It happened – The Post</title><link rel="canonical" href="https://www.thepost.example/x">',
        "It happened",
    ),
    "a headline escaped twice": (
        "title",
        linked('{"@type":"NewsArticle","headline":"Mayor&#8217;s  day"}'),
        "Mayor’s day",
    ),
    "an outlet": (
        "outlet",
        linked('{"@type":"NewsArticle","publisher":{"name":"The Post | News, Sport"}}'),
        "The Post",
    ),
    "an outlet by Open Graph": ("outlet", '<meta property="og:site_name" content="@thepost"><p>x</p>', "thepost"),
    "authors": (
        "author",
        linked('{"@type":"Report","author":[{"name":["Ada Lind"]},"By Tom Rey","admin"]}'),
        "Ada Lind, Tom Rey",
    ),
    "an author that is an address": ("author", '<meta name="author" content="https://x.example/ada"><p>x</p>', None),
    "an author by link": ("author", '<a rel="author" href="x">Ada Lind</a>', "Ada Lind"),
    "an address that is not whole": (
        "url",
        '<link rel="canonical" href="/x"><meta property="og:url" content="https://a.b/x">',
        "https://a.b/x",
    ),
    "an address that the saver noted": (
        "url",
        "<!-- saved from url=(0019)https://a.example/x --><p>x</p>",
        "https://a.example/x",
    ),
    "an address that SingleFile noted": (
        "url",
        "<!--\n Page saved with SingleFile \n url: https://a.example/x \n saved date: Tue -->\n<p>x</p>",
        "https://a.example/x",
    ),
    "a language": ("language", '<html lang="pt-BR"><p>x</p>', "pt"),
    "a language by locale": ("language", '<html lang=""><meta property="og:locale" content="de_AT"><p>x</p>', "de"),
    "no language": ("language", '<html lang="english"><p>x</p>', None),
}


@pytest.mark.parametrize("case", STATED)
def test_a_page_is_taken_at_its_word(case):
    field, source, expected = STATED[case]
    value = metadata_of(source)[field]
    assert (str(value) if value is not None else None) == expected


def test_a_clock_for_readers_tells_the_zone_of_a_stamp():
    assert str(metadata_of(PUBLISHED, ("March 5, 2024 8:40 PM",))["published"]) == "2024-03-05T20:40-05:00"
    assert str(metadata_of(PUBLISHED, ("March 5, 2024 8:47 PM",))["published"]) == "2024-03-06T01:40+00:00"
    assert str(metadata_of(PUBLISHED, ("March 1, 2024 8:40 PM",))["published"]) == "2024-03-06T01:40+00:00"


def test_titles_are_known_with_their_site_and_without():
    head = '<title>It happened | The Post</title><meta property="og:title" content="It did happen">'
    source = f"{head}<h1>So <i>it</i> was</h1>"
    titles = find_titles(read_markup(parse_page(source), source))
    assert {as_words(title) for title in titles} == {
        "it happened",
        "it happened the post",
        "it did happen",
        "so it was",
    }


def test_the_benchmark_counts_runs_of_four_words_and_pages_alike():
    assert compare("a b c d e", "a b c d x y") == (1 / 4, 2 / 4, 1 / 4)
    assert compare("a b", "a, b!") == (1.0, 0.0, 0.0)
    assert compare("a b c d e", "") == (0.0, 0.0, 1.0)
    both = score([(1 / 4, 2 / 4, 1 / 4), (0.0, 0.0, 1.0)])
    assert (both.precision, both.recall) == (1 / 3, 1 / 4) and both.f1 == pytest.approx(2 / 7)
