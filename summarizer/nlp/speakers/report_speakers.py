"""The speaker of each sentence of a report, from the sentence, its paragraph, or what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.languages.word_records import Words
from summarizer.model import Document
from summarizer.nlp.names.person_words import gender_of, is_personal, may_be_meant, means_one_person, means_several
from summarizer.nlp.sentences.quotes import has_quotation_marks, is_bare_quotation
from summarizer.nlp.speakers.attribution import is_pronoun, tells_of_speech, who_says
from summarizer.nlp.speakers.attribution_phrases import read_label, read_lead_in, read_signature
from summarizer.nlp.speakers.paragraphs import Paragraph, read_paragraphs
from summarizer.nlp.speakers.subjects import subject_of

_NEAR = 4  # sentences before a pronoun whose subjects it may mean
_CLOSER = {"“": "”", '"': '"', "«": "»", "„": "“"}
_PERSON = re.compile(r"[A-Z][\w’'-]{1,40} (?:[A-Z]\.? )?[A-Z][\w’'-]+")
_TIME_OF_POST = re.compile(r"(?<!\s)\s*+(?:\(@[\w.-]+\)|@[\w.-]+|·|\|).*|\s[A-Z][a-z]+ \d{1,2}, \d{4}$", re.DOTALL)


class _Words(Words, section="speakers"):
    """Of the section "speakers" of a language what tells a speaker in a report: its file says what each is."""

    many: frozenset[str]
    plural_endings: tuple[str, ...]
    no_labels: frozenset[str]
    shared: re.Pattern[str]


class Spoken(NamedTuple):
    """What quotations tell of the sentences of a report.

    Attributes:
        speakers: For each who says it; None where that is not told.
        closers: For each the mark that would close the quotation that runs on into the next paragraph; mostly "".
    """

    speakers: list[str | None]
    closers: list[str]


def find_speakers(
    document: Document,
    paragraphs: Sequence[int],
    texts: Sequence[str],
    tokens: Sequence[Sequence[str]],
    language: str,
) -> Spoken:
    """Find who says each sentence of a report.

    Args:
        document: The report, cleaned.
        paragraphs: For each sentence the number of its paragraph.
        texts: The sentences, white space folded.
        tokens: Their words in small letters.
        language: The code of their language; in one without words for speakers only marks and names tell.
    """
    heard = [_hear(text, words, language) for text, words in zip(texts, tokens, strict=True)]
    found = read_paragraphs(document, paragraphs, texts, heard, language)
    labels = _labels(found, language)
    if not any(heard) and not labels and not any(one.is_block or one.opens() for one in found):
        return Spoken(speakers=[None] * len(texts), closers=[""] * len(texts))
    people = _People(heard, language)
    for at, one in enumerate(found):
        before = found[at - 1] if at else None
        _resolve(one, before, found[at + 1] if at + 1 < len(found) else None, people, labels)
    for one, after in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if one.runs_on and after.said[0]:
            _give_open(one, after.said[0])
        if one.is_block and one.joins and after.said[0] and not any(one.heard):
            one.said = [who or after.said[0] for who in one.said]
    return Spoken(
        speakers=[who for one in found for who in one.said], closers=[mark for one in found for mark in _closers(one)]
    )


def _hear(text: str, tokens: Sequence[str], language: str) -> str | None:
    may_be_signed = has_quotation_marks(text) and any(mark in text for mark in (":", "–", "—", " -"))
    return who_says(text, language) if may_be_signed or tells_of_speech(tokens, language) else None


class _People:
    """The persons whom a report names as speakers, by their last names."""

    def __init__(self, heard: Sequence[str | None], language: str) -> None:
        self.language = language
        self._full: dict[str, str] = {}
        for who in heard:
            self.add(who)

    def add(self, who: str | None) -> None:
        if who and is_personal(who, self.language) and who.split()[-1][0].isupper():
            self._full.setdefault(who.split()[-1].casefold(), who)

    def full(self, who: str) -> str:
        """The longest form of a name that was told."""
        return self._full.get(who.split()[-1].casefold(), who)

    def knows(self, who: str) -> bool:
        """Tell whether words are the name of a person."""
        return is_personal(who, self.language) or who.split()[-1].casefold() in self._full

    def means(self, pronoun: str, who: str) -> bool:
        """Tell whether a pronoun can stand for somebody."""
        return may_be_meant(pronoun, self.full(who), self.language)


def _same(one: str, other: str) -> bool:
    return one.split()[-1].casefold() == other.split()[-1].casefold()


def _resolve(
    one: Paragraph, before: Paragraph | None, after: Paragraph | None, people: _People, labels: frozenset[str]
) -> None:
    """Fill who says each sentence of a paragraph."""
    if not any(one.heard) and not one.is_block and not one.opens() and not labels:
        one.said = [None] * len(one.texts)
        return
    label = read_label(one.texts[0], people.language) if labels else None
    one.said = _said(one, before, people)
    if label in labels:
        one.said = [who or label for who in one.said]
        return
    if not any(one.said):
        who = _told_around(one, before, after, people.language)
        if who and (one.is_block or one.opens()):
            one.said = [who if one.is_block or _is_within(one, at) else None for at in range(len(one.texts))]
        return
    own = list(one.said)
    for at in range(len(one.texts)):
        if (own[at] is None and not one.heard[at] and _is_within(one, at)) or (
            own[at] is None and one.is_block and not one.heard[at]
        ):
            one.said[at] = _beside(one, own, at, people.language)


def _beside(one: Paragraph, own: Sequence[str | None], at: int, language: str) -> str | None:
    """The speaker of the nearest sentence that tells one; a signature right after comes first."""
    if at + 1 < len(own) and read_signature(one.texts[at + 1], language):
        return own[at + 1]
    near = [i for i in (at - 1, at + 1, at - 2, at + 2) if 0 <= i < len(own)]
    # Who is cited within a quotation does not speak the rest of it.
    is_bare = is_bare_quotation(one.texts[at]) or one.is_block
    beside = next((i for i in near if one.heard[i] and (is_bare or has_quotation_marks(one.texts[i]))), None)
    return own[beside] if beside is not None else None


def _is_within(one: Paragraph, at: int) -> bool:
    """Whether a sentence is all quotation: bare, or between marks that stand before and after it."""
    if is_bare_quotation(one.texts[at]):
        return True
    if one.start is not None and not one.runs_on:
        return False
    if at == 0:
        return one.runs_on and one.start == 0
    return at in one.inside


def _said(one: Paragraph, before: Paragraph | None, people: _People) -> list[str | None]:
    """Whom each sentence tells by itself, pronouns read as the persons they mean."""
    said: list[str | None] = []
    for at, (text, who) in enumerate(zip(one.texts, one.heard, strict=True)):
        if who is None:
            is_signed = at and is_bare_quotation(one.texts[at - 1])
            said.append(read_signature(text, people.language) if is_signed else None)
        elif is_pronoun(who, people.language):
            said.append(_meant(one, at, who, said, before, people))
        else:
            said.append(who)
    return said


def _meant(
    one: Paragraph, at: int, pronoun: str, said: Sequence[str | None], before: Paragraph | None, people: _People
) -> str | None:
    """Whom a pronoun means: the only one named in the paragraph, else the last one before it where that is sure."""
    language = people.language
    if own := subject_of(one.texts[at], language):  # "Jane Roe, a nurse, was late, she said."
        return own if people.knows(own) and people.means(pronoun, own) else None
    named = dict.fromkeys(one.named)
    near = [who for text in one.texts[max(0, at - _NEAR) : at] if (who := subject_of(text, language))]
    for who in filter(people.knows, near):
        if not any(_same(who, other) for other in named):
            named[who] = None
    if len(named) == 1:
        meant = next(iter(named))
        told = None if not at or one.heard[at - 1] else subject_of(one.texts[at - 1], language)
        if told and not _same(told, meant):
            return None
        return meant if people.means(pronoun, meant) else None
    if named:
        last = said[at - 1] or subject_of(one.texts[at - 1], language) if at else None
        if last and gender_of(people.full(last), language) == pronoun.casefold() and people.knows(last):
            return last
        return None
    # "Roe defended it. “It is right,” he said": that is no speaker of the paragraph before.
    is_first = not any(said) and all(is_pronoun(who, language) for who in near)
    return _carried(before, pronoun, people) if is_first else None


def _carried(before: Paragraph | None, pronoun: str, people: _People) -> str | None:
    """Whom a pronoun means that the paragraph before names: its only speaker, or the person it tells of."""
    if before is None or before.is_block:
        return None
    speakers = {who.split()[-1].casefold() for who in before.said if who}
    meant = before.said[-1]
    if not speakers:
        meant = subject_of(before.texts[-1], people.language)
        others = [name for name in _PERSON.findall(before.texts[-1]) if meant and name not in meant]
        if meant is None or others or len(before.texts) > 1:
            return None
    if meant is None or len(speakers) > 1 or not people.means(pronoun, meant):
        return None
    if means_one_person(pronoun, people.language):
        return meant if people.knows(meant) else None
    known = _Words.read(people.language)
    is_many = meant.split()[-1].casefold() in known.many or meant.endswith(known.plural_endings)
    return meant if is_many == means_several(pronoun, people.language) else None


def _told_around(one: Paragraph, before: Paragraph | None, after: Paragraph | None, language: str) -> str | None:
    """Who says a paragraph that is quotation and does not tell itself."""
    if before and before.runs_on:
        return before.said[-1]
    above, below = one.around()
    signed = _signature(below, language)
    if not signed and after and len(after.texts) == 1:
        signed = _signature(after.texts[0], language)
    if signed:
        return signed
    if above.endswith(":"):
        return _lead_in(above, language)
    if before is None or above:
        return None
    if before.is_block:
        return before.said[-1] if before.joins else None
    if before.texts[-1].endswith(":"):
        return before.said[-1] or _lead_in(before.texts[-1], language)
    # A post amid a story need not be of the person named last.
    is_whole = not one.is_block and all(_is_within(one, at) for at in range(len(one.texts)))
    return before.said[-1] if is_whole and before.heard[-1] else None


def _lead_in(line: str, language: str) -> str | None:
    """Whom a line names that leads to a quotation below it."""
    who = who_says(f"{line} “…”", language) or read_lead_in(line, language)
    return None if who is None or is_pronoun(who, language) else who


def _signature(line: str, language: str) -> str | None:
    """Whom a line below a quotation names: after a dash, or as the author of a post."""
    plain, shared = line.lstrip("> "), _Words.read(language).shared
    if plain[:1] not in ("–", "—", "-") and not shared.match(plain):
        return None
    return read_signature(_TIME_OF_POST.sub("", shared.sub("— ", plain)).strip(), language)


def _labels(found: Sequence[Paragraph], language: str) -> frozenset[str]:
    """The names before a colon that mark the lines of an interview: full names, or words that come back."""
    no_labels = _Words.read(language).no_labels
    labels = [label for one in found if ":" in one.texts[0] and (label := read_label(one.texts[0], language))]
    often = frozenset(label for label in labels if label.casefold() not in no_labels and labels.count(label) > 1)
    return often if len(often) > 1 else frozenset(label for label in often if is_personal(label, language))


def _give_open(one: Paragraph, who: str) -> None:
    """Give the speaker of a quotation that runs on to the sentences before the break that are part of it."""
    length = 0
    for at, text in enumerate(one.texts):
        if one.said[at] is None and one.start is not None and length >= one.start:
            one.said[at] = who
        length += len(text) + 1


def _closers(one: Paragraph) -> list[str]:
    """For each sentence the mark that its open quotation lacks, where that goes on in the next paragraph."""
    marks = [""] * len(one.texts)
    if one.runs_on and one.start is not None:
        length = 0
        for at, text in enumerate(one.texts):
            if length <= one.start < length + len(text):
                marks[at] = _CLOSER[one.text[one.start]]
            length += len(text) + 1
    return marks
