import pytest

from summarizer.nlp.names.person_words import may_be_meant
from summarizer.nlp.sentences.quotes import count_unquoted, is_bare_quotation
from summarizer.nlp.speakers.attribution import find_attribution, is_pronoun, is_speech_verb, speaker_of, who_says

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
    "Meanwhile, China’s foreign ministry said China kept its “position”.": "China’s foreign ministry",
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
    "Ivo Sel, however, said the sale, supply and import of it is still banned.": "Ivo Sel",
    "Part of the stated appeal is its price.": None,
    "After that, guards found a knife and added a charge.": None,
    "But Prof Ivo Sel - who leads the team at the Institute - said he was awake.": "Prof Ivo Sel",
    "TV reports Belwa police spokesman Ivo Sel says the boy was found.": "Belwa police spokesman Ivo Sel",
    "(CNN) Founder Ada Newman says the wreck was found.": "Founder Ada Newman",
    "The carrier on Thursday said that it had been asked.": "The carrier",
}
# Verbs beside "said", where they report a statement, and where they do not.
VERBS = {
    "“We have had enough,” grumbled Jo Marsh, who teaches at the school.": "Jo Marsh",
    "“I would walk out too,” admitted the head, Amy Lund, on Tuesday.": "Amy Lund",
    "'We will not go back without an offer,' Carr vowed.": "Carr",
    'The ministry, which has offered 3 per cent, "regrets the walkout", a spokesman confirmed.': "a spokesman",
    "“We agree,” Sen. Jeff Flake (R-Ariz.) tweeted late Tuesday night.": "Sen. Jeff Flake",
    "“We agree,” said Rep. Carlos Curbelo (R-Fla.) outside the chamber.": "Rep. Carlos Curbelo",
    "“We agree,” quipped Jane Roe.": "Jane Roe",
    "Jane Roe conceded that it was late.": "Jane Roe",
    "Jane Roe acknowledged on Tuesday that it was late.": "Jane Roe",
    "Jane Roe testified she was late.": "Jane Roe",
    "Jane Roe promised it would be done.": "Jane Roe",
    "Officials warned residents that it would rain.": "Officials",
    "Officials warned of rain.": "Officials",
    "Scientists say it will rain.": "Scientists",
    "Jane Roe complained: “It is late.”": "Jane Roe",
    "Jane Roe was confirmed for the post.": None,
    "The Senate confirmed Jane Roe for the post.": None,
    "Jane Roe promised aid.": None,
    "The storm claimed three lives.": None,
    "Jane Roe admitted three patients to the ward.": None,
    "Jane Roe stressed the point.": None,
    "The firm added 200 jobs.": None,
    "The firm reported a loss.": None,
    "The union's claim that it rained is wrong.": None,
    "The man police said was driving is dead.": None,
    "He is said to be rich.": None,
}
NAMES = {
    "“The bridge is safe,” said Per Olsson.": "Per Olsson",
    "AP Moller-Maersk said on Monday that its ships would wait.": "AP Moller-Maersk",
    "Last night Khalid Noor, a member of the council, said he was worried.": "Khalid Noor",
    "On Friday, Khalid Noor said he was worried.": "Khalid Noor",
    "Earlier on Tuesday, Khalid Noor said he was worried.": "Khalid Noor",
    "In a statement, the company said it was worried.": "the company",
    "Late Friday police said the road was closed.": "police",
    "Under questioning by the lawyer, Stone admitted that files were missing.": "Stone",
    "The inspector, Dana Reiss, told the inquiry what she had found.": "Dana Reiss",
    "“We searched every file,” its director, Paul Stone, said.": "Paul Stone",
    "“It hurts,” said another relative, Nisha Odell, 18, a cousin.": "Nisha Odell",
    "Frank Ciacco, a former expert for the agency said that it was late.": "Frank Ciacco",
    "Hurricane Ida, which hit Dover, police said, was late.": "police",
    "“It went up in seconds,” said a man who gave his name as “Shorty.”": "a man who gave his name as “Shorty”",
    "“It went up in seconds,” said Ivo “Ice” Sel, a driver.": "Ivo “Ice” Sel",
    'Ivo "Ice" Sel said it rained.': 'Ivo "Ice" Sel',
    "“Nobody asked us either”, Peter Loy of the fishing cooperative told us.": "Peter Loy",
    "“We agree.” – Commissioner Geoff Starling": "Commissioner Geoff Starling",
    "“We agree.” — Geoff Starling, ferry captain": "Geoff Starling",
    "Lena Fox, who leads the union: “We were not asked.”": "Lena Fox",
    "And from the chairwoman, Rosa Wendel: “We were not asked.”": "Rosa Wendel",
    "Added Lesh: “We are here.”": "Lesh",
    "The answer: “We do not know.”": None,
    "Rain fell overnight and officials said it would last.": None,
    "It is cold, USA TODAY reports.": "USA TODAY",
    "However, the defence minister said that it was late.": "the defence minister",
    "Last Tuesday, the defence minister said that it was late.": "the defence minister",
    "The channel, said the envelope held by Roe read, “Actress.”": None,
    "Prime Minister Theresa May, who has signed it, said that it was late.": "Prime Minister Theresa May",
    "Meanwhile, the child’s parents, who were at home, said it was late.": "the child’s parents",
    "Rep. Mike McCaul, R-Texas, the chairman of the committee, said it was late.": "Rep. Mike McCaul",
    "Steven Law, the firm’s chief executive, said the House referral was late.": "Steven Law",
    "Steven Law, Dover’s chief executive, said the House referral was late.": "Steven Law",
    "“We are ready,” said Facebook founder and CEO, Mark Zuckerberg.": "Mark Zuckerberg",
    "“We are ready,” said the Executive Clerk of the Council, Óscar Acuña, who liked it.": "Óscar Acuña",
    "Toxicology testing revealed that it was late.": None,
    "Sergio Barrientos, Director of the Service said that it is a “late aftershock”.": "Sergio Barrientos",
    "In Paris, President Obama said that it was late.": "President Obama",
    "Rest assured that it was late.": None,
    "Kong: Skull Island is “fun”.": None,
    "The illness strikes one in 10,000 – some 30,000 people in the United States.": None,
    "States said on Monday that it was late.": "States",
    "After the talks, the US said that it was late.": "the US",
    "Shirts were handed out, but the back of them read “Tulowizki” instead.": None,
    "Its existence says more about our time than its editors meant to say.": None,
    "Men diagnosed with the illness according to DSM-IV, and others, were admitted.": None,
    "The man was ill, according to the ministry.": "the ministry",
    "The law is no help even in the blue states that backed the president.": None,
    "The report states that the state backed the president.": "The report",
    "Bushmaster continued to market it as a weapon that would make others bow.": None,
    "Eastwood tells three primary stories.": None,
    "Eastwood tells three reporters that it rained.": "Eastwood",
    "The reporter tells of the stories that politicians told her.": "The reporter",
    # What stands between a name and its verb, or goes on behind both.
    "The Dover Post first reported on Tuesday that it was late.": "The Dover Post",
    "Roe further said that it was late.": "Roe",
    "The council meanwhile says that it was late.": "The council",
    "“It is late,” said Roe also adding that it rained.": "Roe",
    "AP Dover Airlines said it was late.": "Dover Airlines",
    "Dover Editor in Chief Jane Roe said it was late.": "Dover Editor in Chief Jane Roe",
    # What a cut leaves is no name.
    "Elsewhere on Monday, the ministry said it was late.": "the ministry",
    "Essentially, the accountants say that it was late.": "the accountants",
    "They saw an act, a song, plus also jokes.": None,
    "“It is late,” said Roe told reporters.": None,
    "(“Is it late?” asks Roe.)": None,
    "It was late, according to a ...": None,
    # Nobody says what he denies, tells somebody before he acts, or is a noun that a clause describes.
    "It was late all week, which is untrue, a claim Dover Rail denies.": None,
    "The bridge was unsafe, an allegation the ministry denied.": None,
    "After the call, the porter told her boss and both went upstairs.": None,
    "After the call, the porter told him and left.": None,
    "After the call, the porter told her boss and the clerks that it was late.": "the porter",
    "The wave of student protests that started at Dover has reached us.": None,
    # A description may be an act or a trade; a place is described by nobody's verb.
    "But Dover's Chief Clerk Jane Roe, responding to a question, said the letter “goes too far and is wrong.”": (
        "Dover's Chief Clerk Jane Roe"
    ),
    "Dover's clerk, on a visit to the port, said the letter “goes too far.”": None,
    "Ivo Sel, researcher at the Dover Museum said “it was late and dark.”": "Ivo Sel",
    "As many as nine died, many of them at a bridge in Dover, the agency said.": "the agency",
    "Pilots from Dover, a Dutch town had said it was late.": "Pilots from Dover",
    # Sources in full.
    "It was late, according to two people familiar with the matter.": "two people familiar with the matter",
    "It was late, according to the Committee on Bridges.": "the Committee on Bridges",
    "It was late, according to the committee on Friday.": "the committee",
    "It was late, according to Whip Jane Roe (R-Texas).": "Whip Jane Roe",
    "It was late, according to a copy obtained by the Post.": None,
    "It was late, according to the code “nine” of the port.": "the code",
    "Sen. Rand Paul, who had backed him, issued a statement Thursday decrying Bundy's racial comments.": None,
}


@pytest.mark.parametrize(("text", "wanted"), (QUOTED | REPORTED | VERBS | NAMES).items())
def test_speakers(text, wanted):
    assert speaker_of(text, "en") == wanted


def test_he_is_no_report():
    assert not may_be_meant("he", "the story", "en") and not may_be_meant("She", "police", "en")
    assert not may_be_meant("They", "the court papers", "en")
    assert (
        may_be_meant("they", "police", "en")
        and may_be_meant("he", "Ivo Sel", "en")
        and may_be_meant("it", "the report", "en")
    )


def test_bare_quotations_do_not_say_whose_they_are():
    assert is_bare_quotation("“Both sides agree. They do.”")
    assert not is_bare_quotation("“Both sides agree,” he said, “and more.”")
    assert not is_bare_quotation("He said: “Both sides agree.”")


def test_pronouns_speak_for_somebody():
    assert who_says("“We agree,” he said.", "en") == "he" and who_says("She said that it rained.", "en") == "She"
    assert is_pronoun("She", "en") and not is_pronoun("the ministry", "en")
    assert who_says("“We agree,” the ministry said.", "en") == "the ministry" and who_says("It rained.", "en") is None


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


# What is in square brackets only says who says it.
ATTRIBUTED = [
    "[Police said on Tuesday that] the road was closed.",
    "[Police said] the road was closed on Tuesday.",
    "The road was closed[, the mayor told reporters late Friday].",
    "[According to the ministry,] the road was closed.",
    "[According to the foreign minister, Jane Roe,] the road would be “closed soon,” but not when.",
    "[According to the head,] 200,000 tents had been ordered.",
    "[According to Jane Roe,] the road, closed since May, is open.",
    "The road was closed[, according to two officials].",
    "[Ivo Sel, a spokesman for the ministry, said in a statement]: “The road is closed.”",
    "“The road is closed,”[ said Jane Roe, who heads the agency].",
    "“The road is closed,”[ said Jane Roe, 41, the mayor of Dover], as she left the hall.",
    "“The road is closed,”[ he said], “and the bridge too.”",
    "[He said] the road was closed.",
    "[The mayor, Jane Roe, said on Friday that] the road was closed.",
    "[On Tuesday, police said] the road was closed.",
    "After the flood, [police said] the road was closed.",
    "At one point, [Roe said], one of them fell.",
    "[Roe told the BBC that] the road was closed.",
    "[Roe told] CNN Trump had closed the road.",
    "[Prodigy told MTV in 2013 that] the road was closed.",
    "[She said] police response was slow.",
    "[Roe admitted that] the road was closed.",
    "[Officials warned] of floods in the north.",
    "The road was closed[, historians claimed].",
    "[Ivo Sel, however, said] the road was closed.",
    "“The road is closed,”[ Sen. Ivo Sel (R-Ariz.) tweeted late Tuesday].",
    "The road was closed[, Reuters reported on Monday].",
    "The storm claimed three lives in Dover.",
    "The minister promised aid for the town.",
    "Roe was confirmed for the post on Tuesday.",
    "The company added 200 jobs in May.",
    "Some friends send invites, or Facebook suggests them.",
    "He is said to be in Paris.",
    "The road was closed and police were told to leave.",
    "The group's claim that the road was closed is wrong.",
    "Tuesday's reports that the road was closed are wrong.",
    "Roe stressed the need for a road.",
    "The man who said it was closed left.",
]


@pytest.mark.parametrize("marked", ATTRIBUTED)
def test_stretches_that_only_say_who_says_it(marked):
    wanted, parts = [], marked.replace("]", "[").split("[")
    for at, part in enumerate(parts):
        start = sum(map(len, parts[:at]))
        wanted += [(start, start + len(part))] if at % 2 else []
    assert find_attribution("".join(parts), "en") == tuple(wanted)


@pytest.mark.parametrize("language", [None, "de", "xx"])
def test_in_a_language_without_words_for_speakers_only_a_name_behind_a_quotation_tells(language):
    text = "“We agree,” said Jane Roe."
    assert speaker_of(text, "en") == "Jane Roe" and speaker_of(text, language) is None
    assert find_attribution(text, language) == () and who_says(text, language) is None
    assert speaker_of("« Nous sommes d’accord. » – Marie Dupont", language) == "Marie Dupont"
    assert is_speech_verb("said", "en") and not is_speech_verb("said", language)
