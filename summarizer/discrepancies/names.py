"""Names of one person that reports spell differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer.discrepancies.comparison_context import Candidate, Context, Passage, Value
from summarizer.discrepancies.topics import ONE_PERSON
from summarizer.nlp.facts.corrections import is_named_wrongly
from summarizer.nlp.names.name_linking import Mention, Person
from summarizer.nlp.names.person_names import find_names

# Spellings weigh less than any other difference: an editor looks at them last.
_LEAST = 0.1  # weight of a person whom next to no report names
_ALL = 0.1  # what one gains whom all name
_MANY = 0.05  # and one who goes by three spellings or more


def mentions_of(ground: Context) -> list[Mention]:
    """Find all names of all reports, in order."""
    sentences = ground.sentences
    languages = (sentence.language for sentence in sentences)
    return [
        Mention(report=sentences[at].document, sentence=at, naming=naming)
        for at, names in enumerate(find_names((sentence.text for sentence in sentences), ground.common, languages))
        for naming in names
    ]


def differing_names(ground: Context, persons: Sequence[Person]) -> list[Candidate]:
    """Find people whom reports spell differently; letters with and without accents are one spelling.

    A report may be one of both readings, where it spells a name in two ways, but not the only one. A name that a
    report calls wrong ("initially identified as") is none of its spellings.

    Args:
        ground: What differences are looked for in.
        persons: The people whom the reports name.

    Returns:
        One for each person, in no order.
    """
    total = len({sentence.document for sentence in ground.sentences})
    found = []
    for person in persons:
        spellings = [own for spelling in person.spellings if (own := _not_corrected(ground, spelling))]
        views = tuple(_view(ground, spelling) for spelling in spellings)
        reports = {frozenset(passage.sentence.document for passage in view.passages) for view in views}
        if len(reports) < 2:
            continue
        named = len(frozenset().union(*reports))
        found.append(
            Candidate(
                kind="spelling",
                about=_about(person),
                views=views,
                weight=_LEAST + _ALL * named / total + _MANY * (len(views) > 2),
                why="spellings of one name: " + ", ".join(view.value for view in views),
            )
        )
    return found


def _not_corrected(ground: Context, spelling: Sequence[Mention]) -> list[Mention]:
    """The places of a spelling, without those at which a report says that it was wrong."""
    said_in = ((one, ground.sentences[one.sentence]) for one in spelling)
    return [one for one, told in said_in if not is_named_wrongly(told.text, one.naming.start, told.language)]


def _view(ground: Context, spelling: Sequence[Mention]) -> Value:
    first: dict[str, Mention] = {}
    for mention in spelling:
        first.setdefault(mention.report, mention)
    passages = tuple(
        Passage(sentence=ground.sentences[mention.sentence], start=mention.naming.start, end=mention.naming.end)
        for mention in first.values()
    )
    return Value(value=" ".join(passages[0].text.split()), passages=passages)


def _about(person: Person) -> str:
    """The role that most reports give the person; else that it is one person."""
    roles = Counter(m.naming.role for spelling in person.spellings for m in spelling if m.naming.role)
    return max(roles, key=lambda role: (roles[role], role)) if roles else ONE_PERSON
