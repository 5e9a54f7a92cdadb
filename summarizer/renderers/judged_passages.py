"""Shows both verdicts of each passage that a judge from outside was asked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.model import DocumentId, JudgedPassage, Verdict
from summarizer.model.text import count
from summarizer.renderers.terminal_page import Part, Surface

_MOST = 12  # passages of a point that are shown
_NEITHER = "other"


def put_judged(page: Surface, judged: Sequence[JudgedPassage], numbers: Mapping[DocumentId, int]) -> None:
    """Put the passages that a judge was asked about for a point: those first whose verdict it changed.

    Args:
        page: Where to.
        judged: The passages of one point; nothing is put for none.
        numbers: The number of each report.
    """
    if not judged:
        return
    shown = sorted(filter(_tells_something, judged), key=lambda one: (not one.is_changed, one.verdict is None))
    changed = sum(one.is_changed for one in judged)
    said = f"The judge was asked about {count(len(judged), 'passage')} and changed {count(changed, 'verdict')}"
    page.paragraph([(f"{said}{':' if shown else '.'}", "own")], indent=2)
    for one in shown[:_MOST]:
        number = numbers.get(one.document)
        parts: list[Part] = [(f"[{number}]" if number is not None else "", "cite"), (one.document, "name")]
        page.paragraph([*parts, *_verdicts(one), (one.text, "report")], marker="-", indent=4)
    rest = len(judged) - len(shown[:_MOST])
    if shown and rest:
        page.paragraph([(f"and {count(rest, 'other')}", "own")], marker="-", indent=4)


def _tells_something(one: JudgedPassage) -> bool:
    """Whether there is more to say of a passage than that neither judge takes it."""
    return bool(one.refused) or one.lexical.relation != _NEITHER or one.taken.relation != _NEITHER


def _verdicts(one: JudgedPassage) -> list[Part]:
    """What both judges say, and which of them is followed."""
    parts: list[Part] = [("lexical judge:", "own"), *_verdict(one.lexical), ("| judge:", "own")]
    parts += _verdict(one.verdict) if one.verdict else [("no verdict", "own")]
    if one.refused:
        parts.append((f"| not taken: {one.refused}", "own"))
    return [*parts, ("|", "own")]


def _verdict(verdict: Verdict) -> list[Part]:
    """A relation, the words backed, and the reason, which a stranger may have written."""
    parts: list[Part] = [(verdict.relation, "own")]
    if verdict.backs:
        parts.append((f"of “{verdict.backs}”", "report"))
    if verdict.reason:
        parts.append((f"({verdict.reason})", "report"))
    return parts
