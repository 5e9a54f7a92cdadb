"""Paragraphs of a report as speakers are looked for in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby, islice, zip_longest

from summarizer.model import Document
from summarizer.nlp.sentences.quotes import find_open
from summarizer.nlp.speakers.attribution import is_pronoun
from summarizer.nlp.speakers.attribution_phrases import has_lost_mark

OPENERS = ("“", '"', "«", "„")
_LONGEST_QUOTATION = 60  # sentences: what is not closed by then was never meant to be


@dataclass(slots=True)
class Paragraph:
    """A paragraph of a report, its sentences with white space folded."""

    texts: list[str]
    heard: list[str | None]  # whom the sentence itself tells, a pronoun included
    named: list[str]  # the first two of those who are no pronouns: more make no difference
    around: Callable[[], tuple[str, str]]  # the lines that cleaning left out right before and after it
    is_block: bool = False  # set off as a quotation
    start: int | None = None  # where the quotation begins, in all of its text, that it does not close
    inside: frozenset[int] = frozenset()  # the sentences that a quotation is open before
    runs_on: bool = False  # that quotation goes on in the next paragraph
    joins: bool = False  # the next paragraph is part of the same quotation set off
    said: list[str | None] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(self.texts)

    def opens(self) -> bool:
        """Tell whether it begins with a mark that opens a quotation."""
        return self.texts[0].startswith(OPENERS)


def read_paragraphs(
    document: Document, paragraphs: Sequence[int], texts: Sequence[str], heard: Sequence[str | None], language: str
) -> list[Paragraph]:
    """Read the paragraphs of a report.

    Args:
        document: The report, cleaned.
        paragraphs: For each sentence the number of its paragraph.
        texts: The sentences, white space folded.
        heard: For each whom it tells as its speaker, a pronoun included.
        language: The code of their language.
    """
    has_blocks = "\n>" in document.text or document.text.startswith(">")
    found: list[Paragraph] = []
    for number, group in groupby(range(len(texts)), key=paragraphs.__getitem__):
        own = list(group)
        speakers = dict.fromkeys(heard[at] for at in own)
        found.append(
            Paragraph(
                texts=[texts[at] for at in own],
                heard=[heard[at] for at in own],
                named=[*islice((who for who in speakers if who and not is_pronoun(who, language)), 2)],
                around=partial(_lines_around, document, number),
                is_block=has_blocks and _is_block(document, number),
                joins=has_blocks and _joins(document, number),
            )
        )
    for one, after_it in zip_longest(found, found[1:]):
        if any(mark in text for text in one.texts for mark in OPENERS):
            one.start = find_open(one.text)
            one.inside = frozenset(_inside(one.texts))
            one.runs_on = (
                one.start is not None
                and after_it is not None
                and after_it.opens()
                and not has_lost_mark(one.text[one.start :], language)
            )
    return found


def _inside(texts: Sequence[str]) -> Iterator[int]:
    start = 0
    for at in range(1, len(texts)):
        is_open = find_open(" ".join(texts[start:at])) is not None
        if is_open:
            yield at
        if not is_open or at - start >= _LONGEST_QUOTATION:
            start = at


def _lines_around(document: Document, number: int) -> tuple[str, str]:
    """The lines that cleaning left out right before and right after a paragraph."""
    kept, text = document.kept or (), document.text
    before = text[kept[number - 1].end if number else 0 : kept[number].start]
    after = text[kept[number].end : kept[number + 1].start if number + 1 < len(kept) else len(text)]
    above = [line.strip() for line in before.split("\n")[:-1] if line.strip("> ")]
    below = [line.strip() for line in after.split("\n") if line.strip("> ")]
    return above[-1] if above else "", below[0] if below else ""


def _is_block(document: Document, number: int) -> bool:
    """Whether a paragraph is set off as a quotation: a mark that cleaning took off opens its line."""
    start = (document.kept or ())[number].start
    return document.text[document.text.rfind("\n", 0, start) + 1 : start].lstrip().startswith(">")


def _joins(document: Document, number: int) -> bool:
    """Whether only lines with the mark of a quotation set off stand between a paragraph and the next."""
    kept = document.kept or ()
    if number + 1 >= len(kept):
        return False
    lines = document.text[kept[number].end : kept[number + 1].start].split("\n")[1:]
    return bool(lines) and all(line.startswith(">") for line in lines)
