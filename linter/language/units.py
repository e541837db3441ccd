"""Units of measure: which of them measure the same thing, by what factor, and which count whole things."""

from __future__ import annotations

from linter.language.lexicon import rows
from linter.language.record import NamedTuple


class Unit(NamedTuple):
    """A unit as written, what it measures, its factor to the base unit of that dimension, and whether it counts."""

    name: str
    dimension: str
    factor: int = 1
    whole: bool = False

    @property
    def about(self) -> str:
        """What it measures, ages apart from terms: 距年满60周岁不足15年 holds no two ends of one band."""
        return "年龄" if "岁" in self.name else self.dimension


NO_UNIT = Unit("", "")
# What units of time measure: months and working days have no fixed length.
TIMES = frozenset({"时间", "月", "工作日"})

UNITS = {
    name: Unit(name, dimension, 1, whole=True) if factor == "-" else Unit(name, dimension, int(factor))
    for name, dimension, factor in rows("measures.tsv")
}
# The longest unit that begins with a character: most characters begin none.
_LENGTHS: dict[str, int] = {}
for _name in UNITS:
    _LENGTHS[_name[0]] = max(_LENGTHS.get(_name[0], 0), len(_name))
_MAGNITUDES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def unit_at(text: str, at: int) -> Unit | None:
    """The longest unit that stands at an offset of a text; of Latin letters only whole words (5t, not 5th)."""
    for length in range(_LENGTHS.get(text[at : at + 1], 0), 0, -1):
        unit = UNITS.get(text[at : at + length])
        if unit and len(unit.name) == length:
            after = text[at + length : at + length + 1]
            if unit.name[-1].isascii() and unit.name[-1].isalpha() and after.isascii() and after.isalnum():
                continue
            return unit
    return None


def unit_of(words: str) -> Unit | None:
    """A unit as the head of a column or the note of a table names it: 吨, 万元 (ten thousand of a unit), 名."""
    unit = UNITS.get(words)
    if unit or not words:
        return unit
    plain = UNITS.get(words[1:])
    factor = _MAGNITUDES.get(words[0])
    return (
        Unit(words, plain.dimension, plain.factor * factor, plain.whole and factor == 1) if plain and factor else None
    )


def open_unit(words: str, *, whole: bool) -> Unit:
    """A unit that no table knows (小类, 猪当量): it measures itself, and counts whole things beside whole numbers."""
    return Unit(words, words.removeprefix("个"), 1, whole)
