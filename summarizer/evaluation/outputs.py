"""Published outputs: JSON Lines `{"id", "system", "summary"}` -> the summary of each system for each cluster."""

from __future__ import annotations

from collections.abc import Collection
from os import PathLike

from summarizer.evaluation.lines import read_records
from summarizer.evaluation.records import Omission

Outputs = dict[str, dict[str, str]]  # system -> cluster -> summary


def read_outputs(
    path: str | PathLike[str], clusters: Collection[str], taken: Collection[str]
) -> tuple[Outputs, tuple[Omission, ...]]:
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
    records, broken = read_records(path)
    outputs: Outputs = {}
    omissions = list(broken)
    for where, record in records:
        wrong = [
            f'"{name}" is {type(record.get(name)).__name__}, wanted text'
            for name, kinds in (("id", (str, int)), ("system", (str, int)), ("summary", (str,)))
            if not isinstance(record.get(name), kinds)
        ]
        if wrong:
            omissions.append(Omission(what=where, why="; ".join(wrong)))
            continue
        cluster, system = str(record["id"]), " ".join(str(record["system"]).split()) or "unnamed"
        system += " (published)" if system in taken else ""
        given = outputs.setdefault(system, {})
        if cluster not in clusters:
            omissions.append(Omission(what=where, why=f"output of {system} for {cluster!r}, which is no cluster here"))
        elif cluster in given:
            omissions.append(Omission(what=where, why=f"a second output of {system} for {cluster!r}"))
        else:
            given[cluster] = record["summary"]
    return outputs, tuple(omissions)
