"""Hypothesis strategies for what a briefing tells beyond an earlier one."""

from dataclasses import replace

from hypothesis import strategies as st

from summarizer.model import (
    Change,
    Citation,
    EarlierPassage,
    EarlierPoint,
    EarlierReading,
    EarlierReport,
    Novelty,
    Reading,
    Span,
    Update,
)


@st.composite
def updated(draw, briefing, any_text, moments):
    """Draw a briefing that was held against an earlier one: what it refers to is in it."""
    some_text = any_text.filter(bool)
    numbers = st.sampled_from([source.number for source in briefing.sources])
    earlier = st.integers(1, 3)

    def passages(relation="same"):
        quote, start = draw(some_text), draw(st.integers(0, 99))
        return EarlierPassage(
            quote=quote,
            span=Span(start=start, end=start + len(quote)),
            report=draw(earlier),
            source=draw(st.none() | numbers),
            point=draw(st.none() | st.integers(1, 9)),
            relation=relation,
        )

    def citations():
        number, quote = draw(numbers), draw(some_text)
        document = next(source.document for source in briefing.sources if source.number == number)
        return Citation(source=number, document=document, span=Span(start=0, end=len(quote)), quote=quote)

    def novelty():
        standing = draw(st.sampled_from(["new", "new in part", "told before"]))
        relation = "part" if standing == "new in part" else "same"
        return Novelty(standing=standing, told_by=() if standing == "new" else (passages(relation),))

    def earlier_points(number):
        standing = draw(st.sampled_from(["told", "told in part", "otherwise", "withdrawn", "dropped", "not found"]))
        return EarlierPoint(
            number=number,
            text=draw(some_text),
            report=1,
            standing=standing,
            citations=(citations(),) if standing == "told" else (),
            against=(citations(),) if standing in ("otherwise", "withdrawn") else (),
            reason=draw(st.none() | any_text),
        )

    update = Update(
        title=draw(any_text),
        signature=draw(any_text),
        newest=draw(st.none() | moments),
        reports=tuple(
            EarlierReport(
                number=number,
                document=draw(some_text),
                name=draw(some_text),
                standing="not given" if number > 1 else "another text",
                published=draw(st.none() | moments),
                source=None if number > 1 else draw(numbers),
            )
            for number in (1, 2, 3)
        ),
        points=tuple(earlier_points(number) for number in range(1, draw(st.integers(1, 3)))),
        changes=tuple(
            Change(
                kind="number",
                about=draw(any_text),
                before=(EarlierReading(value=draw(any_text), passages=(passages(),), when=draw(st.none() | moments)),),
                now=(Reading(value=draw(any_text), citations=(citations(),), when=draw(st.none() | moments)),),
            )
            for _ in range(draw(st.integers(0, 1)))
        ),
        new_sources=tuple(sorted(draw(st.sets(numbers)))),
    )
    sections = tuple(
        replace(section, points=tuple(replace(point, since=novelty()) for point in section.points))
        for section in briefing.sections
    )
    return replace(briefing, sections=sections, since=update)
