import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import BudgetError, Settings
from summarizer.features.corpus import open_corpus
from summarizer.model import Budget
from summarizer.selection.objective import Candidates
from summarizer.selection.select import choose_statements
from summarizer.statements.lexical_judge import open_judge
from tests.builders import build_sentences, build_statements

KNOBS = {"coverage_weight": 0.2, "length_exponent": 0.5, "redundancy_limit": 0.35}
TEXTS = [
    ("a", "The minister met the president in the old town on Sunday."),
    ("a", "Rain fell over the northern hills all night."),
    ("b", "The president met the minister in the old town on Sunday."),
    ("b", "The harvest of this year was poor in the south."),
    ("c", "It was such a poor harvest as nobody had expected."),
]


def choose(texts, budget, scores=None, *, wanted=(), cite=list, leaders=(), **knobs):
    sentences = build_sentences(texts)
    statements = build_statements(sentences, scores)
    origin_of = {sentence.document: sentence.document for sentence in sentences}
    corpus = open_corpus(sentences)
    settings = Settings(**{**KNOBS, **knobs})
    candidates = candidates_of(statements, corpus, origin_of)
    return choose_statements(candidates, budget, settings, wanted=wanted, cite=cite, leaders=leaders)


def candidates_of(statements, corpus, origin_of):
    ones = np.ones(len(corpus.sentences))
    judge = open_judge(corpus, origin_of, same_limit=0.4, part_limit=0.35)
    return Candidates(
        beyond=np.arange(0),
        scores=np.zeros(0),
        statements=statements,
        corpus=corpus,
        opening=ones,
        interest=ones,
        text_group_of=origin_of,
        judge=judge,
    )


def ids(decisions):
    return [choice.statement.wording.id for choice in decisions if choice.chosen]


def test_what_is_said_already_is_left_out_and_says_to_whom_it_lost():
    decisions = choose(TEXTS, Budget(words=100))
    assert ids(decisions) == [0, 1, 3]
    assert decisions[2].rival == decisions[0].statement and decisions[2].similarity > 0.35
    assert "says what a chosen statement says" in decisions[2].reason


def test_what_a_chosen_statement_entails_is_left_out_though_it_is_less_like():
    texts = [*TEXTS, ("c", "On Sunday, the minister met the president.")]
    scores = [0.9, 0.1, 0.1, 0.1, 0.1, 0.5]
    decisions = choose(texts, Budget(words=100), scores=scores, redundancy_limit=1.0)
    assert decisions[0].chosen and not decisions[5].chosen
    assert decisions[5].rival == decisions[0].statement and "limit 0.40" in decisions[5].reason


LEAD = "The police arrested the mother of the boy on Tuesday evening and charged her with murder in the first degree."
AGAIN = "Officers in the town charged the boy’s mother on Tuesday with murder of her own child in the first degree."
DENIED = "Officers in the town have not charged the boy’s mother with murder of her own child in the first degree."


def test_what_says_much_of_a_chosen_statement_in_other_words_is_left_out():
    def choose_two(other):
        texts = [("a", LEAD), ("b", other), *TEXTS]
        return choose(texts, Budget(words=100), scores=[0.9, 0.8, *[0.1] * 5], redundancy_limit=1.0)

    decisions = choose_two(AGAIN)
    assert decisions[0].chosen and not decisions[1].chosen
    assert decisions[1].rival == decisions[0].statement and decisions[1].similarity >= 0.4
    assert choose_two(DENIED)[1].chosen
    assert choose_two("Officers in the town searched the house of the boy’s mother on Wednesday and found her phone.")[
        1
    ].chosen


def test_what_contradicts_a_chosen_statement_is_not_lost():
    texts = [
        ("a", "The council has approved the new school on the hill."),
        ("b", "The council has not approved the new school on the hill."),
        *TEXTS[1:],
    ]
    assert {0, 1} <= set(ids(choose(texts, Budget(words=100), scores=[0.9, 0.8, 0.1, 0.1, 0.1, 0.1])))


def test_a_flawed_wording_is_not_chosen_beside_sound_ones():
    decisions = choose(TEXTS, Budget(words=100), scores=[0.1, 0.1, 0.1, 0.1, 0.9])
    assert 4 not in ids(decisions) and "orphan opening" in decisions[4].reason


def test_a_flawed_wording_is_better_than_nothing():
    assert ids(choose([("a", "It was such a poor harvest as nobody had expected.")], Budget(words=100))) == [0]


def test_what_likely_leans_gives_way_to_what_stands_alone():
    texts = [
        *[("a", f"The council of Oslo heard Erik Lund on item {item} of the budget for 2024.") for item in (1, 2)],
        ("a", "The hearing was closed after two hours of long debate."),
        ("a", "Anna Berg of the Labour Party asked for 3,000 new flats on the eastern hills of Oslo."),
        ("b", "Rain fell over Oslo on Sunday."),
    ]
    decisions = choose(texts, Budget(words=36), scores=[0.9, 0.1, 0.7, 0.4, 0.05], redundancy_limit=1.0)
    assert ids(decisions) == [0, 3]
    assert "gave way" in next(one.reason for one in decisions if one.statement.wording.id == 2)


@given(st.integers(8, 60))
def test_words_are_never_passed(words):
    decisions = choose(TEXTS, Budget(words=words))
    spent = sum(choice.statement.wording.words for choice in decisions if choice.chosen)
    assert 0 < spent <= words
    fitting = [c for c in decisions if not c.chosen and c.rival is None and not c.statement.wording.flaws]
    assert all(spent + choice.statement.wording.words > words for choice in fitting)


@pytest.mark.parametrize("points", [1, 2, 3])
def test_points_are_never_passed(points):
    assert len(ids(choose(TEXTS, Budget(points=points)))) == points


def test_a_budget_that_nothing_fits():
    with pytest.raises(BudgetError, match=r"^Length: found words=5, wanted at least 8, the length of the") as error:
        choose(TEXTS, Budget(words=5))
    assert error.value.shortest == 8


def test_a_budget_that_only_a_flawed_wording_fits():
    texts = [("a", "But it rained."), ("b", "The harvest of this year was poor in the south.")]
    with pytest.raises(BudgetError) as error:
        choose(texts, Budget(words=5))
    assert error.value.shortest == 10


def test_what_more_origins_tell_is_covered_first():
    texts = [
        ("a", "The minister met the president in the old town."),
        ("b", "Nobody was hurt when the old bridge fell down."),
        ("c", "A local choir sang when the old bridge fell down."),
        ("d", "Years ago the old bridge fell down and was rebuilt."),
    ]
    level = [0.25] * 4
    assert ids(choose(texts, Budget(points=1), scores=level, coverage_weight=5.0))[0] in (1, 2, 3)
    assert ids(choose(texts, Budget(points=1), scores=level, coverage_weight=0.0, length_exponent=0.0)) == [0]


def test_every_statement_has_its_reason():
    for choice in choose(TEXTS, Budget(words=20)):
        assert choice.reason
        assert choice.chosen == choice.reason.startswith("chosen")


LEANING = (
    ("a", "The harvest of beans was poor in the south of Peru."),
    ("a", "However, the north sold more maize abroad than ever."),
)


def test_what_leans_on_the_sentence_before_it_comes_in_behind_it_alone():
    other = ("b", "A new road over the hills opened on Sunday.")
    assert ids(choose([*LEANING, other], Budget(points=3))) == [0, 1, 2]
    assert ids(choose([LEANING[1], other], Budget(points=3))) == [1]  # nothing stands before it
    apart = [LEANING[0], ("a", "Who will buy the beans of the south?"), LEANING[1], other]
    assert ids(choose(apart, Budget(points=3))) == [0, 3]


@pytest.mark.parametrize("budget", [Budget(words=23), Budget(points=2)])
@pytest.mark.parametrize(("leader", "other"), [(1, 3), (3, 1)])
def test_the_statement_that_sums_up_best_comes_in_though_another_is_worth_more(budget, leader, other):
    scores = [0.9, 0.1, 0.1, 0.1, 0.1]
    scores[other] = 0.5
    assert ids(choose(TEXTS, budget, scores)) == [0, other]
    decisions = choose(TEXTS, budget, scores, leaders=[4, leader])
    assert ids(decisions) == [0, leader], "4 has a flaw"
    assert decisions[other].reason.startswith("chosen at first, then gave way to the statement that sums up")
    assert ids(choose(TEXTS, budget, scores, leaders=[2, leader])) == [0, other], "2 is like what is chosen"
