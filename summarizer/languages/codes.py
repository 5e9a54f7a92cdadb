"""Codes of languages: what a file states becomes one of a table, or nothing."""

from __future__ import annotations

import re

NAMES_OF_LANGUAGES = {
    "ar": "arabic", "cs": "czech", "de": "german", "el": "greek", "en": "english", "es": "spanish", "fr": "french",
    "he": "hebrew", "it": "italian", "ja": "japanese", "ko": "korean", "pl": "polish", "pt": "portuguese",
    "sk": "slovak", "sv": "swedish", "th": "thai", "uk": "ukrainian", "zh": "chinese",
    "hi": "hindi", "ru": "russian", "nl": "dutch", "tr": "turkish", "da": "danish", "fi": "finnish", "no": "norwegian",
    "hu": "hungarian", "ro": "romanian", "id": "indonesian", "ta": "tamil", "ca": "catalan", "eu": "basque",
}  # fmt: skip
# ISO 639-1, and of the longer codes those of languages that write news and have no shorter one.
_CODES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz"
    " ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik"
    " io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml"
    " mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd"
    " se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve"
    " vi vo wa wo xh yi yo za zh zu arc ast ceb ckb cmn fil haw hmn hsb kab nds nqo pap prs sah syr tpi wuu yue".split()
)
_OTHERS = {
    "iw": "he", "in": "id", "ji": "yi", "ara": "ar", "ces": "cs", "cze": "cs", "deu": "de", "ger": "de", "ell": "el",
    "gre": "el", "eng": "en", "spa": "es", "fra": "fr", "fre": "fr", "heb": "he", "ita": "it", "jpn": "ja", "kor": "ko",
    "pol": "pl", "por": "pt", "slk": "sk", "slo": "sk", "swe": "sv", "tha": "th", "ukr": "uk", "zho": "zh", "chi": "zh",
    "hin": "hi", "rus": "ru", "nld": "nl", "dut": "nl", "tur": "tr", "dan": "da", "fin": "fi", "nor": "no", "hun": "hu",
    "ron": "ro", "rum": "ro", "ind": "id", "tam": "ta", "cat": "ca", "eus": "eu", "baq": "eu", "fas": "fa", "per": "fa",
    "urd": "ur", "vie": "vi", "bul": "bg", "srp": "sr", "hrv": "hr",
}  # fmt: skip
_BY_NAME = {name: code for code, name in NAMES_OF_LANGUAGES.items()}
_FIRST = re.compile(r"^\s*+([A-Za-z]{2,10})(?=[-_.,;\s]|\Z)")


def read_code(told: str | None) -> str | None:
    """Return the code of a language as a file tells it ("en-GB", "de_AT", "eng", "French"); None for what is none.

    Files of others say anything here. What comes out of this may name a table, be a key, be shown: it is one of few.
    """
    first = _FIRST.match(told) if told else None
    if first is None:
        return None
    word = first[1].lower()
    return word if word in _CODES else _OTHERS.get(word) or _BY_NAME.get(word)
