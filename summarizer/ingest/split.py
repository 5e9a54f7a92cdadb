"""Kept spans -> Sentences that know where they stood."""

from __future__ import annotations

import re
from itertools import groupby

from summarizer.language import (
    count_straight_marks,
    find_flaws,
    has_tables,
    is_bare_quotation,
    is_foreign,
    is_pronoun,
    may_be_meant,
    open_stemmer,
    split_text,
    tells_of_speech,
    terms_of,
    vote_language,
    who_says,
)
from summarizer.model import Document, Drop, Sentence, Span, count_words

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
    plain = [" ".join(text.split()) for text in texts]
    heard = [who_says(text) if tells_of_speech(tokens) else None for text, (tokens, _) in zip(plain, read, strict=True)]
    applied = _language_of([tokens for tokens, _ in read], language)
    columns = (
        pieces,
        texts,
        read,
        find_flaws(plain, language),
        _speakers([paragraph for paragraph, *_ in pieces], texts, heard),
    )
    sentences: list[Sentence] = []
    fragments: list[Drop] = []
    for (paragraph, is_stray, span), text, (tokens, terms), flaws, speaker in zip(*columns, strict=True):
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
                words=count_words(text),
                tokens=tuple(tokens),
                terms=tuple(terms),
                flaws=flaws,
                speaker=speaker,
                language=None if applied is None or is_foreign(text, tokens, applied) else applied,
            )
        )
    return sentences, fragments


def _language_of(read: list[list[str]], language: str) -> str | None:
    """The language whose tables apply to a report: the one assumed, unless its words tell another."""
    if not has_tables(language):
        return None
    told = vote_language([token for tokens in read for token in tokens])
    return language if told in (None, language) else None


def _unwrapped(text: str) -> str:
    """A text as people read it: a line wrapped by width ends no sentence. White space is replaced one for one."""
    return text if text.isprintable() else _WHITE.sub(" ", text)


def _speakers(paragraphs: list[int], texts: list[str], heard: list[str | None]) -> list[str | None]:
    """For each sentence who says it, where it or its paragraph tells."""
    speakers: list[str | None] = []
    for _, group in groupby(range(len(texts)), key=paragraphs.__getitem__):
        start, *rest = group
        own = slice(start, start + 1 + len(rest))
        speakers += _speakers_of_paragraph(texts[own], heard[own])
    return speakers


def _speakers_of_paragraph(texts: list[str], heard: list[str | None]) -> list[str | None]:
    """Who says each sentence of a paragraph.

    A quotation that does not say itself whose words it holds is that of the nearest one named beside it. A pronoun
    means the one speaker whom the paragraph names, nobody where it names several.
    """
    if not any(heard):
        return [None] * len(texts)
    named = dict.fromkeys(who for who in heard if who and not is_pronoun(who))
    meant = next(iter(named)) if len(named) == 1 else None
    said = [
        (meant if meant and may_be_meant(who, meant) else None) if who and is_pronoun(who) else who for who in heard
    ]
    speakers: list[str | None] = []
    for at, text in enumerate(texts):
        near = [i for i in (at - 1, at + 1, at - 2, at + 2) if 0 <= i < len(texts)]
        beside = next((i for i in near if heard[i]), None)
        bare = is_bare_quotation(text) or _is_inside_quotation(texts, at)
        speakers.append(said[at] or (said[beside] if bare and beside is not None else None))
    return speakers


def _is_inside_quotation(texts: list[str], at: int) -> bool:
    """Whether a quotation begun before a sentence has not ended before it."""
    if at == 0:
        return False
    before = "".join(texts[:at])
    return before.count("“") > before.count("”") or count_straight_marks(before) % 2 == 1
