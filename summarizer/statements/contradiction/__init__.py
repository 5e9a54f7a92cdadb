"""Contradiction: what keeps a passage from saying what a point says."""
