"""Who is meant by a last name that a point uses alone."""

import pytest

from summarizer import Document
from summarizer.briefing.full_names import introduce_persons
from summarizer.cleaning.split_sentences import split_document
from summarizer.model import Briefing, Citation, Point, Section, Span
from summarizer.nlp.word_forms import common_words
from summarizer.renderers.wording import glossing

BUILT = "The dam was built by Orla Brandt, 71, with stone from the quarry."
WARNED = "Brandt warned the ministry of cracks in the wall ten years ago, letters show."


def introduced(*reports, printed=(WARNED,), title="Nine dead as a dam breaks", speakers=()):
    """What is printed beside the sentences of some reports, each a list of sentences."""
    sentences, points = [], []
    for number, texts in enumerate(reports, start=1):
        text = " ".join(texts)
        report = Document(id=str(number), text=text, kept=(Span(start=0, end=len(text)),))
        sentences += split_document(report, "en", first_id=len(sentences))[0]
    for at, text in enumerate(printed):
        own = next(one for one in sentences if one.text == text)
        cited = Citation(source=int(own.document), document=own.document, span=own.span, quote=text)
        speaker = speakers[at] if speakers else None
        points.append(Point(text=text, score=1.0, citations=(cited,), origins=(own.document,), speaker=speaker))
    made = Briefing(
        title=title,
        words=9,
        signature="",
        sources=(),
        origins=(),
        sections=(Section(heading=None, when=None, points=tuple(points)),),
    )
    found = introduce_persons(made, sentences, common_words(one.text for one in sentences))
    for point in found.points:
        own = " ".join(reports[point.citations[0].source - 1])
        assert all(" ".join(one.span.of(own).split()) == one.words for one in point.people)
    return [glossing(point, None) for point in found.points]


BRIEFED = {
    "an age between commas": (BUILT, WARNED, "[Orla Brandt, 71]"),
    "an apposition": (
        "The wall is old, and Orla Brandt, an engineer of the ministry, denied that.",
        WARNED,
        "[Orla Brandt, an engineer of the ministry]",
    ),
    "behind a form of address": (
        "The dam was built by Jane Brandt for the valley.",
        "On Monday Mr. Brandt warned the ministry of cracks.",
        "[Jane Brandt]",
    ),
    "behind a name that ends a quotation": (
        BUILT,
        "“There are cracks above the town of Ardle,” Brandt told the ministry.",
        "[Orla Brandt, 71]",
    ),
    "behind a name and a comma": (
        BUILT,
        "Asked about it on Radio Ardle, Brandt spoke of cracks in the wall.",
        "[Orla Brandt, 71]",
    ),
    "a particle": (BUILT.replace("Orla Brandt", "Orla van Brandt"), WARNED, "[Orla van Brandt, 71]"),
}


@pytest.mark.parametrize(("before", "printed", "mark"), BRIEFED.values(), ids=BRIEFED)
def test_the_report_of_a_point_tells_who_is_meant(before, printed, mark):
    assert introduced([before, printed], printed=[printed]) == [mark]


CERTAIN = [BUILT, WARNED]
UNCERTAIN = {
    "introduced behind it": ([[WARNED, BUILT]], {}),
    "introduced in another report": ([["Nobody saw the flood come down.", WARNED], [BUILT]], {}),
    "two persons of a name": ([[*CERTAIN, "The lawyer Nils Brandt said he would go to court."]], {}),
    "a given name that opens another's": ([CERTAIN, ["The lawyer Orlando Brandt said he would go to court."]], {}),
    "two persons in two reports": ([CERTAIN, ["The lawyer Nils Brandt said he would go to court."]], {}),
    "a body of that name": ([[*CERTAIN, "The Brandt works stood empty."]], {}),
    "an office of that name": ([[*CERTAIN, "The case of Brandt Minister is older."]], {}),
    "a place of that name": ([[*CERTAIN, "The flood was seen in Brandt as well."]], {}),
    "a role that the full name has not": ([[*CERTAIN, "Later Mayor Brandt spoke to them."]], {}),
    "a name within another": (
        [[BUILT, "On Monday Furs by Brandt lost all that it had."]],
        {"printed": ["On Monday Furs by Brandt lost all that it had."]},
    ),
    "a word for a given name": ([["Later Orla Brandt, 71, denied that.", WARNED]], {}),
    "told in the title": ([CERTAIN], {"title": "Orla Brandt warned of cracks"}),
    "told as the speaker": ([CERTAIN], {"speakers": ["Orla Brandt"]}),
}


@pytest.mark.parametrize(("reports", "more"), UNCERTAIN.values(), ids=UNCERTAIN)
def test_nobody_is_introduced_who_is_not_certain_or_told_before(reports, more):
    assert introduced(CERTAIN) == ["[Orla Brandt, 71]"]
    assert introduced(*reports, **more) == [""]


def test_a_pronoun_of_the_other_sex_speaks_against_a_person():
    married = "Anna Brandt, a nurse, opened the hall of the school to them."
    assert introduced([married, "Brandt said she had slept."], printed=["Brandt said she had slept."]) != [""]
    assert introduced([married, "Brandt said he had slept."], printed=["Brandt said he had slept."]) == [""]


def test_whom_a_point_before_names_is_introduced_once():
    again = "Brandt sold the firm in May, records of the court show."
    assert introduced([*CERTAIN, again], printed=[WARNED, again]) == ["[Orla Brandt, 71]", ""]
    assert introduced([*CERTAIN, again], printed=[BUILT, WARNED]) == ["", ""]
