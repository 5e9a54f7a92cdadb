"""Commands in processes of their own, watched from outside: time, time of cores, and the memory of them and theirs."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory, TemporaryFile
from typing import NamedTuple

import psutil

from benchmarks.scale_inputs import Kind, write_files
from benchmarks.scale_results import Staged, Start, Whole

PROJECT = Path(__file__).parents[1]
SUMMARIZER = (sys.executable, "-m", "summarizer")
SMALL = 1000  # reports below which a run is repeated
_PAUSE = 0.1  # seconds between two looks at the memory: a look takes some milliseconds of a core
_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes that the system counts memory in
# A new process inherits the peak of memory of the one that starts it. So this small program starts what is measured.
_LAUNCHER = """
import os, sys, time
start = time.perf_counter()
pid = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(pid, 0)
seconds = time.perf_counter() - start
code = os.waitstatus_to_exitcode(status)
with open(sys.argv[1], "w") as file:
    print(code, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, file=file)
"""

Tell = Callable[[str], None]


class Cost(NamedTuple):
    """What a command took, and what it printed."""

    seconds: float
    cpu: float
    gigabytes: float
    printed: bytes


class _MemoryWatch(threading.Thread):
    """Looks at the memory of the processes below one until it is told to stop."""

    def __init__(self, launcher: int) -> None:
        super().__init__(daemon=True)
        self._launcher = psutil.Process(launcher)
        self._end_asked = threading.Event()
        self.most = 0

    def run(self) -> None:
        while not self._end_asked.wait(_PAUSE):
            try:
                below = self._launcher.children(recursive=True)
            except psutil.NoSuchProcess:
                return
            self.most = max(self.most, sum(map(_resident, below)))

    def end(self) -> None:
        self._end_asked.set()
        self.join()


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:  # it ended meanwhile
        return 0


def run_watched(command: Sequence[str | Path]) -> Cost:
    """Run a command in the folder of the project; its first word is the path of a program.

    Its memory is the most that it and its children held at one look, ten looks a second, or the peak of the largest of
    them, if that is more. What they share counts once for each.

    Raises:
        SystemExit: the command failed.
    """
    with TemporaryDirectory() as folder, TemporaryFile() as output, TemporaryFile() as errors:
        told = Path(folder, "cost")
        launcher = (sys.executable, "-I", "-S", "-c", _LAUNCHER, told, *command)
        process = subprocess.Popen(launcher, stdout=output, stderr=errors, cwd=PROJECT)
        watch = _MemoryWatch(process.pid)
        watch.start()
        process.wait()
        watch.end()
        output.seek(0)
        errors.seek(0)
        code, seconds, cpu, peak = told.read_text("utf-8").split() if told.exists() else ("no start", "0", "0", "0")
        if code != "0":
            end = errors.read().decode("utf-8", "replace")[-2000:]
            raise SystemExit(f"{' '.join(map(str, command))}: ended with {code}\n{end}")
        return Cost(float(seconds), float(cpu), max(watch.most, int(peak) * _UNIT) / 1e9, output.read())


def measure_starts(rounds: int) -> Iterator[Start]:
    """Start an empty Python, the help, and a briefing of the seeds, in turns."""
    commands: dict[str, Sequence[str | Path]] = {
        "python -c pass": (sys.executable, "-c", "pass"),
        "summarizer --help": (*SUMMARIZER, "--help"),
        "summarizer brief seeds": (*SUMMARIZER, "brief", PROJECT / "seeds"),
    }
    found: dict[str, list[Cost]] = {what: [] for what in commands}
    for _ in range(rounds):
        for what, command in commands.items():
            found[what].append(run_watched(command))
    for what, costs in found.items():
        seconds, cpu, gigabytes = _medians(costs)
        yield Start(what=what, seconds=seconds, cpu=cpu, gigabytes=gigabytes)


def measure_story(kind: Kind, size: int, jobs: Sequence[int], rounds: int, tell: Tell) -> tuple[list[Whole], Staged]:
    """Brief one story from its files, with each number of processes in turns, and once stage by stage.

    Args:
        kind: What makes the reports.
        size: How many reports.
        jobs: Numbers of processes that read, clean and split; the stages are timed with the last.
        rounds: How often a story of less than 1,000 reports is briefed; a larger one is briefed once.
        tell: Called with a line of text for each figure.

    Raises:
        SystemExit: the command failed, or what it prints depends on the number of processes.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_files(kind.make(size), folder)
        staged = _time_stages(kind.name, size, folder, jobs[-1])
        found: dict[int, list[Cost]] = {number: [] for number in jobs}
        for _ in range(rounds if size < SMALL else 1):
            for number in jobs:
                found[number].append(run_watched((*SUMMARIZER, "brief", folder, "--jobs", str(number))))
    if len({hashlib.sha256(cost.printed).digest() for costs in found.values() for cost in costs}) > 1:
        raise SystemExit(
            f"{kind.name}, {size} reports: the briefings of {tuple(jobs)} processes are not the same bytes"
        )
    wholes = []
    for number, costs in found.items():
        seconds, cpu, gigabytes = _medians(costs)
        wholes.append(
            Whole(
                kind=kind.name, reports=size, sentences=staged.sentences, jobs=number, runs=len(costs),
                seconds=seconds, cpu=cpu, gigabytes=gigabytes,
            )
        )  # fmt: skip
        tell(
            f"{kind.name}, {size:,} reports, {number} {'process' if number == 1 else 'processes'}:"
            f" {seconds:.2f} s, {cpu:.2f} s of a core, {gigabytes:.2f} GB"
        )
    return wholes, staged


def _time_stages(kind: str, size: int, folder: Path, jobs: int) -> Staged:
    command = (sys.executable, "-m", "benchmarks.scale_stages", folder, "--jobs", str(jobs))
    found = json.loads(run_watched(command).printed)
    return Staged(kind=kind, reports=size, sentences=found["sentences"], jobs=jobs, seconds=found["seconds"])


def _medians(costs: Sequence[Cost]) -> tuple[float, float, float]:
    seconds, cpu, gigabytes = zip(*(cost[:3] for cost in costs), strict=True)
    return median(seconds), median(cpu), median(gigabytes)
