"""What can go wrong, as one tree.

::

    SummarizerError          catch this to catch all of ours
    ├─ InputError            the caller's reports are at fault
    │  ├─ ReadError          one file could not be read, decoded or parsed
    │  └─ EmptyInputError    no sentence survived reading and cleaning
    ├─ SettingsError         out of range, or names nothing we have; also a ValueError
    │  └─ BudgetError        no statement fits the length asked for
    ├─ LanguageError         the data of a language lacks a key, or holds a wrong value
    ├─ PluginError           a part that was brought from outside fails, or does not fit
    ├─ OutputError           a result could not be written where it was asked for
    └─ MissingExtraError     a part that is not installed; also an ImportError
"""

from __future__ import annotations

from functools import partial

_LONGEST = 200  # characters of a path in a message: with more of them nobody finds what is wrong


def short(path: str) -> str:
    """Return a path as a message shows it: of one that is too long its beginning and its end."""
    return path if len(path) <= _LONGEST else f"{path[: _LONGEST // 2]}…{path[-_LONGEST // 4 :]}"


class SummarizerError(Exception):
    """Anything that this package raises on purpose."""


class InputError(SummarizerError):
    """The reports given are at fault; `path` names the file where there is one."""

    def __init__(self, message: str, *, path: str | None = None) -> None:
        super().__init__(message)
        self.path = path


class ReadError(InputError):
    """One file could not be read, decoded or parsed."""


class EmptyInputError(InputError):
    """No sentence survived reading and cleaning."""


class SettingsError(SummarizerError, ValueError):
    """A setting is out of range, or names nothing that exists."""


class BudgetError(SettingsError):
    """No statement fits the length asked for; `shortest` is the least length in words that would."""

    def __init__(self, message: str, *, shortest: int) -> None:
        super().__init__(message)
        self.shortest = shortest

    def __reduce__(self) -> tuple[object, ...]:
        # An exception is copied by calling its class with its `args` alone: a pool of processes would break on it.
        return partial(type(self), shortest=self.shortest), self.args


class LanguageError(SummarizerError):
    """The data of a language lacks a key, or holds a wrong value; the message names the language, section and key."""


class PluginError(SummarizerError):
    """A part that was registered or installed cannot be imported, raises, or returns what it may not.

    `plugin` is its name, `group` the entry-point group that it belongs to.
    """

    def __init__(self, message: str, *, plugin: str | None = None, group: str | None = None) -> None:
        super().__init__(message)
        self.plugin = plugin
        self.group = group


class OutputError(SummarizerError):
    """A result could not be written where it was asked for."""


class MissingExtraError(SummarizerError, ImportError):
    """A part of the package is not installed; the message holds the command that installs it."""
