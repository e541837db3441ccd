"""A cluster of workers finds what one process finds, the same bytes, also when a worker is killed half-way."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import GAZETTE, run_cli

from linter.runs import cluster as runs

distributed = pytest.importorskip("distributed", reason="the extra [cluster] is not installed")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as found:
        yield found


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Documents, one that cannot be read, and settings, in the working folder."""
    lines = GAZETTE.read_text("utf-8").splitlines(keepends=True)
    for at in range(8):
        (tmp_path / f"{at:02}.txt").write_text("".join(lines[at * 250 : at * 250 + 500]), "utf-8")
    (tmp_path / "99.txt").write_bytes(b"\x00\x01")
    (tmp_path / "gazette-lint.yaml").write_text("ignore: [WD]\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def kill_a_worker_at_work(cluster: Any) -> None:
    """Kill the first worker that has a file in hand."""
    while True:
        for worker in list(cluster.scheduler.workers.values()):
            if worker.processing:
                nanny = next(one for one in cluster.workers.values() if one.worker_address == worker.address)
                os.kill(nanny.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
                return
        time.sleep(0.01)


def test_the_same_bytes_though_a_worker_is_killed(cluster: Any, drafts: Path) -> None:
    timer = threading.Thread(target=kill_a_worker_at_work, args=(cluster,), daemon=True)
    timer.start()
    given = ("--cluster", cluster.scheduler_address, "--output", "a.sarif", "--output", "a.jsonl")
    code, told = run_cli("check", ".", *given)
    assert not timer.is_alive()
    assert code == 2, told  # one file cannot be read
    assert run_cli("check", ".", "--jobs", "1", "--no-cache", "--output", "b.sarif", "--output", "b.jsonl")[0] == 2
    for suffix in ("sarif", "jsonl"):
        assert (drafts / f"a.{suffix}").read_bytes() == (drafts / f"b.{suffix}").read_bytes()


def test_what_is_missing_is_one_line(monkeypatch: pytest.MonkeyPatch, drafts: Path) -> None:
    assert drafts.is_dir()
    monkeypatch.setattr(runs, "_PATIENCE", 1)
    code, told = run_cli("check", "00.txt", "--cluster", "tcp://127.0.0.1:9")
    assert (code, told.count("\n")) == (2, 0)
    assert "没有答复" in told
    monkeypatch.setitem(sys.modules, "distributed", None)
    code, told = run_cli("check", "00.txt", "--cluster", "tcp://127.0.0.1:9")
    assert code == 2
    assert "缺少 distributed" in told
