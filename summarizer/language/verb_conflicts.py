"""Conflicts of verbs: what is still to be done against what was, and "shot himself" against "was shot by"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.language.act_words import act_words
from summarizer.language.conflicts import Conflict, Held, matched_words

_BEFORE = 3  # words before a verb among which its auxiliaries stand
_AUXILIARY = 2  # so many where they are all of its auxiliaries
_BY = 4  # words behind a verb among which "by" stands


def find_tenses(held: Held) -> Iterator[Conflict]:
    """Words of what will be done, where the other side says that it was done: planned is not done."""
    if held.language != "en" or bool(held.point.ahead) == any(said.ahead for said in held.passage):
        return
    for at, places in matched_words(held):
        own = _is_done(held.tokens, at), at in held.point.ahead
        if all((own[1] and _is_done(held.others[k], b)) or (own[0] and b in held.passage[k].ahead) for k, b in places):
            yield Conflict(
                kind="openness",
                is_contradiction=False,
                reason="to one it is still to come",
                places=(at,),
                others=tuple(places),
            )


def _is_done(tokens: Sequence[str], at: int) -> bool:
    """Whether "was", "were" or "had" stands before a verb, and not "was to"."""
    before = tokens[max(0, at - _BEFORE) : at]
    return not act_words().done.isdisjoint(before) and "to" not in before


def tells_what_is_done(tokens: Sequence[str], at: int) -> bool:
    """Tell whether "has" or the like stands before a verb: "has been elected"."""
    return not act_words().perfect.isdisjoint(tokens[max(0, at - _AUXILIARY) : at])


def find_doers(held: Held) -> Iterator[Conflict]:
    """What one side says that somebody did to himself, and the other that others did to him."""
    if held.language != "en" or all(map(act_words().selves.isdisjoint, (held.tokens, *held.others))):
        return
    for at, places in matched_words(held):
        own = _is_to_self(held.tokens, at)
        for k, other in places:
            tokens, its = held.others[k], _is_to_self(held.others[k], other)
            if own != its and (_is_by_others(tokens, other) if own else _is_by_others(held.tokens, at)):
                yield Conflict(
                    kind="name",
                    is_contradiction=True,
                    reason="who did it differs",
                    places=(at,),
                    others=((k, other),),
                )


def _is_to_self(tokens: Sequence[str], at: int) -> bool:
    return not act_words().selves.isdisjoint(tokens[at + 1 : at + 2])


def _is_by_others(tokens: Sequence[str], at: int) -> bool:
    """Whether somebody does it to another: "was shot dead by police", "shot the gunman", "shot him"."""
    if not act_words().linking.isdisjoint(tokens[max(0, at - _BEFORE) : at]):
        return "by" in tokens[at + 1 : at + _BY]
    return not act_words().others.isdisjoint(tokens[at + 1 : at + 2])
