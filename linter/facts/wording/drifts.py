"""One thing by two names: near synonyms (显著、明显) in the same surroundings of one document."""

from collections import defaultdict
from collections.abc import Iterator

from linter.facts.base import own_words
from linter.facts.wording.listed_drifts import near_synonyms
from linter.facts.wording.variant import Variant
from linter.language import vocabulary
from linter.language.pattern import lazy
from linter.language.text import finds
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["drifts"]

# The surroundings: so many characters before and so many behind, together four, all of them Chinese; on one side alone
# for words that hardly ever mean two things.
_BOTH = ((3, 1), (2, 2), (1, 3))
_SIDES = {"near": _BOTH, "same": ((4, 0), *_BOTH, (0, 4)), "attribute": ((2, 2), (1, 3))}
Sides = tuple[tuple[int, int], ...]
# The usual word stands in them so often, and the other at most half as often.
_USUAL = 2
_HAN = lazy("[\u4e00-\u9fff]*")


@fact("drifts")
def drifts(document: Document) -> tuple[Variant, ...]:
    """The rarer of two near synonyms where both stand in the same surroundings, once for each pair, in order."""
    text = document.read(own_words)
    found: dict[tuple[str, str], Variant] = {}
    for one, other, kind in document.read(near_synonyms):
        if kind in _SIDES:
            for drift in _drifts(text, one, other, _SIDES[kind]):
                # 显著位置 names a place; 成效显著的 is a free choice of words.
                if kind == "attribute" and text[drift.changed[1]] == "的":
                    continue
                words = text[slice(*drift.changed)], text[slice(*drift.model)]
                before = found.get(words)
                if before is None:
                    found[words] = drift
                elif drift.changed not in (before.changed, *before.again):
                    found[words] = before._replace(again=(*before.again, drift.changed), times=before.times + 1)
    return tuple(sorted(found.values()))


def _drifts(text: str, one: str, other: str, sides: Sides) -> Iterator[Variant]:
    """The rarer word with what it differs from, for each of the surroundings that both have."""
    left, right = _surroundings(text, one, sides), _surroundings(text, other, sides)
    size = len(one)
    for before, after in sorted(left.keys() & right.keys()):
        few, many = sorted((left[before, after], right[before, after]), key=len)
        if len(many) >= _USUAL and len(few) * 2 <= len(many):
            wide = len(before) + size + len(after)
            at, there = few[0], many[0]
            start, model = at - len(before), there - len(before)
            yield Variant(
                (start, start + wide),
                (model, model + wide),
                "drift",
                len(few),
                len(many),
                (at, at + size),
                (there, there + size),
                tuple([(again, again + size) for again in few[1:]]),
            )


def _surroundings(text: str, word: str, sides: Sides) -> dict[tuple[str, str], list[int]]:
    """The places of a word by what stands before and behind it; 责任 in 责任制 is none."""
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at in finds(text, word, apart=True):
        end = at + len(word)
        if not vocabulary.known(text[at : end + 1]):
            for left, right in sides:
                before, after = text[max(at - left, 0) : at], text[end : end + right]
                if _HAN.fullmatch(before + after):
                    found[before, after].append(at)
    return found
