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
    from summarizer.cleaning.lines import Line
    from summarizer.cleaning.registry import CleaningRule, register_cleaning_rule
    from summarizer.errors import (
        BudgetError,
        EmptyInputError,
        InputError,
        LanguageError,
        MissingExtraError,
        OutputError,
        PluginError,
        ReadError,
        SettingsError,
        SummarizerError,
    )
    from summarizer.evaluation.comparison import compare
    from summarizer.evaluation.records import Cluster, Evaluation
    from summarizer.evaluation.render import EVALUATION_FORMATS, render_evaluation
    from summarizer.evaluation.run import evaluate
    from summarizer.evaluation.systems import SYSTEMS
    from summarizer.features.corpus import Corpus
    from summarizer.languages.overview import LanguageOverview, list_languages
    from summarizer.languages.registry import register_language
    from summarizer.model import Briefing, Document, PartialDate, Provenance, Sentence
    from summarizer.pipeline import run_pipeline, summarize, trace_origins
    from summarizer.ranking.rankers import Ranker, register_ranker
    from summarizer.ranking.similarity import Similarity, register_similarity
    from summarizer.readers.documents import read_documents
    from summarizer.readers.registry import FileKind, Reader, register_reader
    from summarizer.readers.source import SourceFile
    from summarizer.renderers.comparison import render_comparison
    from summarizer.renderers.explanation import explain
    from summarizer.renderers.files import ENDINGS, check_files, write_files
    from summarizer.renderers.json_reader import parse_briefing
    from summarizer.renderers.options import RenderOptions
    from summarizer.renderers.registry import (
        FORMATS,
        Renderer,
        choose_formats,
        register_renderer,
        render,
        render_bytes,
        write,
    )
    from summarizer.renderers.reports import REPORT_FORMATS, write_reports
    from summarizer.renderers.source_report import list_sources
    from summarizer.run import Comparison, Run
    from summarizer.settings import ReadSettings, Settings
    from summarizer.statements.judges import Judge, Passage, Verdict, register_judge

_HOMES = {
    "cleaning.lines": ("Line",),
    "cleaning.registry": ("CleaningRule", "register_cleaning_rule"),
    "errors": (
        "BudgetError",
        "EmptyInputError",
        "InputError",
        "LanguageError",
        "MissingExtraError",
        "OutputError",
        "PluginError",
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
    "features.corpus": ("Corpus",),
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
        "Sentence",
    ),
    "pipeline": (
        "summarize",
        "trace_origins",
        "run_pipeline",
    ),
    "ranking.rankers": ("Ranker", "register_ranker"),
    "ranking.similarity": ("Similarity", "register_similarity"),
    "readers.documents": ("read_documents",),
    "readers.registry": ("FileKind", "Reader", "register_reader"),
    "readers.source": ("SourceFile",),
    "renderers.comparison": ("render_comparison",),
    "renderers.explanation": ("explain",),
    "renderers.files": (
        "ENDINGS",
        "check_files",
        "write_files",
    ),
    "renderers.json_reader": ("parse_briefing",),
    "renderers.options": ("RenderOptions",),
    "renderers.registry": (
        "FORMATS",
        "Renderer",
        "choose_formats",
        "register_renderer",
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
    "statements.judges": ("Judge", "Passage", "Verdict", "register_judge"),
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
    "CleaningRule",
    "Cluster",
    "Comparison",
    "Corpus",
    "Document",
    "EmptyInputError",
    "Evaluation",
    "FileKind",
    "InputError",
    "Judge",
    "LanguageError",
    "LanguageOverview",
    "Line",
    "MissingExtraError",
    "OutputError",
    "PartialDate",
    "Passage",
    "PluginError",
    "Provenance",
    "Ranker",
    "ReadError",
    "ReadSettings",
    "Reader",
    "RenderOptions",
    "Renderer",
    "Run",
    "Sentence",
    "Settings",
    "SettingsError",
    "Similarity",
    "SourceFile",
    "SummarizerError",
    "Verdict",
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
    "register_cleaning_rule",
    "register_judge",
    "register_language",
    "register_ranker",
    "register_reader",
    "register_renderer",
    "register_similarity",
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
