"""The judgements of bottom lines hold together, and are found again in the briefings that are printed."""

import csv
import json

from benchmarks.leads import LEADS, VERDICTS, find_bottom_lines, read_leads, render

TEXT = "The dam above Jalko burst on Sunday and flooded nine villages. The harvest was poor in the south."


def test_every_judgement_names_a_place_and_a_verdict_once():
    with LEADS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    assert all(row["verdict"] in VERDICTS and 0 <= int(row["start"]) < int(row["end"]) for row in rows)
    places = [(row["cluster"], row["report"], row["start"]) for row in rows]
    assert len(set(places)) == len(places)
    samples = {(row["cluster"], row["sample"]) for row in rows}
    assert len(dict(samples)) == len(samples), "no cluster is in two samples"
    assert set(read_leads()[0].values()) == {"development", "held out"}


def test_a_bottom_line_has_the_verdict_on_the_sentence_that_it_quotes(tmp_path):
    path = tmp_path / "clusters.jsonl"
    cluster = {"documents": [{"id": "a", "text": TEXT}]}
    path.write_text("".join(json.dumps({"id": name, **cluster}) + "\n" for name in ("one", "two")), encoding="utf-8")
    places = list(find_bottom_lines([str(path)], {"one": "development"}, 20))
    assert places == [("one", "a", 0)]
    table = render([*places, ("one", "a", 63)], {"one": "development"}, {("one", "a", 0): "right"})
    assert table.splitlines()[-1] == "| development | 1 | 0 | 1 |"
