"""The judgements of printed points hold together, and what they show does not get worse unseen."""

from benchmarks.reading import (
    BRIEFINGS,
    FRESH,
    KINDS,
    SAMPLES,
    VERDICTS,
    count_verdicts,
    read_points,
    render,
    render_fresh,
)


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


def test_fresh_judgements_name_a_place_and_a_verdict_once():
    points = read_points(FRESH)
    assert all(point["verdict"] in KINDS and 0 <= int(point["start"]) < int(point["end"]) for point in points)
    assert len({(point["cluster"], point["report"], point["start"]) for point in points}) == len(points)


def test_the_table_of_fresh_judgements_tells_the_counts():
    points = [{"sample": "a", "verdict": verdict} for verdict in ("ok", "ok", "orphan", "means")]
    assert render_fresh(points).endswith(
        "| a | 4 | 2 (50.0 %) | 1 (25.0 %) | 0 (0.0 %) | 0 (0.0 %) | 0 (0.0 %) | 1 (25.0 %) |"
    )
