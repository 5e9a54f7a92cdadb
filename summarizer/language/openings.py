"""What an English sentence says first: its main clause, cut where a clause ends, with who says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.language.speech import find_attribution
from summarizer.language.verbs import holds_verb

_LONGEST = 22  # words from which an opening is cut where a clause of it ends
_STUB = 8  # words of an opening that most often leave out what happened
_OVER = 6  # words by which one may pass the limit rather than be a stub
_FEWEST = 4  # words of an opening
_FARTHEST = 1000  # characters of a sentence; what is longer is no sentence
_LONGEST_CREDIT = 12  # words of who says it that are added to an opening

_ADDRESSED = re.compile(r"\b(?:I|[Yy]ou|[Yy]our|[Mm]y|[Ww]e|[Oo]ur|us|me|[Ll]et['’]s)\b")
_SHOUTED = re.compile(r"^(?=[^a-zß-öø-ÿ]{9})(?:[^\W\d_a-zß-öø-ÿ]+ ){2,5}(?=[\w“\"‘]*[a-zß-öø-ÿ])")
_SMALL = frozenset("a an the is are was were has have had to of in on at by for with and or from as it its".split())
_CONNECTIVE = re.compile(
    r"^(?:However|But|And|So|Yet|Also|Still|Again|Meanwhile|Moreover|Furthermore|Nevertheless|Then|Instead|Now|Indeed"
    r"|In fact|In addition|As a result|For example|At the same time|On the other hand|That said|LIVE BLOG|Live blog)"
    r",?\s"
)
_FILED = re.compile(r"^[A-Z][\w.]*(?:,? [A-Z][\w.]*)* \([A-Z][A-Za-z]{1,8}\)\s?(?:[–—-]+\s)?")  # "Tokyo (AP) "
_ABBREVIATED = ("U.S.", "Inc.", "Co.", "St.", "a.m.", "p.m.")

# "two days before": what stands there belongs to the word that opens the clause.
_MEASURED = "".join(
    rf"(?<!\b{word})"
    for word in (
        "day days week weeks month months year years hour hours minutes moments shortly just soon long immediately"
        " right only even well"
    ).split()
)
_OPENERS = (
    r"but|while|whereas|as|after|when|where|which|who|whose|whom|because|although|though|so|since|until|amid|following"
    r"|despite|according|with|including|even|just|days|weeks|hours|months|years"
    r"|and\s(?:he|she|they|it|said|says|is|are|was|were|has|have|had|will|that)"
    r"|(?:two|three|four|five|six|several|a\sfew)\s(?:days|weeks|months|years)|a|an|one|the|his|her|their|its"
    r"|(?!(?:Beijing|during|evening|morning)\b)[a-z]{3,}ing"
)
_BOUNDARY = re.compile(
    rf";\s|,\s(?=(?:{_OPENERS})\b)"
    r"|\s(?=\[[A-Z][\w/ ]{1,20}\]\s)|\s[–—]\s|\s--?\s|—"
    rf"|{_MEASURED}\s(?=(?:after|because|while|when|before|although|though|amid|following|despite|unless|whereas|until)\b)"
)
_SUBORDINATE = (
    r"(?:When|While|After|Before|Although|Though|Because|Since|As|Once|Until|Unless|If|Even|Where"
    r"|[A-Z][a-z]{0,9} (?:minute|hour|day|week|month|year)s? (?:after|before))\b"
)
_LATE = re.compile(
    rf"{_SUBORDINATE}|(?!At (?:least|most)\b)(?:Well|Despite|Following|Among|With|Amid|In|On|At|For|By|From|To|Over"
    r"|Under|During|Just|Days|Hours|Weeks|Months|Years)\b"
)
_PARTICIPLE = re.compile(
    r"(?:In )?(?!Beijing\b)(?:[A-Z]?[a-z]{2,30}(?:ed|ing)|Born|Known|Made|Built|Set|Led|Held|Given|Seen|Written|Shot)\s"
    r"(?:about|after|as|at|by|for|from|in|of|on|to|with|a|an|the|this|that|his|her|its|their)\b"
)
_OF_RELATIVE = re.compile(r"\b(?:who|which|whose|whom|that(?=\s\w+ed\b))\b[^,;]*")
# What stands between two commas, and the verb of which the subject stands before them.
_ENCLOSED = re.compile(
    r",\s(?:which|who|whose|whom|where|when|an?|the|one|including)\b[^,;]*,\s(?:\w+ly\s)?"
    r"(?:will|would|is|are|was|were|has|have|had|can|could|may|might|must|should|did|does|do|\w+ed)\b"
)
_ANOTHER = re.compile(r",\s(?:and|but|or|so|yet|which|who|while|whereas|as|where|when|that|if|because)\b")
# ", people familiar with the matter said,": who says what stands before.
_CREDIT = re.compile(
    r",\s[^,;“”\"]{2,90}\s(?:says?|said|reported|reports|found)"
    r"(?:\s(?:on\s|late\s|early\s)*\w{3,6}day)?(?=,|$|\s--?\s|\s?[–—])"
)
_HALF = re.compile(r"\b(?:is|are|was|were|be|been)\s(?:\w+ly|not|also|now|still)$")
_DASHED = re.compile(r"\s?[–—][^–—]*(?:[–—]|$)")
_QUOTED = re.compile(r"“[^”]{0,1500}”|\"[^\"]*\"")
_REPEATED = re.compile(r"\b(\w{1,40}(?:\s\w{1,40}){3,20})\s\1\b")
_QUOTES = tuple("“\"'‘«„(")
_DANGLING = frozenset((
    "a an the of to in on at by for from with and or but nor that than as is are was were be been has have had will"
    " would can could may might must shall should do does did not its his her their our my your this these those who"
    " whom whose which where when while because if whether into onto about over under between among against during"
    " before after since until said says told including very more most some any no so such"
).split())  # fmt: skip
_SEASONS = "week|month|year|morning|evening|afternoon|summer|winter|spring|autumn|fall|time"
_POINTS_BACK = re.compile(
    rf"\b(?:these|those|such|this)\s(?!(?:{_SEASONS})\b)[a-z]+"
    r"|\b(?:the|The)\s(?:request|legislation|bill|law|measure|move|decision|incident|issue|deal|agreement|announcement"
    r"|claims?|plan|finds?|findings?|same|latter|former|two|pair|suspects?|victims?|document|reports?)\b"
)
_LEANS = re.compile(rf"{_SUBORDINATE}|(?:Despite|Well|Thanks|Just|[A-Z][a-z]+ed (?:in|by|on|for|to))\b")
# "The storm was blamed for deaths in five states": whoever reads that alone asks which.
_UNNAMED = re.compile(r"The (?:[a-z\d][^\s,]*,? ){7}")
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")


def opening_assertion(sentence: str, language: str, longest: int = _LONGEST) -> str | None:
    """Return what a sentence says first, with who says it; None where that cannot be told.

    A sentence is cut only where a clause of it ends, and only if a main clause stands before: never within a phrase.
    Where somebody is told to say it behind the cut, that is added: a claim is no fact.
    Where clauses end is known in English only; a sentence of another language stays whole.

    Args:
        sentence: A sentence.
        language: Code of its language.
        longest: Words beyond which it is cut.
    """
    text = " ".join(sentence.split())
    if len(text) > _FARTHEST:
        return None
    if language != "en":
        return None if text.endswith(("?", "!")) or text[:1] in _QUOTES else text.rstrip(".") or None
    text = _SHOUTED.sub(_lower, _CONNECTIVE.sub("", _FILED.sub("", text)))
    if _REPEATED.search(text) or text.endswith(("?", "!", ":")) or text[:1] in _QUOTES:
        return None
    if _ADDRESSED.search(_QUOTED.sub("", text)):
        return None
    cuts = list(_cut(text if text.endswith(_ABBREVIATED) else text.rstrip(" .,;:–—-")))
    if not cuts:
        return None
    opening, credit = min(cuts, key=lambda one: _unfitness(len(one[0].split()), longest))
    return f"{opening[0].upper()}{opening[1:]}{credit}"


def _cut(text: str) -> Iterator[tuple[str, str]]:
    """The stretches from a sentence's beginning on that say something, each with who is told behind it to say it."""
    told = find_attribution(text)
    opens = next((end for start, end in told if start == 0), 0)
    found = [*((match.start(), match.end()) for match in _CREDIT.finditer(text)), *told]
    behind = ((start, end) for start, end in found if text[start] == "," and not _ANOTHER.match(text, start))
    at, until = next(behind, (len(text), len(text)))
    credit = text[at:until].rstrip(" ,")
    ends = {match.start() for match in _BOUNDARY.finditer(text)} | {at, len(text)}
    for end in sorted(ends):
        stretch = text[:end].rstrip(" ,;:–—-")
        if any(start < end < stop for start, stop in told) or _is_open(text, end) or _breaks_off(text, end):
            continue
        if not _is_assertion(stretch[opens:].lstrip()):
            continue
        if end > at:
            yield stretch, ""
        elif len(credit.split()) <= _LONGEST_CREDIT:
            yield stretch, credit


def _breaks_off(text: str, end: int) -> bool:
    """Whether what stands up to there has its verb, or the end of its clause, only behind it."""
    if end == len(text):
        return False
    opening = text[:end]
    if _HALF.search(opening) or _ENCLOSED.match(text, end):
        return True
    _, opened, clause = _DASHED.sub(" ", opening).rpartition(" that ")
    if opened and (not holds_verb(clause) or _is_introduction(clause)):
        return True
    return text[end] == "," and _is_introduction(opening)


def _is_introduction(text: str) -> bool:
    """Whether a stretch without a comma opens as what stands before a main clause does: "In May", "after he left"."""
    return "," not in text and bool(_LATE.match(text[:1].upper() + text[1:]))


def points_back(text: str) -> bool:
    """Tell whether a stretch of English leans on what was told before ("these cases", "The storm …")."""
    return bool(_POINTS_BACK.search(text) or _LEANS.match(text) or _UNNAMED.match(text))


def _unfitness(words: int, longest: int) -> tuple[int, int]:
    """How badly an opening of so many words fits: the longest that fits best, one a little long before a stub."""
    if _STUB < words <= longest:
        return 0, -words
    if words <= longest:
        return 2, -words
    return (1, words) if words <= longest + _OVER else (3, words)


def _lower(match: re.Match[str]) -> str:
    """Words in capitals at the opening of a sentence as they would stand within it."""
    words = [word.lower() if word.lower() in _SMALL else word.capitalize() for word in match[0].split()]
    return f"{' '.join(words)} "


def _is_open(text: str, end: int) -> bool:
    """Whether a quotation or a bracket is open there."""
    before = text[:end]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1 or before.count("(") > before.count(")")


def _is_assertion(text: str) -> bool:
    """Whether a stretch from a sentence's beginning on holds a main clause and ends well."""
    words = _WORD.findall(text)
    if len(words) < _FEWEST or words[-1].casefold() in _DANGLING:
        return False
    main = _DASHED.sub(" ", text)
    if _LATE.match(main) or _PARTICIPLE.match(main):
        # "After the vote, the house rose" has its main clause behind the comma; "In May the house rose" has no comma.
        opening, _, rest = main.partition(", ")
        if rest.startswith(("and ", "or ")):
            _, _, rest = rest.partition(", ")
        if not rest and (re.match(_SUBORDINATE, opening) or _PARTICIPLE.match(opening)):
            return False
        main = rest or opening
    return holds_verb(_OF_RELATIVE.sub("", main))
