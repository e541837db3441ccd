"""Telephone numbers: contact tables in their many layouts, lists of lines (市水务局:2068089), and numbers announced in
running text (联系电话:…).

A table may repeat its columns side by side (单位|电话|传真|单位|电话|传真), hold several numbers in a cell, mark them
(传真), (传真同号), and leave the name of a second row empty.

The telephone directory of an issue: every number of its contact tables, and whose it is.

Whether two names are one body is asked widely: what may be one body is never held against the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from linter.facts.base import flow
from linter.facts.bodies.names import is_body, key
from linter.language import NamedTuple, Span, lazy, subsequence
from linter.structure import Cell, Document, Issue, Paragraph, Table, fact
from linter.structure.columns import Held, held

__all__ = ["DirectoryEntry", "TelephoneNumber", "body_key", "contacts", "directory", "same_body", "telephones"]

_LINE = lazy(
    r"(?:\(?[\d一二三四五六七八九十]{1,3}[).、] ?)?(?P<name>[\u4e00-\u9fff()]{3,30}) ?[: ] ?"
    r"(?:{CALL_FOR}?(?:电话|热线):? ?)?(?=[(\d])"
)
# Fewer lines than this are no list of contacts.
_LINES = 3

Role = Literal["phone", "fax", "both", "mobile"]

_NUMBER = lazy(
    r"(?<![\d.*])(?:\((?P<bracketed>0\d{2,3})\) ?-? ?|(?P<area>0\d{2,3}) ?[-—] ?)?"
    r"(?P<local>[48]00[- ]\d{2,4}[- ]\d{3,4}|1[3-9]\d \d{4} \d{4}|[2-9]\d{2,3} \d{3,4}(?!\d)|\d{3,13})"
    r"(?![\d*.%])(?:(?:转|-)\d{1,5}(?!\d))?"
    r"(?P<note> ?\([^()]{0,4}传真[^()]{0,4}\)| ?\(同号\))?"
)
_WORD = lazy(r"(?:{PHONE}|传真|手机|致电|拨打)(?:号码)?(?:\([^()\n]{0,12}\))?[为是:]{0,2} ?(?=[(\d])")
# 联系人:运行管理司 010-00000000: with its area code a number needs no word before it.
_NAMED = lazy(r"联系人[^\d。;\n]{1,20}(?=\(?0\d{2,3}\)?[- ]\d{5})")
# A number with its area code and a dash is a telephone wherever it stands, but within a longer code.
_DIALLED = lazy(
    r"0(?<![\w./—-]0)(?:10|2\d|[3-9]\d\d)[-—]\d{5,9}(?![\w./—-])|\(0(?:10|2\d|[3-9]\d\d)\) ?\d{5,9}(?![\w./—-])"
)
_IN_BRACKETS = lazy(r"\((?=0\d{2,3}[-—]\d{7,8}\))")
_LAST_NAME = lazy(r"[\u4e00-\u9fff]{3,}$")
_OFFICE = lazy(".+[局委办厅部院会队所社府]")
_LONGEST_NAME = 24
# All numbers in brackets are one list, beside those of lines.
_BRACKETED = -10000
_NEXT = lazy(r" ?(?:[、,;/]|或者?|和)? ?(?=[(\d])")


class TelephoneNumber(NamedTuple):
    """A telephone number: area code ("" if none), the digits after it, what it is for, its raw span and its words.

    ``column`` is that of its table, -1 in running text.
    """

    area: str
    digits: str
    role: Role
    span: Span
    words: str
    column: int = -1


class Contact(NamedTuple):
    """The numbers of one name in one row. ``table`` is the index of the table in its document, below 0 for a list."""

    name: str
    name_span: Span
    person: str
    numbers: tuple[TelephoneNumber, ...]
    table: int


@fact("contacts", "条联系方式", "contact|contacts")
def contacts(document: Document) -> tuple[Contact, ...]:
    """The rows of all contact tables, one entry for each name in a row, in order."""
    found: list[Contact] = []
    for index, table in enumerate(document.tables):
        groups = _groups(table.header)
        if groups:
            found.extend(_rows(document, table, index, groups))
    found.extend(_listed(document))
    found.extend(_bracketed(document))
    return tuple(found)


def _listed(document: Document) -> Iterator[Contact]:
    """The bodies of lines that hold a name and one number, where such lines follow one another."""
    run: list[Contact] = []
    lists = 0
    for block in (*document.blocks, None):
        one = _line(document, block, -1 - lists) if isinstance(block, Paragraph) else None
        if one:
            run.append(one)
            continue
        if len(run) >= _LINES:
            yield from run
            lists += 1
        run = []


def _bracketed(document: Document) -> Iterator[Contact]:
    """Bodies with their numbers in brackets, in running text: 县教育局(0452-8322215);县财政局(0452-8321106)."""
    stream = document.read(flow)
    for match in _IN_BRACKETS.finditer(stream.text):
        unit = stream.unit_at(match.start())
        start = max(unit.start, match.start() - _LONGEST_NAME)
        name = _LAST_NAME.search(stream.text, start, match.start())
        number = _NUMBER.match(stream.text, match.start() + 1) if name and unit.table < 0 else None
        # 县农业农村局农机股 is told by its bureau.
        office = _OFFICE.match(name[0]) if name else None
        if name and number and office and is_body(office[0]):
            one = _number(number, "phone", stream.span(number.start(), number.end("local")))
            yield Contact(name[0], stream.span(*name.span()), "", (one,), _BRACKETED)


def _line(document: Document, block: Paragraph, table: int) -> Contact | None:
    head = _LINE.match(block.text) if block.text[-1].isdigit() else None
    number = _NUMBER.fullmatch(block.text, head.end()) if head else None
    if not head or not number or not is_body(head["name"]):
        return None
    one = _number(number, "phone", block.span(number.start(), number.end("local")))
    return (
        None
        if _masked(document, one.span)
        else Contact(head["name"], block.span(*head.span("name")), "", (one,), table)
    )


class _Group(NamedTuple):
    """A run of columns: the name, the person (-1 if none), and the columns of numbers with their roles."""

    name: int
    person: int
    numbers: tuple[tuple[int, Role], ...]


def _groups(header: tuple[Cell, ...]) -> list[_Group]:
    groups: list[_Group] = []
    name = person = -1
    numbers: list[tuple[int, Role]] = []
    for at, cell in enumerate(header):
        said = held(cell.text)
        role = _role(cell.text, said)
        if role:
            numbers.append((at, role))
        elif "person" in said:
            person = at
        elif said & {"body", "desk"} and (name < 0 or numbers):
            if numbers and name >= 0:
                groups.append(_Group(name, person, tuple(numbers)))
            name, person, numbers = at, -1, []
    if numbers and (name >= 0 or person >= 0):
        groups.append(_Group(name, person, tuple(numbers)))
    return groups


def _role(head: str, said: frozenset[Held]) -> Role | None:
    if "mobile" in said:
        return "mobile"
    if "fax" in said:
        return "both" if "电话" in head.replace(" ", "") and not head.startswith("传真") else "fax"
    return "phone" if "telephone" in said else None


def _rows(document: Document, table: Table, index: int, groups: list[_Group]) -> Iterator[Contact]:
    last: dict[int, Cell] = {}
    for row in table.rows:
        for group in groups:
            if group.name >= len(row.cells):
                continue
            cell = row.cells[group.name] if group.name >= 0 else None
            if cell is not None and not cell.paragraphs and group.name in last:
                cell = last[group.name]
            if cell is not None and cell.paragraphs:
                last[group.name] = cell
            numbers = tuple([one for one in _cells(row.cells, group) if not _masked(document, one.span)])
            if numbers:
                person = row.cells[group.person].text if 0 <= group.person < len(row.cells) else ""
                name = cell.text if cell else ""
                yield Contact(name, cell.span if cell else row.span, person, numbers, index)


def _cells(cells: tuple[Cell, ...], group: _Group) -> Iterator[TelephoneNumber]:
    for at, role in group.numbers:
        if at < len(cells):
            for paragraph in cells[at].paragraphs:
                yield from _numbers(paragraph, role, at)


def _numbers(paragraph: Paragraph, role: Role, column: int) -> Iterator[TelephoneNumber]:
    for match in _NUMBER.finditer(paragraph.text):
        yield _number(match, role, paragraph.span(match.start(), match.end("local")), column)


def _number(match: re.Match[str], role: Role, span: Span, column: int = -1) -> TelephoneNumber:
    area = match["bracketed"] or match["area"] or ""
    digits = match["local"].replace("-", "").replace(" ", "")
    if not area and digits.startswith("0") and len(digits) >= 9:
        cut = 3 if digits[1] in "12" else 4
        area, digits = digits[:cut], digits[cut:]
    if match["note"] and role != "mobile":
        role = "both" if "同号" in match["note"] or "电话" in match["note"] or "兼" in match["note"] else "fax"
    return TelephoneNumber(area, digits, role, span, match.string[match.start() : match.end("local")], column)


def _masked(document: Document, span: Span) -> bool:
    """Whether digits are hidden (138****0001): the words of a paragraph have lost the stars as marks of bold type."""
    return "*" in document.text.raw[span.start : span.end]


@fact("telephones")
def telephones(document: Document) -> tuple[TelephoneNumber, ...]:
    """The numbers announced in running text, in order; those of contact tables are not among them."""
    stream = document.read(flow)
    found: list[TelephoneNumber] = []
    named = _NAMED.finditer(stream.text) if "联系人" in stream.text else ()
    announced = {match.start(): match for match in _DIALLED.finditer(stream.text)}
    announced |= {match.end(): match for match in (*named, *_WORD.finditer(stream.text))}
    read = 0
    for begin, match in sorted(announced.items()):
        if begin < read or stream.unit_at(match.start()).table >= 0:
            continue
        role: Role = "fax" if match[0].startswith("传真") else "mobile" if match[0].startswith("手机") else "phone"
        at: int | None = begin
        while at is not None:
            number = _NUMBER.match(stream.text, at)
            if not number:
                break
            one = _number(number, role, stream.span(number.start(), number.end("local")))
            if not _masked(document, one.span):
                found.append(one)
            read = number.end()
            more = _NEXT.match(stream.text, number.end())
            at = more.end() if more and more.end() > number.end() else None
    return tuple(found)


# The room that answers the telephone is the body's own.
_DESK = lazy(r"(?:{DESK}|\([^()]*\))+$")
_TOP = lazy(r"^\w{0,4}[省市县区州盟旗](?:委|政府|人大|政协)$")


class DirectoryEntry(NamedTuple):
    """A number of a contact: ``document`` and ``contact.table`` say in which table it stands."""

    document: int
    contact: Contact
    number: TelephoneNumber
    body: str


@fact("directory")
def directory(issue: Issue) -> tuple[DirectoryEntry, ...]:
    """All numbers of all contact tables whose name is that of a body, in order."""
    return tuple(
        [
            DirectoryEntry(document.index, contact, number, contact.name)
            for document in issue.documents
            for contact in document.read(contacts)
            if owns_lines(contact.name)
            for number in contact.numbers
        ]
    )


def owns_lines(name: str) -> bool:
    """Whether a name is that of a body with lines of its own, not of a section (科, 处) or of a person."""
    bare = _DESK.sub("", name) or name
    return is_body(bare) or bool(_TOP.match(bare))


def body_key(name: str) -> str:
    """One key for a body, its short forms and its desk: to find it again in another table."""
    return key(_bare(name))


def same_body(one: str, other: str) -> bool:
    """Whether two names may mean one body: full and short form, or a body and its desk or part."""
    left, right = (_bare(name) for name in (one, other))
    if left == right or key(left) == key(right):
        return True
    short, long = sorted((left, right), key=len)
    return short in long or (short[-1:] == long[-1:] and subsequence(short, long))


def _bare(name: str) -> str:
    return _DESK.sub("", name) or name
