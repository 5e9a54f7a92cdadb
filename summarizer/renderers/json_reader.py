"""Reads a briefing back from the json format, checked against the published schema."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from summarizer.errors import InputError
from summarizer.model import (
    Briefing,
    Citation,
    DatePhrase,
    DateRange,
    Discrepancy,
    Introduction,
    Origin,
    PartialDate,
    Point,
    Reading,
    Section,
    Source,
    Span,
    Unused,
)
from summarizer.renderers.json_writer import SCHEMA_NAME
from summarizer.renderers.references import check_references

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
    text = json.dumps(value)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _kinds(rule: dict[str, Any]) -> list[str]:
    kinds = rule.get("type", [])
    return [kinds] if isinstance(kinds, str) else list(kinds)


_ADVICE = f'Give it what render(briefing, "json") wrote, schema {SCHEMA_NAME}; earlier ones are read too.'
_SCHEMA = "briefing.schema.json"
_EARLIER = {"summarizer/briefing/1": "briefing-1.schema.json"}


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every text of the json format keeps to; a new copy each time."""
    return _read(_SCHEMA)


def _read(name: str) -> dict[str, Any]:
    from importlib.resources import files

    content: dict[str, Any] = json.loads(files("summarizer.renderers").joinpath(name).read_text(encoding="utf-8"))
    return content


def _schema_of(record: Any) -> dict[str, Any]:
    """The earlier schema that a text names; for all else the one of today, which says what is wrong."""
    name = record.get("schema") if isinstance(record, dict) else None
    return _read(_EARLIER.get(name, _SCHEMA) if isinstance(name, str) else _SCHEMA)


def parse_briefing(text: str) -> Briefing:
    """Read a briefing back from its JSON, without loss.

    Args:
        text: What `render(briefing, "json")` returned, from this version or an earlier one.

    Returns:
        A briefing equal to the one that was written.

    Raises:
        InputError: the text is no JSON, breaks the schema, or refers to something that is not in it.
    """
    record = _load(text)
    whole = _schema_of(record)
    fault = next(faults(record, whole, root=whole), None)
    if fault is not None:
        where, found, wanted = fault
        raise InputError(f"Briefing JSON, {where}: found {found}, wanted {wanted}. {_ADVICE}")
    # An unknown number gets an empty name here and is reported by check_references below.
    names = {source["number"]: source["document"] for source in record["sources"]}
    briefing = Briefing(
        title=record["title"],
        title_source=record.get("title_source"),
        words=record["words"],
        signature=record["signature"],
        sources=tuple(_source(source) for source in record["sources"]),
        origins=tuple(_origin(origin, names) for origin in record["origins"]),
        sections=tuple(_section(section, names) for section in record["sections"]),
        discrepancies=tuple(_discrepancy(discrepancy, names) for discrepancy in record["discrepancies"]),
        unused=tuple(Unused(document=unused["document"], why=unused["why"]) for unused in record["unused"]),
        notes=tuple(record["notes"]),
        about=record.get("about"),
    )
    check_references(briefing)
    return briefing


def _load(text: str) -> Any:
    try:
        return json.loads(text.removeprefix("\ufeff"), parse_constant=_refuse)
    except json.JSONDecodeError as error:
        found = repr(text[error.pos : error.pos + 20]) if text[error.pos :] else "the end of the text"
        message = f"line {error.lineno}, column {error.colno}: found {found}, wanted JSON ({error.msg})"
    except RecursionError:
        message = "found lists in lists too deep to read, wanted an object"
    except ValueError as error:
        message = f"found a number that JSON does not have, wanted JSON ({error})"
    raise InputError(f"Briefing JSON, {message}. {_ADVICE}")


def _refuse(name: str) -> None:
    raise ValueError(name)


def _source(record: Mapping[str, Any]) -> Source:
    published = record["published"]
    try:
        moment = PartialDate.parse(published) if published else None
    except InputError as error:
        raise InputError(f"Briefing JSON, source {record['number']}, {error}") from None
    return Source(**{**record, "published": moment})


def _origin(record: Mapping[str, Any], names: Mapping[int, str]) -> Origin:
    numbers = tuple(record["sources"])
    documents = tuple(names.get(number, "") for number in numbers)
    label, evidence = record["label"], record["evidence"]
    return Origin(id=record["id"], label=label, documents=documents, evidence=evidence, sources=numbers)


def _section(record: Mapping[str, Any], names: Mapping[int, str]) -> Section:
    points = tuple(_point(point, names) for point in record["points"])
    return Section(heading=record["heading"], when=_when(record["when"]), points=points)


def _when(record: Mapping[str, str] | None) -> DateRange | None:
    return (
        DateRange(start=date.fromisoformat(record["start"]), end=date.fromisoformat(record["end"])) if record else None
    )


def _date(record: Mapping[str, Any]) -> DatePhrase:
    return DatePhrase(
        span=Span(start=record["start"], end=record["end"]),
        text=record["phrase"],
        first=date.fromisoformat(record["first"]),
        last=date.fromisoformat(record["last"]),
        precision=record["precision"],
        role=record["role"],
        is_relative=record["relative"],
        is_ahead=record["ahead"],
    )


def _point(record: Mapping[str, Any], names: Mapping[int, str]) -> Point:
    for citation in record["citations"]:
        _check_backed(citation, record["text"])
    return Point(
        text=record["text"],
        score=record["score"],
        citations=tuple(_citation(citation, names) for citation in record["citations"]),
        origins=tuple(record["origins"]),
        origins_in_part=tuple(record.get("origins_in_part", ())),
        speaker=record["speaker"],
        discrepancies=tuple(record["discrepancies"]),
        # Earlier versions wrote none of these; nor origins in part.
        overtaken=record.get("overtaken"),
        when=_when(record.get("when")),
        dates=tuple(_date(phrase) for phrase in record.get("dates", ())),
        people=tuple(_introduction(one) for one in record.get("people", ())),
    )


def _introduction(record: Mapping[str, Any]) -> Introduction:
    span = Span(start=record["start"], end=record["end"])
    return Introduction(name=record["name"], words=record["words"], span=span)


def _check_backed(citation: Mapping[str, Any], text: str) -> None:
    backed = citation.get("backed")
    if backed and text[backed["start"] : backed["end"]] != backed["text"]:
        found, wanted = text[backed["start"] : backed["end"]], backed["text"]
        where = f"citation of source {citation['source']}, backed"
        raise InputError(f"Briefing JSON, {where}: found {found!r} at its place, wanted {wanted!r}.")


def _discrepancy(record: Mapping[str, Any], names: Mapping[int, str]) -> Discrepancy:
    return Discrepancy(
        kind=record["kind"],
        about=record["about"],
        readings=tuple(_reading(reading, names) for reading in record["readings"]),
        is_series=record.get("series", False),
        is_aside=record.get("aside", False),
    )


def _reading(record: Mapping[str, Any], names: Mapping[int, str]) -> Reading:
    when = record.get("when")
    return Reading(
        value=record["value"],
        citations=tuple(_citation(citation, names) for citation in record["citations"]),
        when=PartialDate.parse(when) if when else None,
        is_overtaken=record.get("overtaken", False),
    )


def _citation(record: Mapping[str, Any], names: Mapping[int, str]) -> Citation:
    return Citation(
        source=record["source"],
        document=names.get(record["source"], ""),
        span=Span(start=record["start"], end=record["end"]),
        quote=record["quote"],
        # A passage that gives a reading says its value to the letter; the JSON leaves that out.
        relation=record.get("relation", "verbatim"),
        page=record.get("page"),
        entry=PartialDate.parse(entry) if (entry := record.get("entry")) else None,
        backed=Span(start=backed["start"], end=backed["end"]) if (backed := record.get("backed")) else None,
    )
