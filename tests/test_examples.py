"""Examples and the README cannot rot: they are run, or made anew and compared."""

import json
import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from summarizer import ENDINGS, FORMATS, Briefing
from tools.regenerate import PROJECT, finished


@pytest.mark.parametrize("path", finished(), ids=lambda path: path.name)
def test_finished_briefings_are_what_the_program_writes_today(path):
    assert path.read_text(encoding="utf-8") == finished()[path], "run `make golden` and read the difference"


@pytest.mark.parametrize("script", sorted((PROJECT / "examples").glob("*.py")), ids=lambda path: path.name)
def test_example_scripts_run(script, tmp_path):
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, cwd=tmp_path, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() and not done.stderr


def blocks_of(name):
    return re.findall(r"^```python\n(.*?)^```$", (PROJECT / name).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


WRITTEN = {
    "README.md": {"briefing.md", "briefing.json"},
    "docs/formats.md": {"briefing.md", "briefing.docx", "sources.csl.json", "copy.docx"},
}
BLOCKS = [(name, block) for name in WRITTEN for block in blocks_of(name)]


@pytest.mark.parametrize(("name", "block"), BLOCKS, ids=[name for name, _ in BLOCKS])
def test_what_the_documents_show_runs(name, block, tmp_path):
    assert blocks_of(name)
    copytree(PROJECT / "seeds", tmp_path / "seeds")
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", block], capture_output=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.strip() and not done.stderr
    assert {path.name for path in tmp_path.iterdir()} == WRITTEN[name] | {"seeds"}


def test_the_finished_json_reads_back():
    text = (PROJECT / "examples" / "briefing.json").read_text(encoding="utf-8")
    briefing = Briefing.from_json(text)
    assert json.loads(text)["schema"] == "summarizer/briefing/2"
    for source in briefing.sources:
        report = (PROJECT / source.path).read_text(encoding="utf-8")
        for point in briefing.points:
            for citation in point.citations:
                if citation.source == source.number:
                    assert report[citation.span.start : citation.span.end] == citation.quote


def test_the_readme_names_the_commands_that_exist():
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    for target in ("brief", "test", "check", "build", "bench", "golden"):
        assert f"make {target}" in readme and f"\n{target}:" in makefile
    assert all(name in readme for name in (path.name for path in (PROJECT / "seeds").iterdir()))


def test_nothing_but_the_five_reports_is_in_seeds():
    assert len(list(Path(PROJECT / "seeds").iterdir())) == 5


def test_the_page_on_formats_names_each_format_and_each_ending():
    page = (PROJECT / "docs" / "formats.md").read_text(encoding="utf-8")
    for name in FORMATS:
        endings = [f"`{ending}`" for ending, told in ENDINGS.items() if told == name]
        assert f"| `{name}` | {' '.join(endings)}".rstrip() in page
