"""Records of words and patterns, filled from a section of a language's data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer.languages.data_sections import find_section

_Record = TypeVar("_Record", bound="Words")


class Words:
    """A record of words of a language: the annotations of a subclass say what its fields hold, and `fill` makes it.

    It is no dataclass: there are some fifty of them, and each would cost a run about a millisecond for methods that
    nobody calls. A pattern is compiled when it is first asked for: a run on `seeds/` asks for two of three.
    """

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


def find_words(record: type[_Record], language: str | None, name: str, /, **given: object) -> _Record | None:
    """Fill a record from a section of a language; None where the language lacks it.

    Args:
        record: The class of the record.
        language: The code of the language.
        name: The name of the section.
        given: Fields that the section does not hold.
    """
    section = find_section(language, name)
    return section.fill(record, **given) if section else None


def read_words(record: type[_Record], language: str | None, name: str, /, **given: object) -> _Record:
    """Do what `find_words` does; where a language lacks the section, with no words, and patterns that match nothing."""
    found = find_words(record, language, name, **given)
    if found is not None:
        return found
    nothing: Mapping[str, Any] = {
        "re.Pattern[str]": re.compile("(?!)"),
        "frozenset[str]": frozenset(),
        "tuple[str, ...]": (),
        "Mapping[str, str]": MappingProxyType({}),
        "str": "",
    }
    names = {name: kind for name, kind in record.__annotations__.items() if name not in given}
    return record(**given, **{name: nothing[kind] for name, kind in names.items()})
