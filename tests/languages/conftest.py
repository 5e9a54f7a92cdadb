"""A language that we have nothing of, and a process that forgets what a test brought."""

import pytest

from summarizer.languages import installed_languages as installed
from summarizer.languages.data_files import bring
from summarizer.languages.registry import forget_languages

SWAHILI = """
[stop_words]
words = "na ya wa kwa ni katika la za cha kuwa hiyo huo hii huyo"
"""
TEXT = "Waziri wa fedha na rais wa nchi ni katika mji wa Nairobi kwa mkutano wa siku tatu na wageni."
WORDS = TEXT.lower().rstrip(".").split()


@pytest.fixture
def forgotten():
    """Let a test find nothing of what others brought, and leave nothing."""
    forget_brought()
    yield
    forget_brought()


def forget_brought():
    for code in ("sw", "it", "fr", "de", "en"):
        bring(code, None)
        bring(code, None, is_installed=True)
    installed._brought.clear()
    installed._entry_points.cache_clear()
    forget_languages()


@pytest.fixture
def swahili(tmp_path):
    path = tmp_path / "sw.toml"
    path.write_text(SWAHILI, "utf-8")
    return path
