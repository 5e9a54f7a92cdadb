"""The newsroom that a report names as its writer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from summarizer.languages.data_sections import any_of_all
from summarizer.model import Document

_HOST = re.compile(r"^\w+://(?:www\.|m\.|amp\.)?|[/:?#].*", re.DOTALL)


def publisher_of(document: Document) -> str | None:
    """Return who wrote a report, as names are compared: the agency that it credits, else its outlet, else None.

    A paper that prints an agency's dispatch did not write it; two dispatches of one agency are one newsroom's.
    """
    return fold(document.credit or document.outlet)


def fold(name: str | None) -> str | None:
    """Return a name as it is compared: case, spacing and a leading article make no difference."""
    return _article().sub("", " ".join(name.casefold().split())) or None if name else None


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"^{any_of_all('outlets', 'articles')}\s+")


def share_source(one: Sequence[Document], other: Sequence[Document]) -> str | None:
    """Return the name by which one of some reports cites the newsroom or outlet of one of others, or that both cite."""
    for citing, cited in ((one, other), (other, one)):
        theirs = {fold(name) for document in cited for name in (document.outlet, document.credit, *document.cites)}
        found = sorted(name for document in citing for name in document.cites if fold(name) in theirs)
        if found:
            return found[0]
    return None


def label_origin(group: Sequence[Document]) -> str:
    """Name an origin by the agency that most of its reports credit, else by whom they cite, else by an outlet."""
    agencies = [document.credit for document in group if document.credit]
    if agencies:
        return f"{_commonest(agencies)} dispatch"
    cited = [name for document in group for name in document.cites[:1]]
    outlets = [document.outlet for document in group if document.outlet]
    within = [name for name in cited if fold(name) in set(map(fold, outlets))]
    names = within or cited or outlets or [min(document.id for document in group)]
    return f"{_commonest(names)} report"


def describe_names(group: Sequence[Document]) -> str:
    """Say in plain words what the reports of an origin name as their source."""
    if len(group) == 1:
        return "; ".join(_named(group[0])) or "names no source"
    if len(group) == 2:
        one, other = (_shortly(document) for document in group)
        return f"each {one}" if one == other else f"one {one}, the other {other}"
    return ", ".join(f"{count} {what}" for what, count in sorted(Counter(map(_shortly, group)).items()))


def _commonest(names: Sequence[str]) -> str:
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], name))


def _named(document: Document) -> list[str]:
    told = []
    if document.credit:
        told.append(f"credited to {document.credit}")
    if document.dateline:
        told.append(f"filed from {document.dateline.place}")
    if document.cites:
        told.append(f"cites {', '.join(document.cites)}")
    if document.url:
        told.append(f"names the address {document.url}")
    return told


def _shortly(document: Document) -> str:
    """The first thing that a report tells about where it comes from."""
    if document.credit:
        return f"credits {document.credit}"
    if document.cites:
        return f"cites {document.cites[0]}"
    if document.url:
        return f"names {_HOST.sub('', document.url)} as its address"
    return f"is by {document.outlet}" if document.outlet else "names no source"
