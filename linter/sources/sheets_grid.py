"""A sheet as its reader sees it, whatever the format of the workbook, and its way into the text."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from linter.language import NamedTuple
from linter.sources.blocks import PILCROW, Builder, check_columns, clean

_LETTERS = 26
# So many places are named in a note.
_NAMED = 5
# A merged area is looked through so far for a place that is not hidden.
_LARGEST = 1000


class SheetWords(NamedTuple):
    """A sheet that can be seen: words by row and column, both from 1; and where a number's format was not applied.

    A merged cell has its words at its first place, the others are empty. Hidden rows and columns are left out.
    """

    name: str
    cells: Mapping[int, Mapping[int, str]]
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()
    unformatted: Sequence[tuple[int, int]] = ()


class Sight:
    """Collects what can be seen of a sheet with these merged areas (first and last row, first and last column)."""

    def __init__(
        self, name: str, merged: Iterable[tuple[int, int, int, int]], rows: Container[int], columns: Container[int]
    ) -> None:
        self._name = name
        self._rows, self._columns = rows, columns
        self._first: dict[tuple[int, int], tuple[int, int] | None] = {}
        for area in merged:
            self._merge(*area)
        self._cells: dict[int, dict[int, str]] = {}
        self._hidden: tuple[set[int], set[int]] = set(), set()
        self._unformatted: list[tuple[int, int]] = []

    def _merge(self, top: int, bottom: int, left: int, right: int) -> None:
        """Of a merged area the first cell shows its words, at the first of its places that is not hidden."""
        rows, columns = range(top, min(bottom, top + _LARGEST) + 1), range(left, min(right, left + _LARGEST) + 1)
        places = ((row, column) for row in rows for column in columns)
        seen = ((row, column) for row, column in places if row not in self._rows and column not in self._columns)
        self._first[top, left] = next(seen, None)

    def put(self, row: int, column: int, words: str, formatted: bool) -> None:
        """Take down the words of a cell, unless it is hidden."""
        if not words.strip():
            return
        place = self._first.get((row, column), (row, column)) or (row, column)
        if place[0] in self._rows:
            self._hidden[0].add(place[0])
        elif place[1] in self._columns:
            self._hidden[1].add(place[1])
        else:
            self._cells.setdefault(place[0], {})[place[1]] = words.strip()
            if not formatted:
                self._unformatted.append(place)

    def sheet(self) -> SheetWords:
        """The sheet as collected."""
        return SheetWords(self._name, self._cells, sorted(self._hidden[0]), sorted(self._hidden[1]), self._unformatted)


def coordinate(row: int, column: int) -> str:
    """The name of a cell, both numbers from 1: (3, 28) is AB3."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def write(builder: Builder, sheet: SheetWords) -> None:
    """Write the tables of a sheet, parted by empty rows; single cells above and below a table are paragraphs."""
    for rows in _regions(sheet):
        full = [at for at, row in enumerate(rows) if len(sheet.cells[row]) > 1]
        first, last = (full[0], full[-1]) if full else (len(rows), len(rows))
        columns = sorted({column for row in rows[first : last + 1] for column in sheet.cells[row]})
        for at, row in enumerate(rows):
            if first <= at <= last:
                _write_row(builder, sheet, row, columns, begins=at == first)
            else:
                _write_words(builder, sheet, row)


def _regions(sheet: SheetWords) -> Iterator[list[int]]:
    """The rows with words that follow each other; hidden ones between them part nothing."""
    passed = set(sheet.hidden_rows)
    region: list[int] = []
    for row in sorted(sheet.cells):
        if region and any(between not in passed for between in range(region[-1] + 1, row)):
            yield region
            region = []
        region.append(row)
    if region:
        yield region


def _write_words(builder: Builder, sheet: SheetWords, row: int) -> None:
    for column, words in sorted(sheet.cells[row].items()):
        builder.block(_place(sheet, row, column))
        builder.write(clean(words, breaks=True))


def _write_row(builder: Builder, sheet: SheetWords, row: int, columns: Sequence[int], *, begins: bool) -> None:
    check_columns(len(columns))
    begin = builder.block if begins else builder.row
    begin(_place(sheet, row, columns[0]))
    for number, column in enumerate(columns):
        builder.at(_place(sheet, row, column))
        lines = sheet.cells[row].get(column, "").split("\n")
        builder.write(PILCROW.join(filter(None, (clean(line).strip() for line in lines))))
        if number + 1 < len(columns):
            builder.write("\t")


def _place(sheet: SheetWords, row: int, column: int) -> str:
    return f"工作表“{sheet.name}”{coordinate(row, column)}"


def notes(sheet: SheetWords) -> Iterator[str]:
    """What of a sheet was not read, or not read as Excel shows it."""
    name = f"工作表“{sheet.name}”"
    if sheet.hidden_rows:
        yield f"{name}隐藏的{_listed(sheet.hidden_rows)}行未检查 (hidden rows are not read)"
    if sheet.hidden_columns:
        yield f"{name}隐藏的{_listed(sheet.hidden_columns)}列未检查 (hidden columns are not read)"
    if sheet.unformatted:
        places = "、".join(coordinate(*place) for place in sheet.unformatted[:_NAMED])
        count = len(sheet.unformatted)
        yield f"{name}有{count}处数字格式（{places}）未套用，按存储的数值读 (number formats not applied)"


def _listed(numbers: Sequence[int]) -> str:
    named = "、".join(str(number) for number in numbers[:_NAMED])
    return f"第{named}" + (f"等{len(numbers)}" if len(numbers) > _NAMED else "")
