"""Where the reports differ: worked cases for every kind, the seeds, the stories, and what always holds."""

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Document, Settings, render, summarize
from summarizer.model import PartialDate
from summarizer.nlp.numbers.quantities import find_quantities
from tests.labelled_stories import LABELS, documents, run

FILLER = "Rain fell over the northern hills all night. The harvest of this year was poor in the south."
MORE = "The bridge was painted white in the spring. Two ships lay in the port. A choir sang on the square."


def differences(*texts, **knobs):
    """What differs between reports of some text, as kind and sets of values."""
    reports = [Document(id=f"r{number}", text=f"{text} {FILLER}") for number, text in enumerate(texts)]
    found = summarize(reports, Settings(**knobs)).discrepancies
    return [(one.kind, {reading.value for reading in one.readings}) for one in found]


DIFFER = {
    "a toll": (
        "At least 38 people were killed when the dam burst in the valley, officials said.",
        "Rescuers recovered 41 bodies after the dam burst in the valley, the mayor said.",
        ("number", {"At least 38 people", "41 bodies"}),
    ),
    "a toll, however far apart the readings are": (
        "The flood killed 38 people in the valley of the Yarim.",
        "Floods killed 600 people in the valley of the Yarim.",
        ("number", {"38 people", "600 people"}),
    ),
    "one and two": (
        "One person was killed in the crash near Jalko, police said.",
        "Two people were killed in the crash near Jalko, police said.",
        ("number", {"One person", "Two people"}),
    ),
    "bodies found": (
        "Search teams recovered 2 male bodies from the sea off Belwa.",
        "Sixteen bodies have been recovered from the sea off Belwa.",
        ("number", {"2 male bodies", "Sixteen bodies"}),
    ),
    "how large one thing was": (
        "Blinding snow is blamed for a 30-car pileup on the road near Belwa.",
        "Police said that a 25-vehicle pileup near Belwa shut the road.",
        ("number", {"30-car", "25-vehicle"}),
    ),
    "a price in one currency, and converted": (
        "The bank agreed to buy its rival Nordhaven for 3 billion francs ($3.23 billion) in stock.",
        "The bank agreed to buy its rival Nordhaven for $2.4 billion in stock.",
        ("number", {"$3.23 billion", "$2.4 billion"}),
    ),
    "when a deal is to close, in months and quarters": (
        "The companies expect to complete the deal with Nordhaven by the end of September.",
        "The takeover of Nordhaven is due to close in the first quarter of 2027.",
        (
            "date",
            {
                "expect to complete the deal with Nordhaven by the end of September",
                "due to close in the first quarter of 2027",
            },
        ),
    ),
    "when a deal is to close": (
        "The deal of Nordhaven is expected to close by the end of 2024, the bank said.",
        "The takeover should be completed in the second quarter of the year, its rival said.",
        ("date", {"expected to close by the end of 2024", "should be completed in the second quarter of the year"}),
    ),
    "the age that somebody reached, told with the death": (
        "Paul Brand, a founder of the brewery in Jalko, has died. He was 35. The police came at noon.",
        "Paul Brand, who led the brewery in Belwa and sang in a choir, died. Brand was 34.",
        ("number", {"35", "34"}),
    ),
    "an age behind the death": (
        "Paul Brand, a founder of the brewery, died on Friday at the age of 72.",
        "Paul Brand, who sang in a choir in Belwa, died aged 71 in Jalko.",
        ("number", {"72", "71"}),
    ),
    "the age of one of two": (
        "Brandao, 21, and Ferrante, 22, are no suspects in the case of the club.",
        "Brandao, 22, has not been called a suspect in the case of the club.",
        ("number", {"21", "22"}),
    ),
    "how long talks took": (
        "The two ministers met in the old palace, speaking after a 5-1/2 hour meeting on trade.",
        "The two ministers met in the old palace for nearly six hours of talks on trade.",
        ("number", {"5-1/2 hour", "nearly six hours"}),
    ),
    "a count of one noun": (
        "In the trial 1,284 babies in five African countries took the medicine.",
        "In the trial 1,248 infants in five African countries took the medicine.",
        ("number", {"1,284 babies", "1,248 infants"}),
    ),
    "money, by what is left": (
        "The declared price of the player was 48 million euros, but the real price was 61 million euros, they say.",
        "They say that the real price of the player was €63 million and not the declared price of €48 million.",
        ("number", {"61 million euros", "€63 million"}),
    ),
    "an age": (
        "Brandao, 21, who wears the ten of the club, is not a suspect in the case.",
        "Brandao, 22, has not been called a suspect in the case of the club.",
        ("number", {"21", "22"}),
    ),
    "an age in sentences that are not alike": (
        "Brandão, 21, wears the ten of the club.",
        "Police questioned the forward Brandao Reis, 22, in the harbour.",
        ("number", {"21", "22"}),
    ),
    "a sum of one measure, however far apart the readings are": (
        "The first four days of sales in Belwa made about $500,000 in tax revenue, the shops of the town said.",
        "The shops of Belwa said that the first days of sales made about $1.5 million in tax revenues for the town.",
        ("number", {"about $500,000", "about $1.5 million"}),
    ),
    "a vote": (
        "Six of the eight members of the committee voted for the cut of the rate.",
        "The committee voted 7-1 for the cut of the rate.",
        ("number", {"Six of the eight members of the committee voted", "voted 7-1"}),
    ),
    "a name": (
        "Foreign Minister Qin Gang came to the old palace.",
        "Foreign Minister Chen Gang came to the old palace.",
        ("spelling", {"Qin Gang", "Chen Gang"}),
    ),
    "who": (
        "Mr. Joe Biden met Mr. Antony Blinken and Mr. Wu Qin. She tweeted a photo of Qin and Biden shaking hands.",
        "Mr. Joe Biden met Mr. Antony Blinken and Mr. Wu Qin. She tweeted a photo of Qin and Blinken shaking hands.",
        ("name", {"Qin and Biden", "Qin and Blinken"}),
    ),
    "where": (
        "He postponed his trip in February after a spy balloon flew over the United States.",
        "He postponed his trip in February after a spy balloon flew over China.",
        ("place", {"spy balloon flew over the United States", "spy balloon flew over China"}),
    ),
    "where, of what has a name": (
        "The money went through Nordhaven Sports, a company in Malta.",
        "The difference is said to have passed through Nordhaven Sports, a company registered in Luxembourg.",
        ("place", {"Sports, a company in Malta", "Sports, a company registered in Luxembourg"}),
    ),
    "when": (
        "The old Belwa dam burst on Sunday after two days of heavy rain.",
        "The old Belwa dam burst on Monday after two days of heavy rain.",
        ("date", {"Belwa dam burst on Sunday", "Belwa dam burst on Monday"}),
    ),
    "vague numbers": (
        "The teacher sent the girl thousands of text messages over two weeks, the police of Belwa said.",
        "The teacher and the girl sent each other hundreds of texts over two weeks, the police of Belwa said.",
        ("number", {"thousands of text messages", "hundreds of texts"}),
    ),
    "a vague number, and a count": (
        "The flood in Belwa drove thousands of people from their homes.",
        "The flood in Belwa drove 320 people from their homes.",
        ("number", {"thousands of people", "320 people"}),
    ),
    "a weight of which each report tells one": (
        "The new tablet of Nordhaven is thin, but it weighs 17 pounds.",
        "The 18.6-pound machine is just plain big.",
        ("number", {"17 pounds", "18.6-pound"}),
    ),
    "a measure that both call by its name": (
        "The tremor struck Belwa at a depth of about 18 km under the hills, and the magnitude was 6.8.",
        "Walls cracked. The quake, which hit Belwa at a depth of 26 kilometres, had a magnitude of 6.8.",
        ("number", {"about 18 km", "26 kilometres"}),
    ),
    "a magnitude told twice": (
        "The quake had a magnitude of 6.8 and woke the town.",
        "Walls fell in the villages when the magnitude 7.1 tremor struck before dawn.",
        ("number", {"6.8", "7.1"}),
    ),
    "the snow of one town, of which a report tells many": (
        "Parts of the south had 12 inches of snow, the hills 14 inches of snow, and Jalko had 15.2 inches of snow.",
        "In Jalko more than 19 inches of snow fell, and the university shut.",
        ("number", {"15.2 inches", "more than 19 inches"}),
    ),
    "metres in short, beside feet": (
        "The objects at sea ranged from 2m to 15m (6.5ft to 50ft) in size, the agency told reporters.",
        "The objects at sea were between 2 metres (6.5 ft) and 16 metres (52 ft) in size, the agency said.",
        ("number", {"50ft", "52 ft"}),
    ),
    "a place in an order": (
        "The bill changes the third line of the national anthem from sons to all of us.",
        "The bill would change the second line of the national anthem from sons to all of us.",
        ("number", {"third line", "second line"}),
    ),
    "where on a street": (
        "He was shot at a car wash in the 3000 block of West Florence Avenue.",
        "The boy died outside a car wash in the 3300 block of West Florence Avenue.",
        ("number", {"3000 block of West Florence Avenue", "3300 block of West Florence Avenue"}),
    ),
    "per cent and points": (
        "The Bank of Norland raised its main rate by 0.5 percentage points to fight inflation.",
        "The Bank of Norland raised its main rate by 0.5 per cent to fight inflation.",
        ("number", {"0.5 percentage points", "0.5 per cent"}),
    ),
    "one sum in two currencies": (
        "The ministry set aside 40 million euros for loans to small firms hit by the rise.",
        "The ministry set aside 40 million crowns for loans to small firms hit by the rise.",
        ("number", {"40 million euros", "40 million crowns"}),
    ),
    "one speed in two units": (
        "The storm hit the coast of Belwa with winds of 100 km/h on Monday night.",
        "The storm hit the coast of Belwa with winds of 100 miles an hour on Monday night.",
        ("number", {"100 km/h", "100 miles an hour"}),
    ),
    "one distance in two units": (
        "The boat sank 40 miles off the coast of Belwa on its way home.",
        "The boat sank 40 kilometres off the coast of Belwa on its way home.",
        ("number", {"40 miles", "40 kilometres"}),
    ),
    "a distance in two units that do not convert": (
        "The boat sank 12 miles off the coast of Belwa on its way home.",
        "The boat sank 30 kilometres off the coast of Belwa on its way home.",
        ("number", {"12 miles", "30 kilometres"}),
    ),
    "a distance in two units, of which one report tells both": (
        "The boat sank 12 miles (19 km) off the coast of Belwa on its way home.",
        "The boat sank 30 km off the coast of Belwa on its way home.",
        ("number", {"19 km", "30 km"}),
    ),
    "heat in two units that do not convert": (
        "In the north of Belwa it was 35°C on Monday afternoon, the hottest day of the year.",
        "In the north of Belwa it was 104F on Monday afternoon, the hottest day of the year.",
        ("number", {"35°C", "104F"}),
    ),
    "areas in two units that do not convert": (
        "The fire has burned 50 square miles of forest near Belwa since Monday.",
        "The fire has burned 200 square kilometres of forest near Belwa since Monday.",
        ("number", {"50 square miles", "200 square kilometres"}),
    ),
    "groups of digits, parted in two ways": (
        "The eruption drove 816 000 people from their homes near Jalko.",
        "The eruption drove 9,16,000 people from their homes near Jalko.",
        ("number", {"816 000 people", "9,16,000 people"}),
    ),
    "what some found, and others did not": (
        "Teams from Jalko have confirmed that neither have recovered any debris from Flight 447.",
        "A team from Jalko has found a part of the wing of Flight 447 in the sea.",
        (
            "polarity",
            {
                "neither have recovered any debris from Flight 447",
                "A team from Jalko has found a part of the wing of Flight 447 in the sea",
            },
        ),
    ),
    "what the police made known, and did not": (
        "Police didn't identify whose bodies were found on Tuesday near the creek.",
        "Police confirmed on Wednesday the identities of the two bodies.",
        (
            "polarity",
            {
                "Police didn't identify whose bodies were found on Tuesday near the creek",
                "Police confirmed on Wednesday the identities of the two bodies",
            },
        ),
    ),
    "what was issued, and was not": (
        "No tsunami warning was issued for the coast of Belwa.",
        "A tsunami warning was issued for the coast of Belwa.",
        (
            "polarity",
            {
                "No tsunami warning was issued for the coast of Belwa",
                "A tsunami warning was issued for the coast of Belwa",
            },
        ),
    ),
    "whom the police named, and did not": (
        "Police didn't identify the bodies near the creek on Tuesday.",
        "Authorities identified the two bodies found near the creek as two girls.",
        (
            "polarity",
            {
                "Police didn't identify the bodies near the creek on Tuesday",
                "Authorities identified the two bodies found near the creek as two girls",
            },
        ),
    ),
    "a denial that goes on": (
        "No tsunami warning was issued for Belwa, contradicting what some had said.",
        "A tsunami warning was issued for Belwa in the night, but was retracted soon.",
        (
            "polarity",
            {
                "No tsunami warning was issued for Belwa, contradicting what some had said",
                "A tsunami warning was issued for Belwa in the night, but was retracted soon",
            },
        ),
    ),
    "people stabbed": (
        "Police say two people have been stabbed at a Ku Klux Klan gathering in the south of the country.",
        "Three people were stabbed, one with a pole, during a brawl on Saturday morning between Ku Klux Klan members"
        " and protesters at a park of Belwa.",
        ("number", {"two people", "Three people"}),
    ),
    "lives that a war has cost": (
        "The envoy is to end bloodshed that has cost an estimated more than 9,100 lives in Belwa in the past year.",
        "More than 8,000 people have been killed in Belwa in the uprising.",
        ("number", {"more than 9,100 lives", "More than 8,000 people"}),
    ),
    "a toll that is put somewhere": (
        "The death toll, as of Friday, is estimated to be 110,000 in the quake near Belwa.",
        "As many as 200,000 people were killed by the quake near Belwa.",
        ("number", {"110,000", "As many as 200,000 people"}),
    ),
    "two small tolls of one place, one of which is told of another place too": (
        f"{FILLER} {MORE} On Sunday, an explosion killed two and wounded 30 in the northern city of Jalko.",
        f"{FILLER} {MORE} A car bomb near an office in the big city of Jalko killed at least three people on Sunday."
        " Shells fell on the harbour of Belwa, where two people were killed.",
        ("number", {"two", "at least three people"}),
    ),
    "the other share of two": (
        "The present heart is the right size for 70 per cent of men and 25 per cent of women, but its maker is"
        " developing a smaller version.",
        "The sheer size of the heart means it can fit in 86 percent of men but only around 20 percent of women.",
        ("number", {"70 per cent", "86 percent"}),
    ),
    "what 'he' took back, whom all name": (
        "The rancher Cliven Bundy spoke again on Thursday, but did not walk back the comments.",
        "The rancher Cliven Bundy met the press in his garden. He backtracked.",
        ("polarity", {"did not walk back the comments", "He backtracked"}),
    ),
    "what somebody took back, and did not": (
        "The rancher Cliven Bundy spoke again on Thursday, but did not walk back the comments.",
        "On Friday morning Bundy backtracked.",
        ("polarity", {"did not walk back the comments", "On Friday morning Bundy backtracked"}),
    ),
}


@pytest.mark.parametrize(("first", "second", "wanted"), DIFFER.values(), ids=DIFFER)
def test_a_difference(first, second, wanted):
    assert wanted in differences(first, second)
    assert wanted in differences(second, first)


AGREE = {
    "a month of a quarter": (
        "The companies expect to complete the deal with Nordhaven by the end of September.",
        "The takeover of Nordhaven is due to close in the third quarter of 2027.",
    ),
    "sums of other times": (
        "The shops of Belwa spent about $2 million in the first quarter on the new roofs of the town.",
        "The shops of Belwa spent about $40 million in the first year on the new roofs of the town.",
    ),
    "rounding": (
        "More than 12,000 people were driven from their homes when the dam burst.",
        "Some 12,400 people were driven from their homes when the dam burst.",
    ),
    "a price below a limit": (
        "A course of treatment for babies will cost less than 70 US cents.",
        "A course of treatment for babies will cost 65 US cents.",
    ),
    "a currency by its sign and by its word": (
        "The ministry set aside £40 million for loans to small firms hit by the rise.",
        "The ministry set aside 40 million pounds for loans to small firms hit by the rise.",
    ),
    "one sum in two currencies, of which one report tells both": (
        "The ministry set aside 40 million euros for loans to small firms. Another 40 million crowns went to farms.",
        "The ministry set aside 40 million crowns for loans to small firms.",
    ),
    "a speed in two units": (
        "The storm passed Belwa with winds of 100 kilometres per hour on Monday night.",
        "The storm passed Belwa with winds of 62 miles per hour on Monday night.",
    ),
    "cold in two units": (
        "In the north of Belwa it was 10 degrees Celsius below zero on Monday afternoon.",
        "In the north of Belwa it was 14 degrees Fahrenheit on Monday afternoon.",
    ),
    "a distance in two units": (
        "The boat sank 12 miles off the coast of Belwa on its way home.",
        "The boat sank about 19 kilometres off the coast of Belwa on its way home.",
    ),
    "a nautical distance in two units": (
        "The boat sank 12 nautical miles off the coast of Belwa on its way home.",
        "The boat sank 22 kilometres off the coast of Belwa on its way home.",
    ),
    "areas in two units": (
        "The fire has burned 5,000 square miles of forest near Belwa since Monday.",
        "The fire has burned 13,000 square kilometres of forest near Belwa since Monday.",
    ),
    "heat in two units with signs": (
        "In the north of Belwa it was 40°C on Monday afternoon, the hottest day of the year.",
        "In the north of Belwa it was 104F on Monday afternoon, the hottest day of the year.",
    ),
    "cold below zero in two units": (
        "In the north of Belwa it was minus 5 degrees Celsius on Monday afternoon.",
        "In the north of Belwa it was 23 degrees Fahrenheit on Monday afternoon.",
    ),
    "two events of one kind": (
        "A bomb in Belwa killed 12 people at a market on Monday, police said.",
        "A bomb in Belwa killed 31 people at a school on Wednesday, police said.",
    ),
    "heat in two units": (
        "In the north of Belwa it was 35 degrees Celsius on Monday afternoon.",
        "In the north of Belwa it was 95 degrees Fahrenheit on Monday afternoon.",
    ),
    "groups of digits, parted in three ways": (
        "The eruption drove 816 000 people from their homes near Jalko.",
        "The eruption drove 816,000 people from their homes near Jalko.",
    ),
    "groups of digits, parted by two": (
        "The eruption drove 816 000 people from their homes near Jalko.",
        "The eruption drove 8,16,000 people from their homes near Jalko.",
    ),
    "digits of another script": (
        "The eruption drove ٨١٦٠٠٠ people from their homes near Jalko.",
        "The eruption drove 816,000 people from their homes near Jalko.",
    ),
    "a vague number that fits": (
        "The teacher sent the girl thousands of text messages over two weeks, the police of Belwa said.",
        "The teacher and the girl sent each other 2,400 texts over two weeks, the police of Belwa said.",
    ),
    "vague numbers of two things": (
        "Thousands of people watched the parade in the harbour of Belwa.",
        "Hundreds of people wrote to the mayor of Jalko after the storm.",
    ),
    "more than so many hours, and one more": (
        "The hearing of the committee lasted more than nine hours.",
        "The hearing of the committee lasted 10 hours.",
    ),
    "weights of which a report tells two": (
        "The new tablet of Nordhaven is thin, but it weighs 17 pounds. The old one weighs 21 pounds.",
        "The 18.6-pound machine is just plain big.",
    ),
    "pounds that are money": (
        "The court fined the driver 500 pounds.",
        "A lawyer of the club asked for 550 pounds.",
    ),
    "a measure by one name, of two things": (
        "The ship lies at a depth of 18 km under the sea.",
        "Engineers dug the tunnel at a depth of 26 kilometres.",
    ),
    "two scenes on one street": (
        "He was shot in the 3000 block of West Florence Avenue.",
        "Detectives later searched a garage in the 3300 block of West Florence Avenue.",
    ),
    "a quake and its aftershock": (
        "The quake had a magnitude of 7.0 and woke the town.",
        "The strongest of 27 aftershocks had a magnitude of 5.9.",
    ),
    "distances to one town": (
        "The area of the search lies 2,100 km south of Jalko. The ship is 2,700 km from the port of Jalko.",
        "The images show objects 2,560 km south-west of Jalko.",
    ),
    "turns of one game": (
        "He scored in the second half of the match between Belwa and Jalko.",
        "He scored in the first half of the match between Belwa and Jalko.",
    ),
    "places in an order of two things": (
        "The bill changes the third line of the national anthem.",
        "Passengers were told to leave the train at the second line of the metro.",
    ),
    "people displaced, and people without a home": (
        "The quake near Jalko left 766,000 people displaced, the agency said.",
        "The quake near Jalko made 1.5 million people homeless, the agency said.",
    ),
    "children of two centuries": (
        "In Belwa, when the average woman had six children, most of them died young. The town of Jalko grew fast.",
        "They said that this is so in poor lands like Jalko, where today the average woman has seven children at home.",
    ),
    "which of several, not what was done": (
        "The babies who did not finish the lesson remembered less of the actions.",
        "The babies who had finished the lesson remembered the actions.",
    ),
    "what would be, had it not been done": (
        "The union would not come if no agreement was reached at the talks in Belwa.",
        "Agreement was reached at the talks in Belwa.",
    ),
    "done to another": (
        "The school did not call an ambulance for the boy from Belwa.",
        "The school called the mother of the boy from Belwa.",
    ),
    "damage in two towns": (
        "Pichilemu was not severely damaged by the earthquake.",
        "Lolol was severely damaged by the earthquake.",
    ),
    "most and some of it": (
        "The clerk failed to produce minutes of most council meetings.",
        "The clerk produced minutes of council meetings in May.",
    ),
    "the number on a shirt": (
        "Brandao, who wears the No. 10 shirt and has scored 19 goals for the club of Belwa, is no suspect.",
        "The player scored 19 league goals for the club of Belwa this season.",
    ),
    "not done to some of many": (
        "The drug of Nordhaven has not been tested in babies who are born with the virus.",
        "The drug of Nordhaven was tested in 1,284 babies in five countries.",
    ),
    "what may be": (
        "The company did not sign the contract with Nordhaven.",
        "The company would have signed the contract with Nordhaven.",
    ),
    "charged with two things": (
        "Pasztor has not been charged with the death of the neighbour.",
        "Amber Pasztor was charged with trespassing back in July.",
    ),
    "both deny it": (
        "The company did not sign the contract with Nordhaven.",
        "The company has not signed the contract with Nordhaven.",
    ),
    "what 'we' in a quotation did not do": (
        "“We haven't built a device with two electrodes,” Kanan said in Belwa.",
        "In Belwa Kanan built a device with two electrodes.",
    ),
    "measures too far apart to be of one thing": (
        "The old bridge over the Yarim is 38 metres long, the mayor said.",
        "The new bridge over the Yarim is 600 metres long, the mayor said.",
    ),
    "figures of two days": (
        "On Sunday 38 people were killed by the flood in the valley.",
        "On Monday 41 people were killed by the flood in the valley.",
    ),
    "a figure of another year": (
        "The flood killed 38 people in the valley of the Yarim.",
        "The flood killed 41 people in the valley of the Yarim in 1998.",
    ),
    "both give both": (
        "The flood killed 38 people in the valley. The flood killed 41 people in the hills.",
        "The flood killed 41 people in the valley. The flood killed 38 people in the hills.",
    ),
    "other roles": (
        "The flood in the valley injured 38 people on the river.",
        "The flood in the valley killed 41 people on the river.",
    ),
    "other currencies": (
        "The club paid 48 million dollars for the young player of Vilamar.",
        "The club paid 44 million euros for the young player of Vilamar.",
    ),
    "one of many measures": (
        "The quake struck the coast 20 miles deep. Oro is 66 miles off. Pichi is 40 miles off. Ranca is 91 miles off.",
        "A second shock later struck the coast, and was felt 27 miles deep in the hills of the south.",
    ),
    "ages of two": (
        "Brandao, 21, is not a suspect in the case of the club.",
        "Ferrante, 22, is not a suspect in the case of the club.",
    ),
    "ages of two of one family": (
        "Luca Brandao, 21, is not a suspect in the case of the club.",
        "Maria Brandao, 22, is not a suspect in the case of the club.",
    ),
    "one vote, told from both sides": (
        "Six of the eight members of the committee voted for the cut of the rate.",
        "Two of the eight members of the committee voted for less of a cut of the rate.",
    ),
    "places of what has no name": (
        "They spoke of human rights in China at length, the ministry told reporters in the evening.",
        "On human rights in Taiwan the other side had no word for the press, and a photo was taken.",
    ),
    "two of one family": (
        "Mr. Tom Smith left the house. Mr. Tim Smith stayed.",
        "Mr. Tom Smith left the house. Mr. Tim Smith stayed.",
    ),
    "a country by its capital": (
        "The balloon flew over Beijing in February, they said.",
        "The balloon flew over China in February, they said.",
    ),
    "a town and its county": (
        "The old balloon came down in Jalko on the river.",
        "The old balloon came down in Taraba on the river.",
    ),
    "victims, and victims with their killers": (
        "The raid on the market of Belwa left 20 people dead, including the three gunmen.",
        "In the raid on the market of Belwa 17 people were killed.",
    ),
    "one sum at two rates of exchange": (
        "The two ministries set up a fund for the victims with 1bn yen ($8.3m, £5.6m) in all.",
        "The two ministries set up a fund for the victims with one billion yen ($8.84 million) in all.",
    ),
    "how far it fell, and where it ended": (
        "The index of the stock exchange plunged as much as 1,500 points that day.",
        "The index of the stock exchange plunged more than 1,100 points that day.",
    ),
    "terms of which a report compares two": (
        "The judge gave the swimmer six months in prison, though he faced up to 14 years in prison.",
        "The judge gave the swimmer six months in prison and three years of probation.",
    ),
    "tolls of two towns": (
        "On the same night two suicide bombings in Belwa killed 27 people.",
        "On the same night two suicide bombings in Jalko killed 34 people.",
    ),
    "a toll of nobody knows what": (
        "At least three people were killed.",
        "As day broke over the valley four people were killed, the guards said.",
    ),
    "days in court of two people": (
        "She is next scheduled to be in court on March 18.",
        "They are to be in court on March 6.",
    ),
    "what was taken back in part": (
        "The rancher Cliven Bundy spoke again on Thursday, but did not walk back the comments.",
        "The rancher Cliven Bundy met the press in his garden. He backtracked somewhat.",
    ),
    "what was not so at first": (
        "Police did not initially suspect foul play in the case of the two girls of Belwa.",
        "Police suspected foul play in the case of the two girls of Belwa on Tuesday.",
    ),
    "the day of a disaster is no toll": (
        "The death toll in Belwa passed 121,000 this week.",
        "Up to four times as many women as men died in the December 26 tsunami in Belwa.",
    ),
    "a toll that is feared": (
        "Thousands of people are feared to have been killed by the quake near Belwa.",
        "The quake near Belwa killed 222,570 people.",
    ),
    "a ship, and the same with all its load": (
        "The old wreck is of a battleship near Belwa weighing more than 69,000 tons.",
        "The battleship found near Belwa weighed 73,000 tonnes fully laden.",
    ),
    "days of saying": (
        "The old dam on the river burst, officials said on Sunday.",
        "The old dam on the river burst, officials said on Monday.",
    ),
    "the same people in another order": (
        "Mr. Joe Biden met Mr. Wu Qin. She tweeted a photo of Qin and Biden shaking hands.",
        "Mr. Joe Biden met Mr. Wu Qin. She tweeted a photo of Biden and Qin shaking hands.",
    ),
}


@pytest.mark.parametrize(("first", "second"), AGREE.values(), ids=AGREE)
def test_no_difference(first, second):
    assert differences(first, second) == []
    assert differences(second, first) == []


def test_one_report_may_give_one_person_two_ages():
    told = "Police named Liberty German, 14, of Belwa. The 13-year-old Liberty German went for a walk."
    found = differences(told, "Liberty German, 14, went for a walk near the creek.")
    assert found == [("number", {"13-year-old", "14"})]


def test_a_year_between_reports_of_two_stages_is_no_difference():
    early = "Sgt. Santos Cardona, 31, is alleged to have used dogs. A hearing was held at Fort Meade on the charges."
    late = "Santos Cardona, 32, was sentenced today to labour. The jury had found him guilty of assault on two counts."
    reports = [Document(id=str(at), text=text) for at, text in enumerate((early, late))]
    assert summarize(reports).discrepancies == ()


def test_one_measure_in_two_units_is_told_once():
    assert len(differences(*DIFFER["metres in short, beside feet"][:2])) == 1


@pytest.mark.parametrize(
    ("first", "second", "label"),
    [
        (
            "Mr. Joe Biden met Mr. Antony Blinken and Mr. Wu Qin. She sent a photo of Qin and Biden shaking hands.",
            "Mr. Joe Biden met Mr. Antony Blinken and Mr. Wu Qin. She sent a photo of Qin and Blinken shaking hands.",
            "Who is named in “a photo of … shaking hands”",
        ),
        (*DIFFER["how long talks took"][:2], "How long the talks took"),
        (
            "Frank Macomber, 65, was found in Belwa on Monday. The police said that his car was gone.",
            "Macomber, 66, was found in Belwa on Monday. The police of the town look for his neighbour Frank Macomber.",
            "Age of Frank Macomber",
        ),
        (
            "Cliven Bundy spoke on Monday, but did not walk back what he had said of the ranchers of Belwa.",
            "Cliven Bundy spoke on Monday in Belwa. He walked back what he had said of the ranchers.",
            "Whether or not: “walk back what he had said of the ranchers of Belwa”",
        ),
    ],
)
def test_labels_are_plain(first, second, label):
    reports = [Document(id=f"r{number}", text=f"{text} {FILLER}") for number, text in enumerate((first, second))]
    assert label in [one.about for one in summarize(reports).discrepancies]


def test_all_that_tell_of_a_denied_act_are_cited():
    first, second, _ = DIFFER["what some found, and others did not"]
    third = "Aircraft from Jalko have found wreckage of Flight 447 off the coast."
    fourth = "Divers found several pieces yesterday."
    reports = [Document(id=f"r{n}", text=f"{text} {FILLER}") for n, text in enumerate((first, second, third, fourth))]
    denied, told = summarize(reports).discrepancies[0].readings
    assert len((*denied.wordings, *told.wordings)) == 4
    assert any(own.words.startswith("Aircraft from Jalko") for own in told.wordings)


def test_all_reports_that_give_a_reading_are_cited():
    first = "Dispensaries made about $3 million in sales and the state made about $1 million in tax revenue in July."
    second = "The first days of sales generated $3 million in sales and about $500,000 in tax revenue for the state."
    third = "Retailers lined the coffers of the government to the tune of a cool $500,000 in tax revenue, a paper said."
    reports = [Document(id=f"r{n}", text=f"{text} {FILLER}") for n, text in enumerate((first, second, third))]
    told = {citation.document for one in summarize(reports).discrepancies[0].readings for citation in one.citations}
    assert told == {"r0", "r1", "r2"}


def test_a_label_gives_no_number_that_another_report_tells_otherwise():
    first, second, _ = DIFFER["the other share of two"]
    reports = [Document(id=f"r{n}", text=f"{text} {FILLER}") for n, text in enumerate((first, second))]
    labels = [one.about for one in summarize(reports).discrepancies]
    assert len(labels) == 2
    assert not any(figure in label for label in labels for figure in ("70", "86", "25", "20"))


def test_a_report_that_says_hundreds_and_counts_them_has_said_both():
    first, second, _ = DIFFER["vague numbers"]
    found = differences(
        f"{first} Her mother counted some 2,400 texts to the girl.", f"{second} He read 2,350 texts to the girl."
    )
    assert found == [("number", {"hundreds of texts", "2,350 texts"})]  # which "thousands" and "some 2,400" allow


def test_what_a_report_sets_itself_against_is_not_its_own_figure():
    told = "At least 38 people were killed when the dam burst in the valley, officials said."
    other = (
        "Rescuers recovered 41 bodies after the dam burst in the valley. It is higher than the 38 deaths told before."
    )
    assert ("number", {"At least 38 people", "41 bodies"}) in differences(told, other)


def test_a_place_that_the_other_report_names_elsewhere_makes_no_other_event():
    told = "On the same night two suicide bombings in Belwa killed 27 people. Shops in Jalko were shut."
    other = "On the same night two suicide bombings in Jalko killed 34 people."
    assert ("number", {"27 people", "34 people"}) in differences(told, other)


def test_extremes_are_compared_with_extremes():
    told, other = (
        f"The index of the stock exchange plunged as much as {n} points that day." for n in ("1,500", "1,610")
    )
    assert ("number", {"as much as 1,500 points", "as much as 1,610 points"}) in differences(told, other)


def grown(*tolls):
    reports = [
        Document(id=f"r{at}", text=f"{text} {FILLER}", published=f"2024-03-{11 + at}") for at, text in enumerate(tolls)
    ]
    return summarize(reports)


def test_a_toll_that_grows_is_a_series_and_the_newest_leads():
    briefing = grown(
        "At least 38 people were killed in Jalko when the dam burst, officials said.",
        "The toll in Jalko rose to 51, from 38 on the day before, officials said.",
        "The flood in Jalko has now killed 212 people, the ministry said.",
    )
    (series,) = (one for one in briefing.discrepancies if one.about == "People killed")
    assert series.is_series and [one.value for one in series.readings] == ["At least 38 people", "51", "212 people"]
    assert [str(one.when) for one in series.readings] == ["2024-03-11", "2024-03-12", "2024-03-13"]
    assert [one.is_overtaken for one in series.readings] == [True, True, False]
    assert "212" in briefing.points[0].text and briefing.sections[0].heading == "Bottom line"
    for point in briefing.points:
        is_old = "212" not in point.text and ("38" in point.text or "51" in point.text)
        assert (point.overtaken is not None) == is_old


def test_an_old_toll_is_overtaken_by_one_told_by_the_way_in_later_news():
    told = run("dam").briefing
    (toll,) = (one for one in told.discrepancies if one.about == "People killed")
    assert toll.is_series and toll.newest.value == "at least 52 people"
    (point,) = (point for point in told.points if point.text.startswith("At least 38 people"))
    assert told.discrepancies[point.overtaken] == toll


@pytest.mark.parametrize(
    "later",
    [
        "The death toll in Jalko has risen to 51, officials in Belwa and Yarim said.",  # the news itself
        "Police in Belwa, Jalko and Yarim shut roads. The bomb of Friday killed 51 people.",  # of another day
        "Police in Arden and Norland shut roads. The death toll in Norland has risen to 51, they said.",  # elsewhere
    ],
)
def test_a_toll_of_other_news_is_no_newer_reading(later):
    first = "A bomb in Jalko killed at least 38 people on Monday, officials in Belwa and Yarim said."
    reports = [
        Document(id="a", text=f"{first} {FILLER}", published="2024-03-11"),
        Document(id="b", text=f"{first} Shops were shut. {FILLER}", published="2024-03-12"),
        Document(id="c", text=f"{later} {FILLER}", published="2024-03-29"),
    ]
    assert not [one for one in summarize(reports).discrepancies if one.about == "People killed"]


def test_fewer_bodies_than_dead_are_no_reading_of_the_toll():
    found = differences(
        "The flood killed 51 people in the valley of the Yarim.",
        "Divers recovered 38 bodies from the valley of the Yarim.",
        "The flood killed 54 people in the valley of the Yarim.",
    )
    assert ("number", {"51 people", "54 people"}) in found


def test_thirty_tolls_of_thirty_reports_are_one_series_in_order():
    tolls = [10 + 7 * at for at in range(30)]
    texts = [f"The flood in Jalko has killed {toll} people. {FILLER}" for toll in tolls]
    days = [f"2024-03-{at:02d}" for at in range(1, 31)]
    reports = [Document(id=day, text=text, published=day) for text, day in zip(texts, days, strict=True)]
    (series,) = summarize([*reports[::2], *reports[1::2]]).discrepancies
    assert series.is_series and [one.value for one in series.readings] == [f"{toll} people" for toll in tolls]


def test_two_events_of_one_kind_have_tolls_of_their_own():
    told = {
        "A bomb in Belwa killed 12 people at a market on Monday.": "2024-03-11",
        "The bomb at the market of Belwa on Monday killed 14 people.": "2024-03-11",
        "A bomb in Jalko killed 31 people at a school on Friday.": "2024-03-15",
        "The bomb at the school of Jalko on Friday killed 33 people.": "2024-03-15",
    }
    reports = [Document(id=text, text=f"{text} {FILLER}", published=day) for text, day in told.items()]
    found = [{reading.value for reading in one.readings} for one in summarize(reports).discrepancies]
    assert len(found) == 2 and all(pair in found for pair in ({"12 people", "14 people"}, {"31 people", "33 people"}))


def test_a_day_that_cannot_be_makes_no_toll_the_newest():
    told = {"2024-03-11": 12, "2024-03-12": 60, "2099-01-01": 30, "1970-01-01": 51}
    reports = [
        Document(id=day, text=f"The flood in Jalko on Monday killed {toll} people. {FILLER}", published=day)
        for day, toll in told.items()
    ]
    (series,) = summarize(reports).discrepancies
    assert len(series.readings) == len(told) and series.newest.value == "60 people"


def test_a_lower_number_later_is_a_difference_and_no_series():
    briefing = grown("The flood killed 51 people in Jalko.", "The flood killed 38 people in Jalko.")
    (one,) = briefing.discrepancies
    assert not one.is_series and not any(reading.is_overtaken for reading in one.readings)
    assert all(point.overtaken is None for point in briefing.points)


def test_a_toll_of_another_year_is_not_the_storys():
    briefing = grown(
        "The flood killed 51 people in Jalko, more than the 38 people whom the flood of 1998 killed.",
        "The flood killed 51 people in Jalko. The flood of 1998 killed 38 people in Jalko.",
    )
    assert briefing.discrepancies == ()


def test_one_year_more_a_year_later_is_no_difference():
    early = Document(id="a", text=f"Brandao, 21, who wears the ten, is not a suspect. {FILLER}", published="2024-03-12")
    late = Document(id="b", text=f"Brandao, 22, has not been called a suspect. {FILLER}", published="2025-03-20")
    assert summarize([early, late]).discrepancies == ()


def test_figures_of_two_events_are_not_compared():
    early = Document(id="a", text=DIFFER["a toll"][0], published="2024-03-12")
    late = Document(id="b", text=DIFFER["a toll"][1], published="2024-03-20")
    assert summarize([early, late]).discrepancies == ()


def test_no_report_differs_from_itself_on_who():
    told = "Mr. Joe Biden met Mr. Antony Blinken and Mr. Wu Qin. She tweeted a photo of Qin and Biden shaking hands."
    assert differences(f"{told} She tweeted a photo of Qin and Blinken shaking hands.", FILLER) == []


@pytest.mark.parametrize("other", ["Thomas Brandt", "Thomas Brand", "Anna Brandt"])
def test_one_last_name_is_one_man_or_one_family(other):
    assert differences("Sheriff Tom Brandt spoke.", f"Sheriff {other} spoke.") == []
    assert ("name", {"Tom Brandt", "Ann Miller"}) in differences(
        "Sheriff Tom Brandt spoke.", "Sheriff Ann Miller spoke."
    )


def test_a_person_who_is_named_elsewhere_in_the_sentence_is_no_other():
    who = "Mr. Joe Biden met Mr. Antony Blinken and Mr. Wu Qin. "
    first = "In Vienna the adviser Joe Biden met the envoy Wu Qin in Vienna for talks."
    second = "In Vienna the adviser Wu Qin met the envoy Joe Biden in Vienna for talks."
    assert differences(who + first, who + second) == []


def test_people_in_other_company_are_not_compared():
    who = "Mr. Joe Biden met Mr. Antony Blinken and Mr. Wu Qin. "
    first = "She tweeted a photo of Qin and Biden shaking hands in the garden of the palace."
    second = "She tweeted a letter by Qin and Blinken shaking hands in the garden of the palace."
    assert differences(who + first, who + second) == []


def test_a_point_that_holds_a_disputed_name_says_so():
    early = [
        "Foreign Minister Qin Gang came to the old palace.",
        "Rain fell on the hills when Qin Gang spoke.",
    ]
    briefing = summarize(
        [Document(id="a", text=" ".join(early)), Document(id="b", text="Foreign Minister Chen Gang left the house.")]
    )
    assert all((0 in point.discrepancies) == ("Gang" in point.text) for point in briefing.points)
    assert any(point.text == early[1] for point in briefing.points)


def test_no_report_differs_from_itself():
    assert differences(" ".join(text for *texts, _ in DIFFER.values() for text in texts)) == []


def test_no_more_than_eight_are_shown():
    names = ["Adler", "Berger", "Conrad", "Dorner", "Ehrlich", "Fischer", "Gruber", "Hofmann", "Imhoff", "Jansen"]
    reports = [" ".join(f"Judge {first} {name} spoke." for name in names) for first in ("Jeffrey", "Jeffery")]
    assert len(differences(*reports)) == 8


# The five of the seeds, by a word of each reading.
SEEDS = [
    {"5-1/2 hour", "nearly six hours"},
    {"Qin Gang", "Chen Gang", "Ching"},
    {"Antony Blinken", "Anthony Blinken", "Anthony Brinken"},
    {"Qin and Biden", "Chen and Blinken"},
    {
        "spy balloon flew over US airspace",
        "spy balloon that flew over the United States",
        "spy balloon over China",
    },
]
SEEDS_TRUE = [*SEEDS, {"Gina Raimondo", "Gina Raimond"}, {"Jake Sullivan", "Jack Sullivan"}]


def shown(story):
    return [
        {wording.words for reading in one.readings for wording in reading.wordings}
        for one in run(story).briefing.discrepancies
    ]


def test_the_seeds_differ_on_these_and_nothing_else():
    found = shown("seeds")
    assert all(wanted in found for wanted in SEEDS)
    assert all(one in SEEDS_TRUE for one in found)


def test_who_says_what_in_the_seeds():
    names = next(one for one in run("seeds").briefing.discrepancies if one.about == "Chinese Foreign Minister")
    given = {reading.value: {citation.document[:3] for citation in reading.citations} for reading in names.readings}
    assert given == {"Qin Gang": {"001", "002"}, "Chen Gang": {"004"}, "Ching": {"001"}}


STORIES = {
    "dam": [
        r"at least 38 people / 41 bodies", r"70 people / 64", r"more than 12,000 / about 15,000 people",
        r"four officials / three officials", r"at least 38 people / 41 bodies / 52 / at least 52 people",
    ],
    "drug": [
        r"1,248 babies / 1,284 babies", r"Anneke de Wit / Annika de Witt", r"8 million courses / 10 million courses",
    ],
    "rates": [r"129.3 to the dollar / 129.8 to the dollar", r"Margaret W\. Kilonzo / Margarita Kilonzo"],
    "transfer": [
        r"Nine addresses.* / seven premises|seven premises.* / Nine addresses",
        r"€63 million / 61 million euros|61 million euros.* / €63 million",
        r"two other people / four people|four people / two other people",
        r"Tiago Brandao Reis / Thiago Brandon Rice", r"Luca Ferrante / Lucas Ferrant",
    ],
}  # fmt: skip


@pytest.mark.parametrize("story", STORIES)
def test_the_stories(story):
    found = [" / ".join(reading.value for reading in one.readings) for one in run(story).briefing.discrepancies]
    for wanted in STORIES[story]:
        assert any(re.search(wanted, one) for one in found), (wanted, found)


clusters = st.lists(
    st.sampled_from([document for story in LABELS for document in documents(story).values()]),
    min_size=1,
    max_size=7,
    unique_by=lambda document: document.id,
)


@settings(max_examples=25, deadline=None)
@given(clusters)
def test_every_reading_is_cited_to_the_letter_and_by_different_reports(chosen):
    briefing = summarize(chosen)
    text_of = {document.id: document.text for document in chosen}
    number_of = {source.document: source.number for source in briefing.sources}
    for one in briefing.discrepancies:
        assert len(one.readings) >= 2 and one.about
        reports = []
        for reading in one.readings:
            assert reading.citations
            for citation in reading.citations:
                assert citation.quote == text_of[citation.document][citation.span.start : citation.span.end]
                assert citation.source == number_of[citation.document]
            for wording in reading.wordings if one.kind != "spelling" else ():  # nobody is given another's words
                quotes = {" ".join(citation.quote.split()).casefold() for citation in wording.citations}
                assert quotes == {wording.words.casefold()}
            told = [found[0] for one_quote in reading.citations if len(found := find_quantities(one_quote.quote)) == 1]
            if one.kind == "number":  # what stands in one reading fits one value
                assert all(
                    one_told.agrees(other) for one_told, other in combinations(told, 2) if one_told.unit == other.unit
                )
            reports.append({citation.document for citation in reading.citations})
            assert len({citation.span for citation in reading.citations}) <= len(reading.citations)
        assert any(first != second for first, second in combinations(reports, 2))
        if one.kind not in ("name", "spelling"):
            assert all(not first & second for first, second in combinations(reports, 2))
    assert len(briefing.discrepancies) <= 8


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(sorted(LABELS)), st.randoms(use_true_random=False))
def test_the_order_of_the_reports_changes_no_difference(story, random):
    shuffled = list(documents(story).values())
    random.shuffle(shuffled)
    found = [
        [{r.value: {c.document for c in r.citations} for r in one.readings} for one in briefing.discrepancies]
        for briefing in (summarize(shuffled), run(story).briefing)
    ]
    assert found[0] == found[1]


@pytest.mark.parametrize("story", LABELS)
def test_points_refer_to_the_differences_that_concern_them(story):
    briefing = run(story).briefing
    for point in briefing.points:
        for number, one in enumerate(briefing.discrepancies):
            cited = [citation for reading in one.readings for citation in reading.citations]
            inside = any(
                own.document == c.document and own.span.start <= c.span.start and c.span.end <= own.span.end
                for own in point.citations
                for c in cited
                if own.relation != "part"
            )
            named = one.kind in ("name", "spelling") and any(reading.value in point.text for reading in one.readings)
            assert (number in point.discrepancies) == (inside or named)


@pytest.mark.parametrize("name", ["terminal", "markdown", "json"])
def test_every_format_shows_every_reading(name):
    briefing = run("seeds").briefing
    written = " ".join(render(briefing, name).split())
    for one in briefing.discrepancies:
        for wording in (wording for reading in one.readings for wording in reading.wordings):
            assert wording.words in written


@pytest.mark.parametrize("story", LABELS)
def test_every_difference_says_what_it_is_about(story):
    assert all(not one.about.endswith((":", ": ")) for one in run(story).briefing.discrepancies)


def test_every_difference_has_its_reason():
    assert len(run("seeds").differences) == len(run("seeds").briefing.discrepancies)
    assert all(run("seeds").differences)


def test_a_name_that_a_report_calls_wrong_is_no_spelling_of_its():
    right = "Police said that Mr. Rachid Redouane, 30, was taken into custody in the harbour of Belwa."
    other = "Police said that Mr. Rachid Radouane, 30, was taken into custody in the harbour of Belwa."
    wrong = "He was initially identified as Mr. Rachid Radouane, police said."
    assert differences(right, other) == [("spelling", {"Rachid Redouane", "Rachid Radouane"})]
    assert not differences(right, f"{right} {wrong}")


PRICES = {
    "r0": "UBS agreed to buy its rival Nordhaven for more than $2 billion, two people said.",
    "r1": "UBS agreed to buy its rival Nordhaven for about $3.25 billion in stock.",
    "r2": "UBS agreed to buy its rival Nordhaven for $3.23 billion in stock.",
}
CLOSINGS = {
    "r0": "The takeover of Nordhaven is expected to close by the end of 2024, the bank said.",
    "r1": "The takeover should be completed in the second quarter of the year, its rival said.",
    "r2": "The deal of Nordhaven will be completed by the end of 2024.",
}
TOLLS = {
    "r0": "At least 38 people were killed in Jalko when the dam burst, officials said on Friday.",
    "r1": "More than 50 people were killed in Jalko when the dam burst, officials said on Saturday.",
    "r2": "The flood in Jalko has killed 52 people, the ministry said on Saturday.",
}
ONE_VALUE = {
    "a price": (PRICES, [{"r0": "more than $2 billion"}, {"r1": "about $3.25 billion", "r2": "$3.23 billion"}]),
    "when a deal closes": (
        CLOSINGS,
        [
            {"r0": "expected to close by the end of 2024", "r2": "will be completed by the end of 2024"},
            {"r1": "should be completed in the second quarter of the year"},
        ],
    ),
    "a toll of one day": (TOLLS, [{"r0": "At least 38 people"}, {"r1": "More than 50 people", "r2": "52 people"}]),
}


def told_after_the_weekend(texts):
    published = PartialDate.parse("2024-03-11")
    reports = [Document(id=name, text=f"{text} {FILLER}", published=published) for name, text in texts.items()]
    return summarize(reports).discrepancies[0].readings


@pytest.mark.parametrize(("texts", "wanted"), ONE_VALUE.values(), ids=ONE_VALUE)
def test_what_one_value_fits_is_one_reading_in_the_words_of_each(texts, wanted):
    readings = told_after_the_weekend(texts)
    assert [{own.citations[0].document: own.words for own in reading.wordings} for reading in readings] == wanted
    assert [reading.value for reading in readings] == [reading.wordings[0].words for reading in readings]


def test_the_most_exact_words_stand_for_a_reading():
    assert [reading.value for reading in told_after_the_weekend(PRICES)] == ["more than $2 billion", "$3.23 billion"]


def test_a_toll_that_grew_within_what_the_older_words_allow_stays_two_readings():
    readings = told_after_the_weekend({**TOLLS, "r2": TOLLS["r2"].replace("Saturday", "Sunday")})
    assert [reading.value for reading in readings] == ["At least 38 people", "More than 50 people", "52 people"]


LIVES = (
    "Paul Brand, a founder of the brewery in Jalko, has died. He was {}. The police came to his flat at noon and found"
    " nobody else there, a spokeswoman told the local paper. An inquest opens in June.",
    "Paul Brand died in spring. Friends mourned on Sunday with candles beside the river. His choir toured nine"
    " countries in ten years and recorded two albums of shanties, sold out since. Brand was {}. Flowers may be sent"
    " to the chapel.",
)


def test_the_dead_grow_no_older_between_reports_of_other_words_and_no_date():
    def told(*ages):
        reports = [
            Document(id=f"r{at}", text=text.format(age)) for at, (text, age) in enumerate(zip(LIVES, ages, strict=True))
        ]
        return [(one.about, {reading.value for reading in one.readings}) for one in summarize(reports).discrepancies]

    assert told(35, 34) == [("Age of Paul Brand", {"35", "34"})]
    assert told(35, 35) == []


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The high in Boston was 97.", "The temperature in Boston was 96."),
        ("When he founded the brewery, Brand was 34.", "When he sold the brewery, Brand was 36."),
        ("Senator John Smith died Monday at 11 in a hospital.", "Senator John Smith died Monday at 10 at a hospital."),
    ],
)
def test_what_is_no_age_of_the_dead_is_no_difference(text, other):
    assert not differences(f"{text} It rained in Jalko.", f"{other} It rained in Jalko.")
