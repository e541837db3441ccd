"""Sequences of numbers: marks of sections, marks run together in a paragraph, serial columns of tables; their breaks.

A run is what is counted on together: siblings, or items counted on across headings ((一)…(十七), articles across
chapters). ``breaks`` reads the numbers alone: each break is one cause, however many numbers it shifts.
``number_breaks`` keeps those that the text bears out: a number that merely lost its place in conversion is no defect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from linter.facts.base import flow
from linter.facts.references.appendices import announced
from linter.language.numerals import to_chinese
from linter.language.pattern import lazy
from linter.language.text import Span
from linter.structure.fact import fact
from linter.structure.marks import small
from linter.structure.model import Document, Section, Table

Origin = Literal["section", "inline", "column"]
Kind = Literal["skipped", "repeated", "misplaced"]

# A larger jump that the next number does not confirm is a number misread, not a list with holes.
_REACH = 3
# Counted through a whole part whatever stands above (立法法 65); a fragment of a law need not begin with the first.
_RANKS = ("volume", "chapter", "division", "article")
_THROUGH = ("volume", "chapter", "article")
_AMENDING = lazy(r"(?:修正案|(?:修改|修正|修訂).{0,90}(?:决定|決定))(?:\([^()]*\))?$")
# (1) or (一) behind a mark, not 第(一)项 nor 附表(一); 一是; ①. Each begins with what a scan finds fast.
_INLINE = (
    re.compile(r"\((?<![\w、]\()(\d{1,2}|[一二三四五六七八九十]{1,3})\)(?!项|、\()"),
    re.compile(r"([一二三四五六七八九十])是(?<!\w..)"),
    re.compile(r"([①-⑳])"),
)
_DIGITS = lazy(r"\d+|[一二三四五六七八九十百千零〇○]+")
_SERIAL = ("序号", "序次", "序號")


class NumberedItem(NamedTuple):
    """A number in a run: its value, the words of its mark and their place.

    ``foreign``: a decimal whose beginning is not the number of the section above (3.3 under 4).
    """

    value: int
    text: str
    span: Span
    foreign: bool = False


class Run(NamedTuple):
    """Numbers counted on together, in order of place; ``scheme`` is that of the marks, ``is`` (一是) or ``serial``."""

    origin: Origin
    scheme: str
    items: tuple[NumberedItem, ...]


class Break(NamedTuple):
    """Where a run does not count on: the wrong item, the value due there, and its neighbours.

    ``confirmed``: the number after it is the one that follows the value due, so that this one alone is wrong.
    """

    kind: Kind
    item: NumberedItem
    expected: int
    before: NumberedItem | None
    after: NumberedItem | None
    confirmed: bool = False


class NumberBreak(NamedTuple):
    """A break that the text bears out, with its run and the words of the mark due."""

    run: Run
    cause: Break
    mark: str


def breaks(items: Sequence[NumberedItem]) -> list[Break]:
    """The breaks of a run. A list may start again at 1; a single wrong number is told by the one after it."""
    found: list[Break] = []
    at = last = 0
    while at < len(items):
        item, due = items[at], last + 1
        if item.value == due and not item.foreign:
            at, last = at + 1, due
            continue
        before = items[at - 1] if at else None
        after = items[at + 1] if at + 1 < len(items) else None
        following = after.value if after and not after.foreign else 0
        if following == due + 1 and following != 2:
            found.append(Break(_kind(item, due), item, due, before, after, confirmed=True))
            at, last = at + 1, due
        elif following == due and item.value == due + 1:
            found.append(Break("misplaced", item, due, before, after))
            at, last = at + 2, item.value
        elif item.value == 1 and not item.foreign:
            if last == 1 and following == 2:
                found.append(Break("repeated", item, due, before, after))
            at, last = at + 1, 1
        else:
            found.append(Break(_kind(item, due), item, due, before, after))
            at, last = at + 1, due if item.foreign else item.value
    return found


def _kind(item: NumberedItem, due: int) -> Kind:
    if item.foreign:
        return "misplaced"
    return "repeated" if item.value < due else "skipped"


def written(scheme: str, value: int, like: str) -> str:
    """The mark of a value in the manner of another mark of its run."""
    if scheme == "circled":
        return chr(ord("①") + value - 1)
    old = list(_DIGITS.finditer(like))[-1]
    number = str(value) if old[0].isdigit() else to_chinese(value)
    return like[: old.start()] + number + like[old.end() :]


def is_amending(document: Document) -> bool:
    """Whether a document amends others, so that the numbers it quotes are theirs."""
    return bool(_AMENDING.search(document.title))


@fact("sequences")
def sequences(document: Document) -> tuple[Run, ...]:
    """Everything that is counted in a document, in order of place within each origin."""
    found = [*_sections(document), *_inline(document), *_columns(document)]
    return tuple([run for run in found if len(run.items) > 1])


@fact("number-breaks")
def number_breaks(document: Document) -> tuple[NumberBreak, ...]:
    """The breaks that the text bears out, in order of place."""
    found: list[NumberBreak] = []
    # In an act that amends others only its own 一、二、 are its numbers; the rest is quoted.
    amending = is_amending(document)
    for run in document.read(sequences):
        if amending and run.scheme != "chinese" and run.origin != "column":
            continue
        causes = breaks(run.items)
        if len(causes) > 2 and len(causes) * 8 > len(run.items):
            continue
        for cause in causes:
            mark = written(run.scheme, cause.expected, (cause.before or cause.item).text)
            if _is_sound(run, cause, causes) and not _stands(document, cause, mark) and not _begins(document, cause):
                found.append(NumberBreak(run, cause, mark))
    return tuple(sorted(found, key=lambda one: one.cause.item.span))


def _is_sound(run: Run, cause: Break, causes: Sequence[Break]) -> bool:
    """Whether a break is more than the loss of a heading in conversion, or a quantity taken for a mark."""
    if cause.item.foreign:
        # Between two that count on, or last and counting on by its own number: 6.3.2, 6.3.3, 6.4.4 under 6.3.
        last = cause.after is None and cause.item.value == cause.expected > 2
        return bool(cause.before and not cause.before.foreign and (last or (cause.after and not cause.after.foreign)))
    if len(run.items) < 3 and run.scheme in ("decimal", "arabic"):
        # 6.1, 6.3: two decimals that begin alike and leave out one.
        deep = run.scheme == "decimal" and "." in cause.item.text.strip(".")
        return bool(deep and cause.before and cause.item.value == cause.expected + 1)
    if cause.confirmed and cause.before:
        return True
    gap = cause.item.value - cause.expected
    if cause.kind != "skipped":
        return gap > -_REACH or run.origin != "section"
    if run.scheme in _RANKS:
        inside = [one for one in causes if one.before]
        return cause.before is not None and gap == 1 and len(inside) <= (3 if run.scheme == "article" else 1)
    return gap <= _REACH if cause.before else gap == 1 and len(run.items) > 2


def _begins(document: Document, cause: Break) -> bool:
    """Whether a second 1 may begin another list: something stands between it and the first."""
    if cause.item.value != 1 or cause.confirmed or not cause.before:
        return False
    above = document.section_at(cause.before.span.start)
    return above is None or bool(above.body or above.children)


def _stands(document: Document, cause: Break, mark: str) -> bool:
    """Whether the missing mark stands somewhere before: run together with other words, or out of order."""
    if cause.kind != "skipped" or cause.confirmed:
        return False
    text = document.text.normal
    end = cause.item.span.start
    if cause.before:
        start = cause.before.span.end
    else:
        above = document.section_at(end)
        start = document.sections[above.parent].span.start if above and above.parent >= 0 else document.span.start
    if mark.startswith("第"):
        return bool(re.search(rf"(?:^|[\s。;”>#])\s*{mark}(?!第|规定|的|[、和至])", text[start:end]))
    words = "".join(text[start:end].split())
    bare = mark.strip(" 、.")
    if bare.startswith("("):
        return bare in words
    return bool(re.search(rf"(?<!\d){re.escape(bare)}[、.](?!\d)", words))


def _sections(document: Document) -> Iterator[Run]:
    """Siblings of one scheme; a group that goes on from the last one of its scheme in the part is joined to it."""
    groups: dict[tuple[object, ...], list[Section]] = {}
    # The entries of a note 附件:1.… 2.… follow its first, which has no mark of its own.
    noted = {entry.span.start for entry in document.read(announced) if entry.source == "note"}
    stray = _stray(document)
    for section in document.sections:
        value = section.mark.value
        scheme: str = section.mark.scheme
        if section.title_span.start in noted:
            continue
        if scheme == "decimal":
            # Without its heading above (9 lost before 9.1), a decimal is counted with those that begin as it does.
            under = section.parent >= 0 and document.sections[section.parent].mark.scheme == "decimal"
            prefix = stray.get(section.index, value[:-1])
            key: tuple[object, ...] = (section.part, section.parent, len(value) if under else prefix)
        elif len(value) == 1:
            key = (section.part, -1 if scheme in _THROUGH else section.parent, scheme)
        else:
            continue
        groups.setdefault(key, []).append(section)
    latest: dict[tuple[int, str], list[NumberedItem]] = {}
    across: set[int] = set()
    runs: list[tuple[str, list[NumberedItem]]] = []
    for sections in groups.values():
        part = sections[0].part
        kind: str = sections[0].mark.scheme
        items = [_item(document, section, section.index in stray) for section in sections]
        earlier = latest.get((part, kind))
        if earlier and kind not in ("decimal", "division") and _goes_on(earlier, items, id(earlier) in across):
            earlier.extend(items)
            across.add(id(earlier))
        else:
            latest[part, kind] = items
            runs.append((kind, items))
    for kind, items in runs:
        yield Run("section", kind, tuple(items))


def _goes_on(earlier: Sequence[NumberedItem], items: Sequence[NumberedItem], across: bool) -> bool:
    """Whether a group counts on from an earlier one: by its first number, or as its neighbours did before."""
    first, last = items[0].value, earlier[-1].value
    # No list begins with a number above 2: (一)…(三), and (五)… under the next heading, leave out one.
    return first == last + 1 or (across and first > 1) or (first == last + 2 > 4)


def _stray(document: Document) -> dict[int, tuple[int, ...]]:
    """Decimals between two that count on past them (8.1, 6.2, 8.3), by index, with the beginning they should have."""
    found: dict[int, tuple[int, ...]] = {}
    depths: dict[tuple[int, int], list[Section]] = {}
    for section in document.sections:
        if section.mark.scheme == "decimal":
            depths.setdefault((section.part, len(section.mark.value)), []).append(section)
    for sections in depths.values():
        for before, section, after in zip(sections, sections[1:], sections[2:], strict=False):
            one, value, other = before.mark.value, section.mark.value, after.mark.value
            if one[:-1] == other[:-1] != value[:-1] and one[-1] + 2 == other[-1]:
                found[section.index] = one[:-1]
    return found


def _item(document: Document, section: Section, foreign: bool) -> NumberedItem:
    mark = section.mark
    if mark.scheme == "decimal" and section.parent >= 0:
        above = document.sections[section.parent].mark
        foreign = above.scheme == "decimal" and above.value != mark.value[:-1]
    return NumberedItem(mark.value[-1], mark.text, mark.span, foreign)


def _inline(document: Document) -> Iterator[Run]:
    """(1)…;(2)…;(3)… and 一是…二是… within one paragraph; three numbers make a list, two may be anything."""
    stream = document.read(flow)
    for pattern in _INLINE:
        lists: dict[tuple[int, str], list[tuple[int, re.Match[str]]]] = {}
        for match in pattern.finditer(stream.text):
            scheme, value = _inline_value(match)
            lists.setdefault((stream.index_at(match.start()), scheme), []).append((value, match))
        for (_, scheme), found in lists.items():
            if len(found) > 2 and found[0][0] == 1:
                items = [NumberedItem(value, match[0], stream.span(*match.span())) for value, match in found]
                yield Run("inline", scheme, tuple(items))


def _inline_value(match: re.Match[str]) -> tuple[str, int]:
    if match[0][-1] == "是":
        return "is", small(match[1])
    if match[0][0] == "(":
        return "arabic-paren" if match[1].isdigit() else "chinese-paren", small(match[1])
    return "circled", ord(match[1]) - ord("①") + 1


def _columns(document: Document) -> Iterator[Run]:
    """The one serial column of a table; a table that counts on from the one before it in its part is joined to it."""
    for part in document.parts:
        items: list[NumberedItem] = []
        for block in part.blocks:
            serials = _serials(block) if isinstance(block, Table) else []
            if items and serials and serials[0].value != items[-1].value + 1:
                yield Run("column", "serial", tuple(items))
                items = []
            items += serials
        if items:
            yield Run("column", "serial", tuple(items))


def _serials(table: Table) -> list[NumberedItem]:
    columns = [at for at, cell in enumerate(table.header) if "".join(cell.text.split()) in _SERIAL]
    if len(columns) != 1:
        return []
    cells = [cell for cell in table.column(columns[0]) if cell.text.isdigit() and len(cell.text) <= 4]
    return [NumberedItem(int(cell.text), cell.text, cell.paragraphs[0].span()) for cell in cells]
