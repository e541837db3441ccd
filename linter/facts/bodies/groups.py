"""Working groups: those a sentence declares (下设8个工作组,即综合协调组、…), and those described one by one."""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts.bodies.enumerations import ListRow, enumerations
from linter.language.pattern import lazy
from linter.language.record import NamedTuple
from linter.language.text import Span
from linter.structure.fact import fact
from linter.structure.model import Document, Paragraph, Section, Table

__all__ = ["Declaration", "Described", "Group", "group_declarations", "groups_described"]

_NAME = lazy(r"[^、,;:。()\s]{1,20}?组")
_HEADED = lazy(r"([^、,;:。()\s]{1,20}?组)(?=$|[:(。,及的和]|、?组成|{GROUP_FOLLOWED})")
_DECLARES = lazy(r"{SET_UP}|分[为成]|包括|组成")
_BEFORE = lazy(r".*(?:{SET_UP}|分成|包括|[为即是:有])")
# What follows a group at the head of a paragraph that describes it.
_GOES_ON = lazy(r"$|[:(。]|由|牵头|组成|主要")
_OPEN = lazy("组等")
_NOT = lazy(r"^(?:{AD_HOC}?工作|领导|[各本该小]|项目)组$|领导小组$|[重改分编机]组$")


class Group(NamedTuple):
    """The name of a group and its raw span."""

    name: str
    span: Span


class Declaration(NamedTuple):
    """Groups declared in one sentence; ``open`` if it ends in 等."""

    groups: tuple[Group, ...]
    span: Span
    open: bool


class Described(NamedTuple):
    """Groups that have a heading, paragraph or table row of their own, under one parent or in one table.

    ``span`` is the parent's heading, or the table's title or header.
    """

    groups: tuple[Group, ...]
    span: Span


@fact("group-declarations")
def group_declarations(document: Document) -> tuple[Declaration, ...]:
    """Sentences that declare three groups or more."""
    found = (_declaration(row) for row in document.read(enumerations))
    return tuple([one for one in found if one])


def _declaration(row: ListRow) -> Declaration | None:
    groups: list[Group] = []
    first, last = row.items[0], row.items[-1]
    for item in row.items:
        words, start = item.text, item.start
        if item is first:
            before = _BEFORE.match(words)
            cut = before.end() if before else 0
            words, start = words[cut:], start + cut
        match = _NAME.match(words)
        if match and (item is last or match.end() == len(words)) and not _NOT.search(match[0]):
            groups.append(Group(match[0], row.paragraph.span(start, start + match.end())))
    if len(groups) < 3 or len(groups) * 3 < len(row.items) * 2:
        return None
    text = row.paragraph.text
    sentence = text.rfind("。", 0, first.start) + 1
    if not _DECLARES.search(text[sentence : last.end]):
        return None
    span = Span(groups[0].span.start, groups[-1].span.end)
    return Declaration(tuple(groups), span, _OPEN.search(last.text) is not None)


@fact("groups-described")
def groups_described(document: Document) -> tuple[Described, ...]:
    """Sets of two groups or more that are described one by one: headings, paragraphs (综合协调组:…), table rows."""
    found = [*_headings(document), *_tables(document)]
    return tuple([one for one in found if len(one.groups) >= 2])


def _headings(document: Document) -> Iterator[Described]:
    parents: dict[tuple[int, int], list[Section]] = {}
    for section in document.sections:
        parents.setdefault((section.part, section.parent), []).append(section)
    for (_, parent), sections in parents.items():
        groups = [one for one in map(_heading, sections) if one]
        if groups:
            span = document.sections[parent].title_span if parent >= 0 else groups[0].span
            yield Described(tuple(groups), span)
    for section in document.sections:
        yield _paragraphs(section.body, section.title_span)
    for part in document.parts:
        head = part.title or part.label
        if part.kind in ("appendix", "attachment") and head:
            yield _paragraphs(part.blocks, head.span())


def _heading(section: Section) -> Group | None:
    match = _HEADED.match(section.title)
    if not match or _NOT.search(match[1]):
        return None
    text = section.heading.text
    start = text.find(match[1])
    return Group(match[1], section.heading.span(start, start + len(match[1]))) if start >= 0 else None


def _paragraphs(blocks: tuple[Paragraph | Table, ...], span: Span) -> Described:
    groups = []
    for block in blocks:
        if isinstance(block, Paragraph) and "组" in block.text[:22]:
            match = _HEADED.match(block.text)
            if match and _GOES_ON.match(block.text, match.end()) and not _NOT.search(match[1]):
                groups.append(Group(match[1], block.span(0, match.end())))
    return Described(tuple(groups), span)


def _tables(document: Document) -> Iterator[Described]:
    for part in document.parts:
        head = part.title or part.label
        for block in part.blocks:
            if isinstance(block, Table):
                groups = tuple(_rows(block))
                yield Described(groups, head.span() if head else block.span)


def _rows(table: Table) -> Iterator[Group]:
    for row in table.rows:
        for cell in row.cells[:3]:
            words = cell.text
            match = _HEADED.match(words) if words[-1:] == "组" else None
            if match and match.end() == len(words) and len(cell.paragraphs) == 1 and not _NOT.search(match[1]):
                yield Group(match[1], cell.paragraphs[0].span())
                break
