"""The order of the stages; the only file that knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.briefing.arrange import arrange_statements, group_documents
from summarizer.briefing.citations import attach_citations
from summarizer.briefing.full_names import introduce_persons
from summarizer.briefing.news import find_newest_tolls, weigh_news
from summarizer.briefing.signature import remark_on_focus, remark_on_stories, sign_briefing
from summarizer.briefing.stories import part_stories
from summarizer.cleaning.split import split_documents
from summarizer.dating.doubtful_dates import may_be_wrong
from summarizer.dating.report_dates import date_documents, find_dates
from summarizer.discrepancies.find import find_differences, tell_differences
from summarizer.errors import EmptyInputError
from summarizer.features.corpus import Corpus, open_corpus
from summarizer.features.positions import positions_of, recency_of_reports, recency_of_sentences
from summarizer.model import (
    Briefing,
    CandidatePair,
    Document,
    DocumentId,
    DroppedSpan,
    OriginId,
    Provenance,
    Sentence,
    Statement,
)
from summarizer.provenance.duplicates import find_exact_copies, unfold_statements
from summarizer.provenance.origins import find_origins, group_by_text
from summarizer.ranking.priors import find_asked, query_relevance, title_similarity
from summarizer.ranking.similarity import build_similarity
from summarizer.ranking.textrank import position_prior, rank_sentences
from summarizer.readers.documents import prepare_documents
from summarizer.run import Run
from summarizer.selection.select import choose_statements
from summarizer.settings import Settings
from summarizer.statements.cite import cite_statements, rank_originals
from summarizer.statements.judge import Judge, open_judge
from summarizer.statements.merge import merge_sentences

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from summarizer.features.vectors import Floats

Progress = Callable[[str], None] | None


def summarize(
    documents: Iterable[Document], settings: Settings | None = None, *, progress: Progress = None
) -> Briefing:
    """Write one attributed briefing from several reports.

    Args:
        documents: Reports of one story, from `read_documents` or built from text.
        settings: What is asked for; the defaults serve most.
        progress: Called with a line of text as each stage begins.

    Returns:
        The briefing. Equal reports and settings give equal briefings; the order of the reports changes only their
        numbers.

    Raises:
        EmptyInputError: no report holds a sentence.
        InputError: two reports have one id, or one is no document.
        BudgetError: no statement fits the budget.
    """
    return run_pipeline(documents, settings, progress=progress).briefing


def run_pipeline(documents: Iterable[Document], settings: Settings | None = None, *, progress: Progress = None) -> Run:
    """Do what `summarize` does, and keep every intermediate value.

    Args:
        documents: Reports of one story.
        settings: What is asked for.
        progress: Called with a line of text as each stage begins.

    Returns:
        One field a stage; `.briefing` is what `summarize` returns.

    Raises:
        EmptyInputError, InputError, BudgetError: as `summarize` does.
    """
    settings = settings or Settings()
    tell = progress or (lambda _: None)
    given = prepare_documents(documents, settings.language, progress=tell)
    usable, every, fragments, copies = _split(given, settings)
    tell("looking for copies")
    whole = open_corpus(every)
    origins, dependences = find_origins(usable, whole)
    origin_of = {name: origin.id for origin in origins for name in origin.documents}
    corpus = whole.first(sum(sentence.document not in copies for sentence in every))
    # What weighs sentences goes by texts, what counts support by newsrooms too.
    text_group_of = group_by_text(usable, dependences)
    merged = _merge(usable, corpus, every, copies, origin_of, text_group_of, settings, tell)
    edges, opening, interest = merged.edges, merged.opening, merged.interest
    tell("looking for differences")
    dated = date_documents(usable, every, merged.statements)
    stories = part_stories(usable, whole, merged.judge.forms.small)
    groups = group_documents(usable, every, dated, stories)
    differences = find_differences(corpus, edges, merged.judge.forms.small, groups, dated)
    newness = recency_of_sentences(corpus.sentences, usable, recency_of_reports(groups, dated))
    worth, lead = weigh_news(corpus.sentences, differences, opening, interest, newness)
    tell(f"choosing among {len(merged.statements)} statements")
    originals = rank_originals(usable, copies)
    cited: dict[int, Statement] = {}

    def cite(statements: Sequence[Statement]) -> list[Statement]:
        new = [statement for statement in statements if statement.wording.id not in cited]
        found = cite_statements(new, merged.judge, copies, every[len(corpus) :], originals)
        cited.update(zip((statement.wording.id for statement in new), found, strict=True))
        return [cited[statement.wording.id] for statement in statements]

    decisions = choose_statements(
        merged.statements,
        corpus,
        opening.tolist(),
        worth.tolist(),
        text_group_of,
        merged.judge,
        settings.budget_for(given),
        coverage_weight=settings.coverage_weight,
        length_exponent=settings.length_exponent,
        redundancy_limit=settings.redundancy_limit,
        wanted=max(({origin_of[name] for name in group} for group in groups), key=len),
        cite=cite,
    )
    tell("citing what was chosen")
    chosen = tuple(cite([choice.statement for choice in decisions if choice.chosen]))
    tell("writing the briefing")
    dates = find_dates(chosen, usable, dated)
    tolls = find_newest_tolls(differences)
    title, events = arrange_statements(chosen, groups, usable, dated, lead.tolist(), dates, every, tolls, stories)
    number_of = {document.id: number for number, document in enumerate(given, start=1)}
    main = next(group for group in groups if events[0].statements[0].wording.document in group)
    asked = find_asked(interest, chosen)
    discrepancies, reasons = tell_differences(differences, chosen, main, number_of, asked)
    briefing = attach_citations(
        events,
        given,
        every,
        origins,
        dated,
        discrepancies,
        title=title,
        signature=sign_briefing(usable, settings),
        remarks=remark_on_stories(stories, number_of),
        about=remark_on_focus(settings, is_focused=asked is not None),
        dates=dates,
    )
    return Run(
        documents=given,
        sentences=corpus.sentences,
        fragments=fragments,
        origins=briefing.origins,
        similarity=edges,
        opening=tuple(opening.tolist()),
        scores=tuple(merged.scores.tolist()),
        statements=tuple(merged.statements),
        candidate_pairs=merged.candidate_pairs,
        decisions=tuple(decisions),
        chosen=chosen,
        events=events,
        differences=reasons,
        briefing=introduce_persons(briefing, every, merged.judge.forms.small),
        settings=settings,
        dependences=dependences,
        dates=dated,
    )


def trace_origins(
    documents: Iterable[Document], settings: Settings | None = None, *, progress: Progress = None
) -> Provenance:
    """Find which reports go back to one text or one newsroom, and when each was written, without writing a briefing.

    Args:
        documents: Reports of one story.
        settings: What ranks and merges sentences matters here, since dates are inferred from what reports share.
        progress: Called with a line of text as each stage begins.

    Returns:
        Origins, what pairs of reports have in common, the sentences, and what is known of each report's time; all empty
        where no report holds a sentence.

    Raises:
        InputError: two reports have one id.
    """
    settings = settings or Settings()
    tell = progress or (lambda _: None)
    try:
        usable, every, _, copies = _split(prepare_documents(documents, settings.language, progress=tell), settings)
    except EmptyInputError:
        return Provenance(origins=(), dependences=(), sentences=())
    tell("looking for copies")
    whole = open_corpus(every)
    origins, dependences = find_origins(usable, whole)
    known = date_documents(usable, every)
    if not may_be_wrong(usable) and all(one.published_is == "stated" for one in known.values()):
        return Provenance(origins=origins, dependences=dependences, sentences=every, dates=known)
    corpus = whole.first(sum(sentence.document not in copies for sentence in every))
    origin_of = {name: origin.id for origin in origins for name in origin.documents}
    merged = _merge(usable, corpus, every, copies, origin_of, group_by_text(usable, dependences), settings, tell)
    dates = date_documents(usable, every, merged.statements)
    return Provenance(origins=origins, dependences=dependences, sentences=every, dates=dates)


def _split(
    documents: Sequence[Document], settings: Settings
) -> tuple[
    tuple[Document, ...], tuple[Sentence, ...], dict[DocumentId, tuple[DroppedSpan, ...]], dict[DocumentId, DocumentId]
]:
    """The reports that hold a sentence; their sentences, those of copies last; fragments; the original of each copy."""
    ordered = sorted(documents, key=lambda document: (document.text, document.id))
    copies = find_exact_copies(ordered)
    usable: list[Document] = []
    sentences: list[Sentence] = []
    fragments: dict[DocumentId, tuple[DroppedSpan, ...]] = {}
    ordered.sort(key=lambda document: document.id in copies)
    split = split_documents((document, document.language or settings.language) for document in ordered)
    for document, (found, stray) in zip(ordered, split, strict=True):
        fragments[document.id] = tuple(stray)
        if found:
            usable.append(document)
            sentences.extend(found)
    if not sentences:
        read = len(documents)
        raise EmptyInputError(
            f"Found no sentence in {read} {'report' if read == 1 else 'reports'} after cleaning, wanted at least one;"
            " `summarizer sources` shows what was dropped and why."
        )
    return tuple(usable), tuple(sentences), fragments, copies


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Merged:
    """Sentences weighed and merged: what a briefing is chosen from, and what dates are inferred from."""

    edges: csr_array
    opening: Floats
    interest: Floats
    scores: Floats
    statements: list[Statement]
    candidate_pairs: tuple[CandidatePair, ...]
    judge: Judge


def _merge(
    documents: Sequence[Document],
    corpus: Corpus,
    every: Sequence[Sentence],
    copies: Mapping[DocumentId, DocumentId],
    origin_of: Mapping[DocumentId, OriginId],
    text_group_of: Mapping[DocumentId, str],
    settings: Settings,
    tell: Callable[[str], None],
) -> _Merged:
    sentences = corpus.sentences
    tell(f"ranking {len(sentences)} sentences")
    edges = build_similarity(
        corpus,
        text_group_of,
        bigram_weight=settings.bigram_weight,
        cross_report_weight=settings.cross_report_weight,
        neighbours=settings.neighbours,
    )
    places = positions_of(sentences, documents)
    opening = position_prior(places, weight=settings.opening_weight, decay=settings.opening_decay)
    interest = query_relevance(sentences, settings.focus, settings.language)
    titles = title_similarity(corpus, documents, text_group_of, settings.language)
    teleport = opening * (1 + settings.focus_weight * interest) * (1 + settings.title_weight * titles)
    scores = rank_sentences(edges, teleport, damping=settings.damping)

    tell("merging what says the same")
    judge = open_judge(corpus, origin_of, same_limit=settings.same_limit, part_limit=settings.part_limit)
    merged, candidate_pairs = merge_sentences(corpus, edges, scores, origin_of, judge)
    return _Merged(
        edges=edges,
        opening=opening,
        interest=interest,
        scores=scores,
        statements=unfold_statements(merged, copies, every[len(sentences) :]),
        candidate_pairs=candidate_pairs,
        judge=judge,
    )
