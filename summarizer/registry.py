"""The registry: names of parts of one kind (readers, rankers, renderers …), and the parts that packages bring.

A part is ours, is registered from Python, or is an entry point of an installed package. Entry points are looked up only
when a name is asked for that is neither ours nor registered, or when all names are: most runs never do.

Only names and places stand here, so that `Settings` can check a name as it is made. What each part must do is said by
`ranking.rankers.Ranker`, `ranking.similarity.Similarity` and `statements.judges.Judge`.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from summarizer.errors import PluginError, SettingsError, SummarizerError, short

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


T = TypeVar("T")
_FROM_PYTHON = "registered from Python"


class Registry(Mapping[str, T], Generic[T]):
    """The parts of one kind by name; a mapping that loads a value when it is first asked for.

    Attributes:
        kind: What a part is called in messages, such as "ranker".
        group: The entry-point group of the parts that packages bring, such as "summarizer.rankers".
        own: Our parts. A value that is text is the place of a part that is imported when it is first asked for,
            "package.module:function".
    """

    def __init__(
        self,
        kind: str,
        group: str,
        own: Mapping[str, T | str],
        *,
        is_fit: Callable[[object], bool] = callable,
        wanted: str = "a function",
        reserved: Collection[str] = (),
    ) -> None:
        """Make a registry.

        Args:
            kind: What a part is called in messages.
            group: The entry-point group.
            own: Our parts.
            is_fit: Tells whether a value can be such a part.
            wanted: What a value must be, for messages.
            reserved: Names of ours that stand for no part, and which no other part may have.
        """
        self.kind, self.group, self.own = kind, group, dict(own)
        self._is_fit, self._wanted, self._reserved = is_fit, wanted, reserved
        self._brought: dict[str, T] = {}  # registered from Python, or loaded from entry points
        self._installed: dict[str, EntryPoint] | None = None  # None until they are looked up
        self._left_out: set[str | None] = set()  # told by a warning
        self._clashes: dict[str, PluginError] = {}  # for names that two packages claim, or that were taken before

    def __getitem__(self, name: str) -> T:
        """Return the part of a name; KeyError where there is none, PluginError where it cannot be loaded."""
        if name in self.own:
            value = self.own[name]
            if isinstance(value, str):
                value = self.own[name] = load_part(value)
            return value
        if name not in self._brought:
            clash = self.clash_of(name)
            if clash:
                raise clash
            self._brought[name] = self._load(self._entry_points()[name])
        return self._brought[name]

    def __contains__(self, name: object) -> bool:
        """Tell whether there is a part of a name, without loading it."""
        return name in self.own or name in self._brought or name in self._entry_points()

    def __iter__(self) -> Iterator[str]:
        """The names: ours first, then those that were registered or installed."""
        return iter((*self.own, *self.brought()))

    def __len__(self) -> int:
        return len(self.own) + len(self.brought())

    def find(self, name: str, asked: str) -> T:
        """Return the part of a name.

        Args:
            name: The name.
            asked: Where it was asked for, for the message: "format", "Settings.ranker".

        Raises:
            SettingsError: there is no part of that name.
            PluginError: it cannot be loaded, or two packages claim the name.
        """
        self.check_name(name, asked)
        return self[name]

    def check_name(self, name: str, asked: str) -> None:
        """Raise SettingsError where there is no part of a name, PluginError where two packages claim it.

        The part is not loaded.
        """
        if isinstance(name, str):
            if name in self:
                return
            clash = self.clash_of(name)
            if clash:
                raise clash
        wanted = ", ".join(self)
        raise SettingsError(f"{asked}: found {short(repr(name))}, wanted one of {wanted}.{self.note_clashes()}")

    def clash_of(self, name: str) -> PluginError | None:
        """Return the error that says why a name stands for no part: two packages claim it; None where it may."""
        return None if name in self else self._clashes.get(name)

    def note_clashes(self) -> str:
        """Return what to say behind a list of names of the parts that are left out for their names; often nothing."""
        return "".join(f" Not in use: {error}" for error in self._clashes.values())

    def register(self, name: str, value: T) -> None:
        """Add a part for this process; a function that is defined again, as a notebook does, takes its own place.

        Raises:
            PluginError: the name is taken, or is no text; or the value is none of this kind.
        """
        if not isinstance(name, str) or not name.strip():
            raise PluginError(f"{self.group}: found the name {name!r}, wanted text that is not empty.")
        if name in self._clashes and name not in self._brought:
            raise self._clashes[name]
        is_again = name in self._brought and _is_defined_again(self._brought[name], value)
        is_ours = name in self.own or name in self._reserved
        if is_ours or (name in self._brought and not is_again) or name in (self._installed or ()):
            raise self._taken(name, _FROM_PYTHON, self.origin_of(name))
        self._check(name, value, _FROM_PYTHON)
        self._brought[name] = value

    def brought(self) -> tuple[str, ...]:
        """Return the names that are not ours."""
        return tuple(dict.fromkeys((*self._brought, *self._entry_points())))

    def load_brought(self) -> dict[str, T]:
        """Return all parts that are not ours; warn, once for each, of those that are left out.

        A part is left out where it cannot be loaded, or where two packages claim its name.
        """
        names = self.brought()
        errors = [error for name, error in self._clashes.items() if self.clash_of(name)]
        parts: dict[str, T] = {}
        for name in names:
            if name not in self._left_out:
                try:
                    parts[name] = self[name]
                except PluginError as failure:
                    errors.append(failure)
        for error in errors:
            if error.plugin not in self._left_out:
                self._left_out.add(error.plugin)
                warnings.warn(f"{error} Until then it is not used.", RuntimeWarning, stacklevel=1)
        return parts

    def origin_of(self, name: str) -> str | None:
        """Return who brought a part, as messages say it; None for ours."""
        if name in self.own or name in self._reserved:
            return None
        entry_point = (self._installed or {}).get(name)
        return package_of(entry_point) if entry_point else _FROM_PYTHON

    def failure(self, name: str, what: str) -> PluginError:
        """Return the error that says what a part that is not ours did wrong."""
        return self._error(name, self.origin_of(name) or "ours", what)

    def refusal(self, name: str, what: str) -> PluginError:
        """Return the error that says why a part is not registered."""
        return self._error(name, _FROM_PYTHON, what)

    @contextmanager
    def guard(
        self,
        name: str,
        where: str = "",
        *,
        allowed: tuple[type[Exception], ...] = (SummarizerError,),
        failure: Callable[[str], PluginError] | None = None,
    ) -> Iterator[None]:
        """Turn what a part that is not ours raises into a PluginError.

        Args:
            name: The part that works inside.
            where: What it works on, for the message: " for a.txt".
            allowed: Errors that such a part may raise, which stay as they are.
            failure: What makes the error; None for `failure` of this registry.
        """
        try:
            yield
        except allowed:
            raise
        except (Exception, SystemExit) as error:  # `sys.exit(0)` would else look like success
            if name in self.own and not failure:
                raise
            raise (failure or partial(self.failure, name))(f"raised {_shown(error, where)}") from error

    def _entry_points(self) -> dict[str, EntryPoint]:
        if self._installed is None:
            found: dict[str, EntryPoint] = {}
            for entry_point in find_entry_points().select(group=self.group):
                name = entry_point.name
                if any(name in taken for taken in (self.own, self._reserved, self._brought, found)):
                    other = package_of(found[name]) if name in found else self.origin_of(name)
                    self._clashes[name] = self._taken(name, package_of(entry_point), other)
                else:
                    found[name] = entry_point
            # Of two packages that claim a name neither goes first: the order in which they are found is no choice.
            self._installed = {name: one for name, one in found.items() if name not in self._clashes}
        return self._installed

    def _load(self, entry_point: EntryPoint) -> T:
        origin = package_of(entry_point)
        if not entry_point.pattern.match(entry_point.value):
            raise self._error(entry_point.name, origin, f"found {entry_point.value!r}, wanted package.module:function")
        try:
            value: T = entry_point.load()
        except (Exception, SystemExit) as error:
            what = f"{entry_point.value} cannot be imported ({_shown(error)})"
            raise self._error(entry_point.name, origin, what) from error
        self._check(entry_point.name, value, origin)
        return value

    def _check(self, name: str, value: object, origin: str) -> None:
        if not self._is_fit(value):
            raise self._error(name, origin, f"found {type(value).__name__}, wanted {self._wanted}")

    def _taken(self, name: str, origin: str, other: str | None) -> PluginError:
        owner = "one of summarizer's own" if other is None else f"taken ({other})"
        return self._error(name, origin, f"the name is {owner}, wanted another name")

    def _error(self, name: str, origin: str, what: str) -> PluginError:
        remedy = "correct it" if origin == _FROM_PYTHON else "correct it, or uninstall it"
        message = f"{self.kind} {name!r} ({origin}; {self.group}): {what}; {remedy}."
        return PluginError(message, plugin=name, group=self.group)


def load_part(place: str) -> Any:
    """Import what stands at a place, "package.module:function"."""
    from pkgutil import resolve_name

    return resolve_name(place)


def _is_defined_again(one: object, other: object) -> bool:
    """Whether two parts are one function whose definition ran twice."""
    names = [
        (getattr(function, "__module__", None), getattr(function, "__qualname__", "<lambda>"))
        for function in (getattr(value, "read", value) for value in (one, other))  # of a kind of file the reader
    ]
    return names[0] == names[1] and not names[0][1].endswith("<lambda>")


def package_of(entry_point: EntryPoint) -> str:
    """The package that an entry point is from, as messages say it; its metadata may be damaged, and name none."""
    dist = entry_point.dist
    return f"package {dist.name} {dist.version}" if dist and dist.name else "an unknown package"


def _shown(error: BaseException, where: str = "") -> str:
    """An exception as a message shows it: on one line, and not without end."""
    text = " ".join(str(error).split())[:300].rstrip(".")
    return f"{type(error).__name__}{where}: {text}" if text else f"{type(error).__name__}{where}"


def read_bool(value: object) -> bool | None:
    """Return a bool, also one of NumPy, as Python's own; None for what is none. NumPy is not imported for that."""
    is_bool = isinstance(value, bool) or (type(value).__module__, type(value).__name__.rstrip("_")) == ("numpy", "bool")
    return bool(value) if is_bool else None


@cache
def find_entry_points() -> Any:
    """Return the entry points of all installed packages; the first look reads the metadata of every one of them."""
    from importlib.metadata import entry_points

    return entry_points()


RANKERS: Registry[Any] = Registry(
    "ranker", "summarizer.rankers", {"textrank": "summarizer.ranking.rankers:rank_by_textrank"}
)
SIMILARITIES: Registry[Any] = Registry(
    "similarity", "summarizer.similarities", {"tfidf": "summarizer.ranking.similarity:measure_tfidf"}
)
JUDGES: Registry[Any] = Registry(
    "judge", "summarizer.judges", {"lexical": "summarizer.statements.judges:judge_lexically"}
)
CHOICES: dict[str, Registry[Any]] = {"ranker": RANKERS, "similarity": SIMILARITIES, "judge": JUDGES}
