"""The page in a browser: citations, ways back, keys, search, copying, print, without script."""

import unicodedata

import pytest
from selenium.webdriver.common.keys import Keys

from summarizer.renderers.sanitize import sanitize
from tests.browser.window import NARROW, WIDE
from tests.renderers.part_citations import with_parts

A4, LETTER = (8.27, 11.69), (8.5, 11)


def folded(words):
    return " ".join(words.split())


def letters(words):
    """Words without white space: a passage may run over two paragraphs."""
    return "".join(words.split())


def first_paragraph(quote):
    """What is marked first of a passage, which may run over two paragraphs."""
    return sanitize(quote.split("\n")[0])


def cited(run):
    return [citation for point in run.briefing.points for citation in point.citations]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=str)
def test_a_click_on_what_changed_shows_the_passage_and_leads_back(window, size):
    window.open("since", size)
    then, now = window.all(".since .under .cite")
    for link, words in ((then, "spy balloon that flew over the United States"), (now, "spy balloon over China")):
        window.click(link)
        assert window.highlighted() == words
    assert window.all("mark.now + .backs a[href='#since']")


@pytest.mark.parametrize("size", [WIDE, (900, 900), NARROW], ids=str)
@pytest.mark.parametrize("name", ["seeds", "alone"])
def test_a_click_on_a_citation_shows_the_passage(window, run, name, size):
    window.open(name, size)
    for link, citation in zip(window.all(".point .cite"), cited(run), strict=True):
        window.click(link)
        assert letters(window.highlighted()) == letters(sanitize(citation.quote))
        mark = window.one("mark.now")
        assert window.in_view(mark) and window.active == mark
        shown = [one.get_attribute("id") for one in window.all("article:not([hidden])")]
        assert shown == [f"r{citation.source}"]
        if size == NARROW:
            window.one(".close").click()
            assert window.active == link and not window.in_view(mark)


LIT = """[...document.querySelectorAll('#p1 q span')].filter(
    (one) => getComputedStyle(one).textDecorationStyle === 'dashed'
      && getComputedStyle(one).backgroundColor !== 'rgba(0, 0, 0, 0)').map((one) => one.textContent).join('')"""


def backs_of(run):
    point = with_parts(run).briefing.points[0]
    return [citation.backed.of(point.text) for citation in point.citations[1:]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_part_of_a_point_lights_up_with_its_citation(window, run, scheme):
    window.open("parts", scheme=scheme)
    assert window.ask(LIT) == ""
    first, second, third = backs_of(run)
    whole, *links = window.all("#p1 .cite")
    window.click(links[0])
    window.point_at(window.one("h1"))
    assert window.ask(LIT) == first and window.active == window.one("mark.now.part")
    window.browser.execute_script("arguments[0].focus()", links[2])
    assert window.ask(LIT) == third
    window.point_at(links[1])
    assert window.ask(LIT) == second  # and not what was chosen before
    window.point_at(window.one("h1"))
    window.browser.execute_script("arguments[0].click()", whole)
    assert window.ask(LIT) == ""


def test_a_part_lights_up_without_script(window, run):
    window.open("parts", with_script=False)
    links = window.all("#p1 .cite")[1:]
    for link, backs in zip(links, backs_of(run), strict=True):
        window.point_at(link)
        assert window.ask(LIT) == backs
        window.point_at(window.one("h1"))
        assert window.ask(LIT) == ""
        window.browser.execute_script("arguments[0].focus()", link)
        assert window.ask(LIT) == backs
        window.browser.execute_script("arguments[0].blur()", link)


def test_on_paper_what_is_said_in_part_is_underlined_and_nothing_lit(window):
    window.open("parts")
    window.ask("document.querySelector('#p1 .k1').click()")
    window.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": []})
    assert window.ask(LIT) == ""
    assert window.ask("getComputedStyle(document.querySelector('#p1 .b2')).textDecorationStyle") == "dashed"
    shown = window.one(".lead").text
    assert shown.endswith("say a part of it, which is underlined.")


def test_readings_lead_to_their_words(window, run):
    window.open("seeds")
    quotes = [c.quote for one in run.briefing.discrepancies for reading in one.readings for c in reading.citations]
    links = window.all(".differences .cite")
    for link, quote in zip(links, quotes, strict=True):
        window.ask("arguments[0].click()", link)
        assert folded(window.highlighted()) == sanitize(quote) and window.in_view(window.one("mark.now"))


def test_passages_that_cross_and_that_are_cited_twice(window):
    window.open("crossing")
    for number in (1, 2, 3, 4):
        point = window.one(f"#p{number}")
        window.ask("arguments[0].querySelector('.cite').click()", point)
        said = window.words(point.find_element("css selector", "q"))
        assert "".join(window.highlighted().split()) == "".join(said.split())
    backs = [link.get_property("hash") for link in window.all("article:not([hidden]) .backs a")]
    crossing = [one for one in backs if one in ("#p1", "#p2", "#p3", "#p4")]
    assert crossing[:4] == ["#p1", "#p3", "#p4", "#p2"]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=str)
def test_every_passage_leads_back_to_its_points(window, run, size):
    window.open("seeds", size)
    for number, point in enumerate(run.briefing.points, start=1):
        window.ask("arguments[0].click()", window.one(f"#p{number} .cite"))
        back = window.one(f"article:not([hidden]) .backs a[href='#p{number}']")
        back.click()
        assert window.ask("location.hash") == f"#p{number}"
        window.wait_for("document.activeElement.matches('.point')")
        said = window.active
        assert window.in_view(said) and sanitize(point.text) in window.words(said)
        hidden_by_bar = window.ask("document.querySelector('.bar').getBoundingClientRect().bottom")
        assert said.rect["y"] - window.ask("scrollY") >= hidden_by_bar - 1


def test_a_walk_with_the_keyboard_alone(window, run):
    window.open("seeds")
    window.tab()
    assert window.words(window.active) == "Skip to the briefing" and window.in_view(window.active)
    window.press(Keys.ENTER)
    window.tab()
    assert window.active.get_property("hash") == f"#s{run.briefing.title_source}"
    window.tab()
    first = window.active
    assert first.get_attribute("class").split()[0] == "cite"
    assert letters(window.highlighted()) == letters(sanitize(cited(run)[0].quote))
    assert window.ask("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    window.press(Keys.ENTER)
    assert window.active.tag_name == "mark" and window.in_view(window.active)
    window.tab()
    assert window.active.get_property("hash") == "#p1"
    window.press(Keys.ESCAPE)
    assert window.active == first
    window.press(Keys.ENTER)
    window.tab()
    window.press(Keys.ENTER)
    assert window.active.get_attribute("id") == "p1"
    window.tab()
    assert window.active == first


def test_every_stop_of_the_keyboard_can_be_seen_and_has_a_name(window):
    window.open("explained", NARROW)
    seen = set()
    for _ in range(400):
        window.tab()
        stop = window.ask(
            """(() => {
              const one = document.activeElement;
              if (one === document.body) return null;
              one.dataset.stop ??= String(document.querySelectorAll('[data-stop]').length);
              const style = getComputedStyle(one), box = one.getBoundingClientRect();
              const bar = document.querySelector('.bar'), inBar = bar.contains(one) || one.matches('.skip');
              return [one.dataset.stop, style.outlineStyle !== 'none' || one.matches('input'),
                      box.bottom > (inBar ? 0 : bar.getBoundingClientRect().bottom) && box.top < innerHeight,
                      one.outerHTML.slice(0, 90)];
            })()"""
        )
        if stop is None or stop[0] in seen:
            break
        seen.add(stop[0])
        assert stop[1] and stop[2], stop[3]
    assert len(seen) > 40


def test_what_has_the_focus_is_not_under_the_open_panel(window):
    window.open("seeds", NARROW)
    window.click(window.one("#p1 .cite"))
    window.ask("document.querySelector('#p1 .cite').focus()")
    top = window.one("#reports").rect["y"] - window.ask("scrollY")
    for _ in range(20):
        window.tab()
        box = window.ask("document.activeElement.getBoundingClientRect().toJSON()")
        assert window.ask("document.getElementById('briefing').contains(document.activeElement)")
        assert box["bottom"] <= top + 1, window.active.get_attribute("outerHTML")


def test_the_passage_of_a_citation_is_shown_as_it_gets_the_focus(window, run):
    window.open("seeds")
    for link, citation in reversed(list(zip(window.all(".point .cite"), cited(run), strict=True))):
        window.ask("arguments[0].focus()", link)
        assert letters(window.highlighted()) == letters(sanitize(citation.quote)) and window.in_view(
            window.one("mark.now")
        )
        assert window.active == link


def test_tabbing_over_citations_opens_nothing_on_a_narrow_screen(window):
    window.open("seeds", NARROW)
    window.ask("document.querySelector('.cite').focus()")
    assert not window.one("#reports").is_displayed()


def test_back_and_forward_and_an_address_with_a_passage(window):
    window.open("seeds", fragment="#c4-1")
    assert [one.get_attribute("id") for one in window.all("article:not([hidden])")] == ["r4"]
    assert window.one("mark.now").get_attribute("id") == "c4-1"
    window.ask("document.querySelector('.cite[href=\"#c1-1\"]').click()")
    assert window.ask("location.hash") == "#c1-1"
    window.browser.back()
    assert window.wait_for("document.querySelector('mark.now')?.id === 'c4-1'")


def search(window, words):
    """Type into the field as it is when it is empty, and press Enter; return how many are found."""
    window.browser.execute_script(
        "const find = document.getElementById('find'); find.value = ''; find.dispatchEvent(new Event('input'));"
    )
    window.wait_for("document.querySelector('.found').textContent === ''")
    window.ask("document.getElementById('find').focus()")
    window.press(words, Keys.ENTER)
    found = window.wait_for("document.querySelector('.found').textContent")
    return 0 if found == "No match" else int(found.removeprefix("1 of "))


def here(window):
    return folded(window.ask("[...CSS.highlights.get('here')].map(String)")[0])


def test_search_finds_in_the_briefing_and_in_every_report(window, run):
    window.open("seeds")
    window.tab(2)
    assert window.active.get_attribute("id") == "find"
    assert search(window, "NIGHT_theme") == 1
    assert [one.get_attribute("id") for one in window.all("article:not([hidden])")] == ["r1"]
    assert here(window) == "night_theme"
    across = sanitize(run.briefing.points[1].citations[0].quote)[:60].upper()  # a passage with marks in it
    total = search(window, across)
    assert total == 2
    for at in (2, 1):
        assert here(window).upper() == across
        window.press(Keys.ENTER)
        assert window.wait_for("document.querySelector('.found').textContent") == f"{at} of {total}"
    assert search(window, "nowhere to be found") == 0


def test_a_point_is_copied_with_its_citation(window, run):
    window.open("seeds")
    # Headless, there may be no clipboard to read: what is handed to it is what counts.
    window.browser.execute_script(
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (text) => { window.copied = text; }}})"
    )
    window.one("#p6 .copy").click()
    copied = window.wait_for("window.copied")
    assert copied.startswith(f"“{sanitize(run.briefing.points[5].text)}” (Caixin")
    assert "Caliber.Az" in copied and "2023-06-06" in copied and copied.endswith(")")
    assert window.words(window.one("#p6 .copy")) == "Copied"
    assert window.words(window.one("#said")) == "Copied with its citation"


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=str)
def test_without_script_citations_are_links_to_what_is_there(window, run, size):
    window.open("seeds", size, with_script=False)
    assert not [one for one in window.all("button, form, input") if one.is_displayed()]
    for number, citation in enumerate(cited(run)):
        window.click(window.all(".point .cite")[number])
        mark = window.one("mark:target")
        assert window.words(mark) == first_paragraph(citation.quote)
        assert window.in_view(mark) and mark.value_of_css_property("background-color") != "rgba(0, 0, 0, 0)"
    window.click(window.all(".backs a[href='#p1']")[0])
    assert window.one(":target").get_attribute("id") == "p1"


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["A4", "Letter"])
@pytest.mark.parametrize("with_script", [True, False])
def test_print_is_two_pages_with_the_sources(window, run, paper, with_script):
    window.open("seeds", NARROW if with_script else WIDE, scheme="dark", with_script=with_script)
    if with_script:
        window.ask("document.querySelector('.cite').click()")
    document = window.print_pdf(*paper)
    assert len(document.pages) == 2
    # What a font draws as one sign for two letters is two again.
    words = unicodedata.normalize("NFKC", " ".join(folded(page.extract_text()) for page in document.pages))
    for source in run.briefing.sources:
        assert f"[{source.number}]" in words
        assert not source.url or source.url in words.replace(" ", "")
    for point in run.briefing.points:
        assert "".join(unicodedata.normalize("NFKC", point.text).split()) in "".join(words.split())
    assert "Sourcing note" in words and "twitter" not in words and "Copy" not in words


def test_hostile_reports_do_nothing(window):
    window.open("hostile")
    title = window.browser.title
    assert title.startswith("</script><script>") and "owned" in title
    for link in window.all(".point .cite, .differences .cite"):
        window.ask("arguments[0].click()", link)
    assert window.browser.title == title
    assert window.ask("document.scripts.length") == 2
    assert window.ask("[...document.links].every((one) => one.protocol === 'file:')")


@pytest.mark.parametrize("width", [320, 360, 900, 1400])
@pytest.mark.parametrize("name", ["explained", "hostile", "arabic", "long"])
def test_nothing_is_wider_than_the_window(window, name, width):
    window.open(name, (width, 800))
    assert window.ask("document.documentElement.scrollWidth <= innerWidth")
    # Nor is anything squeezed into a column of letters.
    squeezed = """[...document.querySelectorAll('main :is(p, li, caption, th, td, q, figcaption, summary)')]
        .filter((one) => one.checkVisibility() && one.textContent.trim().length > 20)
        .filter((one) => one.getBoundingClientRect().width < 60 && !one.closest('thead'))
        .map((one) => one.outerHTML.slice(0, 90))"""
    assert window.ask(squeezed) == []
    # Nor does the briefing reach under the panel.
    main, panel = window.ask(
        "['main', '#reports'].map((one) => document.querySelector(one).getBoundingClientRect().toJSON())"
    )
    assert not panel["width"] or main["right"] <= panel["left"] + 1 or main["left"] >= panel["right"] - 1


def test_a_page_in_arabic_is_read_from_the_right(window):
    window.open("arabic")
    assert window.ask("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    panel, main = window.one("#reports").rect, window.one("main").rect
    assert panel["x"] < main["x"]
    assert window.ask("getComputedStyle(document.querySelector('#r3 .text')).direction") == "ltr"
    # Words of ours below the points are read from the left, all of them.
    ours = "[...document.querySelectorAll('figcaption, caption, .sources .words, article .title')]"
    sides = set(window.ask(f"{ours}.map((one) => getComputedStyle(one).textAlign)"))
    assert sides and sides <= {"start", "left"}
    assert set(
        window.ask(f"{ours}.filter((one) => one.matches('figcaption')).map((one) => one.closest('[dir]').dir)")
    ) == {"ltr"}


def test_a_ring_of_many_points_fits_its_column(window):
    for width in (900, 1400):
        window.open("long", (width, 800))
        ring = "document.querySelector('.ring')"
        drawn, room = window.ask(f"[{ring}, {ring}.parentElement].map((one) => one.getBoundingClientRect().width)")
        assert drawn <= max(room, 36 * 16), (drawn, room)
