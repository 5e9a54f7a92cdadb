"""A briefing written by hand after the seeds, and builders of its parts."""

from dataclasses import replace
from datetime import date

from summarizer.model import (
    Briefing,
    Citation,
    DatePhrase,
    DateRange,
    Discrepancy,
    Origin,
    PartialDate,
    Point,
    Reading,
    Section,
    Source,
    Span,
    Unused,
)

DOCUMENTS = ("000_15d3", "001_1894", "002_54e1", "003_af31", "004_b215")


def cite(source, quote, relation="verbatim", backed=None):
    """Return a citation of a source, whose quotation begins at its tenth character."""
    span = Span(start=10, end=10 + len(quote))
    document = DOCUMENTS[source - 1]
    return Citation(source=source, document=document, span=span, quote=quote, relation=relation, backed=backed)


def cite_part(source, text, stretch):
    """Return a citation of a passage that backs a stretch of a text."""
    start = text.index(stretch)
    return cite(source, f"A part of it in {source}.", "part", Span(start=start, end=start + len(stretch)))


def origins_of(sources):
    """Return the names of the origins of some sources: one each, but for source 5, whose origin is that of 2."""
    return tuple(dict.fromkeys("o2" if number == 5 else f"o{number}" for number in sources))


def make_point(text, *sources, parts=None, **more):
    """Return a point that some sources say; `parts` has the sources that say a part, each with the stretch it backs."""
    first, *others = sources
    same = (cite(number, f"Much the same in {number}.", "same") for number in others)
    some = (cite_part(number, text, stretch) for number, stretch in (parts or {}).items())
    return Point(
        text=text,
        score=0.03125,
        citations=(cite(first, text), *same, *some),
        origins=origins_of(sources),
        origins_in_part=tuple(name for name in origins_of(parts or ()) if name not in origins_of(sources)),
        **more,
    )


def make_phrase(text, start, first, last=None, precision="day", **more):
    """Return a date phrase that stands at a place of its point."""
    span = Span(start=start, end=start + len(text))
    return DatePhrase(span=span, text=text, first=first, last=last or first, precision=precision, **more)


def make_source(number, **more):
    """Return a source of which nothing is known but its file, and what is given."""
    fields = dict.fromkeys(("title", "outlet", "author", "credit", "published", "url"))
    fields |= {"path": f"seeds/{DOCUMENTS[number - 1]}.txt", "published_is": "unknown", "language": "en"}
    fields |= {"origin": "o2" if number == 5 else f"o{number}", "words": 812, "statements": 2}
    return Source(number=number, document=DOCUMENTS[number - 1], **{**fields, **more})


def make_reading(value, *sources):
    """Return a reading of a discrepancy that some sources give."""
    return Reading(value=value, citations=tuple(cite(number, value) for number in sources))


LONG_URL = (
    "https://www.rnz.co.nz/news/world/492209/us-secretary-of-state-launches-rare-visit-to-china-in-hopes-of-easing"
)
SOURCES = (
    make_source(
        1,
        title="Blinken to visit China as US seeks to put a floor under relations",
        outlet="Caliber.Az",
        published=PartialDate.parse("2023-06-06"),
        published_is="stated",
        url="https://caliber.az/en/post/171623/",
        statements=3,
    ),
    make_source(
        2,
        title="US secretary of state launches unusual visit to China in hopes of easing tensions",
        outlet="RNZ",
        author="Humeyra Pamuk",
        credit="Reuters",
        published=PartialDate.parse("2023-06-18"),
        published_is="inferred",
        published_why="its caption names the day",
        url=LONG_URL,
        statements=3,
    ),
    make_source(
        3,
        outlet="LatestLY",
        credit="Associated Press",
        published=PartialDate.parse("2023-06-19"),
        published_is="stated",
        statements=3,
    ),
    make_source(4, outlet="Caixin", statements=0),
    make_source(5, credit="Reuters", published=PartialDate.parse("2023-06-18T14:01+08:00"), published_is="stated"),
)


def _origin(number, label, *sources, evidence="one report"):
    documents = tuple(DOCUMENTS[source - 1] for source in sources)
    return Origin(id=f"o{number}", label=label, documents=documents, evidence=evidence, sources=sources)


BRIEFING = Briefing(
    title="Blinken and Qin hold “candid” talks in Beijing",
    words=71,
    signature="summarizer 0.1.0 · words=250 · 9f2c41d07a35",
    sources=SOURCES,
    origins=(
        _origin(1, "Caliber.Az", 1),
        _origin(2, "Reuters dispatch", 2, 5, evidence="both credit Reuters; 14 of 19 sentences align"),
        _origin(3, "Associated Press", 3),
        _origin(4, "Caixin", 4),
    ),
    sections=(
        Section(
            heading="Bottom line",
            when=None,
            points=(
                make_point(
                    "US Secretary of State Antony Blinken and Chinese Foreign Minister Qin Gang held what both sides "
                    "called candid\nand constructive talks on their differences from Taiwan to trade but seemed to "
                    "agree on little.",
                    *(2, 5, 3),
                    parts={1: "talks on their differences from Taiwan to trade"},
                ),
            ),
        ),
        Section(
            heading="Talks in Beijing",
            when=DateRange(start=date(2023, 6, 18), end=date(2023, 6, 19)),
            points=(
                make_point("The talks lasted more than seven and a half hours.", 2, discrepancies=(0,)),
                make_point("“We came to Beijing to manage this responsibly.”", 3, speaker="a senior official"),
                make_point(
                    "Qin accepted an invitation to visit Washington.",
                    *(2, 5),
                    parts={3: "invitation to visit Washington", 1: "Qin accepted"},
                    discrepancies=(0, 1),
                ),
            ),
        ),
        Section(
            heading="Talks of the senior diplomats",
            when=DateRange(start=date(2023, 6, 5), end=date(2023, 6, 5)),
            points=(
                make_point(
                    "Daniel Kritenbrink met Ma Zhaoxu on Monday.",
                    1,
                    when=DateRange(start=date(2023, 6, 5), end=date(2023, 6, 5)),
                    dates=(make_phrase("Monday", 36, date(2023, 6, 5)),),
                ),
            ),
        ),
    ),
    discrepancies=(
        Discrepancy(
            kind="number",
            about="how long the talks lasted",
            readings=(make_reading("seven and a half hours", 2), make_reading("nearly six hours", 3, 5)),
        ),
        Discrepancy(
            kind="name",
            about="the secretary of state",
            readings=(make_reading("Antony Blinken", 1), make_reading("Anthony Brinken", 2)),
        ),
    ),
    unused=(Unused(document="003_af31", why="nothing in it fitted the length asked for"),),
    notes=("Origins are counted at most: two reports may share a source that neither names.",),
)


def unsound(**changes):
    """Return the briefing with a single point, of which the given fields are wrong."""
    point = replace(make_point("x", 1), **changes)
    return replace(BRIEFING, sections=(Section(heading="x", when=None, points=(point,)),))


def make_briefing(text, *, url=None):
    """Return a small briefing in which every word that is not the tool's is `text`."""
    passage = Citation(source=1, document="d1", span=Span(start=0, end=len(text)), quote=text)
    other = replace(passage, source=2, document="d2", relation="same")
    part = replace(other, relation="part", backed=passage.span)
    sources = tuple(
        Source(
            number=number,
            document=f"d{number}",
            path=None,
            title=text,
            outlet=text,
            author=text,
            credit=text + "'s wire",
            published=None,
            published_is="unknown",
            url=url,
            language=None,
            origin=text,
            words=1,
            statements=1,
        )
        for number in (1, 2)
    )
    point = Point(
        text=text,
        score=0.5,
        citations=(passage, other, part),
        origins=(text,),
        speaker=text,
        discrepancies=(0,),
    )
    readings = (Reading(value=text, citations=(passage,)), Reading(value=text, citations=(passage,)))
    return Briefing(
        title=text,
        words=1,
        signature=text,
        sources=sources,
        origins=(Origin(id=text, label=text, documents=("d1", "d2"), evidence=text, sources=(1, 2)),),
        sections=(Section(heading=text, when=None, points=(point,)),),
        discrepancies=(Discrepancy(kind="name", about=text, readings=readings),),
        unused=(Unused(document=text, why=text),),
        notes=(text,),
        about=text,
    )
