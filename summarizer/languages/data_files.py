"""Where the data of languages lie: our own files in `data/`, and the files that users and packages bring.

A language is one TOML file, such as `data/it.toml`. A long one has more sections in a folder of its name, one file
each, such as `data/en/antonyms.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from summarizer.errors import LanguageError
from summarizer.languages.codes import read_code

_OWN = files(__package__) / "data"
BASE = ""  # the name, in messages and checks, of what a file holds outside its sections
File = tuple[str, Mapping[str, Any]]  # where the file of a language lies, and what it holds
_registered: dict[str, File] = {}
_installed: dict[str, File] = {}


def languages_with_data() -> tuple[str, ...]:
    """Return the codes of our languages and of those that were brought, in the order of the alphabet."""
    return tuple(sorted({*own_languages(), *_registered, *_installed}))


@cache
def own_languages() -> tuple[str, ...]:
    """Return the codes of the languages that come with the package."""
    held = (path.name for path in _OWN.iterdir() if path.name.endswith(".toml") or path.is_dir())
    return tuple(sorted({name.removesuffix(".toml") for name in held}))


@cache
def load_file(language: str) -> Mapping[str, Any]:
    """Return what the file of a language holds, and what was brought for it; nothing for what has no file."""
    if read_code(language) != language:
        return MappingProxyType({})
    return MappingProxyType(
        {**load_own_file(language), **_values(_installed, language), **_values(_registered, language)}
    )


@cache
def load_present_file(language: str) -> Mapping[str, Any]:
    """Return the same without what packages brought."""
    return MappingProxyType({**load_own_file(language), **_values(_registered, language)})


@cache
def load_own_file(language: str) -> Mapping[str, Any]:
    """Return what our file of a language holds."""
    return MappingProxyType(_parse(_OWN / f"{language}.toml", _own_text(language)))


@cache
def _own_text(language: str) -> str:
    path = _OWN / f"{language}.toml"
    return path.read_text(encoding="utf-8") if language in own_languages() and path.is_file() else ""


@cache
def _own_files(language: str) -> frozenset[str]:
    """The sections of a language that we keep in files of their own; few languages have any."""
    folder = _OWN / language
    if language not in own_languages() or not folder.is_dir():
        return frozenset()
    return frozenset(path.name.removesuffix(".toml") for path in folder.iterdir())


def _values(brought: Mapping[str, File], language: str) -> Mapping[str, Any]:
    return brought[language][1] if language in brought else MappingProxyType({})


@cache
def load_section(language: str, name: str) -> Mapping[str, Any] | None:
    """Return what a section of a language holds, ours or brought; what a user registered stands before a package's."""
    held = load_present_section(language, name)
    return _section_in(_values(_installed, language), name) if held is None else held


@cache
def load_present_section(language: str, name: str) -> Mapping[str, Any] | None:
    """Return what a section of a language holds, ours or registered: it is the same whatever was loaded before."""
    if name in _own_files(language):
        return MappingProxyType(_parse(_OWN / language / f"{name}.toml"))
    if f"[{name}" in _own_text(language):  # parsing the file takes milliseconds
        held = _section_in(load_own_file(language), name)
        if held is not None:
            return held
    return _section_in(_values(_registered, language), name)


def _section_in(values: Mapping[str, Any], name: str) -> Mapping[str, Any] | None:
    held = values.get(name)
    return MappingProxyType(held) if isinstance(held, dict) else None


def own_sections(language: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the name and the content of each section that we have of a language; BASE is what stands outside them."""
    yield from sections_of(load_own_file(language))
    for name in sorted(_own_files(language)):
        yield name, _parse(_OWN / language / f"{name}.toml")


def all_sections(language: str, *, with_installed: bool = True) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each section of a language, ours and what was brought for it; or only what a user brought."""
    yield from own_sections(language)
    installed, registered = (dict(sections_of(_values(brought, language))) for brought in (_installed, _registered))
    yield from (installed | registered if with_installed else registered).items()


def place_of(language: str, name: str) -> str:
    """Return the file in which a section of a language stands, as messages name it."""
    for brought in (_registered, _installed):
        place, held = brought.get(language, ("", {}))
        if name in dict(sections_of(held)):
            return place
    return f"data/{language}/{name}.toml" if name in _own_files(language) else f"data/{language}.toml"


def bring(language: str, file: File | None, *, is_installed: bool = False) -> File | None:
    """Add what a file holds to the data of a language, in place of what was brought before; None takes that away.

    Args:
        language: The code of the language.
        file: Where the file lies, and what it holds.
        is_installed: Whether an installed package brings it, rather than the user.

    Returns:
        What was brought before.
    """
    brought = _installed if is_installed else _registered
    earlier = brought.pop(language, None)
    if file is not None:
        brought[language] = (file[0], MappingProxyType(dict(file[1])))
    return earlier


def registered_files() -> Mapping[str, File]:
    """Return the files that users registered in this process, by language."""
    return MappingProxyType(_registered)


def brought_for(languages: Iterable[str]) -> list[tuple[str, Mapping[str, Any]]]:
    """Return what users registered, and what packages bring for some languages: the words beside ours in a run."""
    installed = ((code, _values(_installed, code)) for code in sorted({*languages}) if code in _installed)
    return [*((code, _values(_registered, code)) for code in sorted(_registered)), *installed]


def sections_of(values: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the sections of a file; what stands outside them as BASE."""
    base = {key: value for key, value in values.items() if not isinstance(value, dict)}
    if base:
        yield BASE, base
    yield from ((key, value) for key, value in values.items() if isinstance(value, dict))


def _parse(path: Any, text: str | None = None) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8") if text is None else text)
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"{path}: cannot be read as TOML ({error}); mend the file.") from error
