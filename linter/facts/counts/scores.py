"""Marks of an assessment: (20分) behind the headings of items, which add up to that of the heading above or to 满分."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.facts.base import flow
from linter.facts.counts.terms import Sum, Term, proven, read, term_at
from linter.language import lazy
from linter.structure import Document, Paragraph, Section, fact

__all__ = ["scores"]

_SCORE = lazy(r"\((?:满分|共|计)? ?(?P<n>\d{1,4}(?:\.\d)?) ?分\)")
_FULL = lazy(r"(?:满分|总分)(?:值)?(?:为|是|:)? ?(?P<words>(?P<n>\d{2,4}) ?分)")
# (一)配备专职档案员的,得7分; but not (一)每配备一名,得1分.
_EARNED = lazy(r"(?:[得计][满配]?|[,:])(?P<n>\d{1,3}(?:\.\d)?) ?分[;。]?$")
_HEAD = 60
# 1.管理制度健全(6分):制度上墙2分,档案完整2分,培训记录2分。
_ITEMS = lazy(r"\((?:满分|共|计)? ?(?P<n>\d{1,3}(?:\.\d)?) ?分\)[:。](?P<rest>[^()\d][^()]{6,300})$")
# 按照规定频次巡查的,得20分: a clause parted from the next by ; ends in what it earns.
_CLAUSE = lazy(r"[^;。]{2,60}?(?:[得计占]|[:,])(?P<n>\d{1,3}(?:\.\d)?) ?分(?:;|。?$)")
PART = lazy(r"[^\d,;、。]{2,24}(?P<n>\d{1,3}(?:\.\d)?) ?分(?:[,;、。]|$)")
NO_PART = lazy("[扣减加每]|最高")
_OPENED = lazy(r"分\)[:。]")
# 技术分:50分。
_BARE = lazy(r"[^\d,;:。()]{2,16}[:为占]? ?(?P<words>(?P<n>\d{1,3}(?:\.\d)?) ?分)[;。]?$")
_GRADED = lazy("[优良中差高低]|等[级奖次]|合格|级")
_PROOF = 2
# 评审采用百分制,其中技术先进性40分、经济效益30分、管理水平30分。
_HUNDRED = lazy(r"(?P<words>百分制)[,;:(]?(?:其中|包括|具体为)?[,:]?(?P<rest>[^\d,;、。()][^。()\n]{6,300})[。;)]")
_SHARE = lazy(r"[^\d,;、。]{2,24}(?P<n>\d{1,2}(?:\.\d)?) ?分(?:[,;、]|$)")
# The only marks of a sentence, each in brackets, and their total.
_COMPOSED = lazy(
    r"(?P<parts>(?:[^()\d。;]{2,20}\((?:满分|共|计)?\d{1,3}分\)){2,12})(?:组成|构成)?,(?:满分|总分)(?:为|是|共)?"
    r"(?P<words>(?P<n>\d{2,4}) ?分)"
)
_MANY = 3
# A full mark, and how far from it what is meant for it can be.
_WHOLE, _SLIP = 100 * 10**6, 20 * 10**6


@fact("scores")
def scores(document: Document) -> tuple[Sum, ...]:
    """The marks of headings with those of the headings below, where each of these has one; the full mark of a part."""
    text = document.read(flow).text
    hundred = (*(_hundred(document) if "百分制" in text else ()), *(_composed(document) if "总分" in text else ()))
    if "分)" not in text:
        return hundred
    found = [one for section in document.sections if (one := _below(document, section))]
    return (*found, *_full(document), *proven(_inline(document)), *proven(_earned(document)), *hundred)


def _hundred(document: Document) -> Iterator[Sum]:
    """百分制 and, up to the end of the sentence, nothing but the marks of three or more parts."""
    for paragraph in document.paragraphs:
        match = _HUNDRED.search(paragraph.text) if "百分制" in paragraph.text else None
        if match is None or NO_PART.search(match["rest"]):
            continue
        terms = marks_of(paragraph, _SHARE, *match.span("rest"))
        value = read("100")
        if value and len(terms) >= _MANY:
            start, end = match.span("words")
            yield Sum(Term(*value, "100分", start, end, paragraph.span(start, end)), terms, complete=True)


def _composed(document: Document) -> Iterator[Sum]:
    """由外国语(满分100分)、…、面试(满分200分)组成,总分为400分."""
    for paragraph in document.paragraphs:
        match = _COMPOSED.search(paragraph.text) if "总分" in paragraph.text else None
        value = read(match["n"]) if match else None
        if match and value:
            found = _SCORE.finditer(paragraph.text, *match.span("parts"))
            marks = [term_at(paragraph, read(one["n"]) or value, *one.span()) for one in found]
            yield Sum(term_at(paragraph, value, *match.span("words")), tuple(marks), complete=True)


def marks_of(paragraph: Paragraph, pattern: re.Pattern[str], at: int, stop: int) -> tuple[Term, ...]:
    """The marks between two places, if these hold nothing but parts of the pattern; else none."""
    terms: list[Term] = []
    while at < stop:
        part = pattern.match(paragraph.text, at, stop)
        term = _mark(paragraph, part) if part else None
        if part is None or term is None:
            return ()
        terms.append(term)
        at = part.end()
    return tuple(terms)


def _mark(paragraph: Paragraph, match: re.Match[str]) -> Term | None:
    """The mark whose number is the group n of a match, up to its 分."""
    value, start = read(match["n"]), match.start("n")
    return term_at(paragraph, value, start, paragraph.text.index("分", start) + 1) if value else None


def _score(section: Section) -> Term | None:
    """The mark in the heading of a section, if it names exactly one."""
    head = section.title[:_HEAD]
    matches = list(_SCORE.finditer(head))
    if len(matches) != 1:
        return None
    words, value = matches[0][0], read(matches[0]["n"])
    at = section.heading.text.find(words)
    return term_at(section.heading, value, at, at + len(words)) if at >= 0 and value else None


def _below(document: Document, section: Section) -> Sum | None:
    total = _score(section)
    return (_added(total, document.children(section)) or _bare(document, section, total)) if total else None


def _bare(document: Document, section: Section, total: Term) -> Sum | None:
    """A full mark of 100 over items that are a name and a mark each: 价格分:30分; about as much, and no grades."""
    heads = [(one.heading, one.heading.text.find(one.title)) for one in document.children(section)]
    parts = [marks_of(head, _BARE, start, len(head.text)) for head, start in heads if not _GRADED.search(head.text)]
    marks = [part for found in parts for part in found]
    off = abs(sum(part.value for part in marks) - _WHOLE)
    if total.value != _WHOLE or len(marks) != len(heads) or len(marks) < _MANY or off > _SLIP:
        return None
    return Sum(total, tuple(marks), complete=True)


def _earned(document: Document) -> Iterator[Sum]:
    """Headings with a mark over items that each end in what they earn."""
    for section in document.sections:
        total = _score(section)
        items = document.children(section) if total else []
        parts = [part for one in items if (part := _mark_of(one.heading))]
        # Where one item earns all, they are steps of which one is reached.
        if total and len(parts) == len(items) > 1 and max(part.value for part in parts) < total.value:
            yield Sum(total, tuple(parts), complete=True)


def _mark_of(paragraph: Paragraph) -> Term | None:
    """What an item earns, at its end."""
    text = paragraph.text
    match = _EARNED.search(text, max(0, len(text) - _HEAD))
    if match is None or NO_PART.search(text) or text.count("分", match.start("n")) > 1:
        return None
    return _mark(paragraph, match)


def _added(total: Term, sections: list[Section]) -> Sum | None:
    parts = [_score(one) for one in sections]
    known = [part for part in parts if part]
    return Sum(total, tuple(known), complete=True) if len(known) == len(parts) >= 2 else None


def _full(document: Document) -> Iterator[Sum]:
    """满分100分, once in a part, against its top sections."""
    for index, part in enumerate(document.parts):
        named = [
            (paragraph, match)
            for paragraph in part.blocks
            if not hasattr(paragraph, "rows") and "分" in paragraph.text and (match := _FULL.search(paragraph.text))
        ]
        if len(named) != 1:
            continue
        paragraph, match = named[0]
        value = read(match["n"])
        total = term_at(paragraph, value, *match.span("words")) if value else None
        if total and (one := _added(total, document.roots(index))):
            yield one


def _inline(document: Document) -> Iterator[Sum]:
    """Items that name their own mark and, behind a colon, nothing but parts of it."""
    marked = (paragraph for paragraph in document.paragraphs if _OPENED.search(paragraph.text))
    return (one for paragraph in marked if (one := _parts(paragraph)))


def _parts(paragraph: Paragraph) -> Sum | None:
    match = _ITEMS.search(paragraph.text)
    if match is None or NO_PART.search(match["rest"]):
        return None
    clauses = ";" in match["rest"] and match["rest"].count("分") == match["rest"].count(";") + 1
    forms = (_CLAUSE, PART) if clauses else (PART,)
    found = (marks_of(paragraph, form, match.start("rest"), len(paragraph.text)) for form in forms)
    terms = next((terms for terms in found if terms), ())
    total = _mark(paragraph, match)
    return Sum(total, terms, complete=True) if total and len(terms) >= _PROOF else None
