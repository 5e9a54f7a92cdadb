"""The pages of the documentation: their blocks of code, their links, and what their commands print."""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from summarizer.cli import app

PROJECT = Path(__file__).parents[1]
PAGES = sorted([*PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md")])
SKIPPED = "…"  # a line of an output that stands for any number of lines

_BLOCK = re.compile(
    r"^(?:<!-- (not run|needs): (?P<note>.+?) -->\n)?```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
_LINK = re.compile(r"(?<!\\)\]\((?P<target>[^()\s]+)\)")
_FENCED = re.compile(r"^(```|~~~).*?^\1$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ (?P<text>.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A fenced block; `not_run` is the reason why it cannot be run, `needs` the modules that it imports."""

    language: str
    text: str
    not_run: str | None = None
    needs: tuple[str, ...] = ()


def name_page(path):
    return path.relative_to(PROJECT).as_posix()


def find_blocks(page, *languages):
    found = _BLOCK.finditer(page.read_text(encoding="utf-8"))
    return [_block(match) for match in found if match["language"] in languages]


def _block(match):
    notes = {match[1]: match["note"]}
    return Block(
        language=match["language"],
        text=match["text"],
        not_run=notes.get("not run"),
        needs=tuple(re.findall(r"\w+", notes.get("needs", ""))),
    )


def find_links(page):
    """Links to files and headings of the project, without their blocks of code."""
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    targets = [match["target"] for match in _LINK.finditer(text)]
    return [target for target in targets if not re.match(r"[a-z]+:", target)]


def find_anchors(page):
    """The anchors of a page's headings, as GitHub and MyST make them."""
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    headings = [re.sub(r"[`*_]|\]\([^)]*\)|\[", "", match["text"]).strip().lower() for match in _HEADING.finditer(text)]
    return {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in headings}


def split_commands(text):
    """The commands of a console block, each with the output that the page shows."""
    pieces = re.split(r"^\$ (.+)\n", text, flags=re.MULTILINE)
    return list(zip(pieces[1::2], pieces[2::2], strict=True))


def run_command(line):
    """Run a command of ours in this process, and return what it prints, standard error included."""
    program, *arguments = shlex.split(line)
    if program != "summarizer":
        raise ValueError(f"{line!r}: found {program}, wanted summarizer")
    return CliRunner().invoke(app, arguments, env={"COLUMNS": "100"}).output.rstrip() + "\n"


def fits(shown, printed):
    """Whether an output is the one that is shown, but for the lines left out."""
    lines = [".*" if line == f"{SKIPPED}\n" else re.escape(line) for line in shown.splitlines(keepends=True)]
    return re.fullmatch("".join(lines), printed, re.DOTALL) is not None


def rewrite_outputs(page):
    """Return the page with the outputs of its commands made anew; those with lines left out stay as they are."""

    def renew(match):
        if match["language"] != "console" or match[1]:
            return match[0]
        text = match["text"]
        for line, shown in split_commands(text):
            if f"{SKIPPED}\n" not in shown.splitlines(keepends=True):
                text = text.replace(f"$ {line}\n{shown}", f"$ {line}\n{run_command(line)}")
        return match[0].replace(match["text"], text)

    return _BLOCK.sub(renew, page.read_text(encoding="utf-8"))
