"""The parts of a message: what its sender wrote, forwarded, quoted and attached."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from summarizer.errors import MissingExtraError, ReadError
from summarizer.languages.data_sections import any_of_all, find_all_sections
from summarizer.model import Document, Omission
from summarizer.readers.registry import READERS, detect_kind, read_kind
from summarizer.readers.source import SourceFile

_HEAD = 12  # lines that the head of a quoted message takes at most
_DEEPEST = 20  # messages within each other that are looked into
_LINE = 400  # characters of a line that tells of a message at most
_TIMED = re.compile(r"<[^<>\s@]{1,80}@[^<>\s]{1,80}>|\d{1,2}[:.h]\d\d")
_HALF = re.compile(r"\d{1,2}[:.h]\d\d|\b\d{4}\b")
_SIGNATURE = re.compile(r"^-- ?$")
_WRITTEN = ("text", "html")  # kinds of which programs attach lines of their own: footers, notices of scanners
_LEAST = 25  # words of such an attachment that may be a report


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of a message.

    Attributes:
        text: The report: what is sent on, with its head, or what the sender wrote.
        omitted: The rest.
        sender, date, subject: Of what is sent on, as its head says.
        words: Of the report, its head apart.
    """

    text: str
    omitted: tuple[Omission, ...] = ()
    sender: str | None = None
    date: str | None = None
    subject: str | None = None
    words: int = 0


@cache
def _marker() -> re.Pattern[str]:
    """What stands above a message that is sent on, or else answered."""
    names = ("forwarded", "original")
    return re.compile(rf"^[\s>*_-]{{0,60}}{_groups(*names)}\s*:?[\s*_-]{{0,60}}$", re.IGNORECASE)


@cache
def _field() -> re.Pattern[str]:
    names = ("from", "sent", "subject", "others")
    return re.compile(rf"^\*?{_groups(*names)}\s?:\*?\s*(?P<value>\S.*)?$", re.IGNORECASE)


@cache
def _intro() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of_all('mail', 'wrote')}\b.{{0,120}}:$", re.IGNORECASE)


@cache
def _prefix(*names: str) -> re.Pattern[str]:
    entries = any_of_all("mail", *names)
    return re.compile(rf"^\s*(?:\[\w{{1,20}}\]\s*)?(?:{entries}(?:\[\d+\])?\s?:\s*)+", re.IGNORECASE)


def _groups(*names: str) -> str:
    """A group for the words of each name, those of "from" called "sender"."""
    groups = (f"(?P<{'sender' if name == 'from' else name}>{any_of_all('mail', name)})" for name in names)
    return f"(?:{'|'.join(groups)})"


def bare_subject(subject: str) -> str:
    """Return a subject without what says that it was answered or sent on ("Re:", "WG:")."""
    return _prefix("forwards", "answers").sub("", subject) or subject


def mark_sent_on() -> str:
    """Return what programs write above a message that is sent on."""
    words = next(section for section in find_all_sections("mail") if section.language == "en")
    return f"---------- {words.listed('forwarded')[0]} ----------"


def cut_signature(text: str) -> tuple[str, tuple[Omission, ...]]:
    """Cut a signature from the end of a part of a message."""
    lines = text.split("\n")
    at = next((number for number, line in enumerate(lines) if _SIGNATURE.match(line)), len(lines))
    return "\n".join(lines[:at]), _omit(lines[at:], "signature")


def part_message(text: str, subject: str) -> Parts:
    """Tell what a message's sender wrote from what is sent on and from what is quoted.

    Of messages that send each other on, the report is the one that says most.

    Args:
        text: The body.
        subject: The subject, which tells of programs that mark what is sent on like what is answered.
    """
    parts, rest = _part(text.split("\n"), subject)
    chain = [parts]
    while rest and len(chain) < _DEEPEST and _is_sent_on(rest[0], chain[-1].subject or ""):
        parts, rest = _part(rest, chain[-1].subject or "")
        chain.append(parts)
    main = max(chain, key=lambda one: one.words)
    told = [one for parts in chain for one in (*_apart(parts, chain, main), *parts.omitted)]
    return replace(main, omitted=(*told, *_omit(rest, "quoted message")))


def _apart(parts: Parts, chain: list[Parts], main: Parts) -> tuple[Omission, ...]:
    """The text of a message that was sent on, or that sends on, another that is the report."""
    if parts is main:
        return ()
    is_above = chain.index(parts) < chain.index(main)
    return _omit(parts.text.split("\n"), "cover note" if is_above else "quoted message")


def _is_sent_on(line: str, subject: str) -> bool:
    """Whether a message that begins at a line is sent on: a mark says so, or the subject of the one around it."""
    marker = _marker().match(line[:_LINE])
    return bool(marker and marker["forwarded"]) or bool(_prefix("forwards").match(subject))


def _part(lines: list[str], subject: str) -> tuple[Parts, list[str]]:
    """A message without the one that it quotes, or else the one that it sends on; and the lines that follow it."""
    at = _next_message(lines, 0)
    is_sent_on = at is not None and _is_sent_on(lines[at], subject)
    is_answer = bool(_prefix("answers").match(subject))
    own, left = _without_quoted(lines if at is None else lines[:at], is_answer=is_answer)
    if at is None or (own.strip() and not is_sent_on):
        return Parts(text=own, omitted=left, words=len(own.split())), [] if at is None else lines[at:]
    body = _unmarked(lines[at:])
    head: dict[str, str] = {}
    start = next((number for number, line in enumerate(body[:_HEAD]) if _field().match(line)), 1)  # behind the mark
    end = start
    while end < len(body) and (found := _field().match(body[end][:_LINE])):
        head |= {name: found["value"] for name in ("sender", "sent", "subject") if found[name]}
        end += 1
    following = _next_message(body, end)
    inner = len(body) if following is None else following
    own, left = _without_quoted(body[end:inner], is_answer=False)
    parts = Parts(
        text="\n".join([*body[start:end], own]),
        omitted=(*_omit(lines[:at], "cover note"), *left),
        sender=head.get("sender"),
        date=head.get("sent"),
        subject=head.get("subject"),
        words=len(own.split()),
    )
    return parts, body[inner:]


def _next_message(lines: list[str], start: int) -> int | None:
    """Where another message begins, from a line on; what introduces it may be broken over two lines."""
    at = next((number for number in range(start, len(lines)) if _begins(lines, number)), None)
    if at is None:
        return None
    return at - (at > start and _is_intro(lines, at) and _is_broken(lines[at - 1]))


def _is_broken(line: str) -> bool:
    """Whether a line is the first half of one that says who wrote what follows, and when."""
    return bool(_HALF.search(line[:_LINE])) and not line.rstrip().endswith((".", "!", "?"))


def _begins(lines: list[str], number: int) -> bool:
    """Whether another message begins at a line: a mark of a mail program, or a head of three fields or more."""
    line = lines[number][:_LINE]
    if _marker().match(line):
        return True
    first = _field().match(line)
    if first is not None and first["sender"]:
        following = [found for other in lines[number + 1 : number + 5] if (found := _field().match(other[:_LINE]))]
        is_sure = "@" in line or any(found["subject"] for found in following)
        return is_sure and any(found["sent"] for found in following) and len(following) > 1
    return _is_intro(lines, number) and not any(other.startswith(">") for other in lines[number + 1 : number + 4])


def _is_intro(lines: list[str], number: int) -> bool:
    """Whether a line, or two, say who wrote what follows, and when ("On Tue, 12 Mar 2024 at 08:02, A <a@b> wrote:")."""
    line = lines[number].strip()
    if not line.endswith(":") or len(line) > _LINE or not _intro().search(line):
        return False
    return bool(_TIMED.search(" ".join(lines[max(0, number - 1) : number + 1])))


def _without_quoted(lines: list[str], *, is_answer: bool) -> tuple[str, tuple[Omission, ...]]:
    """Lines without those that quote what is answered, and without the signature."""
    kept: list[str] = []
    quoted: list[str] = []
    signed: list[str] = []
    for number, line in enumerate(lines):
        is_answer = is_answer or _is_intro(lines, number)
        if signed or _SIGNATURE.match(line):
            signed.append(line)
        elif is_answer and (line.startswith(">") or _is_intro(lines, number)):
            if kept and not line.startswith(">") and _is_broken(kept[-1]):
                quoted.append(kept.pop())
            quoted.append(line)
        else:
            kept.append(line)
    return "\n".join(kept), (*_omit(quoted, "quoted message"), *_omit(signed, "signature"))


def _unmarked(lines: list[str]) -> list[str]:
    """Lines without the marks of a quotation, where all but the first, that says what follows, have them."""
    told = [line for line in lines[1:] if line.strip()]
    if told and all(line.startswith(">") for line in told):
        return [line.removeprefix(">").removeprefix(" ") for line in lines]
    return lines


def _omit(lines: list[str], rule: str) -> tuple[Omission, ...]:
    text = " ".join(" ".join(lines).split())
    return (Omission(text=text, rule=rule),) if text else ()


def open_attachment(raw: SourceFile, part: Any) -> SourceFile | None:
    """Return what is attached, where it may be a report; None for a picture, a signature, a line or two.

    Args:
        raw: The message.
        part: The part of it.
    """
    name = part.get_filename() or part.get_content_type()
    data = part.get_payload(decode=True) or b""
    if not data or raw.depth >= raw.settings.nesting:
        return None
    stem = name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    member = raw.member(name, stem or raw.stem, data)
    kind = detect_kind(member)
    is_told = kind != "text" or member.ending in READERS["text"].endings or name == "text/plain"
    is_brief = kind in _WRITTEN and len(data.split(None, _LEAST)) < _LEAST
    return member if is_told and not is_brief else None


def read_attachments(raw: SourceFile, members: Iterable[SourceFile]) -> Iterator[Document]:
    """Read what is attached to a message; what cannot be read becomes a document that says why.

    Args:
        raw: The message.
        members: What `open_attachment` returned for its parts.
    """
    for member in members:
        try:
            raw.account(len(member.data))
            for document in read_kind(member):
                yield document if document.path else replace(document, path=member.name)
        except (ReadError, MissingExtraError) as error:
            yield Document(id=member.stem, text="", path=member.name, skipped=str(error))
