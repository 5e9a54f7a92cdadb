"""Briefs clusters in processes of this machine; a process that dies costs the cluster that it was at, and no other.

Each process has a pipe of its own. In the pools of the standard library all processes share one: whoever is killed
while it writes an answer leaves the others waiting for ever, and which cluster it was at cannot be told.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from queue import LifoQueue
from threading import Lock

from summarizer.batch.outcomes import error_outcome
from summarizer.batch.records import Asked, Entry, Outcome
from summarizer.batch.serving import READY, serve
from summarizer.batch.turns import Turns
from summarizer.errors import PluginError, SettingsError

_WAIT = 5.0  # seconds for a process that was killed to be gone


def count_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the main thread; the processes that this thread starts are not told of it either."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


class _Process:
    """A process that briefs, and the pipe to it."""

    _starting = Lock()  # the standard library looks at the processes before it starts one, which two threads must not

    def __init__(self, asked: Asked) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        with self._starting, theirs:
            self._process = context.Process(target=serve, args=(theirs, asked), daemon=True)
            self._process.start()

    def is_ready(self) -> bool:
        """Wait until the process can work; whether it can."""
        return self._receive() == READY

    def ask(self, entry: Entry) -> Outcome | None:
        """Have a cluster briefed; None if the process died at it."""
        with suppress(OSError):  # the process is gone: so is its answer, as told below
            self._pipe.send(entry)
        answer = self._receive()
        return answer if isinstance(answer, Outcome) else None

    def _receive(self) -> object:
        try:
            return self._pipe.recv()
        except Exception:  # the process is gone, and its answer may be cut off anywhere
            return None

    def kill(self) -> None:
        """End the process, whatever it is at."""
        with self._starting:
            self._process.kill()

    def clear(self) -> str:
        """Clear away a process that nobody waits for any more; say how it ended."""
        with self._starting:
            self._process.kill()
            self._process.join(_WAIT)
            self._pipe.close()
        return f"exit code {self._process.exitcode}"


class Processes:
    """Processes of this machine that brief clusters; use `run_processes`."""

    def __init__(self, jobs: int, asked: Asked) -> None:
        self._asked = asked
        self._turns = Turns()
        self._idle: LifoQueue[_Process | None] = LifoQueue()
        for _ in range(jobs):
            self._idle.put(None)  # a process that is still to be started
        self._known: list[_Process] = []
        self._lock = Lock()
        self._is_closed = False
        self._threads = ThreadPoolExecutor(jobs, "summarizer-batch", initializer=_leave_interrupts)

    def submit(self, entry: Entry) -> Future[Outcome]:
        """Have a cluster briefed, now or when others are done."""
        return self._threads.submit(self._brief, entry)

    def close(self) -> None:
        """End all processes, whatever they are at."""
        with self._lock:
            self._is_closed = True
            for process in self._known:
                process.kill()
        # A thread that waits for a process is told by its end, and clears it away; the others are cleared away here.
        self._threads.shutdown(wait=True, cancel_futures=True)
        for process in self._known:
            process.clear()

    def _brief(self, entry: Entry) -> Outcome:
        with self._turns.together():
            outcome = self._try(entry)
        if isinstance(outcome, str):
            with self._turns.alone():
                outcome = self._try(entry)
        if isinstance(outcome, str):
            return died(entry, outcome)
        return outcome

    def _try(self, entry: Entry) -> Outcome | str:
        """Have a cluster briefed by an idle process; how that ended, if it died."""
        process = self._idle.get()
        try:
            process = process or self._start()
            outcome = process.ask(entry)
            if outcome is not None:
                return outcome
            told = self._drop(process)
            process = None
            return told
        finally:
            self._idle.put(process)

    def _start(self) -> _Process:
        with self._lock:
            if self._is_closed:
                raise CancelledError
            process = self._make()
            self._known.append(process)
        if not process.is_ready():
            told = self._drop(process)
            raise PluginError(
                f"A process that briefs could not start ({told}). In a program of yours, put the call under"
                ' `if __name__ == "__main__":`, since each process reads the program anew.'
            )
        return process

    def _make(self) -> _Process:
        try:
            return _Process(self._asked)
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            raise SettingsError(
                f"Settings: found what cannot be sent to another process ({error}), wanted functions at the top of a"
                " module."
            ) from error

    def _drop(self, process: _Process) -> str:
        with self._lock:
            self._known.remove(process)
        return process.clear()


def died(entry: Entry, told: str) -> Outcome:
    """Return the outcome of a cluster at which two processes died.

    Args:
        entry: The cluster.
        told: How the last one ended.
    """
    message = (
        f"{entry.where}: the process that briefed it died twice, the second time with nothing beside it ({told});"
        " wanted one that ends. Is the memory enough? The system may have ended it."
    )
    return error_outcome(entry, "WorkerDied", message)


@contextmanager
def run_processes(jobs: int, asked: Asked) -> Iterator[Processes]:
    """Run processes that brief clusters; they end with the block, however it ends.

    Args:
        jobs: How many.
        asked: What is asked for of every cluster.
    """
    processes = Processes(jobs, asked)
    try:
        yield processes
    finally:
        processes.close()
