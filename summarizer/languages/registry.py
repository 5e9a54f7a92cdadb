"""Languages that users bring: one TOML file each, checked as it is registered."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from summarizer.errors import LanguageError
from summarizer.languages import data_files as data
from summarizer.languages.check import check_language
from summarizer.languages.codes import read_code

_KEPT = "summarizer.languages.installed_languages"  # what is installed stays the same


def register_language(path: str | Path) -> str:
    """Add a language from a TOML file that is named by its code, such as `sw.toml`; return the code.

    The file may also add sections to a language that we have in part.

    Raises:
        LanguageError: the file cannot be read, its name is no code of a language, or its data have a fault.

    Example:
        >>> register_language("sw.toml")  # doctest: +SKIP
        'sw'
    """
    path = Path(path)
    register(path.stem, path)
    return path.stem


def register(code: str, path: Any) -> None:
    """Add the data of a language from a TOML file.

    Args:
        code: The code of the language.
        path: The file: a path, or what `importlib.resources` gives.

    Raises:
        LanguageError: the file cannot be read, the code is none, or the data have a fault.
    """
    values = _read(path)
    if read_code(code) != code:
        raise LanguageError(f"{path}: found {code!r}, wanted a code of a language, such as sw.toml for Swahili.")
    taken = [name for name, _ in data.all_sections(code) if name in dict(data.sections_of(values))]
    if taken:
        what = f"the section [{taken[0]}]" if taken[0] else "the words of the language"
        raise LanguageError(f"{path}: language {code!r} has {what} already; leave it out.")
    earlier = data.load_brought(code)
    data.bring(code, str(path), {**earlier, **values})
    forget_languages()
    try:
        check_language(code)
    except LanguageError:
        data.bring(code, str(path), earlier) if earlier else data.drop(code)
        forget_languages()
        raise


def forget_languages() -> None:
    """Forget all that was made of the data of languages: it is read anew when it is next asked for."""
    for name, module in list(sys.modules.items()):
        if name.startswith("summarizer.") and name != _KEPT:
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def _read(path: Any) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except AttributeError:
        raise LanguageError(f"found {type(path).__name__}, wanted the path of a TOML file.") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LanguageError(f"{path}: cannot be read as TOML ({error}); mend the file.") from error
