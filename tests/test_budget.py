"""What each fact costs on the gazette, in calls, is held in a small table: one that costs more is seen.

``pytest tests/test_budget.py --accept`` writes the table anew after a deliberate change. Calls are counted as in
tests/benchmarks/growth.py, so that a busy machine changes nothing; what one pattern takes to search a text is one call.
"""

from __future__ import annotations

import sys
from collections import Counter
from types import FrameType
from typing import Any

import pytest
from conftest import GAZETTE, ROOT

from linter.kernel.engine import lint_source
from linter.kernel.registry import Registry
from linter.settings.config import Settings, activate
from linter.sources import read
from linter.structure.fact import Fact, FactHolder

TABLE = ROOT / "tests" / "golden" / "calls.tsv"
REST = "(rest)"
# Facts of fewer calls are not listed; the whole gazette makes some hundred times as many.
LEAST = 4000
# Calls differ a little with the order of sets and with what is remembered.
MORE, MORE_WHOLE = 1.2, 1.05


def calls_by_fact(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Calls and returns by the fact that makes them, without those of what it reads; of all else as the rest."""
    found: Counter[str] = Counter()
    reading = [REST]

    def extracted(self: FactHolder, fact: Fact[Any]) -> Any:
        if fact not in self._facts:
            reading.append(fact.name)
            self._facts[fact] = fact.extract(self)
            reading.pop()
        return self._facts[fact]

    def count(_frame: FrameType, _event: str, _arg: object) -> None:
        found[reading[-1]] += 1

    active = activate(registry, Settings(preview=True, strict=True))
    source = read(GAZETTE.read_bytes(), GAZETTE.name)
    lint_source(source, GAZETTE.name, active)  # what is read, compiled and remembered once
    monkeypatch.setattr(FactHolder, "read", extracted)
    sys.setprofile(count)
    try:
        lint_source(source, GAZETTE.name, active)
    finally:
        sys.setprofile(None)
    return found


def table(found: Counter[str]) -> str:
    """The facts of many calls, the dearest first, below the whole."""
    rows = [("(whole)", found.total()), *((name, calls) for name, calls in found.most_common() if calls >= LEAST)]
    return "".join(f"{name}\t{calls}\n" for name, calls in rows)


def test_no_fact_costs_more_than_it_did(
    registry: Registry, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    found = calls_by_fact(registry, monkeypatch)
    if pytestconfig.getoption("--accept"):
        TABLE.write_text(table(found), "utf-8")
    held = {name: int(calls) for name, calls in (line.split("\t") for line in TABLE.read_text("utf-8").splitlines())}
    over = {
        name: (calls, held.get(name, LEAST)) for name, calls in found.items() if calls > MORE * held.get(name, LEAST)
    }
    assert over == {}, "calls now, and as they were"
    assert found.total() <= MORE_WHOLE * held["(whole)"]
