"""Briefs clusters on a Dask cluster: one on this machine, or that of a scheduler's address; the code is the same."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from summarizer.about import install_command
from summarizer.batch.outcomes import error_outcome
from summarizer.batch.processes import count_cores
from summarizer.batch.records import Asked, Entry, Outcome, Workers
from summarizer.errors import MissingExtraError, PluginError, SettingsError, short

_PATIENCE = 6  # seconds for a scheduler to answer
_LARGE = ".*[Ll]arge (?:object|graph).*"  # Dask warns of tasks of megabytes; a cluster of thousands of reports is one


class DaskWorkers:
    """The workers of a Dask cluster; use `run_dask`."""

    def __init__(self, client: Any, asked: Asked, name: str) -> None:
        self._client, self._asked, self._name = client, asked, name

    def count_threads(self) -> int:
        """Return how many clusters the workers take at a time."""
        return sum(self._client.nthreads().values())

    def submit(self, entry: Entry) -> _Task:
        """Have a cluster briefed."""
        from summarizer.batch.briefing_line import brief_entry

        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=_LARGE)
            future = self._client.submit(brief_entry, entry, self._asked, pure=False)
        return _Task(entry, future, self)

    @property
    def name(self) -> str:
        """What messages call the Dask cluster."""
        return self._name


class _Task:
    """A cluster that a worker is at."""

    def __init__(self, entry: Entry, future: Any, workers: DaskWorkers) -> None:
        self._entry, self._future, self._workers = entry, future, workers
        self._name = workers.name
        self._is_again = False

    def done(self) -> bool:
        """Whether its outcome is there."""
        return bool(self._future.done())

    def result(self) -> Outcome:
        """Wait for its outcome.

        Raises:
            PluginError: the scheduler is lost, or its workers cannot work.
        """
        from distributed import KilledWorker

        try:
            outcome = self._future.result()
        except KilledWorker as error:
            if not self._is_again:  # Dask blames each cluster that lay at a worker which died: one of them did it
                self._future, self._is_again = self._workers.submit(self._entry)._future, True
                return self.result()
            message = f"{self._entry.where}: the workers that briefed it died; wanted one that ends ({error})."
            return error_outcome(self._entry, "WorkerDied", " ".join(message.split()))
        except Exception as error:  # of the scheduler, of what lies between, of a worker without this package
            raise PluginError(
                f"Dask at {self._name}: found no outcome ({type(error).__name__}: {short(str(error))}), wanted a"
                " scheduler that stays and workers with this package; see to it, and run the same command again."
            ) from error
        if not isinstance(outcome, Outcome):
            raise PluginError(f"Dask at {self._name}: found {type(outcome).__name__}, wanted the outcome of a cluster.")
        return outcome


@contextmanager
def run_dask(workers: Workers, asked: Asked) -> Iterator[DaskWorkers]:
    """Connect to a Dask cluster; one on this machine ends with the block.

    Args:
        workers: How many at a time, and the scheduler.
        asked: What is asked for of every cluster.

    Raises:
        MissingExtraError: Dask is not installed.
        SettingsError: the scheduler does not answer.
    """
    try:
        import distributed
    except ImportError:
        command = install_command("dask")
        raise MissingExtraError(
            f"--engine dask needs a part that is not installed; install it with: {command}"
        ) from None
    with _quiet(), ExitStack() as stack:
        at: Any = workers.scheduler or stack.enter_context(_begin_here(distributed, workers))
        client = stack.enter_context(_connect(distributed, at))
        name = short(workers.scheduler or "this machine")
        found = DaskWorkers(client, asked, name)
        if not found.count_threads():
            warnings.warn(f"Dask at {name}: no worker is there yet; waiting for one.", stacklevel=1)
        yield found


def _begin_here(distributed: Any, workers: Workers) -> Any:
    """A Dask cluster on this machine: a process a core, each with one thread."""
    import dask

    jobs = workers.jobs or count_cores()
    try:
        # A cluster is tried anew below: more deaths at one would only take time.
        with dask.config.set({"distributed.scheduler.allowed-failures": 1}):
            return distributed.LocalCluster(
                n_workers=jobs, threads_per_worker=1, dashboard_address=":0", silence_logs="CRITICAL"
            )
    except Exception as error:  # of any part of Dask
        raise PluginError(
            f"Dask on this machine: cannot start ({type(error).__name__}: {short(str(error))}). In a program of yours,"
            ' put the call under `if __name__ == "__main__":`, since each process reads the program anew.'
        ) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Dask from telling on standard error, with tracebacks, what is told here in one line."""
    loggers = [logging.getLogger(name) for name in ("distributed", "distributed.client")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _connect(distributed: Any, at: Any) -> Any:
    try:
        return distributed.Client(at, timeout=_PATIENCE, set_as_default=False)
    except Exception as error:  # of any part between here and there
        told = " ".join(str(error).split()) or type(error).__name__
        raise SettingsError(
            f"Workers.scheduler: found no Dask scheduler at {short(str(at))} that answers within {_PATIENCE} s"
            f" ({short(told)}), wanted the address of one that runs, such as tcp://10.0.0.5:8786."
        ) from error
