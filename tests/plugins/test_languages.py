"""A language that an installed package brings, used from the command line."""

import json

from tests.plugins.conftest import Package
from tests.plugins.test_whole_way import summarizer

CODE = "from pathlib import Path\nSWAHILI = Path(__file__).with_name('sw.toml')\n"
TEXT = "Waziri wa fedha na rais wa nchi ni katika mji wa Nairobi kwa mkutano wa siku tatu na wageni."


def bring(folder, words):
    site = folder / "site"
    Package.make(site, CODE, {"languages": ["sw = tiny_plugins:SWAHILI"]})
    (site / "sw.toml").write_text(words, "utf-8")
    (folder / "a.txt").write_text(TEXT + "\n", "utf-8")


def test_a_language_of_a_package_is_listed_and_used(tmp_path):
    bring(tmp_path, '[stop_words]\nwords = "na ya wa kwa ni katika"\n')
    listed = json.loads(summarizer(tmp_path, "languages", "--format", "json").stdout)
    assert [one["sections"] for one in listed if one["code"] == "sw"] == [{"stop_words": {"words": 6, "patterns": 0}}]
    done = summarizer(tmp_path, "brief", "a.txt", "--language", "sw")
    assert (done.returncode, done.stderr) == (0, "") and TEXT.split()[-1] in done.stdout


def test_a_fault_in_its_file_is_one_line_that_names_package_file_and_key(tmp_path):
    bring(tmp_path, '[stop_words]\nword = "na"\n')
    listed = summarizer(tmp_path, "languages")
    assert (listed.returncode, listed.stderr) == (0, "") and "Italian (it)" in listed.stdout
    asked = summarizer(tmp_path, "brief", "a.txt", "--language", "sw")
    assert (asked.returncode, asked.stdout) == (2, "") and asked.stderr.count("\n") == 1
    for text in (listed.stdout.splitlines()[-1], asked.stderr):
        assert "language 'sw' (package tiny-plugins 1.0; summarizer.languages): " in text
        assert "sw.toml [stop_words]: found the key 'word', which nothing reads; is 'words' meant?" in text


def test_a_fault_stops_no_run_that_does_not_ask_for_its_language(tmp_path):
    bring(tmp_path, '[stop_words]\nword = "na"\n')
    done = summarizer(tmp_path, "brief", "a.txt")
    assert (done.returncode, done.stderr) == (0, "") and TEXT.split()[-1] in done.stdout


def test_two_packages_with_one_language_are_both_named(tmp_path):
    bring(tmp_path, '[stop_words]\nwords = "na"\n')
    Package.make(tmp_path / "site", CODE, {"languages": ["sw = other_plugins:SWAHILI"]}, "other-plugins")
    asked = summarizer(tmp_path, "brief", "a.txt", "--language", "sw")
    assert (asked.returncode, asked.stdout) == (2, "") and asked.stderr.count("\n") == 1
    assert "package other-plugins" in asked.stderr and "package tiny-plugins" in asked.stderr
    assert "found 2 packages that bring it, wanted one; uninstall the others." in asked.stderr
    assert summarizer(tmp_path, "brief", "a.txt").returncode == 0


def test_a_package_that_exits_as_it_is_imported_does_not_look_like_success(tmp_path):
    bring(tmp_path, '[stop_words]\nwords = "na"\n')
    (tmp_path / "site" / "tiny_plugins.py").write_text("import sys\nsys.exit(0)\n")
    done = summarizer(tmp_path, "brief", "a.txt", "--language", "sw")
    assert (done.returncode, done.stdout) == (2, "") and "SystemExit" in done.stderr
