"""Words by which English says that something was done or not done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from summarizer.languages.language import find_language, load_table
from summarizer.nlp.lexical_relations import meaning_of


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """The words of `[differences]` in the data of English, and those of its tables that acts are read by.

    Attributes:
        cues: What may deny a verb.
        denied: Auxiliaries that deny ("didn't").
        unmet: What denies the verb behind "to" ("failed").
        auxiliaries, passives: Forms of "have", "do" and "be" before what was done, and those of a passive.
        between: Adverbs that may stand between a denial and its verb.
        meanings: Verbs and nouns, and the word for all that mean the same.
        words: For each such word those that mean it, of phrases the first.
        alone: Verbs that need no object.
        nominal: Nouns that tell an act ("identities").
        restricting: What makes a clause tell of some of it only ("most").
        outdated: What makes a denial one of an earlier time ("initially").
        relatives, pronouns, days: Words of those kinds.
        open: What leaves open whether it was done, or denies it.
        connectives: What opens a clause.
        unaided: Verbs that tell of their subject alone ("collapsed").
        contrary: By their last word, what denies a verb of its subject ("held" denies "collapsed"): the verb, the
            words, and whether a word of `linking` must stand before them.
        linking: Forms of "be", "remain" and the like.
        whoever: Verbs of which it is all one who does it.
        verdicts, pleading: What somebody pleads, and the words for that.
        orders: "first" and the like, and their numbers.
        ahead: What tells that it will be done.
        lasting, moved: What tells that something is so still, and that it was put off.
        open_ahead, open_denied: What leaves open what will be done, or what is denied.
        unclear: What leaves open how something is.
        signs: All words without one of which a sentence denies nothing.
        done, perfect: What stands before a verb of what was done, and of what is done now.
        selves, others: Pronouns and articles behind a verb: done to himself, or to another.
        denying, ruling, doubting: What denies a clause behind it, with "out" or without, and what leaves it open.
        hearsay, leading: Nouns for what others say, and what stands before them.
        untrue, accusing: What is said of such, and what stands before a verb that others only allege.
        denials: What may deny a clause, whatever stands before it.
        stances: All words without which a sentence makes nothing of its clauses but tell them.
    """

    cues: frozenset[str]
    denied: frozenset[str]
    unmet: frozenset[str]
    auxiliaries: frozenset[str]
    passives: frozenset[str]
    between: frozenset[str]
    meanings: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    alone: frozenset[str]
    nominal: frozenset[str]
    restricting: frozenset[str]
    outdated: frozenset[str]
    relatives: frozenset[str]
    pronouns: frozenset[str]
    days: frozenset[str]
    open: frozenset[str]
    connectives: frozenset[str]
    unaided: frozenset[str]
    contrary: Mapping[str, tuple[tuple[str, tuple[str, ...], bool], ...]]
    linking: frozenset[str]
    whoever: frozenset[str]
    verdicts: frozenset[str]
    pleading: frozenset[str]
    orders: Mapping[str, str]
    ahead: frozenset[str]
    lasting: frozenset[str]
    moved: frozenset[str]
    done: frozenset[str]
    perfect: frozenset[str]
    selves: frozenset[str]
    others: frozenset[str]
    signs: frozenset[str]
    open_ahead: frozenset[str]
    open_denied: frozenset[str]
    unclear: frozenset[str]
    denying: frozenset[str]
    ruling: frozenset[str]
    doubting: frozenset[str]
    hearsay: frozenset[str]
    leading: frozenset[str]
    untrue: frozenset[str]
    accusing: frozenset[str]
    denials: frozenset[str]
    stances: frozenset[str]

    def meaning_at(self, tokens: Sequence[str], terms: Sequence[str], at: int) -> str:
        """Return the meaning of a word as acts are compared, "" for a stop word of no line; "walked back" is one."""
        if not terms[at]:
            return self.meanings.get(tokens[at], "")
        pair = self.meanings.get(f"{tokens[at]} {tokens[at + 1]}") if at + 1 < len(tokens) else None
        return pair or self.meanings.get(tokens[at]) or meaning_of(tokens[at], terms[at])


@cache
def event_words() -> EventWords:
    """Return the words of English.

    Raises:
        ValueError: its file is not there.
    """
    held, tables = load_table("en"), find_language("en")
    if held is None or tables is None:
        raise ValueError("the tables of English are not there")
    own = held["differences"]
    sets = {
        kind: frozenset(words.split())
        for kind, words in own.items()
        if kind not in ("vague", "acts", "things", "contrary")
    }
    denied = sets["denied"] | {word.replace("'", "’") for word in sets["denied"]}
    cues = denied | {"won't", "won’t"} | sets["unmet"] | {"not", "never", "neither", "no"}
    denials = sets["denying"] | sets["ruling"] | sets["untrue"] | {"true"}
    groups = [line.split() for line in (own["things"] + own["acts"]).splitlines() if line]
    openness = (*tables.openness, *tables.future, *tables.negations)
    leaves_open = cues | sets["leaves_open"] | {phrase[0] for phrase in openness if len(phrase) == 1}
    contrary = _contrary(own["contrary"])
    return EventWords(
        cues=cues,
        denied=denied,
        unmet=sets["unmet"],
        auxiliaries=sets["auxiliaries"],
        passives=sets["passives"],
        between=sets["between"],
        meanings=MappingProxyType({word.replace("_", " "): group[0] for group in groups for word in group}),
        words=MappingProxyType({group[0]: frozenset(word.partition("_")[0] for word in group) for group in groups}),
        alone=sets["alone"],
        nominal=sets["nominal"],
        restricting=sets["restricting"],
        outdated=sets["outdated"],
        relatives=sets["relatives"],
        pronouns=sets["pronouns"],
        days=sets["days"] | tables.weekdays.keys(),
        open=leaves_open,
        open_ahead=leaves_open - sets["ahead"],
        open_denied=leaves_open - sets["denying"],
        unclear=leaves_open | sets["restricting"] | sets["again"],
        connectives=tables.connectives,
        unaided=sets["unaided"],
        contrary=MappingProxyType(contrary),
        linking=sets["linking"],
        whoever=sets["whoever"],
        verdicts=sets["verdicts"],
        pleading=sets["pleading"],
        orders=MappingProxyType({word: str(at) for at, word in enumerate(own["orders"].split(), start=1)}),
        ahead=sets["ahead"],
        lasting=sets["lasting"],
        moved=sets["moved"],
        done=sets["done"],
        perfect=sets["perfect"],
        selves=sets["selves"],
        others=sets["others"],
        signs=cues | denials | contrary.keys(),
        denying=sets["denying"],
        ruling=sets["ruling"],
        doubting=sets["doubting"],
        hearsay=sets["hearsay"],
        leading=sets["leading"],
        untrue=sets["untrue"],
        accusing=sets["accusing"],
        denials=denials,
        stances=denials | sets["doubting"] | sets["hearsay"] | sets["accusing"] | cues,
    )


def _contrary(lines: str) -> dict[str, tuple[tuple[str, tuple[str, ...], bool], ...]]:
    """What denies verbs, by the last word of each, which tells most."""
    found: dict[str, tuple[tuple[str, tuple[str, ...], bool], ...]] = {}
    for line in lines.strip().splitlines():
        verb, _, phrases = line.partition(":")
        for phrase in phrases.split():
            words = tuple(phrase.removeprefix("~").split("_"))
            found[words[-1]] = (*found.get(words[-1], ()), (verb, words, phrase.startswith("~")))
    return found
