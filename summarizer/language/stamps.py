"""Lines that tell when something was published and when it was changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.language.dates import Reading, read_dates
from summarizer.language.numericdates import Order
from summarizer.model import Moment

_CHANGE = (
    r"(?:updat|\bupd\b|modif|edited|revised|corrected|amended|actuali[sz]|aktualis|ge[äa]ndert|überarbeitet|zuletzt"
    r"|\bstand\b(?=\s*:|\s+vo[mn]\b|\s+am\b)|mise? à jour|màj\b|\bmaj\s*:|aggiornat|atualizad|bijgewerkt|gewijzigd"
    r"|zaktualiz|обновл|оновл|изменен|güncel|opdater|oppdater|uppdater|更新|업데이트|수정|تحديث)"
)
_CHANGED = re.compile(_CHANGE, re.IGNORECASE)
# What stands behind the only date of a line: "21 March (updated)", "21/03/2024 - Publicado por ...".
_CHANGED_BEHIND = re.compile(rf"\W{{0,3}}(?:last )?\w{{0,40}}?{_CHANGE}\w{{0,40}}\W{{0,80}}", re.IGNORECASE)
_BEHIND = 10  # characters behind a date in which "published" is said of it
_PUBLISHED = re.compile(
    r"publi|\bposted\b|\bfiled\b|\bissued\b|\breleased?\b|veröffentlicht|erschienen|erstellt|pubblicat|gepubliceerd"
    r"|geplaatst|opublikowan|опубликован|created|creado|créé|\bfirst\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A date of a line, and what the line says happened then.

    Attributes:
        readings: The moments that it may mean: two where day and month cannot be told apart.
        is_change: Whether something was changed then.
        is_labelled: Whether the line says in words that it was published then.
        phrase: As it is written.
    """

    readings: tuple[Moment, ...]
    is_change: bool
    is_labelled: bool
    phrase: str

    @property
    def moment(self) -> Moment | None:
        """The moment, where there is but one."""
        return self.readings[0] if len(self.readings) == 1 else None


def find_stamps(text: str, order: Order | None = None) -> list[Stamp]:
    """Find the dates of a line, each with what is said to have happened then: by the words before it.

    Args:
        text: A line ("18/03/2024 01:57 | Actualizado a 21/03/2024 19:20").
        order: How its outlet writes days and months in figures, where that is known.
    """
    return list(_stamps(text, list(read_dates(text, order))))


def _stamps(text: str, found: list[Reading]) -> Iterator[Stamp]:
    end = 0
    for reading in found:
        before = text[end : reading.start]
        changed, published = list(_CHANGED.finditer(before)), list(_PUBLISHED.finditer(before))
        is_change = bool(changed) and (not published or published[-1].start() < changed[-1].start())
        if len(found) == 1 and not changed and not published:
            is_change = bool(_CHANGED_BEHIND.fullmatch(text, reading.end))
            published = list(_PUBLISHED.finditer(text, reading.end, reading.end + _BEHIND))
        yield Stamp(
            readings=reading.moments,
            is_change=is_change,
            is_labelled=bool(published) and not is_change,
            phrase=text[reading.start : reading.end],
        )
        end = reading.end


def stated_in(stamps: list[Stamp]) -> Stamp | None:
    """The stamp of the publication: one that is called so, else the first that is no change."""
    plain = [stamp for stamp in stamps if not stamp.is_change]
    return next((stamp for stamp in plain if stamp.is_labelled), plain[0] if plain else None)


def changed_in(stamps: list[Stamp]) -> Stamp | None:
    """The stamp of the last change that a line tells."""
    changes = [stamp for stamp in stamps if stamp.is_change]
    return changes[-1] if changes else None
