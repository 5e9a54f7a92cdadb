"""Checks a text against reports, sentence by sentence: what they say, what they say otherwise, what none of them has."""
