"""Files fixed in place: round after round, byte for byte elsewhere, tracked in Word, and never half written."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner
from conftest import GAZETTE
from hypothesis import given
from hypothesis import strategies as st
from report_samples import record
from wordfile import level, numbered, paragraph, row, run, table, word_file

from linter.cli import cli
from linter.kernel import fixes
from linter.kernel.check import Active
from linter.kernel.finding import Edit, Finding, Fix, FixKind, Label
from linter.kernel.registry import load
from linter.kernel.result import FileResult, Notification
from linter.language.text import Span
from linter.reports.docx_changes import TrackedChanges
from linter.runs.fixing import Fixed, diff, fix
from linter.settings.config import Settings
from linter.settings.workspace import Workspace
from linter.sources import SourceError, read
from linter.sources.docx import read_mapped
from linter.sources.ooxml import W
from linter.structure.model import Document

SAFE: tuple[FixKind, ...] = ("safe",)
BOTH: tuple[FixKind, ...] = ("safe", "unsafe")


def replacing(code: str, pattern: str, words: str, kind: FixKind = "safe") -> Active:
    def found(document: Document, _options: Mapping[str, Any]) -> Iterator[Finding]:
        for match in re.finditer(pattern, document.text.raw):
            span = Span(*match.span())
            yield Finding(span, fix=Fix(kind, (Edit(span, words),), Label("改", "fix")))

    return Active(record(code, found, message={"zh": "错", "en": "wrong"}), "warning", {})


class Plan(NamedTuple):
    active: tuple[Active, ...]
    settings: Settings = Settings()
    registry: Any = None

    def accept(self, file: FileResult) -> tuple[FileResult, list[Notification]]:
        return file, []


COMMAS = Plan((replacing("ZZ201", ",", "，"), replacing("ZZ202", "的的", "的", "unsafe")))
LETTER = "关于开展检查的的通知\n\n各县,各部门:\n\n他说“甲,乙”,按《丙,丁》办,\n"
FIXED = "关于开展检查的的通知\n\n各县，各部门:\n\n他说“甲,乙”，按《丙,丁》办，\n"


def test_safe_fixes_outside_quotations() -> None:
    done = fix(LETTER.encode(), "a.txt", COMMAS, SAFE)
    assert done.after == done.data.decode() == FIXED
    assert done.applied == 3
    assert fix(LETTER.encode(), "a.txt", COMMAS, BOTH).after == FIXED.replace("的的", "的")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_encoding_and_line_ends_stay(encoding: str, name: str) -> None:
    text = LETTER.replace("\n", "\r\n")
    done = fix(text.encode(encoding), name, COMMAS, SAFE)
    assert done.data == FIXED.replace("\n", "\r\n").encode(encoding)


def test_a_second_run_changes_nothing() -> None:
    once = fix(LETTER.encode(), "a.txt", COMMAS, BOTH)
    assert fix(once.data, "a.txt", COMMAS, BOTH) == Fixed(once.data, once.after, once.after, 0)


def test_overlapping_fixes_take_rounds() -> None:
    plan = Plan((replacing("ZZ203", "aab", "c"), replacing("ZZ204", "ab", "d"), replacing("ZZ205", "cc", "e")))
    assert fix("题\n\naabaab。\n".encode(), "a.txt", plan, SAFE).after == "题\n\ne。\n"


def test_fixes_that_undo_each_other_leave_the_file_alone() -> None:
    plan = Plan((replacing("ZZ206", "甲", "乙"), replacing("ZZ207", "乙", "甲")))
    data = "题\n\n甲。\n".encode()
    once = fix(data, "a.txt", plan, SAFE)
    assert fix(once.data, "a.txt", plan, SAFE).data == once.data


def test_a_fix_that_grows_without_end_stops() -> None:
    plan = Plan((replacing("ZZ208", "甲", "甲甲"),))
    assert len(fix("题\n\n甲。\n".encode(), "a.txt", plan, SAFE).after) < 2_000_000


def test_formats_that_cannot_be_written_say_so() -> None:
    with pytest.raises(SourceError, match="请改原稿"):
        fix(b"<p>a,b</p>", "a.html", COMMAS, SAFE)


def test_accepted_findings_keep_their_words(tmp_path: Path) -> None:
    plan = Workspace(load(), {"select": ("FM007",)}, isolated=True).plan(str(tmp_path / "a.md"))
    comment = "<!-- gazette-lint: ignore FM007 保留原样 -->\n"
    assert fix(DRAFT.encode(), "a.md", plan, SAFE).applied == 1
    assert fix(DRAFT.replace("各县", f"{comment}各县", 1).encode(), "a.md", plan, SAFE).applied == 0


def test_the_gazette_is_fixed_once_and_for_all() -> None:
    plan = Workspace(load(), isolated=True).plan("a.txt")
    once = fix(GAZETTE.read_bytes(), "a.txt", plan, BOTH)
    assert once.applied > 5
    assert fix(once.data, "a.txt", plan, BOTH).applied == 0
    spans = fixes.quoted(once.before)
    assert len(spans) > 300
    at = 0
    for start, end in spans:
        at = once.after.index(once.before[start:end], at) + end - start


def test_diff_is_a_patch_of_the_text() -> None:
    assert diff("公文/a.txt", fix("题\n\n甲,乙".encode(), "a.txt", COMMAS, SAFE)) == (
        "--- 公文/a.txt\n+++ 公文/a.txt\n@@ -1,3 +1,3 @@\n 题\n \n"
        "-甲,乙\n\\ No newline at end of file\n+甲，乙\n\\ No newline at end of file\n"
    )


BODY = (
    paragraph("死亡3人以上,5人以下的,为一般。")
    + f"<w:p>{run('甲', '<w:b/>')}<w:ins w:id='7'>{run('乙丙')}</w:ins><w:hyperlink>{run('丁')}</w:hyperlink>"
    + f"<w:r><w:br/></w:r>{run('戊')}</w:p>"
    + table(row("级别", "标准"), row("一般", "3人"))
)


def rejected(data: bytes) -> str:
    """The typed words with all tracked changes of the linter undone."""
    words = []
    for text in read_mapped(data).root.iter(f"{W}t", f"{W}delText"):
        own = [one for one in text.iterancestors(f"{W}ins") if one.get(f"{W}author") == "gazette-lint"]
        if not own:
            words.append(text.text or "")
    return "".join(words)


@given(st.data())
def test_word_changes_are_accepted_as_planned_and_rejected_as_before(data: st.DataObject) -> None:
    whole = word_file(BODY)
    raw = read(whole, "a.docx").raw
    place = st.integers(0, len(raw))
    edit = st.tuples(place, st.integers(0, 4), st.sampled_from(["", "新", "新词"]))
    wanted = [
        Fix("safe", (Edit(Span(start, min(start + length, len(raw))), words),), Label("", ""))
        for start, length, words in data.draw(st.lists(edit, max_size=5))
        if length or words
    ]
    changes = TrackedChanges(whole)
    edits = fixes.plan([one for one in wanted if all(map(changes.possible, one.edits))])
    done = changes.write(edits)
    assert read(done, "a.docx").raw.split() == fixes.replaced(raw, edits).split()
    assert rejected(done) == rejected(whole)


def test_word_files_are_fixed_as_tracked_changes() -> None:
    whole = word_file(BODY)
    done = fix(whole, "a.docx", COMMAS, SAFE)
    assert done.after.startswith("死亡3人以上，5人以下的，为一般。\n")
    assert rejected(done.data) == rejected(whole)
    assert fix(done.data, "a.docx", COMMAS, SAFE).applied == 0


def test_what_nobody_typed_in_word_is_not_changed() -> None:
    lists = (
        f'<w:abstractNum w:abstractNumId="7">{level(0, "decimal", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )
    changes = TrackedChanges(word_file(numbered("总则") + paragraph("甲") + paragraph("乙"), numbering=lists))
    assert not changes.possible(Edit(Span(0, 2), "一、"))
    assert not changes.possible(Edit(Span(4, 8), ""))
    assert not changes.possible(Edit(Span(3, 4), "甲\n乙"))
    assert not changes.possible(Edit(Span(3, 5), ""))
    assert changes.possible(Edit(Span(3, 4), "甲"))


DRAFT = (
    "昆明市人民政府关于加强防汛工作的通知\n\n昆政发〔2023〕8号\n\n各县（市、区）人民政府。\n\n"
    "为做好防汛工作，现通知如下。\n\n一、落实责任\n\n二、加强值守\n\n昆明市人民政府\n\n2023年5月6日\n"
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "通知.txt"
    path.write_text(DRAFT, "utf-8")
    path.chmod(0o640)
    return path


def check(*arguments: str) -> Any:
    return CliRunner().invoke(cli, ["check", "--no-config", "--select", "FM007", *arguments], standalone_mode=False)


def test_the_command_fixes_keeps_the_original_and_reports_what_is_left(draft: Path) -> None:
    done = check(str(draft), "--fix")
    assert draft.read_text("utf-8") == DRAFT.replace("政府。", "政府：", 1)
    assert Path(f"{draft}.orig").read_text("utf-8") == DRAFT
    assert stat.S_IMODE(draft.stat().st_mode) == 0o640
    assert "没有发现问题" in done.output
    assert sorted(path.name for path in draft.parent.iterdir()) == ["通知.txt", "通知.txt.orig"]


def test_the_first_original_stays(draft: Path) -> None:
    check(str(draft), "--fix")
    draft.write_text(DRAFT.replace("防汛", "抗旱"), "utf-8")
    check(str(draft), "--fix")
    assert Path(f"{draft}.orig").read_text("utf-8") == DRAFT


def test_no_backup(draft: Path) -> None:
    check(str(draft), "--fix", "--no-backup")
    assert not Path(f"{draft}.orig").exists()


def test_diff_changes_nothing(draft: Path) -> None:
    done = check(str(draft), "--diff")
    assert "-各县（市、区）人民政府。\n+各县（市、区）人民政府：\n" in done.output
    assert done.return_value == 1
    assert draft.read_text("utf-8") == DRAFT
    draft.write_text(DRAFT.replace("政府。", "政府：", 1), "utf-8")
    assert check(str(draft), "--diff").return_value == 0


def test_files_that_cannot_be_fixed_are_told_and_the_others_fixed(draft: Path) -> None:
    broken = draft.with_name("坏.docx")
    broken.write_bytes(b"PK")
    done = check(str(broken), str(draft), "--fix")
    assert done.return_value == 2
    assert draft.read_text("utf-8") != DRAFT


def test_options_that_do_not_go_together(draft: Path) -> None:
    for arguments in (["--unsafe-fixes"], ["--fix", "--since", "HEAD"]):
        assert check(str(draft), *arguments).exception is not None
    assert check("-", "--fix").exception is not None
    assert draft.read_text("utf-8") == DRAFT
