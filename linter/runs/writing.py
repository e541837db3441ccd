"""Where words go: standard output and error, and files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

# Seconds to wait for a file that another process has in hand.
_PATIENCE = 60


class Failure(click.ClickException):
    """The tool or its input failed: one line on standard error, exit code 2."""

    exit_code = 2

    def show(self, file: object = None) -> None:  # noqa: ARG002 (the signature of click)
        """The one line."""
        complain(self.message)


def complain(words: str, name: str = "gazette-lint: ") -> None:
    """One line on standard error, under the name of the tool or another one."""
    if not sys.stderr:
        return
    line = (name + " ".join(words.split())).encode(sys.stderr.encoding or "utf-8", "backslashreplace")
    with contextlib.suppress(OSError):
        click.echo(line, err=True)


def emit(report: str | bytes, output: str | None, *, people: bool = False) -> None:
    """Write a report to a file or to standard output. Raises Failure if it cannot be written.

    What programs read is UTF-8; what ``people`` read follows the encoding of their terminal.
    """
    if output is not None and output != "-":
        write(Path(output), report.encode("utf-8", "replace") if isinstance(report, str) else report)
        return
    if not sys.stdout:  # closed by whoever started this
        raise Failure("标准输出已关闭，请用 --output (standard output is closed, use --output)")
    if isinstance(report, bytes) and sys.stdout.isatty():
        raise Failure("这种格式不能显示在终端，请用 --output (binary format, use --output)")
    encoding = sys.stdout.encoding or "utf-8" if people else "utf-8"
    data = report.encode(encoding, "replace") if isinstance(report, str) else report
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader has seen enough. Python flushes once more at exit and must not find the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise Failure(f"无法写到标准输出 (cannot write): {error.strerror}") from None


def write(path: Path, data: bytes, mode: int | None = None) -> None:
    """Write a file beside the target, then put it in its place. Raises Failure with one line.

    A target that is not a regular file (a pipe, a device) is written to directly. A new file gets ``mode``, if given.
    """
    target = Path(os.path.realpath(path))
    try:
        mode = target.stat().st_mode if target.exists() else mode
        if mode is not None and not stat.S_ISREG(mode):
            target.write_bytes(data)
            return
        draft = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            draft.write_bytes(data)
            if mode is not None:
                draft.chmod(stat.S_IMODE(mode))
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise Failure(f"无法写入 {path} (cannot write): {error.strerror}") from None


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Alone with a file that is read, changed and written back, among the processes of this machine.

    Raises Failure if another one does not let go of it.
    """
    import tempfile
    from hashlib import sha256

    from filelock import FileLock, Timeout

    name = sha256(os.path.realpath(path).encode()).hexdigest()[:16]
    try:
        with FileLock(Path(tempfile.gettempdir(), f"gazette-lint-{name}.lock"), timeout=_PATIENCE):
            yield
    except Timeout:
        raise Failure(f"{path} 正被另一个进程改写 (in use by another process)") from None


def rewrite(path: Path, edit: Callable[[str, str], str]) -> str:
    """Change a text file alone: ``edit`` makes the new text of the old one ("" without file) and the file's name.

    The new text; a file that stays as it was is not touched. Raises Failure and BadFileError.
    """
    from linter.forms.nodes import read_text, shown

    with locked(path):
        name = shown(path)
        before = read_text(path, name) if path.is_file() else ""
        after = edit(before, name)
        if after != before:
            write(path, after.encode())
    return after


def colored(wish: str, output: str | None) -> bool:
    """Whether to colour: ``always``, ``never``, or ``auto``: on a terminal, unless NO_COLOR is set (no-color.org)."""
    if wish != "auto":
        return wish == "always"
    to_screen = output in (None, "-") and sys.stdout is not None and sys.stdout.isatty()
    return to_screen and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
