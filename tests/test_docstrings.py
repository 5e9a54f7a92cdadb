"""Every public function and record shows an example, which runs."""

import doctest
import inspect
from functools import wraps

import pytest

import summarizer
from summarizer.cleaning.registry import CLEANING_RULES
from summarizer.readers.registry import READERS
from summarizer.registry import JUDGES, RANKERS, SIMILARITIES
from summarizer.renderers.registry import FORMATS
from tools.regenerate import PROJECT

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
NAMES = {name: getattr(summarizer, name) for name in dir(summarizer)}
REGISTRIES = (CLEANING_RULES, FORMATS, JUDGES, RANKERS, READERS, SIMILARITIES)


def is_shown(value):
    """Whether a public name is a function or a record: no error, no table, and none of the calls that parts answer."""
    is_record = inspect.isclass(value) and not issubclass(value, BaseException) and not is_protocol(value)
    return inspect.isroutine(value) or is_record


def is_protocol(kind):
    return getattr(kind, "_is_protocol", False)


SHOWN = {name: value for name, value in NAMES.items() if is_shown(value)}
SLOW = ("read_documents", "summarize", "run_pipeline", "trace_origins", "compare")


def remembering(call):
    """The same function, which answers what it was asked before from memory: many examples begin alike."""
    known = {}

    @wraps(call)
    def remembered(*given, **named):
        key = (given, tuple(named.items()))
        try:
            hash(key)
        except TypeError:
            return call(*given, **named)
        if key not in known:
            known[key] = call(*given, **named)
        return known[key]

    return remembered


FASTER = {name: remembering(NAMES[name]) for name in SLOW}


@pytest.mark.parametrize("name", SHOWN)
def test_the_example_of_a_public_name_runs(name, monkeypatch):
    monkeypatch.chdir(PROJECT)
    for registry in REGISTRIES:
        monkeypatch.setattr(registry, "_brought", {})
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    own, *methods = sorted(doctest.DocTestFinder().find(SHOWN[name], name), key=lambda test: len(test.name))
    assert own.name == name
    assert own.examples, "no example"
    for test in (own, *methods):
        test.globs = {**NAMES, **FASTER}
        assert not runner.run(test).failed


def test_the_example_of_the_package_runs(monkeypatch):
    monkeypatch.chdir(PROJECT)
    test = doctest.DocTestParser().get_doctest(summarizer.__doc__, {}, "summarizer", None, None)
    assert test.examples
    assert not doctest.DocTestRunner(optionflags=FLAGS).run(test).failed
