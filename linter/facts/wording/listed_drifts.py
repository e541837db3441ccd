"""A name or a clause with a near synonym in it elsewhere: the cost 公务接待费 of a row, 公务招待费 in the next article.

Many near synonyms are told apart by right (监测, 检测). In a name that a list, a heading or a table gives, and in a
whole clause (主动消除危害后果的), with all the rest of it the same, one stands for the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from itertools import islice

from linter.facts.base import as_number, bigrams, own_words
from linter.facts.bodies import is_body
from linter.facts.wording.item_lists import item_lists
from linter.facts.wording.phrases import Form, Place, Variant, phrases, places_of, unmasked, variant
from linter.facts.wording.synonyms import near_synonyms
from linter.language import NamedTuple, finds, is_han, lazy, lexicon, vocabulary
from linter.structure import Document, fact

__all__ = ["clause_drifts", "listed_drifts"]

_SHORTEST, _LONGEST = 4, 20
# A clause or run of so many characters is no chance.
_CLAUSE = 8
# So many forms are looked for in the whole text, at most.
_MOST = 1000
# A name of so many characters or more needs a boundary on one side, a shorter one on both sides.
_LONG = 6
# What is the same beside the synonym says that one thing is meant: 文化程度 alone may be the item that 学历 proves.
_REST = 2
# One of four characters is the usual one if it stands so many times as often.
_STEADY = 3
# Both forms standing so often are meant.
_FEW = 2
# Where so many clauses differ in one pair of synonyms, or in so many places, both words are meant.
_CLAUSES, _TIMES = 3, 4
# What may stand beside a name of a list.
_BESIDE = lexicon.members("BESIDE_CHARACTER")


class _Drift(NamedTuple):
    """A name or a clause, the form of it with a synonym, and where that begins in both with the length in each."""

    listed: str
    other: str
    at: int
    sizes: tuple[int, int]


# What a thing is said to hold, to the end of the sentence.
_HOLDS = lazy("[,:]?(?:包括|包含|含有?)[^。;\n]{0,80}")


@fact("listed-drifts")
def listed_drifts(document: Document) -> tuple[Variant, ...]:
    """Names of lists that stand with a near synonym in them elsewhere, the rarer form first, in order of place."""
    text = document.read(own_words)
    listed: defaultdict[str, set[int]] = defaultdict(set)
    names: dict[str, None] = {}
    lists = document.read(item_lists)
    for number, one in enumerate(lists):
        for at, item in enumerate(one.items):
            listed[item.words].add(number)
            # Words with 的 are a phrase.
            if one.sure(at) and _SHORTEST <= len(item.words) <= _LONGEST and "的" not in item.words:
                names[item.words] = None
    present = document.read(bigrams)
    found: dict[frozenset[str], Variant] = {}
    synonyms = document.read(near_synonyms)
    likely = (drift for drift in _drifts(names, synonyms) if _may_stand(drift, present))
    for drift in islice(likely, _MOST):
        # What one list names side by side is two things.
        apart = listed[drift.listed].isdisjoint(listed.get(drift.other, ()))
        if apart and drift.other in text and not is_body(drift.listed):
            variant = _variant(text, drift)
            if variant:
                found.setdefault(frozenset((drift.listed, drift.other)), variant)
    return tuple(sorted(found.values()))


@fact("clause-drifts")
def clause_drifts(document: Document) -> tuple[Variant, ...]:
    """Clauses and runs of words that stand with a near synonym in them elsewhere, the rarer form first, in order."""
    counts = document.read(phrases)
    clauses = [words for words in counts if len(words) >= _CLAUSE]
    synonyms = document.read(near_synonyms)
    drifts = [
        drift
        for drift in _drifts(clauses, synonyms, document.read(bigrams), counts)
        if min(counts[drift.listed], counts[drift.other]) <= _FEW
    ]
    places = places_of(document, {words for drift in drifts for words in drift[:2]}) if drifts else {}
    text = document.read(own_words)
    found: dict[Place, Variant] = {}
    for drift in drifts:
        one = _said_again(text, drift, places)
        if _goes_on(text, one.changed[1], one.place[1]) or _goes_on(text, one.model[1], one.usual[1]):
            continue
        # The clause and the run of words inside it differ in one place: the shorter tells it.
        known = found.get(one.changed)
        if known is None or one.place[1] - one.place[0] < known.place[1] - known.place[0]:
            found[one.changed] = one
    return tuple(sorted(_by_chance(text, found.values())))


def _by_chance(text: str, found: Iterable[Variant]) -> Iterator[Variant]:
    """The variants of pairs that seldom change places: where they do all the time, the document tells them apart."""
    pairs_of: defaultdict[frozenset[str], list[Variant]] = defaultdict(list)
    for one in found:
        pairs_of[frozenset((text[slice(*one.changed)], text[slice(*one.model)]))].append(one)
    for variants in pairs_of.values():
        if len(variants) < _CLAUSES and sum(one.times for one in variants) < _TIMES:
            yield from variants


def _may_stand(drift: _Drift, present: Counter[int]) -> bool:
    """Whether the text has the characters in which a form parts from its name side by side: a look-up, no search."""
    start, end = drift.at, drift.at + drift.sizes[1]
    beside = [drift.other[at : at + 2] for at in (start - 1, end - 1) if 0 <= at < len(drift.other) - 1]
    return all(as_number(two) in present for two in beside if is_han(two[0]) and is_han(two[1]))


def _drifts(
    names: Iterable[str],
    synonyms: Iterable[tuple[str, ...]],
    often: Counter[int] | None = None,
    among: Container[str] | None = None,
) -> Iterator[_Drift]:
    """Names with a word in them that has a near synonym, and the form they have with that.

    ``among``: what must hold both forms. It is then enough to look for the rarer word, as its first two characters tell
    it; ``often``: how often pairs of characters stand.
    """
    joined = "\n".join(["", *names, ""])
    for one, other, kind in synonyms:
        turns = [(one, other), (other, one)]
        if often is not None:
            turns = turns[:1] if often[as_number(one[:2])] <= often[as_number(other[:2])] else turns[1:]
        for word, instead in turns:
            for at in finds(joined, word, apart=True):
                start, end = joined.rfind("\n", 0, at) + 1, joined.find("\n", at)
                name, after = joined[start:end], at + len(word)
                form = joined[start:at] + instead + joined[after:end]
                if among is not None and form not in among:
                    continue
                told = len(name) >= len(word) + _REST and form not in name and name not in form
                if told and (kind != "listed" or len(name) > _SHORTEST) and (kind != "first" or at == start):
                    yield _Drift(name, form, at - start, (len(word), len(instead)))


def _said_again(text: str, drift: _Drift, places: dict[str, list[int]]) -> Variant:
    """The rarer form with the other; of two that stand as often, that of the rarer word, or the later one."""

    def order(words: str, size: int) -> tuple[int, int, int]:
        return len(places[words]), text.count(words[drift.at : drift.at + size]), -places[words][0]

    turned = order(drift.listed, drift.sizes[0]) < order(drift.other, drift.sizes[1])
    rare, usual = (drift.listed, drift.other) if turned else (drift.other, drift.listed)
    size, other = drift.sizes if turned else drift.sizes[::-1]

    def form(start: int, words: str, size: int) -> Form:
        at = unmasked(text, start, drift.at)
        return start, at, at + size, unmasked(text, start, len(words))

    forms = [form(start, rare, size) for start in places[rare]]
    return variant("drift", forms, form(places[usual][0], usual, other), len(places[usual]))


def _goes_on(text: str, changed: int, end: int) -> bool:
    """Whether what differs ends a run of words, and the clause goes on behind it: 边防管控|需要."""
    return changed == end and is_han(text[end : end + 1])


def _variant(text: str, drift: _Drift) -> Variant | None:
    """The rarer form with the other; of two that stand as often, the one that is in no list."""
    counts = text.count(drift.listed), text.count(drift.other)
    turned = counts[0] < counts[1]
    rare, usual = (drift.listed, drift.other) if turned else (drift.other, drift.listed)
    sizes = drift.sizes if turned else drift.sizes[::-1]
    places = list(finds(text, rare, apart=True))
    if (
        _holds(text, places[0] + len(rare), usual)
        or min(counts) > _FEW
        or not _stands_alone(text, places[0], rare, max(counts), min(counts))
    ):
        return None

    def form(start: int, words: str, size: int) -> Form:
        return start, start + drift.at, start + drift.at + size, start + len(words)

    forms = [form(start, rare, sizes[0]) for start in places]
    return variant("drift", forms, form(text.find(usual), usual, sizes[1]), max(counts))


def _holds(text: str, end: int, other: str) -> bool:
    """Whether the first of two things is said to hold the other: 申报资料,包括申报材料、推荐意见等."""
    told = _HOLDS.match(text, end)
    return told is not None and other in told[0]


def _stands_alone(text: str, start: int, words: str, often: int, seldom: int) -> bool:
    """Whether words are a name by themselves and no part of a longer one: the shorter, the surer it must be."""
    before, behind = text[start - 1 : start], text[start + len(words) : start + len(words) + 1]
    left = not is_han(before) or before in _BESIDE
    right = not is_han(behind) or behind in _BESIDE
    if len(words) >= _LONG:
        return left or right
    loose = left or not vocabulary.known(before + words[0])
    if len(words) > _SHORTEST:
        return (left and not vocabulary.known(words[-1] + behind)) or (right and loose)
    return loose and right and often >= _STEADY * seldom
