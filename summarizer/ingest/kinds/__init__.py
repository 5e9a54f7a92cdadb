"""One file a kind of input: its bytes in, Documents with their text as read out."""
