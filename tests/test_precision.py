"""A check that is on by default earns it: by verdicts on documents that its author did not tune to, or by proof.

The verdicts lie in ``tests/corpus/judged.tsv``; ``python tests/judged_now.py FOLDER…`` says what is still given.
"""

from __future__ import annotations

import re
from operator import attrgetter, itemgetter
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from measured import LEAST, PROVED, measured, rows
from tabled import over

from linter.kernel.check import Check
from linter.kernel.registry import BUILTIN, load
from linter.pages.testing import findings

KNOWN = measured()
# What the engine says of comments and damaged regions accuses nobody.
ON = [
    check
    for pack in load().packs
    if pack.name == BUILTIN
    for check in pack.checks
    if not (check.preview or check.strict or check.family == "EN")
]
every = over("check", ON, attrgetter("code"))
GOLDEN = (ROOT / "tests" / "golden" / "corpus.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("severity", LEAST)
@every
def test_what_it_finds_elsewhere_is_worth_reading(check: Check, severity: str) -> None:
    found = KNOWN.told.get((check.code, severity))
    assert KNOWN.precise(check.code, severity), f"{check.code}: {found}, {LEAST[severity]:.0%} wanted"


@every
def test_it_was_right_once_or_is_proved(check: Check) -> None:
    assert KNOWN.met(check.code), f"{check.code}: nothing real outside the shipped gazette: preview=True, or prove it"


@over("row", rows(PROVED), itemgetter("code"))
def test_what_is_proved_has_its_test_and_is_silent_over_statutes(row: dict[str, str]) -> None:
    assert row["rests"] in {"figures", "calendar", "words"}
    path, _, name = row["test"].partition("::")
    assert re.search(rf"^def {name}\(", Path(ROOT, path).read_text("utf-8"), re.MULTILINE), row
    clean = [line for line in GOLDEN if line.startswith("clean-") and f" {row['code']} " in line]
    assert clean == [], row


@given(st.integers(2, 99_999), st.integers(2, 99_999))
def test_words_and_figures_of_every_size(words: int, figure: int) -> None:
    """CN004: a number in words and its figure in brackets are told where they differ, and only there."""
    (check,) = [check for check in ON if check.code == "CN004"]
    found = findings(check, f"全市有供水用户{chinese(words)}（{figure}）户。\n")
    assert bool(found) == (words != figure)


_DIGITS = "零一二三四五六七八九"


def chinese(value: int) -> str:
    """A number below a hundred thousand as it is written out: 一万零五十."""
    written, gap = "", False
    for power, name in ((10_000, "万"), (1_000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, power)
        if digit:
            written += ("零" if gap and written else "") + _DIGITS[digit] + name
        gap = not digit
    return written
