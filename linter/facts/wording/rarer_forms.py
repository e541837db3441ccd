"""A clause that tables say many times in one form, and hardly ever in another: 造成较大(以上)突发环境事件.

Where eight say the same, one that has a character or a word more or less is a slip, even if both can be said.

Terms that a document defines, and rare places where one character is another: 电气通信线路 for 电子通信线路.

Names in which two words change places: 职工补充医疗保险, 补充职工医疗保险.

What stands before and behind a name differs from place to place, so that no two phrases with it are near each other;
but the last characters of a name are the same ones in another order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from itertools import combinations

from linter.facts.base import flow, own_words
from linter.facts.wording.listed_drifts import near_synonyms
from linter.facts.wording.near_phrases import PhrasePair, placed
from linter.facts.wording.phrases import Place, Variant, phrases, places_of, variant
from linter.language import common_ends, finds, is_han, lazy, lexicon, vocabulary
from linter.language.vocabulary import word_at
from linter.structure import Document, fact

__all__ = ["rare_clauses", "swapped_names", "term_slips"]

# The usual form stands so often, and so many times as often as the rare one.
_USUAL, _TIMES = 8, 8
_SHORTEST, _ANCHOR = 9, 4
# So much is the same on each side of a word of so many characters, and in all.
_SIDE, _CHANGED, _SAME = 3, 2, 8
_CROWD = 30
# What a clause may have or not by right: numbers, levels, negations, particles.
_FREE = lexicon.members("CLAUSE_CHARACTER")
_NUMERAL = lazy(r"[\d一二三四五六七八九十百千万]")
_MEANT = lexicon.members("CLAUSE_WORD")
# A bound is dropped with another sense, but hardly in one place of nine.
_BOUNDS = frozenset(("以上", "以下", "以内"))


@fact("rare-clauses")
def rare_clauses(document: Document) -> tuple[Variant, ...]:
    """Clauses that lack or add a word which many alike do not, in order of place."""
    counts = document.read(phrases) if document.tables else {}
    index: defaultdict[str, list[str]] = defaultdict(list)
    for words, times in counts.items():
        if times >= _USUAL and len(words) >= _SHORTEST:
            index["^" + words[:_ANCHOR]].append(words)
            index["$" + words[-_ANCHOR:]].append(words)
    if not index:
        return ()
    pairs = [pair for words in counts if (pair := _pair(words, counts, index))]
    places = places_of(document, {words for pair in pairs for words in (pair.one, pair.other)}) if pairs else {}
    text = document.read(own_words)
    stream = document.read(flow)
    found: dict[Place, Variant] = {}
    for pair in pairs:
        one = placed(text, pair, "character", places)
        if stream.unit_at(one.place[0]).table < 0:
            continue
        known = found.get(one.changed)
        if known is None or one.place[1] - one.place[0] < known.place[1] - known.place[0]:
            found[one.changed] = one
    return tuple(sorted(found.values()))


def _pair(words: str, counts: dict[str, int], index: dict[str, list[str]]) -> PhrasePair | None:
    """A rare clause with the usual one that differs from it least."""
    # A number that is not masked stands in a run of words.
    if len(words) < _SAME or _NUMERAL.search(words):
        return None
    best: PhrasePair | None = None
    for key in ("^" + words[:_ANCHOR], "$" + words[-_ANCHOR:]):
        for usual in index.get(key, ())[:_CROWD]:
            if counts[usual] >= _TIMES * counts[words] and abs(len(usual) - len(words)) <= _CHANGED:
                pair = PhrasePair(words, usual, *common_ends(words, usual))
                if _is_slip(pair) and (best is None or pair.left + pair.right > best.left + best.right):
                    best = pair
    return best


def _is_slip(pair: PhrasePair) -> bool:
    """Whether one of two lacks a word of the other, none that is left out by right, or has another character."""
    old, new = pair.changed
    if min(pair.left, pair.right) < _SIDE or pair.left + pair.right < _SAME:
        return False
    if old and new and (len(old) > 1 or len(new) > 1):
        return False
    word = old or new
    if word in _BOUNDS:
        # 县级以上人民政府 and 县级人民政府 are two.
        return pair.one[pair.left - 1] != "级"
    free = word in _MEANT or not _FREE.isdisjoint(old + new) or not all(map(is_han, old + new))
    return bool(word) and not free and len(old + new) <= _CHANGED


_DEFINED = lazy("(?:所称的?|以下简称|以下称为?)[“‘]?([\u4e00-\u9fff]{6,16})[”’]?(?:,?(?:是指|系?指|包括)|\\))")
# More terms with one half are a family.
_SLIP_CROWD = 12
# A term is no other than its near if it stands so many times as often.
_STEADY = 3
# Near synonyms at the end of a term: 道路照明设备 where 道路照明设施 is defined.
_ONE_THING = frozenset(("near", "same"))
# Ranks and opposites make another term: 县级行政主管部门, 中级人民法院.
_OTHER = lexicon.members("RANK_CHARACTER")


@fact("term-slips")
def term_slips(document: Document) -> tuple[Variant, ...]:
    """Phrases of the length of a defined term that differ from it in one character inside, in order."""
    text = document.read(own_words)
    synonyms = {frozenset(row[:2]) for row in document.read(near_synonyms) if row[-1] in _ONE_THING}
    terms = dict.fromkeys(_DEFINED.findall(text))
    # A half that many terms share is no term's own.
    shared = Counter(half for term in terms for half in _halves(term))
    found = [
        one
        for term in terms
        for one in _slips(text, term, [half for half in _halves(term) if shared[half] <= _SLIP_CROWD], synonyms)
    ]
    return tuple(sorted(found))


def _halves(term: str) -> tuple[tuple[str, int], tuple[str, int]]:
    """The halves of a term with where they stand in it."""
    half = len(term) // 2
    return (term[:half], 0), (term[half:], half)


def _slips(
    text: str, term: str, halves: Iterable[tuple[str, int]], synonyms: Container[frozenset[str]]
) -> Iterator[Variant]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for start in _near(text, term, halves):
        places[text[start : start + len(term)]].append(start)
    usual = places.pop(term, [])
    for words, starts in places.items():
        at, *more = _differing(words, term)
        end = at + 1 + len(more)
        inside = bool(more) or 0 < at < len(term) - 1 or frozenset((words[-2:], term[-2:])) in synonyms
        steady = len(starts) * _STEADY <= len(usual) and not _stands_elsewhere(text, words, at)
        if inside and steady and not _OTHER.intersection(words[at:end] + term[at:end]):
            *forms, model = [(one, one + at, one + end, one + len(term)) for one in (*starts, usual[0])]
            yield variant("character", forms, model, len(usual))


def _stands_elsewhere(text: str, words: str, at: int) -> bool:
    """Whether the word that holds a character is used for itself, too: 社保 beside 城乡居民社保 is another thing."""
    word = word_at(words, at)
    return len(word) > 1 and text.count(word) > text.count(words)


def _differing(words: str, term: str) -> list[int]:
    """Where two phrases of one length differ."""
    return [at for at, (one, other) in enumerate(zip(words, term, strict=True)) if one != other]


def _is_near(words: str, term: str) -> bool:
    """Whether a phrase is the term, has another character in it, or two neighbours in the other order (营运, 运营)."""
    apart = _differing(words, term)
    if len(apart) != 2:
        return len(apart) < 2
    first, second = apart
    return second == first + 1 and words[first : second + 1] == term[second] + term[first]


def _near(text: str, term: str, halves: Iterable[tuple[str, int]]) -> list[int]:
    """Where a term stands, or what differs from it in one character or the order of two: half of it is whole there."""
    starts: set[int] = set()
    for part, offset in halves:
        for at in finds(text, part):
            start = at - offset
            words = text[start : start + len(term)] if start >= 0 else ""
            if len(words) == len(term) and _is_near(words, term) and all(map(is_han, words)):
                starts.add(start)
    return sorted(starts)


_HEADS = lexicon.words("TERM_HEAD")
_HEAD, _TAIL = 2, 8
# More names of the same characters are a family.
_SWAPPED_CROWD = 6
# Words that change places with the sense of a sentence, and those that a name may have anywhere.
_MOVABLE = lazy("{PHRASE_CUT}|{ADVERB}|{MOVED}|[有相]关|其他|基本|[的和与及或一二三四五六七八九十第#]")


@fact("swapped-names")
def swapped_names(document: Document) -> tuple[Variant, ...]:
    """Names that stand with two of their words in the other order elsewhere, the rarer first, in order of place."""
    tails: defaultdict[int, set[str]] = defaultdict(set)
    for words in document.read(phrases):
        if len(words) >= _TAIL and words[-_HEAD:] in _HEADS:
            tail = words[-_TAIL:]
            tails[sum(map(ord, tail))].add(tail)
    pairs = [pair for some in tails.values() if 1 < len(some) <= _SWAPPED_CROWD for pair in _swapped(some)]
    text = document.read(own_words)
    found = [_variant(text, *pair) for pair in pairs]
    return tuple(sorted([one for one in found if not (_is_cut(text, one.changed) or _is_cut(text, one.model))]))


def _swapped(tails: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of which one has two words of the other in the other order, each a word by itself."""
    for one, other in combinations(sorted(tails), 2):
        left, right = common_ends(one, other)
        old, new = one[left : _TAIL - right], other[left : _TAIL - right]
        seams = [at for at in range(_HEAD, len(old) - 1) if new == old[at:] + old[:at]]
        words = [old[: seams[0]], old[seams[0] :]] if seams and right >= _HEAD else []
        if words and all(map(vocabulary.known, words)) and not _MOVABLE.search(old):
            yield one, other


def _is_cut(text: str, changed: tuple[int, int]) -> bool:
    """Whether the first word that moved belongs to the one before it, which mostly stands with it: 水文|地质补充."""
    start, end = changed
    before, name = text[start - _HEAD : start], text[start - _HEAD : start + _HEAD]
    together = text.count(name) if vocabulary.known(before) else 0
    return together > text.count(name + text[start + _HEAD : end]) and 2 * together > text.count(before)


def _variant(text: str, one: str, other: str) -> Variant:
    """The two, the rarer first; of two that stand as often, the later."""
    found = [list(finds(text, words)) for words in (one, other)]
    places = sorted(found, key=lambda starts: (len(starts), -starts[0]))
    left, right = common_ends(one, other)
    *forms, model = [(at, at + left, at + _TAIL - right, at + _TAIL) for at in (*places[0], places[1][0])]
    return variant("order", forms, model, len(places[1]))
