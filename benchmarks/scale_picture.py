"""The picture of what `benchmarks/scale.py` measured: time and memory against reports, both axes logarithmic."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from math import ceil, floor, log10
from typing import NamedTuple

from benchmarks.scale_inputs import MADE, REAL
from benchmarks.scale_peers import LEXRANK, PAGERANK, SCIKIT, TEXTRANK
from benchmarks.scale_results import Results
from benchmarks.scale_tables import describe_run, show_seconds

WIDTH, PANEL_WIDTH, PANEL_HEIGHT = 830, 340, 300
LEFTS, TOP = (58, 478), 46
LEGEND_TOP, LEGEND_STEP = TOP + PANEL_HEIGHT + 62, 20
STYLE = """
    text { font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; font-size: 12px; fill: #52606d; }
    .lane { font-weight: 600; letter-spacing: .04em; }
    .box { fill: #f5f7fa; stroke: #9aa5b1; }
    .grid { stroke: #d5dbe1; }
    .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
    .dashed { stroke-dasharray: 6 4; }
    .dotted { stroke-dasharray: 2 3; }
    .dot { stroke: none; }
    .linear { stroke: #7b8794; stroke-width: 1.5; stroke-dasharray: 1 4; }
    .blue { stroke: #2f6fb0; } .dot.blue { fill: #2f6fb0; }
    .green { stroke: #2b8a57; } .dot.green { fill: #2b8a57; }
    .violet { stroke: #7a4fb5; } .dot.violet { fill: #7a4fb5; }
    .orange { stroke: #c0611b; } .dot.orange { fill: #c0611b; }
    .grey { stroke: #7b8794; } .dot.grey { fill: #7b8794; }
    @media (prefers-color-scheme: dark) {
      text { fill: #a7b3c0; }
      .box { fill: #1f262e; stroke: #616e7c; }
      .grid { stroke: #36404a; }
      .linear { stroke: #8d99a6; }
      .blue { stroke: #6ea3d8; } .dot.blue { fill: #6ea3d8; }
      .green { stroke: #63bd8c; } .dot.green { fill: #63bd8c; }
      .violet { stroke: #b394e0; } .dot.violet { fill: #b394e0; }
      .orange { stroke: #e39a5c; } .dot.orange { fill: #e39a5c; }
      .grey { stroke: #a7b3c0; } .dot.grey { fill: #a7b3c0; }
    }
"""
_KIND_COLOURS = {MADE: "blue", REAL: "green"}
_KIND_NAMES = {MADE: "made-up reports", REAL: "real reports"}
_FOOT = "summarizer with its start-up and from files; the others without, from sentences that are there."
_PEER_LOOKS = {
    TEXTRANK: "orange", LEXRANK: "orange dashed", SCIKIT: "grey", PAGERANK: "grey dotted"
}  # fmt: skip

Point = tuple[float, float]
Show = Callable[[float], str]


class Curve(NamedTuple):
    """What is drawn as one line, and how it looks."""

    name: str
    look: str
    points: tuple[Point, ...]


class Axis(NamedTuple):
    """A logarithmic axis between two values, and where these stand in the picture."""

    least: float
    most: float
    start: float
    end: float

    def place(self, value: float) -> float:
        share = (log10(value) - log10(self.least)) / (log10(self.most) - log10(self.least))
        return round(self.start + share * (self.end - self.start), 1)

    def ticks(self) -> list[float]:
        """The powers of ten between its ends, with their double and fivefold where there are few."""
        steps = (1.0,) if self.most / self.least > 10**2.5 else (1.0, 2.0, 5.0)
        powers = range(floor(log10(self.least)), ceil(log10(self.most)) + 1)
        ticks = [step * 10**power for power in powers for step in steps]
        slack = 1e-9
        return [tick for tick in ticks if self.least * (1 - slack) <= tick <= self.most * (1 + slack)]


def draw_svg(results: Results) -> str:
    """Draw time and memory against reports.

    Raises:
        ValueError: nothing was measured that could be drawn.
    """
    seconds, gigabytes = whole_curves(results, "seconds"), whole_curves(results, "gigabytes")
    if not seconds:
        raise ValueError("there is no story to draw: measure one of --sizes at least")
    seconds += peer_curves(results)
    sizes = [point[0] for curve in seconds for point in curve.points]
    legend = [*_legend(seconds)]
    height = LEGEND_TOP + LEGEND_STEP * -(-len(legend) // 2) + 42
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
        ' role="img">',
        f"  <title>{_title(seconds)}</title>",
        f"  <style>{STYLE}  </style>",
        *_panel("TIME OF THE WHOLE CALL", LEFTS[0], seconds, sizes, _mark_seconds),
        *_panel("MEMORY OF ALL ITS PROCESSES", LEFTS[1], gigabytes, sizes, _mark_memory),
        *_place_legend(legend),
        f'  <text x="{LEFTS[0]}" y="{height - 28}">{escape(_FOOT)}</text>',
        f'  <text x="{LEFTS[0]}" y="{height - 10}">{escape(describe_run(results))}</text>',
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def whole_curves(results: Results, cost: str) -> list[Curve]:
    """One curve for each kind of story, and another one for one process on made-up reports."""
    most = max((one.jobs for one in results.wholes), default=1)
    curves = []
    for kind in dict.fromkeys(one.kind for one in results.wholes):
        for jobs in (most, 1) if kind == MADE and most > 1 else (most,):
            rows = [one for one in results.wholes if (one.kind, one.jobs) == (kind, jobs)]
            points = tuple(sorted((one.reports, getattr(one, cost)) for one in rows))
            look = _KIND_COLOURS.get(kind, "violet") + (" dashed" if jobs < most else "")
            by = "" if most == 1 else ", one process" if jobs == 1 else f", {jobs} processes"
            name = _KIND_NAMES.get(kind, "reports that share a dispatch")
            curves.append(Curve(f"summarizer, {name}{by}", look, points))
    return [curve for curve in curves if curve.points]


def peer_curves(results: Results) -> list[Curve]:
    """One curve for each other program, over the reports that its sentences come from."""
    rows = [one for one in results.peers if one.of == MADE]
    curves = []
    for peer in dict.fromkeys(one.peer for one in rows):
        points = tuple(sorted((float(one.reports), one.seconds) for one in rows if one.peer == peer))
        curves.append(Curve(peer, _PEER_LOOKS.get(peer, "grey"), points))
    return curves


def _title(curves: Sequence[Curve]) -> str:
    told = []
    for curve in curves:
        size, cost = curve.points[-1]
        told.append(f"{curve.name}: {show_seconds(cost)} for {size:,.0f} reports")
    return escape(f"Time and memory against the number of reports, both axes logarithmic. {'; '.join(told)}.")


def _panel(name: str, left: int, curves: Sequence[Curve], sizes: Sequence[float], mark: Show) -> Iterator[str]:
    bottom = TOP + PANEL_HEIGHT
    across = Axis(min(sizes) / 1.25, max(sizes) * 1.25, left, left + PANEL_WIDTH)
    costs = [point[1] for curve in curves for point in curve.points]
    up = Axis(min(costs) / 1.6, max(costs) * 1.6, bottom, TOP)
    yield f'  <text class="lane" x="{left}" y="{TOP - 14}">{name}</text>'
    yield f'  <rect class="box" x="{left}" y="{TOP}" width="{PANEL_WIDTH}" height="{PANEL_HEIGHT}" rx="7"/>'
    for tick in up.ticks():
        at = up.place(tick)
        yield f'  <path class="grid" d="M{left + 1} {at}H{left + PANEL_WIDTH - 1}"/>'
        yield f'  <text x="{left - 6}" y="{at + 4:.1f}" text-anchor="end">{mark(tick)}</text>'
    for size in _size_ticks(curves, across):
        at = across.place(size)
        yield f'  <path class="grid" d="M{at} {TOP + 1}V{bottom - 1}"/>'
        yield f'  <text x="{at}" y="{bottom + 18}" text-anchor="middle">{size:,.0f}</text>'
    yield f'  <text x="{left + PANEL_WIDTH / 2:.0f}" y="{bottom + 36}" text-anchor="middle">reports</text>'
    yield _linear(curves, across, up)
    for curve in curves:
        yield from _draw(curve, across, up)


def _mark_seconds(seconds: float) -> str:
    return f"{seconds:,g} s" if seconds >= 1 else f"{1000 * seconds:g} ms"


def _mark_memory(gigabytes: float) -> str:
    return f"{gigabytes:,g} GB" if gigabytes >= 1 else f"{1000 * gigabytes:g} MB"


def _size_ticks(curves: Sequence[Curve], across: Axis) -> list[float]:
    """The sizes of the longest curve, where they leave room for their figures."""
    kept: list[float] = []
    for size, _ in max(curves, key=lambda curve: len(curve.points)).points:
        if not kept or across.place(size) - across.place(kept[-1]) >= 36:
            kept.append(size)
    return kept


def _linear(curves: Sequence[Curve], across: Axis, up: Axis) -> str:
    """A line of growth in proportion to the reports, down from the last point of the first curve."""
    size, cost = curves[0].points[-1]
    least = max(across.least, size * up.least / cost)
    ends = [(across.place(at), up.place(cost * at / size)) for at in (least, size)]
    return '  <path class="linear" d="M{} {}L{} {}"/>'.format(*ends[0], *ends[1])


def _draw(curve: Curve, across: Axis, up: Axis) -> Iterator[str]:
    places = [(across.place(size), up.place(cost)) for size, cost in curve.points]
    if len(places) > 1:
        way = "L".join(f"{x} {y}" for x, y in places)
        yield f'  <path class="line {curve.look}" d="M{way}"/>'
    for x, y in places:
        yield f'  <circle class="dot {curve.look}" cx="{x}" cy="{y}" r="3.5"/>'


def _legend(curves: Sequence[Curve]) -> Iterator[tuple[str, str]]:
    for curve in curves:
        yield curve.name, f"line {curve.look}"
    yield "in proportion to the reports", "linear"


def _place_legend(legend: Sequence[tuple[str, str]]) -> Iterator[str]:
    half = -(-len(legend) // 2)
    for at, (name, look) in enumerate(legend):
        left, top = LEFTS[at // half], LEGEND_TOP + LEGEND_STEP * (at % half)
        yield f'  <path class="{look}" d="M{left} {top - 4}h34"/>'
        yield f'  <text x="{left + 44}" y="{top}">{escape(name)}</text>'
