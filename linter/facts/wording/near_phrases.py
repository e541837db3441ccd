"""Phrases of one document that differ in a single place.

A character is changed for one that sounds or looks alike, there is one more or less, or two words change places.

Pairs are found among phrases that share their beginning or their end: two that differ in one place share at least half
of their characters on one side of it. With many between them in the order of words, they belong to a family of names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import compress, count, groupby, islice
from operator import itemgetter

from linter.facts.base import Flow, flow, own_words
from linter.facts.wording.copies import NamedColumns
from linter.facts.wording.phrases import (
    Form,
    Place,
    Variant,
    VariantKind,
    are_contrasted,
    phrases,
    places_of,
    unmasked,
    variant,
)
from linter.language import NamedTuple, common_ends, lazy, lexicon, vocabulary
from linter.language.lexicon import rows
from linter.language.likeness import SUBSTANCES, looks_alike, sounds_alike
from linter.structure import Document, fact

__all__ = ["near_phrases"]

# Phrases with one difference are so near to each other in the order of words, from the left or from the right.
_NEIGHBOURS = 5
# By its length, what two phrases share at one end: at least two characters, and nearly half.
_KEY = 2
_STEMS = [slice(max(_KEY, size * 45 // 100)) for size in range(61)]
_BACKWARDS = itemgetter(slice(None, None, -1))
# A difference in order is two runs of at most so many characters.
_SWAPPED = 4
# What a document must say the same around a character more or less, in characters: if one form stands twice as often,
# if both sides hold two characters, in any case. And around a homophone.
_SHORT, _LONG, _LONGEST = 7, 8, 9
_HOMOPHONE = 8
# A difference so near to the end of a phrase depends on where the phrase was cut.
_EDGE = 2
# Numbers, levels, ranks and substances differ by right, and so does what stands for another thing.
_FREE = lazy(r"[#\d一二三四五六七八九十百千万亿零两甲乙丙丁省市县区乡镇年月日 A-Za-z()（）/.%×·<>≤≥=+—~-]")
# Particles and prepositions that are exchanged with the structure of a sentence.
_FUNCTION = lexicon.members("FUNCTION_CHARACTER")
# Characters that a phrase may have or not, with another sense or with none.
_MEANT = lexicon.members("PHRASE_CHARACTER")
# What makes a word of its own of another. One place against one says nothing of these.
_SUFFIXES = lexicon.members("WORD_SUFFIX")
# Words that change place with the sense or with the style of a sentence.
# 对医院实现目标的情况 and 实现医院目标.
_TURNING = lexicon.members("TURNING_CHARACTER")
# Between two things that are named together.
_JOINT = lazy("[或和与及、/]")
_BESIDE = 12
# A line of a list, or a cell: its number, and the firm that it names.
_LISTED = lazy(r"\n(?:\d{1,4}[.、]? ?)?$")
_FIRM = lazy(r"(?:公司|合作社|事务所|厂)(?=[\n(])")
# So many characters of a word may stand before the one with which a phrase begins.
_WITHIN = (1, 2)
_APPOINTED = lazy(r"(?:任命?|免去|聘[任请])[\u4e00-\u9fff]{2,3}(?=同志|[为的])")
_MOVABLE = lazy("[的了就先再也还都]|{ADVERB}|{MOVED}")


class PhrasePair(NamedTuple):
    """Two phrases, and where they part: the lengths of what they share on the left and on the right."""

    one: str
    other: str
    left: int
    right: int

    @property
    def changed(self) -> tuple[str, str]:
        """What stands in one and in the other between the shared ends."""
        return self.one[self.left : len(self.one) - self.right], self.other[self.left : len(self.other) - self.right]


@fact("near-phrases")
def near_phrases(document: Document) -> tuple[Variant, ...]:
    """Pairs of phrases that differ by a slip, in order of the rarer form; one for each place that differs."""
    counts = document.read(phrases)
    slips = [(pair, kind) for pair in _pairs(counts) if (kind := _kind(pair, counts))]
    if slips:
        found = [pair.one for pair, _ in slips]
        orders = _ordered(counts, found), _ordered(map(_BACKWARDS, counts), map(_BACKWARDS, found))
        slips = [slip for slip in slips if _few_between(orders, slip[0])]
    places = places_of(document, {words for pair, _ in slips for words in (pair.one, pair.other)}) if slips else {}
    text, where, columns = document.read(own_words), document.read(flow), NamedColumns(document)
    variants: dict[Place, Variant] = {}
    for pair, kind in slips:
        if not vocabulary.is_traditional(pair.one + pair.other):
            one = placed(text, pair, kind, places)
            if (
                _is_cut_off(text, one)
                or _are_two(text, one)
                or are_contrasted(text, text[slice(*one.changed)], text[slice(*one.model)])
                or _are_cells(where, one)
                or columns.names_both(where.span(*one.place).start, text[slice(*one.place)], text[slice(*one.usual)])
            ):
                continue
            # The clause and the run of words inside it differ in one place: the shorter tells it.
            known = variants.get(one.changed)
            if known is None or _length(one) < _length(known):
                variants[one.changed] = one
    return tuple(sorted(variants.values()))


def _is_cut_off(text: str, one: Variant) -> bool:
    """Whether a phrase differs beside its end, and ends within a word there: 安全生产作|为, 工程所在|地人民政府."""
    for (start, end), (first, last) in ((one.place, one.changed), (one.usual, one.model)):
        before = any(vocabulary.known(text[start - size : start + 1]) for size in _WITHIN)
        if first - start < _EDGE and before:
            return True
        if end - last < _EDGE and vocabulary.known(text[end - 1 : end + 1]):
            return True
    return False


def _are_two(text: str, one: Variant) -> bool:
    """Whether both forms are meant: they stand side by side (执业资格或职业资格), a preposition turns one, or a list
    names two firms or persons.
    """
    if one.kind == "order":
        return not _TURNING.isdisjoint((text[one.changed[0] - 1], text[one.model[0] - 1]))
    first, second = sorted((one.place, one.usual))
    if one.times == one.usual_times and _is_entry(text, first) and _is_entry(text, second):
        return True
    return second[0] - first[1] <= _BESIDE and _JOINT.search(text, first[1], second[0]) is not None


def _are_cells(where: Flow, one: Variant) -> bool:
    """Whether a phrase is a whole cell, and the other a part of a cell: 红线角点, 与红线交点1."""
    rare, usual = where.unit_at(one.place[0]), where.unit_at(one.usual[0])
    whole = one.place == (rare.start, rare.end) and one.usual != (usual.start, usual.end)
    return whole and min(rare.table, usual.table) >= 0


def _is_entry(text: str, place: Place) -> bool:
    """Whether a phrase is a firm that has a line or a cell to itself, or a person appointed: a list names each once."""
    start, end = place
    if _APPOINTED.match(text, start, end + 2):
        return True
    return _FIRM.search(text, start, end + 1) is not None and _LISTED.search(text, max(0, start - 8), start) is not None


def _length(one: Variant) -> int:
    return one.place[1] - one.place[0]


def _pairs(names: Iterable[str]) -> Iterator[PhrasePair]:
    found: set[tuple[str, str]] = set()
    ordered = sorted(names, key=len)
    short = bisect_left(ordered, _SHORT, key=len)
    # Short phrases with a character more or less are two: they are compared with those of their length.
    for some in (*[list(group) for _, group in groupby(ordered[:short], len)], ordered[short:]):
        found.update(_neighbours(some))
        # The same words, not others like them: there may be many.
        backwards = {name[::-1]: name for name in some}
        pairs = [(backwards[one], backwards[other]) for one, other in _neighbours(backwards)]
        found.update([pair if pair[0] < pair[1] else pair[::-1] for pair in pairs])
        del backwards, pairs
    for one, other in sorted(found):
        yield PhrasePair(one, other, *common_ends(one, other))


def _neighbours(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names with a common stem that differ by one character, by one more, or maybe by the order of a few."""
    ordered = sorted(names)
    stems = [name[_STEMS[len(name)]] for name in ordered]
    # What begins with the stem of a name stands right behind it.
    for place in compress(count(1), map(str.startswith, islice(ordered, 1, None), stems)):
        one, stem = ordered[place - 1], stems[place - 1]
        size = len(one)
        for other in ordered[place : place + _NEIGHBOURS]:
            if not other.startswith(stem):
                break
            apart = size - len(other)
            if not apart:
                at = len(stem)
                while one[at] == other[at]:
                    at += 1
                if one[at + 1 :] == other[at + 1 :] or (
                    one[at] in other[at + 1 : at + _SWAPPED] and one[at + _SWAPPED :] == other[at + _SWAPPED :]
                ):
                    yield one, other
            elif -2 < apart < 2 and one[-1] == other[-1] and sum(common_ends(one, other)) == min(size, len(other)):
                yield one, other


def _ordered(names: Iterable[str], some: Iterable[str]) -> list[str]:
    """The names that begin like some, in the order of words."""
    heads = {name[:_KEY] for name in some}
    return sorted([name for name in names if name[:_KEY] in heads])


def _few_between(orders: tuple[list[str], list[str]], pair: PhrasePair) -> bool:
    """Whether few phrases stand between two in the order of words, from the left or from the right."""
    for ordered, words in zip(orders, ((pair.one, pair.other), (pair.one[::-1], pair.other[::-1])), strict=True):
        first, second = sorted(words)
        at = bisect_left(ordered, first) + 1
        if second in ordered[at : at + _NEIGHBOURS] and second.startswith(first[_STEMS[len(first)]]):
            return True
    return False


def _kind(pair: PhrasePair, counts: dict[str, int]) -> VariantKind | None:
    """What kind of slip two phrases differ by, or None if they may well be two."""
    old, new = pair.changed
    once = counts[pair.one] == counts[pair.other] == 1
    if len(old) + len(new) == 1:
        slip = old + new not in _MEANT and _is_telling(old + new) and _is_long(pair, counts)
        return "character" if slip and not (once and old + new in _SUFFIXES) and not _is_joined(pair) else None
    if len(old) != len(new):
        return None
    if len(old) == 1:
        return _alike(pair) if _is_telling(old + new) else None
    # Both orders are current in most such pairs: one of them has to be usual here.
    swapped = (
        not once
        and old[0] in new
        and any(new == old[at:] + old[:at] for at in range(1, len(old)))
        and pair.left + pair.right >= len(old)
        and not _free(old, new, pair, counts)
    )
    return "order" if swapped and _is_telling(old + new) and not _MOVABLE.search(old) else None


def _free(old: str, new: str, pair: PhrasePair, counts: dict[str, int]) -> bool:
    """Whether two characters change place by right: both orders are words (罪犯, 犯罪), or none is and no form is usual
    (少痰, 痰少).
    """
    if len(old) != 2:
        return False
    known = vocabulary.known(old), vocabulary.known(new)
    return all(known) or (not any(known) and counts[pair.one] == counts[pair.other])


def _is_telling(changed: str) -> bool:
    """Whether what differs is no number, rank or substance."""
    return SUBSTANCES.isdisjoint(changed) and not _FREE.search(changed)


def _alike(pair: PhrasePair) -> VariantKind | None:
    old, new = pair.changed
    sound = sounds_alike(old, new)
    if not sound and not looks_alike(old, new):
        return None
    one, other = vocabulary.word_at(pair.one, pair.left), vocabulary.word_at(pair.other, pair.left)
    if len(one) == len(other) == 1:
        return "alike" if sound and not _FUNCTION.intersection(old + new) else None
    if len(one) != len(other) or pair.one.index(one) != pair.other.index(other):
        return (
            "alike" if not _FUNCTION.intersection(old + new) and (sound or not _are_words(pair, one, other)) else None
        )
    far = pair.left + pair.right >= _HOMOPHONE
    lawful = (one, other) in _homophones() or (other, one) in _homophones()
    return "homophone" if sound and far and not lawful else None


def _are_words(pair: PhrasePair, one: str, other: str) -> bool:
    """Whether the shorter of two words is one with either character: 湿度, beside 温度 of 温度控制."""
    size, at = min(len(one), len(other)), pair.one.index(one)
    same = at == pair.other.index(other) and size > 1
    return same and all(vocabulary.known(words[at : at + size]) for words in (pair.one, pair.other))


def _is_long(pair: PhrasePair, counts: dict[str, int]) -> bool:
    """Whether what is the same around a character more or less makes the two one phrase."""
    few, many = sorted((counts[pair.one], counts[pair.other]))
    least = min(pair.left, pair.right)
    same = pair.left + pair.right
    return least >= 1 and (same >= _LONGEST or (same >= _LONG and least >= 2) or (same >= _SHORT and many >= 2 * few))


def _is_joined(pair: PhrasePair) -> bool:
    """Whether the character more joins two words in one, of which the other phrase has the first: 公民办, 公办.

    房地产 is a word of its own, of which 房产 has lost one.
    """
    long = max(pair.one, pair.other, key=len)
    joined = long[pair.left - 1 : pair.left + 2]
    first, more, last = list(joined)
    both = first != more and vocabulary.known(first + last) and vocabulary.known(more + last)
    return both and not vocabulary.known(joined)


def _homophones() -> frozenset[tuple[str, ...]]:
    return frozenset(rows("homophones.tsv"))


def placed(text: str, pair: PhrasePair, kind: VariantKind, places: dict[str, list[int]]) -> Variant:
    """A pair, the rarer form first; of two that stand as often the shorter, or that the word list explains worse."""

    def order(words: str) -> tuple[int, int, float]:
        return len(places[words]), len(words), vocabulary.likelihood(words)

    rare, usual = sorted((pair.one, pair.other), key=order)
    forms = [_form(text, start, rare, pair) for start in places[rare]]
    return variant(kind, forms, _form(text, places[usual][0], usual, pair), len(places[usual]))


def _form(text: str, start: int, words: str, pair: PhrasePair) -> Form:
    """The form of the pair that starts at ``start``."""
    first = unmasked(text, start, pair.left)
    return start, first, first + len(words) - pair.left - pair.right, unmasked(text, start, len(words))
