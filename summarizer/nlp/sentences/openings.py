"""The main clause at the start of an English sentence, with who says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.nlp.sentences.verbs import holds_verb
from summarizer.nlp.speakers.attribution import find_attribution

_LONGEST = 22  # words from which an opening is cut where a clause of it ends
_STUB = 8  # words of an opening that most often leave out what happened
_OVER = 8  # words by which one may pass the limit rather than be a stub, or lose what happened behind "when"
_FEWEST = 4  # words of an opening
_FARTHEST = 1000  # characters of a sentence; what is longer is no sentence
_LONGEST_CREDIT = 12  # words of who says it that are added to an opening

_ADDRESSED = re.compile(r"\b(?:I|[Yy]ou|[Yy]our|[Mm]y|[Ww]e|[Oo]ur|us|me|[Ll]et['’]s)\b")
_SHOUTED = re.compile(r"^(?=[^a-zß-öø-ÿ]{9})(?:[^\W\d_a-zß-öø-ÿ]+ ){2,5}(?=[\w“\"‘]*[a-zß-öø-ÿ])")
_SMALL = frozenset("a an the is are was were has have had to of in on at by for with and or from as it its".split())
_CONNECTIVE = re.compile(
    r"^(?:However|But|And|So|Yet|Also|Still|Again|Meanwhile|Moreover|Furthermore|Nevertheless|Then|Instead|Now|Indeed"
    r"|In fact|In addition|As a result|For example|At the same time|On the other hand|That said"
    r"|As you may (?:have heard|know)|LIVE BLOG|Live blog)"
    r",?\s"
)
# What agencies set before a sentence: "Tokyo (AP) ", "London, England — ", "AP ".
_FILED = re.compile(
    r"^(?:AP|AFP|UPI|REUTERS)\s(?=[A-Z][a-z])"
    r"|^[A-Z][\w.]*(?:,? [A-Z][\w.]*)* (?:\([A-Z][A-Za-z]{1,8}\)\s?+(?:[–—-]+\s|(?![a-z]))|[–—]\s(?=[A-Z\d][^–—]*$))"
)
_ABBREVIATED = ("U.S.", "Inc.", "Co.", "St.", "a.m.", "p.m.")

# "two days before", "on the morning when": what stands there belongs to the word that opens the clause.
_DASHES = ("–", "—", " - ", " -- ")
_DASH = r"\s[–—]\s|\s--?\s|—"
_MEASURED = "".join(
    rf"(?<!\b{words}\s)"
    for words in (
        "day days week weeks month months year years hour hours minutes moments shortly just soon long immediately"
        " right only even well the_morning the_afternoon the_evening the_night the_moment the_time the_point"
    )
    .replace("_", r"\s")
    .split(" ")
)
_OPENERS = (
    r"but|while|whereas|as|after|when|where|which|who|whose|whom|because|although|though|so|since|until|amid|following"
    r"|despite|according|with|including|even|just|days|weeks|hours|months|years"
    r"|and\s(?:he|she|they|it|said|says|is|are|was|were|has|have|had|will|that)"
    r"|(?:two|three|four|five|six|several|a\sfew)\s(?:days|weeks|months|years)|a|an|one|the|his|her|their|its"
    r"|(?!(?:Beijing|during|evening|morning)\b)[a-z]{3,}ing"
)
_CIRCUMSTANCE = re.compile(r"\s(?:after|as|because|while|when|following)\b")
# "as Gov. Rick Scott clings to a lead" is a clause, "as Supreme Court justice" is none, and "known as" needs it.
_MEANWHILE = (
    r"(?<!\beven)(?<!\bknown)(?<!\bnamed)(?<!\bdescribed)(?<!\bidentified)"
    r"\s(?=as\s(?:[A-Z][\w.’'-]{0,20}\s){1,6}[a-z]{2,20}(?:s|ed)\b)"
)
_BOUNDARY = re.compile(
    rf";\s|,\s(?=(?:{_OPENERS})\b)"
    r"|\s(?=\[[A-Z][\w/ ]{1,20}\]\s)|\s[–—]\s|\s--?\s|—"
    rf"|\s{_MEASURED}(?=(?:after|because|while|when|before|although|though|amid|following|despite|unless|whereas|until)\b)"
    rf"|{_MEANWHILE}"
)
SUBORDINATE = (
    r"(?:When|While|After|Before|Although|Though|Because|Since|As|Once|Until|Unless|If|Even|Where"
    r"|[A-Z][a-z]{0,9} (?:minute|hour|day|week|month|year)s? (?:after|before))\b"
)
_LATE = re.compile(
    rf"{SUBORDINATE}|(?!At (?:least|most)\b)(?:Well|Despite|Following|Among|With|Amid|In|On|At|For|By|From|To|Over"
    r"|Under|During|Just|Days|Hours|Weeks|Months|Years)\b"
)
_PARTICIPLE = re.compile(
    r"(?:In )?(?!Beijing\b)(?:[A-Z]?[a-z]{2,30}(?:ed|ing)|Born|Known|Made|Built|Set|Led|Held|Given|Seen|Written|Shot)\s"
    r"(?:about|after|as|at|by|for|from|in|of|on|to|with|a|an|the|this|that|his|her|its|their)\b"
)
_OF_RELATIVE = re.compile(
    r"\b(?:who|which|whose|whom|that(?=\s(?:would|will|can|could|may|might|has|had|have|is|are|was|were|\w+ed)\b))\b[^,;]*"
)
_INTRODUCTION = re.compile(
    r"^(?:Well|Despite|Following|Among|With|Amid|In|On|At|For|By|From|To|Over|After|While|Although|Though|When|As"
    r"|[A-Z][a-z]{2,30}ing)\s(?!least|most)[^,;\d]+,\s"
    r"(?=(?!(?:and|or|he|she|it|they|his|her|its|their|this|that|these|those|who|which)\b)(?:[A-Z][a-z]|an?\s|the\s|[a-z]+s\s))"
)
_SAYING = r"[“”\"]|\b(?:says?|said|told|according|reported(?:ly)?|claim\w*|alleg\w+|accus\w+)\b"
_SAID = re.compile(_SAYING)
_SPOKEN = re.compile(
    rf"{_SAYING}|\b(?:\w{{3,6}}day"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_RELATIVE = re.compile(r",\s(?:which|who|whose|whom)\b")
_OPENS_ASIDE = re.compile(r",\s(?:which|who|whose|whom|where|when|an?|the|one|including)\b[^,;]*$")
_GOES_ON = re.compile(
    r"^(?:who|that)\s\w+\s[^,;]*?(?<!\b(?:to|or|he|it|we))(?<!\b(?:and|she|who|not))(?<!\b(?:they|that|also))(?<!\bwhich)"
    r"\s(?P<verb>(?:is|are|was|were|has|have|had|will|would|can|could|may|might|said|says|went|came|took|gave|died)\s.*)"
)
# What stands between two commas, and the verb of which the subject stands before them.
_ENCLOSED = re.compile(
    r"(?P<anew>)(?P<aside>,\s(?:which|who|whose|whom|where|when|an?|the|one|including)\b[^,;]*,)\s(?:\w+ly\s)?"
    r"(?:will|would|is|are|was|were|has|have|had|can|could|may|might|must|should|did|does|do|\w+ed"
    r"|became|began|burst|came|fell|found|gave|got|hit|led|left|lost|made|met|ran|rose|said|says|sent|shot|told|took|went"
    r"|won)\b"
)
_ANOTHER = re.compile(r",\s(?:and|but|or|so|yet|which|who|while|whereas|as|where|when|that|if|because)\b")
# ", people familiar with the matter said,": who says what stands before.
_CREDIT = re.compile(
    r",\s[^,;“”\"]{2,90}\s(?:says?|said|reported|reports|found)"
    r"(?:\s(?:on\s|late\s|early\s)*\w{3,6}day)?(?=,|$|\s--?\s|\s?[–—])"
)
# Two dashes enclose what is said by the way: an opening ends at neither, unless something else is told behind them.
_PAIR = re.compile(
    rf"(?P<aside>(?:{_DASH})(?:(?!{_DASH}).){{2,200}}(?:{_DASH}))"
    r"(?P<anew>(?:and|but|or|so|after|as|because|while|when|where|amid|following|despite|with|[a-z]{3,}ing)\b)?"
)
# ", an electric knife, a saw and a drill": what stands there goes on with a list.
_LISTED = re.compile(
    r",\s(?:an?|the|one|his|her|their|its)\s(?:(?!that\b|which\b|who\b)[^,;]){1,60}"
    r"(?:,\s(?:(?!that\b|which\b|who\b)[^,;]){1,60}){0,9},?\s(?:and|or)\b"
)
# "He was walking home when a car hit him" tells behind "when" what happened.
_UNDER_WAY = re.compile(r"\b(?:was|were)\s(?:\w+ly\s|not\s|still\s)?[a-z]{2,}ing\b[^,;]*$")
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
    if len({*(pairs := [*pairwise(text.split())])}) < len(pairs) and _REPEATED.search(text):  # words twice in a row
        return None
    if text.endswith(("?", "!", ":")) or text[:1] in _QUOTES:
        return None
    if _ADDRESSED.search(_QUOTED.sub("", text)):
        return None
    cuts = list(_cut(text if text.endswith(_ABBREVIATED) else text.rstrip(" .,;:–—-")))
    if not cuts:
        return None
    opening, credit = min(cuts, key=lambda one: _unfitness(text, one[0], longest))
    return f"{opening[0].upper()}{opening[1:]}{credit}"


def leave_out_asides(text: str, longest: int = _LONGEST) -> str:
    """Take out of a stretch of English what is said by the way, as long as it is too long: what is left is as true.

    That is what stands before its main clause, unless it is a condition, a time or who says it; then what dashes or
    commas enclose, the last first, unless it tells who says the rest, or when; "who was accused" tells neither.
    """
    introduction = _INTRODUCTION.match(text)
    if introduction and len(text.split()) > longest and not _SPOKEN.search(introduction[0]):
        text = f"{text[introduction.end()].upper()}{text[introduction.end() + 1 :]}"
    whole = len(text)
    asides = _asides_of(text) if len(text.split()) > longest else []
    for aside in sorted(asides, key=lambda one: -one.start()):
        before = text[: aside.start()]
        if (
            len(text.split()) <= longest
            or aside.end("aside") > whole
            or (_SPOKEN.search(aside["aside"]) and not _RELATIVE.match(aside["aside"]))
            or _is_introduction(before)
        ):
            continue
        comma = "," if _OPENS_ASIDE.search(before) else ""
        text = f"{before}{comma} {text[aside.end('aside') :].lstrip()}"
        whole = aside.start()
    return text


def _cut(text: str) -> Iterator[tuple[str, str]]:
    """The stretches from a sentence's beginning on that say something, each with who is told behind it to say it."""
    told = find_attribution(text, "en")
    opens = next((end for start, end in told if start == 0), 0)
    found = [*((match.start(), match.end()) for match in _CREDIT.finditer(text)), *told]
    behind = ((start, end) for start, end in found if text[start] == "," and not _ANOTHER.match(text, start))
    at, until = next(behind, (len(text), len(text)))
    credit = text[at:until].rstrip(" ,")
    asides = _asides_of(text)
    ends = {match.start() for match in _BOUNDARY.finditer(text)} | {at, len(text)}
    for end in sorted(ends):
        stretch = text[:end].rstrip(" ,;:–—-")
        if any(start < end < stop for start, stop in told) or _is_open(text, end) or _breaks_off(text, end, asides):
            continue
        if not _is_assertion(stretch[opens:].lstrip()):
            continue
        if end > at:
            yield stretch, ""
        elif len(credit.split()) <= _LONGEST_CREDIT:
            yield stretch, credit


def _asides_of(text: str) -> list[re.Match[str]]:
    """What dashes or commas enclose in a stretch."""
    pairs = _PAIR.finditer(text) if any(map(text.__contains__, _DASHES)) else ()
    return [*pairs, *(_ENCLOSED.finditer(text) if text.count(",") > 1 else ())]


def _breaks_off(text: str, end: int, asides: Sequence[re.Match[str]]) -> bool:
    """Whether what stands up to there has its verb, or the end of its clause, only behind it."""
    if end == len(text):
        return False
    opening = text[:end]
    if _HALF.search(opening) or _LISTED.match(text, end):
        return True
    if text.startswith(" as ", end) and len(opening.split()) <= _STUB:  # "The vote comes"
        return True
    if any(one.start() < end <= one.end("aside") or (one.start() == end and not one["anew"]) for one in asides):
        return True
    if " when " in text[end:] and _UNDER_WAY.search(opening) and re.match(r"[^,;]*\swhen\s", text[end:]):
        return True
    *_, clause = (found := re.split(r"\sthat,?\s", _DASHED.sub(" ", opening)))
    if len(found) > 1 and (not holds_verb(clause) or _is_introduction(clause)):
        return True
    return text[end] == "," and _is_introduction(opening)


def _is_introduction(text: str) -> bool:
    """Whether a stretch without a comma opens as what stands before a main clause does: "In May", "after he left"."""
    return "," not in text and bool(_LATE.match(text[:1].upper() + text[1:]))


def _unfitness(text: str, opening: str, longest: int) -> tuple[int, int]:
    """How badly an opening of a text fits: the longest that fits best, one a little long before a stub.

    Behind "when" or "after" a text often tells what happened: what is cut there is taken for a stub.
    """
    words = len(opening.split())
    if words > longest:
        return (1, words) if words <= longest + _OVER else (3, words)
    is_stub = words <= _STUB or _CIRCUMSTANCE.match(text, len(opening))
    return (2, -words) if is_stub else (0, -words)


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
        if not rest and (re.match(SUBORDINATE, opening) or _PARTICIPLE.match(opening)):
            return False
        main = rest or opening
    return holds_verb(_OF_RELATIVE.sub(_main_verb, main))


def _main_verb(relative: re.Match[str]) -> str:
    """What stands behind a clause that no comma closes: "who found the coins may keep them" goes on with "may"."""
    found = _GOES_ON.match(relative[0])
    return found["verb"] if found and not _SAID.search(relative[0], 0, found.start("verb")) else ""
