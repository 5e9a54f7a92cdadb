"""What is chosen is cited afresh: whom, in which order, and how many origins that makes."""

from datetime import datetime

from summarizer import Document, Settings, summarize
from summarizer.cleaning.split_sentences import split_documents
from summarizer.features.corpus import open_corpus
from summarizer.model import Dateline, PartialDate, Span, Verdict
from summarizer.statements.cite import cite_statements
from summarizer.statements.entailment import Judgement
from summarizer.statements.judging import Judging
from summarizer.statements.lexical_judge import LexicalJudge, open_judge
from summarizer.statements.originals import rank_originals
from tests.builders import build_statements

LEAD = "The dam above the valley burst on Monday, and the army sent boats to the flooded villages of the plain."
OTHERS = {
    "a": "Rain fell over the northern hills all night and the rivers rose.",
    "b": "The harvest of this year was poor in the south of the island.",
    "c": "A new school opened in the old harbour quarter of the capital.",
}


def briefed(**texts):
    reports = [Document(id=name, text=f"{text}\n\n{OTHERS.get(name, '')}") for name, text in texts.items()]
    return summarize(reports, Settings(words=500, redundancy_limit=1.0))


def point_of(briefing, text):
    return next(point for point in briefing.points if point.text == text)


def test_a_report_that_says_a_part_is_cited_for_that_part():
    briefing = briefed(a=LEAD, b="The dam above the valley burst on Monday after days of rain.")
    point = point_of(briefing, LEAD)
    first, part = point.citations
    assert (first.relation, first.backed, part.relation) == ("verbatim", None, "part")
    assert part.backed.of(point.text).startswith("The dam above the valley burst")
    assert (len(point.origins), len(point.origins_in_part)) == (1, 1)


def test_passages_that_are_one_text_count_as_one_origin():
    quote = "“The water came over the wall at night and nobody had warned the villages,” said Ann Rey, the mayor."
    point = point_of(briefed(a=quote, b=quote, c="The mayor wept."), quote)
    assert len(point.citations) == 2 and len(point.origins) == 1


def test_the_original_comes_before_what_goes_back_to_it():
    early, late = (PartialDate(value=datetime(2024, 5, day)) for day in (1, 2))
    reports = [
        Document(id="copy", text="x", published=early),
        Document(id="late", text="x", published=late),
        Document(id="early", text="x", published=early),
        Document(id="citing", text="x", published=early, cites=("Reuters",)),
        Document(id="filed", text="x", published=late, dateline=Dateline(place="Kabul")),
    ]
    rank = rank_originals(reports, {"copy": "late"})
    assert sorted(rank, key=rank.get) == ["filed", "early", "late", "citing", "copy"]


def test_every_quotation_is_word_for_word():
    texts = {"a": LEAD, "b": "The dam above the valley burst on Monday.\nThe army sent boats to the flooded villages."}
    reports = [Document(id=name, text=f"{text}\n\n{OTHERS[name]}") for name, text in texts.items()]
    text_of = {report.id: report.text for report in reports}
    for point in summarize(reports, Settings(words=500)).points:
        for one in point.citations:
            assert one.quote == one.span.of(text_of[one.document])


def test_a_judge_from_outside_is_told_of_pairs_what_the_lexical_one_would_have_looked_at(monkeypatch):
    """Beside a sentence that says a part, two sentences that hold half of a point are not looked at."""
    texts = {
        "a": "The mayor of Oslo praised the ferry, the harbour, the bridge and the tunnel.",
        "b": "The ferry and the harbour please the mayor. Rain fell over the bridge all night.",
        "c": "A school opened in the capital.",
    }
    documents = [Document(id=name, text=text, kept=(Span(start=0, end=len(text)),)) for name, text in texts.items()]
    split = split_documents((document, "en") for document in documents)
    sentences = tuple(sentence for own, _ in split for sentence in own)
    judge = open_judge(open_corpus(sentences), {name: name for name in "abc"}, same_limit=0.4, part_limit=0.2)
    part = Judgement(relation="partly entailed", score=0.1, part_score=0.5, stretch=sentences[0].span)
    whole = Judgement(relation="entailed", score=0.9, part_score=0.9)
    monkeypatch.setattr(LexicalJudge, "judge", lambda _, __, rows, **___: part if len(rows) == 1 else whole)
    judging = Judging(Settings(), lambda _, passages, __: [passage.verdict for passage in passages])
    (statement,) = build_statements(sentences)[:1]
    (echoed,) = cite_statements([statement], judge, {}, [], {"a": 0, "b": 1, "c": 2}, judging)
    (lexical,) = cite_statements([statement], judge, {}, [], {"a": 0, "b": 1, "c": 2})
    assert echoed.evidence == lexical.evidence and [one.relation for one in lexical.evidence] == ["part"]
    (pair,) = [one for one in judging.judged if len(one.sentences) == 2]
    assert pair.lexical == Verdict(relation="other", reason="too few words in common", score=0.0)
