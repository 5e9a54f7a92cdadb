"""Languages that users bring: one TOML file each, checked as it is registered."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from summarizer.errors import LanguageError
from summarizer.languages import data_files as data
from summarizer.languages.check import check_language
from summarizer.languages.codes import read_code

_KEPT = "summarizer.languages.installed_languages"  # what is installed stays the same


def register_language(path: str | Path) -> str:
    """Add a language from a TOML file that is named by its code, such as `sw.toml`; return the code.

    The file may also add sections to a language that we have in part. A file that is registered for the same language
    again takes the place of the earlier one. What it holds stands before what an installed package brings.

    Raises:
        LanguageError: the file cannot be read, its name is no code of a language, or its data have a fault.

    Example:
        >>> register_language("sw.toml")  # doctest: +SKIP
        'sw'
    """
    if not isinstance(path, (str, Path)):
        raise _no_path(path)
    path = Path(path)
    register(path.stem, path)
    return path.stem


def register(code: str, path: Any, *, is_installed: bool = False) -> None:
    """Add the data of a language from a TOML file.

    Args:
        code: The code of the language.
        path: The file: a path, or what `importlib.resources` gives.
        is_installed: Whether an installed package brings it, rather than the user.

    Raises:
        LanguageError: the file cannot be read, the code is none, or the data have a fault.
    """
    values = _read(path)
    if read_code(code) != code:
        raise LanguageError(f"{path}: found {code!r}, wanted a code of a language, such as sw.toml for Swahili.")
    taken = [name for name, _ in data.own_sections(code) if name in dict(data.sections_of(values))]
    if taken:
        what = f"the section [{taken[0]}]" if taken[0] else "the words of the language"
        raise LanguageError(f"{path}: language {code!r} has {what} already; leave it out.")
    earlier = data.bring(code, (str(path), values), is_installed=is_installed)
    forget_languages()
    try:
        check_language(code, with_installed=is_installed)
    except BaseException:
        data.bring(code, earlier, is_installed=is_installed)
        forget_languages()
        raise


def files_registered() -> dict[str, data.File]:
    """Return the files that users registered in this process, by language: another process can be given them."""
    return {code: (place, dict(held)) for code, (place, held) in data.registered_files().items()}


def register_files(files: Mapping[str, data.File]) -> None:
    """Add the files that were registered in another process, and checked there."""
    known = files_registered()
    new = {code: file for code, file in files.items() if file != known.get(code)}
    for code, file in new.items():
        data.bring(code, file)
    if new:
        forget_languages()


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
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except AttributeError:
        raise _no_path(path) from None
    except FileNotFoundError as error:
        raise LanguageError(f"{path}: there is no such file; correct the path.") from error
    except IsADirectoryError as error:
        raise LanguageError(f"{path}: found a folder, wanted a TOML file; name a file in it.") from error
    except OSError as error:
        raise LanguageError(f"{path}: cannot be read ({error.strerror or error}).") from error
    except RecursionError:
        raise LanguageError(f"{path}: found values nested too deeply to be read; mend the file.") from None
    except ValueError as error:
        raise LanguageError(f"{path}: cannot be read as TOML ({error}); mend the file.") from error


def _no_path(path: object) -> LanguageError:
    return LanguageError(f"found {type(path).__name__}, wanted the path of a TOML file.")
