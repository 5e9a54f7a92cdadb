"""Numbers in text: figures and number words, their units, what they count, and how far the wording leaves them open."""
