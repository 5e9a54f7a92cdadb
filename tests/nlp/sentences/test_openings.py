import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.nlp.sentences.openings import leave_out_asides, opening_assertion, points_back, tells_what_is

SAID = {
    "whole": ("The dam burst before dawn.", "The dam burst before dawn"),
    "who says it, before": (
        "Police said on Tuesday that the dam had burst at night.",
        "Police said on Tuesday that the dam had burst at night",
    ),
    "who says it, behind": (
        "Seven sailors are missing after the ships collided, the navy said.",
        "Seven sailors are missing after the ships collided, the navy said",
    ),
    "who says it, behind what is cut off": (
        "The company will begin to sell the new version of the telephone in October, people who know the plans said, "
        "filling a hole in its offer and giving the maker another channel for its most popular device.",
        "The company will begin to sell the new version of the telephone in October, people who know the plans said",
    ),
    "not who says something else": (
        "The league gave out 15,000 shirts in honour of its best player on Saturday night, but the back of them read "
        "another name instead, and one that nobody in the town had heard before.",
        "The league gave out 15,000 shirts in honour of its best player on Saturday night",
    ),
    "a pronoun needs who says it": (
        "President Andrzej Duda said on Tuesday that he would sign the bill.",
        "President Andrzej Duda said on Tuesday that he would sign the bill",
    ),
    "short names in brackets are no agency": (
        "The Port Authority (PA) has closed the bridge to Arden.",
        "The Port Authority (PA) has closed the bridge to Arden",
    ),
    "an agency in brackets": ("Tokyo (AP) The bridge is closed.", "The bridge is closed"),
    "before a contrast": (
        "The US secretary of state and China’s foreign minister on Sunday had frank talks on their differences from "
        "Taiwan to trade, but appeared to agree on little other than continuing the talks.",
        "The US secretary of state and China’s foreign minister on Sunday had frank talks on their differences from "
        "Taiwan to trade",
    ),
    "before a subordinate clause": (
        "Some consular staff of the real embassy in Ghana would be sacked after security officials discovered and "
        "shut down a false one that had been open for ten years in a house at the end of the street.",
        "Some consular staff of the real embassy in Ghana would be sacked",
    ),
    "not before what happened, if that is short": (
        "Eight people including three children were injured in the city on Monday when a natural gas explosion tore "
        "through a row of houses, causing the collapse of three of them and the flight of seventy families.",
        "Eight people including three children were injured in the city on Monday when a natural gas explosion tore "
        "through a row of houses",
    ),
    "not before a contrast, if that is short": (
        "The league gave out 15,000 shirts in honour of its best player on Saturday night, but the back of them read "
        "another name instead.",
        "The league gave out 15,000 shirts in honour of its best player on Saturday night, but the back of them read "
        "another name instead",
    ),
    "not before what became of people, if that is short": (
        "Shots rang out beside the hall of the town council on Monday night when a man fired at a group of police "
        "officers, injuring two of them.",
        "Shots rang out beside the hall of the town council on Monday night when a man fired at a group of police "
        "officers, injuring two of them",
    ),
    "not before what tells which time is meant": (
        "The American had left his flat in the town on the morning when the body was found, returned some hours later "
        "with wet hair and had seemed to those who met him there very much upset by it.",
        "The American had left his flat in the town on the morning when the body was found, returned some hours later "
        "with wet hair and had seemed to those who met him there very much upset by it",
    ),
    "before what goes on meanwhile": (
        "The highest officials of the state are urging the police to get involved in the counting of ballots in the "
        "south as Governor Scott clings to a lead over his rival in a recount that the whole country talks about.",
        "The highest officials of the state are urging the police to get involved in the counting of ballots in the "
        "south",
    ),
    "not if it is short": (
        "The latest fighting comes as Al Jazeera gained access to papers of the chiefs that give details of the plans "
        "of the regime to contain the rising and protect the strongholds of the government in the two largest cities.",
        "The latest fighting comes as Al Jazeera gained access to papers of the chiefs that give details of the plans "
        "of the regime to contain the rising and protect the strongholds of the government in the two largest cities",
    ),
    "not before what something is called": (
        "The men were taken from the old frigate in the gulf at gunpoint on Friday in what was at once described as "
        "President Jones wanted it to be, and then in other words that nobody at home could understand at all.",
        "The men were taken from the old frigate in the gulf at gunpoint on Friday in what was at once described as "
        "President Jones wanted it to be, and then in other words that nobody at home could understand at all",
    ),
    "the verb stands behind a clause that no comma closes": (
        "A man who went missing after swimming off a beach on Tuesday with his son has been rescued, police say.",
        "A man who went missing after swimming off a beach on Tuesday with his son has been rescued, police say",
    ),
    "that verb may be one of saying": (
        "A climber who found the bodies of two others in the ice said it took days to reach the valley.",
        "A climber who found the bodies of two others in the ice said it took days to reach the valley",
    ),
    "not before what is measured": (
        "High-ranking Nazi Adolf Eichmann requested a pardon from Israel's president two days before he was hanged in "
        "a prison, where his body was burnt in secret.",
        "High-ranking Nazi Adolf Eichmann requested a pardon from Israel's president two days before he was hanged in "
        "a prison",
    ),
    "a little long rather than a stub": (
        "A county woman has been arrested after she crashed a wedding, poured a drink on her boyfriend, then punched "
        "a woman in the face, deputies say.",
        "A county woman has been arrested after she crashed a wedding, poured a drink on her boyfriend, then punched "
        "a woman in the face, deputies say",
    ),
    "an enclosed clause is no main clause": (
        "The storm, which had formed over the gulf on Monday, killed nine people, officials in the two states said.",
        "The storm, which had formed over the gulf on Monday, killed nine people, officials in the two states said",
    ),
    "not before the verb of what is enclosed": (
        "The timing shows that the new telephone, which is to be called the fifth, will reach the shops later than "
        "many had hoped, too late for the summer.",
        "The timing shows that the new telephone, which is to be called the fifth, will reach the shops later than "
        "many had hoped, too late for the summer",
    ),
    "not within what stands before the main clause": (
        "In a poor end to a week that the maker would rather forget, a firm of lawyers has filed a suit against it.",
        "In a poor end to a week that the maker would rather forget, a firm of lawyers has filed a suit against it",
    ),
    "not before the verb of a clause": (
        "The ruling of the court this morning means that the possession of certain drugs, which had been a crime, is "
        "allowed.",
        "The ruling of the court this morning means that the possession of certain drugs, which had been a crime, is "
        "allowed",
    ),
    "not within what dashes enclose": (
        "The minister is losing his voice but that does not keep him from trying -- for a second time -- to change the "
        "words of the old song.",
        "The minister is losing his voice but that does not keep him from trying -- for a second time -- to change the "
        "words of the old song",
    ),
    "before what dashes enclose where something else follows": (
        "The senator praised the pope for naming Dorothy Day -- a socialist who had lived in the city -- and for "
        "asking for help against hunger in his speech.",
        "The senator praised the pope for naming Dorothy Day",
    ),
    "not within a list": (
        "Among the things that are put to another use in the new film about the forest are a nail gun, an electric "
        "knife, and a saw.",
        "Among the things that are put to another use in the new film about the forest are a nail gun, an electric "
        "knife, and a saw",
    ),
    "not before what happened meanwhile": (
        "A man of 26 says he was returning home to the village after a night in town when he struck the two teams with "
        "his sled.",
        "A man of 26 says he was returning home to the village after a night in town when he struck the two teams with "
        "his sled",
    ),
    "not before the clause that that opens": (
        "A new paper by a professor at the old university finds that, late in the campaign, it took 22 people to send "
        "one message.",
        "A new paper by a professor at the old university finds that, late in the campaign, it took 22 people to send "
        "one message",
    ),
    "behind a clause that no comma closes": (
        "A couple who found a hoard of coins in the garden may not keep them.",
        "A couple who found a hoard of coins in the garden may not keep them",
    ),
    "a place and a dash": ("London, England — The crowds came out again.", "The crowds came out again"),
    "an agency": ("AP American Airlines said it had a notice.", "American Airlines said it had a notice"),
    "a nod to the reader": ("As you may have heard, the dam burst on Sunday.", "The dam burst on Sunday"),
    "a connective": ("However, the harvest was poor in the south.", "The harvest was poor in the south"),
    "a dateline": ("Tokyo (CNN) Seven sailors are missing off Japan.", "Seven sailors are missing off Japan"),
    "an opening in capitals": ("THE DÁIL IS to sit late tonight.", "The Dáil is to sit late tonight"),
    "a short name in capitals": ("UN AID was sent to the coast.", "UN AID was sent to the coast"),
}


@pytest.mark.parametrize(("sentence", "opening"), SAID.values(), ids=SAID)
def test_what_a_sentence_says_first(sentence, opening):
    assert opening_assertion(sentence, "en") == opening


NOTHING = {
    "a quotation": "“We will rebuild the dam,” the minister said.",
    "a question": "Who will rebuild the dam in the east?",
    "a cry": "Happy release day to all of the fans!",
    "the first person": "I was there when the dam burst.",
    "no main clause": "When things got so bad that the dam burst.",
    "no main clause behind": "When the dam burst, a long night in the town.",
    "a verb of who alone": "The man who had killed nine people in the north.",
    "the time of another": "An hour after the chief told the station that two girls were found.",
    "a verb of what would be": "A measure that would require the owners to wear a helmet.",
    "a verb of what somebody said": "The man who said the dam was not safe for the town below.",
    "a verb of whose": "The mother of a boy whose body was found in the wood by the lake.",
    "a verb of that alone": "Investigators of the crash that killed the president.",
    "a participle": "Directed by Clint Eastwood.",
    "no verb": "The dam in the east of the country.",
    "said twice": "Ship sinks off the coast of Japan Ship sinks off the coast of Japan, and all are saved.",
}


@pytest.mark.parametrize("sentence", NOTHING.values(), ids=NOTHING)
def test_nothing_that_could_head_a_briefing(sentence):
    assert opening_assertion(sentence, "en") is None


def test_a_sentence_of_another_language_stays_whole():
    assert opening_assertion("Le barrage a cédé, mais la ville est sauve.", "fr") == (
        "Le barrage a cédé, mais la ville est sauve"
    )
    assert opening_assertion("Qui a vu le barrage ?", "fr") is None


def test_what_points_back():
    assert points_back("The researchers found these cancer cases", "en") and points_back(
        "Eichmann made the request", "en"
    )
    assert points_back("Despite the rain the dam held", "en") and points_back(
        "Established in 2003, the office is small", "en"
    )
    assert points_back("The storm was blamed for deaths in at least five states", "en")
    assert points_back("The video is called the best jump ever", "en") and points_back(
        "The other test also used a meter", "en"
    )
    assert points_back("No ambulance was called to that house on Friday", "en") and points_back(
        "Police said he lived there", "en"
    )
    assert points_back("The president did something that he hardly ever does", "en")
    assert not points_back("President Andrzej Duda said he would sign", "en") and not points_back(
        "A man says he saw it", "en"
    )
    assert not points_back("Police said of the dam that it had burst", "en")
    assert not points_back("The storm that came from the Gulf of Mexico killed nine", "en")
    assert not points_back("Police said this week that the dam had burst", "en")
    assert not points_back("Babies keep memories during those many naps they take, a study suggests", "en")
    assert not points_back("People who ran fast died as early as those who hardly ran", "en")
    assert points_back("A study tells of those memories", "en")
    assert points_back("Many towns in the north, for instance, got a foot of snow", "en")
    assert points_back("The lawsuit concludes that the watches do not work", "en")
    assert points_back("The fund-raising page said that the family needs help", "en")


WHAT_IS = {
    "Mount Alto is one of the most active volcanoes of the coast": True,
    "Jane Doe was a great woman, and a great designer": True,
    "Pills of this kind are among the drugs that most people take": True,
    "The fever is, reportedly, a disease of the lowlands": True,
    "Mount Alto erupted on Sunday and is one of the worst dangers": False,
    "Jane Doe was arrested on Sunday in the north": False,
    "The graph is a new tool that will begin rolling out today": False,
    "A man is a suspect in the case of the north": False,
}


@pytest.mark.parametrize(("text", "wanted"), WHAT_IS.items(), ids=WHAT_IS)
def test_what_tells_what_is_and_not_what_happened(text, wanted):
    assert tells_what_is(text, "en") == wanted


BRIEF = {
    "between commas": (
        "George Zimmerman, the watchman charged with the death of a boy, is being sued by a firm",
        "George Zimmerman is being sued by a firm",
    ),
    "between dashes": ("The dinosaur — a near relative of others — had big feet", "The dinosaur had big feet"),
    "the last first, its comma kept": (
        "Marty Balin, a founder of the band, whose voice many knew, died on Thursday",
        "Marty Balin, a founder of the band, died on Thursday",
    ),
    "what opens it": (
        "In a ruling that may change college sports, a federal agency said players can unite",
        "A federal agency said players can unite",
    ),
    "one within another": (
        "The dinosaur — whose foot, which the finders had measured, was a meter long — had feet like no other",
        "The dinosaur — whose foot was a meter long — had feet like no other",
    ),
    "whatever was said of whom it brings in": (
        "Dan and Fran Keller, who were accused of crimes against children, will receive three million dollars",
        "Dan and Fran Keller will receive three million dollars",
    ),
    "not who says it": (*["The world — at least according to the bureau — will hold seven billion people"] * 2,),
    "not when": (*["In the last days of May, a judge had sentenced the man to nine years"] * 2,),
    "not what a pronoun needs": (*["After the chief had spoken to the press, he left the town for good"] * 2,),
    "not a list": (*["The dead, the dying, and the lame were brought down to the boats"] * 2,),
}


@pytest.mark.parametrize(("opening", "brief"), BRIEF.values(), ids=BRIEF)
def test_what_is_said_by_the_way_is_left_out(opening, brief):
    assert leave_out_asides(opening, "en", longest=len(opening.split()) - 1) == brief
    assert leave_out_asides(opening, "en", longest=len(opening.split())) == opening


def test_what_stands_before_what_was_left_out_is_left_out_next():
    opening = "Jane Doe, a designer of the north, who dressed queens, kings, and actors, died on Monday"
    assert leave_out_asides(opening, "en", longest=12) == "Jane Doe, a designer of the north, died on Monday"
    assert leave_out_asides(opening, "en", longest=8) == "Jane Doe died on Monday"


@given(st.lists(st.sampled_from("The dam burst on Sunday , and who after police said that it ( “ ” — was".split())))
def test_an_opening_is_no_longer_than_its_sentence_and_dangles_nowhere(words):
    sentence = f"{' '.join(words)}.".replace(" ,", ",")
    found = opening_assertion(sentence, "en")
    if found is not None:
        assert len(found) <= len(sentence)
        assert found.split()[-1].casefold() not in {"and", "who", "after", "said", "that", "the", "on", "was", ","}


def test_a_sentence_of_any_length_is_read_fast():
    assert opening_assertion(" ".join(f"word{at}" for at in range(50_000)), "en") is None
