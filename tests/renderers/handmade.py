"""A briefing made by hand from the seeds, text that wants to be more than text, and strategies for any briefing."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

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

DOCUMENTS = ("000_15d3", "001_1894", "002_54e1", "003_af31", "004_b215")


def cite(source, quote, relation="verbatim", backed=None):
    span = Span(start=10, end=10 + len(quote))
    document = DOCUMENTS[source - 1]
    return Citation(source=source, document=document, span=span, quote=quote, relation=relation, backed=backed)


def cite_part(source, text, stretch):
    """A passage that backs a stretch of a text."""
    start = text.index(stretch)
    return cite(source, f"A part of it in {source}.", "part", Span(start=start, end=start + len(stretch)))


def origins_of(sources):
    return tuple(dict.fromkeys("o2" if number == 5 else f"o{number}" for number in sources))


def make_point(text, *sources, parts=None, **more):
    """A point that sources say, and others a part: for each of these the stretch that it backs."""
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
    span = Span(start=start, end=start + len(text))
    return DatePhrase(span=span, text=text, first=first, last=last or first, precision=precision, **more)


def make_source(number, **more):
    fields = dict.fromkeys(("title", "outlet", "author", "credit", "published", "url"))
    fields |= {"path": f"seeds/{DOCUMENTS[number - 1]}.txt", "published_is": "unknown", "language": "en"}
    fields |= {"origin": "o2" if number == 5 else f"o{number}", "words": 812, "statements": 2}
    return Source(number=number, document=DOCUMENTS[number - 1], **{**fields, **more})


def make_reading(value, *sources):
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
    """The briefing with one point, of which something is wrong."""
    point = replace(make_point("x", 1), **changes)
    return replace(BRIEFING, sections=(Section(heading="x", when=None, points=(point,)),))


def make_briefing(text, *, url=None):
    """A small briefing in which every word that is not the tool's is `text`."""
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


MARKUP = (
    "[bold]x[/]",
    "[/]",
    "[/nothing]",
    "[link=https://evil.example]x[/link]",
    ":smile: :warning:",
    "[x](javascript:alert)",
    "[x]: https://evil.example 'title'",
    "![x](https://evil.example/x.png)",
    "https://evil.example/a_b_c and www.evil.example and a@evil.example",
    "<https://evil.example>",
    "<script>alert()</script>",
    "<!-- x",
    "<![CDATA[x",
    "&lt;b&gt; &#42;x&#42; &copy; AT&T",
    "# heading #",
    "heading ##",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "1) item",
    "1986\\. item",
    "> quote",
    "--- rule",
    "===",
    "```code```",
    "~~~ code",
    "`code` ``code``",
    "*em* **strong** _em_ __strong__ ***x***",
    "a * b * c and 2*3*4",
    "~~gone~~ ~sub~ ^sup^ $x$ $$y$$ ==mark==",
    "| a | b | :-- | --: |",
    "back\\slash \\*x\\* at the end \\",
    "{#id .class} {{ template }}",
    ": definition",
    "[^1] [^1]: footnote",
    "x [12] and [1, 2] and [3][4] of 5 origins",
    "“quoted” – dashes — and …",
    "習近平国家主席は北京で会談した。" * 8,
    "word" * 60,
    "NaN null true 1e999",
)
CONTROLS = (
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;https://evil.example\x07x\x1b]8;;\x07",
    "\x9b31mred \x9d0;title\x9c",
    "bell\x07 back\x08\x08 nul\x00 del\x7f",
    "form\x0cfeed line\x0bfeed unit\x1fseparator",
    "over\u202egninnur\u202c and \u2066isolate\u2069 and mark\u200f\u200e\u061c",
    "zero\u200bwidth\u200d\u200c\u2060 join\ufeffer soft\u00adhyphen",
    "tag\U000e0041\U000e007f",
    "lone \ud800 surrogate \udfff",
    "one\r\ntwo\n\n\nthree\u2028four\u2029five\x85six\tseven\u00a0eight",
)
HOSTILE = MARKUP + CONTROLS

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
    """Any sound briefing: what it refers to is in it."""
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
    return Briefing(
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
