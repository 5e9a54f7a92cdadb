"""summarizer compare: our choice beside that of others."""

from __future__ import annotations

from summarizer.cli.options import (
    Cache,
    Described,
    Fields,
    Focus,
    Language,
    Limits,
    Output,
    Private,
    Refresh,
    Rules,
    Sentences,
    Share,
    Sources,
    Words,
    read_settings,
)
from summarizer.cli.output import check_output, put
from summarizer.cli.terminal import look_of, stages

EXAMPLES = """Example:

  summarizer compare seeds/ --words 150"""


def show_comparison(
    sources: Sources,
    words: Words = None,
    sentences: Sentences = None,
    share: Share = None,
    focus: Focus = None,
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
    """Put our choice beside that of sumy's summarizers, from the same sentences and at the same length.

    They are TextRank, LexRank, LSA, KL, Luhn, SumBasic and Reduction; none of them knows of a focus.
    """
    from summarizer import Settings, compare, read_documents, render_comparison

    settings = Settings(words=words, sentences=sentences, share=share, focus=focus, language=language or "en")
    reading = read_settings(fields, described, language, limits, private, cache, refresh, rules)
    check_output(output, [*sources, described])
    with stages() as progress:
        comparison = compare(
            read_documents(sources, reading, network=True, progress=progress), settings, progress=progress
        )
    look = look_of(output)
    put(render_comparison(comparison, width=look.width, colour=look.colour), output)
