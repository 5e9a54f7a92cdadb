"""Reads what an endpoint answers: a verdict, or the reason why there is none, for each passage."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from summarizer.model import NoVerdict, Verdict, VerdictRelation

_RELATIONS: tuple[str, ...] = get_args(VerdictRelation)
_WORDS = re.compile(r"\w+")
_THOUGHTS = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_LONGEST_REASON = 200  # characters
_NOT_OURS = "the answer does not repeat its id"
_OBJECTS = 20  # places in an answer at which an object is looked for


class WrongAnswerError(Exception):
    """An answer of which nothing can be used; its text says why."""


def read_content(body: bytes) -> str:
    """Return the text of a chat completion.

    Raises:
        WrongAnswerError: the answer is none.
    """
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise WrongAnswerError("the answer is no chat completion") from None
    if not isinstance(content, str):
        raise WrongAnswerError("the answer is no chat completion")
    return content


def read_verdicts(content: str, token: str, point: str, passages: Sequence[int]) -> list[Verdict | NoVerdict]:
    r"""Read the verdicts on some passages.

    Args:
        content: What the model wrote: a JSON object, alone, in a fence or amid prose.
        token: The id that the answer must repeat.
        point: The statement.
        passages: The numbers of the passages asked about.

    Returns:
        For each passage a verdict, or why there is none.

    Raises:
        WrongAnswerError: nothing of the answer can be used.

    Example:
        >>> content = '```json\n{"id": "x", "verdicts": [{"passage": 1, "relation": "same"}]}\n```'
        >>> read_verdicts(content, "x", "The dam held.", [1])
        [Verdict(relation='same', reason='', score=1.0, backs=None)]
    """
    found: dict[int, list[Mapping[str, Any]]] = {number: [] for number in passages}
    for entry in _entries_of(content, token):
        number = entry.get("passage") if isinstance(entry, dict) else None
        if isinstance(number, bool) or not isinstance(number, int) or number not in found:
            raise WrongAnswerError("the answer is about passages that were not given")
        found[number].append(entry)
    return [_verdict(entries, point) for entries in found.values()]


def _entries_of(content: str, token: str) -> Sequence[Any]:
    """The list of verdicts in an answer."""
    text = _THOUGHTS.sub("", content)
    decoder = json.JSONDecoder()
    wrong = "the answer holds no JSON object"
    starts = [match.start() for match in re.finditer(r"\{", text)][:_OBJECTS]
    for start in starts:
        try:
            answer, _ = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            continue
        entries = answer.get("verdicts")
        if answer.get("id") == token and isinstance(entries, list):
            return entries
        if wrong != _NOT_OURS:
            wrong = _NOT_OURS if isinstance(entries, list) else "the answer holds no verdicts"
    raise WrongAnswerError(wrong)


def _verdict(entries: Sequence[Mapping[str, Any]], point: str) -> Verdict | NoVerdict:
    """The verdict on one passage."""
    if not entries:
        return NoVerdict(why="the answer leaves it out")
    if any(entry != entries[0] for entry in entries):
        return NoVerdict(why="the answer has two verdicts on it")
    relation, backs, reason = (entries[0].get(name) for name in ("relation", "backs", "reason"))
    if relation not in _RELATIONS:
        return NoVerdict(why="the answer has a relation that is none")
    told = " ".join(reason.split())[:_LONGEST_REASON] if isinstance(reason, str) else ""
    if relation != "part":
        return Verdict(relation=relation, reason=told)
    copied = _find_words(backs, point) if isinstance(backs, str) else None
    if copied is None:
        return NoVerdict(why="“part”, but of words that are not in the statement")
    return Verdict(relation="part", reason=told, score=len(copied) / len(point), backs=copied)


def _find_words(backs: str, point: str) -> str | None:
    """The words of a statement as they stand there, whatever case and marks they were copied with."""
    words = _WORDS.findall(backs)
    if not words:
        return None
    match = re.search(r"\b" + r"\W+".join(map(re.escape, words)) + r"\b", point, re.IGNORECASE)
    return match[0] if match else None
