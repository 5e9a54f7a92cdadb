"""Answers kept on disk, so that a run repeats byte for byte and asks nobody."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from summarizer.judge_settings import JudgeOptions
from summarizer.readers.web.kept_files import find_user_folder, replace_file

_MOST_BYTES = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswers:
    """What models wrote, each under the hash of the address and of all that was asked; no key is among it.

    Attributes:
        folder: Where they are kept.
        is_refreshed: Whether none of them is used.
    """

    folder: Path
    is_refreshed: bool

    def get(self, address: str, body: Mapping[str, Any]) -> str | None:
        """Return what a model wrote when it was asked this before; None where it was not, or the file is damaged."""
        if self.is_refreshed:
            return None
        path = self._path(address, body)
        try:
            record = json.loads(path.read_bytes()) if path.stat().st_size <= _MOST_BYTES else {}
            content = record["content"]
            is_whole = record["sha256"] == _hash(content)
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return None
        return str(content) if is_whole else None

    def put(self, address: str, body: Mapping[str, Any], content: str) -> None:
        """Keep what a model wrote; a disk that does not take it costs only the next run."""
        record = {"address": address, "model": body["model"], "sha256": _hash(content), "content": content}
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._path(address, body), json.dumps(record).encode())

    def _path(self, address: str, body: Mapping[str, Any]) -> Path:
        return self.folder / f"{_hash(json.dumps([address, body], sort_keys=True))}.answer.json"


def open_kept_answers(options: JudgeOptions) -> KeptAnswers:
    """Return the answers kept in the folder asked for, or in the user's own."""
    folder = Path(options.cache) if options.cache else find_user_folder("answers")
    return KeptAnswers(folder=folder, is_refreshed=options.refresh)


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
