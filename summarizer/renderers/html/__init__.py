"""The html format: one page, the briefing beside the reports that it quotes."""
