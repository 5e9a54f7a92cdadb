"""Who copied whom: Documents -> origins. For now each report is its own origin."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.model import Document, Origin


def find_origins(documents: Sequence[Document]) -> list[Origin]:
    """Group reports that go back to one text.

    Each report counts as its own origin until copies are told apart; counts of origins are an upper bound on
    independence.

    Args:
        documents: Reports, in the order in which origins are to be numbered.

    Returns:
        Origins "o1", "o2", …, each document in exactly one.
    """
    return [
        Origin(
            id=f"o{number}",
            label=_label(document),
            documents=(document.id,),
            evidence=_evidence(document),
        )
        for number, document in enumerate(documents, start=1)
    ]


def _label(document: Document) -> str:
    if document.credit:
        return f"{document.credit} dispatch"
    if document.cites:
        return f"{document.cites[0]} report"
    return f"{document.outlet or document.id} report"


def _evidence(document: Document) -> str:
    told = []
    if document.credit:
        told.append(f"credited to {document.credit}")
    if document.dateline:
        told.append(f"filed from {document.dateline.place}")
    if document.cites:
        told.append(f"cites {', '.join(document.cites)}")
    if document.url:
        told.append(f"names the address {document.url}")
    return "; ".join(told) or "names no source"
