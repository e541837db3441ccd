"""Findings as rows of a list that an office can tick off, for CSV and spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator

from linter.kernel import labels
from linter.kernel.finding import Label
from linter.kernel.result import Result
from linter.language import NamedTuple
from linter.pages.explain import title
from linter.reports import ReportOptions
from linter.reports.entries import ReportEntry, clean, colon, ends, entries
from linter.reports.excerpt import plain
from linter.reports.places import where


class Column(NamedTuple):
    """A column: its heading, and its width in characters of a spreadsheet."""

    heading: Label
    width: int


COLUMNS = (
    Column(Label("序号", "No."), 6),
    Column(Label("文件", "File"), 24),
    Column(Label("位置", "Place"), 20),
    Column(Label("行", "Line"), 7),
    Column(Label("列", "Column"), 7),
    Column(Label("章节", "Section"), 30),
    Column(Label("级别", "Severity"), 8),
    Column(Label("编号", "ID"), 13),
    Column(Label("检查", "Check"), 10),
    Column(Label("检查内容", "About"), 28),
    Column(Label("原文", "Words"), 36),
    Column(Label("问题", "Finding"), 52),
    Column(Label("相关之处", "Related"), 40),
    Column(Label("修改建议", "Suggestion"), 24),
    Column(Label("依据", "Norm"), 20),
    Column(Label("处理", "Done"), 10),
    Column(Label("备注", "Remarks"), 24),
)
# What can be ticked in the column for it; what is kept, with a reason in the remarks, ``accept --from`` reads back.
DONE, KEPT, OPEN = Label("已改", "done"), Label("不改", "kept"), Label("待核", "open")
STATES = (DONE, KEPT, OPEN)
ACCEPTED = Label("已接受", "accepted")
# A place of more characters is a paragraph; its beginning and end are enough to know it by.
_QUOTED = 200


def rows(result: Result, options: ReportOptions) -> Iterator[list[str | int]]:
    """A row a finding that counts, the last two columns left to the office; then those accepted, with the reason."""
    number = 0
    for number, entry in enumerate(entries(result, options), 1):
        yield [number, *_row(entry, options.lang), "", ""]
    for more, entry in enumerate(entries(result, options, "accepted"), number + 1):
        reason = clean(plain(entry.item.suppression.reason)) if entry.item.suppression else ""
        yield [more, *_row(entry, options.lang), labels.pick(ACCEPTED, options.lang), reason]


def _row(entry: ReportEntry, lang: str) -> list[str | int]:
    item, file = entry.item, entry.file
    placed = bool(file.source.place(item.span.start))
    words = plain(file.text.slice(item.span))
    if len(words) > _QUOTED:
        words = f"{words[: _QUOTED // 2]}…{words[-_QUOTED // 2 :]}"
    fix = (
        labels.pick(labels.FIX[item.fix.kind], lang) + colon(lang) + labels.pick(item.fix.label, lang)
        if item.fix
        else ""
    )
    cells: list[str | int] = [
        entry.path,
        where(file, item.span.start, lang) if placed else "",
        "" if placed else entry.first.line,
        "" if placed else entry.first.column,
        " / ".join(item.path),
        labels.severity(item.severity, lang),
        item.id,
        item.code,
        title(item.check, lang),
        words,
        plain(labels.pick(item.message, lang)),
        "\n".join(ends(entry, lang)),
        plain(fix),
        item.check.norm,
    ]
    return [clean(cell) if isinstance(cell, str) else cell for cell in cells]
