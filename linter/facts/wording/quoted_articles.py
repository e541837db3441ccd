"""Two quotations of one article of another act, one of which differs by a few characters: 拒不改正的, 逾期不改正的.

A document that quotes an article twice, between quotation marks behind its place or as the rest of a paragraph that
begins with it, quotes the same words. What one leaves out is no difference; sentences that answer to each other follow
or lead to the same words in both, or open both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from linter.facts.base import flow
from linter.facts.wording.aligned import AlignedSentence, AlignedSlip
from linter.language import NamedTuple, common_ends, lazy
from linter.structure import Document, fact

__all__ = ["quoted_slips"]

_COUNT = r"[\d一二三四五六七八九十百零]{1,6}"
# The act, the note of its version and the place of the article; then a quotation mark, a space or a colon.
_PLACE = lazy(
    rf"《(?:中华人民共和国)?(?P<act>[^《》\n]{{2,60}})》(?P<version>\([^()\n]{{1,40}}\))?"
    rf"(?P<place>第{_COUNT}条(?:之{_COUNT})?(?:第?{_COUNT}款)?)(?:[、第]*\(?{_COUNT}\)?项)*"
    r"(?:的?(?:相关|有关)?规定)?[,:]?(?P<opens>[“ ]|(?<=:)(?=[^“ ]))"
)
_CUT = lazy(r"……|[;。:!?…\n]")
_MARK = lazy(rf"^ ?[(\d]{_COUNT}[).、]")
# A quotation is so long, and what differs in a sentence of it so short; so much is kept, and two thirds of the shorter.
_SHORTEST, _LONGEST, _FARTHEST, _KEPT = 12, 2500, 8, 8
# More quotations of one article are not compared.
_CROWD = 12
_CLOSING = frozenset(";。:!?\n")
_DIGITS = lazy(r"[\d一二三四五六七八九十百千万]")


class QuotedPart(NamedTuple):
    """A sentence of a quotation: where it starts, its words, and whether a mark closes it."""

    start: int
    words: str
    closed: bool


class Quotation(NamedTuple):
    """The sentences of a quotation in order, and where each of their words stands among them, by the words."""

    parts: tuple[QuotedPart, ...]
    places: dict[str, int]

    def holds(self, part: QuotedPart, *, first: bool) -> bool:
        """Whether it has a sentence of another; what opens that one, or is cut off, may be a piece of a sentence."""
        if part.words in self.places:
            return True
        return (first and any(one.words.endswith(part.words) for one in self.parts)) or (
            not part.closed and any(part.words in one.words for one in self.parts)
        )

    def words_at(self, at: int) -> str | None:
        """The words of a sentence, None before the first one and behind the last."""
        return self.parts[at].words if 0 <= at < len(self.parts) else None


@fact("quoted-slips")
def quoted_slips(document: Document) -> tuple[AlignedSlip, ...]:
    """The sentences that differ from those of another quotation of the article, the odd or the later one first."""
    text = document.read(flow).text
    quoted: defaultdict[tuple[str, str, str], list[Quotation]] = defaultdict(list)
    for match in _PLACE.finditer(text):
        end = _end(document, match.end(), quoted=match["opens"] == "“")
        copies = quoted[match["act"], match["version"] or "", match["place"]]
        if _SHORTEST <= end - match.end() <= _LONGEST and len(copies) < _CROWD:
            parts = tuple(_parts(text, match.end(), end))
            copies.append(Quotation(parts, {one.words: at for at, one in enumerate(parts)}))
    found = [
        slip
        for copies in quoted.values()
        for number, copy in enumerate(copies)
        for slip in _slips(document, copy, copies[:number] + copies[number + 1 :])
    ]
    return tuple(sorted(found, key=lambda one: one.later.start))


def _end(document: Document, start: int, *, quoted: bool) -> int:
    """Where a quotation ends: at its closing mark, or with the paragraph; before it begins if it is none."""
    stream = document.read(flow)
    return stream.text.find("”", start, start + _LONGEST) if quoted else stream.unit_at(start).end


def _parts(text: str, start: int, end: int) -> Iterator[QuotedPart]:
    """The sentences of a quotation, without spaces before them."""
    at = start
    for cut in [*_CUT.finditer(text, start, end), None]:
        stop = cut.start() if cut else end
        words = text[at:stop].strip()
        if words:
            closed = cut is not None and cut[0] in _CLOSING
            yield QuotedPart(at + text[at:stop].find(words), words, closed)
        at = cut.end() if cut else end


def _slips(document: Document, copy: Quotation, others: list[Quotation]) -> Iterator[AlignedSlip]:
    """The sentences that no other quotation holds, and one of another that differs little and stands where they do."""
    for at, part in enumerate(copy.parts):
        if any(other.holds(part, first=at == 0) for other in others):
            continue
        for other in others:
            meant = next((other.parts[to] for to in _beside(copy, at, other) if _answers(copy, at, other, to)), None)
            if meant is None or meant.words in copy.places:
                continue
            # Of two that stand alone the later one is told.
            again = sum(meant.words in one.places for one in others)
            if again > 1 or part.start > meant.start:
                parting = common_ends(part.words, meant.words)[0]
                earlier = AlignedSentence(meant.words, document, meant.start)
                yield AlignedSlip(AlignedSentence(part.words, document, part.start), earlier, parting)
                break


def _beside(copy: Quotation, at: int, other: Quotation) -> list[int]:
    """The places of another quotation that follow or lead to the same words as one of this, and the same place."""
    places = {at}
    for step in (-1, 1):
        same = other.places.get(copy.words_at(at + step) or "")
        if same is not None:
            places.add(same - step)
    return sorted(place for place in places if 0 <= place < len(other.parts))


def _answers(copy: Quotation, at: int, other: Quotation, place: int) -> bool:
    """Whether two sentences are near, bear the same number if any, and stand beside near words or open both."""
    one, two = copy.parts[at].words, other.parts[place].words
    if not _near(one, two) or _marks(one) != _marks(two):
        return False
    if at == 0 == place:
        return True
    beside = [(copy.words_at(at + step), other.words_at(place + step)) for step in (-1, 1)]
    pairs = [(left, right) for left, right in beside if left and right]
    return any(left == right for left, right in pairs) or (
        not _DIGITS.search(_differing(one, two)) and any(_near(left, right) for left, right in pairs)
    )


def _near(one: str, other: str) -> bool:
    """Whether two sentences are the same but for a few characters in one place."""
    kept = sum(common_ends(one, other))
    short, long = sorted((len(one), len(other)))
    return kept >= _KEPT and 3 * kept >= 2 * short and long - kept <= _FARTHEST


def _differing(one: str, other: str) -> str:
    left, right = common_ends(one, other)
    return one[left : len(one) - right] + other[left : len(other) - right]


def _marks(words: str) -> str:
    match = _MARK.match(words)
    return match[0] if match else ""
