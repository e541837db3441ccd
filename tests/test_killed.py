"""Killed at any moment, a command loses nothing and leaves nothing: a short form of tests/benchmarks/kill.py."""

from __future__ import annotations

import sys

import pytest
from conftest import ROOT

sys.path.append(str(ROOT / "tests" / "benchmarks"))

from kill import COMMANDS, STORES, confirmations, kept, rounds, whole


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed otherwise there")
@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_killed_at_any_moment(name: str) -> None:
    wrong, _ = rounds(COMMANDS[name], 1, 3)
    assert wrong == []


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed otherwise there")
@pytest.mark.parametrize("name", sorted(STORES))
def test_what_a_database_keeps_is_read_after_a_kill(name: str) -> None:
    wrong, _ = kept(STORES[name], 1, 3)
    assert wrong == []


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed otherwise there")
def test_what_the_page_confirmed_is_kept_after_a_kill() -> None:
    pytest.importorskip("uvicorn", reason="the extra [app] is not installed")
    wrong, _ = confirmations(1, 3)
    assert wrong == []


def test_what_is_lost_or_torn_is_seen() -> None:
    before, done = {"a": "old", "b": "x"}, {"a": "new", "b": "x", "a.orig": "old"}
    assert whole(before, before, done) == []
    assert whole(done, before, done) == []
    assert whole({"a": "ne", "b": "x"}, before, done) == ["a is neither old nor new"]
    assert whole({"a": "old"}, before, done) == ["b is gone"]
    assert whole({"a": "new", "b": "x"}, before, done) == ["a was changed before its original was kept"]
