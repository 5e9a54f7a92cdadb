"""Files of clusters -> Clusters fit to be summarized; what is unfit is named with its reason."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from summarizer.errors import InputError, ReadError
from summarizer.evaluation.lines import read_file, read_records
from summarizer.evaluation.records import Cluster, Omission
from summarizer.ingest.kinds.raw import Raw
from summarizer.ingest.kinds.records import read_json
from summarizer.ingest.read import read_raw
from summarizer.language import read_code
from summarizer.model import Document
from summarizer.settings import CHECKS

Source = str | PathLike[str] | Cluster
Found = Cluster | Omission

_PLAIN = ("id", "title", "text")


def gather_clusters(sources: Source | Iterable[Source]) -> tuple[tuple[Cluster, ...], tuple[Omission, ...]]:
    """Read clusters, and leave out what nothing can be measured on.

    Args:
        sources: JSON Lines files with one `{"id", "lang", "documents": [{"id", "title", "text"}], "references": [str]}`
            a line; folders that hold a folder for each cluster, in it `documents/` and `references/` with a text file
            each (English); clusters made by hand; in any mix.

    Returns:
        The clusters in the order given, without their empty reports and references; and all that was left out: broken
        lines, clusters without a report or a reference, those whose id was taken, single empty texts.

    Raises:
        ReadError: a path is missing, or its file is unreadable.
        InputError: no cluster is left.
    """
    listed = [sources] if isinstance(sources, (str, PathLike, Cluster)) else list(sources)
    clusters: dict[str, Cluster] = {}
    omissions: list[Omission] = []
    for found in (found for source in listed for found in _read(source)):
        if isinstance(found, Omission):
            omissions.append(found)
            continue
        cluster, unfit = _fit(found)
        omissions += unfit
        if cluster is None:
            continue
        if cluster.id in clusters:
            omissions.append(Omission(what=f"cluster {cluster.id}", why="its id is taken by a cluster before it"))
        else:
            clusters[cluster.id] = cluster
    if not clusters:
        raise InputError(_nothing(listed, omissions))
    return tuple(clusters.values()), tuple(omissions)


def _nothing(listed: list[Source], omissions: list[Omission]) -> str:
    names = ", ".join(source.id if isinstance(source, Cluster) else fspath(source) for source in listed)
    why = "; ".join(f"{omission.what}: {omission.why}" for omission in omissions[:3])
    wanted = 'wanted JSON Lines with "documents" and "references", or folders with documents/ and references/'
    return f"{names or 'Clusters'}: found no cluster to measure on, {wanted}" + (f" ({why})." if why else ".")


def _read(source: Source) -> Iterator[Found]:
    if isinstance(source, Cluster):
        yield source
    elif os.path.isdir(source):  # noqa: PTH112 - a name may be too long for the system
        yield from _read_folder(Path(source))
    else:
        records, broken = read_records(source)
        yield from broken
        for where, record in records:
            yield from _from_record(record, where)


def _read_folder(folder: Path) -> Iterator[Found]:
    if (folder / "documents").is_dir():
        yield from _from_folder(folder)
        return
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.name.startswith("."):
            yield from _from_folder(path)


def _from_folder(folder: Path) -> Iterator[Found]:
    name = folder.resolve().name
    try:
        documents = tuple(read_raw(folder / "documents"))
    except ReadError as error:
        yield Omission(what=f"cluster {name}", why=f"it has no documents: {error}")
        return
    references = []
    for path in sorted((folder / "references").glob("[!.]*")):
        try:
            references.append(read_file(path))
        except ReadError as error:
            yield Omission(what=f"cluster {name}, reference {path.name}", why=str(error))
    yield Cluster(id=name, documents=documents, references=tuple(references))


def _from_record(record: dict[str, Any], where: str) -> Iterator[Found]:
    wanted = {"documents": "a list of objects", "references": "a list of texts"}
    for name, kind in wanted.items():
        if not isinstance(record.get(name, []), list):
            yield Omission(what=where, why=f'"{name}" is {type(record[name]).__name__}, wanted {kind}')
            return
    language = record.get("lang") or "en"
    if not isinstance(language, str):
        yield Omission(what=where, why=f'"lang" is {type(language).__name__}, wanted a code such as "en"')
        return
    name = str(record.get("id") or where)
    documents = []
    for number, value in enumerate(record.get("documents", []), start=1):
        document = _document(value, number, f"cluster {name}, document {number}")
        if isinstance(document, Omission):
            yield document
        else:
            documents.append(document)
    references = record.get("references", [])
    for number, text in enumerate(references, start=1):
        if not isinstance(text, str):
            why = f"is {type(text).__name__}, wanted text"
            yield Omission(what=f"cluster {name}, reference {number}", why=why)
    texts = tuple(text for text in references if isinstance(text, str))
    yield Cluster(id=name, documents=tuple(documents), references=texts, language=language)


def _document(value: Any, number: int, where: str) -> Document | Omission:
    # Benchmarks keep dates and addresses in forms of their own: they are used where they can be read, and cost no
    # report where they cannot.
    plain = {name: value[name] for name in _PLAIN if name in value} if isinstance(value, dict) else value
    for fields in (value, plain):
        try:
            return next(read_json(Raw(name=where, stem=str(number), data=json.dumps(fields).encode())))
        except (ReadError, StopIteration) as error:
            why = str(error)
    return Omission(what=where, why=why or "found nothing, wanted an object")


def _fit(cluster: Cluster) -> tuple[Cluster | None, list[Omission]]:
    """The cluster without what is empty, or None where nothing can be measured on it; and what was left out."""
    name = f"cluster {cluster.id}"
    language = cluster.language.replace("_", "-").partition("-")[0].lower()
    unfit = []
    taken: set[str] = set()
    documents = []
    for document in cluster.documents:
        if _is_empty(document.text):
            why = document.skipped or "is empty"
            unfit.append(Omission(what=f"{name}, document {document.id}", why=why))
            continue
        number, own = 1, document.id
        while own in taken:
            number += 1
            own = f"{document.id}-{number}"
        taken.add(own)
        documents.append(replace(document, id=own, language=read_code(document.language) or language))
    references = tuple(text for text in cluster.references if not _is_empty(text))
    unfit += [
        Omission(what=f"{name}, reference {number}", why="is empty")
        for number, text in enumerate(cluster.references, start=1)
        if _is_empty(text)
    ]
    lacks = [what for what, there in (("document", documents), ("reference", references)) if not there]
    if not CHECKS["language"][0](language):
        unfit.append(Omission(what=name, why=f'its language is {cluster.language!r}, wanted a code such as "en"'))
    elif lacks:
        unfit.append(Omission(what=name, why=f"it has no {' and no '.join(lacks)} that is not empty"))
    else:
        fit = replace(cluster, documents=tuple(documents), references=references, language=language)
        return fit, unfit
    return None, unfit


def _is_empty(text: str) -> bool:
    return not any(letter.isalnum() for letter in text)
