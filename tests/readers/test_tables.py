import csv
import io
import json
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from summarizer import ReadError, ReadSettings, read_documents
from summarizer.readers.paths import read_raw
from summarizer.readers.tables import split_rows

SENTENCE = 'The minister said on Monday, "the talks have gone well"; both of the countries agreed.\nSecond paragraph.'
ROWS = [{"headline": "T", "text": SENTENCE, "published": "2023-06-18"}, {"headline": "U", "text": "", "published": ""}]


def table(delimiter, names=("headline", "text", "published")):
    data = io.StringIO()
    writer = csv.DictWriter(data, names, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(dict(zip(names, row.values(), strict=True)) for row in ROWS)
    return data.getvalue()


def test_the_table_that_sqlite_wrote_holds_every_report():
    cases = Path(__file__).parents[1] / "cases" / "kinds"
    documents = read_documents(cases / "sqlite.csv")
    seeds = sorted((cases.parents[2] / "seeds").glob("*.txt"))
    assert [document.text for document in documents] == [path.read_text("utf-8") for path in seeds]
    assert documents[3].title == 'Report "003"' and str(documents[3].published) == "2023-06-13"


@pytest.mark.parametrize(
    ("ending", "delimiter"), [("csv", ","), ("csv", ";"), ("csv", "\t"), ("tsv", "\t"), ("csv", "|")]
)
def test_every_row_is_a_report(tmp_path, ending, delimiter):
    (tmp_path / f"a.{ending}").write_text(table(delimiter))
    limit = csv.field_size_limit()
    good, bad = read_documents(tmp_path)
    assert (good.text, good.title, str(good.published), good.kind) == (SENTENCE, "T", "2023-06-18", "CSV")
    assert "row 2: found no text" in bad.skipped
    assert csv.field_size_limit() == limit


def test_the_column_can_be_named(tmp_path):
    (tmp_path / "a.csv").write_text(table(",", ("Titel", "Artikel", "Tag")))
    with pytest.raises(
        ReadError, match=r"columns 'Titel', 'Artikel', 'Tag', wanted 'text' among them; --field text=NAME"
    ):
        read_documents(tmp_path / "a.csv")
    settings = ReadSettings(fields={"text": "Artikel", "title": "titel", "published": "Tag"})
    assert read_documents(tmp_path, settings)[0].text == SENTENCE


def test_a_column_that_is_not_there_is_told_with_those_that_are(tmp_path):
    (tmp_path / "a.csv").write_text(",".join(f"c{number}" for number in range(1000)) + "\n" + "x," * 999 + "x\n")
    with pytest.raises(ReadError, match=r"a\.csv: found the columns 'c0', .* 'c19', …, wanted 'Article' among them"):
        read_documents(tmp_path / "a.csv", ReadSettings(fields={"text": "Article"}))


def test_a_first_row_without_a_text_does_not_cost_the_others(tmp_path):
    (tmp_path / "a.csv").write_text(f"title,text\nT,\nU,{SENTENCE.splitlines()[0].replace(',', ' ')}\n")
    bad, good = read_documents(tmp_path / "a.csv")
    assert "row 1: found no text" in bad.skipped and good.title == "U"


def test_a_table_without_rows_and_one_with_too_long_a_text_are_refused(tmp_path):
    (tmp_path / "a.csv").write_text("text,title\n")
    with pytest.raises(ReadError, match="no row"):
        read_documents(tmp_path / "a.csv")
    (tmp_path / "a.csv").write_text("text,title\n" + "x" * 200 + ",y\n")
    with pytest.raises(ReadError, match=r"--limit report_chars=N"):
        read_documents(tmp_path / "a.csv", ReadSettings(report_chars=50))


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_a_row_that_is_too_long_costs_no_other(tmp_path, place, ending):
    texts = ["The bridge over the river is open again.", "The harbour was shut all day long on Monday."]
    texts.insert(place, "x" * 200)
    table = "text\n" + "\n".join(texts) if ending == "csv" else "\n".join(json.dumps({"text": one}) for one in texts)
    (tmp_path / f"a.{ending}").write_text(table)
    found = read_documents(tmp_path / f"a.{ending}", ReadSettings(report_chars=50))
    assert [one.text for one in found] == [*texts[:place], "", *texts[place + 1 :]]
    assert "found more than 50 characters in one report" in found[place].skipped


def test_a_parquet_file_is_a_table_too(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(pyarrow.Table.from_pylist(ROWS), tmp_path / "a.bin")
    good, bad = read_documents(tmp_path)
    assert (good.text, good.title, good.kind) == (SENTENCE, "T", "parquet")
    assert "row 2" in bad.skipped
    data = (tmp_path / "a.bin").read_bytes()
    (tmp_path / "a.bin").write_bytes(data[:50] + bytes(40) + data[90:])
    with pytest.raises(ReadError, match=r"a\.bin"):
        read_documents(tmp_path / "a.bin")
    parquet.write_table(pyarrow.Table.from_pylist([{"text": "a" * 5_000_000}]), tmp_path / "a.bin")
    with pytest.raises(ReadError, match="expanded_bytes"):
        read_documents(tmp_path / "a.bin", ReadSettings(expanded_bytes=1_000_000))


PLAIN = "Officials said that the bridge over the river would open to all traffic before the end of the year."


def test_a_row_whose_date_is_odd_costs_no_other(tmp_path):
    (tmp_path / "a.csv").write_text(f"text,published\n{PLAIN},2023-06-18\n{PLAIN},soon\nThird.,2023-06-19\n")
    good, bad, other = read_documents(tmp_path / "a.csv")
    assert (good.text, other.text) == (PLAIN, "Third.") and "a.csv, row 2: published is 'soon'" in bad.skipped


def test_a_single_column_is_whole_though_its_commas_have_no_quotation_marks(tmp_path):
    story = "Officials said on Monday, June 5, that the bridge over the river would open."
    (tmp_path / "a.csv").write_text(f"text\n{story}\n{PLAIN}\n")
    first, second = read_documents(tmp_path / "a.csv")
    assert (first.text, second.text, second.omitted) == (story, PLAIN, ())
    assert [(one.rule, one.text) for one in first.omitted] == [
        (
            "after a ',' without quotation marks, read as text of the column",
            " June 5, that the bridge over the river would open.",
        )
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_row_with_more_cells_than_columns_is_named(tmp_path, delimiter):
    rows = [
        ["title", "text"],
        ["T", "Officials said on Monday", " June 5", " that it opened."],
        ["U", PLAIN],
        ["V", PLAIN, "", ""],
    ]
    (tmp_path / "a.csv").write_text("\n".join(delimiter.join(row) for row in rows))
    bad, *good = read_documents(tmp_path / "a.csv")
    assert [(one.title, one.text) for one in good] == [("U", PLAIN), ("V", PLAIN)]
    assert (
        "a.csv, row 1: found 4 cells, wanted 2" in bad.skipped
        and repr(f" June 5{delimiter} that it opened.") in bad.skipped
    )


def test_where_every_row_has_too_many_cells_the_table_is_an_error(tmp_path):
    (tmp_path / "a.csv").write_text("title,text\nT,Officials said on Monday, June 5, that it opened.\n")
    with pytest.raises(ReadError, match=r"row 1: found 4 cells, wanted 2"):
        read_documents(tmp_path / "a.csv")


@pytest.mark.parametrize("names", ["text,text", "Text, text ", "text,body", "body,content"])
def test_of_two_columns_named_alike_none_is_lost(tmp_path, names):
    (tmp_path / "a.csv").write_text(f"{names}\n{PLAIN},Second story.\n{PLAIN},\n,Third story.\n{PLAIN},{PLAIN}\n")
    documents = read_documents(tmp_path / "a.csv")
    told = [{document.text, *(one.text for one in document.omitted)} for document in documents]
    assert told == [{PLAIN, "Second story."}, {PLAIN}, {"Third story."}, {PLAIN}]


def test_nor_of_two_columns_of_a_parquet_file(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    found = pyarrow.Table.from_arrays(
        [pyarrow.array([PLAIN]), pyarrow.array(["Second story."])], names=["text", "Text"]
    )
    parquet.write_table(found, tmp_path / "a.parquet")
    (document,) = read_documents(tmp_path / "a.parquet")
    assert (document.text, [one.text for one in document.omitted]) == (PLAIN, ["Second story."])


def parquet_of(tmp_path, **columns):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(pyarrow.table(columns), tmp_path / "a.parquet")
    return tmp_path / "a.parquet"


def test_the_columns_of_a_parquet_file_that_are_not_read_are_named_once(tmp_path):
    first, second = read_documents(parquet_of(tmp_path, text=[PLAIN, PLAIN], lede=["A", "B"], views=[1, 2]))
    assert [(one.text, one.rule) for one in first.omitted] == [("lede, views", "columns that are not read")]
    assert second.omitted == ()


def test_a_day_that_cannot_be_in_a_parquet_file_costs_no_other_row(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    days = pyarrow.array([2**62, 1_700_000_000_000_000], pyarrow.timestamp("us"))
    refused, report = read_documents(parquet_of(tmp_path, text=[PLAIN, PLAIN], published=days))
    assert "row 1: found a value that cannot be read" in refused.skipped
    assert (report.text, str(report.published)[:10]) == (PLAIN, "2023-11-14")


def test_a_table_with_commas_that_is_called_one_of_tabs_is_read(tmp_path):
    (tmp_path / "a.tsv").write_text(f"title,text\nOne,{PLAIN}\n")
    assert [document.text for document in read_documents(tmp_path)] == [PLAIN]


CELLS = st.lists(st.lists(st.text("a\"',;\n |b", max_size=6), min_size=2, max_size=4), max_size=5)


@given(CELLS, st.sampled_from(",;|"), st.sampled_from(["\n", "\r\n"]))
def test_rows_are_parted_as_the_csv_module_parts_them(rows, delimiter, end):
    data = io.StringIO()
    csv.writer(data, delimiter=delimiter, lineterminator=end).writerows(rows)
    assert list(split_rows(data.getvalue(), delimiter)) == rows


@given(st.text('ab, "\n', max_size=20))
def test_odd_tables_are_parted_as_the_csv_module_parts_them(text):
    try:
        list(csv.reader(io.StringIO(text), strict=True))
    except csv.Error as error:
        assume("unexpected end" not in str(error))
    assume(not csv_leaves_open(text))
    assert list(split_rows(text, ",")) == [row for row in csv.reader(io.StringIO(text)) if row]


def csv_leaves_open(text):
    """Whether a quotation mark is not closed: what comes after the text is read as a part of its last cell."""
    return list(csv.reader(io.StringIO(text + "\nx")))[-1] != ["x"]


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_rows_after_it(tmp_path):
    (tmp_path / "a.csv").write_text(f'title,text\nT,"Open story.\nU,{PLAIN}\nV,Third story.\n')
    assert [document.text for document in read_documents(tmp_path / "a.csv")] == ['"Open story.', PLAIN, "Third story."]


@pytest.mark.parametrize(
    "text", ['"' + "a" * 2_000_000, '"' * 1_000_001, '"a"' * 300_000, ',"' * 300_000], ids=range(4)
)
def test_large_odd_tables_are_parted_in_little_time(text):
    start = time.process_time()
    assert sum(len(row) for row in split_rows(text, ","))
    assert time.process_time() - start < 5


def test_threads_read_tables_with_large_cells_beside_each_other(tmp_path):
    for number in range(8):
        (tmp_path / f"{number}.csv").write_text("text\n" + "word " * 40_000 * (number % 2) + f"{PLAIN} {number}\n")
    limit = csv.field_size_limit()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda turn: len(list(read_raw([tmp_path / f"{turn % 8}.csv"]))), range(64)))
    assert found == [1] * 64 and csv.field_size_limit() == limit


def test_nothing_of_the_process_is_changed(tmp_path, monkeypatch):
    monkeypatch.setattr(csv, "field_size_limit", lambda *_: pytest.fail("this holds for the whole process"))
    (tmp_path / "a.csv").write_text("text\n" + "word " * 40_000 + "\n")
    assert read_documents(tmp_path / "a.csv")[0].text


TOPS = {
    "a title": "Reports of week 12, all desks\n",
    "a title that holds the name of a column": "Text, week 12\n",
    "remarks": "# exported by the desk, 2024-03-18\n# text; title; date\n",
    "what a spreadsheet writes for itself": "sep=DELIMITER\n",
    "a title with an empty line": "Reports\n\n",
    "a title in cells": "ReportsDELIMITERDELIMITER\n",
}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("top", TOPS.values(), ids=TOPS)
def test_names_of_columns_are_found_below_a_title_and_remarks(tmp_path, top, delimiter):
    top = top.replace("DELIMITER", delimiter)
    rows = [("title", "text", "published"), ("Dam", PLAIN, "2024-03-18"), ("Ferry", "Second story.", "2024-03-19")]
    (tmp_path / "a.csv").write_text(top + "".join(delimiter.join(row) + "\n" for row in rows))
    first, second = read_documents(tmp_path / "a.csv")
    assert [(one.title, one.text, str(one.published)) for one in (first, second)] == rows[1:]
    assert {one.rule for one in first.omitted} == {"above the names of the columns"} and not second.omitted
    told = " ".join(one.text for one in first.omitted)
    assert all(word.strip(delimiter) in told for word in top.split())


def test_a_title_above_a_table_is_named_though_the_first_row_is_refused(tmp_path):
    (tmp_path / "a.csv").write_text("Bridges, by The Paper\ntitle,text\nOne,a,b\nTwo,A bridge fell.\n")
    refused, report = read_documents(tmp_path)
    assert refused.skipped and report.text == "A bridge fell."
    assert [one.text for one in refused.omitted] == ["Bridges, by The Paper"]


def test_a_table_without_a_text_below_its_title_tells_its_columns(tmp_path):
    (tmp_path / "a.csv").write_text(f"# of the desk\nReports\nTitel;Artikel;Tag\nDam;{PLAIN};heute\n")
    with pytest.raises(ReadError, match="found the columns 'Titel', 'Artikel', 'Tag', wanted 'text'"):
        read_documents(tmp_path / "a.csv")
    (report,) = read_documents(tmp_path / "a.csv", ReadSettings(fields={"text": "Artikel"}))
    assert report.text == PLAIN and len(report.omitted) == 2


def test_names_of_fields_in_a_story_are_no_names_of_columns(tmp_path):
    (tmp_path / "a.csv").write_text("text\nFirst.\ntext\nThird.\n")
    assert [one.text for one in read_documents(tmp_path / "a.csv")] == ["First.", "text", "Third."]


@pytest.mark.parametrize("row", ["text,title", "text,title,date"])
def test_a_row_of_more_names_is_none_of_names_below_stories(tmp_path, row):
    (tmp_path / "a.csv").write_text(f"text,notes\nFirst.,x\nSecond.,y\n{row}\nFourth.,z\n")
    told = [one.text for one in read_documents(tmp_path / "a.csv") if not one.skipped]
    assert told[:2] == ["First.", "Second."] and told[-1] == "Fourth."


def test_a_parquet_file_of_bytes_lists_and_fine_times_costs_no_other_row(tmp_path):
    import pyarrow
    from pyarrow import parquet

    columns = {
        "text": [SENTENCE.encode(), b"Second \xff story."],
        "published": pyarrow.array([1_710_748_800_000_000_001, None], pyarrow.timestamp("ns")),
    }
    parquet.write_table(pyarrow.table(columns), tmp_path / "a.parquet")
    first, second = read_documents(tmp_path / "a.parquet")
    assert (first.text, str(first.published)[:10]) == (SENTENCE, "2024-03-18")
    assert second.text == "Second \ufffd story."
    parquet.write_table(pyarrow.table({"text": [[SENTENCE], None], "body": [None, SENTENCE]}), tmp_path / "a.parquet")
    refused, read = read_documents(tmp_path / "a.parquet")
    assert "is list, wanted text" in (refused.skipped or "") and read.text == SENTENCE
