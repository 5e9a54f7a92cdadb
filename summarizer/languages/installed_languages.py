"""Languages that installed packages bring, by entry points of the group `summarizer.languages`.

The name of an entry point is the code of the language, its value the path of a TOML file, or a package that holds the
file `<code>.toml`. To look for entry points takes the metadata of all installed packages: a run that needs no language
but English does not look.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING, Any

from summarizer.errors import LanguageError, SummarizerError
from summarizer.languages.codes import read_code
from summarizer.registry import find_entry_points, package_of

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "summarizer.languages"
_COMPLETE = "en"  # a package could only add what is there
_brought: dict[str, str | None] = {}  # each language that was tried, with its fault
_LOCK = RLock()
_under_way: set[str] = set()  # the check of a language asks for its sections


def bring_installed(code: str) -> None:
    """Register the language that an installed package brings under a code, if there is one.

    Raises:
        LanguageError: the entry point cannot be loaded, its file has a fault, or several packages bring the language.
    """
    if code == _COMPLETE or read_code(code) != code or code not in _entry_points():
        return
    fault = _bring(code)
    if fault:
        raise LanguageError(fault)


def bring_all_installed() -> Mapping[str, str]:
    """Register all languages that installed packages bring, but for faulty ones; return the faults of those."""
    faults = {code: _bring(code) for code in sorted(_entry_points())}
    return {code: fault for code, fault in faults.items() if fault}


def has_installed() -> bool:
    """Tell whether there is an installed language that can be used."""
    return len(bring_all_installed()) < len(_entry_points())


def _bring(code: str) -> str | None:
    """Register a language once; return its fault."""
    with _LOCK:
        if code not in _brought and code not in _under_way:
            _under_way.add(code)
            try:
                _brought[code] = _register(code, _entry_points()[code])
            finally:
                _under_way.discard(code)
        return _brought.get(code)


def _register(code: str, entry_points: Sequence[EntryPoint]) -> str | None:
    from summarizer.languages.registry import register

    packages = " and ".join(map(package_of, entry_points))
    where = f"language {code!r} ({packages}; {GROUP})"
    if len(entry_points) > 1:
        return f"{where}: found {len(entry_points)} packages that bring it, wanted one; uninstall the others."
    if code == _COMPLETE:
        return f"{where}: found a language to which no package can add; uninstall it."
    try:
        register(code, _path_of(entry_points[0]), is_installed=True)
    except SummarizerError as error:
        return f"{where}: {error}"
    except Exception as error:
        return f"{where}: it raised {type(error).__name__} ({error}); correct it, or uninstall it."
    return None


@cache
def _entry_points() -> Mapping[str, tuple[EntryPoint, ...]]:
    found: dict[str, tuple[EntryPoint, ...]] = {}
    for entry_point in find_entry_points().select(group=GROUP):
        found[entry_point.name] = (*found.get(entry_point.name, ()), entry_point)
    return found


def _path_of(entry_point: EntryPoint) -> Any:
    try:
        value = entry_point.load()
        return files(value) / f"{entry_point.name}.toml" if isinstance(value, ModuleType) else value
    except (Exception, SystemExit) as error:
        what = f"{type(error).__name__}: {error}"
        raise LanguageError(f"{entry_point.value} cannot be imported ({what}); correct it, or uninstall it.") from error
