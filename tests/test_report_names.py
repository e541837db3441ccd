"""One thing, two names: what reports put side by side."""

from __future__ import annotations

import io
import zipfile

import pytest

from linter.kernel.check import Bad
from linter.kernel.engine import lint_source
from linter.kernel.identity import identified
from linter.kernel.registry import Registry
from linter.kernel.result import Result
from linter.reports import ReportOptions, render
from linter.settings.config import Settings, activate
from linter.sources import read

USUAL = "特种设备安全监督管理部门"
TEXT = (
    "某市特种设备安全管理办法\n\n"
    + "".join(f"第{at}条 {USUAL}应当加强检查。\n\n" for at in "一二三四五六七八九")
    + "第十条 由特种设备监督管理部门责令改正。\n\n第十一条 由特种设备安全监督部门处以罚款。\n"
)


@pytest.fixture(scope="module")
def result(registry: Registry) -> Result:
    file, told = lint_source(read(TEXT.encode(), "a.txt"), "a.txt", activate(registry, Settings()))
    assert not told
    return Result((identified([file])[0],), registry.checks)


def test_text_tells_the_names_of_one_usual_name_in_a_line(result: Result) -> None:
    text = render("text", result, ReportOptions())
    assert isinstance(text, str)
    line = next(line for line in text.splitlines() if line.startswith(f"  {USUAL} ← "))
    assert line.count("OR001-") == 2
    assert "特种设备监督管理部门 (" in line
    assert "特种设备安全监督部门 (" in line
    assert "←" not in str(render("text", result, ReportOptions(quiet=True)))


def test_page_has_a_row_a_usual_name(result: Result) -> None:
    page = str(render("html", result, ReportOptions()))
    section = page.partition('<section class="names">')[2].partition("</section>")[0]
    assert section.count("<tr>") == 2
    assert f"<td>{USUAL}</td>" in section
    assert all(f'id="{link}"' in page for link in ("c0-0", "c0-1") if f'href="#{link}"' in section)
    assert section.count('href="#c') == 2


def test_workbook_has_a_second_sheet(result: Result) -> None:
    data = render("xlsx", result, ReportOptions())
    assert isinstance(data, bytes)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert "一物两名" in book.read("xl/workbook.xml").decode()
        assert USUAL in book.read("xl/sharedStrings.xml").decode()


def test_checks_of_two_names_point_at_the_other_name(registry: Registry) -> None:
    checks = [check for check in registry.checks if check.two_names]
    assert len(checks) > 5
    for check in checks:
        assert any("[[~" in example.text for example in check.examples if isinstance(example, Bad)), check.code
