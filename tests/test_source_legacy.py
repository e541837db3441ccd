"""Old formats: the text that msdoc2docx makes of them, or, on request, LibreOffice; else one line that says how."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner
from docfile import compound, doc_file
from ofdfile import Text, ofd_file, page
from pdffile import Said, pdf_file

from linter.cli import cli
from linter.sources import AS_USUAL, How, SourceError, doc_worker, legacy, read
from linter.sources.docx import read_mapped
from linter.sources.sniff import OLE

CONVERT = How(convert=True)
NO_COMMAND = "soffice --headless --convert-to docx"
NOTICE = Path(__file__).parent / "data" / "formats" / "notice.docx"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file in the old format, made by LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs LibreOffice")
    folder = tmp_path_factory.mktemp("old")
    shutil.copy(NOTICE, folder / "a.docx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "doc", "--outdir", str(folder), str(folder / "a.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "a.doc").read_bytes()


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No msdoc2docx."""
    monkeypatch.setattr(legacy, "_has_msdoc2docx", lambda: False)


def test_the_text_of_an_old_file() -> None:
    data = doc_file("某市通知", "各县：", "请办理40%以上13%以下。")
    source = read(data, "a.doc")
    assert source.raw == "某市通知\n\n各县：\n\n请办理40%以上13%以下。\n"
    assert (source.format, source.binary, source.length, source.notes) == ("docx", True, len(data), ())
    assert read_mapped(source.data).source.raw == source.raw


def packed(*names: str) -> bytes:
    """A package of these members."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in names:
            package.writestr(name, "")
    return out.getvalue()


def test_files_that_are_no_readable_doc() -> None:
    whole = doc_file("某市通知")
    for data, why in (
        (doc_file("某市通知", encrypted=True), "密码"),
        (whole[:3000], "已损坏"),
        (compound({"PowerPoint Document": b"x", "1Table": b"x"}), "不是 Word 97"),
        (packed("mimetype", "a.xml"), "soffice"),
        (b"", "soffice"),
    ):
        with pytest.raises(SourceError, match=why) as caught:
            read(data, "a.doc")
        assert "\n" not in str(caught.value)


def test_what_was_left_out_is_told_and_what_looks_else_is_not() -> None:
    lost = [("TABLE_DEPTH_LIMITED", "tables"), ("NOTE_REFERENCE_DEFERRED", "a"), ("NOTE_REFERENCE_DEFERRED", "a")]
    looks = [("PICTURES_DEFERRED", "p"), ("UNSUPPORTED_STYLE_CHARACTER_SPRMS", "s"), ("STYLE_TABLE_MALFORMED", "t")]
    told = doc_worker._notes([Warned(*one) for one in lost + looks])
    assert told == [f"旧格式中有内容未能转出，未检查 (not converted): {message} [{code}]" for code, message in lost[:2]]


class Warned(NamedTuple):
    code: str
    message: str


@pytest.mark.usefixtures("alone")
def test_without_the_extra_the_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    for how in (AS_USUAL, CONVERT):
        with pytest.raises(SourceError, match=NO_COMMAND) as caught:
            read(OLE, "a.doc", how)
        assert "msdoc2docx>=" in str(caught.value)


@pytest.mark.parametrize("name", ["a.doc", "a.wps", "a.txt", "a.pdf", "a"])
def test_a_file_is_what_its_bytes_say(name: str) -> None:
    word = NOTICE.read_bytes()
    assert read(word, name).raw == read(word, "a.docx").raw
    assert read(doc_file("某市通知"), name.replace(".doc", ".docx")).raw == "某市通知\n"
    assert read(ofd_file(page(Text(30, 40, "某市通知"))), name).raw == "某市通知\n"
    assert read(pdf_file([Said(80, 80, "某市通知")]), name).raw == "某市通知\n"


def test_a_web_page_named_as_word_is_read() -> None:
    assert read("<html><p>某市通知</p></html>".encode(), "a.doc").raw == "某市通知\n"


def test_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data = doc_file("某市通知", "各县：", "停电40%以上13%以下。")
    Path("a.doc").write_bytes(data)
    found = CliRunner().invoke(cli, ["check", "a.doc", "--select", "TH001"], standalone_mode=False)
    assert (found.return_value, "TH001" in found.stdout) == (1, True)


def test_fixes_and_comments_of_an_old_file_go_into_a_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    body = (
        "为加强管理，通知如下：|一、落实责任|二、加强监管|停电40%以上13%以下的，应当报告。|太原市人民政府|2023年5月6日"
    )
    head = "太原市人民政府关于加强供水管理的通知|并政发〔2023〕12号|各县（市、区）人民政府，市直各委、办、局。"
    data = doc_file(*f"{head}|{body}".split("|"))
    Path("a.doc").write_bytes(data)

    def run(*options: str) -> str:
        return CliRunner().invoke(cli, ["check", "a.doc", *options], standalone_mode=False).stderr

    assert "另存为 a.docx" in run("--fix", "--preview", "--select", "FM007")
    changed = Path("a.docx").read_bytes()
    assert "办、局：" in read(changed, "a.docx").raw
    assert "办、局。" in read(changed, "a.docx", How(changes="rejected")).raw
    assert "已有 a.docx" in run("--fix", "--preview", "--select", "FM007")
    run("--format", "docx", "--output", "b.docx", "--select", "TH001")
    assert b"TH001" in zipfile.ZipFile("b.docx").read("word/comments.xml")
    assert (Path("a.doc").read_bytes(), Path("a.docx").read_bytes()) == (data, changed)


@pytest.mark.usefixtures("alone")
def test_a_file_converted_by_libreoffice_reads_as_word(old: bytes) -> None:
    source, known = read(old, "a.doc", CONVERT), read(NOTICE.read_bytes(), NOTICE.name)
    assert source.raw.split() == known.raw.split()
    at = source.raw.index("\t")
    assert source.place(at - 1) == known.place(known.raw.index("\t") - 1)
    assert source.length == len(old)
    assert read_mapped(source.data).source.raw == source.raw


def test_both_converters_give_the_same_words(old: bytes) -> None:
    assert read(old, "a.doc").raw.split() == read(NOTICE.read_bytes(), NOTICE.name).raw.split()


def program(folder: Path, body: str) -> str:
    """A program in place of LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\n{body}", "utf-8")
    path.chmod(0o755)
    return str(path)


def test_what_cannot_be_converted_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = program(tmp_path, "")
    monkeypatch.setattr(shutil, "which", lambda _: found)
    with pytest.raises(SourceError, match="cannot convert"):
        read(b"x", "a.wps", CONVERT)


@pytest.mark.skipif(sys.platform == "win32", reason="scripts are no programs there")
def test_a_conversion_that_does_not_end_is_ended_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alive = tmp_path / "alive"
    child = f"import time, pathlib; time.sleep(2); pathlib.Path({str(alive)!r}).touch()"
    body = f"import subprocess, sys, time\nsubprocess.Popen([sys.executable, '-c', {child!r}])\ntime.sleep(60)\n"
    found = program(tmp_path, body)
    monkeypatch.setattr(shutil, "which", lambda _: found)
    monkeypatch.setattr(legacy, "_SECONDS", 1)
    with pytest.raises(SourceError, match="took too long"):
        read(b"x", "a.doc", CONVERT)
    time.sleep(2)
    assert not alive.exists()
