"""The main job: what the briefing of the five seeds says, and what it must not."""

import pytest

from summarizer import Settings
from summarizer.evaluation.sumy_baselines import extract
from tests.labelled_stories import LABELS, facts_in, labels, run


def text_of(sentences):
    return " ".join(sentence.text for sentence in sentences)


def test_the_seeds_make_a_clean_briefing():
    briefing = run("seeds").briefing
    assert 200 <= briefing.words <= 250
    chosen = {statement.wording for statement in run("seeds").chosen}
    assert all(not wording.flaws for wording in chosen)
    debris = [d for report in labels("seeds")["reports"].values() for d in (*report["debris"], *report["fragments"])]
    assert not [d for d in debris if any(d in point.text for point in briefing.points)]


def test_both_meetings_are_told():
    told = [point.text for section in run("seeds").briefing.sections for point in section.points]
    assert len(run("seeds").briefing.sections) == 4  # the bottom line, two events, background
    assert any("Blinken" in text for text in told)
    assert any("“candid and productive” and part" in text or "officials have held talks" in text for text in told)


@pytest.mark.parametrize("story", LABELS)
def test_more_facts_of_several_reports_than_textrank_at_the_same_length(story):
    shared = [fact for fact in labels(story)["facts"] if len(fact["reports"]) > 1]
    ours = [statement.wording for statement in run(story).chosen]
    textrank = extract("TextRank", run(story).sentences, Settings().words, "en")
    assert len(facts_in(text_of(ours), shared)) >= 1.25 * len(facts_in(text_of(textrank), shared))


def test_the_stories_together_carry_most_facts():
    """What the engine reaches over all labelled stories: less than a difference of two tells nothing."""
    carried = [len(facts_in(text_of(s.wording for s in run(story).chosen), labels(story)["facts"])) for story in LABELS]
    assert sum(carried) >= 59, dict(zip(LABELS, carried, strict=True))
