"""The lines of a batch that are done, in a file beside the output: a run that was stopped goes on from there."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from summarizer.batch.file_lock import is_same_file, lock_file
from summarizer.batch.records import Outcome
from summarizer.errors import OutputError, short
from summarizer.readers.web.kept_files import replace_file

_ERROR = re.compile(rb'\{"id": (?:null|-?\d+|"(?:[^"\\]|\\.)*"), "error": ')
_BEGIN, _END = b'{"id": ', b"}\n"


class Journal:
    """The lines that are done, in a file that this process has locked.

    A line is there as a whole or is torn off by the next run: whatever follows the last whole line is cut off.
    What the lines belong to (version, settings, sources) stands in a second file, written before the first line.
    """

    def __init__(self, part: Path, output: str) -> None:
        """Open and lock the file; begin it where there is none.

        Raises:
            OutputError: another run writes this output, or the file cannot be opened.
        """
        self.path, self._output = part, output
        self._about = part.with_name(f"{part.name}.json")
        self.done = self.errors = 0
        self._file = self._open()

    def resume(self, belongs: Mapping[str, Any], *, anew: bool = False) -> None:
        """Take over the lines of an earlier run.

        Args:
            belongs: What the lines of this run belong to.
            anew: Whether the lines of an earlier run are thrown away.

        Raises:
            OutputError: the lines belong to something else.
        """
        try:
            if not anew and os.fstat(self._file.fileno()).st_size:
                self._check(belongs)
                self._take_over()
            else:
                self._file.truncate(0)
                replace_file(self._about, json.dumps(belongs).encode())
        except OSError as error:
            raise self.failure(error) from error

    def write(self, outcome: Outcome) -> None:
        """Write a line; it is there even if this process is killed right after.

        Raises:
            OutputError: it cannot be written; the lines before it are kept.
        """
        try:
            self._file.write(outcome.line)
            self._file.flush()
        except OSError as error:
            raise self.failure(error) from error
        self.done += 1
        self.errors += outcome.is_error

    def sync(self) -> None:
        """Have the system write all lines to the disk.

        Raises:
            OutputError: it cannot.
        """
        try:
            os.fsync(self._file.fileno())
        except OSError as error:
            raise self.failure(error) from error

    def close(self) -> None:
        """Close the file, which frees the lock; what is left in its buffer could not be written before either."""
        with suppress(OSError):
            self._file.close()

    def remove(self) -> None:
        """Take both files away, those that are there."""
        for path in (self.path, self._about):
            with suppress(OSError):
                path.unlink()

    def failure(self, error: OSError) -> OutputError:
        """Return the error that says what went wrong, and that nothing is lost."""
        reason = error.strerror or str(error)
        message = f"{self._output}: cannot be written ({reason})"
        if not self.done:
            return OutputError(f"{message}; check the name, the permissions and the space left there.")
        return OutputError(
            f"{message}. {self.done:,} finished lines are kept in {short(str(self.path))}; check the space and the"
            " permissions there, and run the same command again."
        )

    def _open(self) -> IO[bytes]:
        while True:
            try:
                file = self.path.open("ab+")
                if not lock_file(file):
                    file.close()
                    raise OutputError(
                        f"{self._output}: another run is writing it; wait until that has ended, or name another output."
                    )
            except OSError as error:
                raise self.failure(error) from error
            if is_same_file(file, self.path):
                return file
            file.close()  # the run that held it has just finished, and moved it away

    def _check(self, belongs: Mapping[str, Any]) -> None:
        try:
            held = json.loads(self._about.read_bytes())
        except (OSError, ValueError):
            held = None
        if not isinstance(held, dict):
            raise self._mismatch("lines of which nothing says what they belong to")
        other = [name for name in {**held, **belongs} if held.get(name) != belongs.get(name)]
        if other:
            raise self._mismatch(f"lines of a run with other {', other '.join(other)}")

    def _mismatch(self, found: str) -> OutputError:
        return OutputError(
            f"{self._output}: found {found} in {short(str(self.path))}, wanted those of this command; run that command"
            " again to go on with it, or delete the file to begin anew."
        )

    def _take_over(self) -> None:
        """Count the whole lines, and cut off what follows them."""
        self._file.seek(0)
        end = 0
        for line in self._file:
            if not (line.startswith(_BEGIN) and line.endswith(_END)):
                break
            end += len(line)
            self.done += 1
            self.errors += _ERROR.match(line) is not None
        self._file.truncate(end)
        self._file.seek(0, os.SEEK_END)
