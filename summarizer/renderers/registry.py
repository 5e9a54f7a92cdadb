"""The registry of formats, and the functions that write a briefing as text or into files."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Protocol

from summarizer.errors import InputError, SettingsError
from summarizer.finished_run import Run
from summarizer.model import Briefing
from summarizer.model.references import check_references
from summarizer.registry import Registry, load_part
from summarizer.renderers.explanation import explain
from summarizer.renderers.files import StrPath, check_files, formats_of, paths_of, write_files
from summarizer.renderers.markdown_text import fenced
from summarizer.renderers.options import Citations, RenderOptions


class Renderer(Protocol):
    """Writes a briefing in one format."""

    def __call__(self, briefing: Briefing, options: RenderOptions, /) -> str | bytes:
        """Write a briefing.

        Args:
            briefing: What `summarize` returned. Every number in it has been checked to refer to something.
            options: Width in columns, colour, how to cite, whether to give reasons (`explain`), and the whole run
                (`run`) where it is known.

        Returns:
            Text without a line feed at its end, or the bytes of a file. The texts of the reports are as they were
            read: control characters and markup in them are the renderer's to escape.
        """


FORMATS: Registry[Renderer] = Registry(
    "renderer",
    "summarizer.renderers",
    {
        "terminal": "summarizer.renderers.terminal:render_terminal",
        "markdown": "summarizer.renderers.markdown:render_markdown",
        "json": "summarizer.renderers.json_writer:render_json",
        "html": "summarizer.renderers.html.page:render_html",
        "text": "summarizer.renderers.text:render_text",
        "docx": "summarizer.renderers.docx.render:render_docx",
        "csl-json": "summarizer.renderers.csl:render_csl",
    },
)

# What must be installed for a format, where that is more than the package itself.
_WANTS = {"docx": "summarizer.renderers.docx.render:want_docx"}
# How reasons follow a briefing; other formats have room for them within, and those for programs have none.
_FOLLOW: dict[str, Callable[[str], str]] = {"terminal": str, "text": str, "markdown": fenced}
# Whose reasons are all in the run, so that they have none to give where there is only a briefing.
_NEED_RUN = frozenset({*_FOLLOW, "docx"})


def register_renderer(name: str, render: Renderer) -> None:
    """Add a format for this process, for `render(briefing, name)` and `write`; packages add theirs as entry points.

    Args:
        name: The name of the format.
        render: Writes a briefing in it.

    Raises:
        PluginError: the name is taken.

    Example:
        >>> register_renderer("title", lambda briefing, options: briefing.title)
        >>> render(summarize(read_documents("seeds")), "title")[:26]
        'The US secretary of state '
    """
    FORMATS.register(name, render)


def render(
    what: Briefing | Run,
    name: str = "markdown",
    *,
    width: int | None = None,
    colour: bool = False,
    citations: Citations = "footnotes",
    explain: bool = False,
) -> str:
    """Write a briefing as text, in one of `FORMATS`.

    Every format but json shows control characters, zero-width characters and markup of the reports as text that does
    nothing, and white space within a statement as one space; json keeps each character.

    Args:
        what: What `summarize` returned; or what `run_pipeline` did, which lets html show the whole reports.
        name: The name of the format.
        width: Columns to wrap at, for the terminal format; None for those of the terminal in colour, else 100.
        colour: Whether the terminal format may use colours and styles.
        citations: Footnotes that quote each passage, or the numbers of the sources alone; for markdown and docx.
        explain: Whether to give the reasons too, after the briefing; json and csl-json have no room for them.

    Returns:
        The text, without a line feed at its end.

    Raises:
        SettingsError: there is no such format, or it is no text; the width is no whole number of at least 1; there is
            no such way to cite; reasons are asked for that a briefing alone does not hold.
        InputError: the briefing refers to a source, an origin or a discrepancy that is not in it.

    Example:
        >>> briefing = summarize(read_documents("seeds"), sentences=1)
        >>> print(render(briefing, "terminal", width=90).splitlines()[0])
        US secretary of state launches unusual visit to China in hopes of easing tensions [2]
    """
    content = _draw(
        what, name, RenderOptions(width=width, colour=colour, run=_run(what), explain=explain, citations=citations)
    )
    if isinstance(content, bytes):
        raise SettingsError(f"format: found {name!r}, which is no text; write it into a file.")
    return content


def render_bytes(
    what: Briefing | Run, name: str, *, citations: Citations = "footnotes", explain: bool = False
) -> bytes:
    """Write a briefing as a file of one of `FORMATS` holds it: text as UTF-8 with a line feed at its end.

    Args:
        what: What `summarize` returned, or what `run_pipeline` did.
        name: The name of the format.
        citations: As `render` takes it.
        explain: As `render` takes it.

    Returns:
        The same bytes for equal briefings.

    Raises:
        SettingsError, InputError: as `render` does.
        MissingExtraError: the format needs a part that is not installed.

    Example:
        >>> briefing = summarize(read_documents("seeds"))
        >>> render_bytes(briefing, "html")[:15]
        b'<!DOCTYPE html>'
    """
    content = _draw(what, name, RenderOptions(run=_run(what), explain=explain, citations=citations))
    # A name may hold what is no character.
    return content if isinstance(content, bytes) else f"{content}\n".encode(errors="backslashreplace")


def write(
    what: Briefing | Run,
    *paths: StrPath,
    name: str | None = None,
    citations: Citations = "footnotes",
    explain: bool = False,
) -> None:
    """Write a briefing into files, each in the format that its ending tells: all of them, or none.

    Args:
        what: What `summarize` returned, or what `run_pipeline` did.
        paths: The files.
        name: The name of the format; see `choose_formats`.
        citations: As `render` takes it.
        explain: As `render` takes it.

    Raises:
        SettingsError, InputError, MissingExtraError: as `choose_formats` and `render` do; InputError for no file, too.
        OutputError: a file cannot be written, or is one that the briefing was made from.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> briefing = summarize(read_documents("seeds"))
        >>> with TemporaryDirectory() as folder:
        ...     write(briefing, f"{folder}/briefing.md", f"{folder}/briefing.json")
    """
    if not paths:
        raise InputError('write: found no file, wanted at least one, as in write(briefing, "briefing.html").')
    _check_what(what)
    names = choose_formats(paths, name)
    check_files(paths, sources=_read_for(what))
    contents = [render_bytes(what, form, citations=citations, explain=explain) for form in names]
    write_files(dict(zip([os.fspath(path) for path in paths], contents, strict=True)))


def choose_formats(paths: Sequence[StrPath], name: str | None = None) -> tuple[str, ...]:
    """Tell in which format each file would be written, and that this can be done.

    The ending of a file tells, one of `ENDINGS`. A name given beside a single file is the format whatever the ending;
    beside several, it is that of those whose ending tells nothing. A file without any ending gets "terminal".

    Args:
        paths: The files; "-" is a name without ending.
        name: The name of a format, or None.

    Returns:
        One of `FORMATS` for each file.

    Raises:
        SettingsError: there is no such format; an ending tells nothing and no name is given; or each ending tells
            another format than the name.
        MissingExtraError: a format needs a part that is not installed.

    Example:
        >>> choose_formats(["briefing.md", "briefing.docx"])
        ('markdown', 'docx')
    """
    names = formats_of(paths, name)
    for form in (*names, *([] if name is None else [name])):
        _check_format(form)
    return names


def _read_for(what: Briefing | Run) -> list[str]:
    """The files that a briefing was made from, and for what lies in another file that one too."""
    reports = what.documents if isinstance(what, Run) else what.sources
    return paths_of(report.path for report in reports if report.path)


def _run(what: Briefing | Run) -> Run | None:
    return what if isinstance(what, Run) else None


def _check_what(what: object) -> None:
    if not isinstance(what, (Briefing, Run)):
        found = type(what).__name__
        raise InputError(f"render: found {found}, wanted a Briefing or a Run; `summarize(documents)` makes one.")


def _draw(what: Briefing | Run, name: str, layout: RenderOptions) -> str | bytes:
    _check_what(what)
    _check_format(name)
    briefing = what.briefing if isinstance(what, Run) else what
    if layout.explain and layout.run is None and name in _NEED_RUN:
        raise SettingsError(
            "explain: found a briefing alone, wanted its reasons too; give what `run_pipeline` returned."
        )
    check_references(briefing)
    content = _render(name, briefing, layout)
    if layout.run is not None and layout.explain and name in _FOLLOW and isinstance(content, str):
        content += "\n\n" + _FOLLOW[name](explain(layout.run, width=layout.width, colour=layout.colour))
    return content


def _render(name: str, briefing: Briefing, options: RenderOptions) -> str | bytes:
    with FORMATS.guard(name):
        content = FORMATS[name](briefing, options)
    if not isinstance(content, (str, bytes)):
        raise FORMATS.failure(name, f"returned {type(content).__name__}, wanted str or bytes")
    return content


def _check_format(name: str) -> None:
    FORMATS.find(name, "format")
    if name in _WANTS:
        load_part(_WANTS[name])()
