"""What `benchmarks/scale.py` measured, kept in a file of JSON, from which its tables and its picture are made again."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from summarizer.about import __version__

SCHEMA = "summarizer/scale/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What it takes to start a command, beside an empty Python."""

    what: str
    seconds: float
    cpu: float  # seconds of a core, of the process and its children
    gigabytes: float  # the most that they hold at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A whole command on one story, from its files to the printed briefing, in a process of its own."""

    kind: str
    reports: int
    sentences: int
    jobs: int
    runs: int  # of which the figures are medians
    seconds: float
    cpu: float
    gigabytes: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """The seconds of each stage of one run, in their order."""

    kind: str
    reports: int
    sentences: int
    jobs: int
    seconds: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Another program and our whole call on the same sentences, in turns: medians in seconds."""

    peer: str
    of: str  # what the reports are
    reports: int
    sentences: int
    runs: int
    seconds: float
    ours: float

    @property
    def ratio(self) -> float:
        return self.seconds / self.ours


def describe_machine() -> dict[str, str | int]:
    """What the figures depend on."""
    return {
        "cores": os.cpu_count() or 1,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "summarizer": __version__,
    }


@dataclass(slots=True, kw_only=True)
class Results:
    """All that was measured, and on what machine."""

    machine: Mapping[str, str | int] = field(default_factory=describe_machine)
    starts: list[Start] = field(default_factory=list)
    wholes: list[Whole] = field(default_factory=list)
    stages: list[Staged] = field(default_factory=list)
    peers: list[Beside] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # what was not measured, and why

    def to_json(self) -> str:
        return json.dumps({"schema": SCHEMA, **asdict(self)}, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Results:
        """Read results that `to_json` wrote.

        Raises:
            ValueError: it holds none, or those of another version.
        """
        kept: Any = json.loads(text)
        if not isinstance(kept, dict) or kept.get("schema") != SCHEMA:
            found = kept.get("schema") if isinstance(kept, dict) else type(kept).__name__
            raise ValueError(f"found {found!r}, wanted results of the schema {SCHEMA!r}")
        try:
            return cls(
                machine=kept["machine"],
                starts=[Start(**one) for one in kept["starts"]],
                wholes=[Whole(**one) for one in kept["wholes"]],
                stages=[Staged(**one) for one in kept["stages"]],
                peers=[Beside(**one) for one in kept["peers"]],
                notes=kept["notes"],
            )
        except (KeyError, TypeError) as error:
            raise ValueError(f"the results are cut short or changed by hand: {error}") from error

    @classmethod
    def read(cls, path: Path) -> Results:
        """Read results from a file.

        Raises:
            ValueError: the file cannot be read, or holds none.
        """
        try:
            return cls.from_json(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise ValueError(f"{path}: {error}; `python -m benchmarks.scale --json FILE` writes them") from error
