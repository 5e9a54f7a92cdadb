"""Runs an evaluation: clusters and systems in, scores out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from os import PathLike
from statistics import median
from time import perf_counter

from summarizer.errors import InputError
from summarizer.evaluation.data import Outputs, Source, gather_clusters, read_outputs
from summarizer.evaluation.records import (
    MEASURES,
    OURS,
    Answer,
    Cluster,
    Evaluation,
    Lines,
    Mean,
    OmittedCluster,
    Result,
    Score,
    Task,
)
from summarizer.evaluation.redundancy import count_pairs, share_repeated
from summarizer.evaluation.rouge import Scorer, Tokenizer, cut, has_stemmer, irregular_forms, open_scorer
from summarizer.evaluation.statistics import chance, intervals
from summarizer.evaluation.systems import SYSTEMS, System, choose_systems
from summarizer.model import count_words
from summarizer.settings import DEFAULT_WORDS, Settings

_NAMED = 5
_MISSING = "there is no output for it"


def _remarks_on(clusters: Sequence[Cluster], words: int) -> tuple[str, ...]:
    """Say what a reader of the figures should know about the clusters.

    Args:
        clusters: All that are measured on.
        words: The length that references are cut to.
    """
    single = [cluster.id for cluster in clusters if len(cluster.documents) == 1]
    plain = [cluster.id for cluster in clusters if not has_stemmer(cluster.language)]
    languages = sorted({cluster.language for cluster in clusters if not has_stemmer(cluster.language)})
    remarks = [_on_references(clusters, words)]
    if single:
        remarks.append(f"Clusters of a single report: {_listed(single)}.")
    if plain:
        remarks.append(f"No stemmer for {', '.join(languages)}, words are compared as they stand: {_listed(plain)}.")
    return tuple(remarks)


def _on_references(clusters: Sequence[Cluster], words: int) -> str:
    lengths = [count_words(text) for cluster in clusters for text in cluster.references]
    least, most = min(lengths), max(lengths)
    longer, shorter = sum(length > words for length in lengths), sum(length < words for length in lengths)
    spread = f"{least} to {most} words (median {median(lengths):.0f})" if least < most else f"{least} words"
    spread += " each" if least == most and len(lengths) > 1 else ""
    references = "1 reference" if len(lengths) == 1 else f"{len(lengths)} references"
    return (
        f"{references} of {spread}: {longer} longer than {words} words and cut, {shorter} shorter and left as they are."
    )


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {rest} more" if rest > 0 else "")


Progress = Callable[[int, int, str], None] | None


@dataclass(slots=True, kw_only=True)
class _Tally:
    """What one system has so far."""

    scores: list[Score] = field(default_factory=list)
    missing: list[OmittedCluster] = field(default_factory=list)
    silent: list[OmittedCluster] = field(default_factory=list)


def evaluate(
    clusters: Source | Iterable[Source],
    *,
    words: int = DEFAULT_WORDS,
    systems: Iterable[str] | None = None,
    outputs: str | PathLike[str] | None = None,
    irregular: bool = False,
    progress: Progress = None,
) -> Evaluation:
    """Measure systems side by side against summaries that people wrote.

    Everything is counted on the first `words` words, of summaries and references alike. A system that finds nothing to
    say on a cluster scores 0 there. One that was not asked (sumy's KL beyond 500 sentences), or that has no published
    output, has no score there: its means are over fewer clusters, and `Result.missing` names the others.

    Args:
        clusters: JSON Lines files, folders of clusters, or `Cluster` records, in any mix.
        words: Most words of a summary, at least 1.
        systems: Keys of `SYSTEMS`, whatever their capitals; None for all.
        outputs: A JSON Lines file of summaries made elsewhere: `{"id", "system", "summary"}`.
        irregular: Whether to look irregular English forms up before stemming ("went" is "go"), as ROUGE-1.5.5 does
            where its data base of them was built; without it, it stems them like any word.
        progress: Called before each step with the number of steps done, of all steps, and what begins.

    Returns:
        One result a system, ours first, published systems last; equal input gives equal results, but for the seconds.

    Raises:
        MissingExtraError: the package was installed without its extra `evaluate`.
        SettingsError: `words` is no whole number of at least 1, or a system has no such name.
        ReadError: a file is missing or unreadable.
        InputError: no cluster can be measured on.

    Example:
        >>> cluster = Cluster(id="talks", documents=read_documents("seeds"), references=("Blinken met Qin.",))
        >>> evaluation = evaluate([cluster], words=100, systems=["summarizer", "lead"])
        >>> evaluation
        Evaluation(1 cluster, 2 systems)
    """
    settings = Settings(words=words)
    names = choose_systems(systems)
    scorer = open_scorer()
    forms = irregular_forms() if irregular else {}
    gathered, omissions = gather_clusters(clusters)
    tokenizers = {language: Tokenizer(language, forms) for language in {cluster.language for cluster in gathered}}
    chosen, unfit = _countable(gathered, words, tokenizers)
    omissions += unfit
    published: Outputs = {}
    if outputs is not None:
        published, unfit = read_outputs(outputs, frozenset(cluster.id for cluster, _ in chosen), frozenset(SYSTEMS))
        omissions += unfit
    runs = {name: SYSTEMS[name] for name in names} | {name: _published(given) for name, given in published.items()}
    tallies = {name: _Tally() for name in runs}
    for number, (cluster, references) in enumerate(chosen):
        task = _task(cluster, references, words, tokenizers[cluster.language])
        for order, (name, run) in enumerate(runs.items()):
            if progress:
                progress(number * len(runs) + order, len(chosen) * len(runs), f"{cluster.id}: {name}")
            _ask(run, task, tallies[name], scorer, settings.redundancy_limit, timed=name not in published)
    return Evaluation(
        words=words,
        irregular=irregular,
        same_limit=settings.redundancy_limit,
        clusters=tuple(cluster.id for cluster, _ in chosen),
        results=tuple(_result(name, tally, tallies.get(OURS)) for name, tally in tallies.items()),
        skipped=omissions,
        notes=_remarks_on([cluster for cluster, _ in chosen], words),
    )


def _countable(
    clusters: Sequence[Cluster], words: int, tokenizers: Mapping[str, Tokenizer]
) -> tuple[list[tuple[Cluster, tuple[Lines, ...]]], tuple[OmittedCluster, ...]]:
    """The clusters with the tokens of their references, and what holds none: a text in another script than it says."""
    chosen, unfit = [], []
    for cluster in clusters:
        tokens = [tokenizers[cluster.language].lines_of(text, words) for text in cluster.references]
        why = f"no word of its first {words} can be counted in the language {cluster.language!r}"
        unfit += [
            OmittedCluster(what=f"cluster {cluster.id}, reference {number}", why=why)
            for number, lines in enumerate(tokens, start=1)
            if not lines
        ]
        references = tuple(lines for lines in tokens if lines)
        if references:
            chosen.append((cluster, references))
        else:
            unfit.append(OmittedCluster(what=f"cluster {cluster.id}", why="it has no reference that can be counted"))
    if not chosen:
        raise InputError(f"Clusters: found none with a reference to count in, {unfit[0].what}: {unfit[0].why}.")
    return chosen, tuple(unfit)


def _published(given: Mapping[str, str]) -> System:
    def answer(task: Task) -> Answer:
        text = given.get(task.cluster.id)
        return Answer(text=text, why=_MISSING if text is None else "its output holds no word")

    return answer


def _task(cluster: Cluster, references: tuple[Lines, ...], words: int, tokenizer: Tokenizer) -> Task:
    from summarizer.cleaning.split_sentences import split_document
    from summarizer.model import Sentence
    from summarizer.readers.documents import prepare_document

    sentences: list[Sentence] = []
    for document in cluster.documents:
        language = document.language or cluster.language
        sentences += split_document(prepare_document(document, language), language, first_id=len(sentences))[0]
    return Task(
        cluster=cluster,
        sentences=tuple(sentences),
        words=words,
        references=references,
        tokenize=tokenizer.lines_of,
    )


def _ask(run: System, task: Task, tally: _Tally, scorer: Scorer, limit: float, *, timed: bool) -> None:
    start = perf_counter()
    answer = run(task)
    seconds = perf_counter() - start
    if answer.text is None:
        tally.missing.append(OmittedCluster(what=task.cluster.id, why=answer.why))
        return
    kept = cut(answer.text, task.words)
    lines: Lines = task.tokenize("\n".join(kept))
    if not lines:
        tally.silent.append(OmittedCluster(what=task.cluster.id, why=answer.why or "it holds no word"))
    tally.scores.append(
        Score(
            cluster=task.cluster.id,
            summary=answer.text,
            rouge=scorer(lines, task.references),
            words=len(answer.text.split()),
            repeated=share_repeated(lines),
            pairs=count_pairs(kept, task, limit),
            seconds=seconds if timed else None,
        )
    )


def _result(name: str, tally: _Tally, ours: _Tally | None) -> Result:
    beside = {score.cluster: score.rouge for score in ours.scores} if ours and ours is not tally else {}
    return Result(
        system=name,
        scores=tuple(tally.scores),
        means=_means(tally.scores, beside),
        missing=tuple(tally.missing),
        silent=tuple(tally.silent),
    )


def _means(scores: Sequence[Score], beside: Mapping[str, tuple[float, ...]]) -> tuple[Mean, ...]:
    if not scores:
        return ()
    bounds = intervals([score.rouge for score in scores])
    means = []
    for at, measure in enumerate(MEASURES):
        low, high = bounds[at] if bounds else (None, None)
        apart = [score.rouge[at] - beside[score.cluster][at] for score in scores if score.cluster in beside]
        value = sum(score.rouge[at] for score in scores) / len(scores)
        means.append(Mean(measure=measure, value=value, low=low, high=high, p=chance(apart)))
    return tuple(means)
