"""What a document counts and adds up: declared counts, listed things, sums in text and in tables, scores."""

from linter.facts.counts.declared import Count, counts
from linter.facts.counts.rates import Derived, derived_figures
from linter.facts.counts.score_tables import score_tables
from linter.facts.counts.scores import scores
from linter.facts.counts.signers import signers
from linter.facts.counts.sums import Sum, plain, read, sums
from linter.facts.counts.table_sums import table_sums
from linter.facts.counts.whole import whole_counts

__all__ = [
    "Count",
    "Derived",
    "Sum",
    "counts",
    "derived_figures",
    "plain",
    "read",
    "score_tables",
    "scores",
    "signers",
    "sums",
    "table_sums",
    "whole_counts",
]
