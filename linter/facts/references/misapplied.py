"""Articles that a penalty names for a conduct which another article speaks of: 违反第六条,在疏散通道充电的 (第七条).

The words of the conduct are sought in the article named and in the others; those that many articles have in common
tell nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from linter.facts.base import flow, own_words
from linter.facts.references.clauses import Article, ClauseReference, articles, clause_references
from linter.language import NamedTuple, Span, lazy
from linter.structure import Document, Paragraph, Section, fact

__all__ = ["misapplied"]

_PENALTY = lazy(
    r"违反(?:本[\u4e00-\u9fff]{1,6}?)?(?P<place>第[一二三四五六七八九十百零\d]{1,6}条(?:第[一二三四五六七八九十]{1,2}款)?(?:第\(?[一二三四五六七八九十]{1,3}\)?项)?)"
    r"(?:的?规定),(?P<conduct>(?!有下列)[^。;:\n]{6,90}?)的,(?:[由责处给没限予对]|依法|可以)"
)
_PAIR = lazy("(?=([\u4e00-\u9fff]{2}))")
# What is said of a breach, and no duty.
_BREACH = lazy("违反(?:本|第|前款)")
# Pairs of characters of a conduct: so many, so small a share of them in the article named, so large a one in another,
# and so much less in any third.
_LEAST, _HARDLY, _MOSTLY, _NEXT = 6, 0.2, 0.6, 0.6
# Pairs that so large a share of the articles have tell nothing.
_COMMON = 0.4


class Misapplied(NamedTuple):
    """A reference, the conduct named with it, and the article or item that speaks of it (its number and heading)."""

    span: Span
    cited: str
    conduct: str
    meant: str
    model: Span


@fact("misapplied")
def misapplied(document: Document) -> tuple[Misapplied, ...]:
    """The references of penalties whose conduct is that of another article or item, in order."""
    text, stream = document.read(own_words), document.read(flow)
    places = list(_PENALTY.finditer(text))
    own = {one.span: one for one in document.read(clause_references)} if places else {}
    found = []
    for match in places:
        reference = own.get(stream.span(*match.span("place")))
        meant = _meant(document, reference, match["conduct"]) if reference else None
        if reference and meant:
            words = match["conduct"]
            found.append(Misapplied(reference.span, reference.text, words, meant.mark.text, meant.heading.span()))
    return tuple(found)


def _meant(document: Document, reference: ClauseReference, conduct: str) -> Section | None:
    """The section that speaks of a conduct, if the one named hardly does."""
    known = document.read(articles)[reference.part]
    cited = known.get(reference.value)
    if cited is None:
        return None
    if reference.item:
        items = {one.mark.value[0]: one for one in document.children(cited.section)}
        named = items.get(reference.item)
        return _best(document, named, list(items.values()), conduct) if named else None
    return _best(document, cited.section, list(_duties(document, known)), conduct)


def _duties(document: Document, known: Mapping[tuple[int, ...], Article]) -> Iterator[Section]:
    """The articles that say what is to be done, and none of what follows if it is not."""
    for one in known.values():
        if not _BREACH.search(_words(document, one.section)):
            yield one.section


def _best(document: Document, named: Section, others: list[Section], conduct: str) -> Section | None:
    pairs = {one.mark.value: _pairs(_words(document, one)) for one in others}
    common = Counter(pair for some in pairs.values() for pair in some)
    told = {pair for pair in _pairs(conduct) if common[pair] <= max(1, _COMMON * len(others))}
    if len(told) < _LEAST or named.mark.value not in pairs:
        return None
    shares = sorted([(len(told & pairs[one.mark.value]) / len(told), one.mark.value) for one in others], reverse=True)
    own = len(told & pairs[named.mark.value]) / len(told)
    (first, value), (second, _) = [*shares, (0.0, ())][:2]
    if own > _HARDLY or first < _MOSTLY or second > _NEXT * first:
        return None
    meant = next(one for one in others if one.mark.value == value)
    # 第二十条 列入第十一条名单的企业: what one article says of another is its own.
    return None if meant.mark.text in _words(document, named) else meant


def _words(document: Document, section: Section) -> str:
    """All words of a section and of those in it."""
    held = [section, *document.children(section)]
    blocks = [block for one in held for block in (one.heading, *one.body)]
    return "\n".join([block.text for block in blocks if isinstance(block, Paragraph)])


def _pairs(words: str) -> frozenset[str]:
    return frozenset(_PAIR.findall(words))
