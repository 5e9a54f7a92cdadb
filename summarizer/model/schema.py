"""The published JSON Schemas of briefings and checks, and the check that a JSON value keeps to one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from summarizer.errors import InputError

Fault = tuple[str, str, str]
_SHOWN = 60
_TYPES: dict[str, tuple[Callable[[Any], bool], str]] = {
    "object": (lambda value: isinstance(value, dict), "an object"),
    "array": (lambda value: isinstance(value, list), "a list"),
    "string": (lambda value: isinstance(value, str), "text"),
    "integer": (lambda value: isinstance(value, int) and not isinstance(value, bool), "a whole number"),
    "number": (lambda value: isinstance(value, (int, float)) and not isinstance(value, bool), "a number"),
    "boolean": (lambda value: isinstance(value, bool), "true or false"),
    "null": (lambda value: value is None, "null"),
}


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


# Keyword of JSON Schema -> (kind of value it speaks of, check, what it wants). Only the keywords that our schema uses.
KEYWORDS: dict[str, tuple[type | tuple[type, ...], Callable[[Any, Any], bool], Callable[[Any], str]]] = {
    "const": (object, lambda value, wanted: bool(value == wanted), lambda wanted: shown(wanted)),
    "enum": (object, lambda value, wanted: value in wanted, lambda wanted: " or ".join(shown(one) for one in wanted)),
    "minimum": ((int, float), lambda value, least: value >= least, lambda least: f"at least {least}"),
    "maximum": ((int, float), lambda value, most: value <= most, lambda most: f"at most {most}"),
    "minLength": (str, lambda value, least: len(value) >= least, lambda _: "text that is not empty"),
    "minItems": (list, lambda value, least: len(value) >= least, lambda least: f"a list of at least {least}"),
    "pattern": (str, lambda value, pattern: bool(re.search(pattern, value)), lambda _: "a date such as 2023-06-18"),
    "format": (str, lambda value, _: _is_date(value), lambda _: "a day such as 2023-06-18"),
    "required": (dict, lambda value, names: value.keys() >= set(names), lambda names: "all of " + ", ".join(names)),
}


def faults(value: Any, rule: dict[str, Any], *, root: dict[str, Any], where: str = "$") -> Iterator[Fault]:
    """Yield each place where a value is not what the schema wants: where, found, wanted.

    Args:
        value: The JSON value, as the standard library reads it.
        rule: The part of the schema that speaks of it.
        root: The whole schema, which `rule` may point into.
        where: The place of the value in the whole.
    """
    if "$ref" in rule:
        rule = root["$defs"][rule["$ref"].removeprefix("#/$defs/")]
    kinds = _kinds(rule)
    if kinds and not any(_TYPES[kind][0](value) for kind in kinds):
        yield where, shown(value), " or ".join(_TYPES[kind][1] for kind in kinds)
        return
    for keyword, (kind, is_fit, wanted) in KEYWORDS.items():
        if keyword in rule and isinstance(value, kind) and not is_fit(value, rule[keyword]):
            yield where, shown(value), wanted(rule[keyword])
    if isinstance(value, dict):
        properties = rule.get("properties", {})
        for name, inner in value.items():
            if name not in properties:
                yield f"{where}.{name}", shown(inner), "no such name"
                continue
            yield from faults(inner, properties[name], root=root, where=f"{where}.{name}")
    if isinstance(value, list):
        for index, inner in enumerate(value):
            yield from faults(inner, rule["items"], root=root, where=f"{where}[{index}]")


def shown(value: Any) -> str:
    """Return a JSON value as a message shows it: short, and in ASCII."""
    text = json.dumps(value, default=repr)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _kinds(rule: dict[str, Any]) -> list[str]:
    kinds = rule.get("type", [])
    return [kinds] if isinstance(kinds, str) else list(kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonForm:
    """A form of JSON that we publish: what a record becomes.

    Attributes:
        record: The name of the record.
        schema: The name of its schema, which the JSON gives.
        file: The file of the schema.
        earlier: The names and files of the schemas of earlier versions, which are read too.
    """

    record: str
    schema: str
    file: str
    earlier: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """What a message calls it."""
        return f"{self.record} JSON"

    @property
    def advice(self) -> str:
        """What to do about a fault in it."""
        earlier = "; earlier ones are read too" if self.earlier else ""
        return f"Give it what {self.record}.to_dict() or to_json() wrote, schema {self.schema}{earlier}."


BRIEFING = JsonForm(
    record="Briefing",
    schema="summarizer/briefing/2",
    file="briefing-2.schema.json",
    earlier=(("summarizer/briefing/1", "briefing-1.schema.json"),),
)
CHECK = JsonForm(record="Check", schema="summarizer/check/1", file="check-1.schema.json")


def schema(form: JsonForm = BRIEFING) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every text of a form keeps to; a new copy each time."""
    return _read(form.file)


def _read(name: str) -> dict[str, Any]:
    from importlib.resources import files

    content: dict[str, Any] = json.loads(files("summarizer.model").joinpath(name).read_text(encoding="utf-8"))
    return content


def _schema_of(record: Any, form: JsonForm) -> dict[str, Any]:
    """The earlier schema that a text names; for all else the one of today, which says what is wrong."""
    name = record.get("schema") if isinstance(record, dict) else None
    return _read(dict(form.earlier).get(name, form.file) if isinstance(name, str) else form.file)


def check_schema(record: Any, form: JsonForm) -> None:
    """Check that a JSON value keeps to the schema that it names.

    Raises:
        InputError: it does not; the message names the first place.
    """
    whole = _schema_of(record, form)
    fault = next(faults(record, whole, root=whole), None)
    if fault is not None:
        where, found, wanted = fault
        raise InputError(f"{form.name}, {where}: found {found}, wanted {wanted}. {form.advice}")
