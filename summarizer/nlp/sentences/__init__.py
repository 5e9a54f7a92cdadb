"""Sentences as text: their boundaries, their quotation marks, and whether one reads well on its own."""
