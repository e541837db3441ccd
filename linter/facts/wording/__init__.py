"""Words: unfinished sentences, defined terms, confusable words, repeats, parallel and copied passages."""

from linter.facts.wording.confusions import Confusion, confusions
from linter.facts.wording.copies import copies
from linter.facts.wording.endings import EndedItem, items, unfinished
from linter.facts.wording.item_lists import TwoNames, item_lists, two_names
from linter.facts.wording.parallels import parallel_differences
from linter.facts.wording.recurrences import recurrences
from linter.facts.wording.repeats import repeats
from linter.facts.wording.terms import TermVariant, body_variants, term_variants

__all__ = [
    "Confusion",
    "EndedItem",
    "TermVariant",
    "TwoNames",
    "body_variants",
    "confusions",
    "copies",
    "item_lists",
    "items",
    "parallel_differences",
    "recurrences",
    "repeats",
    "term_variants",
    "two_names",
    "unfinished",
]
