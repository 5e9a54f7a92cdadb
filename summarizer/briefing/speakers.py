"""The full names of speakers whom a briefing calls by their last names alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from summarizer.language import gender_of, has_weekday, is_role, stop_words
from summarizer.model import Document, Point, Section, Sentence

_GIVEN = r"(?<![\w’'-])(?P<given>[A-Z][\w’'-]+)\.? (?:[A-Z]\. )?"


def name_speakers(
    sections: Iterable[Section], documents: Sequence[Document], sentences: Iterable[Sentence]
) -> tuple[Section, ...]:
    """Give each speaker in full whom a point calls by the last name alone, and no point up to it by more.

    The reports must know one person of that name: where two given names stand before it, nobody is named.

    Args:
        sections: The sections of a briefing.
        documents: The reports.
        sentences: All sentences: who speaks there in full is a person.
    """
    texts = [document.text for document in documents]
    people = {sentence.speaker for sentence in sentences if sentence.speaker}
    told: list[str] = []

    def name(points: Sequence[Point]) -> Iterator[Point]:
        for point in points:
            told.append(" ".join(point.text.split()))
            last = _last_name(point.speaker)
            given = _given_names(last, texts) if last and not _given_names(last, told) else ()
            if len(given) == 1:
                full = f"{next(iter(given))} {last}"
                if gender_of(*given) or any(who.endswith(full) or f"{full}," in who for who in people):
                    point = replace(point, speaker=full)
                    told.append(full)
            yield point

    return tuple(replace(section, points=tuple(name(section.points))) for section in sections)


def _last_name(speaker: str | None) -> str | None:
    """The last name by which alone, or with a title, somebody is called."""
    *before, last = (speaker or "").split() or [""]
    return last if last[:1].isupper() and all(map(is_role, before)) and not is_role(last) else None


def _given_names(last: str, texts: Iterable[str]) -> set[str]:
    """The given names that stand before a last name."""
    pattern = re.compile(rf"{_GIVEN}{re.escape(last)}(?![\w-])")
    found = {match["given"] for text in texts if last in text for match in pattern.finditer(text)}
    return {
        one for one in found if not is_role(one) and not has_weekday(one) and one.casefold() not in stop_words("en")
    }
