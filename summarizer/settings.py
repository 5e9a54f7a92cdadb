"""All settings, checked when created."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from summarizer.errors import SettingsError, short
from summarizer.judge_settings import JudgeOptions, check_judge, name_of_judge
from summarizer.model import Briefing, Budget, Document
from summarizer.model.text import describe
from summarizer.registry import CHOICES

DEFAULT_WORDS = 250
_CODE = re.compile(r"[a-z]{2,3}")

Check = tuple[Callable[..., bool], str]


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_real(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value == value


def _shown(value: object) -> str:
    """A value as a message shows it: of more digits than Python prints nothing but that."""
    try:
        return short(repr(value))
    except ValueError:
        return "a number of thousands of digits"


def _changed(settings: Settings | ReadSettings, usual: Settings | ReadSettings) -> str:
    """Settings as their `repr` shows them: what is not as usual, and the budget."""
    values = {one.name: getattr(settings, one.name) for one in fields(settings)}
    told = {name: value for name, value in values.items() if name == "words" or value != getattr(usual, name)}
    shown = {name: name_of_judge(value) if name == "judge" else value for name, value in told.items()}
    return describe(settings, *(f"{name}={value!r}" for name, value in shown.items() if value is not None))


# Far above what anyone needs, and far below where floats, clocks and sizes of memory give out.
_MOST_WHOLE = 10**15
_MOST = 1_000_000
_LEAST = 1 / _MOST

_POSITIVE_WHOLE: Check = (
    lambda value: _is_whole(value) and 1 <= value <= _MOST_WHOLE,
    "a whole number of at least 1 and at most 10^15",
)
_NOT_NEGATIVE = (lambda value: _is_real(value) and 0 <= value <= _MOST, f"a number of at least 0 and at most {_MOST:,}")
_POSITIVE: Check = (
    lambda value: _is_real(value) and _LEAST <= value <= _MOST,
    f"a number above 0: at least {_LEAST:.6f} and at most {_MOST:,}",
)
_SHARE = (lambda value: _is_real(value) and 0 < value <= 1, "a number above 0 and at most 1")

CHECKS: dict[str, Check] = {
    "words": _POSITIVE_WHOLE,
    "sentences": _POSITIVE_WHOLE,
    "share": _SHARE,
    "focus": (lambda value: isinstance(value, str) and bool(value.strip()), "text that is not empty"),
    "language": (lambda value: isinstance(value, str) and bool(_CODE.fullmatch(value)), 'a language code such as "en"'),
    "damping": (lambda value: _is_real(value) and 0 <= value < 1, "a number of at least 0 and below 1"),
    "opening_weight": _NOT_NEGATIVE,
    "opening_decay": _POSITIVE,
    "title_weight": _NOT_NEGATIVE,
    "focus_weight": _NOT_NEGATIVE,
    "bigram_weight": _NOT_NEGATIVE,
    "cross_report_weight": _POSITIVE,
    "neighbours": _POSITIVE_WHOLE,
    "jobs": _POSITIVE_WHOLE,
    "same_limit": _SHARE,
    "part_limit": _SHARE,
    "redundancy_limit": _SHARE,
    "coverage_weight": _NOT_NEGATIVE,
    "length_exponent": (lambda value: _is_real(value) and 0 <= value <= 1, "a number from 0 to 1"),
}
BUDGETS = ("words", "sentences", "share")
_OPTIONAL = frozenset({*BUDGETS, "focus"})


def check_names(where: str, names: object) -> None:
    """Raise SettingsError where a value is no tuple of names."""
    if not isinstance(names, tuple) or not all(isinstance(name, str) and name for name in names):
        raise SettingsError(f'{where}: found {_shown(names)}, wanted a tuple of names, such as ("…",).')


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Settings:
    """What you ask for; the defaults suit most stories.

    Attributes:
        words: Most words of all points together. 250 where no other budget is given.
        sentences: Most points; instead of `words`.
        share: Most words, as a share of the words of all reports, in (0, 1]; instead of `words`.
        focus: What the reader asks about, in their own words; None for the story as a whole.
        language: Code of the reports' language where a report does not tell: two or three small letters.
        damping: Chance of following an edge of the similarity graph rather than jumping, in [0, 1).
        opening_weight: Extra weight of a report's first sentence: 0 is none, 8 makes TextRank start there 9
            times as often as at a late one.
        opening_decay: Sentences after which that preference has fallen to a third.
        title_weight: Extra weight of a sentence that is like the titles of all reports: 0 is none, 5 makes TextRank
            start there up to 6 times as often.
        focus_weight: Extra weight of a sentence that says all that the focus says: 0 is none, 12 makes TextRank start
            there 13 times as often.
        bigram_weight: Weight of shared word pairs in an edge, beside 1 for shared words.
        cross_report_weight: Factor for edges between sentences of reports that do not share a text; copies and rewrites
            share one.
        neighbours: Most edges that one sentence proposes.
        same_limit: Least score at which a passage is taken to say all of a point, in (0, 1].
        part_limit: Least score at which a passage is taken to say a part of a point, in (0, 1].
        redundancy_limit: Similarity, in (0, 1], from which a statement is left out beside a chosen one.
        coverage_weight: Weight of what a statement newly covers, beside its rank; divided by the root of how many
            texts there are: reports that share a text count once.
        length_exponent: How strongly a long statement is discounted, in [0, 1]: its worth is divided by its words to
            this power.
        ranker: Name of what scores the sentences: ours, a registered one, or that of a plug-in.
        similarity: Name of what measures how alike sentences are.
        judge: What judges whether a passage says a point, for the citations: a name, a function (`Judge`), or the
            address of an endpoint that speaks the chat-completions protocol.
        judge_model: The model that the endpoint is to ask, by the name that it has there.
        judge_options: What an endpoint may be asked at most, and where its answers are kept.
        cleaning_rules: Names of cleaning rules to apply beside our own: registered ones, or those of plug-ins. Whether
            there are such rules is checked when the reports are summarized.
        jobs: How many processes clean and split many reports; the briefing does not depend on it. A program that asks
            for more than one starts its work under `if __name__ == "__main__"`, as `multiprocessing` wants it.
        since: An earlier briefing of the story: what it and its reports did not tell comes first (`read_briefing`).

    Raises:
        SettingsError: a value is out of its range or names nothing, or two budgets are given.

    Example:
        >>> Settings(words=100, focus="Taiwan")
        Settings(words=100, focus='Taiwan')
        >>> Settings(words=100, sentences=3)
        Traceback (most recent call last):
            ...
        summarizer.errors.SettingsError: Settings: found words and sentences, wanted one budget; ...
    """

    words: int | None = None
    sentences: int | None = None
    share: float | None = None
    focus: str | None = None
    language: str = "en"
    damping: float = 0.75
    opening_weight: float = 8.0
    opening_decay: float = 2.0
    title_weight: float = 5.0
    focus_weight: float = 12.0
    bigram_weight: float = 1.0
    cross_report_weight: float = 2.0
    neighbours: int = 30
    same_limit: float = 0.41
    part_limit: float = 0.19
    redundancy_limit: float = 0.36
    coverage_weight: float = 0.6
    length_exponent: float = 0.7
    ranker: str = "textrank"
    similarity: str = "tfidf"
    judge: str | Callable[..., Any] = "lexical"
    judge_model: str | None = None
    judge_options: JudgeOptions = field(default_factory=JudgeOptions)
    cleaning_rules: tuple[str, ...] = ()
    jobs: int = 1
    since: Briefing | None = None

    def __post_init__(self) -> None:
        for name, (is_fit, wanted) in CHECKS.items():
            value = getattr(self, name)
            if value is None and name in _OPTIONAL:
                continue
            if not is_fit(value):
                raise SettingsError(f"Settings.{name}: found {_shown(value)}, wanted {wanted}.")
        for name in ("ranker", "similarity"):
            CHOICES[name].check_name(getattr(self, name), f"Settings.{name}")
        check_judge(self.judge, self.judge_model)
        if not isinstance(self.judge_options, JudgeOptions):
            raise SettingsError(f"Settings.judge_options: found {_shown(self.judge_options)}, wanted JudgeOptions.")
        check_names("Settings.cleaning_rules", self.cleaning_rules)
        if not isinstance(self.since, Briefing | None):
            wanted = "a Briefing; read_briefing(path) reads one"
            raise SettingsError(f"Settings.since: found {_shown(self.since)}, wanted {wanted}.")
        budgets = [name for name in BUDGETS if getattr(self, name) is not None]
        if len(budgets) > 1:
            raise SettingsError(
                f"Settings: found {' and '.join(budgets)}, wanted one budget; drop all but one of them."
            )
        if not budgets:
            object.__setattr__(self, "words", DEFAULT_WORDS)

    def __repr__(self) -> str:
        return _changed(self, Settings())

    def budget_for(self, documents: Sequence[Document]) -> Budget:
        """Return the most that a briefing of cleaned reports may hold."""
        if self.share is None:
            return Budget(words=self.words, points=self.sentences)
        return Budget(words=max(1, int(self.share * sum(document.words for document in documents))))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ReadSettings:
    """How reports are read. The limits are there for files that mean harm: each is far above what reports need.

    Attributes:
        fields: Our names of fields -> those of JSON and CSV files, dots for objects within objects
            ({"text": "article.body"}).
        sources: A TOML file that tells of the files what they do not tell; that of a folder is read anyway.
        language: Code of the language of reports that do not tell it; None leaves that to `Settings.language`.
        allow_private: Whether addresses of one's own machine and network may be asked for pages.
        cache: Folder that keeps the pages fetched; None for the user's own.
        refresh: Whether pages are fetched anew though they are kept.
        cleaning_rules: As `Settings.cleaning_rules`; whether there are such rules is checked when the reports are read.
        jobs: How many processes read many files, as `Settings.jobs`; the reports do not depend on it.
        file_bytes: Most bytes of a file, a stream or a page.
        expanded_bytes: Most bytes that one file may hold when all that is packed in it is unpacked.
        expansion_ratio: Most bytes for each packed byte, from a million bytes on.
        nesting: Most archives within each other.
        members: Most members of an archive.
        reports: Most reports of one file.
        report_chars: Most characters of one report.
        pdf_pages: Most pages of a PDF.
        pdf_operators: Most drawing operators of a PDF.
        redirects: Most redirects of a URL.
        url_seconds: Seconds that a server may take to answer, and ten times as many until all is there.

    Raises:
        SettingsError: a value is out of its range.

    Example:
        >>> settings = ReadSettings(fields={"text": "article.body"})
        >>> settings
        ReadSettings(fields={'text': 'article.body'})
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    sources: str | None = None
    language: str | None = None
    allow_private: bool = False
    cache: str | None = None
    refresh: bool = False
    cleaning_rules: tuple[str, ...] = ()
    jobs: int = 1
    file_bytes: int = 2**28
    expanded_bytes: int = 2**28
    expansion_ratio: int = 200
    nesting: int = 3
    members: int = 10_000
    reports: int = 10_000
    report_chars: int = 5_000_000
    pdf_pages: int = 2_000
    pdf_operators: int = 5_000_000
    redirects: int = 5
    url_seconds: float = 20.0

    def __repr__(self) -> str:
        return _changed(self, ReadSettings())

    @classmethod
    def limits(cls) -> tuple[str, ...]:
        """The names of those that are limits."""
        return LIMITS

    def __post_init__(self) -> None:
        for name in ("jobs", *LIMITS):
            value = getattr(self, name)
            is_fit, wanted = _POSITIVE if name == "url_seconds" else _POSITIVE_WHOLE
            if not is_fit(value):
                raise SettingsError(f"ReadSettings.{name}: found {_shown(value)}, wanted {wanted}.")
        is_code, wanted = CHECKS["language"]
        if self.language is not None and not is_code(self.language):
            raise SettingsError(f"ReadSettings.language: found {_shown(self.language)}, wanted {wanted}.")
        check_names("ReadSettings.cleaning_rules", self.cleaning_rules)
        for ours, theirs in self.fields.items():
            if ours not in FIELDS or not isinstance(theirs, str) or not theirs:
                raise SettingsError(
                    f"ReadSettings.fields: found {ours}={theirs}, wanted OURS=THEIRS with one of {', '.join(FIELDS)}."
                )


FIELDS = ("text", "id", "title", "outlet", "author", "credit", "published", "url", "language")
LIMITS = (
    "file_bytes",
    "expanded_bytes",
    "expansion_ratio",
    "nesting",
    "members",
    "reports",
    "report_chars",
    "pdf_pages",
    "pdf_operators",
    "redirects",
    "url_seconds",
)
