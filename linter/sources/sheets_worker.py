"""The process that reads one workbook: bytes on standard input, text with its cells as JSON on standard output."""

import sys
from importlib import import_module
from typing import Any

from linter.sources import SourceError
from linter.sources.blocks import Builder
from linter.sources.sheets_grid import notes, write
from linter.sources.worker import serve, told


def extract(data: bytes, form: str) -> dict[str, Any]:
    """Text, origins (start, end, cell) and notes. Raises SourceError with one line."""
    loader = import_module({"xls": "linter.sources.sheets_old", "xlsx": "linter.sources.sheets_new"}[form])
    try:
        sheets, hidden, lost = loader.load(data)
    except (SourceError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - the libraries meet damage with whatever comes
        raise SourceError("不是工作簿，或已损坏 (not a workbook, or damaged)") from None
    builder = Builder(len(data))
    for sheet in sheets:
        write(builder, sheet)
    raw, origins = builder.finish()
    if not raw:
        raise SourceError("工作簿里没有文字 (no words in the workbook)")
    return told(raw, origins, [*_unseen(hidden), *lost, *(note for sheet in sheets for note in notes(sheet))])


def _unseen(hidden: list[str]) -> list[str]:
    return [f"隐藏的工作表“{'”、“'.join(hidden)}”未检查 (hidden sheets are not read)"] if hidden else []


if __name__ == "__main__":
    serve(lambda data: extract(data, sys.argv[1]), "工作簿")
