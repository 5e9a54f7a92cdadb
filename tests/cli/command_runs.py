"""Runs the command line, in this process or in one of its own, and checks how it failed."""

import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from summarizer.cli import app

COMMANDS = ("brief", "sources", "compare")
POSIX = pytest.mark.skipif(os.name != "posix", reason="permissions, pipes and terminals as POSIX has them")


def run(*arguments, env=None, **more):
    """Return the result of a command run in this process: exit code, standard output and standard error."""
    wide_enough = {"COLUMNS": "100", **(env or {})}
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env=wide_enough, **more)


def assert_fails(result, *parts):
    """Check that the command ended with 2 and wrote nothing but one line with these parts, to standard error."""
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("summarizer: ") and result.stderr.count("\n") == 1
    for part in parts:
        assert part in result.stderr


STAND_INS = """
import os, signal, sys, threading, time, summarizer
from types import SimpleNamespace
def read_documents(paths, settings=None, *, network=False, progress=None):
    for stage in ("reading a", "reading [b]\\x1b[31m"):
        if progress: progress(stage)
        WORK
vars(summarizer).update(
    read_documents=read_documents,
    run_pipeline=lambda *_, **__: SimpleNamespace(briefing=None),
    render_bytes=lambda *_, **__: b"the briefing\\n",
    render=lambda *_, width, colour, **__: f"{width} wide, colour {colour}, \\u2014",
)
sys.argv = ["summarizer", "brief", "a", *ARGUMENTS]
from summarizer.cli import main
main()
"""


def start_process(*arguments, work="pass", env=None, **streams):
    """Start `summarizer brief` on stand-ins for the library, where reading does the work given; return the process."""
    script = STAND_INS.replace("WORK", work).replace("ARGUMENTS", repr(list(arguments)))
    return subprocess.Popen([sys.executable, "-c", script], env={**os.environ, **(env or {})}, **streams)
