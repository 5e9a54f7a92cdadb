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
        LanguageError,
        MissingExtraError,
        OutputError,
        ReadError,
        SettingsError,
        SummarizerError,
    )
    from summarizer.evaluation.comparison import compare
    from summarizer.evaluation.records import Cluster, Evaluation
    from summarizer.evaluation.render import EVALUATION_FORMATS, render_evaluation
    from summarizer.evaluation.run import evaluate
    from summarizer.evaluation.systems import SYSTEMS
    from summarizer.languages.overview import LanguageOverview, list_languages
    from summarizer.languages.registry import register_language
    from summarizer.model import Briefing, Document, PartialDate, Provenance
    from summarizer.pipeline import run_pipeline, summarize, trace_origins
    from summarizer.readers.documents import read_documents
    from summarizer.renderers.comparison import render_comparison
    from summarizer.renderers.explanation import explain
    from summarizer.renderers.files import ENDINGS, check_files, write_files
    from summarizer.renderers.json_reader import parse_briefing
    from summarizer.renderers.registry import FORMATS, choose_formats, render, render_bytes, write
    from summarizer.renderers.reports import REPORT_FORMATS, write_reports
    from summarizer.renderers.source_report import list_sources
    from summarizer.run import Comparison, Run
    from summarizer.settings import ReadSettings, Settings

_HOMES = {
    "errors": (
        "BudgetError",
        "EmptyInputError",
        "InputError",
        "LanguageError",
        "MissingExtraError",
        "OutputError",
        "ReadError",
        "SettingsError",
        "SummarizerError",
    ),
    "evaluation.comparison": ("compare",),
    "evaluation.records": (
        "Cluster",
        "Evaluation",
    ),
    "evaluation.render": (
        "EVALUATION_FORMATS",
        "render_evaluation",
    ),
    "evaluation.run": ("evaluate",),
    "evaluation.systems": ("SYSTEMS",),
    "languages.overview": (
        "LanguageOverview",
        "list_languages",
    ),
    "languages.registry": ("register_language",),
    "model": (
        "Briefing",
        "Document",
        "Provenance",
        "PartialDate",
    ),
    "pipeline": (
        "summarize",
        "trace_origins",
        "run_pipeline",
    ),
    "readers.documents": ("read_documents",),
    "renderers.comparison": ("render_comparison",),
    "renderers.explanation": ("explain",),
    "renderers.files": (
        "ENDINGS",
        "check_files",
        "write_files",
    ),
    "renderers.json_reader": ("parse_briefing",),
    "renderers.registry": (
        "FORMATS",
        "choose_formats",
        "render",
        "render_bytes",
        "write",
    ),
    "renderers.reports": (
        "REPORT_FORMATS",
        "write_reports",
    ),
    "renderers.source_report": ("list_sources",),
    "run": (
        "Comparison",
        "Run",
    ),
    "settings": (
        "ReadSettings",
        "Settings",
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

# Whoever holds a briefing may show it in a notebook: the formats teach it how, and it cannot ask them to.
_GIVE_BRIEFINGS = frozenset({"Briefing", "Run", "summarize", "run_pipeline"})

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
    "LanguageError",
    "LanguageOverview",
    "MissingExtraError",
    "OutputError",
    "PartialDate",
    "Provenance",
    "ReadError",
    "ReadSettings",
    "Run",
    "Settings",
    "SettingsError",
    "SummarizerError",
    "__version__",
    "check_files",
    "choose_formats",
    "compare",
    "evaluate",
    "explain",
    "list_languages",
    "list_sources",
    "parse_briefing",
    "read_documents",
    "register_language",
    "render",
    "render_bytes",
    "render_comparison",
    "render_evaluation",
    "run_pipeline",
    "summarize",
    "trace_origins",
    "write",
    "write_files",
    "write_reports",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'summarizer' has no attribute {name!r}")
    value = getattr(import_module(f"summarizer.{_HOME_OF[name]}"), name)
    if name in _GIVE_BRIEFINGS:
        import_module("summarizer.renderers.registry")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
