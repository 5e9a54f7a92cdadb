"""The records of a batch: who does the work, how far it is, what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from summarizer.errors import SettingsError, short
from summarizer.languages.data_files import File
from summarizer.model.text import count, describe
from summarizer.settings import ReadSettings, Settings

ENGINES = ("processes", "dask")
_MOST_JOBS = 4096
Name = str | int  # the id of a cluster, as it was given


@dataclass(frozen=True, slots=True, kw_only=True)
class Workers:
    """Who does the work of a batch. What is written does not depend on it.

    Attributes:
        jobs: How many clusters are briefed at a time; None for one on each core that this process may use, or for all
            that the workers of a scheduler take.
        engine: "processes" on this machine, or "dask", which needs the extra of that name.
        scheduler: Address of a Dask scheduler, such as "tcp://10.0.0.5:8786"; None for workers on this machine.

    Raises:
        SettingsError: a value is out of its range, or there is a scheduler without Dask.

    Example:
        >>> Workers(jobs=2)
        Workers(jobs=2, engine='processes', scheduler=None)
    """

    jobs: int | None = None
    engine: str = "processes"
    scheduler: str | None = None

    def __post_init__(self) -> None:
        is_whole = isinstance(self.jobs, int) and not isinstance(self.jobs, bool)
        if self.jobs is not None and not (is_whole and 1 <= self.jobs <= _MOST_JOBS):
            wanted = f"a whole number from 1 to {_MOST_JOBS:,}"
            raise SettingsError(f"Workers.jobs: found {short(repr(self.jobs))}, wanted {wanted}.")
        if self.engine not in ENGINES:
            raise SettingsError(f"Workers.engine: found {short(repr(self.engine))}, wanted {' or '.join(ENGINES)}.")
        if self.scheduler is None:
            return
        if not isinstance(self.scheduler, str) or not self.scheduler.strip():
            wanted = "an address such as tcp://10.0.0.5:8786"
            raise SettingsError(f"Workers.scheduler: found {short(repr(self.scheduler))}, wanted {wanted}.")
        if self.engine != "dask":
            raise SettingsError(
                f"Workers.scheduler: found {short(self.scheduler)} with the engine {self.engine}, wanted it with dask"
                " alone (--engine dask)."
            )


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class BatchReport:
    """What came of a batch.

    Attributes:
        briefings: How many lines hold a briefing.
        errors: How many lines hold an error.
        kept: How many of both an earlier run had written, which was stopped.

    Example:
        >>> BatchReport(briefings=200, errors=1, kept=57)
        BatchReport(200 briefings, 1 error, 57 kept)
    """

    briefings: int
    errors: int
    kept: int = 0

    def __repr__(self) -> str:
        kept = [f"{self.kept:,} kept"] if self.kept else []
        return describe(self, count(self.briefings, "briefing"), count(self.errors, "error"), *kept)


class Asked(NamedTuple):
    """What is asked for of every cluster of a batch.

    Attributes:
        settings: How each is briefed.
        read_settings: How its reports are read.
        version: The version of this package: a worker elsewhere may have another.
        languages: The files of languages that were registered here: a worker is given them.
    """

    settings: Settings
    read_settings: ReadSettings
    version: str
    languages: Mapping[str, File]


class Entry(NamedTuple):
    """One cluster as it stands in a source, not read yet.

    Attributes:
        source: What messages call the source.
        unit: What its clusters stand in: "line", "row" or "folder".
        number: The number of the line or row, from 1; that of the folder, in the order of the alphabet.
        data: JSON of the cluster in UTF-8; of a folder its path.
        fault: Why the cluster cannot be read; "" if nothing is known to be wrong.
        share: How much of all sources is read with it, in [0, 1]; None if nobody knows how much there is.
    """

    source: str
    unit: str
    number: int
    data: bytes
    fault: str = ""
    share: float | None = None

    @property
    def where(self) -> str:
        """The place of the cluster, as messages name it."""
        return self.source if self.unit == "folder" else f"{self.source}, {self.unit} {self.number}"


class Outcome(NamedTuple):
    """What came of a cluster.

    Attributes:
        line: The line of the output, with the line feed at its end.
        is_error: Whether it holds an error.
        fatal: Why no other cluster can be briefed either; "" if they can.
    """

    line: bytes
    is_error: bool
    fatal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advance:
    """How far a batch is.

    Attributes:
        done: How many lines are written, those of an earlier run included.
        errors: How many of them hold an error.
        share: How much of the sources is done, in [0, 1]; None if nobody knows how much there is.

    Example:
        >>> Advance(done=30, errors=1, share=0.25)
        Advance(done=30, errors=1, share=0.25)
    """

    done: int
    errors: int
    share: float | None
