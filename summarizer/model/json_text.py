"""JSON as text: written so that it does nothing where it is shown, and read with one clear error."""

from __future__ import annotations

import json
import re
from typing import Any

from summarizer.errors import InputError
from summarizer.model.schema import JsonForm

# JSON lets all but the C0 controls stand as they are. Escaped they read back the same, do nothing to a terminal, and a
# lone surrogate cannot stop the text from being written as UTF-8.
_ESCAPED = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
)


def json_text(value: Any) -> str:
    """Write a value as JSON that keeps every character, and does nothing where it is shown."""
    return _harmless(json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2))


def json_line(value: Any) -> str:
    r"""Write a value as `json_text` does, on one line.

    >>> json_line({"id": "a\u2028b"})
    '{"id": "a\\u2028b"}'
    """
    return _harmless(json.dumps(value, ensure_ascii=False, allow_nan=False))


def _harmless(text: str) -> str:
    return _ESCAPED.sub(lambda match: json.dumps(match[0])[1:-1], text)


def parse_json(text: str | bytes, form: JsonForm) -> Any:
    """Read JSON of a form that we publish.

    Raises:
        InputError: the text is no JSON, or holds what JSON does not have.
    """
    if not isinstance(text, str | bytes):
        raise InputError(f"{form.name}: found {type(text).__name__}, wanted its text.")
    try:
        text = text if isinstance(text, str) else text.decode("utf-8")
        return json.loads(text.removeprefix("\ufeff"), parse_constant=_refuse)
    except UnicodeDecodeError as error:
        message = f"byte {error.start}: found bytes that are not UTF-8, wanted JSON"
    except json.JSONDecodeError as error:
        found = repr(error.doc[error.pos : error.pos + 20]) if error.doc[error.pos :] else "the end of the text"
        message = f"line {error.lineno}, column {error.colno}: found {found}, wanted JSON ({error.msg})"
    except RecursionError:
        message = "found lists in lists too deep to read, wanted an object"
    except ValueError as error:
        message = f"found a number that JSON does not have, wanted JSON ({error})"
    raise InputError(f"{form.name}, {message}. {form.advice}")


def _refuse(name: str) -> None:
    raise ValueError(name)
