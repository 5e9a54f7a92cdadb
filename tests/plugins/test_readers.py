"""Readers from outside: which files they are given, and what is said of those that do not do what a reader does."""

import numpy as np
import pytest

from summarizer import (
    Document,
    FileKind,
    PluginError,
    ReadError,
    SettingsError,
    read_documents,
    register_reader,
    registry,
)
from summarizer.readers.registry import READERS
from tests.plugins.conftest import Package
from tests.plugins.test_whole_way import summarizer

STORY = "The minister said on Monday that the talks in Beijing had gone well for both sides of the table."


def read_wire(file):
    for number, part in enumerate(file.text.split("\n%%\n")):
        yield Document(id=f"{file.stem}-{number}", text=part)


def texts(path):
    return [(one.kind, one.text) for one in read_documents([path])]


def written(folder, name, text=STORY):
    (folder / name).write_text(text)
    return folder / name


def test_a_reader_reads_the_files_of_its_ending(tmp_path):
    register_reader("wire", read_wire, endings=(".wire",))
    path = written(tmp_path, "a.WIRE", f"{STORY}\n%%\n{STORY} Both left.")
    assert texts(path) == [("wire", STORY), ("wire", f"{STORY} Both left.")]
    assert [one.id for one in read_documents([path])] == ["a-0", "a-1"]
    assert texts(written(tmp_path, "a.other")) == [("text", STORY)]


def test_a_reader_goes_before_what_we_would_take_the_content_for(tmp_path):
    path = written(tmp_path, "a.wire", "<!doctype html><html><body><p>" + STORY)
    assert texts(path)[0][0] == "html"
    register_reader("wire", read_wire, endings=(".wire",))
    assert texts(path)[0][0] == "wire"


def test_a_reader_that_detects_decides_by_content_alone(tmp_path):
    register_reader("wire", read_wire, endings=(".wire",), detect=lambda file: file.head.startswith("ZCZC"))
    assert texts(written(tmp_path, "a.wire")) == [("text", STORY)]
    assert texts(written(tmp_path, "a.feedx", f"ZCZC {STORY}"))[0][0] == "wire"
    assert texts(written(tmp_path, "without", f"ZCZC {STORY}"))[0][0] == "wire"
    register_reader("cable", read_wire, detect=lambda file: np.array([file.ending == ".cable"]).all())
    assert texts(written(tmp_path, "a.cable"))[0][0] == "cable"


def test_a_file_with_an_ending_of_ours_is_read_by_us_without_a_look_at_what_is_installed(tmp_path, monkeypatch):
    monkeypatch.setattr(registry, "find_entry_points", lambda: pytest.fail("looked"))
    register_reader("wire", read_wire, detect=lambda _: True)
    assert texts(written(tmp_path, "a.txt")) == [("text", STORY)]
    assert texts(written(tmp_path, "a.json", '{"text": "' + STORY + '"}')) == [("JSON", STORY)]


def test_a_reader_may_stand_elsewhere(install, tmp_path):
    install(
        "from summarizer import FileKind\nwire = FileKind(read='tiny_plugins:late', endings=('.wire',))\n"
        "def late(file):\n    from summarizer import Document\n    return [Document(id='a', text=file.text)]\n",
        readers=["wire = tiny_plugins:wire"],
    )
    assert texts(written(tmp_path, "a.wire")) == [("wire", STORY)]


def raise_value_error(_):
    yield Document(id="a", text=STORY)
    raise ValueError("no wire")


@pytest.mark.parametrize(
    ("read", "message"),
    [
        (lambda _: (), "yielded nothing for {}, wanted at least one Document, or a ReadError that says why not"),
        (lambda _: [STORY], "yielded str for {}, wanted Document"),
        (
            lambda _: [Document(id="a", text=None)],
            "raised InputError for {}: Document 'a': text is NoneType, wanted str; decode bytes first",
        ),
        (lambda _: None, "raised TypeError for {}: 'NoneType' object is not iterable"),
        (raise_value_error, "raised ValueError for {}: no wire"),
        ("nowhere:read", "raised ModuleNotFoundError for {}: No module named 'nowhere'"),
    ],
)
def test_a_reader_that_fails_is_named_with_its_file(read, message, tmp_path):
    register_reader("wire", read, endings=(".wire",))
    path = written(tmp_path, "a.wire")
    with pytest.raises(PluginError) as caught:
        read_documents([path])
    start = "reader 'wire' (registered from Python; summarizer.readers): "
    assert str(caught.value) == start + message.format(path) + "; correct it."


def test_a_file_that_a_reader_refuses_is_passed_over_in_a_folder(tmp_path):
    def refuse(_):
        raise ReadError("found no wire")

    register_reader("wire", refuse, endings=(".wire",))
    written(tmp_path, "a.wire")
    written(tmp_path, "b.txt")
    skipped, kept = read_documents([tmp_path])
    assert (skipped.skipped, kept.text) == (f"{tmp_path / 'a.wire'}: found no wire", STORY)


@pytest.mark.parametrize(
    ("detect", "message"),
    [
        (lambda _: np.int64(1), r"detect returned int64 for .*a\.wire, wanted True or False"),
        (lambda _: None, r"detect returned NoneType for .*a\.wire, wanted True or False"),
        (lambda _: 1 / 0, r"raised ZeroDivisionError for .*a\.wire: division by zero"),
    ],
)
def test_a_reader_that_cannot_detect_is_named(detect, message, tmp_path):
    register_reader("wire", read_wire, detect=detect)
    with pytest.raises(PluginError, match=message):
        read_documents([written(tmp_path, "a.wire")])


def test_an_ending_has_one_reader(tmp_path):
    with pytest.raises(PluginError, match=r"'wire' .*: the ending \.html is taken by 'html', wanted another ending"):
        register_reader("wire", read_wire, endings=(".wire", ".html"))
    register_reader("wire", read_wire, endings=(".wire",))
    register_reader("cable", read_wire, endings=(".cable", ".wire"))
    with pytest.raises(PluginError, match=r"'cable' .*: the ending \.wire is taken by 'wire', wanted another ending"):
        read_documents([written(tmp_path, "a.other")])


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("def wire(file):\n    yield\n", "found function, wanted a FileKind"),
        ("import nothing_of_this_name", r"tiny_plugins:wire cannot be imported \(ModuleNotFoundError: "),
        ("raise SystemExit(0)", r"tiny_plugins:wire cannot be imported \(SystemExit: 0\)"),
    ],
)
def test_a_reader_that_cannot_be_loaded_is_left_out_with_one_warning(code, reason, install, tmp_path):
    install(code, readers=["wire = tiny_plugins:wire"])
    register_reader("cards", read_wire, endings=(".cards",))
    wanted = rf"^reader 'wire' \(package tiny-plugins 1\.0; .*: {reason}.* Until then it is not used\.$"
    with pytest.warns(RuntimeWarning, match=wanted) as warned:
        assert texts(written(tmp_path, "a.other")) == [("text", STORY)]
        assert texts(written(tmp_path, "a.cards")) == [("cards", STORY)]
    assert len(warned) == 1
    with pytest.raises(PluginError, match=reason):
        READERS["wire"]


def test_readers_whose_name_two_packages_claim_are_left_out_with_one_warning(install, tmp_path):
    install(readers=["wire = tiny_plugins:wire"])
    install(name="tiny-others", readers=["wire = tiny_others:wire"])
    with pytest.warns(RuntimeWarning, match=r"'wire' .* is taken \(package tiny-\w+ 1\.0\)") as warned:
        assert texts(written(tmp_path, "a.other")) == [("text", STORY)]
        assert texts(written(tmp_path, "b.other")) == [("text", STORY)]
    assert len(warned) == 1


def test_the_command_line_tells_of_a_reader_that_is_left_out_on_one_line(tmp_path):
    Package.make(tmp_path / "site", "raise ValueError('no wire')", {"readers": ["wire = tiny_plugins:wire"]})
    written(tmp_path, "a.other")
    written(tmp_path, "b.other", f"{STORY} Both left on Tuesday.")
    done = summarizer(tmp_path, "brief", "a.other", "b.other")
    assert done.returncode == 0 and "talks in Beijing" in done.stdout
    assert done.stderr == (
        "summarizer: reader 'wire' (package tiny-plugins 1.0; summarizer.readers): tiny_plugins:wire cannot be "
        "imported (ValueError: no wire); correct it, or uninstall it. Until then it is not used.\n"
    )


def test_an_ending_of_ours_is_refused_for_packages(install, tmp_path):
    install(
        "from summarizer import FileKind\nwire = FileKind(read=print, endings=('.html',))\n",
        readers=["wire = tiny_plugins:wire"],
    )
    with pytest.raises(PluginError, match=r"'wire' \(package .*: the ending \.html is taken by 'html'"):
        read_documents([written(tmp_path, "a.wire")])


@pytest.mark.parametrize(
    ("read", "endings", "message"),
    [
        (None, (".x",), "FileKind.read: found None, wanted a function, or the place of one as text"),
        (3, (".x",), "FileKind.read: found 3, wanted a function"),
        ("", (".x",), "FileKind.read: found '', wanted a function"),
        (read_wire, (3,), "FileKind.endings: found (3,), wanted endings in small letters and with the dot"),
        (read_wire, 3, "FileKind.endings: found 3, wanted endings"),
        (read_wire, (), "FileKind: found neither endings nor detect, wanted one of them"),
    ],
)
def test_what_is_no_kind_of_file_is_not_registered(read, endings, message):
    with pytest.raises(PluginError) as caught:
        register_reader("x", read, endings=endings)
    assert str(caught.value).startswith(f"reader 'x' (registered from Python; summarizer.readers): {message}")
    assert str(caught.value).endswith("; correct it.") and ".;" not in str(caught.value)
    assert "x" not in READERS


@pytest.mark.parametrize("endings", [".wire", ("wire",), (".WIRE",), ("",), (3,)])
def test_endings_are_small_and_begin_with_a_dot(endings):
    with pytest.raises(SettingsError, match=r"FileKind\.endings: found .*, wanted endings in small letters"):
        FileKind(read=read_wire, endings=endings)


def test_a_kind_says_how_it_is_told():
    with pytest.raises(SettingsError, match="found neither endings nor detect, wanted one of them"):
        FileKind(read=read_wire)
