"""What a user's program may do with the public names: compare, copy, pickle, share between threads, get wrong."""

import copy
import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from summarizer import (
    Document,
    InputError,
    ReadSettings,
    Settings,
    SettingsError,
    read_documents,
    render,
    render_bytes,
    run_pipeline,
    summarize,
    trace_origins,
    write,
    write_reports,
)
from summarizer.api import ask

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def documents():
    return read_documents(SEEDS)


def _pickled(record):
    return pickle.loads(pickle.dumps(record))  # noqa: S301 - our own


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, _pickled])
def test_records_equal_their_copies(documents, copied):
    run = run_pipeline(documents, Settings(words=60))
    for record in (
        documents[0],
        run,
        run.briefing,
        run.provenance,
        run.settings,
        ReadSettings(fields={"text": "body"}),
    ):
        assert copied(record) == record


def test_runs_differ_where_anything_but_the_graph_does(documents):
    assert run_pipeline(documents, Settings(words=60)) == run_pipeline(documents, Settings(words=60))
    assert run_pipeline(documents, Settings(words=60)) != run_pipeline(documents, Settings(words=61))


def test_threads_do_not_meet():
    def briefing_of(number):
        return render(summarize(read_documents(SEEDS[number % 3 :]), Settings(words=60)), "json")

    alone = [briefing_of(number) for number in range(3)]
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(briefing_of, range(12))) == alone * 4


@pytest.mark.parametrize("call", [summarize, run_pipeline, trace_origins])
@pytest.mark.parametrize("given", [["a.txt"], "a text", [Document(id="a", text="A text."), None]])
def test_what_is_no_document_is_told_with_what_makes_one(call, given):
    with pytest.raises(InputError, match=r"^Documents: found (str|NoneType), wanted Document; read_documents\(paths\)"):
        call(given)


@pytest.mark.parametrize("call", [summarize, run_pipeline, trace_origins])
def test_a_document_in_place_of_a_list_is_told(call):
    with pytest.raises(InputError, match=r"^documents: found a Document, wanted several; give a list\.$"):
        call(Document(id="a", text="A text."))


@pytest.mark.parametrize("call", [render, render_bytes, lambda what, name: write(what, "a.md", name=name)])
def test_reports_in_place_of_a_briefing_are_told(call, documents):
    wanted = r"^render: found Documents, wanted a Briefing or a Run; `summarize\(documents\)` makes one\.$"
    with pytest.raises(InputError, match=wanted):
        call(documents, "markdown")


@pytest.mark.parametrize("language", ["", "german", "EN", "en-GB", "d", "12", "en\n", None, 7])
def test_a_language_is_a_code(language):
    with pytest.raises(SettingsError, match=r'^Settings\.language: found .*, wanted a language code such as "en"'):
        Settings(language=language)


def test_reports_of_no_such_form_are_told_in_words_of_the_library(documents):
    with pytest.raises(SettingsError, match=r"^form: found 'xml', wanted one of jsonl, text"):
        write_reports(documents, "xml")


@pytest.mark.parametrize("call", [summarize, lambda *given, **named: run_pipeline(*given, **named).briefing])
def test_what_is_asked_for_is_given_by_name_or_in_settings(documents, call):
    assert call(documents, words=60) == call(documents, Settings(words=60))
    assert call(documents, sentences=2, focus="Taiwan") == call(documents, Settings(sentences=2, focus="Taiwan"))


@pytest.mark.parametrize(
    ("settings", "named", "wanted"),
    [
        (None, {}, Settings()),
        (None, {"words": 60}, Settings(words=60)),
        (Settings(words=90, focus="trade"), {"words": 60}, Settings(words=60, focus="trade")),
        (Settings(words=90, focus="trade"), {"focus": "Taiwan"}, Settings(words=90, focus="Taiwan")),
        (Settings(damping=0.8), {"language": "de"}, Settings(damping=0.8, language="de")),
        (Settings(sentences=3), {"words": 60}, Settings(words=60)),
        (Settings(share=0.1), {"sentences": 4}, Settings(sentences=4)),
        (Settings(share=0.1), {"focus": "trade"}, Settings(share=0.1, focus="trade")),
    ],
)
def test_what_is_given_by_name_goes_before_the_settings(settings, named, wanted):
    assert ask(settings, **named) == wanted


@pytest.mark.parametrize("call", [summarize, run_pipeline])
@pytest.mark.parametrize(
    ("given", "named", "message"),
    [
        ((), {"words": 0}, r"^Settings\.words: found 0, wanted a whole number"),
        ((), {"words": 60, "sentences": 2}, r"^Settings: found words and sentences, wanted one budget"),
        ((), {"focus": " "}, r"^Settings\.focus: found ' ', wanted text that is not empty"),
        ((100,), {}, r"^settings: found 100, wanted Settings, as in Settings\(words=100\); or give words="),
        (({"words": 100},), {"focus": "trade"}, r"^settings: found \{'words': 100\}, wanted Settings"),
    ],
)
def test_what_cannot_be_asked_is_told(documents, call, given, named, message):
    with pytest.raises(SettingsError, match=message):
        call(documents, *given, **named)
