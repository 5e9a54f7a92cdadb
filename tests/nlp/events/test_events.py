import pytest

from summarizer.errors import LanguageError
from summarizer.nlp.events.event_words import event_words, knows_events
from summarizer.nlp.events.events import find_asserted_events, find_denied_events, may_deny
from summarizer.nlp.events.factuality import Line
from summarizer.nlp.tokens import open_stemmer, terms_of

# What a sentence says was not done: the verb, and what it was not done to.
DENIED = {
    "Teams have confirmed that neither have recovered any debris from the jet.": [("find", {"debris"})],
    "Police did not immediately identify the two bodies found near the creek.": [("identify", {"bodi"})],
    "The president has never asked Mr. Comey or anyone else to end any inquiry.": [("ask", {"comey"})],
    "No debris or oil has been found in the sea.": [("find", {"debris", "oil"})],
    "They did not sign the contract and left.": [("sign", {"contract"})],
    "They failed to sign the contract and the letter.": [("sign", {"contract", "letter"})],
    "The company has yet to reach an agreement.": [("reach", {"deal"})],
    "The rancher did not walk back the comments.": [("backtrack", {"back"})],
    "The babies who did not nap slept later.": [],
    "They would leave if no agreement was reached.": [],
    "The clerk did not produce minutes of most meetings.": [],
    "There is no hope.": [],
    "He is not here.": [],
    "": [],
    "not": [],
    "Nobody said no to neither": [],
}


def read(text):
    tokens, terms = terms_of(text, "en", open_stemmer("en"))
    return Line(text=text, tokens=tokens, terms=terms, language="en")


@pytest.mark.parametrize(("text", "wanted"), DENIED.items())
def test_what_was_not_done(text, wanted):
    assert [(act.verb, set(act.things)) for act in find_denied_events(read(text))] == wanted


TOLD = {
    "A search has found several parts of the jet.": [("find", {"debris", "plane"})],
    "Police confirmed on Wednesday the identities of the two bodies.": [("identify", {"bodi"})],
    "Divers found several pieces yesterday.": [("find", {"debris"})],
    "Police identified two bodies Wednesday.": [("identify", {"bodi"})],
    "The old bodies of the crew were found near the creek.": [("find", {"bodi", "crew"})],
    "Police found two bodies and were looking for more.": [("find", {"bodi"})],
    "They may have found the debris.": [],
    "They have not found the debris.": [],
    "They hope to find the debris.": [],
    "Found near the creek, the debris was old.": [],
}


@pytest.mark.parametrize(("text", "wanted"), TOLD.items())
def test_what_was_done(text, wanted):
    told = find_asserted_events(read(text), frozenset(("find", "identify")))
    assert [(act.verb, set(act.things)) for act in told] == wanted
    assert not any(act.is_denied for act in told)


@pytest.mark.parametrize("language", [None, "de", "xx"])
def test_a_language_without_words_for_events_denies_nothing(language):
    tokens = ("it", "did", "not", "rain")
    assert may_deny(tokens, "en") and not may_deny(tokens, language)
    assert knows_events("en") and not knows_events(language)


def test_words_for_events_that_are_not_there_are_named():
    with pytest.raises(LanguageError, match=r"language 'de': found no section 'events'; add data/de/events\.toml"):
        event_words("de")
