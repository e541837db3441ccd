"""The structure of an economy against its sectors: 第一产业10亿元,第二产业40亿元,…; 三次产业结构为10.0:40.0:50.0."""

import re
from collections.abc import Iterator

from linter.facts.base import Flow
from linter.facts.counts.rates import Derived
from linter.facts.counts.sums import sums
from linter.facts.counts.terms import Sum, share_slack
from linter.language import lazy, lexicon
from linter.structure import Document

_SHARE = r"\d{1,2}(?:\.\d{1,2})?"
_TRIPLE = lazy(rf"(?<![\d.:∶])(?P<a>{_SHARE}) ?[:∶] ?(?P<b>{_SHARE}) ?[:∶] ?(?P<c>{_SHARE})(?![\d:∶]|\.\d)")
_STRUCTURE = lazy("产业[^。;\n]{0,12}(?:结构|构成|比[例重]|之比)")
# 由上年的12.0:40.0:48.0调整为…: what was before.
_EARLIER = lazy(r"(?:上年|去年|\d{4}年)(?:同期)?的?(?:为)?$")
_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?=年)")
# What else has three sectors than the product of a place.
_OTHER = lazy("民营|非公|投资|[就从]业")
# How far before the structure its sectors may stand, and how long a sentence is read.
_REACH, _SENTENCE, _LABEL = 1000, 160, 30


def sector_shares(document: Document, stream: Flow) -> Iterator[Derived]:
    """The shares of the sectors that follow from their amounts before them, where one of the three agrees."""
    whole = [one for one in document.read(sums) if _of_sectors(stream.text, one)]
    for match in _TRIPLE.finditer(stream.text) if whole else ():
        yield from _of_triple(stream, match, whole)


def _of_sectors(text: str, one: Sum) -> bool:
    sectors = lexicon.rows("wholes.tsv")[0]
    return len(one.parts) == len(sectors) and all(
        word in text[part.start - _LABEL : part.start] for word, part in zip(sectors, one.parts, strict=True)
    )


def _of_triple(stream: Flow, match: re.Match[str], whole: list[Sum]) -> Iterator[Derived]:
    text = match.string
    first = max(0, match.start() - _SENTENCE)
    begin = max(first, *[text.rfind(mark, first, match.start()) + 1 for mark in "。;\n"])
    sentence = text[begin : match.start()]
    near = [one for one in whole if match.start() - _REACH < one.total.start < match.start()]
    if not near or not _STRUCTURE.search(sentence) or _EARLIER.search(sentence):
        return
    one = near[-1]
    lead = text[max(0, one.total.start - _SENTENCE) : one.total.start].rpartition("。")[2].rpartition("\n")[2]
    earlier = list(_TRIPLE.finditer(sentence))
    years = _YEAR.findall(sentence[earlier[-1].end() :] if earlier else sentence), _YEAR.findall(lead)
    if set(_OTHER.findall(sentence)) != set(_OTHER.findall(lead)) or (all(years) and years[0][-1] != years[1][-1]):
        return
    shares = [_share(stream, match, name, one, at) for at, name in enumerate("abc")]
    if any(share.fits for share in shares):
        yield from shares


def _share(stream: Flow, match: re.Match[str], name: str, one: Sum, at: int) -> Derived:
    """One share; it may be a whole unit of its last place off, so that the three make 100."""
    part, words = one.parts[at], match[name]
    places = len(words.partition(".")[2])
    expected = 100 * part.value / one.total.value
    fits = abs(float(words) - expected) <= 10.0**-places + 100 * share_slack(part, one.total) + 1e-9
    span = stream.span(*match.span(name))
    return Derived(words, span, (one.total.span, part.span), f"{expected:.{places}f}", fits)
