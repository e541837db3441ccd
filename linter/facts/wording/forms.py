"""One mark in two forms within a document: brackets of two widths, % and ％, 3-5年 and 3～5年, two kinds of quotes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.facts.base import flow
from linter.language.pattern import lazy
from linter.language.record import NamedTuple
from linter.language.text import Span
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["MarkForm", "Mixture", "mixed_forms"]

MarkKind = Literal["bracket", "percent", "range", "title", "quotation"]

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
_HYPHENS = "-－"
# Pairs of brackets of one width, and of two: where these are the most, it is the way of the source.
_ALIKE, _UNLIKE = "()", "(）"
# The form that the standard does not know (GB/T 15834: — or ～ for ranges, 〈〉 for titles, curly quotation marks).
_AGAINST = frozenset(("-", "<", '"', _UNLIKE))


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
    uses: dict[MarkKind, dict[str, list[MarkForm]]] = {}
    raw = document.text.shown
    for unit in document.read(flow).units:
        for use in _uses(raw, unit.paragraph.span()):
            uses.setdefault(use.kind, {}).setdefault(use.form, []).append(use)
    found: list[Mixture] = []
    for forms in uses.values():
        if len(forms) == 2:
            many, few = sorted(forms.values(), key=lambda one: (one[0].form not in _AGAINST, len(one)), reverse=True)
            if few[0].kind != "bracket" or len(few) < len(many):
                found.append(Mixture(tuple(few), tuple(many)))
    return tuple(sorted(found, key=lambda one: one.few[0].span))


def _uses(raw: str, span: Span) -> Iterator[MarkForm]:
    """The marks of a paragraph that can be written in two forms."""
    start, end = span
    for match in _BRACKETS.finditer(raw, start, end):
        opener, closer = match[0][0], match[0][-1]
        if "://" in match[0]:
            continue
        alike = (opener == "(") == (closer == ")")
        yield MarkForm("bracket", _ALIKE if alike else _UNLIKE, Span(*match.span()))
    for match in _PERCENT.finditer(raw, start, end):
        yield MarkForm("percent", match[0], Span(*match.span()))
    for match in _RANGE.finditer(raw, start, end):
        yield MarkForm("range", "-" if match[1] in _HYPHENS else "～", Span(*match.span(1)))
    for match in _INNER.finditer(raw, start, end):
        yield MarkForm("title", match[1], Span(*match.span(1)))
    for match in _QUOTATION.finditer(raw, start, end):
        yield MarkForm("quotation", match[0], Span(*match.span()))
