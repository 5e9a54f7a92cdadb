"""Clusters for tests of batches: small stories in JSON, and a run of the command line as a process."""

import json
import subprocess
import sys

TEXTS = (
    "The minister said on Monday that the talks in Oslo had gone well. Both sides will meet again in May.",
    "Talks in Oslo went well, the minister said. Both sides agreed to meet again in May, officials said.",
)


def cluster_of(number):
    """A cluster of two reports that differs from every other."""
    places = ("Oslo", "Bergen", "Turku", "Aarhus", "Malmo", "Tartu", "Riga")
    place = places[number % len(places)]
    documents = [
        {"id": f"r{at}", "title": f"Talks in {place} go well", "text": f"{text} It was day {number + 1} of the talks."}
        for at, text in enumerate(one.replace("Oslo", place) for one in TEXTS)
    ]
    return {"id": f"story-{number}", "lang": "en", "documents": documents}


def lines_of(count):
    """Clusters as JSON Lines."""
    return "".join(json.dumps(cluster_of(number)) + "\n" for number in range(count))


def read_lines(path):
    """The records of a finished file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def start_batch(*arguments, **more):
    """Start `summarizer batch` as a process of its own."""
    command = [sys.executable, "-m", "summarizer", "batch", *map(str, arguments)]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
    return subprocess.Popen(command, text=True, **streams)


def run_to_end(*arguments, **more):
    """Run `summarizer batch` as a process; return its exit code, standard output and standard error."""
    process = start_batch(*arguments, **more)
    out, err = process.communicate(timeout=300)
    return process.returncode, out, err
