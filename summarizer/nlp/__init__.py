"""Reads text without knowing what it is for: tokens, sentences, dates, numbers, names, speakers, events."""
