import builtins
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Document, read_documents, summarize
from summarizer.languages.codes import read_code
from summarizer.languages.language import find_language
from summarizer.nlp.sentences.boundaries import split_text
from summarizer.nlp.tokens import open_stemmer, stop_words

STORY = (
    "Officials said on Monday that the bridge over the river would open to all traffic before the end of the year."
    " The minister of transport told reporters in the capital that the work had cost more than had been planned."
)
TOLD = {
    "en": "en", "EN": "en", " de ": "de", "en-GB": "en", "de_AT": "de", "en_US.UTF-8": "en", "zh-Hant-TW": "zh",
    "en, fr": "en", "eng": "en", "ger": "de", "French": "fr", "fil": "fil", "iw": "he", "vi": "vi",
}  # fmt: skip
NONE = (
    "", " ", "x", "qq", "x-klingon", "klingon", "../../secret", "/etc/secret", "en/../../secret", "..", "en\x00",
    "\x00", "\ud800", "en\ud800", "a" * 300, "en" + "g" * 5000, "е" + "n", "C:\\secret", "data/en", "1",
)  # fmt: skip


@pytest.mark.parametrize(("told", "code"), TOLD.items(), ids=TOLD)
def test_a_code_is_read_as_files_tell_it(told, code):
    assert read_code(told) == code


@pytest.mark.parametrize("told", NONE, ids=ascii)
def test_what_is_no_code_is_nothing(told):
    assert read_code(told) is None


@given(st.text())
def test_a_code_is_two_or_three_small_letters_and_its_own_code(told):
    code = read_code(told)
    assert code is None or (code.isascii() and code.islower() and len(code) in (2, 3) and read_code(code) == code)


@pytest.mark.parametrize("told", [*NONE, "english", "porter"], ids=ascii)
def test_no_function_of_words_opens_a_file_for_what_is_no_code(monkeypatch, told):
    opened = []

    def note(name):
        return lambda *args, **_: opened.append((name, args)) or pytest.fail(f"{name} {args}")

    stop_words.cache_clear()
    monkeypatch.setattr(builtins, "open", note("open"))
    monkeypatch.setattr(io, "open", note("open"))
    monkeypatch.setattr(Path, "read_text", note("read_text"))
    assert stop_words(told) == frozenset()
    assert find_language(told) is None
    assert open_stemmer(told)(["running"]) == ["running"]
    assert not opened


@pytest.mark.parametrize("told", NONE, ids=ascii)
def test_a_text_is_split_whatever_its_language_is_called(told):
    assert [STORY[piece.start : piece.end] for piece in split_text(STORY, told)] == [
        STORY[: STORY.index(" The")],
        STORY[STORY.index("The minister") :],
    ]


def test_a_report_cannot_have_a_file_of_the_disk_read_as_its_stop_words(tmp_path):
    (tmp_path / "secret.txt").write_bytes(b"\xff\xfe secret")
    climbing = "../" * 40 + str(tmp_path / "secret").lstrip("/")
    for told in (climbing, str(tmp_path / "secret")):
        document = Document(id="a", text=STORY, language=told)
        assert summarize([document]).sources[0].language is None


FILES = {
    "a.json": '{"text": "%s", "language": "%s"}',
    "a.jsonl": '{"text": "%s", "language": "%s"}\n',
    "a.csv": 'text,lang\n"%s",%s\n',
    "a.eml": "From: a@b.cd\nSubject: s\nDate: Mon, 1 Jan 2024 00:00:00 +0000\nContent-Type: text/plain\n"
    "X-Text: %.0s\nContent-Language: %s\n\n" + STORY + "\n",
    "a.txt": "---\ntitle: %.0s\nlanguage: %s\n---\n\n" + STORY + "\n",
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("told", ["../../secret", "a" * 5000, "qq"], ids=lambda told: told[:12])
def test_a_report_whose_language_is_no_code_is_read_and_tells_none(tmp_path, name, told):
    (tmp_path / name).write_text(FILES[name] % (STORY, told))
    (tmp_path / "b.txt").write_text("The dam in the north held, engineers said on Tuesday after they had looked at it.")
    documents = read_documents(tmp_path)
    assert [document.language for document in documents] == [None, None]
    assert not any(document.skipped for document in documents)
    assert len(summarize(documents).sources) == 2


@pytest.mark.parametrize("name", FILES)
def test_a_report_whose_language_has_a_country_tells_the_code(tmp_path, name):
    (tmp_path / name).write_text(FILES[name] % (STORY, "en-GB"))
    assert read_documents(tmp_path)[0].language == "en"


def test_half_a_surrogate_pair_is_no_language(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps({"text": STORY, "language": "\ud800"}))
    documents = read_documents(tmp_path / "a.json")
    assert documents[0].language is None
    assert summarize(documents).points


def test_what_sources_toml_says_is_a_code_or_nothing(tmp_path):
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "sources.toml").write_text('["a.txt"]\nlanguage = "../../secret"\n["*.txt"]\nlanguage = "en-GB"\n')
    assert read_documents(tmp_path)[0].language == "en"
