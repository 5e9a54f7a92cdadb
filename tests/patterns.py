"""The regular expressions of the package and of its languages' data, and texts that each of them nearly matches."""

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import re
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import FunctionType, ModuleType

import summarizer
from summarizer.errors import LanguageError
from summarizer.languages.data_sections import Section, find_section
from summarizer.languages.language import Language
from summarizer.languages.word_records import Words

_METHODS = {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
_BOUNDED = 300  # times; what may be repeated no more often takes no longer in a longer text
_LONGEST = 160  # of a repeated unit; a longer one starts a match too seldom to be slow
_SIGNS = (r"\b", r"\s", r"\w", "(?", "[^", ".*", "+", "*")  # a string in a table that holds one may be a pattern
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


@dataclasses.dataclass(frozen=True)
class Place:
    """A pattern, and the method that it is called by."""

    name: str
    pattern: re.Pattern
    method: str


def places() -> list[Place]:
    """Return every pattern once: in the data of languages, in names and tables of modules, and written where used."""
    found: dict[tuple, Place] = {}
    for section in sections():
        for place in patterns_of(section):
            found.setdefault((place.pattern.pattern, place.pattern.flags, place.method), place)
    for module in modules():
        for place in [*_held(module), *_written(module), *_made(module)]:
            found.setdefault((place.pattern.pattern, place.pattern.flags, place.method), place)
    return list(found.values())


def sections() -> list[Section]:
    """Every section of the data of every language."""
    data = Path(str(files("summarizer.languages"))) / "data"
    names = [
        (path.stem, name) for path in sorted(data.glob("*.toml")) for name in tomllib.loads(path.read_text("utf-8"))
    ]
    names += [(path.parent.name, path.stem) for path in sorted(data.glob("*/*.toml"))]
    found = (find_section(language, name) for language, name in names)
    return [section for section in found if section is not None]


def patterns_of(section: Section) -> Iterator[Place]:
    """The patterns of a section; what stands in another one by its placeholder is measured there."""
    held = section.values.get("patterns", {})
    for key in held:
        if not any(f"@{key}@" in pattern for pattern in held.values()):
            yield Place(f"{section.language}/{section.name}/{key}", section.pattern(key), "search")
    for key in section.values.get("phrases", {}):
        for number, (_, pattern) in enumerate(section.phrases(key)):
            yield Place(f"{section.language}/{section.name}/{key}[{number}]", re.compile(pattern), "search")


def _made(module: ModuleType) -> Iterator[Place]:
    """What the functions of a module make of the words of a language and keep."""
    languages = dict.fromkeys(section.language for section in sections())
    for name, value in vars(module).items():
        if not hasattr(value, "cache_info"):
            continue
        signature = inspect.signature(value)
        if [*signature.parameters] == ["language"]:
            for language in languages:
                with suppress(LanguageError):  # some are asked only about languages that have a section
                    yield from _inside(f"{module.__name__}:{name}({language})", value(language), 0)
        elif not signature.parameters and "Pattern" in str(signature.return_annotation):
            yield from _inside(f"{module.__name__}:{name}()", value(), 0)


def modules() -> list[ModuleType]:
    """Return all modules of the package, imported."""
    names = (each.name for each in pkgutil.walk_packages(summarizer.__path__, "summarizer."))
    return [importlib.import_module(name) for name in names if not name.endswith("__main__")]


def _held(module: ModuleType) -> Iterator[Place]:
    for name, value in vars(module).items():
        if not name.startswith("__"):
            yield from _inside(f"{module.__name__}:{name}", value, 0)


def _inside(name: str, value: object, depth: int) -> Iterator[Place]:  # noqa: C901 (one case for each kind)
    if isinstance(value, re.Pattern):
        yield Place(name, value, "search")
    elif isinstance(value, str) and depth and any(sign in value for sign in _SIGNS):
        with suppress(re.error):
            yield Place(name, re.compile(value), "search")
    elif depth > 5 or isinstance(value, str | bytes | Language | Section):
        return
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _inside(f"{name}[{str(key)[:30]!r}]", each, depth + 1)
    elif isinstance(value, list | tuple | set | frozenset):
        # The order of a set differs from process to process, and with it the names of the tests.
        ordered = sorted(value, key=repr) if isinstance(value, set | frozenset) else value
        for number, each in enumerate(ordered):
            yield from _inside(f"{name}[{number}]", each, depth + 1)
    elif isinstance(value, FunctionType) and (value.__closure__ or value.__defaults__):
        for key, each in inspect.getclosurevars(value).nonlocals.items():
            yield from _inside(f"{name}({key})", each, depth + 1)
    elif isinstance(value, Words):
        for key in type(value).__annotations__:
            yield from _inside(f"{name}.{key}", getattr(value, key), depth + 1)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _inside(f"{name}.{field.name}", getattr(value, field.name), depth + 1)


def _written(module: ModuleType) -> Iterator[Place]:
    """Patterns given to `re.search` and its like on the spot, as far as the names of the module make them out."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name("re"), attr=method), args=[pattern, *_]) if (
                method in _METHODS
            ):
                flags = next((word.value for word in node.keywords if word.arg == "flags"), None)
                position = {"compile": 1, "sub": 3, "subn": 3, "split": 3}.get(method, 2)
                if flags is None and len(node.args) > position:
                    flags = node.args[position]
                try:
                    made = re.compile(_value(pattern, module), _value(flags, module) if flags else 0)
                except (NameError, TypeError, re.error):
                    continue  # made of what only a caller knows
                method = method if method in ("match", "fullmatch") else "search"
                yield Place(f"{module.__name__}:{node.lineno}", made, method)


def _value(node: ast.expr, module: ModuleType) -> object:
    return eval(compile(ast.Expression(node), "pattern", "eval"), dict(vars(module)))  # noqa: S307 (the package's own source)


def texts(pattern: re.Pattern) -> Iterator[tuple[str, str, str]]:
    """Yield texts that the pattern nearly matches: what stands before, what is repeated and what stands behind.

    Only what may be repeated without end can be slow: each such part is fed with what it takes, with what leads to it,
    and with both.
    """
    source = pattern.pattern.decode("latin-1") if isinstance(pattern.pattern, bytes) else pattern.pattern
    flags = pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags
    found: dict[tuple[str, str], None] = {}
    taken: list[str] = []
    for before, last, body in _endless(list(parser.parse(source, flags)), "", {}):
        taken += [each for each in body[:2] if each not in taken]
        led = [before, before + body[0], last + body[0], last + body[0] + last, before + " ", last + " "]
        for unit in dict.fromkeys([*body, *(each[-_LONGEST:] for each in led)]):
            found.setdefault(("", unit))
            found.setdefault((before, unit))
    # What may break a match off behind the repeated: what neither a line nor a word goes over, and is no end itself.
    broken = " !" if flags & re.MULTILINE else "\n!"
    ends = ("", broken) if "$" in source or r"\Z" in source else ("",)
    pairs = [one + other for one, other in combinations(taken[:5], 2)]
    for before, unit in [*found, *(("", pair) for pair in pairs)]:
        if unit:
            yield from ((before, unit, after) for after in ends)


def _endless(items: list, before: str, groups: dict[int, str]) -> Iterator[tuple[str, str, list[str]]]:
    """For each part that may be repeated without end: what leads to it, the last of that, and what it takes."""
    last = ""
    for item in items:
        operator, given = item
        if operator in _REPEATS:
            if given[1] > _BOUNDED:
                yield before, last, list(dict.fromkeys([*_samples(item, groups), _sample(item, groups)]))
            yield from _endless(list(given[2]), before, groups)
        elif operator is codes.SUBPATTERN:
            yield from _endless(list(given[3]), before, groups)
        elif operator is codes.ATOMIC_GROUP:
            yield from _endless(list(given), before, groups)
        elif operator is codes.BRANCH:
            for branch in given[1]:
                yield from _endless(list(branch), before, groups)
        elif operator in (codes.ASSERT, codes.ASSERT_NOT):
            yield from _endless(list(given[1]), before, groups)
        sample = _sample(item, groups)
        last = sample or last
        before += sample


def _some(branches: list) -> list:
    """The first, the last and the one in the middle: a list of words holds many that are alike."""
    return (
        list(branches) if len(branches) <= 6 else [branches[0], branches[1], branches[len(branches) // 2], branches[-1]]
    )


def _samples(item: tuple, groups: dict[int, str]) -> list[str]:
    operator, given = item
    if operator is codes.IN:
        return _members(given)
    if operator is codes.BRANCH:
        return ["".join(_sample(each, groups) for each in branch) for branch in _some(given[1])]
    if operator is codes.SUBPATTERN and len(given[3]) == 1:
        return _samples(given[3][0], groups)
    if operator in _REPEATS and len(given[2]) == 1:
        return [sample * max(1, min(given[0], 3)) for sample in _samples(given[2][0], groups)]
    return [_sample(item, groups)]


def _sample(item: tuple, groups: dict[int, str]) -> str:
    operator, given = item
    if operator is codes.LITERAL:
        return chr(given)
    if operator is codes.NOT_LITERAL:
        return "a" if given != ord("a") else "b"
    if operator is codes.ANY:
        return "a"
    if operator is codes.IN:
        return _members(given)[0]
    if operator in _REPEATS:
        return "".join(_sample(each, groups) for each in given[2]) * max(1, min(given[0], 20))
    if operator is codes.SUBPATTERN:
        sample = "".join(_sample(each, groups) for each in given[3])
        groups[given[0]] = sample
        return sample
    if operator is codes.ATOMIC_GROUP:
        return "".join(_sample(each, groups) for each in given)
    if operator is codes.BRANCH:
        return "".join(_sample(each, groups) for each in given[1][0])
    if operator is codes.GROUPREF:
        return groups.get(given, "")
    return ""


_CANDIDATES = "aA1 \t\n.,'’-_“\"—:/()[]<>@é!;Ω…"


def _members(given: list) -> list[str]:
    """Characters of a class, of different sorts."""
    test = re.compile(_written_class(given))
    found = [character for character in _CANDIDATES if test.fullmatch(character)]
    literal = [chr(value) for operator, value in given if operator is codes.LITERAL]
    ranges = [chr(value[0]) for operator, value in given if operator is codes.RANGE]
    return list(dict.fromkeys([*found[:4], *literal[:2], *ranges[:1]])) or ["a"]


_CATEGORIES = {
    codes.CATEGORY_DIGIT: r"\d", codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_SPACE: r"\s", codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w", codes.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def _written_class(given: list) -> str:
    parts = []
    for operator, value in given:
        if operator is codes.NEGATE:
            parts.append("^")
        elif operator is codes.LITERAL:
            parts.append(re.escape(chr(value)))
        elif operator is codes.RANGE:
            parts.append(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
        elif operator is codes.CATEGORY:
            parts.append(_CATEGORIES[value])
    return f"[{''.join(parts)}]"


def filled(before: str, unit: str, after: str, size: int) -> str:
    """Return a text of about `size` characters that repeats the unit between what stands before and behind it."""
    return before + unit * (size // len(unit)) + after
