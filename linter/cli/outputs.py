"""Where reports go: several in one run, each in the format that its prefix, ``--format`` or its suffix names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path, PurePath
from types import TracebackType
from typing import Self

from linter.kernel.result import FileResult, Result
from linter.language import NamedTuple
from linter.reports import FORMATS, LIVE, ReportError, ReportOptions, pieces, refuse, render, writing
from linter.runs.guard import WriteGuard
from linter.runs.run import STDIN
from linter.runs.writing import Failure, Sink, complain, emit, write
from linter.settings.config import Language
from linter.sources import SourceError

# The suffix of a file → the format that is meant; others are named by a prefix.
SUFFIXES = {
    ".txt": "text",
    ".json": "json",
    ".jsonl": "jsonl",
    ".sarif": "sarif",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".docx": "docx",
    ".csv": "csv",
    ".xlsx": "xlsx",
}


class Output(NamedTuple):
    """One report: its format, its file or folder, and which of them it is; without a path it is printed."""

    form: str
    path: str | None = None
    folder: bool = False


def read_outputs(values: Sequence[str], form: str | None) -> tuple[Output, ...]:
    """The reports that were asked for. Raises Failure for a suffix that names no format, and for a path named twice."""
    if not values:
        return (Output(form or "text"),)
    found = tuple(_output(value, form) for value in values)
    for at, one in enumerate(found):
        if any(one.path == other.path for other in found[:at]):
            raise Failure(f"--output {one.path} 写了两次 (named twice)")
    return found


def _output(value: str, form: str | None) -> Output:
    prefix, colon, rest = value.partition(":")
    named, path = (prefix, rest) if colon and rest and prefix in FORMATS else (form, value)
    if path.endswith(("/", "\\")) or Path(path).is_dir():
        return Output(named or "docx", path, folder=True)
    suffix = PurePath(path).suffix.lower()
    meant = named or SUFFIXES.get(suffix) or ("" if suffix else "text")
    if not meant:
        known = "、".join(SUFFIXES)
        raise Failure(f"--output {path}：看不出格式，请写 格式:文件，如 junit:{path} (unknown suffix; known: {known})")
    return Output(meant, path)


class Live:
    """The reports that are written while the run goes on: ``each`` gets the results as they end, None without any.

    ``placed`` gives them the paths they have in reports.
    """

    def __init__(
        self, outputs: Sequence[Output], guard: WriteGuard, placed: Callable[[FileResult], FileResult]
    ) -> None:
        self._open = [(one, Sink(one.path)) for one in outputs if is_live(one)]
        for one, _ in self._open:
            if one.path:
                guard.refuse(one.path)
        self._placed = placed
        self._stack = ExitStack()
        self.each = self._each if self._open else None

    def _each(self, file: FileResult, lang: Language) -> None:
        for output, sink in self._open:
            sink.put(writing(output.form).of_file(self._placed(file), lang))

    def end(self, result: Result, options: Callable[[Output], ReportOptions]) -> None:
        """Write what stands at the end of each."""
        for output, sink in self._open:
            sink.put(writing(output.form).end(result, options(output)))

    def __enter__(self) -> Self:
        for _, sink in self._open:
            self._stack.enter_context(sink)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)


def is_live(output: Output) -> bool:
    """Whether a report is written while the run goes on."""
    return output.form in LIVE and not output.folder


def refuse_unfit(outputs: Sequence[Output], result: Result) -> None:
    """Raise Failure for a report that cannot be made of a result, before any of them is written."""
    for output in outputs:
        if not output.folder:
            try:
                refuse(output.form, result)
            except ReportError as error:
                raise Failure(str(error)) from None


def put(
    outputs: Sequence[Output], guard: WriteGuard, result: Result, options: Callable[[Output], ReportOptions]
) -> bool:
    """Write all reports; one that fails keeps no other from being written. Whether all were. Raises Failure if none."""
    failed: list[str] = []
    for output in outputs:
        if is_live(output):
            continue
        try:
            failed += _put(output, guard, result, options(output))
        except (ReportError, SourceError) as error:
            failed.append(str(error))
        except Failure as error:
            failed.append(error.message)
    if failed and len(outputs) == 1 and not outputs[0].folder:
        raise Failure(failed[0])
    for words in failed:
        complain(words)
    return not failed


def _put(output: Output, guard: WriteGuard, result: Result, options: ReportOptions) -> list[str]:
    """Write one report. What could not be written of a folder."""
    if output.folder and output.path:
        return _fill(Path(output.path), output.form, guard, result, options)
    if output.path and output.form == "docx":
        data = render(output.form, result, options)
        guard.refuse(output.path, data if isinstance(data, bytes) else None)
        emit(data, output.path)
        return []
    if output.path:
        guard.refuse(output.path)
    with Sink(output.path, people=output.form == "text") as sink:
        for piece in pieces(output.form, result, options):
            sink.put(piece)
    return []


def _fill(folder: Path, form: str, guard: WriteGuard, result: Result, options: ReportOptions) -> list[str]:
    from linter.reports.folder import leaves

    failed = []
    for leaf in leaves(form, result, options):
        if leaf.failed:
            failed.append(leaf.failed)
            continue
        target = folder / leaf.path
        data = leaf.data.encode("utf-8", "replace") if isinstance(leaf.data, str) else leaf.data
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            guard.refuse(str(target), data)
            write(target, data)
        except OSError as error:
            failed.append(f"无法写入 {target} (cannot write): {error.strerror}")
        except Failure as error:
            failed.append(error.message)
    return failed


def refuse_early(outputs: Sequence[Output], guard: WriteGuard) -> None:
    """Raise Failure for a file that must not be written, before anything is linted for it."""
    for output in outputs:
        if output.path and output.path != STDIN and not output.folder:
            guard.refuse(output.path)
