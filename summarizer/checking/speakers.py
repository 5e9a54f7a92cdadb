"""Who says it: a passage backs a claim whole only where it has the speaker that the draft names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.model import Evidence, Sentence, Span
from summarizer.nlp.names.places import governments_of, plain_name
from summarizer.nlp.speakers.attribution import find_attribution
from summarizer.nlp.tokens import stop_words
from summarizer.statements.backed_part import longest_beside
from summarizer.statements.lexical_judge import LexicalJudge, wording_of

_MARKS = ".,;:!?\"'“”’()"


def without_other_speakers(judge: LexicalJudge, point: int, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return evidence, where a passage with another speaker than the sentence, or none, backs what is said alone.

    Args:
        judge: The lexical judge over the sentences of the reports and the draft.
        point: The number of a sentence of the draft.
        evidence: The passages that say it.
    """
    sentence = judge.sentences[point]
    own = speaker_in(sentence)
    said = _beside_attribution(sentence)
    if not own or said is None:
        return [*evidence]
    return [
        one
        if one.relation == "part" or any(_is_named(own, passage, sentence) for passage in one.sentences)
        else replace(one, relation="part", backed=said)
        for one in evidence
    ]


def names_of_speaker(text: str | None, language: str | None) -> frozenset[str]:
    """Return the words of a speaker, or of a sentence that may name one, that are written large, but for stop words.

    Args:
        text: The speaker, or the sentence.
        language: The code of its language.
    """
    large = {plain_name(word.strip(_MARKS)) for word in (text or "").split() if word.strip(_MARKS)[:1].isupper()}
    return frozenset(large - stop_words(language or ""))


def speaker_in(sentence: Sentence) -> frozenset[str]:
    """Return the names of a sentence's speaker, where the sentence itself names him; nothing where it does not."""
    is_told = sentence.speaker is not None and sentence.speaker in sentence.text
    return names_of_speaker(sentence.speaker, sentence.language) if is_told else frozenset()


def _is_named(own: frozenset[str], passage: Sentence, sentence: Sentence) -> bool:
    """Whether a passage, or whoever speaks in it, has a name of the speaker; one of the same words has."""
    if wording_of(passage) == wording_of(sentence):
        return True
    named = names_of_speaker(passage.text.replace("-", " "), sentence.language)
    named |= names_of_speaker(passage.speaker, sentence.language)
    governments = governments_of(sentence.language)
    initials = "".join(word[0] for word in passage.text.split() if word[0].isupper()).casefold()
    return bool(
        own & named
        or {governments.get(name) for name in own} & {governments.get(name) for name in named} - {None}
        or any(len(name) > 1 and name in initials for name in own)
    )


def _beside_attribution(sentence: Sentence) -> Span | None:
    """The longest stretch of a sentence that does not only tell who says it; None where nothing tells."""
    folded = " ".join(sentence.text.split())
    stretches = find_attribution(folded, sentence.language)
    if not stretches or len(folded) != len(sentence.text):
        return None
    rest = longest_beside(len(folded), stretches)
    return rest if rest.start < rest.end else None
