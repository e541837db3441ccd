"""What every subject rests on: running text, quoted and masked ranges, sentences, pairs of marks, dates, damage."""

from linter.facts.base.copied import *
from linter.facts.base.dates import *
from linter.facts.base.flow import *
from linter.facts.base.held import *
from linter.facts.base.masks import *
from linter.facts.base.note_stages import *
from linter.facts.base.pairs import *
from linter.facts.base.periods import *
from linter.facts.base.rarities import *
from linter.facts.base.romans import *
from linter.facts.base.row_periods import *
from linter.facts.base.stages import *
