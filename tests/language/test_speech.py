import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.language import (
    count_unquoted,
    is_bare_quotation,
    is_pronoun,
    may_be_meant,
    speaker_of,
    speech,
    tells_of_speech,
    who_says,
    words_of,
)

QUOTED = {
    "“It would be ‘direct,’” said a senior State Department official.": "a senior State Department official",
    "“Both parties agreed to continue communication,” the ministry said.": "the ministry",
    'The minister said: "We agree."': "The minister",
    "“We agree,” said Mr. Blinken.": "Mr. Blinken",
    "“We agree,” said Dr. Esi B. Quartey, a doctor in Tamale who led the trial.": "Dr. Esi B. Quartey",
    '"A lower number does not help," said Peter K. Njoroge, who owns a workshop.': "Peter K. Njoroge",
    '"We lost the road," Okoro told Reuters by telephone.': "Okoro",
    "“We agree,” Salvatierra said outside the court.": "Salvatierra",
    "“We agree,” Jane Roe, who heads the agency, said.": "Jane Roe",
    "“We agree,” Kirby said, adding that it was in “keeping with our efforts.”": "Kirby",
    "“We agree,” said Lida Martori. “We do.”": "Lida Martori",
    "“We agree,” Governor Margaret Kilonzo told a news conference.": "Governor Margaret Kilonzo",
    "“We agree,” he said.": None,
    'Investigators of the death of "High Sea" director Ivo Sel said they still do not know.': None,
    'The author of it "wrote the book on what happens to them," Poe said.': "Poe",
    "“They ask, ‘What now?’ ” said nurse Ada Newman.": "nurse Ada Newman",
    'Appearing on "Sunday News," Norvik was asked by the host what he made of it.': None,
    '"We broke all records," the president proudly stated.': "the president",
    "A “defect” was noted by the inspectors.": None,
}
REPORTED = {
    "Rescuers looked for 64 people, said Dr. J. P. Okoro, who heads the flood desk.": "Dr. J. P. Okoro",
    "At least 38 people were killed, emergency officials said.": "emergency officials",
    "They agreed, U.S. and Chinese officials said Sunday.": "U.S. and Chinese officials",
    "The flood hit nine villages, the State Emergency Management Agency (SEMA) said.": (
        "the State Emergency Management Agency (SEMA)"
    ),
    "The State Department said Blinken stressed “the need to talk.”": "The State Department",
    "China’s Foreign Ministry said the “frank” talks had gone well.": "China’s Foreign Ministry",
    "Meanwhile, China’s foreign ministry said China kept its “position”.": None,
    "Jane Roe, who heads the agency, said that it would rain.": "Jane Roe",
    "Salah Ali, 70, the infant’s grandfather, said the mother is in the house.": "Salah Ali",
    "Police officials also said that it rained.": "Police officials",
    "Kirby told a news conference that the talks went well.": "Kirby",
    "Inflation slowed to 3.4%, according to the Kenya National Bureau of Statistics.": (
        "the Kenya National Bureau of Statistics"
    ),
    "They met, according to a foreign ministry statement published Tuesday.": "a foreign ministry statement",
    "It was useful, according to a U.S. State Department statement.": "a U.S. State Department statement",
    "The talks went well.": None,
    "Campaigners welcomed the arrests but said they were not enough.": None,
    "US officials have in recent months warned of an accident.": None,
    "As he said, it rained.": None,
    "You can talk to him, you can look at what he has said about it.": None,
    "We recently added tools to find shelter.": None,
    "It is bad, and it's also bad to be told so.": None,
    "He said that it rained.": None,
    "“We agree,” Ann, who rose, said'a.": None,
    "It’according to Reuters.": None,
    "It rose to $31,213, according to a survey of 15,800 brides.": None,
    "They may be stolen, according to a published report.": None,
    "It may be wrong, according to a study used in the case.": "a study",
    "It is faster, according to new ...": None,
    "According to new information about the earthquake of December 26, 2004, it was the longest one.": None,
    "Not all hospitals said they had seen more births.": None,
    "A spokeswoman for the clinic, the largest here, said the ward there hadn’t seen any in weeks.": None,
    "Ivo Sel, however, said the sale, supply and import of it is still banned.": None,
    "Part of the stated appeal is its price.": None,
    "After that, guards found a knife and added a charge.": None,
    "But Prof Ivo Sel - who leads the team at the Institute - said he was awake.": None,
    "TV reports Belwa police spokesman Ivo Sel says the boy was found.": "Belwa police spokesman Ivo Sel",
    "(CNN) Founder Ada Newman says the wreck was found.": "Founder Ada Newman",
    "The carrier on Thursday said that it had been asked.": "The carrier",
}


@pytest.mark.parametrize(("text", "wanted"), (QUOTED | REPORTED).items())
def test_speakers(text, wanted):
    assert speaker_of(text) == wanted


def test_he_is_no_report():
    assert not may_be_meant("he", "the story") and not may_be_meant("She", "police")
    assert may_be_meant("they", "police") and may_be_meant("he", "Ivo Sel") and may_be_meant("it", "the report")


def test_bare_quotations_do_not_say_whose_they_are():
    assert is_bare_quotation("“Both sides agree. They do.”")
    assert not is_bare_quotation("“Both sides agree,” he said, “and more.”")
    assert not is_bare_quotation("He said: “Both sides agree.”")


def test_pronouns_speak_for_somebody():
    assert who_says("“We agree,” he said.") == "he" and who_says("She said that it rained.") == "She"
    assert is_pronoun("She") and not is_pronoun("the ministry")
    assert who_says("“We agree,” the ministry said.") == "the ministry" and who_says("It rained.") is None


@pytest.mark.parametrize("pattern", [*speech._QUOTED, *speech._REPORTED], ids=lambda pattern: pattern.pattern[:30])
@settings(max_examples=100, deadline=None)
@given(st.data())
def test_whatever_tells_a_speaker_is_looked_at(pattern, data):
    text = data.draw(st.from_regex(pattern))
    assert tells_of_speech(words_of(text))
    assert pattern in speech._REPORTED or any(mark in text for mark in speech._QUOTATION_MARKS)


UNQUOTED = {
    "none": (["The talks went well."], "", [4]),
    "a part": (["They called it “candid and open” in a note."], "", [6]),
    "straight marks": (['He said: "We agree on all." Then he left.'], "", [5]),
    "over several sentences": (["He said: “We agree.", "We always did.", "We will.” Then he left."], "", [2, 0, 3]),
    "on into the next paragraph": (["He said: “We agree.", "We always did."], "“We will,” he said.", [2, 0]),
    "a mark that is lost": (["He said: “We agree.", "We always did."], "Then he left.", [4, 3]),
    "a mark that is lost after another quotation": (["“Yes,” he said.", "So “we agree."], "", [2, 3]),
    "marks of the middle of Europe": (["Er sagte: „Wir sind einig.“ Dann ging er."], "", [5]),
    "and of its east": (["Powiedział: „Zgoda.” Potem wyszedł."], "", [3]),
    "an apostrophe is no mark": (["It’s the union's own ‘offer’."], "", [5]),
}


@pytest.mark.parametrize(("texts", "following", "wanted"), UNQUOTED.values(), ids=UNQUOTED)
def test_words_outside_quotations(texts, following, wanted):
    assert count_unquoted(texts, following) == wanted
