"""Copied sentences: a table or annex that repeats the body, and where a copy departs from its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from linter.facts import fact
from linter.structure.model import Paragraph, Table

if TYPE_CHECKING:
    from linter.structure.model import Block, Document
    from linter.text import Span

_END = re.compile(r"[。;!?]")
_PLAIN = re.compile(r"<[^<>]*>|[\W_]+")
_MARK = re.compile(r"^[(]?[0-9一二三四五六七八九十]{1,3}[).、]+|^\d+(?:\.\d+)+|^[①-⑳]")
# Shorter sentences recur by nature.
_SHORTEST = 14
_ANCHOR = 6
# A sentence differs from its copy by this many characters at most; rewording on purpose differs by more.
_FARTHEST = 3
# So many sentences word for word, and a third of all, make a table or annex a copy.
_EXACT = 3
_CROWD = 6


class Sentence(NamedTuple):
    """A sentence: its characters without marks and punctuation, and its raw span."""

    plain: str
    span: Span


class Copy(NamedTuple):
    """A sentence of a copy that departs from its source."""

    source: Sentence
    copied: Sentence


@fact("copies")
def copies(document: Document) -> tuple[Copy, ...]:
    """Departures of tables and annexes from the body they otherwise copy word for word."""
    body: list[Block] = []
    annexes: list[list[Block]] = []
    for part in document.parts:
        tables: list[Block] = [block for block in part.blocks if isinstance(block, Table)]
        if part.kind in ("letter", "instrument"):
            body.extend(block for block in part.blocks if isinstance(block, Paragraph))
            annexes.extend([table] for table in tables)
        else:
            annexes.append(list(part.blocks))
    if not annexes or not body:
        return ()
    sources = [one for block in body for one in sentences(block)]
    exact = {one.plain for one in sources}
    index = _index(sources)
    found: list[Copy] = []
    for annex in annexes:
        found.extend(_departures([one for block in annex for one in sentences(block)], exact, index))
    return tuple(found)


def sentences(block: Block) -> Iterator[Sentence]:
    """The sentences of a paragraph, or of the cells of a table, that are long enough to be told apart."""
    if isinstance(block, Table):
        for row in block.rows:
            for cell in row.cells:
                for paragraph in cell.paragraphs:
                    yield from sentences(paragraph)
        return
    start = 0
    for stop in [*(match.start() for match in _END.finditer(block.text)), len(block)]:
        if stop - start >= _SHORTEST:
            words = block.text[start:stop]
            plain = _PLAIN.sub("", _MARK.sub("", words))
            if len(plain) >= _SHORTEST:
                yield Sentence(plain, block.span(start, stop))
        start = stop + 1


def _index(sources: list[Sentence]) -> dict[str, list[Sentence]]:
    """Sentences by their first and by their last characters; a crowd under one key tells nothing."""
    index: dict[str, list[Sentence]] = {}
    for one in sources:
        index.setdefault("^" + one.plain[:_ANCHOR], []).append(one)
        index.setdefault("$" + one.plain[-_ANCHOR:], []).append(one)
    return index


def _departures(annex: list[Sentence], exact: set[str], index: dict[str, list[Sentence]]) -> list[Copy]:
    copied = sum(1 for one in annex if one.plain in exact)
    if copied < _EXACT or copied * 3 < len(annex):
        return []
    found = []
    for one in annex:
        source = None if one.plain in exact else _source(one, index)
        if source:
            found.append(Copy(source, one))
    return found if len(found) * 2 <= copied else []


def _source(one: Sentence, index: dict[str, list[Sentence]]) -> Sentence | None:
    for anchor in ("^" + one.plain[:_ANCHOR], "$" + one.plain[-_ANCHOR:]):
        near = index.get(anchor, ())
        if len(near) <= _CROWD:
            source = next((other for other in near if _near(one.plain, other.plain)), None)
            if source:
                return source
    return None


def _near(one: str, other: str) -> bool:
    """Equal but for one run of a few characters."""
    if one == other or abs(len(one) - len(other)) > _FARTHEST:
        return False
    short = min(len(one), len(other))
    head = next((at for at in range(short) if one[at] != other[at]), short)
    tail = next((at for at in range(short - head) if one[-1 - at] != other[-1 - at]), short - head)
    return max(len(one), len(other)) - head - tail <= _FARTHEST
