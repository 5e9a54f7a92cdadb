"""A briefing that is held against an earlier one: what is new, what changed, what was withdrawn."""

import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from summarizer import Briefing, Document, InputError, Settings, SettingsError, read_documents, run_pipeline, summarize
from summarizer.briefing.since.changes import find_changes
from summarizer.discrepancies.comparison_context import Candidate, Passage, Value
from summarizer.model import EarlierPassage, PartialDate, Verdict
from summarizer.renderers.registry import render
from tests.builders import build_sentences

SEEDS = Path(__file__).parents[2] / "seeds"
CRASH = (
    "A train left the rails near Leeds on Monday. Twelve people were treated in hospital after the crash in Leeds. The"
    " line stays closed until Friday. Police said the driver was not hurt."
)
TIMES = Document(
    id="a", text=CRASH, outlet="Times", title="Train crash", published="2023-06-05", url="https://times.example/a"
)
POST = Document(
    id="b",
    text="A train left the rails near Leeds on Monday. Investigators found a broken rail near the station. Nine people"
    " were treated in hospital after the crash in Leeds.",
    outlet="Post",
    published="2023-06-06",
)
OLD = summarize([TIMES])


def standings(briefing):
    return {point.text: point.since.standing for point in briefing.points}


def became(briefing):
    return {point.text: point.standing for point in briefing.since.points}


def test_what_no_report_of_then_told_is_new_and_comes_first():
    briefing = summarize([TIMES, POST], since=OLD)
    told = standings(briefing)
    assert told["Investigators found a broken rail near the station."] == "new"
    assert told["A train left the rails near Leeds on Monday."] == "told before"
    order = [point.since.is_new for point in briefing.points]
    assert order == sorted(order, reverse=True) and any(order)
    assert briefing.sections[-1].heading == "Told before"
    assert briefing.title_source == 2 and briefing.since.new_sources == (2,)


def test_a_point_says_by_what_it_was_told_before():
    briefing = summarize([TIMES, POST], since=OLD)
    point = next(point for point in briefing.points if point.text.startswith("Police"))
    (passage,) = point.since.told_by
    assert (passage.report, passage.source, passage.point) == (1, 1, 4)
    assert passage.span.of(TIMES.text) == passage.quote == "Police said the driver was not hurt."


def test_what_the_earlier_briefing_quotes_was_told_though_its_report_is_not_given():
    briefing = summarize([POST], since=OLD)
    point = next(point for point in briefing.points if point.text.startswith("A train"))
    (passage,) = point.since.told_by
    assert (point.since.standing, passage.report, passage.source, passage.point) == ("told before", 1, None, 1)
    assert passage.span.of(TIMES.text) == passage.quote == point.text
    assert any("only what the earlier briefing quotes is known" in note for note in briefing.notes)


def test_what_was_told_in_part_is_new_in_part():
    documents = read_documents([SEEDS])
    briefing = summarize(documents, since=summarize([documents[0], documents[3]]))
    point = next(point for point in briefing.points if point.since.standing == "new in part")
    assert {passage.relation for passage in point.since.told_by} == {"part"}
    assert {passage.source for passage in point.since.told_by} <= {1, 4}


def test_what_is_new_goes_before_what_weighs_more():
    documents = [TIMES, replace(TIMES, id="c", url=None, outlet="Echo", text=f"{CRASH} Trains ran again."), POST]
    plain = summarize(documents, sentences=2)
    since = summarize(documents, sentences=2, since=summarize(documents[:2]))
    assert not any(point.text.startswith("Investigators") for point in plain.points)
    assert {point.citations[0].document for point in since.points} == {"b"}


def test_a_focus_is_kept():
    briefing = summarize([TIMES, POST], since=OLD, focus="driver")
    assert [point.text for point in briefing.points] == ["Police said the driver was not hurt."]


def test_a_value_that_changed_says_who_told_it_and_when():
    for given in ([TIMES, POST], [POST]):
        (change,) = summarize(given, since=OLD).since.changes
        assert change.kind == "number" and "treated in hospital" in change.about
        assert [one.value for one in change.before] == ["Twelve people"]
        assert [(one.report, one.point) for one in change.before[0].passages] == [(1, 2)]
        assert [one.value for one in change.now] == ["Nine people"]
        assert (str(change.before[0].when), str(change.now[0].when)) == ("2023-06-05", "2023-06-06")
        assert [one.document for one in change.now[0].citations] == ["b"]


def test_an_older_report_that_is_read_later_changes_nothing():
    text = "Nine people were treated in hospital after the crash in Leeds. A broken rail was found near the station."
    later, older = (replace(POST, text=text, published=day) for day in ("2023-06-06", "2023-06-04"))
    assert len(summarize([TIMES, later], since=OLD).since.changes) == 1
    briefing = summarize([TIMES, older], since=OLD)
    assert briefing.discrepancies and briefing.since.changes == ()


def test_a_day_without_an_hour_is_not_before_an_hour_of_it():
    text = "Nine people were treated in hospital after the crash in Leeds. A broken rail was found near the station."
    times, late, early = (
        replace(one, published=f"2023-06-05{hour}")
        for one, hour in ((TIMES, "T14:00"), (replace(POST, text=text), ""), (replace(POST, text=text), "T09:00"))
    )
    old = summarize([times])
    assert len(summarize([times, late], since=old).since.changes) == 1
    assert summarize([times, early], since=old).since.changes == ()


def test_the_newest_value_comes_last():
    more = [
        Document(id=day, text=f"{count} people were treated in hospital after the crash in Leeds.", published=day)
        for day, count in (("2023-06-07", "Ten"), ("2023-06-06", "Nine"))
    ]
    (change,) = summarize([TIMES, *more], since=OLD).since.changes
    assert [one.value for one in change.now] == ["Nine people", "Ten people"]


def test_a_value_that_then_was_told_too_is_no_change():
    both = summarize([TIMES, POST])
    third = Document(id="d", text="Nine people were treated in hospital after the crash in Leeds.", outlet="Mail")
    assert summarize([TIMES, POST, third], since=both).since.changes == ()


def test_an_earlier_point_whose_value_changed_is_told_otherwise():
    briefing = summarize([TIMES, POST], since=OLD)
    point = briefing.since.points[1]
    assert (point.standing, [one.quote for one in point.against]) == ("otherwise", ["Nine people"])
    assert point.reason == "“Nine people” in place of “Twelve people”"
    assert [one.standing for one in briefing.since.points if one is not point] == ["told"] * 3


def test_a_point_is_withdrawn_where_a_report_says_that_it_was_wrong():
    text = (
        "Correction: Nine people were treated in hospital after the crash in Leeds, not twelve as we reported earlier."
    )
    for given in ([TIMES], []):
        briefing = summarize([*given, replace(POST, text=text)], since=OLD)
        point = briefing.since.points[1]
        assert (point.standing, point.against[0].quote) == ("withdrawn", text)
        assert "withdrawn" not in {one.standing for one in briefing.since.points if one is not point}


def test_a_correction_of_something_else_withdraws_nothing():
    text = "Correction: Nine people won at the show in York, not twelve as we reported earlier. The show goes on."
    assert "withdrawn" not in became(summarize([TIMES, replace(POST, text=text)], since=OLD)).values()


def test_a_correction_that_was_read_then_withdraws_nothing_since():
    text = "Correction: Nine people were treated in hospital after the crash in Leeds, not twelve as we said earlier."
    given = [TIMES, replace(POST, text=text)]
    old = summarize(given)
    assert any(point.text.startswith("Twelve") for point in old.points)
    third = Document(id="c", text="Trains to Leeds run again, the operator said.")
    assert "withdrawn" not in became(summarize([*given, third], since=old)).values()


def test_a_report_with_another_text_says_what_it_no_longer_holds():
    text = CRASH.replace("The line stays closed until Friday.", "Engineers repaired the signal box.")
    briefing = summarize([replace(TIMES, text=text)], since=OLD)
    assert briefing.since.reports[0].standing == "another text" and briefing.since.new_sources == (1,)
    assert became(briefing)["The line stays closed until Friday."] == "dropped"
    assert became(briefing)["A train left the rails near Leeds on Monday."] == "told"
    assert standings(briefing)["Engineers repaired the signal box."] == "new"


def test_a_point_whose_report_is_not_given_is_not_called_withdrawn():
    found = became(summarize([POST], since=OLD))
    assert found["The line stays closed until Friday."] == "not found"
    assert not {"withdrawn", "dropped"} & {*found.values()}


def test_the_same_reports_give_the_same_points_and_nothing_new():
    briefing = summarize([TIMES], since=OLD)
    assert [point.text for point in briefing.points] == [point.text for point in OLD.points]
    assert {*standings(briefing).values()} == {"told before"} and briefing.since.new_sources == ()
    assert render(briefing, "terminal").count("Nothing is new since the earlier briefing") == 1


def test_a_copy_of_a_report_that_was_read_is_not_new():
    briefing = summarize([TIMES, replace(TIMES, id="z", url=None, outlet="Echo")], since=OLD)
    assert briefing.since.new_sources == ()


def test_another_story_is_said_to_be_one():
    lima = Document(id="x", text="The parliament in Lima passed the budget after two days.", published="2023-06-01")
    briefing = summarize([lima], since=OLD)
    assert any("may be about another story" in note for note in briefing.notes)
    assert any("is of 2023-06-05, after the newest report given now (2023-06-01)" in note for note in briefing.notes)
    assert not any("another story" in note for note in summarize([POST], since=OLD).notes)


def test_without_an_earlier_briefing_nothing_of_it_is_there():
    record = OLD.to_dict()
    assert "since" not in record and "since" not in record["sections"][0]["points"][0]
    assert "since" not in OLD.signature


def test_who_is_named_and_how_is_no_change():
    documents = read_documents([SEEDS])
    briefing = summarize(documents, since=summarize(documents[4:]))
    assert {"name", "spelling"} <= {one.kind for one in briefing.discrepancies}
    assert {one.kind for one in briefing.since.changes} <= {"number", "date", "place", "polarity"}


def test_a_statement_stays_behind_the_one_that_it_leans_on():
    later = replace(TIMES, text="A train left the rails near Leeds on Monday. It had come from York with 80 people.")
    briefing = summarize([later, POST], since=OLD)
    texts = [point.text for point in briefing.points]
    at = texts.index("It had come from York with 80 people.")
    assert texts[at - 1] == "A train left the rails near Leeds on Monday."
    assert [briefing.points[at + step].since.standing for step in (-1, 0)] == ["told before", "new"]


def test_origins_that_were_read_then_bring_in_nothing():
    told = ("The driver was not hurt", "The line stays closed", "Buses took the passengers to York")
    old = [Document(id=text[:9], text=f"{text} after the crash in Leeds, police said.", outlet=text) for text in told]
    text = (
        "Investigators found a broken rail near the station after the crash in Leeds. The operator dismissed its chief"
        " of safety after the crash in Leeds. Parliament will debate the crash in Leeds next week."
    )
    new = Document(id="new", outlet="Post", text=text)
    briefing = summarize([*old, new], sentences=3, since=summarize(old))
    assert {point.citations[0].document for point in briefing.points} == {"new"}


def test_the_reports_of_the_earlier_briefing_alone_give_its_choice():
    documents = read_documents([SEEDS])
    old = summarize(documents)
    assert [point.text for point in summarize(documents, since=old).points] == [point.text for point in old.points]


def test_a_passage_that_cleaning_leaves_out_now_is_still_there():
    document = replace(TIMES, text=f"{CRASH}\n\nSubscribe to our newsletter")
    record = summarize([document]).to_dict()
    start = document.text.index("Subscribe")
    (section, *_), quote = record["sections"], "Subscribe to our newsletter"
    section["points"][0] |= {"text": quote, "dates": [], "when": None}
    section["points"][0]["citations"] = [
        {"source": 1, "start": start, "end": start + len(quote), "quote": quote, "relation": "verbatim"}
    ]
    point = summarize([document, POST], since=Briefing.from_dict(record)).since.points[0]
    assert (point.standing, point.citations[0].span.start) == ("told", start)


def test_an_id_of_ours_may_be_taken():
    taken = replace(POST, id="earlier-1")
    one, two = (summarize([given], since=OLD) for given in (taken, POST))
    assert [point.since for point in one.points] == [point.since for point in two.points]


@pytest.mark.parametrize("given", [[TIMES, POST], [POST], [TIMES]])
def test_json_brings_it_back(given):
    briefing = summarize(given, since=OLD)
    assert Briefing.from_json(briefing.to_json()) == briefing


def test_what_it_refers_to_must_be_there():
    record = summarize([TIMES, POST], since=OLD).to_dict()
    record["since"]["changes"][0]["now"][0]["citations"][0]["source"] = 9
    with pytest.raises(InputError, match=r"since, change .*: found 9, wanted one that is in the briefing\."):
        Briefing.from_dict(record)


def test_an_update_can_be_the_earlier_briefing_of_the_next():
    second = summarize([TIMES, POST], since=OLD)
    third = Document(id="c", text="Trains to Leeds run again, the operator said.", published="2023-06-07")
    briefing = summarize([TIMES, POST, third], since=second)
    assert briefing.since.new_sources == (3,) and standings(briefing)[third.text] == "new"


def test_settings_take_it_and_the_signature_tells_it():
    one, two = (summarize([TIMES, POST], settings) for settings in (Settings(since=OLD), Settings(since=OLD)))
    assert one == two == run_pipeline([TIMES, POST], since=OLD).briefing
    other = summarize([TIMES, POST], since=summarize([TIMES], sentences=1))
    assert len({one.signature, other.signature, summarize([TIMES, POST]).signature}) == 3
    assert re.search(r" since='[0-9a-f]{16}' sha256:", one.signature)


@pytest.mark.parametrize("wrong", [{"title": "x"}, 3, "old.json"])
def test_settings_refuse_what_is_no_briefing(wrong):
    with pytest.raises(SettingsError, match=r"^Settings\.since: found .*, wanted a Briefing; read_briefing\(path\)"):
        Settings(since=wrong)


def test_the_order_of_the_reports_changes_only_their_numbers():
    one, two = (summarize(given, since=OLD) for given in ([TIMES, POST], [POST, TIMES]))
    assert [(point.text, point.since.standing) for point in one.points] == [
        (point.text, point.since.standing) for point in two.points
    ]
    assert two.since.new_sources == (1,)


def test_a_judge_of_the_run_decides_for_the_reports_that_are_given():
    echo = Document(id="e", text="A train derailed close to Leeds at the start of the week.", published="2023-06-06")

    def judge(point, passages, settings):  # noqa: ARG001 - as a judge is called
        return [Verdict(relation="same") if one.document in ("a", "e") else one.verdict for one in passages]

    plain, judged = (standings(summarize([TIMES, echo], since=OLD, judge=one)) for one in (None, judge))
    assert plain.get(echo.text) == "new"
    assert judged.get(echo.text) in ("told before", None)


def test_the_newest_of_several_values_comes_last_whatever_the_kind():
    def view(words, name, when=None):
        (sentence,) = build_sentences([(name, f"The talks are held in {words}.")])
        passage = Passage(sentence=sentence, start=22, end=22 + len(words))
        return Value(value=words, passages=(passage,), when=when and PartialDate.parse(when))

    views = (view("Cusco", "c", "2023-06-07"), view("Quito", "b", "2023-06-06"), view("Lima", "a"), view("Sucre", "d"))
    found = Candidate(kind="place", about="Where", views=views, weight=1.0, why="")
    earlier = SimpleNamespace(
        read={"a": 1},
        unread=frozenset(),
        numbers={"a": 1, "b": 2, "c": 3, "d": 4},
        passage_at=lambda name, span: EarlierPassage(quote=name, span=span, report=1),
    )
    (change,) = find_changes(earlier, SimpleNamespace(found=[found]))
    assert [one.value for one in change.before] == ["Lima"]
    assert [one.value for one in change.now] == ["Sucre", "Quito", "Cusco"]
