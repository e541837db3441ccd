"""Who is punished for a breach of an article that names another: 收集转运单位, where the article binds 收集运输单位.

A clause of penalties (违反本条例第九条规定,收集运输单位…的) takes its subject from the article. A subject that the
article does not name, while it names one that begins and ends alike, is that one by another name.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.facts.base import flow
from linter.facts.wording.phrases import Variant, variant
from linter.language import HAN, common_ends, finds, lazy
from linter.structure import Document, fact

__all__ = ["penalty_subjects"]

_NUMERAL = "[一二三四五六七八九十百零]"
_ARTICLE = lazy(rf"(?<![^\n])第({_NUMERAL}{{1,7}})条(?!规定)")
_SUBJECT = lazy(
    rf"违反本{HAN}{{1,4}}第({_NUMERAL}{{1,7}})条(?:第{_NUMERAL}{{1,3}}[款项])*的?规定,"
    rf"((?![未不]|擅自){HAN}{{2,10}}?(?:单位|机构|企业|[人者商户]))(?!员)"
)
# What differs inside, in characters, and what a subject begins and ends with.
_WORD, _SAME = 2, 2


@fact("penalty-subjects")
def penalty_subjects(document: Document) -> tuple[Variant, ...]:
    """The subjects of penalties that are named otherwise in their article, in order of place."""
    text = document.read(flow).text
    subjects = list(_SUBJECT.finditer(text)) if "违反本" in text else []
    articles: dict[str, tuple[int, int]] = {}
    starts = [(match[1], match.end()) for match in _ARTICLE.finditer(text)] if subjects else []
    for (number, start), (_, end) in pairwise([*starts, ("", len(text))]):
        # One that stands again is of another act.
        articles[number] = (start, end) if number not in articles else (0, 0)
    found: dict[int, Variant] = {}
    for match in subjects:
        start, end = articles.get(match[1], (0, 0))
        words, article = match[2], text[start:end]
        if end and words not in article and text.count(words) == 1:
            for at in _named(article, words):
                left, right = common_ends(words, article[at : at + len(words)])
                # 出租人 and 承租人, both of one article; 运输企业 for 客运企业 and 货运企业.
                if _is_another(article, words, left, right):
                    continue
                one, model = match.start(2), start + at
                size = len(words)
                rare, usual = ((place, place + left, place + size - right, place + size) for place in (one, model))
                found[one] = variant("drift", [rare], usual, text.count(text[model : model + size]))
    return tuple([found[at] for at in sorted(found)])


def _is_another(article: str, words: str, left: int, right: int) -> bool:
    """Whether an article has the word in which a subject differs, or two subjects that differ from it."""
    inner = words[left : max(len(words) - right, left + _WORD)]
    others = {article[at : at + len(words)] for at in finds(article, words[:_SAME])}
    alike = {one for one in others if len(one) == len(words) and one[-1] == words[-1] and one.isalpha()}
    return inner in article or len(alike) > 1


def _named(article: str, words: str) -> Iterator[int]:
    """Where an article names a subject of the same length that begins and ends alike, one word apart."""
    for at in finds(article, words[:_SAME]):
        other = article[at : at + len(words)]
        left, right = common_ends(words, other)
        if len(other) == len(words) and right >= _SAME and len(words) - left - right <= _WORD and other.isalpha():
            yield at
            return
