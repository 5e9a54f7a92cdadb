from types import SimpleNamespace

import pytest

import summarizer

pytest.register_assert_rewrite("tests.cli.command_runs")


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch):
    for name in ("NO_COLOR", "FORCE_COLOR", "PY_COLORS", "GITHUB_ACTIONS", "TERM", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def library(monkeypatch):
    """Puts stand-ins in place of the library; returns the calls made."""
    calls = []

    def note(name, result):
        def call(*given, **more):
            calls.append((name, given, more))
            return result(given, more)

        monkeypatch.setitem(vars(summarizer), name, call)

    note("read_documents", lambda given, _: ["documents of", *given[0]])
    note("trace_origins", lambda *_: "who copied whom")
    note("run_pipeline", lambda *_: SimpleNamespace(briefing="the briefing"))
    note("compare", lambda *_: "the comparison")

    def drawn(given, more):
        look = f", {more['width']} wide, colour {more['colour']}" if "width" in more else ""
        way = "" if more["citations"] == "footnotes" else f", {more['citations']}"
        return f"{given[0].briefing} as {given[1]}{look}{way}" + ("\n\nthe reasons" if more["explain"] else "")

    note("render", drawn)
    note("render_bytes", lambda given, more: drawn(given, more).encode() + b"\n")
    note("explain", lambda *_: "the reasons")
    note("list_sources", lambda given, _: f"what was read: {given[0]}, {given[1]}")
    note("render_comparison", lambda given, _: f"rendered: {given[0]}")
    return calls
