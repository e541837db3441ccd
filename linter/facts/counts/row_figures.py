"""Figures in tables that follow from columns beside them: 已整改 of 发现隐患 as 整改率, 单价 × 数量 = 金额, 本期 and
上期 as 环比(%), 数量 as 占比(%) of a total; and rows that are a part of the one above them (其中:执业医师 3310).

Which columns these are is not written: those that the other rows agree with. The head of a rate names what was done;
the column of those to whom it was done carries the same words. What grows at constant prices is left out, and so are
small differences, where the earlier figure may have been revised.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations

from linter.facts.counts.rates import Derived
from linter.facts.counts.table_sums import adds, label_of, name_of, term_of
from linter.facts.counts.terms import Sum, Term, plain, read
from linter.language import lazy
from linter.structure import Cell, Document, Row, Table, fact
from linter.structure.columns import headed, holds

__all__ = ["row_figures", "row_parts"]

_RATE = lazy(r"(?P<done>[^\W\d_]{2,6})率(?:\((?:单位:)?%\))?$")
_PERCENT = lazy(r"(?P<n>\d{1,3}(?:\.\d{1,2})?)%?$")
_COUNT = lazy(r"(?P<n>\d{1,9}(?:\.\d{1,4})?)$")
_PROOF = 2
_HUNDRED, _SPREAD = 100 * 10**6, 10**6
_PRICE = lazy(r"单价|单产|[补收][助贴费偿]标准|平均价|^每(?!万|百|千)[^\W\d]")
_MANY = lazy(r"(?P<n>\d{1,9}(?:\.\d{1,4})?) ?[^\W\d_]{1,4}$")  # 60盏, 400米
# An amount in 万 of what the price is in.
_SCALES = (1, 10**4)
_CHANGE = lazy(r"[同环]比|增[长减速]|[涨跌增降]幅|涨跌")
# What rose or fell in the unit of the figures themselves.
_DIFFERENCE = lazy(r"增减(?:[额量数值]|$|\((?![^()]*%))|[增减][加长]?[额量]|差额")
# 完成预算(%): so much of what was planned.
_COMPLETED = lazy(r"(?:完成|占)(?:年度|年初|全年|调整)?(?:预算|计划|任务|目标)的?(?:比[例重])?(?:\(%\)|%)$")
_MONTHLY, _ANNUAL, _MONTHS = lazy(r"^(?:每?月|月度)[^\d]{0,8}(?:\(|$)"), lazy(r"^(?:每?年|年度)[^\d]{0,8}(?:\(|$)"), 12
_NO_CHANGE = lazy(r"百分点|[排位][名次]|拉动|贡献|{OTHER_BASE}")
_STATED = lazy(r"(?P<sign>[-+−－]?)(?P<n>\d{1,3}(?:\.\d{1,2})?)%?$")
_OTHER_BASE = lazy("{OTHER_BASE}|GDP|价格指数")
# A revised figure of last year makes less than so many points.
_REVISED = 0.5
# Of more columns, or rows, not every pair is tried.
_WIDE, _LONG = 10, 120
_PART = lazy(r"\(?其中")
_UNIT = lazy(r"\(([^()]{1,8})\)")
_OTHERWISE = lazy(r"[率均占比增每]|指数")


@fact("row-figures")
def row_figures(document: Document) -> tuple[Derived, ...]:
    """The rates, amounts, changes and shares of tables that do not follow where two others or more, and most, do."""
    found: list[Derived] = []
    for table in document.tables:
        heads = ["".join(cell.text.split()) for cell in table.header]
        found += (*_rates(table, heads), *_products(table, heads), *_years(table, heads))
        if heads and len(heads) <= _WIDE and len(table.rows) <= _LONG:
            found += _changes(table, heads)
    return tuple(found)


def _proven(readings: Iterable[list[Derived]], *, half: bool = False) -> list[Derived]:
    """What does not fit in the one of several readings of a column that two rows, and two in three of all, agree with;
    nothing if no reading or more than one is so. ``half``: of a column whose head says what it holds half are enough.
    """
    found: list[list[Derived]] = []
    for one in readings:
        fitting = sum(1 for derived in one if derived.fits)
        if fitting >= _PROOF and fitting * (4 if half else 3) >= len(one) * 2:
            found.append([derived for derived in one if not derived.fits])
    return found[0] if len(found) == 1 else []


def _last(term: Term) -> int:
    """The worth of the last printed place of a number with decimals; whole numbers are exact."""
    return term.last if term.last < term.scale else 0


def _rates(table: Table, heads: list[str]) -> Iterator[Derived]:
    """What a column of rates is not, if exactly one other column is its whole."""
    for at, head in enumerate(heads):
        match = _RATE.match(head)
        parts = [
            i for i, words in enumerate(heads) if match and i != at and match["done"] in words and "率" not in words
        ]
        if len(parts) == 1:
            wholes = [whole for whole in range(len(heads)) if whole not in (at, parts[0])]
            yield from _proven(
                [[one for row in table.rows if (one := _rate(row, whole, parts[0], at))] for whole in wholes]
            )


def _rate(row: Row, whole: int, part: int, rate: int) -> Derived | None:
    if max(whole, part, rate) >= len(row.cells):
        return None
    cells = row.cells[whole], row.cells[part], row.cells[rate]
    patterns = _COUNT, _COUNT, _PERCENT
    matches = [pattern.match(cell.text.strip()) for pattern, cell in zip(patterns, cells, strict=True)]
    base, done, stated = [match and read(match["n"]) for match in matches]
    if base is None or done is None or stated is None or not 0 < done[0] <= base[0]:
        return None
    expected = 100 * done[0] / base[0]
    fits = abs(stated[0] / _SPREAD - expected) <= stated[1] / _SPREAD + 1e-9
    printed = plain(round(round(expected, 1) * _SPREAD)) + "%"
    return Derived(cells[2].text.strip(), cells[2].span, (cells[0].span, cells[1].span), printed, fits)


def _products(table: Table, heads: list[str]) -> list[Derived]:
    prices = [at for at, head in enumerate(heads) if _PRICE.search(head)]
    if len(prices) != 1:
        return []
    rows = [row for row in table.rows if len(row.cells) == len(heads) and not label_of(row)]
    columns = [at for at in range(len(heads)) if at != prices[0] and not holds(table, at, "serial")]
    pairs = [(*pair, scale) for pair in permutations(columns, 2) for scale in _SCALES]
    return _proven([[one for row in rows if (one := _product(row, prices[0], *pair))] for pair in pairs])


def _product(row: Row, price: int, number: int, amount: int, scale: int) -> Derived | None:
    each, many, stated = (term_of(row.cells[at]) for at in (price, number, amount))
    if many is None and (match := _MANY.match(row.cells[number].text.strip())) and (value := read(match["n"])):
        many = Term(*value, match[0], 0, 0, row.cells[number].span)
    # One of a thing costs what each costs, in whatever columns.
    if each is None or many is None or stated is None or min(each.value, many.value) <= 0 or many.value == _SPREAD:
        return None
    whole = each.value * many.value // scale
    slack = (_last(each) // 2 * many.value + _last(many) // 2 * each.value) // scale + stated.last * _SPREAD // 2
    fits = abs(whole - stated.value * _SPREAD) <= slack
    cells = row.cells[price].span, row.cells[number].span
    return Derived(stated.words, row.cells[amount].span, cells, plain(whole // _SPREAD), fits)


def _changes(table: Table, heads: list[str]) -> Iterator[Derived]:
    differences = [at for at, head in enumerate(heads) if at and _DIFFERENCE.search(head)]
    changes = [at for at, head in enumerate(heads) if at and _CHANGE.search(head) and not _NO_CHANGE.search(head)]
    changes = [at for at in changes if at not in differences]
    shares = [at for at in headed(table, "share") if at]
    done = [at for at, head in enumerate(heads) if at and _COMPLETED.search(head)]
    if not changes and not shares and not differences and not done:
        return
    rows = [row for row in table.rows if len(row.cells) == len(heads)]
    figures = [
        at for at in range(1, len(heads)) if not holds(table, at, "serial") and _CHANGE.search(heads[at]) is None
    ]
    for at in differences:
        pairs = [pair for pair in permutations(figures, 2) if at not in pair]
        yield from _proven([_differing(rows, *pair, at) for pair in pairs], half=True)
    for at in changes:
        pairs = [pair for pair in permutations(figures, 2) if at not in pair]
        yield from _proven([_changed(rows, *pair, at) for pair in pairs])
    for at in done:
        pairs = [pair for pair in permutations(figures, 2) if at not in pair]
        yield from _proven([_completed(rows, *pair, at) for pair in pairs])
    for at in shares:
        whole = next((row for row in rows if label_of(row) or _is_whole(row.cells[at])), None)
        parts = [row for row in rows if row is not whole]
        yield from _proven([_shared(parts, whole, column, at) for column in figures if whole and column != at])


def _years(table: Table, heads: list[str]) -> Iterator[Derived]:
    """What is paid a year, where a column beside it says how much that is a month."""
    months = [at for at, head in enumerate(heads) if _MONTHLY.search(head)]
    years = [at for at, head in enumerate(heads) if _ANNUAL.search(head)]
    if len(months) != 1 or len(years) != 1:
        return
    found: list[Derived] = []
    for row in table.rows:
        if len(row.cells) == len(heads):
            month, year = term_of(row.cells[months[0]]), term_of(row.cells[years[0]])
            if month and year and month.value > 0:
                expected, cell = _MONTHS * month.value, row.cells[months[0]].span
                fits = abs(expected - year.value) <= max(_last(year), _MONTHS * _last(month)) // 2
                found.append(Derived(year.words, row.cells[years[0]].span, (cell, cell), plain(expected), fits))
    yield from _proven([found])


def _completed(rows: list[Row], whole: int, part: int, at: int) -> list[Derived]:
    """How much of a plan each row has reached, in per cent."""
    found: list[Derived] = []
    for row in rows:
        base, done, stated = term_of(row.cells[whole]), term_of(row.cells[part]), _percent(row.cells[at])
        if base and done and stated and base.value > 0 and base.value != done.value:
            slack = 50 * (_last(done) + _last(base)) / base.value
            found += _derived(
                row.cells[at], stated, 100 * done.value / base.value, slack, (row.cells[whole], row.cells[part])
            )
    return found


def _is_whole(cell: Cell) -> bool:
    stated = _percent(cell)
    return stated is not None and stated[0] == _HUNDRED


def _changed(rows: list[Row], now: int, before: int, at: int) -> list[Derived]:
    """How each row changed from one column to another."""
    found: list[Derived] = []
    for row in rows:
        later, earlier, stated = term_of(row.cells[now]), term_of(row.cells[before]), _percent(row.cells[at])
        name = "".join(cell.text for cell in row.cells[:2])
        if later and earlier and stated and min(later.value, earlier.value) > 0 and not _OTHER_BASE.search(name):
            if later.value == earlier.value and not stated[0]:
                continue  # Nothing changed, which proves nothing.
            ratio = later.value / earlier.value
            slack = 50 * (later.last + ratio * earlier.last) / earlier.value
            given = row.cells[now], row.cells[before]
            found += _derived(row.cells[at], stated, 100 * (ratio - 1), slack, given)
    return found


def _differing(rows: list[Row], now: int, before: int, at: int) -> list[Derived]:
    """By how much each row changed from one column to another."""
    found: list[Derived] = []
    for row in rows:
        later, earlier, stated = term_of(row.cells[now]), term_of(row.cells[before]), term_of(row.cells[at])
        if later and earlier and stated and not later.value == stated.value == 0:
            expected = later.value - earlier.value
            fits = abs(expected - stated.value) <= (_last(later) + _last(earlier) + _last(stated)) // 2
            given = row.cells[now].span, row.cells[before].span
            found.append(Derived(stated.words, row.cells[at].span, given, plain(expected), fits, sure=False))
    return found


def _shared(rows: list[Row], whole: Row | None, column: int, at: int) -> list[Derived]:
    """The share of each row in a row of totals."""
    total = term_of(whole.cells[column]) if whole else None
    if whole is None or total is None or total.value <= 0:
        return []
    found: list[Derived] = []
    for row in rows:
        part, stated = term_of(row.cells[column]), _percent(row.cells[at])
        if part and stated and 0 < part.value <= total.value:
            slack = 50 * (_last(part) + _last(total)) / total.value
            given = whole.cells[column], row.cells[column]
            found += _derived(row.cells[at], stated, 100 * part.value / total.value, slack, given)
    return found


def _percent(cell: Cell) -> tuple[int, int] | None:
    """A stated change, and the worth of its last digit, in millionths of a per cent."""
    match = _STATED.match("".join(cell.text.split()))
    value = read(match["n"]) if match else None
    return (-value[0] if match["sign"] not in {"", "+"} else value[0], value[1]) if match and value else None


def _derived(
    cell: Cell, stated: tuple[int, int], expected: float, slack: float, given: tuple[Cell, Cell]
) -> Iterator[Derived]:
    off = abs(stated[0] / _SPREAD - expected)
    fits = off <= stated[1] / _SPREAD + slack + 1e-9
    if fits or off > _REVISED:
        yield Derived(
            cell.text.strip(), cell.span, (given[0].span, given[1].span), f"{expected:.1f}%", fits, sure=False
        )


@fact("row-parts")
def row_parts(document: Document) -> tuple[Sum, ...]:
    """The cells of rows that are a part of the row above them and more than its cell."""
    return tuple([one for table in document.tables for one in _parts(table)])


def _parts(table: Table) -> Iterator[Sum]:
    whole: Row | None = None
    top: Row | None = None
    group: list[Row] = []
    for row in table.rows:
        if not _PART.match(name_of(row)):
            # 其中:城镇 149.4, 乡村 77.0: the second goes on with the parts of the whole, and makes it full.
            group = [*group, row] if len(group) < _WIDE else []
            whole = top if top and _completes(top, group) else row
            continue
        top, group = whole, [row]
        if whole and len(whole.cells) == len(row.cells) == len(table.header) and _one_unit(whole, row):
            for at in range(1, len(row.cells)):
                total, part = term_of(whole.cells[at]), term_of(row.cells[at])
                one = Sum(total, (part,), complete=False) if total and part and adds(table, at) else None
                if one and one.exceeding and one.total.value > 0:
                    yield one


def _completes(whole: Row, parts: Sequence[Row]) -> bool:
    """Whether several rows add up to one in a column."""
    for at in range(1, len(whole.cells) if len(parts) > 1 else 0):
        total = term_of(whole.cells[at])
        terms = [one for row in parts if at < len(row.cells) and (one := term_of(row.cells[at]))]
        if total and len(terms) == len(parts) and Sum(total, tuple(terms), complete=True).fits:
            return True
    return False


def _one_unit(whole: Row, row: Row) -> bool:
    """Whether two rows count alike, as far as their names and their cells of words say."""
    units = [[*_UNIT.findall(name_of(one)), *(c.text for c in one.cells[1:] if not term_of(c))] for one in (whole, row)]
    return units[0] == units[1] and not any(_OTHERWISE.search(name_of(one)) for one in (whole, row))
