"""A briefing of ours, checked against its own reports, is backed sentence by sentence, in every format that is read."""

from functools import cache

import pytest

from summarizer import (
    Document,
    ReadSettings,
    Settings,
    check_document,
    read_documents,
    read_draft,
    render_bytes,
    summarize,
)
from tests import labelled_stories

ENDINGS = {"json": "json", "markdown": "md", "terminal": "txt", "text": "txt", "html": "html", "docx": "docx"}
STORIES = {name: labelled_stories.folder(name) for name in labelled_stories.LABELS} | {
    "earthquake": labelled_stories.SEEDS.parent / "examples" / "earthquake"
}
_DEFECTS = ("contradiction", "quotation", "number", "date", "name", "citation", "wording")  # a dispute is the reports'


@cache
def reports_of(story):
    return tuple(read_documents([STORIES[story]]))


@cache
def briefing_of(story, words):
    return summarize(reports_of(story), Settings(words=words))


def faults_of(made):
    """The sentences that are not backed, and what was found that is no dispute between the reports."""
    return [one.text for one in made.checked if one.standing != "backed"], [*made.fails(_DEFECTS)]


@pytest.mark.parametrize("words", [60, 250, 600])
@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("name", ENDINGS)
def test_every_sentence_of_a_briefing_of_ours_is_backed(story, words, name, tmp_path):
    briefing = briefing_of(story, words)
    path = tmp_path / f"briefing.{ENDINGS[name]}"
    path.write_bytes(render_bytes(briefing, name))
    made = check_document(read_draft(path), reports_of(story))
    assert faults_of(made) == ([], [])
    points = sum(len(section.points) for section in briefing.sections)
    assert len(made.checked) >= (points if name != "html" else 1)  # the reader of pages leaves out what they repeat


@pytest.mark.parametrize("name", ["json", "markdown", "terminal", "text"])
def test_a_changed_number_in_a_briefing_of_ours_is_found(name, tmp_path):
    path = tmp_path / f"briefing.{ENDINGS[name]}"
    path.write_bytes(render_bytes(briefing_of("dam", 250), name))
    text = read_draft(path).text
    assert "12,000" in text
    made = check_document(Document(id="draft", text=text.replace("12,000", "15,700")), reports_of("dam"))
    assert "15,700" in [one.words for one in made.findings if one.kind == "number"]


GERMAN = (
    "Ein Brand im Maschinenraum der Fähre hat am Montagabend den Verkehr vor Ansel gestoppt, teilte die Küstenwache"
    " mit.\n\nDrei Menschen wurden verletzt, als das Feuer auf das Autodeck der Fähre übergriff. Alle 212 Fahrgäste"
    " wurden mit zwei Booten in Sicherheit gebracht.\n\nDie Ursache des Feuers ist nach Angaben der Behörde noch nicht"
    " bekannt.",
    "Die Fähre war nach Angaben des Ministeriums zuletzt im Jahr 2024 geprüft worden.\n\nAlle 212 Fahrgäste wurden mit"
    " zwei Booten in Sicherheit gebracht, sagte der Hafenmeister. Der Schaden wird auf zwölf Millionen Kronen"
    " geschätzt.",
)
FRENCH = (
    "Un incendie dans la salle des machines du ferry a arrêté lundi soir la traversée, ont annoncé les"
    " garde-côtes.\n\nTrois personnes ont été blessées quand le feu a gagné le pont des voitures. Les 212 passagers ont"
    " été évacués par deux canots de sauvetage.",
    "Le ferry avait été contrôlé pour la dernière fois en 2024, selon le ministère des transports.\n\nLes dégâts sont"
    " estimés à douze millions de couronnes par la compagnie, qui n'a pas donné la cause de l'incendie.",
)


@pytest.mark.parametrize(("language", "texts"), [("de", GERMAN), ("fr", FRENCH)])
@pytest.mark.parametrize("name", ["json", "markdown", "terminal", "text", "html"])
def test_in_other_languages_too(language, texts, name, tmp_path):
    reports = [Document(id=f"report-{at}", text=text, language=language) for at, text in enumerate(texts)]
    briefing = summarize(reports, Settings(words=120, language=language))
    path = tmp_path / f"briefing.{ENDINGS[name]}"
    path.write_bytes(render_bytes(briefing, name))
    made = check_document(read_draft(path, ReadSettings(language=language)), reports, Settings(language=language))
    assert faults_of(made) == ([], [])
    assert len(made.checked) >= 4
