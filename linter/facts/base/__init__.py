"""What every subject rests on: running text, quoted and masked ranges, sentences, pairs of marks, dates, damage."""

from linter.facts.base.damage import Kind, damage
from linter.facts.base.dates import (
    Date,
    Effect,
    add_months,
    dates,
    days_between,
    effects,
    month_length,
    possible,
    signature_date,
    weekday,
    within,
)
from linter.facts.base.flow import Flow, flow
from linter.facts.base.masks import HIDDEN, around, characters, own_words, quoted_spans, search
from linter.facts.base.pairs import PARTNER, MarkPair, Stray, pairs
from linter.facts.base.romans import Roman, romans
from linter.facts.base.sentences import Clause, Sentence, clauses, sentences

__all__ = [
    "HIDDEN",
    "PARTNER",
    "Clause",
    "Date",
    "Effect",
    "Flow",
    "Kind",
    "MarkPair",
    "Roman",
    "Sentence",
    "Stray",
    "add_months",
    "around",
    "characters",
    "clauses",
    "damage",
    "dates",
    "days_between",
    "effects",
    "flow",
    "month_length",
    "own_words",
    "pairs",
    "possible",
    "quoted_spans",
    "romans",
    "search",
    "sentences",
    "signature_date",
    "weekday",
    "within",
]
