"""The table of `make coverage`: the files below 95 %, what is not reached in them, and the total."""

from tools.coverage_table import branches_of, table


def file(lines, branches, missing_lines=(), missing_branches=()):
    """A file of coverage's report: (reached, all) of its lines and of its branches, and what is missing."""
    summary = {
        "covered_lines": lines[0],
        "num_statements": lines[1],
        "covered_branches": branches[0],
        "num_branches": branches[1],
        "percent_covered": 100 * (lines[0] + branches[0]) / (lines[1] + branches[1]),
    }
    return {"summary": summary, "missing_lines": [*missing_lines], "missing_branches": [*missing_branches]}


LOW = file((8, 10), (3, 6), [4, 5], [[3, 4], [7, 9], [8, -1]])
LOWER = file((5, 10), (0, 2), [6], [])
FULL = file((10, 10), (0, 0))
TOTALS = file((23, 30), (3, 8))["summary"]


def test_files_below_95_are_shown_with_what_is_missing_the_lowest_first():
    report = {"files": {"low.py": LOW, "full.py": FULL, "lower.py": LOWER}, "totals": TOTALS}
    _, *rows = [" ".join(line.split()) for line in table(report)]
    assert rows == [
        "lower.py 50.0 % 0.0 % 6",
        # The branch 3->4 leads to a line that is missing itself; 8->1 is the way out of a function that begins there.
        "low.py 80.0 % 50.0 % 4, 5, 7->9, 8->1",
        "total of 3 files 76.7 % 37.5 %",
    ]


def test_a_package_without_branches_has_reached_all_of_them():
    assert branches_of(FULL["summary"]) == 100
