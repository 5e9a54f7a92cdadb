"""sumy's summarizers on our sentences at our length, and our choice beside theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from summarizer.api import run_pipeline
from summarizer.errors import SettingsError
from summarizer.finished_run import Comparison, Extract
from summarizer.model import Document, Sentence
from summarizer.nlp.tokens import stem, stop_words, words_of
from summarizer.settings import Settings

_LETTERS = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-])*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A summarizer of sumy: how to load its class, and the most sentences that it ranks in about a minute."""

    load: Callable[[], Any]
    most: int = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What a peer took, in document order; where that is nothing, `reason` says why."""

    sentences: tuple[Sentence, ...] = ()
    reason: str | None = None


def extract(name: str, sentences: Sequence[Sentence], words: int, language: str) -> tuple[Sentence, ...]:
    """Return what a peer takes from the sentences of all reports, read as one document.

    Args:
        name: A key of `PEERS`.
        sentences: Of all reports, in order.
        words: Most words that the taken sentences may have together.
        language: Code of the language whose stop words and stems are used.

    Returns:
        Some of `sentences`, in their order; none where the peer can make nothing of them (`attempt` says why).

    Raises:
        SettingsError: `name` is not in `PEERS`.
    """
    return attempt(name, sentences, words, language).sentences


def attempt(name: str, sentences: Sequence[Sentence], words: int, language: str) -> Attempt:
    """Do as `extract` does, and where a peer takes nothing, say why.

    sumy itself is left as it is: a sentence that two reports print is taken twice.

    Raises:
        SettingsError: `name` is not in `PEERS`.

    Cost: dense matrices in plain Python, quadratic in the number of sentences; cubic for KL.
    """
    if name not in PEERS:
        raise SettingsError(f"peer: found {name!r}, wanted one of {', '.join(PEERS)}.")
    if not any(sentence.words <= words for sentence in sentences):
        return Attempt(reason=f"no sentence fits {words} words")
    if len(sentences) > PEERS[name].most:
        return Attempt(reason=f"too slow for {len(sentences)} sentences: it takes minutes beyond {PEERS[name].most}")
    try:
        taken = _run(PEERS[name].load(), sentences, words, language)
    except (ArithmeticError, AssertionError, LookupError, MemoryError, ValueError) as error:
        # sumy asserts and divides where a text has hardly a word; that is an answer too, and no fault of the caller.
        return Attempt(reason=f"sumy failed: {type(error).__name__} {error}".rstrip())
    if not taken:
        return Attempt(reason="it found no word to go by")
    return Attempt(sentences=tuple(sentences[index] for index in sorted(taken)))


def _run(load: Any, sentences: Sequence[Sentence], words: int, language: str) -> list[int]:
    """Return the indices of the sentences that fit, best first."""
    import numpy as np
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.models.dom import Sentence as Line

    tokens = {sentence.text.strip(): _tokens_of(sentence.text) for sentence in sentences}
    vocabulary = sorted({word for line in tokens.values() for word in line})
    stems = dict(zip(vocabulary, stem(vocabulary, language), strict=True))
    document = ObjectDocumentModel([Paragraph([Line(sentence.text, _Tokenizer(tokens)) for sentence in sentences])])
    summarizer = load(lambda word: stems.get(word, word))
    summarizer.stop_words = stop_words(language)
    taken: list[int] = []

    def fill(ranked: Sequence[Any]) -> Sequence[Any]:
        room = words
        for info in ranked:
            # By place, not by text: to sumy two sentences of one wording are equal.
            length = sentences[info.order].words
            if length <= room:
                room -= length
                taken.append(info.order)
        return ()

    # LexRank divides by a norm of zero where no two sentences share a word, and numpy would print that.
    with np.errstate(all="ignore"):
        summarizer(document, fill)
    return taken


@dataclass(frozen=True, slots=True)
class _Tokenizer:
    """Stands in for sumy's, which wants a download of nltk's before its first word."""

    tokens: dict[str, tuple[str, ...]]

    def to_words(self, text: str) -> tuple[str, ...]:
        return self.tokens[text]


def _tokens_of(text: str) -> tuple[str, ...]:
    """Split off the words of letters alone, which are all that sumy's own tokenizer lets through."""
    return tuple(word for word in words_of(text) if _LETTERS.fullmatch(word))


def _from_sumy(module: str, name: str) -> Callable[[], Any]:
    return lambda: getattr(import_module(f"sumy.summarizers.{module}"), name)


def _quiet_lsa() -> Any:
    """Return sumy's LSA without its warning, and with one answer for one input."""
    import numpy as np
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.summarizers.lsa import LsaSummarizer

    class QuietLsa(LsaSummarizer):  # type: ignore[misc]  # sumy has no types
        def _create_matrix(self, document: Any, dictionary: dict[str, int]) -> Any:
            # sumy warns on standard error where sentences outnumber words. Warning filters belong to the whole
            # process, so that muting them is not thread-safe; strips of sentences no wider than that never warn.
            lines, width = document.sentences, len(dictionary)
            strips = [lines[start : start + width] for start in range(0, len(lines), width)]
            documents = [ObjectDocumentModel([Paragraph(strip)]) for strip in strips]
            return np.hstack([super(QuietLsa, self)._create_matrix(part, dictionary) for part in documents])

        def _compute_ranks(self, sigma: Any, v_matrix: Any) -> list[float]:
            # With all its dimensions kept, a rank is little more than a count of words, so that ties are common; the
            # rows stand in the order of a set, another one in every process, and the last digits would break the tie.
            return [round(rank, 9) for rank in super()._compute_ranks(sigma, v_matrix)]

    return QuietLsa


PEERS: dict[str, Peer] = {
    "TextRank": Peer(load=_from_sumy("text_rank", "TextRankSummarizer")),
    "LexRank": Peer(load=_from_sumy("lex_rank", "LexRankSummarizer")),
    "LSA": Peer(load=_quiet_lsa),
    "KL": Peer(load=_from_sumy("kl", "KLSummarizer"), most=500),
    "Luhn": Peer(load=_from_sumy("luhn", "LuhnSummarizer")),
    "SumBasic": Peer(load=_from_sumy("sum_basic", "SumBasicSummarizer")),
    "Reduction": Peer(load=_from_sumy("reduction", "ReductionSummarizer")),
}


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
        (Extract('summarizer', 1 sentence, 29 words), Extract('sumy TextRank', 1 sentence, 48 words))
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
