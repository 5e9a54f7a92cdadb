"""Labelled pairs of other languages than English: nothing wrong is merged, and at least half of what says the same."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from summarizer import Document, Settings
from summarizer.cleaning.split_sentences import split_document
from summarizer.features.corpus import open_corpus
from summarizer.languages.data_sections import find_section
from summarizer.model import Span
from summarizer.nlp.tokens import stem, words_of
from summarizer.statements.lexical_judge import open_judge

PAIRS = Path(__file__).with_name("pairs")
LANGUAGES = sorted(path.stem for path in PAIRS.glob("*.toml"))
PARTS = ("development", "held_back", "later", "unseen")  # what is measured; "traps" say that nothing is the same
LEAST = 0.5  # share of the pairs that say the same and are found to
LEAST_PAIRS = 40
KINDS = {
    *("negation", "numbers", "days", "names", "opposites", "other actor", "openness", "quantifiers", "part"),
    *("synonym", "passive", "word order", "paraphrase"),
}


@cache
def judged(language):
    """For each pair of a language its part, label and sentences, and how each stands to the other."""
    held = tomllib.loads((PAIRS / f"{language}.toml").read_text(encoding="utf-8"))
    parts = (*PARTS, "traps")
    pairs = [(part, *(map(str.strip, line.split("|")))) for part in parts for line in held[part].splitlines() if line]
    made = []
    for text in (text for pair in pairs for text in pair[3:]):
        document = Document(id=str(len(made)), text=text, kept=(Span(start=0, end=len(text)),))
        made += split_document(document, language, first_id=len(made))[0]
    assert len(made) == 2 * len(pairs), "each is one sentence"
    settings = Settings()
    limits = {"same_limit": settings.same_limit, "part_limit": settings.part_limit}
    judge = open_judge(open_corpus(made), {one.document: one.document for one in made}, **limits)
    at = range(0, len(made), 2)
    return [(*pair, judge.judge(n, (n + 1,)), judge.judge(n + 1, (n,))) for pair, n in zip(pairs, at, strict=True)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_pairs_of_all_kinds_of_which_half_say_the_same(language):
    found = judged(language)
    labels = [label for part, label, *_ in found if part in PARTS]
    assert len(labels) >= LEAST_PAIRS
    assert set(labels) == {"same", "part", "other"}
    assert labels.count("same") >= 0.45 * len(labels)
    assert {kind for _, _, kind, *_ in found} <= KINDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_else_is_taken_for_the_same(language):
    wrong = [
        texts
        for _, label, _, *texts, there, back in judged(language)
        if (label != "same" and there.relation == "entailed") or (label == "other" and back.relation == "entailed")
    ]
    assert wrong == []


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_half_of_what_says_the_same_in_other_words_is_found(language, part):
    same = [there for own, label, *_, there, _ in judged(language) if own == part and label == "same"]
    assert sum(one.relation == "entailed" for one in same) >= LEAST * len(same)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_has_two_meanings(language):
    lines = [line.split() for line in find_section(language, "synonyms").text("exchanged").splitlines() if line]
    meaning_of = {}
    for line in lines:
        for word, own in zip(line, stem(line, language), strict=True):
            assert meaning_of.setdefault(own, line[0]) == line[0], word


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_the_table_are_tokens_as_words_of_gives_them(language):
    """An entry that the tokens of a text could never be would never be met."""
    section = find_section(language, "synonyms")
    entries = [*section.text("exchanged").split(), *section.words("beside"), *section.words("binding")]
    entries += [*section.named("phrased"), *section.named("parted")]
    assert [entry for entry in entries if words_of(entry) != entry.casefold().split()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_mean_what_words_mean_or_what_no_word_does(language):
    section = find_section(language, "synonyms")
    meanings = {line.split()[0] for line in section.text("exchanged").splitlines() if line}
    phrased = [*section.named("phrased").values(), *section.named("parted").values()]
    others = {word for line in section.text("exchanged").splitlines() for word in line.split()} - meanings
    assert others.isdisjoint(phrased)
