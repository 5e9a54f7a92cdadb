import os
from functools import partial

import pytest

from summarizer import Document, ReadSettings, Settings, read_documents, register_language, run_pipeline
from summarizer.cleaning import processes
from summarizer.cleaning.processes import map_in_processes
from summarizer.errors import ReadError
from summarizer.languages import data_files
from summarizer.languages.registry import forget_languages

STORY = "The stone bridge over the river fell on Monday morning, the police said. Nobody was hurt in the fall.\n\n"


@pytest.fixture(autouse=True)
def short_parts(monkeypatch):
    monkeypatch.setattr(processes, "_SIZE", 500)


def reports(count):
    return [Document(id=f"r{at}", text=STORY * 3 + f"The bridge had stood for {at + 30} years.") for at in range(count)]


def square(numbers):
    return [number * number for number in numbers], os.getpid()


def refuse(numbers):
    raise ReadError(f"{numbers[0]}: cannot be read.", path="a")


def die_elsewhere(numbers, home):
    if os.getpid() != home:
        os._exit(9)
    return numbers


def open_files(_):
    return sorted(data_files.registered_files())


def test_results_come_in_order_from_several_processes():
    found = [*map_in_processes(square, range(100), lambda _: 100, 2)]
    assert [number for part, _ in found for number in part] == [number * number for number in range(100)]
    assert os.getpid() not in {process for _, process in found}


def test_little_work_stays_in_this_process():
    assert {process for _, process in map_in_processes(square, range(20), lambda _: 100, 2)} == {os.getpid()}


def test_one_job_is_done_when_it_is_asked_for():
    seen = []
    found = map_in_processes(square, (seen.append(number) or number for number in range(50)), lambda _: 500, 1)
    next(found)
    assert seen == [0]


def test_what_a_task_raises_is_raised():
    with pytest.raises(ReadError, match="0: cannot be read") as caught:
        [*map_in_processes(refuse, range(100), lambda _: 100, 2)]
    assert caught.value.path == "a"


def test_a_process_that_dies_costs_no_result():
    found = [*map_in_processes(partial(die_elsewhere, home=os.getpid()), range(100), lambda _: 100, 2)]
    assert [number for part in found for number in part] == [*range(100)]


def test_languages_that_were_registered_here_are_known_there(tmp_path):
    (tmp_path / "it.toml").write_text('[detection]\nwords = "il lo"\n', "utf-8")
    register_language(tmp_path / "it.toml")
    try:
        assert next(map_in_processes(open_files, range(100), lambda _: 100, 2)) == ["it"]
    finally:
        data_files.bring("it", None)
        forget_languages()


def test_a_briefing_does_not_depend_on_the_number_of_processes():
    one, two = (run_pipeline(reports(12), Settings(words=60, jobs=jobs)) for jobs in (1, 2))
    assert one.sentences == two.sentences and one.fragments == two.fragments
    assert one.briefing == two.briefing


def test_files_are_read_alike_by_several_processes_and_faults_are_told_alike(tmp_path):
    for at, report in enumerate(reports(12)):
        (tmp_path / f"{at:02}.txt").write_text(report.text)
    (tmp_path / "05.pdf").write_bytes(b"%PDF-1.4 broken")
    one, two = (read_documents(tmp_path, ReadSettings(jobs=jobs, language="en")) for jobs in (1, 2))
    assert one == two and len(one) == 13
    assert [document.skipped is None for document in one].count(False) == 1
    listed = [tmp_path / f"{at:02}.txt" for at in range(12)]
    assert read_documents([*listed, tmp_path], ReadSettings(jobs=2)) == read_documents([*listed, tmp_path])


def test_a_file_that_is_not_there_is_an_error_in_several_processes_too(tmp_path):
    for at, report in enumerate(reports(12)):
        (tmp_path / f"{at:02}.txt").write_text(report.text)
    with pytest.raises(ReadError, match="no such file"):
        read_documents([*sorted(tmp_path.iterdir()), tmp_path / "none.txt"], ReadSettings(jobs=2))
