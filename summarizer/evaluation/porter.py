"""Porter's stemmer for English, with the departures of ROUGE-1.5.5."""

from __future__ import annotations

_STEP_2 = {
    "ational": "ate", "ization": "ize", "iveness": "ive", "fulness": "ful", "ousness": "ous", "tional": "tion",
    "biliti": "ble", "entli": "ent", "ousli": "ous", "ation": "ate", "alism": "al", "aliti": "al", "iviti": "ive",
    "enci": "ence", "anci": "ance", "izer": "ize", "alli": "al", "ator": "ate", "logi": "log", "bli": "ble", "eli": "e",
}  # fmt: skip
_STEP_3 = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ness": "", "ful": ""}
_STEP_4 = (
    "ance", "ence", "able", "ible", "ement", "ant", "ism", "ate", "iti", "ous", "ive", "ize", "al", "er", "ic", "ou",
)  # fmt: skip


def porter_stem(word: str) -> str:
    """Return the stem of an English word.

    Not all stems are those of other Porter stemmers. The original does "-bli" and "-logi" as later versions of the
    algorithm do, halves any double consonant but l, s and z, and after the suffixes of step 4 tries "-ment", then
    "-ent" or "-ion" once more on what is left, so that "document" becomes "docum".

    Args:
        word: Letters a-z and digits, at least one.

    Source:
        Porter, "An Algorithm for Suffix Stripping", Program 14(3), 1980, pages 130-137; ROUGE-1.5.5's own stemmer for
        what departs from it.
    """
    if len(word) < 3:
        return word
    # A "y" that begins a word is a consonant: a capital keeps it from being taken for a vowel.
    stem = "Y" + word[1:] if word[0] == "y" else word
    stem = _without_y(_without_past(_without_plural(stem)))
    stem = _replaced(_replaced(stem, _STEP_2), _STEP_3)
    stem = _without_e(_without_endings(stem))
    return "y" + stem[1:] if word[0] == "y" else stem


def _shape(stem: str) -> str:
    """Return "c" for each consonant and "v" for each vowel; "y" is a vowel after a consonant."""
    shape = ""
    for letter in stem:
        vowel = letter in "aeiou" or (letter == "y" and shape[-1:] == "c")
        shape += "v" if vowel else "c"
    return shape


def _measure(stem: str) -> int:
    """Return Porter's m: how often a consonant follows a vowel."""
    return _shape(stem).count("vc")


def _ends_short(stem: str) -> bool:
    """Whether a stem is Porter's *o with nothing before: consonants, a vowel, a consonant other than w, x and y."""
    shape = _shape(stem)
    return shape.endswith("vc") and "v" not in shape[:-2] and shape[0] == "c" and stem[-1] not in "wxy"


def _without_plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 1 else word


def _without_past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    ending = next((ending for ending in ("ed", "ing") if word.endswith(ending)), "")
    stem = word.removesuffix(ending)
    if not ending or "v" not in _shape(stem):
        return word
    if stem.endswith(("at", "bl", "iz")):
        return stem + "e"
    if stem[-2:-1] == stem[-1] and stem[-1] not in "aeiouylsz":
        return stem[:-1]
    return stem + "e" if _ends_short(stem) else stem


def _without_y(word: str) -> str:
    return word[:-1] + "i" if word.endswith("y") and "v" in _shape(word[:-1]) else word


def _replaced(word: str, endings: dict[str, str]) -> str:
    for ending, other in endings.items():  # longest first
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            return stem + other if _measure(stem) > 0 else word
    return word


def _without_endings(word: str) -> str:
    word = _without_long(word, next((ending for ending in _STEP_4 if word.endswith(ending)), ""))
    word = _without_long(word, "ment")
    if word.endswith("ent"):
        return _without_long(word, "ent")
    return _without_long(word, "ion") if word.endswith(("sion", "tion")) else word


def _without_long(word: str, ending: str) -> str:
    """Take an ending off where what is left is long."""
    stem = word.removesuffix(ending)
    return stem if ending and word.endswith(ending) and _measure(stem) > 1 else word


def _without_e(word: str) -> str:
    stem = word.removesuffix("e")
    if stem != word and (_measure(stem) > 1 or (_measure(stem) == 1 and not _ends_short(stem))):
        word = stem
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word
