"""Whether a stretch of English can hold a verb: fragments such as "The cabin of a plane." cannot."""

from __future__ import annotations

import re
from itertools import pairwise

_FEWEST, _MOST = 3, 24  # words; longer ones all but always hold a verb
_MARKS = '“”":;!'  # what stands beside them is of another sentence, or in somebody's own manner
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_HYPHENS = ("-", "\u2010", "\u2011")
_WORD_AND_HYPHEN = re.compile(rf"{_WORD.pattern}|[{''.join(_HYPHENS)}]")
AUXILIARIES = frozenset(
    "am is are was were be been being has have had having do does did done will would can cannot could may might must"
    " shall should ought".split()
)
# Whatever ends in -ed or -s may be a verb. These are those that do not, as far as they are not nouns far more often.
_VERBS = AUXILIARIES | frozenset(
    # past forms that do not end in -ed
    "let said told went came took gave made got saw knew thought found left felt kept held stood heard meant set met"
    " ran paid sat spoke lay laid led read grew lost fell sent built understood drew broke spent cut rose drove"
    " bought wore chose won shot began became brought caught dealt dug drank ate fought flew forgot froze hid hit"
    " hung hurt knelt lent lit put quit rode rang rung sang sank sold shook shone shut slept slid split spread"
    " sprang stole stuck struck swore swept swam swung taught tore threw woke wept wrote bet bid bound burst cast"
    " clung crept fed fled forbade forgave leapt overcame sought shrank sped spun spat strode strove thrust upset"
    " withdrew wound bore beat bent bled blew bred broadcast forecast cost underwent undertook overthrew misled"
    " mistook foresaw withheld upheld arose awoke undid outdid overran gone seen known given taken written begun"
    " broken chosen driven eaten fallen flown forgotten frozen hidden ridden risen shaken spoken stolen sworn torn"
    " thrown woken worn drawn grown shown proven dwelt"
    # plain forms
    " accept accuse achieve acknowledge acquire add admit adopt advise afford agree aim allow announce appear"
    " apply argue arrive ask assume attend avoid become begin believe belong blame bring build buy call care carry"
    " cause celebrate choose claim come compete complain concern confirm consider contain continue cost create"
    " decide defend demand deny depend describe deserve determine develop die differ disagree disapprove discover"
    " discuss earn eat emerge enable encourage enjoy ensure enter exist expect explain face fail fall fear feel"
    " fight find follow force gather get give go grow happen hate have hear help hide hope identify ignore imagine"
    " improve include increase indicate insist intend invite involve join keep kill know lack lead learn leave lie"
    " like listen live look lose love maintain make matter mean meet move need occur offer oppose own pay persist"
    " plan play prefer prepare prevent produce propose protect prove provide pursue push raise rank reach realize"
    " receive recognize recommend refuse regard reject remain remember remind remove replace require respond"
    " reveal run say see seek seem sell send serve share show sit sleep speak spend stand stay stop struggle"
    " succeed suffer suggest support survive suspect take talk tell tend thank think threaten travel treat try"
    " turn understand use visit vote wait walk want warn wear win wish wonder work worry write".split()
)
# These are nouns as often: they are verbs after one of `_BEFORE_VERBS`.
_NOUNS_TOO = frozenset(
    "aim answer attempt bid blame broadcast call care cast cause charge claim concern cost cut deal demand face"
    " fall fear fight find force forecast hate help hope lead lie look love matter meet need offer plan play"
    " produce push raise rank reach regard report run share show sleep stand stay stop struggle support suspect"
    " talk travel try turn use visit vote wait walk win wish wonder work worry".split()
)
_VERBS_ALONE = _VERBS - _NOUNS_TOO
_BEFORE_VERBS = frozenset(
    "to will would can could may might must should shall not did do does cannot i you he she we they who".split()
)
# Behind these stands a verb, unless one of the following words does.
_MODALS = frozenset(
    "will would can could may might must should shall cannot".split()
    + [f"{verb}n{mark}t" for verb in "do does did wo ca would could should".split() for mark in "'’"]
)
_BETWEEN = frozenset(
    "not also never still now only soon always even just well often likely then once yet ever again already almost"
    " all both each indeed perhaps in at by on for from with without i you he she it we they the a an this that these"
    " those there his her their its our my and or but if as".split()
)
# They tell who says it, not what.
_SAYING = frozenset("say says said saying tell tells told add adds added announce announced report reported".split())
# With these as its subject a plain form is a verb, whatever it is.
_SUBJECTS = frozenset(
    "i we you they both many most all some few several people police children men women percent".split()
)
_BEFORE_NOUNS = frozenset(
    "the a an these those his her their its our my your no some any many few several other more most all both of for"
    " with without in on at by from to into over under between among against about after before during through per two"
    " three four five six seven eight nine ten eleven twelve hundred thousand million billion dozen".split()
)
# One of these shows that a text is English: what a report says of its language, or leaves unsaid, may be wrong.
_ENGLISH = frozenset("the of with from by this that your".split())
_PLURAL_OF_NOTHING = ("ss", "us")


def lacks_verb(text: str) -> bool:
    """Tell whether a sentence surely has no verb but perhaps a command, so that it tells nothing by itself."""
    if text.count(" ") >= _MOST or any(map(text.__contains__, _MARKS)):
        return False
    if not _VERBS.isdisjoint(text.lower().split()[1:]):  # most sentences need no closer look
        return False
    before = None
    words, is_english = 0, False
    for match in _WORD.finditer(text):
        if _may_be_verb(match, before):
            return False
        words += 1
        is_english = is_english or match.group().lower() in _ENGLISH
        before = match
    return is_english and words >= _FEWEST


def holds_verb(text: str) -> bool:
    """Tell whether a stretch of an English sentence holds a verb: one of a list, in any form, or a word in -ed.

    A verb that is in no list is missed. Verbs of saying do not count, nor what is a noun as often ("visit") unless it
    stands after "to", "will" and the like, nor a word in -ed after an article, a preposition or a hyphen.

    Examples:
        >>> holds_verb("the talks ended"), holds_verb("talks on their differences")
        (True, False)
    """
    words = [match.group().lower() for match in _WORD_AND_HYPHEN.finditer(text)]
    return any(is_verb(word, before) for before, word in pairwise(("", *words)))


def is_verb(word: str, before: str) -> bool:
    """Tell whether a word is a verb, as `holds_verb` does, by itself and the word before it; both casefolded."""
    if word in _SAYING or (before == "so" and word.endswith("ed")):  # "the so called roadmap"
        return False
    if before in _MODALS and word.isalpha():
        return word not in _BETWEEN and not word.endswith("ly")
    if word in _VERBS:
        return word not in _NOUNS_TOO or before in _BEFORE_VERBS
    if word.endswith("s"):
        lemmas = {word[:-1], word[:-2] if word.endswith("es") else "", f"{word[:-3]}y" if word.endswith("ies") else ""}
        return not _VERBS_ALONE.isdisjoint(lemmas)
    return word.endswith("ed") and before not in _BEFORE_NOUNS and before not in _HYPHENS


def _may_be_verb(match: re.Match[str], before: re.Match[str] | None) -> bool:
    word, small = match.group(), match.group().lower()
    if small in _SUBJECTS or "'" in word or "’" in word:
        return True
    if small in _VERBS:
        return before is not None  # the first word may be a command
    if before is not None and word[0].isupper():
        return False
    if small == "and" or small.endswith("ed"):
        return True
    is_counted = before is not None and match.start() - before.end() == 1 and before.group().lower() in _BEFORE_NOUNS
    return small.endswith("s") and not is_counted and len(small) > 3 and not small.endswith(_PLURAL_OF_NOTHING)
