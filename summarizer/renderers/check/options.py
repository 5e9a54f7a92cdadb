"""What a renderer of a check is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.renderers.options import RenderOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions(RenderOptions):
    """Where a check will be shown, and how much of it.

    Attributes:
        only_marked: Whether to leave out the sentences that need no look.
    """

    only_marked: bool = False
