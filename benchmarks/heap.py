"""A seeded heap of made-up reports, in the proportions of real ones, for what no public set is large enough for.

The words mean nothing, but they are as frequent as words of news are: most of a report is words that every report has.
A story has words, names, figures and quotations of its own, and shares a subject with other stories. Most stories are
told once, few by hundreds of reports. Some reports are printed again word for word, some with words replaced, some cut.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, islice
from random import Random

from summarizer import Document
from summarizer.nlp.tokens import listed_stop_words

_SYLLABLES = "ba be bi bo bu da de di do du fa fe fi fo ga ge gi go ka ke ki ko la le li lo lu ma me mi mo mu".split()
_SYLLABLES += (
    "na ne ni no pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo wa we wi za ze zo".split()
)
_ENDINGS = ("", "", "", "n", "r", "s", "t", "l", "nd", "rt")
_WORDS = 20_000  # different words of the made-up language
_SUBJECTS = 25  # that stories share: politics, weather, courts …
_DAYS = 120  # over which the stories spread
_UNDATED = 0.3
_EXACT, _CHANGED, _CUT = 0.06, 0.08, 0.03  # shares of the reports of a story after its first that are copies
_LARGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    words: list[str]
    names: list[str]
    figures: list[str]
    quotations: list[str]
    subject: list[str]
    day: date


class HeapMaker:
    """Makes stories and their reports, the same ones for the same seed."""

    def __init__(self, seed: int = 0) -> None:
        self._random = Random(seed)  # noqa: S311 - a heap must repeat
        words = sorted({self._word() for _ in range(2 * _WORDS)})
        self._random.shuffle(words)
        self._words = words[:_WORDS]
        self._weights = [*accumulate(1 / (rank + 8) ** 1.15 for rank in range(len(self._words)))]
        self._small = sorted(word for word in listed_stop_words("en") if word.isalpha())
        self._subjects = [self._random.choices(self._words[500:], k=120) for _ in range(_SUBJECTS)]
        self._people = [self._word().title() for _ in range(6_000)]

    def _word(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=self._random.choice((1, 2, 2, 3)))) + self._random.choice(
            _ENDINGS
        )

    def reports(self, size: int | None = None) -> Iterator[tuple[str, Document]]:
        """Yield reports without end, story after story: the story of each, and the report.

        Args:
            size: How many reports tell each story; None for sizes as in news.
        """
        number = 0
        while True:
            number += 1
            story = self._story()
            told: list[str] = []
            for at in range(size or min(int(self._random.paretovariate(0.9)), _LARGEST)):
                told.append(self._next(story, told))
                day = story.day + timedelta(days=min(int(self._random.expovariate(0.8)), 6))
                yield (
                    f"s{number}",
                    Document(
                        id=f"{number}-{at}",
                        text=told[-1],
                        published=None if self._random.random() < _UNDATED else day,
                        outlet=f"{self._people[(number * 31 + at) % 900]} Post",
                    ),
                )

    def _story(self) -> _Story:
        draw = self._random
        names = [draw.choice(self._people) for _ in range(draw.randint(12, 40))]
        own = [*draw.choices(self._words[2_000:], k=30), *draw.choices(self._words[100:2_000], k=30)]
        subject = draw.choice(self._subjects)
        quotations = [f"“{self._sentence(own, subject, names[:1], [])[:-1]},” said {names[at % 3]}." for at in range(6)]
        figures = [str(draw.choice((3, 7, 12, 14, 40, 120, 300, 1500))) for _ in range(6)]
        day = date(2024, 1, 1) + timedelta(days=draw.randrange(_DAYS))
        return _Story(words=own, names=names, figures=figures, quotations=quotations, subject=subject, day=day)

    def _next(self, story: _Story, told: list[str]) -> str:
        kind = self._random.random()
        if told and kind < _EXACT:
            return self._random.choice(told)
        if told and kind < _EXACT + _CHANGED:
            words = self._random.choice(told).split(" ")
            for at in range(len(words)):
                if self._random.random() < 0.08:
                    words[at] = self._random.choice(self._words)
            return " ".join(words)
        if told and kind < _EXACT + _CHANGED + _CUT:
            text = self._random.choice(told)
            return text[: text.rfind("\n", 0, max(len(text) // 2, 400))] or text
        return self._report(story)

    def _report(self, story: _Story) -> str:
        draw = self._random
        length = max(int(draw.lognormvariate(5.9, 0.7)), 60)  # words: half below 365
        own = draw.sample(story.words, k=50)  # no report tells all
        paragraphs, words = [], 0
        while words < length:
            sentences = [
                self._sentence(own, story.subject, story.names, story.figures) for _ in range(draw.randint(1, 3))
            ]
            if draw.random() < 0.15:
                sentences.append(draw.choice(story.quotations))
            paragraphs.append(" ".join(sentences))
            words += len(paragraphs[-1].split())
        return "\n\n".join(paragraphs) + "\n"

    def _sentence(self, own: list[str], subject: list[str], names: list[str], figures: list[str]) -> str:
        draw = self._random
        size = draw.randint(8, 32)
        words = draw.choices(self._words, cum_weights=self._weights, k=size)
        for at in range(size):
            kind = draw.random()
            if kind < 0.45:
                words[at] = draw.choice(self._small)
            elif kind < 0.67:
                words[at] = draw.choice(own)
            elif kind < 0.75:
                words[at] = draw.choice(subject)
            elif kind < 0.82:
                words[at] = draw.choice(names)
            elif kind < 0.835 and figures:
                words[at] = draw.choice(figures)
        words[0] = words[0][0].upper() + words[0][1:]
        return " ".join(words) + "."


def make_heap(size: int, seed: int = 0) -> tuple[list[Document], list[str]]:
    """Return so many reports, mixed, and the story of each."""
    made = list(islice(HeapMaker(seed).reports(), size))
    Random(seed).shuffle(made)  # noqa: S311
    return [document for _, document in made], [story for story, _ in made]


if __name__ == "__main__":
    documents, stories = make_heap(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
    print(len(documents), "reports of", len(set(stories)), "stories;", documents[0].text)
