"""Tracked changes of Word files: the draft as it is once they are accepted, or as it was before them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from wordfile import W, cell, paragraph, row, run, table, word_file

from linter.cli import cli
from linter.kernel.finding import FixKind
from linter.kernel.registry import load
from linter.runs.fixing import fix
from linter.settings.workspace import Workspace
from linter.sources import Changes, How, SourceError, read
from linter.sources.docx import read_mapped

SAFE: tuple[FixKind, ...] = ("safe",)
INSERTED, DELETED = "<w:rPr><w:ins/></w:rPr>", "<w:rPr><w:del/></w:rPr>"


def struck(words: str) -> str:
    return f"<w:del><w:r><w:delText>{words}</w:delText></w:r></w:del>"


def blocks(body: str, changes: Changes) -> list[str]:
    return read(word_file(body), "请示.docx", How(changes)).raw.rstrip("\n").split("\n\n")


def both(body: str) -> tuple[list[str], list[str]]:
    return blocks(body, "accepted"), blocks(body, "rejected")


def test_words() -> None:
    body = f"<w:p>{run('死亡')}{struck('3')}<w:ins>{run('5')}{struck('6')}</w:ins>{run('人')}</w:p>"
    assert both(body) == (["死亡5人"], ["死亡3人"])


def test_moved_words() -> None:
    moved = f"<w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom>{run('乙')}<w:moveTo>{run('甲')}</w:moveTo>"
    assert both(f"<w:p>{moved}</w:p>") == (["乙甲"], ["甲乙"])


def test_ends_of_paragraphs() -> None:
    body = paragraph("第一段", INSERTED) + paragraph("第二段", DELETED) + paragraph("第三段")
    assert both(body) == (["第一段", "第二段第三段"], ["第一段第二段", "第三段"])


def test_rows_and_cells() -> None:
    new, old = ("<w:tr><w:trPr><w:{}/></w:trPr>" + cell(word) * 2 + "</w:tr>" for word in ("新", "旧"))
    cells = row("一", cell("新格", properties="<w:cellIns/>"), cell("旧格", properties="<w:cellDel/>"))
    accepted, rejected = both(table(new.format("ins"), old.format("del"), cells))
    assert accepted == ["新\t新\n一\t新格"]
    assert rejected == ["旧\t旧\n一\t旧格"]


def test_whole_blocks() -> None:
    body = f"<w:ins>{paragraph('新段')}</w:ins><w:del><w:p>{struck('旧段')}</w:p></w:del>"
    assert both(body) == (["新段"], ["旧段"])


def test_numbers_of_paragraphs() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    data = word_file(paragraph("总则", f"{number}<w:pPrChange><w:pPr/></w:pPrChange>"), numbering=lists)
    assert read(data, "a.docx").raw == "1. 总则\n"
    assert read(data, "a.docx", How("rejected")).raw == "总则\n"


def test_words_taken_out_know_their_element() -> None:
    reading = read_mapped(word_file(f"<w:p>{run('死亡')}{struck('3')}</w:p>"), "rejected")
    assert [piece.node.tag.removeprefix(f"{{{W}}}") for piece in reading.pieces] == ["t", "delText"]
    assert reading.source.changes == "rejected"


def test_a_draft_read_without_its_changes_is_not_fixed() -> None:
    plan = Workspace(load(), {"changes": "rejected"}, isolated=True).plan("a.docx")
    with pytest.raises(SourceError, match="changes rejected"):
        fix(word_file(paragraph("甲")), "a.docx", plan, SAFE)


@pytest.mark.parametrize(("settings", "arguments"), [("", ["--changes", "rejected"]), ("changes: rejected\n", [])])
def test_the_setting_reaches_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str, arguments: list[str]
) -> None:
    """The brackets pair only in the draft as it was."""
    monkeypatch.chdir(tmp_path)
    body = paragraph("关于防汛的通知") + f"<w:p>{run('请各单位做好准备（见附件')}{struck('）')}{run('。')}</w:p>"
    Path("a.docx").write_bytes(word_file(body))
    Path("gazette-lint.yaml").write_text(settings + "select: FM001\n", "utf-8")
    assert CliRunner().invoke(cli, ["check", "a.docx", *arguments], standalone_mode=False).return_value == 0
    other = CliRunner().invoke(cli, ["check", "a.docx", "--changes", "accepted"], standalone_mode=False)
    assert other.return_value == 1
    assert "FM001" in other.stdout


@pytest.mark.parametrize("form", ["docx", "html"])
def test_reports_on_the_draft_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """A comment stands at words that the changes take out."""
    monkeypatch.chdir(tmp_path)
    body = paragraph("关于防汛的通知") + f"<w:p>{run('请各单位做好准备')}{struck('（见附件')}{run('。')}</w:p>"
    Path("a.docx").write_bytes(word_file(body))
    arguments = ["check", "a.docx", "--select", "FM001", "--changes", "rejected", "--format", form, "--output", "out"]
    assert CliRunner().invoke(cli, arguments, standalone_mode=False).return_value == 1
    if form == "docx":
        root = read_mapped(Path("out").read_bytes()).root
        assert root.find(f".//{{{W}}}del/{{{W}}}commentRangeStart") is not None
