"""Thresholds: quantities with bounds, levels, graded scales, their measures, and where two bands meet."""

from linter.facts.bands.amounts import Graded, Uneven, graded_amounts, inversions
from linter.facts.bands.bounded import Bounded, bounded
from linter.facts.bands.consequences import PenaltyCourse, consequences
from linter.facts.bands.declared_levels import DeclaredLevels, declared_levels
from linter.facts.bands.ladders import ladders
from linter.facts.bands.levels import LevelName, names_in
from linter.facts.bands.measures import Measure, measures
from linter.facts.bands.meetings import (
    BandPair,
    Course,
    by_clause,
    courses,
    covered,
    neighbours,
    usable,
)
from linter.facts.bands.model import GradedItem, Level, Scale
from linter.facts.bands.norms import NationalBand, copies_national, national, same_values
from linter.facts.bands.penalties import Penalty, penalties
from linter.facts.bands.rates import progressive_rates
from linter.facts.bands.readings import Reading, above, between, masked
from linter.facts.bands.responses import Mapped, mappings, response_steps
from linter.facts.bands.scales import scales
from linter.facts.bands.tally import loose_bounds
from linter.facts.bands.ties import level_conflicts

__all__ = [
    "BandPair",
    "Bounded",
    "Course",
    "DeclaredLevels",
    "Graded",
    "GradedItem",
    "Level",
    "LevelName",
    "Mapped",
    "Measure",
    "NationalBand",
    "Penalty",
    "PenaltyCourse",
    "Reading",
    "Scale",
    "Uneven",
    "above",
    "between",
    "bounded",
    "by_clause",
    "consequences",
    "copies_national",
    "courses",
    "covered",
    "declared_levels",
    "graded_amounts",
    "inversions",
    "ladders",
    "level_conflicts",
    "loose_bounds",
    "mappings",
    "masked",
    "measures",
    "names_in",
    "national",
    "neighbours",
    "penalties",
    "progressive_rates",
    "response_steps",
    "same_values",
    "scales",
    "usable",
]
