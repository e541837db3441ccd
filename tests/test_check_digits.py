"""Check characters: python-stdnum is the oracle, and each single mistake is seen."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from stdnum import casrn, isbn, issn
from stdnum.cn import ric, uscc

from linter.kernel.registry import load
from linter.language.check_digits import Registry, check_character
from linter.pages.testing import findings

CHECK = next(check for check in load().checks if check.code == "CT008")
CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
DIGITS = st.text("0123456789", min_size=17, max_size=17)
LABELS: dict[Registry, str] = {"credit": "统一社会信用代码", "citizen": "公民身份号码", "cas": "CAS号"}


@given(st.text(CREDIT, min_size=17, max_size=17))
def test_credit_codes(body: str) -> None:
    assert uscc.calc_check_digit(body) == check_character("credit", body)


@given(DIGITS)
@example("11010519491231002")
def test_other_registries(body: str) -> None:
    assert ric.calc_check_digit(body + "0") == check_character("citizen", body)
    assert issn.calc_check_digit(body[:7]) == check_character("issn", body[:7])
    assert isbn.is_valid(body[:9] + check_character("isbn", body[:9]))
    assert isbn.is_valid(f"978{body[:9]}" + check_character("isbn", f"978{body[:9]}"))
    assert casrn.is_valid(f"{body[:5]}-{body[5:7]}-{check_character('cas', body[:7])}") or body[0] == "0"


@given(DIGITS, st.integers(0, 17), st.integers(1, 9), st.sampled_from(["credit", "citizen"]))
def test_one_digit_changed_is_told(body: str, at: int, more: int, registry: Registry) -> None:
    """CT008."""
    right = body + check_character(registry, body)
    if not right[at].isdigit() or re.search(r"(\d)\1{5}|123456", right):
        return
    wrong = right[:at] + str((int(right[at]) + more) % 10) + right[at + 1 :]
    text = f"第三条 单位甲（{LABELS[registry]}：{{}}）负责供水。\n"
    assert not findings(CHECK, text.format(right))
    assert findings(CHECK, text.format(wrong)) or re.search(r"(\d)\1{5}|123456", wrong)


@pytest.mark.parametrize("form", ["{}", "CAS号 {}", "（CAS {}）", "|物质|CAS号|\n|---|---|\n|甲醛|{}|"])
def test_a_number_is_read_where_its_registry_is_named(form: str) -> None:
    assert bool(findings(CHECK, form.format("50-00-1") + "\n")) == ("CAS" in form)
    assert not findings(CHECK, form.format("50-00-0") + "\n")
