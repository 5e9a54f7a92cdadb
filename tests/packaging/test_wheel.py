"""The archives that `make build` makes: what they hold, and a briefing by the wheel in an environment of its own."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from email import message_from_bytes
from pathlib import Path
from shutil import make_archive, which

import pytest

from summarizer import __version__
from summarizer.about import DISTRIBUTION
from tools.regenerate import PROJECT

NOT_SHIPPED = (".ci/", ".github/")
OUTPUTS = ("briefing.txt", "briefing.html", "briefing.json", "briefing.md")


def run(*command, cwd, path=""):
    """Run a command without the modules that the caller's environment adds, and return what it printed."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(path)}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def build(target, source, folder):
    """Build an archive from a source tree with the installed hatchling, which needs no network."""
    run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", folder, cwd=source)
    (archive,) = folder.iterdir()
    return archive


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build("wheel", PROJECT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def source_tree(tmp_path_factory):
    """The unpacked source archive."""
    archive = build("sdist", PROJECT, tmp_path_factory.mktemp("sdist"))
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(archive) as opened:
        opened.extractall(folder, filter="data")
    (tree,) = folder.iterdir()
    return tree


@pytest.fixture(scope="module")
def scripts(wheel, tmp_path_factory):
    """The folder of the commands of an environment that has the wheel and, beside it, the dependencies of the tests."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    places = sysconfig.get_paths("venv", vars={"base": str(folder), "platbase": str(folder)})
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", folder, "install", "--quiet"]
    run(*pip, "--no-deps", "--no-index", wheel, cwd=folder)
    # A folder that a .pth file names is searched last, and .pth files in it are not read: so an editable
    # installation of the checkout, which is such a file, is not seen.
    dependencies = dict.fromkeys(sysconfig.get_path(kind) for kind in ("purelib", "platlib"))
    Path(places["purelib"], "dependencies.pth").write_text("\n".join(dependencies), encoding="utf-8")
    return Path(places["scripts"])


def test_the_wheel_holds_each_file_of_the_package_and_nothing_else(wheel):
    package = {path for path in (PROJECT / "summarizer").rglob("*") if path.is_file() and path.suffix != ".pyc"}
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == {path.relative_to(PROJECT).as_posix() for path in package}
    assert {".py", ".pyi", ".toml", ".txt", ".json", ".j2", ".css", ".js", ".typed"} <= {
        "." + n.split(".")[-1] for n in held
    }


def test_the_metadata_tell_name_version_and_licences(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        metadata = message_from_bytes(archive.read(name))
        entry_points = archive.read(name.replace("METADATA", "entry_points.txt")).decode()
    assert (metadata["Name"], metadata["Version"]) == (DISTRIBUTION, __version__)
    assert "summarizer = summarizer.cli:main" in entry_points
    assert [Path(path).name for path in metadata.get_all("License-File")] == ["LICENSE", "WORDNET-LICENSE.txt"]


def test_the_source_archive_holds_each_file_of_the_repository(source_tree):
    if not ((PROJECT / ".git").exists() and which("git")):
        pytest.skip("git cannot list the files: this is no checkout, or git is not installed")
    listed = run("git", "ls-files", "-z", cwd=PROJECT).split("\0")
    tracked = {name for name in listed if (PROJECT / name).is_file() and not name.startswith(NOT_SHIPPED)}
    held = {path.relative_to(source_tree).as_posix() for path in source_tree.rglob("*") if path.is_file()}
    assert len(tracked) > 100 and tracked - held == set()


def test_the_source_archive_leads_to_the_same_wheel(source_tree, wheel, tmp_path):
    assert build("wheel", source_tree, tmp_path).read_bytes() == wheel.read_bytes()


def test_the_installed_package_is_the_one_that_runs(scripts, tmp_path):
    code = f"import importlib.metadata as m, summarizer; print(summarizer.__file__); print(m.version({DISTRIBUTION!r}))"
    file, version = run(scripts / "python", "-c", code, cwd=tmp_path).splitlines()
    assert Path(file).is_relative_to(scripts.parent)
    assert version == __version__


def test_the_installed_command_writes_the_briefings_of_the_checkout(scripts, tmp_path):
    folders = tmp_path / "installed", tmp_path / "checkout"
    for folder in folders:
        folder.mkdir()
    arguments = ["brief", PROJECT / "seeds", *(part for name in OUTPUTS for part in ("-o", name))]
    run(scripts / "summarizer", *arguments, cwd=folders[0])
    run(sys.executable, "-m", "summarizer", *arguments, cwd=folders[1], path=PROJECT)
    for name in OUTPUTS:
        installed, checkout = ((folder / name).read_bytes() for folder in folders)
        assert installed == checkout and len(installed) > 1000, name


@pytest.mark.unmeasured  # another copy of the package would count as code that no test reaches
def test_the_package_works_from_a_zip_archive(tmp_path):
    archive = make_archive(str(tmp_path / "app"), "zip", PROJECT, "summarizer")
    script = (
        "import summarizer; documents = [summarizer.Document(id='a', text='It rained all day.')]\n"
        "print(summarizer.__file__, summarizer.summarize(documents), sep='\\n')"
    )
    where, briefing = run(sys.executable, "-c", script, cwd=tmp_path, path=archive).splitlines()
    assert where.startswith(archive)
    assert briefing == "Briefing('It rained all day', 1 point, 4 words, 1 report)"
