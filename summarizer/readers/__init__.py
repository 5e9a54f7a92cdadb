"""Reads reports of any kind: one file a kind, one registry of them."""
