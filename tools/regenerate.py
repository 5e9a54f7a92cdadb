"""Write the finished briefings of examples/ and the outputs in README and docs/ anew: `make golden`."""

from dataclasses import replace
from pathlib import Path

from summarizer import read_documents, render, run_pipeline
from tools.pages import PAGES, rewrite_outputs

PROJECT = Path(__file__).parent.parent
README = PROJECT / "README.md"
BEGIN, END = "<!-- briefing of seeds/: begin -->\n```text\n", "\n```\n<!-- briefing of seeds/: end -->"
FORMATS = {
    "briefing.md": "markdown",
    "briefing.json": "json",
    "briefing.txt": "terminal",
    "briefing.html": "html",
    "sources.csl.json": "csl-json",
}


def finished() -> dict[Path, str]:
    """What each file should hold."""
    # Paths are part of a briefing: read the folder as it is named on the command line, whatever the current one.
    documents = read_documents([PROJECT / "seeds"])
    run = run_pipeline(_relative(documents))
    files = {PROJECT / "examples" / name: render(run, form) + "\n" for name, form in FORMATS.items()}
    before, begin, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"README.md: found no block between {BEGIN!r} and {END!r}")
    files[README] = before + BEGIN + render(run, "terminal") + END + after
    return files


def _relative(documents):
    return [replace(document, path=Path(document.path).relative_to(PROJECT).as_posix()) for document in documents]


if __name__ == "__main__":
    for path, text in finished().items():
        path.write_text(text, encoding="utf-8", newline="\n")
    for page in PAGES:
        page.write_text(rewrite_outputs(page), encoding="utf-8", newline="\n")
