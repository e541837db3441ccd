"""Accept a finding from the editor: write the decision beside the document, as ``gazette-lint accept`` does."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from linter.decisions import HEAD, Decision, block, name_of
from linter.matching import traces
from linter.result import FileResult
from linter.workspace import DECISIONS

UNSAID = "（待补理由）"


class Written(NamedTuple):
    """Where a decision was written, and on which line (from 0) its reason stands."""

    path: Path
    line: int


def accept(file: FileResult, fingerprint: str, reason: str) -> Written | None:
    """Append the decision on the finding with a fingerprint; None if there is no such finding any more.

    It goes into the nearest file of decisions above the document, or into a new one beside it.
    """
    at = next((at for at, item in enumerate(file.diagnostics) if item.fingerprint == fingerprint), -1)
    if at < 0:
        return None
    item = file.diagnostics[at]
    decision = Decision(traces(file)[at], name_of(file.issue, item.span.start), reason or UNSAID)
    folders = Path(file.path).absolute().parents
    path = next((folder / DECISIONS for folder in folders if (folder / DECISIONS).is_file()), folders[0] / DECISIONS)
    before = path.read_text("utf-8") if path.exists() else HEAD
    if not before.endswith("\n"):
        before += "\n"
    words = before + block(decision)
    path.write_text(words, "utf-8")
    lines = words.splitlines()
    return Written(path, max(number for number, line in enumerate(lines) if line.lstrip(" -").startswith("reason:")))
