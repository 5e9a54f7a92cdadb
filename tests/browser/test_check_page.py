"""The page of a check in a browser: marks lead to passages, and what needs no look can be hidden."""

import pytest
from selenium.webdriver.common.keys import Keys

from summarizer.renderers.sanitize import sanitize
from tests.browser.window import NARROW, WIDE
from tests.check_builder import CHECK


def cited():
    return [citation for sentence in CHECK.sentences for citation in sentence.citations]


@pytest.mark.parametrize("size", [WIDE, (900, 900), NARROW], ids=str)
def test_a_click_on_a_number_shows_the_passage(window, size):
    window.open("check", size)
    links = window.all(".cites .cite")
    for link, citation in zip(links, cited(), strict=True):
        window.click(link)
        assert window.highlighted() == sanitize(citation.quote)
        assert window.in_view(window.one("mark.now"))
        shown = [one.get_attribute("id") for one in window.all("article:not([hidden])")]
        assert shown == [f"r{citation.source}"]
        if size == NARROW:
            window.one(".close").click()


def test_a_click_on_a_sentence_shows_what_says_it_and_on_a_mark_what_says_otherwise(window):
    window.open("check")
    window.click(window.one("#p4 .to"))
    assert window.highlighted() == sanitize(CHECK.sentences[3].citations[0].quote)
    window.click(window.one("#p3 .hit"))
    assert window.highlighted() == "Three"
    window.click(window.one("#p5 .findings .cite"))
    assert window.highlighted() == "passed"
    # The letters that differ stay marked when something else is shown.
    window.click(window.one("#p6 .findings .cite"))
    assert [window.words(one) for one in window.all("#p6 .letters.altered")] == ["re"]
    assert window.highlighted() == sanitize(CHECK.sentences[5].findings[0].passage.quote)


def test_a_passage_leads_back_to_its_sentence(window):
    window.open("check")
    window.click(window.one("#p3 .findings .cite"))
    window.click(window.one("mark.now ~ .backs a, .backs a[href='#p3']"))
    assert window.ask("location.hash") == "#p3" and window.in_view(window.one("#p3"))


def test_the_strip_leads_to_the_sentences(window):
    window.open("check", NARROW)
    window.click(window.one(".strip a[href='#p7']"))
    assert window.in_view(window.one("#p7"))


@pytest.mark.parametrize("with_script", [True, False])
def test_what_needs_no_look_can_be_hidden(window, with_script):
    window.open("check", with_script=with_script)
    box = window.one("#only")
    box.click()
    assert [one.get_attribute("id") for one in window.all(".point") if one.is_displayed()] == [
        "p3",
        "p5",
        "p6",
        "p7",
        "p8",
    ]
    box.click()
    assert all(one.is_displayed() for one in window.all(".point"))


def test_the_keyboard_reaches_every_passage_and_comes_back(window):
    window.open("check", NARROW)
    link = window.one("#p3 .findings .cite")
    window.browser.execute_script("arguments[0].focus()", link)
    window.press(Keys.ENTER)
    assert window.highlighted() == "Three"
    window.press(Keys.ESCAPE)
    assert window.active == link
    for mark in window.all(".draft .to"):
        assert mark.get_attribute("tabindex") == "-1"  # the numbers behind a sentence are its stops


def test_without_script_the_marks_lead_to_the_reports_in_the_page(window):
    window.open("check", (900, 900), with_script=False)
    target = window.one("#p3 .hit").get_attribute("href").partition("#")[2]
    window.one("#p3 .hit").click()
    assert window.in_view(window.one(f"#{target}"))
    assert all(one.is_displayed() for one in window.all("article"))


def test_it_prints_the_text_with_what_was_found(window):
    window.open("check")
    words = "".join(page.extract_text() for page in window.print_pdf(8.27, 11.69).pages)
    words = " ".join(words.split())
    assert "Five people were hurt." in words and "two reports give another number" in words
    window.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    lines = "getComputedStyle(document.querySelector('%s')).textDecorationLine"
    assert window.ask(lines % "#p4 .to") == "none" and window.ask(lines % "#p3 .hit") == "underline"
    assert "The reports" not in words and "Only the sentences" not in words


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_of_others_do_nothing(window, scheme):
    window.open("hostile check", scheme=scheme)
    assert "owned" not in window.ask("document.title.slice(0, 5)")
    assert window.ask("document.querySelectorAll('img').length") == 0


@pytest.mark.parametrize("name", ["check", "arabic check"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=str)
def test_a_number_stands_beside_its_sentence_not_on_it(window, name, size):
    window.open(name, size)
    apart = """[...document.querySelectorAll('.point')].every((one) => {
      const number = one.querySelector('.number').getBoundingClientRect();
      return [...one.querySelector('q').getClientRects()].every(
        (box) => number.right <= box.left + 1 || box.right <= number.left + 1);
    })"""
    assert window.ask(apart)


@pytest.mark.parametrize("size", [WIDE, (1200, 800), (900, 900), NARROW, (320, 600)], ids=str)
def test_nothing_runs_out_of_the_window(window, size):
    window.open("check", size)
    assert window.ask("document.documentElement.scrollWidth <= innerWidth")
