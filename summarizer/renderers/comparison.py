"""Shows our choice beside that of other systems at the same length."""

from __future__ import annotations

from summarizer.finished_run import Comparison, Extract
from summarizer.model.text import count
from summarizer.renderers.options import RenderOptions
from summarizer.renderers.terminal_page import Page, Part

# Sentences that share half of all their content words tell a reader little that is new.
_REPEATED = 0.5
_NUMBERS = (7, 9, 7)


def render_comparison(comparison: Comparison, *, width: int | None = None, colour: bool = False) -> str:
    """Write how long each system's choice is and how often it repeats itself, then each choice in full.

    Args:
        comparison: What `compare` returned.
        width: Columns to wrap at; None for those of the terminal in colour, else 100.
        colour: Whether to use colours and styles.

    Returns:
        The text, without a line feed at its end.

    Raises:
        SettingsError: the width is no whole number of at least 1.

    Example:
        >>> comparison = compare(read_documents("seeds/003_af31facfb1cc1fc8.txt"), Settings(words=50))
        >>> print(render_comparison(comparison).splitlines()[0])
        8 systems, the same sentences, at most 50 words each.
    """
    page = Page(RenderOptions(width=width, colour=colour))
    systems = count(len(comparison.extracts), "system")
    page.paragraph([(f"{systems}, the same sentences, at most {count(comparison.words, 'word')} each.", "own")])
    page.paragraph([("Repeats: sentences that share at least half of their words with an earlier one.", "own")])
    page.gap()
    names = max([len("System"), *(min(len(extract.system), 18) for extract in comparison.extracts)])
    widths = [names, *_NUMBERS]
    page.row([[(label, "own")] for label in ("System", "Words", "Sentences", "Repeats")], widths)
    for extract in comparison.extracts:
        cells: list[list[Part]] = [[(extract.system, "name")]]
        cells += [[(f"{number:,}", "report")] for number in (extract.words, len(extract.sentences), _repeats(extract))]
        page.row(cells, widths)
    for extract in comparison.extracts:
        page.heading(extract.system, f"({count(extract.words, 'word')}, {count(len(extract.sentences), 'sentence')})")
        if extract.reason:
            page.paragraph([(f"Nothing: {extract.reason}.", "own")])
        for sentence in extract.sentences:
            page.paragraph([(sentence.text, "report"), (f"({sentence.document})", "own")], marker="•")
    return str(page)


def _repeats(extract: Extract) -> int:
    repeats = 0
    before: list[frozenset[str]] = []
    for sentence in extract.sentences:
        terms = frozenset(sentence.terms)
        repeats += any(len(terms & other) >= _REPEATED * len(terms | other) for other in before if terms)
        before.append(terms)
    return repeats
