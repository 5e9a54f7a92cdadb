"""The matrix of points and reports, with a colour and pattern for each origin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from summarizer.model import Briefing, Dependence, Origin, OriginId, Point, Relation, Source
from summarizer.model.text import count
from summarizer.renderers.sanitize import shortened
from summarizer.renderers.wording import who

COLOURS = 8
# Strokes on a tile of 8 by 8; the first is plain.
_STROKES = (
    "",
    "M-2 10 10 -2M-2 2 2 -2M6 10 10 6",
    "M0 4H8",
    "M4 0V8",
    "M-2 -2 10 10M6 -2 10 2M-2 6 2 10",
    "M0 4H8M4 0V8",
    "M-2 10 10 -2M-2 -2 10 10",
)
_ROW, _COLUMN = 26, 24
_TOP, _LEFT = 30, 214
_LABEL = 22  # characters that fit between the bracket and the cells
_ARCS = 24  # pairs drawn; they come strongest first, and more than this are a thicket
_REACH, _LONGEST = 26, 110
_TOLD = 60  # reports told in the description


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The tile that an origin is drawn with."""

    id: str
    colour: str
    strokes: str


def looks_of(origins: Iterable[Origin]) -> Mapping[OriginId, Look]:
    """Give each origin a tile of its own; colours and patterns come round only after each pair was used.

    The numbers of colours and patterns share no factor, so that neighbours differ in both.
    """
    return {
        origin.id: Look(id=f"k{place}", colour=f"c{place % COLOURS}", strokes=_STROKES[place % len(_STROKES)])
        for place, origin in enumerate(origins)
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A report: its label, the tile of its origin, and the height of its middle."""

    y: int
    label: str
    look: Look | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A point that a report is cited for."""

    x: int
    y: int
    look: Look | None
    relation: Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracket:
    """Reports that go back to one origin."""

    top: int
    bottom: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """Two reports whose texts have something in common, and how much of the shorter one."""

    path: str
    x: int
    y: int
    label: str
    is_shared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The picture, laid out."""

    width: int
    height: int
    columns: tuple[tuple[int, int], ...]
    rows: tuple[Row, ...]
    cells: tuple[Cell, ...]
    brackets: tuple[Bracket, ...]
    arcs: tuple[Arc, ...]
    description: str


def draw_matrix(briefing: Briefing, looks: Mapping[OriginId, Look], dependences: Sequence[Dependence]) -> Matrix:
    """Lay out reports as rows, those of one origin together, and points as columns."""
    place_of = {origin.id: place for place, origin in enumerate(briefing.origins)}
    sources = sorted(briefing.sources, key=lambda one: (place_of.get(one.origin or "", len(place_of)), one.number))
    height_of = {source.number: _TOP + _ROW * at + _ROW // 2 for at, source in enumerate(sources)}
    look_of = {source.number: looks.get(source.origin or "") for source in sources}
    columns = tuple((number, _LEFT + _COLUMN * number - _COLUMN // 2) for number in range(1, len(briefing.points) + 1))
    edge = _LEFT + _COLUMN * len(columns)
    arcs = _arcs(briefing, dependences, height_of, edge + 8)
    return Matrix(
        width=max([edge + 8, *(arc.x + 44 for arc in arcs)]),
        height=_TOP + _ROW * len(sources) + 8,
        columns=columns,
        rows=tuple(
            Row(
                y=height_of[one.number], label=f"{one.number} · {shortened(who(one), _LABEL)}", look=look_of[one.number]
            )
            for one in sources
        ),
        cells=tuple(
            Cell(x=x, y=height_of[cited], look=look_of[cited], relation=relation)
            for (_, x), point in zip(columns, briefing.points, strict=True)
            for cited, relation in _relations(point).items()
        ),
        brackets=tuple(
            Bracket(
                top=min(height_of[number] for number in origin.sources),
                bottom=max(height_of[number] for number in origin.sources),
                label=origin.id,
            )
            for origin in briefing.origins
            if len(origin.sources) > 1
        ),
        arcs=arcs,
        description=_told(briefing, sources),
    )


def _relations(point: Point) -> dict[int, Relation]:
    """How each report that is cited for a point stands to it, at most."""
    return {one.source: one.relation for one in reversed(point.citations)}


def _arcs(
    briefing: Briefing, dependences: Sequence[Dependence], height_of: Mapping[int, int], edge: int
) -> tuple[Arc, ...]:
    number_of = {source.document: source.number for source in briefing.sources}
    arcs = []
    for dependence in dependences[:_ARCS]:
        if dependence.first not in number_of or dependence.second not in number_of:
            continue
        top, bottom = sorted(height_of[number_of[name]] for name in (dependence.first, dependence.second))
        reach = min(_REACH * (bottom - top) // _ROW, _LONGEST)
        arcs.append(
            Arc(
                path=f"M{edge} {top}C{edge + reach} {top} {edge + reach} {bottom} {edge} {bottom}",
                x=edge + reach * 3 // 4 + 5,
                y=(top + bottom) // 2 + 4,
                label=f"{dependence.share:.0%}",
                is_shared=dependence.shared_origin,
            )
        )
    return tuple(arcs)


def _told(briefing: Briefing, sources: Sequence[Source]) -> str:
    """Say in words what the picture shows."""
    whole: dict[int, list[str]] = {one.number: [] for one in sources}
    in_part: dict[int, list[str]] = {one.number: [] for one in sources}
    for number, point in enumerate(briefing.points, start=1):
        for cited, relation in _relations(point).items():
            (in_part if relation == "part" else whole)[cited].append(str(number))
    told = []
    for source in sources[:_TOLD]:
        said = [f"points {', '.join(whole[source.number])}"] if whole[source.number] else []
        said += [f"a part of points {', '.join(in_part[source.number])}"] if in_part[source.number] else []
        told.append(
            f"Report {source.number}, {who(source)}, origin {source.origin or 'none'}: "
            f"{'; '.join(said) or 'not cited'}."
        )
    if sources[_TOLD:]:
        told.append(f"And {count(len(sources) - _TOLD, 'other report')}.")
    return " ".join(told)
