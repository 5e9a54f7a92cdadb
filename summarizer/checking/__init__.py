"""Checks a text against reports: what they say of it, what they say otherwise, and what none of them has."""
