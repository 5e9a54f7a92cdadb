"""Sections of a language's data: word lists and patterns of one matter, such as speakers or casualties.

A section is a table of the language's file (`[speakers]` in `data/de.toml`) or a file of its own
(`data/en/speakers.toml`). A language that lacks a section reads nothing of that matter: whoever asks gets None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache, partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer.errors import LanguageError
from summarizer.languages.data_files import languages_with_data, load_present_section, load_section
from summarizer.languages.installed_languages import bring_all_installed, bring_installed
from summarizer.languages.language import load_present_table, load_table

Phrase = tuple[tuple[str, ...], str]
_NEXT_PHRASE = re.compile(r"\n(?=\S)")
_LINE_END = re.compile(r"\n\s*+")
PLACEHOLDER = re.compile("@(?:([a-z_0-9]+)[.])?([a-z_0-9]+)@")
_LINE_NAME = re.compile("^[^:\n]*: ", re.MULTILINE)
if TYPE_CHECKING:
    from summarizer.languages.word_records import Words

_Record = TypeVar("_Record", bound="Words")
_Path = tuple[tuple[str, str], ...]  # patterns, each with its section, of which one holds the next


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    r"""The words and patterns of one matter in one language.

    Word lists are entries parted by white space; "_" stands between the words of a phrase. Patterns are regular
    expressions under `[patterns]`, in which "@name@" stands for any entry of the list `name`, or for the pattern
    `name`, and "@calendar.months@" for what the section `calendar` of the same language holds under `months`. Phrases
    under `[phrases]` are lists of patterns, each behind the words of which one is in every text that it matches
    ("share | tweet => ^(?:share|tweet) this"); a line that begins with a space goes on with the pattern above it.

    >>> speakers = Section(
    ...     language="en", name="speakers", values={"verbs": "said told", "patterns": {"saying": r"\b@verbs@ that\b"}}
    ... )
    >>> sorted(speakers.words("verbs")), speakers.pattern("saying").pattern
    (['said', 'told'], '\\b(?:said|told) that\\b')

    Attributes:
        language: The code of the language.
        name: The name of the section.
        values: What the data file holds, by key.
    """

    language: str
    name: str
    values: Mapping[str, Any] = field(repr=False)

    def text(self, key: str) -> str:
        """Return the text of a key as it stands in the file.

        Raises:
            LanguageError: the section has no such key, or it holds no text.
        """
        return self._get(self.values, key)

    def listed(self, key: str) -> tuple[str, ...]:
        """Return the entries of a word list in their order, without the names of lines; "_" becomes a space."""
        return tuple(entry.replace("_", " ") for entry in _LINE_NAME.sub("", self.text(key)).split())

    def words(self, key: str) -> frozenset[str]:
        """Return the entries of a word list."""
        return frozenset(self.listed(key))

    def named(self, key: str) -> dict[str, str]:
        """Return the entries of lines "name: entry entry", each with its name."""
        lines = (line.partition(": ") for line in self.text(key).splitlines() if line)
        return {entry.replace("_", " "): name for name, _, entries in lines for entry in entries.split()}

    def any_of(self, key: str) -> str:
        """Return a regular expression for any entry of a word list, in the order of the list; without its "=value"."""
        entries = (re.escape(entry.partition("=")[0]).replace(r"\ ", r"\s") for entry in self.listed(key))
        return f"(?:{'|'.join(entries)})"

    def regex(self, key: str) -> str:
        """Return the text of a pattern, its placeholders filled and its line breaks left out."""
        return self._regex(key, ())

    def pattern(self, key: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
        """Compile a pattern.

        Raises:
            LanguageError: the section has no such pattern, or it is no regular expression.
        """
        try:
            return re.compile(self.regex(key), flags)
        except re.error as error:
            raise LanguageError(
                f"{self._where}: pattern {key!r} is no regular expression ({error}); mend it in the language's data."
            ) from None

    def phrases(self, key: str) -> tuple[Phrase, ...]:
        r"""Return the patterns of a list of phrases, each behind the words of which one is in whatever it matches.

        >>> text = "share | tweet => ^(?:share\n  |tweet) this\n=> ^\\W*$"
        >>> Section(language="en", name="furniture", values={"phrases": {"calls": text}}).phrases("calls")
        ((('share', 'tweet'), '^(?:share|tweet) this'), (('',), '^\\W*$'))

        Raises:
            LanguageError: the section has no such list, or a line of it has no "=>".
        """
        text = self._filled(self._get(self.values.get("phrases", {}), key), ())
        entries = (
            _LINE_END.sub("", entry).partition("=>") for entry in filter(None, _NEXT_PHRASE.split(text.strip("\n")))
        )
        found = [(tuple(words.strip().split(" | ")), arrow, pattern.strip()) for words, arrow, pattern in entries]
        for words, arrow, _ in found:
            if not arrow:
                raise LanguageError(f'{self._where}: found {words[0]!r} under {key!r}, wanted "words => pattern".')
        return tuple((words, pattern) for words, _, pattern in found)

    def fill(self, record: type[_Record], **given: object) -> _Record:
        """Return a record whose fields are named as keys of the section and hold what their annotations say.

        A field is "re.Pattern[str]" for a pattern, "frozenset[str]" or "tuple[str, ...]" for a word list,
        "Mapping[str, str]" for lines with names, "tuple[Phrase, ...]" for phrases, and "str" for a text as it stands.

        Args:
            record: The class of the record.
            given: Fields that the section does not hold.

        Raises:
            LanguageError: the section lacks one of the keys.
        """
        read: Mapping[str, Callable[[str], Any]] = {
            "frozenset[str]": self.words,
            "tuple[str, ...]": self.listed,
            "Mapping[str, str]": self.named,
            "tuple[Phrase, ...]": self.phrases,
            "str": self.text,
        }
        kinds = {name: kind for name, kind in record.__annotations__.items() if name not in given}
        patterns = [name for name, kind in kinds.items() if kind == "re.Pattern[str]"]
        filled = record(**given, **{name: read[kind](name) for name, kind in kinds.items() if name not in patterns})
        for name in patterns:
            self._get(self.values.get("patterns", {}), name)
            filled.__dict__["_patterns"][name] = partial(self.pattern, name)
        return filled

    def _regex(self, key: str, within: _Path) -> str:
        here = (self.name, key)
        if here in within:
            path = " → ".join(f"@{section}.{name}@" for section, name in (*within, here))
            raise LanguageError(f"{self._where}: pattern {key!r} refers to itself ({path}); take one of these out.")
        text = self._get(self.values.get("patterns", {}), key)
        return self._filled(text.replace("\n", ""), (*within, here))

    def _filled(self, text: str, within: _Path) -> str:
        """A text with its placeholders filled; `within` are the patterns of which it is a part."""
        return PLACEHOLDER.sub(lambda match: self._fill(match, within), text)

    def _fill(self, match: re.Match[str], within: _Path) -> str:
        section, key = match.groups()
        held = self if section is None else find_present(self.language, section) or find_section(self.language, section)
        if held is None:
            raise LanguageError(
                f"{self._where}: found no section {section!r} for {match[0]!r}; add it to the language."
            )
        return f"(?:{held._regex(key, within)})" if key in held.values.get("patterns", {}) else held.any_of(key)

    def _get(self, values: Mapping[str, Any], key: str) -> str:
        value = values.get(key)
        if isinstance(value, str):
            return value
        found = "nothing" if value is None else type(value).__name__
        close = get_close_matches(key, values, n=1)
        hint = f"; is {close[0]!r} a misspelling of it?" if close else "."
        raise LanguageError(f"{self._where}: found {found} under {key!r}, wanted text{hint}")

    @property
    def _where(self) -> str:
        return f"language {self.language!r}, section {self.name!r}"


@cache
def find_section(language: str | None, name: str) -> Section | None:
    """Return a section of a language's data; None where the language has no data, or not that section."""
    if not language:
        return None
    if name == "calendar":
        table = load_table(language)
        return None if table is None else _calendar_of(language, table)
    if name == "stamps_of_all":
        from summarizer.languages.stamps import stamps_of_all

        return stamps_of_all()
    bring_installed(language)
    held = load_section(language, name)
    return None if held is None else Section(language=language, name=name, values=held)


@cache
def find_present(language: str, name: str) -> Section | None:
    """Return a section of our data of a language, or of what a user registered for it, and look at no package."""
    if name == "calendar":
        table = load_present_table(language)
        return None if table is None else _calendar_of(language, table)
    held = load_present_section(language, name)
    return None if held is None else Section(language=language, name=name, values=held)


@cache
def find_all_sections(name: str) -> tuple[Section, ...]:
    """Return a section of our languages and of registered ones, for what applies to a report in any language.

    Languages of installed packages are left out: they are loaded as a report needs them, and what is read in a report
    must not depend on what was read before it.
    """
    found = (find_present(language, name) for language in languages_with_data())
    return tuple(filter(None, found))


@cache
def find_installed_sections(name: str) -> tuple[Section, ...]:
    """Return a section of all languages, with those of all installed packages but for faulty ones."""
    bring_all_installed()
    held = ((language, load_section(language, name)) for language in languages_with_data())
    return tuple(Section(language=code, name=name, values=values) for code, values in held if values is not None)


@cache
def any_of_all(name: str, *keys: str) -> str:
    """Return a regular expression for any entry of some lists of a section of all languages; one matches at least."""
    lists = [section.any_of(key) for section in find_all_sections(name) for key in keys if section.text(key)]
    return f"(?:{'|'.join(lists)})"


def require_section(language: str, name: str) -> Section:
    """Return a section that a language must have because it has another one of the same matter.

    Raises:
        LanguageError: the language lacks it.
    """
    section = find_section(language, name)
    if section is None:
        raise LanguageError(f"language {language!r}: found no section {name!r}; add data/{language}/{name}.toml.")
    return section


def _calendar_of(language: str, table: Mapping[str, Any]) -> Section:
    """The section "calendar" of any language with data, made of its tables of months and weekdays.

    It lists `months`, `months_short` and `weekdays` with a capital letter, in their order.
    """
    months, weekdays = (
        [[word.title() for word in table[kind][number].split()] for number in sorted(table[kind], key=int)]
        for kind in ("months", "weekdays")
    )
    values = {
        "months": " ".join(names[0] for names in months),
        "months_short": " ".join(name for names in months for name in names[1:]),
        "weekdays": " ".join(names[0] for names in weekdays),
    }
    return Section(language=language, name="calendar", values=MappingProxyType(values))
