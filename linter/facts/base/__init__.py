"""What every subject rests on: running text, quoted and masked ranges, sentences, pairs of marks, dates, damage."""

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
from linter.structure.damage import Region, damage
from linter.structure.profile import Profile, profile

__all__ = [
    "HIDDEN",
    "PARTNER",
    "Clause",
    "Date",
    "Effect",
    "Flow",
    "MarkPair",
    "Profile",
    "Region",
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
    "profile",
    "quoted_spans",
    "romans",
    "search",
    "sentences",
    "signature_date",
    "weekday",
    "within",
]
