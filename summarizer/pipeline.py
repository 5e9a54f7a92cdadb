"""The order of the stages; the only file that knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from summarizer.briefing.briefing_inputs import BriefingContext, Group
from summarizer.briefing.citations import attach_citations
from summarizer.briefing.full_names import introduce_persons
from summarizer.briefing.judge_note import remark_on_judge
from summarizer.briefing.leaders import rank_leaders
from summarizer.briefing.news_weight import find_newest_tolls, weigh_news
from summarizer.briefing.sections import arrange_statements, group_documents
from summarizer.briefing.since.arrangement import arrange_news
from summarizer.briefing.since.changes import RunDifferences
from summarizer.briefing.since.earlier_run import open_earlier
from summarizer.briefing.since.novelty import favour_news, tell_novelty
from summarizer.briefing.since.update import add_update
from summarizer.briefing.sourcing_note import remark_on_focus, remark_on_stories, sign_briefing
from summarizer.briefing.stories import part_stories
from summarizer.cleaning.split_in_processes import split_in_processes
from summarizer.dating.doubtful_dates import may_be_wrong
from summarizer.dating.report_dates import date_documents, find_dates
from summarizer.discrepancies.find import find_differences, tell_differences
from summarizer.errors import EmptyInputError
from summarizer.features.corpus import Corpus, open_corpus
from summarizer.model import Document, Sentence, Statement
from summarizer.pipeline_state import RunState
from summarizer.provenance.duplicates import find_exact_copies, unfold_statements
from summarizer.provenance.origins import find_origins, group_by_text
from summarizer.ranking.priors import (
    find_asked,
    position_prior,
    positions_of,
    query_relevance,
    recency_of_reports,
    recency_of_sentences,
    title_similarity,
)
from summarizer.ranking.rankers import score_sentences
from summarizer.ranking.similarity import build_similarity
from summarizer.readers.documents import prepare_documents
from summarizer.selection.objective import Candidates
from summarizer.selection.select import Cite, choose_statements
from summarizer.settings import Settings
from summarizer.statements.cite import cite_statements
from summarizer.statements.judging import open_judging
from summarizer.statements.lexical_judge import open_judge
from summarizer.statements.merge import merge_sentences
from summarizer.statements.originals import rank_originals
from summarizer.statements.reach import find_reach

if TYPE_CHECKING:
    from scipy.sparse import csr_array


def open_run(
    documents: Iterable[Document], settings: Settings, progress: Callable[[str], None] | None = None
) -> RunState:
    """Prepare the reports, and return the state that the stages begin with."""
    tell = progress or (lambda _: None)
    rules = settings.cleaning_rules
    given = prepare_documents(documents, settings.language, rules=rules, jobs=settings.jobs, progress=tell)
    return RunState(settings=settings, tell=tell, given=given)


def split_reports(state: RunState) -> None:
    """Split the reports into sentences; those of exact copies stand last.

    Raises:
        EmptyInputError: no report was given, or none holds a sentence.
    """
    ordered = sorted(state.given, key=lambda document: (document.text, document.id))
    copies = state.copies = find_exact_copies(ordered)
    usable: list[Document] = []
    sentences: list[Sentence] = []
    state.fragments = {}
    ordered.sort(key=lambda document: document.id in copies)
    told = ((document, document.language or state.settings.language) for document in ordered)
    split = split_in_processes(told, state.settings.jobs)
    for document, (found, stray) in zip(ordered, split, strict=True):
        state.fragments[document.id] = tuple(stray)
        if found:
            usable.append(document)
            sentences.extend(found)
    if not sentences:
        read = len(state.given)
        if not read:
            raise EmptyInputError(
                "Documents: no reports were given, wanted at least one; read_documents(paths) reads files."
            )
        raise EmptyInputError(
            f"Found no sentence in {read} {'report' if read == 1 else 'reports'} after cleaning, wanted at least one;"
            " `summarizer sources` shows what was dropped and why."
        )
    state.usable, state.every = tuple(usable), tuple(sentences)


def find_provenance(state: RunState) -> None:
    """Find which reports go back to one text or newsroom."""
    state.tell("looking for copies")
    state.whole = open_corpus(state.every)
    state.origins, state.dependences = find_origins(state.usable, state.whole)
    state.origin_of = {name: origin.id for origin in state.origins for name in origin.documents}
    # What weighs sentences goes by texts, what counts support by newsrooms too.
    state.text_group_of = group_by_text(state.usable, state.dependences)
    ranked = sum(sentence.document not in state.copies for sentence in state.every)
    state.corpus = state.whole.take(np.arange(ranked))


def rank(state: RunState) -> None:
    """Score the sentences by the ranker over their similarity graph, with priors."""
    corpus, settings = state.corpus, state.settings
    state.tell(f"ranking {len(corpus.sentences)} sentences")
    state.similarity = build_similarity(corpus, state.text_group_of, settings)
    positions = positions_of(corpus.sentences, state.usable)
    state.opening = position_prior(positions, weight=settings.opening_weight, decay=settings.opening_decay)
    state.interest = query_relevance(corpus.sentences, settings.focus, settings.language)
    titles = title_similarity(corpus, state.usable, state.text_group_of, settings.language)
    focus = 1 + settings.focus_weight * state.interest
    teleport = state.opening * focus * (1 + settings.title_weight * titles)
    state.scores = score_sentences(corpus.sentences, state.similarity, teleport, settings)
    state.reach = find_reach(corpus, state.scores * state.interest, settings.budget_for(state.given))


def merge(state: RunState) -> None:
    """Merge sentences that say the same into statements."""
    corpus, settings = state.corpus, state.settings
    state.tell("merging what says the same")
    state.judge = open_judge(corpus, state.origin_of, same_limit=settings.same_limit, part_limit=settings.part_limit)
    merged, state.candidate_pairs = merge_sentences(
        corpus, state.similarity, state.scores, state.origin_of, state.judge, state.reach.within
    )
    state.statements = unfold_statements(merged, state.copies, state.every[len(corpus) :])


def date_reports(state: RunState) -> None:
    """Find or infer when each report was written."""
    state.dated = date_documents(state.usable, state.every, state.statements)


def date_without_briefing(state: RunState) -> None:
    """Find when each report was written, where no briefing is: what they share is looked at only where it matters."""
    state.dated = date_documents(state.usable, state.every)
    if may_be_wrong(state.usable) or any(one.published_is != "stated" for one in state.dated.values()):
        for stage in (rank, merge, date_reports):
            stage(state)


def compare_reports(state: RunState) -> None:
    """Group the reports by story and event, and find where those of one event differ."""
    state.tell("looking for differences")
    common = state.judge.forms.small
    state.stories = part_stories(state.usable, state.whole, common)
    state.groups = group_documents(state.usable, state.every, state.dated, state.stories)
    near, reach = state.similarity, state.reach.within
    compared = state.corpus.take(reach)
    near = near if compared is state.corpus else near[reach][:, reach]
    state.differences = find_differences(compared, near, common, state.groups, state.dated)


def choose(state: RunState) -> None:
    """Choose the statements that are worth most together within the budget, and cite them."""
    sentences = state.corpus.sentences
    newness = recency_of_sentences(sentences, state.usable, recency_of_reports(state.groups, state.dated))
    found, common = state.differences, state.judge.forms.small
    state.worth, state.lead = weigh_news(sentences, found, state.opening, state.interest, newness, common=common)
    state.tell(f"choosing among {len(state.statements)} statements")
    _open_earlier(state)
    cite = _open_citing(state)
    candidates = Candidates(
        statements=state.statements,
        corpus=state.corpus,
        beyond=state.reach.beyond,
        scores=state.scores,
        opening=state.opening,
        interest=state.worth,
        text_group_of=state.text_group_of,
        judge=state.judge,
    )
    main = _find_main(state)
    wanted = {state.origin_of[name] for name in main}
    leaders = rank_leaders(state.statements, main, state.lead.tolist(), find_newest_tolls(found))
    if state.earlier and not state.earlier.is_all_read:
        wanted &= {origin for name, origin in state.origin_of.items() if name not in state.earlier.read}
        leaders = []  # what sums up the event best may have been told before
    budget = state.settings.budget_for(state.given)
    state.decisions = choose_statements(candidates, budget, state.settings, wanted=wanted, cite=cite, leaders=leaders)
    state.tell("citing what was chosen")
    state.chosen = tuple(cite([decision.statement for decision in state.decisions if decision.chosen]))
    if state.earlier:
        state.novelty = tell_novelty(state.earlier, state.chosen, state.settings)


def _open_earlier(state: RunState) -> None:
    """Hold the earlier briefing beside the run, where one is given: what it told is worth less."""
    settings, judge = state.settings, state.judge
    state.earlier = open_earlier(settings, state.given, state.copies, state.whole, state.origin_of, judge)
    if state.earlier and not state.earlier.is_all_read:
        state.tell("looking for what is new")
        state.worth = favour_news(state.earlier, state.statements, state.worth, settings)


def _find_main(state: RunState) -> Group:
    """The event of which most origins tell; of several, the one with most reports that are no exact copies."""

    def order(group: Group) -> tuple[int, int, Group]:
        own = tuple(name for name in group if name not in state.copies)
        return -len({state.origin_of[name] for name in group}), -len(own), own

    return min(state.groups, key=order)


def _open_citing(state: RunState) -> Cite:
    """Return what finds the evidence of statements, each once."""
    state.judging = open_judging(state.settings, state.tell)
    originals = rank_originals(state.usable, state.copies)
    copied = state.every[len(state.corpus) :]
    cited: dict[int, Statement] = {}

    def cite(statements: Sequence[Statement]) -> list[Statement]:
        new = [statement for statement in statements if statement.wording.id not in cited]
        found = cite_statements(new, state.judge, state.copies, copied, originals, state.judging)
        cited.update(zip((statement.wording.id for statement in new), found, strict=True))
        return [cited[statement.wording.id] for statement in statements]

    return cite


def arrange(state: RunState) -> None:
    """Put the chosen statements in reading order, under a title and headings."""
    state.tell("writing the briefing")
    state.context = BriefingContext(
        documents=state.usable,
        sentences=state.every,
        dated=state.dated,
        groups=state.groups,
        stories=state.stories,
        lead=state.lead.tolist(),
        dates=find_dates(state.chosen, state.usable, state.dated),
        tolls=find_newest_tolls(state.differences),
    )
    if state.earlier:
        state.title, state.events = arrange_news(state.chosen, state.novelty, state.context)
    else:
        state.title, state.events = arrange_statements(state.chosen, state.context)


def write(state: RunState) -> None:
    """Write the briefing: citations, sources, differences, notes, signature."""
    number_of = {document.id: number for number, document in enumerate(state.given, start=1)}
    main = next(group for group in state.groups if state.events[0].statements[0].wording.document in group)
    asked = find_asked(state.interest, state.chosen)
    discrepancies, state.reasons = tell_differences(state.differences, state.chosen, main, number_of, asked)
    briefing = attach_citations(state.title, state.events, state.given, state.origins, discrepancies, state.context)
    printed = {statement.wording.id for statement in state.chosen}
    judged = [one for one in state.judging.judged if one.point.id in printed]
    briefing = replace(
        briefing,
        signature=sign_briefing(state.usable, state.settings, judged),
        about=remark_on_focus(state.settings, is_focused=asked is not None),
        notes=(
            *briefing.notes,
            *remark_on_stories(state.stories, number_of),
            *remark_on_judge(state.settings, judged),
        ),
    )
    state.briefing = introduce_persons(briefing, state.every, state.judge.forms.small)
    if state.earlier:
        state.briefing = add_update(
            state.briefing, state.events, state.novelty, state.earlier, _differences_of(state), state.settings
        )


def _differences_of(state: RunState) -> RunDifferences:
    """What the run knows of its reports and of where they differ."""

    def link(corpus: Corpus) -> csr_array:
        groups = {name: state.text_group_of.get(name, name) for name in corpus.documents}
        return build_similarity(corpus, groups, state.settings)

    return RunDifferences(
        documents=state.usable,
        corpus=state.corpus,
        dated=state.dated,
        stories=state.stories,
        found=state.differences,
        common=state.judge.forms.small,
        link=link,
    )


STAGES: tuple[Callable[[RunState], None], ...] = (
    split_reports, find_provenance, rank, merge, date_reports, compare_reports, choose, arrange, write,
)  # fmt: skip
