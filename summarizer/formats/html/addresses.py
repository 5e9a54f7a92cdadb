"""Which addresses of reports may become links."""

from __future__ import annotations

import re

from summarizer.formats.harmless import harmless

_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'\\^`{|}\[\]@/]+(?:[/?#][^\s<>\"'\\^`{|}\[\]]*)?", re.IGNORECASE)


def web_address(url: str | None) -> str | None:
    """Return an address that a browser may follow: of the web, plain, without a user's name; None for any other."""
    return url if url and _WEB_ADDRESS.fullmatch(url) and harmless(url) == url else None
