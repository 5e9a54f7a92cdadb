"""Holds a run against an earlier briefing: what is new, what changed, and what became of the earlier points."""
