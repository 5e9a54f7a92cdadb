"""The whole check: its parts, its notes, what it refuses, and that it comes out the same."""

import dataclasses

import pytest

from summarizer import Check, Document, InputError, check_document, check_text
from summarizer.checking import check as checking
from summarizer.errors import EmptyInputError
from tests.checking.held import FERRY, REPORTS, WIRE, check, report, standings

TEXT = (
    "# The ferry\n\nThree people were hurt when the fire spread to the car deck of the ferry [1]. All 219 passengers"
    " were taken off the burning ferry by two lifeboats.\n\n“Nobody panicked and nobody was left alone,” said Jonas"
    " Vik. Petra Lund paid 77 crowns on Friday.\n\nSources: the Gazette"
)


def test_every_part_points_to_its_words():
    made = check(TEXT)
    texts = dict(made.texts)
    for one in made.sentences:
        assert one.text == TEXT[one.span.start : one.span.end]
    for one in made.findings:
        assert one.words == TEXT[one.span.start : one.span.end]
        assert one.span.start < one.span.end
    for one in [*(c for s in made.sentences for c in s.citations), *(f.passage for f in made.findings if f.passage)]:
        assert one.quote == texts[one.document][one.span.start : one.span.end]
    assert {one.kind for one in made.findings} >= {"contradiction", "quotation", "number", "name", "date"}


def test_it_reads_back_as_it_was_written():
    made = check(TEXT)
    assert Check.from_json(made.to_json()) == made


def test_two_runs_give_the_same_bytes():
    assert check(TEXT).to_json() == check(TEXT).to_json()


def test_the_order_of_the_reports_changes_nothing_but_numbers():
    text = TEXT.replace(" [1]", "")

    def told(made):
        number_of = {one.number: one.document for one in made.sources}
        return [
            (
                one.standing,
                {(number_of[c.source], c.relation, c.quote) for c in one.citations},
                [(f.kind, f.words, f.reason, f.passage and f.passage.document) for f in one.findings],
            )
            for one in made.sentences
        ]

    assert told(check(text, FERRY, WIRE)) == told(check(text, WIRE, FERRY))


def test_the_numbers_of_the_sources_are_the_order_given():
    assert [one.document for one in check(TEXT, WIRE, FERRY).sources] == ["wire", "gazette"]


class TestTheDraftAmongItsReports:
    def test_it_is_left_out_with_a_note(self):
        made = check(TEXT, report(TEXT.replace("\n\n", "\n"), "memo"), *REPORTS)
        assert [one.document for one in made.sources] == ["gazette", "wire"]
        assert made.notes[0] == "memo is the draft itself, and was not taken as its source."

    def test_alone_it_is_refused(self):
        with pytest.raises(InputError, match="found the draft alone among the reports, wanted reports beside it"):
            check(TEXT, report(TEXT))

    def test_a_report_with_its_id_is_another_text(self):
        made = check_document(Document(id="gazette", text=TEXT), REPORTS)
        assert made.to_dict()["sentences"] == check(TEXT).to_dict()["sentences"]


@pytest.mark.parametrize("given", [None, 3, b"The ferry burned.", ["The ferry burned."], FERRY])
def test_what_is_no_text_is_told(given):
    with pytest.raises(InputError, match=rf"^text: found {type(given).__name__}, wanted str"):
        check_text(given, REPORTS)


@pytest.mark.parametrize("text", ["", " \n\t", "\u00a0"])
def test_an_empty_draft_is_told(text):
    with pytest.raises(InputError, match="found no text, wanted a draft"):
        check(text)


@pytest.mark.parametrize("text", ["[1][2]", "---", "* * *"])
def test_a_draft_of_marks_alone_is_told(text):
    with pytest.raises(InputError, match="found no sentence, wanted at least one"):
        check(text)


def test_no_report_is_told():
    with pytest.raises(EmptyInputError):
        check_text(TEXT, [])


@pytest.mark.parametrize("text", ["Ferry", "Ferry fire"])
def test_one_word_is_not_checked(text):
    made = check(text)
    assert [(one.standing, one.why) for one in made.sentences] == [("not checked", "too short to assert anything")]


def test_a_draft_in_another_language_is_not_checked_and_noted():
    text = "Drei Menschen wurden verletzt, als das Feuer auf das Autodeck der Fähre übergriff. Niemand ist gestorben."
    made = check(text)
    assert {one.why for one in made.sentences} == {"in another language than the reports"}
    assert not made.findings
    assert made.notes == ("2 sentences of the draft not checked: in another language than the reports.",)


def test_a_language_without_tables_of_its_own_says_what_is_not_looked_up():
    text = "Tres personas resultaron heridas cuando el fuego llegó a la cubierta de los coches del barco."
    made = check(text, report(f"{text} Nadie murió en el puerto aquella noche.", language="es"))
    assert [one.standing for one in made.sentences] == ["backed"]
    assert any("names are not looked up" in note for note in made.notes)
    assert made.language == "es"


def test_a_language_with_synonyms_says_what_is_backed():
    reports = [
        Document(id="a", text="Le maire de Pau a inauguré jeudi la piscine couverte du quartier.", language="fr")
    ]
    made = check_text("Jeudi, le maire de Pau a ouvert la piscine couverte du quartier.", reports)
    assert [one.standing for one in made.sentences] == ["backed"]
    assert any("one sentence of a report says in full" in note for note in made.notes)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Petra Lund, 77.", None, "en"),
        ("Petra Lund, 77.", "de", "de"),
        ("Drei Menschen wurden verletzt, als das Feuer übergriff. Die Fähre ist nach dem Brand zu.", None, "de"),
    ],
)
def test_the_language_of_the_draft(text, language, expected):
    assert check(text, language=language).language == expected


def test_headlines_of_reports_are_not_checked():
    made = check(f"# {WIRE.title} [2]\n\nThe operator put the damage to the ferry at 12.4 million crowns on Wednesday.")
    assert made.sentences[0].why == "the headline of a report"
    assert not made.findings


def test_reports_that_were_not_read_are_noted():
    empty = Document(id="scan", text="", skipped="scan.pdf: holds no text.")
    assert "scan was not read: scan.pdf: holds no text." in check(TEXT, *REPORTS, empty).notes


class TestLargeAndHostileDrafts:
    def test_a_draft_beyond_the_limit_is_told_what_to_do(self, monkeypatch):
        monkeypatch.setattr(checking, "LONGEST_DRAFT", 1_000)
        message = r"found a draft of 1,001 characters, wanted at most 1,000; part it, and check each part\."
        with pytest.raises(InputError, match=message):
            check("a" * 1_001)

    def test_a_draft_of_the_limit_is_checked(self, monkeypatch):
        monkeypatch.setattr(checking, "LONGEST_DRAFT", len(TEXT))
        assert check(TEXT).sentences

    @pytest.mark.parametrize(
        "mark",
        ["\0", "\u202e", "\x1b[31m", "\ud800", "\ufeff", "<script>", "\r", "\u2028", "[/bold]", "`", "|", "\\"],
        ids=ascii,
    )
    def test_hostile_characters_are_kept_and_do_no_harm(self, mark):
        text = f"Three {mark}people were hurt{mark} when the fire spread. {mark}Nobody was “left {mark}behind."
        made = check(text)
        assert made.text == text
        assert made.sentences
        for one in made.sentences:
            assert one.text == text[one.span.start : one.span.end]


def test_a_report_may_not_be_changed_by_a_check():
    before = dataclasses.replace(FERRY)
    check(TEXT)
    assert before == FERRY


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("“Nobody panicked and nobody was left behind,” said Ida Holm.", "Jonas Vik"),
        ("“The crew acted with great calm and saved many lives,” said Jonas Vik.", "Ida Holm"),
    ],
)
def test_a_quotation_of_another_speaker_is_none(sentence, words):
    (one,) = check(sentence).sentences
    assert one.standing == "in part"
    assert any(finding.kind == "quotation" and words in finding.reason for finding in one.findings)


@pytest.mark.parametrize(
    ("sentence", "standing"),
    [
        ("Jonas Vik said the ferry would stay closed until March 12.", "backed"),
        ("Ida Holm said the ferry would stay closed until March 12.", "in part"),
        ("The ministry said the ferry had passed its last inspection in 2024.", "backed"),
    ],
)
def test_what_another_says_is_backed_without_its_speaker(sentence, standing):
    assert standings(sentence) == [standing]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Did the fire hurt three people?", "a question"),
        ("Here is what the reports say about the ferry:", "it leads to what follows"),
        ("| Hurt | Three people were hurt |", "a row of a table"),
    ],
)
def test_what_asserts_nothing_is_not_checked(line, why):
    (one,) = check(line).sentences
    assert (one.standing, one.why) == ("not checked", why)


def test_a_number_written_in_another_way_is_no_dispute():
    reports = [report("Reserves rose to 9.2 billion dollars from 8.7bn dollars in January, the bank said.")]
    made = check("Reserves rose from $8.7 billion in January to $9.2 billion, the bank said.", *reports)
    assert not [one for one in made.findings if one.kind in ("contradiction", "dispute")]


def test_marks_at_the_ends_of_a_sentence_are_shown_with_it():
    text = "- **Hurt:** Three people were hurt on the ferry.[1] The ferry burned."
    assert next(one.text for one in check(text).sentences) == "**Hurt:** Three people were hurt on the ferry.[1]"


def test_numbers_of_an_address_are_none_of_the_text():
    made = check("The ferry burned, see https://gazette.example/2019/4411 for more.")
    assert not [one for one in made.findings if one.kind == "number"]


@pytest.mark.parametrize("mark", ["(2 origins, and 900 sailors were shot)", "［and 900 sailors were shot］"])
def test_what_looks_like_a_mark_of_ours_hides_nothing_in_another_draft(mark):
    made = check(f"Three people were hurt when the fire spread to the car deck of the ferry {mark}.")
    assert made.sentences[0].standing != "backed"
    assert "900" in [one.words for one in made.findings if one.kind == "number"]


@pytest.mark.parametrize("heading", ["Timeline", "Notes", "References"])
def test_a_heading_of_a_list_hides_no_sentence_behind_it(heading):
    made = check(f"The ferry burned.\n\n{heading}\n\nNine hundred sailors were shot on the ferry.\n\n[1] Quay Gazette")
    assert [one.standing for one in made.sentences][2:] == ["not found", "not checked"]


def test_a_list_of_sources_may_number_its_entries_in_any_way():
    for entry in ("1. {}", "2) {}", "(3) {}", "- [4] {}"):
        number = int(next(filter(str.isdigit, entry)))
        text = f"Three people were hurt when the fire spread to the car deck of the ferry [{number}].\n\nSources\n\n"
        made = check(text + entry.format("Quay Gazette, Ferry fire leaves three hurt off Port Ansel"))
        assert not made.findings and made.sentences[0].standing == "backed", entry


def test_a_sentence_credited_to_its_outlet_is_not_contradicted():
    made = check("All 212 passengers were taken off the burning ferry by two lifeboats, the Quay Gazette said.")
    assert not [one for one in made.findings if one.kind == "contradiction"]


def test_a_report_contradicts_a_sentence_once():
    told = (
        "Three people were hurt on the ferry on Monday.\n\nThree people were hurt on the ferry in the fire on Monday."
    )
    made = check("Five people were hurt on the ferry on Monday.", report(told))
    assert [one.kind for one in made.findings if one.kind == "contradiction"] == ["contradiction"]


def test_a_number_that_is_more_exact_than_that_of_a_report_has_no_source():
    told = report("Some 60,000 people fled the town of Ansel, the mayor said.")
    for written, kinds in (("59,321", ["number"]), ("60,000", [])):
        made = check(f"{written} people fled.", told)
        assert [one.kind for one in made.findings if one.kind == "number"] == kinds
