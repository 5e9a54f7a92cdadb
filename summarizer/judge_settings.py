"""Settings of a judge from outside: its name or address, and the limits of what it may be asked."""

from __future__ import annotations

from dataclasses import dataclass, fields
from urllib.parse import SplitResult, urlsplit

from summarizer.errors import SettingsError, short
from summarizer.model.text import describe
from summarizer.registry import JUDGES

KEY_VARIABLE = "SUMMARIZER_JUDGE_KEY"
_SCHEMES = ("http", "https")
_LONGEST_HOST = 253  # characters, as the names of hosts may have
_LONGEST_NAME = 200  # characters of the name of a model
_MOST = 1_000_000_000
_NEEDS_A_MODEL = "wanted the name of a model, as the endpoint calls it"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeOptions:
    """How an endpoint that judges is asked. What is beyond a limit is left to the lexical judge, with a note.

    Attributes:
        calls: Most requests of a run, repeated ones included.
        chars: Most characters that the requests of a run may hold.
        passages: Most passages that are sent for one statement, the nearest first.
        seconds: Seconds that one answer may take.
        run_seconds: Seconds that all requests of a run may take, pauses included.
        retries: How often a request is repeated after an answer 429 or 5xx, or a broken connection.
        cache: Folder that keeps the answers; None for the user's own.
        refresh: Whether the endpoint is asked anew though an answer is kept.

    Raises:
        SettingsError: a limit is out of its range.

    Example:
        >>> JudgeOptions(calls=20, seconds=30)
        JudgeOptions(calls=20, seconds=30)
    """

    calls: int = 200
    chars: int = 2_000_000
    passages: int = 60
    seconds: float = 60.0
    run_seconds: float = 600.0
    retries: int = 3
    cache: str | None = None
    refresh: bool = False

    def __post_init__(self) -> None:
        for name, least in LIMITS.items():
            value = getattr(self, name)
            is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
            is_fit = is_number and (isinstance(value, int) or name.endswith("seconds"))
            if not (is_fit and least <= value <= _MOST):
                wanted = f"a {'number' if name.endswith('seconds') else 'whole number'} from {least} to {_MOST:,}"
                raise SettingsError(f"JudgeOptions.{name}: found {_shown(value)}, wanted {wanted}.")

    def __repr__(self) -> str:
        usual = {one.name: one.default for one in fields(self)}
        given = {name: getattr(self, name) for name in usual}
        return describe(self, *(f"{name}={value!r}" for name, value in given.items() if value != usual[name]))

    @classmethod
    def limits(cls) -> tuple[str, ...]:
        """The names of those that are limits."""
        return tuple(LIMITS)


LIMITS: dict[str, float] = {"calls": 1, "chars": 1, "passages": 1, "seconds": 0.01, "run_seconds": 0.01, "retries": 0}


def check_judge(judge: object, model: object) -> None:
    """Raise SettingsError where a judge is no function, no address and no name of a judge, or a model does not fit."""
    if isinstance(judge, str) and is_address(judge):
        parse_address(judge)
        if model is None:
            raise SettingsError(f"Settings.judge_model: found none for {judge}, {_NEEDS_A_MODEL} (--judge-model NAME).")
        if not (isinstance(model, str) and model.strip() and model.isprintable() and len(model) <= _LONGEST_NAME):
            raise SettingsError(f"Settings.judge_model: found {_shown(model)}, {_NEEDS_A_MODEL}.")
        return
    if not callable(judge):
        JUDGES.check_name(judge, "Settings.judge")  # type: ignore[arg-type]
    if model is not None:
        raise SettingsError(
            f"Settings.judge_model: found {_shown(model)} with the judge {name_of_judge(judge)}, wanted it with the "
            "address of an endpoint alone (--judge https://…)."
        )


def is_address(judge: str) -> bool:
    """Tell whether a judge is named by the address of an endpoint."""
    return "://" in judge


def parse_address(judge: str) -> SplitResult:
    """Return the parts of an endpoint's address.

    Raises:
        SettingsError: it is no address that can be asked, or holds what may be a secret.
    """
    try:
        parts = urlsplit(judge)
        has_host = 0 < len(parts.hostname or "") <= _LONGEST_HOST and parts.port != 0
        is_fit = parts.scheme in _SCHEMES and has_host and judge.isascii()
    except ValueError:
        is_fit = False
    if not is_fit or not judge.isprintable() or " " in judge:
        shown = "an address with a name or a password" if "@" in judge else _shown(judge)
        raise SettingsError(f"Settings.judge: found {shown}, wanted https://HOST/PATH of an endpoint.")
    if parts.username is not None or parts.query or parts.fragment:
        raise SettingsError(
            f"Settings.judge: found a name, a password, a query or a fragment in the address of {parts.hostname}, "
            f"wanted https://HOST/PATH alone; a key is read from the environment ({KEY_VARIABLE})."
        )
    return parts


def name_of_judge(judge: object) -> str:
    """Return a judge as messages and signatures name it: its name, its address, or the place of a function."""
    if isinstance(judge, str):
        return judge
    name = getattr(judge, "__qualname__", None)
    home = judge if name else type(judge)
    return f"{getattr(home, '__module__', None) or 'unknown'}.{name or type(judge).__qualname__}"


def _shown(value: object) -> str:
    try:
        return short(repr(value))
    except ValueError:
        return "a number of thousands of digits"
