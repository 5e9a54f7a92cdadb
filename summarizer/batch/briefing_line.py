"""Briefs one cluster, and writes what came of it as a line: what every worker does."""

from __future__ import annotations

from summarizer.about import __version__
from summarizer.api import summarize
from summarizer.batch.clusters import BrokenClusterError, read_cluster
from summarizer.batch.outcomes import error_outcome, line_of
from summarizer.batch.records import Asked, Entry, Name, Outcome
from summarizer.errors import BudgetError, LanguageError, MissingExtraError, SettingsError, SummarizerError
from summarizer.languages.registry import register_files

_DEEP = "found a cluster nested too deep, or too large for the memory"


def brief_entry(entry: Entry, asked: Asked) -> Outcome:
    """Brief one cluster.

    Args:
        entry: The cluster as it stands in its source.
        asked: What is asked for of every cluster.

    Returns:
        The line with the briefing, or with the error; never an exception, whatever the cluster holds.

    Example:
        >>> from summarizer.settings import ReadSettings, Settings
        >>> entry = Entry("a.jsonl", "line", 7, b'{"id": "a"}')
        >>> print(brief_entry(entry, Asked(Settings(), ReadSettings(), __version__, {})).line.decode())
        {"id": "a", "error": {"source": "a.jsonl", "line": 7, "kind": "ReadError", "message": "a.jsonl, line 7: ..."}}
        <BLANKLINE>
    """
    if asked.version != __version__:
        found = f"found summarizer {__version__} on a worker, wanted {asked.version}, as this machine has"
        return Outcome(b"", True, f"{found}; install the same version there.")
    register_files(asked.languages)
    name: Name | None = None
    try:
        cluster = read_cluster(entry, asked.read_settings)
        name = cluster.name
        briefing = summarize(cluster.documents, asked.settings)
        return Outcome(line_of({"id": name, "briefing": briefing.to_dict()}), False)
    except BrokenClusterError as error:
        return error_outcome(entry, "ReadError", str(error), error.name)
    except SummarizerError as error:
        fatal = isinstance(error, (SettingsError, MissingExtraError, LanguageError)) and not isinstance(
            error, BudgetError
        )
        told = f"{entry.where}: {error}"
        return Outcome(b"", True, told) if fatal else error_outcome(entry, type(error).__name__, told, name)
    except (RecursionError, MemoryError) as error:
        return error_outcome(entry, type(error).__name__, f"{entry.where}: {_DEEP}.", name)
    except Exception as error:  # a mistake of ours in one cluster must not cost the others
        told = f"{type(error).__name__}: {error}"
        message = f"{entry.where}: found a mistake of summarizer ({told}); please report it with this cluster."
        return error_outcome(entry, type(error).__name__, message, name)
