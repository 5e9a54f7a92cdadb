"""axe-core finds nothing serious, light and dark, wide and narrow, and a screen reader is told what is drawn."""

from pathlib import Path

import pytest

from tests.browser.window import NARROW, WIDE

AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN = "axe.run(document, {resultTypes: ['violations']}).then((found) => arguments[0](found.violations))"


def violations(window):
    window.browser.execute_script(AXE)
    found = window.browser.execute_async_script(RUN)
    return [
        (one["id"], one["impact"], [node["html"][:120] for node in one["nodes"][:3]])
        for one in found
        if one["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("explained", WIDE),
        ("seeds", NARROW),
        ("alone", (900, 900)),
        ("arabic", WIDE),
        ("parts", WIDE),
        ("parts", NARROW),
        ("since", WIDE),
        ("since", NARROW),
        ("check", WIDE),
        ("check", NARROW),
        ("arabic check", WIDE),
    ],
    ids=str,
)
def test_axe_finds_nothing_serious(window, name, size, scheme):
    window.open(name, size, scheme)
    window.ask("[...document.querySelectorAll('.point .cite')].at(-1).click()")
    window.ask("[...document.querySelectorAll('details')].forEach((one) => { one.open = true; })")
    assert violations(window) == []


def test_axe_would_find_something(window):
    window.open("seeds")
    window.ask("document.documentElement.removeAttribute('lang')")
    assert [name for name, _, _ in violations(window)] == ["html-has-lang"]


def test_pictures_have_names_and_descriptions_for_a_screen_reader(window, run):
    window.open("seeds")
    window.browser.execute_cdp_cmd("Accessibility.enable", {})
    tree = window.browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    window.browser.execute_cdp_cmd("Accessibility.disable", {})
    names = [node["name"]["value"] for node in tree if node.get("role", {}).get("value") in {"image", "img"}]
    assert len(names) == 2
    assert names[0].startswith("Which report says which point")
    for source in run.briefing.sources:
        cites = [(n, c) for n, point in enumerate(run.briefing.points, 1) for c in point.citations]
        told = ", ".join(str(n) for n, one in cites if one.source == source.number and one.relation != "part")
        assert f", origin {source.origin}: points {told}" in names[0]
    points = sum(len(section.points) for section in run.briefing.sections)
    assert names[1].startswith("The points in the graph") and f"{points} points on a ring" in names[1]
