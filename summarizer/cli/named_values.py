"""Options of the form NAME=VALUE, which may be given several times."""

from __future__ import annotations

from typing import Any


def numbers_of(option: str, given: list[str] | None, known: tuple[str, ...]) -> dict[str, Any]:
    """Return the limits that an option gives, by their names.

    Args:
        option: The option, for messages.
        given: What was given: NAME=N, several times.
        known: The names that there are.

    Raises:
        SettingsError: a name is not known, or a value is no number.
    """
    from summarizer import SettingsError

    numbers: dict[str, Any] = {}
    for name, value in parted(option, given):
        if name not in known:
            raise SettingsError(f"{option}: found {name!r}, wanted one of {', '.join(known)}.")
        try:
            numbers[name] = float(value) if name.endswith("seconds") else int(value.replace("_", ""))
        except ValueError:
            raise SettingsError(f"{option} {name}: found {value!r}, wanted a number.") from None
    return numbers


def parted(option: str, given: list[str] | None) -> list[tuple[str, str]]:
    """Return what an option gives as names and values.

    Raises:
        SettingsError: something is not of the form NAME=VALUE.
    """
    from summarizer import SettingsError

    parted = []
    for one in given or ():
        name, mark, value = one.partition("=")
        if not mark or not name.strip() or not value.strip():
            raise SettingsError(f"{option}: found {one!r}, wanted NAME=VALUE.")
        parted.append((name.strip(), value.strip()))
    return parted
