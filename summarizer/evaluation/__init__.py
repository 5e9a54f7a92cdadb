"""Compares systems on clusters with human summaries: ROUGE, redundancy, speed."""
