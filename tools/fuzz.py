"""Bytes that coverage leads to, given to `read_documents` as files of every kind; `make fuzz` runs it, pytest does not.

A finding is an exception that is not ours, a file that takes more than `SECONDS_A_FILE`, or more memory than
`MEGABYTES`. Findings lie in `.fuzz/found`, to be read with `summarizer read`; what opened new paths is kept in
`.fuzz/corpus`, from where the next run goes on.
"""

from __future__ import annotations

import argparse
import bz2
import contextlib
import gzip
import io
import json
import lzma
import os
import random
import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[1]
CASES = Path(__file__).parents[1] / "tests" / "cases"
OUTPUT = PROJECT / ".fuzz"
SECONDS_A_FILE, MEGABYTES, LONGEST = 10, 1024, 2**16
LIMITS = {
    "file_bytes": 2**20, "expanded_bytes": 5_000_000, "report_chars": 500_000, "pdf_pages": 50, "pdf_operators": 50_000,
    "members": 100, "reports": 100,
}  # fmt: skip
# Written in Python, so that what they do with the bytes can be seen: coverage of C (lxml, pyarrow) cannot.
WATCHED = ["summarizer", "pypdf", "docx", "striprtf", "feedparser", "warcio", "defusedxml", "zipfile", "email", "yaml"]

TABLE = b"text,title,published\nSome text of a report.,T,2023-06-18\n"
KEPT = {"schema": "summarizer/report/1", "text": "Some text.", "kept": [[0, 4]], "dropped": [[5, 9, "share bar"]]}
RECORDS = [
    KEPT | {"dateline": {"place": "BEIJING", "day": "Sunday"}, "pages": [[0, 10]], "omitted": [["a", "b"]]},
    {"uri": "u", "bodies": [{"value": "<p>x</p>", "contenttype": "text/html"}], "versioncreated": "2023-06-18T08:00Z"},
    {"source": {"name": "The Paper"}, "content": "Some text [+9 chars]", "publishedAt": "2023-06-18"},
    {"maintext": "Some text.", "authors": ["A B"], "date_publish": "2023-06-18 08:00:00", "filename": "a.json"},
]
FEED = {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": 1, "content_html": "<p>x</p>"}]}
FRONT = (
    b"---\ntitle: T\nauthor: [A, &b B, *b]\npublished: 2023-06-18\nnumber: !!int 0x1f\n---\nSome text of a report.\n"
)


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip archive; stored, not compressed, so that changes of its bytes are changes of its members."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, member in members.items():
            archive.writestr(zipfile.ZipInfo(name), member)
    return data.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zstandard(data: bytes) -> bytes:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return zstd.compress(data)


def parquet() -> bytes:
    import pyarrow
    from pyarrow import parquet as writer

    data = io.BytesIO()
    writer.write_table(pyarrow.table({"text": ["Some text.", "More."], "published": ["2023-06-18", None]}), data)
    return data.getvalue()


def inflated(data: bytes) -> bytes:
    """The first page of a PDF, its streams unpacked, so that changes of bytes are changes of what the page says."""
    import pypdf

    writer = pypdf.PdfWriter()
    writer.add_page(pypdf.PdfReader(io.BytesIO(data)).pages[0])
    for number in range(1, len(writer._objects) + 1):
        found = writer.get_object(number)
        if isinstance(found, pypdf.generic.EncodedStreamObject):
            plain = pypdf.generic.DecodedStreamObject()
            plain.update({key: value for key, value in found.items() if key not in ("/Filter", "/DecodeParms")})
            plain.set_data(b"" if "/Length1" in found else found.get_data())  # of a font program nothing is read
            writer._objects[number - 1] = plain
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def changed_member(change: Callable[[bytes, int], bytes], data: bytes, most: int) -> bytes:
    """A zip archive with one of its members changed and the sums right again."""
    members = unzipped(data)
    name = random.choice(list(members))  # noqa: S311
    members[name] = change(members[name], most)
    return zipped(members)


def changed_content(change: Callable[[bytes, int], bytes], data: bytes, most: int) -> bytes:
    """A compressed file with other content."""
    return gzip.compress(change(gzip.decompress(data), most), compresslevel=1, mtime=0)


Mutation = Callable[[Callable[[bytes, int], bytes], bytes, int], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Files of a kind to begin with: fixtures and others, the ending that they are given, how to reach into them."""

    ending: str
    fixtures: tuple[str, ...] = ()
    others: Callable[[], list[bytes]] = list
    opened: Callable[[bytes], bytes] = bytes
    mutation: Mutation | None = None

    def seeds(self) -> Iterator[bytes]:
        for pattern in self.fixtures:
            for path in sorted(PROJECT.glob(pattern)):
                yield self.opened(path.read_bytes())
        yield from self.others()


def in_lines(values: list[object]) -> bytes:
    return "\n".join(map(json.dumps, values)).encode()


KINDS, FIELD = "tests/cases/kinds", "tests/cases/field"
TARGETS = {
    "packed": Target(
        ending=".gz",
        others=lambda: [pack(TABLE) for pack in (gzip.compress, bz2.compress, lzma.compress, zstandard)],
        mutation=changed_content,
    ),
    "other office": Target(
        ending=".xlsx", others=lambda: [zipped({"xl/workbook.xml": b"<a/>"}), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9]
    ),
    "docx": Target(ending=".docx", fixtures=(f"{KINDS}/*/003.docx",), mutation=changed_member),
    "odt": Target(ending=".odt", fixtures=(f"{KINDS}/*.odt",), mutation=changed_member),
    "epub": Target(ending=".epub", fixtures=(f"{KINDS}/*.epub",), mutation=changed_member),
    "zip": Target(
        ending=".zip", others=lambda: [zipped({"a.txt": FRONT, "b.json": in_lines([KEPT])})], mutation=changed_member
    ),
    "pdf": Target(
        ending=".pdf", fixtures=(f"{KINDS}/*/003.pdf", f"{KINDS}/c*.pdf", f"{FIELD}/*/*.pdf"), opened=inflated
    ),
    "rtf": Target(ending=".rtf", fixtures=(f"{KINDS}/*.rtf",)),
    "warc": Target(ending=".warc", fixtures=(f"{KINDS}/*.warc.gz",), opened=gzip.decompress),
    "parquet": Target(ending=".parquet", others=lambda: [parquet()]),
    "feed": Target(ending=".rss", fixtures=(f"{KINDS}/*.rss", f"{KINDS}/*.atom", f"{FIELD}/*/*.xml")),
    "html": Target(
        ending=".html",
        fixtures=(f"{KINDS}/*.html", "tests/cases/pages/*.html", f"{KINDS}/*/003.html", f"{FIELD}/*/*.html"),
    ),
    "mhtml": Target(ending=".mhtml", fixtures=("tests/cases/pages/*.mhtml",)),
    "mbox": Target(ending=".mbox", fixtures=(f"{KINDS}/*.mbox",)),
    "mail": Target(ending=".eml", fixtures=(f"{KINDS}/*/*.eml", f"{FIELD}/*/*.eml")),
    "JSON": Target(ending=".json", others=lambda: [json.dumps(value).encode() for value in (RECORDS, FEED, *RECORDS)]),
    "JSON Lines": Target(ending=".jsonl", others=lambda: [in_lines(RECORDS)]),
    "CSV": Target(ending=".csv", fixtures=(f"{KINDS}/*.csv",), others=lambda: [TABLE]),
    "text": Target(ending=".txt", fixtures=("seeds/*.txt",), others=lambda: [FRONT]),
}


def check(data: bytes, path: Path, read: Callable[[Path], tuple[Any, ...]], ours: type[Exception]) -> bool:
    """Read a file of these bytes, or see it refused by name; return whether it held a report."""
    path.write_bytes(data)
    try:
        documents = read(path)
    except ours as error:
        assert str(path) in str(error), f"the message does not say which file: {error}"
        return False
    for document in documents:
        assert document.id
        spans = (*document.pages, *(document.kept or ()), *(drop.span for drop in document.dropped))
        assert all(0 <= span.start <= span.end <= len(document.text) for span in spans)
    return any(document.skipped is None for document in documents)


def mutate(data: bytes, most: int, seed: int, *, mutation: Mutation, change: Callable[[bytes, int], bytes]) -> bytes:
    """Change what a file holds four times of five, else its own bytes."""
    random.seed(seed)
    if random.random() < 0.8:  # noqa: S311
        with contextlib.suppress(Exception):  # what is no archive any more is changed byte by byte
            changed = mutation(change, data, most)
            if len(changed) <= most:
                return changed
    return change(data, most)


def fuzz(kind: str, seconds: int, runs: int) -> None:
    """Fuzz one kind in this process; libFuzzer ends it."""
    import atheris

    target = TARGETS[kind]
    name = kind.replace(" ", "_")
    corpus, found = OUTPUT / "corpus" / name, OUTPUT / "found" / f"{name}{target.ending}"
    path = OUTPUT / "read" / found.name  # libFuzzer ends the process at once: nothing could clear a temporary folder
    for folder in (corpus, found.parent, path.parent):
        folder.mkdir(parents=True, exist_ok=True)
    found.unlink(missing_ok=True)
    with atheris.instrument_imports(include=WATCHED):
        from summarizer import ReadSettings, SummarizerError, read_documents

        read = partial(read_documents, settings=ReadSettings(**LIMITS))
        # Readers are imported with the first file that they read, and have to be watched from then on. That seeds are
        # read through shows that the fuzzer comes past the door.
        for number, seed in enumerate(target.seeds()):
            (corpus / f"seed-{number}").write_bytes(seed)
            is_read = check(seed, path, read, SummarizerError)
            assert is_read or kind == "other office", f"a seed of {kind} cannot be read"
    options = [
        *((f"-runs={runs}", "-seed=1") if runs else (f"-max_total_time={seconds}",)),
        f"-timeout={SECONDS_A_FILE}", f"-rss_limit_mb={MEGABYTES}", "-detect_leaks=0",
        f"-max_len={LONGEST}", f"-exact_artifact_path={found}", "-print_final_stats=1", str(corpus),
    ]  # fmt: skip

    def change(data: bytes, most: int) -> bytes:
        changed: bytes = atheris.Mutate(data, most)  # another function once fuzzing has begun: not to be kept
        return changed

    def check_one(data: bytes) -> None:
        check(data, path, read, SummarizerError)

    inner = {"custom_mutator": partial(mutate, mutation=target.mutation, change=change)} if target.mutation else {}
    atheris.Setup([sys.argv[0], *options], check_one, **inner)
    atheris.Fuzz()


def run(kind: str, seconds: int, runs: int) -> bool:
    """Fuzz one kind in a process of its own and tell in a line how it went; whether nothing was found."""
    command = [sys.executable, "-m", "tools.fuzz", "--here", "--seconds", str(seconds), "--runs", str(runs), kind]
    began = time.monotonic()
    # Equal hashes make equal coverage, and so, with a number of runs and a seed, equal files from run to run.
    settled = os.environ | {"PYTHONHASHSEED": "0"}
    done = subprocess.run(
        command, cwd=PROJECT, env=settled, capture_output=True, text=True, errors="replace", check=False
    )
    said = done.stdout + done.stderr
    runs = re.search(r"number_of_executed_units: (\d+)", said) or re.search(r"(?s:.*)^#(\d+)\t", said, re.MULTILINE)
    coverage = re.findall(r"cov: (\d+)", said)
    count, paths = (int(runs[1]) if runs else 0), (coverage[-1] if coverage else "?")
    line = f"{kind:<13}{count:>8,} files in {time.monotonic() - began:4.0f} s, {paths:>5} paths"
    if done.returncode:
        sys.stdout.write(
            f"{line}: FOUND, {OUTPUT.relative_to(PROJECT)}/found\n{done.stdout[-6000:]}{done.stderr[-3000:]}\n"
        )
    else:
        sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
    return done.returncode == 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", help="kinds to fuzz; all of the table if none is given")
    parser.add_argument("--seconds", type=int, default=600, help="in all, spread over the kinds")
    parser.add_argument("--runs", type=int, default=0, help="files a kind instead of seconds, the same ones each time")
    parser.add_argument("--here", action="store_true", help="one kind, all the seconds, in this process")
    given = parser.parse_args()
    kinds = given.kinds or list(TARGETS)
    if unknown := set(kinds) - set(TARGETS):
        parser.error(f"found {', '.join(sorted(unknown))}, wanted some of {', '.join(TARGETS)}")
    if given.here:
        fuzz(kinds[0], given.seconds, given.runs)
    from summarizer.readers.registry import READERS

    assert set(TARGETS) == set(READERS.own), "a kind of the table has no target here, or a target no kind"
    jobs = min(len(kinds), os.cpu_count() or 1)
    each = max(1, given.seconds * jobs // len(kinds))
    with ThreadPoolExecutor(jobs) as pool:
        return 0 if all(list(pool.map(partial(run, seconds=each, runs=given.runs), kinds))) else 1


if __name__ == "__main__":
    sys.exit(main())
