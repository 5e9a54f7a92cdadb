"""Separates the story of a report from the furniture of its page, finds its metadata, splits it into sentences."""
