"""Chooses the statements that are worth most together within the budget."""
