"""What became of the numbers with bounds: those that are steps of a ladder, and those that no ladder holds."""

from linter.facts.bands.bounded import Bounded, bounded
from linter.facts.bands.ladders import ladders
from linter.facts.bands.measures import measures
from linter.facts.bands.readings import Reading
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["loose_bounds"]


@fact("bands", "档", "band|bands")
def bands(document: Document) -> tuple[Reading, ...]:
    """The bands of all scales and ladders, each once."""
    found = {one.span: one for measure in document.read(measures) for one in measure.readings}
    found |= {one.span: one for measure in document.read(ladders) for one in measure.readings}
    return tuple(found.values())


@fact("loose-bounds", "处界限不属于任何阶梯", "bound in no ladder|bounds in no ladder")
def loose_bounds(document: Document) -> tuple[Bounded, ...]:
    """The numbers with a bound that are no band of a scale or a ladder."""
    taken = {one.span for one in document.read(bands)}
    return tuple(one for one in document.read(bounded) if one.span not in taken)
