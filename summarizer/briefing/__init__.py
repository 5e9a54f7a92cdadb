"""Statements in, an attributed Briefing out."""
