"""Clauses that only state who says something: their speaker and their place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from summarizer.languages.word_records import Words
from summarizer.nlp.names.coreference import length_of_descriptions, opens_apposition
from summarizer.nlp.names.person_words import ends_as_name, ends_in_place, is_description, is_name, is_word_for_person
from summarizer.nlp.sentences.quotes import Quoted, find_quoted, has_quotation_marks
from summarizer.nlp.speakers.attribution_phrases import read_lead_in, read_signature, read_sources
from summarizer.nlp.speakers.reporting import (
    Place,
    Saying,
    closes,
    introduces,
    is_about_quotation,
    length_of_occasion,
    reports,
    saying_of,
)
from summarizer.nlp.speakers.speech_verbs import find_verbs, verbs_of
from summarizer.nlp.speakers.subjects import Subject, read_after, read_before

_REACH = 240  # characters on each side of a verb that are looked at: what is longer is no clause about saying
# The mark comes first: a search passes over all other characters fast.
_BOUNDARY = re.compile(r"[,;:—–-](?:(?<=[,;:])(?:\s+(?!\d{3}\b)|$)|(?<=—)\s?|(?<=\s[–-])-?\s)")
_SIGNS = (":", "–", "—", " -")


class _Words(Words, section="reporting"):
    """Of the section "reporting" of a language what bounds clauses of saying: its file says what each is."""

    beside: frozenset[str]
    gerund_endings: tuple[str, ...]
    citing: str
    pronoun: str
    opening: re.Pattern[str]
    put_in: re.Pattern[str]
    called: re.Pattern[str]
    several: re.Pattern[str]
    not_stated: re.Pattern[str]
    named: re.Pattern[str]
    ends_inverted: re.Pattern[str]


@lru_cache(maxsize=4096)  # splitting asks, and each comparison of the sentence again
def find_sayings(text: str, language: str) -> tuple[Saying, ...]:
    """Find the clauses of a sentence that tell who says it, in order; white space is taken as folded.

    In a language without words for speakers only a name behind a quotation tells: `“…” – Jane Roe`.

    Cost: linear: a window of fixed size around each verb of saying is read.
    """
    verbs, sources = find_verbs(text, language), _Words.read(language).citing in text
    if not verbs and not sources and not (has_quotation_marks(text) and any(map(text.__contains__, _SIGNS))):
        return ()
    quoted = find_quoted(text)
    found = [saying for place in _places(text, verbs, quoted, language) if (saying := _read(place))]
    found += read_sources(text, quoted, language) if sources else []
    found += _read_labels(text, quoted, language) if not found else []
    return tuple(sorted(found, key=lambda saying: saying.start))


def _places(text: str, verbs: Sequence[tuple[int, int]], quoted: Sequence[Quoted], language: str) -> Iterator[Place]:
    starts = [one.start for one in quoted]
    for start, end in verbs:
        at = bisect_right(starts, start)
        before = quoted[at - 1] if at else None
        if before and start < before.end:
            continue
        after = quoted[at] if at < len(quoted) else None
        low = before.end if before else 0
        high = after.start if after else len(text)
        is_near = start - low <= _REACH
        low = max(low, start - _REACH)
        yield Place(
            language=language,
            verb=text[start:end].casefold(),
            left=text[low:start],
            right=text[end : min(high, end + _REACH)],
            beyond=text[end : end + _REACH],
            start=low,
            after=end,
            opens=is_near and before is None,
            follows=is_near and before is not None and before.is_said,
            leads=after is not None and high - end <= _REACH,
        )


def _read(place: Place) -> Saying | None:
    breaks = [(match.start(), match.end()) for match in _BOUNDARY.finditer(place.left)]
    while len(breaks) > 1 and _Words.read(place.language).put_in.fullmatch(place.left, breaks[-2][1], breaks[-1][0]):
        # "Roe, however, said": what is put in is no description of Roe.
        place = place._replace(left=place.left[: breaks[-2][0]] + " " * (len(place.left) - breaks[-2][0]))
        breaks = breaks[:-2]
    cut = breaks[-1][1] if breaks else 0
    if place.left[cut:].strip():
        return _read_direct(place, breaks)
    is_ended = place.left.rstrip().endswith((",", "—", "–", "-"))
    return (_read_described(place, breaks) if is_ended else None) or _read_inverted(place)


def _read_direct(place: Place, breaks: list[tuple[int, int]]) -> Saying | None:
    """`Police said`, `It rained, police said`, `“It rains,” Jane Roe said`."""
    first = 0
    if place.follows and breaks and not place.left[: breaks[0][0]].strip():
        first, breaks = breaks[0][1], breaks[1:]
    cut = breaks[-1][1] if breaks else first
    words = place.left[cut:]
    if place.verb in verbs_of(place.language).plain and not _Words.read(place.language).several.search(words):
        return None
    subject = read_before(words, place.language)
    if subject is None:
        return None
    lead = cut + subject.lead
    if not breaks or not place.left[first : breaks[-1][0]].strip(" ,"):
        if place.follows:
            return saying_of(place, subject, 0) if is_about_quotation(place) else None
        return saying_of(place, subject, lead) if place.opens and reports(place) else None
    ends = [(0, first)] * bool(first) + [*breaks, (len(place.left.rstrip()), len(place.left))]
    return _read_described(place, ends, nearest=1) or _read_after_clause(place, subject, breaks, lead)


def _read_after_clause(place: Place, subject: Subject, breaks: list[tuple[int, int]], lead: int) -> Saying | None:
    """`After the flood, police said`, `It rained, police said`."""
    if place.follows:
        return None
    before = place.left[: breaks[-1][0]]
    known = _Words.read(place.language)
    if place.opens and known.opening.match(before) and before.count(",") <= 1 and reports(place):
        only_time = read_before(f"{before} {known.pronoun}", place.language) if len(before) < 60 else None
        return saying_of(place, subject, 0 if only_time and only_time.lead == 0 else lead)
    if closes(place) or (place.leads and introduces(place)):
        return saying_of(place, subject, breaks[-1][0] if place.left[breaks[-1][0]] in ",—–-" else lead)
    return None


def _read_described(place: Place, breaks: list[tuple[int, int]], *, nearest: int = 5) -> Saying | None:
    """`Jane Roe, who heads the agency, said`; `the director, Paul Stone, said`.

    Args:
        place: The verb and what stands around it.
        breaks: Where the parts between commas end, the last before the verb.
        nearest: How many parts before the verb the description may take.
    """
    if len(breaks) < 2:
        return None
    if place.follows and not place.left[: breaks[0][0]].strip():
        breaks = breaks[1:]
    for at in range(len(breaks) - 2, max(-1, len(breaks) - 2 - nearest), -1):
        opens_at = (
            breaks[at - 1][1] if at else (0 if not place.follows else len(place.left) - len(place.left.lstrip(" ,")))
        )
        head, first = place.left[opens_at : breaks[at][0]], place.left[breaks[at][1] : breaks[at + 1][0]]
        is_named = is_name(first.strip(), place.language)
        if not (is_named or _may_describe(head, first, place.language, is_sure=nearest > 1)):
            continue
        subject = read_before(head, place.language)
        before = place.left[: breaks[at - 1][0]] if at else ""
        if subject is None or not _is_clause_start(place, before):
            continue
        if is_named and is_description(subject.who, place.language):
            subject = Subject(who=first.strip(), start=subject.start, lead=subject.lead)
        elif is_named or not _may_be_described(subject.who, place.language, is_last=nearest == 1):
            continue
        lead = 0 if place.follows and not before.strip(" ,") else opens_at + subject.lead
        if place.follows and not before.strip(" ,"):
            return saying_of(place, subject, lead) if is_about_quotation(place) else None
        if place.opens and (reports(place) or closes(place)):
            return saying_of(place, subject, lead)
    return None


def _may_be_described(who: str, language: str, *, is_last: bool) -> bool:
    """Whether a description may follow a subject; the last one before the verb follows no place."""
    return ends_as_name(who, language) and not (is_last and ends_in_place(who, language))


def _may_describe(head: str, first: str, language: str, *, is_sure: bool) -> bool:
    """Whether words between commas may describe who stands before them.

    Args:
        head: What stands before them.
        first: The words: "a nurse", "researcher at the museum", "responding to it".
        language: The code of the language.
        is_sure: Whether a comma ends them, so that they are no subject of the verb themselves.
    """
    word = first.partition(" ")[0]
    if opens_apposition(first, language) or (is_sure and word.endswith(_Words.read(language).gerund_endings)):
        return True
    return (is_sure or is_word_for_person(word, language)) and is_name(head.strip(), language)


def _is_clause_start(place: Place, before: str) -> bool:
    if not before.strip(" ,"):
        return place.opens or place.follows
    return place.opens and bool(_Words.read(place.language).opening.match(before)) and before.count(",") == 0


def _read_inverted(place: Place) -> Saying | None:
    """`“It rains,” said Jane Roe, a nurse`; `It rained, said Jane Roe`; `Added Roe: “It rains.”`."""
    known, beside = _Words.read(place.language), _is_beside(place)
    if not (beside or _may_stand_behind(place)):
        return None
    verbs = verbs_of(place.language)
    if place.verb in verbs.telling or place.verb in verbs.plain:
        return None
    called = known.called.match(place.beyond)
    if called:
        who = called["who"] + (called["mark"] or "").strip(".,")
        return Saying(who=who, start=place.start, end=place.after + called.end(), is_quoted=beside)
    read = read_after(place.right, place.language)
    if read is None:
        return None
    who, end = read
    rest = place.right[end:]
    if not beside and not _ends_inverted(rest, place.language, is_cut=place.leads):
        return None
    if is_description(who, place.language) and (named := known.named.match(rest)):
        who = named[1] if is_name(named[1], place.language) else who
    end += length_of_descriptions(rest, place.language)
    start = place.start if beside else place.start + len(place.left.rstrip()) - bool(place.left.strip())
    return Saying(
        who=who,
        start=start,
        end=place.after + end + length_of_occasion(place.verb, place.right[end:], place.language),
        is_quoted=beside or place.leads,
    )


def _is_beside(place: Place) -> bool:
    """Whether a verb stands right behind a quotation."""
    between = place.left.strip().strip(",–—- ")
    return place.follows and (not between or between in _Words.read(place.language).beside)


def _may_stand_behind(place: Place) -> bool:
    """Whether a verb may stand before its speaker: right before a quotation, or behind a statement and a comma."""
    left = place.left.strip()
    if place.opens and not left:
        return place.leads and place.right.rstrip().endswith((":", ","))
    is_said = place.verb in verbs_of(place.language).inverted and left.endswith(",") and place.opens
    return is_said and not _Words.read(place.language).not_stated.search(left)


def _ends_inverted(rest: str, language: str, *, is_cut: bool) -> bool:
    """Whether a clause ends behind the speaker; a quotation there goes on with it: `Roe, it is told, said it “was”`."""
    if is_cut and not rest.strip():
        return False
    return bool(_Words.read(language).ends_inverted.match(rest))


def _read_labels(text: str, quoted: Sequence[Quoted], language: str) -> list[Saying]:
    """`Lena Fox, who leads the union: “…”`, `“…” – Geoff Starling, ferry captain`."""
    if not quoted:
        return []
    first, last = quoted[0].start, quoted[-1].end
    if quoted[-1].is_said and (who := read_signature(text[last:], language)):
        return [Saying(who=who, start=last, end=len(text), is_quoted=True)]
    who = read_lead_in(text[:first], language)
    return [Saying(who=who, start=0, end=first, is_quoted=True)] if who else []
