"""Reports of one story in any number, for `benchmarks/scale.py`: made-up, real, and with one dispatch in common.

They are the same ones each time, and a larger story begins with the reports of a smaller one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.heap import HeapMaker
from benchmarks.origins import BENCH
from summarizer import Document
from summarizer.cleaning.split_sentences import split_document
from summarizer.readers.documents import prepare_document

SEED = 0
MADE, REAL = "made-up", "real"  # names of kinds of stories
NEWS = BENCH / "multinews" / "dev.jsonl"
TOPICS = BENCH / "multiling2011" / "en.jsonl"
DISPATCH = 25  # paragraphs of the text that many reports print in part
_MADE = 200  # made-up reports that give paragraphs where there are no real ones
_SHORT = 60  # characters up to which a real line is no paragraph but a caption or a menu
TEN = (10, 215)  # reports and sentences of a small story

Make = Callable[[int], list[Document]]


class Kind(NamedTuple):
    """A kind of story, and what makes one of so many reports."""

    name: str
    make: Make


def make_story(size: int) -> list[Document]:
    """So many made-up reports of one story, some of them copies, rewrites and shortened reports."""
    return [document for _, document in islice(HeapMaker(SEED).reports(size=size), size)]


def take_real(size: int) -> list[Document]:
    """The reports of Multi-News as one story, and beyond them reports of its paragraphs drawn by chance."""
    texts, paragraphs = _read_real()
    draw = Random(SEED)  # noqa: S311 - a benchmark must repeat
    made = [*texts[:size]]
    while len(made) < size:
        made.append("\n\n".join(draw.choices(paragraphs, k=draw.randint(6, 18))))
    return [Document(id=str(at), text=text) for at, text in enumerate(made)]


def share_dispatch(size: int, paragraphs: Sequence[str]) -> list[Document]:
    """Reports that each print 5 to 20 paragraphs in a row of one dispatch, and up to 5 others after them."""
    draw = Random(SEED)  # noqa: S311
    dispatch = paragraphs[:DISPATCH]
    reports = []
    for at in range(size):
        length = draw.randint(5, 20)
        first = draw.randint(0, len(dispatch) - length)
        others = draw.choices(paragraphs[DISPATCH:], k=draw.randint(1, 5))
        reports.append(Document(id=str(at), text="\n\n".join([*dispatch[first : first + length], *others])))
    return reports


def has_real() -> bool:
    """Whether the reports of Multi-News are at hand."""
    return NEWS.exists()


def describe_real() -> str:
    """What the real reports are."""
    if not has_real():
        return "Multi-News is not at hand: real reports were not measured."
    return (
        f"Real reports: the {len(_read_real()[0]):,} of Multi-News as one story; those beyond are of their paragraphs."
    )


def kinds() -> list[Kind]:
    """The kinds of stories that grow; the real ones only where the reports of Multi-News are at hand."""
    return [Kind(MADE, make_story), *([Kind(REAL, take_real)] if has_real() else [])]


def dispatch_kind() -> Kind:
    """The story with one dispatch in common, of real paragraphs where they are at hand."""
    paragraphs = _read_real()[1] if has_real() else _made_paragraphs()
    return Kind(
        "one dispatch" if has_real() else "one dispatch, made-up", lambda size: share_dispatch(size, paragraphs)
    )


def make_ten() -> tuple[str, list[Document]]:
    """Ten reports of about 215 sentences and what they are: the largest topic of MultiLing, or made-up ones."""
    if TOPICS.exists():
        topics = [json.loads(line)["documents"] for line in TOPICS.read_text("utf-8").splitlines()]
        largest = max(topics, key=lambda topic: sum(len(one["text"]) for one in topic))
        return "MultiLing", [Document(id=one["id"], text=one["text"], title=one["title"]) for one in largest]
    reports, sentences = TEN
    share = -(-sentences // reports)
    long = [own for report in make_story(_MADE) if count_sentences(own := cut_to([report], share)) == share]
    return MADE, cut_to([own[0] for own in long[:reports]], sentences)


def cut_to(documents: Iterable[Document], sentences: int) -> list[Document]:
    """The first reports that hold so many sentences together; the last is cut, and exact copies are left out.

    Sentences of exact copies are not ranked, so other programs would be given fewer than were asked for.
    """
    kept: list[Document] = []
    left, seen = sentences, set[str]()
    for document in documents:
        if left <= 0:
            break
        if document.text in seen:
            continue
        seen.add(document.text)
        found = split_document(prepare_document(document, "en"), "en", first_id=0)[0]
        text = document.text if len(found) <= left else document.text[: found[left - 1].span.end]
        kept.append(Document(id=document.id, text=text))
        left -= len(found)
    return kept


def count_sentences(documents: Sequence[Document]) -> int:
    """How many sentences some reports hold after cleaning."""
    return sum(len(split_document(prepare_document(one, "en"), "en", first_id=0)[0]) for one in documents)


def write_files(documents: Sequence[Document], folder: Path) -> None:
    """Write each report into a file of its own, as a user has them."""
    for at, document in enumerate(documents):
        (folder / f"{at:06}.txt").write_text(document.text, encoding="utf-8")


@cache
def _read_real() -> tuple[list[str], list[str]]:
    """The reports of Multi-News, and their paragraphs."""
    clusters = [json.loads(line)["documents"] for line in NEWS.read_text("utf-8").splitlines()]
    texts = [one["text"] for cluster in clusters for one in cluster]
    return texts, [line for text in texts for line in text.split("\n") if len(line) > _SHORT]


def _made_paragraphs() -> list[str]:
    return [paragraph for report in make_story(_MADE) for paragraph in report.text.strip().split("\n\n")]
