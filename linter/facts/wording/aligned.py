"""Aligned passages: sentences that stand in the same order in two places of an issue, one of which differs by a word.

Two instruments of one office copy articles from one another, a list of tasks the text. Where the sentences around are
the same in both, a word that one lacks, or has otherwise, is a slip of copying; numbers, levels and names of things
differ by right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from linter.facts.base import flow
from linter.facts.wording.parallels import masked
from linter.language import NamedTuple, Span, common_ends, is_han, lazy
from linter.language.lexicon import rows
from linter.structure import Document, Issue, fact

__all__ = ["aligned_slips"]

# A sentence is so long that its copy is one; those that agree around it are, and so many do.
_SHORTEST, _AGREEING, _AROUND = 14, 10, 2
_SENTENCE = lazy(
    r"(?:第[\d一二三四五六七八九十百零]{1,6}条|[(\d一二三四五六七八九十①-⑳]{1,4}[)、.])? ?"
    rf"([^。;!?\n]{{{_AGREEING},}})"
)
# What stands oftener is a formula.
_CROWD = 3
# So much of a word differs at most, in characters.
_FARTHEST = 3
_MANNER = lazy("{MANNER}")
_CONJUNCTIONS = frozenset("和或及与")
# Characters that change the sense, and those that a sentence may do without.
_MEANT = frozenset("不未非无应可须得各本该其省市县区的了等前后上下")


class AlignedSentence(NamedTuple):
    """A sentence without its number, and its place."""

    words: str
    document: Document
    start: int

    @property
    def span(self) -> Span:
        """Its raw span."""
        return self.document.read(flow).span(self.start, self.start + len(self.words))


class AlignedSlip(NamedTuple):
    """Two sentences that copy one another, the later first, and where they part."""

    later: AlignedSentence
    earlier: AlignedSentence
    at: int


@fact("aligned-slips")
def aligned_slips(issue: Issue) -> tuple[AlignedSlip, ...]:
    """The sentences of aligned passages that differ by a word, in order of the later."""
    found = [one for document in issue.documents for one in _sentences(document)]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(found):
        places[one.words].append(at)
    # Where no sentence stands twice nothing is aligned.
    again = {at + step for some in places.values() if len(some) > 1 for at in some for step in (-1, 1)}
    told: list[AlignedSlip] = []
    for at in sorted(again):
        if 0 <= at < len(found) and len(found[at].words) >= _SHORTEST and len(places[found[at].words]) == 1:
            slips = (_slip(found[at], found[other]) for other in _answering(found, places, at))
            told += [slip for slip in slips if slip][:1]
    return tuple(told)


def _sentences(document: Document) -> list[AlignedSentence]:
    """The sentences that are long enough to agree, without their numbers."""
    stream = document.read(flow)
    return [AlignedSentence(match[1], document, match.start(1)) for match in _SENTENCE.finditer(stream.text)]


def _answering(found: list[AlignedSentence], places: dict[str, list[int]], at: int) -> Iterator[int]:
    """The earlier sentences that stand among the same two as one does, one of them right beside it."""
    for step in (-1, 1):
        beside = places[found[at + step].words] if 0 <= at + step < len(found) else []
        for other in [place - step for place in beside] if len(beside) <= _CROWD else ():
            if 0 <= other < at - 1 and len(places[found[other].words]) == 1 and _agree(found, at, other) >= _AROUND:
                yield other


def _agree(found: list[AlignedSentence], one: int, other: int) -> int:
    """How many of the sentences around two, up to two on each side, are the same."""
    return sum(
        found[one + step].words == found[other + step].words
        for step in (-2, -1, 1, 2)
        if other + step >= 0 and one + step < len(found)
    )


def _slip(one: AlignedSentence, other: AlignedSentence) -> AlignedSlip | None:
    """What two sentences differ by, if it is a word that is no number, level or name of its own."""
    if masked(one.words) == masked(other.words):
        return None
    left, right = common_ends(one.words, other.words)
    mine, theirs = (words[left : len(words) - right] for words in (one.words, other.words))
    if max(len(mine), len(theirs)) > _FARTHEST or not all(map(is_han, mine + theirs)):
        return None
    return AlignedSlip(one, other, left) if _is_slip(mine, theirs) else None


def _is_slip(one: str, other: str) -> bool:
    """Whether a word is lacking, or exchanged for one of its kind."""
    if not one or not other:
        # 解除, 示范, 行政 before a noun make another thing of it.
        lacking = one + other
        return (len(lacking) == 1 and lacking not in _MEANT) or _MANNER.fullmatch(lacking) is not None
    if len(one) == len(other) == 1:
        return {one, other} <= _CONJUNCTIONS
    return not set(one).isdisjoint(other) or any({one, other} == set(row[:2]) for row in rows("near_synonyms.tsv"))
