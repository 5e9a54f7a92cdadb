"""Sentences as rows of token ids, with their position in the sentence."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.model import Sentence
from summarizer.nlp.commitments import Commitments
from summarizer.nlp.sentences.verbs import is_verb
from summarizer.nlp.tokens import spans_of
from summarizer.statements.contradiction.conflict import Place

_FEW = 3  # content words and figures below which a point needs all its words side by side
_UNSEEN = 1.0  # weight of what several words mean together, where no word of the reports means it
_WITHIN = ("", "-", "\u2010", "\u2011")  # what stands between the parts of one word
_HEAD = 5  # first letters by which a word of English may be known as a form of another,
_LONG_HEAD = 7  # and of any other language: in German, "unter" opens hundreds of words


@dataclass(frozen=True, kw_only=True, eq=False)
class Row:
    """A sentence as it is compared.

    Attributes:
        sentence: The sentence.
        said: What it commits itself to.
        weights: The weight of each of its content words, in the order of `said.content`.
        places: For each meaning where its words stand (sentence 0, and the word), and the rank of the first of them
            among all words with a meaning.
        heads: The same by first letters.
        square: The sum of the squared weights of its meanings.
        size: How many of its words have a meaning.
        total: The sum of `weights`.
        squared: The sum of their squares.
        understood: Its names that another sentence need not repeat.
    """

    sentence: Sentence
    said: Commitments
    weights: tuple[float, ...]
    places: Mapping[str, tuple[Sequence[Place], int]]
    heads: Mapping[str, tuple[Sequence[Place], int]]
    square: float
    size: int
    total: float
    squared: float
    understood: frozenset[str]

    @property
    def language(self) -> str:
        """The language whose tables it was read by."""
        return self.sentence.language or ""

    @cached_property
    def told(self) -> frozenset[str]:
        """The meanings of its content."""
        return frozenset(self.said.meanings[at] for at in self.said.content)

    @cached_property
    def spans(self) -> Sequence[tuple[int, int]]:
        """Where each word starts and ends in the text."""
        return spans_of(self.sentence.text)

    @cached_property
    def joined(self) -> frozenset[int]:
        """The words that are one with the word before them: "slammed" in "hurricane-slammed"."""
        text, spans = self.sentence.text, self.spans
        return frozenset(at for at in range(1, len(spans)) if text[spans[at - 1][1] : spans[at][0]] in _WITHIN)

    @cached_property
    def verbs(self) -> frozenset[int]:
        """Its verbs, each known by itself and by what stands before it.

        "Injured", which opens a sentence, describes, and so does a part of "hurricane-slammed" or
        "made-for-television".
        """
        tokens, joined = self.sentence.tokens, self.joined
        return frozenset(
            at
            for at, token in enumerate(tokens)
            if at not in self.said.names
            and at not in joined
            and at + 1 not in joined
            and (at or not token.endswith("ed"))
            and is_verb(token, tokens[at - 1] if at else "", self.language)
        )


def head_size(language: str | None) -> int:
    """Return how many first letters tell that a word may be a form of another.

    >>> head_size("en"), head_size("de")
    (5, 7)
    """
    return _HEAD if language == "en" else _LONG_HEAD


def open_row(sentence: Sentence, said: Commitments, weight_of: Mapping[str, float], known: Container[str] = ()) -> Row:
    """Prepare a sentence for comparison.

    Args:
        sentence: The sentence.
        said: What it commits itself to.
        weight_of: The weight of each meaning, > 0.
        known: The meanings that most reports hold.
    """
    places: dict[str, tuple[list[Place], int]] = {}
    rank = 0
    for at, meaning in enumerate(said.meanings):
        if meaning:
            places.setdefault(meaning, ([], rank))[0].append((0, at))
            rank += 1
    heads: dict[str, tuple[list[Place], int]] = {}
    size = head_size(sentence.language)
    for meaning, entry in places.items():
        held = heads.setdefault(meaning[:size], entry)
        if held is not entry:
            heads[meaning[:size]] = sorted(held[0] + entry[0]), held[1]
    weights = tuple([weight_of.get(said.meanings[at], _UNSEEN) for at in said.content])
    return Row(
        sentence=sentence,
        said=said,
        weights=weights,
        places=places,
        heads=heads,
        square=sum([weight_of.get(meaning, _UNSEEN) ** 2 for meaning in places]),
        size=rank,
        total=sum(weights),
        squared=sum([weight * weight for weight in weights]),
        understood=frozenset(name for at, name in said.names.items() if said.meanings[at] in known),
    )


def is_brief(point: Row) -> bool:
    """Tell whether a point has so few content words, figures and days that others hold them by chance."""
    return len(point.said.content) + len(point.said.figures) + len(set(point.said.days.values())) < _FEW
