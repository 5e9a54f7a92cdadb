"""Which reports go back to one text: duplicates, aligned passages, dependence, publishers."""
