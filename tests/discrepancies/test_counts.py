"""Counts of those who play one part in an event: those aboard, jobs that go, what is called off."""

import pytest

from summarizer import Document, summarize
from summarizer.nlp.facts.counts import part_in

DIFFERENCES = {
    "a train": (
        (
            "VELM, March 3, 2024 - A train with 214 passengers stopped in the tunnel under Mount Alto on Sunday "
            "night after a power cut. Firefighters led all of them out on foot, the railway said."
        ),
        (
            "The night express was stuck in the tunnel under Mount Alto for five hours. The 209 passengers on the "
            "train walked out with firefighters, a spokesman said on Monday. The power had failed after a storm."
        ),
        {"209 passengers", "214 passengers"},
    ),
    "a plane": (
        (
            "A plane carrying 214 passengers made an emergency landing in Arden on Tuesday after smoke was seen "
            "in the cabin. Nobody was hurt, the airline said."
        ),
        (
            "Smoke in the cabin forced a jet to land in Arden on Tuesday. There were 209 passengers on board, and "
            "nobody was hurt, the airport said."
        ),
        {"209 passengers", "214 passengers"},
    ),
    "a plane and its crew": (
        (
            "A Nordair flight with 214 passengers and six crew on board landed safely in Arden on Tuesday after "
            "one engine failed."
        ),
        (
            "One engine of a Nordair jet failed on Tuesday, and the plane landed safely in Arden. All 209 "
            "passengers and six crew left the plane by the stairs."
        ),
        {"209 passengers", "214 passengers"},
    ),
    "a ferry": (
        (
            "The ferry Alba ran aground off Louth on Monday with 312 passengers and 20 crew on board, the "
            "coastguard said."
        ),
        (
            "The coastguard took everybody off the ferry Alba, which had run aground near Louth on Monday. All "
            "286 passengers and 20 crew are safe."
        ),
        {"286 passengers", "312 passengers"},
    ),
    "people on board": (
        "A cable car with 26 people on board stopped above Velm on Sunday.",
        "There were 24 people on board the cable car that stopped above Velm on Sunday, rescuers said.",
        {"24 people", "26 people"},
    ),
    "jobs that go": (
        "Stahlwerk AG said on Thursday that it would close its plant in Boscombe. The closure will cost 1,150 jobs.",
        (
            "Workers in Boscombe learned on Thursday that their plant will close. Stahlwerk AG will shed 1,340 "
            "jobs, a union leader said."
        ),
        {"1,150 jobs", "1,340 jobs"},
    ),
    "the loss of jobs": (
        "The takeover means the loss of 400 jobs in Ilkley, the union said on Friday.",
        "Ilkley will suffer from the takeover: 450 jobs will go, the board said on Friday.",
        {"400 jobs", "450 jobs"},
    ),
    "trains called off": (
        "The railway cancelled 90 trains on Friday because of the strike in Nairn.",
        "Because of the strike in Nairn 74 trains were cancelled on Friday, the union said.",
        {"74 trains", "90 trains"},
    ),
}
NONE = {
    "another train": (
        (
            "A train with 214 passengers stopped in the tunnel under Mount Alto on Sunday. Another train with 180 "
            "passengers waited in Velm."
        ),
        (
            "The second train, with 180 passengers, waited in Velm on Sunday while the other stood in the tunnel "
            "under Mount Alto."
        ),
    ),
    "how many it can carry": (
        (
            "The ferry, which can carry 400 passengers, hit the pier in Louth on Monday. There were 120 "
            "passengers on board."
        ),
        "The ferry hit the pier in Louth on Monday with 120 passengers on board.",
    ),
    "some of them in hospital": (
        "A coach with 48 passengers overturned near Kendal on Monday.",
        "A coach overturned near Kendal on Monday. Nine passengers were taken to hospital.",
    ),
    "some of them free": (
        "A coach with 48 passengers overturned near Kendal on Monday.",
        "After the coach overturned near Kendal on Monday 40 passengers were able to leave it by themselves.",
    ),
    "those who were hurt": (
        "A coach with 48 passengers overturned near Kendal on Monday.",
        "The coach overturned near Kendal on Monday. The 40 passengers who were hurt are in hospital.",
    ),
    "those injured": (
        "A coach with 48 passengers overturned near Kendal on Monday.",
        "The coach overturned near Kendal on Monday with 40 passengers injured.",
    ),
    "two ships": (
        "The ferry Alba with 300 passengers on board ran aground off Louth on Monday.",
        "The ferry Berta with 260 passengers on board ran aground off Nairn on Monday.",
    ),
    "a second plane": (
        "A jet with 214 passengers turned back to Arden on Tuesday.",
        "A jet with 214 passengers turned back to Arden on Tuesday. A second plane with 180 passengers waited.",
    ),
    "put off and called off": (
        "The airport of Evesham cancelled 130 flights on Monday because of the snow.",
        "The airport of Evesham delayed 112 flights on Monday because of the snow.",
    ),
    "two years": (
        "Stahlwerk AG will cut 1,150 jobs in Boscombe this year.",
        "Stahlwerk AG cut 1,340 jobs in Boscombe last year.",
    ),
}
PARTS = {
    ("carrying at least ", "209 passengers", " through the tunnel"): "aboard",
    ("There were ", "209 passengers", " and six of the crew on board."): "aboard",
    ("The ", "nine passengers", " who were hurt are well."): None,
    ("With ", "nine passengers", " still missing, the search went on."): None,
    ("Police met ", "209 passengers", " in the hall."): None,
    ("It will shed another ", "1,150 jobs", " in the town."): "cut",
    ("It has ", "1,150 jobs", " in the town."): None,
    ("Some ", "1,150 jobs", " are to be cut."): "cut",
}


def show(*texts):
    reports = [Document(id=str(at), text=text) for at, text in enumerate(texts)]
    found = [one for one in summarize(reports, words=100).discrepancies if one.kind == "number"]
    return [{reading.value for reading in one.readings} for one in found]


@pytest.mark.parametrize(("first", "second", "values"), DIFFERENCES.values(), ids=DIFFERENCES)
def test_two_counts_of_those_who_play_one_part_are_a_difference(first, second, values):
    assert show(first, second) == [values]


@pytest.mark.parametrize(("first", "second"), NONE.values(), ids=NONE)
def test_counts_of_others_and_of_some_are_none(first, second):
    assert show(first, second) == []


@pytest.mark.parametrize(("told", "part"), PARTS.items(), ids=map("".join, PARTS))
def test_the_words_beside_a_count_tell_what_part_they_play(told, part):
    before, counted, _ = told
    unit = counted.split()[1].removesuffix("s")
    assert part_in("".join(told), len(before), len(before + counted), unit, "en") == part
    assert part_in("".join(told), len(before), len(before + counted), unit, None) is None
