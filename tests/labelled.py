"""The labelled reports of tests/cases, as tests ask for them."""

import json
import re
from functools import cache
from pathlib import Path

from summarizer import Settings, read_documents, run_pipeline

CASES = Path(__file__).parent / "cases"
SEEDS = Path(__file__).parent.parent / "seeds"
LABELS = {"seeds": CASES / "seeds.json"} | {
    path.parent.name: path for path in sorted(CASES.glob("noisy/*/expected.json"))
}


@cache
def labels(story):
    return json.loads(LABELS[story].read_text(encoding="utf-8"))


def folder(story):
    return SEEDS if story == "seeds" else LABELS[story].parent / "reports"


@cache
def documents(story):
    return {document.id: document for document in read_documents([folder(story)])}


@cache
def run(story, **settings):
    return run_pipeline(documents(story).values(), Settings(**settings))


REPORTS = [(story, name) for story in LABELS for name in labels(story)["reports"]]


def folded(text):
    return " ".join(text.split())


def facts_in(text, facts):
    """The facts that a text carries."""
    return [
        fact["fact"]
        for fact in facts
        if any(re.search(needle, folded(text), re.IGNORECASE) for needle in fact["needles"])
    ]


def starting(sentences, document, start):
    """The sentence of a report that starts with some words, or holds them."""
    own = [sentence for sentence in sentences if sentence.document == document]
    start = folded(start)
    return next(
        (sentence for sentence in own if folded(sentence.text).startswith(start)),
        next((sentence for sentence in own if start in folded(sentence.text)), None),
    )
