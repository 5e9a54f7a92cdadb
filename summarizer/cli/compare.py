"""summarizer compare: our choice beside that of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.option_groups import with_options
from summarizer.cli.options import Output, Sources, asking, reading
from summarizer.cli.output import check_output, put
from summarizer.cli.terminal import look_of, stages

if TYPE_CHECKING:
    from summarizer import ReadSettings, Settings

EXAMPLES = """Example:

  summarizer compare seeds/ --words 150"""


@with_options(settings=asking, read_settings=reading)
def show_comparison(
    sources: Sources,
    settings: Settings,
    read_settings: ReadSettings,
    output: Output = None,
) -> None:
    """Put our choice beside that of sumy's summarizers, from the same sentences and at the same length.

    They are TextRank, LexRank, LSA, KL, Luhn, SumBasic and Reduction; none of them knows of a focus.
    """
    from summarizer import compare, read_documents, render_comparison

    check_output(output, [*sources, read_settings.sources])
    with stages() as progress:
        comparison = compare(
            read_documents(sources, read_settings, network=True, progress=progress), settings, progress=progress
        )
    look = look_of(output)
    put(render_comparison(comparison, width=look.width, colour=look.colour), output)
