from dataclasses import replace
from functools import cache

import pytest

from summarizer import Document
from summarizer.cleaning import boilerplate_rules as chrome
from summarizer.cleaning import boilerplate_rules as phrases
from summarizer.cleaning.page_lines import read_lines
from summarizer.errors import LanguageError
from summarizer.languages.data_sections import find_all_sections
from summarizer.readers.documents import prepare_document
from tests.timing import growth

BODY = (
    "The minister said on Monday that the talks in the capital had gone well for both of the countries.\n"
    "“No,” she said.\n"
    "Officials of the two governments are going to meet again before the end of the year, she added.\n"
)
CHROME = {
    "shortcode": "[ad_1]",
    "bare URL": "https://example.org/news/1 Talks went well",
    "share bar": "Share on WhatsApp",
    "menu": "Home | World | Politics | Sport",
    "call to share or follow": "Liked the story? Share it on social media!",
    "subscription": "Get our weekly free Must-Read newsletter.",
    "licence notice": "Copyright 2024 The Example Times. All rights reserved.",
    "syndication notice": "(This is an unedited and auto-generated story from a Syndicated News feed.)",
    "read also": "Read also | An earthquake shook the capital.",
    "reader comments": "Your email address will not be published. Required fields are marked *",
    "archive notice": "Crawl of outlinks from example.org started March, 2016. Properties of this collection follow.",
    "embedded post": "I have my pen ready. — Jane Doe (@jane_doe) May 16, 2017",
    "cookie notice": "We use cookies to improve your experience on this website.",
    "advertisement": "Advertisement",
    "view counter": "Views: 227",
    "date line": "06 June 2023 14:01",
    "byline": "By Jane Doe",
    "contact line": "Contact reporter Jane Doe (jane@example.org)",
    "agency tail": "(With inputs from PTI)",
    "photo credit": "photograph: Leah Millis/AFP/Pool",
    "interface text": "Back to top button",
    "foreign interface text": "Ссылка скопирована",
    "heading": "Talks in the capital go well",
}


def cleaned(text):
    return prepare_document(Document(id="a", text=text))


def kept(document):
    return [span.of(document.text) for span in document.kept]


@pytest.mark.parametrize(("rule", "line"), CHROME.items())
@pytest.mark.parametrize("place", ["before", "after"])
def test_each_rule_by_its_name(rule, line, place):
    document = cleaned(f"{line}\n{BODY}" if place == "before" else f"{BODY}{line}\n")
    assert kept(document) == BODY.strip().split("\n")
    assert [(drop.rule, drop.span.of(document.text)) for drop in document.dropped] == [(rule, line)]


FRONTS = {
    "dateline": "BEIJING, June 19 (AP) — ",
    "section label": "What’s new: ",
    "list mark": "- ",
}


@pytest.mark.parametrize(("rule", "front"), FRONTS.items())
def test_what_comes_off_the_front_of_a_line(rule, front):
    document = cleaned(front + BODY)
    assert kept(document) == BODY.strip().split("\n")
    assert [drop.rule for drop in document.dropped] == [rule]


@pytest.mark.parametrize(
    "line",
    ["Breaking News Emails Get breaking news alerts and special reports.", "Get the latest news alerts by e-mail."],
)
def test_offers_of_alerts_are_no_story(line):
    assert cleaned(f"{line}\n{BODY}").dropped[0].rule == "subscription"


@pytest.mark.parametrize(
    ("front", "rule"),
    [
        ("(CNN) - ", "dateline"),
        ("(CNN)", "dateline"),
        ("(HealthDay News) -- ", "dateline"),
        ("FORT WAYNE, Ind. (WANE) ", "dateline"),
        ("Tokyo (CNN) ", "dateline"),
        ("PARIS ", "dateline"),
        ("NEWTOWN, Conn. ", "dateline"),
        ("Updated | ", "section label"),
        ("LIVE BLOG ", "section label"),
        ("CLOSE ", "section label"),
        ("— ", "list mark"),
        ("--", "list mark"),
    ],
)
def test_other_fronts_of_a_line(front, rule):
    document = cleaned(front + BODY)
    assert kept(document) == BODY.strip().split("\n")
    assert [(drop.rule, drop.span.of(document.text)) for drop in document.dropped] == [(rule, front)]


@pytest.mark.parametrize(
    "front",
    [
        "The NATO (OTAN) spokesman: ",
        "NATO (the alliance) ",
        "(Some) ",
        "World Health (WHO) ",
        "Agents of PARIS ",
        "A U.S.-based ",
    ],
)
def test_brackets_in_a_sentence_are_no_dateline(front):
    assert kept(cleaned(front + BODY))[0].startswith(front.strip())


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Image copyright Getty Images Image caption The band broke up in 1980 after its drummer died", "photo credit"),
        ("Media playback is unsupported on your device Media caption The moment of the answer", "photo credit"),
        ("Caption The governor announced on Monday that he will drop out of the race.", "photo credit"),
        ("Image The speaker, Jane Doe, said on Wednesday that the lawyer had won.", "photo credit"),
        ("Enlarge this image toggle caption Jane Doe", "photo credit"),
        ("Photograph by Jane Doe", "photo credit"),
        ("/ Updated By Jane Doe", "byline"),
        ("Please turn on JavaScript. Media requires JavaScript to play.", "interface text"),
        ("Thank you for subscribing. View all Example Times newsletters.", "subscription"),
        ("Email Sign Up By signing up you agree to receive newsletters or alerts.", "subscription"),
        ("Welcome back. Please sign in", "subscription"),
        ("JUST WATCHED The talks in two minutes Replay More Videos ... MUST WATCH 02:23", "read also"),
        ("Embed The talks 3:08 autoplay Copy this code to your website or blog", "call to share or follow"),
        ("Salute to the king. A post shared by Jane (@jane) on Jun 20, 2017 at 10:33am PDT", "embedded post"),
        ("CORRECTION: An earlier version of this article misstated the name of the minister.", "syndication notice"),
        ("This story has been corrected. An earlier version of this article misstated a name.", "syndication notice"),
        (
            "• This article was amended on 5 June. An earlier version of this article gave a wrong day.",
            "syndication notice",
        ),
    ],
)
def test_more_furniture_by_name(line, rule):
    document = cleaned(f"{BODY}{line}\n")
    assert [(drop.rule, drop.span.of(document.text)) for drop in document.dropped] == [(rule, line)]


@pytest.mark.parametrize(
    "line",
    [
        '"They are somewhere," she said. "I do not know where. Miracles can happen. "',
        "\"And he wore sneakers. It was 'after all of that, I am going to wear sneakers.' \"",
        "The church teaches the principle of it, and the other one does not.[6]",
    ],
)
def test_how_else_a_sentence_may_end(line):
    assert kept(cleaned(BODY + line)) == [*BODY.strip().split("\n"), line]


@pytest.mark.parametrize(
    "line",
    [
        "The senator wrote of it to Jane Doe (@jane_doe), who had asked him on May 16, 2017.",
        "The Wayback Machine holds the page as it stood on the day before the talks were over.",
        "The museum of the town has a web crawl of all its pages, and shows it to those who ask.",
        "CLOSED roads kept the ministers from the talks in the capital for most of the day.",
    ],
)
def test_what_only_mentions_a_post_or_an_archive_stays(line):
    assert kept(cleaned(BODY + line)) == [*BODY.strip().split("\n"), line]


def test_a_link_at_the_end_of_a_paragraph_comes_off():
    document = cleaned(BODY.strip() + " [Image Gallery: The Town of the Talks]")
    assert kept(document) == BODY.strip().split("\n")
    assert [drop.rule for drop in document.dropped] == ["read also"]


@pytest.mark.parametrize("credit", ["PHOTOS: The life of the minister", "Pictures: the talks"])
def test_a_link_to_photos_makes_no_caption_of_the_story(credit):
    first, *rest = BODY.strip().split("\n")
    document = cleaned("\n".join([first, credit, *rest]))
    assert kept(document) == [first, *rest]


def test_a_title_before_a_credit_is_no_caption():
    document = cleaned(f"The talks end well for both\n(Photo: Jane Doe)\n{BODY}")
    assert document.title == "The talks end well for both"


def test_what_sums_up_the_story_is_no_title():
    document = cleaned(
        f"Talks end well for both\nStory highlights The talks went well for both of the countries\n{BODY}"
    )
    assert document.title == "Talks end well for both"


def test_a_list_of_stop_words_that_does_not_fit_loses_no_prose():
    # As of a page that states a wrong language: the first line alone holds words of the German list.
    lines = ["Some also die in an army in the war, in an instant, or in an office.", *BODY_LINES]
    assert kept(prepare_document(Document(id="a", text="\n".join(lines), language="de"))) == lines


def test_an_agency_comes_off_the_end_of_a_line():
    document = cleaned(BODY.strip() + " (Associated Press)")
    assert kept(document) == BODY.strip().split("\n")
    assert document.credit == "Associated Press"


def test_who_contributed_to_a_report_is_not_its_credit():
    document = cleaned(BODY.strip() + "\n\nThe Associated Press contributed to this report.")
    assert kept(document) == BODY.strip().split("\n")
    assert document.credit is None


def test_a_speaker_is_no_section_label():
    assert kept(cleaned(BODY + "Blinken Smith: We agree that the talks have gone well for all of us here."))[
        -1
    ].startswith("Blinken")


def test_everything_after_a_comment_form_is_dropped():
    document = cleaned(
        BODY + "Leave a Reply\nI think that the minister is quite right about the talks and about all the rest.\n"
    )
    assert kept(document) == BODY.strip().split("\n")


def test_a_count_of_comments_at_the_top_is_not_the_end():
    assert kept(cleaned(f"38 comments\n{BODY}")) == BODY.strip().split("\n")


def test_lines_broken_at_a_width_are_paragraphs():
    text = (
        "The minister said on Monday that the talks in the capital had\ngone well for both of the countries and "
        "that more of\nthem would follow before the end of the year, if all went as\nplanned.\n\n"
        "Officials of the two governments are going to meet again in the\nautumn, she added, and will speak about "
        "trade and about the\nfreedom of the seas between the two of them.\n"
    )
    assert [" ".join(paragraph.split()) for paragraph in kept(cleaned(text))] == [
        " ".join(paragraph.split()) for paragraph in text.strip().split("\n\n")
    ]


def test_a_text_of_one_short_sentence_is_a_story():
    assert kept(cleaned("The talks went well.")) == ["The talks went well."]


def test_cleaning_twice_changes_nothing():
    once = cleaned("Share this\n" + BODY)
    assert prepare_document(once) == once


BODY_LINES = [
    "Ukraine wants to become a member of NATO and of the European Union before the end of the decade.",
    "Negotiators will follow up on the proposal when they meet again in Geneva next month.",
    "Both governments share this view, although neither of them has said so in public.",
    "Netflix added five million subscribers in the quarter, more than analysts had expected it to.",
    "More than ten thousand people were expected to sign up for the programme in its first week.",
    "The novel, first published in 1960, was read at the funeral by the daughter of the author.",
    "Ministers may be broadcast live when they testify before the committee on Monday, the speaker said.",
    "The regulator fined the company over its privacy policy and the terms of service of its app.",
    "The treaty has not been modified since it was signed in the old capital by both of the kings.",
    "The plant is powered by solar panels that were made in the province, the mayor said.",
    "No army may enter the country without the prior consent of parliament, the court ruled on Friday.",
    "His licence is not valid in the state, and the results were not validated by the agency.",
    "More about the case was revealed on Monday, when the court unsealed the first of the documents.",
    "Copyright law in the European Union has been changed twice since the directive of 2001 was agreed.",
    "Bakers in the town sold more cookies than ever before, and the shops agree that it was the heat.",
    "The most important issue, the minister said, is the safety of the children at the school.",
    "Users who download the app are asked where they live, what they earn and whom they know.",
    "Families want to stay connected with those who were left behind on the other side of the river.",
    "Canada is going to join the discussion on the use of materials that harm the climate.",
    "With contributions from twelve states the fund has reached its goal a year before it had to.",
    "Ads on the network cost the party more than five million dollars in the last month alone.",
    "President Trump said via Twitter that he would not attend the meeting of the leaders in June.",
    "By Monday, 12 people had died.",
    "The police sent out notifications to the families of all who had been on board of the ship.",
]


@pytest.mark.parametrize("line", BODY_LINES)
@pytest.mark.parametrize("place", ["first", "inside", "last"])
def test_sentences_that_speak_of_such_things_are_story(line, place):
    first, *rest = BODY.strip().split("\n")
    lines = {"first": [line, first, *rest], "inside": [first, line, *rest], "last": [first, *rest, line]}[place]
    assert kept(cleaned("\n".join(lines))) == lines


def test_prose_of_a_language_without_a_list_of_stop_words_is_not_doubted_for_want_of_them():
    russian = (
        "Министр сказал в понедельник, что переговоры в столице прошли хорошо для обеих стран и скоро продолжатся."
    )
    item = "- Переговоры в столице прошли очень хорошо"
    document = prepare_document(Document(id="a", text=f"Главная\n\n{russian}\n\n{item}\n\n{russian}", language="ru"))
    assert kept(document) == [russian, item.removeprefix("- "), russian]


def test_what_a_sponsor_says_below_a_label_is_left_out_up_to_the_next_heading():
    news = "The ministry will cut the catch of cod by a fifth over the next two years, the minister said."
    text = "\n".join([
        news,
        "Presented by Blue Horizon",
        "Saving for the summer was never as simple as it is with the new account of Blue Horizon.",
        "Open yours today and we will send you a towel for the beach and a hat for the sun.",
        "Lifeboats bring all ashore",
        "Lifeboats from three harbours took all the passengers of the ferry ashore before noon on Monday.",
    ])  # fmt: skip
    document = prepare_document(Document(id="a", text=text, language="en"))
    assert [span.of(text) for span in document.kept] == [news, text.splitlines()[-1]]
    assert [drop.rule for drop in document.dropped] == ["advertisement", "advertisement", "advertisement", "heading"]


NEWS = (
    "The ministry will cut the catch of cod by a fifth over the next two years, the minister said.",
    "Lifeboats from three harbours took all the passengers of the ferry ashore before noon on Monday.",
)
COPY = "Sail away in comfort: book your cruise with Blue Horizon before Sunday and save 20 per cent."


@pytest.mark.parametrize(
    "label", ["ADVERTISEMENT", "Advertisement", "Sponsored", "Ad", "Brought to you by Blue Horizon"]
)
@pytest.mark.parametrize("more", [[], ["Call now for a free quote, and you will get a hat for the sun."]])
def test_what_an_advertisement_says_below_its_label_is_left_out(label, more):
    text = "\n\n".join([NEWS[0], label, COPY, *more, NEWS[1]])
    document = prepare_document(Document(id="a", text=text, language="en"))
    assert kept(document) == [*NEWS]
    assert [drop.rule for drop in document.dropped] == ["advertisement"] * (2 + len(more))


@pytest.mark.parametrize("label", ["ADVERTISEMENT", "Sponsored Content", "Supported by", "Presented by Acme"])
@pytest.mark.parametrize(
    "line",
    [
        NEWS[1],
        "You can use gestures to isolate one video, zoom in on it or show it to your friends in the room.",
        "“Book your tickets now and save 20 per cent,” the railway had told its passengers on Friday.",
        "Visitors to the islands can save 20 per cent on ferries from Monday on, the ministry of transport said.",
    ],
)
def test_the_story_goes_on_below_a_label_of_an_advertisement(label, line):
    assert kept(prepare_document(Document(id="a", text=f"{NEWS[0]}\n\n{label}\n\n{line}", language="en"))) == [
        NEWS[0],
        line,
    ]


@pytest.mark.parametrize(
    "line", ["Today’s newsletter is brought to you by Blue Horizon.", "This week's edition is presented by Acme"]
)
def test_who_pays_for_a_newsletter_is_no_news(line):
    news = "The ministry will cut the catch of cod by a fifth over the next two years, the minister said."
    assert kept(prepare_document(Document(id="a", text=f"{line}\n\n{news}", language="en"))) == [news]


def test_whoever_speaks_in_capitals_is_no_place():
    line = "LENA FOX, SHOP OWNER: “My trade would be gone in a week if the bridge were closed.”"
    assert kept(prepare_document(Document(id="a", text=f"{BODY}\n{line}", language="en")))[-1] == line


def test_a_label_of_an_advertisement_that_ran_into_a_line_comes_off_it():
    text = f"{NEWS[0]}\n\nADVERTISEMENT {NEWS[1]}"
    assert kept(prepare_document(Document(id="a", text=text, language="en"))) == [*NEWS]


def test_a_name_that_begins_with_the_word_keeps_it():
    line = "Advertisement Standards of Norland said on Monday that it would look into the case of the ferry firm."
    assert kept(prepare_document(Document(id="a", text=f"{NEWS[0]}\n\n{line}", language="en"))) == [NEWS[0], line]


@pytest.mark.parametrize("mark", ["\u200f", "\u200e", "\u200b", "\u202c", "\u2069", "\ufeff", "\u200b \u200b"])
def test_what_has_no_shape_of_its_own_takes_no_full_stop_from_a_line(mark):
    told = "The council of Jalko voted on Friday to close the old bridge for a whole year."
    document = prepare_document(Document(id="a", text=f"Bridge to close\n\n{mark}{told}{mark}\n\n{told}"))
    assert [span.of(document.text).strip(mark) for span in document.kept or ()] == [told, told]


SIGNS = ["■", " ■", " 🙏🏽", " 👩‍👩‍👧", "\ufffd", " ♦\ufe0f", " 🇺🇸 ✔"]


@pytest.mark.parametrize("sign", SIGNS)
def test_signs_behind_a_full_stop_are_no_part_of_its_sentence(sign):
    lines = BODY.strip().split("\n")
    document = cleaned("\n".join(line + sign for line in lines))
    assert kept(document) == lines
    assert {drop.rule for drop in document.dropped} == {"sign behind"}
    assert [drop.span.of(document.text).split() for drop in document.dropped] == [sign.split()] * 3


@pytest.mark.parametrize("end", [" café", " 中文", " 🙏"])
def test_signs_behind_no_full_stop_make_no_sentence(end):
    document = cleaned(f"{BODY}\nA heading of some words{end}\n")
    assert ("heading", f"A heading of some words{end}") in [
        (drop.rule, drop.span.of(document.text)) for drop in document.dropped
    ]


@pytest.mark.parametrize("mark", ["*", "**", "***", "_", "__"])
def test_marks_of_emphasis_around_a_line_come_off(mark):
    lines = BODY.strip().split("\n")
    document = cleaned("\n\n".join(f"{mark}{line}{mark}" for line in lines))
    assert kept(document) == lines
    assert {drop.rule for drop in document.dropped} == {"emphasis"}


@pytest.mark.parametrize("line", ["**The minister** said so on Monday, and **they** agreed in the end, he said.**"])
def test_marks_of_emphasis_within_a_line_stay(line):
    assert line in kept(cleaned(f"{BODY}{line}\n"))


@pytest.mark.parametrize("unit", ["A dog\n\nPhoto: AP\n\n", "Leave a reply\n\n", "a\n\n"])
def test_lines_take_no_longer_to_judge_than_they_grow(unit):
    def make(size):
        return lambda: cleaned(unit * (size // len(unit)))

    make(500)()
    assert any(growth(make, 40_000, 4, runs=runs) < 8 for runs in (1, 2, 3))


def test_lines_of_one_text_are_held_against_the_rules_once(monkeypatch):
    seen = []
    monkeypatch.setitem(chrome.RULES, "bare URL", lambda line: seen.append(line.text) or False)
    cleaned(BODY + "ab\n" * 1000)
    assert seen.count("ab") == 1


def test_furniture_of_every_language_applies_to_a_report(monkeypatch):
    (english,) = find_all_sections("page_furniture")
    read_also = {"read_also": "lesen sie => ^lesen sie auch\\b"}
    other = replace(english, language="de", values={**english.values, "phrases": english.values["phrases"] | read_also})
    (line,) = read_lines("Lesen Sie auch, was die Stadt im Herbst plant", "en")
    assert not chrome.RULES["read also"](line)
    monkeypatch.setattr(phrases, "find_furniture", cache(lambda: (phrases._read(english), phrases._read(other))))
    monkeypatch.setattr(chrome, "find_furniture", phrases.find_furniture)
    assert chrome.RULES["read also"](line)


def test_furniture_that_lacks_the_phrases_of_a_rule_is_named():
    (english,) = find_all_sections("page_furniture")
    misspelt = {("read_alsoo" if key == "read_also" else key): text for key, text in english.values["phrases"].items()}
    section = replace(english, values={**english.values, "phrases": misspelt})
    with pytest.raises(LanguageError, match="found nothing under 'read_also', wanted text; is 'read_alsoo' a misspell"):
        phrases._read(section)


@pytest.mark.parametrize("opening", ["Tuesday, January 18, 2005", "Tuesday, January 18, 2005 ", "2005-01-18: "])
def test_the_day_before_the_first_sentence_dates_the_report_and_is_no_part_of_its_story(opening):
    done = prepare_document(Document.from_text(opening + BODY), "en")
    assert str(done.published) == "2005-01-18"
    assert done.kept[0].of(done.text).startswith("The minister said")
    assert [drop.span.of(done.text) for drop in done.dropped if drop.rule == "dateline"] == [opening]


def test_days_before_several_lines_are_those_of_entries():
    lines = BODY.splitlines(keepends=True)
    done = prepare_document(
        Document.from_text(f"Friday, May 6, 2005 {lines[0]}\nSaturday, May 7, 2005 {lines[2]}"), "en"
    )
    assert done.kept[0].of(done.text).startswith("Friday")


def test_a_title_may_tell_the_day_where_nothing_else_does():
    title = "2005/01/08 Talks in the capital go well"
    assert str(prepare_document(Document.from_text(BODY, title=title), "en").published) == "2005-01-08"
    stated = Document.from_text(f"9 January 2005\n\n{BODY}", title=title)
    assert str(prepare_document(stated, "en").published) == "2005-01-09"
