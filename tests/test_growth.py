"""Work grows no faster than the document: a sample of tests/benchmarks/growth.py."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from conftest import ROOT

from linter.kernel.registry import Registry
from linter.settings.config import Settings, activate

sys.path.append(str(ROOT / "tests" / "benchmarks"))

from growth import MOST, SECONDS, growth, seconds
from members import KINDS, MEMBERS, MIXES, filled
from repeated import PATTERNS, Repeated, chinese, name

MADE = {**PATTERNS, **MEMBERS, **MIXES}

# Of each kind some that once were quadratic, and some readers.
SAMPLE = (
    "bodies '市公安局、县财政局' 、",
    "bands '死亡3人以上10人以下' 或者",
    "bands '10吨≤量≤20吨'",
    "brackets '“'",
    "cited '《名法》第N条第（二）项' 、",
    "lines of acts below",
    "lines of items counted",
    "lines of ladders",
    "lines of rows with sums",
    "lines of terms",
    "words '包括甲、乙、丙和丁' 、",
    "words '名工作' tab",
    "markdown comments",
    "page ordered",
    "word table rows",
    "members ladders one line",
    "members short forms blocks",
    "members titles counted bare",
    "nested headings",
    "nested （）",
)


# What grows only where much of it stands.
LONG = ("lines of telephones",)


@pytest.mark.parametrize("pattern", SAMPLE)
def test_calls_grow_with_the_length(registry: Registry, pattern: str) -> None:
    active = activate(registry, Settings(preview=True, strict=True))
    assert growth(MADE[pattern], active, 600) <= MOST


@pytest.mark.parametrize("pattern", LONG)
def test_calls_grow_with_the_length_of_long_documents(registry: Registry, pattern: str) -> None:
    active = activate(registry, Settings(preview=True, strict=True))
    assert growth(PATTERNS[pattern], active, 4000) <= MOST


# What searched its text again and again without a call for each time: 200 KB took 9 to 19 s.
SEARCHED = (
    "numbers '农业用水占58%' ，",
    "numbers 'ⅳ' 、",
    "numbers 'N'",
    "lines of acts",
    "lines of articles without heading",
    "lines of spaces in a line",
    "lines of titles unmarked",
    "markdown spans",
    "page tables",
    "members standards cells",
    "mixed headings in figures + persons lines",
    "nested <table>",
)


@pytest.mark.parametrize("pattern", SEARCHED)
def test_small_documents_take_little_time(registry: Registry, pattern: str) -> None:
    active = activate(registry, Settings(preview=True, strict=True))
    assert seconds(MADE[pattern], active) <= SECONDS


def test_long_quotations_of_one_article_take_little_time(registry: Registry) -> None:
    def quotation(first: int) -> str:
        """Sentences of eight characters and more, each of them another one."""
        return "；".join("".join(map(name, range(at, at + 27, 9))) for at in range(first, first + 220))

    def article(number: int) -> str:
        """An article quoted twelve times, each time in other words."""
        quoted = [quotation(1500 + 220 * at) for at in range(12)]
        return "".join([f"《供水条例》第{chinese(number)}条规定：“{words}。”\n\n" for words in quoted])

    quotations = Repeated("a.txt", article, lambda words: f"关于供水的通知\n\n{words}".encode())
    active = activate(registry, Settings(preview=True, strict=True))
    assert seconds(quotations, active) <= SECONDS


@pytest.mark.parametrize("kind", KINDS)
def test_members_differ(kind: str) -> None:
    unit = filled(KINDS[kind])
    assert len({unit(at) for at in range(1, 3000)}) == 2999


def test_the_grammar_makes_many_patterns() -> None:
    assert len(PATTERNS) >= 300
    assert len({one.made(3, title[:4]) for title, one in PATTERNS.items()}) >= 300
    assert len({name(at) for at in range(1, 5000)}) == 4999
    assert [chinese(at) for at in (7, 10, 20, 35, 101, 110, 1010)] == [
        "七",
        "十",
        "二十",
        "三十五",
        "一百零一",
        "一百一十",
        "一千零一十",
    ]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process of its own is measured")
def test_the_memory_of_a_quarter_of_a_megabyte() -> None:
    run = [sys.executable, ROOT / "tests" / "benchmarks" / "memory.py", "--size", "250000", "bodies '市名局' line"]
    told = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert int(told.split()[0]) <= 130  # 40 of it are there before; a megabyte takes less than 300
