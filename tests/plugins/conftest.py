import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from summarizer import registry
from summarizer.cleaning.registry import CLEANING_RULES
from summarizer.readers.registry import READERS
from summarizer.registry import JUDGES, RANKERS, SIMILARITIES
from summarizer.renderers.registry import FORMATS

REGISTRIES = (READERS, CLEANING_RULES, RANKERS, SIMILARITIES, JUDGES, FORMATS)


@dataclass(frozen=True)
class Package:
    """A made-up installed package, a folder with a module and the metadata that pip leaves."""

    folder: Path

    @classmethod
    def make(cls, folder, code, entry_points, name="tiny-plugins"):
        """`entry_points` has a group for each key, and lines such as "name = module:function"."""
        module = name.replace("-", "_")
        info = folder / f"{module}-1.0.dist-info"
        info.mkdir(parents=True)
        (folder / f"{module}.py").write_text(code)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        lines = [line for group, own in entry_points.items() for line in (f"[summarizer.{group}]", *own)]
        (info / "entry_points.txt").write_text("\n".join(lines) + "\n")
        return cls(folder)


@pytest.fixture(autouse=True)
def empty_registries(monkeypatch):
    """No test leaves anything in a registry, or finds anything there."""
    for one in REGISTRIES:
        monkeypatch.setattr(one, "_brought", {})
        monkeypatch.setattr(one, "_installed", None)
        monkeypatch.setattr(one, "_clashes", {})
        monkeypatch.setattr(one, "_left_out", set())
    find = registry.find_entry_points
    find.cache_clear()
    before = set(sys.modules)
    yield
    find.cache_clear()
    for name in set(sys.modules) - before:
        if name.startswith("tiny_"):
            del sys.modules[name]


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Installs a made-up package for the test: `install(code, readers=["wire = tiny_plugins:wire"])`."""

    def make(code="", name="tiny-plugins", **entry_points):
        package = Package.make(tmp_path / "site" / name, code, entry_points, name)
        monkeypatch.syspath_prepend(str(package.folder))
        return package

    return make
