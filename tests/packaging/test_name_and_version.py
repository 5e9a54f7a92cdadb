"""The name and the version of the distribution. `summarizer` is another project's name on the package index."""

import re
import tomllib

import pytest

from summarizer.about import DISTRIBUTION, __version__, install_command
from tools.regenerate import PROJECT

FOREIGN = re.compile(r"\bsummarizer\[|pip install [\"']?summarizer\b")
CODE = sorted((PROJECT / "summarizer").rglob("*.py"))
READ_BY_USERS = [PROJECT / "README.md", PROJECT / "CHANGELOG.md", *sorted((PROJECT / "docs").rglob("*.md"))]
PROJECT_TABLE = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def extras_of(text):
    """Return the extras that a text tells its reader to install."""
    return {extra for listed in re.findall(rf"{DISTRIBUTION}\[([\w,-]+)\]", text) for extra in listed.split(",")}


def test_the_project_file_has_the_name_that_the_messages_give():
    assert PROJECT_TABLE["name"] == DISTRIBUTION != "summarizer"
    assert PROJECT_TABLE["scripts"] == {"summarizer": "summarizer.cli:main"}


def test_the_extra_all_holds_every_extra_for_users():
    extras = PROJECT_TABLE["optional-dependencies"]
    assert extras["all"] == [f"{DISTRIBUTION}[{','.join(sorted(set(extras) - {'all', 'dev', 'docs'}))}]"]
    assert f"{DISTRIBUTION}[all]" in extras["dev"]


def test_the_command_for_an_extra_names_the_distribution():
    assert install_command("docx") == 'pip install "attributed-briefing[docx]"'


def test_no_file_tells_to_install_the_project_of_another():
    files = [*CODE, *READ_BY_USERS, PROJECT / "pyproject.toml"]
    assert [path.name for path in files if FOREIGN.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("path", READ_BY_USERS, ids=lambda path: path.name)
def test_each_extra_that_the_documents_name_exists(path):
    assert extras_of(path.read_text(encoding="utf-8")) <= set(PROJECT_TABLE["optional-dependencies"])


def test_the_name_is_written_once_in_the_package():
    assert [path.name for path in CODE if DISTRIBUTION in path.read_text(encoding="utf-8")] == ["about.py"]


def test_the_newest_release_of_the_changelog_is_this_version():
    changelog = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
    releases = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$", changelog, re.MULTILINE)
    assert releases[0][0] == __version__
    assert releases == sorted(releases, key=lambda release: release[1], reverse=True)
