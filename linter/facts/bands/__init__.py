"""Thresholds: quantities with bounds, levels, graded scales, their measures, and where two bands meet."""

from linter.facts.bands.amounts import *
from linter.facts.bands.bounded import *
from linter.facts.bands.charges import *
from linter.facts.bands.consequences import *
from linter.facts.bands.counted_steps import *
from linter.facts.bands.courses import *
from linter.facts.bands.day_parts import *
from linter.facts.bands.declared_levels import *
from linter.facts.bands.ladders import *
from linter.facts.bands.lawful import *
from linter.facts.bands.levels import *
from linter.facts.bands.measures import *
from linter.facts.bands.meetings import *
from linter.facts.bands.mends import *
from linter.facts.bands.model import *
from linter.facts.bands.neighbours import *
from linter.facts.bands.norms import *
from linter.facts.bands.rates import *
from linter.facts.bands.readings import *
from linter.facts.bands.responses import *
from linter.facts.bands.row_bounds import *
from linter.facts.bands.scales import *
from linter.facts.bands.sequences import *
from linter.facts.bands.ties import *
from linter.facts.bands.turned_columns import *
