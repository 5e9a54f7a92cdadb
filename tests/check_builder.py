"""Builds checks by hand, from words that are looked up in a draft and in reports; and a realistic one."""

from dataclasses import replace

from summarizer.model import Check, CheckedSentence, Citation, Edit, Finding, Origin, PartialDate, Source, Span


def place(words, text, start=0):
    """Where words stand in a text, first after some place."""
    at = text.index(words, start)
    return Span(start=at, end=at + len(words))


class Builder:
    """The draft, the reports, and what refers to them by words."""

    def __init__(self, draft, reports):
        self.draft, self.reports = draft, reports
        self.names = list(reports)

    def cite(self, name, words, relation="same", backed=None):
        return Citation(
            source=self.names.index(name) + 1,
            document=name,
            span=place(words, self.reports[name]),
            quote=words,
            relation=relation,
            backed=backed,
        )

    def find(self, kind, words, reason, passage=None, against=None, edits=(), after=""):
        """A finding on words of the draft; `edits` are pairs of the draft's words and the report's, alike at first."""
        span = place(words, self.draft, self.draft.index(after))
        report = self.reports[passage.document] if passage else ""
        return Finding(
            kind=kind,
            span=span,
            words=words,
            reason=reason,
            passage=passage,
            against=place(against, report, passage.span.start) if against else None,
            edits=tuple(self._edit(span, passage, now, was) for now, was in edits),
        )

    def _edit(self, span, passage, now, was):
        draft = place(now, self.draft, span.start)
        report = place(was, self.reports[passage.document], passage.span.start)
        alike = next(at for at, pair in enumerate(zip(now, was, strict=False)) if len(set(pair)) > 1)
        draft, report = (Span(start=one.start + alike, end=one.end) for one in (draft, report))
        return Edit(draft=draft, report=report, was=was[alike:], now=now[alike:])

    def sentence(self, words, standing, *citations, origins=(), in_part=(), findings=(), paragraph=0, why=None):
        return CheckedSentence(
            span=place(words, self.draft),
            text=words,
            standing=standing,
            citations=citations,
            origins=tuple(origins),
            origins_in_part=tuple(in_part),
            findings=tuple(findings),
            paragraph=paragraph,
            why=why,
        )

    def source(self, name, origin, sentences=(), **known):
        fields = {
            "path": f"reports/{name}.txt",
            "title": None,
            "outlet": None,
            "author": None,
            "credit": None,
            "published": None,
            "published_is": "unknown",
            "url": None,
            "language": "en",
            "words": len(self.reports[name].split()),
            **known,
        }
        number = self.names.index(name) + 1
        cited = sum(any(citation.source == number for citation in sentence.citations) for sentence in sentences)
        return Source(number=number, document=name, origin=origin, statements=cited, **fields)


REPORTS = {
    "gazette": (
        "Ferry fire leaves three hurt\n\nA fire in the engine room of the ferry Maren Bright stopped the Port Ansel"
        " crossing on Monday evening, the coastguard said. Three people were hurt. All 212 passengers were taken off by"
        " two lifeboats.\n\n“The crew acted with great calm and saved lives,” said Ida Holm, who leads the coastguard."
        " The cause is not known.\n"
    ),
    "wire": (
        "The ferry Maren Bright caught fire off Port Ansel on Monday evening and its crossing was stopped. The"
        " coastguard said that 212 passengers had been taken to safety in two lifeboats. Officials said the ferry had"
        " passed its inspection in March.\n"
    ),
    "herald": (
        "Three people were injured when fire broke out on a ferry near Port Ansel. The operator, Coast Lines, denied"
        " that the ferry had missed an inspection. Crossings will not resume before Thursday.\n"
    ),
}
DRAFT = (
    "# The ferry fire\n\nA fire in the engine room stopped the crossing of the ferry Maren Bright on Monday evening"
    " [1]. Five people were hurt. All 212 passengers were taken off by two lifeboats [1][2].\n\nThe ferry had missed"
    " its inspection in March. “The crew acted with great care and saved lives,” said Ida Holm. The damage is put at 4"
    " million crowns, according to Jonas Vik.\n\nCrossings resume on Thursday [2].\n\nSources: Gazette, Wire, Herald.\n"
)


def example_check():
    """A check with every standing and most kinds of findings."""
    made = Builder(DRAFT, REPORTS)
    fire = "A fire in the engine room stopped the crossing of the ferry Maren Bright on Monday evening [1]."
    fire_1 = (
        "A fire in the engine room of the ferry Maren Bright stopped the Port Ansel crossing on Monday evening, the"
        " coastguard said."
    )
    fire_2 = "The ferry Maren Bright caught fire off Port Ansel on Monday evening and its crossing was stopped."
    hurt_1 = "Three people were hurt."
    off_1, off_2 = (
        "All 212 passengers were taken off by two lifeboats.",
        "The coastguard said that 212 passengers had been taken to safety in two lifeboats.",
    )
    said = "“The crew acted with great calm and saved lives,” said Ida Holm, who leads the coastguard."
    passed = "Officials said the ferry had passed its inspection in March."
    later = "Crossings will not resume before Thursday."
    hurt, inspected, quote = made.cite("gazette", hurt_1), made.cite("wire", passed), made.cite("gazette", said)
    sentences = (
        made.sentence("# The ferry fire", "not checked", why="a heading"),
        made.sentence(
            fire,
            "backed",
            made.cite("gazette", fire_1),
            made.cite("wire", fire_2, "part", place("ferry Maren Bright on Monday evening", fire)),
            origins=["o1"],
            in_part=["o2"],
            paragraph=1,
        ),
        made.sentence(
            "Five people were hurt.",
            "contradicted",
            findings=[
                made.find(
                    "contradiction",
                    "Five",
                    "two reports give another number",
                    replace(hurt, relation="verbatim"),
                    "Three",
                ),
            ],
            paragraph=1,
        ),
        made.sentence(
            "All 212 passengers were taken off by two lifeboats [1][2].",
            "backed",
            made.cite("gazette", off_1, "verbatim"),
            made.cite("wire", off_2),
            origins=["o1", "o2"],
            paragraph=1,
        ),
        made.sentence(
            "The ferry had missed its inspection in March.",
            "contradicted",
            findings=[
                made.find(
                    "contradiction",
                    "missed",
                    "a report says the opposite",
                    replace(inspected, relation="verbatim"),
                    "passed",
                )
            ],
            paragraph=2,
        ),
        made.sentence(
            "“The crew acted with great care and saved lives,” said Ida Holm.",
            "in part",
            replace(quote, relation="part", backed=Span(start=50, end=63)),
            in_part=["o1"],
            findings=[
                made.find(
                    "quotation",
                    "The crew acted with great care and saved lives,",
                    "stands so in no report",
                    replace(quote, relation="verbatim"),
                    "The crew acted with great calm and saved lives,",
                    edits=[("care", "calm")],
                )
            ],
            paragraph=2,
        ),
        made.sentence(
            "The damage is put at 4 million crowns, according to Jonas Vik.",
            "not found",
            findings=[
                made.find("number", "4 million crowns", "stands in no report"),
                made.find("name", "Jonas Vik", "stands in no report"),
            ],
            paragraph=2,
        ),
        made.sentence(
            "Crossings resume on Thursday [2].",
            "in part",
            made.cite("herald", later, "part", Span(start=0, end=28)),
            in_part=["o3"],
            findings=[made.find("citation", "[2]", "no passage of [2] was found that says this", after="Crossings")],
            paragraph=3,
        ),
        made.sentence("Sources: Gazette, Wire, Herald.", "not checked", paragraph=4, why="a list of sources"),
    )
    day = {"published": PartialDate.parse("2026-03-02"), "published_is": "stated"}
    sources = (
        made.source("gazette", "o1", sentences, outlet="The Quay Gazette", title="Ferry fire leaves three hurt", **day),
        made.source("wire", "o2", sentences, credit="Coast Wire", **day),
        made.source("herald", "o3", sentences, outlet="Harbour Herald", url="https://herald.example/ferry"),
    )
    origins = tuple(
        Origin(id=f"o{number}", label=label, documents=(name,), evidence="", sources=(number,))
        for number, (name, label) in enumerate(
            [("gazette", "Quay Gazette report"), ("wire", "Coast Wire dispatch"), ("herald", "Harbour Herald report")],
            1,
        )
    )
    return Check(
        title="The ferry fire",
        path="memo.md",
        text=DRAFT,
        sentences=sentences,
        sources=sources,
        origins=origins,
        texts=tuple(REPORTS.items()),
        signature="summarizer/0.2.0 check sha256:0123456789abcdef",
        language="en",
        notes=("Numbers in brackets in the draft were read as those of the reports.",),
    )


CHECK = example_check()


def check_with(words):
    """A check in which some words stand wherever words of others can."""
    draft = f"The mayor {words} spoke. Nobody {words} came."
    report = f"The mayor {words} was silent. The mayor {words} spoke."
    made = Builder(draft, {"a": report})
    first, second = draft[: draft.index(" Nobody")], draft[draft.index("Nobody") :]
    passage = made.cite("a", f"The mayor {words} was silent.", "verbatim")
    against = Span(start=4, end=len(f"The mayor {words}"))
    finding = Finding(
        kind="quotation",
        span=Span(start=4, end=len(f"The mayor {words}")),
        words=f"mayor {words}",
        reason=words,
        passage=passage,
        against=against,
        edits=(Edit(draft=Span(start=10, end=10 + len(words)), report=against, was=f"mayor {words}", now=words),),
    )
    sentences = (
        made.sentence(
            first,
            "in part",
            made.cite("a", f"The mayor {words} spoke.", "part", Span(start=0, end=3)),
            in_part=[words or "o"],
            findings=[finding, replace(finding, kind="name", edits=())],
        ),
        made.sentence(second, "not checked", why=words, paragraph=1),
    )
    source = made.source(
        "a", words or "o", sentences, outlet=words, title=words, author=words, credit=words, url=words, path=words
    )
    return Check(
        title=words,
        path=words,
        text=draft,
        sentences=sentences,
        sources=(source,),
        origins=(Origin(id=words or "o", label=words, documents=("a",), evidence=words, sources=(1,)),),
        texts=(("a", report),),
        signature=words,
        notes=(words,),
        language="en",
    )
