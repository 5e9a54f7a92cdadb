"""summarizer sources: what was read."""

from __future__ import annotations

from summarizer.cli.options import (
    Cache,
    Described,
    Fields,
    Language,
    Limits,
    Output,
    Private,
    Refresh,
    Rules,
    Sources,
    read_settings,
)
from summarizer.cli.output import check_output, put
from summarizer.cli.terminal import look_of, stages

EXAMPLES = """Example:

  summarizer sources seeds/ more.jsonl"""


def show_sources(
    sources: Sources,
    fields: Fields = None,
    described: Described = None,
    language: Language = None,
    limits: Limits = None,
    private: Private = False,
    cache: Cache = None,
    refresh: Refresh = False,
    rules: Rules = None,
    output: Output = None,
) -> None:
    """Show what was read: outlet, date, wire credit and words of each report, and which lines were dropped and why.

    Then which reports go back to one text or one newsroom, with the sentences that show it side by side.
    """
    from summarizer import list_sources, read_documents, trace_origins

    settings = read_settings(fields, described, language, limits, private, cache, refresh, rules)
    check_output(output, [*sources, described])
    with stages() as progress:
        documents = read_documents(sources, settings, network=True, progress=progress)
        provenance = trace_origins(documents, progress=progress)
    look = look_of(output)
    put(list_sources(documents, provenance, width=look.width, colour=look.colour), output)
