"""Short ways to check a sentence or two against invented reports, and to name what was found."""

from summarizer import Document, PartialDate, check_text
from summarizer.checking.drafts import split_draft

FERRY = Document(
    id="gazette",
    title="Ferry fire leaves three hurt off Port Ansel",
    outlet="Quay Gazette",
    url="https://gazette.example/ferry-fire",
    published=PartialDate.parse("2026-03-03"),
    text=(
        "A fire in the engine room of the ferry Maren Bright stopped the Port Ansel crossing on Monday evening, the"
        " coastguard said.\n\nThree people were hurt when the fire spread to the car deck of the ferry. All 212"
        " passengers were taken off the burning ferry by two lifeboats.\n\n“The crew acted with great calm and saved"
        " many lives,” said Ida Holm, who leads the coastguard. “We'll not speculate about the cause,” she"
        " said.\n\nThe harbour master, Jonas Vik, said the ferry would stay closed until March 12."
    ),
)
WIRE = Document(
    id="wire",
    title="Damage to the Maren Bright put at 12.4 million crowns",
    outlet="Coast Wire",
    published=PartialDate.parse("2026-03-04"),
    text=(
        "The operator put the damage to the ferry at 12,437,000 crowns on Wednesday.\n\nThe ministry said the ferry"
        " had passed its last inspection in 2024.\n\n“Nobody panicked and nobody was left behind,” said Jonas Vik, the"
        " harbour master."
    ),
)
REPORTS = (FERRY, WIRE)


def check(text, *reports, **settings):
    """The check of a text against reports: against those of the ferry where none is given."""
    return check_text(text, reports or REPORTS, **settings)


def found(text, *reports):
    """What was found in a text: the kind and the words of each finding, in order."""
    return [(one.kind, one.words) for one in check(text, *reports).findings]


def of_kind(kind, text, *reports):
    """The words of the findings of one kind."""
    return [words for own, words in found(text, *reports) if own == kind]


def standings(text, *reports):
    """How the sentences of a text stand."""
    return [one.standing for one in check(text, *reports).sentences]


def split(text, language="en"):
    """A draft, parted."""
    return split_draft(Document(id="draft", text=text), language)


def report(text, name="report", **more):
    """A report of one's own."""
    return Document(id=name, text=text, **more)
