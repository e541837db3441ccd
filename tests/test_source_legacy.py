"""Old formats: one line that says how to convert, or, on request, the text that LibreOffice makes of them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from linter.cli import cli
from linter.sources import How, SourceError, legacy, read
from linter.sources.docx import read_mapped

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


def test_without_the_flag_the_line_says_how_to_convert(old: bytes) -> None:
    with pytest.raises(SourceError, match=NO_COMMAND):
        read(old, "a.doc")


def test_without_libreoffice_it_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(SourceError, match=NO_COMMAND):
        read(b"\xd0\xcf\x11\xe0", "a.doc", CONVERT)


def test_a_converted_file_reads_as_word(old: bytes) -> None:
    source, known = read(old, "a.doc", CONVERT), read(NOTICE.read_bytes(), NOTICE.name)
    assert source.raw.split() == known.raw.split()
    at = source.raw.index("\t")
    assert source.place(at - 1) == known.place(known.raw.index("\t") - 1)
    assert source.length == len(old)
    assert read_mapped(source.data).source.raw == source.raw


def test_the_command_line(old: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.doc").write_bytes(old)
    converted = CliRunner().invoke(cli, ["check", "a.doc", "--convert", "--select", "TH001"], standalone_mode=False)
    assert converted.return_value == 1
    assert "TH001" in converted.stdout
    for arguments in ([], ["--convert", "--fix"]):
        refused = CliRunner().invoke(cli, ["check", "a.doc", "--select", "TH001", *arguments], standalone_mode=False)
        assert NO_COMMAND in refused.stderr
    assert Path("a.doc").read_bytes() == old


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
