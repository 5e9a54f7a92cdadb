"""Where reports differ: one file a kind of difference, over one shared context."""
