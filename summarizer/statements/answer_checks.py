"""Checks what a judge from outside says: no passage says a point that lacks a number, day, name or denial of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from summarizer.model import Span
from summarizer.nlp.numbers.figures import Figure
from summarizer.nlp.tokens import spans_of
from summarizer.statements.contradiction.conflict import Held
from summarizer.statements.contradiction.figures import find_days_apart, find_figures
from summarizer.statements.contradiction.names_and_words import find_missing_names
from summarizer.statements.contradiction.negation import find_denials
from summarizer.statements.lexical_judge import LexicalJudge
from summarizer.statements.token_rows import Row

_TOLD = 2  # words of content that tell something
_JOINTS = (("", "-", " "), (", ",))  # what stands before a name and behind it: both the one, or both the other


def find_lack(judge: LexicalJudge, point: int, passage: Sequence[int]) -> str | None:
    """Find what keeps a passage from saying all of a point, whoever judges that it does.

    The passage must have each number and each name of the point, no other day in place of its days, and deny what it
    denies. Names and denials are read in languages that have tables for them; in any other language every number must
    stand in the passage as it is written.

    Args:
        judge: The lexical judge, over the sentences of the run.
        point: The number of a sentence.
        passage: The numbers of one sentence, or of two neighbouring ones.

    Returns:
        What is missing, in plain words, with the words in brackets; None where nothing is.
    """
    what, places = next(_lacks(judge, point, passage), ("", ()))
    words = " ".join(judge.sentences[point].tokens[at] for at in places)
    return f"{what} ({words})" if words else what or None


def keep_backed(judge: LexicalJudge, point: int, passage: Sequence[int], stretch: Span) -> Span | None:
    """Cut what a passage lacks out of the stretch of a point that it is said to back, and keep the longest piece.

    Args:
        judge: The lexical judge, over the sentences of the run.
        point: The number of a sentence.
        passage: The numbers of one sentence, or of two neighbouring ones.
        stretch: The stretch of the point's text.

    Returns:
        The stretch, or what is left of it; None where it holds no word that a sentence is about, or no two are left.
    """
    sentence = judge.sentences[point]
    spans = spans_of(sentence.text)
    within = [at for at, (start, end) in enumerate(spans) if stretch.start < end and start < stretch.end]
    lacked = {at for _, places in _lacks(judge, point, passage) for at in places}
    if lacked.isdisjoint(within):
        return stretch if any(sentence.terms[at] for at in within) else None
    pieces = [[at for _, at in run] for _, run in groupby(enumerate(sorted(set(within) - lacked)), _gap)]
    piece = max(pieces, key=lambda own: sum(bool(sentence.terms[at]) for at in own), default=[])
    if sum(bool(sentence.terms[at]) for at in piece) < _TOLD:
        return None
    return Span(start=spans[piece[0]][0], end=spans[piece[-1]][1])


def _gap(numbered: tuple[int, int]) -> int:
    """What is equal for numbers that follow one another."""
    return numbered[1] - numbered[0]


def _lacks(judge: LexicalJudge, point: int, passage: Sequence[int]) -> Iterator[tuple[str, Sequence[int]]]:
    """What a passage lacks of a point or has otherwise: what to call it, and the words of the point."""
    held = judge.hold(point, passage)
    if held is None:
        yield from _numbers_unread(judge, point, passage)
        return
    row, pair = held
    passed = [other for other in map(judge.row_of, passage) if other is not None]
    for conflict in find_figures(pair):
        figure = next((one for one in pair.point.figures if (one.start,) == conflict.places[:1]), None)
        if figure is None or not (_is_of_a_name(row, figure, passed) or _is_a_scale(figure, pair)):
            yield "a number is missing", conflict.places
    for conflict in find_days_apart(pair):
        if conflict.is_contradiction:
            yield "a day differs", conflict.places
    missing = list(find_missing_names(pair))
    said = {meaning for own in pair.passage for meaning in own.meanings}
    omissible = set(_left_out_within(row, pair, sorted(at for one in missing for at in one.places)))
    for conflict in missing:
        # Of two names for one thing the passage may have the other: UTC for GMT.
        is_meant = said.issuperset(row.said.meanings[at] for at in conflict.places)
        if not is_meant and not omissible.issuperset(conflict.places):
            yield "a name is missing", conflict.places
    for conflict in find_denials(pair):
        if conflict.places:  # "but not nearly enough" denies no word that could be looked up
            yield "a denial is missing", _with_cues(row, conflict.places)


def _with_cues(row: Row, places: Sequence[int]) -> list[int]:
    """Words that are denied, with the words that deny them."""
    return sorted({*places, *(cue for cue, own in row.said.denials if not set(own).isdisjoint(places))})


def _numbers_unread(judge: LexicalJudge, point: int, passage: Sequence[int]) -> Iterator[tuple[str, Sequence[int]]]:
    """Words with a digit that a passage does not have as they are written."""
    said = {token for at in passage for token in judge.sentences[at].tokens}
    for at, token in enumerate(judge.sentences[point].tokens):
        if token not in said and any(char.isdigit() for char in token):
            yield "a number is missing", (at,)


def _is_of_a_name(row: Row, figure: Figure, passage: Sequence[Row]) -> bool:
    """Whether a figure is written with the letters before it, as in "MH370": a name, of which the passage has none."""
    letters = _letters_before(row, figure.start)
    return bool(letters) and not any(letters == _letters_before(other, at) for other in passage for at in other.joined)


def _letters_before(row: Row, at: int) -> str:
    """The letters that are one word with what follows them; "" where there are none."""
    return row.sentence.tokens[at - 1] if at in row.joined and row.sentence.tokens[at - 1].isalpha() else ""


def _is_a_scale(figure: Figure, held: Held) -> bool:
    """Whether the passage has the word for one hundred, thousand … without a number: "the billion-dollar mark"."""
    word = held.tokens[figure.end - 1]
    if word.isdecimal() or figure.value < 100 or str(int(figure.value)).strip("0") != "1":
        return False
    return any(
        token == word and not any(one.start <= at < one.end for one in said.figures)
        for tokens, said in zip(held.others, held.passage, strict=True)
        for at, token in enumerate(tokens)
    )


def _left_out_within(row: Row, held: Held, missing: Sequence[int]) -> Iterator[int]:
    """The names that the passage leaves out of a longer one: "a Brooklyn home" for "a Brooklyn, New York, home".

    They stand between a name and a word that is none, which follow one another in the passage.
    """
    runs = [[at for _, at in run] for _, run in groupby(enumerate(missing), _gap)]
    for run in runs:
        first, last = run[0], run[-1]
        while first and first - 1 not in held.found and row.sentence.text[row.spans[first - 1][0]].isupper():
            first -= 1  # "New" is no content of "New York"
        if not first or last + 1 == len(row.spans) or not _is_framed(row, first, last):
            continue
        before, after = held.found.get(first - 1, ()), held.found.get(last + 1, ())
        if any(
            k == j and b == a + 1 and a in held.passage[k].names and b not in held.passage[k].names
            for k, a in before
            for j, b in after
        ):
            yield from run


def _is_framed(row: Row, first: int, last: int) -> bool:
    """Whether some words are joined to both of their neighbours in the same way: by white space, or by commas."""
    text, spans = row.sentence.text, row.spans
    before, after = text[spans[first - 1][1] : spans[first][0]], text[spans[last][1] : spans[last + 1][0]]
    return any(before in joints and after in joints for joints in _JOINTS)
