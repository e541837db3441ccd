"""The one change that makes the steps of a ladder fit: two ends exchanged, the unit of the others, a bounding word
turned round, or one put beside a bare number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal

from linter.facts.bands.courses import leads
from linter.facts.bands.ladders import step_lists, unnamed, whole
from linter.facts.bands.measures import Measure, measures
from linter.facts.bands.model import GradedItem, Level
from linter.facts.bands.neighbours import above
from linter.facts.bands.quantities import Band
from linter.facts.bands.readings import Reading, consequence, reading
from linter.facts.bands.scales import scales
from linter.language import ARABIC, Bound, NamedTuple, Number, Span, empty, lazy, number
from linter.structure import Document, fact

__all__ = ["step_mends"]

_LEAST = 3
_FIGURES = lazy(ARABIC)
_HAN_DIGIT = lazy(r"[一二三四五六七八九十百千]")
# 小于36公里的,为第三档: what a step is called.
_CALLED = lazy(r"的?,?{COPULA}")


MendKind = Literal["unit", "turned", "bare", "exchanged"]


class StepMend(NamedTuple):
    """A step that does not fit, a step beside it, the unit of the others, and the change that makes all of them fit."""

    kind: MendKind
    step: Reading
    beside: Reading
    unit: str


@fact("step-mends")
def step_mends(document: Document) -> tuple[StepMend, ...]:
    """The steps of all scales and ladders that one change makes fit, in order of place."""
    found: dict[Span, StepMend] = {}
    for chain in _chains(document):
        mend = _of_ends(chain) or _of_unit(chain) or _turned(chain) or _of_bare(chain) if len(chain) >= _LEAST else None
        if mend and _of_one(chain, mend):
            found.setdefault(mend.step.span, mend)
    return tuple(sorted(found.values(), key=lambda mend: mend.step.span))


def _chains(document: Document) -> Iterator[Sequence[Reading]]:
    """Steps about one thing: those aligned by their words, then those that state one quantity each."""
    for measure in document.read(measures):
        yield measure.readings
    for scale in document.read(scales):
        yield from _alone(document, [level.items for level in scale.ordered], scale.ordered)
    for steps in document.read(step_lists):
        yield from _alone(document, steps.nodes, deeds=steps.deeds)


def _of_one(chain: Sequence[Reading], mend: StepMend) -> bool:
    """Whether steps make a whole: they have names, lead to amounts one above the other, or say alike what they measure.

    对年满60周岁以上的优待:满60周岁未满65周岁…;满65周岁…: the first of these says whom all of them are about.
    """
    named = chain[0].level.name.vocabulary != "" or leads(Measure(tuple(chain), None)) or all(map(_is_called, chain))
    return named or (mend.kind != "turned" and len({one.words for one in chain}) == 1)


def _is_called(one: Reading) -> bool:
    return _CALLED.match(one.item.paragraph.text, one.band.end) is not None


def _alone(
    document: Document,
    nodes: Sequence[Sequence[GradedItem]],
    levels: Sequence[Level] = (),
    deeds: Sequence[tuple[GradedItem, ...]] = (),
) -> Iterator[list[Reading]]:
    """Runs of nodes with one quantity each that is a condition."""
    run: list[Reading] = []
    for at, node in enumerate(nodes if len(nodes) >= _LEAST else ()):
        only = _only(node)
        if only is None:
            yield run
            run = []
        else:
            item, band = only
            level = levels[at] if levels else unnamed(at, item, deeds[at] if deeds else ())
            step = reading(document, level, item, band)
            if run and step.window != run[-1].window:
                yield run
                run = []
            run.append(step)
    yield run


def _only(node: Sequence[GradedItem]) -> tuple[GradedItem, Band] | None:
    """The one bounded quantity of a node that is a condition, or the first one where none is bounded."""
    found = [(item, band) for item in node for band in item.bands() if not consequence(item, band)]
    bounded = [one for one in found if one[1].form != "bare"] or found[:1]
    return bounded[0] if len(bounded) == 1 and not bounded[0][1].flaw and not bounded[0][1].about else None


def _of_ends(chain: Sequence[Reading]) -> StepMend | None:
    """0~899头, 1100~899头, 1100头以上: the two ends of one step exchanged."""
    at = [at for at, one in enumerate(chain) if empty(one.interval)]
    if len(at) != 1 or not chain[at[0]].band.unit.name:  # 3-2 may be the number of a room
        return None
    lower, upper = chain[at[0]].interval[:2]
    return _fits(chain, at[0], chain[at[0]].band._replace(lower=upper, upper=lower), "exchanged")


def _of_unit(chain: Sequence[Reading]) -> StepMend | None:
    """10% or more, 20 to 30 (no %), 30% or more; 5万元以下, 5元以上10元以下, 10万元以上."""
    printed = [_printed(one) for one in chain]
    (common, count), *_ = Counter(printed).most_common(1)
    if count != len(chain) - 1 or not common:
        return None
    at = next(at for at, words in enumerate(printed) if words != common)
    model = chain[at - 1]
    same = chain[at].band.unit.dimension == model.band.unit.dimension
    alike = printed[at] == "" or (printed[at] is not None and same)
    return _fits(chain, at, _as_in(chain[at], model), "unit") if alike else None


def _printed(one: Reading) -> str | None:
    """What stands behind the figures of a step: 万元, %, or nothing; None if its ends differ, or are no figures."""
    text = one.item.paragraph.text
    ends = {_FIGURES.sub("", text[end.start : end.end], count=1) for end in one.interval[:2] if end}
    # 2至5亿元: the unit of the second end serves the first.
    ends -= {""} if len(ends) > 1 else set()
    return (
        "|".join(sorted(ends)).strip() if ends and not _HAN_DIGIT.search(text, one.band.start, one.band.end) else None
    )


def _as_in(one: Reading, model: Reading) -> Band:
    """A band with its figures in the unit of another one."""
    text, known = model.item.paragraph.text, model.band.lower or model.band.upper
    figure = known and _FIGURES.match(text, known.start)
    factor = Fraction(known.value) / number(figure[0]) if known and figure and number(figure[0]) else None
    ends = [_times(one.item.paragraph.text, bound, factor) for bound in (one.band.lower, one.band.upper)]
    return one.band._replace(lower=ends[0], upper=ends[1], unit=model.band.unit)


def _times(text: str, bound: Bound | None, factor: Number | None) -> Bound | None:
    figure = bound and _FIGURES.match(text, bound.start)
    return bound._replace(value=number(figure[0]) * factor) if bound and figure and factor else bound


def _turned(chain: Sequence[Reading]) -> StepMend | None:
    """不足5吨, 5吨以上不足10吨, 10吨以下: the last or the first step is open to the side of the others."""
    for at, inner, next_ in ((len(chain) - 1, -2, -3), (0, 1, 2)):
        one, beside = chain[at], chain[inner]
        lower, upper = one.band.lower, one.band.upper
        rises = above(beside, chain[next_])
        if (
            one.band.form != "bound"
            or not beside.band.lower
            or not beside.band.upper
            or (upper if rises else lower) is None
        ):
            continue
        if lower is None or upper is None:
            band = one.band._replace(lower=_opposite(upper), upper=_opposite(lower))
            mend = _fits(chain, at, band, "turned")
            if mend:
                return mend
    return None


def _opposite(bound: Bound | None) -> Bound | None:
    """The bound of the other side; a number that one side excludes the other includes."""
    return bound and bound._replace(inclusive=None if bound.inclusive is None else not bound.inclusive)


def _of_bare(chain: Sequence[Reading]) -> StepMend | None:
    """10万元 between 5万元以上10万元以下 and 20万元以上."""
    bare = [at for at, one in enumerate(chain) if one.band.form == "bare"]
    if len(bare) != 1 or not 0 < bare[0] < len(chain) - 1:
        return None
    at = bare[0]
    own = chain[at].band.lower
    for other in (chain[at - 1], chain[at + 1]):
        rises = above(other, chain[at])
        far = other.band.lower if rises else other.band.upper
        ends = (own and own._replace(inclusive=None)), far and far._replace(inclusive=None)
        band = chain[at].band._replace(lower=ends[not rises], upper=ends[rises], form="bound")
        mend = _fits(chain, at, band, "bare")
        if mend:
            return mend
    return None


def _fits(chain: Sequence[Reading], at: int, band: Band | None, kind: MendKind) -> StepMend | None:
    """A change of one step, if the steps fit with it and not without."""
    if band is None or any(one.qualified for one in chain):
        return None
    mended = [*chain[:at], chain[at]._replace(band=band), *chain[at + 1 :]]
    if not whole(mended) or whole(chain):
        return None
    return StepMend(kind, chain[at], chain[at - 1] if at else chain[1], _printed(chain[at - 1]) or "")
