"""The judgements of printed points hold together, and what they show does not get worse unseen."""

from tests.bench_reading import BRIEFINGS, SAMPLES, VERDICTS, count_verdicts, read_points, render


def test_every_judgement_names_a_place_and_a_verdict():
    for point in read_points():
        assert point["sample"] in SAMPLES
        assert point["verdict"] in VERDICTS
        assert point["briefing"] in (*BRIEFINGS, "both")
        assert 0 <= int(point["start"]) < int(point["end"])


def test_no_point_is_judged_twice_and_no_cluster_is_in_both_samples():
    points = read_points()
    places = [(point["cluster"], point["report"], point["start"], point["end"]) for point in points]
    assert len(set(places)) == len(places)
    development, held_out = ({point["cluster"] for point in points if point["sample"] == name} for name in SAMPLES)
    assert not development & held_out


def test_the_table_tells_the_counts():
    points = read_points()
    counts = count_verdicts(points, "held out", "after")
    assert f"| held out | after | {counts.total()} |" in render(points)
