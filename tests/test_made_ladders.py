"""Made-up ladders in every layout: silent when they are whole, told when a slip is planted."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import made_ladders
import pytest
from made_ladders import LAYOUTS, SLIPS, Ladder, Layout, Slip, document, made

from linter.kernel.check import Active
from linter.kernel.engine import lint_source
from linter.kernel.registry import Registry
from linter.settings.config import Settings, activate
from linter.sources import read

# Slips that a layout does not carry: fines are no part of the list, and two columns of conditions are a matrix.
_APART = {("listing", "swapped_fines"), ("listing", "overlapping_fines"), ("merged_heads", "overlapping_fines")}
# Layouts that state no fines.
_PLAIN = {"fees", "points", "by_commas"}
_OF_FINES = {"swapped_fines", "overlapping_fines", "dropped_word", "inverted_fine"}


@pytest.fixture(scope="module")
def active(registry: Registry) -> Sequence[Active]:
    """The checks of thresholds and levels, and any check at error level."""
    usual = activate(registry, Settings())
    return [one for one in usual if one.check.family in {"TH", "LV"} or one.severity == "error"]


def codes(active: Sequence[Active], text: str) -> dict[str, str]:
    file, told = lint_source(read(text.encode(), "made.md"), "made.md", active)
    assert not told
    return {item.code: item.message.zh for item in file.diagnostics}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_whole_ladders_are_silent(layout: Layout, active: Sequence[Active]) -> None:
    random = Random(layout.__name__)  # noqa: S311 - the same ladders in each run
    for _ in range(8):
        text = document(made(random), layout)
        assert codes(active, text) == {}, text


def ladder(random: Random) -> Ladder:
    """A ladder of at least four levels, so that each of its bands has two neighbours."""
    while len((one := made(random)).names) < 4:
        pass
    return one


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.__name__)
def test_planted_slips_are_told(slip: made_ladders.Planted, active: Sequence[Active]) -> None:
    random = Random(slip.__name__)  # noqa: S311 - the same ladders in each run
    missed: list[str] = []
    plain = _PLAIN if slip.__name__ in _OF_FINES else set()
    layouts = [one for one in LAYOUTS if one.__name__ not in plain and (one.__name__, slip.__name__) not in _APART]
    for layout in layouts:
        for _ in range(2):
            one = ladder(random)
            planted: Slip = slip(one)
            text = document(planted.ladder, layout, planted.bands, planted.fines)
            if not codes(active, text).keys() & set(planted.codes):
                missed.append(text)
    assert len(missed) * 5 <= 2 * len(layouts), "\n\n".join(missed)
