import csv
import io
from pathlib import Path

import pytest

from summarizer import ReadError, ReadSettings, read_documents

SENTENCE = 'The minister said on Monday, "the talks have gone well"; both of the countries agreed.\nSecond paragraph.'
ROWS = [{"headline": "T", "text": SENTENCE, "published": "2023-06-18"}, {"headline": "U", "text": "", "published": ""}]


def table(delimiter, names=("headline", "text", "published")):
    data = io.StringIO()
    writer = csv.DictWriter(data, names, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(dict(zip(names, row.values(), strict=True)) for row in ROWS)
    return data.getvalue()


def test_the_table_that_sqlite_wrote_holds_every_report():
    cases = Path(__file__).parents[2] / "cases" / "kinds"
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
