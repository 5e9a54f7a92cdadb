"""The package of docs/plugins.md, installed beside us: used from the command line and from the library."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.plugins.conftest import Package

PAGE = (Path(__file__).parents[2] / "docs" / "plugins.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
PARTS, USE = PAGE.split("## Use the parts")
PACKAGE = "\n\n".join(code for kind, code in BLOCKS if kind == "python" and code in PARTS)
PROGRAM = "\n\n".join(code for kind, code in BLOCKS if kind == "python" and code in USE)
COMMAND = next(code for kind, code in BLOCKS if kind == "sh").strip()

NAMES = "The minister of finance, Ann Smith, said on Monday that the central bank would lower its rate by half a point"
WIRE = f"""Central bank to lower its rate
{NAMES} in the coming month.

The Gazette is a newspaper that has been printed in the town on the river for more than a hundred years.
%%
Rate to fall, says minister
{NAMES} in the coming month, after a year of falling prices.

Banks in the capital welcomed the decision of the government on Tuesday, and shares rose by two per cent.
"""


def entry_points():
    groups = tomllib.loads(next(code for kind, code in BLOCKS if kind == "toml"))["project"]["entry-points"]
    return {
        group.removeprefix("summarizer."): [f"{name} = {place}" for name, place in own.items()]
        for group, own in groups.items()
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder of reports, and beside it the package."""
    home = tmp_path_factory.mktemp("home")
    (home / "today.wire").write_text(WIRE)
    Package.make(home / "site", PACKAGE, entry_points(), "newsroom-parts")
    return home


def call(folder, *arguments, **more):
    paths = [str(folder / "site"), *filter(None, [os.environ.get("PYTHONPATH")]), str(Path(__file__).parents[2])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "COLUMNS": "200", **more}
    return subprocess.run([sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True)


def summarizer(folder, *arguments):
    return call(folder, "-m", "summarizer", *arguments)


def test_the_command_of_the_page_uses_a_part_of_each_kind(folder):
    arguments = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', COMMAND)[1:]]
    done = summarizer(folder, *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    title, *bullets = done.stdout.splitlines()
    assert title and bullets and all(line.startswith("* ") for line in bullets)
    assert "The Gazette is" not in done.stdout and "%%" not in done.stdout
    plain = summarizer(folder, *arguments[:-1], "terminal")
    for part in ("ranker='degree'", "similarity='overlap'", "judge='strict'"):
        assert f"{part} (package newsroom-parts 1.0)" in " ".join(plain.stdout.split())


def test_the_program_of_the_page_runs(folder):
    done = call(folder, "-c", PROGRAM)
    assert (done.returncode, done.stderr) == (0, "")
    title, *bullets, other = done.stdout.splitlines()
    assert title and other and bullets and all(line.startswith("* ") for line in bullets)


def test_what_a_rule_drops_is_shown_with_its_name(folder):
    shown = summarizer(folder, "sources", "today.wire", "--rule", "about the paper").stdout
    assert "about the paper" in shown and "The Wire" in shown
    assert "about the paper" not in summarizer(folder, "sources", "today.wire").stdout


def test_a_reader_that_refuses_a_file_is_one_line(folder):
    (folder / "no.wire").write_text("no report")
    done = summarizer(folder, "brief", "no.wire")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "summarizer: no.wire: found no line of %%, wanted one between reports\n"


@pytest.mark.parametrize(
    ("option", "known"),
    [("ranker", "textrank, degree"), ("similarity", "tfidf, overlap"), ("judge", "lexical, strict")],
)
def test_a_name_that_is_nowhere_is_told_with_all_there_are(folder, option, known):
    done = summarizer(folder, "brief", "nowhere.txt", f"--{option}", "x")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"summarizer: Settings.{option}: found 'x', wanted one of {known}.\n"


BROKEN = {
    "readers": ["wire = tiny_plugins:nothing"],
    "cleaning_rules": ["rule = tiny_plugins:fail"],
    "rankers": ["short = tiny_plugins:short"],
    "similarities": ["flat = tiny_plugins:short"],
    "judges": ["prose = tiny_plugins:prose"],
    "renderers": ["none = tiny_plugins:none", "late = tiny_plugins:nowhere"],
}
CODE = """
from summarizer import FileKind, Verdict
nothing = FileKind(read=lambda file: [file.text], endings=(".wire",))
def fail(line): return line.nothing
def short(*given): return [1.0, 2.0]
def prose(point, passages, settings): return [Verdict(relation="maybe") for _ in passages]
def none(*given): return None
"""


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    home = tmp_path_factory.mktemp("broken")
    for number, report in enumerate(WIRE.split("\n%%\n")):
        (home / f"{number}.txt").write_text(report)
    (home / "a.wire").write_text(WIRE)
    Package.make(home / "site", CODE, BROKEN)
    return home


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["a.wire"],
            "reader 'wire' (package tiny-plugins 1.0; summarizer.readers): yielded str for a.wire, wanted Docu",
        ),
        (
            ["--rule", "rule"],
            "cleaning rule 'rule' (package tiny-plugins 1.0; summarizer.cleaning_rules): raised Attrib",
        ),
        (
            ["--ranker", "short"],
            "ranker 'short' (package tiny-plugins 1.0; summarizer.rankers): returned an array of sh",
        ),
        (["--similarity", "flat"], "similarity 'flat' (package tiny-plugins 1.0; summarizer.similarities): "),
        (
            ["--judge", "prose"],
            "judge 'prose' (package tiny-plugins 1.0; summarizer.judges): returned the relation 'ma",
        ),
        (
            ["--format", "none"],
            "renderer 'none' (package tiny-plugins 1.0; summarizer.renderers): returned NoneType, wa",
        ),
        (
            ["--format", "late"],
            "renderer 'late' (package tiny-plugins 1.0; summarizer.renderers): tiny_plugins:nowhere ",
        ),
    ],
)
def test_a_part_that_fails_is_one_line_and_exit_2(broken, arguments, message):
    done = summarizer(broken, "brief", "0.txt", "1.txt", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"summarizer: {message}") and done.stderr.count("\n") == 1
    assert done.stderr.endswith("; correct it, or uninstall it.\n")


def test_parts_that_are_broken_cost_nobody_who_does_not_ask_for_them(broken):
    done = summarizer(broken, "brief", "0.txt", "1.txt")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_name_of_ours_is_no_package_s_to_take(tmp_path):
    (tmp_path / "a.txt").write_text(NAMES + ".\n")
    Package.make(tmp_path / "site", CODE, {"rankers": ["textrank = tiny_plugins:short"]})
    done = summarizer(tmp_path, "brief", "a.txt", "--ranker", "x")
    assert done.returncode == 2
    assert (
        "'textrank' (package tiny-plugins 1.0; summarizer.rankers): the name is one of summarizer's own" in done.stderr
    )


def test_nothing_of_a_package_is_imported_before_it_is_asked_for(folder):
    script = (
        "import sys; from summarizer import Settings, read_documents, summarize\n"
        "summarize(read_documents('a.txt'), Settings(ranker='textrank'))\n"
        "assert 'newsroom_parts' not in sys.modules\n"
        "from summarizer import registry; assert registry.find_entry_points.cache_info().misses == 0"
    )
    (folder / "a.txt").write_text(NAMES + ".\n")
    done = call(folder, "-c", script)
    assert (done.returncode, done.stderr) == (0, "")
