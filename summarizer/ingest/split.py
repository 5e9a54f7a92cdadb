"""Kept spans -> Sentences that know where they stood."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from summarizer.language import (
    count_straight_marks,
    find_flaws,
    is_bare_quotation,
    is_pronoun,
    may_be_meant,
    open_stemmer,
    split_text,
    tells_of_speech,
    terms_of,
    who_says,
)
from summarizer.model import Document, Drop, Sentence, Span, count_words

_WHITE = re.compile(r"\s")
Stemmer = Callable[[Sequence[str]], list[str]]


def split_document(document: Document, language: str, *, first_id: int = 0) -> tuple[list[Sentence], list[Drop]]:
    """Split a cleaned document into sentences.

    Args:
        document: A report with `kept` filled.
        language: Code of its language.
        first_id: The id of its first sentence; ids run on from there.

    Returns:
        Its sentences in order, and the stray fragments that are none, each with its reason.
    """
    stem_words = open_stemmer(language)
    sentences: list[Sentence] = []
    fragments: list[Drop] = []
    for paragraph, kept in enumerate(document.kept or ()):
        text = kept.of(document.text)
        # Boundaries are looked for in the text as people read it: a line wrapped by width ends no sentence. White space
        # is replaced one for one, so that offsets hold.
        pieces = split_text(text if text.isprintable() else _WHITE.sub(" ", text), language)
        spans = [Span(start=kept.start + piece.start, end=kept.start + piece.end) for piece in pieces]
        texts = [span.of(document.text) for span in spans]
        read = [terms_of(words, language, stem_words) for words in texts]
        speakers = _speakers(texts, [tokens for tokens, _ in read])
        for piece, span, words, (tokens, terms), speaker in zip(pieces, spans, texts, read, speakers, strict=True):
            if piece.stray or not any(letter.isalnum() for letter in words):
                fragments.append(Drop(span=span, rule="stray fragment"))
                continue
            sentences.append(
                Sentence(
                    id=first_id + len(sentences),
                    document=document.id,
                    span=span,
                    text=words,
                    position=len(sentences),
                    paragraph=paragraph,
                    words=count_words(words),
                    tokens=tuple(tokens),
                    terms=tuple(terms),
                    flaws=find_flaws(" ".join(words.split())),
                    speaker=speaker,
                )
            )
    return sentences, fragments


def _speakers(texts: list[str], tokens: list[list[str]]) -> list[str | None]:
    """For each sentence of a paragraph, who says it, where it or its paragraph tells.

    A quotation that does not say itself whose words it holds is that of the nearest one named beside it. A pronoun
    means the one speaker whom the paragraph names, nobody where it names several.
    """
    heard = [
        who_says(" ".join(text.split())) if tells_of_speech(words) else None
        for text, words in zip(texts, tokens, strict=True)
    ]
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
