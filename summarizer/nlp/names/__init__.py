"""Names in text: people with their roles, governments, places, and which names mean one person."""
