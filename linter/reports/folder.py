"""Reports of many files as a folder: a page a file under an index, or a commented Word file for each draft.

The first page of a folder of HTML reports: every file with its counts, those with most errors first.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import PurePath, PurePosixPath

from linter import __version__
from linter.kernel import labels
from linter.kernel.finding import SEVERITIES
from linter.kernel.result import FileResult, Notification, Result
from linter.language import NamedTuple
from linter.reports import FORMATS, ReportError, ReportOptions, render
from linter.reports.html_text import page, title
from linter.reports.own import COMMENTED
from linter.reports.paths import STDIN, uri
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


_COLUMNS = (*SEVERITIES, *labels.STATE)


class IndexRow(NamedTuple):
    """A file: its path, its page below the folder, its findings by severity or what became of them, its documents."""

    path: str
    page: str
    counts: Mapping[str, int]
    documents: int


def index(rows: Sequence[IndexRow], notifications: Sequence[Notification], lang: str) -> str:
    """The page; it needs no script."""
    ranked = sorted(rows, key=lambda row: ([-row.counts[name] for name in SEVERITIES], row.path))
    sums = {name: sum(row.counts[name] for row in rows) for name in _COLUMNS}
    heads = "".join(f'<th scope="col">{name}</th>' for name in _heads(lang))
    total = f"{len(rows)} files" if lang == "en" else f"共 {len(rows)} 个文件"
    told = "".join(f"<p>{escape(f'{one.path} {one.text}'.strip())}</p>" for one in notifications)
    content = (
        f"<main><h1>{title(lang)}</h1>\n<table>\n<thead><tr>{heads}</tr></thead>\n"
        f"<tbody>\n{''.join(map(_row, ranked))}</tbody>\n"
        f'<tfoot><tr><th scope="row">{total}</th>{_numbers(sum(row.documents for row in rows), sums)}</tr></tfoot>\n'
        f"</table></main>\n<footer>{told}gazette-lint {__version__}</footer>\n"
    )
    return page(lang, "index.css", content)


def _heads(lang: str) -> list[str]:
    first = ["File", "Documents"] if lang == "en" else ["文件", "公文"]
    names = [labels.severity(name, lang) for name in SEVERITIES]
    return [*first, *names, *(labels.pick(label, lang) for label in labels.STATE.values())]


def _row(row: IndexRow) -> str:
    link = f'<a href="{escape(uri("./" + row.page))}">{escape(row.path)}</a>'
    return f'<tr><th scope="row">{link}</th>{_numbers(row.documents, row.counts)}</tr>\n'


def _numbers(documents: int, counts: Mapping[str, int]) -> str:
    cells = "".join(f'<td class="{name}">{counts[name] or ""}</td>' for name in _COLUMNS)
    return f"<td>{documents}</td>{cells}"
