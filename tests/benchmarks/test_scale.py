"""The stories of the benchmark repeat, commands are watched to their end, and what fails is told."""

import sys
from collections import Counter

import pytest
from typer.testing import CliRunner

from benchmarks import scale, scale_inputs, scale_runs
from benchmarks.scale_inputs import (
    Kind,
    count_sentences,
    cut_to,
    dispatch_kind,
    kinds,
    make_story,
    make_ten,
    take_real,
)
from benchmarks.scale_peers import PeerError, fill, measure_peers, open_scikit
from benchmarks.scale_results import Beside, Results
from benchmarks.scale_runs import Cost, run_watched
from summarizer import Document, run_pipeline

WATCHED = """
import subprocess, sys, time
held = b"x" * 60_000_000
if len(sys.argv) == 1:
    child = subprocess.Popen([sys.executable, __file__, "child"])
    child.wait()
    print("done")
time.sleep(0 if len(sys.argv) == 1 else 1)
"""


@pytest.fixture
def without_data(monkeypatch, tmp_path):
    for name in ("NEWS", "TOPICS"):
        monkeypatch.setattr(scale_inputs, name, tmp_path / "none.jsonl")


def test_a_story_repeats_and_begins_as_a_smaller_one_does():
    assert make_story(12)[:5] == make_story(5)
    assert len({document.id for document in make_story(12)}) == 12
    made = dispatch_kind().make
    assert made(12)[:5] == made(5)


@pytest.mark.skipif(not scale_inputs.has_real(), reason="no reports of Multi-News at hand")
def test_real_reports_come_first_and_then_recombined_ones():
    texts, paragraphs = scale_inputs._read_real()
    reports = take_real(len(texts) + 2)
    assert [one.text for one in reports[: len(texts)]] == texts
    assert f"the {len(texts):,} of Multi-News" in scale_inputs.describe_real()
    assert {*reports[-1].text.split("\n\n")} <= {*paragraphs}


@pytest.mark.usefixtures("without_data")
def test_without_data_the_stories_are_made_up():
    assert [kind.name for kind in kinds()] == ["made-up"]
    assert dispatch_kind().name == "one dispatch, made-up"
    name, reports = make_ten()
    assert (name, len(reports), count_sentences(reports)) == ("made-up", 10, 215)


@pytest.mark.usefixtures("without_data")
def test_reports_share_paragraphs_of_one_dispatch():
    shared = Counter(part for one in dispatch_kind().make(40) for part in {*one.text.split("\n\n")})
    assert sum(count >= 10 for count in shared.values()) > scale_inputs.DISPATCH / 2


def test_reports_are_cut_to_so_many_sentences_that_are_ranked():
    reports = [*make_story(3), Document(id="copy", text=make_story(1)[0].text), *make_story(12)[3:]]
    kept = cut_to(reports, 100)
    assert "copy" not in {one.id for one in kept}
    assert len(run_pipeline(kept).sentences) == 100


def test_a_command_is_watched_with_its_children(tmp_path):
    script = tmp_path / "watched.py"
    script.write_text(WATCHED, encoding="utf-8")
    cost = run_watched((sys.executable, script))
    assert cost.printed.split() == [b"done"]
    assert 0.12 < cost.gigabytes < 0.25
    assert cost.seconds > 0 and cost.cpu > 0


def test_the_memory_of_a_command_is_its_own_and_not_that_of_who_starts_it():
    held = b"x" * 200_000_000
    assert run_watched((sys.executable, "-c", "pass")).gigabytes < 0.1
    del held


def test_a_command_that_fails_is_told_with_its_error():
    with pytest.raises(SystemExit, match=r"ended with 3\n.*went wrong"):
        run_watched((sys.executable, "-c", "import sys; sys.stderr.write('it went wrong'); sys.exit(3)"))
    with pytest.raises(SystemExit, match=r"no start\n(?s:.*)FileNotFoundError"):
        run_watched(("/no/such/program",))


def test_the_best_sentences_that_fit_are_taken():
    sentences = run_pipeline([Document(id="a", text=f"{'Word ' * 200}ends.\n\n{'More ' * 60}ends.\n\nIt ends.")])
    lengths = [one.words for one in sentences.sentences]
    assert lengths[0] + lengths[1] > 250 > lengths[0]
    assert fill(range(len(lengths)), sentences.sentences) == [at for at in range(len(lengths)) if at != 1]


def test_a_program_that_is_not_installed_is_a_note(monkeypatch):
    for name in ("sklearn", "sklearn.feature_extraction.text", "sklearn.metrics.pairwise"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(PeerError, match="scikit-learn is not installed"):
        open_scikit([])
    results = Results()
    for _ in range(2):
        scale.add_peers(results, measure_peers(Kind("made-up", make_story), 60, 1, lambda _: None))
    assert len(results.peers) == 6
    assert all(isinstance(one, Beside) and one.sentences == 60 for one in results.peers)
    (note,) = results.notes
    assert note.startswith("scikit-learn tf-idf, cosine, PageRank: not measured, since scikit-learn is not installed (")


@pytest.mark.usefixtures("without_data")
def test_a_plan_is_measured_and_each_part_is_kept_as_it_comes():
    plan = scale.Plan(sizes=(3,), dispatch=(), peers=(), rounds=1, ten=0, jobs=(1, 2))
    results, told = Results(), []
    grown = [len(found.to_json()) for found in scale.measure(plan, results, told.append)]
    assert len(grown) == 2 and grown[0] < grown[1]
    assert [one.what for one in results.starts] == ["python -c pass", "summarizer --help", "summarizer brief seeds"]
    assert [(one.kind, one.reports, one.jobs) for one in results.wholes] == [("made-up", 3, 1), ("made-up", 3, 2)]
    assert [line.split(":")[0] for line in told] == ["made-up, 3 reports, 1 process", "made-up, 3 reports, 2 processes"]
    (staged,) = results.stages
    assert [*staged.seconds][:2] == ["read and clean", "split reports"] and "merge" in staged.seconds
    assert staged.sentences == count_sentences(make_story(3))
    assert results.notes == ["Multi-News is not at hand: real reports were not measured."]


def test_briefings_that_depend_on_the_number_of_processes_are_told(monkeypatch):
    def answer(command):
        return Cost(1.0, 1.0, 0.1, command[-1].encode())

    monkeypatch.setattr(scale_runs, "run_watched", answer)
    monkeypatch.setattr(scale_runs, "_time_stages", lambda *_: None)
    with pytest.raises(SystemExit, match=r"made-up, 2 reports: .* \(1, 2\) processes are not the same bytes"):
        scale_runs.measure_story(Kind("made-up", make_story), 2, (1, 2), 1, print)


def test_numbers_are_read_in_order_and_wrong_ones_are_told():
    assert scale.numbers("50, 5,5", (1,), "--sizes") == (5, 50)
    assert scale.numbers(None, (1,), "--sizes") == (1,)
    assert scale.numbers("", (1,), "--sizes") == ()
    for wrong in ("five", "0", "-5", "5.5"):
        with pytest.raises(scale.typer.BadParameter, match=f"found '{wrong}', wanted whole numbers from 1"):
            scale.numbers(wrong, (1,), "--sizes")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--sizes", "five"], "whole numbers"),
        (["--svg", "no/such/folder/a.svg"], "make it first"),
        (["--from", "no.json"], "no.json"),
        (["--from", "no.json", "--json", "a.json"], "leave out one"),
    ],
)
def test_a_wrong_option_is_told_before_anything_is_measured(monkeypatch, arguments, told):
    monkeypatch.setattr(scale, "measure", lambda *_: pytest.fail("it measures"))
    found = CliRunner().invoke(scale.app, arguments)
    assert found.exit_code == 2
    assert told in " ".join(found.output.replace("│", " ").split())


def test_kept_figures_are_shown_and_drawn_again(tmp_path):
    kept, svg = tmp_path / "kept.json", tmp_path / "scale.svg"
    kept.write_text(Results().to_json(), encoding="utf-8")
    found = CliRunner().invoke(scale.app, ["--from", str(kept), "--markdown"])
    assert found.exit_code == 0 and "Python" in found.output
    refused = CliRunner().invoke(scale.app, ["--from", str(kept), "--svg", str(svg)])
    assert refused.exit_code == 2 and not svg.exists()
