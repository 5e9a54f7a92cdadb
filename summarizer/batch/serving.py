"""What a process of a batch does: brief what it is sent, until its parent is gone."""

from __future__ import annotations

import os
import signal
import threading
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait

from summarizer.batch.records import Asked

READY = "ready"


def serve(pipe: Connection, asked: Asked) -> None:
    """Answer each entry that comes through a pipe with its outcome.

    Args:
        pipe: Where entries come from, and outcomes go.
        asked: What is asked for of every cluster.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Windows: the parent is told as well, and ends its processes
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from summarizer.batch.briefing_line import brief_entry  # here, not in the parent: it loads all that briefs

    pipe.send(READY)
    while True:
        try:
            entry = pipe.recv()
            pipe.send(brief_entry(entry, asked))
        except (EOFError, OSError):
            return


def _end_with_parent() -> None:
    """End when the parent was killed, even in the middle of a long cluster."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
