"""Check that the labels in this folder fit the reports they speak of: python tests/cases/check_cases.py."""

import json
import re
import sys
from itertools import chain
from pathlib import Path
from typing import Any

CASES = Path(__file__).parent
LABELS = (*sorted(CASES.glob("noisy/*/expected.json")), CASES / "seeds.json")
PAIRS = ("same_pairs", "overlap_pairs", "different_pairs")


def flat(text: str) -> str:
    """Write every run of white space as one space, as labels are written."""
    return re.sub(r"\s+", " ", text).strip()


def body_paragraphs(report: dict[str, Any], text: str) -> list[str]:
    """Return the paragraphs that must survive, without datelines, section labels and agency tails."""
    lines = [flat(block) for block in (re.split(r"\n\s*\n", text) if report["wrapped"] else text.splitlines())]
    found = [line for line in lines if any(start in line for start in report["body"])]
    for mark in filter(None, (report["dateline"], *report["debris"])):
        if re.search(r"[:)—–-]\**$", mark):
            found = [line.replace(mark, "").strip() for line in found]
    return found


def report_problems(report: dict[str, Any], text: str, body: list[str]) -> list[str]:
    """Name the labels of one report that its text does not bear out."""
    whole = flat(text)
    named = chain(report["debris"], report["debris_lines"], report["headings"], report["fragments"])
    problems = [f"not in the report: {label!r}" for label in named if flat(label) not in whole]
    problems += [f"not one paragraph: {start!r}" for start in report["body"] if sum(start in p for p in body) != 1]
    problems += [f"also in the body: {d!r}" for d in report["debris"] if any(flat(d) in p for p in body)]
    return problems


def story_problems(labels: dict[str, Any], bodies: dict[str, list[str]]) -> list[str]:
    """Name the facts, pairs and events of one story that its reports do not bear out."""
    problems = []
    for fact in labels["facts"]:
        tell = [
            name
            for name, body in bodies.items()
            if any(re.search(needle, p, re.IGNORECASE) for needle in fact["needles"] for p in body)
        ]
        if tell != fact["reports"]:
            problems.append(f"{fact['fact']!r} is told by {tell}, labelled {fact['reports']}")
    seen = set()
    for first, start, second, other, *_ in chain.from_iterable(labels[kind] for kind in PAIRS):
        for name, opening in ((first, start), (second, other)):
            if sum(p.count(opening) for p in bodies[name]) != 1:
                problems.append(f"not exactly one sentence of {name}: {opening!r}")
        key = frozenset(((first, start), (second, other)))
        if first == second or key in seen:
            problems.append(f"paired twice, or with its own report: {sorted(key)}")
        seen.add(key)
    if {name for event in labels["events"] for name in event["reports"]} != set(bodies):
        problems.append("a report belongs to no event")
    return problems


def problems(path: Path) -> list[str]:
    """Return what is wrong with one file of labels, nothing if it is right."""
    labels = json.loads(path.read_text(encoding="utf-8"))
    found, bodies = [], {}
    for name, report in labels["reports"].items():
        text = (path.parent / report["file"]).read_bytes().decode(report["encoding"])
        bodies[name] = body_paragraphs(report, text)
        found += [f"{name}: {problem}" for problem in report_problems(report, text, bodies[name])]
    return found + story_problems(labels, bodies)


if __name__ == "__main__":
    wrong = [f"{path.relative_to(CASES)}: {problem}" for path in LABELS for problem in problems(path)]
    sys.exit("\n".join(wrong) or None)
