"""Reports of many files as a folder: a page a file under an index, or a commented Word file for each draft."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath, PurePosixPath

from linter.kernel.result import FileResult, Result
from linter.language.record import NamedTuple
from linter.reports import FORMATS, ReportError, ReportOptions, render
from linter.reports.own import COMMENTED
from linter.reports.paths import STDIN
from linter.sources import SourceError

# What a report of all files is called in a folder, by its format.
_SUFFIX = {
    "markdown": "md",
    "text": "txt",
    "junit": "junit.xml",
    "checkstyle": "checkstyle.xml",
    "gitlab": "gitlab.json",
}


class Leaf(NamedTuple):
    """A file to write: its path below the folder, and its bytes, or why there are none."""

    path: PurePosixPath
    data: str | bytes = b""
    failed: str = ""


def leaves(form: str, result: Result, options: ReportOptions) -> Iterator[Leaf]:
    """The files of a report in a folder, each made when it is asked for."""
    if form == "docx":
        yield from _commented(result, options)
    elif form == "html":
        yield from _pages(result, options)
    else:
        suffix = _SUFFIX.get(form, form if form in FORMATS else "txt")
        yield Leaf(PurePosixPath(f"gazette-lint.{suffix}"), render(form, result, options))


def _commented(result: Result, options: ReportOptions) -> Iterator[Leaf]:
    names = below([file.path for file in result.files])
    stems = Counter(name.with_suffix("") for name in names)
    for file, name in zip(result.files, names, strict=True):
        own = name.stem if stems[name.with_suffix("")] == 1 else name.name
        path = name.with_name(f"{COMMENTED}{own}.docx")
        try:
            yield Leaf(path, render("docx", _only(result, file), options))
        except (ReportError, SourceError) as error:
            yield Leaf(path, failed=f"{file.path}: {error}")


def _pages(result: Result, options: ReportOptions) -> Iterator[Leaf]:
    from linter.reports.html_index import IndexRow, index

    rows: list[IndexRow] = []
    for file, name in zip(result.files, below([file.path for file in result.files]), strict=True):
        path = name.with_name(f"{name.name}.html")
        states: Counter[str] = Counter(item.severity if item.counts else item.state for item in file.diagnostics)
        rows.append(IndexRow(file.path, path.as_posix(), states, len(file.issue.documents)))
        yield Leaf(path, render("html", _only(result, file), options))
    yield Leaf(PurePosixPath("index.html"), index(rows, result.notifications, options.lang))


def _only(result: Result, file: FileResult) -> Result:
    """The result of one file."""
    told = tuple(one for one in result.notifications if one.path == file.path)
    return Result((file,), result.checks, told, result.packs)


def below(paths: Sequence[str]) -> list[PurePosixPath]:
    """Where files lie below the folder they have in common."""
    whole = [PurePath(os.path.abspath("stdin.txt" if path == STDIN else path)) for path in paths]  # noqa: PTH100
    try:
        root = os.path.commonpath([path.parent for path in whole]) if whole else ""
    except ValueError:  # two drives of Windows have no folder in common
        return [PurePosixPath(*path.parts[1:]) for path in whole]
    return [PurePosixPath(path.relative_to(root).as_posix()) for path in whole]
