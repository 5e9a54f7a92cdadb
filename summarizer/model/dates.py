"""Dates and times with their precision, and the phrases that state them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from summarizer.errors import InputError
from summarizer.model.text import Span, describe, excerpt

Precision = Literal["minute", "day", "month", "year"]
DateStatus = Literal["stated", "inferred", "unknown"]
PhrasePrecision = Literal["day", "weekend", "week", "month", "year"]
PhraseRole = Literal["told", "said", "aside"]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PRECISIONS: dict[Precision, str] = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d"}
_LENGTHS: dict[Precision, int] = {"year": 4, "month": 7, "day": 10}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PartialDate:
    """A time, as precisely as a report tells it: what is finer than `precision` means nothing.

    Example:
        >>> PartialDate.parse("2023-06")
        PartialDate('2023-06')
        >>> PartialDate.parse("2023-06").days
        (datetime.date(2023, 6, 1), datetime.date(2023, 6, 30))
    """

    value: datetime
    precision: Precision = "day"

    def __repr__(self) -> str:
        return describe(self, repr(str(self)))

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read an ISO 8601 time, date, month or year.

        Raises:
            InputError: the text is none of these.
        """
        text = text.strip()
        for precision, pattern in _PRECISIONS.items():
            try:
                return cls(value=datetime.strptime(text, pattern), precision=precision)
            except ValueError:
                continue
        try:
            return cls(value=datetime.fromisoformat(text), precision="minute")
        except ValueError:
            message = f"published: found {text!r}, wanted an ISO 8601 date such as 2023-06-18 or 2023-06-18T14:01."
            raise InputError(message) from None

    def __post_init__(self) -> None:
        # What is finer than the precision is dropped, so that equal texts mean equal moments, there and back.
        value = self.value
        if self.precision == "minute":
            value = value.replace(second=0, microsecond=0)
        else:
            month = 1 if self.precision == "year" else value.month
            value = datetime(value.year, month, value.day if self.precision == "day" else 1)
        object.__setattr__(self, "value", value)

    def __str__(self) -> str:
        text = self.value.isoformat(timespec="minutes")
        return text if self.precision == "minute" else text[: _LENGTHS[self.precision]]

    @property
    def day(self) -> date:
        """The day, month or year that it falls on, by its first day."""
        return self.value.date()

    @property
    def rank(self) -> float:
        """Where it stands among others, in seconds; one that does not tell its zone stands as in UTC."""
        value = self.value if self.value.tzinfo else self.value.replace(tzinfo=UTC)
        return (value - _EPOCH).total_seconds()

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that it may mean."""
        first = self.day
        if self.precision == "year":
            return first, first.replace(month=12, day=31)
        if self.precision == "month":
            return first, first.replace(day=monthrange(first.year, first.month)[1])
        return first, first


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DatePhrase:
    """A phrase of a sentence that tells a time, and the days that it means.

    Attributes:
        span: Where it stands in the sentence's text.
        text: The phrase as written ("Sunday", "last November").
        first, last: The days that it means; one day where both are the same.
        precision: What it names.
        role: Whether it dates what the sentence tells of, the saying of it ("said on Monday"), or something mentioned
            by the way ("since Monday", "who left on Monday").
        is_relative: Whether it needs the report's date to be understood; "June 5" needs no more than the year.
        is_ahead: Whether the sentence speaks of it as of something to come.

    Example:
        >>> briefing = summarize(read_documents("seeds"))
        >>> briefing.points[0].dates
        (DatePhrase('Sunday', DateRange('2023-06-18'), told),)
    """

    span: Span
    text: str
    first: date
    last: date
    precision: PhrasePrecision
    role: PhraseRole = "told"
    is_relative: bool = True
    is_ahead: bool = False

    def __repr__(self) -> str:
        return describe(self, excerpt(self.text), DateRange(start=self.first, end=self.last), self.role)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DateRange:
    """The days over which something happened; one day where both are the same.

    Example:
        >>> briefing = summarize(read_documents("seeds"))
        >>> briefing.sections[0].when
        DateRange('2023-06-18')
    """

    start: date
    end: date

    def __repr__(self) -> str:
        days = (str(self.start), str(self.end))
        return describe(self, *(repr(day) for day in dict.fromkeys(days)))
