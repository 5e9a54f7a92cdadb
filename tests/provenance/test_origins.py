"""Origins: a worked case for each way in which reports share one, and for each in which they only look so."""

import re
from dataclasses import replace

import networkx
import pytest

from summarizer import Document, run_pipeline
from summarizer.cleaning.split_sentences import split_document
from summarizer.features.corpus import open_corpus
from summarizer.model import Dependence
from summarizer.provenance.origins import find_origins, group_by_text
from summarizer.readers.documents import prepare_document
from tests.builders import changed_copy
from tests.labelled_stories import LABELS, documents, labels, run

DISPATCH = (
    "Dockworkers at the port of Velsen walked out on Tuesday after talks over a new pay deal broke down.",
    "The strike halted the loading of eleven container ships and left hundreds of lorries queueing at the gates.",
    "Union leader Marta Hoekstra told members at the northern terminal that the offer did not cover rising rents.",
    "The port authority has offered a raise of four percent over two years, half of what the union demands.",
    "Shipping companies began to divert vessels to Antwerp and Hamburg, where terminals are already crowded.",
    "Economists at the Delta Institute put the cost of each day of the stoppage at nine million euros.",
    "A similar strike in 2016 lasted for three weeks and emptied the shelves of several supermarket chains.",
    "The mayor of Velsen urged both camps to accept a mediator before the weekend.",
)
REWRITE = (
    "Port workers in Velsen have laid down their work on Tuesday after talks about a new pay deal failed.",
    "Their strike stopped the loading of eleven container ships and left hundreds of trucks in queues at the gates.",
    "The leader of the union, Marta Hoekstra, told those at the northern terminal the offer did not match rising rent.",
    "A raise of four percent over two years has been offered by the port authority, half what the union demands.",
    "Shipping firms started to divert their vessels to Antwerp and Hamburg, whose terminals are crowded already.",
    "The cost of each day of stoppage was put at nine million euros by economists of the Delta Institute.",
    "In 2016 a similar strike went on for three weeks and emptied shelves in several chains of supermarkets.",
    "Both camps were urged by the mayor of Velsen to accept a mediator before this weekend.",
)
OWN = (
    "Cranes stood still over the quays of Velsen this week, and the canteen by gate four was full by seven.",
    "Workers there said they had stopped counting the months since their contract ran out.",
    "Pay is the heart of the quarrel: management speaks of four percent, while the union wants twice that.",
    "My father unloaded bananas here for thirty years and never struck once, said Joost Bakker, who drives a crane.",
    "Behind the fence, truckers from Poland and Spain cooked soup on gas stoves and waited.",
    "A flower exporter in Aalsmeer threw away two lorryloads of tulips on Wednesday morning.",
    "Insurers refuse to pay for spoiled goods where a stoppage was announced in advance.",
    "Whether a mediator will come is open; the town hall would not name anyone.",
)
STATEMENT = (
    "“The port regrets that the union has left the table while an offer of four percent was still on it.",
    "We remain ready to talk at any hour, and we ask the terminals to keep medicines and fresh food moving.",
    "Nobody gains from ships that lie idle in the roads while shops in the whole country wait for their goods.",
    "Our customers have trusted these quays for a hundred years, and they will not wait for us for ever.",
    "We therefore invite both works councils to the harbour house on Thursday evening, without conditions.”",
)
BARE = tuple(text.strip("“”") for text in STATEMENT)
MORE = (
    "Ferries to England ran on time, since their crews have a contract of their own.",
    "Police closed one lane of the coastal road to keep the queue of lorries off the motorway.",
    "At the fish auction in the old harbour, prices for plaice rose by a third within a day.",
    "Students from Leiden handed out coffee and leaflets between the containers.",
    "A tanker with engine trouble was towed in all the same, for reasons of safety.",
    "The weather service expects gales from Friday on, which would stop the cranes in any case.",
)


def report(name, texts, **fields):
    return Document(id=name, text=" ".join(texts), **fields)


def provenance(*reports):
    prepared = [prepare_document(one, "en") for one in reports]
    sentences = []
    for one in prepared:
        sentences += split_document(one, "en", first_id=len(sentences))[0]
    return find_origins(prepared, open_corpus(sentences))


def groups(*reports):
    return sorted(sorted(origin.documents) for origin in provenance(*reports)[0])


def tie(*reports):
    """What was found about the only pair."""
    (dependence,) = provenance(*reports)[1]
    return dependence


ONE, TWO = [["a", "b"]], [["a"], ["b"]]
CREDITED = {"credit": "Reuters"}
PAIRS = {
    "a dispatch in two outlets": (
        report("a", DISPATCH, outlet="The Post", credit="Reuters"),
        report("b", DISPATCH, outlet="The Mail"),
        ONE,
    ),
    "a rewrite": (report("a", DISPATCH), report("b", REWRITE), ONE),
    "a rewrite with its blocks moved": (report("a", DISPATCH), report("b", (*REWRITE[4:], *REWRITE[:4])), ONE),
    "half a page is agency copy": (report("a", DISPATCH), report("b", (*OWN[:4], *REWRITE[:4])), ONE),
    "a brief cut from a dispatch": (report("a", DISPATCH), report("b", DISPATCH[:2]), ONE),
    "another account of the same event": (report("a", DISPATCH), report("b", OWN), TWO),
    "two sentences only": (report("a", DISPATCH), report("b", (*OWN[:4], *DISPATCH[2:4])), TWO),
    "less than a quarter": (report("a", (*DISPATCH, *OWN[:4])), report("b", (*OWN[4:], *STATEMENT, *OWN[:1])), TWO),
    "a shared official statement": (report("a", (*DISPATCH, *STATEMENT)), report("b", (*OWN[:4], *STATEMENT)), TWO),
    "the statement and nothing else": (report("a", STATEMENT), report("b", STATEMENT), ONE),
    "a statement changed here and there": (report("a", STATEMENT), changed_copy([" ".join(STATEMENT)], "b"), ONE),
    "one agency, other words": (report("a", DISPATCH, **CREDITED), report("b", OWN, **CREDITED), ONE),
    "an agency and its own page": (report("a", DISPATCH, **CREDITED), report("b", OWN, outlet="reuters"), ONE),
    "one outlet, other words": (report("a", DISPATCH, outlet="The Post"), report("b", OWN, outlet="Post"), ONE),
    "one outlet that carries two agencies": (
        report("a", DISPATCH, outlet="The Post", credit="Reuters"),
        report("b", OWN, outlet="The Post", credit="AFP"),
        TWO,
    ),
    "two agencies": (report("a", DISPATCH, **CREDITED), report("b", OWN, credit="AFP"), TWO),
    "two sentences, and it says where they are from": (
        report("a", DISPATCH, outlet="The Post"),
        report("b", (*OWN[:4], *DISPATCH[2:4]), cites=("Post",)),
        ONE,
    ),
    "two sentences, and both say where they are from": (
        report("a", DISPATCH, cites=("Post",)),
        report("b", (*OWN[:4], *DISPATCH[2:4]), cites=("The Post",)),
        ONE,
    ),
    "a brief of two sentences, turned round": (
        report("a", ["The strike in Velsen is over.", "Ships sail again."]),
        report("b", ["Ships sail again.", "The strike in Velsen is over."]),
        ONE,
    ),
    "two sentences, a word of them changed": (
        report("a", ["Whatever happened to wishes wished on a star?", "Was it just something that I made up for fun?"]),
        report("b", ["Whatever happened to wishes wished on a star?", "Was that just something I made up for fun?"]),
        ONE,
    ),
    "two sentences, one of them its own": (report("a", DISPATCH), report("b", (DISPATCH[2], OWN[1])), TWO),
    "one sentence told in three ways": (
        report("a", DISPATCH),
        report("b", (*OWN[:3], DISPATCH[5], REWRITE[5], f"In all, {DISPATCH[5]}")),
        TWO,
    ),
    "most of it is a statement that the other has too": (
        report("a", (*DISPATCH, *STATEMENT)),
        report("b", (*OWN[:2], *STATEMENT)),
        TWO,
    ),
    "it cites the other for one sentence": (
        report("a", DISPATCH, outlet="The Post"),
        report("b", (*OWN, DISPATCH[5]), cites=("The Post",)),
        TWO,
    ),
    "it cites the other and tells its own story": (
        report("a", DISPATCH, outlet="The Post"),
        report("b", OWN, cites=("The Post",)),
        TWO,
    ),
}


@pytest.mark.parametrize(("first", "second", "wanted"), PAIRS.values(), ids=PAIRS)
def test_pairs(first, second, wanted):
    assert groups(first, second) == wanted
    assert groups(second, first) == wanted


def test_the_statement_would_tie_them_if_it_were_their_own_words():
    """What keeps two reports of one statement apart is that it is quoted, not that it is short."""
    assert groups(report("a", (*DISPATCH, *BARE)), report("b", (*OWN[:4], *BARE))) == ONE


def test_a_third_report_ties_two():
    halves = report("a", DISPATCH[:4]), report("b", DISPATCH[4:])
    assert groups(*halves) == TWO
    assert groups(*halves, report("c", REWRITE)) == [["a", "b", "c"]]


def test_what_a_copy_names_holds_for_its_twin():
    post = report("a", DISPATCH, outlet="The Post")
    texts = (*OWN[:4], *DISPATCH[2:4])
    silent, open_ = report("b", texts), report("c", texts, cites=("The Post",))
    assert groups(post, silent) == TWO
    assert groups(post, silent, open_) == groups(post, open_, silent) == [["a", "b", "c"]]


def test_the_evidence_tells_figures_and_names():
    first = report("a", DISPATCH, url="https://www.port.example/news/1")
    origins, (dependence,) = provenance(first, report("b", (*REWRITE[4:], *REWRITE[:4]), credit="Reuters"))
    assert origins[0].label == "Reuters dispatch"
    assert re.fullmatch(
        r"8 of 8 sentences align, in 2 runs, 100% of the shorter report;"
        r" one names port.example as its address, the other credits Reuters",
        origins[0].evidence,
    )
    assert dependence.shared_origin and dependence.share == 1.0
    assert [(pair.first, pair.second) for pair in dependence.pairs] == [
        (0, 12), (1, 13), (2, 14), (3, 15), (4, 8), (5, 9), (6, 10), (7, 11),
    ]  # fmt: skip
    assert all(0.4 <= pair.similarity <= 1 for pair in dependence.pairs)


def test_a_near_miss_is_kept_and_says_what_is_wanting():
    dependence = tie(report("a", (*DISPATCH, *OWN)), report("b", (*REWRITE[2:5], *MORE, *BARE)))
    assert len(dependence.pairs) == 3 and not dependence.shared_origin
    assert dependence.reason == "3 of 14 sentences align, in one run, 23% of the shorter report; at least 25% wanted"


LABELLED = {
    "dispatch": ([report("a", DISPATCH, credit="Reuters", outlet="The Post")], "Reuters dispatch"),
    "citing": ([report("a", DISPATCH, outlet="The Mail", cites=("The Post",))], "The Post report"),
    "outlet": ([report("a", DISPATCH, outlet="The Mail")], "The Mail report"),
    "unnamed": ([report("a", DISPATCH)], "a report"),
    "agency of most": (
        [
            report("a", DISPATCH, credit="AFP"),
            report("b", DISPATCH, credit="Reuters"),
            report("c", REWRITE, credit="Reuters"),
        ],
        "Reuters dispatch",
    ),
    "the cited one is among them": (
        [report("a", REWRITE, outlet="The Mail", cites=("The Post",)), report("b", DISPATCH, outlet="The Post")],
        "The Post report",
    ),
}


@pytest.mark.parametrize(("reports", "label"), LABELLED.values(), ids=LABELLED)
def test_labels(reports, label):
    (origin,) = provenance(*reports)[0]
    assert origin.label == label


@pytest.mark.parametrize("story", LABELS)
def test_the_labelled_reports_have_the_origins_that_their_labels_say(story):
    shared = [sorted(origin.documents) for origin in run(story).origins if len(origin.documents) > 1]
    assert sorted(shared) == sorted(map(sorted, labels(story)["same_origin"]))


@pytest.mark.parametrize("tied", [[], [(1, 4)], [(1, 4), (4, 6)], [(0, 2), (1, 2)], [(0, 2), (3, 5), (2, 3)]], ids=str)
def test_groups_are_what_ties_hold_together_counted_in_the_order_of_the_reports(tied):
    reports = [Document(id=f"r{number}", text=DISPATCH[0]) for number in range(7)]
    ties = [
        Dependence(
            first=f"r{first}", second=f"r{second}", pairs=(), share=1.0, shared_origin=True, by_text=True, reason="copy"
        )
        for first, second in tied
    ]
    linked = networkx.Graph([(f"r{first}", f"r{second}") for first, second in tied])
    linked.add_nodes_from(document.id for document in reports)
    together = [networkx.node_connected_component(linked, document.id) for document in reports]
    numbered = list(dict.fromkeys(map(frozenset, together)))
    wanted = {one.id: f"v{numbered.index(frozenset(group))}" for one, group in zip(reports, together, strict=True)}
    assert group_by_text(reports, ties) == wanted


def test_copies_are_compared_with_one_report_not_with_one_another():
    copies = [changed_copy([" ".join(DISPATCH)], f"c{number}", seed=number) for number in range(30)]
    origins, dependences = provenance(report("a", DISPATCH), report("b", OWN), *copies)
    assert sorted(len(origin.documents) for origin in origins) == [1, 31]
    assert sum(dependence.shared_origin for dependence in dependences) == 30


def test_the_order_of_the_reports_changes_nothing_but_numbers():
    reports = [report("a", DISPATCH), report("b", REWRITE), report("c", OWN), report("d", (*OWN[:4], *REWRITE[:4]))]
    one, other = run_pipeline(reports), run_pipeline(reports[::-1])
    assert one.dependences == other.dependences
    assert {(o.label, o.evidence) for o in one.origins} == {(o.label, o.evidence) for o in other.origins}


def test_sentences_that_say_nothing_tie_nothing():
    assert groups(report("a", ["It rained.", *DISPATCH]), report("b", ["It rained.", *OWN])) == TWO


def test_two_articles_of_one_outlet_are_one_origin_but_two_voices():
    both = [replace(document, outlet="The Daily", credit=None) for document in list(documents("dam").values())[:2]]
    done = run_pipeline(both)
    assert len(done.origins) == 1
    assert len(set(group_by_text(done.documents, done.dependences).values())) == 2
    apart = [point.text for point in run_pipeline(list(documents("dam").values())[:2]).briefing.points]
    assert [point.text for point in done.briefing.points] == apart
