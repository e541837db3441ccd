"""Steps that count what there is, and lead to nothing: 1亿元以下的企业286家,1亿元至5亿元的企业120家; 年龄 | 人数.

Statistics part what they count at round numbers, and need not say on which side the number itself is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.facts.bands.grids import GradedGrid, words_of
from linter.facts.bands.measures import Measure
from linter.facts.bands.neighbours import above
from linter.facts.bands.readings import Reading
from linter.facts.bands.scales import grids
from linter.language import lazy
from linter.structure import Document, fact

# Words of what is given, paid, asked for or done are none of what is counted; nor is a price.
_THINGS = r"[^,、;。:()\d给奖补助罚处得扣加减配免收付缴须应按可每不限设需费价率]"
_COUNTED = r"(?P<n>\d{1,9}(?:\.\d{1,4})?)[万亿]?余?[家个户人名件所座栋辆台头只株宗起场项篇份批条处](?=[,、;。(]|$)"
_TALLY = lazy(rf"的?{_THINGS}{{0,12}}?(?:有|为|共)?{_COUNTED}")
_SHARE = lazy(rf"的?{_THINGS}{{0,12}}?占{_THINGS}{{0,6}}?\d{{1,3}}(?:\.\d{{1,2}})?%")
# Heads of columns that count; 编制数, 配备数 and 系数 are what follows.
_NUMBERS = lazy(r"^[^\d配编职扣系倍分指基限应需最]{0,8}(?:数|人次|样本量)(?:\([^()]{1,6}\))?$")
# 比例 beside a column of numbers.
_PARTS = lazy(r"(?:比例|百分比)(?:\([^()]{1,6}\))?$")
_SHARES = lazy(r"(?:占比|比重)(?:\([^()]{1,6}\))?$")
_FIGURE = lazy(r"\d{1,9}(?:\.\d{1,4})?%?$")


@fact("tally-columns")
def tally_columns(document: Document) -> dict[int, float]:
    """How many the rows of tables of counts count, by the place of the cell with the band of the row."""
    return {at: value for _, laid in document.read(grids) for at, value in _columns(laid)}


def _columns(laid: GradedGrid) -> Iterator[tuple[int, float]]:
    heads = ["".join(column.head.split()) for column in laid.columns]
    counts = [at for at, head in enumerate(heads) if _is_tally(laid, at, head)]
    led_to = [head for head, column in zip(heads, laid.columns, strict=True) if column.role == "consequence"]
    if counts and all(_PARTS.match(head) or _SHARES.search(head) for head in led_to):
        for row in laid.rows:
            value = words_of(row, counts[0]).strip()
            for cell in row.cells if _FIGURE.match(value) else ():
                yield cell.span.start, float(value.rstrip("%"))


def _is_tally(laid: GradedGrid, at: int, head: str) -> bool:
    """Whether a column counts, by its head and its cells."""
    if not (_NUMBERS.match(head) or _SHARES.search(head)):
        return False
    return all(_FIGURE.match(words) for row in laid.rows if (words := words_of(row, at).strip()))


def tallied(document: Document, measure: Measure) -> bool:
    """Whether all steps say how many there are, those with names in a table; what a rule gives rises with its steps."""
    if len(measure.readings) < 2:
        return False
    bare = measure.scale is None
    if bare and all(_SHARE.match(one.item.paragraph.text, one.band.end) for one in measure.readings):
        return True
    columns = document.read(tally_columns)
    values = [_count(columns, one, running=bare) for one in measure.readings]
    known = [value for value in values if value is not None]
    return len(known) == len(values) and not _rises(measure.readings, known)


def _count(columns: dict[int, float], one: Reading, *, running: bool) -> float | None:
    match = _TALLY.match(one.item.paragraph.text, one.band.end) if running else None
    return float(match["n"]) if match else columns.get(one.item.paragraph.pieces[0].start)


def _rises(readings: Sequence[Reading], values: Sequence[float]) -> bool:
    """Whether of every two steps the higher one has more."""
    both = zip(pairwise(readings), pairwise(values), strict=True)
    return all(above(high, low) == (more > less) for (high, low), (more, less) in both)
