"""Sentences as numbers: sparse vectors and the corpus that all stages share."""
