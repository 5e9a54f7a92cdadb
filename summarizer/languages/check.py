"""The check of a language's data: what our own languages have tells which sections and keys there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any

from summarizer.errors import LanguageError
from summarizer.languages.data_files import BASE, all_sections, load_section, own_languages, own_sections, place_of
from summarizer.languages.data_sections import PLACEHOLDER, Section

_REFERENCE = re.compile("@([a-z_0-9.]+)@")
_LIKE_PLACEHOLDER = re.compile(r"@[\w.-]+@")
_GROUP = re.compile(r"\(\?P<(\w+)>")
_SIGNS = (
    ": ",
    "|",
    "=",
)  # what every line of some lists holds ("dead: killed", "up | down"), and every entry of others
_ALLOWED = {"stop_words": {"words"}}  # sections that none of our own languages needs
_BASE_SECTIONS = ("months", "weekdays", "words")  # they go with what stands outside of sections


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a section holds in our own languages.

    Attributes:
        keys: Its keys.
        required: Those of them that each language has.
        kinds: The kinds of their values.
        signs: For each word list the signs that every line or entry of it holds.
        groups: For each pattern the names of its groups.
    """

    keys: frozenset[str]
    required: frozenset[str]
    kinds: Mapping[str, type]
    signs: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, frozenset[str]]


def check_language(code: str, *, with_installed: bool = True) -> None:
    """Check the data of a language: its sections, their keys, the kinds of the values, and the patterns.

    Args:
        code: The code of the language.
        with_installed: Whether what an installed package brought for it is checked too.

    Raises:
        LanguageError: something is missing, misspelt or of another kind; the message names the file and the key.
    """
    fault = next(faults_of(code, with_installed=with_installed), None)
    if fault is not None:
        raise LanguageError(fault)


def faults_of(code: str, *, with_installed: bool = True) -> Iterator[str]:
    """Yield what is wrong with the data of a language, in whole sentences."""
    held = dict(all_sections(code, with_installed=with_installed))
    wanted = _wanted()
    for name, values in held.items():
        where = f"{place_of(code, name)}{f' [{name}]' if name else ''}"
        if name not in wanted:
            names = ", ".join(sorted(filter(None, wanted)))
            yield f"{where}: found a section of this name, wanted one of {names}{_close(name, wanted)}"
            continue
        flat = dict(_flat(values))
        yield from (f"{where}: {fault}" for fault in _faults(flat, wanted[name]))
        yield from (f"{where}: {fault}" for fault in _mistaken(name, flat))
        yield from _broken(code, name, wanted[name].groups)
    if held.keys() & {BASE, *_BASE_SECTIONS}:
        for name in {BASE: 0, **dict.fromkeys(_BASE_SECTIONS)}.keys() - held.keys():
            what = f"the section [{name}]" if name else f"the keys {', '.join(sorted(wanted[BASE].required)[:3])} …"
            yield f"{place_of(code, name)}: lacks {what}, which goes with the others of its words; add it."


def _faults(values: Mapping[str, Any], wanted: _Wanted) -> Iterator[str]:
    referred = _referred(values)
    for key, value in values.items():
        if key not in wanted.keys and key.rpartition(".")[2] not in referred:
            yield f"found the key {key!r}, which nothing reads{_close(key, wanted.keys - values.keys())}"
        elif not isinstance(value, wanted.kinds.get(key, str)):
            yield f"found {type(value).__name__} under {key!r}, wanted {wanted.kinds.get(key, str).__name__}."
        elif isinstance(value, str):
            yield from _misshapen(key, value, wanted.signs.get(key, ()))
    for key in sorted(wanted.required - values.keys()):
        yield f"lacks the key {key!r}; add it, empty where the language has nothing of that kind."


def _misshapen(key: str, value: str, signs: tuple[str, ...]) -> Iterator[str]:
    for sign in signs:
        parts = value.split() if sign == "=" else value.splitlines()
        bad = next((part for part in parts if part.strip() and sign not in part), None)
        if bad is not None:
            yield f"found {bad!r} under {key!r}, wanted {sign.strip()!r} in it, as in English."


def _mistaken(name: str, values: Mapping[str, Any]) -> Iterator[str]:
    """What would be read in another way than it was meant, or crash whoever reads it."""
    for key, value in values.items():
        if not isinstance(value, str):
            continue
        if "." in key:
            wrong = (text for text in _LIKE_PLACEHOLDER.findall(value) if not PLACEHOLDER.fullmatch(text))
            yield from (
                f"found {text!r} under {key!r}, which is no placeholder, wanted small letters, digits and '_', such as"
                " @verbs@ or @calendar.months@; write [@] where the sign itself is meant."
                for text in wrong
            )
        elif any(entry.startswith("=") for entry in value.split()):
            yield f"found an entry under {key!r} that begins with '=', wanted a word before it, as in 'two=2'."
        if name in ("months", "weekdays") and not value.split():
            yield f"found nothing under {key!r}, wanted a name."


def _broken(code: str, name: str, groups: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """The patterns of a section that are no regular expressions, have other groups, or name what is not there."""
    values = load_section(code, name)
    if values is None:
        return
    section = Section(language=code, name=name, values=values)
    for key in values.get("patterns", {}):
        try:
            found = frozenset(section.pattern(key).groupindex)
        except LanguageError as error:
            yield f"{place_of(code, name)}: {error}"
            continue
        wanted = groups.get(key, found)
        if found != wanted:
            yield (
                f"{place_of(code, name)} [{name}.patterns]: found {_groups_named(found)} in {key!r}, wanted"
                f" {_groups_named(wanted)}, as in our own pattern of that name; (?P<name>(?!)) finds nothing."
            )
    for key in values.get("phrases", {}):
        try:
            for _, pattern in section.phrases(key):
                re.compile(pattern)
        except (LanguageError, re.error) as error:
            yield f"{place_of(code, name)} [{name}.phrases]: {key!r} holds no regular expression ({error})."


def _groups_named(names: frozenset[str]) -> str:
    return f"the groups {', '.join(sorted(names))}" if names else "no named group"


def _close(name: str, names: Any) -> str:
    close = get_close_matches(name, names, n=1)
    return f"; is {close[0]!r} meant?" if close else "; leave it out."


def _flat(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Each key with its value; those of a table in it as "patterns.saying"."""
    for key, value in values.items():
        if isinstance(value, dict):
            yield from ((f"{key}.{inner}", each) for inner, each in value.items())
        else:
            yield key, value


def _referred(values: Mapping[str, Any]) -> frozenset[str]:
    """The names that stand as placeholders in a section: its patterns use them, whoever else does."""
    return frozenset(
        name.rpartition(".")[2]
        for value in values.values()
        if isinstance(value, str)
        for name in _REFERENCE.findall(value)
    )


@cache
def _wanted() -> Mapping[str, _Wanted]:
    """For each section what our own languages hold in it."""
    held: dict[str, list[dict[str, Any]]] = {}
    groups: dict[str, dict[str, frozenset[str]]] = {}
    for language in own_languages():
        for name, values in own_sections(language):
            held.setdefault(name, []).append(dict(_flat(values)))
            section = Section(language=language, name=name, values=values)
            found = {key: frozenset(_GROUP.findall(section.regex(key))) for key in values.get("patterns", {})}
            groups.setdefault(name, {}).update(found)
    wanted = {name: _want(sections, groups[name]) for name, sections in held.items()}
    allowed = {name: _Wanted(frozenset(keys), frozenset(keys), {}, {}, {}) for name, keys in _ALLOWED.items()}
    return {**allowed, **wanted}


def _want(sections: list[dict[str, Any]], groups: Mapping[str, frozenset[str]]) -> _Wanted:
    keys = frozenset().union(*sections)
    # What only patterns use is a language's own affair: each builds its patterns of other parts.
    inner = frozenset(key for values in sections for key in values if key.rpartition(".")[2] in _referred(values))
    return _Wanted(
        keys=keys,
        required=keys.intersection(*sections) - inner,
        kinds={key: type(value) for values in sections for key, value in values.items()},
        signs={key: _signs([values[key] for values in sections if key in values]) for key in keys if "." not in key},
        groups=groups,
    )


def _signs(values: list[Any]) -> tuple[str, ...]:
    """The signs that every line, or every entry, of a key holds in all languages."""
    texts = [value for value in values if isinstance(value, str) and value.strip()]
    return tuple(
        sign
        for sign in _SIGNS
        if texts
        and all(
            sign in part
            for text in texts
            for part in (text.split() if sign == "=" else filter(None, text.splitlines()))
        )
    )
