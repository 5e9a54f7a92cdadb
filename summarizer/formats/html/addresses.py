"""Which addresses of reports may become links."""

from __future__ import annotations

import re

from summarizer.formats.harmless import is_web_address

_USER = re.compile(r"https?://[^/?#]*@", re.IGNORECASE)  # "https://bank.example@evil.example" is evil.example's


def web_address(url: str | None) -> str | None:
    """Return an address that a browser may follow: of the web, plain, without a user's name; None for any other."""
    return url if url and is_web_address(url) and not _USER.match(url) else None
