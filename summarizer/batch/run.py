"""Briefs every cluster of a batch: what `summarizer batch` calls."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import fields, replace
from itertools import chain, islice
from typing import Any

from summarizer.about import __version__
from summarizer.batch.entries import read_entries
from summarizer.batch.in_order import Awaited, brief_in_order
from summarizer.batch.places import Place, find_places
from summarizer.batch.processes import count_cores, run_processes
from summarizer.batch.records import Advance, Asked, BatchReport, Entry, Workers
from summarizer.batch.sinks import Sink, open_sink
from summarizer.batch.targets import find_target
from summarizer.errors import InputError, PluginError, SettingsError, short
from summarizer.judge_settings import name_of_judge
from summarizer.languages.registry import files_registered
from summarizer.settings import ReadSettings, Settings

_AHEAD = 8  # clusters for each worker that are read, or done and not written: a slow one holds up the others no sooner
_AHEAD_FAR = 64  # at least so many for a scheduler, which may add workers when it sees that there is work

Engine = tuple[Callable[[Entry], Awaited], int]


def run_batch(
    sources: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
    output: str | os.PathLike[str],
    settings: Settings | None = None,
    *,
    read_settings: ReadSettings | None = None,
    workers: Workers | None = None,
    progress: Callable[[Advance], None] | None = None,
) -> BatchReport:
    """Write a briefing of each cluster of reports; each is a line `{"id": …, "briefing": {…}}`.

    A cluster that cannot be briefed is a line `{"id": …, "error": {…}}`, and costs no other. The lines stand in the
    order of the clusters, and neither they nor their bytes depend on the workers. The sources are read as a stream.
    A run that is stopped, however it is stopped, goes on when it is called again in the same way. The processes that
    do the work read your program anew: call this under `if __name__ == "__main__":`.

    Args:
        sources: JSON Lines files with one `{"id", "lang", "documents": [...]}` a line, where a document is a text or a
            record such as `{"id", "title", "text", "outlet", "published", "url"}`; Parquet files of such columns;
            folders with a folder for each cluster; patterns; addresses such as s3://; "-" for standard input.
        output: A file, an address, or "-" for standard output; packed as its ending says: .gz, .zst, .parquet.
        settings: What is asked for of each briefing.
        read_settings: Names of fields, and limits: `file_bytes` is the most bytes of one cluster.
        workers: Who does the work; a process on each core by default.
        progress: Called after each line with how far the batch is.

    Returns:
        How many lines hold a briefing, and how many an error.

    Raises:
        InputError: a source is not there or cannot be read, or there is no cluster at all.
        OutputError: the output cannot be written, another run is writing it, or it is one of the sources.
        SettingsError: a value is out of its range, or a scheduler does not answer.
        MissingExtraError: something is not installed that the sources, the output or the engine need.
        PluginError: workers cannot start, or a scheduler is lost.

    Example:
        >>> import json
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> text = Path("seeds/003_af31facfb1cc1fc8.txt").read_text("utf-8")
        >>> with TemporaryDirectory() as folder:
        ...     clusters = Path(folder, "clusters.jsonl")
        ...     _ = clusters.write_text(json.dumps({"id": "talks", "documents": [text]}))
        ...     run_batch(clusters, f"{folder}/briefings.jsonl", Settings(words=50), workers=Workers(jobs=1))
        BatchReport(1 briefing, 0 errors)
    """
    workers = workers or Workers()
    # Many clusters are briefed at a time: none of them asks for more processes.
    settings, read_settings = replace(_checked(settings), jobs=1), replace(read_settings or ReadSettings(), jobs=1)
    asked = Asked(settings, read_settings, __version__, files_registered())
    places = find_places(sources)
    local = [place.path for place in places if place.kind != "remote"]
    target = find_target(output, local, asked.settings.judge_options.cache)
    anew = any(place.kind == "stream" for place in places)  # nothing tells whether it is what was read before
    found = read_entries(places, asked.read_settings.file_bytes)
    with open_sink(target, _belongs(places, asked), anew=anew) as sink, closing(found):
        kept = sink.done
        entries = islice(found, kept, None)
        first = next(entries, None)
        if first is not None:
            _brief(chain([first], entries), sink, (workers, asked), progress)
        if not sink.done:
            names = ", ".join(place.name for place in places[:3])
            raise InputError(f"{names}: found no cluster, wanted one JSON object a line.")
        sink.finish()
        return BatchReport(briefings=sink.done - sink.errors, errors=sink.errors, kept=kept)


def _checked(settings: Settings | None) -> Settings:
    if settings is not None and not isinstance(settings, Settings):
        found = short(repr(settings))
        raise SettingsError(f"settings: found {found}, wanted Settings, as in Settings(words=100).")
    return settings or Settings()


def _brief(
    entries: Iterable[Entry], sink: Sink, who: tuple[Workers, Asked], progress: Callable[[Advance], None] | None
) -> None:
    with _open_engine(*who) as (submit, window):
        for entry, outcome in brief_in_order(entries, submit, window):
            if outcome.fatal:
                raise PluginError(outcome.fatal)
            sink.write(outcome)
            if progress:
                progress(Advance(done=sink.done, errors=sink.errors, share=entry.share))


@contextmanager
def _open_engine(workers: Workers, asked: Asked) -> Iterator[Engine]:
    if workers.engine == "dask":
        from summarizer.batch.dask_engine import run_dask

        with run_dask(workers, asked) as dask:
            yield dask.submit, _window_of(workers, dask.count_threads())
        return
    jobs = workers.jobs or count_cores()
    with run_processes(jobs, asked) as processes:
        yield processes.submit, jobs * _AHEAD


def _window_of(workers: Workers, threads: int) -> int:
    """How many clusters a Dask cluster gets at a time."""
    if workers.scheduler is None:
        return threads * _AHEAD
    return workers.jobs or max(threads * _AHEAD, _AHEAD_FAR)


def _belongs(places: list[Place], asked: Asked) -> dict[str, Any]:
    """What lines belong to: those of another version, with other settings or from other sources are others."""
    settings = asked.settings
    options = replace(settings.judge_options, cache=None, refresh=False)  # where answers are kept changes no briefing
    told: dict[str, Any] = {one.name: repr(getattr(settings, one.name)) for one in fields(settings)}
    told |= {"judge": name_of_judge(settings.judge), "judge_options": repr(options)}
    return {
        "version": asked.version,
        "settings": {**told, "reading": repr(asked.read_settings)},
        "languages": {code: repr(file) for code, file in sorted(asked.languages.items())},
        "sources": [[place.name, place.stamp] for place in places],
    }
