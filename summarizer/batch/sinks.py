"""Takes the lines of a batch one by one: straight on to a stream, or into a journal that becomes the output."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any, Protocol, cast

from summarizer.batch.journal import Journal
from summarizer.batch.packing import pack_file
from summarizer.batch.records import Outcome
from summarizer.batch.remote import connect, shown_address, without_scheme, writing
from summarizer.batch.targets import STANDARD_OUTPUT, Target
from summarizer.errors import OutputError, short


class Sink(Protocol):
    """What takes lines."""

    @property
    def done(self) -> int:
        """How many lines it has, those of an earlier run included."""

    @property
    def errors(self) -> int:
        """How many of them hold an error."""

    def write(self, outcome: Outcome) -> None:
        """Take a line.

        Raises:
            OutputError: it cannot be written.
        """

    def finish(self) -> None:
        """Make the output of all lines.

        Raises:
            OutputError: it cannot be written.
        """


@contextmanager
def open_sink(target: Target, belongs: Mapping[str, Any], *, anew: bool) -> Iterator[Sink]:
    """Open what takes the lines of a batch.

    Args:
        target: Where they go.
        belongs: What they belong to: version, settings, sources.
        anew: Whether those of an earlier run are thrown away.

    Raises:
        OutputError: it cannot be written, another run writes it, or the lines there belong to something else.
    """
    with ExitStack() as stack:
        if target.part is None:
            yield _Stream(stack.enter_context(_open_stream(target)), target)
            return
        journal = Journal(target.part, shown_address(target.name))
        stack.callback(journal.close)
        journal.resume(belongs, anew=anew)
        try:
            yield _File(journal, target)
        except BaseException:
            if not journal.done:
                journal.remove()
            raise


@contextmanager
def _open_stream(target: Target) -> Iterator[IO[bytes]]:
    if target.name == STANDARD_OUTPUT:
        yield cast("IO[bytes]", getattr(sys.stdout, "buffer", sys.stdout))
        return
    try:
        stream = Path(without_scheme(target.name)).open("wb")  # noqa: SIM115 - closed below
    except OSError as error:
        raise _unwritable(target, error) from error
    with stream:
        yield stream


class _Stream:
    """Lines that go straight on; nothing is kept of them."""

    def __init__(self, stream: IO[bytes], target: Target) -> None:
        self._stream, self._target = stream, target
        self.done = self.errors = 0

    def write(self, outcome: Outcome) -> None:
        try:
            self._stream.write(outcome.line)
            self._stream.flush()
        except BrokenPipeError:  # `| head` has read enough
            raise
        except OSError as error:
            raise _unwritable(self._target, error) from error
        self.done += 1
        self.errors += outcome.is_error

    def finish(self) -> None:
        """Nothing is left to do."""


class _File:
    """Lines that are kept until all are there."""

    def __init__(self, journal: Journal, target: Target) -> None:
        self._journal, self._target = journal, target

    @property
    def done(self) -> int:
        return self._journal.done

    @property
    def errors(self) -> int:
        return self._journal.errors

    def write(self, outcome: Outcome) -> None:
        self._journal.write(outcome)

    def finish(self) -> None:
        self._journal.sync()
        if os.name == "nt":
            self._journal.close()  # Windows neither moves nor removes an open file
        finished = self._journal.path
        try:
            if self._target.packing:
                finished = finished.with_suffix(".packed")
                pack_file(self._journal.path, finished, self._target.packing)
            if self._target.is_remote:
                self._send(finished)
            else:
                self._put(finished, Path(os.path.realpath(without_scheme(self._target.name))))
        except OSError as error:
            raise self._journal.failure(error) from error
        finally:
            if self._target.packing:
                finished.unlink(missing_ok=True)
        self._journal.remove()

    def _send(self, finished: Path) -> None:
        store, path = connect(self._target.name)
        with writing(self._target.name, str(self._journal.path)):
            store.put_file(str(finished), path)

    def _put(self, finished: Path, output: Path) -> None:
        if output.exists():
            finished.chmod(stat.S_IMODE(output.stat().st_mode))
        finished.replace(output)


def _unwritable(target: Target, error: OSError) -> OutputError:
    name = "standard output" if target.name == STANDARD_OUTPUT else short(target.name)
    reason = error.strerror or str(error)
    return OutputError(
        f"{name}: cannot be written ({reason}); name a file with -o, which keeps the lines that are done."
    )
