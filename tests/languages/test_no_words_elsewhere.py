"""Words of a language stand in its data: no other module holds patterns or lists of English words.

What is looked at: strings that are regular expressions, and lists of words (text that is split, and tuples, lists and
sets of single words). What is not: docstrings, messages of errors, and the wording of what we print, which is ours.
A module holds words of English when three different stop words, days, months or number words stand in these strings.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import summarizer
from summarizer.languages.data_sections import find_section
from summarizer.languages.language import find_language
from summarizer.nlp.tokens import stop_words

PACKAGE = Path(summarizer.__file__).parent
FEWEST = 3  # two stand by chance in names of fields and formats ("from", "on" and "off")
SIGNS = ("\\b", "\\s", "\\w", "\\d", "(?", "|", "[^")
ESCAPES = re.compile(r"\\[A-Za-z]|\(\?P?<\w*>?|\(\?[a-z!=:]")
WORDING = {"renderers", "cli", "evaluation", "errors.py", "settings.py", "model"}  # lists there name what we print
# Modules whose words are no language's.
OTHERS = {
    "nlp/dates/numeric_dates.py": "ends of addresses of countries (.at, .be)",
    "nlp/language_detection.py": "codes of languages (be, he, it)",
    "readers/html/blocks.py": "names of HTML elements and classes (aside, th)",
    "cleaning/outlets.py": "parts of addresses (com, edu)",
    "readers/mail/parts.py": "names of keys of a section",
    "readers/html/zones.py": "names of HTML classes, as templates have them",
    "readers/html/metadata.py": "names of HTML fields",
    "readers/markup.py": "names of HTML elements (aside, th)",
    "renderers/wording.py": "months as we print them",
    "statements/contradiction/words.py": "names of directions, which every language gives its own words",
}


@cache
def vocabulary() -> frozenset[str]:
    tables, numbers = find_language("en"), find_section("en", "numbers")
    counted = {
        entry.partition("=")[0] for key in ("units", "teens", "tens", "ordinals") for entry in numbers.listed(key)
    }
    words = stop_words("en") | tables.months.keys() | tables.weekdays.keys() | counted
    return frozenset(word for word in words if len(word) > 1)


def looked_at(code: str, *, with_lists: bool) -> Iterator[str]:
    """The strings of a module that are patterns or lists of words."""
    tree = ast.parse(code)
    messages = {id(inner) for node in ast.walk(tree) if is_message(node) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in messages:
            continue
        for text in patterns_in(node):
            yield ESCAPES.sub(" ", text)
        if with_lists:
            yield from lists_in(node)


def is_message(node: ast.AST) -> bool:
    """Whether a node is a docstring, or makes an error or a warning."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Raise():
            return True
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name.endswith(("Error", "Warning", "warn"))
    return False


def patterns_in(node: ast.AST) -> list[str]:
    match node:
        case ast.Constant(value=str(text)) if any(sign in text for sign in SIGNS):
            return [text]
        case ast.JoinedStr(values=values):
            parts = [part.value for part in values if isinstance(part, ast.Constant)]
            return parts if any(sign in part for part in parts for sign in SIGNS) else []
    return []


def lists_in(node: ast.AST) -> list[str]:
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="split")):
            return [text]
        case ast.Tuple(elts=values) | ast.List(elts=values) | ast.Set(elts=values):
            held = [value.value for value in values if isinstance(value, ast.Constant) and isinstance(value.value, str)]
            return [text for text in held if re.fullmatch(r"[a-z’']+", text)]
    return []


def words_in(code: str, *, with_lists: bool = True) -> set[str]:
    """The words of English in the patterns and lists of a module."""
    found = re.findall(r"[A-Za-z]{2,}", "\n".join(looked_at(code, with_lists=with_lists)))
    return {word.lower() for word in found} & vocabulary()


def modules() -> Iterator[str]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if not name.startswith("languages/") and name not in OTHERS:
            yield name


@pytest.mark.parametrize("name", list(modules()))
def test_a_module_holds_no_words_of_a_language(name):
    code = (PACKAGE / name).read_text("utf-8")
    found = words_in(code, with_lists=name.partition("/")[0] not in WORDING)
    assert len(found) < FEWEST, f"{name} holds words of English; they belong into languages/data: {sorted(found)}"


def test_every_exception_is_a_module():
    assert [name for name in OTHERS if not (PACKAGE / name).exists()] == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (r'P = re.compile(r"\b(?:the|from)\s(?P<who>\w+) said")', {"the", "from", "said"}),
        ('P = rf"(?:{NAMES}) said (?:before|after)"', {"before", "after", "said"}),
        ('WORDS = frozenset("after the monday seven".split())', {"after", "the", "monday", "seven"}),
        ('WORDS = ("who", "which", "The one of them")', {"who", "which"}),
        ('def f():\n    """Says whether the one | is after the other."""', set()),
        ('raise ValueError(f"found {x} | wanted the other after it")', set()),
        ('error = UsageError("wanted one | of the others")', set()),
        ('print("The one after the other")', set()),
    ],
)
def test_what_counts_as_words(code, words):
    assert words_in(code) == words
