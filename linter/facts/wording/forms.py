"""One mark in two forms within a document: brackets of two widths, % and ％, 3-5年 and 3～5年, two kinds of quotes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from linter.facts.base import flow
from linter.language import NamedTuple, Span, lazy
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["MarkForm", "mixed_forms"]

MarkKind = Literal["bracket", "percent", "range", "title", "quotation", "figure"]

# A pair of brackets in which no other opens.
_BRACKETS = lazy("[(（][^()（）\n]{0,80}[)）]")
_PERCENT = lazy("[%％]")
# Years are left out: of them dashes are as usual as waves are of amounts.
_RANGE = lazy(
    r"(?<![\d.\-—–~～－/:：])\d{1,3}(?:\.\d+)?[%％]?([-－~～—–]{1,2})\d{1,3}(?:\.\d+)?"
    r"(?=[%％个年天日月周次人户名岁倍万亿元米])"
)
_INNER = lazy("《[^《》\n]{0,60}?([<〈])[^<>〈〉《》\n]{2,60}[>〉]")
# Straight quotation marks round Chinese words, which say which of the two opens.
_QUOTATION = lazy('“|"(?=[\u4e00-\u9fff][^"\n]{0,40}")')
# Amounts and dates; the number of a list (１．, １、) is set as wide as its point.
_FIGURES = lazy("[０-９]+(?![．、.０-９])|(?<![0-9.])[0-9]+(?=[%％年月日元])")
_HYPHENS = "-－"
# Pairs of brackets of one width, and of two: where these are the most, it is the way of the source.
_ALIKE, _UNLIKE = "()", "(）"
# The form that the standard does not know (GB/T 15834: — or ～ for ranges, 〈〉 for titles, curly quotation marks).
_AGAINST = frozenset(("-", "<", '"', _UNLIKE, "０"))
# Where the form against the standard is a usual one, it is the way of the source: how often the other must stand.
_TIMES: dict[MarkKind, int] = {"bracket": 1, "figure": 3}


class MarkForm(NamedTuple):
    """A use of a mark: its kind, the form in which it is written, and its place."""

    kind: MarkKind
    form: str
    span: Span


class Mixture(NamedTuple):
    """One kind of mark in two forms, each in order of place: ``few`` is the one against the standard, or the rarer."""

    few: tuple[MarkForm, ...]
    many: tuple[MarkForm, ...]


@fact("mixed-forms")
def mixed_forms(document: Document) -> tuple[Mixture, ...]:
    """The kinds of marks that a document writes in two forms."""
    found: list[Mixture] = []
    for uses in (one for one in _KINDS if _may_mix(document, one)):
        forms: dict[str, list[MarkForm]] = {}
        for unit in document.read(flow).units:
            for use in uses(document.text.shown, unit.paragraph.span()):
                forms.setdefault(use.form, []).append(use)
        if len(forms) == 2:
            many, few = sorted(forms.values(), key=lambda one: (one[0].form not in _AGAINST, len(one)), reverse=True)
            if len(few) * _TIMES.get(few[0].kind, 0) < len(many):
                found.append(Mixture(tuple(few), tuple(many)))
    return tuple(sorted(found, key=lambda one: one.few[0].span))


def _may_mix(document: Document, uses: Uses) -> bool:
    """Whether a kind of mark has two forms in the text from the first paragraph to the last: in few texts it has."""
    raw, span = document.text.shown, document.span
    for one, other in _KINDS[uses]:
        if all(any(raw.find(sign, *span) >= 0 for sign in signs) for signs in (one, other)):
            return len({use.form for use in uses(raw, span)}) > 1
    return False


def _brackets(raw: str, span: Span) -> Iterator[MarkForm]:
    for match in _BRACKETS.finditer(raw, *span):
        if "://" not in match[0]:
            alike = (match[0][0] == "(") == (match[0][-1] == ")")
            yield MarkForm("bracket", _ALIKE if alike else _UNLIKE, Span(*match.span()))


def _percents(raw: str, span: Span) -> Iterator[MarkForm]:
    for match in _PERCENT.finditer(raw, *span):
        yield MarkForm("percent", match[0], Span(*match.span()))


def _ranges(raw: str, span: Span) -> Iterator[MarkForm]:
    for match in _RANGE.finditer(raw, *span):
        yield MarkForm("range", "-" if match[1] in _HYPHENS else "～", Span(*match.span(1)))


def _titles(raw: str, span: Span) -> Iterator[MarkForm]:
    for match in _INNER.finditer(raw, *span):
        yield MarkForm("title", match[1], Span(*match.span(1)))


def _quotations(raw: str, span: Span) -> Iterator[MarkForm]:
    for match in _QUOTATION.finditer(raw, *span):
        yield MarkForm("quotation", match[0], Span(*match.span()))


def _figures(raw: str, span: Span) -> Iterator[MarkForm]:
    for match in _FIGURES.finditer(raw, *span):
        yield MarkForm("figure", "0" if match[0].isascii() else "０", Span(*match.span()))


Uses = Callable[[str, Span], Iterator[MarkForm]]
# The marks of each kind, and the signs of which a text with two forms of the kind holds one here and one there.
_KINDS: dict[Uses, tuple[tuple[str, str], ...]] = {
    _brackets: (("(", "）"), ("（", ")")),
    _percents: (("%", "％"),),
    _ranges: (("-－", "~～—–"),),
    _titles: (("<", "〈"),),
    _quotations: (("“", '"'),),
    _figures: (("０１２３４５６７８９", "0123456789"),),
}
