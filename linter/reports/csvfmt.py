"""CSV (RFC 4180) with a byte order mark, without which spreadsheets take UTF-8 for the code page of the machine."""

import csv
from io import StringIO

from linter.kernel import labels
from linter.kernel.result import Result
from linter.reports import ReportOptions
from linter.reports.table import COLUMNS, rows

# Spreadsheets run what begins with one of these; a document may hold anything (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def render(result: Result, options: ReportOptions) -> bytes:
    """The whole list."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([labels.pick(column.heading, options.lang) for column in COLUMNS])
    for row in rows(result, options):
        writer.writerow([inert(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue().encode("utf-8-sig")


def inert(cell: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
