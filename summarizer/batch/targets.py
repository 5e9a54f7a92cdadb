"""Where the lines of a batch go, and where they are kept until all are there."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import NamedTuple

from summarizer.batch.packing import choose_packing
from summarizer.batch.remote import connect, is_address, without_scheme
from summarizer.errors import OutputError, short
from summarizer.readers.web.kept_files import find_user_folder
from summarizer.renderers.files import check_files

STANDARD_OUTPUT = "-"


class Target(NamedTuple):
    """Where the lines of a batch go.

    Attributes:
        name: The path or address.
        part: The file of the lines that are done; None where lines are written straight on, to a pipe or a device.
        packing: How the finished file is packed: "", "gzip", "zstd" or "parquet".
    """

    name: str
    part: Path | None
    packing: str

    @property
    def is_remote(self) -> bool:
        """Whether it is an address."""
        return is_address(self.name)


def find_target(output: str | os.PathLike[str], sources: list[str], cache: str | None) -> Target:
    """Find out, before the long work, whether an output can be written, and where its lines are kept until then.

    Args:
        output: A path, an address, or "-" for standard output.
        sources: The files that are read.
        cache: The folder that keeps the lines for an address; None for the user's own.

    Raises:
        OutputError: it cannot be written, or is one of the files that are read.
        InputError, MissingExtraError: nothing is known of the scheme of its address, or a part is not installed.

    Example:
        >>> target = find_target("briefings.jsonl.gz", [], None)
        >>> target.part.name, target.packing
        ('.briefings.jsonl.gz.part', 'gzip')
    """
    name = os.fsdecode(output)
    if name == STANDARD_OUTPUT:
        return Target(name, None, "")
    if is_address(name):
        connect(name)
        packing = choose_packing(name)
        folder = Path(cache, "batch") if cache else find_user_folder("batch")
        digest = hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:32]
        return Target(name, _made(folder) / f"{digest}.part", packing)
    name = without_scheme(name)
    check_files([name], sources=sources)
    if Path(name).exists() and not Path(name).is_file():  # a pipe or a device
        return Target(name, None, "")
    real = Path(os.path.realpath(name))
    return Target(name, real.with_name(f".{real.name}.part"), choose_packing(name))


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"{short(str(folder))}: cannot be made a folder ({reason}), wanted one that keeps the briefings until all"
            " are there; name another with --cache."
        ) from error
    return folder
