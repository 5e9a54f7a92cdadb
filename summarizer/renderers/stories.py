"""Stories of a heap as text, Markdown, a page or JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from summarizer.errors import SettingsError
from summarizer.model.stories import Stories, Story, StoryPages, StoryReport
from summarizer.model.text import count
from summarizer.renderers.options import RenderOptions

_NO_PAGES = StoryPages(names={}, failures={})
_STORIES, _REPORTS, _UNGROUPED = 100, 8, 20  # that a listing for people shows; the other formats hold all


def render_stories(
    stories: Stories,
    name: str = "terminal",
    *,
    least: int = 1,
    pages: StoryPages = _NO_PAGES,
    width: int | None = None,
    colour: bool = False,
) -> str:
    """Write stories in one of `STORIES_FORMATS`.

    The terminal format shows the first 100 stories, and 8 reports of each; the others hold all. What reports say is
    shown as text that does nothing, whatever is in it.

    Args:
        stories: What `group_stories` returned.
        name: The name of the format.
        least: Fewest reports of a story that is shown; json holds all.
        pages: Which stories have briefings to link to, in the markdown and html formats.
        width: Columns to fill, for the terminal format; None for those of the terminal in colour, else 100.
        colour: Whether the terminal format may use colours and styles.

    Returns:
        The text, without a line feed at its end.

    Raises:
        SettingsError: there is no such format, or the width is no whole number of at least 1.

    Example:
        >>> print(render_stories(group_stories(read_documents("seeds"))).splitlines()[0])
        1 story of 5 reports.
    """
    if name not in STORIES_FORMATS:
        raise SettingsError(f"format: found {name!r}, wanted one of {', '.join(STORIES_FORMATS)}.")
    shown = [story for story in stories if len(story) >= least]
    return STORIES_FORMATS[name](stories, shown, pages, RenderOptions(width=width, colour=colour))


def summary_of(stories: Stories, shown: Iterable[Story]) -> str:
    """Return in a line how many stories and reports there are, what is new, and what is not shown."""
    number = len(stories)
    parts = [f"{number:,} {'story' if number == 1 else 'stories'} of {count(stories.reports, 'report')}"]
    if stories.new_reports < stories.reports:
        new = sum(story.is_new for story in stories)
        parts.append(f"{count(stories.new_reports, 'new report')}, {new:,} new {'story' if new == 1 else 'stories'}")
    hidden = number - sum(1 for _ in shown)
    if hidden:
        parts.append(f"{hidden:,} of fewer reports not shown")
    if stories.ungrouped:
        parts.append(f"{count(len(stories.ungrouped), 'report')} in none")
    return "; ".join(parts) + "."


def facts_of(story: Story) -> str:
    """Return in a line how large a story is, of how many origins, of which days, and what is new in it."""
    days = sorted({str(day) for day in (story.first, story.last) if day})
    new = len(story.new)
    told = [
        count(len(story), "report"),
        f"at most {count(story.origins, 'origin')}",
        " to ".join(days) or "no date",
    ]
    if new == len(story):
        return ", ".join(told)
    return ", ".join([*told, f"{new:,} new" if new else "nothing new"])


def byline_of(report: StoryReport) -> str:
    """Return who published a report and when, as far as it tells."""
    return ", ".join(filter(None, (report.outlet, str(report.published) if report.published else "")))


def _terminal(stories: Stories, shown: list[Story], _pages: StoryPages, layout: RenderOptions) -> str:
    from summarizer.renderers.terminal_page import Page

    page = Page(layout)
    page.paragraph([(summary_of(stories, shown), "own")])
    for number, story in enumerate(shown[:_STORIES], start=1):
        page.heading(f"{number}. {story.title}", f"({facts_of(story)})")
        if story.names:
            page.paragraph([("Names:", "own"), (", ".join(story.names), "report")])
        for report in _newest_first(story)[:_REPORTS]:
            about = " · ".join(filter(None, (byline_of(report), report.title)))
            mark = "new: " if report.is_new and not story.is_new else ""
            page.paragraph([(f"{mark}{about}", "report"), (f"({report.document}: {report.why})", "own")], marker="-")
        if len(story) > _REPORTS:
            page.paragraph([(f"and {count(len(story) - _REPORTS, 'report')} more", "own")], marker="-")
    if len(shown) > _STORIES:
        page.gap()
        page.paragraph([(f"And {len(shown) - _STORIES:,} stories more: the other formats hold all.", "own")])
    if stories.ungrouped:
        page.heading("In no story", f"({count(len(stories.ungrouped), 'report')})")
        for one in stories.ungrouped[:_UNGROUPED]:
            page.paragraph([(f"{one.document}:", "report"), (one.why, "own")], marker="-")
        more = len(stories.ungrouped) - _UNGROUPED
        if more > 0:
            page.paragraph([(f"and {count(more, 'report')} more: the other formats name all", "own")], marker="-")
    return str(page)


def _newest_first(story: Story) -> list[StoryReport]:
    """The reports of a story, the new ones of a story of before first."""
    return sorted(story.reports, key=lambda report: not report.is_new)


def _markdown(stories: Stories, shown: list[Story], pages: StoryPages, _layout: RenderOptions) -> str:
    from summarizer.renderers.markdown_text import escaped

    blocks = ["# Stories", summary_of(stories, shown)]
    for number, story in enumerate(shown, start=1):
        name = pages.names.get(story.id)
        title = escaped(story.title) or "Story"
        links = ", ".join(f"[{ending}]({name}.{ending})" for ending in pages.formats) if name else ""
        failure = pages.failures.get(story.id)
        blocks.append(f"## {number}. {title}")
        blocks.append(f"{facts_of(story)}." + (f" Briefing: {links}." if links else ""))
        if failure:
            blocks.append(f"No briefing: {escaped(failure)}")
        if story.names:
            blocks.append(f"Names: {', '.join(map(escaped, story.names))}.")
        blocks.append("\n".join(_markdown_item(report, story, escaped) for report in story.reports))
    if stories.ungrouped:
        blocks.append("## In no story")
        blocks.append("\n".join(f"- {escaped(one.document)}: {escaped(one.why)}" for one in stories.ungrouped))
    return "\n\n".join(blocks)


def _markdown_item(report: StoryReport, story: Story, escaped: Callable[[str], str]) -> str:
    mark = "**new** " if report.is_new and not story.is_new else ""
    about = " · ".join(filter(None, (escaped(byline_of(report)), escaped(report.title))))
    return f"- {mark}{about} ({escaped(report.document)}: {escaped(report.why)})"


def _html(stories: Stories, shown: list[Story], pages: StoryPages, _layout: RenderOptions) -> str:
    from summarizer.renderers.html.environment import open_page

    page = open_page("stories.html.j2")
    return page.render(
        stories=stories, shown=shown, pages=pages, summary=summary_of(stories, shown), facts_of=facts_of,
        byline_of=byline_of,
    ).strip()  # fmt: skip


def _json(stories: Stories, _shown: list[Story], _pages: StoryPages, _layout: RenderOptions) -> str:
    return stories.to_json()


STORIES_FORMATS: dict[str, Callable[[Stories, list[Story], StoryPages, RenderOptions], str]] = {
    "terminal": _terminal,
    "markdown": _markdown,
    "html": _html,
    "json": _json,
}
