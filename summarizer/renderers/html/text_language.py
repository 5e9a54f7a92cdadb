"""The language of a text and its writing direction."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from summarizer.finished_run import Run
from summarizer.model import Briefing

OWN_LANGUAGE = "en"  # of all that the tool says itself
_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he iw ji nqo ps sd syr ug ur yi".split())
_SCRIPTS = re.compile(r"-(?:(?P<rtl>arab|hebr|syrc|thaa|nkoo)|[a-z]{4})(?=-|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLanguage:
    """A language and its direction; no language where none is known: then the browser looks at the letters."""

    language: str | None
    direction: str

    @property
    def attributes(self) -> Markup:
        """What an element of this language carries."""
        lang = Markup(' lang="{}"').format(self.language) if self.language else Markup("")
        return lang + Markup(' dir="{}"').format(self.direction)


def read_text_language(code: str | None) -> TextLanguage:
    """Tell the direction of a language by its code; what is no code counts as unknown."""
    if not code or not _CODE.fullmatch(code):
        return TextLanguage(language=None, direction="auto")
    script = _SCRIPTS.search(code)
    is_rtl = bool(script["rtl"]) if script else code.lower().partition("-")[0] in _RIGHT_TO_LEFT
    return TextLanguage(language=code, direction="rtl" if is_rtl else "ltr")


def text_languages(briefing: Briefing, run: Run | None) -> dict[int, TextLanguage]:
    """Return the language of each report by its number: its own, else the one that the run was told to assume."""
    assumed = run.settings.language if run else None
    return {source.number: read_text_language(source.language or assumed) for source in briefing.sources}


def page_language(briefing: Briefing, tongues: dict[int, TextLanguage]) -> TextLanguage:
    """Return the language that most points are in; ours where that is not known."""
    spoken = Counter(tongues[point.citations[0].source] for point in briefing.points)
    known = [(tongue, times) for tongue, times in spoken.most_common() if tongue.language]
    return known[0][0] if known else read_text_language(OWN_LANGUAGE)


def language_marks(page: TextLanguage, tongues: Mapping[int, TextLanguage]) -> dict[str, Any]:
    """Return attributes for the page, for our words in it, and for what stands in a report's language.

    Args:
        page: The language of the page.
        tongues: The language of each report by its number.
    """
    own = read_text_language(OWN_LANGUAGE)

    def tongue_of(number: int) -> Markup:
        # A report in the language of the page stands amid words of ours too, which may be in another one.
        return tongues[number].attributes if not tongues[number] == page == own else Markup("")

    def side_of(number: int) -> Markup:
        """The direction alone, for what holds words of ours beside the report's."""
        side = tongues[number].direction
        return Markup(' dir="{}"').format(side) if side != page.direction else Markup("")

    return {
        "main": page.attributes,
        "own": own.attributes if page != own else Markup(""),
        "tongue_of": tongue_of,
        "side_of": side_of,
    }
