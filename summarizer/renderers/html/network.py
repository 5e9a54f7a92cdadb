"""The picture of the similarity graph with the chosen points.

Points stand on a ring in reading order and their neighbours outside of it. No forces move anything: a layout by forces
ends elsewhere on another machine, and equal briefings are to give equal bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from summarizer.finished_run import Run
from summarizer.model import OriginId, Statement
from summarizer.model.text import count
from summarizer.renderers.html.matrix import Look

_MOST = 60  # points drawn: on a ring of more, numbers no longer fit
_NEAREST = 3
_LEAST = 0.25  # share of the strongest edge drawn; weaker ones are most of the graph and say little
_LEAST_BETWEEN = 0.12  # likewise for lines between points, of which a reader wants to see more
_LINES = 2  # a point on average; with more, a story told alike by all is a black ring
_GAP, _OUT, _MARGIN = 90, 64, 22
_SMALLEST = 96
_WEIGHTS = 4
_TOLD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A point, or a sentence near one: where it is drawn, with which number and tile."""

    x: int
    y: int
    label: str
    look: Look | None
    is_point: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """How similar two of them are, as a weight from 1 to 4."""

    path: str
    weight: int
    is_between_points: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The picture, laid out."""

    side: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Near:
    """What the graph holds of the points: for each its similar sentences, and whose sentence each one is."""

    rows: tuple[dict[int, float], ...]
    owner: dict[int, int]
    wordings: frozenset[int]
    strongest: float


def draw_network(run: Run, looks: Mapping[OriginId, Look]) -> Network | None:
    """Lay out the points and the sentences nearest to them; None where no point is similar to any sentence."""
    statements = [statement for event in run.events for statement in event.statements][:_MOST]
    near = _look_around(run, statements)
    if not near.strongest:
        return None
    number_of = {source.document: source.number for source in run.briefing.sources}
    look_of = {source.document: looks.get(source.origin or "") for source in run.briefing.sources}
    document_of = {sentence.id: sentence.document for sentence in run.sentences}
    ring = max(_SMALLEST, round(_GAP * len(statements) / (2 * pi)))
    side = 2 * (ring + _OUT + _MARGIN)
    turn = 2 * pi / len(statements)
    at = [_on_circle(side, ring, turn * place) for place in range(len(statements))]
    nodes = [
        Node(x=x, y=y, label=str(place + 1), look=look_of.get(one.wording.document), is_point=True)
        for place, (one, (x, y)) in enumerate(zip(statements, at, strict=True))
    ]
    links = _links(near)
    edges = [
        _edge(at[one], at[other], weight / near.strongest, is_between_points=True)
        for (one, other), weight in links.items()
    ]
    for place, guests in _guests(near).items():
        for order, guest in enumerate(guests):
            angle = turn * (place + (order - (len(guests) - 1) / 2) * 0.8 / _NEAREST)
            spot = _on_circle(side, ring + _OUT, angle)
            document = document_of[guest]
            label = str(number_of.get(document, ""))
            nodes.append(Node(x=spot[0], y=spot[1], label=label, look=look_of.get(document), is_point=False))
            edges += [
                _edge(spot, at[other], row[guest] / near.strongest, is_between_points=False)
                for other, row in enumerate(near.rows)
                if row.get(guest, 0.0) >= _LEAST * near.strongest
            ]
    told = _told(statements, links, near)
    return Network(side=side, nodes=tuple(nodes), edges=tuple(edges), description=told)


def _look_around(run: Run, statements: Sequence[Statement]) -> _Near:
    rows = []
    for statement in statements:
        row: dict[int, float] = {}
        for sentence in statement.sentences:
            # A sentence of an exact copy stands in the statement, and not in the graph.
            if sentence.id < run.similarity.shape[0]:
                start, end = run.similarity.indptr[sentence.id : sentence.id + 2].tolist()
                others = run.similarity.indices[start:end].tolist()
                for other, weight in zip(others, run.similarity.data[start:end].tolist(), strict=True):
                    # Rounded, so that a last bit that differs between machines decides nothing.
                    row[other] = max(row.get(other, 0.0), round(weight, 4))
        rows.append(row)
    strongest = max((weight for row in rows for weight in row.values()), default=0.0)
    owner = {sentence.id: place for place, one in enumerate(statements) for sentence in one.sentences}
    wordings = frozenset(statement.wording.id for statement in statements)
    return _Near(rows=tuple(rows), owner=owner, wordings=wordings, strongest=strongest)


def _links(near: _Near) -> dict[tuple[int, int], float]:
    """How similar points are to one another, by their places."""
    weights: dict[tuple[int, int], float] = {}
    for place, row in enumerate(near.rows):
        for sentence, weight in row.items():
            other = near.owner.get(sentence, place)
            if other != place:
                pair = (min(place, other), max(place, other))
                weights[pair] = max(weights.get(pair, 0.0), weight)
    strong = [pair for pair in sorted(weights) if weights[pair] >= _LEAST_BETWEEN * near.strongest]
    strong.sort(key=lambda pair: -weights[pair])
    return {pair: weights[pair] for pair in sorted(strong[: _LINES * len(near.rows)])}


def _guests(near: _Near) -> dict[int, list[int]]:
    """For each point the nearest sentences that are no point themselves, each at the point that it is nearest to."""
    home: dict[int, tuple[float, int]] = {}
    for place, row in enumerate(near.rows):
        for sentence, weight in row.items():
            owned = near.owner.get(sentence, place)
            if sentence not in near.wordings and owned == place and weight >= _LEAST * near.strongest:
                home[sentence] = max(home.get(sentence, (0.0, 0)), (weight, -place))
    guests: dict[int, list[tuple[float, int]]] = {}
    for sentence, (weight, place) in home.items():
        guests.setdefault(-place, []).append((-weight, sentence))
    return {place: [sentence for _, sentence in sorted(found)[:_NEAREST]] for place, found in sorted(guests.items())}


def _on_circle(side: int, radius: int, angle: float) -> tuple[int, int]:
    """A place on a circle, clockwise from the top, in whole units."""
    return round(side / 2 + radius * sin(angle)), round(side / 2 - radius * cos(angle))


def _edge(one: tuple[int, int], other: tuple[int, int], share: float, *, is_between_points: bool) -> Edge:
    weight = min(_WEIGHTS, 1 + int(_WEIGHTS * share))
    return Edge(path=f"M{one[0]} {one[1]}L{other[0]} {other[1]}", weight=weight, is_between_points=is_between_points)


def _told(statements: Sequence[Statement], links: Mapping[tuple[int, int], float], near: _Near) -> str:
    """Say in words what the picture shows."""
    told = [
        f"{count(len(statements), 'point')} on a ring, and around them the sentences that are most similar to them."
    ]
    alike = sorted(links, key=lambda pair: (-links[pair], pair))[:_TOLD]
    told += [
        f"Points {one + 1} and {other + 1}: {links[one, other] / near.strongest:.0%} of the strongest similarity."
        for one, other in alike
    ]
    return " ".join(told)
