"""summarizer batch as a process: killed, starved, refused, and the same bytes in the end."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.batch.clusters import cluster_of, lines_of, read_lines, run_to_end, start_batch
from tests.cli.command_runs import POSIX

COUNT = 8
NEEDS_DASK = pytest.mark.skipif(find_spec("distributed") is None, reason="the extra dask is not installed")
LINUX = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the children of a process as Linux tells them")


@pytest.fixture(scope="module")
def clusters(tmp_path_factory):
    path = tmp_path_factory.mktemp("clusters") / "clusters.jsonl"
    path.write_text(lines_of(COUNT), "utf-8")
    return path


@pytest.fixture(scope="module")
def finished(clusters, tmp_path_factory):
    """What one process writes that nothing happens to."""
    output = tmp_path_factory.mktemp("finished") / "briefings.jsonl"
    code, out, err = run_to_end(clusters, "-o", output, "--jobs", 1)
    assert (code, out) == (0, "")
    assert err == f"summarizer: {COUNT} of {COUNT} clusters briefed: {output}\n"
    return output.read_bytes()


def files_in(folder):
    return sorted(path.name for path in folder.iterdir() if path.name.startswith((".b", "b")))


def wait_for_lines(part, count):
    for _ in range(3000):
        if part.exists() and part.read_bytes().count(b"\n") >= count:
            return
        time.sleep(0.02)
    raise AssertionError(f"{part} never had {count} lines")


def test_each_cluster_has_a_line_in_its_place(finished):
    records = [json.loads(line) for line in finished.splitlines()]
    assert [record["id"] for record in records] == [f"story-{number}" for number in range(COUNT)]
    assert {record["briefing"]["schema"] for record in records} == {"summarizer/briefing/2"}


def test_two_processes_write_the_same_bytes(clusters, finished, tmp_path):
    assert run_to_end(clusters, "-o", tmp_path / "b.jsonl", "--jobs", 2)[0] == 0
    assert (tmp_path / "b.jsonl").read_bytes() == finished
    assert files_in(tmp_path) == ["b.jsonl"]


def test_standard_input_and_output(clusters, finished):
    with clusters.open("rb") as stream:
        code, out, err = run_to_end("-", "--jobs", 1, stdin=stream)
    assert (code, out.encode()) == (0, finished)
    assert err == f"summarizer: {COUNT} of {COUNT} clusters briefed\n"


@NEEDS_DASK
def test_dask_on_this_machine_writes_the_same_bytes(clusters, finished, tmp_path):
    assert run_to_end(clusters, "-o", tmp_path / "b.jsonl", "--jobs", 2, "--engine", "dask")[0] == 0
    assert (tmp_path / "b.jsonl").read_bytes() == finished


@POSIX
def test_a_run_that_is_killed_goes_on_to_the_same_bytes(clusters, tmp_path, odd):
    command = [clusters, "--ranker", "odd", "--jobs", 2, "-o"]
    whole, output = tmp_path / "whole.jsonl", tmp_path / "b.jsonl"
    assert run_to_end(*command, whole, env=odd())[0] == 0
    part = tmp_path / ".b.jsonl.part"
    for lines, torn in ((0, b""), (2, b'{"id": "story-5", "brief'), (5, b"\0\0\0\0")):
        process = start_batch(*command, output, env=odd(ODD_LAST=str(lines)))
        wait_for_lines(part, lines)
        process.kill()
        process.communicate()
        with part.open("ab") as stream:
            stream.write(torn)
        assert not output.exists()
    code, _, err = run_to_end(*command, output, env=odd())
    assert code == 0 and "; 5 of them were there" in err
    assert output.read_bytes() == whole.read_bytes()
    assert files_in(tmp_path) == ["b.jsonl"]


@POSIX
def test_control_c_keeps_what_is_done(clusters, tmp_path, odd):
    command = [clusters, "--ranker", "odd", "--jobs", 2, "-o", tmp_path / "b.jsonl"]
    process = start_batch(*command, env=odd(ODD_LAST="2"), start_new_session=True)
    wait_for_lines(tmp_path / ".b.jsonl.part", 2)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the workers are told, too
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130 and "Traceback" not in err
    code, _, err = run_to_end(*command, env=odd())
    assert code == 0 and "of them were there" in err


@POSIX
def test_a_cluster_that_ends_its_process_each_time_is_a_line_with_an_error(tmp_path, odd):
    records = [cluster_of(number) for number in range(5)]
    records[2]["documents"][0]["text"] += " The MORTAL ship sank in the night off the coast of Norway."
    (tmp_path / "clusters.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")
    output = tmp_path / "b.jsonl"
    code, _, err = run_to_end(tmp_path / "clusters.jsonl", "--ranker", "odd", "--jobs", 2, "-o", output, env=odd())
    assert code == 1 and "4 of 5 clusters briefed, 1 without one (the line says why)" in err
    lines = read_lines(output)
    assert ["error" in line for line in lines] == [False, False, True, False, False]
    assert (lines[2]["error"]["kind"], lines[2]["error"]["line"]) == ("WorkerDied", 3)
    assert "line 3: the process that briefed it died twice" in lines[2]["error"]["message"]


@POSIX
def test_a_cluster_whose_process_died_once_is_briefed(tmp_path, odd):
    records = [cluster_of(number) for number in range(4)]
    records[1]["documents"][0]["text"] += " The WEAK ship sank in the night off the coast of Norway."
    (tmp_path / "clusters.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")
    output = tmp_path / "b.jsonl"
    assert run_to_end(tmp_path / "clusters.jsonl", "--ranker", "odd", "--jobs", 2, "-o", output, env=odd())[0] == 0
    assert (tmp_path / "flag").exists()
    assert ["briefing" in line for line in read_lines(output)] == [True] * 4


@POSIX
def test_two_runs_on_one_output_are_refused_and_no_lock_outlives_a_run(clusters, tmp_path, odd):
    command = [clusters, "--ranker", "odd", "--jobs", 1, "-o", tmp_path / "b.jsonl"]
    first = start_batch(*command, env=odd(ODD_LAST="1"))
    wait_for_lines(tmp_path / ".b.jsonl.part", 1)
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "b.jsonl")
    for name in ("b.jsonl", "link.jsonl"):
        code, out, err = run_to_end(*command[:-1], tmp_path / name, env=odd())
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert "another run is writing it; wait until that has ended" in err
    assert first.poll() is None
    first.kill()
    first.communicate()
    assert run_to_end(*command, env=odd())[0] == 0


@POSIX
def test_a_full_disk_is_one_line_and_loses_nothing(clusters, finished, tmp_path):
    import resource

    def starve():
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(finished) // 2, len(finished) // 2))

    output = tmp_path / "b.jsonl"
    output.write_text("of an earlier day")
    code, out, err = run_to_end(clusters, "-o", output, "--jobs", 1, preexec_fn=starve)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "cannot be written (File too large)" in err and "finished lines are kept in" in err
    assert "run the same command again" in err
    assert output.read_text() == "of an earlier day"
    assert run_to_end(clusters, "-o", output, "--jobs", 1)[0] == 0
    assert output.read_bytes() == finished


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_standard_output_is_one_line(clusters):
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "summarizer", "batch", str(clusters), "--jobs", "1"]
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=120)
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "standard output: cannot be written (No space left on device)" in run.stderr


@LINUX
def test_no_worker_outlives_a_run_that_is_killed(tmp_path, clusters, odd):
    unheard = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}  # a worker that stays would hold a pipe open
    command = [clusters, "--ranker", "odd", "--jobs", 2, "-o", tmp_path / "b.jsonl"]
    process = start_batch(*command, env=odd(ODD_LAST="1"), **unheard)
    wait_for_lines(tmp_path / ".b.jsonl.part", 1)
    children = Path(f"/proc/{process.pid}/task").glob("*/children")
    workers = [Path("/proc", number) for path in children for number in path.read_text().split()]
    assert len(workers) >= 2
    process.kill()
    process.wait()
    for _ in range(1000):
        if not any(map(is_alive, workers)):
            return
        time.sleep(0.02)
    raise AssertionError([path.joinpath("cmdline").read_text() for path in workers if is_alive(path)])


def is_alive(process):
    """Whether a process runs; one that ended may still stand in the list of the system."""
    try:
        return ") Z" not in process.joinpath("stat").read_text()
    except OSError:
        return False


@NEEDS_DASK
@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "127.0.0.1:9", "nowhere://127.0.0.1:9"])
def test_a_scheduler_that_does_not_answer_is_one_line_with_its_address(clusters, tmp_path, address):
    start = time.monotonic()
    given = [clusters, "-o", tmp_path / "b.jsonl", "--engine", "dask", "--scheduler", address]
    code, out, err = run_to_end(*given)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert f"found no Dask scheduler at {address} that answers within 6 s" in err
    assert time.monotonic() - start < 60  # a busy machine takes its time to start a process; the wait itself is 6 s
    assert files_in(tmp_path) == []


@NEEDS_DASK
def test_a_scheduler_is_used_and_the_bytes_are_the_same(clusters, finished, tmp_path):
    from distributed import LocalCluster

    with LocalCluster(n_workers=1, threads_per_worker=2, dashboard_address=None, silence_logs="CRITICAL") as cluster:
        address = cluster.scheduler_address
        given = [clusters, "-o", tmp_path / "b.jsonl", "--engine", "dask", "--scheduler", address]
        assert run_to_end(*given)[:2] == (0, "")
    assert (tmp_path / "b.jsonl").read_bytes() == finished


@NEEDS_DASK
@POSIX
def test_a_cluster_that_ends_dask_workers_is_a_line_with_an_error(tmp_path, odd):
    records = [cluster_of(number) for number in range(3)]
    records[1]["documents"][0]["text"] += " The MORTAL ship sank in the night off the coast of Norway."
    (tmp_path / "clusters.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")
    given = [
        tmp_path / "clusters.jsonl",
        "--ranker",
        "odd",
        "--jobs",
        1,
        "-o",
        tmp_path / "b.jsonl",
        "--engine",
        "dask",
    ]
    code, _, err = run_to_end(*given, env=odd())
    assert code == 1, err
    lines = read_lines(tmp_path / "b.jsonl")
    assert [line.get("error", {}).get("kind") for line in lines] == [None, "WorkerDied", None]


@NEEDS_DASK
@POSIX
def test_a_scheduler_that_is_lost_is_one_line_and_the_run_goes_on_without_it(clusters, tmp_path, odd):
    code = "import sys; from distributed.cli import {0}; sys.argv = ['dask', *sys.argv[1:]]; {0}.main()"
    port = str(free_port())
    address = f"tcp://127.0.0.1:{port}"
    start = partial(subprocess.Popen, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=odd(ODD_LAST="2"))
    python, quiet = [sys.executable, "-c"], ["--no-dashboard"]
    scheduler = start([*python, code.format("dask_scheduler"), "--host", "127.0.0.1", "--port", port, *quiet])
    more = ["--nthreads", "1", "--no-nanny", "--local-directory", str(tmp_path / "worker"), *quiet]
    worker = start([*python, code.format("dask_worker"), address, *more])
    command = [clusters, "--ranker", "odd", "-o", tmp_path / "b.jsonl"]
    try:
        wait_for_port(int(port))
        process = start_batch(*command, "--engine", "dask", "--scheduler", address, env=odd())
        wait_for_lines(tmp_path / ".b.jsonl.part", 2)
        scheduler.kill()
        _, err = process.communicate(timeout=120)
    finally:
        for one in (scheduler, worker):
            one.kill()
            one.wait()
    assert process.returncode == 2 and "Traceback" not in err
    last = err.splitlines()[-1]
    assert f"Dask at {address}: found no outcome" in last and "run the same command again" in last
    code, _, err = run_to_end(*command, "--jobs", 1, env=odd())
    assert code == 0 and "; 2 of them were there" in err
    assert [line["id"] for line in read_lines(tmp_path / "b.jsonl")] == [f"story-{number}" for number in range(COUNT)]


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait_for_port(port):
    for _ in range(1500):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError(f"nothing listens at {port}")
