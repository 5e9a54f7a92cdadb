"""Marks which stretches of a report are its story and which are not; the text stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from summarizer.cleaning.boilerplate_rules import RULES, Adverts, Furniture, ends_story, find_furniture
from summarizer.cleaning.page_lines import Line, bare_end, read_lines
from summarizer.model import Document, DroppedSpan, Span
from summarizer.nlp.dates.publication_lines import end_of_opening_date, find_stamps, match_dateline

# Words and stop words of a line that is surely prose, and of one that is prose beside prose; after jusText (Pomikálek,
# "Removing Boilerplate and Duplicate Content from Web Corpora", 2011), in words instead of characters.
_GOOD_WORDS, _GOOD_STOPS = 10, 0.2
_LONG_WORDS = 25
# The share of words in lines with enough stop words, below which the list is not believed: of 645 English reports one
# has less than .83; of the Hebrew ones of MultiLing half have less than .1.
_TRUSTED = 0.8
_FAIR_WORDS = 3
_OPENING = 80  # characters in which a day at the start of a line ends, and a sentence begins

_EMPHASIS = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?P<inner>(?=[^\s*_])[^*_]++)(?P=mark)(?<!\s.)")


class _Verdict(NamedTuple):
    line: Line
    rule: str | None  # None: story


def clean_document(document: Document, language: str) -> Document:
    """Fill `kept` and `dropped` of a document that has not been cleaned; return any other as it is.

    A line goes by the first named rule that it meets, else by its density: how long it is, how many of its words are
    stop words, whether it ends as a sentence does, and what stands beside it. Datelines, section labels and agency
    tails come off the lines that they stand on.

    Args:
        document: A report.
        language: Code of its language.

    Returns:
        The same document; `kept` and `dropped` together hold all of its text that is not white space.
    """
    if document.kept is not None:
        return document
    text = document.text
    front = _front_matter_end(text)
    lines = [line for line in read_lines(text, language) if line.span.start >= front]
    verdicts = _spare_prose(_judge_by_density(_judge_by_rule(_trust_stops(lines))))
    kept: list[Span] = []
    dropped = [DroppedSpan(span=Span(start=0, end=front), rule="front matter")] if front else []
    for verdict in verdicts:
        if verdict.rule is None:
            body, cuts = _trim(verdict.line.span, text)
            kept.append(body)
            dropped.extend(cuts)
        else:
            dropped.extend(_drop(verdict.line, verdict.rule, text))
    cut = _cut_opening_date(kept, text)
    return replace(document, kept=tuple(kept), dropped=(*dropped, *cut))


def _cut_opening_date(kept: list[Span], text: str) -> list[DroppedSpan]:
    """Take the day off with which a story opens; where other lines open with one, each is that of an entry."""
    ends = (end_of_opening_date(span.of(text)[:_OPENING]) for span in kept)
    end = next(ends, 0)
    if not end or any(ends):
        return []
    first = kept[0]
    kept[0] = Span(start=first.start + end, end=first.end)
    return [DroppedSpan(span=Span(start=first.start, end=kept[0].start), rule="dateline")]


def _trust_stops(lines: list[Line]) -> list[Line]:
    """Leave stop words out of account where too few sentences hold them: the list, or the language, does not fit.

    Lists miss much of languages that glue particles to words (Korean, Hebrew), and pages state wrong languages.
    """
    said = [line for line in lines if line.ended and line.words >= _GOOD_WORDS]
    heard = sum(line.words for line in said if line.stops >= _GOOD_STOPS)
    if heard >= _TRUSTED * sum(line.words for line in said):
        return lines
    return [replace(line, stops=1.0) if line.ended else line for line in lines]


def _front_matter_end(text: str) -> int:
    match = re.match(r"---\n(?:[^\n]*\n)*?---[ \t]*(?:\n|$)", text)
    return match.end() if match and re.search(r"^\w[\w-]*:", match.group(), re.MULTILINE) else 0


def _judge_by_rule(lines: list[Line]) -> list[_Verdict]:
    latin = sum(line.words for line in lines if not RULES["foreign interface text"](line))
    is_latin = 2 * latin > sum(line.words for line in lines)
    verdicts: list[_Verdict] = []
    over = has_story = False
    adverts = Adverts()
    rules: dict[str, str | None] = {}  # each text is judged once: the rules go by it alone
    for line in lines:
        over = over or (has_story and ends_story(line))
        if line.text not in rules:
            rules[line.text] = _rule_for(line, is_latin=is_latin)
        rule = rules[line.text] or ("reader comments" if over else None)
        is_advert = adverts.holds(line)
        verdicts.append(_Verdict(line=line, rule=rule or ("advertisement" if is_advert else None)))
        has_story = has_story or verdicts[-1].rule is None
    return verdicts


def _rule_for(line: Line, *, is_latin: bool) -> str | None:
    for name, is_chrome in RULES.items():
        if (is_latin or name != "foreign interface text") and is_chrome(line):
            return name
    return None


def _judge_by_density(verdicts: list[_Verdict]) -> list[_Verdict]:
    judged: list[_Verdict] = []
    prose = next((at for at, one in enumerate(verdicts) if one.rule is None and _is_prose(one.line)), len(verdicts))
    for at, verdict in enumerate(verdicts):
        line, rule = verdict.line, verdict.rule
        beside = [verdicts[i] for i in (at - 2, at - 1, at + 1, at + 2) if 0 <= i < len(verdicts)]
        if rule is None and _is_caption(at, verdicts, is_first=at <= prose):
            rule = "caption"
        elif rule is None and _is_name_before_date(at, verdicts):
            rule = "byline"
        elif rule is None and not _is_prose(line):
            has_prose = any(other.rule is None and _is_prose(other.line) for other in beside)
            rule = None if has_prose and _is_prose_beside_prose(line) else _name_of_rest(line, has_prose=has_prose)
        judged.append(_Verdict(line=line, rule=rule))
    return judged


def _is_caption(at: int, verdicts: list[_Verdict], *, is_first: bool) -> bool:
    """Whether a line tells what a picture shows: a credit follows, and it opens the story or speaks as captions do.

    `is_first` says that no line before it is surely prose.
    """
    if at + 1 == len(verdicts) or verdicts[at + 1].rule != "photo credit" or verdicts[at + 1].line.words > 12:
        return False
    if any(own.gallery.match(verdicts[at + 1].line.small) for own in find_furniture()):
        return False
    line = verdicts[at].line
    is_title = at == 0 and not line.ended
    is_shown = any(own.caption.search(line.text) for own in find_furniture())
    return (is_first and not is_title) or is_shown or bool(find_stamps(line.text))


def _is_name_before_date(at: int, verdicts: list[_Verdict]) -> bool:
    """Whether a line is a bare name, perhaps with a place, between a title and a date: an author."""
    if not 0 < at < len(verdicts) - 1 or verdicts[at + 1].rule != "date line":
        return False
    before = verdicts[at - 1]
    is_titled = before.rule is None and not before.line.ended and before.line.words >= 4
    return is_titled and any(own.author.fullmatch(verdicts[at].line.text) for own in find_furniture())


def _is_prose(line: Line) -> bool:
    """Tell whether a line is surely prose, by itself."""
    if line.mark.startswith("#"):
        return False
    if line.ended:
        return line.words >= _GOOD_WORDS and line.stops >= _GOOD_STOPS
    return line.words >= _LONG_WORDS and line.stops >= _GOOD_STOPS


def _is_prose_beside_prose(line: Line) -> bool:
    if line.mark.startswith("#"):
        return False
    if line.ended or (line.text.endswith(":") and line.stops > 0):
        return line.words >= _FAIR_WORDS or line.text[0] in '“"‘'
    return bool(line.mark) and line.words >= 6 and line.stops > 0


def _name_of_rest(line: Line, *, has_prose: bool) -> str:
    is_heading = has_prose or line.mark.startswith("#") or 4 <= line.words < _LONG_WORDS
    return "heading" if is_heading and not line.ended and line.words >= 2 else "interface text"


def _spare_prose(verdicts: list[_Verdict]) -> list[_Verdict]:
    """Where nothing was found to be story, keep short texts, odd ones, and what a credit ends."""
    if any(verdict.rule is None for verdict in verdicts):
        return verdicts
    doubted = [
        verdict
        for verdict in verdicts
        if verdict.rule in ("interface text", "heading") or (verdict.rule == "photo credit" and _is_prose(verdict.line))
    ]
    spared = [verdict for verdict in doubted if verdict.line.ended] or [
        v for v in doubted if v.line.words >= _GOOD_WORDS
    ]
    indices = {verdict.line.index for verdict in spared}
    return [verdict._replace(rule=None) if verdict.line.index in indices else verdict for verdict in verdicts]


def _trim(span: Span, text: str) -> tuple[Span, list[DroppedSpan]]:
    """Take dateline, section label, list mark and agency tail off a line of the story."""
    start, end = span.start, span.end
    cuts: list[DroppedSpan] = []

    def cut_front(length: int, rule: str) -> None:
        nonlocal start
        cuts.append(DroppedSpan(span=Span(start=start, end=start + length), rule=rule))
        start += length

    mark = re.match(r"(?:>\s+|[-*•·▪●–—]\s+|--\s*(?=[A-Z“\"]))", text[start:end])
    if mark:
        cut_front(mark.end(), "list mark")
    dateline = match_dateline(text[start:end]) or _credit_before(text[start:end])
    if dateline:
        cut_front(dateline.end(), "dateline")
    label = _section_label(text[start:end])
    if label and not _is_speech_label(label.group()):
        cut_front(label.end(), "section label")
    for rule, tail_of in (("agency tail", _credit_behind), ("read also", _link_behind)):
        tail = tail_of(text[start:end])
        if tail and tail.start() > 0:
            cuts.append(DroppedSpan(span=Span(start=start + tail.start(), end=end), rule=rule))
            end = start + tail.start()
    bare = bare_end(text, start, end)
    if bare < end:
        cuts.append(DroppedSpan(span=Span(start=bare, end=end), rule="sign behind"))
    emphasis = _EMPHASIS.fullmatch(text, start, bare) if text[start:bare].startswith(("*", "_")) else None
    if emphasis:
        inner = Span(start=emphasis.start("inner"), end=emphasis.end("inner"))
        around = (Span(start=start, end=inner.start), Span(start=inner.end, end=bare))
        return inner, [*cuts, *(DroppedSpan(span=span, rule="emphasis") for span in around)]
    return Span(start=start, end=bare), cuts


def _drop(line: Line, rule: str, text: str) -> list[DroppedSpan]:
    """Drop a line that is no story. The agency behind a caption that its page cuts short credits the report, too."""
    span = line.span
    tail = _credit_behind(span.of(text)) if rule == "photo credit" and "... (" in line.text else None
    if not tail:
        return [DroppedSpan(span=span, rule=rule)]
    middle = span.start + tail.start()
    return [
        DroppedSpan(span=Span(start=span.start, end=middle), rule=rule),
        DroppedSpan(span=Span(start=middle, end=span.end), rule="agency tail"),
    ]


def _credit_before(line: str) -> re.Match[str] | None:
    return _first(own.credit_before.match(line) for own in find_furniture())


def _section_label(line: str) -> re.Match[str] | None:
    return _first(own.section_label.match(line) for own in find_furniture())


def _credit_behind(line: str) -> re.Match[str] | None:
    return _first(own.credit_behind.search(line) for own in find_furniture() if may_have_tail(line, own))


def _link_behind(line: str) -> re.Match[str] | None:
    return _first(own.link_behind.search(line) for own in find_furniture() if may_have_tail(line, own))


def _first(matches: Iterable[re.Match[str] | None]) -> re.Match[str] | None:
    return next(filter(None, matches), None)


def may_have_tail(line: str, furniture: Furniture) -> bool:
    """Tell whether a line ends with a bracket, or with the name of an agency: spares a costly search in most."""
    return line.rstrip().rstrip(".").rstrip().casefold().endswith(furniture.tail_ends)


def _is_speech_label(label: str) -> bool:
    """Tell whether a label names a speaker rather than a section: its inner words are capitalized, a colon follows."""
    return ":" in label and any(word[0].isupper() for word in label.rstrip(": ").split()[1:] if word[0].isalpha())
