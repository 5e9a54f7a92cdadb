"""Parts of a page beside its article: sidebars, comments, calendars, teasers, captions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BESIDE_TAGS = frozenset("aside nav figure figcaption footer header script style template noscript select".split())
# Words of classes, ids and roles that name such parts, in the tongue of templates.
_BESIDE_WORDS = frozenset(
    "comment comments respond reply replies disqus related teaser teasers sidebar calendar event events agenda"
    " upcoming widget widgets trending popular mostread recommended recommendations recommendation promo promos"
    " newsletter latest ticker caption captions recirc recirculation outbrain taboola carousel complementary"
    " suggestions headlines breadcrumb breadcrumbs menu footer masthead advert advertisement".split()
)
_BESIDE_PAIRS = re.compile(
    r"(?:most|read|up|see|more|you|also|other|next|further)[-_]?(?:read|next|also|news|stories|articles|like|posts)",
    re.IGNORECASE,
)
_BESIDE_ENDS = re.compile(r"(?:comment|event|teaser|related)(?:s?list|s?box|items?)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_OTHERS = re.compile(r"schema\.org/(?:Comment|UserComments|Event|Answer|\w*Event)$", re.IGNORECASE)
_TEASER = 1000  # letters of an article that is no more than a teaser
_WHOLE = 60  # letters of a paragraph by which an article is more than a frame for its headline
_HEADINGS = ("h1", "h2", "h3", "h4")


class Zones:
    """Tells what stands beside a page's article from what is part of it, by its headline.

    Attributes:
        headline: The heading of the article, if there is one.
        article: The article element around it, where it holds the story too.
    """

    def __init__(self, tree: HtmlElement, titles: tuple[str, ...] = ()) -> None:
        self.headline = _find_headline(tree, titles)
        around = self.headline if self.headline is not None else next(tree.iter("article", "main"), None)
        self._kept = set() if around is None else {around, *around.iterancestors()}
        self._article = next((e for e in self._kept if e.tag == "article"), None)
        paragraphs = self._article.iter("p") if self._article is not None else ()
        is_whole = any(len("".join(paragraph.itertext())) >= _WHOLE for paragraph in paragraphs)
        self.article = self._article if is_whole else None
        self._known: dict[HtmlElement, bool] = {}
        self._opens: dict[HtmlElement, bool] = {}

    def is_beside(self, element: HtmlElement) -> bool:
        """Whether an element stands in a part of the page that is beside the article."""
        path = []
        at: HtmlElement | None = element
        while at is not None and at not in self._known:
            path.append(at)
            at = at.getparent()
        verdict = at is not None and self._known[at]
        for each in reversed(path):
            verdict = verdict or self.opens_beside(each)
            self._known[each] = verdict
        return self._known[element]

    def opens_beside(self, element: HtmlElement) -> bool:
        """Whether an element is such a part itself; what holds the headline never is."""
        if element not in self._opens:
            self._opens[element] = self._judge(element)
        return self._opens[element]

    def _judge(self, element: HtmlElement) -> bool:
        tag = element.tag
        if element in self._kept or not isinstance(tag, str) or tag in ("html", "body", "head", "main", "meta", "time"):
            return False
        if tag in ("footer", "header"):
            return not self._is_own(element)
        if tag in _BESIDE_TAGS or _OTHERS.search(element.get("itemtype") or ""):
            return True
        if tag == "article" and self._is_other_article(element):
            return True
        names = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("role"))))
        if not names:
            return False
        return bool(_BESIDE_PAIRS.search(names) or _BESIDE_ENDS.search(names)) or not _BESIDE_WORDS.isdisjoint(
            map(str.lower, _WORD.findall(names))
        )

    def _is_own(self, element: HtmlElement) -> bool:
        """Whether the head or the foot of an article is that of the page's own."""
        article = next(element.iterancestors("article"), None)
        return article is not None and article is self._article

    def _is_other_article(self, element: HtmlElement) -> bool:
        """Whether an article is one beside that of the headline, or a teaser: short, with a link for its heading."""
        if self._article is not None:
            return True
        headings = (heading for tag in _HEADINGS for heading in element.iter(tag))
        heading = next(headings, None)
        if heading is None or len("".join(element.itertext())) > _TEASER:
            return False
        return heading.find(".//a") is not None or any(up.tag == "a" for up in heading.iterancestors())


def _find_headline(tree: HtmlElement, titles: tuple[str, ...]) -> HtmlElement | None:
    """The heading that says what the page gives as its title, else its first of the first level."""
    firsts = list(tree.iter("h1"))
    # The name of the site is such a heading on some pages.
    firsts.sort(key=lambda heading: next(heading.iterancestors("article", "main"), None) is None)
    wanted = {_bare(title) for title in titles}
    for heading in (*firsts, *tree.iter("h2")):
        said = _bare("".join(heading.itertext()))
        if len(said) > 8 and any(said == title or title.startswith(said) for title in wanted):
            return heading
    return firsts[0] if firsts else None


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
