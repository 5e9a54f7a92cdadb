"""Each library that the package imports is one that its distribution asks for."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

from tools.regenerate import PROJECT

PROJECT_TABLE = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NOT_FOR_USERS = ("all", "dev", "docs")
EXTRAS = {name: wanted for name, wanted in PROJECT_TABLE["optional-dependencies"].items() if name not in NOT_FOR_USERS}


def names_of(requirements):
    """Return the names of distributions, spelt as in an index, without versions and conditions."""
    return {re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", wanted)[0]).lower() for wanted in requirements}


def libraries_of(tree):
    """Return the top-level modules that a file imports and Python does not bring along."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module.split(".")[0])
    return found - sys.stdlib_module_names - {"summarizer", "compression"}  # compression came with Python 3.14


def test_each_library_that_the_package_imports_is_declared():
    declared = names_of([*PROJECT_TABLE["dependencies"], *(wanted for extra in EXTRAS.values() for wanted in extra)])
    provided = packages_distributions()
    undeclared = {}
    for path in (PROJECT / "summarizer").rglob("*.py"):
        for library in libraries_of(ast.parse(path.read_text(encoding="utf-8"))):
            distributions = names_of(provided.get(library, []))
            if library in provided and not distributions & declared:
                undeclared[path.name] = library
    assert undeclared == {}
