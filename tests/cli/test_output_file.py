"""`-o FILE`: the whole result or none, told early where it cannot be; the library is a stand-in (`library`)."""

import errno
import os
import stat

import pytest

import summarizer
from tests.cli.command_runs import COMMANDS, POSIX, assert_fails, run

pytestmark = pytest.mark.usefixtures("library")


def names_in(folder):
    return [path.name for path in folder.iterdir()]


def test_the_file_holds_the_result_and_standard_output_nothing(tmp_path):
    for option in ("-o", "--output"):
        file = tmp_path / f"briefing{option}.txt"
        result = run("brief", "a", option, file, env={"FORCE_COLOR": "1"})
        assert (result.exit_code, result.output) == (0, "")
        assert file.read_bytes() == b"the briefing as terminal\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_it(command, tmp_path):
    assert run(command, "a", "-o", tmp_path / "file").stdout == ""
    assert (tmp_path / "file").read_text().endswith("\n")
    assert names_in(tmp_path) == ["file"]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_dash_is_standard_output(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(command, "a", "-o", "-").stdout and not names_in(tmp_path)


def test_it_is_utf_8_with_line_feeds_whatever_the_text(tmp_path, monkeypatch):
    monkeypatch.setitem(vars(summarizer), "list_sources", lambda *_, **__: "é 北京\n\udcff")
    run("sources", "a", "-o", tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == "é 北京\n\\udcff\n".encode()


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("", ["is a folder", "briefing.txt"]),
        ("new/", ["is a folder"]),
        ("missing/file", ["there is no folder", "missing", "create it"]),
        ("old/file", ["there is no folder"]),
        ("x" * 300, ["cannot be written"]),
    ],
    ids=["folder", "slash", "no folder", "file as folder", "long name"],
)
def test_what_cannot_be_written_is_told_before_anything_is_read(name, parts, tmp_path, library):
    (tmp_path / "old").write_text("old")
    assert_fails(run("brief", "a", "-o", f"{tmp_path}/{name}"), *parts)
    assert library == [] and names_in(tmp_path) == ["old"]


def test_a_forbidden_folder_is_told_before_anything_is_read(tmp_path, library, monkeypatch):
    def refuse(*_):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("summarizer.renderers.files.os.open", refuse)
    assert_fails(run("brief", "a", "-o", tmp_path / "file"), "file: cannot be written (Permission denied)")
    assert library == []


def test_a_write_protected_file_is_told_before_anything_is_read(tmp_path, library, monkeypatch):
    file = tmp_path / "file"
    file.write_text("old")
    monkeypatch.setattr("summarizer.renderers.files.os.access", lambda *_: False)  # a superuser may do everything
    assert_fails(run("brief", "a", "-o", file), "cannot be written (Permission denied)")
    assert library == [] and file.read_text() == "old"


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_half_way_leaves_the_old_file_and_nothing_else(failure, tmp_path, monkeypatch):
    def fail(_):
        raise failure

    file = tmp_path / "file"
    file.write_text("old")
    monkeypatch.setattr("summarizer.renderers.files.os.fsync", fail)
    result = run("brief", "a", "-o", file)
    assert result.exit_code == (2 if isinstance(failure, OSError) else 130)
    assert file.read_text() == "old" and names_in(tmp_path) == ["file"]


def test_an_error_of_the_library_leaves_no_file(tmp_path, monkeypatch):
    def fail(*_, **__):
        raise summarizer.EmptyInputError("nothing to read")

    monkeypatch.setitem(vars(summarizer), "run_pipeline", fail)
    assert_fails(run("brief", "a", "-o", tmp_path / "file"), "nothing to read")
    assert names_in(tmp_path) == []


@POSIX
def test_a_new_file_has_the_permissions_of_the_umask_and_an_old_one_keeps_its_own(tmp_path):
    old = tmp_path / "old"
    old.write_text("old")
    old.chmod(0o604)
    before = os.umask(0o027)
    try:
        run("brief", "a", "-o", old)
        run("brief", "a", "-o", tmp_path / "new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640
    assert stat.S_IMODE(old.stat().st_mode) == 0o604 and old.read_text() != "old"


@POSIX
def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "far").mkdir()
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "far" / "file")
    assert run("brief", "a", "-o", link).exit_code == 0
    assert link.is_symlink() and (tmp_path / "far" / "file").read_text().startswith("the briefing")


@POSIX
def test_a_pipe_is_written_to_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert run("brief", "a", "-o", pipe).exit_code == 0
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert os.read(reader, 12) == b"the briefing"
    os.close(reader)


@pytest.mark.parametrize("command", [*COMMANDS, "read", "evaluate"])
def test_no_report_is_replaced(command, tmp_path, library):
    report = tmp_path / "report.md"
    report.write_text("a report")
    assert_fails(run(command, report, "-o", report), "is one of the files that are read")
    assert library == [] and report.read_text() == "a report"


def test_nor_are_published_outputs(tmp_path):
    published = tmp_path / "published.json"
    published.write_text("{}")
    assert_fails(run("evaluate", "a", "--outputs", published, "-o", published), "is one of the files that are read")


@pytest.mark.parametrize("command", [*COMMANDS, "read"])
def test_nor_is_what_tells_of_the_reports(command, tmp_path, library):
    told = tmp_path / "told.md"
    told.write_text('["*"]\noutlet = "The Paper"\n')
    (tmp_path / "link.md").symlink_to(told)
    for source, output in ((told, told), (tmp_path / "link.md", told), (told, tmp_path / "link.md")):
        result = run(command, "a", "--sources", source, "-o", output)
        assert_fails(result, "is one of the files that are read", "name one elsewhere")
    assert library == [] and told.read_text().startswith('["*"]')


@pytest.mark.parametrize("command", [*COMMANDS, "read"])
def test_nor_is_the_second_of_several_outputs_or_a_sidecar_in_a_folder(command, tmp_path, library):
    (tmp_path / "in").mkdir()
    told = tmp_path / "in" / "sources.toml"
    told.write_text('["*"]\noutlet = "The Paper"\n')
    more = ["-o", tmp_path / "new.md"] if command == "brief" else []
    form = ["--format", "text"] if command == "brief" else []
    assert_fails(run(command, tmp_path / "in", *more, "-o", told, *form), "is one of the files that are read (in ")
    assert library == [] and names_in(tmp_path) == ["in"]
