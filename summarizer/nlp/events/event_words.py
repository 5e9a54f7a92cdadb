"""Words by which a language says that something was done or not done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from summarizer.errors import LanguageError
from summarizer.languages.data_sections import find_section, require_section
from summarizer.languages.language import find_language
from summarizer.languages.word_records import Words
from summarizer.nlp.lexical_relations import meaning_of

_CUES = (
    "denied",
    "will_not",
    "unmet",
    "negation",
    "negating_subjects",
    "negating_determiners",
)  # the lists of what may deny a verb


class EventWords(Words):
    """The section "events" of a language, whose file says what each word list is, and what is made of them.

    Attributes:
        language: The code of the language.
        cues: What may deny a verb.
        meanings: Verbs and nouns, and the word for all that mean the same.
        words: For each such word those that mean it, of phrases the first.
        days: Words for days, weekdays among them.
        open: What leaves open whether it was done, or denies it.
        connectives: What opens a clause.
        contrary: By their last word, what denies a verb of its subject ("held" denies "collapsed"): the verb, the
            words, and whether a word of `linking` must stand before them.
        orders: "first" and the like, and their numbers.
        open_ahead, open_denied: What leaves open what will be done, or what is denied.
        unclear: What leaves open how something is.
        signs: All words without one of which a sentence denies nothing.
        denials: What may deny a clause, whatever stands before it.
        stances: All words without which a sentence makes nothing of its clauses but tell them.
    """

    language: str
    cues: frozenset[str]
    days: frozenset[str]
    open: frozenset[str]
    open_ahead: frozenset[str]
    open_denied: frozenset[str]
    unclear: frozenset[str]
    connectives: frozenset[str]
    signs: frozenset[str]
    denials: frozenset[str]
    stances: frozenset[str]
    meanings: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    contrary: Mapping[str, tuple[tuple[str, tuple[str, ...], bool], ...]]
    orders: Mapping[str, str]
    adverb_endings: tuple[str, ...]
    denying_endings: tuple[str, ...]
    denied: frozenset[str]
    negation: frozenset[str]
    negating_subjects: frozenset[str]
    negating_determiners: frozenset[str]
    will_not: frozenset[str]
    unmet: frozenset[str]
    infinitive: frozenset[str]
    between: frozenset[str]
    auxiliaries: frozenset[str]
    passives: frozenset[str]
    be: frozenset[str]
    by: frozenset[str]
    alone: frozenset[str]
    nominal: frozenset[str]
    unaided: frozenset[str]
    whoever: frozenset[str]
    ahead: frozenset[str]
    leaves_open: frozenset[str]
    restricting: frozenset[str]
    outdated: frozenset[str]
    relatives: frozenset[str]
    pronouns: frozenset[str]
    joining: frozenset[str]
    joining_nouns: frozenset[str]
    verdicts: frozenset[str]
    pleading: frozenset[str]
    linking: frozenset[str]
    again: frozenset[str]
    lasting: frozenset[str]
    moved: frozenset[str]
    done: frozenset[str]
    perfect: frozenset[str]
    selves: frozenset[str]
    others: frozenset[str]
    denying: frozenset[str]
    ruling: frozenset[str]
    ruling_out: frozenset[str]
    doubting: frozenset[str]
    hearsay: frozenset[str]
    leading: frozenset[str]
    taking_up: frozenset[str]
    untrue: frozenset[str]
    true: frozenset[str]
    accusing: frozenset[str]
    that: frozenset[str]
    but: frozenset[str]
    having: frozenset[str]
    within: frozenset[str]
    hanging: frozenset[str]

    def meaning_at(self, tokens: Sequence[str], terms: Sequence[str], at: int) -> str:
        """Return the meaning of a word as acts are compared, "" for a stop word of no line; "walked back" is one."""
        if not terms[at]:
            return self.meanings.get(tokens[at], "")
        pair = self.meanings.get(f"{tokens[at]} {tokens[at + 1]}") if at + 1 < len(tokens) else None
        return pair or self.meanings.get(tokens[at]) or meaning_of(tokens[at], terms[at], self.language)


@cache
def knows_events(language: str | None) -> bool:
    """Tell whether a language has words for events."""
    return find_section(language, "events") is not None and find_language(language or "") is not None


@cache
def event_words(language: str) -> EventWords:
    """Return the words of a language that has words for events.

    Raises:
        LanguageError: it has none, or one of the lists is not there.
    """
    section, tables = require_section(language, "events"), find_language(language)
    if tables is None:
        raise LanguageError(f"language {language!r}: found no tables beside its section 'events'; add them.")
    held = {name: section.words(name) for name in section.values}
    cues = frozenset[str]().union(*map(held.__getitem__, _CUES))
    denials = held["denying"] | held["ruling"] | held["untrue"] | held["true"]
    groups = [line.split() for line in (section.text("things") + section.text("acts")).splitlines() if line]
    openness = (*tables.openness, *tables.future, *tables.negations)
    leaves_open = cues | held["leaves_open"] | {phrase[0] for phrase in openness if len(phrase) == 1}
    contrary = _contrary(section.text("contrary"))
    return section.fill(
        EventWords,
        language=language,
        cues=cues,
        days=held["days"] | tables.weekdays.keys(),
        open=leaves_open,
        open_ahead=leaves_open - held["ahead"],
        open_denied=leaves_open - held["denying"],
        unclear=leaves_open | held["restricting"] | held["again"],
        connectives=tables.connectives,
        signs=cues | denials | contrary.keys(),
        denials=denials,
        stances=denials | held["doubting"] | held["hearsay"] | held["accusing"] | cues,
        meanings=MappingProxyType({word.replace("_", " "): group[0] for group in groups for word in group}),
        words=MappingProxyType({group[0]: frozenset(word.partition("_")[0] for word in group) for group in groups}),
        contrary=MappingProxyType(contrary),
        orders=MappingProxyType({word: str(at) for at, word in enumerate(section.listed("orders"), start=1)}),
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
