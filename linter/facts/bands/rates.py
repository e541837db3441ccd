"""Progressive rates (超额累进): bands, their rates, and the quick deduction that follows from the steps below."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.facts.bands.grids import GradedGrid, grid
from linter.facts.bands.quantities import scan
from linter.language import NamedTuple, Number, Span, exact, lazy
from linter.language.units import unit_of
from linter.structure import Document, Paragraph, Row, Table, fact

__all__ = ["progressive_rates"]

_RATE = lazy(r"(?:税|费|扣)率|比例")
_DEDUCTION = lazy(r"速算扣除|速算增加")
_NUMBER = lazy(r"\s*(?P<number>\d[\d,]*(?:\.\d+)?|[-—]|0)\s*%?\s*$")
_STEP = lazy(r"(?:税|费)率(?:为)?(?P<rate>\d{1,2}(?:\.\d+)?)%,速算扣除数(?:为)?(?P<deduction>\d[\d,]*)")
_LEAST = 3


class RateStep(NamedTuple):
    """A row: where its band begins (base units), its rate (a share of one), its deduction printed and as it follows."""

    lower: Number
    rate: Number
    deduction: Number
    follows: Number | None
    span: Span
    words: str
    band: str

    @property
    def holds(self) -> bool:
        """Whether the printed deduction follows, or nothing can be said of it."""
        return self.follows is None or self.follows == self.deduction


@fact("progressive-rates")
def progressive_rates(document: Document) -> tuple[tuple[RateStep, ...], ...]:
    """The tables and lists of progressive rates with quick deductions, row by row."""
    return (*(steps for table in document.tables for steps in _of(table)), *_told(document))


def _of(table: Table) -> Iterator[tuple[RateStep, ...]]:
    if not any(_DEDUCTION.search(cell.text) for cell in table.header):
        return
    laid = grid(table)
    deduction = next(at for at, column in enumerate(laid.columns) if _DEDUCTION.search(column.head))
    rates = [at for at, column in enumerate(laid.columns) if _RATE.search(column.head) and at != deduction]
    if not rates:
        return
    # 增值额与扣除项目金额的比率 is a condition here, whatever its head says elsewhere.
    bands = [at for at in range(len(laid.columns)) if at not in {deduction, rates[0]}]
    for at in bands:
        rows = [step for row in laid.rows if (step := _step(laid, row, at, rates[0], deduction)) is not None]
        if len(rows) >= _LEAST and len(rows) == len(laid.rows):
            yield _followed(rows)
            return


def _told(document: Document) -> Iterator[tuple[RateStep, ...]]:
    """Paragraphs one after the other that each tell a band, its rate and its deduction."""
    run: list[RateStep] = []
    for paragraph in (*document.paragraphs, None):
        step = _in_words(paragraph) if paragraph and "速算" in paragraph.text else None
        if step:
            run.append(step)
        elif run:
            yield from [_followed(run)] if len(run) >= _LEAST else []
            run = []


def _in_words(paragraph: Paragraph) -> RateStep | None:
    """超过90000元至300000元的部分,税率20%,速算扣除数10500."""
    match = _STEP.search(paragraph.text)
    stated = [one for one in scan(paragraph.text) if one.form != "bare" and match and one.end <= match.start()]
    if match is None or len(stated) != 1:
        return None
    lower = stated[0].lower.value if stated[0].lower else 0
    rate, printed = _value(match["rate"]) * exact(1, 100), _value(match["deduction"])
    words = paragraph.text[stated[0].start : stated[0].end]
    return RateStep(lower, rate, printed, None, paragraph.span(*match.span("deduction")), match["deduction"], words)


def _step(laid: GradedGrid, row: Row, band: int, rate: int, deduction: int) -> RateStep | None:
    cells = row.cells
    if max(band, rate, deduction) >= len(cells) or not all(cells[at].paragraphs for at in (band, rate, deduction)):
        return None
    stated = [one for one in scan(cells[band].paragraphs[0].text, laid.columns[band].unit) if one.form != "bare"]
    values = [_NUMBER.match(cells[at].text) for at in (rate, deduction)]
    if len(stated) != 1 or values[0] is None or values[1] is None:
        return None
    unit = unit_of(laid.columns[deduction].unit)
    lower = stated[0].lower.value if stated[0].lower else 0
    share, printed = (_value(value["number"]) for value in values if value)
    printed *= unit.factor if unit else 1
    place = cells[deduction].paragraphs[0].span()
    return RateStep(lower, share * exact(1, 100), printed, None, place, cells[deduction].text, cells[band].text)


def _value(words: str) -> Number:
    if not words[0].isdigit():
        return 0
    whole, _, decimals = words.replace(",", "").partition(".")
    return exact(int(whole + decimals), 10 ** len(decimals))


def _followed(rows: list[RateStep]) -> tuple[RateStep, ...]:
    """Each row with the deduction that follows from the one before: d + lower * (rate - rate before)."""
    found = [rows[0]]
    for before, row in pairwise(rows):
        found.append(row._replace(follows=before.deduction + row.lower * (row.rate - before.rate)))
    return tuple(found)
