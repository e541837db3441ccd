"""Terms that a document defines, and rare places where one character is another: 电气通信线路 for 电子通信线路."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator

from linter.facts.base import own_words
from linter.facts.wording.phrases import Variant, variant
from linter.facts.wording.synonyms import near_synonyms
from linter.language import finds, is_han, lazy, lexicon
from linter.language.vocabulary import word_at
from linter.structure import Document, fact

__all__ = ["term_slips"]

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
