"""Every check of the pack proves its own examples, and is found by name."""

from __future__ import annotations

import pytest

from linter.kernel.check import Check
from linter.kernel.registry import load
from linter.pages.testing import findings, prove

(PACK,) = (pack for pack in load().packs if pack.name == "office")


@pytest.mark.parametrize("check", PACK.checks, ids=[check.code for check in PACK.checks])
def test_examples(check: Check) -> None:
    prove(check)


def test_the_pack_has_its_version() -> None:
    assert PACK.version == "1.2.0"


def test_one_finding_a_paragraph() -> None:
    (check,) = load().resolve("reply-period-missing")
    (found,) = findings(check, "请报送工作情况，并上报整改报告。")
    assert found.message.en == "“报送工作情况” names no day by which it is due"
