"""Markup of a mail body, feed entry or chapter as text, a block a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from summarizer.errors import ReadError

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead"
    " title tr ul".split()
)
_SILENT = frozenset("head script style template noscript svg math object iframe".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u034f\u200b\u200c\u2060\ufeff]")  # newsletters pad their previews with these
_PROSE = 60  # letters of a line that tells something
_END = re.compile(r"[.!?…。！？][\"”’»)\]]{0,3}$")
_CHUNK = 2**16
# Ten thousand elements within each other, opened and closed, take a fifth of it; all of it takes about a second.
_MOST_WORK = 5 * 10**8


def text_of_markup(source: str) -> str:
    """Return the text that a reader would see, each block on a line of its own, white space folded.

    Nothing here is recursive, so nesting does no harm. Scripts, styles and what is hidden are left out.

    Raises:
        ReadError: the markup is made to take for ever.
    """
    return part_markup(source)[0]


def part_markup(source: str) -> tuple[str, tuple[str, ...]]:
    """Return the text that a reader would see, as `text_of_markup` does, and the lines of prose that are hidden.

    Raises:
        ReadError: the markup is made to take for ever.
    """
    from lxml.etree import HTMLParser, LxmlError

    target = _Target()
    # The parser of the standard library takes the square of the time on tags that never end.
    parser = HTMLParser(target=target, encoding="utf-8", huge_tree=True, recover=True)
    data = source.replace("\x00", "").encode("utf-8", errors="replace")
    work = 0
    try:
        for start in range(0, len(data), _CHUNK):
            chunk = data[start : start + _CHUNK]
            parser.feed(chunk)
            # An end that ends nothing has the parser look through all that is open.
            work += target.depth * chunk.count(b"</")
            if work > _MOST_WORK:
                raise ReadError("refused, its markup is nested too deep, and ends what it never began.")
        parser.close()
    except LxmlError:  # nothing in it, or nothing more that can be made sense of: what there was is kept
        pass
    return target.text(), target.hidden()


class _Target:
    """Takes what the parser finds, in order."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.depth = 0
        self._hidden: list[str] = []
        self._silent = 0  # how many elements are open from the outermost silent one on
        self._mute = 0  # and from the outermost one on that holds no text

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.depth += 1
        is_hidden = "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", "")))
        if self._silent or tag in _SILENT or is_hidden:
            self._silent += 1
        if self._mute or tag in _SILENT:
            self._mute += 1
        if tag in _BLOCKS:
            self._break()

    def end(self, tag: str) -> None:
        self.depth -= 1
        self._silent = max(0, self._silent - 1)
        self._mute = max(0, self._mute - 1)
        if tag in _BLOCKS:
            self._break()

    def data(self, text: str) -> None:
        if not self._mute:
            (self._hidden if self._silent else self._parts).append(re.sub(r"\s+", " ", text))

    def _break(self) -> None:
        (self._hidden if self._silent else self._parts).append("\n")

    def close(self) -> None:
        """Nothing is left to do."""

    def text(self) -> str:
        """The lines that hold anything."""
        return "\n".join(_lines_of(self._parts))

    def hidden(self) -> tuple[str, ...]:
        """The lines of prose that are hidden."""
        return tuple(line for line in _lines_of(self._hidden) if len(line) >= _PROSE and _END.search(line))


def _lines_of(parts: Iterable[str]) -> Iterator[str]:
    whole = _INVISIBLE.sub("", "".join(parts))
    lines = (re.sub(r"[ \t\xa0]+", " ", line).strip() for line in whole.split("\n"))
    return filter(None, lines)
