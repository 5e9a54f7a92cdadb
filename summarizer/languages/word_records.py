"""Records of words and patterns, filled from a section of a language's data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from summarizer.languages.data_sections import find_section

_Record = TypeVar("_Record", bound="Words")


class Words:
    """A record of words of a language: the annotations of a subclass say what its fields hold, and `fill` makes it.

    It is no dataclass. There are some fifty of them, which would cost each run 30 ms for methods that nobody calls.
    A pattern is compiled when it is first asked for: a run needs three of four.
    """

    def __init__(self, **fields: object) -> None:
        self.__dict__.update(fields, _patterns={})

    def __getattr__(self, name: str) -> Any:
        compile_pattern = self.__dict__["_patterns"].get(name)
        if compile_pattern is None:
            raise AttributeError(f"{type(self).__name__} has no {name!r}")
        pattern = self.__dict__[name] = compile_pattern()
        return pattern

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name}: a record of words does not change")


def read_words(record: type[_Record], language: str | None, name: str, /, **given: object) -> _Record:
    """Fill a record from a section of a language; where it lacks that, with no words, and patterns that match nothing.

    Args:
        record: The class of the record.
        language: The code of the language.
        name: The name of the section.
        given: Fields that the section does not hold.
    """
    section = find_section(language, name)
    if section is not None:
        return section.fill(record, **given)
    nothing: Mapping[str, Any] = {
        "re.Pattern[str]": re.compile("(?!)"),
        "frozenset[str]": frozenset(),
        "tuple[str, ...]": (),
        "Mapping[str, str]": MappingProxyType({}),
        "str": "",
    }
    names = {name: kind for name, kind in record.__annotations__.items() if name not in given}
    return record(**given, **{name: nothing[kind] for name, kind in names.items()})
