"""Words: unfinished sentences, defined terms, confusable words, repeats, parallel and copied passages."""

from linter.facts.wording.confusions import Confusion, confusions
from linter.facts.wording.copies import copies
from linter.facts.wording.drifts import drifts
from linter.facts.wording.endings import EndedItem, items, unfinished
from linter.facts.wording.forms import MarkForm, Mixture, mixed_forms
from linter.facts.wording.frames import lacking_words
from linter.facts.wording.item_lists import TwoNames, item_lists, two_names
from linter.facts.wording.list_details import renamed_details
from linter.facts.wording.near_phrases import near_phrases
from linter.facts.wording.parallels import parallel_differences
from linter.facts.wording.placeholders import placeholders
from linter.facts.wording.recurrences import recurrences
from linter.facts.wording.repeats import repeats
from linter.facts.wording.row_copies import row_copies
from linter.facts.wording.slips import slips
from linter.facts.wording.term_slips import term_slips
from linter.facts.wording.terms import TermVariant, body_variants, term_variants
from linter.facts.wording.variant import Variant

__all__ = [
    "Confusion",
    "EndedItem",
    "MarkForm",
    "Mixture",
    "TermVariant",
    "TwoNames",
    "Variant",
    "body_variants",
    "confusions",
    "copies",
    "drifts",
    "item_lists",
    "items",
    "lacking_words",
    "mixed_forms",
    "near_phrases",
    "parallel_differences",
    "placeholders",
    "recurrences",
    "renamed_details",
    "repeats",
    "row_copies",
    "slips",
    "term_slips",
    "term_variants",
    "two_names",
    "unfinished",
]
