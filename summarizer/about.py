"""What this package is called and which version it is."""

__version__ = "0.1.0"
