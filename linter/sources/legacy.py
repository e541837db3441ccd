"""Old binary formats (.doc, .wps), read as the Word file made of them: by msdoc2docx, or by LibreOffice on request."""

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from base64 import b64decode
from contextlib import suppress
from pathlib import Path, PurePath

from linter.installing import install
from linter.sources import AS_USUAL, How, Reads, Source, SourceError
from linter.sources.sniff import OLE
from linter.sources.worker import ask

READS = Reads("docx", (".doc", ".wps"), begins=OLE)
# LibreOffice takes 2 to 10 s to start, and a second for a thick document.
_SECONDS = 90


def read(data: bytes, name: str, how: How = AS_USUAL) -> Source:
    """The text of the Word file made of an old one; positions and annotations are those of the Word file.

    Length and digest are those of the original, ``notes`` tell what was lost. LibreOffice, if it is wished and
    installed, makes it where msdoc2docx is not there or fails. Raises SourceError with what to do, or what went wrong.
    """
    from linter.sources import docx

    word, notes = _word_file(data, name, how)
    source = docx.read(word, name, how)
    return source._replace(original=data, notes=(*source.notes, *notes))


def _word_file(data: bytes, name: str, how: How) -> tuple[bytes, tuple[str, ...]]:
    """The bytes of the Word file, and what did not come over."""
    program = (shutil.which("soffice") or shutil.which("libreoffice")) if how.convert else None
    if data.startswith(OLE) and _has_msdoc2docx():
        try:
            return _by_msdoc2docx(data)
        except SourceError:
            if program is None:
                raise
    if program is None:
        raise SourceError(refusal(data, name))
    return _converted(program, data, PurePath(name).suffix.lower()), ()


def refusal(data: bytes, name: str) -> str:
    """The line that says how to have an old file read."""
    command = f"soffice --headless --convert-to docx {shlex.quote(name)}"
    if not data.startswith(OLE):
        return f"不是 Word 文件，请另存为 .docx，或运行 {command} (convert to .docx first)"
    extra = install("doc")
    return f"读取 .doc、.wps 请先运行 {extra}，或另存为 .docx：{command} (missing extra, or convert to .docx first)"


def _has_msdoc2docx() -> bool:
    """Whether it is there: by the name of the distribution, as another one has a package of the same name."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        distribution("msdoc2docx")
    except PackageNotFoundError:
        return False
    return True


def _by_msdoc2docx(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Converted in a process of its own, in a folder that is gone afterwards even if the process is ended."""
    with tempfile.TemporaryDirectory(prefix="gazette-lint-", ignore_cleanup_errors=True) as place:
        answer = ask("linter.sources.doc_worker", data, ".doc", place)
    return b64decode(answer["word"]), tuple(answer["notes"])


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
