"""Months and weekdays of all languages, as they stand beside days on pages whose language nobody knows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from summarizer.languages.language import languages_with_tables
from summarizer.languages.sections import find_section, shared_section


@cache
def months_of_others(language: str) -> Mapping[str, int]:
    """Return the names of months in all languages but one, in small letters, with their numbers from 1.

    Short forms are those that mean one month in all of them.
    """
    names = _names("months", start=1, without=language)
    return MappingProxyType(_short("short_months") | names)


@cache
def weekdays_of_all() -> Mapping[str, int]:
    """Return the names of weekdays in all languages, in small letters, with their numbers; Monday is 0."""
    return MappingProxyType(_names("weekdays", start=0) | _short("short_weekdays"))


def _names(kind: str, *, start: int, without: str | None = None) -> dict[str, int]:
    listed = [
        section.listed(kind)
        for language in languages_with_tables()
        if language != without and (section := find_section(language, "calendar"))
    ]
    listed += [tuple(names.split()) for names in shared_section("months").values[kind].values()]
    return {name.casefold(): number for names in listed for number, name in enumerate(names, start=start)}


def _short(kind: str) -> dict[str, int]:
    table = shared_section("months").values[kind]
    return {name: int(number) for number, names in table.items() for name in names.split()}
