"""Print which files of the package the tests reach least: `make coverage`.

The total of the branches must reach `fail_under` of pyproject.toml, too. Coverage itself compares only the lines and
branches together with it.
"""

import json
import sys
from pathlib import Path

BELOW = 95.0  # per cent of the lines and branches of a file; a file that reaches it is not printed
REPORT = Path("build/coverage/report.json")


def table(report: dict) -> list[str]:
    """The lines to print: the files below 95 %, the least reached first, then the total."""
    files = {name: (file["summary"], missing_of(file)) for name, file in report["files"].items()}
    low = sorted((summary["percent_covered"], name) for name, (summary, _) in files.items())
    low = [name for percent, name in low if percent < BELOW]
    rows = [row(name, *files[name]) for name in low]
    return [f"{'':48} lines  branches  not reached", *rows, row(f"total of {len(files)} files", report["totals"])]


def row(name: str, summary: dict, missing: str = "") -> str:
    """One line of the table."""
    lines = share(summary["covered_lines"], summary["num_statements"])
    branches = branches_of(summary)
    return f"{name:48} {lines:4.1f} %  {branches:5.1f} %  {missing}".rstrip()


def branches_of(summary: dict) -> float:
    """The per cent of the branches that were taken."""
    return share(summary["covered_branches"], summary["num_branches"])


def share(part: int, whole: int) -> float:
    """A part in per cent of the whole; nothing to reach is all reached."""
    return 100.0 * part / whole if whole else 100.0


def missing_of(file: dict) -> str:
    """The lines that no test runs, and the branches that no test takes, as `from->to`."""
    lines = set(file["missing_lines"])
    branches = [f"{start}->{abs(end)}" for start, end in file["missing_branches"] if not {start, abs(end)} & lines]
    return ", ".join([*map(str, file["missing_lines"]), *branches])


def main() -> int:
    """Print the table; the exit code is 1 if the tests reach too little."""
    from coverage import Coverage

    coverage = Coverage()
    coverage.load()
    reached = coverage.json_report(outfile=str(REPORT))
    report = json.loads(REPORT.read_text(encoding="utf-8"))
    print(*table(report), sep="\n")
    wanted = float(coverage.get_option("report:fail_under") or 0)
    found = min(reached, branches_of(report["totals"]))
    if found < wanted:
        print(
            f"coverage: found {found:.1f} %, wanted at least {wanted:.1f} %: test what is not reached", file=sys.stderr
        )
    return int(found < wanted)


if __name__ == "__main__":
    sys.exit(main())
