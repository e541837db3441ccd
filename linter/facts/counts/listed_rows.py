"""Declared counts of the rows of a table: a title with (98项), 下列7家企业, (共5个)公布如下:, a group of rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.facts.counts.counted import Count, count_value
from linter.language import lazy
from linter.structure import Block, Document, Paragraph, Row, Table
from linter.structure.columns import headed

_THINGS = "[项个家条种类件户处所名人]"
COUNTED_BELOW = lazy(rf"\((?P<words>(?:共|共计|计|合计)? ?(?P<n>\d{{1,4}}) ?{_THINGS})\)$")
_TOLD_BELOW = lazy(
    rf"\((?P<words>(?:共计?|合计) ?(?P<n>\d{{1,4}}) ?{_THINGS})\)[^,。;:()\d]{{0,8}}(?:如下[:。]|公布。)$"
)
# 医疗机构5家纳入统计,…见下表。: above a table with a column of them.
_SEE_BELOW = lazy(r"(?P<noun>[^\W\d_]{2})(?P<words>(?P<n>\d{1,4}) ?[家个所座处])(?![以之\d])")
_BELOW = ("如下:", "如下。", "公布。")
_TABLE_BELOW = ("见下表。", "见下表:", "如下表。", "如下表:")
_LISTED_BELOW = lazy(r"(?:以下|下列|如下)(?P<words>(?P<n>[\d一二三四五六七八九十]{1,3}) ?[项个家件户处所名](?![以之]))")


def listed_rows(document: Document) -> Iterator[Count]:
    """What stands above a table with serial numbers, or the pieces of one: a title that ends in (98项), 下列7家企业."""
    for part in document.parts:
        blocks = part.blocks
        for at, block in enumerate(blocks):
            match = _above(block.text) if isinstance(block, Paragraph) else None
            if not match or not isinstance(block, Paragraph):
                continue
            tables = _following(blocks, at + 1)
            rows = _serials(tables)
            if rows and (not match.groupdict().get("noun") or _names(tables[0], match["noun"])):
                words = match["words"]
                span = block.span(*match.span("words"))
                yield Count(count_value(match["n"]), words, span, len(rows), len(rows), (rows[-1].span,), "rows")
    for table in document.tables:
        yield from _grouped(table)


def _grouped(table: Table) -> Iterator[Count]:
    """Rows that head a group and end in how many it holds (一、市级项目(3项)), with the numbered rows below them.

    They are held against each other only where the rows of each group are numbered from one on.
    """
    groups: list[tuple[Paragraph, re.Match[str], list[Row]]] = []
    for row in table.rows:
        filled = [cell for cell in row.cells if cell.text.strip()]
        head = COUNTED_BELOW.search(filled[0].text) if len(filled) == 1 and filled[0].paragraphs else None
        if head:
            groups.append((filled[0].paragraphs[0], head, []))
        elif groups:
            groups[-1][2].append(row)
    for heading, match, rows in groups:
        if len(rows) > 1 and [row.cells[0].text.strip() for row in rows] == [str(at + 1) for at in range(len(rows))]:
            at = heading.text.rfind(match["words"])
            span = heading.span(at, at + len(match["words"]))
            yield Count(int(match["n"]), match["words"], span, len(rows), len(rows), (rows[-1].span,), "rows")


def _above(text: str) -> re.Match[str] | None:
    """The one count in words that stand above what they list."""
    if text[-1:] == ")" and (titled := COUNTED_BELOW.search(text)):
        return titled
    if text.endswith(_TABLE_BELOW):
        seen = list(_SEE_BELOW.finditer(text))
        return seen[0] if len(seen) == 1 else None
    if text.endswith(_BELOW) and (told := _TOLD_BELOW.search(text)):
        return told
    below = list(_LISTED_BELOW.finditer(text)) if "列" in text or "下" in text else []
    return below[0] if len(below) == 1 else None


def _names(table: Table, noun: str) -> bool:
    """Whether a column is headed by what is counted."""
    return any(noun in cell.text for cell in table.header)


def _following(blocks: tuple[Block, ...], at: int) -> list[Table]:
    """The tables that follow a paragraph, one line (单位:万元) between them and it allowed."""
    if at < len(blocks) and isinstance(blocks[at], Paragraph):
        at += 1
    tables: list[Table] = []
    while at < len(blocks) and isinstance(block := blocks[at], Table):
        tables.append(block)
        at += 1
    return tables


def _serials(tables: list[Table]) -> list[Row]:
    """The rows with serial numbers, if they run from one without a gap over all the tables; none otherwise."""
    if not tables or 0 not in headed(tables[0], "serial", "code"):
        return []
    found: list[Row] = []
    for table in tables:
        for row in table.rows:
            words = row.cells[0].text.strip() if row.cells else ""
            if words.isdigit() and words.isascii():
                if int(words) != len(found) + 1:
                    return []
                found.append(row)
    return found
