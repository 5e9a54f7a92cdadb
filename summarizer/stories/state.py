"""The stories of earlier calls, kept in a file of SQLite: what a stream of reports is added to."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from os import PathLike, fspath
from pathlib import Path
from zlib import compress, decompress

import numpy as np

from summarizer.errors import InputError, OutputError, SettingsError, short
from summarizer.model import Document, DocumentId, PartialDate
from summarizer.model.stories import StoryId, StoryReport
from summarizer.readers.json_reports import restore_document
from summarizer.renderers.saved_reports import write_reports
from summarizer.stories.entries import Entry
from summarizer.stories.features import Features, Vocabulary

STATE_VERSION = 1
_APPLICATION = 0x53544F52  # "STOR": tells our files from other ones of SQLite
_PATIENCE = 2.0  # seconds to wait for another run on the same file
_TABLES = """
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE terms (number INTEGER PRIMARY KEY, name TEXT NOT NULL, written TEXT NOT NULL);
CREATE TABLE reports (
    number INTEGER PRIMARY KEY, document TEXT NOT NULL UNIQUE, key TEXT NOT NULL UNIQUE, story TEXT NOT NULL,
    publisher TEXT, listed TEXT NOT NULL, language TEXT NOT NULL, terms BLOB NOT NULL, counts BLOB NOT NULL,
    sketch BLOB NOT NULL, report BLOB NOT NULL
);
"""


class State:
    """An open file of stories; what is changed is kept when the run ends well, and undone when it does not."""

    def __init__(self, name: str, connection: sqlite3.Connection) -> None:
        self._name, self._connection = name, connection

    def check_window(self, window: int) -> None:
        """Keep the window that a file is begun with.

        Raises:
            SettingsError: it was begun with another.
        """
        held = self._connection.execute("SELECT value FROM settings WHERE name = 'window'").fetchone()
        if held is None:
            self._connection.execute("INSERT INTO settings VALUES ('window', ?)", (str(window),))
        elif held[0] != str(window):
            raise SettingsError(
                f"window: found {window}, wanted {held[0]}, with which {short(self._name)} was begun; give that, or"
                " name a new file."
            )

    def read_vocabulary(self) -> Vocabulary:
        """Return the numbers of all words and names so far."""
        rows = self._connection.execute("SELECT number, name, written FROM terms ORDER BY number").fetchall()
        if [row[0] for row in rows] != [*range(len(rows))]:
            raise _damaged(self._name, "words are missing")
        return Vocabulary([row[1] for row in rows], [row[2] for row in rows])

    def read_entries(self) -> list[Entry]:
        """Return the reports so far, in the order in which they came."""
        rows = self._connection.execute(
            "SELECT terms, counts, sketch, language, listed, publisher, key, story FROM reports ORDER BY number"
        )
        try:
            return [
                _restore(listed, _restore_features(*held), publisher, key, story)
                for *held, listed, publisher, key, story in rows
            ]
        except (zlib.error, ValueError, TypeError, KeyError) as error:
            raise _damaged(self._name, f"a report does not hold together: {error}") from error

    def read_documents(self, names: Sequence[DocumentId]) -> Iterator[Document]:
        """Yield the reports of some ids."""
        for name in names:
            row = self._connection.execute(
                "SELECT report FROM reports WHERE document = ?", (json.dumps(name),)
            ).fetchone()
            if row is not None:
                yield restore_document(json.loads(decompress(row[0])), where=self._name, fallback=name)

    def add(self, added: Sequence[tuple[Entry, Document]], vocabulary: Vocabulary) -> None:
        """Keep new reports, each with its story, and the new words."""
        (known,) = self._connection.execute("SELECT count(*) FROM terms").fetchone()
        words = zip(vocabulary.number_of, vocabulary.written, strict=True)
        self._connection.executemany(
            "INSERT INTO terms VALUES (?, ?, ?)",
            (
                (number, _harmless(name), _harmless(written))
                for number, (name, written) in enumerate(words)
                if number >= known
            ),
        )
        self._connection.executemany(
            "INSERT INTO reports (document, key, story, publisher, listed, language, terms, counts, sketch, report)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (_row(entry, document) for entry, document in added),
        )


@contextmanager
def open_state(path: str | PathLike[str], *, begin: bool = True) -> Iterator[State]:
    """Open a file of stories, or begin one; hold it against other runs until the end.

    Args:
        path: The file.
        begin: Whether it may be begun where there is none.

    Raises:
        InputError: the file is none of ours, of another version, or damaged.
        OutputError: it cannot be opened or written, or another run uses it.
    """
    name = fspath(path)
    is_new = not Path(name).exists()
    if is_new and not begin:
        raise InputError(f"{short(name)}: is not there, wanted a file of stories; check the path.", path=name)
    if not is_new and Path(name).is_file() and not Path(name).stat().st_size:
        raise _damaged(name, "it is empty")
    connection = None
    try:
        connection = sqlite3.connect(name, timeout=_PATIENCE, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        _prepare(name, connection, is_new=is_new)
        yield State(name, connection)
        connection.execute("COMMIT")
    except BaseException as error:
        if connection is not None:
            _give_up(name, connection, is_new=is_new)
            connection = None
        if isinstance(error, sqlite3.OperationalError) and "malformed" not in str(error):
            raise _unusable(name, error) from error
        if isinstance(error, sqlite3.DatabaseError):
            raise _damaged(name, str(error)) from error
        raise
    finally:
        if connection is not None:
            connection.close()


def _prepare(name: str, connection: sqlite3.Connection, *, is_new: bool) -> None:
    """Make the tables of a new file; make sure that another is one of ours, and whole."""
    if is_new:
        for statement in _TABLES.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute(f"PRAGMA user_version = {STATE_VERSION}")
        return
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != _APPLICATION:
        raise _damaged(name, "it is a database of another program")
    if version != STATE_VERSION:
        raise InputError(
            f"{short(name)}: found stories of version {version}, wanted version {STATE_VERSION}; use the version of"
            " summarizer that wrote it, or name a new file.",
            path=name,
        )
    (told,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if told != "ok":
        raise _damaged(name, told)


def _give_up(name: str, connection: sqlite3.Connection, *, is_new: bool) -> None:
    """Undo what was changed; of a file that was begun nothing is left."""
    with suppress(sqlite3.Error):
        connection.execute("ROLLBACK")
    connection.close()
    if is_new:
        with suppress(OSError):
            Path(name).unlink(missing_ok=True)


def _damaged(name: str, what: str) -> InputError:
    found = " ".join(what.split())
    return InputError(
        f"{short(name)}: found no whole file of stories ({found}), wanted one that an earlier run wrote; bring back a"
        " copy of it, or name a new file.",
        path=name,
    )


def _unusable(name: str, error: sqlite3.OperationalError) -> OutputError:
    is_busy = "locked" in str(error)
    hint = "another run uses it; try again when that has ended" if is_busy else "check the path, permissions and space"
    return OutputError(f"{short(name)}: cannot be used ({error}); {hint}. It stays as it was.")


def _row(entry: Entry, document: Document) -> tuple[object, ...]:
    listed = asdict(entry.report)
    listed["published"] = str(entry.report.published) if entry.report.published else None
    features = entry.features
    return (
        json.dumps(document.id),  # a file's name may hold what is no character
        entry.key,
        entry.story,
        entry.publisher,
        json.dumps(listed),
        features.language,
        compress(features.terms.astype("<i4").tobytes()),
        compress(features.counts.astype("<i4").tobytes()),
        features.sketch.astype("<u8").tobytes(),
        compress(write_reports([document]).encode()),
    )


def _restore(listed: str, features: Features, publisher: str | None, key: str, story: StoryId) -> Entry:
    told = json.loads(listed)
    published = PartialDate.parse(told["published"]) if told["published"] else None
    report = StoryReport(**{**told, "published": published, "shared": tuple(told["shared"]), "is_new": False})
    return Entry(report=report, features=features, publisher=publisher, key=key, story=story)


def _restore_features(terms: bytes, counts: bytes, sketch: bytes, language: str) -> Features:
    return Features(
        terms=np.frombuffer(decompress(terms), dtype="<i4").astype(np.int64),
        counts=np.frombuffer(decompress(counts), dtype="<i4").astype(np.int64),
        sketch=np.frombuffer(sketch, dtype="<u8").astype(np.uint64),
        language=language,
    )


def _harmless(text: str) -> str:
    """A word without halves of surrogate pairs, which SQLite does not take."""
    return text.encode("utf-8", "replace").decode("utf-8")


def rename_again(document: Document, key: str) -> Document:
    """Return a report under an id of its own, where an earlier one of another text has its id."""
    return replace(document, id=f"{document.id}-{key[:6]}")
