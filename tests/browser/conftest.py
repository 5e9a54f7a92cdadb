"""One browser for all tests of the page, and the pages that they look at."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer import (
    Briefing,
    Document,
    Settings,
    check_text,
    read_documents,
    render,
    render_check,
    run_pipeline,
    summarize,
)
from tests.browser.window import Window
from tests.check_builder import CHECK, check_with
from tests.renderers.hostile_text import HOSTILE
from tests.renderers.part_citations import with_parts
from tools.regenerate import PROJECT

BINARIES = ("chromium", "chromium-browser", "google-chrome")
# No sandbox: containers run as root. The rest keeps the browser itself off the network.
ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps",
    "--force-device-scale-factor=1", "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def give_up(reason):
    if os.environ.get("SUMMARIZER_BROWSER") == "required":
        pytest.fail(f"SUMMARIZER_BROWSER=required, and {reason}", pytrace=False)
    pytest.skip(f"{reason}; on Debian: apt-get install chromium chromium-driver")


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    binary = next(filter(None, map(shutil.which, BINARIES)), None)
    driver = shutil.which("chromedriver")
    if not (binary and driver):
        give_up("there is no Chromium with its driver")
    from selenium import webdriver
    from selenium.common.exceptions import WebDriverException

    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for argument in (*ARGUMENTS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    try:
        started = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    except WebDriverException as error:
        give_up(f"Chromium does not start ({(error.msg or '').splitlines()[0]})")
    try:
        yield started
    finally:
        started.quit()


@pytest.fixture(scope="session")
def run():
    return run_pipeline(read_documents([PROJECT / "seeds"]))


SCRIPT = "</script><script>document.title='owned'</script><img src=http://evil.example/x onerror=alert(1)>"


def hostile_run():
    story = (
        "The minister said {} on Monday that the plan would go ahead in the capital.\n\nThe opposition rejected it.\n\n"
    )
    script = SCRIPT
    texts = [story.format(script) + "\n\n".join(HOSTILE) + script, story.format("nothing") + script]
    url = "javascript:document.title='owned'"
    run = run_pipeline(
        [
            Document(id=f"{at}{script}", text=text, title=script, outlet=script, url=url)
            for at, text in enumerate(texts)
        ],
        Settings(words=40),
    )
    # No such title heads a briefing of ours; a page must stand it all the same.
    return replace(run, briefing=replace(run.briefing, title=script))


def crossing_run(run):
    """The seeds with passages that overlap and cross, one of them cited twice."""
    first, *others = run.briefing.sections[0].points
    citation = first.citations[0]
    text = next(one.text for one in run.documents if one.id == citation.document)

    def shifted(start, end):
        span = type(citation.span)(start=citation.span.start + start, end=citation.span.end + end)
        quote = span.of(text)
        return replace(first, text=quote, citations=(replace(citation, span=span, quote=quote),), dates=())

    points = (first, shifted(20, 60), shifted(40, -30), first, *others)
    sections = (replace(run.briefing.sections[0], points=points), *run.briefing.sections[1:])
    return replace(run, briefing=replace(run.briefing, sections=sections))


def long_run():
    """Many reports, many points, and one point that nearly all of them carry."""
    common = "The dam above the valley broke on Monday night after three days of rain."
    villages = [
        f"{first}{last}" for first in ("Al", "Bel", "Cor", "Dun", "Eg") for last in ("ham", "wick", "by", "dale")
    ]
    texts = [
        f"{common}\n\nIn {village} the water took {at + 7} houses and a bridge." for at, village in enumerate(villages)
    ]
    return run_pipeline(
        [
            Document(id=f"d{at}", text=text, outlet=f"The {village} Gazette")
            for at, (text, village) in enumerate(zip(texts, villages, strict=True))
        ],
        Settings(words=400),
    )


def arabic_run():
    texts = (
        "أجرى وزير الخارجية الأمريكي أنتوني بلينكن محادثات صريحة وبناءة مع نظيره الصيني في بكين يوم الأحد.",
        "أجرى وزير الخارجية الأمريكي محادثات صريحة مع نظيره الصيني في بكين. وتعد الزيارة الأولى منذ خمس سنوات.",
    )
    return run_pipeline(
        [Document(id=f"a{at}", text=text, title=text[:40], language="ar") for at, text in enumerate(texts)]
        + [Document(id="e", text="Blinken held candid talks in Beijing on Sunday, officials said.", language="en")]
    )


def arabic_check():
    report = "أجرى وزير الخارجية الأمريكي محادثات صريحة وبناءة مع نظيره الصيني في بكين يوم الأحد."
    draft = f"{report} قال الوزير “محادثات صريحة وبناء مع نظيره الصيني”."
    return check_text(draft, [Document(id="a", text=report, language="ar")], language="ar")


@pytest.fixture(scope="session")
def pages(tmp_path_factory, run):
    folder = tmp_path_factory.mktemp("pages")
    written = {
        "seeds": render(run, "html"),
        "explained": render(run, "html", explain=True),
        "alone": render(Briefing.from_json(render(run, "json")), "html"),
        "hostile": render(hostile_run(), "html", explain=True),
        "crossing": render(crossing_run(run), "html"),
        "arabic": render(arabic_run(), "html"),
        "parts": render(with_parts(run), "html"),
        "since": render(run_pipeline(run.documents, since=summarize(run.documents[:1])), "html"),
        "long": render(long_run(), "html", explain=True),
        "check": render_check(CHECK, "html"),
        "arabic check": render_check(arabic_check(), "html"),
        "hostile check": render_check(check_with(SCRIPT), "html"),
    }
    for name, page in written.items():
        (folder / f"{name.replace(' ', '-')}.html").write_text(page, encoding="utf-8")
    return {name: (folder / f"{name.replace(' ', '-')}.html").as_uri() for name in written}


@pytest.fixture
def window(browser, pages):
    """The browser as it is when a reader opens a page."""
    window = Window(browser, pages)
    window.reset()
    yield window
    assert window.complaints() == []
    assert window.requests() <= set(pages.values())
