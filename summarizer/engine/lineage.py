"""Who copied whom: Documents -> origins. For now only exact copies of one text share an origin."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.model import Document, Origin


def find_origins(documents: Sequence[Document]) -> list[Origin]:
    """Group reports that go back to one text.

    Reports whose stories are the same, word for word, are one origin; every other report is its own. Counts of origins
    are an upper bound on independence.

    Args:
        documents: Reports, in the order in which origins are to be numbered.

    Returns:
        Origins "o1", "o2", …, each document in exactly one.
    """
    copies: dict[str, list[Document]] = {}
    for document in documents:
        copies.setdefault(_story(document), []).append(document)
    return [
        Origin(
            id=f"o{number}",
            label=_label(group[0]),
            documents=tuple(document.id for document in group),
            evidence=_evidence(group),
        )
        for number, group in enumerate(copies.values(), start=1)
    ]


def _story(document: Document) -> str:
    """A report's story as it is compared: white space and case make no difference."""
    spans = document.kept or ()
    return " ".join(word for span in spans for word in span.of(document.text).casefold().split())


def _label(document: Document) -> str:
    if document.credit:
        return f"{document.credit} dispatch"
    if document.cites:
        return f"{document.cites[0]} report"
    return f"{document.outlet or document.id} report"


def _evidence(group: Sequence[Document]) -> str:
    document = group[0]
    told = [f"{len(group)} reports have the same text, word for word"] if len(group) > 1 else []
    if document.credit:
        told.append(f"credited to {document.credit}")
    if document.dateline:
        told.append(f"filed from {document.dateline.place}")
    if document.cites:
        told.append(f"cites {', '.join(document.cites)}")
    if document.url:
        told.append(f"names the address {document.url}")
    return "; ".join(told) or "names no source"
