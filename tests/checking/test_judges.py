"""A judge from outside has the last word over what backs a sentence of a draft, too."""

import pytest

from summarizer import Document, JudgeOptions, Settings, Verdict, check_text
from tests.chat_endpoint import MODEL, judging, sending, serving
from tests.cli.command_runs import assert_fails, run

REPORTS = (
    "The ferry Astrid sank near the harbour of Oslo on Monday, and 14 people drowned.",
    "Divers searched the wreck until the evening. The owner of the ferry wept.",
)
DRAFT = "Fourteen people lost their lives as the ferry Astrid went down off Oslo."


@pytest.fixture
def documents():
    return [Document(id=f"r{number}", text=text) for number, text in enumerate(REPORTS)]


def tell(statement, passage):
    is_told = "lost their lives" in statement and "14 people drowned" in passage
    return {"relation": "same" if is_told else "other", "reason": "who drowned has lost his life"}


def test_a_function_judges_a_draft(documents):
    def judge(point, passages, _):
        return [Verdict(**tell(point.text, passage.text)) for passage in passages]

    assert check_text(DRAFT, documents).sentences[0].standing != "backed"
    check = check_text(DRAFT, documents, judge=judge)
    assert check.sentences[0].standing == "backed" and check == check_text(DRAFT, documents, Settings(judge=judge))
    assert " verdicts_changed=1/" in check.signature
    assert any("which changed 1 verdict of the lexical judge" in note for note in check.notes)


def test_a_judge_cannot_back_another_number(documents):
    def judge(_, passages, __):
        return [Verdict(relation="same") for _ in passages]

    check = check_text(DRAFT.replace("Fourteen", "Fifteen"), documents, judge=judge)
    assert check.sentences[0].standing != "backed"
    assert any("“same”, but a number is missing" in note for note in check.notes)


def test_what_a_judge_says_to_be_otherwise_is_a_contradiction(documents):
    def judge(_, passages, __):
        return [
            Verdict(relation="otherwise" if "14 people drowned" in passage.text else "other", reason="it sank")
            for passage in passages
        ]

    more = Document(id="r2", text="The ferry Astrid left Oslo on Monday. 14 people were on board.")
    check = check_text("The ferry Astrid reached Oslo on Monday with 14 people.", [*documents, more], judge=judge)
    assert check.sentences[0].standing == "contradicted"
    assert [(one.kind, one.reason, one.passage.document) for one in check.findings] == [
        ("contradiction", "it sank", "r0")
    ]


def test_an_endpoint_judges_a_draft_once(documents, tmp_path):
    with serving(judging(tell)) as server:
        options = JudgeOptions(cache=str(tmp_path), seconds=5)
        settings = Settings(judge=server.address, judge_model=MODEL, judge_options=options)
        check = check_text(DRAFT, documents, settings)
        assert check.sentences[0].standing == "backed" and len(server.asked) == 1
    assert check_text(DRAFT, documents, settings) == check


@pytest.fixture
def files(tmp_path):
    (tmp_path / "draft.txt").write_text(DRAFT)
    for number, text in enumerate(REPORTS):
        (tmp_path / f"r{number}.txt").write_text(text)
    return [str(tmp_path / name) for name in ("draft.txt", "r0.txt", "r1.txt")]


def test_the_command_takes_an_endpoint(files, tmp_path):
    with serving(judging(tell)) as server:
        options = ["--judge", server.address, "--judge-model", MODEL, "--cache", str(tmp_path / "kept")]
        done = run("check", *files, *options)
        assert done.exit_code == 0 and f"the model {MODEL} at" in " ".join(done.stdout.split())
        limited = run("check", *files, *options, "--refresh", "--judge-limit", "chars=1")
    assert "the limit of 1 characters is reached" in " ".join(limited.stdout.split())


def test_a_key_that_is_refused_is_one_line(files, tmp_path):
    with serving(sending(401)) as server:
        options = ["--judge", server.address, "--judge-model", MODEL, "--cache", str(tmp_path / "kept")]
        assert_fails(run("check", *files, *options), "does not take the key (401)")
