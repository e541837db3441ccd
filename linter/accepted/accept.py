"""Accept findings: find those a reference names, and file a decision on each."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from linter.accepted.decisions import HEAD, Decision, block, name_of, parse
from linter.accepted.matching import Trace, traces
from linter.forms.nodes import BadFileError, Place, Problem
from linter.kernel.identity import FindingId, read_id
from linter.kernel.result import Diagnostic, FileResult
from linter.language import NamedTuple

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::(?P<column>\d+))?(?::? *(?P<word>[A-Za-z][\w-]*))?")
_FINGERPRINT = re.compile(r"[0-9a-f]{6,24}")


class FindingReference(NamedTuple):
    """What names a finding: its short name; file, line and perhaps column and check; or its fingerprint."""

    path: str = ""
    line: int = 0
    column: int = 0
    word: str = ""
    fingerprint: str = ""
    id: FindingId | None = None


class NamedFinding(NamedTuple):
    """A finding that a reference names, and the document it is in, by number or title."""

    file: FileResult
    diagnostic: Diagnostic
    trace: Trace
    document: str


def read(text: str) -> FindingReference | None:
    """A reference such as ``TH003-7f3a``, ``draft.txt:12:TH003``, ``draft.txt:12:5`` or a fingerprint, or None."""
    if name := read_id(text):
        return FindingReference(id=name)
    if _FINGERPRINT.fullmatch(text):
        return FindingReference(fingerprint=text)
    found = _PLACE.fullmatch(text)
    if found is None:
        return None
    return FindingReference(found["path"], int(found["line"]), int(found["column"] or 0), found["word"] or "")


def find(files: Iterable[FileResult], reference: FindingReference) -> list[NamedFinding]:
    """The findings a reference names that nobody has accepted yet, in order of place."""
    return [one for file in files for one in those(file, partial(_is_named, file, reference))]


def those(file: FileResult, wanted: Callable[[Diagnostic], bool]) -> list[NamedFinding]:
    """The findings of a file that are wanted and that nobody has accepted yet, in order of place."""
    return [
        NamedFinding(file, item, trace, name_of(file.issue, item.span.start))
        for item, trace in zip(file.diagnostics, traces(file), strict=True)
        if item.suppression is None and wanted(item)
    ]


def _is_named(file: FileResult, reference: FindingReference, item: Diagnostic) -> bool:
    if reference.id:
        number = reference.id.number
        same = reference.id.names(item.code, item.fingerprint)
        return same and (not number or item.id.endswith(f".{number}"))
    if reference.fingerprint:
        return item.fingerprint.startswith(reference.fingerprint)
    at = file.text.position(item.span.start)
    return (
        at.line == reference.line
        and reference.column in {0, at.column}
        and (not reference.word or reference.word.lower() in {item.code.lower(), item.check.name})
    )


def file_decisions(
    text: str, name: str, named: Sequence[NamedFinding], reason: str, who: str = "", until: dt.date | None = None
) -> str:
    """The text of a file of decisions with one more for each finding. Raises BadFileError if it cannot take them."""
    before = parse(text, name) if text.strip() else ()
    blocks = [block(Decision(one.trace, one.document, reason, who, until)) for one in named]
    longer = (text.rstrip("\n") + "\n" if text.strip() else HEAD) + "".join(blocks)
    if len(parse(longer, name)) != len(before) + len(blocks):
        raise BadFileError([Problem(Place(name, 1), "decisions 应写成块状列表，才能接着写 (not a block list)")])
    return longer
