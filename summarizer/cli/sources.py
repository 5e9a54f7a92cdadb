"""summarizer sources: what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.option_groups import with_options
from summarizer.cli.options import Output, Sources, reading
from summarizer.cli.output import check_output, put
from summarizer.cli.terminal import look_of, stages

if TYPE_CHECKING:
    from summarizer import ReadSettings

EXAMPLES = """Example:

  summarizer sources seeds/ more.jsonl"""


@with_options(read_settings=reading)
def show_sources(
    sources: Sources,
    read_settings: ReadSettings,
    output: Output = None,
) -> None:
    """Show what was read: outlet, date, wire credit and words of each report, and which lines were dropped and why.

    Then which reports go back to one text or one newsroom, with the sentences that show it side by side.
    """
    from summarizer import list_sources, read_documents, trace_origins

    check_output(output, [*sources, read_settings.sources])
    with stages() as progress:
        documents = read_documents(sources, read_settings, network=True, progress=progress)
        provenance = trace_origins(documents, progress=progress)
    look = look_of(output)
    put(list_sources(documents, provenance, width=look.width, colour=look.colour), output)
