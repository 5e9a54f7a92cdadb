"""Several reports of one story in, one attributed briefing out.

>>> from summarizer import Settings, read_documents, render, summarize
>>> documents = read_documents(["seeds/"])
>>> briefing = summarize(documents, Settings(words=250))
>>> print(render(briefing, "markdown"))  # doctest: +SKIP

Names are loaded when they are first used (PEP 562), so that `import summarizer` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from summarizer.about import __version__

if TYPE_CHECKING:
    from summarizer.errors import (
        BudgetError,
        EmptyInputError,
        InputError,
        MissingExtraError,
        OutputError,
        ReadError,
        SettingsError,
        SummarizerError,
    )
    from summarizer.evaluation import (
        EVALUATION_FORMATS,
        SYSTEMS,
        Cluster,
        Evaluation,
        compare,
        evaluate,
        render_evaluation,
    )
    from summarizer.formats import (
        ENDINGS,
        FORMATS,
        REPORT_FORMATS,
        check_files,
        choose_formats,
        explain,
        list_sources,
        parse_briefing,
        render,
        render_bytes,
        render_comparison,
        write,
        write_files,
        write_reports,
    )
    from summarizer.ingest import read_documents
    from summarizer.model import Briefing, Document, Lineage, Moment
    from summarizer.pipeline import summarize, trace_origins, workings
    from summarizer.runs import Comparison, Workings
    from summarizer.settings import ReadSettings, Settings

_HOMES = {
    "errors": (
        "BudgetError",
        "EmptyInputError",
        "InputError",
        "MissingExtraError",
        "OutputError",
        "ReadError",
        "SettingsError",
        "SummarizerError",
    ),
    "evaluation": (
        "EVALUATION_FORMATS",
        "SYSTEMS",
        "Cluster",
        "Evaluation",
        "compare",
        "evaluate",
        "render_evaluation",
    ),
    "formats": (
        "ENDINGS",
        "FORMATS",
        "REPORT_FORMATS",
        "check_files",
        "choose_formats",
        "explain",
        "list_sources",
        "parse_briefing",
        "render",
        "render_bytes",
        "render_comparison",
        "write",
        "write_files",
        "write_reports",
    ),
    "ingest": ("read_documents",),
    "model": ("Briefing", "Document", "Lineage", "Moment"),
    "pipeline": ("summarize", "trace_origins", "workings"),
    "runs": ("Comparison", "Workings"),
    "settings": ("ReadSettings", "Settings"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

# Whoever holds a briefing may show it in a notebook: the formats teach it how, and it cannot ask them to.
_GIVE_BRIEFINGS = frozenset({"Briefing", "Workings", "summarize", "workings"})

__all__ = [
    "ENDINGS",
    "EVALUATION_FORMATS",
    "FORMATS",
    "REPORT_FORMATS",
    "SYSTEMS",
    "Briefing",
    "BudgetError",
    "Cluster",
    "Comparison",
    "Document",
    "EmptyInputError",
    "Evaluation",
    "InputError",
    "Lineage",
    "MissingExtraError",
    "Moment",
    "OutputError",
    "ReadError",
    "ReadSettings",
    "Settings",
    "SettingsError",
    "SummarizerError",
    "Workings",
    "__version__",
    "check_files",
    "choose_formats",
    "compare",
    "evaluate",
    "explain",
    "list_sources",
    "parse_briefing",
    "read_documents",
    "render",
    "render_bytes",
    "render_comparison",
    "render_evaluation",
    "summarize",
    "trace_origins",
    "workings",
    "write",
    "write_files",
    "write_reports",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'summarizer' has no attribute {name!r}")
    value = getattr(import_module(f"summarizer.{_HOME_OF[name]}"), name)
    if name in _GIVE_BRIEFINGS:
        import_module("summarizer.formats")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
