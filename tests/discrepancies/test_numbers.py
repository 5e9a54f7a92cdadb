"""Numbers that differ, and numbers that only seem to: one thing and two, each in parallel words."""

from datetime import date

import pytest

from summarizer import Document, summarize
from summarizer.nlp.facts.corrections import takes_back
from summarizer.nlp.numbers.quantities import find_quantities
from summarizer.nlp.numbers.scopes import find_narrowing, find_periods, find_turns, read_subject
from tests.discrepancies.test_discrepancies import differences

TWO_THINGS = {
    "two kinds of prices": ("Food prices rose by 4.5 percent.", "House prices rose by 4 percent."),
    "two months": (
        "The bank noted that inflation was 3.4 percent in January.",
        "The bank noted that inflation was 3.1 percent in February.",
    ),
    "two years": ("Jalko lost 70 million pounds last year.", "Jalko lost 53 million pounds the year before."),
    "two rounds": ("Medeiros won 38 percent in the first round.", "Medeiros won 51 percent in the second round."),
    "two ballots": (
        "In the second ballot 84 percent of members voted for a strike.",
        "In the first ballot 77 percent of members voted for a strike.",
    ),
    "two days of a campaign": (
        "On the first day 9,400 people were vaccinated.",
        "On the second day 8,100 people were vaccinated.",
    ),
    "a part and the whole": (
        "Core inflation was 3.4 percent in February, the bank noted.",
        "Inflation was 3.1 percent in February, the bank noted.",
    ),
    "a quake and what followed it": (
        "The earthquake had a magnitude of 6.9, officials said.",
        "The aftershock had a magnitude of 6.6, officials said.",
    ),
    "people feared dead, and dead": (
        "Rain fell on Belwa. Roads were shut. A dam is old. Trains stood. Some 60 people are feared dead in the mine of"
        " Jalko after the blast.",
        "Rain fell on Belwa. Roads were shut. A dam is old. Trains stood. Some 40 people are dead in the mine of Jalko"
        " after the blast.",
    ),
    "a toll of last year": (
        "The fire in Jalko on Monday killed 38 people.",
        "The number of people killed by fires in Jalko last year was 87.",
    ),
    "a small toll of one place that a report tells as it was, and as it is": (
        "Three people were stabbed, one with a pole, during a brawl on Saturday morning between Ku Klux Klan members"
        " and protesters at a park of Belwa.",
        "Authorities say a violent altercation left three people stabbed at a Ku Klux Klan gathering in the south."
        " Police say two people have been stabbed at a Ku Klux Klan gathering in the south of the country.",
    ),
    "shares of two things": (
        "With 68 percent of ballots counted in Belwa, Medeiros led the vote.",
        "Medeiros led the vote in Belwa with 51 percent of voters.",
    ),
    "who is named, and nobody who is of another verb": (
        "Twelve people were killed in a fire in Belwa on Monday.",
        "Nobody knows how many people were killed in a fire in Belwa on Monday.",
    ),
    "nobody, by what is told of them besides": (
        "Two people were charged with the killing of twelve people in Belwa.",
        "None of the people charged with the killing of the family in Belwa has been convicted.",
    ),
    "hurt, and badly hurt": (
        "Three people were injured in a fire in Belwa on Monday.",
        "No one was seriously injured in a fire in Belwa on Monday.",
    ),
    "lives lost and lives saved": (
        "The storm cost 12 lives in Belwa on Monday.",
        "A shelter costing 40 million pounds could save 300 lives in a storm in Belwa.",
    ),
    "children of one town": (
        "In Belwa, a 10-year-old girl was hurt in the fire on Monday.",
        "In Belwa, a 12-year-old boy was hurt in the fire on Monday.",
    ),
    "ages of two times": (
        "Medeiros, who is 46, resigned on Monday.",
        "Medeiros, who was 44 at the time, resigned on Monday.",
    ),
    "throws of a game": (
        "Medeiros, who was 12 of 20 from the floor, led Belwa.",
        "Medeiros, who was 14 of 22 from the floor, led Belwa.",
    ),
    "two sentences of two people": (
        "Okafor was sentenced to nine years in prison.",
        "Lang was sentenced to eight years in prison.",
    ),
}


@pytest.mark.parametrize(("first", "second"), TWO_THINGS.values(), ids=TWO_THINGS)
def test_numbers_of_two_things_are_no_difference(first, second):
    assert differences(first, second) == []
    assert differences(second, first) == []


ONE_THING = {
    "one fire": ("The Oregon fire has burned 22,000 acres.", "The fire in Oregon has burned 31,000 acres."),
    "one month": ("Inflation was 3.4 percent in January, it said.", "In January inflation was 3.1 percent, it said."),
    "a toll that rose": (
        "At least 112 people were killed in the earthquake in Peru.",
        "The death toll from the earthquake in Peru rose to 187.",
    ),
    "bodies found since it happened": (
        "A ferry capsized off Sulawesi, killing at least 17 people.",
        "The bodies of 41 people have been recovered since a ferry went down off Sulawesi.",
    ),
    "a number that one report corrects in words": (
        "A ferry with 143 people aboard capsized off Sulawesi.",
        "A ferry with 178 people aboard capsized off Sulawesi. Correction: an earlier version of this story said that"
        " 143 people were aboard the ferry.",
    ),
    "a number that its source corrected": (
        "A ferry with 143 people aboard capsized off Sulawesi.",
        "A ferry with 178 people aboard capsized off Sulawesi. The operator has corrected the number of people aboard"
        " from 143 to 178.",
    ),
}


@pytest.mark.parametrize(("first", "second"), ONE_THING.values(), ids=ONE_THING)
def test_numbers_of_one_thing_differ(first, second):
    assert [kind for kind, _ in differences(first, second)] == ["number"]
    assert [kind for kind, _ in differences(second, first)] == ["number"]


def test_what_limits_the_numbers_of_a_sentence():
    assert find_periods("It lost 70 million the year before, and more in the first quarter.", "en") == {
        "the year before",
        "first quarter",
    }
    assert find_turns("The third and last round; the First ballot.", "en") == {"round": {"last"}, "ballot": {"first"}}
    assert find_narrowing("Core inflation rose.", "en") == {"core"}
    text = "On Monday the old fire in Oregon burned 12 acres."
    subject = read_subject(text, text.index("12"), {"on", "fire"}, "en")
    assert subject is not None
    assert (subject.names, subject.words) == ({"oreg"}, {"fire"})
    assert read_subject("Twelve people", 0, frozenset(), "en") is None


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("The death toll of the earthquake stands at 187.", 187),
        ("The number of people killed by the flood in Belwa rose to 34.", 34),
        ("She died of cancer at 52.", None),
    ],
)
def test_a_toll_stands_behind_what_it_is_of(text, toll):
    assert [one.low for one in find_quantities(text) if one.role == "dead"] == ([toll] if toll else [])


def test_what_a_sentence_takes_back():
    text = "The operator has corrected the number of people on board the ferry from 143 to 178."
    assert takes_back(text, text.index("143"), "en")
    assert not takes_back(text, text.index("178"), "en")


SLOTS = {
    "an age behind 'who is'": ("Rosa Medeiros, who is 46, is a doctor.", "Rosa Medeiros, 44, is a doctor."),
    "an age before what somebody is": (
        "Jake Muller, a 31-year-old firefighter, died on Monday.",
        "Jake Muller, 29, was killed on Monday.",
    ),
    "a price a share": ("Halvorsen will pay $38 a share in cash.", "Halvorsen will pay $41 for each share in cash."),
    "how long a strike lasts": ("The strike will last 24 hours.", "The strike will last 30 hours."),
    "how long a jury took": (
        "The jury deliberated for nine hours.",
        "Jurors reached a verdict after eleven hours of deliberations.",
    ),
    "a sentence of one word and its number": ("Turnout was 61 percent.", "Turnout was 71 percent."),
    "what is called the same, in sentences that go on otherwise": (
        "Turnout was 71 per cent, the highest in twenty years.",
        "Turnout was 61 percent, the electoral court said.",
    ),
    "one of many percentages, by its subject and month": (
        "Inflation was 3.1 percent in February, the bank noted.",
        "Inflation stood at 2.8 per cent in February. Rates are 3.75 per cent. Savers get 3.9 per cent. House prices"
        " rose by 2 per cent.",
    ),
    "students killed": (
        "Two students were killed when a gunman opened fire at Millbrook High School.",
        "Three students died in the attack on Millbrook High School.",
    ),
    "nobody and two": (
        "No one was killed in the fire that burned down the theatre of Jalko.",
        "Two people were killed in the fire that burned down the theatre of Jalko.",
    ),
    "none of some": (
        "None of the hostages was hurt when police stormed the bank in Jalko.",
        "Two hostages were hurt when police stormed the bank in Jalko.",
    ),
    "nobody as an object": (
        "The fire that burned down the theatre of Jalko injured no one.",
        "The fire that burned down the theatre of Jalko injured two people.",
    ),
    "what grows, however far": (
        "The fire has burned 12,000 acres near Cedar Gulch.",
        "The fire has burned 31,000 acres near Cedar Gulch.",
    ),
}


@pytest.mark.parametrize(("first", "second"), SLOTS.values(), ids=SLOTS)
def test_numbers_in_slots_of_their_own_differ(first, second):
    assert [kind for kind, _ in differences(first, second)] == ["number"]


def test_nobody_so_far_is_no_reading():
    first = "No one has been killed so far in the fire that burned the theatre of Jalko."
    assert differences(first, "Two people were killed in the fire that burned down the theatre of Jalko.") == []


def test_no_toll_is_called_the_newest_that_a_later_report_of_other_days_tops():
    texts = ("Nine people died of cholera in Mangochi.", "Fourteen people died of cholera in Mangochi, it said.")
    days = (date(2026, 1, 20), date(2026, 1, 23))
    told = [Document(id=str(day), text=text, published=day) for text, day in zip(texts, days, strict=True)]
    (found,) = summarize(told).discrepancies
    assert found.is_series
    late = Document(id="late", text="Cholera has claimed 21 lives in Mangochi.", published=date(2026, 1, 27))
    assert not any(one.is_series for one in summarize([*told, late]).discrepancies)


def test_what_became_of_some_is_a_toll_of_its_own_that_grows():
    early = "Two students were killed when a gunman opened fire at Millbrook High School, and five people were hurt."
    late = "The attack on Millbrook High School on Tuesday left three students dead."
    told = [Document(id=str(day), text=text, published=date(2026, 3, day)) for day, text in ((17, early), (19, late))]
    briefing = summarize(told)
    series = {one.about: [reading.value for reading in one.readings] for one in briefing.discrepancies if one.is_series}
    assert series == {"Students killed": ["Two students", "three students"]}
    assert any(point.overtaken is not None for point in briefing.points)


@pytest.mark.parametrize(("between", "kinds"), [(5, ["number"]), (100, [])])
def test_an_age_alone_is_that_of_who_died_not_far_before(between, kinds):
    told = "Jake Brand died in Jalko on Monday."
    first = " ".join((told, *(f"The river rose again to the {at} mark." for at in "abcde" * (between // 5))))
    assert [kind for kind, _ in differences(f"{first} Brand was 35.", f"{told} Brand was 36.")] == kinds


def test_hostages_are_no_longer_held_when_all_are_free():
    texts = (
        "A gunman was holding eleven hostages in a bank in Marseille on Thursday. Two hostages were hurt.",
        "All the hostages of the Marseille bank raid are free, the police of the city said on Friday.",
    )
    told = [
        Document(id=str(day), text=text, published=date(2025, 11, day)) for day, text in zip((6, 7), texts, strict=True)
    ]
    (found,) = summarize(told).discrepancies
    assert (found.about, found.is_series) == ("What became of the hostages", True)
    assert [reading.value for reading in found.readings] == [
        "holding eleven hostages",
        "All the hostages of the Marseille bank raid are free",
    ]
