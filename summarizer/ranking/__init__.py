"""Scores sentences: similarity graph, TextRank, priors."""
