"""What no reader's terminal may obey."""

import io
import re
import unicodedata
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.renderers.registry import render, render_bytes
from summarizer.renderers.sanitize import is_web_address, quoted, sanitize, shortened, visible
from tests.renderers.example_briefing import BRIEFING
from tests.renderers.hostile_text import CONTROLS


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain — “text” 習近平 naïve", "plain — “text” 習近平 naïve"),
        ("  two\r\nlines\tand\u00a0more \n", "two lines and more"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]8;;x\x07", "␛]8;;x␇"),
        ("back\x08space\x00\x7f", "back␈space␀␡"),
        ("\x9b31m", "�31m"),
        ("over\u202egninnur\u202c", "overgninnur"),
        ("\u2066isolated\u2069\u200e\u200f\u061c", "isolated"),
        ("zero\u200b\u2060\ufeffwidth soft\u00adhyphen", "zerowidth softhyphen"),
        ("a \u200b b \u200b", "a b"),
        ("\u200b", ""),
        ("j\u200doin\u200c", "join"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d💻 👩🏽\u200d💻 क्\u200dष", "👩\u200d💻 👩🏽\u200d💻 क्\u200dष"),
        ("tag\U000e0041", "tag"),
        ("\ud800", "�"),
        ("no \ufffe \ufdd0 \U0010ffff character, \ufdf0 is", "no � � � character, \ufdf0 is"),
        ("new \U0002fa2f private \ue000", "new \U0002fa2f private \ue000"),
    ],
)
def test_what_is_shown(text, shown):
    assert sanitize(text) == shown


@given(st.text(st.characters()) | st.sampled_from(CONTROLS))
def test_nothing_that_acts_gets_through(text):
    shown = sanitize(text)
    kinds = {unicodedata.category(char) for char in shown if char not in "\u200c\u200d"}
    assert kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"} == set()
    assert shown == " ".join(shown.split())
    assert sanitize(shown) == shown


@given(st.text(st.characters()) | st.sampled_from(CONTROLS))
def test_white_space_can_stay_where_lines_matter(text):
    assert " ".join(visible(text).split()) == sanitize(text)
    assert "".join(filter(str.isspace, visible(text))) == "".join(filter(str.isspace, text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("as shown [12] before", "as shown ［12］ before"),
        ("[1][2, 3] [4–6]", "［1］［2, 3］ ［4–6］"),
        ("[1\u200b]", "［1］"),
        ("[sic] [a1] [ 1", "[sic] [a1] [ 1"),
    ],
)
def test_a_number_in_brackets_is_never_taken_for_a_citation(text, shown):
    assert quoted(text) == shown


@pytest.mark.parametrize(
    ("text", "length", "shown"),
    [
        ("short", 5, "short"),
        ("one two three four", 12, "one two …"),
        ("o" * 30, 10, "o" * 9 + "…"),
        ("a " + "o" * 30, 10, "a oooooooo…"[:9] + "…"),
        ("x" * 5_000_000, 10, "xxxxxxxxx…"),
        (" " * 100 + "late", 10, "…"),
    ],
)
def test_long_text_is_cut_at_a_word(text, length, shown):
    assert shortened(text, length) == shown
    assert len(shown) <= length


@pytest.mark.parametrize(
    "address",
    ["https://u@evil.example/", "https://bank.example:443@evil.example", "http://u:p@evil.example/a", "https://@evil.example",
     "HTTPS://u@evil.example?a", "https:///u@evil.example", "https://u＠evil.example", "https://a@b@evil.example#c"],
)  # fmt: skip
def test_an_address_with_a_name_before_its_host_becomes_no_link_in_any_format(address):
    from summarizer.renderers.notebook import draw_html

    briefing = replace(BRIEFING, sources=tuple(replace(source, url=address) for source in BRIEFING.sources))
    assert not is_web_address(address)
    assert f"<{address}>" not in render(briefing, "markdown") and "](" + address not in render(briefing, "markdown")
    for page in (draw_html(briefing), render(briefing, "html")):
        assert not re.search(r"href=[^>]*evil", page)
    assert "evil" not in render(briefing, "csl-json")
    with zipfile.ZipFile(io.BytesIO(render_bytes(briefing, "docx"))) as archive:
        names = [name for name in archive.namelist() if name.endswith(".rels")]
        assert not any(b"evil" in archive.read(name) for name in names)


@pytest.mark.parametrize(
    "address", ["https://a.example/@user", "https://a.example?q=a@b", "https://a.example#@", "http://a.b:80/"]
)
def test_an_at_sign_after_the_host_is_none(address):
    assert is_web_address(address)
