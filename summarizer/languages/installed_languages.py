"""Languages that installed packages bring, by entry points of the group `summarizer.languages`.

The name of an entry point is the code of the language, its value the path of a TOML file, or a package that holds the
file `<code>.toml`. To look for entry points takes the metadata of all installed packages: a run that needs no language
but English does not look.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import ModuleType
from typing import TYPE_CHECKING, Any

from summarizer.errors import LanguageError, SummarizerError
from summarizer.languages.codes import read_code
from summarizer.registry import find_entry_points, package_of

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "summarizer.languages"
_COMPLETE = "en"  # a package could only add what is there
_brought: set[str] = set()  # each is brought once, and fails once
_failures: dict[str, LanguageError] = {}


def bring_installed(code: str) -> bool:
    """Register the language that an installed package brings under a code; tell whether there was one, and it is new.

    Raises:
        LanguageError: the entry point cannot be loaded, or its file has a fault.
    """
    if code == _COMPLETE or read_code(code) != code:
        return False
    return code in _entry_points() and _bring(code)


def bring_all_installed() -> bool:
    """Register all languages that installed packages bring; tell whether there were new ones."""
    return sum(map(_bring, _entry_points())) > 0


def _bring(code: str) -> bool:
    if code in _failures:
        raise _failures[code]
    if code in _brought:
        return False
    _brought.add(code)
    from summarizer.languages.registry import register

    entry_point = _entry_points()[code]
    try:
        register(code, _path_of(entry_point))
    except SummarizerError as error:
        _failures[code] = LanguageError(f"language {code!r} ({package_of(entry_point)}; {GROUP}): {error}")
        raise _failures[code] from error
    return True


@cache
def _entry_points() -> Mapping[str, EntryPoint]:
    return {entry_point.name: entry_point for entry_point in find_entry_points().select(group=GROUP)}


def _path_of(entry_point: EntryPoint) -> Any:
    try:
        value = entry_point.load()
        return files(value) / f"{entry_point.name}.toml" if isinstance(value, ModuleType) else value
    except (Exception, SystemExit) as error:
        what = f"{type(error).__name__}: {error}"
        raise LanguageError(f"{entry_point.value} cannot be imported ({what}); correct it, or uninstall it.") from error
