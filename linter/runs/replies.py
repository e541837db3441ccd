"""What people answered in a report: replies in the comments of a Word file, the ticks and remarks of a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from linter.kernel.identity import FindingId, read_id
from linter.language import NamedTuple
from linter.reports.table import COLUMNS, KEPT
from linter.runs.writing import Failure
from linter.sources import SourceError, extra
from linter.sources.ooxml import Element

_ACCEPTED = re.compile(
    r"\s*(?:接受|不改|accept(?:ed)?\b|keep\b|kept\b)\s*[:：,，。—-]*\s*(?P<reason>.*)", re.IGNORECASE | re.DOTALL
)
_NAME = re.compile(r"\b[A-Z]{2,6}[0-9]{3}-[0-9a-f]{4,24}(?:\.[1-9][0-9]*)?\b")
_OWN = "gazette-lint"
_EXTENDED = "http://schemas.microsoft.com/office/word/2012/wordml"
_PARAGRAPH = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
# A spreadsheet that unpacks to more is none of ours.
_LARGEST = 1 << 28


class Reply(NamedTuple):
    """A finding that somebody accepted in a report: its short name, the reason, and who said so if that is known."""

    id: FindingId
    reason: str
    who: str = ""


def read_replies(path: Path) -> list[Reply]:
    """The findings accepted in a report, each once. Raises Failure for a file that is no such report."""
    readers = {".docx": _comments, ".xlsx": _workbook, ".csv": _csv}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise Failure(f"{path}：--from 读批注过的 .docx、填过的 .xlsx 或 .csv (a Word or Excel report)")
    try:
        found = reader(path.read_bytes())
        return list({reply.id: reply for reply in found}.values())
    except OSError as error:
        raise Failure(f"{path}: 无法读取 (cannot read): {error.strerror}") from None
    except SourceError as error:
        raise Failure(f"{path}: {error}") from None


def _comments(data: bytes) -> Iterator[Reply]:
    """Comments that answer one of ours: as replies, or beside it at the same words, or written into it."""
    from linter.sources.docx import read_mapped
    from linter.sources.ooxml import W, value

    draft = read_mapped(data)
    package = draft.package
    names = package.related(draft.part, "comments")
    comments = {value(one, "id"): one for one in package.tree(names[0]).iter(f"{W}comment")} if names else {}
    own = {key: name for key, one in comments.items() if (name := _named(one))}
    parents = _threads(package.tree(part) for part in package.related(draft.part, "commentsExtended"))
    marks = {key: [line.get(_PARAGRAPH, "") for line in one.iter(f"{W}p")] for key, one in comments.items()}
    holder = {mark: key for key, own_marks in marks.items() for mark in own_marks if mark}
    beside = _beside(draft.root, own)
    for key, one in comments.items():
        lines = _lines(one)
        if key in own:
            yield from _answers(own[key], lines[1:], "")
            continue
        parent = next((holder.get(parents[mark]) for mark in marks[key] if mark in parents), None) or beside.get(key)
        if parent in own:
            yield from _answers(own[parent], lines, value(one, "author"))


def _named(comment: Element) -> FindingId | None:
    """The short name of the finding that a comment of ours is about."""
    from linter.sources.ooxml import value

    found = _NAME.search(next(iter(_lines(comment)), "")) if value(comment, "author") == _OWN else None
    return read_id(found[0]) if found else None


def _lines(comment: Element) -> list[str]:
    from linter.sources.ooxml import W

    return ["".join(text.text or "" for text in line.iter(f"{W}t")) for line in comment.iter(f"{W}p")]


def _answers(name: FindingId, lines: Iterable[str], who: str) -> Iterator[Reply]:
    for line in lines:
        if found := _ACCEPTED.match(line):
            yield Reply(name, " ".join(found["reason"].split()), who)
            return


def _threads(parts: Iterable[Element]) -> dict[str, str]:
    """Which paragraph, by its mark, answers which."""
    return {
        one.get(f"{{{_EXTENDED}}}paraId", ""): parent
        for part in parts
        for one in part.iter(f"{{{_EXTENDED}}}commentEx")
        if (parent := one.get(f"{{{_EXTENDED}}}paraIdParent"))
    }


def _beside(root: Element, own: Iterable[str]) -> dict[str, str]:
    """For comments of others that begin where one of ours begins: which one of ours; programs without threads do so."""
    from linter.sources.ooxml import W, value

    known = set(own)
    found: dict[str, str] = {}
    for mark in root.iter(f"{W}commentRangeStart"):
        key, before = value(mark, "id"), mark.getprevious()
        while before is not None and before.tag == f"{W}commentRangeStart":
            if value(before, "id") in known and key not in known:
                found.setdefault(key, value(before, "id"))
            before = before.getprevious()
    return found


def _workbook(data: bytes) -> Iterator[Reply]:
    import zipfile
    from io import BytesIO

    openpyxl = extra("openpyxl", "sheets")
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            if sum(one.file_size for one in package.infolist()) > _LARGEST:
                raise SourceError("解压后过大，不予读取 (too large when unpacked)")
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError):
        raise SourceError("不是 .xlsx 文件，或已损坏 (not a workbook, or damaged)") from None
    for sheet in book.worksheets:
        rows = [[("" if cell is None else str(cell)) for cell in row] for row in sheet.iter_rows(values_only=True)]
        yield from _rows(rows)


def _csv(data: bytes) -> Iterator[Reply]:
    import csv

    from linter.sources.plain import decode

    yield from _rows(list(csv.reader(decode(data)[0].splitlines(keepends=True))))


def _rows(rows: Sequence[Sequence[str]]) -> Iterator[Reply]:
    """The rows of a list whose column for it says that the finding is kept."""
    head = [cell.strip() for cell in rows[0]] if rows else []
    columns = [_column(head, english) for english in ("ID", "Done", "Remarks")]
    if None in columns:
        raise SourceError("没有 编号、处理、备注 三栏 (no columns ID, Done and Remarks)")
    for row in rows[1:]:
        name, done, remark = (row[at].strip() if at is not None and at < len(row) else "" for at in columns)
        found = read_id(name.removeprefix("'"))
        if found and done.lower() in {*KEPT, "接受", "accept"}:
            yield Reply(found, " ".join(remark.split()))


def _column(head: Sequence[str], english: str) -> int | None:
    label = next(column.heading for column in COLUMNS if column.heading.en == english)
    return next((at for at, cell in enumerate(head) if cell in label), None)
