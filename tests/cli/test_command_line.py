"""The command line: what goes where, what ends how. The library behind it is a stand-in (`library`)."""

import itertools
import os
import subprocess
import sys

import pytest

import summarizer
from summarizer.cli.options import count_cores
from summarizer.cli.terminal import printable
from tests.cli.command_runs import COMMANDS, assert_fails, run


class TestHelp:
    def test_version(self):
        assert run("--version").stdout == f"summarizer {summarizer.__version__}\n"

    @pytest.mark.parametrize("flag", ["-h", "--help"])
    def test_help_of_all(self, flag):
        result = run(flag)
        assert result.exit_code == 0 and result.stderr == ""
        for part in (*COMMANDS, "--version", "--install-completion", "summarizer brief seeds/"):
            assert part in result.stdout

    @pytest.mark.parametrize(
        ("command", "options"),
        [
            ("brief", ["--words", "--sentences", "--share", "--focus", "--format", "--output", "-o", "--explain"]),
            ("brief", ["--open", "--citations"]),
            ("sources", ["--output", "-o"]),
            ("compare", ["--words", "--sentences", "--share", "--focus", "--output", "-o"]),
        ],
    )
    def test_help_of_a_command_names_its_options_and_gives_an_example(self, command, options):
        for flag in ("-h", "--help"):
            result = run(command, flag)
            assert result.exit_code == 0
            for part in (*options, "SOURCES", f"summarizer {command} seeds/"):
                assert part in result.stdout

    @pytest.mark.parametrize("command", [[], ["evaluate"]], ids=["all", "evaluate"])
    def test_what_follows_the_examples_is_one_paragraph(self, command):
        """A line feed in the source would be one on the screen, whatever its width."""
        lines = [line.strip() for line in run(*command, "--help", env={"COLUMNS": "80"}).stdout.splitlines()]
        last = " ".join(lines).strip().rpartition("  ")[2].split()
        begun = lines.index(next(line for line in lines if line.startswith(" ".join(last[:5]))))
        shown = [line for line in lines[begun:] if line]
        assert len(shown) > 2
        for line, after in itertools.pairwise(shown):
            assert len(f"{line} {after.split()[0]}") > 77

    def test_several_sources_can_be_named(self):
        for command, what in (("brief", "SOURCES"), ("read", "SOURCES"), ("evaluate", "DATASETS")):
            usage = run(command, "--help").stdout.partition("Usage:")[2].partition("\n")[0]
            assert f"{what}..." in usage

    def test_help_of_brief_names_every_format(self):
        for name in summarizer.FORMATS:
            assert name in run("brief", "--help").stdout

    def test_no_command_shows_the_help(self):
        assert "summarizer brief seeds/" in run().output

    @pytest.mark.parametrize("command", COMMANDS)
    def test_no_sources_is_an_error_of_usage(self, command):
        result = run(command)
        assert (result.exit_code, result.stdout) == (2, "") and "SOURCES" in result.stderr

    @pytest.mark.parametrize(
        "arguments", [["summarise"], ["brief", "--colour", "x"], ["brief", "x", "--words", "many"]]
    )
    def test_what_does_not_exist_is_an_error_of_usage(self, arguments):
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (2, "") and result.stderr

    def test_the_module_is_the_command(self):
        result = subprocess.run([sys.executable, "-m", "summarizer", "--version"], capture_output=True, text=True)
        assert (result.returncode, result.stdout, result.stderr) == (0, f"summarizer {summarizer.__version__}\n", "")

    def test_shells_can_complete_commands_and_formats(self):
        asked = {
            "_SUMMARIZER_COMPLETE": "complete_bash",
            "COMP_WORDS": "summarizer brief --format m",
            "COMP_CWORD": "3",
        }
        script = "import sys; sys.argv = ['summarizer']; from summarizer.cli import main; main()"
        result = subprocess.run(
            [sys.executable, "-c", script], env={**os.environ, **asked}, capture_output=True, text=True
        )
        assert result.stdout.split() == ["markdown"]


@pytest.mark.usefixtures("library")
class TestResults:
    def test_a_briefing_is_printed_plain_where_nobody_looks(self):
        result = run("brief", "a", "b")
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout == "the briefing as terminal, None wide, colour False\n"

    def test_the_options_reach_the_library(self, library):
        run("brief", "a", "b", "--share", "0.25", "--focus", "balloon", "--format", "json", "--citations", "plain")
        (_, (paths, _), _), (_, (documents, settings), _), (_, (_, name), more) = library
        assert paths == ["a", "b"] and documents == ["documents of", "a", "b"] and name == "json"
        assert (
            settings == summarizer.Settings(share=0.25, focus="balloon", jobs=count_cores())
            and more["citations"] == "plain"
        )

    @pytest.mark.parametrize("form", ["terminal", "text"])
    def test_reasons_follow_the_briefing(self, form):
        result = run("brief", "a", "--explain", "--format", form)
        assert result.stdout == f"the briefing as {form}, None wide, colour False\n\nthe reasons\n"
        assert result.stderr == ""

    @pytest.mark.parametrize("form", ["json", "csl-json"])
    def test_reasons_of_what_programs_read_go_to_standard_error(self, form):
        assert run("brief", "a", "--explain", "--format", form).stderr == "the reasons\n"
        assert run("brief", "a", "--format", form).stderr == ""

    def test_a_document_goes_down_a_pipe_as_it_is(self, monkeypatch):
        monkeypatch.setitem(vars(summarizer), "render_bytes", lambda *_, **__: b"PK\x03\xff\r\n")
        assert run("brief", "a", "--format", "docx").stdout_bytes == b"PK\x03\xff\r\n"

    def test_what_was_read(self):
        assert run("sources", "a").stdout == "what was read: ['documents of', 'a'], who copied whom\n"

    def test_a_comparison(self, library):
        assert run("compare", "a", "--words", "90").stdout == "rendered: the comparison\n"
        assert library[1][1][1] == summarizer.Settings(words=90, jobs=count_cores())

    def test_force_color_colours_and_no_color_wins(self):
        assert "colour True" in run("brief", "a", env={"FORCE_COLOR": "1"}).stdout
        assert "colour False" in run("brief", "a", env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
        assert "colour False" in run("brief", "a", env={"FORCE_COLOR": ""}).stdout

    def test_what_the_library_coloured_is_printed_as_it_is(self, monkeypatch):
        monkeypatch.setitem(vars(summarizer), "render", lambda *_, **__: "\x1b[1mbold\x1b[0m")
        assert run("brief", "a").stdout == "\x1b[1mbold\x1b[0m\n"


@pytest.mark.usefixtures("library")
class TestErrors:
    def test_an_error_of_the_library_is_one_line(self, monkeypatch):
        def fail(*_, **__):
            raise summarizer.ReadError("a.txt: no such file or folder.")

        monkeypatch.setitem(vars(summarizer), "read_documents", fail)
        for command in COMMANDS:
            assert_fails(run(command, "a.txt"), "a.txt: no such file or folder.")

    def test_what_a_terminal_would_obey_is_escaped(self, monkeypatch):
        def fail(*_, **__):
            raise summarizer.ReadError("\x1b]0;owned\x07\r\nsummarizer: ok \x9b31m \u202e \udcff ’“é 北京")

        monkeypatch.setitem(vars(summarizer), "read_documents", fail)
        assert_fails(run("brief", "a"), r"\x1b]0;owned\x07\r\nsummarizer: ok \x9b31m \u202e \udcff ’“é 北京")

    def test_a_bug_of_ours_stays_what_python_raises(self, monkeypatch):
        monkeypatch.setitem(vars(summarizer), "run_pipeline", lambda *_, **__: 1 / 0)
        assert isinstance(run("brief", "a").exception, ZeroDivisionError)

    def test_an_unknown_format_is_told_before_anything_is_read(self, library):
        assert_fails(run("brief", "a", "--format", "pdf"), "'pdf'", *summarizer.FORMATS)
        assert library == []

    @pytest.mark.parametrize(
        ("options", "parts"),
        [
            (["--words", "9", "--sentences", "2"], ["words and sentences", "one budget"]),
            (["--words", "9", "--sentences", "2", "--share", "0.5"], ["words and sentences and share"]),
            (["--words", "0"], ["words", "0", "at least 1"]),
            (["--share", "1.5"], ["share", "1.5", "at most 1"]),
            (["--focus", " "], ["focus", "not empty"]),
        ],
    )
    @pytest.mark.parametrize("command", ["brief", "compare"])
    def test_a_setting_out_of_range_is_told_before_anything_is_read(self, command, options, parts, library):
        assert_fails(run(command, "a", *options), *parts)
        assert library == []

    def test_an_interrupt_ends_quietly(self, monkeypatch):
        def interrupt(*_, **__):
            raise KeyboardInterrupt

        monkeypatch.setitem(vars(summarizer), "run_pipeline", interrupt)
        result = run("brief", "a")
        assert (result.exit_code, result.stdout, result.stderr) == (130, "", "")


@pytest.mark.parametrize(("text", "shown"), [("é 北京 [1]", "é 北京 [1]"), ("\x00\x7f\n", r"\x00\x7f\n")])
def test_printable(text, shown):
    assert printable(text) == shown
