"""Dates reports and what they tell: stated dates, doubtful dates, dates inferred from shared events."""
