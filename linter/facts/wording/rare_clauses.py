"""A clause that tables say many times in one form, and hardly ever in another: 造成较大(以上)突发环境事件.

Where eight say the same, one that has a character or a word more or less is a slip, even if both can be said.
"""

from __future__ import annotations

from collections import defaultdict

from linter.facts.base import flow, own_words
from linter.facts.wording.near_phrases import PhrasePair, placed
from linter.facts.wording.phrases import Place, Variant, phrases, places_of
from linter.language import common_ends, is_han, lazy, lexicon
from linter.structure import Document, fact

__all__ = ["rare_clauses"]

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
