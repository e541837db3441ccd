"""What points elsewhere: appendices, clauses, cited titles and numbers, the sequences of numbering."""

from linter.facts.references.appendices import *
from linter.facts.references.appendix_names import *
from linter.facts.references.appendix_pairs import *
from linter.facts.references.articles import *
from linter.facts.references.citations import *
from linter.facts.references.clauses import *
from linter.facts.references.number_runs import *
from linter.facts.references.numbering import *
from linter.facts.references.outline import *
from linter.facts.references.repeals import *
from linter.facts.references.self_names import *
from linter.facts.references.sequences import *
from linter.facts.references.standards import *
from linter.facts.references.statutes import *
from linter.facts.references.titled import *
from linter.facts.references.titles import *
