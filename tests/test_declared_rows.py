"""The product's declared checks: data in YAML, compiled for a plain run, read by one verb."""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import compiled, tables

from linter.declared import load
from linter.kernel.fixes import apply
from linter.kernel.packs import collect
from linter.kernel.registry import Registry
from linter.pages.testing import findings, prove


@pytest.mark.parametrize("path", [*tables()], ids=lambda path: path.stem)
def test_the_data_of_a_plain_run_are_those_of_the_table(path: Path, registry: Registry) -> None:
    assert path.with_suffix(".json").read_text("utf-8") == compiled(path), "run: python generate/rows.py"
    rows = load(path).checks
    assert len(rows) >= 10
    for row in rows:
        own = registry.by_code[row.code]
        assert own._replace(run=row.run, module=row.module, holds=row.holds) == row


@pytest.mark.parametrize("path", [*tables()], ids=lambda path: path.stem)
def test_the_verb_of_an_office_proves_them_too(path: Path) -> None:
    for check in load(path).checks:
        prove(check)


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        ("FM013", "税率为３０—５０％。", "税率为３０％—５０％。"),
        ("FM013", "税率为 30 至 50%。", "税率为 30% 至 50%。"),
        ("FM014", "补助５～１０万元。", "补助５万～１０万元。"),
        ("FM022", "落实，，及时；；办理。", "落实，及时；办理。"),
        ("FM022", "落实；。", "落实；。"),
        ("FM017", "缺口10%－20%。", "缺口10%－20%。"),
    ],
)
def test_a_repair_changes_what_is_wrong_and_no_more(code: str, wrong: str, right: str, registry: Registry) -> None:
    text = f"某市通知\n\n{wrong}\n"
    fixes = [item.fix for item in findings(registry.by_code[code], text) if item.fix]
    assert apply(text, fixes) == f"某市通知\n\n{right}\n"


def test_rows_are_collected_with_the_modules(registry: Registry) -> None:
    import checks.fm.marks

    assert [check.code for check in collect(checks.fm.marks)] == [check.code for check in checks.fm.marks.ROWS]
    assert {check.module for check in checks.fm.marks.ROWS} == {"checks.fm.marks"}
    assert registry.by_code["FM018"] in checks.fm.marks.ROWS
