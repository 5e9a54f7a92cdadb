"""Words as Markdown in which they can be nothing but text, and the lines of the list of sources."""

from __future__ import annotations

import re

from summarizer.model import Origin, Source
from summarizer.model.text import count
from summarizer.renderers.sanitize import is_web_address, quoted
from summarizer.renderers.wording import date_of, who

# "&" starts something only as an entity; ":", "." and "@" only in what GitHub links unasked.
_SPECIAL = re.compile(r"[\\`*_\[\]<>#~$^{}]|&(?=#?\w+;)|:(?=//)|(?<=www)\.|(?<=\w)@(?=\w)", re.IGNORECASE)
_BLOCK_START = re.compile(r"^(?:([-+=:%|])|(\d+)([.)]))")


def escaped(text: str) -> str:
    """Return text of a report as Markdown in which it can be nothing but text."""
    return literal(quoted(text))


def literal(text: str) -> str:
    """Return text that is harmless already as Markdown that shows it letter by letter."""
    text = _SPECIAL.sub(r"\\\g<0>", text)
    return _BLOCK_START.sub(lambda match: f"{match[2] or ''}\\{match[1] or match[3]}", text)


def own_words(words: str) -> str:
    """Set the tool's own words in italics, which no report's words can be; what is not ours comes here escaped."""
    return f"*{words}*"


def fenced(text: str) -> str:
    """Keep the lines of a text that is no Markdown: a fence is longer than any within it."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}\n{fence}"


def source_line(source: Source, noun: str = "statement") -> str:
    """Return a report as an item of the list of sources.

    Args:
        source: The report.
        noun: What it is cited for.
    """
    title = source.title and escaped(source.title)
    parts = [
        f"- \\[{source.number}\\] **{escaped(who(source))}**",
        title or "",
        own_words(date_of(source)),
        own_words("credits") + f" {escaped(source.credit)}" if source.credit and source.credit != who(source) else "",
        own_words("origin") + f" {escaped(source.origin)}" if source.origin else "",
        own_words(f"cited for {count(source.statements, noun)}" if source.statements else "not cited"),
        _address(source.url) if source.url else "",
    ]
    return " · ".join(part for part in parts if part)


def _address(url: str) -> str:
    return f"<{url}>" if is_web_address(url) else escaped(url)


def origin_line(origin: Origin) -> str:
    """Return the line that says which reports go back to one text, and why."""
    cited = "".join(f"\\[{number}\\]" for number in origin.sources)
    evidence = f" ({escaped(origin.evidence)})" if origin.evidence.strip() else ""
    return f"{own_words('Origin')} {escaped(origin.id)}, {escaped(origin.label)}: {cited}{evidence}"
