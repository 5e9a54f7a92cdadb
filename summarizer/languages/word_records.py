"""Records of words and patterns, filled from a section of a language's data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Self

from summarizer.languages.data_sections import find_section


class Words:
    """A record of words of a language: a subclass names its section, and its annotations say what the fields hold.

    >>> class Greetings(Words, section="greetings"):
    ...     opening: frozenset[str]
    >>> Greetings.find("en") is None, Greetings.read("en").opening
    (True, frozenset())

    It is no dataclass: there are some fifty of them, and each would cost a run about a millisecond for methods that
    nobody calls. A pattern is compiled when it is first asked for: a run on `seeds/` asks for two of three.
    """

    _section: ClassVar[str]

    def __init_subclass__(cls, *, section: str = "") -> None:
        cls._section = section

    @classmethod
    def find(cls, language: str | None) -> Self | None:
        """Return the record of a language; None where the language lacks the section."""
        found: Self | None = _found(cls, language)  # type: ignore[arg-type]  # it takes a class for one that has no hash
        return found

    @classmethod
    def read(cls, language: str | None, **given: object) -> Self:
        """Return the record of a language; where it lacks the section, with no words, and patterns that match nothing.

        Args:
            language: The code of the language.
            given: Fields that the section does not hold.
        """
        read: Self = _filled(cls, language, given) if given else _read(cls, language)  # type: ignore[arg-type]  # as above
        return read

    def __init__(self, **fields: object) -> None:
        self.__dict__.update(fields, _patterns={})

    if not TYPE_CHECKING:  # a type checker would take any name for a field

        def __getattr__(self, name: str) -> Any:
            compile_pattern = self.__dict__.get("_patterns", {}).get(name)
            if compile_pattern is None:
                raise AttributeError(f"{type(self).__name__} has no {name!r}")
            pattern = self.__dict__[name] = compile_pattern()
            return pattern

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name}: a record of words does not change")


@cache
def _found(record: type[Any], language: str | None) -> Any:
    section = find_section(language, record._section)
    return section.fill(record, language=language) if section else None


@cache
def _read(record: type[Any], language: str | None) -> Any:
    return _filled(record, language, {})


def _filled(record: type[Any], language: str | None, given: Mapping[str, object]) -> Any:
    section = find_section(language, record._section)
    if section:
        return section.fill(record, language=language, **given)
    nothing: Mapping[str, Any] = {
        "re.Pattern[str]": re.compile("(?!)"),
        "frozenset[str]": frozenset(),
        "tuple[str, ...]": (),
        "Mapping[str, str]": MappingProxyType({}),
        "str": "",
    }
    names = {name: kind for name, kind in record.__annotations__.items() if name not in ("language", *given)}
    return record(language=language, **given, **{name: nothing[kind] for name, kind in names.items()})
