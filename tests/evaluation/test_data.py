"""What is read, and what is left out: each named case is one way in which a data set can be broken."""

from dataclasses import replace

import pytest

from summarizer import InputError, ReadError
from summarizer.evaluation.data import gather_clusters, read_outputs
from tests.evaluation.example_clusters import DAM, DAM_TOLD, RECORDS, cluster, write_lines

GOOD = RECORDS[0]


def said(omissions):
    return [f"{omission.what}: {omission.why}" for omission in omissions]


def write_folder(folder, name="dam", documents=DAM, references=DAM_TOLD):
    for kind, texts in (("documents", documents), ("references", dict(enumerate(references)))):
        (folder / name / kind).mkdir(parents=True)
        for key, text in texts.items():
            (folder / name / kind / f"{key}.txt").write_text(text, "utf-8")
    return folder


class TestJsonLines:
    def test_clusters_come_in_order_with_all_they_have(self, tmp_path):
        clusters, omissions = gather_clusters(write_lines(tmp_path / "d.jsonl", RECORDS))
        assert [found.id for found in clusters] == ["dam", "bank", "club"] and omissions == ()
        assert {document.id: document.text for document in clusters[0].documents} == DAM
        assert clusters[0].references == DAM_TOLD
        assert all(document.kept is None for document in clusters[0].documents), "cleaning is ours to time"

    @pytest.mark.parametrize(
        ("line", "parts"),
        [
            ('{"id": "x", ', ["line 1", "malformed JSON"]),
            ("[" * 100_000, ["line 1", "malformed JSON"]),
            ("[1, 2]", ["line 1", "list", "object"]),
            ({**GOOD, "references": []}, ["cluster dam", "no reference"]),
            ({"id": "dam", "documents": GOOD["documents"]}, ["cluster dam", "no reference"]),
            ({**GOOD, "references": [" ", "—"]}, ["cluster dam", "no reference"]),
            ({**GOOD, "references": "one text"}, ["line 1", '"references" is str', "list of texts"]),
            ({**GOOD, "documents": []}, ["cluster dam", "no document"]),
            ({**GOOD, "documents": {"a": 1}}, ["line 1", '"documents" is dict', "list of objects"]),
            ({**GOOD, "documents": [{"id": "a", "text": "  \n"}]}, ["cluster dam", "no document"]),
            ({"id": "dam"}, ["cluster dam", "no document and no reference"]),
            ({**GOOD, "lang": 5}, ["line 1", '"lang" is int']),
            ({**GOOD, "lang": "5x"}, ["cluster dam", "'5x'", "code"]),
            ({**GOOD, "lang": "english"}, ["cluster dam", "'english'", "code"]),
        ],
        ids=lambda value: None if isinstance(value, list) else str(value)[:24],
    )
    def test_a_broken_line_is_named_and_the_others_are_read(self, line, parts, tmp_path):
        clusters, omissions = gather_clusters(write_lines(tmp_path / "d.jsonl", [line, "", RECORDS[1]]))
        assert [found.id for found in clusters] == ["bank"]
        for part in parts:
            assert part in said(omissions)[-1]

    def test_empty_and_broken_texts_are_left_out_and_named(self, tmp_path):
        documents = [*GOOD["documents"], {"id": "blank", "text": " "}, {"id": "none"}, "text", {"id": "n", "text": 5}]
        line = {**GOOD, "documents": documents, "references": [*DAM_TOLD, "", 7]}
        clusters, omissions = gather_clusters(write_lines(tmp_path / "d.jsonl", [line]))
        assert len(clusters[0].documents) == 3 and clusters[0].references == DAM_TOLD
        text = "\n".join(said(omissions))
        for part in ("document blank: is empty", "document 5:", "document 6:", "document 7:", "reference 3: is empty"):
            assert f"cluster dam, {part}" in text
        assert "reference 4: is int, wanted text" in text and len(omissions) == 6

    def test_a_date_that_nobody_can_read_costs_no_report(self, tmp_path):
        documents = [{"id": "a", "text": "The dam failed.", "date": "السبت", "url": 7}]
        clusters, omissions = gather_clusters(write_lines(tmp_path / "d.jsonl", [{**GOOD, "documents": documents}]))
        assert clusters[0].documents[0].text == "The dam failed." and omissions == ()

    def test_equal_ids_of_reports_are_told_apart(self, tmp_path):
        line = {**GOOD, "documents": [{"id": "a", "text": "One."}, {"id": "a", "text": "Two."}, {"text": "Three."}]}
        clusters, _ = gather_clusters(write_lines(tmp_path / "d.jsonl", [line]))
        assert [document.id for document in clusters[0].documents] == ["a", "a-2", "3"]

    def test_the_second_cluster_of_one_id_is_named(self, tmp_path):
        first, second = (write_lines(tmp_path / name, RECORDS[:1]) for name in ("a.jsonl", "b.jsonl"))
        clusters, omissions = gather_clusters([first, str(second)])
        assert len(clusters) == 1 and said(omissions) == ["cluster dam: its id is taken by a cluster before it"]

    @pytest.mark.parametrize(("language", "found"), [("EN", "en"), ("en_GB", "en"), ("pt-BR", "pt"), (None, "en")])
    def test_a_language_is_its_first_code(self, language, found, tmp_path):
        clusters, _ = gather_clusters(write_lines(tmp_path / "d.jsonl", [{**GOOD, "lang": language}]))
        assert clusters[0].language == found == clusters[0].documents[0].language

    def test_without_an_id_it_is_called_by_its_place(self, tmp_path):
        clusters, _ = gather_clusters(write_lines(tmp_path / "d.jsonl", [{**GOOD, "id": None}]))
        assert clusters[0].id.endswith("d.jsonl, line 1")


class TestFolders:
    def test_a_folder_of_clusters(self, tmp_path):
        write_folder(write_folder(tmp_path), "another")
        (tmp_path / ".hidden").mkdir()
        (tmp_path / "notes.txt").write_text("not a cluster")
        clusters, omissions = gather_clusters(tmp_path)
        assert [found.id for found in clusters] == ["another", "dam"] and omissions == ()
        assert {document.id for document in clusters[1].documents} == set(DAM)
        assert clusters[1].references == DAM_TOLD

    def test_one_cluster(self, tmp_path, monkeypatch):
        write_folder(tmp_path)
        assert [found.id for found in gather_clusters(tmp_path / "dam")[0]] == ["dam"]
        monkeypatch.chdir(tmp_path / "dam")
        assert [found.id for found in gather_clusters(".")[0]] == ["dam"]

    def test_a_folder_and_the_lines_give_the_same_texts(self, tmp_path):
        lines = gather_clusters(write_lines(tmp_path / "d.jsonl", RECORDS[:1]))[0][0]
        folder = gather_clusters(write_folder(tmp_path / "f"))[0][0]
        assert folder.references == lines.references
        assert {document.id: document.text for document in folder.documents} == DAM

    def test_what_is_broken_is_named_and_the_run_goes_on(self, tmp_path):
        write_folder(tmp_path)
        write_folder(tmp_path, "untold", references=())
        write_folder(tmp_path, "unread", documents={})
        write_folder(tmp_path, "blank", documents={"a": " "})
        (tmp_path / "bare").mkdir()
        (tmp_path / "dam" / "references" / "2.txt").write_bytes(bytes(range(256)) * 20)
        (tmp_path / "dam" / "documents" / "bytes.txt").write_bytes(bytes(range(256)) * 20)
        clusters, omissions = gather_clusters(tmp_path)
        text = "\n".join(said(omissions))
        assert [found.id for found in clusters] == ["dam"] and len(clusters[0].documents) == 3
        for part in ("cluster untold: it has no reference", "cluster unread: it has no documents", "cluster blank: it"):
            assert part in text
        for part in (
            "cluster bare: it has no documents",
            "cluster dam, reference 2.txt:",
            "cluster dam, document bytes:",
        ):
            assert part in text


class TestNothing:
    def test_a_missing_file(self, tmp_path):
        with pytest.raises(ReadError, match=r"missing\.jsonl: cannot be read"):
            gather_clusters(tmp_path / "missing.jsonl")

    def test_no_cluster_at_all_is_an_error_that_says_why(self, tmp_path):
        path = write_lines(tmp_path / "d.jsonl", ["{", {**GOOD, "references": []}])
        with pytest.raises(
            InputError, match=r"d\.jsonl: found no cluster .*references.*line 1: .*cluster dam: it has no"
        ):
            gather_clusters(path)

    def test_an_empty_folder(self, tmp_path):
        with pytest.raises(InputError, match="found no cluster to measure on, wanted"):
            gather_clusters(tmp_path)

    def test_no_source(self):
        with pytest.raises(InputError, match="found no cluster"):
            gather_clusters([])


def test_a_cluster_made_by_hand_is_held_to_the_same():
    blank = replace(cluster().documents[0], id="blank", text="…")
    made = replace(cluster(), documents=(*cluster().documents, blank), language="en-US")
    clusters, omissions = gather_clusters([made, replace(made, id="untold", references=())])
    assert len(clusters[0].documents) == 3 and clusters[0].language == "en"
    assert said(omissions)[0] == "cluster dam, document blank: is empty"
    assert "cluster untold: it has no reference that is not empty" in said(omissions)


class TestOutputs:
    def read(self, tmp_path, *lines):
        return read_outputs(write_lines(tmp_path / "o.jsonl", lines), {"dam", "7"}, {"lead"})

    def test_by_system_and_cluster(self, tmp_path):
        lines = [{"id": "dam", "system": "S 1", "summary": "a"}, {"id": 7, "system": 2, "summary": ""}]
        assert self.read(tmp_path, *lines) == ({"S 1": {"dam": "a"}, "2": {"7": ""}}, ())

    @pytest.mark.parametrize(
        ("line", "parts"),
        [
            ("{", ["line 2", "malformed JSON"]),
            ({"id": "dam", "system": "S"}, ["line 2", '"summary" is NoneType, wanted text']),
            ({"id": None, "system": ["S"], "summary": "a"}, ['"id" is NoneType', '"system" is list']),
            ({"id": "levee", "system": "S", "summary": "a"}, ["line 2", "S", "'levee'", "no cluster here"]),
            ({"id": "dam", "system": "S", "summary": "b"}, ["line 2", "a second output of S for 'dam'"]),
        ],
    )
    def test_what_cannot_be_used_is_named(self, line, parts, tmp_path):
        outputs, omissions = self.read(tmp_path, {"id": "dam", "system": "S", "summary": "a"}, line)
        assert outputs == {"S": {"dam": "a"}} and len(omissions) == 1
        for part in parts:
            assert part in said(omissions)[0]

    def test_a_system_that_knows_no_cluster_here_is_there_without_a_summary(self, tmp_path):
        outputs, omissions = self.read(tmp_path, {"id": "levee", "system": "S", "summary": "a"})
        assert outputs == {"S": {}} and len(omissions) == 1

    def test_a_name_of_ours_is_told_apart(self, tmp_path):
        outputs, _ = self.read(tmp_path, {"id": "dam", "system": "lead", "summary": "a"})
        assert outputs == {"lead (published)": {"dam": "a"}}

    def test_a_missing_file(self, tmp_path):
        with pytest.raises(ReadError, match="missing"):
            read_outputs(tmp_path / "missing", set(), set())


def test_a_name_that_is_too_long_is_one_short_error():
    with pytest.raises(ReadError) as caught:
        gather_clusters("x" * 5000)
    assert len(str(caught.value)) < 500
