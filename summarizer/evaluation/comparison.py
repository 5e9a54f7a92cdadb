"""Our choice beside that of other summarizers, from the same sentences at the same length."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from summarizer.api import run_pipeline
from summarizer.evaluation.sumy_baselines import PEERS, attempt
from summarizer.model import Document
from summarizer.run import Comparison, Extract
from summarizer.settings import Settings


def compare(
    documents: Iterable[Document], settings: Settings | None = None, *, progress: Callable[[str], None] | None = None
) -> Comparison:
    """Put our choice beside that of sumy's summarizers, from the same sentences at the same length.

    Args:
        documents: Reports of one story.
        settings: What is asked for.
        progress: Called with a line of text as each system begins.

    Returns:
        Ours first, then sumy's.

    Raises:
        EmptyInputError, InputError, BudgetError: as `summarize` does.

    Example:
        >>> comparison = compare(read_documents("seeds/003_af31facfb1cc1fc8.txt"), Settings(words=50))
        >>> comparison.extracts[:2]
        (Extract('summarizer', 2 sentences, 43 words), Extract('sumy TextRank', 1 sentence, 48 words))
    """
    settings = settings or Settings()
    done = run_pipeline(documents, settings, progress=progress)
    words = settings.budget_for(done.documents).words or done.briefing.words
    ours = tuple(statement.wording for event in done.events for statement in event.statements)
    extracts = [Extract(system="summarizer", sentences=ours)]
    for name in PEERS:
        if progress:
            progress(f"sumy {name}")
        taken = attempt(name, done.sentences, words, settings.language)
        extracts.append(Extract(system=f"sumy {name}", sentences=taken.sentences, reason=taken.reason))
    return Comparison(words=words, extracts=tuple(extracts))
