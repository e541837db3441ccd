"""A session gives what a fresh run gives, whatever was edited before."""

from __future__ import annotations

import random

import pytest
from conftest import GAZETTE

from linter.kernel.registry import load
from linter.kernel.result import FileResult
from linter.kernel.session import Session
from linter.language.text import Text
from linter.settings.config import Settings, activate

ACTIVE = activate(load(), Settings())
RAW = GAZETTE.read_text("utf-8")
# Its first two notices and the beginning of the third.
SOME = RAW[:30000]


def edited(raw: str, dice: random.Random) -> str:
    at = dice.randrange(len(raw))
    kind = dice.randrange(4)
    if kind == 0:
        return raw[:at] + "某" + raw[at:]
    if kind == 1:
        return raw[:at] + raw[at + dice.randrange(1, 300) :]
    return raw[:at] + ("\n\n" if kind == 2 else raw[at : at + 200]) + raw[at:]


@pytest.mark.parametrize("seed", [1, 2])
def test_edits_one_after_the_other(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - places to edit
    session, raw = Session(ACTIVE), SOME
    session.quick(raw)
    for _ in range(3):
        raw = edited(raw, dice)
        assert session.quick(raw) == Session(ACTIVE).quick(raw)


def test_notices_that_come_and_go_are_seen() -> None:
    """Of three, the one in the middle."""
    whole = RAW[RAW.index("\n晋市政办〔2021〕35号\n") : RAW.index("\n晋市政办〔2021〕38号\n")]
    session = Session(ACTIVE)
    first = session.quick(whole)
    number = "晋市政办〔2021〕36号"
    assert whole.count(f"\n{number}\n") == 1
    gone = whole.replace(f"\n{number}\n", "\n某\n")
    assert session.quick(gone) == Session(ACTIVE).quick(gone) != first
    assert session.quick(whole) == first
    assert session.quick("") == ()
    assert session.quick(whole) == first


def test_the_whole_is_what_a_run_finds(linted: FileResult) -> None:
    def shown(items: object) -> set[tuple[object, ...]]:
        return {(item.code, item.span, item.message) for item in items}  # type: ignore[attr-defined]

    session = Session(ACTIVE)
    session.quick(RAW[:40000])
    assert shown(session.whole(RAW)) == shown(linted.diagnostics)
    assert len(Text(RAW)) == len(linted.text)
