"""The clusters that the benchmark of batches makes up where the real ones are not there."""

from benchmarks import batch
from summarizer import ReadSettings
from summarizer.batch.clusters import read_cluster
from summarizer.batch.entries import read_entries
from summarizer.batch.places import find_places


def test_made_up_clusters_are_clusters(tmp_path, monkeypatch):
    monkeypatch.setattr(batch, "MADE", 30)
    batch.make_clusters(tmp_path / "a.jsonl")
    read = [read_cluster(entry, ReadSettings()) for entry in read_entries(find_places(tmp_path / "a.jsonl"), 10**6)]
    assert sum(len(cluster.documents) for cluster in read) == 30
    assert not any(document.skipped for cluster in read for document in cluster.documents)
