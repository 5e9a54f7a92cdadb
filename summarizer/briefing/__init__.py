"""Writes the briefing: events in reading order, headlines, citations, signature."""
