"""The records of an evaluation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from summarizer.model import Document, Sentence
from summarizer.model.text import count, describe, excerpt

Lines = tuple[tuple[str, ...], ...]  # the tokens of a text, one tuple a sentence

OURS = "summarizer"  # what this package is called among the systems

MEASURES = (
    "rouge_1_recall", "rouge_1_f", "rouge_2_recall", "rouge_2_f",
    "rouge_4_recall", "rouge_4_f", "rouge_l_recall", "rouge_l_f",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Cluster:
    """Reports of one story, and what people made of them.

    Attributes:
        id: Its name, unique among those of one evaluation.
        documents: The reports.
        references: Summaries that people wrote of them.
        language: Code of the language of them all.

    Example:
        >>> Cluster(id="talks", documents=read_documents("seeds"), references=("Blinken met Qin.",))
        Cluster('talks', 5 reports, 1 reference)
    """

    id: str
    documents: tuple[Document, ...]
    references: tuple[str, ...]
    language: str = "en"

    def __repr__(self) -> str:
        counts = (count(len(self.documents), "report"), count(len(self.references), "reference"))
        return describe(self, excerpt(self.id), *counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class OmittedCluster:
    """Something that was left out, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a system is given.

    Attributes:
        cluster: The reports as they were read.
        sentences: Those of all reports, in the order of the reports, cleaned and split as ours are.
        words: The most words that a summary may have.
        references: The tokens of the references, cut to `words`: for the oracle alone.
        tokenize: Text to the tokens that are counted.
    """

    cluster: Cluster
    sentences: tuple[Sentence, ...]
    words: int
    references: tuple[Lines, ...]
    tokenize: Callable[[str], Lines]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a system gives back.

    Attributes:
        text: A summary, one sentence a line; "" where it found nothing to say, which scores 0; None where it was not
            asked, which scores nothing.
        why: The reason, where there is no summary.
    """

    text: str | None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How one system did on one cluster.

    Attributes:
        cluster: Its id.
        summary: What was scored, before it was cut.
        rouge: Shares in [0, 1], in the order of `MEASURES`.
        words: The length of the summary, before it was cut.
        repeated: Which share of its bigrams it had used before, in [0, 1].
        pairs: How many pairs of its sentences say the same.
        seconds: How long the system took; None for published outputs.
    """

    cluster: str
    summary: str
    rouge: tuple[float, ...]
    words: int
    repeated: float
    pairs: int
    seconds: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mean:
    """A measure over the clusters.

    Attributes:
        measure: One of `MEASURES`.
        value: The mean, in [0, 1].
        low, high: Its 95 % interval; None for fewer than two clusters.
        p: How often chance alone would part the system from ours this far, in (0, 1]; None for ours, and where fewer
            than two clusters are shared.
    """

    measure: str
    value: float
    low: float | None = None
    high: float | None = None
    p: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Result:
    """How one system did.

    Attributes:
        system: Its name.
        scores: One a cluster, in the order of the clusters.
        means: One for each of `MEASURES`; none where it has no score.
        missing: The clusters that it has no score for, each with the reason: they are in none of its means.
        silent: The clusters that it found nothing to say on, each with the reason: they count as 0.
    """

    system: str
    scores: tuple[Score, ...]
    means: tuple[Mean, ...]
    missing: tuple[OmittedCluster, ...] = ()
    silent: tuple[OmittedCluster, ...] = ()

    def __repr__(self) -> str:
        return describe(self, excerpt(self.system), count(len(self.scores), "cluster"))

    def mean(self, measure: str) -> Mean | None:
        """Return the mean of a measure; None where the system has no score."""
        return next((mean for mean in self.means if mean.measure == measure), None)

    @property
    def words(self) -> float | None:
        """The mean length of its summaries, in words, before they were cut."""
        return _average([score.words for score in self.scores])

    @property
    def repeated(self) -> float | None:
        """The mean share of bigrams that repeat an earlier one, in [0, 1]."""
        return _average([score.repeated for score in self.scores])

    @property
    def pairs(self) -> float | None:
        """The mean number of pairs of sentences that say the same."""
        return _average([score.pairs for score in self.scores])

    @property
    def seconds(self) -> float | None:
        """The median time for a cluster, which the first one, with all its loading, does not move; None if unknown."""
        times = [score.seconds for score in self.scores if score.seconds is not None]
        return median(times) if times else None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Evaluation:
    """What `evaluate` returns: the scores of several systems on the same clusters.

    Attributes:
        words: The length that everything was cut to.
        irregular: Whether irregular forms were looked up before stemming.
        same_limit: The cosine from which two sentences say the same, in (0, 1].
        clusters: The ids of those evaluated, in order.
        results: One a system.
        skipped: Clusters, lines and outputs that were left out, each with the reason.
        notes: What is odd about the data, a sentence each.

    Example:
        >>> cluster = Cluster(id="talks", documents=read_documents("seeds"), references=("Blinken met Qin.",))
        >>> evaluation = evaluate([cluster], words=100, systems=["lead"])
        >>> evaluation.clusters, evaluation.words
        (('talks',), 100)
    """

    words: int
    irregular: bool
    same_limit: float
    clusters: tuple[str, ...]
    results: tuple[Result, ...]
    skipped: tuple[OmittedCluster, ...] = ()
    notes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return describe(self, count(len(self.clusters), "cluster"), count(len(self.results), "system"))


def _average(values: list[int] | list[float]) -> float | None:
    return sum(values) / len(values) if values else None
