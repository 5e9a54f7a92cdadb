"""Exchanges after the greedy choice: against a plain twin that tries them all."""

from itertools import combinations
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Document, Settings, summarize
from summarizer.features.corpus import open_corpus
from summarizer.model import Budget
from summarizer.selection.objective import Selection, weigh_statements
from summarizer.selection.pair_worth import UNPAIRED, PairWeights
from summarizer.selection.swaps import (
    GAVE_WAY,
    _find_exchanges,
    _open_entrants,
    _tabulate,
    _worth_most,
    exchange_statements,
)
from tests.builders import build_sentences, build_statements
from tests.selection.test_select import KNOBS, LEANING, candidates_of, choose, ids

NOUNS = ("minister", "bridge", "harvest", "storm", "council", "school", "river", "factory", "union", "market")
VERBS = ("opened", "closed", "praised", "feared", "rebuilt", "visited")


@st.composite
def clusters(draw):
    """Sentences of a few reports that share words here and there."""
    noun, verb = st.sampled_from(NOUNS), st.sampled_from(VERBS)
    texts = []
    for _ in range(draw(st.integers(4, 9))):
        words = [f"the {draw(noun)} {draw(verb)} the {draw(noun)}" for _ in range(draw(st.integers(2, 5)))]
        texts.append((draw(st.sampled_from("abc")), f"T{', '.join(words)[1:]}."))
    scores = draw(st.lists(st.floats(0.05, 1.0), min_size=len(texts), max_size=len(texts)))
    return texts, scores


TOGETHER = PairWeights(joined=0.8, alike=2.0)


def beside_each_other(worth, chosen, pairs):
    """What each two of some statements are worth together, counted plainly."""
    more = sum(pairs.joined * worth.value[at] for at in chosen if worth.before[at] in chosen)
    for one, other in combinations(chosen, 2):
        again = min(max((worth.likeness(one)[other] - 0.2) / 0.2, 0.0), 1.0)
        more -= pairs.alike * again * min(worth.value[one], worth.value[other])
    return more


def select(texts, scores, budget, limit=1.01, pairs=UNPAIRED):
    """A selection, and what a set of statements is worth, counted plainly."""
    sentences = build_sentences(texts)
    origin_of = {sentence.document: sentence.document for sentence in sentences}
    corpus = open_corpus(sentences)
    candidates = candidates_of(build_statements(sentences, scores), corpus, origin_of)
    worth = weigh_statements(candidates, SimpleNamespace(**{**KNOBS, "redundancy_limit": limit}))

    def total(chosen):
        covered = {concept for at in chosen for concept in worth.concepts_of(at).tolist()}
        alone = sum(worth.value[at] for at in chosen)
        held = worth.coverage_weight * sum(worth.weights[concept] for concept in covered)
        return alone + held + beside_each_other(worth, chosen, pairs)

    return Selection(worth=worth, judge=candidates.judge, budget=budget), total


def better(selection, total):
    """An exchange that the selection should have made: tried one by one."""
    worth, budget = selection.worth, selection.budget.words
    now, others = total(selection.chosen), [at for at in range(len(worth.words)) if at not in selection.chosen]
    for out in ((), *((at,) for at in selection.chosen), *combinations(selection.chosen, 2)):
        for come in (*((at,) for at in others), *(combinations(others, 2) if len(out) == 1 else ())):
            new = [at for at in selection.chosen if at not in out] + list(come)
            fits = sum(worth.words[at] for at in new) <= budget and all(worth.news[at] for at in come)
            likeness = {at: worth.likeness(at) for at in new}
            alone = all(
                likeness[one][other] < worth.redundancy_limit
                and not selection.entails(one, other, likeness[one][other])
                and not selection.entails(other, one, likeness[one][other])
                for one in new
                for other in new
                if one != other
            )
            if fits and alone and total(new) > now + 1e-5:
                return out, come
    return None


def fill(selection):
    """Choose what fits, in order: any start does."""
    free = {at for at in range(len(selection.worth.words)) if selection.worth.news[at]}
    while free:
        at = min(free)
        free.discard(at)
        if selection.worth.words[at] <= selection.left.words and not any(
            selection.entails(one, two, selection.worth.likeness(one)[two])
            for other in selection.chosen
            for one, two in ((at, other), (other, at))
        ):
            selection.take(at)
            free -= set(np.flatnonzero(selection.like[at]).tolist())


@given(clusters(), st.integers(20, 70), st.sampled_from((0.36, 1.01)))
def test_no_exchange_of_one_or_two_is_better_in_the_end(cluster, words, limit):
    selection, total = select(*cluster, Budget(words=words), limit)
    fill(selection)
    before = total(selection.chosen)
    exchange_statements(selection)
    assert total(selection.chosen) >= before - 1e-9
    assert selection.left.words >= 0
    assert better(selection, total) is None


@given(clusters(), st.integers(20, 70), st.sampled_from((0.36, 1.01)))
def test_what_all_are_worth_together_never_falls(cluster, words, limit):
    selection, total = select(*cluster, Budget(words=words), limit, TOGETHER)
    fill(selection)
    before = total(selection.chosen)
    exchange_statements(selection, TOGETHER)
    assert total(selection.chosen) >= before - 1e-9


@given(clusters(), st.integers(20, 70), st.sampled_from((UNPAIRED, TOGETHER)))
def test_an_exchange_gains_what_it_is_said_to(cluster, words, pairs):
    selection, total = select(*cluster, Budget(words=words), pairs=pairs)
    fill(selection)
    entrants = _open_entrants(selection.worth, _worth_most(selection.worth), pairs)
    now = total(selection.chosen)
    for exchange in _find_exchanges(selection, entrants, least=1e-6, pairs=pairs):
        new = [*(at for at in selection.chosen if at not in exchange.out), *exchange.come]
        assert total(new) - now == pytest.approx(exchange.gain, abs=1e-6)


LEAD = (
    "The government and the rebels signed a peace treaty in the capital on Sunday, ending ten years of civil war in "
    "the northern provinces, the president of the assembly announced."
)
PARTS = (
    "The rebels signed a treaty on Sunday, the army said in a statement.",
    "Ten years of civil war had emptied the northern provinces of people.",
)


def test_a_lead_takes_the_place_of_what_kept_it_out_and_the_reason_says_so():
    texts = [("a", LEAD), ("b", PARTS[0]), ("c", PARTS[1]), ("c", "Ministers flew home for the holiday that evening.")]
    decisions = choose(texts, Budget(words=32), scores=[0.9, 0.55, 0.5, 0.1], length_exponent=1.0, redundancy_limit=1.0)
    assert ids(decisions) == [0]
    assert GAVE_WAY in {choice.reason for choice in decisions}


LONG = (
    "The minister met the president in the old town on Sunday.",
    "The harvest of this year was poor in the dry south.",
    "Rain fell over the northern hills all night and all day.",
)


def told(brief, score=0.1):
    texts = [*((name, text) for name, text in zip("abc", LONG, strict=True)), ("d", brief)]
    return choose(texts, Budget(words=40), scores=[0.5, 0.5, 0.5, score], redundancy_limit=1.0)


def test_a_brief_statement_is_no_filler():
    decisions = told("Ministers were asked too.")
    assert not decisions[3].chosen and decisions[3].reason == "4 words, and no news by itself"


def test_a_brief_statement_of_high_rank_is_news():
    assert told("Rebels took the capital.", score=50.0)[3].chosen


def test_brief_statements_are_better_than_nothing():
    assert ids(choose([("a", "Rebels took the capital."), ("b", LONG[0])], Budget(words=5))) == [0]


def test_where_all_are_brief_none_is():
    texts = [("a", "Rebels took the capital."), ("b", "Rain fell all night."), ("c", "Ministers fled the town.")]
    assert ids(choose(texts, Budget(words=20))) == [0, 1, 2]


ORIGINS = [
    ("a", "The minister met the president in the old town on Sunday."),
    ("a", "The president thanked his guest for frank words about trade and grain."),
    ("a", "The minister will travel to the northern provinces in the spring."),
    ("b", "Shops in the old town were shut while streets were guarded by police."),
]


@pytest.mark.parametrize(("wanted", "chosen"), [((), [0, 1, 2]), (("a", "b"), [0, 1, 3])])
def test_an_origin_of_the_main_event_that_is_cited_nowhere_brings_in_a_statement(wanted, chosen):
    decisions = choose(
        ORIGINS, Budget(points=3), scores=[0.9, 0.8, 0.7, 0.1], redundancy_limit=1.0, wanted=frozenset(wanted)
    )
    assert ids(decisions) == chosen
    assert any("gave way to an origin" in choice.reason for choice in decisions) == bool(wanted)


def test_with_two_points_no_origin_has_a_claim():
    decisions = choose(ORIGINS, Budget(points=2), scores=[0.9, 0.8, 0.7, 0.1], redundancy_limit=1.0, wanted={"b"})
    assert ids(decisions) == [0, 1]


def test_an_origin_is_heard_where_it_is_cited_for_another_statement():
    def cite_all(statements):
        both = build_sentences(ORIGINS)[3]
        return [
            type(one)(sentences=(*one.sentences, both), origin_of=one.origin_of, score=one.score) for one in statements
        ]

    knobs = {"scores": [0.9, 0.8, 0.7, 0.1], "redundancy_limit": 1.0, "wanted": {"b"}}
    assert ids(choose(ORIGINS, Budget(points=3), **knobs)) == [0, 1, 3]
    assert ids(choose(ORIGINS, Budget(points=3), cite=cite_all, **knobs)) == [0, 1, 2]


def test_an_origin_does_not_take_the_place_of_the_only_statement_of_another():
    texts = [*ORIGINS[:2], ("c", "The talks were guarded by a hundred officers in plain clothes."), ORIGINS[3]]
    knobs = {"scores": [0.9, 0.8, 0.3, 0.1], "redundancy_limit": 1.0}
    assert ids(choose(texts, Budget(points=3), wanted={"b"}, **knobs)) == [0, 1, 3]
    assert ids(choose(texts, Budget(points=3), wanted={"b", "c"}, **knobs)) == [0, 2, 3]


def test_the_statement_that_sums_up_best_does_not_leave_for_an_origin():
    knobs = {"scores": [0.9, 0.8, 0.7, 0.1], "redundancy_limit": 1.0, "wanted": {"b"}}
    assert ids(choose(ORIGINS, Budget(points=3), **knobs)) == [0, 1, 3]
    assert ids(choose(ORIGINS, Budget(points=3), leaders=[2], **knobs)) == [0, 2, 3]


def test_where_sentences_are_short_those_are_brief_that_are_half_as_long():
    texts = [
        ("a", "Rebels took the capital on Sunday."),
        ("b", "Rain fell over the northern hills all night long."),
        ("c", "Ministers fled town before dawn."),
        ("d", "Nobody knows."),
    ]
    assert ids(choose(texts, Budget(words=30), scores=[0.5, 0.5, 0.5, 0.1])) == [0, 1, 2]


def test_what_another_leans_on_stays():
    strong = ("b", "The parliament of Peru voted for the new law on water after a debate of nine hours.")
    texts, scores = [*LEANING, strong], [0.1, 2.0, 0.9]
    alone, _ = select([texts[0], ("a", "Rain fell all night over the coast."), strong], scores, Budget(words=27))
    leant_on, _ = select(texts, scores, Budget(words=27))
    for selection in (alone, leant_on):
        selection.take(0)
        selection.take(1)
        exchange_statements(selection)
    assert 0 not in alone.chosen and 2 in alone.chosen
    assert 0 in leant_on.chosen or 1 not in leant_on.chosen


NEIGHBOURS = [
    ("a", "The president opened the session of the parliament in the old capital."),
    ("a", "Farmers of seven provinces came to see the ceremony on the square."),
    ("a", "A bridge over the river Gera was closed by Erfurt police at noon."),
    ("a", "Engineers Jana Kern and Otto Beck had found cracks in four pillars."),
    ("b", "Teachers went on strike for higher wages in all the northern towns."),
    ("b", "Students stood beside them with flags and drums until late evening."),
    ("b", "Hospitals called for blood after a bus had fallen into a ravine."),
]


def chosen_of(start, joined, scores):
    """What is chosen of the neighbours in the end, under a budget for two."""
    selection, _ = select(NEIGHBOURS, scores, Budget(words=26))
    for at in start:
        selection.take(at)
    exchange_statements(selection, PairWeights(joined=joined))
    return sorted(selection.chosen)


@pytest.mark.parametrize(("joined", "chosen"), [(0.0, [3, 6]), (0.5, [2, 3])])
def test_what_stands_before_a_chosen_sentence_is_worth_more_beside_it(joined, chosen):
    assert chosen_of([3, 6], joined, [0.1, 0.1, 0.42, 0.6, 0.1, 0.1, 0.5]) == chosen


@pytest.mark.parametrize(("joined", "chosen"), [(0.0, [2, 6]), (0.5, [2, 3])])
def test_what_stands_behind_a_chosen_sentence_is_worth_more_beside_it(joined, chosen):
    assert chosen_of([2, 6], joined, [0.1, 0.1, 0.6, 0.42, 0.1, 0.1, 0.5]) == chosen


def test_a_lead_does_not_leave_for_a_neighbour():
    assert chosen_of([3, 4], 0.5, [0.1, 0.1, 0.42, 0.6, 0.5, 0.1, 0.1]) == [3, 4]


def test_two_leads_of_a_report_are_no_neighbours():
    assert chosen_of([0, 6], 0.5, [0.6, 0.45, 0.1, 0.1, 0.1, 0.1, 0.5]) == [0, 6]


def test_what_is_chosen_anew_stands_in_pairs_behind_the_leads():
    texts = [*NEIGHBOURS[:5], ("b", f"{NEIGHBOURS[5][1][:-1]}, {NEIGHBOURS[4][1]}"), NEIGHBOURS[6]]
    scores = [0.9, 0.1, 0.3, 0.3, 0.1, 0.1, 0.4]
    assert ids(choose(texts, Budget(words=38), scores=scores, coverage_weight=0.0)) == [0, 2, 3]


ALIKE = [
    ("a", "Rebels of the northern army took the harbour of Port Sol on Sunday."),
    ("b", "The harbour of Port Sol has fallen, say traders, to the northern rebels."),
    ("c", "Hospitals in the capital asked for blood and blankets for the wounded."),
]


@pytest.mark.parametrize(("alike", "chosen"), [(0.0, [0, 1]), (2.0, [0, 2])])
def test_what_is_much_like_a_chosen_statement_is_worth_less_beside_it(alike, chosen):
    selection, _ = select(ALIKE, [0.6, 0.5, 0.4], Budget(words=26))
    selection.take(0)
    selection.take(1)
    selection.worth.leads[:] = False
    exchange_statements(selection, PairWeights(alike=alike))
    assert sorted(selection.chosen) == chosen


@pytest.mark.parametrize(("joined", "chosen"), [(0.0, [6]), (0.8, [2, 3])])
def test_two_neighbours_come_in_together(joined, chosen):
    selection, _ = select(NEIGHBOURS, [0.1, 0.1, 0.3, 0.3, 0.1, 0.1, 1.1], Budget(words=26))
    selection.take(6)
    selection.worth.words[6] = 24  # leaves room for none beside it
    exchange_statements(selection, PairWeights(joined=joined))
    assert sorted(selection.chosen) == chosen


KELSO = "The council of Kelso has {}approved the new school on the hill above the harbour and the fishing docks."
AROUND = (
    "A storm tore the roof off the old theatre in the north on Friday evening. Nobody was hurt by the tiles. "
    f"{KELSO.format('')} Rain fell over the northern hills all night and all day on Sunday.",
    "Teachers went on strike for higher wages in all the southern towns. Students stood beside them until late. "
    f"{KELSO.format('not ')} Shops in the old town were shut while streets were guarded by police.",
)


@pytest.mark.parametrize("words", [75, 90])
def test_what_contradicts_a_chosen_statement_costs_nothing_for_being_like_it(words):
    documents = [Document(id=str(at), text=text) for at, text in enumerate(AROUND)]
    told = {point.text for point in summarize(documents, Settings(words=words)).points}
    assert {KELSO.format(""), KELSO.format("not ")} <= told


@given(clusters(), st.integers(20, 70))
def test_beside_neighbours_no_exchange_for_one_is_better_in_the_end(cluster, words):
    selection, total = select(*cluster, Budget(words=words))
    worth = selection.worth
    for at in np.flatnonzero(worth.news).tolist():
        if worth.words[at] <= selection.left.words:
            selection.take(at)

    def with_neighbours(chosen):
        return total(chosen) + sum(0.3 * worth.value[at] for at in chosen if worth.before[at] in chosen)

    exchange_statements(selection, PairWeights(joined=0.3))
    left = [at for at in range(len(worth.words)) if at not in selection.chosen and worth.news[at]]
    may_leave = [at for at in selection.chosen if not worth.leads[at]]
    for out in ((), *((at,) for at in may_leave), *combinations(may_leave, 2)):
        for at in left:
            new = [*(one for one in selection.chosen if one not in out), at]
            says_the_same = any(
                selection.entails(one, two, worth.likeness(one)[two])
                for other in new[:-1]
                for one, two in ((at, other), (other, at))
            )
            if worth.words[new].sum() <= words and not says_the_same:
                assert with_neighbours(new) <= with_neighbours(selection.chosen) + 1e-5


def test_a_pair_that_leaves_as_a_whole_counts_once():
    selection, _ = select(NEIGHBOURS, [0.1, 0.1, 0.3, 0.3, 0.1, 0.1, 1.0], Budget(words=26))
    selection.take(2)
    selection.take(3)
    worth, entrants = selection.worth, np.array([6])
    table = _tabulate(selection, _open_entrants(worth, entrants), (), PairWeights(joined=0.5))
    plain = _tabulate(selection, _open_entrants(worth, entrants), (), UNPAIRED)
    more = dict(zip(table.out, table.loss - plain.loss, strict=True))
    assert more == pytest.approx(
        {(): 0, (2,): 0.5 * worth.value[3], (3,): 0.5 * worth.value[3], (2, 3): 0.5 * worth.value[3]}
    )
