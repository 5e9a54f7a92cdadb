"""Languages and their directions."""

import pytest

from summarizer.renderers.html.text_language import read_text_language


@pytest.mark.parametrize(
    ("code", "language", "direction"),
    [
        ("en", "en", "ltr"),
        ("ar", "ar", "rtl"),
        ("AR-eg", "AR-eg", "rtl"),
        ("he", "he", "rtl"),
        ("fa", "fa", "rtl"),
        ("ur", "ur", "rtl"),
        ("ur-Latn", "ur-Latn", "ltr"),
        ("az-Arab-IR", "az-Arab-IR", "rtl"),
        ("zh-Hant", "zh-Hant", "ltr"),
        (None, None, "auto"),
        ("", None, "auto"),
        ("english", None, "auto"),
        ('en" onload="x', None, "auto"),
    ],
)
def test_the_direction_of_a_language(code, language, direction):
    tongue = read_text_language(code)
    assert (tongue.language, tongue.direction) == (language, direction)
    assert str(tongue.attributes) == (f' lang="{language}"' if language else "") + f' dir="{direction}"'
