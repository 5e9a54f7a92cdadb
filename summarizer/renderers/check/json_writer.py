"""A check as JSON, schema `summarizer/check/1`: all of it, for machines."""

from __future__ import annotations

from summarizer.model import Check
from summarizer.renderers.check.options import CheckOptions


def render_json(check: Check, _layout: CheckOptions) -> str:
    """Write a check as JSON text, which `Check.from_json` reads back without loss."""
    return check.to_json()
