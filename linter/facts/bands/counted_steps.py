"""Cells that count how often or how many: 一年内1次的 | 一年内2次的 | 一年内3次以上的, one below the other.

Steps that count on by one each are a ladder, whose last step must be open, or have a word of its own (…以上).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.facts.bands.grids import GradedGrid, acts, words_of
from linter.facts.bands.scales import grids
from linter.language import NamedTuple, Span, lazy, numerals
from linter.structure import Document, Row, fact

__all__ = ["closed_runs", "counted_runs"]

_STEP = lazy(
    r"(?P<before>[^\d;。]{0,40}?(?:第|超过)?)(?P<n>\d|[一二两三四五六七八九])(?P<unit>[次处人件起台辆名户])"
    r"(?P<open>及?以上)?(?P<after>[^\d,;。]{0,12})$"
)
_ORDINAL = lazy(r"第$|超过$")
_LEAST = 2


class CountedStep(NamedTuple):
    """A step: how many, whether it is open above, its words and place."""

    number: int
    open: bool
    words: str
    span: Span


class CountedRun(NamedTuple):
    """The steps of one act that count the same thing upwards, two at least."""

    steps: tuple[CountedStep, ...]

    @property
    def gap(self) -> tuple[CountedStep, CountedStep] | None:
        """The only two neighbours between which one number is left out, of steps that begin with one."""
        pairs = list(zip(self.steps, self.steps[1:], strict=False))
        wide = [pair for pair in pairs if pair[1].number - pair[0].number > 1]
        one = len(wide) == 1 and wide[0][1].number - wide[0][0].number == _LEAST
        return wide[0] if one and self.steps[0].number == 1 and self.steps[-1].open else None


@fact("counted-runs")
def counted_runs(document: Document) -> tuple[CountedRun, ...]:
    """The runs of all tables, in order of place."""
    return tuple([run for _, laid in document.read(grids) for run in _of_table(laid)])


@fact("closed-runs")
def closed_runs(document: Document) -> list[CountedRun]:
    """The runs whose last step is not open, where more of them, and two at least, end in an open one."""
    runs = document.read(counted_runs)
    closed = [run for run in runs if not run.steps[-1].open]
    opened = len(runs) - len(closed)
    return closed if opened >= _LEAST and opened > len(closed) else []


def _of_table(laid: GradedGrid) -> Iterator[CountedRun]:
    # 1人, 2人, 4人以上 beside posts are how many there are, and lead to nothing.
    if not any(column.role == "consequence" for column in laid.columns):
        return
    for index, column in enumerate(laid.columns):
        if column.role == "condition" and sum(bool(_STEP.match(words_of(row, index))) for row in laid.rows) >= _LEAST:
            for rows in acts(laid.rows, min(index, 1)):
                yield from _of_rows(rows, index)


def _of_rows(rows: Sequence[Row], index: int) -> Iterator[CountedRun]:
    run: list[CountedStep] = []
    last: object = None
    for row in rows:
        match = _STEP.match(words_of(row, index).strip())
        if not match or not (match["before"] or match["after"]):
            continue
        before = _ORDINAL.sub("", match["before"])
        count = int(numerals.number(match["n"])) + match["before"].endswith("超过")
        opened = match["open"] is not None or match["before"].endswith("超过")
        step = CountedStep(count, opened, match[0], row.cells[index].span)
        key = before, match["unit"], match["after"].strip("的")
        if key != last or (run and (step.number <= run[-1].number or run[-1].open)):
            yield from [CountedRun(tuple(run))] if len(run) >= _LEAST else []
            run = []
        run.append(step)
        last = key
    yield from [CountedRun(tuple(run))] if len(run) >= _LEAST else []
