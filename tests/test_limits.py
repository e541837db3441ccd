"""What is refused or cut, and told: one line, exit 2, and never much time or memory."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from clock import Stopwatch
from conftest import ROOT, run_cli
from report_samples import record
from wordfile import cell, level, numbered, paragraph, row, table, word_file

import linter
from linter import limits
from linter.accepted.baseline import loads
from linter.app import inside
from linter.app.desk import Desk
from linter.declared.terms import weight
from linter.forms.nodes import BadFileError, parse_yaml
from linter.forms.toml import parse_toml
from linter.kernel import engine
from linter.kernel.check import Active
from linter.kernel.clock import Allowance, TooSlowError, limited
from linter.kernel.finding import Finding
from linter.kernel.registry import Registry, RegistryError
from linter.kernel.session import Session
from linter.language.text import Span, Text
from linter.settings.config import Settings
from linter.settings.loose import load_python
from linter.settings.workspace import Plan
from linter.sources import SourceError, read
from linter.structure.blocks import Draft
from linter.structure.lines import scan
from linter.structure.model import Document

WRONG = "第一条 减供负荷40%以上13%以下的。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(data: bytes, name: str) -> str:
    with pytest.raises(SourceError) as told:
        read(data, name)
    assert len(str(told.value).splitlines()) == 1
    return str(told.value)


def spanned(span: int, rows: int) -> bytes:
    wide = cell("甲", properties=f'<w:gridSpan w:val="{span}"/>')
    return word_file(table(*[row(wide, "乙")] * rows))


def test_spans_and_empty_paragraphs_of_a_small_file_are_refused() -> None:
    assert "正文超过" in refused(spanned(990, 700), "a.docx")
    assert "标记过多" in refused(word_file("<w:p/>" * 510_000), "a.docx")
    rows = "<tr><td colspan=990>甲<td>乙</tr>" * 300
    assert "格超过" in refused(f"<body><table>{rows}</table></body>".encode(), "a.html")
    assert "标记过多" in refused(b"<body>" + b"<p></p>" * 90_000, "a.html")


def test_a_file_as_large_as_its_text_is_read() -> None:
    assert len(read(spanned(20, 700), "a.docx").raw) > 700 * 20
    many = word_file("".join(paragraph(f"第{at}段") for at in range(3000)))
    assert read(many, "a.docx").raw.count("\n\n") == 2999


def test_a_text_has_so_many_cells_and_characters_a_line() -> None:
    assert "格超过" in refused(b"1\t" * (limits.ITEMS + 1), "a.txt")
    assert "一行超过" in refused(b"a" * (limits.LINE + 1), "a.txt")
    assert read(b"1\n\n" * 1000, "a.txt").raw


def test_what_a_file_may_grow_to_follows_its_size() -> None:
    assert limits.characters(0) < limits.characters(1 << 20) < limits.characters(limits.BYTES) == limits.CHARACTERS
    # A file below a megabyte is checked in less than 300 MB (tests/benchmarks/memory.py).
    assert limits.characters(1_000_000) == 1_000_000
    assert limits.nodes(limits.BYTES) == limits.NODES


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "pattern",
    ["(?:(?:(?:甲?){100}){100}){100}乙", "(?:" * 20 + "甲|乙" + "){2,9}" * 20, "((?:甲{2}){1000})" + "{90}"],
)
def test_a_pattern_that_repeats_without_end_is_not_compiled(pattern: str) -> None:
    check = {"code": "SY001", "name": "x-y", "severity": "note", "title": "x", "forbid-term": [{"pattern": pattern}]}
    check["examples"] = {"bad": ["[[甲乙]]"], "good": ["丙"]}
    Path("r.yaml").write_text(json.dumps({"checks": [check]}), "utf-8")
    Path("gazette-lint.yaml").write_text("rules: r.yaml\n", "utf-8")
    Path("a.txt").write_text(WRONG, "utf-8")
    code, told = run_cli("check", "a.txt")
    assert (code, "pattern repeats too much" in told) == (2, True)


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [("第[一二三{]{3}条", 5), (r"\({5}", 5), ("(?:甲乙){3}丙", 11), ("(?:甲{2,}){2,}", 6), ("甲{,3}[]{9}]", 3)],
)
def test_pieces_of_a_pattern(pattern: str, pieces: int) -> None:
    assert pieces <= weight(pattern) <= 2 * pieces + 3


@pytest.mark.parametrize("count", ["1000000000", '"x"', "-1", "1.5", "1e999", "9" * 5000, "true", "null", "[]"])
def test_counts_of_a_baseline(count: str) -> None:
    entry = f'{{"code": "TH001", "fingerprint": "a", "text": "a", "before": "", "after": "", "count": {count}}}'
    with pytest.raises(BadFileError) as told:
        loads(f'{{"version": 1, "files": {{"a.txt": [{entry}]}}}}', "b.json")
    assert str(told.value).count("\n") == 0


@pytest.mark.parametrize(
    "text",
    [
        "ignore: !!python/object/apply:os.system [x]",
        "ignore: !!map [a]",
        "ignore: !!seq {a: b}",
        "level: !!binary abc",
        "level: !own abc",
        "? !!set {a}\n: b",
        "ignore: " + "[" * 600 + "]" * 600,
        "ignore: " + "[" * 5000 + "]" * 5000,
    ],
)
def test_odd_tags_and_depth_in_yaml(text: str) -> None:
    with pytest.raises(BadFileError) as told:
        parse_yaml(text, "x.yaml")
    assert str(told.value).startswith("x.yaml:1: ")


@pytest.mark.parametrize("value", ["[" * 60 + "]" * 60, "[" * 5000 + "]" * 5000, "1" + "0" * 5000])
def test_depth_and_numbers_in_toml(value: str) -> None:
    with pytest.raises(BadFileError) as told:
        parse_toml(f"[tool.x]\na = {value}\n", "x.toml", ("tool", "x"))
    assert len(str(told.value)) < 2 * limits.QUOTED


@pytest.mark.usefixtures("folder")
def test_a_settings_file_is_a_file_of_some_size() -> None:
    Path("a.txt").write_text(WRONG, "utf-8")
    Path("gazette-lint.yaml").write_bytes(b"#" * (limits.SETTINGS_BYTES + 1))
    assert "超过 4 MB" in run_cli("check", "a.txt")[1]
    Path("gazette-lint.yaml").write_text("decisions: sub\n", "utf-8")
    Path("sub").mkdir()
    code, told = run_cli("check", "a.txt")
    assert (code, "not a regular file" in told) == (2, True)


@pytest.mark.usefixtures("folder")
def test_what_a_file_by_hand_says_is_quoted_in_brief() -> None:
    Path("a.txt").write_text(WRONG, "utf-8")
    Path("gazette-lint.yaml").write_text(f"level: {'甲' * 9000}\n", "utf-8")
    code, told = run_cli("check", "a.txt")
    assert (code, len(told) < 2 * limits.QUOTED) == (2, True)


class _SilentError(Exception):
    def __str__(self) -> str:
        raise ValueError


@pytest.mark.usefixtures("folder")
def test_what_an_exception_says_is_told_in_brief() -> None:
    Path("x.py").write_text("raise RuntimeError('x' * 100_000)\n", "utf-8")
    with pytest.raises(RegistryError) as told:
        load_python(Path("x.py"))
    assert len(str(told.value)) < 2 * limits.QUOTED
    assert limits.failure(_SilentError()) == "_SilentError"


@pytest.mark.parametrize("charset", ["undefined", "idna", "punycode", "hex", "utf-7", "unicode_escape", "zip", "mbcs"])
def test_a_page_declares_any_charset(charset: str) -> None:
    page = f"<html><head><meta charset={charset}></head><body><p>第一条 各单位。</p></body></html>"
    assert "第一条 各单位。" in read(page.encode(), "a.html").raw


@pytest.mark.parametrize(
    "page", ["<ol start={}><li>甲</ol>", "<table><tr><td colspan={}>甲<td>乙<tr><td>丙<td>丁</table>"]
)
def test_numbers_of_thousands_of_digits_in_a_page(page: str) -> None:
    assert "甲" in read(f"<body>{page.format('9' * 4301)}</body>".encode(), "a.html").raw


def _forever(_document: Document, _options: Mapping[str, Any]) -> Iterator[Finding]:
    while True:
        pass
    yield


def _everywhere(document: Document, _options: Mapping[str, Any]) -> Iterator[Finding]:
    for _ in range(3):
        yield Finding(Span(document.span.start, document.span.start + 1))


def _leaving(_document: Document, _options: Mapping[str, Any]) -> Iterator[Finding]:
    sys.exit(0)
    yield


def _in_this_thread(work: Callable[[], Any]) -> Any:
    return work()


def _in_another_thread(work: Callable[[], Any]) -> Any:
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


SLOW = [Active(record(f"ZZ00{at}", _forever, message={"zh": "慢", "en": "slow"}), "note", {}) for at in range(5)]
WORD = Active(record("ZZ900", _everywhere, message={"zh": "有", "en": "there"}), "note", {})


@pytest.mark.parametrize("where", [_in_this_thread, _in_another_thread])
def test_a_check_that_does_not_end_is_stopped_and_told(where: Callable[[Callable[[], Any]], Any]) -> None:
    source = read(WRONG.encode(), "a.txt")
    lint = partial(engine.lint_source, source, "a.txt", [WORD, *SLOW])
    file, told = where(lambda: lint(allowance=Allowance(0.7, 0.25)))
    assert [item.code for item in file.diagnostics] == ["ZZ900"] * 3
    codes = [one.code for one in told]
    assert codes[:3] == ["ZZ000", "ZZ001", "ZZ002"]
    assert codes[-1] == ""  # the rest is given up
    assert "ZZ004" not in codes


def test_a_check_that_would_end_the_run_has_failed() -> None:
    leaving = record("ZZ800", _leaving, message={"zh": "走", "en": "leaves"})
    active = [Active(leaving, "note", {}), WORD]
    file, told = engine.lint_source(read(WRONG.encode(), "a.txt"), "a.txt", active)
    assert [item.code for item in file.diagnostics] == ["ZZ900"] * 3
    assert [(one.level, one.code) for one in told] == [("error", "ZZ800")]


@pytest.mark.parametrize("where", [_in_this_thread, _in_another_thread])
def test_a_block_that_is_stopped_ends_alone(where: Callable[[Callable[[], Any]], Any]) -> None:
    def work() -> list[str]:
        told = []
        for _ in range(3):
            try:
                with limited(0.05):
                    while True:
                        pass
            except TooSlowError as error:
                told.append(str(error))
            sum(range(300_000))  # nothing rings here
            with limited(5):
                told.append("on time")
        return told

    assert where(work) == ["用时过长，已停止 (took too long, stopped)", "on time"] * 3


def test_what_another_thread_does_is_not_counted() -> None:
    over = threading.Event()

    def busy() -> None:
        while not over.is_set():
            pass

    other = threading.Thread(target=busy)
    begun = time.thread_time()
    other.start()
    try:
        with pytest.raises(TooSlowError), limited(0.2):
            next(_forever(None, {}))
    finally:
        over.set()
        other.join()
    assert time.thread_time() - begun >= 0.19


def test_a_document_on_the_page_has_its_time(
    tmp_path: Path, registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "DOCUMENT_SECONDS", 0.2)
    desk = Desk(tmp_path, registry)
    monkeypatch.setattr(desk, "plan", lambda _: Plan(Settings(), SLOW, registry))
    draft = _in_another_thread(lambda: desk.add("a.txt", WRONG.encode()))
    assert [one.text for one in draft.told if one.level == "error"] == [
        "检查 ZZ000 用时过长，已停止 (check took too long, stopped)",
        "用时超过 0.2 秒，其余检查未做 (took too long, the other checks did not run)",
    ]
    monkeypatch.setattr("linter.app.desk.read", lambda *_: next(_forever(None, {})))
    draft = _in_another_thread(lambda: desk.add("b.txt", WRONG.encode()))
    assert [one.text for one in draft.told] == ["用时过长，已停止 (took too long, stopped)"]


def test_the_page_without_installation_gives_a_document_the_same_time() -> None:
    script = (Path(inside.__file__).parents[1] / "assets" / "inside.js").read_text("utf-8")
    assert f"limits = {{ seconds: {limits.DOCUMENT_SECONDS:g} }}" in script


def test_a_version_in_an_editor_has_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.kernel.session.VERSION_CHECK_SECONDS", 0.1)
    session = Session([WORD, *SLOW[:2]])
    found = _in_another_thread(lambda: session.whole(WRONG))
    assert [item.code for item in found] == ["ZZ900"] * 3
    assert [one.code for one in session.told] == ["ZZ000", "ZZ001"]
    assert session.quick(WRONG) == found  # what was stopped is not begun again until an edit
    assert [one.code for one in session.told] == ["ZZ000", "ZZ001"]
    monkeypatch.setattr("linter.kernel.session.VERSION_SECONDS", 0.1)
    assert _in_another_thread(lambda: Session([*SLOW, WORD]).quick(WRONG)) == ()


def test_a_check_that_finds_something_everywhere_is_cut_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "FINDINGS", 2)
    word = record("ZZ900", _everywhere, message={"zh": "有", "en": "there"})
    file, told = engine.lint_source(read(WRONG.encode(), "a.txt"), "a.txt", [Active(word, "note", {})])
    assert len(file.diagnostics) == 2
    assert [(one.level, one.code) for one in told] == [("warning", "ZZ900")]


def test_a_paragraph_of_many_lines_is_told_by_its_end() -> None:
    (line,) = scan(Text("甲乙丙丁\n"))
    draft = Draft([line])
    for _ in range(5000):
        draft.add(line)
    assert len(draft.tail) < 2100
    assert draft.text.endswith(draft.tail)


STYLES = '<w:style w:type="paragraph" w:styleId="s{}"><w:basedOn w:val="s{}"/></w:style>'
ENDLESS = "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>EQ {}</w:instrText></w:r>{}</w:p>"
CLOSED = "<w:r><w:fldChar w:fldCharType='end'/></w:r>"


def _styled() -> bytes:
    body = "".join(paragraph("甲", f'<w:pStyle w:val="s{at}"/>') for at in range(4000))
    return word_file(body, styles="".join(STYLES.format(at, at + 1) for at in range(4000)))


def _commented() -> bytes:
    marks = "".join(f'<w:commentRangeStart w:id="{at}"/><w:r><w:t>甲</w:t></w:r>' for at in range(12_000))
    return word_file(f"<w:p>{marks}</w:p>")


def _counted() -> bytes:
    levels = level(0, "decimal", "%1甲" * 3000)
    numbers = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    number = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return word_file("".join(numbered("甲") for _ in range(5000)), numbering=numbers + number)


MADE = {
    "styles": _styled,
    "comments": _commented,
    "numbers": _counted,
    "opened": lambda: word_file(ENDLESS.format("\\f(" * 15_000, CLOSED) + paragraph("甲")),
    "options": lambda: word_file(ENDLESS.format("\\a" * 30_000, CLOSED) + paragraph("甲")),
}


@pytest.mark.parametrize("kind", MADE)
def test_a_small_word_file_takes_no_time(kind: str) -> None:
    data = MADE[kind]()
    assert len(data) < 200_000
    with Stopwatch() as watch, suppress(SourceError):
        read(data, "a.docx")
    assert watch.seconds < 3


def test_styles_in_a_circle_are_read() -> None:
    styles = "".join(STYLES.format(at, (at + 1) % 3) for at in range(3))
    body = "".join(paragraph(str(at), f'<w:pStyle w:val="s{at % 3}"/>') for at in range(6))
    assert read(word_file(body, styles=styles), "a.docx").raw.split() == list("012345")


def test_many_comments_are_read_at_once() -> None:
    data = ("<!-- gazette-lint: ignore WD004, ZZ001 -->\n请做好其它工作。\n\n" * 2000).encode()
    with Stopwatch() as watch:
        found = linter.lint(data, name="a.md").files[0].diagnostics
    assert watch.seconds < 6
    assert sum(item.code.startswith("EN") for item in found) > 2000  # all but one accept nothing, none says why


@pytest.mark.usefixtures("folder")
def test_many_mistakes_in_settings_are_told_in_part() -> None:
    Path("a.txt").write_text(WRONG, "utf-8")
    Path("gazette-lint.yaml").write_text(f"ignore: [{','.join(f'ZZ{at}' for at in range(20_000))}]\n", "utf-8")
    with Stopwatch() as watch:
        code, told = run_cli("check", "a.txt")
    assert (code, told.count("\n") + 1) == (2, limits.MISTAKES)
    assert watch.seconds < 3


@pytest.mark.usefixtures("folder")
def test_settings_that_extend_each_other_have_an_end() -> None:
    Path("a.txt").write_text(WRONG, "utf-8")
    for at in range(1500):
        name = "gazette-lint.yaml" if at == 0 else f"{at}.yaml"
        Path(name).write_text(f"extends: {at + 1}.yaml\n", "utf-8")
    code, told = run_cli("check", "a.txt")
    assert (code, f"extends 超过 {limits.EXTENDED} 层" in told) == (2, True)


def test_a_block_cut_in_a_thread_leaves_nothing_under_way() -> None:
    # With an error taken back instead, CPython 3.11 looked for it ever after, and what was profiled never ended.
    code = """
import sys, threading
from linter.kernel.clock import TooSlowError, limited

def work():
    try:
        with limited(0.1):
            while True:
                pass
    except TooSlowError:
        print("cut")

thread = threading.Thread(target=work)
thread.start()
thread.join()
sys.setprofile(lambda *seen: None)
print(sum(map(len, ("甲", "乙"))), (lambda: 3)())
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=30, check=True
    )
    assert done.stdout == "cut\n2 3\n"
