"""The phrases of a document: its clauses, numbers masked, and the runs of words between their particles.

They are counted for the whole document at once; where one stands is looked up only for those that matter.

One thing written two ways in one document, with the evidence: how often each stands, and where they differ.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from linter.facts.base import own_words
from linter.language import NamedTuple, finds, lazy
from linter.structure import Document, fact

__all__ = ["Variant"]

# A document number ends a clause, too: the codes of an agency's departments before it (中教, 中教通) differ by right.
_CLAUSE = lazy("[\u4e00-\u9fff][^,;:。!?、\n\t|\0“”《》<>〔〕]{3,59}")
# (三) before the words of an item, of which the opening bracket was passed; 第四十五条 before those of an article.
_NUMERALS = "一二三四五六七八九十"
_MARKS = frozenset(_NUMERALS + "第")
_ITEM = lazy(f"[{_NUMERALS}]{{1,3}}[)）] ?|第[{_NUMERALS}百零〇]{{1,7}}[条章节] +")
_FIGURES = lazy(r"\d+(?:\.\d+)?")
_COUNTED = lazy(f"[{_NUMERALS}百千万]+(?=[个日年月元人项条款倍分吨])")
_NUMBER = lazy(rf"\d+(?:\.\d+)?|[{_NUMERALS}百千万]+(?=[、个日年月元人项条款倍分吨])")
# Verbs, particles and prepositions end one run of words and begin another.
_VERB = lazy("{PHRASE_CUT}")
_PARTICLES = "的和与及或在由向按将被把等为并于是其对从使"
_SHORTEST, _LONGEST = 4, 16


def _without(characters: str) -> str:
    """The Chinese characters but some, as ranges of a set."""
    bounds = sorted(map(ord, characters))
    ranges = zip([0x4E00, *[one + 1 for one in bounds]], [*bounds, 0xA000], strict=True)
    return "".join([f"{chr(first)}-{chr(end - 1)}" for first, end in ranges if first < end])


_RUN = lazy(f"[{_without(_PARTICLES)}]{{{_SHORTEST},}}")


@fact("phrases")
def phrases(document: Document) -> dict[str, int]:
    """The phrases of the document's own words, numbers written #, with how often each stands."""
    clauses = [
        _unmarked(words)[0] if words[0] in _MARKS else words for words in _CLAUSE.findall(document.read(own_words))
    ]
    words = "\n".join(clauses)
    runs = Counter([run for run in _RUN.findall(_VERB.sub("\n", words)) if len(run) <= _LONGEST])
    # A clause that is one run is counted as a run.
    return {**Counter([clause for clause in _masked(words) if len(clause) >= _SHORTEST]), **runs}


def places_of(document: Document, wanted: Collection[str]) -> dict[str, list[int]]:
    """The offsets of the flow at which some phrases start."""
    text = document.read(own_words)
    parts = {max(phrase.split("#"), key=len) for phrase in wanted}
    clauses = list(_CLAUSE.finditer(text))
    starts = [match.start() for match in clauses]
    holding = {bisect_right(starts, at) - 1 for part in parts for at in finds(text, part)}
    places: dict[str, list[int]] = {}
    for index in sorted(holding - {-1}):
        words, skipped = _unmarked(clauses[index][0])
        for phrase, at in _phrases(words):
            if phrase in wanted:
                places.setdefault(phrase, []).append(starts[index] + skipped + at)
    return places


def _phrases(words: str) -> Iterator[tuple[str, int]]:
    """The phrases of one clause with their offsets."""
    (clause,) = _masked(words)
    yield clause, 0
    for run in _RUN.finditer(_VERB.sub(lambda verb: "\n" * len(verb[0]), words)):
        if len(run[0]) <= _LONGEST and run[0] != clause:
            yield run[0], run.start()


def _unmarked(words: str) -> tuple[str, int]:
    """The words of a clause without the number of its item or article, and how many characters that has."""
    item = _ITEM.match(words) if words[0] in _MARKS else None
    return (words[item.end() :], item.end()) if item else (words, 0)


def _masked(words: str) -> list[str]:
    """The clauses of some lines, numbers written #."""
    return [clause.rstrip() for clause in _COUNTED.sub("#", _FIGURES.sub("#", words)).split("\n")]


def unmasked(text: str, start: int, offset: int) -> int:
    """The offset in ``text`` of what stands at ``offset`` of the phrase, numbers masked, that starts at ``start``."""
    at = start
    for match in _NUMBER.finditer(text, start, start + 120):
        before = match.start() - at
        if offset <= before:
            break
        offset -= before + 1
        at = match.end()
    return at + offset


# alike: a character for one that sounds or looks alike, one of the two words unknown; homophone: both words are known;
# character: one more or less; order: two words exchanged; drift: near synonyms in the same surroundings.
VariantKind = Literal["alike", "homophone", "character", "order", "drift"]
Place = tuple[int, int]
# Where a form begins, the range in which it differs from the other, and where it ends.
Form = tuple[int, int, int, int]


class Variant(NamedTuple):
    """A rare form at ``place`` and the usual one at ``usual``, as ranges of the flow.

    ``changed`` and ``model`` are the ranges of what differs in them; ``again`` are the further places at which the rare
    form differs; ``times`` and ``usual_times`` count both forms.
    """

    place: Place
    usual: Place
    kind: VariantKind
    times: int
    usual_times: int
    changed: Place
    model: Place
    again: tuple[Place, ...] = ()


def variant(kind: VariantKind, rare: Sequence[Form], usual: Form, usual_times: int) -> Variant:
    """A rare form, all its places, and one place of the usual form."""
    start, first, last, end = rare[0]
    again = tuple([place[1:3] for place in rare[1:]])
    return Variant((start, end), (usual[0], usual[3]), kind, len(rare), usual_times, (first, last), usual[1:3], again)


# How far from a character the one it is told from stands.
_CONTRAST = 12


def are_contrasted(text: str, one: str, other: str) -> bool:
    """Whether a text names two characters side by side, in the same words: 初级(士)、初级(师), 护士、护师."""
    if len(one) != 1 or len(other) != 1:
        return False
    for at in finds(text, one):
        words, behind = text[at - 1] + other, text[at + 1]
        for side in (text[max(at - _CONTRAST, 0) : at - 1], text[at + 1 : at + _CONTRAST]):
            found = side.find(words) if "、" in side and "\n" not in side else -1
            if found >= 0 and (behind == side[found + 2 : found + 3] or "、" in (behind, side[found + 2 : found + 3])):
                return True
    return False
