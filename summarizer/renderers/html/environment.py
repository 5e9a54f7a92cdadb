"""Opens the templates of the page; all that they print is sanitized and escaped."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from summarizer.model.text import count
from summarizer.renderers.sanitize import is_web_address, quoted, shortened
from summarizer.renderers.wording import IN_PART, Cited, cited_for, date_of, dating, introducing, letter, period, who

if TYPE_CHECKING:
    from jinja2 import Template


_ROOM = "summarizer.renderers.html"
_FOLDER = "templates"


def web_address(url: str | None) -> str | None:
    """Return an address that a browser may follow: of the web, plain, without a user's name; None for any other."""
    return url if url and is_web_address(url) else None


@cache
def open_page(name: str = "page.html.j2", *styles: str) -> Template:
    """Compile a page once a process; style and script are part of it, under a policy that names their digests.

    Args:
        name: The file of the page.
        styles: Files with more style than every page has.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader(_ROOM, _FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_made_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    style, script = Markup("").join(map(_asset, ("page.css", *styles))), _asset("page.js")
    environment.globals.update(
        cited_for=cited_for,
        count=count,
        in_part=IN_PART,
        told=_told,
        date_of=date_of,
        dating=dating,
        introducing=introducing,
        letter=letter,
        period=period,
        shortened=shortened,
        web_address=web_address,
        who=who,
        policy=_policy(style, script),
        style=style,
        script=script,
    )
    return environment.get_template(name)


def _made_harmless(value: Any) -> Any:
    """What no template can forget: a report's words cannot act, and its "[3]" is not taken for one of our citations."""
    return value if isinstance(value, (Markup, int)) else quoted(str(value))


def _told(cited: Cited) -> str:
    """How a passage stands to what it is cited for, in words for a screen reader and for whoever points at it."""
    relation = cited.citation.relation
    if relation == "part":
        return f"says a part: “{cited.backs}”"
    return "word for word" if relation == "verbatim" else "says the same"


def _asset(name: str) -> Markup:
    text = files(_ROOM).joinpath(_FOLDER, name).read_text(encoding="utf-8")
    return Markup(text)  # noqa: S704 - ours, word for word


def _policy(style: str, script: str) -> str:
    """Forbid everything but this style and this script."""
    rules = {
        "default-src": "'none'",
        "style-src": _digest(style),
        "script-src": _digest(script),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
