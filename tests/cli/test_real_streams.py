"""Terminals, pipes and full disks as processes meet them; the library is a stand-in (`STAND_INS`)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command_runs import POSIX, start_process


class Terminal:
    """A terminal of 72 columns that nobody sits at."""

    def __init__(self):
        import fcntl
        import pty
        import struct
        import termios

        self.ours, self.theirs = pty.openpty()
        fcntl.ioctl(self.theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 72, 0, 0))

    def read(self):
        """Everything printed so far; the other side must have ended."""
        os.close(self.theirs)
        parts = []
        try:
            while part := os.read(self.ours, 65536):
                parts.append(part)
        except OSError:  # how Linux says that the other side is gone
            pass
        os.close(self.ours)
        return b"".join(parts).decode()


@POSIX
class TestTerminal:
    @pytest.mark.parametrize(
        ("env", "colour"), [({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False), ({"NO_COLOR": "1"}, False)]
    )
    def test_width_and_colour_are_those_of_the_terminal(self, env, colour):
        screen = Terminal()
        assert start_process(env=env, stdout=screen.theirs).wait() == 0
        assert screen.read() == f"72 wide, colour {colour}, —\r\n"

    def test_long_work_is_shown_and_leaves_nothing_behind(self):
        # Each stage lasts until the line stands there, however long a busy machine takes to load what draws it.
        drawn = "[one.join(10) for one in threading.enumerate() if isinstance(one, threading.Timer)]"
        work = f"{drawn}; time.sleep(0.5)"
        screen = Terminal()
        process = start_process(work=work, env={"TERM": "xterm"}, stdout=subprocess.PIPE, stderr=screen.theirs)
        assert process.communicate()[0] == "None wide, colour False, —\n".encode()
        shown = screen.read()
        assert "reading a" in shown and r"reading [b]\x1b[31m" in shown
        assert "\x1b[2K" in shown.rpartition("reading")[2]

    @pytest.mark.parametrize(("work", "term"), [("pass", "xterm"), ("time.sleep(0.3)", "dumb")])
    def test_short_work_and_a_dumb_terminal_show_nothing(self, work, term):
        screen = Terminal()
        process = start_process(work=work, env={"TERM": term}, stdout=subprocess.DEVNULL, stderr=screen.theirs)
        assert process.wait() == 0 and screen.read() == ""

    def test_a_reader_that_has_gone_is_no_error(self):
        process = start_process(stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.close()
        assert process.stderr.read() == b""
        process.wait()

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
    def test_a_full_disk_is_one_line(self):
        with Path("/dev/full").open("wb") as full:
            process = start_process(stdout=full, stderr=subprocess.PIPE)
            message = process.communicate()[1].decode()
        assert process.returncode == 2 and message.count("\n") == 1
        assert message.startswith("summarizer: standard output: cannot be written (No space left on device)")

    @pytest.mark.parametrize("arguments", [(), ("--format", "json"), ("-o", "-")])
    def test_a_closed_standard_output_is_one_line(self, arguments):
        process = start_process(*arguments, stderr=subprocess.PIPE, preexec_fn=lambda: os.close(1))
        message = process.communicate()[1].decode()
        assert process.returncode == 2 and message.count("\n") == 1
        assert message.startswith("summarizer: standard output: cannot be written (Bad file descriptor); name a file")

    def test_a_closed_standard_output_does_not_matter_to_a_file(self, tmp_path):
        process = start_process(
            "-o", str(tmp_path / "a"), work="pass", stderr=subprocess.PIPE, preexec_fn=lambda: os.close(1)
        )
        assert process.communicate()[1] == b"" and process.returncode == 0
        assert (tmp_path / "a").read_text() == "the briefing\n"

    @pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["brief", "--help"]], ids=" ".join)
    @pytest.mark.parametrize("output", ["closed", "full"])
    def test_help_that_cannot_be_written_is_one_line(self, arguments, output):
        def spoil():
            if output == "closed":
                os.close(1)
            else:
                os.dup2(os.open("/dev/full", os.O_WRONLY), 1)

        command = [sys.executable, "-m", "summarizer", *arguments]
        process = subprocess.run(command, stderr=subprocess.PIPE, preexec_fn=spoil, check=False)
        message = process.stderr.decode()
        assert process.returncode == 2 and message.count("\n") == 1 and message.startswith("summarizer: cannot write (")

    @pytest.mark.parametrize("spoil", ["closed", "full"])
    def test_an_error_that_nobody_can_hear_is_one_still(self, spoil):
        with Path("/dev/full").open("wb") as full:
            streams = {"preexec_fn": lambda: os.close(2)} if spoil == "closed" else {"stderr": full}
            command = [sys.executable, "-m", "summarizer", "brief", "no such file"]
            process = subprocess.run(command, stdout=subprocess.PIPE, check=False, **streams)
        assert (process.returncode, process.stdout) == (2, b"")

    def test_an_interrupt_at_the_terminal_ends_quietly(self):
        work = "os.kill(os.getpid(), signal.SIGINT); time.sleep(60)"
        process = start_process(work=work, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.communicate() == (b"", b"") and process.returncode == 130


def test_an_encoding_that_lacks_a_character_is_no_error():
    process = start_process(stdout=subprocess.PIPE, env={"PYTHONIOENCODING": "latin-1"})
    assert process.communicate()[0] == b"None wide, colour False, \\u2014" + os.linesep.encode()


def test_a_bug_of_ours_ends_in_a_plain_traceback():
    process = start_process(work="1 / 0", stderr=subprocess.PIPE)
    message = process.communicate()[1].decode()
    assert process.returncode == 1 and message.startswith("Traceback (most recent call last):\n")
    assert message.endswith("ZeroDivisionError: division by zero\n".replace("\n", os.linesep))


def test_json_is_utf_8_in_every_encoding():
    process = start_process("--format", "json", stdout=subprocess.PIPE, env={"PYTHONIOENCODING": "latin-1"})
    assert "—".encode() in process.communicate()[0]
