"""Stories: which reports of a heap tell of one event, and why each is where it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from summarizer.model.dates import PartialDate
from summarizer.model.document import DocumentId
from summarizer.model.json_text import json_text
from summarizer.model.text import count, describe, excerpt

STORIES_SCHEMA = "summarizer/stories/1"
StoryId = str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryReport:
    """One report of a story.

    Attributes:
        document: Its id.
        title: Its headline, or how its story begins.
        outlet, path, url, published: As its `Document` has them.
        why: Why it is in this story, in plain words with figures.
        nearest: The report of the story that it is most like; None where it is the only one.
        likeness: How like that one it is, in [0, 1]; of copies the share of word pairs in common.
        is_copy: Whether it and the nearest are copies of each other.
        shared: The names, then the words, that tie it to the nearest most.
        is_new: Whether it came with this call, and not from the state of an earlier one.

    Example:
        >>> report = group_stories(read_documents("seeds")).stories[0].reports[0]
        >>> report.outlet, report.nearest
        ('Caliber.Az', '002_54e1695fbf68e410')
    """

    document: DocumentId
    title: str
    outlet: str | None
    path: str | None
    url: str | None
    published: PartialDate | None
    why: str
    nearest: DocumentId | None = None
    likeness: float | None = None
    is_copy: bool = False
    shared: tuple[str, ...] = ()
    is_new: bool = True

    def __repr__(self) -> str:
        return describe(self, excerpt(self.document), excerpt(self.title), excerpt(self.why))


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports of one event.

    Attributes:
        id: Its name, made from its first report; a story of a state keeps it as it grows.
        title: The title of the report that is most like the others.
        names: Names that its reports share.
        reports: Its reports, the earliest first; undated ones last.
        origins: How many independent ones they are at most: copies of one text count once, and so do the reports of one
            newsroom.
        first, last: The first and the last day of its reports; None where none has a date.
        is_new: Whether no report of it is of an earlier call.

    Example:
        >>> story = group_stories(read_documents("seeds")).stories[0]
        >>> len(story), story.origins
        (5, 5)
    """

    id: StoryId
    title: str
    names: tuple[str, ...]
    reports: tuple[StoryReport, ...]
    origins: int
    first: date | None = None
    last: date | None = None
    is_new: bool = True

    def __len__(self) -> int:
        return len(self.reports)

    def __repr__(self) -> str:
        told = count(len(self.reports), "report"), count(self.origins, "origin")
        return describe(self, excerpt(self.id), excerpt(self.title), *told)

    @property
    def new(self) -> tuple[StoryReport, ...]:
        """Return the reports that came with this call."""
        return tuple(report for report in self.reports if report.is_new)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ungrouped:
    """A report that is in no story: it could not be read, or holds nothing.

    Example:
        >>> group_stories([Document.from_text("", id="empty")]).ungrouped[0].document
        'empty'
    """

    document: DocumentId
    path: str | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPages:
    """Which stories have briefings.

    Attributes:
        names: The name of the files of each story that has one, without their endings.
        failures: Why a story has none, for those that were tried.
        formats: The endings of the files of each.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> documents = read_documents("seeds")
        >>> with TemporaryDirectory() as folder:
        ...     write_stories(group_stories(documents), documents, folder)
        StoryPages(1 briefing)
    """

    names: Mapping[StoryId, str]
    failures: Mapping[StoryId, str]
    formats: tuple[str, ...] = ("html", "md")

    def __repr__(self) -> str:
        failed = count(len(self.failures), "failure") if self.failures else ""
        return describe(self, count(len(self.names), "briefing"), failed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """A heap of reports, grouped: each is in one story, or among the ungrouped.

    Attributes:
        stories: The stories, that of most reports first, then that of most origins, then the latest.
        ungrouped: The reports that are in none.
        window: Most days between two days of one story.
        limit: The mean likeness of their reports from which two groups of them are one story; it grows with the heap.

    Example:
        >>> group_stories(read_documents("seeds"))
        Stories(1 story, 5 reports)
    """

    stories: tuple[Story, ...]
    ungrouped: tuple[Ungrouped, ...]
    window: int
    limit: float

    def __len__(self) -> int:
        return len(self.stories)

    def __iter__(self) -> Iterator[Story]:
        return iter(self.stories)

    def __repr__(self) -> str:
        stories = f"{len(self.stories):,} stor" + ("y" if len(self.stories) == 1 else "ies")
        left = f"{len(self.ungrouped):,} in none" if self.ungrouped else ""
        return describe(self, stories, count(self.reports, "report"), left)

    @property
    def new_reports(self) -> int:
        """Return how many reports in stories came with this call."""
        return sum(len(story.new) for story in self.stories)

    @property
    def reports(self) -> int:
        """Return how many reports are in stories."""
        return sum(map(len, self.stories))

    def to_dict(self) -> dict[str, Any]:
        """Return plain values that JSON can hold; `Stories.schema()` says which.

        Example:
            >>> group_stories(read_documents("seeds")).to_dict()["schema"]
            'summarizer/stories/1'
        """
        return {
            "schema": STORIES_SCHEMA,
            "window": self.window,
            "limit": round(self.limit, 6),
            "stories": [_write_story(story) for story in self.stories],
            "ungrouped": [{"document": one.document, "path": one.path, "why": one.why} for one in self.ungrouped],
        }

    def to_json(self) -> str:
        """Return the same as JSON text.

        Example:
            >>> print(group_stories(read_documents("seeds")).to_json().splitlines()[1])
              "schema": "summarizer/stories/1",
        """
        return json_text(self.to_dict())

    @staticmethod
    def schema() -> dict[str, Any]:
        """Return the JSON Schema (draft 2020-12) that `to_dict` and `to_json` keep to; a new copy each time.

        Example:
            >>> Stories.schema()["title"]
            'Stories of a heap of reports'
        """
        import json
        from importlib.resources import files

        text = files("summarizer.model").joinpath("stories-1.schema.json").read_text(encoding="utf-8")
        content: dict[str, Any] = json.loads(text)
        return content


def _write_story(story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        "title": story.title,
        "names": list(story.names),
        "origins": story.origins,
        "first": story.first.isoformat() if story.first else None,
        "last": story.last.isoformat() if story.last else None,
        "is_new": story.is_new,
        "reports": [_write_report(report) for report in story.reports],
    }


def _write_report(report: StoryReport) -> dict[str, Any]:
    return {
        "document": report.document,
        "title": report.title,
        "outlet": report.outlet,
        "path": report.path,
        "url": report.url,
        "published": str(report.published) if report.published else None,
        "why": report.why,
        "nearest": report.nearest,
        "likeness": None if report.likeness is None else round(report.likeness, 4),
        "is_copy": report.is_copy,
        "shared": list(report.shared),
        "is_new": report.is_new,
    }
