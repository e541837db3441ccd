"""Old binary formats (.doc, .wps): read through LibreOffice on request, else one line says how to convert them."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePath

from linter.sources import AS_USUAL, How, Source, SourceError

# LibreOffice takes 2 to 10 s to start, and a second for a thick document.
_SECONDS = 90


def read(data: bytes, name: str, how: How = AS_USUAL) -> Source:
    """The text of the Word file that LibreOffice makes of it, if that is wished and it is installed.

    Positions and annotations are those of the Word file; length and digest those of the original. Raises SourceError
    with the command that converts the file, or with what went wrong.
    """
    program = (shutil.which("soffice") or shutil.which("libreoffice")) if how.convert else None
    if program is None:
        command = f"soffice --headless --convert-to docx {shlex.quote(name)}"
        raise SourceError(f"不读取旧格式 .doc、.wps，请另存为 .docx，或运行 {command} (convert to .docx first)")
    from linter.sources import docx

    source = docx.read(_converted(program, data, PurePath(name).suffix.lower()), name, how)
    return replace(source, length=len(data), sha256=sha256(data).hexdigest())


def _converted(program: str, data: bytes, suffix: str) -> bytes:
    """The bytes of the Word file, made in a folder and under a profile that are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="gazette-lint-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        original, made = folder / f"draft{suffix}", folder / "draft.docx"
        original.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = ["--headless", "--norestore", "--convert-to", "docx", "--outdir", place]
        _run([program, profile, *options, str(original)])
        if not made.is_file():
            raise SourceError("LibreOffice 不能转换此文件 (LibreOffice cannot convert this file)")
        return made.read_bytes()


def _run(command: list[str]) -> None:
    """Run a command whose children end with it, none later than the limit. Raises SourceError beyond it."""
    none = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=none, stdout=none, stderr=none, start_new_session=True) as process:  # noqa: S603
        try:
            process.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            raise SourceError(f"LibreOffice 在 {_SECONDS} 秒内未能转换 (converting took too long)") from None
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and what it started: the program is a script that starts the real one."""
    if hasattr(os, "killpg"):
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
