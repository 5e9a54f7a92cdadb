"""Flaws that make a sentence read badly on its own, each with its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise
from operator import eq

from summarizer.languages.data_sections import find_all_sections, find_section
from summarizer.languages.word_records import Words
from summarizer.nlp.names.coreference import is_said_by_nobody, lacks_antecedent
from summarizer.nlp.sentences.dangling_references import (
    DanglingReferences,
    ends_on_shell,
    is_answer,
    leans_later,
    opens_as_orphan,
    opens_connected,
    points_back,
    quotes_a_pointer,
)
from summarizer.nlp.sentences.page_remarks import is_call, is_caption, is_remark, may_be_call, may_be_caption
from summarizer.nlp.sentences.quotes import is_bare_quotation
from summarizer.nlp.sentences.verbs import holds_verb, lacks_verb
from summarizer.nlp.tokens import count_straight_marks, is_in_capitals, strip_quotations, words_of

_QUALITY, _DANGLING = "sentence_quality", "dangling_references"  # sections of a language's data
SHORTEST_SENTENCE = 4  # different words; below that nothing was found that stands alone

_QUOTES = "“\"‘'«„"
# The mark comes before what stands before it: a search passes over all other characters fast.
_SINGLE_OPENED = re.compile(r"['‘](?<![^\s(\[“\"—:].)(?=[\w\[])")
_SINGLE_CLOSED = re.compile(r"[.,!?]['’](?=[\s”\"]|$)(?!')")
_SINGLE_ENDS = re.compile(r"['’](?!\w)")
_SEAM = re.compile(r"[A-Z](?:(?<=[a-z].)|(?<=\w\..))")
_STOP_INSIDE = re.compile(r"[.!?]”?\s+[a-z]")
_ENDED = re.compile(r"[.!?…。।؟！？][”\"’'»)\]]*$|[”\"»]$|[.!?…]\S{0,3}$")
_REFUSAL = 26  # words; with more told beside it, a sentence is too long for one that tells of no comment
_NUMBERED_NEXT = re.compile(r":\s\d{1,2}\.$")  # the number of the first item of a list
_ENDS, _CUTS = (".", "!", "?", "…"), ("...", "…")
_MOJIBAKE = re.compile(r"�|â€|Ã[\x80-\xbf©¨¤¶¼]|Â[\xa0-\xbf]")
_MARKUP = re.compile(r"\]\(|</?\w[^>]{0,300}>|\{\{|\}\}|\[/?\w(?=[^\W_]*+_\w)\w++\]")

# Letters of scripts that set no space between words: Thai, Lao, Burmese, Khmer, kana, Han.
_UNSPACED = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{8}"
_LONGEST_RUN = 20  # words
_SIGNS = ("|", "/", "►", "▶", "©", "#")


class QualityWords(Words, section=_QUALITY):
    """What makes a sentence read badly in one language; the data file says what each is for."""

    first_person: re.Pattern[str]
    ourselves: re.Pattern[str]
    own_word: re.Pattern[str]
    doubled: re.Pattern[str]
    single_starts: re.Pattern[str]
    glued: re.Pattern[str]
    broken: re.Pattern[str]
    headless: re.Pattern[str]
    made_by: re.Pattern[str]
    no_details: re.Pattern[str]
    no_comment: re.Pattern[str]
    beside: re.Pattern[str]
    reference: re.Pattern[str]


@cache
def _of_all() -> tuple[QualityWords, ...]:  # some of it is looked for in every report
    return tuple(section.fill(QualityWords) for section in find_all_sections(_QUALITY))


def _is_unbalanced(text: str) -> bool:
    count = text.count
    if count("(") != count(")") or count("[") != count("]"):
        return True
    if not text.isascii():
        low, opened, closed = count("„"), count("“"), count("”")
        # „So“ or „so” in the middle of Europe, ”so” in the north, “so” elsewhere.
        if low != opened + closed if low else opened != closed and (opened or closed % 2):
            return True
        if count("«") != count("»"):
            return True
    return count_straight_marks(text) % 2 == 1 or _is_cut_quotation(text)


def _is_cut_quotation(text: str) -> bool:
    """Whether a mark closes what no mark has opened, or the other way round, where the marks themselves tell."""
    first = text.find('"')
    if first > 0 and "“" not in text and text[first - 1] in ",.!?" and text[first + 1 : first + 2] in ("", " "):
        return True
    if "'" not in text and "’" not in text and "‘" not in text:
        return False
    closed = _SINGLE_CLOSED.search(text)
    if closed:
        return not _SINGLE_OPENED.search(text, 0, closed.start())
    opened = next(filter(None, (own.single_starts.search(text) for own in _of_all())), None)
    return opened is not None and not _SINGLE_ENDS.search(text, opened.end())


def _shows(name: str, text: str, language: str) -> bool:
    """Whether a pattern of a language matches somewhere in a sentence."""
    own = QualityWords.find(language)
    return own is not None and getattr(own, name).search(text) is not None


def _speaks_of_itself(text: str, language: str) -> bool:
    own = QualityWords.find(language)
    if own is None or not own.own_word.search(text) or not own.ourselves.search(text):
        return False
    return bool(own.ourselves.search(strip_quotations(text)))


def _is_too_short(text: str) -> bool:
    if text.count(" ") > 2 * SHORTEST_SENTENCE:
        return False
    words = {word.strip(",.!?") for word in text.lower().split()}
    return len(words) < SHORTEST_SENTENCE and not re.search(_UNSPACED, text)


def _is_said_twice(text: str) -> bool:
    """Whether a run of words that opens with capitals stands twice in a row: a title and its copy."""
    words = text.split()
    large = [word for word in words if word[0].isupper()]
    if len(set(large)) == len(large):  # most sentences
        return False
    for at, (word, after) in enumerate(pairwise(words)):
        if not (word[0].isupper() and after[0].isupper()):
            continue
        for end in range(at + 2, min(at + _LONGEST_RUN, len(words) - 1)):
            if words[end] == word and words[at:end] == words[end : 2 * end - at]:
                return True
    return False


def _lacks_subject(text: str, language: str) -> bool:
    """Whether a line opens with its verb, or tells who made what it does not name: "Directed by Jane Doe."."""
    own = QualityWords.find(language)
    if own is None:
        return False
    made = own.made_by.match(text)
    return bool(own.headless.match(text)) or (made is not None and not holds_verb(text[made.end() :], language))


def _tells_nothing(text: str, language: str) -> bool:
    """Whether all that a sentence tells is that nothing more is told, or that somebody did not answer a reporter."""
    own = QualityWords.find(language)
    if own is None:
        return False
    is_short = text.count(" ") < _REFUSAL
    is_refusal = is_short and bool(own.no_comment.search(text)) and not own.beside.search(text)
    return is_refusal or bool(own.no_details.match(text))


def _quotes_orphan(text: str, language: str) -> bool:
    return text[:1] in _QUOTES and opens_as_orphan(text, language)


FLAWS: dict[str, Callable[[str, str], bool]] = {
    "orphan opening": lambda text, own: text[:1] not in _QUOTES and opens_as_orphan(text, own),
    "quotation of an orphan": lambda text, own: _quotes_orphan(text, own) and not quotes_a_pointer(text, own),
    "pointing quotation": lambda text, own: _quotes_orphan(text, own) and quotes_a_pointer(text, own),
    "bare connective": opens_connected,
    "orphan after an opening": leans_later,
    "orphan noun": ends_on_shell,
    "points back": points_back,
    "answer": is_answer,
    "first person": lambda text, own: _shows("first_person", text, own),
    "first person unquoted": _speaks_of_itself,
    "question": lambda text, _: text.rstrip("”\"’' ").endswith("?"),
    "too short": lambda text, _: _is_too_short(text),
    "doubled word": lambda text, own: _shows("doubled", text, own),
    "glued words": lambda text, own: bool(_SEAM.search(text)) and _shows("glued", text, own),
    "broken off inside": lambda text, own: bool(_STOP_INSIDE.search(text)) and _shows("broken", text, own),
    "no subject": _lacks_subject,
    "lower-case start": lambda text, _: bool(re.match(r"\W*[a-z]+\b", text)),
    "no end": lambda text, _: text[-1:] not in _ENDS and not _ENDED.search(text),
    "cut off": lambda text, _: (
        text.startswith(_CUTS) or text.endswith((*_CUTS, ". .")) or bool(_NUMBERED_NEXT.search(text))
    ),
    "unbalanced quotation": lambda text, _: _is_unbalanced(text),
    "damaged characters": lambda text, _: not text.isascii() and bool(_MOJIBAKE.search(text)),
    "in brackets": lambda text, _: text[:1] + text[-1:] in ("()", "[]"),
    "in capitals": lambda text, _: is_in_capitals(text),
    "caption": lambda text, _: is_caption(text),
    "call to the reader": lambda text, _: is_call(text),
    "remark of the writer": is_remark,
    "no verb": lacks_verb,
    "nothing told": _tells_nothing,
    "said twice": lambda text, _: _is_said_twice(text),
    "refers to what is not printed": lambda text, _: any(own.reference.search(text) for own in _of_all()),
    "markup": lambda text, _: text.startswith(_SIGNS) or " | " in text or bool(_MARKUP.search(text)),
}

# Flaws that a known speaker mends: he is printed beside the sentence.
_SPOKEN: dict[str, Callable[[str, str, str | None], bool]] = {
    "orphan pronoun": lambda text, own, speaker: lacks_antecedent(text, own, speaker or "somebody"),
    "speaker unnamed": lambda text, own, speaker: speaker is None and is_said_by_nobody(text, own),
    "quotation of nobody": lambda text, _, speaker: speaker is None and is_bare_quotation(text),
}

# Flaws that are none right behind the sentence before: it tells what this one leans on, or who speaks.
LEANING = frozenset((
    "orphan opening", "orphan after an opening", "orphan noun", "orphan pronoun", "quotation of an orphan",
    "points back", "bare connective", "speaker unnamed", "pointing quotation",
))  # fmt: skip

# Flaws by the section of a language's data that they need: Italian opens with "I" what is no first person.
_NEEDS = {
    "orphan opening": _DANGLING, "quotation of an orphan": _DANGLING, "bare connective": _DANGLING,
    "orphan after an opening": _DANGLING, "orphan noun": _DANGLING, "pointing quotation": _DANGLING,
    "points back": _DANGLING, "answer": _DANGLING, "orphan pronoun": _QUALITY, "speaker unnamed": _QUALITY,
    "quotation of nobody": _QUALITY, "first person": _QUALITY, "first person unquoted": _QUALITY,
    "doubled word": _QUALITY, "glued words": _QUALITY, "broken off inside": _QUALITY, "no subject": _QUALITY,
    "no verb": "verbs", "nothing told": _QUALITY, "remark of the writer": "remarks",
}  # fmt: skip
# Flaws whose sentences hold one of some words, listed under their names in the data.
_BY_WORDS = frozenset((
    "orphan after an opening", "points back", "first person unquoted", "orphan pronoun", "nothing told",
    "speaker unnamed",
))  # fmt: skip
# A sentence that fails these tests of its words cannot have the flaw, and is not searched for it.
_MAY_HAVE: dict[str, Callable[[str, Sequence[str]], bool]] = {
    "doubled word": lambda _, words: any(map(eq, words, words[1:])),
    "said twice": lambda _, words: len(set(words)) < len(words) - 1,
    "caption": may_be_caption,
    "call to the reader": may_be_call,
}


@cache
def telling_words(flaw: str, language: str) -> frozenset[str] | None:
    """Return words of which every sentence with a flaw holds one; None where there are none such.

    What may be joined to a pronoun is part of the word: "they've".
    """
    section, dangling = find_section(language, _QUALITY), DanglingReferences.find(language)
    if flaw == "orphan noun" and dangling:
        return dangling.shell_nouns | dangling.such_words
    if flaw not in _BY_WORDS or section is None:
        return None
    joined = ("", *(mark + end for mark in "'’" for end in section.listed("joined")))
    return frozenset(word + end for word in section.listed(flaw.replace(" ", "_")) for end in joined)


def find_flaws(
    texts: Sequence[str],
    language: str,
    speakers: Sequence[str | None] = (),
    tokens: Sequence[Sequence[str]] = (),
) -> list[tuple[str, ...]]:
    """Name for each sentence what would be wrong with it if it stood alone; nothing for a sound one.

    Args:
        texts: Sentences, white space folded.
        language: Code of their language: most flaws need words of it, and are not looked for where it has none.
        speakers: Who says each, where that is known; empty where it is of none.
        tokens: The words of each as `words_of` gives them; empty where they are not at hand.
    """
    found: list[list[str]] = [[] for _ in texts]
    words = tokens or [words_of(text) for text in texts]
    for name, shows in FLAWS.items():
        for at in _candidates(name, texts, words, language):
            if shows(texts[at], language):
                found[at].append(name)
    for name, leans in _SPOKEN.items():
        for at in _candidates(name, texts, words, language):
            if leans(texts[at], language, speakers[at] if speakers else None):
                found[at].append(name)
    return [tuple(flaws) for flaws in found]


def has_flaw(text: str, names: Iterable[str], language: str) -> bool:
    """Tell whether a sentence has one of some flaws that need no speaker to be seen (`FLAWS`)."""
    return any(FLAWS[name](text, language) for name in names if _is_known(name, language))


def _candidates(name: str, texts: Sequence[str], words: Sequence[Sequence[str]], language: str) -> Iterable[int]:
    """The sentences that may have a flaw, by their words."""
    if not _is_known(name, language):
        return ()
    telling = telling_words(name, language)
    if telling is not None:
        return [at for at, own in enumerate(words) if not telling.isdisjoint(own)]
    may_have = _MAY_HAVE.get(name)
    return [at for at, own in enumerate(words) if may_have(texts[at], own)] if may_have else range(len(words))


def _is_known(flaw: str, language: str) -> bool:
    """Whether a flaw is known in a language."""
    return flaw not in _NEEDS or find_section(language, _NEEDS[flaw]) is not None
