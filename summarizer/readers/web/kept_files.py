"""Files that are kept for the next run: the folder for them, and how one is written whole or not at all."""

from __future__ import annotations

import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path

NAME = "summarizer"


def find_user_folder(kind: str) -> Path:
    """Return where the system has its users keep what can be had again.

    Args:
        kind: What is kept there: "pages", "answers".
    """
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / NAME / kind
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / NAME / kind
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / NAME / kind


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that whoever reads it finds the old one or the new one.

    Raises:
        OSError: it cannot be written.
    """
    part = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
