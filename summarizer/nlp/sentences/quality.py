"""Flaws that make a sentence read badly on its own, each with its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from operator import eq

from summarizer.nlp.names.coreference import is_said_by_nobody, lacks_antecedent
from summarizer.nlp.sentences.dangling_references import (
    SHELL_NOUNS,
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

SHORTEST_SENTENCE = 4  # different words; below that nothing was found that stands alone

_QUOTES = "“\"‘'«„"
_FIRST_PERSON = re.compile(r"^(?:I|We|My|Our|You|Your|Let['’]s)\b")
# What a sentence says outside quotation marks only where the marks were lost, or where its writer speaks of himself.
_OURSELVES = re.compile(
    r" (?:my|our)(?= )| let['’]s(?= [a-z])| we(?=[ '’])| (?:me|us)(?=[ .,:])|[—–]I(?: [a-z]|['’](?:m|ve|d|ll)\b)"
    r"|(?<![^ ])(?!(?:type|phase|class|stage|part) )(?:[a-z]\S*|And|But|So|When|As|If|Then|Although|Though|While"
    r"|Because|Since|After|Before|Until|Once|What|How|Perhaps|Maybe|Well,|Yes,|No,|Sure,|Oh,|Honestly,|Frankly,"
    r"|Actually,) I"
    r"(?: [a-z]|['’](?:m|ve|d|ll)\b)"
)
_OWN_WORD = re.compile(r"[ —–](?:I|my|our|we|me|us|let)(?=[ .,:'’])")  # one stands in whatever that matches
# The mark comes before what stands before it: a search passes over all other characters fast.
_SINGLE_OPENED = re.compile(r"['‘](?<![^\s(\[“\"—:].)(?=[\w\[])")
_SINGLE_STARTS = re.compile(r"['‘](?<![^\s(\[“\"—:].)(?!Em\b|Til\b|Tis\b|Twas\b|Cause\b)(?=[A-Z])")
_SINGLE_CLOSED = re.compile(r"[.,!?]['’](?=[\s”\"]|$)(?!')")
_SINGLE_ENDS = re.compile(r"['’](?!\w)")
_DOUBLED = re.compile(
    r"\b(?!(?:that|had|very|so|no|ha|bye)\b)(\w{2,})\.?\s+(?-i:(?![A-Z]))\1\b(?!['’-])", re.IGNORECASE
)
_GLUED = re.compile(
    r"\b[A-Z]?[a-z]{2,}(?:The|In|He|She|It|They|But|And|On|At|For|With|This|A|An|We|US|Mr|Ms)(?:\b|(?=[A-Z]))"
    r"|\b\w{2,}\.(?:The|In|He|She|It|They|But|And|On|At|For|With|This)\b"
)
_BROKEN = re.compile(r"(?<!\bCorp)(?<!\bInc)(?<!\bLtd)(?<!\bvs)(?<!\bapprox)(?<!\betc)(?<=[a-z]{2})[.!?]”?\s+[a-z]{2,}")
_SEAM = re.compile(r"[A-Z](?:(?<=[a-z].)|(?<=\w\..))")
_STOP_INSIDE = re.compile(r"[.!?]”?\s+[a-z]")
_HEADLESS = re.compile(
    r"^(?:Became|Was|Were|Is|Are|Has|Had|Have|Been|Said|Says|Told|Added|Noted|Stated|Will|Would|Could|Should|Did|Does"
    r"|Called|Announced|Met|Went|Took|Made|Gave|Held)\s(?!.*\?$)"
    r"|^(?:Charged|Accused|Convicted|Upgraded|Updated|Wanted|Born) (?:with|of|to|in|for|by|on|under)\b[^,]*$"
    r"|^Still \w+ing\b[^,]*$"
    r"|^(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+, \d{1,3},(?: (?:of )?[A-Z][\w.’'-]*,?){1,5}$"
)
_ENDED = re.compile(r"[.!?…。।؟！？][”\"’'»)\]]*$|[”\"»]$|[.!?…]\S{0,3}$")
_NOTHING_TOLD = (
    r"[^,;“\"]{1,60}\b(?:gave|provided|offered|released|had|were|was) no (?:further|other|more|additional)"
    r" (?:details?|information|comments?)\.$"
)
# "Her office did not respond to requests for comment." With more told beside it, a sentence is too long for that.
_REFUSAL = 26  # words
_NO_COMMENT = re.compile(
    r"\b(?:(?:did|has|have|had)(?: not|n['’]t) (?:[a-z]{1,20}ly |yet |also ){0,3}(?:respond|repl|return)(?:y|ied|ed)?\b"
    r"[^.]{0,40}\b(?:requests?|calls?|messages?|e-?mails?|comment)\b"
    r"|(?:could|was|were)(?: not|n['’]t) (?:be )?(?:[a-z]{1,20}ly )?(?:be )?(?:reached|available) for comment"
    r"|(?:calls?|messages?|e-?mails?)\b[^.;]{0,80} (?:was|were) not (?:[a-z]{1,20}ly )?returned"
    r"|declined (?:to )?comment|left (?:an? |several )?messages? (?:seeking|asking|requesting))\b[^.;]{0,40}\.$"
)
_BESIDE = re.compile(r"[“\"]|\b(?:but|because|although|while)\b")
# "(Fig. 1)", "region14,16,18": what a paper refers to and a briefing does not print.
_REFERENCE = re.compile(
    r"[(0-9](?:(?<=\()(?:see )?(?:Figs?|Figures?|Tables?)\b\.? ?S?\d|(?<=[a-z]{3}\d)\d?(?:[,–]\d{1,2})+(?![\w,%]))"
)
_NUMBERED_NEXT = re.compile(r":\s\d{1,2}\.$")  # the number of the first item of a list
_ENDS = (".", "!", "?", "…")
_CUTS = ("...", "…")
_MOJIBAKE = re.compile(r"�|â€|Ã[\x80-\xbf©¨¤¶¼]|Â[\xa0-\xbf]")
_MARKUP = re.compile(r"\]\(|</?\w[^>]{0,300}>|\{\{|\}\}|\[/?\w(?=[^\W_]*+_\w)\w++\]")

# Letters of scripts that set no space between words: Thai, Lao, Burmese, Khmer, kana, Han.
_UNSPACED = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{8}"
_MADE_BY = re.compile(
    r"(?:Produced|Directed|Written|Edited|Photographed|Filmed|Hosted|Composed|Designed|Narrated|Created) by "
)
_LONGEST_RUN = 20  # words
_SIGNS = ("|", "/", "►", "▶", "©", "#")


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
    opened = _SINGLE_STARTS.search(text)
    return opened is not None and not _SINGLE_ENDS.search(text, opened.end())


def _speaks_of_itself(text: str) -> bool:
    if not _OWN_WORD.search(text) or not _OURSELVES.search(text):
        return False
    return bool(_OURSELVES.search(strip_quotations(text)))


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


def _is_credit(text: str) -> bool:
    """Whether a line tells who made what it does not name: "Directed by Jane Doe."."""
    match = _MADE_BY.match(text)
    return match is not None and not holds_verb(text[match.end() :])


def _is_refusal(text: str) -> bool:
    """Whether all that a sentence tells is that somebody did not answer a reporter."""
    is_short = text.count(" ") < _REFUSAL
    return is_short and bool(_NO_COMMENT.search(text)) and not _BESIDE.search(text)


def _quotes_orphan(text: str) -> bool:
    return text[:1] in _QUOTES and opens_as_orphan(text)


FLAWS: dict[str, Callable[[str], bool]] = {
    "orphan opening": lambda text: text[:1] not in _QUOTES and opens_as_orphan(text),
    "quotation of an orphan": lambda text: _quotes_orphan(text) and not quotes_a_pointer(text),
    "pointing quotation": lambda text: _quotes_orphan(text) and quotes_a_pointer(text),
    "bare connective": opens_connected,
    "orphan after an opening": leans_later,
    "orphan noun": ends_on_shell,
    "points back": points_back,
    "answer": is_answer,
    "first person": lambda text: bool(_FIRST_PERSON.match(text)),
    "first person unquoted": _speaks_of_itself,
    "question": lambda text: text.rstrip("”\"’' ").endswith("?"),
    "too short": _is_too_short,
    "doubled word": lambda text: bool(_DOUBLED.search(text)),
    "glued words": lambda text: bool(_SEAM.search(text)) and bool(_GLUED.search(text)),
    "broken off inside": lambda text: bool(_STOP_INSIDE.search(text)) and bool(_BROKEN.search(text)),
    "no subject": lambda text: bool(_HEADLESS.match(text)) or _is_credit(text),
    "lower-case start": lambda text: bool(re.match(r"\W*[a-z]+\b", text)),
    "no end": lambda text: text[-1:] not in _ENDS and not _ENDED.search(text),
    "cut off": lambda text: (
        text.startswith(_CUTS) or text.endswith((*_CUTS, ". .")) or bool(_NUMBERED_NEXT.search(text))
    ),
    "unbalanced quotation": _is_unbalanced,
    "damaged characters": lambda text: not text.isascii() and bool(_MOJIBAKE.search(text)),
    "in brackets": lambda text: text[:1] + text[-1:] in ("()", "[]"),
    "in capitals": is_in_capitals,
    "caption": is_caption,
    "call to the reader": is_call,
    "remark of the writer": is_remark,
    "no verb": lacks_verb,
    "nothing told": lambda text: ("no " in text and bool(re.match(_NOTHING_TOLD, text))) or _is_refusal(text),
    "said twice": _is_said_twice,
    "refers to what is not printed": lambda text: bool(_REFERENCE.search(text)),
    "markup": lambda text: text.startswith(_SIGNS) or " | " in text or bool(_MARKUP.search(text)),
}

# Flaws that a known speaker mends: he is printed beside the sentence.
_SPOKEN: dict[str, Callable[[str, str | None], bool]] = {
    "orphan pronoun": lambda text, speaker: lacks_antecedent(text, "en", speaker or "somebody"),
    "speaker unnamed": lambda text, speaker: speaker is None and is_said_by_nobody(text, "en"),
    "quotation of nobody": lambda text, speaker: speaker is None and is_bare_quotation(text),
}

# Flaws that are none right behind the sentence before: it tells what this one leans on, or who speaks.
LEANING = frozenset((
    "orphan opening", "orphan after an opening", "orphan noun", "orphan pronoun", "quotation of an orphan",
    "points back", "bare connective", "speaker unnamed", "pointing quotation",
))  # fmt: skip

# They go by English words: Italian opens with "I" what is no first person, French doubles "nous".
_ENGLISH = frozenset((
    "orphan opening", "quotation of an orphan", "bare connective", "orphan after an opening", "orphan noun",
    "pointing quotation", "points back", "answer", "orphan pronoun", "speaker unnamed",
    "quotation of nobody", "first person", "first person unquoted", "doubled word", "glued words",
    "broken off inside", "no subject", "no verb", "nothing told", "remark of the writer",
))  # fmt: skip


def _one_of(words: str) -> Callable[[str, Sequence[str]], bool]:
    """A test for any of some words, with what may be joined to a pronoun ("they've")."""
    wanted = frozenset(
        word + end
        for word in words.split()
        for end in ("", *(mark + verb for mark in "'’" for verb in ("d", "ll", "ve", "m", "re")))
    )
    return lambda _, own: not wanted.isdisjoint(own)


# A sentence that fails these tests of its words cannot have the flaw, and is not searched for it.
_MAY_HAVE: dict[str, Callable[[str, Sequence[str]], bool]] = {
    "orphan after an opening": _one_of("he she they it his her their this that later"),
    "orphan noun": _one_of(f"such {' '.join(f'{noun} {noun}s' for noun in SHELL_NOUNS)}"),
    "points back": _one_of(
        "he she they it them him her this that these those here there elsewhere another other others latter former"
        " second third fourth fifth same next except pair duo trio each both either neither"
    ),
    "first person unquoted": _one_of("i my our we me us let"),
    "doubled word": lambda _, words: any(map(eq, words, words[1:])),
    "orphan pronoun": _one_of("he she him her his hers himself herself they them their theirs themselves"),
    "nothing told": _one_of(
        "detail details information comment comments call calls request requests message messages email emails e-mail"
        " e-mails mail mails"
    ),
    "said twice": lambda _, words: len(set(words)) < len(words) - 1,
    "speaker unnamed": _one_of("he she they"),
    "caption": may_be_caption,
    "call to the reader": may_be_call,
}


def find_flaws(
    texts: Sequence[str],
    language: str,
    speakers: Sequence[str | None] = (),
    tokens: Sequence[Sequence[str]] = (),
) -> list[tuple[str, ...]]:
    """Name for each sentence what would be wrong with it if it stood alone; nothing for a sound one.

    Args:
        texts: Sentences, white space folded.
        language: Code of their language: most flaws are known in English only.
        speakers: Who says each, where that is known; empty where it is of none.
        tokens: The words of each as `words_of` gives them; empty where they are not at hand.
    """
    found: list[list[str]] = [[] for _ in texts]
    words = tokens or [words_of(text) for text in texts]
    for name, shows in FLAWS.items():
        for at in _candidates(name, texts, words, language):
            if shows(texts[at]):
                found[at].append(name)
    for name, leans in _SPOKEN.items():
        for at in _candidates(name, texts, words, language):
            if leans(texts[at], speakers[at] if speakers else None):
                found[at].append(name)
    return [tuple(flaws) for flaws in found]


def has_flaw(text: str, names: Iterable[str], language: str) -> bool:
    """Tell whether a sentence has one of some flaws that need no speaker to be seen (`FLAWS`)."""
    return any(FLAWS[name](text) for name in names if language == "en" or name not in _ENGLISH)


def _candidates(name: str, texts: Sequence[str], words: Sequence[Sequence[str]], language: str) -> Iterable[int]:
    """The sentences that may have a flaw, by their words."""
    if name in _ENGLISH and language != "en":
        return ()
    may_have = _MAY_HAVE.get(name)
    return [at for at, own in enumerate(words) if may_have(texts[at], own)] if may_have else range(len(words))
