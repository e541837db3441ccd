"""Words that have lost a character, which the document has whole in the same surroundings: 垂直理部门, 垂直管理部门.

Two characters side by side that make no word and hardly stand so elsewhere, where the document often has a third one
between them: the gap. The word around it is broken there, so that a rest of it stands alone, and what surrounds the
word is the same on both sides as where it is whole.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from linter.facts.base import (
    FREE,
    Flow,
    as_number,
    bigrams,
    flow,
    han_run,
    own_words,
    places_of_pairs,
    rarities,
    same_around,
    side_by_side,
)
from linter.facts.wording.frames import Lacking
from linter.language import NamedTuple, finds, is_han, lazy, lexicon, vocabulary
from linter.language.broken import rest
from linter.structure import Document, fact

__all__ = ["lost_characters"]

# The whole word stands at least so often; so much as a word do the two sides of a gap
# make at most, and the list holds slips itself.
_OFTEN, _HARDLY = 2, 2.0
# What words with the gap filled explain better than without, as a difference of logarithms; or hardly worse, where
# more is the same around it, and in more places.
_BETTER, _HARDLY_WORSE = 0.0, -2.0
_ALIKE, _MORE_ALIKE, _STEADY = 5, 6, 3
# So many characters are the same on each side.
_SIDE = 2
# Two characters that hardly ever meet, and meet others as usual, by ``rarities``.
_APART = lazy("(?<!r)r(?!r)")
# Behind a word that ends at a mark nothing needs to be the same, if so much is before it.
_BEFORE_MARK = 4
# Characters that say something by themselves, and whose longer forms are as good: 应 and 应当, 按 and 按照.
_ALONE = lexicon.members("ALONE_CHARACTER")
# What the list has alone so often, as a logarithm, says something by itself, too, unless so much is the same around it.
_OFTEN_ALONE, _COPIED = 9.6, 9
# Characters told on each side of a gap, up to a mark or a particle.
_SHOWN = 4
_MARK = lazy("[^\u4e00-\u9fff]|[的和与及或]")
# The last character of a clause, with what must be the same before it; one that the list has alone so often may end it.
_CLOSING = lazy("[,;。](?<=[\u4e00-\u9fff]{7}[,;。])")
_SAME, _SELDOM_ALONE = 6, 6.0


class _Gap(NamedTuple):
    """A character lost before the offset ``at`` of the flow, a place where it stands, and how often its word does.

    ``before`` and ``behind`` count the characters that are the same on each side of it.
    """

    at: int
    model: int
    times: int
    before: int
    behind: int


@fact("lost-characters")
def lost_characters(document: Document) -> tuple[Lacking, ...]:
    """Places where a word lacks a character, in order."""
    text, counts = document.read(own_words), document.read(bigrams)
    pairs = side_by_side(document)
    apart = [match.start() for match in _APART.finditer(document.read(rarities))]
    standing = _standing(document, {pairs[at] for at in apart})
    found = []
    for at in apart:
        if (number := pairs[at]) in standing and _may_be_broken(text, at + 1, counts):
            least = max(_OFTEN, 2 * counts[number])
            known = sorted([one for one in standing[number].items() if len(one[1]) >= least])
            filled = [one for each, ats in known if (one := _filled(text, at + 1, each, ats))]
            found += [max(filled, key=lambda one: (one.before + one.behind, one.times))] if filled else []
    found += _closing(text)
    return tuple([_lacking(document.read(flow), one) for one in sorted(found)])


def _closing(text: str) -> Iterator[_Gap]:
    """Words that lack their last character before a mark, where the same words go on with it: 造成病虫害蔓,."""
    for match in _CLOSING.finditer(text):
        at = match.start()
        last = text[at - 1]
        if vocabulary.known(text[at - 2 : at]) or vocabulary.weight(last) >= _SELDOM_ALONE:
            continue
        same = [one + _SAME + 1 for one in finds(text, text[at - 1 - _SAME : at])]
        known = [one for one in same if vocabulary.known(text[one - 1 : one + 1])]
        if len(known) >= _OFTEN and len({text[one] for one in known}) == 1:
            yield _Gap(at, known[0], len(known), _SAME, 0)


def _lacking(stream: Flow, gap: _Gap) -> Lacking:
    """A gap with the same words around it and around its character."""
    text, at, model = stream.text, gap.at, gap.model
    before = len(_MARK.split(text[at - min(gap.before, _SHOWN) : at])[-1])
    behind = len(_MARK.split(text[at : at + min(gap.behind, _SHOWN)])[0])
    span, usual = (at - before, at + behind), (model - before, model + 1 + behind)
    words = text[slice(*span)], text[slice(*usual)]
    return Lacking(stream.span(*span), text[model], *words, stream.span(*usual), gap.times)


def _may_be_broken(text: str, at: int, counts: Counter[int]) -> bool:
    """Whether one of two characters that make no word makes none with its other side, and the side before is usual."""
    left, right = text[at - 2 : at], text[at : at + 2]
    if len(left) < 2 or len(right) < 2 or not (is_han(left[0]) or counts[as_number(left)] > _OFTEN):
        return False
    whole = vocabulary.known(left) and vocabulary.known(right)
    return not whole and vocabulary.weight(text[at - 1 : at + 1]) < _HARDLY


def _standing(document: Document, pairs: Collection[int]) -> Mapping[int, Mapping[str, Sequence[int]]]:
    """What stands between the characters of pairs, but for what a phrase may lack, and where each time, by the pair."""
    text = document.read(own_words)
    found: defaultdict[int, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at in places_of_pairs(document, pairs, 2):
        one = text[at + 1]
        if is_han(one) and one not in FREE:
            found[as_number(text[at] + text[at + 2])][one].append(at)
    return found


def _filled(text: str, at: int, lost: str, models: Sequence[int]) -> _Gap | None:
    """A character lost before an offset, if it makes a broken word whole, and what is around it elsewhere is the same.

    ``models`` are the places of the three characters there.
    """
    start, end = han_run(text, at, at)
    sizes = rest(text[start:at], lost, text[at:end])
    if not sizes:
        return None
    left = text[at - 1] * (sizes[0] == 1 or (sizes[0] > 1 and not vocabulary.known(text[at - 2 : at])))
    left += text[at] * (sizes[1] == 1 or (sizes[1] > 1 and not vocabulary.known(text[at : at + 2])))
    if not _ALONE.isdisjoint(left):
        return None
    same = [(one + 1, *same_around(text, (at, at), (one + 1, one + 2))) for one in models]
    ends = not is_han(text[at + sizes[1]])
    same = [one for one in same if _holds(one[1:], sizes, ends=ends)]
    best = max(same, key=lambda one: one[1] + one[2], default=(0, 0, 0))
    better = vocabulary.likelihood(text[start:at] + lost + text[at:end]) - vocabulary.likelihood(text[start:end])
    alike = best[1] + best[2]
    if alike < _COPIED and any(vocabulary.weight(one) > _OFTEN_ALONE for one in left):
        return None
    sure = better >= _BETTER and alike >= _ALIKE and len(same) >= _OFTEN
    if sure or (better >= _HARDLY_WORSE and alike >= _MORE_ALIKE and len(same) >= _STEADY):
        return _Gap(at, best[0], len(models), best[1], best[2])
    return None


def _holds(same: tuple[int, int], sizes: tuple[int, int], *, ends: bool) -> bool:
    """Whether more than a word is the same on both sides of a gap in it, or before it, if the word ends at a mark."""
    if ends and same[0] >= max(_BEFORE_MARK, sizes[0] + 2):
        return same[1] >= sizes[1]
    return same[0] >= max(_SIDE, sizes[0] + 1) and same[1] >= max(_SIDE, sizes[1] + 1)
