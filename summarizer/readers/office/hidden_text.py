"""Hidden text of DOCX and ODT, by its own mark or by its style."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_STYLES = 20  # styles that are followed from one to the one that it is made from
_OFF = ("0", "false", "off")

Told = TypeVar("Told", bool, str)
Named = tuple[str | None, str | None]  # the family of a style, its name; of one that counts where none is named, None


def docx_hidden(part: Any) -> frozenset[Named]:
    """The styles of a Word document that hide what has them: by themselves, or by one that they are made from.

    Args:
        part: Its main part.
    """
    found: dict[Named, tuple[bool | None, Named]] = {}
    usual: list[tuple[Named, Named]] = []
    for style in part.styles.element.iter(f"{_WORD}style"):
        family, name = style.get(f"{_WORD}type"), style.get(f"{_WORD}styleId")
        above = style.find(f"{_WORD}basedOn")
        found[family, name] = _vanishes(style), (family, None if above is None else above.get(f"{_WORD}val"))
        if style.get(f"{_WORD}default") in ("1", "true", "on"):
            usual.append(((family, None), (family, name)))
    if not any(hides for hides, _ in found.values()):
        return frozenset()
    hidden = {name for name in found if _first_told(name, found)}
    return frozenset((*hidden, *(none for none, name in usual if name in hidden)))


def is_run_hidden(run: Any, styles: frozenset[Named]) -> bool:
    """Tell whether a run of a Word document is hidden: as it says itself, else as its styles say.

    Args:
        run: The run.
        styles: Those that hide; where several of a run's do, each takes back what the one before does.
    """
    told = _vanishes(run)
    if told is not None or not styles:
        return bool(told)
    paragraph = next(run.iterancestors(f"{_WORD}p"), None)
    table = None if paragraph is None else next(paragraph.iterancestors(f"{_WORD}tbl"), None)
    styled = (("character", run, "r"), ("paragraph", paragraph, "p"), ("table", table, "tbl"))
    hiding = [(family, _style_of(element, tag)) in styles for family, element, tag in styled if element is not None]
    return sum(hiding) % 2 == 1


def _style_of(element: Any, tag: str) -> str | None:
    style = element.find(f"{_WORD}{tag}Pr/{_WORD}{tag}Style")
    return None if style is None else str(style.get(f"{_WORD}val"))


def _vanishes(element: Any) -> bool | None:
    """Whether an element says that it is hidden; None where it says nothing of it."""
    mark = element.find(f"{_WORD}rPr/{_WORD}vanish")
    return None if mark is None else mark.get(f"{_WORD}val") not in _OFF


def odt_hidden(parts: Iterable[Any]) -> frozenset[Named]:
    """The styles that hide what has them: by themselves, or by one that they are made from."""
    found: dict[Named, tuple[str | None, Named]] = {}
    for style in (style for part in parts for style in part.iter(f"{_STYLE}style")):
        family = style.get(f"{_STYLE}family")
        properties = style.find(f"{_STYLE}text-properties")
        shown = None if properties is None else properties.get(f"{_TEXT}display")
        found[family, style.get(f"{_STYLE}name")] = shown, (family, style.get(f"{_STYLE}parent-style-name"))
    return frozenset(name for name in found if _first_told(name, found) == "none")


def _first_told(name: Named, found: Mapping[Named, tuple[Told | None, Named]]) -> Told | None:
    """What a style says, or else the first that says something of those that it is made from."""
    for _ in range(_STYLES):
        shown, name = found.get(name, (None, name))
        if shown is not None:
            return shown
    return None
