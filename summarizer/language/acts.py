"""What a sentence says was done, and what it says was not: the verb, what it was done to, and the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.language.act_words import act_words
from summarizer.language.clauses import is_past_verb, is_quoted
from summarizer.language.lines import Line, clause_around
from summarizer.language.meanings import words_meaning
from summarizer.language.stances import disbelieved_verbs, stance_at

_JOINING = ("and", "or")
_LINKING = (*_JOINING, "of")
_NO = "no"
_SUBJECTS = ("neither", _NO)  # denials that open a clause as its subject
_REACH = 9  # words on each side of a verb that tell of what it is told
_BEFORE = 4  # words before a verb that may leave it open
_AFTER = 8  # words after a verb among which its object stands
_SUBJECT = 6  # words of a subject between "no" and its verb
_LONGEST = 24  # words of a clause that are quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something done, or said not to have been done.

    Attributes:
        verb: What was done, one word for all that mean it.
        is_denied: Whether the sentence says that it was not done.
        things: What it was done to: the nouns of the object, of a passive those of the subject.
        around: The meanings around the verb.
        is_of_pronoun: Whether "he", "she" or "they" did it.
        needs_nothing: Whether the verb tells enough without an object ("concede").
        start, end: Where its clause stands in the sentence.
        until: Where the words end that are quoted of it: with the sentence, where that is not far.
        phrase: Where the verb and its object stand.
    """

    verb: str
    is_denied: bool
    things: frozenset[str]
    around: frozenset[str]
    is_of_pronoun: bool
    needs_nothing: bool
    start: int
    end: int
    until: int
    phrase: tuple[int, int]


def may_deny(tokens: Sequence[str]) -> bool:
    """Tell whether a sentence may say that something was not done."""
    return not (act_words().cues | act_words().denials).isdisjoint(tokens)


def words_of_act(verb: str) -> frozenset[str]:
    """Return the words that tell of an act in other words than its own."""
    return act_words().words.get(verb, frozenset()) | words_meaning(verb)


def find_denied(line: Line) -> list[Act]:
    """Find what a sentence says was not done: "did not sign", "have yet to find", "no debris has been found"."""
    cues = [at for at, token in enumerate(line.tokens) if token in act_words().cues]
    verbs = ((at, _after_no(line, at) if line.tokens[at] == _NO else _denied_verb(line, at)) for at in cues)
    acts = [_read_act(line, verb, cue) for cue, verb in verbs if verb is not None]
    acts += [_read_disbelieved(line, verb) for verb in disbelieved_verbs(line)]
    return [act for act in acts if act and not _is_narrowed(line, act)]


def _read_disbelieved(line: Line, at: int) -> Act | None:
    """The act that a verb tells in a clause that its sentence denies: "denied that police had stormed the bank"."""
    heard, start = stance_at(line, at), clause_around(line, at)[0]
    leaves_open = act_words().open - act_words().denying
    if heard.stance != "denied" or not leaves_open.isdisjoint(line.tokens[max(start, at - _BEFORE) : at]):
        return None
    act = _read_act(line, at, at)
    if act is None:
        return None
    is_short = len(line.tokens) - heard.start <= _LONGEST
    return replace(act, start=line.spans[heard.start][0], until=line.spans[-1][1] if is_short else act.end)


def _is_narrowed(line: Line, act: Act) -> bool:
    """Whether a relative clause without a comma tells which of many it is that it was not done to."""
    following = line.text[act.end :].split(maxsplit=1)
    return bool(following) and following[0].casefold() in act_words().relatives


def find_told(line: Line, verbs: frozenset[str]) -> list[Act]:
    """Find what a sentence says was done, of some verbs, in a form that looks back."""
    nominal = act_words().nominal
    places = (
        at
        for at, token in enumerate(line.tokens)
        if line.terms[at]
        and (token in nominal or is_past_verb(token))
        and line.meaning(at) in verbs
        and _NO not in line.tokens[at + 1 : at + 2]  # "made no request"
    )
    return [act for act in (_read_act(line, at, None) for at in places) if act]


def _denied_verb(line: Line, at: int) -> int | None:
    """The verb that a denial at a place is of."""
    words, tokens = act_words(), line.tokens
    own = tokens[at]
    before, after = tokens[at - 1] if at else "", tokens[at + 1] if at + 1 < len(tokens) else ""
    if own in words.denied or own == "never" or (own == "not" and before in words.auxiliaries):
        return _skip(line, at + 1)
    if (own == "neither" and after in words.auxiliaries) or (own in words.unmet and after == "to"):
        return _skip(line, at + 2)
    return None


def _after_no(line: Line, at: int) -> int | None:
    """The verb of which a subject with "no" is the object: "no debris has been found"; "No. 10" denies nothing."""
    if line.tokens[at + 1 : at + 2] and line.tokens[at + 1][0].isdigit():
        return None
    for place in range(at + 2, min(at + _SUBJECT, len(line.tokens))):
        if line.tokens[place] in act_words().auxiliaries:
            verb = _skip(line, place + 1)
            return verb if verb is not None and is_past_verb(line.tokens[verb]) else None
    return None


def _skip(line: Line, at: int) -> int | None:
    """The next word that is no adverb, where it is content."""
    while at < len(line.tokens) and (line.tokens[at] in act_words().between or line.tokens[at].endswith("ly")):
        at += 1
    return at if at < len(line.tokens) and line.terms[at] else None


def _read_act(line: Line, at: int, cue: int | None) -> Act | None:
    """The act that a verb at a place tells; `cue` is where its denial stands, itself where its clause is denied.

    What a sentence neither tells nor denies is none.
    """
    verb = line.meaning(at)
    start, last, opening = clause_around(line, at)
    if not verb or not _is_plain(line, at, cue, start, last, opening):
        return None
    if cue != at and stance_at(line, at).stance != "told":
        return None
    tokens, words = line.tokens, act_words()
    if words.passives.isdisjoint(tokens[max(start, at - 2) : at]):
        things, end = _things_among(line, range(at + 1, min(_object_end(line, last), at + _AFTER + 1)))
    else:
        since = cue if cue is not None and tokens[cue] == _NO else start
        things, end = _things_among(line, range(since, at))[0], at
    near = (place for place in range(max(0, at - _REACH), min(len(tokens), at + _REACH + 1)) if place != at)
    stop = min(max(last, end + 1), start + _LONGEST)
    while stop > at + 1 and not (line.terms[stop - 1] or tokens[stop - 1][0].isdigit()):
        stop -= 1
    closing = line.spans[max(stop, at + 1) - 1][1]
    return Act(
        verb=verb,
        is_denied=cue is not None,
        things=things,
        around=frozenset(map(line.meaning, near)) - {"", verb},
        is_of_pronoun=tokens[start] in words.pronouns,
        needs_nothing=verb in words.alone,
        start=line.spans[start][0],
        end=closing,
        until=line.spans[-1][1] if len(tokens) - start <= _LONGEST else closing,
        phrase=(line.spans[at][0], line.spans[max(end, at)][1]),
    )


def _is_plain(line: Line, at: int, cue: int | None, start: int, last: int, opening: str) -> bool:
    """Whether a clause says plainly that something was done or not: not which of several, nor of what may be."""
    tokens, words = line.tokens, act_words()
    if cue is None and (at == start or not words.open.isdisjoint(tokens[max(start, at - _BEFORE) : at])):
        return False
    restricting = words.restricting if cue is None else words.restricting | words.outdated
    if opening in restricting or not restricting.isdisjoint(tokens[start:last]):
        return False
    if not any(line.terms[start:at]) and is_quoted(line.text, line.spans[at][0]):
        return False  # whoever "we" are in a quotation, others tell of them by name
    opens = (start in (cue, at) and tokens[start] not in _SUBJECTS) or tokens[start] in words.auxiliaries
    return not (opens and opening in words.relatives)  # "the babies who did not nap"


def _object_end(line: Line, last: int) -> int:
    """Where the words end that may be of an object: behind the clause where "and" joins more to it."""
    connectives = act_words().connectives
    while last < len(line.tokens) and not line.is_broken(last):
        if line.tokens[last] in connectives and line.tokens[last] not in _JOINING:
            break
        last += 1
    return last


def _things_among(line: Line, places: Iterable[int]) -> tuple[frozenset[str], int]:
    """The nouns of some words, and where they end: each the last of a run of words, runs joined by "of" or "and"."""
    runs = list(_runs(line, places))
    things = frozenset(line.meaning(at) for at in runs) - {""}
    return things, runs[-1] if runs else 0


def _runs(line: Line, places: Iterable[int]) -> Iterator[int]:
    """The last word of each run of content that begins among some words, up to one that joins no more to it."""
    words = act_words()
    run: int | None = None
    is_first, joins = True, False
    for at in places:
        token = line.tokens[at]
        is_content = bool(line.terms[at]) and not token.endswith("ly") and token not in words.days
        if run is not None and is_content and line.meaning(at):
            if is_past_verb(token):
                break  # "the bodies found near the creek"
            run = at
        elif run is not None:
            yield run
            if token not in _LINKING:
                return
            run, is_first, joins = None, False, token in _JOINING
        elif is_content and not (joins and is_past_verb(token)):
            run, joins = at, False
        elif is_content or (not is_first and token in words.open | words.passives | words.auxiliaries):
            return  # "signed the contract and left"
    if run is not None:
        yield run
