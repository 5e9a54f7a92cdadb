"""The hook for users of pre-commit: it is one, and does what its page says in a repository of a user's."""

import os
import shutil
import subprocess
import sys

import pytest
import yaml

from tests.cli.command_runs import POSIX
from tools.regenerate import PROJECT

MANIFEST = PROJECT / ".pre-commit-hooks.yaml"
REPORT = "The ferry Maren Bright caught fire off Port Ansel on Monday evening. Three people were hurt in the fire.\n"
GOOD = "The ferry Maren Bright caught fire off Port Ansel on Monday evening.\n"
BAD = "The ferry Maren Bright caught fire off Port Ansel on Monday evening. Five people were hurt in the fire.\n"


def call(*arguments, folder, **env):
    return subprocess.run(arguments, cwd=folder, env={**os.environ, **env}, capture_output=True, text=True)


@pytest.fixture
def hook():
    (hook,) = yaml.safe_load(MANIFEST.read_text("utf-8"))
    return hook


@pytest.fixture
def repository(tmp_path, hook):
    """A user's repository with the hook as it stands there, but for that its program is the one that is tested."""
    folder = tmp_path / "repository"
    for name, text in (("sources/a.txt", REPORT), ("memos/good.md", GOOD)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    config = {"repos": [{"repo": "local", "hooks": [{**hook, "language": "system"}]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    program = tmp_path / "bin" / "summarizer"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m summarizer "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    call("git", "init", "-q", folder=folder)
    call("git", "add", "-A", folder=folder)
    return folder


def run_hook(repository):
    path = os.pathsep.join([str(repository.parent / "bin"), os.environ["PATH"]])
    known = {"PATH": path, "PYTHONPATH": str(PROJECT), "PRE_COMMIT_HOME": str(repository.parent / "home")}
    call("git", "add", "-A", folder=repository)
    return call(
        sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never", folder=repository, **known
    )


def test_pre_commit_takes_it_for_a_hook():
    found = call(sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST), folder=PROJECT)
    assert found.returncode == 0, found.stdout


@POSIX
@pytest.mark.unmeasured
@pytest.mark.skipif(not shutil.which("git"), reason="pre-commit works in git repositories")
def test_it_stops_a_text_that_its_sources_contradict(repository):
    found = run_hook(repository)
    assert found.returncode == 0 and "Passed" in found.stdout, found.stdout
    (repository / "memos" / "bad.md").write_text(BAD, encoding="utf-8")
    found = run_hook(repository)
    assert found.returncode == 1, found.stdout
    assert "exit code: 1" in found.stdout and "memos/bad.md: found 1 contradiction" in found.stdout
    assert "!! 2. Five people were hurt in the fire." in found.stdout


@POSIX
@pytest.mark.unmeasured
@pytest.mark.skipif(not shutil.which("git"), reason="pre-commit works in git repositories")
def test_it_names_the_folder_of_sources_that_is_missing(repository):
    shutil.rmtree(repository / "sources")
    found = run_hook(repository)
    assert "exit code: 2" in found.stdout and "sources/: no such file or folder" in found.stdout, found.stdout
