"""Shows a briefing: one file a format, one registry of them."""
