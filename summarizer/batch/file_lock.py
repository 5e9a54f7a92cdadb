"""A lock on an open file that the system takes off when its process ends, however it ends."""

from __future__ import annotations

import os
import sys
from typing import IO

_FAR = 2**40  # where Windows locks a byte: it keeps others from reading what is locked, and nothing stands there


def lock_file(file: IO[bytes]) -> bool:
    """Lock an open file against other processes, until it is closed or this process ends.

    Args:
        file: The file, open for writing.

    Returns:
        Whether it is locked now; False if another process has locked it.

    Raises:
        OSError: the file system has no locks.

    Example:
        >>> from tempfile import TemporaryFile
        >>> with TemporaryFile() as file:
        ...     print(lock_file(file))
        True
    """
    if sys.platform == "win32":
        import msvcrt

        at = file.tell()
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(at)
        return True
    import fcntl

    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def is_same_file(file: IO[bytes], path: str | os.PathLike[str]) -> bool:
    """Tell whether an open file is still the one of a path: another process may have moved or replaced it."""
    try:
        there = os.stat(path)  # noqa: PTH116 - a name may be anything
    except OSError:
        return False
    return os.path.samestat(os.fstat(file.fileno()), there)
