"""Ladders as an archive keeps them: JSON, numbers as they are written, so that a fraction stays exact."""

import json
from fractions import Fraction
from typing import Any

from linter.kernel.archived import ArchivedLadder, ArchivedPlace, ArchivedRung
from linter.language import Bound, Interval, Number, Span


def written(ladder: ArchivedLadder) -> str:
    """A ladder as it is kept."""
    rungs = [
        (rung.place, rung.rank, rung.name, [_bound(rung.interval.lower), _bound(rung.interval.upper)], rung.interval[2])
        for rung in ladder.rungs
    ]
    return json.dumps([ladder.vocabulary, ladder.dimension, ladder.words, rungs], ensure_ascii=False)


def read(words: str) -> ArchivedLadder:
    """A ladder as it was put in."""
    vocabulary, dimension, about, rungs = json.loads(words)
    return ArchivedLadder(vocabulary, dimension, about, tuple([_rung(*rung) for rung in rungs]))


def _rung(place: list[Any], rank: int, name: str, bounds: list[Any], whole: bool) -> ArchivedRung:
    path, line, column, span, words = place
    lower, upper = (bound and Bound(_number(bound[0]), *bound[1:]) for bound in bounds)
    return ArchivedRung(
        ArchivedPlace(path, line, column, Span(*span), words), rank, name, Interval(lower, upper, whole)
    )


def _bound(bound: Bound | None) -> list[Any] | None:
    return bound and [str(bound.value), bound.inclusive, bound.word, bound.fixed]


def _number(words: str) -> Number:
    value = Fraction(words)
    return int(value) if value.denominator == 1 else value
