"""How the checks of thresholds tell a band: its words, its value, and the other ends of a contradiction."""

from collections.abc import Iterable, Iterator
from typing import Literal

from linter.facts.bands import BandPair, Reading, day_slips
from linter.kernel.check import Document, Finding, Related, see
from linter.language import Number, Span, exact, lazy, plain
from linter.language.units import Unit

_PART = lazy(r"(?:(?:(?:之间|\(含\))?的)|的,就其超过)?部分")


def related(place_: Reading, *others: Reading) -> tuple[Related, ...]:
    """The other ends of a contradiction, and the clauses that the bounds of all of them rest on."""
    found = [see(one.span, f"相邻的{place(one)}", f"its neighbour {place(one)}") for one in others]
    clauses = {
        clause.span: clause for one in (place_, *others) for clause in (one.lower_clause, one.upper_clause) if clause
    }
    return (*found, *(see(span, "关于是否包括本数的规定", "the clause on what the bounds include") for span in clauses))


def sharing(bands: Iterable[Reading], told: Span | None = None) -> tuple[Related, ...]:
    """Bands that share a bound, each once, without the one that stands at the place told."""
    names: dict[Span, str] = {}
    for one in bands:
        if one.span != told:
            names.setdefault(one.span, place(one))
    return tuple(see(span, f"共用界限的{name}", f"{name}, which shares a bound") for span, name in names.items())


def amount(value: Number, unit: Unit) -> str:
    """A value in base units in the words of a unit: 9人, 29.5%, 1.2亿元."""
    scaled = exact(value, unit.factor) if isinstance(value, int) else value / unit.factor
    return plain(scaled) + unit.name


def by_parts(pair: BandPair) -> bool:
    """Whether each part of a value is charged at its own rate (10万元以下部分): no bound is anyone's."""
    return all(_PART.match(one.item.paragraph.text, one.band.end) for one in (pair.low, pair.high))


def place(one: Reading) -> str:
    """A band with the name of its level, as a message quotes it."""
    name = one.level.name.words if one.level.name.vocabulary else ""
    return f"{name}“{one.quote}”"


def parts_of_day(document: Document, kind: Literal["overlap", "gap"]) -> Iterator[Finding]:
    """The parts of a day that overlap, or that leave a gap."""
    for one in document.read(day_slips):
        if one.kind == kind:
            args = {"one": one.earlier.words, "other": one.later.words, "witness": one.witness}
            label = see(one.earlier.span, "相邻的时段", "its neighbour")
            yield Finding(one.later.span, args, (label,), message="day")
