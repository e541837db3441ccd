"""The words of an article as blocks: paragraphs, line breaks, tables with spans.

The numbers that a browser shows before the items of an ordered list (HTML 4.4.5, CSS Counter Styles 3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from linter.language import NamedTuple, Span, lazy
from linter.limits import COLUMNS
from linter.sources import Comment, Origin
from linter.sources.blocks import PILCROW, Builder, check_columns, clean
from linter.sources.html_article import is_silent
from linter.sources.html_lists import ListNumbers
from linter.sources.raised import raised

# All others are inline, as unknown elements are.
_BLOCK_NAMES = (
    "address article blockquote body caption center dd details dir div dl dt fieldset figcaption figure form h1 h2 h3"
    " h4 h5 h6 header hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_BLANKS = re.compile(r"[ \t\r\n\f]+")
# A line of the source that ends between two Chinese characters parts no words.
_SOFT = re.compile("(?<=[^\x00-\x7f])\x01(?=[^\x00-\x7f])")
# Two line breaks, or a line that begins with the indent of a paragraph, part paragraphs.
_PARAGRAPHS = re.compile(r"\n\s*\n|\n(?=[\u3000\u00a0\u2003]{2})")
_MARGIN = " \u3000\u00a0\u2002\u2003\ufeff\u200b\n"
# Buttons that pages put at the foot of an article.
_BUTTONS = lazy(r"【?{BUTTON}[^，。；]{0,24}$")
_DIRECTIVE = "gazette-lint:"
# What a browser takes for a number of rows at most (HTML 4.9.11).
_MOST_ROWS = 65534
# Where the title of a page stands that its article lacks.
TITLE = "标题"


class _Block(NamedTuple):
    """A paragraph, a table element still to be read, or a comment that speaks to the linter."""

    words: str
    line: int
    table: Any = None
    comment: str = ""


def write(article: Any, title: str) -> tuple[str, tuple[Origin, ...], tuple[Comment, ...]]:
    """The text of an article under its title, where each range came from, and its comments to the linter."""
    builder = Builder()
    comments: list[Comment] = []
    paragraphs = tables = 0
    if title:
        builder.block(TITLE)
        builder.write(clean(title))
    blocks = list(_blocks(article))
    while blocks and _BUTTONS.match(blocks[-1].words):
        blocks.pop()
    for block in blocks:
        if block.comment:
            comments.append(Comment(Span(builder.length, builder.length), block.comment))
        elif block.table is None:
            paragraphs += 1
            builder.block(f"第{paragraphs}段（源码第{block.line}行）")
            builder.write(clean(block.words, breaks=True))
        else:
            tables += 1
            _write_table(builder, block.table, f"表{tables}")
    raw, origins = builder.finish()
    return raw, origins, tuple(comments)


def _blocks(root: Any) -> Iterator[_Block]:
    """The blocks of an element in order of reading."""
    words: list[str] = []
    # The number of an item, until its first words are there.
    label = ""
    line = root.sourceline or 1
    for kind, element in _walk(root):
        if kind == "words":
            words.append(element)
            continue
        if kind == "label":
            label += element
            continue
        for block in _paragraphs(words, line):
            yield block._replace(words=label + block.words)
            label = ""
        words = []
        line = element.sourceline or line
        if kind == "table":
            for caption in element.iterchildren("caption"):
                yield from _blocks(caption)
            yield _Block("", line, table=element)
        elif kind == "comment":
            yield _Block("", line, comment=element.text.strip())
        elif kind == "end" and element.tag == "li":
            label = ""
    yield from _paragraphs(words, line)


def _walk(root: Any) -> Iterator[tuple[str, Any]]:
    """Starts and ends of blocks, words, labels of items, tables and comments, nothing silent. Without recursion."""
    stack: list[tuple[str, Any]] = [("open", root)]
    numbers = ListNumbers()
    while stack:
        kind, element = stack.pop()
        if kind != "open":
            yield kind, element
        elif not isinstance(element.tag, str):
            if element.tag is not None and (element.text or "").strip().startswith(_DIRECTIVE):
                yield "comment", element
        elif element.tag == "table" and element is not root and _is_data(element):
            yield "table", element
        elif not is_silent(element):
            stack.extend(reversed(list(_inside(element, numbers))))


def _inside(element: Any, numbers: ListNumbers) -> Iterator[tuple[str, Any]]:
    block = element.tag in _BLOCKS
    if block:
        yield "start", element
    if element.tag == "li":
        yield "label", numbers.label(element)
    if element.tag == "br":
        yield "words", "\n"
    if element.tag == "q":
        yield "words", "“"
    yield "words", _collapsed(element.text, element)
    for at, child in enumerate(element):
        if at and element.tag == "mfrac":
            yield "words", "/"
        yield "open", child
        yield "words", _collapsed(child.tail, element)
    if element.tag == "q":
        yield "words", "”"
    if block:
        yield "end", element


def _collapsed(words: str | None, element: Any) -> str:
    """Words with spaces as HTML shows them; a line end of the source is kept apart until its neighbours are known."""
    if not words:
        return ""
    if element.tag == "pre":
        return words.replace("\r\n", "\n")
    if element.tag == "sup" or (element.getparent() is not None and element.getparent().tag == "sup"):
        words = raised(words)
    return _BLANKS.sub(_blank, words)


def _blank(run: re.Match[str]) -> str:
    return "\x01" if "\n" in run[0] or "\r" in run[0] else " "


def _paragraphs(words: Iterable[str], line: int) -> Iterator[_Block]:
    whole = _SOFT.sub("", "".join(words)).replace("\x01", " ")
    for part in _PARAGRAPHS.split(whole) if whole.strip(_MARGIN) else ():
        lines = [one for one in (piece.strip(_MARGIN) for piece in part.split("\n")) if one]
        if lines:
            yield _Block("\n".join(lines), line)


def _is_data(table: Any) -> bool:
    """Whether a table holds data; old pages lay out their columns and frames as tables too."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [list(row.iterchildren("td", "th")) for row in table.iter("tr")]
    if all(len(row) < 2 for row in rows):
        return False
    lengths = sorted(len("".join(cell.itertext()).strip()) for row in rows for cell in row)
    return len(lengths) > 4 or lengths[-1] < 500 or lengths[-1] < 0.8 * sum(lengths)


def _write_table(builder: Builder, table: Any, name: str) -> None:
    """Rows of cells parted by tabs; a cell that spans has its words at its first place, the others are empty."""
    begin = builder.block
    number = 0
    for rows in _row_groups(table):
        taken: dict[int, int] = {}
        for row in rows:
            number += 1
            place = f"{name}第{number}行（源码第{row.sourceline or 1}行）"
            cells = [(cell, list(_texts(cell))) for cell in row.iterchildren("td", "th") if not is_silent(cell)]
            if any(texts for _, texts in cells):
                begin(place)
                begin = builder.row
                _write_row(builder, cells, place, taken)
            taken = {column: rows - 1 for column, rows in taken.items() if rows > 1}


def _row_groups(table: Any) -> Iterator[list[Any]]:
    """The rows that are shown, in groups that no cell reaches out of; the foot of a table stands at its end."""
    groups: dict[Any, list[Any]] = {}
    for row in table.iter("tr"):
        if not (is_silent(row) or is_silent(row.getparent())):
            groups.setdefault(row.getparent(), []).append(row)
    yield from (rows for group, rows in groups.items() if group.tag != "tfoot")
    yield from (rows for group, rows in groups.items() if group.tag == "tfoot")


def _write_row(builder: Builder, cells: list[tuple[Any, list[str]]], place: str, taken: dict[int, int]) -> None:
    at = 0
    for number, (cell, texts) in enumerate(cells, 1):
        while at in taken:
            builder.write("\t")
            at += 1
        columns, rows = _span(cell, "colspan"), _span(cell, "rowspan")
        check_columns(at + columns)
        taken.update(dict.fromkeys(range(at, at + columns), rows))
        builder.at(place.replace("（", f"第{number}格（"))
        builder.write(PILCROW.join(texts))
        builder.at(place)
        builder.write("\t" * (columns if number < len(cells) else columns - 1))
        at += columns
    # Cells of rows above reach down beside the last one.
    builder.write("\t" * (max(taken) + 1 - at))


def _texts(cell: Any) -> Iterator[str]:
    for block in _blocks(cell):
        if not block.comment:
            yield clean(block.words.replace("\n", PILCROW))


def _span(cell: Any, name: str) -> int:
    """How many columns or rows a cell takes up; a number of rows that is 0 means all that follow in the group."""
    words = (cell.get(name) or "").strip()
    if not words.isdecimal() or len(words) > 8:
        return 1
    if name == "rowspan" and not int(words):
        return _MOST_ROWS
    return min(max(int(words), 1), COLUMNS + 1)
