"""Bytes as text, in any encoding."""

from __future__ import annotations

import codecs
import re
import unicodedata

from summarizer.errors import ReadError

_JUDGED = 4096  # bytes by which an encoding is told
_COMMON = " \n，。、"
_ODD = frozenset({"Cc", "Cn", "Co", "Cs"})  # controls, and what is no letter
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, name: str) -> str:
    """Turn bytes into text: by byte order mark, as UTF-8, else as charset-normalizer finds; line ends are line feeds.

    Raises:
        ReadError: the bytes are no text.
    """
    wide = unmarked_wide(data)
    text = _decode_marked(data) or (data.decode(wide, errors="replace") if wide else _decode_utf8(data))
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
        return broken_utf8(data, least=1)


def broken_utf8(data: bytes, least: int) -> str | None:
    """Return bytes as UTF-8 of which a few are broken; None where they are in another encoding.

    A few broken bytes in a text that is UTF-8 elsewhere beat a wrong guess about the whole of it: what another encoding
    writes is hardly ever valid by chance.

    Args:
        data: Bytes that are not valid UTF-8 as a whole.
        least: Letters beyond ASCII that are sound, for each broken one.
    """
    lenient = data.decode("utf-8", errors="replace")
    broken = lenient.count("�")
    sound = sum(1 for letter in lenient if ord(letter) > 127) - broken
    return lenient if sound >= least * broken else None


def unmarked_wide(data: bytes) -> str | None:
    """Return the name of the UTF-16 that bytes without a mark are in; None where they are in none.

    Blanks, line ends and the full stops of Chinese and Japanese stand in every text: the order of bytes that finds more
    of them is the right one.
    """
    start = data[:_JUDGED]
    if b"\x00" not in start or start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    read = {name: start.decode(name, errors="replace") for name in ("utf-16-le", "utf-16-be")}
    name, text = max(read.items(), key=lambda entry: _count_common(entry[1]))
    odd = sum(unicodedata.category(letter) in _ODD for letter in text) - sum(map(text.count, "\n\r\t\f"))
    return name if _count_common(text) > 0.02 * len(text) and odd <= 0.01 * len(text) + 1 else None


def _count_common(text: str) -> int:
    return sum(map(text.count, _COMMON))


def _is_binary(text: str) -> bool:
    controls = len(_CONTROLS.findall(text, 0, 20_000))
    return controls > 0.05 * min(len(text), 20_000) or text.count("\x00", 0, 20_000) > 0.01 * len(text)
