"""Splits the kept stretches of a report into sentences that know where they stood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from sys import intern
from typing import NamedTuple

from summarizer.languages.language import has_tables
from summarizer.model import Document, DroppedSpan, Sentence, Span, entry_at
from summarizer.nlp.facts.corrections import find_withdrawn
from summarizer.nlp.language_detection import is_foreign, vote_language
from summarizer.nlp.sentences.boundaries import split_text
from summarizer.nlp.sentences.quality import find_flaws
from summarizer.nlp.speakers.report_speakers import Spoken, find_speakers
from summarizer.nlp.tokens import open_stemmer, terms_of

_WITHDRAWN = "withdrawn by its report"
_WHITE = re.compile(r"\s")


class _Draft(NamedTuple):
    """A report cut into pieces: sentences and stray fragments.

    Attributes:
        document: The report.
        language: Code of its language.
        paragraphs: For each piece the number of its paragraph.
        strays: Whether each is a fragment.
        spans: Where each stands.
        texts: Its text.
        plain: Its text with white space folded.
    """

    document: Document
    language: str
    paragraphs: list[int]
    strays: list[bool]
    spans: list[Span]
    texts: list[str]
    plain: list[str]


_Read = list[tuple[list[str], list[str]]]  # the words of each piece, and their stems
_Flaws = list[tuple[str, ...]]  # the flaws of each piece


def split_document(document: Document, language: str, *, first_id: int = 0) -> tuple[list[Sentence], list[DroppedSpan]]:
    """Split a cleaned document into sentences.

    Args:
        document: A report with `kept` filled.
        language: Code of its language.
        first_id: The id of its first sentence; ids run on from there.

    Returns:
        Its sentences in order, and the stray fragments that are none, each with its reason.
    """
    return split_documents([(document, language)], first_id=first_id)[0]


def split_documents(
    documents: Iterable[tuple[Document, str]], *, first_id: int = 0
) -> list[tuple[list[Sentence], list[DroppedSpan]]]:
    """Split several reports, each given with its language, as `split_document` does; ids run on from one to the next.

    Each step is done for all reports before the next begins: that takes a tenth less time.
    """
    drafts = [_cut(document, language) for document, language in documents]
    read = [_read(draft) for draft in drafts]
    spoken = [
        find_speakers(draft.document, draft.paragraphs, draft.plain, [tokens for tokens, _ in own], draft.language)
        for draft, own in zip(drafts, read, strict=True)
    ]
    flaws = _find_flaws(drafts, read, spoken)
    made: list[tuple[list[Sentence], list[DroppedSpan]]] = []
    for columns in zip(drafts, read, spoken, flaws, strict=True):
        made.append(_make(*columns, first_id=first_id))
        first_id += len(made[-1][0])
    return made


def _cut(document: Document, language: str) -> _Draft:
    found = [
        (paragraph, piece.stray, Span(start=kept.start + piece.start, end=kept.start + piece.end))
        for paragraph, kept in enumerate(document.kept or ())
        for piece in split_text(_unwrapped(kept.of(document.text)), language)
    ]
    texts = [span.of(document.text) for _, _, span in found]
    return _Draft(
        document=document,
        language=language,
        paragraphs=[paragraph for paragraph, *_ in found],
        strays=[is_stray for _, is_stray, _ in found],
        spans=[span for *_, span in found],
        texts=texts,
        plain=[" ".join(text.split()) for text in texts],
    )


def _read(draft: _Draft) -> _Read:
    stem_words = open_stemmer(draft.language)
    return [terms_of(text, draft.language, stem_words) for text in draft.texts]


def _find_flaws(drafts: Sequence[_Draft], read: Sequence[_Read], spoken: Sequence[Spoken]) -> list[_Flaws]:
    """The flaws of each piece of each report, looked for in all reports of one language at once."""
    found: list[_Flaws] = [[] for _ in drafts]
    for language in {draft.language: None for draft in drafts}:
        own = [at for at, draft in enumerate(drafts) if draft.language == language]
        # A quotation that runs on into the next paragraph closes there, and lacks no mark.
        closed = [text + mark for at in own for text, mark in zip(drafts[at].plain, spoken[at].closers, strict=True)]
        speakers = [speaker for at in own for speaker in spoken[at].speakers]
        flaws = iter(find_flaws(closed, language, speakers, [tokens for at in own for tokens, _ in read[at]]))
        for at in own:
            found[at] = [*islice(flaws, len(drafts[at].plain))]
            _add_withdrawn(found[at], drafts[at], read[at])
    return found


def _add_withdrawn(found: _Flaws, draft: _Draft, read: _Read) -> None:
    """That its report withdraws a piece is a flaw of it."""
    withdrawn = find_withdrawn(draft.plain, [terms for _, terms in read], draft.language)
    for at, by in withdrawn.items():
        if not _is_later(draft.document, draft.spans[at].start, draft.spans[by].start):
            found[at] = (*found[at], _WITHDRAWN)


def _make(
    draft: _Draft, read: _Read, spoken: Spoken, flaws: _Flaws, *, first_id: int
) -> tuple[list[Sentence], list[DroppedSpan]]:
    """The sentences of a report and its fragments."""
    applied = _language_of([tokens for tokens, _ in read], draft.language)
    sentences: list[Sentence] = []
    fragments: list[DroppedSpan] = []
    for at, (text, (tokens, terms)) in enumerate(zip(draft.texts, read, strict=True)):
        if draft.strays[at] or not any(map(str.isalnum, text)):
            fragments.append(DroppedSpan(span=draft.spans[at], rule="stray fragment"))
            continue
        sentences.append(
            Sentence(
                id=first_id + len(sentences),
                document=draft.document.id,
                span=draft.spans[at],
                text=text,
                position=len(sentences),
                paragraph=draft.paragraphs[at],
                words=draft.plain[at].count(" ") + 1,
                tokens=tuple(map(intern, tokens)),
                terms=tuple(map(intern, terms)),
                flaws=flaws[at],
                speaker=spoken.speakers[at],
                language=None if applied is None or is_foreign(text, tokens, applied) else applied,
            )
        )
    return sentences, fragments


def _is_later(document: Document, place: int, other: int) -> bool:
    """Whether a place of a live blog was written after another: what is said again since stands."""
    one, two = (entry_at(document.entries, start) for start in (place, other))
    return bool(one and two and one.published.rank > two.published.rank)


def _language_of(read: list[list[str]], language: str) -> str | None:
    """The language whose tables apply to a report: the one assumed, unless its words tell another."""
    if not has_tables(language):
        return None
    told = vote_language([token for tokens in read for token in tokens])
    return language if told in (None, language) else None


def _unwrapped(text: str) -> str:
    """A text as people read it: a line wrapped by width ends no sentence. White space is replaced one for one."""
    return text if text.isprintable() else _WHITE.sub(" ", text)
