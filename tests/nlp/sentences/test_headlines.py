import pytest

from summarizer.nlp.sentences.headlines import clean_headline, explains

FREED = {
    "a desk's label": ("LEAD 3: Dam bursts in eastern Nigeria", "Dam bursts in eastern Nigeria"),
    "a wire's label": ("UPDATE 2-Kenya holds its key rate", "Kenya holds its key rate"),
    "a second lead": ("2nd LEAD: Dam bursts in eastern Nigeria", "Dam bursts in eastern Nigeria"),
    "live updates before": ("Live updates: Dam bursts in Nigeria", "Dam bursts in Nigeria"),
    "live updates behind": ("Dam bursts in eastern Nigeria - live updates", "Dam bursts in eastern Nigeria"),
    "a remark in brackets": ("Dam bursts in eastern Nigeria (VIDEO)", "Dam bursts in eastern Nigeria"),
    "a day in figures": ("2005/01/08 Aid for the coast is late", "Aid for the coast is late"),
    "a site behind a line": ("Dam bursts in eastern Nigeria | The Daily Example", "Dam bursts in eastern Nigeria"),
    "a site behind a dash": ("Dam bursts in eastern Nigeria - Example News", "Dam bursts in eastern Nigeria"),
    "an address": ("Dam bursts in eastern Nigeria – example.com", "Dam bursts in eastern Nigeria"),
    "both": ("BREAKING: Dam bursts in Nigeria | World | Example", "Dam bursts in Nigeria"),
    "a dash of its own": (
        "Dam bursts in Nigeria – dozens are missing",
        "Dam bursts in Nigeria – dozens are missing",
    ),
    "nothing": ("US, Chinese officials hold talks in Beijing", "US, Chinese officials hold talks in Beijing"),
    "houses": ("Home prices fall for a third month", "Home prices fall for a third month"),
}


@pytest.mark.parametrize(("title", "headline"), FREED.values(), ids=FREED)
def test_a_headline_is_freed_of_what_is_not_its_own(title, headline):
    assert clean_headline(title, "en") == headline


NONE = {
    "shouting": "NIGERIA: BELWA DAM FAILURE, SITUATION AS OF TUESDAY NIGHT",
    "a file": "dam_failure_final.docx is here",
    "a name of a file": "report on the dam.pdf",
    "a site's own": "From Wikipedia, the free encyclopedia",
    "cut off": "Dam bursts in eastern Nigeria after...",
    "broken off": "Dam bursts in eastern Nigeria and the",
    "broken off behind its verb": "The zoo in the east of Nigeria is absolutely",
    "doubled": "Dam bursts in in eastern Nigeria",
    "a question": "Why did the dam in Nigeria burst?",
    "to the reader": "What you must know of the dam",
    "too short": "Dam bursts",
    "a text": "The dam in the east of the country burst " * 4,
    "an address": "https://example.com/dam bursts in the east",
    "a number without its unit": "The area, 125 northwest of Las Vegas, was a testing ground",
}


@pytest.mark.parametrize("title", NONE.values(), ids=NONE)
def test_no_headline(title):
    assert clean_headline(title, "en") is None


def test_a_script_without_spaces_is_not_too_short():
    assert clean_headline("尼日利亚东部大坝决口数十人失踪", "zh") == "尼日利亚东部大坝决口数十人失踪"


EXPLAINING = {
    "Why the dam in Nigeria burst": True,
    "Opinion: The dam was bound to burst": True,
    "Cup final: One day until the kick-off": True,
    "12 days to go: the town awaits the race": True,
    "Dam bursts one day until then held to be safe": False,
    "Analysis of the wall shows cracks in the dam": False,
}


@pytest.mark.parametrize(("headline", "wanted"), EXPLAINING.items(), ids=EXPLAINING)
def test_headlines_that_explain_judge_or_look_ahead(headline, wanted):
    assert explains(headline, "en") == wanted
