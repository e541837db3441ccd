"""One mark in two forms within a document: marks of two widths, % and ％, 3-5年 and 3～5年, two kinds of quotes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import chain
from re import Pattern
from typing import Literal

from linter.facts.base import flow
from linter.language import NamedTuple, Span, lazy, quick
from linter.structure import Document, fact

__all__ = ["MarkForm", "mixed_forms"]

MarkKind = Literal[
    "bracket",
    "percent",
    "range",
    "title",
    "quotation",
    "figure",
    "comma",
    "semicolon",
    "colon",
    "label",
    "pair",
    "year",
    "letter",
]

# A pair of brackets in which no other opens.
_BRACKETS = lazy("[(（][^()（）\n]{0,80}[)）]")
_PERCENT = lazy("[%％]")
# Years are left out: of them dashes are as usual as waves are of amounts.
_RANGE = lazy(
    r"(?<![\d.\-—–~～－/:：])\d{1,3}(?:\.\d+)?(?:[%％]|[万亿]?元?)([-－~～—–]{1,2})\d{1,3}(?:\.\d+)?"
    r"(?=[%％个年天日月周次人户名岁倍万亿元米亩吨])"
)
_INNER = lazy("《[^《》\n]{0,60}?([<〈])[^<>〈〉《》\n]{2,60}[>〉]")
# Straight quotation marks round Chinese words, which say which of the two opens.
_QUOTATION = lazy('“|"(?=[\u4e00-\u9fff][^"\n]{0,40}")')
# Amounts and dates; the number of a list (１．, １、) is set as wide as its point.
_FIGURES = lazy("[０-９]+(?![．、.０-９])|(?<![0-9.])[0-9]+(?=[%％年月日元])")
_HYPHENS = "-－"
# Half-width stops and brackets between Chinese words, or at the end of their line, and the full-width ones.
_HAN = "\u4e00-\u9fff"
_BETWEEN = f"(?<=[{_HAN}”》）〕])%s(?= ?[{_HAN}“《\n])"
_WIDTHS: dict[MarkKind, tuple[Pattern[str], Pattern[str]]] = {
    "comma": (lazy(_BETWEEN % ","), lazy("，")),
    "semicolon": (lazy(_BETWEEN % ";"), lazy("；")),
    "colon": (lazy(_BETWEEN % ":"), lazy("：")),
    "label": (lazy("(?<=\n注):"), lazy("(?<=\n注)：")),
    "pair": (
        # Within a paragraph, which a page may have broken into lines.
        lazy(f"(?<=[{_HAN}”》])\\((?=[^()（）]{{0,80}}[{_HAN}])[^()（）]{{1,80}}\\)"),
        lazy("（[^()（）]{1,80}）"),
    ),
    "year": (lazy("﹝(?=\\d{4}﹞)"), lazy("〔(?=\\d{4}〕)")),
    "letter": (lazy("(?<=[“【])[A-Z](?=[”】])"), lazy("(?<=[“【])[Ａ-Ｚ](?=[”】])")),
}
# Pairs of brackets of one width, and of two: where these are the most, it is the way of the source.
_ALIKE, _UNLIKE = "()", "(）"
# The sign for less is no mark, whether the document has the right one elsewhere or not; but the note below the title of
# an act, (根据《关于修改<…>的决定》修正), is of who publishes it.
_NO_MARK = "<"
_HISTORY, _TAIL = lazy(r"(?:修正|修订|通过)[)。]?\s*$"), 8
# The form that the standard does not know (GB/T 15834: — or ～ for ranges, 〈〉 for titles, curly quotation marks).
_HALF, _FULL = "half", "full"
_AGAINST = frozenset(("-", _NO_MARK, '"', _UNLIKE, "０", _HALF))
# Where the form against the standard is a usual one, it is the way of the source: how often the other must stand.
_TIMES: dict[MarkKind, int] = {"bracket": 1, "figure": 3, "comma": 8, "semicolon": 5, "colon": 2, "pair": 3}
# More half-width stops than this come of a conversion, or more than this share of all stops of a document.
_MOST: dict[MarkKind, int] = {"comma": 8, "semicolon": 6, "colon": 3, "pair": 4}
_STOPS, _SHARE = lazy("[，；：。、]"), 12


class MarkForm(NamedTuple):
    """A use of a mark: its kind, the form in which it is written, and its place."""

    kind: MarkKind
    form: str
    span: Span


class Mixture(NamedTuple):
    """One kind of mark in two forms, each in order of place: ``few`` is the one against the standard, or the rarer.

    ``many`` is empty for signs that are no marks at all: 《关于印发<供水办法>的通知》.
    """

    few: tuple[MarkForm, ...]
    many: tuple[MarkForm, ...]


@fact("mixed-forms")
def mixed_forms(document: Document) -> tuple[Mixture, ...]:
    """The kinds of marks that a document writes in two forms."""
    found: list[Mixture] = []
    if sum(1 for _ in _SPACED.finditer(document.text.shown, *document.span)) > _MOST_SPACED:
        return ()
    mixed = [some for uses in _KINDS if (some := _mixed(document, uses))]
    pieces = [unit.paragraph.pieces for unit in document.read(flow).units] if mixed else []
    spans = sorted([(some[0].start, some[-1].end) for some in pieces])
    for some in mixed:
        forms: dict[str, list[MarkForm]] = {}
        for use in some:
            start, end = spans[bisect_right(spans, (use.span.end,)) - 1]
            of_history = use.form == _NO_MARK and _HISTORY.search(document.text.normal, max(start, end - _TAIL), end)
            if start <= use.span.start and use.span.end <= end and not of_history:
                forms.setdefault(use.form, []).append(use)
        if len(forms) == 2:
            many, few = sorted(forms.values(), key=lambda one: (one[0].form not in _AGAINST, len(one)), reverse=True)
            if _is_slip(document, few, many):
                found.append(Mixture(tuple(few), tuple(many)))
        elif len(forms) == 1 and _NO_MARK in forms:
            found.append(Mixture(tuple(forms[_NO_MARK]), ()))
    return tuple(sorted(found, key=lambda one: one.few[0].span))


def _is_slip(document: Document, few: list[MarkForm], many: list[MarkForm]) -> bool:
    """Whether the one form is rare enough, beside the other and among all stops, to be no way of the source."""
    kind = few[0].kind
    if len(few) * _TIMES.get(kind, 0) >= len(many) or len(few) > _MOST.get(kind, len(few)):
        return False
    return kind not in _MOST or len(few) * _SHARE < len(_STOPS.findall(document.text.shown, *document.span))


def _mixed(document: Document, uses: Uses) -> list[MarkForm]:
    """The uses of a mark in the text from the first paragraph to the last, if it has two forms there: in few it has."""
    raw, span = document.text.shown, document.span
    for one, other in _KINDS[uses]:
        if all(any(raw.find(sign, *span) >= 0 for sign in signs) for signs in (one, other)):
            found = list(uses(raw, span))
            kinds = {use.form for use in found}
            return found if len(kinds) > 1 or kinds == {_NO_MARK} else []
    return []


def _of(kind: MarkKind, pattern: Pattern[str], form: Callable[[str], str] = str, group: int = 0) -> Uses:
    """The uses of a mark that a pattern finds in a group; the words of the group say in which form."""

    def uses(raw: str, span: Span) -> Iterator[MarkForm]:
        for match in pattern.finditer(raw, *span):
            yield quick(MarkForm, (kind, form(match[group]), quick(Span, match.span(group))))

    return uses


def _brackets(raw: str, span: Span) -> Iterator[MarkForm]:
    for match in _BRACKETS.finditer(raw, *span):
        if "://" not in match[0]:
            alike = (match[0][0] == "(") == (match[0][-1] == ")")
            yield quick(MarkForm, ("bracket", _ALIKE if alike else _UNLIKE, quick(Span, match.span())))


def _widths(kind: MarkKind) -> Uses:
    """The uses of a mark of two widths, the half-width ones first."""
    half, full = _WIDTHS[kind]
    halves, fulls = _of(kind, half, lambda _: _HALF), _of(kind, full, lambda _: _FULL)
    return lambda raw, span: chain(halves(raw, span), fulls(raw, span))


# So many spaces within words are the way of a conversion, which chose the widths of marks, too.
_HAN = "\u4e00-\u9fff"
_SPACED = lazy(f" (?:(?<=[{_HAN}\\d] )(?=[，。；、：.][ {_HAN}\\d])|(?<=[{_HAN}] )(?=[{_HAN}] [{_HAN}]))")
_MOST_SPACED = 20
Uses = Callable[[str, Span], Iterator[MarkForm]]
# The marks of each kind, and the signs of which a text with two forms of the kind holds one here and one there.
_KINDS: dict[Uses, tuple[tuple[str, str], ...]] = {
    _brackets: (("(", "）"), ("（", ")")),
    _of("percent", _PERCENT): (("%", "％"),),
    _of("range", _RANGE, lambda dash: "-" if dash in _HYPHENS else "～", 1): (("-－", "~～—–"),),
    _of("title", _INNER, group=1): (("<", "《"),),
    _of("quotation", _QUOTATION): (("“", '"'),),
    _of("figure", _FIGURES, lambda one: "0" if one.isascii() else "０"): (("０１２３４５６７８９", "0123456789"),),
    _widths("comma"): ((",", "，"),),
    _widths("semicolon"): ((";", "；"),),
    _widths("colon"): ((":", "："),),
    _widths("label"): ((":", "："),),
    _widths("pair"): (("(", "（"),),
    _widths("year"): (("﹝", "〔"),),
    _widths("letter"): (("”】", "ＡＢＣＤ"),),
}
