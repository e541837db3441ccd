"""One text in every format: the same findings at the same words.

``notice.docx`` was made from the text, opened and saved by LibreOffice 7.4, and from it the page, the PDF, rich text
and OpenDocument; others are made here.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from anyformat import MAKERS, has_table

from linter.kernel.engine import lint_source
from linter.kernel.registry import Registry
from linter.kernel.result import FileResult
from linter.settings.workspace import Workspace
from linter.sources import read

FORMATS = Path(__file__).parent / "data" / "formats"
SAVED = ["notice.docx", "notice.html", "notice.pdf", "notice.rtf", "notice.odt"]
Told = tuple[str, str, tuple[str, ...]]


def bare(words: str) -> str:
    """Words without what differs between formats: white space and the marks of paragraphs in cells."""
    return "".join(words.replace("<p>", "").replace("</p>", "").replace("¶", "").split())


MEASURES = """某市人民政府关于加强城市供水管理的通知

某市政办〔2022〕6号

各县（市、区）人民政府，市政府各部门：

为加强城市供水管理，保障城市供水安全，根据《城市供水条例》和国家有关规定，结合本市实际，现就有关事项通知如下。

一、落实责任

市水务局负责供水管理工作，市生态环境局、市卫生健康委员会、市水务局按照职责做好有关工作。造成减供水量40%以上13%以下的，应当立即报告。

二、分级响应

Ⅰ级响应：停水30小时以上；Ⅱ级响应：停水20小时以上35小时以下；Ⅲ级响应：停水10小时以上20小时以下。

四、加强监管

有关单位应当于2022年2月30日前完成整改，共计投入资金100万元，其中市级60万元、县级50万元。具体见附件2。

附件：1.供水单位名单

某市人民政府

2022年5月6日
"""
STANDARDS = """供水违法行为处罚裁量标准

违法行为\t裁量情节\t裁量标准
擅自停水\t停水10小时以下\t处1万元以上3万元以下罚款
\t停水10小时以上20小时以下\t处3万元以上5万元以下罚款
\t停水20小时以上\t处8万元以上6万元以下罚款
水质超标\t超标1倍以下\t处5万元以下罚款
\t超标1倍以上3倍以下\t处5万元以上10万元以下罚款
\t超标4倍以上\t处10万元以上20万元以下罚款

注：本标准所称“以上”包含本数，“以下”不包含本数。
"""
TEXTS = {
    "notice": (FORMATS / "notice.txt").read_text("utf-8"),
    "measures": MEASURES,
    "standards": STANDARDS,
}


def linted(registry: Registry, name: str, data: bytes = b"") -> FileResult:
    source = read(data or (FORMATS / name).read_bytes(), name)
    plan = Workspace(registry, isolated=True).plan(name)
    file, notifications = lint_source(source, name, plan.active, plan.settings.office)
    assert not notifications
    return file


def told(file: FileResult) -> Counter[Told]:
    """Check, words of the place and words of the related places of each finding."""
    return Counter(
        (
            item.code,
            bare(file.text.slice(item.span)),
            tuple(sorted(bare(file.text.slice(related.span)) for related in item.related)),
        )
        for item in file.diagnostics
    )


@pytest.fixture(scope="module")
def text(registry: Registry) -> FileResult:
    return linted(registry, "notice.txt")


def test_the_text_has_the_defects_it_was_chosen_for(text: FileResult) -> None:
    codes = Counter(item.code for item in text.diagnostics)
    assert {"TH001", "TH002", "TH004", "TH005", "TH008", "RF003", "FM002"} <= set(codes)


@pytest.mark.parametrize("name", SAVED)
def test_the_same_findings_at_the_same_words(registry: Registry, text: FileResult, name: str) -> None:
    file = linted(registry, name)
    assert told(file) == told(text)
    assert all(file.source.place(item.span.start) for item in file.diagnostics)


@pytest.mark.parametrize("name", SAVED)
def test_the_same_words(text: FileResult, name: str) -> None:
    assert bare(read((FORMATS / name).read_bytes(), name).raw) == bare(text.text.raw)


@pytest.fixture(scope="module")
def found(registry: Registry) -> dict[str, Counter[Told]]:
    """What the texts themselves are told."""
    return {name: told(linted(registry, "a.txt", words.encode())) for name, words in TEXTS.items()}


def test_the_texts_have_defects_of_many_kinds(found: dict[str, Counter[Told]]) -> None:
    codes = {name: {code for code, _, _ in one} for name, one in found.items()}
    assert {"TH001", "TH002", "NM001", "DT001", "CN002"} <= codes["measures"]
    assert {"TH001", "TH003"} <= codes["standards"]


@pytest.mark.parametrize("form", MAKERS)
@pytest.mark.parametrize("name", TEXTS)
def test_every_format_gives_the_findings_of_the_text(
    registry: Registry, found: dict[str, Counter[Told]], name: str, form: str
) -> None:
    words = TEXTS[name]
    if form == "doc" and has_table(words):
        pytest.skip("files in the old format are made here without tables")
    file = linted(registry, f"a.{form}", MAKERS[form](words))
    assert told(file) == found[name]
    assert bare(file.text.raw) == bare(words)
