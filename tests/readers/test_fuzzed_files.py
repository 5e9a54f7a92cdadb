"""Whatever bytes a file holds: reports, or one clear refusal. Files of real programs are damaged, and bytes made up."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer import ReadError, ReadSettings
from summarizer.readers.registry import READERS, detect_kind, read_kind
from summarizer.readers.source import SourceFile
from tools.fuzz import TARGETS

pytestmark = pytest.mark.unmeasured

FILES = Path(__file__).parents[1] / "cases" / "kinds"
LIMITS = ReadSettings(expanded_bytes=5_000_000, report_chars=500_000, pdf_operators=50_000, members=100, reports=100)
BOUNDED = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)

SAMPLES = {
    "docx": "seeds_docx/003.docx", "odt": "libreoffice.odt", "rtf": "libreoffice.rtf", "epub": "pandoc.epub",
    "pdf": "seeds_pdf/003.pdf", "columns": "columns.pdf", "mail": "seeds_eml/003.eml", "mbox": "mutt.mbox",
    "rss": "pelican.rss", "atom": "pelican.atom", "warc": "wget.warc.gz", "html": "print.html",
}  # fmt: skip


def made():
    """Files that no program had to make."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "Some text.")
        archive.writestr("b.json", '{"text": "Other text."}')
    table = b"text,title\nSome text,T\n"
    lines = b'{"text": "Some text.", "published": "2023-06-18"}\n{"uri": "u", "bodies": [{"value": "x"}]}\n'
    return {
        "zip": data.getvalue(),
        "gz": gzip.compress(table),
        "csv": table,
        "jsonl": lines,
        "json": b"[" + lines[:50] + b"]",
    }


def data_of(name):
    return (FILES / SAMPLES[name]).read_bytes() if name in SAMPLES else made()[name]


CHANGE = st.tuples(st.floats(0, 1), st.sampled_from(["flip", "cut", "repeat", "insert", "end"]), st.binary(max_size=12))


def damaged(data, changes):
    for where, how, extra in changes:
        at = int(where * len(data))
        if how == "flip":
            data = data[:at] + bytes(byte ^ 0x55 for byte in data[at : at + 3]) + data[at + 3 :]
        elif how == "cut":
            data = data[:at] + data[at + 40 :]
        elif how == "repeat":
            data = data[:at] + data[max(0, at - 200) : at] * 3 + data[at:]
        elif how == "insert":
            data = data[:at] + extra + data[at:]
        else:
            data = data[: max(at, len(data) // 2)]
    return data


def check(raw):
    try:
        documents = list(read_kind(raw))
    except ReadError as error:
        assert raw.name in str(error) and "\n" not in str(error)
        return
    for document in documents:
        assert document.id and (document.skipped or document.kind)
        assert all(0 <= page.start <= page.end <= len(document.text) for page in document.pages)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", [*SAMPLES, *made()])
@BOUNDED
@given(changes=st.lists(CHANGE, min_size=1, max_size=5))
def test_a_damaged_file_is_read_or_refused(name, changes):
    ending = Path(SAMPLES[name]).suffix if name in SAMPLES else f".{name}"
    check(SourceFile(name=f"a{ending}", stem="a", data=damaged(data_of(name), changes), settings=LIMITS))


ENDINGS = sorted({ending for kind in READERS.own.values() for ending in kind.endings})
MARKS = [
    b"", b"%PDF-1.7\n", b"{\\rtf1 ", b"PK\x03\x04", b"\x1f\x8b\x08\x00", b"WARC/1.0\r\n", b"BZh9", b"[{", b"PAR1",
    b"From a Mon Jan 1 00:00:00 2023\nX: y\n", b"From: a\nDate: b\nSubject: c\n\n", b'{"text": ', b"\xff\xfe",
    b"<html>", b"<rss><channel><item>", b"<?xml version='1.0'?><feed>", b"\x28\xb5\x2f\xfd", b"---\ntitle: [",
    b"text,x\n",
]  # fmt: skip


BYTES = st.binary(max_size=300) | st.text(max_size=200).map(str.encode)


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    mark=st.sampled_from(MARKS),
    rest=st.binary(max_size=300) | st.text(max_size=200).map(str.encode),
    ending=st.sampled_from(ENDINGS),
)
def test_made_up_bytes_are_read_or_refused(mark, rest, ending):
    check(SourceFile(name=f"a{ending}", stem="a", data=mark + rest, settings=LIMITS))


def test_every_kind_is_fuzzed():
    assert set(TARGETS) == set(READERS.own)


@pytest.mark.parametrize("kind", sorted(set(TARGETS) - {"other office"}))
def test_fuzzing_begins_with_files_that_can_be_read(kind):
    target = TARGETS[kind]
    seeds = list(target.seeds())
    assert seeds
    for seed in seeds:
        raw = SourceFile(name=f"a{target.ending}", stem="a", data=seed, settings=LIMITS)
        assert detect_kind(raw) == kind
        assert any(document.skipped is None for document in read_kind(raw))
