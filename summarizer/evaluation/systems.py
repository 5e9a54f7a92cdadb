"""The systems compared: ours, sumy's, and the baselines lead, random and oracle."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from summarizer.errors import InputError, SettingsError
from summarizer.evaluation.records import OURS, Answer, Lines, Task
from summarizer.model import Sentence
from summarizer.settings import Settings

_Grams = Counter[tuple[str, ...]]


def lead(task: Task) -> Answer:
    """Take the first sentence of each report in turn, then the second of each, while they fit."""
    return _filled(sorted(task.sentences, key=lambda sentence: sentence.position), task.words)


def shuffled(task: Task) -> Answer:
    """Take sentences at random while they fit; the same ones in every run, by the cluster's id."""
    order = list(task.sentences)
    random.Random(task.cluster.id).shuffle(order)  # noqa: S311 - nothing to keep secret
    return _filled(order, task.words)


def oracle(task: Task) -> Answer:
    """Take, again and again, the sentence that raises ROUGE-2 recall most, and where several do, ROUGE-1 recall.

    It sees the references, so that no system can hope for much more, and it is greedy, so that a little more there is.
    Bigrams over the ends of sentences do not count for it.
    """
    tokens = [task.tokenize(sentence.text) for sentence in task.sentences]
    counts = [(_grams(lines, 2), _grams(lines, 1)) for lines in tokens]
    left = [(_grams(lines, 2), _grams(lines, 1)) for lines in task.references]
    room, taken = task.words, list[int]()
    while True:
        worth = {
            index: (_hits(two, (rest for rest, _ in left)), _hits(one, (rest for _, rest in left)))
            for index, (two, one) in enumerate(counts)
            if index not in taken and task.sentences[index].words <= room
        }
        best = max(worth, key=lambda index: (*worth[index], -index), default=None)
        if best is None or not any(worth[best]):
            return _answer([task.sentences[index] for index in sorted(taken)], task.words)
        taken.append(best)
        room -= task.sentences[best].words
        for rest in left:
            for grams, own in zip(rest, counts[best], strict=True):
                grams -= own  # a counter changes in place, and keeps nothing below 1


def _filled(sentences: Iterable[Sentence], words: int) -> Answer:
    taken = []
    room = words
    for sentence in sentences:
        if sentence.words <= room:
            taken.append(sentence)
            room -= sentence.words
    return _answer(taken, words)


def _answer(sentences: Sequence[Sentence], words: int) -> Answer:
    text = "\n".join(" ".join(sentence.text.split()) for sentence in sentences)
    return Answer(
        text=text, why="" if text else f"no sentence fits {words} words, or none tells what a reference tells"
    )


def _grams(lines: Lines, size: int) -> _Grams:
    if size == 1:
        return Counter((token,) for line in lines for token in line)
    return Counter(pair for line in lines for pair in pairwise(line))


def _hits(grams: _Grams, references: Iterable[_Grams]) -> int:
    return sum(min(count, reference[gram]) for reference in references for gram, count in grams.items())


System = Callable[[Task], Answer]


def ours(task: Task) -> Answer:
    """Call the library as its users do: reports in, their text as it was read, a briefing out."""
    from summarizer.api import summarize

    cluster = task.cluster
    try:
        briefing = summarize(cluster.documents, Settings(words=task.words, language=cluster.language))
    except (InputError, SettingsError) as error:
        return Answer(text="", why=str(error))
    return Answer(text="\n".join(" ".join(point.text.split()) for point in briefing.points))


def peer(name: str) -> System:
    """Return one of sumy's summarizers, fed with the sentences that ours has after cleaning."""

    def run(task: Task) -> Answer:
        from summarizer.evaluation.sumy_baselines import PEERS, attempt

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
