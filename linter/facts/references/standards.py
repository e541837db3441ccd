"""Standards cited by number, with the title beside it: GB/T 24353—2022《风险管理 指南》, 《…》(GB 50016-2014).

However it is spaced and dashed, and with GBT or GB T for GB/T, one number is one standard. Standards of provinces and
associations are read with the number of the region and the name of the association: DB45/2413, T/CAS 123.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.facts.base import flow
from linter.language import NamedTuple, Span, lazy
from linter.structure import Cell, Document, Paragraph, Table, fact

__all__ = ["SECTORS", "Standard", "coded", "standards"]

# Codes of national, sector and local standards in use (国家标准委 行业标准代号表).
SECTORS = (
    "AQ|BB|CB|CECS|CH|CJ|CJJ|CY|DA|DB|DL|DY|DZ|EJ|FZ|GA|GB|GBJ|GBZ|GC|GD|GH|GM|GY|HB|HG|HJ|HS|HY|JB|JC|JG|JGJ|JR|JT|JTG"
    "|JTJ|JY|LB|LD|LS|LY|MH|MT|MZ|NB|NY|QB|QC|QX|QZ|RB|SB|SC|SF|SH|SJ|SL|SN|SY|TB|TD|TY|WB|WH|WJ|WM|WS|XB|XF|YB|YC|YD"
    "|YJ|YS|YY|YZ|ZY"
)
_YEAR = r" ?[-—–~]{1,2} ?(?P<year>(?:19|20)\d\d)(?!\d)"
# A serial number of one figure is one only with its year: HJ 2.2-2018.
_SERIAL = (
    rf"(?P<serial>\d{{2,6}}(?:\.\d{{1,2}})?(?![\dA-Za-z%])|\d(?:\.\d{{1,2}})?(?={_YEAR.replace('?P<year>', '?:')}))"
)
# A local code holds the number of its region: DB11/T 1234, DB 45/2413; without the slash it is none.
_NUMBER = lazy(
    rf"(?:DB ?(?P<region>\d{{4}}|\d\d) ?/|(?!DB)(?P<code>{SECTORS})) ?(?P<kind>/? ?T/?|/ ?Z)? ?{_SERIAL}(?:{_YEAR})?"
)
# A standard of an association: T/CAS 123-2020.
_GROUP = lazy(rf"T/ ?(?P<group>[A-Z]{{2,10}}) ?{_SERIAL}(?:{_YEAR})?")
# Capitals are rare: a scan for them is many times faster than one for the codes.
_CAPITALS = lazy(r"[A-Z]{2,6}")
_GLUE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz/")
_BEHIND = lazy(r" ?《(?P<title>[^《》\n]{4,60})》")
_BEFORE = lazy(r"《(?P<title>[^《》\n]{4,60})》 ?\(?$")
# The title of a standard in a cell of its own.
_NAMED = lazy(r"^[^。;《》]{2,50}(?:{GUIDE}|[总通规]则|要求|方法|条件|部分:[^。;]{1,20})$")
_REACH = 64


class Standard(NamedTuple):
    """A standard cited: code with T, serial number, year (empty if none), words, and the title beside it, if any.

    ``start`` is the offset of its words into the flow of the document.
    """

    code: str
    serial: str
    year: str
    text: str
    span: Span
    title: str
    title_span: Span | None
    start: int


def coded(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where a pattern that begins with a code of capitals matches, in order; not within a longer word."""
    for capitals in _CAPITALS.finditer(text):
        start = capitals.start()
        match = pattern.match(text, start) if text[start - 1 : start] not in _GLUE or start == 0 else None
        if match:
            yield match


@fact("standards")
def standards(document: Document) -> tuple[Standard, ...]:
    """The standards that a document cites by number, in order of place."""
    stream = document.read(flow)
    found: list[Standard] = []
    tables: dict[int, dict[int, Sequence[Cell]]] = {}
    for match in sorted((*coded(stream.text, _NUMBER), *_of_groups(stream.text)), key=re.Match.start):
        start, end = match.span()
        title = _BEFORE.search(stream.text, max(0, start - _REACH), start) or _BEHIND.match(stream.text, end)
        unit = stream.unit_at(start)
        alone = unit.table >= 0 and not title and unit.paragraph.text.strip() == match[0].strip()
        if alone and unit.table not in tables:
            tables[unit.table] = _cells(document.tables[unit.table])
        beside = _titled(tables[unit.table].get(id(unit.paragraph), ())) if alone else None
        found.append(
            Standard(
                _code(match.groupdict()),
                match["serial"],
                match["year"] or "",
                match[0],
                stream.span(start, end),
                "".join((title["title"] if title else beside.text if beside else "").split()),
                stream.span(*title.span("title")) if title else beside.span() if beside else None,
                start,
            )
        )
    return tuple(found)


def _cells(table: Table) -> dict[int, Sequence[Cell]]:
    """The cells beside each of a table, the one on its right first, by the identity of the paragraphs in it."""
    beside: dict[int, Sequence[Cell]] = {}
    for row in table.rows:
        for at, cell in enumerate(row.cells):
            near = (*row.cells[at + 1 : at + 2], *row.cells[max(at - 1, 0) : at])
            for paragraph in cell.paragraphs:
                beside.setdefault(id(paragraph), near)
    return beside


def _titled(near: Sequence[Cell]) -> Paragraph | None:
    """The title in the cell right or left of one that holds a number and nothing else."""
    return next((one.paragraphs[0] for one in near if len(one.paragraphs) == 1 and _NAMED.search(one.text)), None)


def _of_groups(text: str) -> Iterator[re.Match[str]]:
    """The standards of associations, not within a longer word: GB/T/CAS is none."""
    return (match for match in _GROUP.finditer(text) if match.start() == 0 or text[match.start() - 1] not in _GLUE)


def _code(parts: dict[str, str | None]) -> str:
    """The code of a number, however it is spaced: GB/T, DB45, DB11/T, T/CAS."""
    if parts.get("group"):
        return f"T/{parts['group']}"
    region, kind = parts["region"], parts["kind"] or ""
    letter = next((letter for letter in "TZ" if letter in kind), "")
    return (f"DB{region}" if region else parts["code"] or "") + (f"/{letter}" if letter else "")
