"""How a sentence opens: its main clause with who says it, and whether its subject is new or known from before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from summarizer.languages.word_records import Words
from summarizer.nlp.sentences.verbs import holds_verb
from summarizer.nlp.speakers.attribution import find_attribution

_LONGEST = 22  # words from which an opening is cut where a clause of it ends
_STUB = 8  # words of an opening that most often leave out what happened
_OVER = 8  # words by which one may pass the limit rather than be a stub, or lose what happened behind "when"
_FEWEST = 4  # words of an opening
_FARTHEST = 1000  # characters of a sentence; what is longer is no sentence
_LONGEST_CREDIT = 12  # words of who says it that are added to an opening

_SHOUTED = re.compile(r"^(?=[^a-zß-öø-ÿ]{9})(?:[^\W\d_a-zß-öø-ÿ]+ ){2,5}(?=[\w“\"‘]*[a-zß-öø-ÿ])")
_DASHES = ("–", "—", " - ", " -- ")
_DASHED = re.compile(r"\s?[–—][^–—]*(?:[–—]|$)")
_QUOTED = re.compile(r"“[^”]{0,1500}”|\"[^\"]*\"")
_REPEATED = re.compile(r"\b(\w{1,40}(?:\s\w{1,40}){3,20})\s\1\b")
_QUOTES = tuple("“\"'‘«„(")
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")


class _Clauses(Words, section="openings"):
    """How clauses begin and end in one language; the data file says what each is for."""

    language: str
    small: frozenset[str]
    abbreviated: tuple[str, ...]
    dangling: frozenset[str]
    listing: tuple[str, ...]
    addressed: re.Pattern[str]
    connective: re.Pattern[str]
    filed: re.Pattern[str]
    boundary: re.Pattern[str]
    circumstance: re.Pattern[str]
    while_this: re.Pattern[str]
    under_way: re.Pattern[str]
    then: re.Pattern[str]
    half: re.Pattern[str]
    says_that: re.Pattern[str]
    subordinate: re.Pattern[str]
    late: re.Pattern[str]
    participle: re.Pattern[str]
    introduction: re.Pattern[str]
    said: re.Pattern[str]
    spoken: re.Pattern[str]
    of_relative: re.Pattern[str]
    relative: re.Pattern[str]
    goes_on: re.Pattern[str]
    opens_aside: re.Pattern[str]
    enclosed: re.Pattern[str]
    another: re.Pattern[str]
    credit: re.Pattern[str]
    pair: re.Pattern[str]
    listed: re.Pattern[str]


def opening_assertion(sentence: str, language: str, longest: int = _LONGEST) -> str | None:
    """Return what a sentence says first, with who says it; None where that cannot be told.

    A sentence is cut only where a clause of it ends, and only if a main clause stands before: never within a phrase.
    Where somebody is told to say it behind the cut, that is added: a claim is no fact.
    A sentence stays whole where it is not known how clauses end in its language.

    Args:
        sentence: A sentence.
        language: Code of its language.
        longest: Words beyond which it is cut.
    """
    text = " ".join(sentence.split())
    if len(text) > _FARTHEST:
        return None
    own = _Clauses.find(language)
    if own is None:
        return None if text.endswith(("?", "!")) or text[:1] in _QUOTES else text.rstrip(".") or None
    text = _SHOUTED.sub(partial(_lower, own), own.connective.sub("", own.filed.sub("", text)))
    if len({*(pairs := [*pairwise(text.split())])}) < len(pairs) and _REPEATED.search(text):  # words twice in a row
        return None
    if text.endswith(("?", "!", ":")) or text[:1] in _QUOTES:
        return None
    if own.addressed.search(_QUOTED.sub("", text)):
        return None
    cuts = list(_cut(text if text.endswith(own.abbreviated) else text.rstrip(" .,;:–—-"), own))
    if not cuts:
        return None
    opening, credit = min(cuts, key=lambda one: _unfitness(text, one[0], longest, own))
    return f"{opening[0].upper()}{opening[1:]}{credit}"


def leave_out_asides(text: str, language: str, longest: int = _LONGEST) -> str:
    """Take out of a stretch of text what is said by the way, as long as it is too long: what is left is as true.

    That is what stands before its main clause, unless it is a condition, a time or who says it; then what dashes or
    commas enclose, the last first, unless it tells who says the rest, or when; "who was accused" tells neither.
    """
    own = _Clauses.find(language)
    if own is None:
        return text
    introduction = own.introduction.match(text)
    if introduction and len(text.split()) > longest and not own.spoken.search(introduction[0]):
        text = f"{text[introduction.end()].upper()}{text[introduction.end() + 1 :]}"
    whole = length = len(text)
    asides = _asides_of(text, own) if len(text.split()) > longest else []
    for aside in sorted(asides, key=lambda one: -one.start()):
        before = text[: aside.start()]
        if (
            len(text.split()) <= longest
            or aside.end("aside") > whole
            or (own.spoken.search(aside["aside"]) and not own.relative.match(aside["aside"]))
            or _is_introduction(before, own)
        ):
            continue
        comma = "," if own.opens_aside.search(before) else ""
        text = f"{before}{comma} {text[aside.end('aside') :].lstrip()}"
        whole = aside.start()
    # What stood before "…, who dressed the queen," may now stand between the subject and its verb.
    return text if len(text) == length else leave_out_asides(text, language, longest)


def _cut(text: str, own: _Clauses) -> Iterator[tuple[str, str]]:
    """The stretches from a sentence's beginning on that say something, each with who is told behind it to say it."""
    told = find_attribution(text, own.language)
    opens = next((end for start, end in told if start == 0), 0)
    found = [*((match.start(), match.end()) for match in own.credit.finditer(text)), *told]
    behind = ((start, end) for start, end in found if text[start] == "," and not own.another.match(text, start))
    at, until = next(behind, (len(text), len(text)))
    credit = text[at:until].rstrip(" ,")
    asides = _asides_of(text, own)
    ends = {match.start() for match in own.boundary.finditer(text)} | {at, len(text)}
    for end in sorted(ends):
        stretch = text[:end].rstrip(" ,;:–—-")
        if any(start < end < stop for start, stop in told) or _is_open(text, end):
            continue
        if _breaks_off(text, end, asides, own) or not _is_assertion(stretch[opens:].lstrip(), own):
            continue
        if end > at:
            yield stretch, ""
        elif len(credit.split()) <= _LONGEST_CREDIT:
            yield stretch, credit


def _asides_of(text: str, own: _Clauses) -> list[re.Match[str]]:
    """What dashes or commas enclose in a stretch."""
    pairs = own.pair.finditer(text) if any(map(text.__contains__, _DASHES)) else ()
    return [*pairs, *(own.enclosed.finditer(text) if text.count(",") > 1 else ())]


def _breaks_off(text: str, end: int, asides: Sequence[re.Match[str]], own: _Clauses) -> bool:
    """Whether what stands up to there has its verb, or the end of its clause, only behind it."""
    if end == len(text):
        return False
    opening = text[:end]
    if own.half.search(opening) or own.listed.match(text, end):
        return True
    if own.while_this.match(text, end) and len(opening.split()) <= _STUB:  # "The vote comes"
        return True
    if any(one.start() < end <= one.end("aside") or (one.start() == end and not one["anew"]) for one in asides):
        return True
    if own.under_way.search(opening) and own.then.match(text[end:]):
        return True
    *_, clause = (found := own.says_that.split(_DASHED.sub(" ", opening)))
    if len(found) > 1 and (not holds_verb(clause, own.language) or _is_introduction(clause, own)):
        return True
    return text[end] == "," and _is_introduction(opening, own)


def _is_introduction(text: str, own: _Clauses) -> bool:
    """Whether a stretch without a comma opens as what stands before a main clause does: "In May", "after he left"."""
    return "," not in text and bool(own.late.match(text[:1].upper() + text[1:]))


def _unfitness(text: str, opening: str, longest: int, own: _Clauses) -> tuple[int, bool, int]:
    """How badly an opening of a text fits: the longest that fits best, one a little long before a stub.

    Behind "when", "but" or "injuring" a text often tells what happened: what is cut there is taken for a stub.
    """
    words = len(opening.split())
    leaves_out = bool(own.circumstance.match(text, len(opening)))
    if words > longest:
        return (1, leaves_out, words) if words <= longest + _OVER else (3, False, words)
    return (2 if words <= _STUB or leaves_out else 0, False, -words)


def _lower(own: _Clauses, match: re.Match[str]) -> str:
    """Words in capitals at the opening of a sentence as they would stand within it."""
    words = [word.lower() if word.lower() in own.small else word.capitalize() for word in match[0].split()]
    return f"{' '.join(words)} "


def _is_open(text: str, end: int) -> bool:
    """Whether a quotation or a bracket is open there."""
    before = text[:end]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1 or before.count("(") > before.count(")")


def _is_assertion(text: str, own: _Clauses) -> bool:
    """Whether a stretch from a sentence's beginning on holds a main clause and ends well."""
    words = _WORD.findall(text)
    if len(words) < _FEWEST or words[-1].casefold() in own.dangling:
        return False
    main = _DASHED.sub(" ", text)
    if own.late.match(main) or own.participle.match(main):
        # "After the vote, the house rose" has its main clause behind the comma; "In May the house rose" has no comma.
        opening, _, rest = main.partition(", ")
        if rest.startswith(own.listing):
            _, _, rest = rest.partition(", ")
        if not rest and (own.subordinate.match(opening) or own.participle.match(opening)):
            return False
        main = rest or opening
    return holds_verb(own.of_relative.sub(partial(_main_verb, own), main), own.language)


def _main_verb(own: _Clauses, relative: re.Match[str]) -> str:
    """What stands behind a clause that no comma closes: "who found the coins may keep them" goes on with "may"."""
    found = own.goes_on.match(relative[0])
    return found["verb"] if found and not own.said.search(relative[0], 0, found.start("verb")) else ""


class _Words(Words, section="leads"):
    """How sentences of one language introduce their subjects; the data file says what each is for."""

    newcomers: frozenset[str]
    times: frozenset[str]
    points_back: re.Pattern[str]
    leans: re.Pattern[str]
    unnamed: re.Pattern[str]
    teases: re.Pattern[str]
    nobody: re.Pattern[str]
    goes_on: re.Pattern[str]
    of_the_toll: re.Pattern[str]
    tells_what_is: re.Pattern[str]


def knows_openings(language: str | None) -> bool:
    """Tell whether it is known of a language how its sentences introduce what they are about."""
    return _Words.find(language) is not None


def points_back(text: str, language: str) -> bool:
    """Tell whether a stretch of text leans on what is told elsewhere ("these cases", "The storm …", "did what")."""
    own = _Words.find(language)
    if own is None:
        return False
    opens = (own.leans, own.unnamed, own.nobody)
    return bool(own.points_back.search(text) or own.teases.search(text) or any(one.match(text) for one in opens))


def goes_on(text: str, language: str) -> bool:
    """Tell whether a sentence opens as one does that goes on from another: "The video is", "He also"."""
    own = _Words.find(language)
    return own is not None and bool(own.goes_on.match(text))


def tells_what_is(text: str, language: str) -> bool:
    """Tell whether a stretch of text says what something is, not what happened: "… is one of the oldest clubs"."""
    own = _Words.find(language)
    return own is not None and bool(own.tells_what_is.match(text))


def tells_of_toll(text: str, language: str) -> bool:
    """Tell whether a sentence opens with those whose number the one before tells: "The deaths were in the north"."""
    own = _Words.find(language)
    return own is not None and bool(own.of_the_toll.match(text))


def brings_in(tokens: Sequence[str], language: str) -> bool:
    """Tell whether a sentence opens with somebody or something new ("A man"), not a time ("A day later")."""
    own = _Words.find(language)
    return own is not None and len(tokens) > 1 and tokens[0] in own.newcomers and tokens[1] not in own.times
