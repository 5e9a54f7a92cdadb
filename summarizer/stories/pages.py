"""Writes a briefing of each story into a folder, with an index of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from os import PathLike, fspath
from pathlib import Path

from summarizer.api import run_pipeline
from summarizer.errors import InputError, OutputError, SummarizerError, short
from summarizer.model import Document, DocumentId
from summarizer.model.stories import Stories, Story, StoryId, StoryPages
from summarizer.renderers.files import check_files, write_files
from summarizer.renderers.registry import render_bytes
from summarizer.renderers.stories import render_stories
from summarizer.settings import Settings

_FORMATS = {"html": "html", "md": "markdown"}  # by ending
_INDEX = {"index.html": "html", "index.md": "markdown", "stories.json": "json"}


def check_folder(folder: str | PathLike[str], *, sources: Iterable[str | PathLike[str]] = ()) -> None:
    """Find out, before long work, whether a folder can take the briefings of stories; it is made where there is none.

    Args:
        folder: The folder.
        sources: Files and folders that are read, and must stay as they are.

    Raises:
        OutputError: it is a file, cannot be made or written to, or an index in it is one of the files that are read.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     check_folder(folder, sources=["seeds"])
    """
    name = fspath(folder)
    path = Path(name)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError(f"{short(name)}: is a file, wanted a folder for the briefings; name another.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"{short(name)}: cannot be made a folder ({reason}); check the permissions, or name another."
        raise OutputError(message) from error
    check_files([str(path / one) for one in _INDEX], sources=sources)


def write_stories(
    stories: Stories,
    documents: Iterable[Document],
    folder: str | PathLike[str],
    settings: Settings | None = None,
    *,
    least: int = 1,
    progress: Callable[[int, int, str], None] | None = None,
) -> StoryPages:
    """Write a briefing of each story as a page and as Markdown, with an index of both kinds and all stories as JSON.

    A story of which no briefing can be made is named in the index with the reason; the others are written. A story
    that has had no report since its briefing was written keeps the briefing that the folder holds. Each briefing is
    written as soon as it is made, and the index when all are.

    Args:
        stories: What `group_stories` returned.
        documents: The reports, at least those of the stories that are briefed.
        folder: Where to write; it is made where there is none. Files of other names in it stay.
        settings: What is asked for of each briefing.
        least: Fewest reports of a story that is briefed.
        progress: Called with how many stories are briefed, of how many, and the title of the next.

    Returns:
        Which stories have briefings.

    Raises:
        OutputError: something cannot be written.
        InputError: the documents lack a report of a story.

    Example:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> documents = read_documents("seeds")
        >>> stories = group_stories(documents)
        >>> with TemporaryDirectory() as folder:
        ...     pages = write_stories(stories, documents, folder)
        ...     print(len([*Path(folder).iterdir()]))
        5
    """
    given = {document.id: document for document in documents}
    briefed = _reports_briefed(folder)
    asked = [story for story in stories if len(story) >= least]
    check_folder(folder)
    names: dict[StoryId, str] = {}
    failures: dict[StoryId, str] = {}
    for at, story in enumerate(asked):
        told = [report.document for report in story.reports]
        if not story.new and told == briefed.get(story.id) and _has_pages(story, folder):
            names[story.id] = story.id
            continue
        if progress:
            progress(at, len(asked), story.title)
        contents = _brief(_reports_of(story, given), settings)
        if isinstance(contents, str):
            failures[story.id] = contents
            continue
        write_files({str(Path(folder, f"{story.id}.{ending}")): data for ending, data in contents.items()})
        names[story.id] = story.id
    pages = StoryPages(names=names, failures=failures, formats=tuple(_FORMATS))
    write_files(
        {
            str(Path(folder, name)): _encoded(render_stories(stories, form, least=least, pages=pages))
            for name, form in _INDEX.items()
        }
    )
    return pages


def _reports_briefed(folder: str | PathLike[str]) -> dict[StoryId, list[DocumentId]]:
    """The reports of each story when the folder was written; of none where its list of stories tells nothing."""
    try:
        told = json.loads(Path(folder, "stories.json").read_text("utf-8"))
        return {story["id"]: [report["document"] for report in story["reports"]] for story in told["stories"]}
    except (OSError, ValueError, LookupError, TypeError):
        return {}


def _has_pages(story: Story, folder: str | PathLike[str]) -> bool:
    return all(Path(folder, f"{story.id}.{ending}").is_file() for ending in _FORMATS)


def _reports_of(story: Story, given: Mapping[DocumentId, Document]) -> list[Document]:
    lacking = [report.document for report in story.reports if report.document not in given]
    if lacking:
        raise InputError(
            f"documents: found no {short(repr(lacking[0]))}, which {story.id} holds; wanted all reports of the stories."
        )
    return [given[report.document] for report in story.reports]


def _brief(documents: Sequence[Document], settings: Settings | None) -> dict[str, bytes] | str:
    """The briefing of a story in each format, by ending; or why there is none."""
    try:
        run = run_pipeline(documents, settings)
    except SummarizerError as error:
        return str(error)
    return {ending: render_bytes(run, form) for ending, form in _FORMATS.items()}


def _encoded(text: str) -> bytes:
    return f"{text}\n".encode("utf-8", errors="backslashreplace")
