"""Plain text and Markdown, front matter included."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from summarizer.model import Document
from summarizer.readers.record_fields import build_document
from summarizer.readers.source import SourceFile


def read_text(raw: SourceFile) -> Iterator[Document]:
    """Read plain text or Markdown: all of it is the text, and YAML front matter gives the fields."""
    text = raw.text
    yield build_document({**_front_matter(text), "text": text, "id": raw.stem}, where=raw.name)


_FRONT = 2**16  # characters: far more than fields take, and a second for the parser, which is written in Python


def _front_matter(text: str) -> dict[str, Any]:
    """The fields between the two "---" lines that a text may begin with; none where that is no YAML."""
    if not text.startswith("---\n"):
        return {}
    head, mark, _ = text[4:].partition("\n---")
    if not mark or len(head) > _FRONT:
        return {}
    try:
        fields = _parsed(head)
        if not isinstance(fields, dict):
            return {}
        found = {str(key).casefold(): _plain(value) for key, value in fields.items()}
    except Exception:  # whatever int, date and dictionaries raise on what is tagged as one comes through the parser
        return {}
    return {name: value for name, value in found.items() if name not in ("id", "text", "body")}


def _parsed(head: str) -> Any:
    import yaml

    class Loader(yaml.SafeLoader):
        """Takes no repetition of what stands elsewhere: of a few of them come gigabytes."""

        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.AliasEvent):
                raise yaml.YAMLError("found a repetition, wanted plain fields")
            return super().compose_node(parent, index)

    return yaml.load(head, Loader)  # noqa: S506 - a safe loader, and less


def _plain(value: Any) -> str | None:
    """A field of front matter as text: lists joined, dates in ISO 8601, tables left out."""
    if isinstance(value, list):
        return ", ".join(str(part) for part in value if not isinstance(part, (dict, list)))
    return None if value is None or isinstance(value, dict) else str(value)
