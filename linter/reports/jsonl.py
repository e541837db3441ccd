"""JSON Lines: an object a line, written as each file ends, for pipelines and long runs.

``kind`` says what a line is: ``file`` (what JSON lists under ``files``), behind it a ``finding`` for each of its
findings, and last of all one ``run`` with everything else. A report without that line is not whole. Findings have no
``id``: how many digits tell them apart is known at the end only.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from linter.kernel.result import FileResult, Result
from linter.reports import ReportOptions
from linter.reports.jsonfmt import about, file_record, finding_record


def render(result: Result, options: ReportOptions) -> str:
    """The whole report."""
    return "".join(stream(result, options))


def stream(result: Result, options: ReportOptions) -> Iterator[str]:
    """The whole report, file by file."""
    for file in result.files:
        yield of_file(file, options.lang)
    yield end(result, options)


def of_file(file: FileResult, lang: str) -> str:
    """The lines of one file."""
    lines = [_line("file", file_record(file))]
    for item in file.diagnostics:
        record = finding_record(file, item, lang)
        del record["id"]
        lines.append(_line("finding", record))
    return "".join(lines)


def end(result: Result, options: ReportOptions) -> str:
    """The last line."""
    return _line("run", about(result, options))


def _line(kind: str, record: Mapping[str, Any]) -> str:
    words = json.dumps({"kind": kind, **record}, ensure_ascii=False)
    return words.encode("utf-8", "replace").decode() + "\n"
