"""Which addresses of reports may become links."""

from __future__ import annotations

from summarizer.formats.harmless import is_web_address


def web_address(url: str | None) -> str | None:
    """Return an address that a browser may follow: of the web, plain, without a user's name; None for any other."""
    return url if url and is_web_address(url) else None
