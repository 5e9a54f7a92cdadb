"""Plain text and Markdown, front matter included."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from summarizer.ingest.kinds.building import build_document
from summarizer.ingest.kinds.raw import Raw
from summarizer.model import Document


def read_text(raw: Raw) -> Iterator[Document]:
    """Read plain text or Markdown: all of it is the text, and YAML front matter gives the fields."""
    text = raw.text
    yield build_document({**_front_matter(text), "text": text, "id": raw.stem}, where=raw.name)


def _front_matter(text: str) -> dict[str, Any]:
    """The fields between the two "---" lines that a text may begin with; none where that is no YAML."""
    if not text.startswith("---\n"):
        return {}
    head, mark, _ = text[4:].partition("\n---")
    if not mark:
        return {}
    import yaml

    try:
        fields = yaml.safe_load(head)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    if not isinstance(fields, dict):
        return {}
    return {str(key).casefold(): _plain(value) for key, value in fields.items() if key not in ("id", "text", "body")}


def _plain(value: Any) -> str | None:
    """A field of front matter as text: lists joined, dates in ISO 8601, tables left out."""
    if isinstance(value, list):
        return ", ".join(str(part) for part in value if not isinstance(part, (dict, list)))
    return None if value is None or isinstance(value, dict) else str(value)
