from __future__ import annotations

from importlib.metadata import entry_points
from pathlib import Path

import pytest

from linter.kernel.registry import entries


@pytest.mark.parametrize("group", ["gazette_lint.checks", "pytest11", "console_scripts"])
def test_the_same_as_the_standard_library(group: str) -> None:
    expected = {(entry.name, entry.value.partition("[")[0].strip()) for entry in entry_points(group=group)}
    assert {(entry.name, entry.value) for entry in entries(group)} == expected


def test_versions_are_those_of_the_distribution() -> None:
    (builtin,) = [entry for entry in entries("gazette_lint.checks") if entry.name == "builtin"]
    (expected,) = [entry for entry in entry_points(group="gazette_lint.checks") if entry.name == "builtin"]
    assert expected.dist
    assert builtin.version == expected.dist.version


def test_the_first_on_the_path_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder, value in (("a", "json"), ("b", "csv")):
        meta = tmp_path / folder / "some_pack-2.0.dist-info"
        meta.mkdir(parents=True)
        (meta / "entry_points.txt").write_text(f"# x\n[other]\nn = x\n\n[g.h]\n one = {value}:loads\n", "utf-8")
        monkeypatch.syspath_prepend(tmp_path / folder)
    (entry,) = entries("g.h")
    assert (entry.name, entry.value, entry.version) == ("one", "csv:loads", "2.0")


def test_what_cannot_be_read_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    meta = tmp_path / "odd-1.dist-info"
    meta.mkdir()
    (meta / "entry_points.txt").write_bytes(b"\xff[g.h]\nx = y\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.syspath_prepend(tmp_path / "nothing")
    assert entries("g.h") == []
