"""Whose words a block quotation or an embedded post holds is told by what stands in it or before it."""

import pytest

from summarizer.cleaning.split_sentences import split_document
from summarizer.readers.documents import prepare_document
from summarizer.readers.html.reader import read_html
from summarizer.readers.source import SourceFile

BEFORE = "The dam above the town was closed at noon on Monday, and many of the people below it were afraid."
AFTER = "Nobody in the town knew at the end of the day how long the work would take or what it would cost."
WORDS = "The dam is safe, and it will be safe for all of the years to come, and nobody needs to leave."

QUOTATIONS = {
    "a post": (
        f'<blockquote class="twitter-tweet"><p>{WORDS}</p>&mdash; Ivo Sel (@ivosel) <a href="/1">March 3, 2024</a>'
        "</blockquote>",
        "Ivo Sel",
    ),
    "a footer": (f"<blockquote><p>{WORDS}</p><footer>Lena Fox, head of the agency</footer></blockquote>", "Lena Fox"),
    "a footer with a dash": (
        f"<blockquote><p>{WORDS}</p><footer>— <cite>Lena Fox</cite>, engineer</footer></blockquote>",
        "Lena Fox",
    ),
    "a cite": (f"<blockquote><p>{WORDS}</p><cite>Lena Fox</cite></blockquote>", "Lena Fox"),
    "a caption": (
        f"<figure><blockquote>{WORDS}</blockquote><figcaption>Peter Loy, engineer</figcaption></figure>",
        "Peter Loy",
    ),
    "a post of a picture": (
        f"<blockquote><p>{WORDS}</p><p>A post shared by Ivo Sel (@ivosel) on Mar 3, 2024</p></blockquote>",
        "Ivo Sel",
    ),
    "a line above": (f"<p>And from the mayor, Jane Roe:</p><blockquote>{WORDS}</blockquote>", "Jane Roe"),
    "nobody": (f"<blockquote>{WORDS}</blockquote>", None),
    "another quotation's": (
        f"<blockquote>{WORDS}</blockquote><blockquote><p>It is not.</p><footer>Lena Fox</footer></blockquote>",
        None,
    ),
}


@pytest.mark.parametrize(("quotation", "wanted"), QUOTATIONS.values(), ids=QUOTATIONS)
def test_a_quotation_keeps_its_speaker(quotation, wanted):
    page = f"<html><body><article><h1>Dam</h1><p>{BEFORE}</p>{quotation}<p>{AFTER}</p></article></body></html>"
    (document,) = read_html(SourceFile(name="a.html", stem="a", data=page.encode()))
    told = {sentence.text: sentence.speaker for sentence in split_document(prepare_document(document), "en")[0]}
    assert told[WORDS] == wanted
    assert told[BEFORE] is None and told[AFTER] is None
