"""The five labelled stories: the seeds and the four of tests/cases/noisy, with their labels and the runs on them."""

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
    """Return the labels of a story as its JSON file has them: "facts", and "reports" by name."""
    return json.loads(LABELS[story].read_text(encoding="utf-8"))


def folder(story):
    """Return the folder of the story's reports."""
    return SEEDS if story == "seeds" else LABELS[story].parent / "reports"


@cache
def documents(story):
    """Return the story's reports by name, read once."""
    return {document.id: document for document in read_documents([folder(story)])}


@cache
def run(story, **settings):
    """Return the whole run on a story, done once for each choice of settings."""
    return run_pipeline(documents(story).values(), Settings(**settings))


REPORTS = [(story, name) for story in LABELS for name in labels(story)["reports"]]


def collapse_spaces(text):
    """Return a text with single blanks for all white space."""
    return " ".join(text.split())


def facts_in(text, facts):
    """Return the names of the facts that a text carries."""
    return [
        fact["fact"]
        for fact in facts
        if any(re.search(needle, collapse_spaces(text), re.IGNORECASE) for needle in fact["needles"])
    ]


def find_sentence(sentences, document, start):
    """Return the sentence of a report that starts with some words, else the first that holds them, else None."""
    own = [sentence for sentence in sentences if sentence.document == document]
    start = collapse_spaces(start)
    return next(
        (sentence for sentence in own if collapse_spaces(sentence.text).startswith(start)),
        next((sentence for sentence in own if start in collapse_spaces(sentence.text)), None),
    )
