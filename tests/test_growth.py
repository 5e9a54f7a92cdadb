"""No text hangs it: the work of every pattern, and of all stages together, grows no faster than the text."""

import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count, islice
from pathlib import Path

import pytest

from summarizer import SummarizerError, read_documents, summarize
from summarizer.languages.data_sections import Section
from tests.patterns import Place, filled, patterns_of, places, texts
from tests.timing import growth, seconds

pytestmark = pytest.mark.unmeasured

TIMES = 8
# Lengths, and how much longer four times as much may take. The short one comes first: what takes a cube, or never ends,
# is noticed there.
LENGTHS = {500: 28, 2_000: 8}
UNSEEN = 0.00025  # seconds; a square of such a length takes longer: what is done sooner is not measured again
MARGIN = 2.5  # times as long as a line would take; a square takes 8 times as long
PLACES = places()


def call(place: Place, text: str) -> Callable[[], object]:
    given = text.encode("utf-8") if isinstance(place.pattern.pattern, bytes) else text
    if place.method == "search":
        return lambda: sum(1 for _ in place.pattern.finditer(given))
    return lambda: getattr(place.pattern, place.method)(given)


def is_slow(place: Place, parts: tuple[str, str, str]) -> bool:
    def make(size: int) -> Callable[[], object]:
        return call(place, filled(*parts, size))

    # Another program's turn makes a run slow now and then, never all of them. What reaches so far and no
    # farther takes a square until a text is longer than that.
    return any(
        seconds(make(length)) >= UNSEEN
        and growth(make, length // TIMES, TIMES, runs=1) > TIMES * MARGIN
        and all(growth(make, length, 4, runs=runs) > limit for runs in (1, 2, 4))
        for length, limit in LENGTHS.items()
    )


def test_the_patterns_of_the_package_are_found():
    assert len(PLACES) > 500


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_pattern_takes_no_longer_than_its_text_grows(place):
    found = next((parts for parts in texts(place.pattern) if is_slow(place, parts)), None)
    assert found is None, f"{place.name}: {place.pattern.pattern[:300]}"


def test_a_pattern_that_takes_a_square_is_noticed():
    for source in (r"\s+$", r"\bthe\b.*\bend\b", r"[A-Z]\w+ via", r"\d*x"):
        place = Place("made", re.compile(source), "search")
        assert any(is_slow(place, parts) for parts in texts(place.pattern)), source


def test_the_patterns_of_a_language_are_measured_as_their_section_holds_them():
    patterns = {"saying": r"\b@verbs@\s@clause@", "clause": r"\w+ that", "asking": r"@verbs@ if"}
    section = Section(language="xx", name="speakers", values={"verbs": "said told", "patterns": patterns})
    assert [(place.name, place.pattern.pattern) for place in patterns_of(section)] == [
        ("xx/speakers/saying", r"\b(?:said|told)\s(?:\w+ that)"),
        ("xx/speakers/asking", "(?:said|told) if"),
    ]


def test_what_modules_make_of_words_is_measured():
    assert any("abbreviations:_closing(en)" in place.name for place in PLACES)
    assert any("metadata:_quoted()" in place.name for place in PLACES)


def reported(pattern: re.Pattern) -> bool | None:
    """Whether regexploit finds a text that takes more than a square; None where it cannot read the pattern."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # it imports `sre_parse`
        from regexploit.ast.sre import SreOpParser
        from regexploit.redos import find
    if re.search(r"\(\?>|[*+?}]\+", pattern.pattern):  # what gives nothing back, which it does not know
        return None
    return any(found.starriness > 2 for found in find(SreOpParser().parse_sre(pattern.pattern, pattern.flags)))


def test_a_checker_made_for_it_reports_no_pattern():
    verdicts = {place.name: reported(place.pattern) for place in PLACES if isinstance(place.pattern.pattern, str)}
    assert [name for name, is_reported in verdicts.items() if is_reported] == []
    assert sum(is_reported is False for is_reported in verdicts.values()) > 500


@pytest.mark.parametrize("source", [r"(a+)+$", r"\s*\s*\s*x$", r"(?:\w+,?)+;"])
def test_the_checker_sees_what_may_hang(source):
    assert reported(re.compile(source))


def days() -> Iterator[str]:
    months = "January February March April May June July September October November".split()
    return (f"{at % 28 + 1} {months[at // 28 % 10]} {1990 + at // 280 % 40}, " for at in count())


# Every one of these took four times as long, or eight times, when it was twice as long.
ALONE = {
    "apostrophes": "’", "capitals": "A", "brackets": "[____", "ages": "Ab, 12, ", "people": "3 people ",
    "denials": "rejects alpha ", "single marks": "‘ ", "initials": "A. ", "open marks": "“",
    "open quotations": "The talks went on at the house on Monday, it said. “The talks ",
}  # fmt: skip
TWICE = {"days ago": ["two days ago "], "sums": (f"{at} dollars, " for at in count(10)), "days": days()}


def repeated(unit: str) -> Callable[[int], list[str]]:
    return lambda size: [unit * (size // len(unit))]


def listed(units: Iterator[str] | list[str]) -> Callable[[int], list[str]]:
    some = [*islice(units, 9_000)] if not isinstance(units, list) else units * 9_000

    def make(size: int) -> list[str]:
        text = "".join(some[: size // len(some[0])])
        return [text, f"At {text}"]

    return make


STAGES = {
    **{name: repeated(unit) for name, unit in ALONE.items()},
    **{name: listed(units) for name, units in TWICE.items()},
    "a slash behind capitals": lambda size: ["A" * size + " /"],
    "spaces before a bracket": lambda size: ["Word" + " " * size + "(…)."],
    "an address never ended": lambda size: ["a" * size + " @"],
    "mail addresses": lambda size: [" ".join(f"a{at}@b{at}.com" for at in range(size // 14))],
    "lines of mail addresses": lambda size: ["".join(f"mail us at a{at}@site{at}.org\n" for at in range(size // 26))],
    "parts of a title": lambda size: [f"---\ntitle: {'Talks | ' * (size // 8)}\n---\nThe talks in Rome went on.\n"],
    "we": lambda size: ["I think we " + "‘ " * (size // 2) + " I … we"],
}


def brief(paths: list[Path]) -> None:
    with suppress(SummarizerError):  # most of these hold no sentence that is short enough
        summarize(read_documents([str(path) for path in paths]))


@pytest.mark.parametrize("name", STAGES)
def test_a_briefing_takes_no_longer_than_its_reports_grow(name, tmp_path):
    def make(size: int) -> Callable[[], object]:
        paths = [tmp_path / f"{size}-{number}.txt" for number, _ in enumerate(STAGES[name](2))]
        for path, text in zip(paths, STAGES[name](size), strict=True):
            path.write_text(text, encoding="utf-8")
        return lambda: brief(paths)

    make(500)()  # loads what is loaded when first used
    # The library that finds sentences looks back from each single mark.
    size = 24_000 if name in ("single marks", "we", "lines of mail addresses") else 8_000
    assert any(growth(make, size, 2, runs=runs) < 2.6 for runs in (1, 2, 3))
