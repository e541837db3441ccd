"""Work grows no faster than the document: a sample of tests/benchmarks/growth.py."""

from __future__ import annotations

import sys

import pytest
from conftest import ROOT

from linter.kernel.registry import Registry
from linter.settings.config import Settings, activate

sys.path.append(str(ROOT / "tests" / "benchmarks"))

from growth import MOST, PATTERNS, growth

SAMPLE = ("bodies", "bands", "signs", "items", "cells", "sums", "doubled words", "leads", "laws", "open quotation")


@pytest.mark.parametrize("pattern", SAMPLE)
def test_calls_grow_with_the_length(registry: Registry, pattern: str) -> None:
    active = activate(registry, Settings(preview=True, strict=True))
    assert growth(PATTERNS[pattern], active, 600) <= MOST
