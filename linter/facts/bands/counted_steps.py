"""Cells that count how often or how many: 一年内1次的 | 一年内2次的 | 一年内3次以上的, one below the other; clauses and
items that do: 旷工1天的,…;旷工2天的,…;旷工3天以上的,….

Steps that count on by one each are a ladder, whose last step must be open, or have a word of its own (…以上).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.facts.bands.grids import GradedGrid, acts, words_of
from linter.facts.bands.scales import grids
from linter.facts.base import Flow, flow
from linter.language import NamedTuple, Span, lazy, numerals, sought
from linter.structure import Document, Row, fact

__all__ = ["closed_runs", "counted_runs"]

_STEP = lazy(
    r"(?P<before>[^\d;。]{0,40}?(?:第|超过)?)(?P<n>\d|[一二两三四五六七八九])(?P<unit>[次处人件起台辆名户])"
    r"(?P<open>及?以上)?(?P<after>[^\d,;。]{0,12})$"
)
# 第十条 旷工1天的,…; 旷工2天的,…
_SAID = lazy(
    r"(?:(?<=[;。\n])|^)(?:第[^条]{1,5}条 ?)?(?:\([一二三四五六七八九十\d]{1,3}\)|[^,;。:()\n]{0,30}:)?"
    r"(?P<before>[^\d;。,:()一二两三四五六七八九十第\n]{0,12}?)(?P<n>\d|[一二两三四五六七八九])"
    r"(?P<unit>[次处人件起台辆名户天日])(?P<open>及?以上)?(?:的|者),"
)
# What every such clause ends in, and how far before it one begins.
_SAID_END, _SAID_LENGTH = lazy("[次处人件起台辆名户天日](?:及?以上)?[的者],"), 60
_NEXT = lazy(r"[^;。\n]*[;。]?\n?")
_ORDINAL = lazy(r"第$|超过$")
_LEAST = 2


class CountedStep(NamedTuple):
    """A step: how many, whether it is open above, its words and place."""

    number: int
    open: bool
    words: str
    span: Span


class CountedRun(NamedTuple):
    """The steps of one act that count the same thing upwards, two at least; ``told``: in clauses, not in cells."""

    steps: tuple[CountedStep, ...]
    told: bool = False

    @property
    def gap(self) -> tuple[CountedStep, CountedStep] | None:
        """The only two neighbours between which one number is left out, of steps that begin with one."""
        pairs = list(zip(self.steps, self.steps[1:], strict=False))
        wide = [pair for pair in pairs if pair[1].number - pair[0].number > 1]
        one = len(wide) == 1 and wide[0][1].number - wide[0][0].number == _LEAST
        return wide[0] if one and self.steps[0].number == 1 and self.steps[-1].open else None


@fact("counted-runs")
def counted_runs(document: Document) -> tuple[CountedRun, ...]:
    """The runs of all tables and of the text, each in order of place."""
    return (*(run for _, laid in document.read(grids) for run in _of_table(laid)), *_in_text(document.read(flow)))


def _in_text(stream: Flow) -> Iterator[CountedRun]:
    """The runs of three steps and more of clauses that follow one another and each begin with one."""
    run: list[CountedStep] = []
    what = unit = ""
    end = 0
    for match in sought(_SAID, _SAID_END, stream.text, _SAID_LENGTH):
        number = int(numerals.number(match["n"]))
        next_ = run and _NEXT.fullmatch(stream.text, end, match.start()) and match["before"] in {"", what}
        if not (next_ and not run[-1].open and match["unit"] == unit and number > run[-1].number):
            yield from [CountedRun(tuple(run), told=True)] if len(run) > _LEAST else []
            run, what = [], match["before"]
        unit, end = match["unit"], match.end()
        begin, stop = match.start("before"), match.end("open") if match["open"] else match.end("unit")
        run.append(CountedStep(number, match["open"] is not None, stream.text[begin:stop], stream.span(begin, stop)))
    yield from [CountedRun(tuple(run), told=True)] if len(run) > _LEAST else []


@fact("closed-runs")
def closed_runs(document: Document) -> list[CountedRun]:
    """The runs whose last step is not open, where more of them, and two at least, end in an open one."""
    runs = [run for run in document.read(counted_runs) if not run.told]
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
