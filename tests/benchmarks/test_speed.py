"""The engine that is measured alone is the engine of the pipeline: it still runs, and keeps the length."""

from benchmarks.speed import SETTINGS, crossed, run_engine
from summarizer import read_documents, run_pipeline


def test_the_engine_alone_chooses_within_the_length():
    done = run_pipeline(read_documents(["seeds"]), SETTINGS)
    chosen = [decision for decision in run_engine(done) if decision.chosen]
    assert chosen
    assert sum(decision.statement.wording.words for decision in chosen) <= SETTINGS.words


def test_crossed_reports_have_about_so_many_sentences():
    crossing = crossed(read_documents(["seeds"]), sentences=100)
    assert len(crossing) == 4
    assert 90 <= len(run_pipeline(crossing).sentences) <= 110
