"""The time of a check beside that of reading its reports, in one run, in turns."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from benchmarks.attribution_labels import CLUSTERS, read_records
from benchmarks.check_cases import has_data
from benchmarks.speed import take_turns
from summarizer import Settings, read_documents
from summarizer.checking.check import check_text
from summarizer.pipeline import open_run, split_reports
from summarizer.pipeline_state import RunState
from tests import labelled_stories

WORDS = 1000
REPORTS = 10
LIMIT = 0.5  # seconds beyond reading
TURNS = 9


def time_check() -> str:
    """Check a draft of 1,000 words against ten reports in files, in turns with reading and cleaning them alone."""
    reports, drafted, name = _material()
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(reports):
            Path(folder, f"{number}.txt").write_text(text, encoding="utf-8")
        draft = _draft(drafted, read_and_clean(folder))
        ours, theirs = take_turns(
            lambda: check_text(draft, read_documents([folder])), partial(read_and_clean, folder), TURNS
        )
    beyond = ours - theirs
    kept = "kept" if beyond <= LIMIT else "missed"
    return (
        f"A draft of {len(draft.split())} words against {len(reports)} reports ({name}): {1000 * ours:.0f} ms; reading"
        f" and cleaning these reports alone: {1000 * theirs:.0f} ms. Ratio {ours / theirs:.2f},"
        f" {1000 * beyond:.0f} ms beyond reading; limit {1000 * LIMIT:.0f} ms: {kept}."
    )


def read_and_clean(folder: str) -> RunState:
    """Read the reports of a folder, clean them and split them into sentences."""
    state = open_run(read_documents([folder]), Settings())
    split_reports(state)
    return state


def _material() -> tuple[list[str], list[str], str]:
    """Ten reports of one story, texts that people wrote about them, and the name of the story."""
    if has_data():
        records = [one for one in read_records(CLUSTERS[1]) if len(one["documents"]) == REPORTS]
        record = max(records, key=lambda one: sum(len(report["text"]) for report in one["documents"]))
        return [one["text"] for one in record["documents"]], record["references"], record["id"]
    stories = [one for story in ("dam", "rates") for one in labelled_stories.documents(story).values()]
    return [one.text for one in stories[:REPORTS]], [], "two labelled stories"


def _draft(texts: Sequence[str], state: RunState) -> str:
    """Put a draft together: what people wrote, then sentences of the reports in turns, up to 1,000 words."""
    paragraphs, longest = list(texts), max(len(one.text.split()) for one in state.every)
    step = max(1, len(state.every) // 40)
    spread = [one.text for first in range(step) for one in state.every[first::step]]
    for text in spread:
        if sum(len(one.split()) for one in paragraphs) >= WORDS - longest // 2:
            break
        paragraphs.append(text)
    return "\n\n".join(paragraphs)
