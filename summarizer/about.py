"""What this package is called, how its extras are installed, and which version it is."""

DISTRIBUTION = "attributed-briefing"  # the name `summarizer` belongs to another project on the package index
__version__ = "0.2.0"


def install_command(extra: str) -> str:
    """Return the command that installs an extra.

    >>> install_command("docx")
    'pip install "attributed-briefing[docx]"'
    """
    return f'pip install "{DISTRIBUTION}[{extra}]"'
