"""Settings of the documentation site, its lists of names and commands, and its check that no page needs a network."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

import summarizer
from summarizer.cli import app as command_line

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "summarizer"
author = "The summarizer authors"
version = release = summarizer.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["README.md"]
default_role = "code"  # docstrings write names as Markdown does: `text`
myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
python_maximum_signature_line_length = 90
napoleon_custom_sections = [("Attributes", "params_style")]

html_theme = "furo"
html_title = f"summarizer {release}"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_copyright = False
html_show_sphinx = False
html_copy_source = False
html_theme_options = {"navigation_with_keys": True}

_LOGGER = logging.getLogger(__name__)
_OUTSIDE = re.compile(r"""<(?:script|img|iframe|source|link)\b[^>]*\b(?:src|href)=["'](?:https?:)?//""")
_OUTSIDE_STYLE = re.compile(r"""(?:@import\s+|url\()\s*["']?(?:https?:)?//""")


def kind_of(value: object) -> str:
    """Tell which list of the reference a public name stands in."""
    if inspect.isclass(value):
        return "errors" if issubclass(value, BaseException) else "records"
    return "functions" if callable(value) else "tables"


class PublicNames(SphinxDirective):
    """`public-names` lists the public names of one kind with their docstrings: functions, records, errors or tables."""

    required_arguments = 1
    option_spec = {"first": directives.unchanged}  # noqa: RUF012 - sphinx reads it from the class

    def run(self) -> list[nodes.Node]:
        """Build the list: the names of the option `first`, then the others in the order of the alphabet."""
        (kind,) = self.arguments
        names = {name: getattr(summarizer, name) for name in dir(summarizer) if name != "__version__"}
        chosen = [name for name, value in names.items() if kind_of(value) == kind]
        first = self.options.get("first", "").split()
        if unknown := sorted(set(first) - set(chosen)):
            raise self.error(f"public-names: found {', '.join(unknown)}, wanted {kind} that are public")
        lines = [line for name in dict.fromkeys([*first, *chosen]) for line in self._lines(kind, name)]
        return self.parse_text_to_nodes("\n".join(["```{eval-rst}", *lines, "```"]))

    @staticmethod
    def _lines(kind: str, name: str) -> list[str]:
        if kind == "tables":
            keys = ", ".join(f"``{key}``" for key in getattr(summarizer, name))
            return [f".. py:data:: summarizer.{name}", "", f"   Keys: {keys}", ""]
        directive = {"functions": "autofunction", "records": "autoclass", "errors": "autoexception"}[kind]
        members = ["   :members:"] if kind == "records" else ["   :show-inheritance:"] if kind == "errors" else []
        return [f".. {directive}:: summarizer.{name}", *members, ""]


class Commands(SphinxDirective):
    """`commands` lists the commands of the command line with their options, each under a heading of its own."""

    def run(self) -> list[nodes.Node]:
        """Build the list from the commands themselves."""
        commands = typer.main.get_command(command_line).commands
        lines = [line for name, command in commands.items() for line in self._lines(name, command)]
        return self.parse_text_to_nodes("\n".join(lines), allow_section_headings=True)

    @staticmethod
    def _lines(name: str, command: Any) -> list[str]:
        arguments = [one for one in command.params if one.param_type_name == "argument"]
        options = [one for one in command.params if one.param_type_name == "option"]
        usage = " ".join([f"summarizer {name}", "[OPTIONS]", *(one.metavar for one in arguments)])
        rows = [f"| `{one.metavar}` | {one.help.replace(' -- ', ' `--` ')} |" for one in arguments]
        for option in options:
            value = option.metavar or ",".join(getattr(option.type, "choices", ()))
            written = ", ".join(option.opts) + ("" if option.is_flag else f" {value}")
            rows.append(f"| `{written}` | {option.help} |")
        texts = [f"## {name}", *command.help.split("\n\n"), f"```text\n{usage}\n```"]
        return [*(f"{text}\n" for text in texts), "| option | meaning |", "|---|---|", *rows, ""]


def keep_returns_whole(
    _app: Sphinx, _what: str, _name: str, _value: object, _options: object, lines: list[str]
) -> None:
    """Mark what is returned as text without a type, since napoleon takes all before a colon for one."""
    for number, line in enumerate(lines[:-1]):
        if line.strip() == "Returns:":
            indent = lines[number + 1][: -len(lines[number + 1].lstrip())]
            lines[number + 1] = f"{indent}: {lines[number + 1].lstrip()}"


def refuse_outside_addresses(app: Sphinx, exception: Exception | None) -> None:
    """Warn where a page would load a script, style, font or picture from another host."""
    if exception or app.builder.format != "html":
        return
    pages = [Path(app.builder.get_outfilename(name)) for name in sorted(app.env.found_docs)]
    styles = sorted((Path(app.outdir) / "_static").rglob("*.css"))
    for path, pattern in [*((page, _OUTSIDE) for page in pages), *((style, _OUTSIDE_STYLE) for style in styles)]:
        if found := pattern.search(path.read_text(encoding="utf-8")):
            _LOGGER.warning("%s: found %r, wanted files of the site alone; copy it into docs/static", path, found[0])


def setup(app: Sphinx) -> None:
    """Add the parts of this site's own."""
    app.add_directive("public-names", PublicNames)
    app.add_directive("commands", Commands)
    app.connect("autodoc-process-docstring", keep_returns_whole, priority=1)
    app.connect("build-finished", refuse_outside_addresses)
