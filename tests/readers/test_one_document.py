"""Documents from a text, from one file, and one at a time from many."""

import mailbox
from datetime import date, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from summarizer import (
    Document,
    Documents,
    InputError,
    ReadError,
    iter_documents,
    read_documents,
    run_pipeline,
    write_reports,
)

SEED = Path(__file__).parents[2] / "seeds" / "003_af31facfb1cc1fc8.txt"


def test_a_text_is_named_after_itself():
    one, again, other = (Document.from_text(text) for text in ("It rained.", "It rained.", "It snowed."))
    assert one == again
    assert one.id == "text-8b38b558e4df"
    assert other.id != one.id
    assert Document.from_text("half \ud800 a pair").id.startswith("text-")


@pytest.mark.parametrize("published", ["2023-06-18T14:01", datetime(2023, 6, 18, 14, 1)])
def test_what_is_known_of_a_text_is_kept(published):
    known = {"title": "Rain", "outlet": "The Times", "author": "Doe", "credit": "AP", "url": "a.b", "language": "de"}
    document = Document.from_text("It rained.", id="a", published=published, **known)
    assert document == Document(id="a", text="It rained.", published="2023-06-18T14:01", **known)
    assert str(Document.from_text("It rained.", published=date(2023, 6, 18)).published) == "2023-06-18"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"text": b"It rained."}, "text is bytes, wanted str; decode bytes first"),
        ({"text": "It rained.", "id": ""}, "Document.id: found '', wanted text that is not empty"),
        ({"text": "It rained.", "published": "soon"}, "published: found 'soon', wanted an ISO 8601 date"),
    ],
)
def test_what_is_no_text_is_told(given, message):
    with pytest.raises(InputError, match=message):
        Document.from_text(**given)


def test_a_briefing_can_be_made_of_texts():
    run = run_pipeline([Document.from_text("The dam at Kariba broke on Monday, officials said.", outlet="The Times")])
    assert [point.text for point in run.briefing.points] == ["The dam at Kariba broke on Monday, officials said."]
    with pytest.raises(InputError, match=r"found two with the id \'text-"):
        run_pipeline([Document.from_text("It rained."), Document.from_text("It rained.")])


def test_a_file_is_read_as_read_documents_reads_it():
    assert (Document.from_file(SEED),) == read_documents(SEED)
    assert Document.from_file(str(SEED)).outlet == "Caixin"


def test_a_file_with_several_reports_is_none():
    with pytest.raises(InputError, match=r"seeds: found several reports, wanted one; read_documents reads them all"):
        Document.from_file(SEED.parent)


def test_a_file_that_is_not_there_or_holds_nothing_is_told(tmp_path):
    with pytest.raises(ReadError, match="no such file"):
        Document.from_file(tmp_path / "a.txt")
    (tmp_path / "empty.json").write_text("[]")
    with pytest.raises(ReadError, match=r"empty\.json: "):
        Document.from_file(tmp_path / "empty.json")


def test_a_file_whose_report_cannot_be_used_is_told_with_the_reason(tmp_path):
    path = tmp_path / "kept.jsonl"
    path.write_text(write_reports([Document(id="a", text="", skipped="a.pdf: found no text.")]))
    with pytest.raises(ReadError, match=r"^a\.pdf: found no text\.$"):
        Document.from_file(path)


def test_each_report_is_there_before_the_next_is_read(tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"The {name} river rose on Monday, officials said.\n")
    told = []
    documents = iter_documents(tmp_path, progress=told.append)
    assert told == []
    assert next(documents).id == "a"
    assert told == ["reading a"]
    (tmp_path / "b.txt").write_text("The b river fell on Monday, officials said.\n")
    (tmp_path / "c.txt").unlink()
    assert next(documents).text == "The b river fell on Monday, officials said.\n"
    assert "no such file" in next(documents).skipped
    assert next(documents, None) is None


def test_one_at_a_time_gives_what_all_at_once_gives(tmp_path):
    box = mailbox.mbox(tmp_path / "box.mbox")
    for number in range(3):
        message = EmailMessage()
        message["Subject"] = f"Flood {number}"
        message.set_content(f"The river rose {number} metres on Monday, officials said.\n")
        box.add(message)
    box.close()
    paths = [SEED, tmp_path, SEED]
    assert tuple(iter_documents(paths)) == read_documents(paths)
    assert [document.id for document in iter_documents(paths)][-1] == f"{SEED.stem}-2"


def test_a_path_that_leads_nowhere_is_told_when_the_iterator_starts(tmp_path):
    documents = iter_documents(tmp_path / "a.txt")
    with pytest.raises(ReadError, match="no such file"):
        next(documents)


@pytest.mark.parametrize("given", [3, 0, False, [], b"2020-01-01"])
def test_a_date_that_is_none_is_refused_as_the_report_is_made(given):
    with pytest.raises(InputError, match=f"'a': published is {type(given).__name__}, wanted a PartialDate"):
        Document.from_text("It rained.", id="a", published=given)


@pytest.mark.parametrize("name", ["title", "outlet", "author", "credit", "url", "language"])
def test_what_is_known_of_a_report_is_text(name):
    with pytest.raises(InputError, match=f"'a': {name} is int, wanted str or None"):
        Document.from_text("It rained.", id="a", **{name: 3})


def test_a_part_of_the_reports_shows_itself_as_reports_do():
    documents = Documents(Document.from_text("It rained.", id=name) for name in "abc")
    assert isinstance(documents[:2], Documents) and documents[:2] == tuple(documents)[:2]
    assert documents[-1].id == "c"


def test_a_file_without_a_report_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text("")
    with pytest.raises(ReadError, match=r"a\.txt: found no text"):
        Document.from_file(tmp_path / "a.txt")
