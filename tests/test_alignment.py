"""Which conditions of two levels speak of one thing."""

from __future__ import annotations

from itertools import permutations

from linter.facts.bands.measures import _weight


def test_the_weight_of_words_does_not_depend_on_their_order() -> None:
    weights = {"减供": 0.1, "供负": 0.2, "负荷": 0.3, "用户": 1e16}
    assert len({_weight(words, weights) for words in permutations(weights)}) == 1
