"""Inputs from a grammar, a few each; long runs are tests/benchmarks/fuzz.py. And small inputs that once were faults."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzzing import KINDS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

KEPT = sorted((Path(__file__).parent / "data" / "fuzz").glob("*"))


@pytest.mark.parametrize("name", KINDS)
@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_inputs_from_a_grammar(name: str, data: st.DataObject) -> None:
    kind = KINDS[name]
    kind.use(kind.make(lambda below: data.draw(st.integers(0, below - 1))))


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_inputs_that_once_were_faults(path: Path) -> None:
    KINDS[path.name.partition("-")[0]].use(path.read_bytes())
