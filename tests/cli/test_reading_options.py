"""What reading is asked with on the command line reaches the library, or is refused in one line."""

import json

import pytest

from tests.cli.command_runs import assert_fails, run

SENTENCE = "The minister said on Monday that the talks in Beijing had gone well for both of the countries."


@pytest.mark.parametrize("command", ["brief", "read", "sources", "compare"])
@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (["--limit", "file_bytes"], "--limit: found 'file_bytes', wanted NAME=VALUE"),
        (["--limit", "bytes=5"], "found 'bytes', wanted one of file_bytes"),
        (["--limit", "members=many"], "--limit members: found 'many', wanted a number"),
        (["--limit", "members=0"], "found 0, wanted a whole number of at least 1"),
        (["--field", "=body"], "--field: found '=body', wanted NAME=VALUE"),
        (["--field", "body=text"], "found body=text, wanted OURS=THEIRS"),
        (["--sources", "no-such.toml"], "no-such.toml: no such file"),
        (["--language", "German"], "found 'German', wanted a language code such as"),
        (["--language", ""], "found '', wanted a language code"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(tmp_path, command, options, wanted):
    (tmp_path / "a.txt").write_text(SENTENCE)
    assert_fails(run(command, tmp_path / "a.txt", *options), wanted)


def test_fields_and_limits_and_sources_reach_the_reader(tmp_path):
    (tmp_path / "a.csv").write_text(f"Artikel,Tag\n{SENTENCE},2023-06-18\n")
    (tmp_path / "known.toml").write_text('["a.csv"]\noutlet = "The Paper"\n')
    options = ["--field", "text=Artikel", "--field", "published=Tag", "--sources", tmp_path / "known.toml"]
    result = run("read", tmp_path / "a.csv", *options)
    record = json.loads(result.stdout)
    assert (record["text"], record["published"], record["outlet"]) == (SENTENCE, "2023-06-18", "The Paper")
    assert_fails(run("read", tmp_path / "a.csv", *options, "--limit", "report_chars=50"), "--limit report_chars=N")


def test_a_language_is_that_of_reports_that_do_not_tell_theirs(tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "b.json").write_text(json.dumps({"text": SENTENCE, "language": "en"}))
    result = run("read", tmp_path, "--language", "de")
    assert [json.loads(line).get("language") for line in result.stdout.splitlines()] == ["de", "en"]
    assert "language" not in json.loads(run("read", tmp_path / "a.txt").stdout)


def test_a_language_is_that_of_the_focus_too(tmp_path):
    reports = (
        "Die Stadt baut im Herbst an der Elbe drei neue Schulen für die Kinder der Viertel im Norden der Stadt.\n\n"
        "Der Rat hat am Montag auch über die Häuser an den alten Kanälen gesprochen, die dort verfallen sind.\n"
    )
    (tmp_path / "a.txt").write_text(reports)
    options = ["--sentences", "1", "--format", "text", "--focus", "der Kanal"]
    german, english = (run("brief", tmp_path / "a.txt", *options, *more) for more in (["--language", "de"], []))
    assert "Häuser" in german.stdout and "Schulen" in english.stdout
