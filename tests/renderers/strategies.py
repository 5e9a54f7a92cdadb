"""Hypothesis strategies for texts, dates and whole briefings."""

from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st

from summarizer.model import (
    Briefing,
    Citation,
    DatePhrase,
    DateRange,
    Discrepancy,
    Introduction,
    Origin,
    PartialDate,
    Point,
    Reading,
    Section,
    Source,
    Span,
    Unused,
)
from tests.renderers.hostile_text import MARKUP
from tests.renderers.update_strategies import updated

any_text = st.one_of(
    st.sampled_from(MARKUP),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.text("*_`[]()<>!#-+=.1 \n\\&;~|:@{}^$/hw\"'%a—·°\t", max_size=12),
)
some_text = any_text.filter(bool)
maybe_text = st.none() | any_text
moments = st.builds(
    PartialDate,
    value=st.datetimes(
        timezones=st.none() | st.integers(-14 * 60, 14 * 60).map(lambda at: timezone(timedelta(minutes=at)))
    )
    | st.just(datetime(987, 6, 5, 4, 3, 2, 1)),
    precision=st.sampled_from(["minute", "day", "month", "year"]),
)


@st.composite
def briefings(draw):
    """Draw any sound briefing: what it refers to is in it."""
    count = draw(st.integers(1, 3))
    numbers = st.integers(1, count)
    groups = [1, *(draw(st.integers(0, count)) for _ in range(count - 1))]
    sources = tuple(
        Source(
            number=number,
            document=f"d{number} " + draw(any_text),
            **{name: draw(maybe_text) for name in ("path", "title", "outlet", "author", "credit", "url", "language")},
            published=draw(st.none() | moments),
            published_is=draw(st.sampled_from(["stated", "inferred", "unknown"])),
            published_why=draw(maybe_text),
            origin=f"o{group}" if group else None,
            words=draw(st.integers(0, 9999)),
            statements=draw(st.integers(0, 99)),
        )
        for number, group in enumerate(groups, start=1)
    )
    origins = tuple(
        Origin(
            id=f"o{group}",
            label=draw(any_text),
            documents=tuple(source.document for source in sources if source.origin == f"o{group}"),
            evidence=draw(any_text),
            sources=tuple(source.number for source in sources if source.origin == f"o{group}"),
        )
        for group in sorted({*groups} - {0})
    )

    days = st.builds(DateRange, start=st.dates(), end=st.dates())

    def passages(relation="verbatim", text=""):
        number, start, quote = draw(numbers), draw(st.integers(0, 10**6)), draw(some_text)
        return Citation(
            source=number,
            document=sources[number - 1].document,
            span=Span(start=start, end=start + len(quote)),
            quote=quote,
            relation=relation,
            backed=stretches(text) if relation == "part" else None,
        )

    def stretches(text):
        start = draw(st.integers(0, len(text) - 1))
        return Span(start=start, end=draw(st.integers(start + 1, len(text))))

    def phrases(text):
        span = stretches(text)
        return DatePhrase(
            span=span,
            text=span.of(text),
            first=draw(st.dates()),
            last=draw(st.dates()),
            precision=draw(st.sampled_from(["day", "weekend", "week", "month", "year"])),
            role=draw(st.sampled_from(["told", "said", "aside"])),
            is_relative=draw(st.booleans()),
            is_ahead=draw(st.booleans()),
        )

    def readings():
        return Reading(
            value=draw(any_text),
            citations=(passages(),),
            when=draw(st.none() | moments),
            is_overtaken=draw(st.booleans()),
        )

    def points(differences):
        text = draw(some_text)
        names = draw(st.lists(st.sampled_from([origin.id for origin in origins]), min_size=1, unique=True))
        full = draw(st.integers(1, len(names)))
        relations = [
            "verbatim",
            *draw(st.lists(st.just("same"), max_size=2)),
            *draw(st.lists(st.just("part"), max_size=2)),
        ]
        return Point(
            text=text,
            when=draw(st.none() | days),
            dates=tuple(phrases(text) for _ in range(draw(st.integers(0, 2)))),
            people=tuple(
                Introduction(name=draw(some_text), words=draw(some_text), span=stretches(text))
                for _ in range(draw(st.integers(0, 1)))
            ),
            score=draw(st.floats(0, 1)),
            citations=tuple(passages(relation, text) for relation in relations),
            origins=tuple(names[:full]),
            origins_in_part=tuple(names[full:]),
            speaker=draw(maybe_text),
            overtaken=draw(st.none() | st.integers(0, differences - 1)) if differences else None,
            discrepancies=tuple(draw(st.lists(st.integers(0, differences - 1)))) if differences else (),
        )

    differences = tuple(
        Discrepancy(
            kind=draw(st.sampled_from(["number", "name", "date", "place", "polarity", "spelling"])),
            about=draw(any_text),
            readings=tuple(readings() for _ in range(2)),
            is_series=draw(st.booleans()),
            is_aside=draw(st.booleans()),
        )
        for _ in range(draw(st.integers(0, 1)))
    )
    briefing = Briefing(
        title=draw(any_text),
        words=draw(st.integers(0, 999)),
        signature=draw(any_text),
        sources=sources,
        origins=origins,
        sections=tuple(
            Section(
                heading=draw(maybe_text),
                when=draw(st.none() | days),
                points=tuple(points(len(differences)) for _ in range(draw(st.integers(0, 2)))),
            )
            for _ in range(draw(st.integers(0, 2)))
        ),
        discrepancies=differences,
        unused=tuple(Unused(document=draw(some_text), why=draw(any_text)) for _ in range(draw(st.integers(0, 1)))),
        notes=tuple(draw(st.lists(any_text, max_size=2))),
        about=draw(st.none() | any_text),
        title_source=draw(st.none() | st.sampled_from([source.number for source in sources])),
    )
    return draw(updated(briefing, any_text, moments)) if draw(st.booleans()) else briefing
