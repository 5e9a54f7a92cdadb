"""Whole pages: what comes out of them, whatever they were saved as and whatever happened to their bytes.

The pages of `cases/pages` are ours, about a bridge that is not. `harbour.mhtml` was saved by Chromium.
"""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import read_documents
from summarizer.errors import ReadError
from summarizer.readers.documents import prepare_document
from summarizer.readers.html.page import decode_page
from summarizer.readers.html.reader import read_html
from summarizer.readers.mhtml import read_mhtml
from summarizer.readers.source import SourceFile

PAGES = Path(__file__).parents[2] / "cases" / "pages"
STORY = (PAGES / "harbour.txt").read_text("utf-8").rstrip("\n")
STAMP = "March 5, 2024 8:40 PM"
PARAGRAPHS = STORY.split("\n\n")
TITLE = "Harbour bridge reopens after two years of repairs"
ADDRESS = "https://www.westmark-courier.example/news/2024/03/05/harbour-bridge-reopens"
SENTENCE = "The prime minister said on Tuesday that the talks in Geneva were over and that nobody knew why."
PARAGRAPH = f"<p>{SENTENCE}</p>"


def read(data, read_page=read_html):
    if isinstance(data, str):
        data = data.encode()
    documents = list(read_page(SourceFile(name="page.html", stem="page", data=data)))
    assert len(documents) == 1 and documents[0].id == "page" and documents[0].kept is None
    return documents[0]


def saved(name, read_page=read_html):
    return read((PAGES / name).read_bytes(), read_page)


def test_an_article_comes_out_of_its_page_to_the_letter():
    document = saved("harbour.html")
    assert document.text == f"{STAMP}\n\n{STORY}"
    assert (document.title, document.outlet, document.url) == (TITLE, "Westmark Courier", ADDRESS)
    assert (document.author, document.language) == ("Ada Lindqvist, Tomás Rey", "en")


def test_a_stamp_in_utc_is_told_by_the_clock_that_readers_see():
    assert str(saved("harbour.html").published) == "2024-03-05T20:40-05:00"


def test_the_cleaning_rules_go_over_a_page_as_over_any_text():
    document = prepare_document(saved("harbour.html"))
    kept = [span.of(document.text) for span in document.kept]
    assert STAMP not in kept and "What it cost" not in kept
    assert [paragraph for paragraph in PARAGRAPHS if paragraph.endswith(".") and paragraph not in kept] == [
        PARAGRAPHS[-2]  # the list is kept item by item
    ]
    assert "Cars and lorries up to 40 tonnes may use the bridge from today." in kept


def test_an_amp_page():
    document = saved("harbour.amp.html")
    assert document.text.split("\n\n") == [PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[4]]
    assert (document.title, document.url, str(document.published)) == (TITLE, ADDRESS, "2024-03-05T20:40-05:00")


def test_a_print_page_saved_by_a_browser_of_long_ago():
    document = saved("harbour.print.html")
    assert document.text.split("\n\n")[2:] == [PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[4]]
    assert document.url == "https://www.westmark-courier.example/print?id=4711"
    assert str(prepare_document(document).published) == "2024-03-05"


def test_a_page_that_chromium_saved_as_one_file():
    document = saved("harbour.mhtml", read_mhtml)
    assert document.text == f"{STAMP}\n\n{STORY}"
    assert (document.title, document.url) == (TITLE, "http://westmark-courier.example:8123/harbour.html")
    assert str(document.published) == "2024-03-05T20:40-05:00"


def mhtml(*parts, start=""):
    head = f'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"{start}\r\n\r\n'
    return head.encode() + b"".join(b"--b\r\n" + part + b"\r\n" for part in parts) + b"--b--\r\n"


def test_the_envelope_of_an_mhtml_file_tells_encoding_and_start():
    frame = b"Content-Type: text/html\r\nContent-ID: <frame>\r\n\r\n<p>An advertisement that nobody reads at all.</p>"
    page = (
        b"Content-Type: text/html; charset=koi8-r\r\nContent-ID: <page>\r\n\r\n"
        + '<meta charset="utf-8"><p>Министр сказал во вторник, что переговоры в Женеве окончены.</p>'.encode("koi8-r")
    )
    text = "Министр сказал во вторник, что переговоры в Женеве окончены."
    assert read(mhtml(frame, page, start='; start="<page>"'), read_mhtml).text == text
    assert read(mhtml(frame, page), read_mhtml).text.startswith("An advertisement")


def test_an_mhtml_file_without_a_page_is_an_error_that_says_what_is_in_it():
    with pytest.raises(ReadError, match=r"page\.html: found image/gif, wanted a saved page \(text/html\)"):
        read(mhtml(b"Content-Type: image/gif\r\n\r\nGIF89a"), read_mhtml)


FRENCH = "Le président a déclaré mardi à l’Élysée que les négociations étaient terminées."
RUSSIAN = "Министр сказал во вторник, что переговоры в Женеве окончены."
JAPANESE = "大統領は火曜日、ジュネーブでの協議は終了したと述べた。誰も再開の時期を知らない。"
ENCODINGS = {
    "utf-8": (FRENCH, '<meta charset="utf-8">', "utf-8"),
    "utf-8 with mark": (FRENCH, "", "utf-8-sig"),
    "utf-8 under a label that is wrong": (FRENCH, '<meta charset="iso-8859-1">', "utf-8"),
    "windows-1252 under the label of latin-1": (FRENCH, '<meta charset="iso-8859-1">', "cp1252"),
    "windows-1252 under the label of utf-8": (FRENCH, '<meta charset="utf-8">', "cp1252"),
    "a label that names nothing": (FRENCH, '<meta charset="utf-eight">', "cp1252"),
    "a label that is no encoding of the web": (FRENCH, '<meta charset="unicode_escape">', "cp1252"),
    "a label in the old form": (
        RUSSIAN,
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        "cp1251",
    ),
    "an XML declaration": (RUSSIAN, '<?xml version="1.0" encoding="koi8-r"?>', "koi8-r"),
    "shift_jis": (JAPANESE, "<meta charset=Shift_JIS>", "cp932"),
    "utf-16 with mark": (FRENCH, '<meta charset="utf-16">', "utf-16"),
    "utf-16 without mark": (FRENCH, '<meta charset="utf-16">', "utf-16-le"),
}


@pytest.mark.parametrize("case", ENCODINGS)
def test_the_encoding_is_found(case):
    text, label, encoding = ENCODINGS[case]
    assert read(f"{label}<html><body><p>{text}</p></body></html>".encode(encoding)).text == text


def test_a_page_whose_text_only_scripts_would_set_is_read_from_its_json_ld():
    body = f"{SENTENCE}\\n{SENTENCE.replace('Tuesday', 'Friday')}"
    linked = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'
    text = f"{SENTENCE}\n\n{SENTENCE.replace('Tuesday', 'Friday')}"
    assert read(f'{linked}<div id="app">Loading the page for you</div>').text == text
    longer = PARAGRAPH.replace("Tuesday", "Monday") * 3
    assert "Monday" in read(f"{linked}<article>{longer}</article>").text


NESTED = 10_000
ODD = {
    "nested": "<div>" * NESTED + PARAGRAPH + "</div>" * NESTED,
    "nested and never closed": "<b>" * NESTED + PARAGRAPH,
    "nested spans": "<p>" + "<span>" * NESTED + SENTENCE + "</span>" * NESTED,
    "after what is nested": "<div>" * NESTED + "</div>" * NESTED + PARAGRAPH,
    "nested tables": "<table><tr><td>" * 3000 + PARAGRAPH,
    "entities": '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    + PARAGRAPH,
    "references to no letter": f"<p>&#1114112; &#xD800; &#0;</p>{PARAGRAPH}",
    "controls": f"<p>&#1;&#x1F;&#0011;\x01&#xFFFE;&#65535;x</p>{PARAGRAPH}<article>\x02",
    "nothing closed": f"<html><body><p>{SENTENCE}<div><table><tr><td>",
    "nothing opened": f"</div></p></body>{PARAGRAPH}</html></td>",
    "JSON-LD too deep": f'<script type="application/ld+json">{"[" * 100_000}</script>{PARAGRAPH}',
    "JSON-LD of the wrong kind": '<script type="application/ld+json">{"@type": {"a": 1}, "author": [{"name": [1]}], '
    f'"publisher": 3, "headline": {{}}, "datePublished": ["x"], "url": 7}}</script>{PARAGRAPH}',
    "no markup": SENTENCE,
    "comments within comments": f"<!-- a <!-- b --> {PARAGRAPH} -->",
}


@pytest.mark.parametrize("case", ODD)
def test_odd_pages_give_their_text(case):
    text = read(ODD[case]).text
    assert text.count(SENTENCE) == 1 and "root:" not in text and "lol" not in text


def test_nuls_amid_a_page_are_left_out():
    assert read(PARAGRAPH.replace("talks", "ta\x00lks").replace("<p>", "<\x00p>\x00")).text == SENTENCE


@pytest.mark.parametrize("data", [b"", b"  \n", b"<!-- nothing -->", b"<html></html>", b"<script>var a = 1</script>"])
def test_a_page_without_text_is_an_empty_report(data):
    assert read(data).text == ""


def test_nothing_is_said_on_the_way():
    script = (
        "from summarizer.readers.html.reader import read_html; from summarizer.readers.source import SourceFile\n"
        "files = [SourceFile(name='a', stem='a', data=data) for data in (b'', b'<p>', b'<p>So be it.')]\n"
        "print([next(read_html(file)).text for file in files])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert (run.stdout.strip(), run.stderr) == ("['', '', 'So be it.']", "")


PICTURES = {
    "PNG": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "many NULs": b"GIF89a" + bytes((0, 255, 254, 1, 2, 3)) * 500,
    "the word charset in it": b"GIF89a charset=koi8-r " + bytes(range(1, 9)) * 50,
}


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_under_the_name_of_a_page_is_an_error(kind):
    with pytest.raises(ReadError, match=r"page\.html: found binary data"):
        read(PICTURES[kind])


TAGS = st.sampled_from(
    "p div span a b br li ul ol table tr td th h1 h2 blockquote article section figure figcaption script style title"
    " time nav meta noscript form x-card svg template html body head".split()
)
PIECES = st.one_of(
    TAGS.map(lambda tag: f"<{tag}>"),
    TAGS.map(lambda tag: f"</{tag}>"),
    TAGS.map(lambda tag: f'<{tag} class="hide" style="display:none" hidden datetime="2024-13-45T99:99" content="x">'),
    st.sampled_from(
        ["<", ">", "&", "&amp", "&#x0;", "<!--", "-->", "<![CDATA[", "]]>", "<?x", "\x00", "\ufeff", "\u200b"]
    ),
    st.text(max_size=20),
    st.just(SENTENCE),
)


@given(st.lists(PIECES, max_size=40))
@settings(max_examples=80, deadline=None)
def test_whatever_the_markup_text_comes_out_that_can_be_quoted(pieces):
    try:
        document = read("".join(pieces).encode("utf-8", "replace"))
    except ReadError as error:
        assert str(error).startswith("page.html: found binary data")
        return
    assert not re.search(r"[\x00-\x08\x0b-\x1f\ufeff]", document.text)
    assert prepare_document(document).text == document.text
    assert document == read("".join(pieces).encode("utf-8", "replace"))


WHOLE = (PAGES / "harbour.html").read_bytes()


@given(st.lists(st.tuples(st.integers(0, len(WHOLE)), st.binary(max_size=30), st.integers(0, 400)), max_size=8))
@settings(max_examples=60, deadline=None)
def test_a_damaged_page_gives_text_or_one_clear_error(damages):
    data = WHOLE
    for at, new, lost in damages:
        data = data[:at] + new + data[at + lost :]
    try:
        document = read(data)
    except ReadError as error:
        assert str(error).startswith("page.html: found")
    else:
        assert isinstance(document.text, str) and replace(document) == document


def test_a_bad_byte_in_utf_8_costs_itself_below_another_declaration_too():
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>“Où est l’été?” – “Là.” Bientôt…</p></body></html>'
    torn = page.encode().replace(b"est", b"e\xffst")
    assert decode_page(torn, "a") == page.replace("est", "e\N{REPLACEMENT CHARACTER}st")
    assert decode_page(page.encode("cp1252"), "a") == page


FERRY = (
    "The ferry Lady Anne ran aground off Cape Tolland on Monday morning with 84 passengers on board.",
    "Divers found a hole two metres long below the waterline, said the harbour master, Nina Quist.",
    "The ministry of transport has opened an inquiry into the accident, the third of its kind this year.",
)
FERRY_MARKUP = "".join(f"<p>{text}</p>" for text in FERRY)
FERRY_PAGE = "<html lang=en><head><title>Ferry aground</title></head><body>{}</body></html>"
UNSEEN = {
    "a menu": f"<nav><h1>Ferry aground</h1>{FERRY_MARKUP}</nav>",
    "a dialog": f"<dialog open><h1>Ferry aground</h1>{FERRY_MARKUP}</dialog>",
    "what shows without scripts": f"<div id=app>Loading</div><noscript>{FERRY_MARKUP}</noscript>",
    "a template": f"<p>We use cookies on this website.</p><template>{FERRY_MARKUP}</template>",
    "a hidden part": f"<div hidden>{FERRY_MARKUP}</div>",
    "a frame": f"<iframe srcdoc='{FERRY_MARKUP.replace('<', '&lt;')}'></iframe>",
}


@pytest.mark.parametrize("body", UNSEEN.values(), ids=UNSEEN)
def test_a_story_that_stands_nowhere_else_is_read(tmp_path, body):
    (tmp_path / "a.html").write_text(FERRY_PAGE.format(body))
    (report,) = read_documents(tmp_path / "a.html")
    assert report.text == "\n\n".join(FERRY)


def test_prose_in_a_menu_beside_a_story_is_named_and_a_notice_is_not(tmp_path):
    notice = "<noscript><p>Please enable JavaScript in your browser to see all of this page.</p></noscript>"
    body = f"<article>{FERRY_MARKUP}</article><nav><p>{FERRY[0].replace('Monday', 'Friday')}</p></nav>{notice}"
    (tmp_path / "a.html").write_text(FERRY_PAGE.format(body))
    (report,) = read_documents(tmp_path / "a.html")
    assert report.text == "\n\n".join(FERRY)
    assert [one.rule for one in report.omitted] == ["in <nav>, beside the story"]


def test_a_page_that_scripts_would_have_filled_holds_nothing(tmp_path):
    (tmp_path / "a.html").write_text("<body><div id=root></div><noscript>You need to enable JavaScript.</noscript>")
    assert read_documents(tmp_path / "a.html")[0].text == ""


def test_what_a_page_carries_as_data_and_does_not_show_is_named(tmp_path):
    body = " ".join(FERRY).replace("ferry", "<b>ferry</b>")
    data = json.dumps({"@type": "NewsArticle", "articleBody": body})
    page = FERRY_PAGE.format(
        f'<article><p>{FERRY[0]}</p><p>{FERRY[1]}</p></article><script type="application/ld+json">'
    )
    (tmp_path / "a.html").write_text(page.replace("</body>", f"{data}</script></body>"))
    (report,) = read_documents(tmp_path / "a.html")
    assert report.text == "\n\n".join(FERRY[:2])
    assert [one.text for one in report.omitted] == [FERRY[2]]


CAPTIONS = """<article><h1>The dam is closed</h1>
<figure><img src=a><figcaption>The dam near Jalko on Friday. <span>Photo: Ana Torres</span></figcaption></figure>
<p>The dam will be closed for a year, the minister told the council on Friday in the town of Jalko.</p>
<figure><img src=b><figcaption>Water runs over the wall.</figcaption></figure>
<p>It was built in 1950 by the town of Jalko and has leaked ever since, the council said in a report.</p></article>
<aside><h4>More</h4><p>Of cats.</p><p>Of dogs.</p>
<figure><img src=c><figcaption>Two cats.</figcaption></figure></aside>"""


def test_what_stands_below_the_pictures_of_a_story_is_named(tmp_path):
    (tmp_path / "a.html").write_text(f"<html lang=en><body>{CAPTIONS}</body></html>")
    (report,) = read_documents(tmp_path)
    assert [(one.rule, one.text) for one in report.omitted] == [
        ("caption", "The dam near Jalko on Friday. Photo: Ana Torres"),
        ("caption", "Water runs over the wall."),
    ]
    assert "Water" not in report.text


TOLD = "The {} of Jalko voted on Friday to close the old bridge for a whole year, its chairman said."
HIDDEN = {
    "by an attribute": ("<p hidden>{}</p>", "hidden on the page"),
    "by the style around it": ('<div style="display:none"><div><p>{}</p></div></div>', "hidden on the page"),
    "without a paragraph": ("<div hidden>{}</div>", "hidden on the page"),
    "in two lines": ("<div hidden><b>Note</b>: <div>{}<br></div><i>Menu</i></div>", "hidden on the page"),
    "in a menu without a paragraph": ("<nav><ul><li>News</li><li>{}</li></ul></nav>", "in <nav>, beside the story"),
    "in a frame": ("<iframe srcdoc='<p>{}</p>'></iframe>", "in <iframe>, beside the story"),
    "in place of a film": ("<video><p>{}</p></video>", "in <video>, beside the story"),
    "in a drawing": ("<svg><foreignObject><p>{}</p></foreignObject></svg>", "in <svg>, beside the story"),
}


@pytest.mark.parametrize(("part", "rule"), HIDDEN.values(), ids=HIDDEN)
def test_paragraphs_that_a_page_does_not_show_are_named(tmp_path, part, rule):
    story = "".join(f"<p>{TOLD.format(who)}</p>" for who in ("council", "mayor", "club"))
    (tmp_path / "a.html").write_text(
        f"<html lang=en><body><article>{story}{part.format(TOLD.format('court'))}</article>"
    )
    (report,) = read_documents(tmp_path)
    assert [(one.rule, one.text) for one in report.omitted] == [(rule, TOLD.format("court"))]
    assert "court" not in report.text


NO_PROSE = {
    "a script": "<div hidden><script>{}</script></div>",
    "a style": "<div hidden><style>{}</style></div>",
    "links": "<div hidden><a href=x>{}</a></div>",
    "a list of names": "<div hidden>" + "Jalko Oro Belwa " * 9 + "</div>",
    "the story again": "<div hidden>" + TOLD.format("mayor") + "</div>",
}


@pytest.mark.parametrize("part", NO_PROSE.values(), ids=NO_PROSE)
def test_what_a_page_hides_besides_prose_is_not_named(tmp_path, part):
    story = "".join(f"<p>{TOLD.format(who)}</p>" for who in ("council", "mayor", "club"))
    (tmp_path / "a.html").write_text(f"<body><article>{story}{part.format(TOLD.format('court'))}</article>")
    assert read_documents(tmp_path)[0].omitted == ()


XML_OF_AGENCIES = {
    "NITF": "<nitf><head><title>A bridge</title></head><body><body.content>{}</body.content></body></nitf>",
    "NewsML": '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet><inlineXML>'
    '<html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html></inlineXML></contentSet></newsItem>',
    "TEI": '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>',
}


@pytest.mark.parametrize("form", XML_OF_AGENCIES.values(), ids=XML_OF_AGENCIES)
def test_xml_with_paragraphs_is_read_as_a_page_is(tmp_path, form):
    told = [TOLD.format(who) for who in ("council", "mayor", "club")]
    (tmp_path / "a.xml").write_text(f'<?xml version="1.0"?>\n{form.format("".join(f"<p>{one}</p>" for one in told))}')
    (report,) = read_documents(tmp_path)
    assert report.text == "\n\n".join(told)


def test_xml_without_paragraphs_stays_text(tmp_path):
    (tmp_path / "a.xml").write_text('<?xml version="1.0"?><urlset><url><loc>https://a.example/</loc></url></urlset>')
    assert read_documents(tmp_path)[0].kind == "text"


BESIDE_STORY = {
    "a teaser": (f"<div class=card><h3><a href=x>More</a></h3><p>{TOLD.format('court')}</p></div>", ["court"]),
    "a footer": (f"<footer><p>{TOLD.format('court')}</p></footer>", ["court"]),
    "the story again": (f"<footer><p>{TOLD.format('mayor')}</p></footer>", []),
    "a notice": ("<footer><p>Copyright 2024 The Example Times of Jalko and Oro. All rights reserved.</p></footer>", []),
    "a link": (f"<footer><p><a href=x>{TOLD.format('court')}</a></p></footer>", []),
    "a label": ("<footer><p>Read more.</p></footer>", []),
}


@pytest.mark.parametrize(("part", "named"), BESIDE_STORY.values(), ids=BESIDE_STORY)
def test_sentences_beside_a_story_are_named(tmp_path, part, named):
    story = "".join(f"<p>{TOLD.format(who)}</p>" for who in ("council", "mayor", "club"))
    (tmp_path / "a.html").write_text(f"<body><main><article><h1>A</h1>{story}</article></main>{part}")
    (report,) = read_documents(tmp_path)
    told = [(TOLD.format(who), "beside the story") for who in named]
    assert [(one.text, one.rule) for one in report.omitted] == told or TOLD.format("court") in report.text
    assert all(one in report.text for one in map(TOLD.format, ("council", "mayor", "club")))


@pytest.mark.parametrize("form", ["<h2>{}</h2>", "<p><a href=x>{}</a></p>"])
def test_the_sentences_of_a_page_without_a_story_are_named(tmp_path, form):
    told = [TOLD.format(who) for who in ("council", "mayor", "club")]
    (tmp_path / "a.html").write_text(f"<body>{''.join(map(form.format, told))}")
    (report,) = read_documents(tmp_path)
    assert [one.text for one in report.omitted] == told and not report.text
