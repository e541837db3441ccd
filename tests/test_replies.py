"""What people accepted in a report is read back: replies in Word, ticks in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from conftest import run_cli
from test_report_docx import members
from wordfile import paragraph, word_file

DRAFT = "关于开展安全检查的通知\n\n各单位应当于2023年2月30日前报送自查报告。\n\n截止目前，各项均已完成。"
EXTENDED = "http://schemas.microsoft.com/office/word/2012/wordml"
PARAGRAPH = "http://schemas.microsoft.com/office/word/2010/wordml"
SELECT = ("--select", "DT,WD", "--fail-on", "never")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("稿.docx").write_bytes(word_file("".join(map(paragraph, DRAFT.split("\n\n")))))
    assert run_cli("check", "稿.docx", "--output", "./", *SELECT)[0] == 0
    return tmp_path


def listed() -> list[str]:
    return run_cli("accept", "--list")[1].splitlines()[1:]


def comment(key: int, author: str, words: str, mark: str = "") -> str:
    own = f' xmlns:w14="{PARAGRAPH}" w14:paraId="{mark}"' if mark else ""
    return f'<w:comment w:id="{key}" w:author="{author}"><w:p{own}><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>'


def beside(parts: dict[str, str]) -> None:
    """A comment of somebody else at the same words, as programs without threads keep a reply."""
    end = "</w:comments>"
    parts["word/comments.xml"] = parts["word/comments.xml"].replace(end, comment(99, "张三", "接受：引自 来文") + end)
    start = '<w:commentRangeStart w:id="1"/>'
    assert start in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(start, f'{start}<w:commentRangeStart w:id="99"/>')


def threaded(parts: dict[str, str]) -> None:
    """A reply as Word keeps it: the last paragraph of a comment has a mark, which the reply names as its parent."""
    before, _, after = parts["word/comments.xml"].rpartition("<w:p>")
    words = f'{before}<w:p xmlns:w14="{PARAGRAPH}" w14:paraId="0A">{after}'
    end = "</w:comments>"
    parts["word/comments.xml"] = words.replace(end, comment(99, "李四", "接受", "0B") + end)
    parts["word/commentsExtended.xml"] = (
        f'<x:commentsEx xmlns:x="{EXTENDED}"><x:commentEx x:paraId="0B" x:paraIdParent="0A"/></x:commentsEx>'
    )
    link = f'<Relationship Id="ex" Type="{EXTENDED}/commentsExtended" Target="commentsExtended.xml"/></Relationships>'
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace("</Relationships>", link)


def written_in(parts: dict[str, str]) -> None:
    """An answer written into our comment itself."""
    own = "<w:p><w:r><w:t>不改，领导已定</w:t></w:r></w:p></w:comment>"
    parts["word/comments.xml"] = parts["word/comments.xml"].replace("</w:comment>", own, 1)


@pytest.mark.parametrize(
    ("edit", "code", "said"),
    [
        (beside, "DT001", "引自 来文（张三）"),
        (threaded, "WD", "没有理由 (no reason) （李四）"),
        (written_in, "DT001", "领导已定"),
    ],
)
def test_replies_in_a_word_file(edit: Callable[[dict[str, str]], None], code: str, said: str) -> None:
    parts = {name: data.decode() for name, data in members(Path("批注_稿.docx").read_bytes()).items()}
    edit(parts)
    Path("批注_稿.docx").write_bytes(word_file("", raw={name: words.encode() for name, words in parts.items()}))
    done, told = run_cli("accept", "--from", "批注_稿.docx")
    assert done == 0, told
    (line,) = listed()
    assert line.strip().startswith(code)
    assert line.endswith(said)
    assert run_cli("accept", "--from", "批注_稿.docx")[0] == 2
    assert listed() == [line]


def test_without_an_answer_nothing_is_accepted() -> None:
    assert "没有接受的答复" in run_cli("accept", "--from", "批注_稿.docx")[1]
    assert run_cli("accept", "--from", "稿.txt")[0] == 2
    Path("稿.xlsx").write_bytes(b"no workbook")
    assert run_cli("accept", "--from", "稿.xlsx")[0] == 2
    assert not Path("gazette-lint.decisions.yaml").exists()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_ticks_in_a_spreadsheet(lang: str) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    assert run_cli("check", "稿.docx", *SELECT, "--lang", lang, "--output", "问题.xlsx")[0] == 0
    book = openpyxl.load_workbook("问题.xlsx")
    sheet = book.active
    head = [cell.value for cell in sheet[1]]
    done, remark = (head.index(one) + 1 for one in (("Done", "Remarks") if lang == "en" else ("处理", "备注")))
    sheet.cell(2, done).value, sheet.cell(2, remark).value = "kept" if lang == "en" else "不改", "引自来文"
    sheet.cell(3, done).value = "done" if lang == "en" else "已改"
    sheet.row_dimensions[2].hidden = True
    book.save("问题.xlsx")
    assert run_cli("accept", "--from", "问题.xlsx", "--who", "文书科")[0] == 0
    (line,) = listed()
    assert line.endswith("引自来文（文书科）")
    assert run_cli("check", "稿.docx", *SELECT, "--output", "二.csv")[0] == 0
    last = Path("二.csv").read_text("utf-8-sig").splitlines()[-1]
    assert last.endswith("已接受,引自来文（文书科）")


def test_ticks_in_a_csv_file_saved_in_the_code_page_of_the_machine() -> None:
    assert run_cli("check", "稿.docx", *SELECT, "--output", "问题.csv")[0] == 0
    rows = list(csv.reader(StringIO(Path("问题.csv").read_text("utf-8-sig"))))
    rows[1][-2:] = ["不改", "引自来文"]
    out = StringIO()
    csv.writer(out).writerows(rows)
    Path("问题.csv").write_bytes(out.getvalue().encode("gb18030"))
    assert run_cli("accept", "--from", "问题.csv")[0] == 0
    assert listed()[0].endswith("引自来文")
