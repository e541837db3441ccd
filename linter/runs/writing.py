"""Where words go: standard output and error, and files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Self

import click

# Seconds to wait for a file that another process has in hand.
_PATIENCE = 60
_BINARY = getattr(os, "O_BINARY", 0)


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
    from linter.reports.excerpt import inert

    line = inert(name + " ".join(words.split())).encode(sys.stderr.encoding or "utf-8", "backslashreplace")
    with contextlib.suppress(OSError):
        click.echo(line, err=True)


def emit(report: str | bytes, output: str | None, *, people: bool = False) -> None:
    """Write a report to a file or to standard output. Raises Failure if it cannot be written."""
    with Sink(output, people=people) as sink:
        sink.put(report)


def write(path: Path, data: bytes, mode: int | None = None) -> None:
    """Write a file whole or not at all. A new one gets ``mode``, if given. Raises Failure with one line."""
    with PartFile(path, mode) as draft:
        draft.put(data)


class Sink:
    """Where the pieces of a report go: a file, which is there whole when the block ends well, or standard output.

    What programs read is UTF-8; what ``people`` read follows the encoding of their terminal. Raises Failure if
    something cannot be written.
    """

    def __init__(self, output: str | None, *, people: bool = False) -> None:
        self._draft = PartFile(Path(output)) if output not in (None, "-") else None
        self._people = people

    def put(self, piece: str | bytes) -> None:
        """Write one more piece."""
        if self._draft:
            self._draft.put(piece.encode("utf-8", "replace") if isinstance(piece, str) else piece)
        else:
            _print(piece, people=self._people)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._draft:
            self._draft.end(whole=kind is None)


def _print(piece: str | bytes, *, people: bool) -> None:
    if not sys.stdout:  # closed by whoever started this
        raise Failure("标准输出已关闭，请用 --output (standard output is closed, use --output)")
    if isinstance(piece, bytes) and sys.stdout.isatty():
        raise Failure("这种格式不能显示在终端，请用 --output (binary format, use --output)")
    encoding = sys.stdout.encoding or "utf-8" if people else "utf-8"
    try:
        sys.stdout.buffer.write(piece.encode(encoding, "replace") if isinstance(piece, str) else piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader has seen enough. Python flushes once more at exit and must not find the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise Failure(f"无法写到标准输出 (cannot write): {error.strerror}") from None


class PartFile:
    """A file written beside its target, which takes its place when the block ends well.

    A target that is not a regular file (a pipe, a device) is written to directly. A new file gets ``mode``, if given.
    Raises Failure with one line.
    """

    def __init__(self, path: Path, mode: int | None = None) -> None:
        self._path = path
        self._mode = mode
        self._target = Path(os.path.realpath(path))
        self._draft = self._target
        self._file: IO[bytes] | None = None

    def put(self, data: bytes) -> None:
        """Write more of the file."""
        with self._told():
            self._opened().write(data)

    def end(self, *, whole: bool) -> None:
        """Put the file in its place if it is whole, else leave no trace of it."""
        with self._told():
            try:
                if whole:
                    self._opened().close()
                    if self._draft != self._target:
                        if self._mode is not None:
                            self._draft.chmod(stat.S_IMODE(self._mode))
                        self._draft.replace(self._target)
            finally:
                if self._file:
                    self._file.close()
                if self._draft != self._target:
                    self._draft.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.end(whole=kind is None)

    def _opened(self) -> IO[bytes]:
        if self._file is None:
            self._mode = self._target.stat().st_mode if self._target.exists() else self._mode
            if self._mode is not None and not stat.S_ISREG(self._mode):
                self._file = self._target.open("wb")
                return self._file
            self._draft = _draft(self._target)
            permissions = 0o666 if self._mode is None else stat.S_IMODE(self._mode)
            # Nobody else's file or link, and never for more eyes than the target.
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
            self._file = os.fdopen(os.open(self._draft, flags, permissions), "wb")
        return self._file

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise Failure(f"无法写入 {self._path} (cannot write): {error.strerror}") from None


def _draft(target: Path) -> Path:
    """The file that becomes ``target``; those of processes that were killed before it did go."""
    from hashlib import sha256
    from threading import get_ident

    stem = f".gazette-lint-{sha256(os.fsencode(target.name)).hexdigest()[:12]}-"
    for left in target.parent.glob(f"{stem}*.part"):
        if not _runs(left.stem.removeprefix(stem), left):
            left.unlink(missing_ok=True)
    return target.with_name(f"{stem}{os.getpid()}-{get_ident()}.part")


def _runs(owner: str, draft: Path) -> bool:
    """Whether the process that made a draft is still at it; where one cannot ask, a minute is enough for any."""
    process = owner.partition("-")[0]
    if os.name == "nt" or not process.isdecimal():
        return time.time() - draft.stat().st_mtime < _PATIENCE
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _locks() -> Path:
    """The folder of this user's locks: in a folder for all, another user could take their names first."""
    import tempfile

    folder = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
    if os.name == "nt":
        return folder
    own = folder / f"gazette-lint-{os.getuid()}"
    own.mkdir(0o700, exist_ok=True)
    if own.is_symlink() or own.stat().st_uid != os.getuid():
        raise Failure(f"{own} 属于别的用户 (belongs to another user)")
    return own


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Alone with a file that is read, changed and written back, among the processes of this machine.

    Raises Failure if another one does not let go of it.
    """
    from hashlib import sha256

    from filelock import FileLock, Timeout

    name = sha256(os.path.realpath(path).encode()).hexdigest()[:16]
    try:
        with FileLock(_locks() / f"{name}.lock", timeout=_PATIENCE):
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
