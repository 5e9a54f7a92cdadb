"""What a reader is given: the bytes of one file, stream or member of an archive."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.ingest.decoding import decode


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """One file, stream or member of an archive: its name for people, the id it suggests, its bytes as read."""

    name: str
    stem: str
    data: bytes

    @property
    def text(self) -> str:
        """The bytes as text.

        Raises:
            ReadError: they are no text.
        """
        return decode(self.data, self.name)
