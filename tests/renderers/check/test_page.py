"""The page of a check: every mark leads to its passage and back, and no word of others is more than a word."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from summarizer import render_check
from summarizer.renderers.sanitize import sanitize
from tests.check_builder import CHECK, check_with
from tests.renderers.hostile_text import HOSTILE
from tests.renderers.html.page_tree import elements, ids_of, passage_of, read_page, shape_of, words_of
from tests.renderers.html.test_page import ACTIVE, by_id, links
from tests.renderers.strategies import any_text
from tools.regenerate import PROJECT

PAGE = render_check(CHECK, "html")
TREE = read_page(PAGE)
TEMPLATES = PROJECT / "summarizer/renderers/html/templates"


def classed(tree, name):
    return [one for one in tree.iter() if name in one.attrib.get("class", "").split()]


def test_every_sentence_stands_there_and_leads_to_the_passages_that_say_it():
    for number, sentence in enumerate(CHECK.sentences, start=1):
        item = by_id(TREE, f"p{number}")
        assert words_of(next(iter(elements(item, "q")))) == sanitize(sentence.text)
        holder = classed(item, "cites")
        cites = [link.attrib["href"][1:] for link in classed(holder[0], "cite")] if holder else []
        assert [passage_of(TREE, name) for name in cites] == [sanitize(one.quote) for one in sentence.citations]
        first = classed(item, "to")
        assert not sentence.citations or first[0].attrib["href"] in {*map("#{}".format, cites)} or sentence.findings


def test_a_finding_leads_to_the_words_that_stand_against_it():
    item = by_id(TREE, "p3")
    (found,) = elements(classed(item, "findings")[0], "li")
    assert (
        words_of(found)
        == "contradiction Five two reports give another number [1] The Quay Gazette: Three people were hurt."
    )
    (link,) = classed(found, "cite")
    assert passage_of(TREE, link.attrib["href"][1:]) == "Three"
    assert [one.attrib["href"] for one in classed(item, "hit")] == [link.attrib["href"]]
    assert "citation [2] no passage of [2] was found" in words_of(by_id(TREE, "p8"))
    assert {one.attrib["href"] for span in classed(TREE, "backs") for one in span} >= {"#p2", "#p3", "#p4", "#p6"}


def test_passages_are_marked_by_what_they_do():
    marks = {}
    for mark in elements(TREE, "mark"):
        if "data-c" in mark.attrib:
            marks.setdefault(mark.attrib.get("class", "whole"), set()).add(passage_of(TREE, mark.attrib["data-c"]))
    assert marks["against"] >= {"Three people were hurt.", "Three", "passed", "lm"}
    assert marks["part"] >= {"Crossings will not resume before Thursday."}
    assert "All 212 passengers were taken off by two lifeboats." in marks["whole"]
    legend = [(words_of(one), one.attrib.get("class")) for one in elements(classed(TREE, "legend")[0], "mark")]
    assert legend == [
        ("says all of a sentence", None),
        ("says a part of one", "part"),
        ("speaks against one", "against"),
    ]


def test_the_letters_that_differ_are_marked_on_both_sides():
    (found,) = elements(classed(by_id(TREE, "p6"), "findings")[0], "li")
    assert [(words_of(one), one.attrib["class"]) for one in classed(found, "letters")] == [
        ("re", "letters altered"),
        ("lm", "letters original"),
    ]


def test_the_reports_are_there_whole():
    for number, (_, text) in enumerate(CHECK.texts, start=1):
        body = classed(by_id(TREE, f"r{number}"), "text")[0]
        letters = "".join("".join(body.itertext()).split())
        for span in classed(body, "backs"):
            letters = letters.replace("".join("".join(span.itertext()).split()), "", 1)
        assert letters == "".join(text.split())


def test_all_sentences_can_be_seen_at_a_glance():
    (strip,) = classed(TREE, "strip")
    shown = [(link.attrib["href"], link.attrib["class"]) for link in elements(strip, "a")]
    assert shown[:4] == [("#p1", "g-none"), ("#p2", "g-good"), ("#p3", "g-bad"), ("#p4", "g-good")]
    listed = [words_of(one) for one in classed(TREE, "listed")]
    assert listed[0] == "3 Five people were hurt." and len(listed) == 5


def test_a_page_without_anything_to_look_at_offers_no_choice_of_it():
    page = render_check(replace(CHECK, sentences=CHECK.sentences[3:4]), "html")
    assert 'id="only"' in PAGE and 'id="only"' not in page


@pytest.mark.parametrize(
    "check",
    [CHECK, check_with("x"), replace(CHECK, sentences=(), sources=(), origins=(), texts=(), notes=())],
    ids=["a", "b", "c"],
)
def test_every_link_has_its_end_and_every_id_is_given_once(check):
    tree = read_page(render_check(check, "html"))
    ids = ids_of(tree)
    assert len(set(ids)) == len(ids)
    assert {link[1:] for link in links(tree) if link.startswith("#")} <= set(ids)


def test_the_policy_is_that_of_a_briefing_and_nothing_is_fetched():
    policy = next(meta.attrib["content"] for meta in elements(TREE, "meta") if "http-equiv" in meta.attrib)
    assert policy.startswith("default-src 'none'; style-src 'sha256-") and "unsafe" not in policy
    assert not elements(TREE, "link") and not elements(TREE, "img")
    style = (TEMPLATES / "check.css").read_text("utf-8")
    assert "@import" not in style and "url(" not in style and "http" not in style


def test_every_class_is_one_that_the_style_knows():
    style = "".join((TEMPLATES / name).read_text("utf-8") for name in ("page.css", "check.css"))
    known = set(re.findall(r"\.([a-z][\w-]*)", style)) | {"headline", "points", "reason", "g-none", "cites"}
    tree = read_page(render_check(check_with("x"), "html"))
    for one in (*TREE.iter(), *tree.iter()):
        assert set(one.attrib.get("class", "").split()) <= known


def test_the_script_takes_no_class_of_ours_for_one_of_its_own():
    """It takes "now" off everything when another passage is shown."""
    assert not classed(TREE, "now")


@pytest.mark.parametrize("text", [*HOSTILE, *ACTIVE])
def test_words_of_others_change_nothing_but_words(text):
    tree = read_page(render_check(check_with(text), "html"))
    assert len(elements(tree, "script")) == 1 and len(elements(tree, "style")) == 1
    assert not {one.tag for one in tree.iter() if str(one.tag).endswith(("}img", "}iframe", "}object"))}
    assert not [name for one in tree.iter() for name in one.attrib if name.startswith("on") or name == "style"]
    assert all(link.startswith(("#", "http://", "https://")) for link in links(tree))


@pytest.mark.parametrize("text", [text for text in (*HOSTILE, *ACTIVE) if "\n" not in text and "http" not in text])
def test_words_of_others_leave_the_shape_of_the_page(text):
    if sanitize(text):
        plain = read_page(render_check(check_with("plain"), "html"))
        assert shape_of(read_page(render_check(check_with(text), "html"))) == shape_of(plain)


@settings(max_examples=30, deadline=None)
@given(any_text)
def test_any_text_gives_a_sound_page(text):
    tree = read_page(render_check(check_with(text), "html"))
    assert {link[1:] for link in links(tree) if link.startswith("#")} <= set(ids_of(tree))


def test_the_page_is_in_the_language_of_the_draft():
    assert '<html lang="en" dir="ltr">' in PAGE
    german = render_check(replace(CHECK, language="de"), "html")
    assert '<html lang="de" dir="ltr">' in german and '<p class="verdict" lang="en" dir="ltr">' in german


def test_a_long_report_is_cut_around_what_is_quoted():
    long = "A long story. " * 20_000
    texts = tuple((name, text + (long if name == "gazette" else "")) for name, text in CHECK.texts)
    page = render_check(replace(CHECK, texts=texts), "html")
    assert "too many for this page" in page and len(page) < 200_000


def test_same_bytes_each_time():
    assert render_check(CHECK, "html") == PAGE
