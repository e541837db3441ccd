"""Bodies under the name from before a reform beside the present one: 环境保护主管部门, 生态环境主管部门."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.facts.base import copied_article, copied_articles, flow, own_words
from linter.facts.bodies.names import OtherName
from linter.language import NamedTuple, finds, lazy
from linter.language.short_names import SUCCESSORS
from linter.structure import Document, fact

__all__ = ["former_names"]

# What follows a trade in the name of a body, by kind: those of two kinds (局, 厅) may be two bodies; 局令 is a decree.
_KINDS = tuple(
    lazy(kind) for kind in ("(?:行政主管|行政|主管)部门", "局(?![令长部])", "厅(?![令长])", "委(?:员会)?(?![员托任派])")
)
# A trade of so many characters is told without 主管, too.
_ANY = lazy("(?:行政主管|行政|主管)?部门")
_WHOLE = 4
# What makes another word of a trade: 生态|环境保护部门, 市容环境|卫生主管部门, 原|卫生计生委.
_OTHER = frozenset("态境原山矿牧林种")
_FORMER = "原"
_FORMER_LEVELS = frozenset("省市县区州盟旗国本")


class _TradeName(NamedTuple):
    start: int
    words: str


@fact("former-names")
def former_names(document: Document) -> tuple[OtherName, ...]:
    """Each pair of names both of which the document uses, in order of the rarer."""
    text = document.read(own_words)
    stream = document.read(flow)
    found: list[OtherName] = []
    for old, present in SUCCESSORS.items():
        if old in text and any(new in text for new in present):
            for pair in _pairs(text, old, present):
                before, after = _comparable(document, *pair)
                if not before:
                    continue
                few, many = sorted((before, after), key=len)
                *spans, model = [stream.span(one.start, one.start + len(one.words)) for one in (*few, many[0])]
                found.append(OtherName(few[0].words, many[0].words, tuple(spans), model, len(many)))
    return tuple(sorted(found, key=lambda one: one.spans[0]))


def _pairs(text: str, old: str, present: tuple[str, ...]) -> Iterator[tuple[list[_TradeName], list[_TradeName]]]:
    """The places of a trade and of those that took its place as names of one kind, if they may be of one level."""
    for kind in _KINDS:
        before = list(_named(text, old, kind))
        after = sorted([one for new in present for one in _named(text, new, kind)]) if before else []
        shared = _levels(text, before) & _levels(text, after)
        if after and (shared or (kind is _KINDS[0] and not (_ranked(text, before) or _ranked(text, after)))):
            yield before, after


def _comparable(
    document: Document, before: list[_TradeName], after: list[_TradeName]
) -> tuple[list[_TradeName], list[_TradeName]]:
    """Both, but where a copied article has the old name only the copies of one article that differ in it.

    Each act has its own name for the body, and what is said of it may keep to that.
    """
    copied = document.read(copied_articles)
    old = [copied_article(copied, one.start) for one in before]
    if not any(old):
        return before, after
    new = [copied_article(copied, one.start) for one in after]
    both = (set(old) & set(new)) - {""}
    return (
        [one for one, article in zip(before, old, strict=True) if article in both],
        [one for one, article in zip(after, new, strict=True) if article in both],
    )


def _named(text: str, trade: str, kind: re.Pattern[str]) -> Iterator[_TradeName]:
    pattern = _ANY if kind is _KINDS[0] and len(trade) >= _WHOLE else kind
    for at in finds(text, trade, apart=True):
        end = at + len(trade)
        match = pattern.match(text, end)
        # 原省劳动和社会保障厅 is called former.
        former = text[at - 2 : at - 1] == _FORMER and text[at - 1] in _FORMER_LEVELS
        if match and text[at - 1 : at] not in _OTHER and not former:
            yield _TradeName(at, text[at : match.end()])


def _ranked(text: str, names: list[_TradeName]) -> bool:
    """Whether a level stands before each of several names: 区县劳动和社会保障部门 beside 市人力资源和社会保障部门."""
    return len(names) > 1 and all(one.start and text[one.start - 1] in _FORMER_LEVELS for one in names)


def _levels(text: str, names: list[_TradeName]) -> set[str]:
    """The levels that stand before some names."""
    return {text[one.start - 1] for one in names if one.start} & _FORMER_LEVELS
