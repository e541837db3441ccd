"""Accept a finding from the editor, as ``gazette-lint accept`` does: the same search, the same file, the same words."""

from __future__ import annotations

from pathlib import Path

from linter.accepted.accept import FindingReference, NamedFinding, file_decisions, find
from linter.kernel.result import FileResult
from linter.language.record import NamedTuple
from linter.runs.writing import rewrite


class Written(NamedTuple):
    """Where a decision was written, and on which line (from 0) its reason stands."""

    path: Path
    line: int


def accept(file: FileResult, fingerprint: str, line: int, reason: str, target: Path) -> Written | None:
    """Write the decision on a finding into a file of decisions; None if there is no such finding any more.

    Of several with one fingerprint it is the one nearest to ``line`` (from 0). Raises BadFileError for a file that
    cannot take it, Failure for one that cannot be written.
    """
    named = find([file], FindingReference(fingerprint=fingerprint))
    if not named:
        return None

    def away(one: NamedFinding) -> int:
        return abs(file.text.position(one.diagnostic.span.start).line - 1 - line)

    chosen = [min(named, key=away)]
    text = rewrite(target, lambda before, name: file_decisions(before, name, chosen, reason))
    lines = text.splitlines()
    return Written(target, max(at for at, words in enumerate(lines) if words.lstrip(" -").startswith("reason:")))
