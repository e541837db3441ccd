"""Pages of a scan recognised one after the other, kept by their image, with progress where a person looks on."""

from __future__ import annotations

import hashlib
import json
import struct
import subprocess
import sys
from collections.abc import Callable, MutableMapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from threading import Timer
from types import TracebackType
from typing import IO, Self

from linter.limits import SCAN_SECONDS
from linter.sources import SourceError
from linter.sources.page import PICTURES, SCANNED, SHAPES, UNSEEN, Page
from linter.sources.scan import page_of, scan_of

_LENGTH = struct.Struct(">Q")
# The form of answers, by which those of other versions are not taken for them.
_FORM = b"\0pictures\0"
_ENGINES = ("rapidocr", "onnxruntime")


def engine() -> str:
    """The name and version of the recogniser, by which its answers are kept; nothing if it is not installed."""
    try:
        return " ".join(f"{name} {version(name)}" for name in _ENGINES)
    except PackageNotFoundError:
        return ""


def recognised(
    pages: Sequence[Page],
    numbers: Sequence[int],
    image_of: Callable[[int], bytes],
    kept: MutableMapping[str, bytes] | None = None,
) -> list[Page]:
    """The pages, those of these numbers (from 1) as recognised in the image that ``image_of`` gives of each.

    ``kept`` holds answers by the digest of their image and the engine, and takes new ones. Without the extra the pages
    stay as they are, and say what to install. Raises SourceError with one line.
    """
    found = list(pages)
    name = engine()
    if not name:
        for number in numbers:
            page = pages[number - 1]
            told = [what for what in page.unread if what not in (PICTURES, SHAPES)]
            found[number - 1] = page._replace(unread=(SCANNED, *told))
        return found
    with _Recogniser() as recogniser:
        for done, number in enumerate(numbers):
            _progress(f"识别第{number}页（{done}/{len(numbers)}）")
            page = pages[number - 1]
            answer = _answer(image_of(number), name, recogniser, {} if kept is None else kept)
            if answer is None:
                found[number - 1] = page._replace(unread=(UNSEEN,))
            else:
                found[number - 1] = page_of(scan_of(answer), page.width, page.height)
    _progress("")
    return found


def _answer(image: bytes, name: str, recogniser: _Recogniser, kept: MutableMapping[str, bytes]) -> object:
    """What the recogniser says of an image, now or before; None if it cannot read it."""
    key = hashlib.sha256(name.encode() + _FORM + image).hexdigest()
    said = kept.get(key)
    if said is None:
        said = recogniser.ask(image)
        if "error" in json.loads(said):
            return None
        kept[key] = said
    answer: object = json.loads(said)
    return answer


def _progress(words: str) -> None:
    """Show one line on a terminal in place of the last; none wipes it out."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{words}")
        sys.stderr.flush()


class _Recogniser:
    """The process that recognises pages, started with the first one."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()

    def ask(self, image: bytes) -> bytes:
        """The line that answers an image. Raises SourceError if none comes."""
        source, answers = self._pipes()
        assert self._process is not None  # noqa: S101 - it has pipes
        watch = Timer(SCAN_SECONDS, self._process.kill)
        watch.start()
        try:
            source.write(_LENGTH.pack(len(image)) + image)
            source.flush()
            answer = answers.readline()
        except OSError:
            answer = b""
        finally:
            watch.cancel()
        if not answer.endswith(b"\n"):
            raise SourceError(f"文字识别中断：内存不足，或一页超过 {SCAN_SECONDS} 秒 (recognition failed)")
        return answer

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None:
            command = [sys.executable, "-P", "-m", "linter.sources.scan_worker"]
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(  # noqa: S603
                command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
            )
        source, answers = self._process.stdin, self._process.stdout
        assert source is not None  # noqa: S101 - pipes were asked for
        assert answers is not None  # noqa: S101
        return source, answers
