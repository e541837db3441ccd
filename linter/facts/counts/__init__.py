"""What a document counts and adds up: declared counts, listed things, sums in text and in tables, scores."""

from linter.facts.counts.caps import *
from linter.facts.counts.counted import *
from linter.facts.counts.declared import *
from linter.facts.counts.equations import *
from linter.facts.counts.indicators import *
from linter.facts.counts.limits import *
from linter.facts.counts.rates import *
from linter.facts.counts.restated import *
from linter.facts.counts.row_figures import *
from linter.facts.counts.score_tables import *
from linter.facts.counts.scores import *
from linter.facts.counts.shares import *
from linter.facts.counts.signers import *
from linter.facts.counts.sums import *
from linter.facts.counts.sums_apart import *
from linter.facts.counts.sums_listed import *
from linter.facts.counts.table_sums import *
from linter.facts.counts.terms import *
from linter.facts.counts.tiers import *
from linter.facts.counts.weights import *
from linter.facts.counts.whole import *
