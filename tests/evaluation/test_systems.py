"""The systems side by side: none over its length, each what its name says."""

from dataclasses import replace

import pytest

import summarizer
from summarizer import SYSTEMS, Settings, SettingsError, summarize
from summarizer.evaluation.records import MEASURES
from summarizer.evaluation.rouge import open_scorer
from summarizer.evaluation.sumy_baselines import PEERS, extract
from summarizer.evaluation.systems import choose_systems, lead, oracle, ours, peer, shuffled
from summarizer.model import count_words
from tests.evaluation.example_clusters import BANK, BANK_TOLD, cluster, clusters, task_of

SCORE = open_scorer()


def recall(task, text, size="2"):
    return SCORE(task.tokenize(text), task.references)[MEASURES.index(f"rouge_{size}_recall")]


def test_every_peer_is_in_the_table():
    assert list(SYSTEMS) == ["summarizer", *PEERS, "lead", "random", "oracle"]


@pytest.mark.parametrize("words", [12, 30, 55, 1000])
@pytest.mark.parametrize("name", SYSTEMS)
def test_none_passes_the_length_and_all_say_only_what_the_reports_say(name, words):
    for task in (task_of(one, words) for one in clusters()):
        answer = SYSTEMS[name](task)
        assert count_words(answer.text) <= words
        printed = {" ".join(sentence.text.split()) for sentence in task.sentences}
        assert set(answer.text.split("\n")) <= printed if answer.text else answer.why


@pytest.mark.parametrize("name", SYSTEMS)
def test_the_same_in_every_run(name):
    assert SYSTEMS[name](task_of(cluster(), 40)) == SYSTEMS[name](task_of(cluster(), 40))


@pytest.mark.parametrize("name", SYSTEMS)
def test_where_no_sentence_fits_there_is_an_empty_summary_and_a_reason(name):
    answer = SYSTEMS[name](task_of(cluster(), 2))
    assert answer.text == "" and "2" in answer.why


@pytest.mark.parametrize("name", SYSTEMS)
@pytest.mark.parametrize("text", ["Rain", "The dam failed on Sunday night after three days of rain.", "— 1 2 —"])
def test_a_single_report_of_hardly_a_sentence_is_no_crash(name, text):
    answer = SYSTEMS[name](task_of(cluster(reports={"a": text}), 50))
    assert answer.text or answer.why


def test_ours_is_the_library_call():
    briefing = summarize(cluster().documents, Settings(words=40))
    assert ours(task_of(cluster(), 40)).text.split("\n") == [point.text for point in briefing.points]


def test_ours_is_given_the_reports_before_cleaning_and_their_language(monkeypatch):
    asked = []

    def call(documents, settings):
        asked.append((documents, settings))
        raise summarizer.EmptyInputError("nothing")

    monkeypatch.setattr("summarizer.api.summarize", call)
    made = cluster(language="fr")
    assert ours(task_of(made, 33)).why == "nothing"
    assert asked == [(made.documents, Settings(words=33, language="fr"))]
    assert all(document.kept is None for document in asked[0][0])


@pytest.mark.parametrize("name", PEERS)
def test_a_peer_takes_what_it_takes_from_our_sentences(name):
    task = task_of(cluster(), 40)
    taken = extract(name, task.sentences, 40, "en")
    assert peer(name)(task).text == "\n".join(" ".join(sentence.text.split()) for sentence in taken)


def test_a_peer_that_is_too_slow_is_not_asked():
    task = task_of(cluster(), 40)
    many = replace(task, sentences=task.sentences * 60)
    answer = peer("KL")(many)
    assert answer.text is None and "too slow" in answer.why


class TestLead:
    def test_first_sentences_in_turn_then_second_ones(self):
        text = lead(task_of(cluster(), 53)).text.split("\n")
        assert [line.split()[:3] for line in text] == [
            ["The", "old", "dam"],
            ["A", "dam", "failed"],
            ["Engineers", "warned", "of"],
            ["Two", "villages", "were"],
        ]

    def test_what_does_not_fit_is_passed_over(self):
        assert lead(task_of(cluster(), 8)).text == "Two villages were emptied before the water came."


class TestRandom:
    def test_it_goes_by_the_id_of_the_cluster(self):
        texts = {shuffled(task_of(cluster(name), 30)).text for name in ("a", "b", "c", "d")}
        assert len(texts) > 1

    def test_it_is_not_the_order_of_the_reports(self):
        assert any(shuffled(task_of(one, 60)).text != lead(task_of(one, 60)).text for one in clusters())


class TestOracle:
    def test_nobody_does_better_here(self):
        for one in clusters():
            task = task_of(one, 40)
            best = recall(task, oracle(task).text)
            assert all(recall(task, run(task).text) <= best for run in SYSTEMS.values())

    @pytest.mark.parametrize("words", [20, 35])
    def test_it_takes_at_each_step_what_raises_recall_most(self, words):
        """The plain twin scores whole summaries with the scorer itself."""
        task = task_of(cluster("bank", BANK, BANK_TOLD), words)
        taken, room = [], words
        while True:
            rest = [one for one in task.sentences if one not in taken and one.words <= room]
            now = worth(task, taken)
            gains = [(tuple(round(b - a, 9) for a, b in zip(now, worth(task, [*taken, one]), strict=True)), -one.id)
                     for one in rest]  # fmt: skip
            best = max(gains, default=None)
            if best is None or best[0] <= (0, 0):
                break
            taken.append(next(one for one in rest if one.id == -best[1]))
            room -= taken[-1].words
        assert set(oracle(task).text.split("\n")) == {one.text for one in taken}

    def test_of_one_sentence_it_takes_the_best(self):
        task = task_of(cluster(), 20)
        ones = [one for one in task.sentences if one.words <= 20]
        assert recall(task, oracle(task).text) >= max(recall(task, one.text) for one in ones)

    def test_of_sentences_with_the_same_bigrams_it_takes_the_one_with_more_words(self):
        reports = {"a": "The dam failed, they heard. The dam failed near Harrow."}
        task = task_of(cluster(reports=reports, told=("The dam failed. Harrow is near.",)), 5)
        assert oracle(task).text == "The dam failed near Harrow."

    def test_it_stops_where_nothing_is_told_anew(self):
        reports = {"a": "The dam failed on Sunday. Cats sleep. Dogs bark.", "b": "The dam failed on Sunday."}
        task = task_of(cluster(reports=reports, told=("The dam failed on Sunday.",)), 100)
        assert oracle(task).text == "The dam failed on Sunday."

    def test_where_nothing_is_shared_it_says_so(self):
        answer = oracle(task_of(cluster(told=("Xyzzy.",)), 100))
        assert answer.text == "" and "reference" in answer.why


def worth(task, taken):
    """Recall of bigrams within sentences, and of words, as the oracle sees them."""
    text = [line for one in taken for line in task.tokenize(one.text)]
    found = []
    for size in (2, 1):
        mine = [gram for line in text for gram in grams(line, size)]
        hits = total = 0
        for reference in task.references:
            theirs = [gram for line in reference for gram in grams(line, size)]
            hits += sum(min(mine.count(gram), theirs.count(gram)) for gram in set(theirs))
            total += len(theirs)
        found.append(hits / total)
    return found


def grams(line, size):
    return [tuple(line[at : at + size]) for at in range(len(line) - size + 1)]


class TestChoosing:
    def test_all_by_default(self):
        assert choose_systems(None) == list(SYSTEMS)

    def test_whatever_the_capitals_in_the_order_of_the_table(self):
        assert choose_systems(["Oracle", " textrank", "LEAD", "summarizer", "lead"]) == [
            "summarizer",
            "TextRank",
            "lead",
            "oracle",
        ]

    @pytest.mark.parametrize("names", [["lead", "pagerank"], [], [" "]])
    def test_an_unknown_name_or_none_is_an_error_that_lists_those_there_are(self, names):
        with pytest.raises(SettingsError, match=r"wanted some of summarizer, TextRank, .*, oracle"):
            choose_systems(names)
