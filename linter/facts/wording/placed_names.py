"""Names that begin with their place, and differ in one word: 石桥市智慧工地监管平台, 石桥市智慧工地监控平台.

A place with its level begins a name surely. Where two names have the same characters from there to a word, and behind
it, and the words are near synonyms, change places, or one is more, one thing is meant; three such names are a series.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain, islice, pairwise, takewhile

from linter.facts.base import own_words
from linter.facts.wording.phrases import Place, Variant, variant
from linter.facts.wording.synonyms import near_synonyms
from linter.language import NamedTuple, common_ends, finds, lazy, lexicon, vocabulary
from linter.structure import Document, fact

__all__ = ["placed_names"]

_PLACE = lazy(
    r"(?<![\u4e00-\u9fff])(?:《?关于)?(?:印发)?([\u4e00-\u9fff]{2}[省市县区镇])(?![域级])(?=[\u4e00-\u9fff]{4})"
)
_NO_PLACE = lazy("[本各全其该设辖每地一两三请在当向由对为]|行政|示范|街道")
_BOUND = lazy("[^\u4e00-\u9fff]|[的和与及或等在由将按向对为从把被给]|{NAME_BOUND}")
_LONGEST, _SIZE = 32, 3
# Names of a document begin with so many places, at most.
_PLACES = 16
# What is the same behind the place, at least, and behind a word that is more; the name with both; and what is the same
# before one word that stands for another.
_BEFORE, _BEHIND, _LONG, _SURE = 2, 4, 11, 7
_WORD, _FEW = 2, 3
# What a government does is no part of a name.
_STATE = "政府"
# What numbers, ranks and directions choose is another thing, and so is another matter of one trade: 农业, 林业.
_TELLING = (
    lexicon.members("BODY_CHARACTER")
    | lexicon.members("RANK_CHARACTER")
    | frozenset("水电气热煤粮农林牧渔食药河湖林草医")
)
# What a row of near synonyms tells of its words.
_SAME_THING = ("near", "same", "attribute")
# Words that change places are so long together.
_TURNED = range(4, 7)


class _NearNames(NamedTuple):
    """What two names have before and behind what differs, and what does."""

    before: str
    behind: str
    one: str
    other: str


@fact("placed-names")
def placed_names(document: Document) -> tuple[Variant, ...]:
    """The rarer of two such names, once for each pair, in order of place."""
    text = document.read(own_words)
    places = Counter([match[1] for match in _PLACE.finditer(text) if not _NO_PLACE.search(match[1])])
    runs: defaultdict[str, list[int]] = defaultdict(list)
    for place, _ in places.most_common(_PLACES):
        for at in finds(text, place):
            words = text[at : at + _LONGEST]
            end = _BOUND.search(words, _SIZE)
            runs[words[: end.start()] if end else words].append(at)
    ordered = sorted([run for run in runs if len(run) > _SURE])
    found: dict[Place, Variant] = {}
    near = {frozenset((one, other)) for one, other, kind in document.read(near_synonyms) if kind in _SAME_THING}
    pairs = list(dict.fromkeys(_pairs(ordered)))
    series = Counter([pair[:2] for pair in pairs])
    for pair in [pair for pair in pairs if series[pair[:2]] == 1 and _is_one_thing(pair, near)]:
        forms = [_starts(runs, ordered, pair.before + word + pair.behind) for word in pair[_WORD:]]
        one = _variant(text, pair, forms)
        if one:
            found.setdefault(one.changed, one)
    return tuple(sorted(found.values()))


def _pairs(runs: list[str]) -> Iterator[_NearNames]:
    """Names with the same words around one spot, of those that stand beside each other in order."""
    for one, other in chain(pairwise(runs), zip(runs, runs[_WORD:], strict=False)):
        if one[: _SIZE + _BEFORE] == other[: _SIZE + _BEFORE]:
            at, _ = common_ends(one, other)
            yield from _with_more(one, other, at)
            yield from _with_more(other, one, at)
            yield from _with_another(one, other, at)


def _with_more(one: str, other: str, at: int) -> Iterator[_NearNames]:
    """A long name that has a word more than another, and is no other thing for that."""
    word, behind = other[at : at + _WORD], one[at : at + _BEHIND]
    same = len(behind) == _BEHIND and other.startswith(behind, at + _WORD)
    if same and at + _BEHIND >= _LONG and not _TELLING.issuperset(word):
        yield _NearNames(one[:at], behind, "", word)


def _with_another(one: str, other: str, at: int) -> Iterator[_NearNames]:
    """Names in which two words change places, or which have words that share a character: 监管, 监控."""
    for size in _TURNED:
        words, turned, behind = one[at : at + size], other[at : at + size], one[at + size : at + size + _WORD]
        seams = [seam for seam in range(_WORD, size - 1) if turned == words[seam:] + words[:seam]]
        same = len(behind) == _WORD and other.startswith(behind, at + size)
        if same and any(vocabulary.known(words[:seam]) and vocabulary.known(words[seam:]) for seam in seams):
            yield _NearNames(one[:at], behind, words, turned)
    for start in (at - 1, at) if at > _SURE and _STATE not in one[:at] else ():
        first, second, behind = one[start : start + _WORD], other[start : start + _WORD], one[start + _WORD :][:_WORD]
        shared = not set(first).isdisjoint(second) and _TELLING.isdisjoint(set(first) ^ set(second))
        same = len(behind) == _WORD and other.startswith(behind, start + _WORD)
        if shared and same and vocabulary.known(first) and vocabulary.known(second):
            yield _NearNames(one[:start], behind, first, second)


def _is_one_thing(pair: _NearNames, near: set[frozenset[str]]) -> bool:
    """Whether two words, with the next one or without it, are near synonyms: 出租 and 出售 share a character, too."""
    names = ((pair.one, pair.other), (pair.one + pair.behind, pair.other + pair.behind))
    return len(pair.one) != _WORD or not near.isdisjoint(map(frozenset, names))


def _starts(runs: Mapping[str, list[int]], ordered: list[str], form: str) -> list[int]:
    """Where the names that begin with a form stand."""
    begun = takewhile(lambda run: run.startswith(form), islice(ordered, bisect_left(ordered, form), None))
    return sorted([at for run in begun for at in runs[run]])


def _variant(text: str, pair: _NearNames, forms: list[list[int]]) -> Variant | None:
    """The rarer form; of two that stand as often, the later one."""
    (few, rare), (many, usual) = sorted(
        zip(forms, (pair.one, pair.other), strict=True), key=lambda form: (len(form[0]), -min(form[0]))
    )
    # Titles and captions are compared by those who know what they head.
    titled = not pair.one and (text[min(few) - 1] == "\n" or all(text[at - 1] == "《" for at in (*few, *many)))
    apart = {_sentence(text, at) for at in few}.isdisjoint([_sentence(text, at) for at in many])
    if titled or len(few) > _FEW or not apart:
        return None
    *rarer, model = [
        (at, at + len(pair.before), at + len(pair.before) + len(word), at + len(pair.before + word + pair.behind))
        for at, word in (*[(at, rare) for at in sorted(few)], (min(many), usual))
    ]
    return variant("drift", rarer, model, len(many))


def _sentence(text: str, at: int) -> int:
    """Where the sentence of a place begins."""
    return max(text.rfind(mark, 0, at) for mark in "。;\n")
