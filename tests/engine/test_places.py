"""How new what the sentences of a live blog tell is."""

from datetime import datetime

from summarizer import Document, Moment, workings
from summarizer.engine import newness_of, places_of
from summarizer.model import Entry

HEAD = "A tunnel near the northern town has been flooded since Monday."
OLD = "Some ninety miners are feared trapped below the old shaft."
NEW = "The last of the miners was brought up from the shaft alive."


def blog(*told):
    """A live blog: texts, each with the hour of its entry, or None for what stands above all entries."""
    text = "\n\n".join(own for own, _ in told)
    entries = tuple(
        Entry(start=text.index(own), published=Moment(value=datetime(2024, 3, 4, hour), precision="minute"))
        for own, hour in told
        if hour is not None
    )
    document = Document(id="a", text=text, entries=entries)
    return workings([document]).sentences, [document]


def test_what_stands_above_the_entries_is_as_new_as_the_newest():
    assert newness_of(*blog((HEAD, None), (NEW, 12), (OLD, 9))).tolist() == [1.0, 1.0, 0.5]
    assert newness_of(*blog((HEAD, None), (OLD, 9))).tolist() == [1.0, 1.0]


def test_a_live_blog_is_read_from_its_newest_entry_on():
    assert places_of(*blog((HEAD, None), (OLD, 9), (NEW, 12))) == [0, 2, 1]
