import bz2
import gzip
import io
import lzma
import zipfile
from random import Random

import pytest

from summarizer import ReadError, ReadSettings, SettingsError, read_documents

SENTENCE = "The minister said on Monday that the talks in Beijing had gone well for both of the countries.\n"


def packed_with_zstandard(data):
    zstd = pytest.importorskip("backports.zstd")
    return zstd.compress(data)


PACKERS = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress, ".zst": packed_with_zstandard}


def zipped(members, **more):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content, **more)
    return data.getvalue()


@pytest.mark.parametrize("ending", PACKERS)
def test_a_compressed_file_is_what_it_holds(tmp_path, ending):
    path = tmp_path / f"a.txt{ending}"
    path.write_bytes(PACKERS[ending](SENTENCE.encode()))
    (document,) = read_documents(path)
    assert (document.id, document.text, document.kind, document.path) == ("a", SENTENCE, "text", str(path))


NUMBERED = "".join(f"The minister told {at} reporters of talks number {at * at}.\n\n" for at in range(4_000))
SMALL_BLOCKS = PACKERS | {".bz2": lambda data: bz2.compress(data, 1)}  # what a cut takes of bzip2 is a whole block


@pytest.mark.parametrize("ending", PACKERS)
def test_of_a_compressed_file_that_is_cut_off_the_beginning_is_read(tmp_path, ending):
    path = tmp_path / f"a.txt{ending}"
    packed = SMALL_BLOCKS[ending](NUMBERED.encode())
    path.write_bytes(packed[: len(packed) * 9 // 10])
    lost, document = sorted(read_documents(path), key=lambda one: len(one.text))
    assert len(document.text) > 100_000 and NUMBERED.startswith(document.text)
    assert (
        lost.skipped
        == f"{path}: is cut off behind its first {len(document.text):,} bytes, unpacked; what followed is left out."
    )


@pytest.mark.parametrize("ending", PACKERS)
def test_a_compressed_file_of_which_nothing_is_left_is_refused(tmp_path, ending):
    path = tmp_path / f"a.txt{ending}"
    path.write_bytes(PACKERS[ending](SENTENCE.encode())[:9])
    with pytest.raises(ReadError, match=r"a\.txt\.\w+: cannot be read as a compressed file .* its first 0 bytes"):
        read_documents(path)


def test_a_compressed_file_whose_check_fails_is_refused_whole(tmp_path):
    packed = bytearray(gzip.compress(SENTENCE.encode() * 50))
    packed[-8] ^= 255
    (tmp_path / "a.txt.gz").write_bytes(packed)
    with pytest.raises(ReadError, match=r"CRC check failed .*; found behind its first 4,750 bytes, unpacked"):
        read_documents(tmp_path / "a.txt.gz")


def test_the_members_of_a_zip_are_reports(tmp_path):
    inner = zipped({"d.txt": SENTENCE})
    members = {
        "b/c.txt": SENTENCE,
        "a.json": '{"text": "Text.", "id": "own"}',
        "e.zip": inner,
        "x.bin": bytes(range(256)),
    }
    (tmp_path / "z.zip").write_bytes(zipped({**members, "__MACOSX/._a": b"\0", "b/.hidden": SENTENCE}))
    documents = {document.id: document for document in read_documents(tmp_path / "z.zip")}
    assert sorted(documents) == ["c", "d", "own", "x"]
    assert documents["d"].text == SENTENCE
    assert "z.zip:x.bin: found binary data" in documents["x"].skipped


def test_names_that_climb_out_are_refused_and_nothing_is_written(tmp_path):
    names = ("../../a.txt", "/etc/b.txt", "c\\..\\..\\d.txt", "C:\\e.txt")
    (tmp_path / "z.zip").write_bytes(zipped({**dict.fromkeys(names, SENTENCE), "fine.txt": SENTENCE}))
    documents = read_documents(tmp_path / "z.zip")
    assert [document.id for document in documents if not document.skipped] == ["fine"]
    assert sum("climbs out" in (document.skipped or "") for document in documents) == len(names)
    assert [path.name for path in tmp_path.iterdir()] == ["z.zip"]


@pytest.mark.parametrize("ending", PACKERS)
def test_bombs_are_refused_by_their_ratio(tmp_path, ending):
    (tmp_path / f"a.txt{ending}").write_bytes(PACKERS[ending](b"a" * 30_000_000))
    (tmp_path / "b.txt").write_text(SENTENCE)
    bomb, report = read_documents(tmp_path)
    assert "expansion_ratio" in bomb.skipped and f"a.txt{ending}" in bomb.skipped
    assert report.skipped is None


def test_a_bomb_in_a_zip_costs_only_itself(tmp_path):
    (tmp_path / "z.zip").write_bytes(zipped({"a.txt": b"a" * 30_000_000, "b.txt": SENTENCE}))
    bomb, report = read_documents(tmp_path / "z.zip")
    assert "z.zip:a.txt: refused" in bomb.skipped and "expansion_ratio" in bomb.skipped
    assert report.text == SENTENCE


def test_bombs_within_bombs_draw_on_one_allowance(tmp_path):
    block = zipped({f"{number}.txt": SENTENCE * 1500 for number in range(4)})
    (tmp_path / "z.zip").write_bytes(zipped({f"{number}.zip": block for number in range(4)}))
    documents = read_documents(tmp_path / "z.zip", ReadSettings(expanded_bytes=1_000_000, expansion_ratio=10**6))
    assert 4 <= sum(not document.skipped for document in documents) < 8
    assert all("expanded_bytes" in document.skipped for document in documents if document.skipped)
    assert len(read_documents(tmp_path / "z.zip", ReadSettings(expansion_ratio=10**6))) == 16


def test_a_small_archive_in_a_large_one_is_no_bomb(tmp_path):
    binary = Random(1).randbytes(1_100_000)  # noqa: S311 - a test must repeat
    members = {"a.bin": binary, "z.txt.gz": gzip.compress(SENTENCE.encode())}
    (tmp_path / "z.zip").write_bytes(zipped(members))
    documents = read_documents(tmp_path / "z.zip", ReadSettings(expansion_ratio=2))
    assert "a.bin: found binary data" in documents[0].skipped
    assert documents[1].text == SENTENCE


def test_archives_nest_only_so_deep(tmp_path):
    data = SENTENCE.encode()
    for _ in range(4):
        data = gzip.compress(data)
    (tmp_path / "a.gz").write_bytes(data)
    with pytest.raises(ReadError, match=r"limit nesting=N"):
        read_documents(tmp_path / "a.gz")
    assert read_documents(tmp_path / "a.gz", ReadSettings(nesting=4))[0].text == SENTENCE


def test_too_many_members_are_refused(tmp_path):
    (tmp_path / "z.zip").write_bytes(zipped({f"{number}.txt": SENTENCE for number in range(11)}))
    with pytest.raises(ReadError, match="more than 10 members"):
        read_documents(tmp_path / "z.zip", ReadSettings(members=10))


def test_a_zip_that_is_broken_or_empty_is_refused(tmp_path):
    (tmp_path / "z.zip").write_bytes(b"PK\x03\x04" + bytes(100))
    with pytest.raises(ReadError, match="cannot be read as a zip archive"):
        read_documents(tmp_path / "z.zip")
    (tmp_path / "z.zip").write_bytes(zipped({}))
    with pytest.raises(ReadError, match="found no report in it"):
        read_documents(tmp_path / "z.zip")


def test_limits_are_checked():
    with pytest.raises(SettingsError, match=r"ReadSettings\.members"):
        ReadSettings(members=0)
    with pytest.raises(SettingsError, match="found body=text"):
        ReadSettings(fields={"body": "text"})
