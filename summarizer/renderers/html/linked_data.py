"""schema.org's NewsArticle as JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from markupsafe import Markup

from summarizer.model import Briefing, Source
from summarizer.renderers.html.environment import web_address
from summarizer.renderers.html.text_language import TextLanguage
from summarizer.renderers.sanitize import sanitize
from summarizer.renderers.wording import as_of, who

_ACTIVE = re.compile("[<>&\u2028\u2029]")


def write_linked_data(briefing: Briefing, tongues: Mapping[int, TextLanguage]) -> Markup:
    """Write the title, what is read and what is cited; each `<` is spelled as JSON's escape for it."""
    cited = {citation.source for point in briefing.points for citation in point.citations}
    article = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": sanitize(briefing.title) or "Briefing",
        "abstract": as_of(briefing),
        "isBasedOn": [_report(source, tongues[source.number]) for source in briefing.sources],
        "citation": [{"@id": f"#s{source.number}"} for source in briefing.sources if source.number in cited],
    }
    text = json.dumps(article, ensure_ascii=True, separators=(",", ":"))
    return Markup(_ACTIVE.sub(lambda match: f"\\u{ord(match[0]):04x}", text))  # noqa: S704 - nothing is left to act


def _report(source: Source, tongue: TextLanguage) -> dict[str, object]:
    fields: dict[str, object] = {
        "@type": "NewsArticle",
        "@id": f"#s{source.number}",
        "position": source.number,
        "headline": sanitize(source.title or "") or None,
        "name": sanitize(who(source)),
        "publisher": _named("NewsMediaOrganization", source.outlet),
        "author": _named("Person", source.author),
        "creditText": sanitize(source.credit or "") or None,
        "datePublished": str(source.published) if source.published else None,
        "inLanguage": tongue.language,
        "url": web_address(source.url),
    }
    return {name: value for name, value in fields.items() if value is not None}


def _named(kind: str, name: str | None) -> dict[str, str] | None:
    shown = sanitize(name or "")
    return {"@type": kind, "name": shown} if shown else None
