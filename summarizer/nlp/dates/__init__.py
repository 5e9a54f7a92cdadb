"""Dates and times in text: dates, relative phrases, tense, and lines that state when a page appeared."""
