"""Where a document writes a confusable word in the context that makes it wrong.

Words with a wrong character that are none (按装), where the right one makes better sense of what stands around.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, KeysView
from functools import cache

from linter.facts.base import as_number, bigrams, own_words, pairs_in
from linter.language import NamedTuple, finds, is_han, vocabulary
from linter.language.confusables import Confusable, beginning, ending
from linter.language.lexicon import rows
from linter.structure import Document, fact

__all__ = ["Confusion", "confusions", "typos"]

# How far a context pattern may look before a word, in characters.
_BEFORE = 24
# How many characters on each side of a word say how it is to be cut.
_AROUND = 6
# A word so well known that its first or last character need not be a slip: 听证|回避.
_KNOWN = 5.0


class Confusion(NamedTuple):
    """A wrong word at ``start`` of the text."""

    start: int
    entry: Confusable

    @property
    def end(self) -> int:
        """The offset behind the word."""
        return self.start + len(self.entry.wrong)


def confusions(
    text: str, table: Iterable[Confusable], lawful: Iterable[str] = (), present: KeysView[int] | None = None
) -> Iterator[Confusion]:
    """The entries of ``table`` that ``text`` holds in their context, but for those inside a lawful word.

    Linear: a word costs a substring search if its pairs of characters are ``present``, and a pattern only where it
    stands.
    """
    by_word: defaultdict[str, list[Confusable]] = defaultdict(list)
    for entry in table:
        if present is None or pairs_in(entry.wrong) <= present:
            by_word[entry.wrong].append(entry)
    for wrong, entries in by_word.items():
        at = text.find(wrong)
        possible = [one for one in entries if at >= 0 and not (one.absent and beginning(one.absent).search(text))]
        while at >= 0:
            found = next((one for one in possible if holds(text, at, one) and not _cut_apart(text, at, one)), None)
            if found and not _inside(text, at, at + len(wrong), lawful):
                yield Confusion(at, found)
            at = text.find(wrong, at + len(wrong))


def holds(text: str, at: int, entry: Confusable) -> bool:
    """Whether an entry's context holds where its word stands in the text."""
    end = at + len(entry.wrong)
    head = text[max(0, at - _BEFORE) : at]
    if entry.before and not ending(entry.before).search(head):
        return False
    if entry.not_before and ending(entry.not_before).search(head):
        return False
    if entry.after and not beginning(entry.after).match(text, end):
        return False
    return not (entry.not_after and beginning(entry.not_after).match(text, end))


def _inside(text: str, start: int, end: int, lawful: Iterable[str]) -> bool:
    """Whether a lawful word stands around text[start:end]."""
    for word in lawful:
        at = text.find(word, max(0, end - len(word)), start + len(word))
        if 0 <= at <= start and end <= at + len(word):
            return True
    return False


# The right word must explain its surroundings so much better, as a difference of logarithms: 排列如下 is no 排例如下.
_BETTER = 3.0
# More where the wrong one begins within a word: 无纸巾|时.
_MUCH_BETTER = 5.0
# Still more where it also ends within one: 在建|意在.
_BETTER_THAN_TWO = 8.0
# What bounds the items of a row of words, and how long these are at most.
_BOUNDS, _ITEM = "、,，;；。:：()\n", 16


@fact("typos")
def typos(document: Document) -> tuple[Confusion, ...]:
    """The places of words that are none, in order."""
    present = document.read(bigrams)
    by_pair = _by_pair()
    text = document.read(own_words)
    found = [
        confusion(at, wrong, right)
        for pair in by_pair.keys() & present.keys()
        for wrong, right in by_pair[pair]
        for at in finds(text, wrong, apart=True)
        if makes_sense(text, at, wrong, right, _BETTER)
    ]
    return tuple(sorted(found, key=lambda one: one.start))


@cache
def _by_pair() -> dict[int, list[tuple[str, ...]]]:
    """The wrong words with the right ones, by the first two characters of the wrong one."""
    found: dict[int, list[tuple[str, ...]]] = {}
    for row in rows("typos.tsv"):
        found.setdefault(as_number(row[0]), []).append(row)
    return found


def confusion(at: int, wrong: str, right: str) -> Confusion:
    """A word at an offset that is none, with the right one."""
    return Confusion(at, _entry(wrong, right))


@cache
def _entry(wrong: str, right: str) -> Confusable:
    return Confusable(wrong, right, "D", "", "", (wrong,), (right,))


def makes_sense(text: str, at: int, wrong: str, right: str, better: float) -> bool:
    """Whether the right word in place of the wrong one explains the words around it so much better.

    Not where an item beside has the same character at the same place, which is meant then: 防火、防盗、防|射线泄漏; nor
    where the next item begins as what a first character opens: 即|定职能、定机构.
    """
    return _explains(text, at, wrong, right, better) and not _has_twin(text, at, wrong, right)


def _has_twin(text: str, at: int, wrong: str, right: str) -> bool:
    """Whether the changed character stands as far from the 、 before it in the item before, or behind in the next."""
    if len(wrong) != len(right):
        return False
    place = at + next(number for number, both in enumerate(zip(wrong, right, strict=True)) if both[0] != both[1])
    first = max(text.rfind(mark, max(0, place - _ITEM), place) for mark in _BOUNDS)
    if first >= 0 and text[first] == "、":
        before = 1 + max(text.rfind(mark, max(0, first - _ITEM), first) for mark in _BOUNDS)
        if text[before + place - first - 1] == text[place] and before + place - first - 1 < first:
            return True
    last = _bound(text, place)
    opens = place == at and text[at - 1 : at] in _BOUNDS and text[last + 1 : last + 2] == text[at + 1]
    if opens and text[last : last + 1] == "、":
        return True
    twin = _bound(text, last + 1) - (last - place)
    return text[last : last + 1] == "、" and twin > last and text[twin] == text[place]


def _bound(text: str, at: int) -> int:
    """Where the item that goes on at an offset ends."""
    return min((end for mark in _BOUNDS if (end := text.find(mark, at, at + _ITEM)) >= 0), default=-1)


def _explains(text: str, at: int, wrong: str, right: str, better: float) -> bool:
    head, tail = _around(text, at, at + len(wrong))
    gain = _gain(head, wrong, right, tail)
    if gain < better or gain >= _BETTER_THAN_TWO:
        return gain >= better
    seams = vocabulary.seams(head + wrong + tail)
    begins, ends = len(head) in seams, len(head) + len(wrong) in seams
    # 重若|千钧: the changed character makes a word with the next one.
    parted = wrong[-1] != right[-1] and not ends
    return gain >= _MUCH_BETTER and (begins or ends) if parted else begins or (ends and gain >= _MUCH_BETTER)


def _cut_apart(text: str, at: int, entry: Confusable) -> bool:
    """Whether a word that is none, in no context, may be the end of one and the beginning of another: 听证|回避."""
    if not entry.source or entry.before or entry.after or vocabulary.known(entry.wrong):
        return False
    head, tail = _around(text, at, at + len(entry.wrong))
    gain = _gain(head, entry.wrong, entry.right, tail)
    if gain >= _MUCH_BETTER:
        return False
    ends = {len(head), len(head) + len(entry.wrong)}
    crossed = not ends <= vocabulary.seams(head + entry.wrong + tail)
    return (crossed and gain < _BETTER) or _of_another(head, entry, tail)


def _of_another(head: str, entry: Confusable, tail: str) -> bool:
    """Whether the changed character at an end of a wrong word makes a well-known word with what stands next to it."""
    first, last = entry.wrong[0], entry.wrong[-1]
    return bool(
        (last != entry.right[-1] and tail and vocabulary.weight(last + tail[0]) >= _KNOWN)
        or (first != entry.right[0] and head and vocabulary.weight(head[-1] + first) >= _KNOWN)
    )


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The Chinese characters next to text[start:end] that say how it is to be cut, on each side."""
    first, last = start, end
    while first > 0 and start - first < _AROUND and is_han(text[first - 1]):
        first -= 1
    while last < len(text) and last - start < _AROUND and is_han(text[last]):
        last += 1
    return text[first:start], text[end:last]


def _gain(head: str, wrong: str, right: str, tail: str) -> float:
    """How much better the right word explains the words around it than the wrong one."""
    return vocabulary.likelihood(head + right + tail) - vocabulary.likelihood(head + wrong + tail)
