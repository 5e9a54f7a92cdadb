"""The systems side by side: a table from names to functions; published outputs come beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from summarizer.errors import InputError, SettingsError
from summarizer.evaluation.baselines import lead, oracle, shuffled
from summarizer.evaluation.records import OURS, Answer, Task
from summarizer.settings import Settings

System = Callable[[Task], Answer]


def ours(task: Task) -> Answer:
    """Call the library as its users do: reports in, their text as it was read, a briefing out."""
    from summarizer.pipeline import summarize

    cluster = task.cluster
    try:
        briefing = summarize(cluster.documents, Settings(words=task.words, language=cluster.language))
    except (InputError, SettingsError) as error:
        return Answer(text="", why=str(error))
    return Answer(text="\n".join(" ".join(point.text.split()) for point in briefing.points))


def peer(name: str) -> System:
    """Return one of sumy's summarizers, fed with the sentences that ours has after cleaning."""

    def run(task: Task) -> Answer:
        from summarizer.engine.peers import PEERS, attempt

        found = attempt(name, task.sentences, task.words, task.cluster.language)
        if found.sentences:
            return Answer(text="\n".join(" ".join(sentence.text.split()) for sentence in found.sentences))
        asked = len(task.sentences) <= PEERS[name].most
        return Answer(text="" if asked else None, why=found.reason or "")

    return run


SYSTEMS: dict[str, System] = {
    OURS: ours,
    "TextRank": peer("TextRank"),
    "LexRank": peer("LexRank"),
    "LSA": peer("LSA"),
    "KL": peer("KL"),
    "Luhn": peer("Luhn"),
    "SumBasic": peer("SumBasic"),
    "Reduction": peer("Reduction"),
    "lead": lead,
    "random": shuffled,
    "oracle": oracle,
}


def choose_systems(names: Iterable[str] | None) -> list[str]:
    """Return the keys of `SYSTEMS` that are asked for, in the order of the table, whatever their capitals.

    Args:
        names: Names; None for all of them.

    Raises:
        SettingsError: a name is not in the table, or none is given.
    """
    if names is None:
        return list(SYSTEMS)
    known = {name.casefold(): name for name in SYSTEMS}
    asked = {name.strip() for name in names} - {""}
    unknown = sorted(name for name in asked if name.casefold() not in known)
    if unknown or not asked:
        found = ", ".join(map(repr, unknown)) or "none"
        raise SettingsError(f"systems: found {found}, wanted some of {', '.join(SYSTEMS)}.")
    return [name for name in SYSTEMS if name in {known[name.casefold()] for name in asked}]
