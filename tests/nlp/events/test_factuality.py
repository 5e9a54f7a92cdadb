"""What a sentence makes of a clause: it tells it, denies it, or leaves it to others."""

import pytest

from summarizer.nlp.events.events import find_asserted_events, find_denied_events
from summarizer.nlp.events.factuality import Line, factuality_at
from summarizer.nlp.tokens import open_stemmer, terms_of

# A sentence that tells that police stormed the bank, and what it makes of that.
STANCES = {
    "Police had stormed the bank.": "told",
    "The mayor said that police had stormed the bank.": "told",
    "The mayor confirmed on Monday that police had stormed the bank.": "told",
    "Reuters reports that police had stormed the bank.": "told",
    "The mayor denied the charge, but police had stormed the bank.": "told",
    "The mayor, who denied all charges, resigned after police had stormed the bank.": "told",
    "The mayor denied that police had stormed the bank.": "denied",
    "The mayor rejected claims that police had stormed the bank.": "denied",
    "The mayor dismissed a report that police had stormed the bank.": "denied",
    "The mayor ruled out that police had stormed the bank.": "denied",
    "It is not true that police stormed the bank.": "denied",
    "Reports that police had stormed the bank were false.": "denied",
    "Dubois denied he had stormed the bank.": "denied",
    "Dubois denied having stormed the bank.": "denied",
    "It is true that police stormed the bank.": "told",
    "The mayor did not deny that police had stormed the bank.": "open",
    "The mayor refused to deny that police had stormed the bank.": "open",
    "The mayor did not say that police had stormed the bank.": "open",
    "Nobody believes that police had stormed the bank.": "open",
    "There was no sign that police had stormed the bank.": "open",
    "There were reports that police had stormed the bank.": "open",
    "It was feared that police had stormed the bank.": "open",
    "The mayor denied that a witness had said that police had stormed the bank.": "open",
    "The mayor denied charges filed after a gang stormed the bank.": "told",
    "The mayor denied the crimes of men who were said to have stormed the bank.": "told",
    "The party accused police of having stormed the bank.": "open",
    "Police allegedly stormed the bank.": "open",
    "The paper said that police had stormed the bank, a claim that the mayor denied.": "open",
}


def read(text):
    tokens, terms = terms_of(text, "en", open_stemmer("en"))
    return Line(text=text, tokens=tuple(tokens), terms=tuple(terms), language="en")


@pytest.mark.parametrize(("text", "wanted"), STANCES.items())
def test_what_a_sentence_makes_of_a_clause(text, wanted):
    line = read(text)
    assert factuality_at(line, line.tokens.index("stormed")).stance == wanted


@pytest.mark.parametrize(("text", "wanted"), STANCES.items())
def test_only_what_is_told_or_denied_is_an_act(text, wanted):
    line = read(text)
    told = [act for act in find_asserted_events(line, frozenset(("storm",))) if act.things == {"bank"}]
    denied = [act for act in find_denied_events(line) if act.verb == "storm"]
    if "having" not in text and "have stormed" not in text:
        assert bool(told) == (wanted == "told")
    assert bool(denied) == (wanted == "denied")
    assert all(act.is_denied for act in denied)


def test_a_denial_is_quoted_with_who_denies():
    text = "Rain fell, and the mayor denied that police had stormed the bank."
    act = find_denied_events(read(text))[0]
    assert text[act.start : act.end] == "the mayor denied that police had stormed the bank"


def test_what_is_no_request_was_not_made():
    assert not find_asserted_events(read("The president had made no request to the bank."), frozenset(("make",)))
