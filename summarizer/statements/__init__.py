"""Merges sentences that say the same into statements, and judges which passages entail a statement."""
