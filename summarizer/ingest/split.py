"""Kept spans -> Sentences that know where they stood."""

from __future__ import annotations

import re

from summarizer.ingest.speakers import find_speakers
from summarizer.language import (
    find_flaws,
    find_withdrawn,
    has_tables,
    is_foreign,
    open_stemmer,
    split_text,
    terms_of,
    vote_language,
)
from summarizer.model import Document, Drop, Sentence, Span, entry_at

_WITHDRAWN = "withdrawn by its report"
_WHITE = re.compile(r"\s")


def split_document(document: Document, language: str, *, first_id: int = 0) -> tuple[list[Sentence], list[Drop]]:
    """Split a cleaned document into sentences.

    Args:
        document: A report with `kept` filled.
        language: Code of its language.
        first_id: The id of its first sentence; ids run on from there.

    Returns:
        Its sentences in order, and the stray fragments that are none, each with its reason.
    """
    pieces = [
        (paragraph, piece.stray, Span(start=kept.start + piece.start, end=kept.start + piece.end))
        for paragraph, kept in enumerate(document.kept or ())
        for piece in split_text(_unwrapped(kept.of(document.text)), language)
    ]
    texts = [span.of(document.text) for _, _, span in pieces]
    stem_words = open_stemmer(language)
    read = [terms_of(text, language, stem_words) for text in texts]
    parts = [text.split() for text in texts]
    plain = [" ".join(own) for own in parts]
    applied = _language_of([tokens for tokens, _ in read], language)
    spoken = find_speakers(document, [paragraph for paragraph, *_ in pieces], plain, [tokens for tokens, _ in read])
    # A quotation that runs on into the next paragraph closes there, and lacks no mark.
    closed = [text + mark for text, mark in zip(plain, spoken.closers, strict=True)]
    withdrawn = find_withdrawn(plain, [terms for _, terms in read]) if language == "en" else {}
    starts = [span.start for *_, span in pieces]
    taken_back = {at for at, by in withdrawn.items() if not _is_later(document, starts[at], starts[by])}
    found_flaws = find_flaws(closed, language, spoken.speakers, [tokens for tokens, _ in read])
    flaws_of = [(*flaws, _WITHDRAWN) if at in taken_back else flaws for at, flaws in enumerate(found_flaws)]
    columns = (
        pieces,
        texts,
        parts,
        read,
        flaws_of,
        spoken.speakers,
    )
    sentences: list[Sentence] = []
    fragments: list[Drop] = []
    for (paragraph, is_stray, span), text, words, (tokens, terms), flaws, speaker in zip(*columns, strict=True):
        if is_stray or not any(letter.isalnum() for letter in text):
            fragments.append(Drop(span=span, rule="stray fragment"))
            continue
        sentences.append(
            Sentence(
                id=first_id + len(sentences),
                document=document.id,
                span=span,
                text=text,
                position=len(sentences),
                paragraph=paragraph,
                words=len(words),
                tokens=tuple(tokens),
                terms=tuple(terms),
                flaws=flaws,
                speaker=speaker,
                language=None if applied is None or is_foreign(text, tokens, applied) else applied,
            )
        )
    return sentences, fragments


def _is_later(document: Document, place: int, other: int) -> bool:
    """Whether a place of a live blog was written after another: what is said again since stands."""
    one, two = (entry_at(document.entries, start) for start in (place, other))
    return bool(one and two and one.published.value.timestamp() > two.published.value.timestamp())


def _language_of(read: list[list[str]], language: str) -> str | None:
    """The language whose tables apply to a report: the one assumed, unless its words tell another."""
    if not has_tables(language):
        return None
    told = vote_language([token for tokens in read for token in tokens])
    return language if told in (None, language) else None


def _unwrapped(text: str) -> str:
    """A text as people read it: a line wrapped by width ends no sentence. White space is replaced one for one."""
    return text if text.isprintable() else _WHITE.sub(" ", text)
