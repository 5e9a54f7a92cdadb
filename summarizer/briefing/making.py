"""What a briefing says of its own making: what it was asked, and the signature that makes it repeatable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from hashlib import sha256

from summarizer.about import __version__
from summarizer.briefing.sourcing import list_numbers
from summarizer.model import Document, DocumentId
from summarizer.settings import Settings


def remark_on_focus(settings: Settings, *, is_focused: bool) -> str | None:
    """Say what a briefing was asked to be about, and whether any report is; None where nothing was asked."""
    if settings.focus is None:
        return None
    if is_focused:
        return f"Asked about: {settings.focus.strip()}. Each point holds a word of that, or goes on from one that does."
    return (
        f"The reports do not hold the words of what was asked about ({settings.focus.strip()}): this is the story as a "
        "whole."
    )


def remark_on_stories(stories: Sequence[Sequence[DocumentId]], number_of: Mapping[DocumentId, int]) -> list[str]:
    """Say which reports tell of which story, where they tell of several."""
    if len(stories) == 1:
        return []
    told = sorted(sorted(number_of[name] for name in story) for story in stories)
    return [
        f"The reports tell of {len(stories)} stories that have little to do with each other: "
        f"{'; '.join(map(list_numbers, told))}."
    ]


def sign_briefing(documents: Sequence[Document], settings: Settings) -> str:
    """Return version, settings and a digest of the reports: equal signatures mean equal briefings."""
    digest = sha256()
    for document in documents:
        digest.update(repr((document.text, document.title, document.outlet, str(document.published))).encode())
    defaults = Settings()
    asked = [
        f"{field.name}={getattr(settings, field.name)!r}"
        for field in fields(settings)
        if getattr(settings, field.name) not in (None, getattr(defaults, field.name))
    ]
    length = [] if settings.words != defaults.words else [f"words={settings.words}"]
    return " ".join([f"summarizer/{__version__}", *length, *asked, f"sha256:{digest.hexdigest()[:16]}"])
