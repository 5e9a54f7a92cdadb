"""The formats of a check, and the functions that write one as text or into files."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from summarizer.errors import InputError, SettingsError, short
from summarizer.model import Check
from summarizer.model.check_references import check_check
from summarizer.registry import load_part
from summarizer.renderers.check.options import CheckOptions
from summarizer.renderers.files import StrPath, check_files, formats_of, paths_of, write_files

Draw = Callable[[Check, CheckOptions], str]

# Each format, and where the function stands that writes it: it is imported when it is asked for.
CHECK_FORMATS: dict[str, str] = {
    "terminal": "summarizer.renderers.check.terminal:render_terminal",
    "markdown": "summarizer.renderers.check.markdown:render_markdown",
    "html": "summarizer.renderers.check.html:render_html",
    "json": "summarizer.renderers.check.json_writer:render_json",
}


def render_check(
    check: Check,
    name: str = "markdown",
    *,
    width: int | None = None,
    colour: bool = False,
    only_marked: bool = False,
) -> str:
    """Write a check as text, in one of `CHECK_FORMATS`.

    Every format but json shows control characters, zero-width characters and markup of the draft and of the reports as
    text that does nothing; json keeps each character.

    Args:
        check: What `check_text` returned.
        name: The name of the format.
        width: Columns to wrap at, for the terminal format; None for those of the terminal in colour, else 100.
        colour: Whether the terminal format may use colours and styles.
        only_marked: Whether to leave out the sentences that need no look; json and html have all of them.

    Returns:
        The text, without a line feed at its end.

    Raises:
        SettingsError: there is no such format, or the width is no whole number of at least 1.
        InputError: words of the check do not stand where it says, or it refers to something that is not in it.

    Example:
        >>> check = check_text("The talks in Beijing ended on Monday.", read_documents("seeds"))
        >>> print(render_check(check, "terminal", width=90).splitlines()[0])
        Draft
    """
    if not isinstance(check, Check):
        found = type(check).__name__
        raise InputError(f"render_check: found {found}, wanted a Check; `check_text(text, documents)` makes one.")
    _check_format(name)
    options = CheckOptions(width=width, colour=colour, only_marked=only_marked)
    check_check(check)
    draw: Draw = load_part(CHECK_FORMATS[name])
    return draw(check, options)


def write_check(check: Check, *paths: StrPath, name: str | None = None, only_marked: bool = False) -> None:
    """Write a check into files, each in the format that its ending tells: all of them, or none.

    Args:
        check: What `check_text` returned.
        paths: The files.
        name: The name of the format; see `choose_check_formats`.
        only_marked: As `render_check` takes it.

    Raises:
        SettingsError, InputError: as `choose_check_formats` and `render_check` do; InputError for no file, too.
        OutputError: a file cannot be written, or is the draft or one of the reports.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> check = check_text("The talks in Beijing ended on Monday.", read_documents("seeds"))
        >>> with TemporaryDirectory() as folder:
        ...     write_check(check, f"{folder}/check.html", f"{folder}/check.json")
    """
    if not paths:
        raise InputError('write_check: found no file, wanted at least one, as in write_check(check, "check.html").')
    names = choose_check_formats(paths, name)
    read = [*([check.path] if check.path else []), *(source.path for source in check.sources if source.path)]
    check_files(paths, sources=paths_of(read))
    contents = [
        f"{render_check(check, form, only_marked=only_marked)}\n".encode(errors="backslashreplace") for form in names
    ]
    write_files(dict(zip([os.fspath(path) for path in paths], contents, strict=True)))


def choose_check_formats(paths: Sequence[StrPath], name: str | None = None) -> tuple[str, ...]:
    """Tell in which format of a check each file would be written, as `choose_formats` does for a briefing.

    Args:
        paths: The files; "-" is a name without ending.
        name: The name of a format, or None.

    Returns:
        One of `CHECK_FORMATS` for each file.

    Raises:
        SettingsError: there is no such format; an ending tells nothing and no name is given; or each ending tells
            another format than the name.

    Example:
        >>> choose_check_formats(["check.md", "check.html"])
        ('markdown', 'html')
    """
    names = formats_of(paths, name)
    for form in (*names, *([] if name is None else [name])):
        _check_format(form)
    return names


def _check_format(name: str) -> None:
    if name not in CHECK_FORMATS:
        raise SettingsError(f"format: found {short(repr(name))}, wanted one of {', '.join(CHECK_FORMATS)}.")
