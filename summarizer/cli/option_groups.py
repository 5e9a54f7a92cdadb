"""Groups of options that become one parameter of a command."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from types import SimpleNamespace
from typing import get_type_hints


def with_options(**groups: Callable[..., object]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Let a command take what a group of options makes as one parameter.

    The parameters of each group become options of the command; two groups may share one. The command gets what the
    groups return.

    Args:
        groups: For a parameter of the command the function that makes its value of options.
    """

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        options: dict[str, Parameter] = {}
        parameters = signature(command).parameters
        for name, parameter in parameters.items():
            if name in groups:
                own = _options_of(groups[name])
                options = {one: option for one, option in options.items() if one not in own} | own
            else:
                options[name] = parameter.replace(annotation=_hints_of(command, name)[name])
        used = {name: [*_options_of(group)] for name, group in groups.items()}

        @wraps(command)
        def run(**given: object) -> None:
            made = {name: groups[name](**{one: given[one] for one in used[name]}) for name in groups}
            command(**{name: value for name, value in given.items() if name in parameters}, **made)

        del run.__wrapped__  # typer would look at the command's own parameters
        run.__signature__ = Signature([one.replace(kind=Parameter.KEYWORD_ONLY) for one in options.values()])  # type: ignore[attr-defined]
        run.__annotations__ = {name: parameter.annotation for name, parameter in options.items()}
        return run

    return decorate


def _options_of(group: Callable[..., object]) -> dict[str, Parameter]:
    parameters = signature(group).parameters
    hints = _hints_of(group, *parameters)
    return {name: parameter.replace(annotation=hints[name]) for name, parameter in parameters.items()}


def _hints_of(function: Callable[..., object], *names: str) -> dict[str, object]:
    """The annotations of some parameters as values; those of others may be known to type checkers alone."""
    written = SimpleNamespace(__annotations__={name: function.__annotations__[name] for name in names})
    return get_type_hints(written, getattr(function, "__globals__", None), include_extras=True)
