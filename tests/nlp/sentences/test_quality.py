import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.languages.data_sections import find_all_sections, find_section
from summarizer.nlp.sentences import dangling_references as orphans
from summarizer.nlp.sentences import page_remarks as asides
from summarizer.nlp.sentences import quality as flaws
from summarizer.nlp.sentences.quality import find_flaws
from summarizer.nlp.tokens import words_of

SEEDS = Path(__file__).parents[3] / "seeds"

FLAWED = {
    "orphan opening": "He visited China for the first time in five years.",
    "quotation of an orphan": "“They are not afraid any more,” said the mayor of the town.",
    "pointing quotation": "“This is a case about the murder of a child,” the lawyer said.",
    "orphan pronoun": "A stray bullet struck her on the way to the house.",
    "quotation of nobody": "“The village was rebuilt by volunteers from the south within a year.”",
    "points back": "The researchers tested this method in the north of Malaysia.",
    "answer": "Not yet, said Jane Doe, an analyst of the bank.",
    "said twice": "Jane Mary Doe Jane Mary Doe covers the courts of Paris.",
    "bare connective": "However, both sides said that progress was slow.",
    "first person": "We aim to establish open channels of talk.",
    "question": "Who will come to the next meeting?",
    "too short": "He left.",
    "doubled word": "The key is to stop the downward spiral, the official said. said.",
    "glued words": "They stressed the risks, Qin GangThe State Department said.",
    "broken off inside": "The balloon flew over the country. communication is rare these days.",
    "no subject": "Became a senior government official last year.",
    "lower-case start": "communication between them is rare these days.",
    "no end": "The talks in Beijing went on until",
    "unbalanced quotation": "“The talks went well, the minister said.",
    "damaged characters": "The minister said that itâ€™s over now.",
    "markup": "The [talks](http://example.org) went well in Beijing.",
    "in capitals": "THE TALKS IN BEIJING WENT WELL.",
    "orphan after an opening": "On Tuesday, he was taken to the hospital of the town.",
    "orphan noun": "Officials say that China is reluctant to cooperate on the issue.",
    "first person unquoted": "The report made me think that the talks would fail.",
    "cut off": "Police arrested several people and are searching for more...",
    "caption": "In this Monday, May 4, 2015, file photo, the minister speaks in Beijing.",
    "call to the reader": "Click here to find out more about the talks.",
    "in brackets": "(The minister was not there.)",
    "no verb": "The cabin of a Qatar Airways plane.",
    "nothing told": "The ministry gave no further details.",
    "refers to what is not printed": "The wedge is cold (Fig. 1), which the model of the authors tells.",
}
MORE_FLAWED = [
    ("too short", "People, people, people, people."),
    ("nothing told", "The mayor’s office did not immediately respond to requests for comment."),
    ("nothing told", "A call to the workplace of the winner was not returned."),
    ("nothing told", "Jane Doe, a spokeswoman for the firm, declined to comment on the case."),
    ("nothing told", "The Daily Post left a message seeking comment from the police."),
    ("unbalanced quotation", "All that the town knows is that it will not look back.’"),
    ("unbalanced quotation", "He told them: 'The winter is mapped out, and nobody is part of it."),
    ("unbalanced quotation", 'That would be an understatement," the minister added. "'),
    ("orphan after an opening", "Soon she was the mayor of the town."),
    ("orphan after an opening", "Moments later the producer came back to the microphone."),
    ("orphan after an opening", "Just 20 minutes later the bomb exploded in the square."),
    ("orphan after an opening", "Twenty-four hours later there was still no water in the town."),
    ("remark of the writer", "Surely whoever wins the vote should be hoping for a better place on the list."),
    ("remark of the writer", "For the record, it is also topped with cheese from the town."),
    ("remark of the writer", "Perhaps the lesson here is that deals of the kind are of little use."),
    ("remark of the writer", "Good thing it’s only on sale for a week in the shops of the town."),
    ("remark of the writer", "The town is waiting for the real push by the maker of the car!"),
    ("first person unquoted", "In an email of that week the man expressed his anger to me: “It is over for good.”"),
    ("cut off", "… The mayor of the town said that the road was closed for a week."),
    ("orphan after an opening", "First, they argued that money was cheap."),
    ("orphan noun", "The ministry has no plan for such a mission."),
    ("first person unquoted", "And I have the first model, but it broke."),
    ("first person unquoted", "The challenge is, in our view, that people are content."),
    ("first person", "Let’s call it a tax of a third."),
    ("first person unquoted", "First, let's look up the word in a dictionary."),
    ("caption", "Megan Hill, front, fends off Alice Klein in the second half of the match."),
    ("cut off", "Three things were done at the start: 1."),
    ("cut off", "The union would reach out to the governor. . ."),
    ("caption", "Image caption The mayor was brought across the border."),
    ("caption", "Hide Caption 3 of 40 Photos: The search Soldiers stand on the deck of the ship."),
    ("caption", "The mayor speaks during a town hall, Tuesday, Feb. 19, 2013, in Sun Lakes, Ariz."),
    ("caption", "The car is pictured at the school in Newtown, December 27, 2013."),
    ("caption", "A supporter, left, holds up a flag at the rally in the park."),
    ("caption", "A photo from the excavation, with the bones of the foot below the tail."),
    ("call to the reader", "For more on the singer, head over to the paper."),
    ("call to the reader", "Please turn on JavaScript."),
    ("call to the reader", "Thank you for subscribing."),
    ("call to the reader", "Send us your images or video."),
    ("call to the reader", "By signing up you agree to receive newsletters and offers."),
    ("call to the reader", "The author has no business relationship with any company named here."),
    ("call to the reader", "Jane Doe of Channel 3 has the latest on the search."),
    ("call to the reader", "Here’s what you need to know about the talks."),
    ("call to the reader", "Below is the full text of the letter."),
    ("call to the reader", "Please keep posting them in the comments."),
    ("call to the reader", "Follow her at Twitter.com/jane_doe."),
    ("call to the reader", "Update, November 11, 12:03 PT: adds a statement."),
    ("call to the reader", "Editor’s note: This story has been revised."),
    ("call to the reader", "AP writer Jane Doe contributed."),
    ("caption", "Image from the campaign of the firm."),
    ("caption", "The closed window of the palace in the old town, Saturday, March 23, 2013."),
    ("caption", "Members of the media work as prosecutor Jane Doe leaves the courthouse in Paris, April 22, 2015."),
    ("caption", "The scene of collapsed houses along Daly Street on July 29, 2013."),
    ("caption", "Wedding costs soar to new highs (3:40) As people feel better, they spend more."),
    ("caption", "Jane Doe (L) and John Roe attend a meeting of ministers."),
    ("call to the reader", "Stay in the know."),
    ("call to the reader", "Anyone with information on the whereabouts of the girl should contact the sheriff."),
    ("caption", "1 of 26 Full Screen Autoplay Close Skip Ad × A look back at the career of the mayor."),
    ("call to the reader", "Original article on The Paper."),
    ("call to the reader", "See PDF with full results, charts and tables here."),
    ("call to the reader", "A: Before anything else, sign the back of the ticket."),
    ("call to the reader", "Running time: 118 minutes."),
    ("call to the reader", "Jane Mary Doe is executive editor of The Paper."),
    ("call to the reader", "Jane Doe covers courts and the law for The Paper."),
    ("markup", "Jane Doe, The Republic | republic.example"),
    ("said twice", "Passenger Being Evaluated For Fever Passenger Being Evaluated For Fever A passenger came."),
    ("orphan pronoun", "When he didn’t, one of the officers fired a shot into the air."),
    ("orphan pronoun", "A stray bullet struck them in the yard of the house."),
    ("pointing quotation", "“It is crucial for South Korea to have data of its own,” the minister said."),
    (
        "quotation of an orphan",
        "“It was a busy decade for all of the builders of the valley and for the banks of the coast,” the mayor said.",
    ),
    (
        "pointing quotation",
        "“It seems very likely now that the builders of the valley will lose,” said Jane Doe of the bank.",
    ),
    ("speaker unnamed", "“The road was closed for the whole of the winter,” she said."),
    ("orphan after an opening", "In Denver, she was asked about the plan of the board."),
    ("orphan after an opening", "As a question, it pales beside the loss that Poland has suffered."),
    ("orphan after an opening", "Not only was it cheaper, but people had more choice in the shops."),
    ("points back", "Two of them also targeted buildings of the ministry in Damascus."),
    ("points back", "While this group backed the president, it now supports the rival."),
    ("points back", "No ambulance was called to that pre-K center on Friday."),
    ("points back", "In each one, children of the town were taught how to swim."),
    ("points back", "Much of that support went away on Thursday."),
    ("points back", "Here, black leopards are the dominant form of the species."),
    ("points back", "From this the team made out a region of the gene."),
    ("points back", "Another photo showed the victim in the yard of the house."),
    ("points back", "Except seven of the ten children went to college by the age of twelve."),
    ("points back", "While this group backed Obama by 44 points, it now supports the rival."),
    ("orphan after an opening", "With hits from the start of the decade, they became the voice of the coast."),
    ("points back", "A three-engined jet, it was faster than the airliners of other governments."),
    ("points back", "Among their other exploits, the pair broke windows of a market."),
    ("points back", "A jury found them guilty and sentenced them to 48 years in prison."),
    ("caption", "Ambulances at Russell Square, London after the July 7, 2005 bombings."),
    ("call to the reader", "For more news and commentary, join the community of the magazine."),
    ("points back", "At least that is what officials of the pageant say."),
    ("points back", "The envoys also spoke of the island, the statement said."),
    ("points back", "“The road was closed for the whole of the winter,” the statement read in part."),
    ("orphan noun", "The senator of Texas dismissed such concerns."),
    ("orphan noun", "The court of the state rejected that argument."),
    ("speaker unnamed", '"The road was closed for the whole of the winter," she said.'),
    ("no subject", "Directed by Jane Doe."),
    ("call to the reader", "With: Jane Doe, John Roe, Mary Major."),
    ("call to the reader", "Please continue showing your support for the cat on the page."),
    ("answer", "“No,” the minister said of the plan to sell the railway."),
    ("caption", "The helicopter carrying the pope flies over the town, Saturday March 23, 2013."),
    ("no subject", "Charged with the sale of drinks to minors."),
    ("no subject", "John Q. Doe, 21, Pine Bush, NY."),
    ("no verb", "General view of the entrance to the hospital in Paris April 22, 2015."),
    ("no verb", "A great part of the businesses in town."),
    ("no verb", "Test your knowledge of the Seven Kingdoms."),
    ("call to the reader", "A more detailed explanation follows."),
    ("caption", "The video shown here explains the disease."),
    ("in brackets", "[Who is the new minister?]"),
    ("first person unquoted", "Although I considered it a good plan, nobody else did."),
    ("first person unquoted", "Well, I intend to go."),
    ("orphan after an opening", "If he passes a second FBI check, he could drive trucks."),
    ("orphan after an opening", "What’s now clear is that he is betting on the autumn."),
    ("markup", "| Jane Doe/The Paper Leaders reach a deal on the budget."),
]
SOUND = [
    "In a statement on Sunday the firm denied it, but the price fell, the statement said.",
    "The price of bread fell by half, a statement said.",
    "In each of the towns, children were taught how to swim.",
    "Jane Doe told the Daily Post that the coin of the couple is worth a million.",
    "Because of the storm the schools of the town stayed shut.",
    "Although the storm was weak, the schools of the town stayed shut.",
    "The maker picks facts for each object that are most sought in relation to that object.",
    "Prices will settle into that balance which the bank has named.",
    "The mayor came to the town at that time.",
    "The couple agreed with the finding in that the road is too narrow.",
    "The miners could not be reached by the rescue team on Monday.",
    "The firm declined to comment, but two of its directors left within a week.",
    "The couple from the valley want more of the same.",
    "A protest in the old town is out of the question.",
    "The flood had such a large scale that nobody could count the houses.",
    "Xi and Biden spoke of Taiwan, and both called for calm on the issue.",
    "Science cannot explain the rest of it, Jane Doe said.",
    "The talks went on until the end of May.",
    "Of the people of the town, few agree with the mayor.",
    "O acordo com a China foi bom para a imprensa do Brasil.",
    "Pictures of the prison taken in November had been released earlier.",
    "The mayor endures some ribbing in the comments section of the page.",
    "Charged with murder, the former mayor was held without bail.",
    "Jane Doe, 21, of Pine Bush, died at the scene.",
    "Follow-up talks are set for Friday.",
    "Updated figures show that prices fell in the south.",
    "Here is what the report found: the dam had cracks for years.",
    "Here in Geneva the talks went on until midnight.",
    "If he is found guilty, the former mayor could go to prison.",
    "The talks (the first in years) brought no further sanctions.",
    "Both sides said that the talks had gone well.",
    "It is unclear whether the two will meet again.",
    "This week the minister flies home to Beijing.",
    "Microsoft Corp. co-founder Bill Gates met Xi on Friday.",
    "“Both parties agreed to continue communication,” the ministry said.",
    "The State Department said that the talks were “candid and productive.”",
    "U.S. officials said that the U.S. wants talks.",
    "Officials said that that was enough.",
    "救援人员用救生艇救出了所有人。",
    'נשיא ארה"ב נפגש עם ראש הממשלה בירושלים.',
    "وقالت قناة CNN إن المحادثات انتهت يوم الاثنين.",
    "‘Safety is our top priority,’ the company said.",
    "The workers' union said that the '90s were ‘a lost decade’ for the members' families.",
    "The girls seem to assume that it is ‘completely safe.’",
    "In Denver, Jane Doe said that she would run again.",
    "On Monday, the minister said that he would run again.",
    "After Doe left Paris, he wrote a book.",
    "“I think that we can do it,” the minister said of the rival.",
    "The company said: 'I am what my friends make me.'",
    "World War I was fought in the north of the US.",
    "“The night was cold…” the minister said in Paris.",
    "A photo of the mayor was printed by the papers on Monday.",
    "In a speech on Monday, the minister still held that a picture says more.",
    "All of the papers printed the photo of the mayor.",
    "The trial was held on Friday, May 16, 2014.",
    "The party moved to the left and its voters did not.",
    "People were asked to click a button when the tone stopped.",
    "The company thanked its readers and its newsletter grew.",
    "The region has more in reserve than the others.",
    "For more than ten years the firm paid no tax.",
    "Police watch the area above the dam every night.",
    "The talks (the first in years) went well.",
    "Smith said he would not run again.",
    "A man from Ohio said that after a year, he was well again.",
    "Jane Doe and John Roe met in Paris, where the pair spoke of trade.",
    "Jane Doe of Denver told her son to stay at home.",
    "The talks of May 4, 2015, were held in Paris.",
    "Jane Doe holds that events, such as the blackout, are alike.",
    "“He or she will have an independent mind,” the president wrote.",
    "Cold rock lurks under this active Washington volcano.",
    "One person was killed.",
    "Directed by Jane Doe, the film opened in Paris on Monday.",
    "The town has such streets as no other has.",
    "The driver lost control of his car on the road to Lyon.",
    "As he did last week, Trump complained about the courts.",
    "The families said that they had lost their homes.",
    "Police said they were looking for a man with a beard.",
    "The ministry said that its plans had not changed.",
    "The company will cut a tenth of its jobs, it said on Monday.",
    "In Obama’s speech to Congress, he spoke of jobs.",
    "In 2009, when Obama took office, he promised to close the prison.",
    "In Paris, it was the coldest night of the year.",
    "Those who lost their homes will be paid by the state.",
    "Among those injured was a man with severe burns.",
    "Pope Francis flew to this hill town south of Rome.",
    "This week, these three ministers of the Cabinet will meet in Paris.",
    "Another 300 people were taken to a stadium.",
    "No one was hurt in the fire, police said.",
    "No arrests have been made.",
    "Three people have been detained.",
    "Cosby has never been charged.",
    "Facebook is buying a maker of headsets.",
    "“Those who had been bullied were at higher risk,” the minister said.",
    "The mayor of Paris covers his costs for the year.",
    "Jane Doe, an editor of The Paper, was arrested on Monday.",
    "Senator John Roe (R) of Ohio voted against the bill.",
    "The producers of La La Land were nearly done with their speeches.",
    "The quake was felt in many, many towns of the Bío Bío Region.",
    "Seriously injured in the crash, the mayor was taken to a hospital.",
    "Clearly marked signs led the people out of the house.",
    "Perhaps 40 people died in the fire on Monday, police said.",
    "Don’t travel to the coast before Friday, officials said.",
    "Look at the figures of the ministry, the mayor said on Monday.",
    "For the record books, the storm dropped 40 inches of rain on the town.",
    "Oh Se-hoon became mayor of Seoul in the spring of the year.",
    "The minister is an hour later than planned, his office said.",
    "Two hours later than planned, the bridge was opened by the mayor.",
    "The singer of the band died in the morning, Jane Doe told E!",
    "Perhapsburg was without power for three days in March.",
]


@pytest.mark.parametrize(("flaw", "text"), [*FLAWED.items(), *MORE_FLAWED])
def test_each_flaw_is_found(flaw, text):
    assert flaw in find_flaws([text], "en")[0]


@pytest.mark.parametrize("text", SOUND)
def test_sound_sentences_have_none(text):
    assert find_flaws([text], "en") == [()]


def test_a_known_speaker_is_named_beside_what_he_says():
    texts = [
        "“The road was closed for the whole of the winter,” she said.",
        "“The village was rebuilt by its people in the spring.”",
    ]
    assert find_flaws(texts, "en", ["Jane Doe", "Jane Doe"]) == [(), ()]
    assert find_flaws(texts, "en", [None, None]) == [("speaker unnamed",), ("quotation of nobody",)]


def test_a_known_speaker_is_not_whoever_else_is_meant():
    text = "“The road was closed,” she said, and pointed at the hole in his roof."
    assert find_flaws([text], "en", ["Jane Doe"]) == [("orphan pronoun",)]


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_whatever_matches_a_pattern_of_references_holds_one_of_its_marks(data):
    own = orphans.DanglingReferences.find("en")
    for pattern, marks in (
        (own.pointed, own.pointed_marks),
        (own.such, own.such_marks),
        (own.pair, own.pair_marks),
        (own.later_pronoun, [mark.rstrip() for mark in own.later_marks]),
    ):
        text = data.draw(st.from_regex(pattern))
        assert any(map(text.casefold().__contains__, marks))


def test_orphans_are_known_in_english_only():
    texts = ["Here, black leopards are the dominant form of the species.", "“La route est fermée.”"]
    assert find_flaws(texts, "fr") == [(), ()]


@pytest.mark.parametrize(
    "text",
    ["he " * 50_000, "In " + "a " * 50_000, "these a-" * 20_000, "A " * 50_000, "“a” " * 30_000, "a of it " * 20_000],
)
def test_hostile_sentences_are_read_in_time(text):
    start = time.perf_counter()
    find_flaws([text], "en")
    assert time.perf_counter() - start < 5


@settings(max_examples=200, deadline=None)
@given(st.from_regex(flaws.QualityWords.find("en").glued))
def test_whatever_is_glued_has_a_seam(text):
    assert flaws._SEAM.search(text)


@settings(max_examples=200, deadline=None)
@given(st.from_regex(flaws.QualityWords.find("en").broken))
def test_whatever_is_broken_off_has_a_stop_inside(text):
    assert flaws._STOP_INSIDE.search(text)


(ASIDES,) = find_all_sections("page_remarks")
(OWN,) = asides.find_page_remarks()


@pytest.mark.parametrize(("words", "pattern"), [*ASIDES.phrases("captions"), *ASIDES.phrases("calls")])
@settings(max_examples=30, deadline=None)
@given(st.data())
def test_whatever_is_an_aside_holds_one_of_its_words(words, pattern, data):
    text = data.draw(st.from_regex(pattern))
    assert any(word in text for word in words)


@settings(max_examples=200, deadline=None)
@given(st.from_regex(OWN.opening))
def test_whatever_opens_a_call_is_looked_at(text):
    assert not OWN.opening.match(text) or text.startswith(OWN.openers)


@pytest.mark.parametrize(
    ("may_be", "pattern"),
    [(asides.may_be_caption, pattern) for _, pattern in ASIDES.phrases("captions")]
    + [(asides.may_be_call, pattern) for _, pattern in ASIDES.phrases("calls")],
)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_a_pattern_of_asides_matches_is_looked_at(may_be, pattern, data):
    text = data.draw(st.from_regex(pattern, fullmatch=True))
    assert may_be(text, words_of(text))


def test_no_flaw_is_lost_by_the_words_that_are_looked_at_first(monkeypatch):
    texts = [*FLAWED.values(), *(text for _, text in MORE_FLAWED), *SOUND]
    texts += [
        text for path in SEEDS.glob("*.txt") for text in re.split(r"(?<=[.!?])\s+", path.read_text("utf-8")) if text
    ]
    found = find_flaws(texts, "en")
    monkeypatch.setattr(flaws, "_MAY_HAVE", {"doubled word": flaws._MAY_HAVE["doubled word"]})
    monkeypatch.setattr(flaws, "telling_words", lambda *_: None)
    assert find_flaws(texts, "en") == found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I due paesi hanno parlato a lungo del commercio e della pace.", "it"),
        ("Nous nous sommes battus pour que la ville garde ses écoles.", "fr"),
        ("Was die Stadt im Herbst plant, weiß dort noch niemand genau.", "de"),
        ("Die LehrerInnen der Stadt und die Eltern sprachen lange darüber.", "de"),
        ("„Das ist gut für uns alle“, sagte die Ministerin am Sonntag in Berlin.", "de"),
        ("„To jest dobre dla nas wszystkich” – powiedział minister w Warszawie.", "pl"),
        ("”Det är bra för oss alla”, sade ministern i Stockholm på söndagen.", "sv"),
    ],
)
def test_what_is_a_flaw_in_english_is_none_elsewhere(text, language):
    assert find_flaws([text], language) == [()]


@pytest.mark.parametrize(
    "text",
    ["„Das ist gut, sagte sie am Sonntag.", "Das ist gut“, sagte sie am Sonntag.", "«C’est bien, a dit le ministre."],
)
def test_a_mark_that_is_missing_is_missed_in_any_language(text):
    assert "unbalanced quotation" in find_flaws([text], "de")[0]


def test_a_flaw_that_a_known_speaker_mends_goes_by_the_words_of_its_own_language(monkeypatch):
    """A language that says what reads badly, and not whom pronouns mean, is not read with the pronouns of English."""
    monkeypatch.setattr(flaws, "find_section", lambda _, name: find_section("en", name))
    flaws.telling_words.cache_clear()
    text = "On Monday he closed the bridge for good and went home late."
    assert "orphan pronoun" in find_flaws([text], "en")[0]
    assert "orphan pronoun" not in find_flaws([text], "xx")[0]
    flaws.telling_words.cache_clear()
