"""Reads messages and mailboxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cache
from itertools import chain
from typing import Any

from summarizer.errors import ReadError
from summarizer.languages.data_sections import any_of_all
from summarizer.model import Document, Omission, PartialDate
from summarizer.readers.mail.bodies import (
    TOO_DEEP,
    around_parts,
    cut_deepest,
    decoded,
    is_too_deep,
    other_form,
    whole_of,
)
from summarizer.readers.mail.parts import (
    Parts,
    bare_subject,
    cut_signature,
    mark_sent_on,
    open_attachment,
    part_message,
    read_attachments,
)
from summarizer.readers.markup import part_markup
from summarizer.readers.registry import read_members
from summarizer.readers.source import SourceFile
from summarizer.readers.timestamps import parse_timestamp

# What begins a message: a sender and a time as mail programs write it, above a first field of a head. Prose may stand
# after an empty line too ("From Paris in 2023 …"); without one the sender is an address. Only the first line of a
# mailbox is taken for less.
_TIME = (
    rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:[A-Z][a-z]{2} +\d{1,2}|\d{1,2} +[A-Z][a-z]{2})"
    rb"(?: +\d{1,2}:\d\d(?::\d\d)?(?: +[A-Z]{1,5}| +[+-]\d{4})*+ +\d{4}| +\d{4} +\d{1,2}:\d\d(?::\d\d)?)"
)
_FROM_LINE = re.compile(
    rb"(?:\AFrom \S(?=[^\n]*\d{4})[^\n]*+\n"
    rb"|(?:(?:(?<=\n\n)|(?<=\n\r\n))From (?:\S[^\n]{0,200}? +)??|(?<=\n)From [^\s@]{1,200}@[^\s@]{1,200} +)"
    + _TIME
    + rb"[^\n]{0,80}\n"
    rb"(?=>?[!-9;-~]+:))"
)
_LONGEST = 2_000  # characters of a field that are read: the standard library makes 4 kB of each
_PERSON = re.compile(r"[\"']?(?P<name>[^\W\d_][\w.’'-]{0,40}(?: [^\W\d_][\w.’'-]{0,40}){1,3})[\"']?\s?[<\[]")
_THIN = 3  # a plain part with fewer than a third of the words of the marked-up one only says to look at that
_Body = tuple[
    str | None, tuple[Omission, ...], tuple[SourceFile, ...]
]  # its text, what it holds besides, what is attached


@cache
def _at() -> re.Pattern[str]:
    """What stands between the day and the time of day."""
    return re.compile(rf"\s{any_of_all('mail', 'at')}\s")


class _Bounded(policy.EmailPolicy):
    """Reads no more of a field than fields need."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """Read a field, as far as it is short."""
        is_long = isinstance(value, str) and not hasattr(value, "name") and len(value) > _LONGEST
        return super().header_fetch_parse(name, value[:_LONGEST] if is_long else value)


def read_mbox(raw: SourceFile) -> Iterator[Document]:
    """Read each message of a mailbox."""
    starts = list(_FROM_LINE.finditer(raw.data))
    if not starts:
        raise raw.unreadable("a mailbox", "no line begins a message")
    if len(starts) > raw.settings.members:
        raise raw.refusal("members")
    ends = [*(match.start() for match in starts[1:]), len(raw.data)]
    before = raw.data[: starts[0].start()]
    if before.strip():
        reason = "no line begins it as one of a mailbox"
        lost = [ReadError(f"{raw.name}: what stands before the first message is left out, {reason}.", path=raw.name)]
    else:
        lost = []
    messages = (
        raw.member(f"message {number}", f"{raw.stem}-{number}", _unquoted(raw.data[match.end() : end]))
        for number, (match, end) in enumerate(zip(starts, ends, strict=True), start=1)
    )
    yield from read_members(raw, chain(lost, messages), read=read_message)


def _unquoted(message: bytes) -> bytes:
    """A line of the text that begins with From was quoted, so that it does not begin a message."""
    return re.sub(rb"^>(>*From )", rb"\1", message, flags=re.MULTILINE)


def read_message(raw: SourceFile) -> Iterator[Document]:
    """Read a message: its body is the text, plain where that says it all, else from its markup."""
    try:
        message, (text, omitted, attached) = _open(raw)
        fields = _fields(message)
        if "outlet" not in fields:
            sent = ", ".join(str(message[name]) for name in ("From", "Date") if message[name])
            omitted = (*omitted, Omission(text=" ".join(sent.split()), rule="who sent it, when")) if sent else omitted
    except ReadError:
        raise
    except Exception as error:  # the header parser of the standard library raises many kinds on odd fields
        raise raw.unreadable("a message", error) from None
    if text is None:
        yield from _attached_alone(raw, attached, omitted)
        return
    parts = part_message(text, str(message["Subject"] or ""))
    yield Document(
        id=raw.stem, text=parts.text, omitted=(*omitted, *parts.omitted), kind="mail", **(fields | _sent_on(parts))
    )
    yield from read_attachments(raw, attached)


def _open(raw: SourceFile) -> tuple[EmailMessage, _Body]:
    """A message, its text, what it holds besides and what is attached; what is too deep within it is not read."""
    bounded: Any = _Bounded()  # its stub knows no subclass

    def read(data: bytes) -> tuple[EmailMessage, _Body]:
        message: EmailMessage = message_from_bytes(data, policy=bounded)
        return message, _body(raw, message)

    try:
        return read(raw.data)
    except RecursionError:
        return read(cut_deepest(raw.data))


def _attached_alone(
    raw: SourceFile, attached: tuple[SourceFile, ...], omitted: tuple[Omission, ...]
) -> Iterator[Document]:
    """Read what is attached to a message without text; the first of it says who sent it.

    Raises:
        ReadError: nothing is attached that can be read.
    """
    documents = [*read_attachments(raw, attached)]
    if all(document.skipped for document in documents):
        told = documents[0].skipped if documents else next((one.rule for one in omitted if one.rule == TOO_DEEP), None)
        reason = f"; {told}" if told else "."
        raise ReadError(f"{raw.name}: found a message without text{reason}", path=raw.name)
    yield replace(documents[0], omitted=(*omitted, *documents[0].omitted))
    yield from documents[1:]


def _sent_on(parts: Parts) -> dict[str, Any]:
    """What the head of a message that is sent on says: its author, day and subject, not those of who sent it on."""
    sender = _PERSON.match(parts.sender or "")
    fields = {
        "author": sender["name"] if sender else None,
        "published": parse_timestamp(_at().sub(" ", parts.date)) if parts.date else None,
        "title": bare_subject(parts.subject) if parts.subject else None,
    }
    return {name: value for name, value in fields.items() if value}


@dataclass(frozen=True, slots=True)
class _Told:
    """A message: what is told of its head where it is sent on, its text, what it holds besides, what is attached."""

    head: str
    text: str | None
    omitted: tuple[Omission, ...]
    attached: tuple[SourceFile, ...]
    is_within: bool = False

    @property
    def words(self) -> int:
        return len(cut_signature(self.text or "")[0].split())

    @property
    def whole(self) -> str:
        return f"{self.head}\n\n{self.text or ''}"


def _body(raw: SourceFile, message: EmailMessage) -> _Body:
    """The text of a message, what it holds besides, what is attached; a message within it counts if it says more."""
    told = _weightiest(raw, message)
    if len(told.attached) > raw.settings.members:
        raise raw.refusal("members")
    return (f"{mark_sent_on()}\n{told.whole}" if told.is_within else told.text), told.omitted, told.attached


def _weightiest(raw: SourceFile, message: Any) -> _Told:
    """A message, or of those within it, at whatever depth, the one that says more than those around it."""
    text, omitted, attached = _own_text(raw, message)
    head = (f"{name}: {_folded(message[name])}" for name in ("From", "Date", "Subject") if message[name])
    own = _Told("\n".join(head), text, omitted, attached)
    within = [_weightiest(raw, part.get_payload(0)) for part in _leaves(message) if _is_message(part)]
    main = max((own, *within), key=lambda told: told.words)
    left = [_omit(told, "message within") for told in within if told is not main]
    if main is not own and text:
        left.insert(0, _omit(own, "cover note"))
    every = (own, *within)
    return replace(
        main,
        omitted=(*chain(*(told.omitted for told in every)), *left),
        attached=tuple(chain(*(told.attached for told in every))),
        is_within=main is not own,
    )


def _omit(told: _Told, rule: str) -> Omission:
    return Omission(text=" ".join(told.whole.split()), rule=rule)


def _is_message(part: Any) -> bool:
    return bool(part.get_content_type() == "message/rfc822" and part.is_multipart())


def _leaves(message: Any) -> Iterator[Any]:
    """The parts of a message that hold no parts, and the messages within it, into which it does not look."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.is_multipart() and not _is_message(part):
            waiting += reversed(part.get_payload())
        else:
            yield part


def _own_text(
    raw: SourceFile, message: EmailMessage
) -> tuple[str | None, tuple[Omission, ...], tuple[SourceFile, ...]]:
    plain: list[str] = []
    marked: list[str] = []
    omitted: list[Omission] = [*around_parts(message)]
    attached: list[SourceFile] = []
    for part in _leaves(message):
        form = part.get_content_type()
        name = part.get_filename()
        if _is_message(part):
            continue
        if is_too_deep(part):
            omitted.append(Omission(text=whole_of(part), rule=TOO_DEEP))
        elif form.startswith("multipart/"):  # its parts are not parted as its head says
            plain.append(decoded(raw, part))
        elif name or part.get_content_disposition() == "attachment" or form not in ("text/plain", "text/html"):
            member = open_attachment(raw, part)
            rule = "attachment, a report of its own" if member else "attachment"
            omitted.append(Omission(text=name or form, rule=rule))
            attached += [member] if member else []
        elif form == "text/plain":
            if plain:  # a signature goes to the end of its part
                plain[-1], signed = cut_signature(plain[-1])
                omitted += signed
            plain.append(decoded(raw, part))
        else:
            marked.append(decoded(raw, part))
    read = [part_markup(source) for source in marked]
    chosen, other = ("\n".join(plain).strip("\n"), "\n".join(text for text, _ in read))
    if len(chosen.split()) * _THIN < len(other.split()):
        chosen, other = other, chosen
        omitted += (Omission(text=line, rule="hidden") for _, lines in read for line in lines if line not in chosen)
    omitted += other_form(chosen, other)
    return (chosen or None), tuple(omitted), tuple(attached)


def _fields(message: EmailMessage) -> dict[str, Any]:
    """Subject and date, and of a list its sender as the outlet: who sends a report on need not have written it."""
    sender = message.get("From")
    names = [address.display_name for address in getattr(sender, "addresses", ()) if address.display_name]
    is_list = any(message.get(name) for name in ("List-Id", "List-Unsubscribe", "List-Post"))
    name = names[0] if names else None
    url = message.get("Snapshot-Content-Location") or str(message.get("Archived-At") or "").strip("<> ")
    fields = {
        "title": bare_subject(_folded(message.get("Subject")) or ""),
        "outlet": _folded(name) if is_list else None,
        "published": _sent(message),
        "url": url if str(url).startswith("http") else None,
        "language": _folded(message.get("Content-Language")),
    }
    return {name: value for name, value in fields.items() if value}


def _folded(value: Any) -> str | None:
    return " ".join(str(value).split()) if value else None


def _sent(message: EmailMessage) -> PartialDate | None:
    """When it was sent, as its own head says, by the sender's clock: not when a message was that it quotes."""
    values = (_header(message, name) for name in ("Date", "Sent", "Resent-Date"))
    return next((moment for value in values if value and (moment := parse_timestamp(value))), None)


def _header(message: EmailMessage, name: str) -> str | None:
    """A field as it was sent: the standard library writes a date anew, and what it cannot read it leaves out."""
    found = next((value for key, value in message.raw_items() if key.casefold() == name.casefold()), None)
    return re.sub(r"(?<!\s)\s*+\([^()]*+\)\s*+$", "", _folded(found) or "") if found else None
