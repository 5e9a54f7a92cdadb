"""What the pages show is true: programs run, commands print what stands there, links lead somewhere."""

import doctest
import re
import shlex
from importlib.util import find_spec
from shutil import copytree

import pytest
import typer

from summarizer.cli import app
from tools.pages import (
    PAGES,
    PROJECT,
    find_anchors,
    find_blocks,
    find_links,
    fits,
    name_page,
    rewrite_outputs,
    run_command,
    split_commands,
)

# tests/test_examples.py and tests/plugins/test_whole_way.py run their programs.
ELSEWHERE = {"README.md", "docs/formats.md", "docs/plugins.md"}


def pages_with(*languages):
    return [page for page in PAGES if find_blocks(page, *languages) and name_page(page) not in ELSEWHERE]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with the seeds and the examples in it, which is the current one."""
    for name in ("seeds", "examples"):
        copytree(PROJECT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)


def run_block(block, page, names):
    if block.language == "pycon":
        test = doctest.DocTestParser().get_doctest(block.text, names, name_page(page), None, None)
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
        assert not runner.run(test, clear_globs=False).failed
        names.update(test.globs)
    else:
        exec(compile(block.text, name_page(page), "exec"), names)  # noqa: S102 - our own pages


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("page", pages_with("python", "pycon"), ids=name_page)
def test_programs_run_from_the_top_of_a_page_to_its_end(page):
    names = {"__name__": "page"}
    for block in find_blocks(page, "python", "pycon"):
        if block.not_run is None and all(find_spec(name) for name in block.needs):
            run_block(block, page, names)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("page", pages_with("console"), ids=name_page)
def test_commands_print_what_a_page_shows(page):
    for block in find_blocks(page, "console"):
        for line, shown in split_commands(block.text):
            printed = run_command(line)
            assert fits(shown, printed), f"run `make golden` and read the difference: $ {line}\n{printed}"


@pytest.mark.parametrize("page", [page for page in PAGES if find_blocks(page, "sh")], ids=name_page)
def test_commands_and_options_exist(page):
    group = typer.main.get_command(app)
    for block in find_blocks(page, "sh"):
        for line in re.findall(r"^(?:.+\| )?(summarizer [a-z].*)$", block.text, re.MULTILINE):
            _, name, *arguments = shlex.split(line, comments=True)
            command = group.commands[name]
            command.make_parser(typer.Context(command)).parse_args(arguments)


@pytest.mark.parametrize("page", PAGES, ids=name_page)
def test_links_lead_somewhere(page):
    for target in find_links(page):
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        assert file.exists(), f"{target} leads nowhere"
        assert not anchor or anchor in find_anchors(file), f"{target}: wanted one of {sorted(find_anchors(file))}"


def test_lines_left_out_of_an_output_may_be_any():
    assert fits("one\n…\nfour\n", "one\ntwo\nthree\nfour\n")
    assert not fits("one\n…\nfour\n", "one\ntwo\n")
    assert not fits("one\n", "one\ntwo\n")


def test_outputs_are_made_anew(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("Look:\n\n```console\n$ summarizer --version\nan old one\n```\n\nDone.\n", encoding="utf-8")
    assert (
        rewrite_outputs(page)
        == f"Look:\n\n```console\n$ summarizer --version\n{run_command('summarizer --version')}```\n\nDone.\n"
    )
    page.write_text("```console\n$ summarizer --version\n…\n```\n", encoding="utf-8")
    assert rewrite_outputs(page) == page.read_text(encoding="utf-8")
