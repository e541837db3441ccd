"""Totals in tables: rows named 合计, 小计, 总计 and columns headed so, with the cells they add up.

What a total adds up is not written: all rows, the subtotals, or the rows of the first level (一、二、). A reading is
accepted if it fits; a total is only held against a table whose other totals fit one, or that leaves no choice.
"""

from collections.abc import Iterator, Sequence

from linter.facts.counts.row_levels import children, leaves, levels, tops
from linter.facts.counts.terms import Sum, Term, proven, read
from linter.language import lazy
from linter.structure import Cell, Document, Row, Table, fact
from linter.structure.columns import headed, holds, is_total

__all__ = ["table_sums"]

_SUBTOTAL = lazy("小计")
_NUMBER = lazy(
    r"(?P<n>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?:[万亿]?元|个?月|(?:个?工作)?日|[人个项户分家亩%天次]|公顷)?$"
)
_CODE = lazy(r"0\d")
_BLANK = frozenset({"", "-", "—", "——", "/", "无", "0", "--"})
# Columns that do not add up: rates, averages, prices, measures of density, dates, serial numbers, telephone numbers.
_NAMED_MARK = lazy(r"\((?:满分|共|计)? ?(?P<n>\d{1,3}(?:\.\d)?) ?分\)$")
_HUNDRED = 100 * 10**6
# Heads of what may add up the columns beside it, without saying so.
_WHOLE_HEAD = lazy(r"^总(?![平均])|到户")
# What is given beyond the full mark.
_BEYOND = lazy("附加分|加分项?$|加分(?=[(:])|奖励分")
_AMONG = lazy(r"其中|^[#*]|^其他说明")


@fact("table-sums")
def table_sums(document: Document) -> tuple[Sum, ...]:
    """The totals of all tables with what they add up, those that fit included."""
    found: list[Sum] = []
    for table in document.tables:
        heads = headed(table, "total")
        if heads or any(label_of(row) for row in table.rows):
            found.extend(_columns(table))
            found.extend(_subtotals(table))
            found.extend(_groups(table))
            found.extend(_rows(table, heads))
        if not heads:
            found.extend(_wholes(table))
        found.extend(_marks(table))
    return tuple(found)


def _marks(table: Table) -> Iterator[Sum]:
    """The marks of the items of a group against that of the group, where a table has a column of marks for each."""
    marks = headed(table, "mark", "weight")
    if len(marks) == 1:
        yield from _named_marks(table, marks[0])
    if len(marks) != 2:
        return
    whole, item = marks
    groups: list[tuple[Cell, list[int]]] = []
    for at, row in enumerate(table.rows):
        if len(row.cells) <= item or label_of(row):
            continue
        if term_of(row.cells[whole]):
            groups.append((row.cells[whole], []))
        if groups:
            groups[-1][1].append(at)
    found = [one._replace(exact=True) for cell, rows in groups if (one := _sum(table, cell, rows, item))]
    fitting = sum(1 for one in found if one.fits)
    if fitting and fitting * 2 >= len(found):
        yield from found


def _named_marks(table: Table, item: int) -> Iterator[Sum]:
    """The marks of the items of a group against that in its name, 组织领导(15分), in the first of its cells."""
    found: list[tuple[Term, list[int]]] = []
    for at, row in enumerate(table.rows):
        if len(row.cells) <= item or label_of(row):
            continue
        cell = row.cells[0]
        if match := _NAMED_MARK.search(cell.text):
            value = read(match["n"])
            if value and cell.paragraphs:
                words = f"{match['n']}分"
                found.append((Term(*value, words, cell.span.start, cell.span.end, cell.paragraphs[0].span()), []))
        elif cell.text:
            return
        if found:
            found[-1][1].append(at)
    sums = [one for total, rows in found if (one := _added(table, total, rows, item))]
    if sum(1 for one in sums if one.fits) * 2 >= len(sums):
        yield from sums


def label_of(row: Row) -> str:
    """The word of a total row, among its first two cells; empty for other rows."""
    for cell in row.cells[:2]:
        words = cell.text.replace(" ", "")
        if words:
            return words if is_total(words) else ""
    return ""


def term_of(cell: Cell) -> Term | None:
    """The number of a cell, if it holds nothing else; codes that begin with 0 are none."""
    if len(cell.paragraphs) != 1:
        return None
    words = cell.text.replace(" ", "")
    match = _NUMBER.match(words)
    if not match or _CODE.match(match["n"]):
        return None
    value = read(match["n"].lstrip("-"))
    if value is None:
        return None
    sign = -1 if match["n"].startswith("-") else 1
    return Term(sign * value[0], *value[1:], words, cell.span.start, cell.span.end, cell.paragraphs[0].span())


def _columns(table: Table) -> Iterator[Sum]:
    """The row 合计 against the rows above it (or below, if it comes first)."""
    totals = [at for at, row in enumerate(table.rows) if label_of(row)]
    grand = [at for at in totals if not _SUBTOTAL.match(label_of(table.rows[at]))]
    if len(grand) != 1:
        return
    row = table.rows[grand[0]]
    details = [at for at, other in enumerate(table.rows) if at != grand[0] and _has_numbers(other)]
    widths = {len(table.rows[at].cells) for at in details}
    if len(widths) != 1 or any(_AMONG.match(name_of(table.rows[at])) for at in details):
        return
    # The word 合计 may span the columns before the first number, so that the row is read from its end.
    shift = widths.pop() - len(row.cells)
    if shift < 0:
        return
    columns = [
        at
        for at in range(1 + shift, len(row.cells) + shift)
        if (term := term_of(row.cells[at - shift])) and (adds(table, at) or _weighs(table, at, term))
    ]
    readings = _readings(table, details, totals)
    if len(within := [at for at in details if not _BEYOND.search(name_of(table.rows[at]))]) < len(details):
        readings += _readings(table, within, totals)
    tried = [[_sum(table, row.cells[at - shift], rows, at) for at in columns] for rows in (*readings, details)]
    found = max(([one for one in sums if one] for sums in tried), key=lambda sums: sum(1 for one in sums if one.fits))
    fitting = sum(1 for one in found if one.fits)
    if (fitting and fitting * 2 >= len(found)) or (len(readings) == 1 and len(found) == 1):
        yield from found
    elif not fitting:
        yield from _agreed(tried[:-1])


def _agreed(tried: list[list[Sum | None]]) -> Iterator[Sum]:
    """The sums of those columns in which all of several readings add up to the same: it matters not which is meant."""
    for column in zip(*tried, strict=True):
        sums = [one for one in column if one]
        if len(sums) == len(column) > 1 and len({one.added for one in sums}) == 1:
            yield sums[0]


def _subtotals(table: Table) -> Iterator[Sum]:
    """Each row 小计 against the rows above it, back to the row 小计 before."""
    found: list[Sum] = []
    above: list[int] = []
    for at, row in enumerate(table.rows):
        label = label_of(row)
        if _SUBTOTAL.match(label):
            columns = [column for column in range(1, len(row.cells)) if adds(table, column)]
            even = all(len(table.rows[one].cells) == len(row.cells) for one in above)
            found.extend(one for column in columns if even and (one := _sum(table, row.cells[column], above, column)))
        if label:
            above = []
        elif _has_numbers(row):
            above.append(at)
    fitting = sum(1 for one in found if one.fits)
    if fitting * 3 >= len(found) * 2 or (fitting and _whole_fits(table)):
        yield from found


def _whole_fits(table: Table) -> bool:
    """Whether the one total of a table adds up all rows that are none, in each of its columns: these are right."""
    totals = [row for row in table.rows if label_of(row) and not _SUBTOTAL.match(label_of(row))]
    details = [at for at, row in enumerate(table.rows) if not label_of(row) and _has_numbers(row)]
    if len(totals) != 1 or any(len(table.rows[at].cells) != len(totals[0].cells) for at in details):
        return False
    columns = [at for at in range(1, len(totals[0].cells)) if adds(table, at)]
    sums = [one for at in columns if (one := _sum(table, totals[0].cells[at], details, at))]
    return bool(sums) and all(one.fits for one in sums)


def _groups(table: Table) -> Iterator[Sum]:
    """Each row with rows under it (一、 over 1.) against these, in the columns where most of the groups show it.

    Rows without a name of their own, which is merged with the one above, stand beside that row and not under it; where
    rows have each as much as the row above (各60分), it says so of each and adds up none.
    """
    rows = [at for at, row in enumerate(table.rows) if not label_of(row) and len(row.cells) == len(table.header)]
    level = levels([table.rows[at] for at in rows])
    under = [
        (rows[at], [rows[one] for one in below])
        for at, below in enumerate(children(level))
        if len(below) > 1 and any(name_of(table.rows[rows[one]]) for one in below)
    ]
    for column in range(1, len(table.header)):
        if adds(table, column):
            sums = [_sum(table, table.rows[at].cells[column], below, column) for at, below in under]
            found = [one for one in sums if one and not _is_each(one)]
            fitting = sum(1 for one in found if one.fits)
            if (fitting >= 2 and fitting * 3 >= len(found) * 2) or (fitting and _stands(table, column, rows, level)):
                yield from found


def _is_each(one: Sum) -> bool:
    """Whether two parts or more have each as much as the whole."""
    return sum(1 for part in one.parts if part.value == one.total.value) > 1


def _stands(table: Table, column: int, rows: Sequence[int], level: Sequence[int]) -> bool:
    """Whether the one total of a column adds up the rows of the first level, so that these are right."""
    totals = [row for row in table.rows if label_of(row) and len(row.cells) == len(table.header)]
    first = [rows[at] for at in tops(level)]
    whole = _sum(table, totals[0].cells[column], first, column) if len(totals) == 1 else None
    return whole is not None and whole.fits and len(first) < len(rows)


def _has_numbers(row: Row) -> bool:
    return any(term_of(cell) for cell in row.cells[1:])


def name_of(row: Row) -> str:
    return next((cell.text for cell in row.cells[:2] if cell.text and not cell.text.isdigit()), "")


def _readings(table: Table, details: list[int], totals: list[int]) -> list[list[int]]:
    """The sets of rows a total may add up: the rows that have none under them, the subtotals, the rows of the top."""
    single = [at for at in details if at not in totals]
    level = levels([table.rows[at] for at in single])
    readings = [[single[at] for at in leaves(level)]]
    for rows in ([at for at in details if at in totals], [single[at] for at in tops(level)]):
        if len(rows) >= 2 and rows not in readings:
            readings.append(rows)
    return [rows for rows in readings if len(rows) >= 2] or [[]]


def adds(table: Table, column: int) -> bool:
    return not holds(table, column, "rate")


def _weighs(table: Table, column: int, total: Term) -> bool:
    """Whether a column holds weights, or shares whose whole is 100, which do add up."""
    return holds(table, column, "weight") or (holds(table, column, "share") and total.value == _HUNDRED)


def _sum(table: Table, cell: Cell, rows: Sequence[int], column: int) -> Sum | None:
    """The total in ``cell`` and the cells of its column in some rows; None if one of them holds words."""
    total = term_of(cell)
    return _added(table, total, rows, column) if total else None


def _added(table: Table, total: Term, rows: Sequence[int], column: int) -> Sum | None:
    parts: list[Term] = []
    for at in rows:
        one = table.rows[at].cells[column]
        term = term_of(one)
        if term:
            parts.append(term)
        elif one.text.replace(" ", "") not in _BLANK:
            return None
    return Sum(total, tuple(parts), complete=True) if len(parts) >= 2 else None


def _rows(table: Table, heads: list[int]) -> Iterator[Sum]:
    """A column headed 合计 against the other columns, where most rows show that it adds them up."""
    width = len(table.header)
    if len(heads) != 1:
        return
    columns = [at for at in range(1, width) if at != heads[0] and adds(table, at)]
    yield from proven(one for row in _whole_rows(table) if (one := _across(row, columns, heads[0])))


def _wholes(table: Table) -> Iterator[Sum]:
    """A column that may be the whole of those beside it (总投资, 到户水价), proven by two rows at least of three."""
    width = len(table.header)
    for head in (at for at, cell in enumerate(table.header) if at and _WHOLE_HEAD.search(cell.text)):
        others = [at for at in range(1, width) if at != head and not holds(table, at, "serial")]
        for columns in (others, [at for at in others if at > head], [at for at in others if at < head]):
            found = [one for row in _whole_rows(table) if (one := _across(row, columns, head))]
            # Beside nothing else a part is the whole: 1000, 1000, 0 shows nothing.
            shown = sum(1 for one in found if one.fits and sum(part.value != 0 for part in one.parts) > 1)
            if shown >= 2 and sum(1 for one in found if one.fits) * 3 >= len(found) * 2:
                yield from found
                return


def _whole_rows(table: Table) -> list[Row]:
    return [row for row in table.rows if len(row.cells) == len(table.header) and not label_of(row)]


def _across(row: Row, columns: list[int], head: int) -> Sum | None:
    total = term_of(row.cells[head])
    parts = [term for at in columns if (term := term_of(row.cells[at]))]
    return Sum(total, tuple(parts), complete=True) if total and len(parts) >= 2 else None
