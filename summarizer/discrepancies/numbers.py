"""Quantities of one unit and role that reports give differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence, Set
from functools import cache
from itertools import chain, product

from summarizer.discrepancies.ages import is_full_name_in_both, match_ages, may_be_of_one
from summarizer.discrepancies.casualties import differing_casualties, is_told_by, settled_dangers
from summarizer.discrepancies.comparability import are_of_one, are_parted, differing_units
from summarizer.discrepancies.compared_figures import ComparedFigure, Match, collect_figures
from summarizer.discrepancies.comparison_context import Candidate, Context, Pair
from summarizer.discrepancies.counts import match_counts
from summarizer.discrepancies.deals import differing_deals
from summarizer.discrepancies.measures import match_measures
from summarizer.discrepancies.readings import group_matches
from summarizer.model import DocumentId
from summarizer.nlp.facts.casualties import TOLLS
from summarizer.nlp.numbers.quantity_record import Quantity
from summarizer.nlp.sentences.clauses import words_after

_SAME_ROLE = 0.3  # score from which two quantities of one unit and one noun are of one thing
_SAME_TIME = 0.5  # for durations, of which news is full
_ORDER_SHARED = 3  # content terms that the surroundings of two places in an order share at least,
_ORDER_ALIKE = 0.5  # and their share of the weight of the lighter one
_NAMED = 0.4  # score below which two sentences that name somebody must name one in common
_ANCHORED = (
    0.2  # word cosine from which two sentences that share one figure of a unit set the one left against the other
)
_ROLE = 0.25  # what a role that both tell adds to the score
_APART = 1.6  # times by which figures of one thing differ at most; more are figures of two things
_TOLL_APART = 2  # for tolls, which reports know less well
_MANY = 3  # measures of one unit in a report, beyond which
_PLAIN = 0.7  # two must be this surely of one role
_OWNED = ("age", "magnitude")  # of somebody, or of one of many shocks: likeness does not tell of which
_SMALL = 10  # people of whom two places may each have so many
_GROWING = ("%", "acre", "hectare", "square-mile", "square-kilometer")  # units of what one report finds much larger
_SAME = 0.9  # share of the weight of what stands around one of two figures that stands around the other
_FEW_SHARED = 2  # content terms that the surroundings of two quantities share at least

_Role = tuple[DocumentId, str, str | None]  # a report, a unit and a role


def differing_numbers(ground: Context) -> list[Candidate]:
    """Find quantities of one role for which reports give values that no rounding explains.

    Only reports of one event are compared; tolls and deals have rules of their own. A value that the
    other report gives too, for the like, is no difference: then each tells of two things.

    Args:
        ground: What differences are looked for in.

    Returns:
        One for each role, in no order.
    """
    items = [collect_figures(ground, at) for at in range(len(ground.sentences))]
    perils = [*settled_dangers(ground)]
    tolls = [one for one in differing_casualties(ground, items) if not any(is_told_by(one, peril) for peril in perils)]
    mains = [*perils, *tolls, *differing_deals(ground, items)]
    told = {(passage.sentence.id, passage.start) for one in mains for view in one.views for passage in view.passages}
    items = [[item for item in own if (item.at, item.quantity.start) not in told] for own in items]
    by_role: dict[_Role, list[ComparedFigure]] = {}
    for own in items:
        for item in own:
            quantity = item.quantity
            by_role.setdefault((ground.sentences[item.at].document, quantity.unit, quantity.role), []).append(item)
    by_unit = Counter((ground.sentences[item.at].document, item.quantity.unit) for own in items for item in own)
    agreed: dict[tuple[int, int], list[ComparedFigure]] = {}
    differing: list[Match] = []
    matches = (match(ground, items) for match in (_all_matches, match_ages, match_measures, match_counts))
    for match in chain.from_iterable(matches):
        if match.first.quantity.agrees(match.second.quantity):
            agreed.setdefault(match.first.key, []).append(match.second)
            agreed.setdefault(match.second.key, []).append(match.first)
        else:
            differing.append(match)

    @cache
    def gives(report: DocumentId, item: ComparedFigure) -> bool:
        """Whether a report gives a value, for the like."""
        like = by_role.get((report, item.quantity.unit, item.quantity.role), ())
        return any(
            one.quantity.agrees(item.quantity)
            and may_be_of_one(one.quantity.owner, item.quantity.owner)
            and not one.quantity.is_contrast
            and not _is_small_elsewhere(ground, one, item)
            for one in like
        )

    differing = [
        match
        for match in differing
        if not _is_known(ground, match, gives)
        and not _is_one_of_many(ground, match, by_unit)
        and not are_parted(ground, match, items)
    ]
    for match in differing:
        if match.first.quantity.is_vague or match.second.quantity.is_vague:
            _add_counted(match, items, agreed)
    return [*mains, *group_matches(ground, items, differing, agreed), *differing_units(ground, items)]


def _add_counted(
    match: Match,
    items: Sequence[Sequence[ComparedFigure]],
    agreed: MutableMapping[tuple[int, int], list[ComparedFigure]],
) -> None:
    """Put with two readings of which one is vague what else counts the like: "2,400 of them" goes with "thousands"."""
    if match.first.quantity.role:
        return
    for item in (item for own in items for item in own if item.quantity.unit == match.first.quantity.unit):
        for side in (match.first, match.second):
            is_like = any(term in item.around for term in (*match.first.around, *match.second.around))
            if is_like and item.key != side.key and item.quantity.agrees(side.quantity):
                agreed.setdefault(side.key, []).append(item)


def _all_matches(ground: Context, items: Sequence[Sequence[ComparedFigure]]) -> Iterator[Match]:
    for pair in ground.pairs_among(at for at, own in enumerate(items) if own):
        if ground.same_event(pair.first, pair.second):
            yield from _matches(ground, pair, items[pair.first], items[pair.second])


def _matches(
    ground: Context, pair: Pair, first: Sequence[ComparedFigure], second: Sequence[ComparedFigure]
) -> Iterator[Match]:
    """The quantities of two sentences that are of one role, each paired with at most one: the likeliest."""
    found = []
    for one, other in product(first, second):
        score, shared = _score(ground, pair, one, other)
        if score:
            equal = one.quantity.agrees(other.quantity)
            found.append(
                (not equal, -score, one.key, other.key, Match(first=one, second=other, score=score, shared=shared))
            )
    taken: set[tuple[int, int]] = set()
    units: set[str] = set()
    for *_, match in sorted(found, key=lambda entry: entry[:4]):
        if match.first.key not in taken and match.second.key not in taken:
            taken.update((match.first.key, match.second.key))
            units.add(match.first.quantity.unit)
            yield match
    yield from _left_over(pair, first, second, taken)
    yield from _beside(units, first, second, taken)


def _beside(
    units: Set[str],
    first: Sequence[ComparedFigure],
    second: Sequence[ComparedFigure],
    taken: Set[tuple[int, int]],
) -> Iterator[Match]:
    """Where one number of a unit is told of one thing, the others of like words: "70 per cent of men", "86 of men"."""
    rest = [[item for item in own if item.quantity.unit in units and item.key not in taken] for own in (first, second)]
    for one, other in product(*rest):
        heads = [
            words_after(item.sentence.text, item.quantity.end, item.sentence.language).split()[:2]
            for item in (one, other)
        ]
        is_like = one.quantity.unit == other.quantity.unit and len(heads[0]) > 1 and heads[0] == heads[1]
        if is_like and not _are_apart(one.quantity, other.quantity, _APART):
            shared = tuple(term for term in one.around if term in other.around)
            yield Match(first=one, second=other, score=_SAME_ROLE, shared=shared)


def _left_over(
    pair: Pair, first: Sequence[ComparedFigure], second: Sequence[ComparedFigure], taken: Set[tuple[int, int]]
) -> Iterator[Match]:
    """Where two sentences share a figure, the one other of its unit in each: "48, not 63" and "48, not 61"."""
    if pair.similarity < _ANCHORED:
        return
    for unit in dict.fromkeys(item.quantity.unit for item in first if not item.quantity.is_count):
        one, other = ([item for item in items if item.quantity.unit == unit] for items in (first, second))
        shared = [(a, b) for a, b in product(one, other) if a.quantity.agrees(b.quantity)]
        rest = [[item for item in items if not any(item in both for both in shared)] for items in (one, other)]
        if not (shared and len(rest[0]) == len(rest[1]) == 1) or {rest[0][0].key, rest[1][0].key} & taken:
            continue
        if not _are_apart(rest[0][0].quantity, rest[1][0].quantity, _APART):
            both = tuple(term for term in rest[0][0].around if term in rest[1][0].around)
            yield Match(first=rest[0][0], second=rest[1][0], score=max(_PLAIN, pair.similarity), shared=both)


def _score(ground: Context, pair: Pair, one: ComparedFigure, other: ComparedFigure) -> tuple[float, tuple[str, ...]]:
    """How surely two quantities are of one role, 0 where they are not, and the terms that say so."""
    first, second = one.quantity, other.quantity
    apart = _TOLL_APART if first.role and first.is_count else _APART
    if (
        (first.unit, first.role) != (second.unit, second.role)
        or first.unit in _OWNED
        or (first.is_converted and second.is_converted)
        or (_are_apart(first, second, apart) and not _may_be_far_apart(ground, one, other))
        or (not first.role and one.is_extreme != other.is_extreme)
        or one.part != other.part
        or (first.unit == "%" and _are_shares_of_two(one, other))
        or (first.role and (one.is_bare or other.is_bare or one.is_feared != other.is_feared))
    ):
        return 0.0, ()
    shared = tuple(term for term in one.around if term in other.around)
    score = (ground.overlap(one.around, other.around) + pair.similarity) / 2
    if first.role:
        score = score + _ROLE if one.years == other.years else 0.0
    elif first.unit.endswith("in order"):
        is_one = len(shared) >= _ORDER_SHARED and ground.overlap(one.around, other.around) >= _ORDER_ALIKE
        score = score if is_one else 0.0
    elif " " in first.unit:  # "a 30-car pileup": the unit tells what it is of
        score = max(score, _SAME_ROLE) if shared else 0.0
    elif one.called and one.called == other.called:
        score = max(score, _PLAIN)  # "Turnout was 61 percent."
    elif shared and set(one.around) == set(other.around):
        pass  # all that both tell is the same
    elif len(shared) < _FEW_SHARED or score < (_SAME_TIME if first.unit == "duration" else _SAME_ROLE):
        score = 0.0
    elif score < _NAMED:
        names = [ground.names_of(item.at) for item in (one, other)]
        score = 0.0 if all(names) and not names[0] & names[1] else score
    is_of_two = score and (_are_of_two_days(one, other) or ground.tell_of_others(one.at, other.at))
    return (0.0 if is_of_two else score), shared


def _are_of_two_days(one: ComparedFigure, other: ComparedFigure) -> bool:
    """Whether two sentences name days, none of them the same."""
    return bool(one.days and other.days) and one.days.isdisjoint(other.days)


def _may_be_far_apart(ground: Context, one: ComparedFigure, other: ComparedFigure) -> bool:
    """Whether two values may be of one thing however far apart: the words that say of what are the same."""
    if one.quantity.unit.endswith("in order") or _are_named_alike(one, other):
        return True
    if one.quantity.role and not (one.quantity.high and other.quantity.high):
        return True  # nobody and somebody
    if not (one.quantity.is_count or one.quantity.unit in _GROWING):
        return False
    shared = sum(term in other.around for term in one.around)
    return shared > _FEW_SHARED and ground.overlap(one.around, other.around) >= _SAME


def _are_shares_of_two(one: ComparedFigure, other: ComparedFigure) -> bool:
    """Whether two shares are said to be of two things: "of the vote", "of ballots"."""
    return one.shared_out != other.shared_out and bool(one.shared_out and other.shared_out)


def _are_named_alike(one: ComparedFigure, other: ComparedFigure) -> bool:
    """Whether two sentences say in the same words of what the numbers are."""
    return bool(one.measured) and one.measured == other.measured


def _are_apart(first: Quantity, second: Quantity, times: float) -> bool:
    """Whether two values lie too far apart to be of one thing."""
    return max(first.low, second.low) > times * min(first.high, second.high)


def _is_known(ground: Context, match: Match, gives: Callable[[DocumentId, ComparedFigure], bool]) -> bool:
    """Whether one of two reports gives the other's value as well, for the like.

    The age of one whom both name in full is one person's, however often a report gives it; and a report that says
    "hundreds" and later counts them has said both.
    """
    one, other = match.first, match.second
    is_vague = one.quantity.is_vague or other.quantity.is_vague
    if is_vague or is_full_name_in_both(one.quantity.owner, other.quantity.owner):
        return False
    return gives(ground.sentences[other.at].document, one) or gives(ground.sentences[one.at].document, other)


def _is_small_elsewhere(ground: Context, one: ComparedFigure, other: ComparedFigure) -> bool:
    """Whether two small tolls are of two places: a report that counts three dead in one may count two in another."""
    if not (other.quantity.role in TOLLS and other.quantity.high < _SMALL):
        return False
    names = ground.names_of(one.at) & ground.names_of(other.at)
    return len(names) < _FEW_SHARED and sum(term in other.around for term in one.around) < _FEW_SHARED


def _is_one_of_many(ground: Context, match: Match, by_unit: Mapping[tuple[DocumentId, str], int]) -> bool:
    """Whether a measure is one of several of its unit in a report, so that likeness must be plainer to tell which."""
    unit = match.first.quantity.unit
    if match.score >= _PLAIN or match.first.quantity.role or unit == "age":
        return False
    if are_of_one(ground, match.first, match.second):
        return False
    counts = (by_unit[ground.sentences[item.at].document, unit] for item in (match.first, match.second))
    return max(counts) > _MANY and not match.first.quantity.is_count
