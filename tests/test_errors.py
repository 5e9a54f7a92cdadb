"""The errors themselves: what carries them from one process to another keeps all they hold."""

import copy
import pickle

import pytest

from summarizer import BudgetError, InputError, MissingExtraError, OutputError, ReadError, SettingsError

ERRORS = [
    BudgetError("too short", shortest=9),
    InputError("bad", path="a.txt"),
    ReadError("bad", path="a.txt"),
    SettingsError("bad"),
    OutputError("bad"),
    MissingExtraError("missing"),
]


def _pickled(error):
    return pickle.loads(pickle.dumps(error))  # noqa: S301 - our own


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, _pickled])
def test_a_copy_holds_the_same(error, copied):
    other = copied(error)
    assert type(other) is type(error)
    assert (str(other), other.args, vars(other)) == (str(error), error.args, vars(error))
