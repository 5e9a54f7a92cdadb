from itertools import combinations

import pytest

from summarizer import Document, Settings, run_pipeline
from summarizer.briefing.stories import part_stories
from summarizer.briefing.titles import BACKGROUND
from summarizer.cleaning.split_sentences import split_document
from summarizer.features.corpus import open_corpus
from summarizer.nlp.word_forms import common_words
from summarizer.readers.documents import prepare_document
from tests.labelled_stories import LABELS, documents, run

PAIRS = list(combinations(LABELS, 2))


def part(*reports):
    prepared = [prepare_document(report) for report in reports]
    sentences = []
    for report in prepared:
        sentences.extend(split_document(report, report.language or "en", first_id=len(sentences))[0])
    return parts_of(prepared, sentences)


def parts_of(reports, sentences):
    return part_stories(reports, open_corpus(sentences), common_words(sentence.text for sentence in sentences))


def undated(story):
    return [Document(id=f"{story}-{one.id}", text=one.text) for one in documents(story).values()]


@pytest.mark.parametrize("story", LABELS)
def test_one_story_is_not_parted(story):
    done = run(story)
    assert len(parts_of(done.documents, done.sentences)) == 1
    assert not any("stories that have little" in note for note in done.briefing.notes)


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_a_heap_of_two_stories_is_parted_into_them(pair):
    parts = part(*undated(pair[0]), *undated(pair[1]))
    assert {frozenset(part) for part in parts} == {frozenset(one.id for one in undated(story)) for story in pair}


def test_each_story_has_a_part_of_its_own_and_the_note_says_which_reports_tell_it():
    one, other = undated("dam"), undated("drug")
    briefing = run_pipeline([*one, *other], Settings(words=300)).briefing
    for section in briefing.sections:
        if not (section.heading or "").startswith(BACKGROUND):
            assert len({point.citations[0].document.partition("-")[0] for point in section.points}) == 1
    assert any(
        note == f"The reports tell of 2 stories that have little to do with each other: 1 to {len(one)}; "
        f"{len(one) + 1} to {len(one) + len(other)}."
        for note in briefing.notes
    )


def test_brief_reports_and_those_in_another_language_go_where_they_fit_best():
    one, other = undated("dam"), undated("drug")
    brief = Document(id="brief", text="The malaria drug for newborns was approved by the WHO on Thursday.")
    french = Document(
        id="french", text="Le barrage a cédé dimanche dans l'État de Taraba au Nigeria. " * 9, language="fr"
    )
    parts = part(*one, *other, brief, french)
    assert len(parts) == 2
    assert {next(name for name in part if "-" in name).partition("-")[0] for part in parts if "brief" in part} == {
        "drug"
    }
    assert {next(name for name in part if "-" in name).partition("-")[0] for part in parts if "french" in part} == {
        "dam"
    }


def test_what_lies_before_one_story_is_no_event_of_another():
    flood = "The old bridge of Jalko collapsed on 4 May after a long flood. Many houses were under water that day. "
    trial = "Nine jurors heard the banker Odd Lunde in court on 4 May. His lawyers spoke of a misread contract. "
    reports = [
        Document(id="flood", text=flood * 4, published="2023-05-04"),
        Document(
            id="trial",
            text=trial.replace("4 May", "Friday") * 4 + "Lunde was arrested on 4 May 2023.",
            published="2023-09-08",
        ),
    ]
    done = run_pipeline(reports, Settings(words=400))
    assert any("2 stories" in note for note in done.briefing.notes)
    (section,) = (one for one in done.briefing.sections if any("arrested" in point.text for point in one.points))
    assert (section.heading or "").startswith(BACKGROUND)
