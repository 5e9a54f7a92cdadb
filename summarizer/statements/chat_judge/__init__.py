"""A judge behind an address: any endpoint that speaks the chat-completions protocol."""
