"""Parts a draft into sentences; nothing is dropped, and every offset counts the draft's own characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from summarizer.checking.references import REFERENCE, Reference, find_references
from summarizer.cleaning.split_sentences import split_document
from summarizer.languages.data_sections import find_all_sections
from summarizer.languages.word_records import Words
from summarizer.model import Document, Sentence, Span
from summarizer.nlp.sentences.verbs import find_verbs, is_verb

_WIDEST = 140  # characters of a line beyond which nobody wraps a text
_FEW = 4  # words of a line from which its length tells the width of the text: an address may be longer
_FEWEST_WORDS = 3  # words of a line that may assert something
_LINE = re.compile(r"[^\n]+")
_PREFIX = re.compile(r"[ \t]*(?:(?:#{1,6}|>|[-*+•–]|\(?\d{1,3}[.)])[ \t]+)+|[ \t]+")
_ITEM = re.compile(r"[ \t]{0,80}(?:#{1,6}[ \t]|>|[-*+•–][ \t]|\(?\d{1,3}[.)][ \t]|\||\\?\[\^?\w{1,9}\\?\](?::|[ \t]))")
_MARKUP = re.compile(
    r"\x1b\[[0-9;]{0,20}[A-Za-z]|"
    r"(?<![\w*])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\w*])|`|\]\([^()\s]*\)|!?\[(?=[^\[\]]*\]\()|\\(?=\W)"
)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S{1,2000}")
_LABEL = re.compile(r"^[A-Z][A-Z .'’-]{1,30}:(?=[ \t])", re.MULTILINE)  # who speaks in a transcript
_SIGNATURE = re.compile(r"summarizer/\d{1,3}\.\d{1,3}\.\d{1,3} ")  # that of a briefing of ours
_NUMBERED = re.compile(r"[ \t]{0,80}(?:[-*+•][ \t])?\\?[\[(]?\^?\d{1,3}(?:\\?\]:?|[.)])[ \t]")
_NOTE = re.compile(r"\\?\[\^\w+\\?\]:")  # a footnote of Markdown
_NO_STORY = re.compile(r"[\s|:*_=~–—-]*")
_FORMS = {"?": "a question", "？": "a question", ":": "it leads to what follows"}
_ENDS = tuple(".!?…。！？")


class _SourceLists(Words):
    """How a language heads lists of sources, by the keys of its section "source_lists"; the data file says which."""

    list_heading: re.Pattern[str]


class _DraftWords(Words):
    """What our briefings put around their points, by the keys of the section "drafts"; the data file says which."""

    own_line: re.Pattern[str]
    own_mark: re.Pattern[str]


@cache
def _draft_words() -> tuple[_DraftWords, ...]:
    return tuple(section.fill(_DraftWords) for section in find_all_sections("drafts"))


@cache
def _source_lists() -> tuple[_SourceLists, ...]:
    return tuple(section.fill(_SourceLists) for section in find_all_sections("source_lists"))


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSentence:
    """A sentence of a draft, or a line that asserts nothing.

    Attributes:
        sentence: The sentence, its references and marks blanked out, so that its offsets are those of the draft.
        shown: Where it stands with the references and marks at its ends.
        references: The citations of sources that stand in it or right behind it.
        why: Why it is not checked; None where it is.
    """

    sentence: Sentence
    shown: Span
    references: tuple[Reference, ...]
    why: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft, ready to be held against reports.

    Attributes:
        document: The draft as it was read.
        plain: Its text with references and marks of format blanked out, as long as it.
        sentences: Its sentences in order.
        lists: The paragraphs of its lists of sources and footnotes, which tell what a number means.
    """

    document: Document
    plain: str
    sentences: tuple[DraftSentence, ...]
    lists: tuple[str, ...]


def split_draft(document: Document, language: str) -> Draft:
    """Part a draft into sentences.

    Args:
        document: The draft, as `read_draft` or `Document.from_text` gives it.
        language: Code of its language.

    Returns:
        All that is no white space, in order. Headings that assert nothing, fragments and lists of sources are told
        apart: they are not checked.
    """
    text = document.text
    paragraphs = [*_paragraphs(text)]
    is_ours = bool(_SIGNATURE.search(text))
    listed = _find_lists(text, paragraphs, is_ours=is_ours)
    own = _blank(text, [words.own_mark for words in _draft_words()]) if is_ours else text
    plain = _blank(own, [REFERENCE, _ADDRESS, _LABEL, _MARKUP])
    story = [(at, span) for at, span in enumerate(paragraphs) if at not in listed]
    kept = replace(document, text=plain, kept=tuple(span for _, span in story), language=language)
    sentences, strays = split_document(kept, language)
    numbered = {place: at for place, (at, _) in enumerate(story)}
    placed = [replace(one, paragraph=numbered[one.paragraph]) for one in sentences]
    asserting = [(one, _why_unchecked(one, language)) for one in placed]
    unchecked = [(drop.span, "a fragment without a sentence") for drop in strays]
    unchecked += [(paragraphs[at], "sources or notes") for at in sorted(listed)]
    starts = [span.start for span in paragraphs]
    asserting += [(_as_sentence(span, document, plain, starts), why) for span, why in unchecked]
    asserting.sort(key=lambda one: one[0].span.start)
    references = find_references(own)
    owned = _assign(text, references, [one for one, _ in asserting])
    shown = _with_marks(text, plain, [one.span for one, _ in asserting])
    return Draft(
        document=document,
        plain=plain,
        sentences=tuple(
            DraftSentence(sentence=one, shown=shown[place], references=tuple(owned[place]), why=why)
            for place, (one, why) in enumerate(asserting)
        ),
        lists=tuple(text[_line_start(text, paragraphs[at]) : paragraphs[at].end] for at in sorted(listed)),
    )


def _paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs of a text: its lines, but for those that go on where the width of a line ran out."""
    lines = [Span(start=match.start(), end=match.end()) for match in _LINE.finditer(text) if match.group().strip()]
    width = max((len(line.of(text).rstrip()) for line in lines if len(line.of(text).split()) > _FEW), default=0)
    started: int | None = None
    for at, line in enumerate(lines):
        started = line.start if started is None else started
        after = lines[at + 1] if at + 1 < len(lines) else None
        if after is None or after.start != line.end + 1 or not _goes_on(text, line, after, width):
            yield from _within(text, started, line.end)
            started = None


def _goes_on(text: str, line: Span, after: Span, width: int) -> bool:
    """Whether the next line belongs to the paragraph of this one."""
    one, other = line.of(text), after.of(text)
    if width > _WIDEST or _ITEM.match(other) or one.lstrip().startswith("#"):
        return False
    is_full = len(one.rstrip()) + 1 + len(other.split(None, 1)[0]) > width
    return is_full or (other.lstrip()[:1].islower() and not one.rstrip().endswith(_ENDS))


def _within(text: str, start: int, end: int) -> Iterator[Span]:
    """A paragraph without the marks of lists and headings before it, and without white space around it."""
    prefix = _PREFIX.match(text, start, end)
    start = prefix.end() if prefix else start
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end and not _NO_STORY.fullmatch(text, start, end):
        yield Span(start=start, end=end)


def _find_lists(text: str, paragraphs: Sequence[Span], *, is_ours: bool) -> set[int]:
    """The paragraphs of lists of sources and of footnotes: their entries, which are no sentences by themselves.

    In a briefing of ours all that stands below such a heading belongs to it.
    """
    listed: set[int] = set()
    within = False
    for at, span in enumerate(paragraphs):
        words = span.of(text)
        plain = words.strip(" *_:#")
        if _NOTE.match(words) or (is_ours and any(own.own_line.fullmatch(plain) for own in _draft_words())):
            listed.add(at)
            continue
        line = text[_line_start(text, span) : span.end]
        if any(one.list_heading.fullmatch(plain) for one in _source_lists()):
            within = True
            listed.add(at)
        elif within and line.startswith("#"):
            within = False
        elif within and (is_ours or _is_entry(line)):
            listed.add(at)
    return listed


def _is_entry(line: str) -> bool:
    """Whether a line is an entry of a list of sources: numbered, with an address, or no whole sentence."""
    return bool(_NUMBERED.match(line) or _ADDRESS.search(line)) or not line.rstrip().endswith(_ENDS)


def _line_start(text: str, span: Span) -> int:
    return text.rfind("\n", 0, span.start) + 1


def _blank(text: str, patterns: Iterable[re.Pattern[str]]) -> str:
    """A text with what some patterns match blanked out, as long as before."""

    def spaces(match: re.Match[str]) -> str:
        return " " * len(match.group())

    for pattern in patterns:
        text = pattern.sub(spaces, text)
    return text


def _with_marks(text: str, plain: str, spans: Sequence[Span]) -> list[Span]:
    """Stretches of a text, each with what was blanked out right before it, and behind it in its line."""
    starts = []
    for at, span in enumerate(spans):
        least, start = spans[at - 1].end if at else 0, span.start
        while start > least and plain[start - 1] == " " and not text[start - 1].isspace():
            start -= 1
        starts.append(start)
    shown = []
    for start, span, following in zip(starts, spans, [*starts[1:], len(text)], strict=False):
        end = at = span.end
        while at < following and (plain[at] == " " or text[at] in " \t"):
            at += 1
            end = at if not text[at - 1].isspace() else end
        shown.append(Span(start=start, end=end))
    return shown


def _why_unchecked(sentence: Sentence, language: str) -> str | None:
    """Why a line is no assertion; None where it is one."""
    text = sentence.text.strip()
    form = next((why for mark, why in _FORMS.items() if text.rstrip("\"'”’»").endswith(mark)), None)
    if text.startswith("|") or form:
        return form or "a row of a table"
    is_ended = text.endswith((*_ENDS, '"', "”", "»"))
    if sentence.words < _FEWEST_WORDS - is_ended:
        return "too short to assert anything"
    tokens = sentence.tokens
    if (is_ended and sentence.words >= _FEWEST_WORDS) or find_verbs(language) is None:
        return None
    has_verb = any(is_verb(token, tokens[at - 1] if at else "", language) for at, token in enumerate(tokens))
    return None if has_verb else "too short to assert anything" if is_ended else "a heading without a verb"


def _as_sentence(span: Span, document: Document, plain: str, starts: Sequence[int]) -> Sentence:
    """A stretch that is not checked, as a sentence without words; `starts` are those of the paragraphs."""
    return Sentence(
        id=-1,
        document=document.id,
        span=span,
        text=span.of(plain),
        position=0,
        paragraph=max(0, bisect_right(starts, span.start) - 1),
        words=len(span.of(plain).split()),
        tokens=(),
        terms=(),
    )


def _assign(text: str, references: Sequence[Reference], sentences: Sequence[Sentence]) -> list[list[Reference]]:
    """The references of each sentence: in it, behind it before the next one, or alone before it in its line."""
    owned: list[list[Reference]] = [[] for _ in sentences]
    starts = [one.span.start for one in sentences]
    for reference in references:
        place = bisect_right(starts, reference.span.start) - 1
        following = starts[place + 1] if place + 1 < len(starts) else None
        opens = following is not None and _opens_line(text, reference.span, following)
        if opens or place >= 0:
            owned[place + 1 if opens else place].append(reference)
    return owned


def _opens_line(text: str, span: Span, following: int) -> bool:
    """Whether nothing but references stands before a stretch in its line, and between it and the sentence behind it."""
    beside = text[_line_start(text, span) : span.start] + text[span.end : following]
    return "\n" not in beside and not REFERENCE.sub("", beside).strip(" \t>-*+•")
