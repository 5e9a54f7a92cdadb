"""Which format a file is to have: the ending of its name tells, or whoever asks for it."""

from __future__ import annotations

import os
from collections.abc import Sequence

from summarizer.errors import SettingsError, short
from summarizer.formats.files import StrPath

# What people call a text file is a whole briefing to read; the format "text" is the statements alone.
ENDINGS: dict[str, str] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "terminal",
    ".json": "json",
    ".csl.json": "csl-json",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
}
DEFAULT = "terminal"


def formats_of(paths: Sequence[StrPath], asked: str | None = None) -> tuple[str, ...]:
    """Return the format of each file; see `choose_formats`, which checks that they can be written too."""
    told = [_told_by(path) for path in paths]
    if len(paths) == 1 and asked is not None:
        return (asked,)
    if asked is not None and None not in told and any(name != asked for name in told):
        names = ", ".join(os.fspath(path) for path in paths)
        raise SettingsError(
            f"format: found {asked!r} beside {names}, whose endings tell others; name no format, or one file."
        )
    return tuple(name or asked or _default(path) for name, path in zip(told, paths, strict=True))


def _told_by(path: StrPath) -> str | None:
    name = os.fspath(path).casefold()
    return next((ENDINGS[ending] for ending in sorted(ENDINGS, key=len, reverse=True) if name.endswith(ending)), None)


def _default(path: StrPath) -> str:
    """Take a name without any ending for plain text to read; an ending that we do not know is a mistake."""
    name = os.fspath(path)
    ending = os.path.splitext(name)[1]  # noqa: PTH122 - a path may be "-", which is no file
    if ending:
        wanted = ", ".join(sorted(ENDINGS))
        found = f"{short(name)}: found the ending {short(ending)!r}"
        raise SettingsError(f"{found}, wanted one of {wanted}, or a format beside it.")
    return DEFAULT
