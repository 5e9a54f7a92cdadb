"""Dates and times in text: full and numeric dates, relative phrases, tense, and lines that state when a page appeared."""
