"""The public names: all there, enough to name what a briefing is made of, and told on one screen."""

import ast
import pydoc
import re
import typing
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType

import pytest

import summarizer

STUB = Path(summarizer.__file__).with_suffix(".pyi")
SCREEN = 60  # lines


def records_in(kind, seen):
    """Every record that values of a type hold."""
    if is_dataclass(kind) and kind not in seen:
        seen.add(kind)
        # `published` has a type of its own for type checkers, which does not exist while the program runs.
        hints = typing.get_type_hints(kind, localns={"_Published": object, "csr_array": object})
        for one in fields(kind):
            records_in(hints[one.name], seen)
    for inner in typing.get_args(kind):
        records_in(inner, seen)
    return seen


def test_every_public_name_exists_and_is_no_module():
    for name in dir(summarizer):
        assert not isinstance(getattr(summarizer, name), ModuleType), name


def test_the_list_of_names_has_each_once_and_nothing_else():
    tree = ast.parse(STUB.read_text("utf-8"))
    lines = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
    assert len(lines) == len(tree.body) - 1  # the docstring
    names = [alias.name for line in lines for alias in line.names]
    assert [alias.asname for line in lines for alias in line.names] == names  # else type checkers do not see them
    assert sorted(names) == dir(summarizer)


@pytest.mark.parametrize("root", ["Briefing", "Run", "Document", "Provenance", "Comparison", "Cluster", "Check"])
def test_every_record_that_one_is_made_of_is_public(root):
    for kind in records_in(getattr(summarizer, root), set()):
        assert getattr(summarizer, kind.__name__, None) is kind


def test_no_other_name_is_offered():
    with pytest.raises(AttributeError, match="No summarizer attribute sumarize"):
        summarizer.sumarize  # noqa: B018 - the access is the test
    with pytest.raises(ImportError, match="cannot import name 'sumarize'"):
        exec("from summarizer import sumarize")  # noqa: S102 - a linter would take an unused import out


def test_help_fits_one_screen_and_names_what_there_is():
    text = pydoc.plain(pydoc.render_doc(summarizer))
    assert text.count("\n") <= SCREEN
    told = re.findall(r"^ {4}(?:Read|Brief|Show|Check|Measure|Records): +(.*)$", text, re.MULTILINE)
    assert len(told) == 6
    assert {name for line in told for name in line.split(", ")} <= set(dir(summarizer))
