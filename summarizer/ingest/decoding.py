"""Bytes -> text, whatever their encoding."""

from __future__ import annotations

import codecs
import re

from summarizer.errors import ReadError

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, name: str) -> str:
    """Turn bytes into text: by byte order mark, as UTF-8, else as charset-normalizer finds; line ends are line feeds.

    Raises:
        ReadError: the bytes are no text.
    """
    text = _decode_marked(data) or _decode_utf8(data)
    if text is None:
        from charset_normalizer import from_bytes

        matches = [] if b"\x00" in data[:4096] else list(from_bytes(data))
        # Where several code pages fit equally well, the one that the web takes for granted is the likeliest.
        fitting = [
            match for match in matches if (match.chaos, match.coherence) == (matches[0].chaos, matches[0].coherence)
        ]
        fitting.sort(key=lambda match: match.encoding != "cp1252")
        text = str(fitting[0]) if fitting else None
    if text is None or _is_binary(text):
        raise ReadError(
            f"{name}: found binary data of no kind that is read, wanted text, a page, PDF or the like; convert it.",
            path=name,
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode_marked(data: bytes) -> str | None:
    marks = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF32_LE: "utf-32-le", codecs.BOM_UTF32_BE: "utf-32-be"}
    marks |= {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
    for mark, encoding in marks.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    return None


def _decode_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        lenient = data.decode("utf-8", errors="replace")
    # A few broken bytes in a text that is UTF-8 elsewhere beat a wrong guess about the whole of it.
    broken = lenient.count("�")
    sound = sum(1 for letter in lenient if ord(letter) > 127) - broken
    return lenient if sound > 10 * broken else None


def _is_binary(text: str) -> bool:
    controls = len(_CONTROLS.findall(text, 0, 20_000))
    return controls > 0.05 * min(len(text), 20_000) or text.count("\x00", 0, 20_000) > 0.01 * len(text)
