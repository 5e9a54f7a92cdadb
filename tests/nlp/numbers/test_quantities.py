import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.nlp.facts import casualties as fates
from summarizer.nlp.facts.ages import find_age_of_dead
from summarizer.nlp.numbers import quantities
from summarizer.nlp.numbers.quantities import find_quantities, may_hold_quantity
from summarizer.nlp.tokens import words_of

# What a text says: unit, role, and whether the value is allowed by the wording.
FOUND = {
    "a 5-1/2 hour meeting followed by dinner": [("5-1/2 hour", "duration", "talks")],
    "during nearly six hours of talks": [("nearly six hours", "duration", "talks")],
    "the talks lasted five and a half hours": [("five and a half hours", "duration", "talks")],
    "he was questioned for nearly six hours, his lawyer said": [("nearly six hours", "duration", "questioning")],
    "an 18-month partnership": [("18-month", "duration", None)],
    "At least 38 people were killed.": [("At least 38 people", "people", "dead")],
    "AT LEAST 38 PEOPLE DIED ON SUNDAY.": [("AT LEAST 38 PEOPLE", "people", "dead")],
    "Workers have recovered 41 bodies from the floods.": [("41 bodies", "people", "dead")],
    "The flood killed 12 and injured 30.": [("12", "people", "dead"), ("30", "people", "injured")],
    "The death toll has risen to 52, officials said.": [("52", "people", "dead")],
    "still looking for 64 missing people": [("64 missing people", "people", "missing")],
    "a total of 31 people remain unaccounted for": [("31 people", "people", "missing")],
    "forcing more than 12,000 from their homes": [("more than 12,000", "people", "displaced")],
    "police arrested four people": [("four people", "people", "arrested")],
    "in a trial with 1,284 babies": [("1,284 babies", "baby", None)],
    "tested in 1,284 infants": [("1,284 infants", "baby", None)],
    "Nine addresses were searched": [("Nine addresses", "premise", None)],
    "the club paid €63 million": [("€63 million", "eur", None)],
    "a declared €48m, or 48 million euros": [("€48m", "eur", None), ("48 million euros", "eur", None)],
    "N4.6bn was paid in advance": [("N4.6bn", "naira", None)],
    "less than 70 US cents": [("less than 70 US cents", "cent", None)],
    "97.1 per cent were cured": [("97.1 per cent", "%", None)],
    "by 75 basis points to 10.50%": [("75 basis points", "basis point", None), ("10.50%", "%", None)],
    "traded at 129.3 to the dollar": [("129.3 to the dollar", "per dollar", None)],
    "two hundred and fifty people": [("two hundred and fifty people", "people", None)],
    "some two dozen houses": [("some two dozen houses", "house", None)],
    "half a million people": [("half a million people", "people", None)],
    "hundreds of texts": [("hundreds of texts", "message", None)],
    "several thousand people fled": [("several thousand people", "people", "displaced")],
    "her texts to the pupil—2,400 of them in a week": [("2,400 of them", "message", None)],
    "they were 2m to 15m (6.5ft to 50ft) long": [
        ("2m", "meter", None),
        ("15m", "meter", None),
        ("6.5ft", "foot", None),
        ("50ft", "foot", None),
    ],
    "it was 40°C (104°F) in Belwa": [("40°C", "celsius", None), ("104°F", "fahrenheit", None)],
    "the temperature reached 40C": [("40C", "celsius", None)],
    "she sat in row 40C": [],
    "it was minus 5 degrees Celsius": [("5 degrees Celsius", "celsius-below", None)],
    "5,000 square miles": [("5,000 square miles", "square-mile", None)],
    "12 nautical miles": [("12 nautical miles", "nautical-mile", None)],
    "the third line of the anthem": [("third line", "line in order", None)],
    "the 3300 block of West Florence Avenue": [
        ("3300 block of West Florence Avenue", "block of west florence avenue", None)
    ],
    "816 000 people": [("816 000 people", "people", None)],
    "8,16,000 people": [("8,16,000 people", "people", None)],
    "٨١٦٠٠٠ people": [("٨١٦٠٠٠ people", "people", None)],
    "on May 12 300 people met": [],
    "£15m was paid": [("£15m", "gbp", None)],
    "hundreds of millions of people": [],
    "Earthquake kills hundreds in Jalko": [("hundreds", "people", "dead")],
    "Hundreds feared dead, dozens injured": [
        ("Hundreds feared dead", "people", "dead"),
        ("dozens", "people", "injured"),
    ],
    "Hundreds gathered where thousands march, and houses fell by the dozens.": [],
    "for the second time in the third week": [],
    "two-thirds of members voted": [],
    "two-thirds majorities in a city": [],
    "the third attacks in a week": [],
    "an earthquake measuring 4.5 on the scale": [],
    "on March 10, 2024, at 3:40, they won 2-1": [],
    "since the Black Death of the 14th century": [],
    "in 2015, killing nine of them": [],
    "sixty-five more were killed": [],
    "three of the officials were killed": [],
    "Dwight Smith, 30, and Kevin Johnson, 25, were arrested": [("30", "age", None), ("25", "age", None)],
    "a 99999999999999999999999 day wait": [],
}


@pytest.mark.parametrize(("text", "wanted"), FOUND.items())
def test_quantities(text, wanted):
    assert [(text[q.start : q.end], q.unit, q.role) for q in find_quantities(text)] == wanted


PAIRS = {
    ("more than 12,000 homes", "12,400 homes"): True,
    ("more than 12,000 homes", "about 15,000 homes"): False,
    ("about 15,000 homes", "15,000 homes"): True,
    ("about $1 million", "$520,000"): False,
    ("about 1,000 homes", "920 homes"): True,
    ("less than 70 US cents", "65 US cents"): True,
    ("less than 70 US cents", "75 US cents"): False,
    ("two hundred and fifty homes", "250 homes"): True,
    ("two hundred and fifty homes", "200 homes"): False,
    ("half a million homes", "500,000 homes"): True,
    ("5-1/2 hours", "nearly six hours"): False,
    ("5-1/2 hours", "five and a half hours"): True,
    ("5-1/2 hours", "more than five hours"): True,
    ("nearly six hours", "six hours"): True,
    ("90 minutes", "1.5 hours"): True,
    ("$1.3 billion", "$1.27 billion"): True,
    ("$1.3 billion", "$1.4 billion"): False,
    ("about $3.25 billion", "$3.23 billion"): True,
    ("about $3.25 billion", "$3.21 billion"): False,
    ("$3.25 billion", "$3.23 billion"): False,
    ("about 25 homes", "23 homes"): False,
    ("12,000 homes", "12,400 homes"): True,
    ("70 homes", "68 homes"): False,
    ("at least 38 homes", "41 homes"): False,
    ("65 percent", "64.7 percent"): False,
    ("20 people died, including the three gunmen", "17 people died"): True,
    ("20 people died, including some children", "17 people died"): False,
    ("20 people were killed, among them the shooter", "19 people were killed"): True,
    ("two other men were arrested", "three men were arrested"): True,
    ("two other men were arrested", "four men were arrested"): False,
}


@pytest.mark.parametrize(("texts", "agree"), PAIRS.items(), ids=map(" / ".join, PAIRS))
def test_rounding_that_both_wordings_allow_is_no_difference(texts, agree):
    (one,), (other,) = map(find_quantities, texts)
    assert one.agrees(other) == other.agrees(one) == agree


def test_a_sum_said_again_in_another_currency_is_known_as_such():
    def read(text):
        return [(one.unit, one.is_converted) for one in find_quantities(text)]

    assert read("It pays 1bn yen ($8.3m, £5.6m) to them.") == [("yen", False), ("usd", True), ("gbp", True)]
    assert read("It pays $3m (about €2.8m) to them.") == [("usd", False), ("eur", True)]
    assert read("It pays 3 billion Swiss francs ($3.23 billion) to them.") == [("franc", False), ("usd", True)]
    assert read("It pays $3m to them, and €2.8m to us.") == [("usd", False), ("eur", False)]


def test_a_sum_converted_at_the_rate_of_its_day_may_be_a_twentieth_off():
    (_, converted), (told,) = map(
        find_quantities, ("It pays 3 billion francs ($3.23 billion).", "It pays $3.3 billion.")
    )
    assert converted.agrees(told)
    assert not converted.agrees(find_quantities("It pays $2 billion.")[0])


MAGNITUDES = {
    "The 6.8-magnitude quake struck at night.": 6.8,
    "It put the magnitude at 6.8 and said no more.": 6.8,
    "Another measured it at magnitude 7 on the Richter scale.": 7.0,
    "A magnitude 4.5 shock was felt.": 4.5,
}


@pytest.mark.parametrize(("text", "value"), MAGNITUDES.items(), ids=MAGNITUDES)
def test_a_magnitude_is_a_measure(text, value):
    (one,) = find_quantities(text)
    assert (one.unit, one.is_count) == ("magnitude", False)
    assert one.low <= value <= one.high


DEAD = {
    "Rich Cronin died at age 36 in September 2010.": [("Rich Cronin", 36)],
    "Prodigy, one half of the duo from Jalko, died Tuesday at the age of 42.": [("Prodigy", 42)],
    "Paul Brand has died aged 71, his wife said.": [("Paul Brand", 71)],
    "Devin was 41.": [],
    "The high in Boston was 97.": [],
    "Paul Brand died Monday at 11 in a hospital of the town.": [],
    "Paul Brand died Monday at 71.": [("Paul Brand", 71)],
    "He was 41.": [],
    "The father of Ana Torres died at 71.": [],
    "Paul Brand died at 11 a.m. on Sunday.": [],
    "Paul Brand died at 34 Main Street.": [],
    "The Dow was 42.": [],
}


@pytest.mark.parametrize(("text", "wanted"), DEAD.items())
def test_the_age_that_somebody_reached(text, wanted):
    ages = [one for one in find_quantities(text) if one.unit == "age"]
    assert [(one.owner, one.low) for one in ages] == wanted and all(one.is_last for one in ages)


def test_an_age_behind_a_death_is_that_of_the_dead():
    age = find_age_of_dead("He was 35.", ["JALKO (AP) — Paul Brand, who founded the brewery, has died."], "en")
    assert age and (age.owner, age.value, age.is_last) == ("Paul Brand", 35, True)
    age = find_age_of_dead("Brand was 34.", ["He had founded it alone.", "Paul Brand died on Sunday."], "en")
    assert age and (age.owner, age.value) == ("Paul Brand", 34)
    assert not find_age_of_dead("He was 35.", ["The father of Paul Brand has died."], "en")
    assert not find_age_of_dead("He was 35.", ["Paul Brand, who founded the brewery, was arrested."], "en")
    assert not find_age_of_dead("He was 35.", ["Mary Jones died after Tom Roe shot at her car."], "en")
    assert not find_age_of_dead("He was 35 minutes late.", ["Paul Brand has died."], "en")
    assert not find_age_of_dead("Brand was 34.", ["Paul Brand founded the brewery.", "It was his first."], "en")


def test_an_age_in_a_list_of_names_has_its_owner():
    found = find_quantities("The suspects are Kevin Deon Roe, 24; Dwight Kevin Doe, 30; and Jan Rowe, 27.")
    assert [(one.owner, one.low) for one in found] == [
        ("Kevin Deon Roe", 24),
        ("Dwight Kevin Doe", 30),
        ("Jan Rowe", 27),
    ]


def test_an_age_has_an_owner():
    (age,) = find_quantities("Ibrahim Gambo, 46, denies wrongdoing.")
    assert (age.unit, age.owner, age.low) == ("age", "Ibrahim Gambo", 46)
    (age,) = find_quantities("Police arrested 29-year-old teacher Geraldine Alcorn.")
    assert (age.unit, age.owner, age.low) == ("age", "Geraldine Alcorn", 29)


@pytest.mark.parametrize(
    ("text", "most", "whole"),
    [
        ("The committee voted 7-1 for the cut.", 7, "8"),
        ("It passed in a 5–4 vote.", 5, "9"),
        ("Six of the committee's eight members voted for the decision.", 6, "8"),
        ("Two of the eight members of the Policy Committee voted for less.", 6, "8"),
    ],
)
def test_a_vote_is_told_by_its_greater_side(text, most, whole):
    assert (most, f"votes of {whole}", "vote") in [(one.low, one.unit, one.role) for one in find_quantities(text)]


@pytest.mark.parametrize(
    "text", ["They won 7-1 at home.", "Six of the eight members left.", "All of the eight members voted."]
)
def test_no_vote(text):
    assert all(one.role != "vote" for one in find_quantities(text))


def test_a_figure_that_is_denied_is_known_as_such():
    denied, told = find_quantities("It is higher than the 38 deaths announced, not more than 45 deaths.")
    assert denied.is_contrast and told.is_contrast
    assert not find_quantities("There were 38 deaths.")[0].is_contrast


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from("a one two ten twenty hundred thousand million dozen half and third of 5 1,200 people".split())
    )
)
def test_every_number_is_looked_at(words):
    text = " ".join(words)
    assert not find_quantities(text) or may_hold_quantity(text, words_of(text))


ENGLISH = quantities._words_of("en")


@settings(max_examples=300, deadline=None)
@given(st.from_regex(ENGLISH.hedge), st.from_regex(ENGLISH.contrast).filter(lambda text: text[-1] != "\n"))
def test_every_hedge_and_contrast_is_looked_at(hedge, contrast):
    assert quantities._hedge_of(ENGLISH, hedge)
    assert quantities._is_contrast(ENGLISH, contrast)


@settings(max_examples=200, deadline=None)
@given(
    st.from_regex(fates._words_of("en").any_fate)
    | st.from_regex(fates._words_of("en").fate_behind)
    | st.from_regex(fates._toll_then("en"))
)
def test_whatever_tells_a_fate_is_looked_at(text):
    assert any(map(text.casefold().__contains__, fates._words_of("en").fateful))


def test_in_a_language_without_the_words_nothing_is_counted():
    assert find_quantities("12 people were killed.", "de") == find_quantities("12 people were killed.", None) == []
    assert not may_hold_quantity("12 people", ["people"], "de")


def test_what_happens_to_people_has_the_same_names_in_the_data_and_in_the_code():
    assert set(fates._words_of("en").any_fate.groupindex) == set(fates.TOLLS)
