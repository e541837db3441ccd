"""The section tree of a part: marks nest by rank, by depth, or by the order in which their schemes appear."""

from __future__ import annotations

from collections.abc import Sequence

from linter.language import Span, lazy, quick
from linter.structure.marks import Found
from linter.structure.model import Mark, Scheme, Section
from linter.structure.paragraph import Block, Paragraph, Table

_RANK = {"volume": 0, "chapter": 1, "division": 2, "article": 3}
_STOP = lazy(r"[。:]")
# Marks that lost their brackets, and those of the list they stand in.
_BRACKETED: dict[Scheme, Scheme] = {"chinese": "chinese-paren", "arabic": "arabic-paren"}


class OutlineNode:
    """A section in the making."""

    __slots__ = ("body", "children", "end", "heading", "mark", "parent")

    def __init__(self, parent: int, mark: Found, heading: Paragraph) -> None:
        self.parent = parent
        self.mark = mark
        self.heading = heading
        self.body: list[Block] = []
        self.children: list[int] = []
        self.end = 0


def build(items: Sequence[tuple[Block, Found | None]], part: int, first: int, part_end: int) -> list[Section]:
    """The sections of a part from its blocks with their marks; indexes count from ``first``."""
    nodes: list[OutlineNode] = []
    stack: list[int] = []
    for block, mark in _bracketed(items):
        if mark is None or isinstance(block, Table):
            if stack:
                nodes[stack[-1]].body.append(block)
            continue
        _unwind(nodes, stack, mark)
        parent = stack[-1] if stack else -1
        node = OutlineNode(parent, mark, block)
        if parent >= 0:
            nodes[parent].children.append(len(nodes))
        stack.append(len(nodes))
        nodes.append(node)
    _close(nodes, part_end)
    return [_section(node, index, part, first) for index, node in enumerate(nodes)]


def _bracketed(items: Sequence[tuple[Block, Found | None]]) -> Sequence[tuple[Block, Found | None]]:
    """A mark where one in brackets is due, and that is due in no list of its own, as one of those: (一) 二、 (三)."""
    marked = [(at, mark) for at, (_, mark) in enumerate(items) if mark]
    last: dict[Scheme, tuple[int, ...]] = {}
    stray: dict[int, Found] = {}
    for (_, before), (at, mark), (_, after) in zip(marked, marked[1:], marked[2:], strict=False):
        last[before.scheme] = before.value
        scheme = _BRACKETED.get(mark.scheme)
        between = (before.scheme, after.scheme) == (scheme, scheme) and last.get(mark.scheme) != before.value
        if scheme and between and before.value[0] + 1 == mark.value[0] == after.value[0] - 1:
            stray[at] = mark._replace(scheme=scheme)
    return [(block, stray.get(at, mark)) for at, (block, mark) in enumerate(items)] if stray else items


def _unwind(nodes: list[OutlineNode], stack: list[int], mark: Found) -> None:
    """Leave on the stack the section under which a mark belongs."""
    if mark.scheme in _RANK:
        rank = _RANK[mark.scheme]
        while stack and _RANK.get(nodes[stack[-1]].mark.scheme, 9) >= rank:
            stack.pop()
        return
    if mark.scheme == "decimal":
        depth = len(mark.value)
        above = [
            at
            for at, index in enumerate(stack)
            if nodes[index].mark.scheme == "decimal" and len(nodes[index].mark.value) >= depth
        ]
        if above:
            del stack[above[0] :]
            return
        shallower = [at for at, index in enumerate(stack) if nodes[index].mark.scheme == "decimal"]
        if shallower:
            del stack[shallower[-1] + 1 :]
        return
    same = [at for at, index in enumerate(stack) if nodes[index].mark.scheme == mark.scheme]
    if same:
        del stack[same[-1] :]


def _close(nodes: list[OutlineNode], part_end: int) -> None:
    """A section ends where the next one begins that is not below it."""
    open_nodes: list[int] = []
    for index, node in enumerate(nodes):
        start = node.heading.pieces[0].start
        while open_nodes and open_nodes[-1] != node.parent:
            nodes[open_nodes.pop()].end = start
        open_nodes.append(index)
    for index in open_nodes:
        nodes[index].end = part_end


def _section(node: OutlineNode, index: int, part: int, first: int) -> Section:
    heading = node.heading
    found = node.mark
    length = _joined_length(heading, found.skip)
    text = heading.text
    words = text[length:]
    stop = _STOP.search(words)
    runs_on = bool(stop and stop.end() < len(words) and stop.start() <= 40)
    title = words[: stop.start()] if stop and runs_on else words.rstrip("。:")
    mark_length = min(_joined_length(heading, found.length), len(text))
    mark = quick(Mark, (text[:mark_length], found.scheme, found.value, heading.span(0, mark_length)))
    title_span = heading.span(length, length + len(title)) if title else mark.span
    return Section(
        first + index,
        first + node.parent if node.parent >= 0 else -1,
        part,
        mark,
        heading,
        title,
        title_span,
        runs_on,
        tuple(first + child for child in node.children),
        tuple(node.body),
        quick(Span, (heading.pieces[0].start, node.end)),
    )


def _joined_length(heading: Paragraph, raw_length: int) -> int:
    """How many characters of the joined text come from the first ``raw_length`` of the line."""
    first = heading.pieces[0]
    limit = first.start + raw_length
    if limit <= first.end:
        return raw_length
    return sum(max(0, min(piece.end, limit) - piece.start) for piece in heading.pieces)
