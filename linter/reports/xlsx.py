"""A spreadsheet of the findings, with filters and a column to tick them off. Extra ``[xlsx]``."""

from datetime import datetime
from io import BytesIO
from typing import Any

from linter.kernel import labels
from linter.kernel.finding import Label
from linter.kernel.result import Result
from linter.reports import ReportOptions
from linter.reports.entries import clean
from linter.reports.places import namings
from linter.reports.table import COLUMNS, STATES, rows
from linter.sources import extra

# The second sheet: headings and widths.
_NAMES = (
    (Label("文件", "File"), 30),
    (Label("一处写法", "One name"), 36),
    (Label("另一写法", "The other"), 36),
    (Label("处数", "Places"), 8),
    (Label("编号", "ID"), 30),
)

# One date for all files, so that the same findings make the same bytes.
_DATE = datetime(1980, 1, 1)  # noqa: DTZ001 - the format knows no time zone
_COLOURS = {"error": "#F8D7DA", "warning": "#FFF3CD", "note": "#E2E3E5"}
_STATE = next(at for at, column in enumerate(COLUMNS) if column.heading.en == "Done")
_SEVERITY = next(at for at, column in enumerate(COLUMNS) if column.heading.en == "Severity")
# What a cell of the format can hold.
_MOST = 32_767


def render(result: Result, options: ReportOptions) -> bytes:
    """The whole workbook. Raises SourceError if the extra is missing."""
    xlsxwriter = extra("xlsxwriter", "xlsx")
    out = BytesIO()
    # Words of the document stay words: nothing becomes a formula, a link or a number.
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, settings)
    book.set_properties({"title": "gazette-lint", "created": _DATE})
    sheet = book.add_worksheet("findings" if options.lang == "en" else "问题清单")
    head = book.add_format({"bold": True, "bg_color": "#DDEBF7", "border": 1, "text_wrap": True, "valign": "top"})
    body = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    for at, column in enumerate(COLUMNS):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, labels.pick(column.heading, options.lang), head)
    last = 0
    for last, row in enumerate(rows(result, options), 1):
        for at, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(last, at, cell, body)
            else:
                sheet.write_string(last, at, cell[:_MOST], body)
    states = [labels.pick(state, options.lang) for state in STATES]
    sheet.data_validation(1, _STATE, max(last, 1), _STATE, {"validate": "list", "source": states})
    for severity, colour in _COLOURS.items():
        rule = {"type": "cell", "criteria": "==", "value": f'"{labels.severity(severity, options.lang)}"'}
        sheet.conditional_format(
            1, _SEVERITY, max(last, 1), _SEVERITY, rule | {"format": book.add_format({"bg_color": colour})}
        )
    sheet.autofilter(0, 0, max(last, 1), len(COLUMNS) - 1)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    _add_names(book, result, options.lang, head, body)
    book.close()
    return out.getvalue()


def _add_names(book: Any, result: Result, lang: str, head: Any, body: Any) -> None:
    """A second sheet, if there is anything for it: what bears two names, those of one usual name together."""
    rows: list[tuple[str | int, ...]] = [
        (file.path, one.usual, words, len(found), " ".join(key for key, _ in found))
        for file in result.files
        for one in namings(file, ((item.known_as, item) for item in file.diagnostics))
        for words, found in one.others.items()
    ]
    if not rows:
        return
    sheet = book.add_worksheet("names" if lang == "en" else "一物两名")
    for at, (heading, width) in enumerate(_NAMES):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, labels.pick(heading, lang), head)
    for at, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(at, column, cell, body)
            else:
                sheet.write_string(at, column, clean(cell)[:_MOST], body)
    sheet.freeze_panes(1, 0)
