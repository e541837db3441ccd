"""Near synonyms of a document, and one thing by two names: 显著、明显 in the same surroundings.

Many near synonyms are told apart by right (监测, 检测); what a document names side by side is two things.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from linter.facts.base import as_number, bigrams, own_words
from linter.facts.wording.phrases import Variant, variant
from linter.language import NamedTuple, finds, lazy, vocabulary
from linter.language.lexicon import rows
from linter.structure import Document, fact

__all__ = ["drifts"]

# What joins two words that stand side by side.
_JOINTS = "、和或与及"
# The surroundings: so many characters before and so many behind, together four, all of them Chinese; on one side alone
# for words that hardly ever mean two things.
_BOTH = ((3, 1), (2, 2), (1, 3))
_SIDES = {"near": _BOTH, "same": ((4, 0), *_BOTH, (0, 4)), "attribute": ((2, 2), (1, 3))}
Sides = tuple[tuple[int, int], ...]
# The usual word stands in them so often, and the other at most half as often.
_USUAL = 2
# A word and what follows it are cut apart with so many characters before its end, and so many behind.
_LAST, _NEXT = 3, 4
_HAN = lazy("[\u4e00-\u9fff]*")


@fact("near-synonyms")
def near_synonyms(document: Document) -> tuple[tuple[str, ...], ...]:
    """The rows of near synonyms both of which the document may have, but for those that it names side by side."""
    present = document.read(bigrams)
    rows_here = [one for one in _numbered() if one.first in present and one.second in present]
    joined = [
        (one.row, words)
        for one in rows_here
        if not present.keys().isdisjoint(one.joints)
        for before, behind, words in one.beside
        if before in present and behind in present
    ]
    text = document.read(own_words) if joined else ""
    apart = {row for row, words in joined if words in text}
    return tuple([one.row for one in rows_here if one.row not in apart])


class _Synonyms(NamedTuple):
    """A row, and the first two characters of both words as numbers.

    ``beside`` are the ways in which a document tells two words apart by naming both (开展监测、监控), with how the
    words meet what joins them; ``joints`` are how the first one meets it.
    """

    first: int
    second: int
    row: tuple[str, ...]
    beside: tuple[tuple[int, int, str], ...]
    joints: frozenset[int]


@cache
def _numbered() -> list[_Synonyms]:
    """The rows of near synonyms."""
    return [_synonyms(row) for row in rows("near_synonyms.tsv")]


def _synonyms(row: tuple[str, ...]) -> _Synonyms:
    one, other = row[:2]
    beside = [
        (as_number(first[-1] + joint), as_number(joint + second[0]), first + joint + second)
        for first, second in ((one, other), (other, one))
        for joint in _JOINTS
    ]
    joints = frozenset([before for before, _, _ in beside])
    return _Synonyms(as_number(one[:2]), as_number(other[:2]), tuple(row), tuple(beside), joints)


@fact("drifts")
def drifts(document: Document) -> tuple[Variant, ...]:
    """The rarer of two near synonyms where both stand in the same surroundings, once for each pair, in order."""
    text = document.read(own_words)
    present = document.read(bigrams)
    found: dict[tuple[str, str], Variant] = {}
    for one, other, kind in document.read(near_synonyms):
        # The word of the rarer first characters is looked for first.
        (least, rarer), (most, usual) = sorted([(present[as_number(word[:2])], word) for word in (one, other)])
        if kind in _SIDES and least + most > _USUAL:
            for drift in _beside_drifts(text, present, rarer, usual, _SIDES[kind]):
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


def _beside_drifts(text: str, present: Counter[int], one: str, other: str, sides: Sides) -> Iterator[Variant]:
    """The rarer word with what it differs from, for each of the surroundings that both have."""
    left = _surroundings(text, one, sides)
    if not any(_may_surround(other, *around, present) for around in left):
        return
    right = _surroundings(text, other, sides)
    for before, after in sorted(left.keys() & right.keys()):
        few, many = sorted(((left[before, after], one), (right[before, after], other)), key=_times)
        if len(many[0]) >= _USUAL and len(few[0]) * 2 <= len(many[0]):
            if any(_runs_on(text, places[0] + len(word)) for places, word in (few, many)):
                continue
            *forms, model = [
                (at - len(before), at, at + len(word), at + len(word) + len(after))
                for places, word in (few, (many[0][:1], many[1]))
                for at in places
            ]
            yield variant("drift", forms, model, len(many[0]))


def _times(found: tuple[list[int], str]) -> int:
    return len(found[0])


def _runs_on(text: str, end: int) -> bool:
    """Whether the last character of a word belongs to the next one: 采购方 in 采购|方式."""
    run = _HAN.match(text, end)
    head = text[end - _LAST : end]
    return len(head) not in vocabulary.seams(head + (run[0][:_NEXT] if run else ""))


def _may_surround(word: str, before: str, after: str, present: Counter[int]) -> bool:
    """Whether the text has the pairs of characters that a word makes with what is around it: a look-up, no search."""
    pairs = [before[-1:] + word[0], word[-1] + after[:1]]
    return all(as_number(pair) in present for pair in pairs if len(pair) > 1)


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
