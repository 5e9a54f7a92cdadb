"""What people complained of in public, made again: each case with its right value."""

from functools import cache
from pathlib import Path

import pytest

from summarizer import Settings, read_documents, run_pipeline

CASES = Path(__file__).parent / "cases" / "field"


@cache
def run(case, *names):
    """The run of a case: of all its files, or of some."""
    paths = [CASES / case / name for name in names] or [CASES / case]
    return run_pipeline(read_documents(paths), Settings(words=400))


def sentences(case, *names):
    return [sentence.text for sentence in run(case, *names).sentences]


def points(case, *names):
    """What is printed, each point with the names of the files that it is cited to."""
    events = run(case, *names).events
    return {one.wording.text: set(one.documents) for event in events for one in event.statements}


def report(case, name):
    (document,) = read_documents([CASES / case / name])
    return document


@pytest.mark.parametrize(
    "name", ["a-left-frame-first.pdf", "b-right-frame-first.pdf", "c-rows.pdf", "d-rows-no-picture.pdf"]
)
def test_the_left_column_of_a_page_is_read_before_the_right_one(name):
    found = report("pdf-two-columns-with-picture", name)
    starts = ["The ferry Lady Anne", "Divers will", "The company that runs", "The ministry of transport"]
    places = [found.text.index(start) for start in starts]
    assert places == sorted(places)
    assert not [line for line in found.text.splitlines() if "Photo:" in line and "company" in line]
    assert (found.title, str(found.published)) == ("Ferry runs aground off Cape Tolland", "2024-03-19")


def test_words_that_are_set_apart_without_blanks_stay_apart():
    text = report("pdf-no-space-glyphs", "paper.pdf").text
    for words in ("84 passengers on board", "took all passengers ashore", "investigators that", "It was the third"):
        assert words in text


@pytest.mark.parametrize(
    "name",
    ["cp1252.txt", "utf16be-no-bom.txt", "utf16le-no-bom.txt", "utf8-one-bad-byte.txt", "gb2312-late-chinese.html"],
)
def test_a_report_is_read_whatever_its_encoding(name):
    text = report("encodings", name).text
    wanted = "“安妮夫人”号渡轮" if name.endswith("html") else "said — “nobody was badly hurt”."
    assert wanted in text
    assert text.count("\N{REPLACEMENT CHARACTER}") == (name == "utf8-one-bad-byte.txt")
    assert name.endswith("html") or "the ship left Åsund." in text


def test_an_article_in_an_aside_is_read_and_a_notice_about_cookies_is_not():
    text = report("article-inside-aside", "page.html").text
    assert text.startswith("The ferry Lady Anne")
    assert text.endswith("the union has called for an inquiry.")
    assert "ookie" not in text


def test_a_message_sent_on_is_that_of_its_author():
    found = report("mail-chains", "forwarded.eml")
    assert (found.author, found.outlet, str(found.published)[:10]) == ("Julia Clove", "Coastwire", "2024-03-18")
    printed = " ".join(points("mail-chains", "forwarded.eml"))
    assert "The captain, Ole Brandt" in printed
    assert not [word for word in (">>", "harbour master", "Tolland Lines", "tell me by noon") if word in printed]


def test_an_answer_is_not_dated_and_named_by_what_it_answers():
    found = report("mail-chains", "german-reply.eml")
    assert (found.outlet, str(found.published)[:10]) == (None, "2024-03-19")
    assert "Tolland Lines" not in found.text


def test_separators_of_other_places_are_read():
    printed = points("locale-separators")
    assert len(printed) == 4
    assert all(reports == {"a", "b"} for reports in printed.values())


def test_other_units_never_share_a_citation():
    printed = points("percent-vs-points")
    for words in ("0.5 percentage points", "0.5 per cent", "40 million crowns", "40 million euros"):
        assert [reports for text, reports in printed.items() if words in text] in ([{"a"}], [{"b"}])


def test_other_units_are_told_as_a_difference():
    told = [{reading.value for reading in one.readings} for one in run("percent-vs-points").briefing.discrepancies]
    pairs = [{f"{number} percentage points", f"{number} per cent"} for number in ("0.5", "10")]
    wanted = [*pairs, {"40 million euros", "40 million crowns"}]
    assert len(told) == len(wanted) and all(pair in told for pair in wanted)


def test_figures_and_names_that_change_places_are_no_confirmation():
    printed = points("figures-change-places")
    for words in ("killing 12", "killing 14", "Eastbridge beat", "rose from 4", "fell from 5"):
        assert [reports for text, reports in printed.items() if words in text] in ([{"a"}], [{"b"}])


def test_words_that_look_like_abbreviations_end_sentences():
    found = sentences("word-looks-like-abbreviation", "a.txt")
    for words in ("open in May.", "by the Fed.", "answer was no.", "fell ill."):
        assert [text for text in found if text.endswith(words)]


def test_french_forms_of_address_stay_with_their_names():
    found = sentences("fr-monsieur", "a.txt")
    assert "« Nous refusons la réforme », a dit M. Durand, délégué du personnel." in found
    assert "Mme Leroy et M. Bernard siégeront à la commission." in found
    assert "L'O.N.U. n'est pas concernée." in found


def test_a_chinese_quotation_stays_with_its_speaker():
    assert '"这是对的。"船长勃兰特说。' in sentences("chinese", "a.txt")


def test_a_quotation_over_paragraphs_has_one_speaker():
    said = [one for one in run("quote-over-paragraphs").sentences if "crack" in one.text or "four more" in one.text]
    assert [(one.speaker, one.flaws) for one in said if one.text.startswith("“")] == [("Dana Reiss", ())] * 2


def test_a_hyphen_or_an_accent_makes_no_other_name():
    found = run("name-order-and-forms")
    assert found.briefing.discrepancies == ()
    assert [{"a", "b"}] * 3 == list(points("name-order-and-forms").values())


def test_a_newsletter_prints_its_news_and_not_its_sponsor():
    printed = points("newsletter-with-advert")
    assert any("cod" in text for text in printed)
    assert any("Lady Anne" in text for text in printed)
    assert not [text for text in printed if "cruise" in text or "receiving this" in text]


def speakers(case):
    """Who is said to say what, by the beginning of the sentence."""
    return {sentence.text[:22]: sentence.speaker for sentence in run(case).sentences}


def test_quotations_keep_their_speakers():
    found = speakers("quote-after-described-speaker")
    named = [str(speaker) for start, speaker in found.items() if start.startswith(('"', "“", "Last night"))]
    assert not [speaker for speaker in named if "night" in speaker]
    wanted = ("Hugh Marl", "Khalid Noor", "Khalid Noor", "Shorty", "Ellen Voss", "Ellen Voss", "Tim Akers", "Voss")
    assert [each in speaker for each, speaker in zip(wanted, named, strict=True)] == [True] * len(wanted)


def test_a_dash_or_a_line_before_names_the_speaker():
    found = list(speakers("dash-and-heading-attribution").values())
    assert [name for name in found if name][:1] == ["Commissioner Geoff Starling"]
    assert {"Rosa Wendel", "Lena Fox", "Peter Loy"} <= set(found)


def test_speakers_are_found_by_other_verbs_too():
    found = speakers("verbs-nested-and-lost-marks")
    assert {"Jo Marsh", "Amy Lund", "Carr", "a spokesman"} <= set(found.values())
    assert found["Parents brought tea to"] is None


@pytest.mark.parametrize(
    ("case", "name", "day"),
    [
        ("comment-and-teaser-dates", "page.html", "2024-03-18"),
        ("published-and-updated-in-one-time", "page.html", "2024-03-18"),
        ("published-and-updated-in-one-time", "no-day-in-address.html", "2024-03-18"),
        ("ambiguous-numeric-dates", "b.txt", "2019-04-15"),
        ("ambiguous-numeric-dates", "c.txt", "2022-07-12"),
        ("ambiguous-numeric-dates", "d.html", "2022-12-07"),
        ("ambiguous-numeric-dates", "e-us.html", "2022-07-12"),
        ("ambiguous-numeric-dates", "f-no-lang.html", ""),
        ("feed-clock-of-the-outlet", "seoul.xml", "2024-03-19"),
        ("feed-clock-of-the-outlet", "auckland.xml", "2024-03-20"),
    ],
)
def test_a_report_has_the_day_that_it_states(case, name, day):
    assert str(report(case, name).published or "")[:10] == day


def test_the_weekday_of_an_event_is_that_of_the_outlet():
    for name, day in (("seoul.xml", "2024-03-19"), ("auckland.xml", "2024-03-20"), ("newsapi.json", "2024-03-20")):
        (first, *_) = run("feed-clock-of-the-outlet", name).events
        assert str(first.when.start) == day


def test_a_day_that_is_still_to_come_is_not_the_day_of_the_news():
    found = run("feeds", "same-story-twice-and-future.xml")
    assert len(found.origins) == 1
    assert "2099" not in str([event.when for event in found.events])


def test_a_live_blog_prints_nothing_withdrawn_and_each_entry_with_its_time():
    told = run("live-blog").briefing.points
    assert not [point.text for point in told if "Twelve" in point.text]
    entries = {"about 90 people": "09:15", "steering failed": "11:30", "All 84": "12:10", "a hole two": "16:40"}
    for words, clock in entries.items():
        (point,) = (point for point in told if words in point.text)
        assert str(point.citations[0].entry) == f"2024-03-18T{clock}+01:00"


def test_what_papers_tell_in_their_own_words_is_one_point_with_several_origins():
    (told,) = (one for one in run("one-event-in-many-words").briefing.points if "had closed the Sund" in one.text)
    backed = {one.document: one.backed.of(told.text) for one in told.citations if one.relation == "part"}
    assert backed.keys() == {"b", "d"}
    assert backed["d"] == "that it had closed the Sund to all shipping"
