"""Data sets of clusters and published outputs, read from JSON Lines; what is unfit is named."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from summarizer.errors import InputError, ReadError, short
from summarizer.evaluation.records import Cluster, OmittedCluster
from summarizer.languages.codes import read_code
from summarizer.model import Document
from summarizer.readers.decode import decode
from summarizer.readers.json_reports import read_json
from summarizer.readers.paths import read_raw
from summarizer.readers.source import SourceFile
from summarizer.settings import CHECKS, ReadSettings

_PLAIN = ("id", "title", "text")


def _read_records(path: str | PathLike[str]) -> tuple[list[tuple[str, dict[str, Any]]], list[OmittedCluster]]:
    """Read a file with one JSON object a line; empty lines mean nothing.

    Returns:
        Each object after the place that it stands in ("data.jsonl, line 3"), and the lines that hold none.

    Raises:
        ReadError: the file is missing, unreadable or no text.
    """
    found, broken = [], []
    for number, line in enumerate(_read_file(path).split("\n"), start=1):
        where = f"{fspath(path)}, line {number}"
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            broken.append(OmittedCluster(what=where, why=f"found malformed JSON ({error}), wanted one object a line"))
            continue
        if isinstance(record, dict):
            found.append((where, record))
        else:
            broken.append(OmittedCluster(what=where, why=f"found {type(record).__name__}, wanted an object"))
    return found, broken


def _read_file(path: str | PathLike[str]) -> str:
    """Return the text of a file, decoded as reports are.

    Raises:
        ReadError: the file is missing, unreadable or no text.
    """
    name = fspath(path)
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(
            f"{short(name)}: cannot be read ({reason}), wanted a text file; check the path.", path=name
        ) from error
    return decode(data, name)


Outputs = dict[str, dict[str, str]]  # system -> cluster -> summary


def read_outputs(
    path: str | PathLike[str], clusters: Collection[str], taken: Collection[str]
) -> tuple[Outputs, tuple[OmittedCluster, ...]]:
    """Read the outputs of systems that ran elsewhere.

    Args:
        path: A JSON Lines file.
        clusters: The ids of the clusters that are evaluated.
        taken: Names that published systems may not have, since ours have them; " (published)" is added to such a name.

    Returns:
        The summaries by system, in the order of the file, and by cluster; and the lines that were left out: broken
        ones, those for unknown clusters, and second ones for the same system and cluster.

    Raises:
        ReadError: the file is missing, unreadable or no text.
    """
    records, broken = _read_records(path)
    outputs: Outputs = {}
    omissions = list(broken)
    for where, record in records:
        wrong = [
            f'"{name}" is {type(record.get(name)).__name__}, wanted text'
            for name, kinds in (("id", (str, int)), ("system", (str, int)), ("summary", (str,)))
            if not isinstance(record.get(name), kinds)
        ]
        if wrong:
            omissions.append(OmittedCluster(what=where, why="; ".join(wrong)))
            continue
        cluster, system = str(record["id"]), " ".join(str(record["system"]).split()) or "unnamed"
        system += " (published)" if system in taken else ""
        given = outputs.setdefault(system, {})
        if cluster not in clusters:
            omissions.append(
                OmittedCluster(what=where, why=f"output of {system} for {cluster!r}, which is no cluster here")
            )
        elif cluster in given:
            omissions.append(OmittedCluster(what=where, why=f"a second output of {system} for {cluster!r}"))
        else:
            given[cluster] = record["summary"]
    return outputs, tuple(omissions)


Source = str | PathLike[str] | Cluster
Found = Cluster | OmittedCluster


def gather_clusters(sources: Source | Iterable[Source]) -> tuple[tuple[Cluster, ...], tuple[OmittedCluster, ...]]:
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
    omissions: list[OmittedCluster] = []
    for found in (found for source in listed for found in _read(source)):
        if isinstance(found, OmittedCluster):
            omissions.append(found)
            continue
        cluster, unfit = _fit(found)
        omissions += unfit
        if cluster is None:
            continue
        if cluster.id in clusters:
            omissions.append(OmittedCluster(what=f"cluster {cluster.id}", why="its id is taken by a cluster before it"))
        else:
            clusters[cluster.id] = cluster
    if not clusters:
        raise InputError(_nothing(listed, omissions))
    return tuple(clusters.values()), tuple(omissions)


def _nothing(listed: list[Source], omissions: list[OmittedCluster]) -> str:
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
        records, broken = _read_records(source)
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
        yield OmittedCluster(what=f"cluster {name}", why=f"it has no documents: {error}")
        return
    references = []
    for path in sorted((folder / "references").glob("[!.]*")):
        try:
            references.append(_read_file(path))
        except ReadError as error:
            yield OmittedCluster(what=f"cluster {name}, reference {path.name}", why=str(error))
    yield Cluster(id=name, documents=documents, references=tuple(references))


def _from_record(record: dict[str, Any], where: str) -> Iterator[Found]:
    wanted = {"documents": "a list of objects", "references": "a list of texts"}
    for name, kind in wanted.items():
        if not isinstance(record.get(name, []), list):
            yield OmittedCluster(what=where, why=f'"{name}" is {type(record[name]).__name__}, wanted {kind}')
            return
    language = record.get("lang") or "en"
    if not isinstance(language, str):
        yield OmittedCluster(what=where, why=f'"lang" is {type(language).__name__}, wanted a code such as "en"')
        return
    name = str(record.get("id") or where)
    documents = []
    for number, value in enumerate(record.get("documents", []), start=1):
        document = read_report(value, number, f"cluster {name}, document {number}")
        if isinstance(document, OmittedCluster):
            yield document
        else:
            documents.append(document)
    references = record.get("references", [])
    for number, text in enumerate(references, start=1):
        if not isinstance(text, str):
            why = f"is {type(text).__name__}, wanted text"
            yield OmittedCluster(what=f"cluster {name}, reference {number}", why=why)
    texts = tuple(text for text in references if isinstance(text, str))
    yield Cluster(id=name, documents=tuple(documents), references=texts, language=language)


def read_report(value: Any, number: int, where: str, settings: ReadSettings | None = None) -> Document | OmittedCluster:
    """Read one report of a cluster.

    Args:
        value: Its record, as JSON has it.
        number: Its number in the cluster, which is its id where it has none.
        where: What messages call it.
        settings: Names of fields, and limits.

    Returns:
        The report, not cleaned yet; or why there is none.
    """
    settings = settings or ReadSettings()
    # Benchmarks keep dates and addresses in forms of their own: they are used where they can be read, and cost no
    # report where they cannot.
    plain = {name: value[name] for name in _PLAIN if name in value} if isinstance(value, dict) else value
    for fields in (value, plain):
        try:
            return next(read_json(_as_file(fields, number, where, settings)))
        except (ReadError, StopIteration) as error:
            why = str(error)
    return OmittedCluster(what=where, why=why or "found nothing, wanted an object")


def _as_file(value: Any, number: int, where: str, settings: ReadSettings) -> SourceFile:
    return SourceFile(name=where, stem=str(number), data=json.dumps(value).encode(), settings=settings)


def _fit(cluster: Cluster) -> tuple[Cluster | None, list[OmittedCluster]]:
    """The cluster without what is empty, or None where nothing can be measured on it; and what was left out."""
    name = f"cluster {cluster.id}"
    language = cluster.language.replace("_", "-").partition("-")[0].lower()
    unfit = []
    taken: set[str] = set()
    documents = []
    for document in cluster.documents:
        if _is_empty(document.text):
            why = document.skipped or "is empty"
            unfit.append(OmittedCluster(what=f"{name}, document {document.id}", why=why))
            continue
        number, own = 1, document.id
        while own in taken:
            number += 1
            own = f"{document.id}-{number}"
        taken.add(own)
        documents.append(replace(document, id=own, language=read_code(document.language) or language))
    references = tuple(text for text in cluster.references if not _is_empty(text))
    unfit += [
        OmittedCluster(what=f"{name}, reference {number}", why="is empty")
        for number, text in enumerate(cluster.references, start=1)
        if _is_empty(text)
    ]
    lacks = [what for what, there in (("document", documents), ("reference", references)) if not there]
    if not CHECKS["language"][0](language):
        unfit.append(OmittedCluster(what=name, why=f'its language is {cluster.language!r}, wanted a code such as "en"'))
    elif lacks:
        unfit.append(OmittedCluster(what=name, why=f"it has no {' and no '.join(lacks)} that is not empty"))
    else:
        fit = replace(cluster, documents=tuple(documents), references=references, language=language)
        return fit, unfit
    return None, unfit


def _is_empty(text: str) -> bool:
    return not any(letter.isalnum() for letter in text)
