"""Captions of pictures and videos that stand in a line with their credit are no story."""

import pytest

from summarizer import Document
from summarizer.readers.documents import prepare_document

BODY = (
    "The minister said on Monday that the talks in the capital had gone well for both of the countries.\n"
    "Officials of the two governments are going to meet again before the end of the year, she added."
)


def cleaned(text):
    return prepare_document(Document(id="a", text=text))


def kept(document):
    return [span.of(document.text) for span in document.kept]


@pytest.mark.parametrize(
    "line",
    [
        "The minister and her guest walk to the palace before the talks. (Jane Doe/The Alpine Gazette)",
        "The minister and her guest walk to the palace. (Jane Doe / Staff Photographer) Newsline",
        "Two of the cars were left at the gate of the palace for the night. Jane Doe/ALPN",
        "The talks are over, and the guests have left. Jane Doe and John Roe/ Gazette & Courier",
        "The minister walks to the palace on Monday. | Jane Doe/ALPINE Talks end well Both sides agree to meet again.",
        "The minister walks to the palace on Monday. | AP Photo Talks end well Both sides agree to meet again.",
        "The minister tells the guests at the palace that the talks are over. | azpn.com",
        "The minister opened the talks with a joke. Jane Doe has more. (Published Monday, June 19, 2023)",
        "The talks in the capital ended late at night, with little agreed. (June 19) AP",
        "The talks in the capital ended late at night, with little agreed. (June 19, 2023) Alpine Media",
        "CLOSE The talks in the capital went on all night. Here is what we know. Jane Doe, Gazette | gz.com",
        "The minister called for a pardon and was refused it two days later. Photograph: Jane Doe/Alpine Prod/ANB",
        "An old map of the town shows where the palace stood. Credit: Image courtesy Jane Doe",
        "The hall where the guests sat down on Monday. (Courtesy of the State Department)",
        "One of the halls where the guests sat down on Monday. (Department of State photo)",
        "The hall where the guests sat down on Monday (Photo courtesy of the State Department)",
        "The guests at the gate of the palace (Courtesy photo)",
        "The guests wave to the people at the gate of the palace. (Jane Doe/Reuters)",
        "The guests wave to the people at the gate of the palace. (Jane Doe/The Alpine Ledger, via AP, File)",
        "The guests wave to the people at the gate of the palace. (Jane Doe/AlpineStar) Newsline",
        "The minister waves to the people at the gate of the palace on May 8. | Getty",
    ],
)
@pytest.mark.parametrize("place", ["before", "after"])
def test_a_line_that_ends_with_who_made_its_picture_is_its_caption(line, place):
    document = cleaned(f"{line}\n{BODY}" if place == "before" else f"{BODY}\n{line}")
    assert kept(document) == BODY.split("\n")
    assert "photo credit" in [drop.rule for drop in document.dropped]


@pytest.mark.parametrize(
    "line",
    [
        "Of all who were asked, more than half were for the talks. (ABC News/Washington Post)",
        "They lost the final of the doubles to the two sisters from the old town (Jane Roe/Mary Roe).",
        "The law was changed in the spring, and the decree that goes with it is of the same week (May 4).",
        "The ministers were told of the photo: a palace in the snow, with nobody in it but the guards.",
        "The two of them paid the courtesy call that is due to the head of the state (and of the church).",
        "The team flew home on Sunday on a private jet (courtesy of the club’s new owner).",
        "“We are never going to give up... (Twitter) is the only place left,” the editor said.",
        "The bill had two sponsors, both of the east of the state. (Jane Doe/John Roe)",
        "Half of the voters back him in the latest poll. (Quinnipiac University/Marist College)",
        "The song is the one that the two of them wrote in an hour. (John Lennon/Paul McCartney)",
        "The match that was to be the last of the year ended in a draw. (Real Madrid/Barcelona)",
        "Figure 1: The number of people killed in the war has passed 10,000, the United Nations said on Monday.",
        "Figure 10. That is how many of the cars were sold in May, the company said.",
    ],
)
def test_sentences_that_end_much_like_it_are_story(line):
    assert kept(cleaned(f"{BODY}\n{line}"))[-1] == line


@pytest.mark.parametrize(
    ("front", "rest"),
    [
        ("BREAKING NEWS... (AP) ", "The prime minister of Alpinia lost a vote of confidence on Monday."),
        ("LONDON ... (Reuters) - ", "Shares fell for a third day on Monday."),
    ],
)
def test_what_follows_an_agency_at_the_front_of_a_line_is_story(front, rest):
    assert kept(cleaned(f"{front}{rest}\n{BODY}"))[0].endswith(rest)


@pytest.mark.parametrize(
    "title",
    [
        "Is the ceasefire over? | Reuters",
        "Five killed in Washington D.C. | BBC",
        "Five killed in Washington | Reuters",
        "What is it that the two of them are going to do next about the war? | Reuters",
        "What next for the U.S. Supreme Court/Congress fight",
    ],
)
def test_a_first_line_that_ends_with_an_outlet_or_a_pair_is_the_title(title):
    document = cleaned(f"{title}\n\n{BODY}")
    assert "photo credit" not in [drop.rule for drop in document.dropped]
    assert document.title is not None
    assert title.startswith(document.title)


CUT = (
    "The minister waves to the guests at the gate of the palace in the capital, Monday, June 19, 2023. More talks are"
    " going to follow before the end of the year, if all goes as the two... (Associated Press)"
)


@pytest.mark.parametrize("more", ["", f" {CUT}"])
def test_a_caption_that_its_page_cuts_short_is_none_of_the_story(more):
    document = cleaned(f"{CUT}{more}\n{BODY}")
    assert kept(document) == BODY.split("\n")


def test_the_agency_behind_a_caption_that_is_cut_short_is_the_credit_of_its_report():
    assert cleaned(f"{CUT}\n{BODY}").credit == "Associated Press"


@pytest.mark.parametrize(
    "line",
    [
        "Photos: The talks Photos: The talks The minister waves. Hide Caption 1 of 2 Photos: The talks Her guest waves"
        " back to her. Hide Caption 2 of 2",
        "Skip in Skip x Embed x Share The minister opened the talks in the capital with a joke about the weather.",
        "CLOSE Skip in Skip x Embed x Share The minister opened the talks with a joke about the weather.",
        "1 of 26 Full Screen Autoplay Close A look back View Photos The minister is to resign. June 19, 2023"
        " The minister speaks at the gate of the palace. Jane Doe Buy Photo Wait 1 second to continue.",
        "Figure 6: Two models of the lake under the palace. The depth of the water is shown. It is fed by a spring.",
    ],
)
def test_galleries_and_figures_are_none_of_the_story(line):
    document = cleaned(f"{BODY}\n{line}")
    assert kept(document) == BODY.split("\n")
    assert document.dropped[-1].rule in ("photo gallery", "photo credit")


def test_a_page_that_stands_in_one_line_behind_a_gallery_is_kept():
    line = f"Skip in Skip x Embed x Share {BODY} {BODY} {BODY} {BODY}".replace("\n", " ")
    assert kept(cleaned(f"{BODY}\n{line}"))[-1] == line


def test_a_report_that_is_nothing_but_a_caption_is_read():
    caption = "The minister and her guest walk to the palace before the talks. (Jane Doe/The Alpine Gazette)"
    assert kept(cleaned(caption)) == [caption]
