"""Quotations with one letter changed, made from the quotations of sentences: each has to be found."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from benchmarks.check_cases import Case

QUOTATION = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")
WORD = re.compile(r"\b[a-z]{4,}\b")
VOWELS = "aeiou"
CONSONANTS = "bcdfghjklmnpqrstvwxyz"


def change_letters(cases: Sequence[Case]) -> Iterator[Case]:
    """Give every sentence that has a quotation once more, with one letter of it changed.

    The letter is drawn by the place of the sentence, so that it is always the same one. It is left out, doubled, put
    after the next one, or replaced, a vowel by a vowel and a consonant by a consonant.
    """
    for case in cases:
        chance = random.Random(case.name)  # noqa: S311  a draw that repeats
        words = [
            (quotation.start() + 1 + word.start(), word[0])
            for quotation in QUOTATION.finditer(case.text)
            for word in WORD.finditer(quotation[1] or quotation[2])
        ]
        if words:
            start, word = chance.choice(words)
            changed = _change(word, chance)
            yield replace(
                case,
                text=case.text[:start] + changed + case.text[start + len(word) :],
                altered=((start, start + len(changed)),),
                kind="quotation",
                how="one letter",
                expected="quotation",
                absent="quotation",
            )


def _change(word: str, chance: random.Random) -> str:
    """Change one letter of a word, not its first."""
    at = chance.randrange(1, len(word) - 1)
    letter, after = word[at], word[at + 1]
    kin = VOWELS if letter in VOWELS else CONSONANTS
    other = kin[(kin.index(letter) + 1 + chance.randrange(len(kin) - 1)) % len(kin)]
    ways = [word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + other + word[at + 1 :]]
    if letter != after:
        ways.append(word[:at] + after + letter + word[at + 2 :])
    return chance.choice(ways)
