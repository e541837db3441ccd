"""The stopwatch of tests: a slow machine changes nothing, slow work does."""

from __future__ import annotations

import pytest
from clock import PIECE, Stopwatch, _piece


def _watched(often: int) -> float:
    with Stopwatch() as watch:
        for _ in range(often):
            _piece()
    return watch.seconds


@pytest.mark.parametrize("often", [3, 150])
def test_work_of_known_cost_is_told_as_such(often: int) -> None:
    assert 0.5 < _watched(often) / (often * PIECE) < 2


def test_a_slow_machine_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clock._piece", lambda: [_piece() for _ in range(4)])
    assert 0.5 < 4 * _watched(150) / (150 * PIECE) < 2


def test_what_fails_in_it_is_no_longer_watched() -> None:
    with pytest.raises(ZeroDivisionError), Stopwatch():
        _ = 1 / 0
    assert 0.5 < _watched(3) / (3 * PIECE) < 2
