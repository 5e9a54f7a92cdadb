"""JSON values, also of broken JSON: several objects in a row, a list cut off, a comma too many."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Any

_BETWEEN = re.compile(r"[\s,\]}]*+")
_LIST = re.compile(r"[:\[]\s{0,300}+\[?\s{0,300}+(?=\{)")  # where a list of objects may begin within an object
_KEY = re.compile(r"\{\s{0,300}(\"[^\"\\]{1,100}\"\s{0,300}:)")
_BRACKET = re.compile(r'"(?:[^"\\\n]++|\\.)*+"?|[\[\]{}]')  # or a string: one that is not closed ends with its line
_LINE = re.compile(r"\S[^\n]*+")
_MOST = 100  # values that are broken; behind the last nothing is looked for
_TRIES = 20  # objects behind a broken one that are looked at whether they are whole
_INDENT = 300  # characters before an object in its line
_ALONE = re.compile(r"\{[ \t\r]*+\n")  # an object that is spread over lines
_SHARED = 0.5  # of the fields of two objects, from which they are records of one kind
_LINES = 50  # of a text by which it is told whether each of its lines is a value
_SPREAD = ("{", "[", "{,", "[{", "},{")  # lines of values that are spread over lines


class Repeating(dict[str, Any]):
    """An object that gives a field twice: Python keeps the last value, and the first would be lost."""

    repeated: tuple[str, ...] = ()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeated = tuple(dict.fromkeys(name for name, value in pairs if value not in (None, found[name])))
    if not repeated:
        return found
    marked = Repeating(found)
    marked.repeated = repeated
    return marked


_DECODER = json.JSONDecoder(object_pairs_hook=_object)


def parse_json(text: str) -> Any:
    """Return the one value that a text is.

    Raises:
        ValueError: it is none, or more than one.
        RecursionError: it is nested too deep.
    """
    return json.loads(text, object_pairs_hook=_object)


def is_in_lines(text: str) -> bool:
    """Tell whether each line of a text is meant to be a value: one of the first is an object, and none is spread."""
    lines = [line.group().strip() for line in islice(_LINE.finditer(text), _LINES)]
    return not any(line in _SPREAD for line in lines) and any(map(_is_object, lines[:3]))


def _is_object(line: str) -> bool:
    try:
        return isinstance(parse_json(line), dict)
    except (ValueError, RecursionError):
        return False


def find_values(text: str) -> Iterator[tuple[int, dict[str, Any] | ValueError]]:
    """Find the objects of a text that is no JSON as a whole, one after the other, and in its place what is broken.

    Behind a broken object the next is looked for that begins with the same field, or with that of the one before; or
    before that one that is whole, as deep by the brackets between, and by its fields no part of the broken one, such as
    a comment.

    Yields:
        Where in the text each begins, and what it is.
    """
    at = _begin(text)
    broken = 0
    key = None
    fields: AbstractSet[str] = frozenset()
    while (at := _past(text, at)) < len(text):
        if text[at] == "[":
            at += 1
            continue
        key = _KEY.match(text, at) or key
        start = at
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            broken += 1
            told = str(error) if isinstance(error, ValueError) else "nested too deep"
            yield start, ValueError(told if broken < _MOST else f"{told}; what follows is left out")
            following = _following(text, at, key, fields) if broken < _MOST else None
            if following is None:
                return
            at = following
        else:
            fields = value.keys() if isinstance(value, dict) else fields
            yield start, value if isinstance(value, dict) else ValueError(f"{type(value).__name__} among objects")


def _past(text: str, at: int) -> int:
    """Where what stands between values ends."""
    between = _BETWEEN.match(text, at)
    return between.end() if between else at


def _begin(text: str) -> int:
    """Where the first object begins: of an object that is broken, that of the first list in it."""
    start = len(text) - len(text.lstrip())
    if not text.startswith("{", start):
        return start
    try:
        _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError):
        held = _LIST.search(text, start)
        return held.end() if held else start
    return start


def _following(text: str, at: int, key: re.Match[str] | None, fields: AbstractSet[str]) -> int | None:
    """Where the next object begins that has a field as its first one, or before it one that is whole.

    Args:
        text: The text.
        at: Where the broken object begins.
        key: Its first field.
        fields: The fields of the last object that was read. Where an object with that first field follows, one before
            it counts only if it has that field too, or much the same fields.
    """
    found = None
    if key is not None:
        begins = re.compile(rf"[}},\n]\s{{0,300}}+(?=\{{\s{{0,300}}{re.escape(key[1])})")
        found = begins.search(text, max(at + 1, key.end()))
    if key is None or found is None:
        return _whole_behind(text, at, len(text), lambda _: True)
    name = key[1].split('"')[1]
    whole = _whole_behind(text, at, found.end(), lambda own: name in own or _are_shared(own, fields))
    return found.end() if whole is None else whole


def _are_shared(own: AbstractSet[str], fields: AbstractSet[str]) -> bool:
    return len(own & fields) >= _SHARED * len(own | fields)


def _whole_behind(text: str, at: int, end: int, is_record: Callable[[AbstractSet[str]], bool]) -> int | None:
    """Where a whole object begins behind a broken one: outside of it by the brackets between, or by its line.

    Args:
        text: The text.
        at: Where the broken object begins.
        end: Where to look no further.
        is_record: Tells by its fields whether an object counts.
    """
    depth, tries, indent = 0, 0, _indent(text, at)
    if not indent and _ALONE.match(text, at):
        indent = None  # what stands within it may begin its line as well
    for found in _BRACKET.finditer(text, at, end):
        sign, start = found.group(), found.start()
        if sign == "{" and start > at and (not depth or (indent is not None and _indent(text, start) == indent)):
            fields = _fields(text, start)
            if fields and is_record(fields):
                return start
            tries += 1
            if tries == _TRIES:
                return None
        if sign in "{[":
            depth += 1
        elif sign in "]}":
            depth = max(depth - 1, 0)
    return None


def _indent(text: str, at: int) -> str | None:
    """What stands before an object in its line, if that is white space alone."""
    _, end, line = text[max(0, at - _INDENT) : at].rpartition("\n")
    return line if end and not line.strip() else None


def _fields(text: str, at: int) -> AbstractSet[str]:
    """The fields of a whole object that begins there; none where none does."""
    try:
        return frozenset(_DECODER.raw_decode(text, at)[0])
    except (ValueError, RecursionError):
        return frozenset()
