"""Tables: rows of cells parted by tabs or pipes, ``<p>`` in cells, and pieces broken over pages joined."""

from collections.abc import Iterator, Sequence

from linter.language import VOID, Span, lazy, quick
from linter.structure.lines import Line, ranges
from linter.structure.paragraph import Cell, Paragraph, Row, Table

# Paragraphs of a cell: tags that a conversion left, and the mark that the readers of Word, HTML and PDF put.
_PARAGRAPH = lazy(r"</?p>|<br ?/?>|¶")
_MARGIN = " " + VOID
# Words without any of these are one paragraph of one piece.
_PLAIN = frozenset(" *_<¶" + VOID)
_RULE = lazy(r"[|:\- ]+$")
# Sentences and numbers; a column may be headed by a year.
_NO_HEAD = lazy(r"[。;]|^\d(?!\d{3} ?年)")
_STOP = lazy(r"[。;]|^\d+[^\d\u4e00-\u9fff]")
_NUMERIC = lazy(r"[\d.,:;%\-()~ ]+$")


def table(normal: str, lines: Sequence[Line]) -> Table | None:
    """The table that consecutive lines make, or None if no cell holds words."""
    rows = [
        Row(tuple(_cells(normal, line)), Span(line.start, line.end)) for line in lines if not _RULE.match(line.text)
    ]
    rows = [row for row in rows if any(cell.paragraphs for cell in row.cells)]
    if not rows:
        return None
    ruled = len(lines) > 1 and "-" in lines[1].text and _RULE.match(lines[1].text) is not None
    header = rows[0].cells if len(rows) > 1 and _is_header(rows[0], ruled=ruled) else ()
    span = Span(rows[0].span.start, rows[-1].span.end)
    return Table(header, tuple(rows[1:] if header else rows), span)


def merge(first: Table, second: Table) -> Table | None:
    """Both as one table if the second repeats the header of the first (a page break), else None."""
    if not first.header:
        return None
    again = second.header or second.rows[0].cells
    if [_key(cell) for cell in again] != [_key(cell) for cell in first.header]:
        return None
    rest = second.rows if second.header else second.rows[1:]
    page = first.rows[-1].page + 1 if first.rows else 1
    rows = first.rows + tuple(row._replace(page=page) for row in rest)
    return Table(first.header, rows, Span(first.span.start, second.span.end), first.title)


def _key(cell: Cell) -> str:
    return "".join(cell.text.split())


def _is_header(row: Row, *, ruled: bool) -> bool:
    """Short words in at least two cells, none of them a number or a sentence; above a rule one may begin with a number
    (50米跑(秒)).
    """
    words = [cell.text for cell in row.cells if cell.text]
    if len(words) < 2 or len(words) * 2 < len(row.cells):
        return False
    return all(
        len(word) <= 24 and not _NUMERIC.match(word) and not (_STOP if ruled else _NO_HEAD).search(word)
        for word in words
    )


def _cells(normal: str, line: Line) -> Iterator[Cell]:
    start, end = line.start, line.end
    separator = "\t"
    if "\t" not in line.text:
        separator = "|"
        if normal[start] == "|":
            start += 1
            if normal[end - 1] == "|":
                end -= 1
    for words in normal[start:end].split(separator):
        yield _cell(normal, start, words)
        start += len(words) + 1


def _cell(normal: str, start: int, words: str) -> Cell:
    behind = words.lstrip(_MARGIN)
    start += len(words) - len(behind)
    words = behind.rstrip(_MARGIN)
    end = start + len(words)
    if not words:
        return quick(Cell, ((), quick(Span, (start, end)), ""))
    if _PLAIN.isdisjoint(words):
        whole = Paragraph(normal, [(start, end)])
        return quick(Cell, ((whole,), quick(Span, (start, end)), words))
    paragraphs: list[Paragraph] = []
    at = start
    for match in _PARAGRAPH.finditer(normal, start, end) if "<" in words or "¶" in words else ():
        paragraphs.extend(_words(normal, at, match.start()))
        at = match.end()
    paragraphs.extend(_words(normal, at, end))
    return Cell(tuple(paragraphs), Span(start, end), "".join([one.text for one in paragraphs]))


def _words(normal: str, start: int, end: int) -> list[Paragraph]:
    found = ranges(normal, *_trimmed(normal, start, end))
    return [Paragraph(normal, found)] if found else []


def _trimmed(normal: str, start: int, end: int) -> tuple[int, int]:
    """A range without the spaces and the markup at its ends."""
    words = normal[start:end].lstrip(_MARGIN)
    start = end - len(words)
    return start, start + len(words.rstrip(_MARGIN))
