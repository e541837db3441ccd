"""Accept a finding from the editor, as ``gazette-lint accept`` does: the same search, the same file, the same words."""

from __future__ import annotations

from pathlib import Path

from linter.accepted.accept import FindingReference, NamedFinding, file_decisions, find, those
from linter.kernel.result import FileResult
from linter.language.record import NamedTuple
from linter.runs.writing import rewrite
from linter.settings.edit import with_items


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

    return _write([min(named, key=away)], reason, target)


def accept_all(file: FileResult, code: str, words: str, reason: str, target: Path) -> Written | None:
    """Write a decision on every finding of a check on some words in a document; None without any. Raises the same."""
    named = those(file, lambda item: item.code == code and file.text.slice(item.span) == words)
    return _write(named, reason, target) if named else None


def add_word(words: str, target: Path) -> None:
    """Write words into the office's own in a settings file. Raises BadFileError and Failure."""
    rewrite(target, lambda before, name: with_items(before, name, ("office", "words"), [words], "由编辑器加入"))


def _write(chosen: list[NamedFinding], reason: str, target: Path) -> Written:
    text = rewrite(target, lambda before, name: file_decisions(before, name, chosen, reason))
    lines = text.splitlines()
    return Written(target, max(at for at, words in enumerate(lines) if words.lstrip(" -").startswith("reason:")))
