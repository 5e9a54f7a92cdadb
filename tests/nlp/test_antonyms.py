from importlib.resources import files

import pytest

from summarizer.languages.data_sections import find_section
from summarizer.nlp.lexical_relations import are_opposite
from tools.build_antonyms import is_plain, pairs_of, synsets_of

OPPOSITES = {
    "en": [
        ("approved", "rejects"), ("rose", "fell"), ("convicted", "acquitted"), ("before", "after"), ("north", "south"),
        ("legal", "illegal"), ("able", "unable"), ("happy", "unhappy"), ("activated", "inactivates"),
        ("thinner", "thicker"),        ("happier", "unhappier"), ("permitted", "forbids"),
        ("obeying", "disobeyed"), ("assembling", "disassembled"),
    ],
    "de": [("genehmigte", "abgelehnt"), ("stieg", "sank"), ("schließt", "öffnet"), ("vor", "nach")],
    "fr": [("approuvé", "rejeté"), ("hausse", "baisse"), ("libéré", "arrêté")],
    "es": [("aprobó", "rechazó"), ("subió", "cayó"), ("norte", "sur")],
}  # fmt: skip
OTHERS = {
    "en": [
        ("approved", "approves"), ("rose", "climbed"), ("talks", "agreed"), ("thin", "thicker"), ("formed", "informed"),
        ("press", "impress"), ("flammable", "inflammable"), ("is", "was"), ("", ""), ("a", "b"), ("ss", "ed"),
    ],
    "de": [("genehmigte", "genehmigt"), ("legal", "unable")],
    "xx": [("up", "down")],
    "../en": [("up", "down")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "first", "second"), [(lang, *pair) for lang, pairs in OPPOSITES.items() for pair in pairs]
)
def test_opposites(language, first, second):
    first, second = first.casefold(), second.casefold()
    assert are_opposite(first, second, language)
    assert are_opposite(second, first, language)


@pytest.mark.parametrize(
    ("language", "first", "second"), [(lang, *pair) for lang, pairs in OTHERS.items() for pair in pairs]
)
def test_no_opposites(language, first, second):
    assert not are_opposite(first, second, language)
    assert not are_opposite(second, first, language)


def test_the_table_is_in_order_and_says_where_it_comes_from():
    data = files("summarizer.languages") / "data"
    pairs = [tuple(line.split()) for line in find_section("en", "antonyms").text("pairs").splitlines()]
    assert pairs == sorted(set(pairs)) and len(pairs) > 3000
    assert all(one < other and is_plain(one) and is_plain(other) for one, other in pairs)
    assert "WordNet 3.1" in (data / "en" / "antonyms.toml").read_text("utf-8").splitlines()[1]
    assert "WordNet 3.1 Copyright 2011 by Princeton University" in (data / "WORDNET-LICENSE.txt").read_text("utf-8")


# Three synsets in the form of the database: the first word of the first is the antonym of the second of the other.
MADE = """\
  1 A licence.
00000001 29 v 02 rise 0 go_up 0 002 @ 00000003 v 0000 ! 00000002 v 0102 01 + 02 00 | a gloss; ! 00000009
00000002 29 v 02 descend 0 fall 0 001 ! 00000001 v 0201 01 + 02 00 | a gloss
00000003 29 v 01 change 0 000 01 + 02 00 | a gloss
"""


def test_antonym_pointers_tie_single_words(tmp_path):
    (tmp_path / "data.verb").write_text(MADE, "utf-8")
    synsets = synsets_of(tmp_path / "data.verb")
    assert {*pairs_of(synsets)} == {("fall", "rise")}
    assert {*pairs_of(synsets, widened=True)} == {("fall", "rise"), ("descend", "rise")}
