"""Sums of so many at so much each: 老人12名,每名2000元;…50名,每名600元,共计54000元; and items 一等奖2名,每名奖励5000元.

The total follows in the paragraph, or in the last item of a list whose other items each name one such product.
"""

import re
from collections.abc import Iterator

from linter.facts.base import flow
from linter.facts.counts.terms import Sum, Term, read
from linter.language.numerals import ARABIC
from linter.language.pattern import lazy
from linter.structure.fact import fact
from linter.structure.model import Document, Paragraph

__all__ = ["products_added"]

_EACH = lazy(
    rf"(?<![\d.])(?P<n>{ARABIC}) ?(?P<u>[名人户家项个]),每(?P=u)[^,;。:()\d]{{0,10}}(?P<each>{ARABIC}) ?(?P<m>万?元)"
    r"(?![/以至~—-])"
)
_TOTAL = lazy(rf"(?:[共合总]计|总金?额)(?:为|是)? ?(?P<words>(?P<n>{ARABIC}) ?(?P<m>万?元))(?![以至~—-])")
_MONEY = {"元": 1, "万元": 10**4}
_PROOF = 2
_SPREAD = 10**6


@fact("products-added")
def products_added(document: Document) -> tuple[Sum, ...]:
    """The totals of products, in order of place of their paragraphs."""
    if not _EACH.search(document.read(flow).text):
        return ()
    found: list[Sum] = []
    for paragraph in document.paragraphs:
        total = _TOTAL.search(paragraph.text) if "每" in paragraph.text else None
        parts = list(_products(paragraph, total.start())) if total else []
        if total and len(parts) >= _PROOF and len(parts) == paragraph.text.count("每", 0, total.start()):
            found.append(Sum(_total(paragraph, total), tuple(parts), complete=True))
    return (*found, *_of_items(document))


def _of_items(document: Document) -> Iterator[Sum]:
    for section in document.sections:
        *items, last = [document.sections[one].heading for one in section.children] or [section.heading]
        total = _TOTAL.search(last.text) if len(items) >= _PROOF else None
        products = [list(_products(one, len(one.text))) for one in items] if total else []
        if total and all(len(one) == 1 for one in products):
            yield Sum(_total(last, total), tuple([one for (one,) in products]), complete=True)


def _products(paragraph: Paragraph, stop: int) -> Iterator[Term]:
    for match in _EACH.finditer(paragraph.text, 0, stop):
        number, each = read(match["n"]), read(match["each"])
        if number and each:
            value = number[0] * each[0] * _MONEY[match["m"]] // _SPREAD
            yield Term(value, _SPREAD, _SPREAD, match[0], *match.span(), paragraph.span(*match.span()))


def _total(paragraph: Paragraph, match: re.Match[str]) -> Term:
    start, end = match.span("words")
    value = read(match["n"], _MONEY[match["m"]]) or (0, 1, 1)
    return Term(*value, match["words"], start, end, paragraph.span(start, end))
