"""Titles that are slips for one another: one character apart, a general word dropped, or the document's own misnamed.

Candidates come out of buckets (a title with one character left out, a title without its general words), never from
comparing all pairs; then everything that makes two lawful acts of them is ruled out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.facts.base import flow
from linter.facts.references.citations import citations, core, own_titles
from linter.facts.references.statutes import is_statute, near_statute
from linter.facts.references.title_differences import other_kind, stem, tells_apart, two_subjects
from linter.facts.references.unmarked import unmarked
from linter.language import NamedTuple, Span, common_ends, lazy, lexicon, one_apart
from linter.language.broken import is_broken, is_turned
from linter.language.likeness import alike
from linter.language.vocabulary import known, likelihood
from linter.structure import Document, Issue, fact

__all__ = ["title_variants"]

# Shorter titles are names of kinds (供水条例), where one character makes another act, but for one lost from a word.
_LEAST, _BROKEN = 7, 5
# Words that a title can lose by carelessness without naming another act.
_GENERAL = lazy(r"{GENERAL_WORD}")
# 负责《…》的编制、修订: the plan that speaks of its own upkeep.
_UPKEEP = lazy(r"》的?{UPKEEP}")
_BASED = lazy(r"{BASIS}(?:《[^《》\n]*》(?:\([^()]*\))?[、,和与及]{0,2})*$")
# Forms are told apart by what is done with them, and by whom they are filled in.
_FORM = lazy(r"[表书单]$")
_OTHER_FORM = lazy(r"{OTHER_FORM}")
_DIFFERENCE = 4
# 原《…》同时废止: the act that a document replaces may have borne another name, and is said to be of old.
_FORMER = lazy(r"原(?:来的|有的|先的)?《?$")
# 名称改为《…》, 更名为《…》, 将题目修改为《…》: an act that has another name from now on.
_RENAMED = lazy(r"(?:(?:名称|题名|标题)(?:由《[^《》]{1,60}》)?(?:修改|变更|改)(?:为|成)|(?:更名|改名)为)《?$")
# 《…》(…)同时废止: the act that a document replaces.
_REPLACED = lazy(r"(?:\([^()]{1,60}\))?,?(?:同时|即行)废止")
# What stands between the titles of one enumeration: 《…》、《…》 and 《…》(…号)和《…》.
_JOINT = lazy(r"(?:\([^()]*\))?(?:[、,;和与及或]|以及|或者)*")
_REACH = 48
# How far before a title the clause that leads to it is read.
_LEAD = 24
_CLAUSE_END = lazy(r"[,。;:、\n]")


class TitleVariant(NamedTuple):
    """A wrong title and the right one, as written, with their places in order; a law known from outside has none."""

    wrong: str
    right: str
    wrong_spans: tuple[Span, ...]
    right_spans: tuple[Span, ...]


# So many characters at its head tell a form.
_HEAD = 6


class _Title:
    """A title in a file: its words, its places, whether a document bears it, and what stands beside and before it."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.own = self.numbered = self.former = self.renamed = self.replaced = False
        self.spans: list[Span] = []
        self.beside: set[str] = set()
        self.leads: list[str] = []


@fact("title-variants")
def title_variants(issue: Issue) -> tuple[TitleVariant, ...]:
    """The titles of a file that are slips, one entry a wrong title, in order of place."""
    titles = _titles(issue)
    found: dict[str, str] = {}
    for one, other in _neighbours(titles):
        wrong = _wrong(titles, one, other)
        if wrong:
            found.setdefault(wrong, other if wrong == one else one)
    for document in issue.documents:
        for wrong, right in _misnamed(document):
            found.setdefault(wrong, right)
    told = [_variant(titles, wrong, right) for wrong, right in found.items()]
    for document in issue.documents:
        told += [TitleVariant(short, name.title, (span,), (name.span,)) for short, span, name in unmarked(document)]
    for title, entry in titles.items():
        law = "" if title in found or entry.own else near_statute(title) or _whole_kind(title)
        if law:
            told.append(TitleVariant(entry.words, law, tuple(entry.spans), ()))
    return tuple(sorted(told, key=lambda one: one.wrong_spans[0]))


def _whole_kind(title: str) -> str:
    """A title whose last word is none, with the kind of act that it looks or sounds like: 供水实施细侧, 应急预按."""
    end = title[-2:]
    if len(title) < _LEAST or end in _kinds() or known(end) or end.endswith("法"):  # 劳|动法
        return ""
    near = [kind for kind in _kinds() if _is_like(end, kind)]
    return title[:-2] + near[0] if len(near) == 1 else ""


def _is_like(end: str, kind: str) -> bool:
    """Whether of two words of two characters one is the same in both, and the other alike."""
    same = [one == other for one, other in zip(end, kind, strict=True)]
    return sum(same) == 1 and alike(kind[same.index(False)], end[same.index(False)])


@cache
def _kinds() -> tuple[str, ...]:
    """The kinds of acts and papers of two characters."""
    kinds = {word for name in ("ACT", "STANDARD", "OFFICIAL", "PLAN", "GUIDE") for word in lexicon.words(name)}
    return tuple(sorted(word for word in kinds if len(word) == 2))


def _variant(titles: dict[str, _Title], wrong: str, right: str) -> TitleVariant:
    return TitleVariant(
        titles[wrong].words, titles[right].words, tuple(titles[wrong].spans), tuple(titles[right].spans[:3])
    )


def _titles(issue: Issue) -> dict[str, _Title]:
    """All titles of a file by their core."""
    titles: dict[str, _Title] = {}
    for document in issue.documents:
        for name in document.read(own_titles):
            entry = titles.setdefault(core(name.title), _Title(name.title))
            entry.own = True
            entry.words = min(entry.words, name.title, key=len)
            entry.spans.append(name.span)
        text, last = document.read(flow).text, None
        for one in document.read(citations):
            entry = titles.setdefault(core(one.title), _Title(one.title))
            entry.spans.append(one.span)
            entry.numbered |= one.number is not None
            entry.renamed |= _RENAMED.search(text, max(0, one.start - _REACH * 2), one.start) is not None
            entry.leads.append(_clause_before(text, one.start))
            entry.former |= _FORMER.search(text, max(0, one.start - 4), one.start) is not None
            entry.replaced |= _REPLACED.match(text, one.end) is not None
            if last and one.start - last.end <= _REACH and _JOINT.fullmatch(text, last.end, one.start):
                entry.beside.add(core(last.title))
                titles[core(last.title)].beside.add(core(one.title))
            last = one
    return titles


def _neighbours(titles: dict[str, _Title]) -> Iterator[tuple[str, str]]:
    """Pairs of titles that are one character apart, or equal without their general words."""
    buckets: dict[str, set[str]] = {}
    for title in titles:
        if len(title) < _BROKEN:
            continue
        for key in _keys(title):
            buckets.setdefault(key, set()).add(title)
    seen: set[tuple[str, str]] = set()
    for bucket in buckets.values():
        # A series of many near titles (修正案一, 二, …) is a series.
        # So are three of one length: 续租申请表, 退租申请表, 换租申请表.
        if not 1 < len(bucket) <= 3 or (len(bucket) == 3 and len(set(map(len, bucket))) == 1):
            continue
        ordered = sorted(bucket, key=lambda title: titles[title].spans[0])
        for at, one in enumerate(ordered):
            for other in ordered[at + 1 :]:
                if (one, other) not in seen and _near(one, other):
                    seen.add((one, other))
                    yield one, other


def _keys(title: str) -> set[str]:
    """What near titles share: all characters but one, or in any order, all but the general words, all but the kind."""
    keys = {title[:at] + title[at + 1 :] for at in range(len(title))}
    keys |= {title, "~" + _GENERAL.sub("", title), "=" + "".join(sorted(title))}
    if _FORM.search(title):
        keys.add(f"~{title[:_HEAD]}~{title[-3:]}")
    if head := stem(title):
        keys.add(f"~{head}~")
    return keys


def _near(one: str, other: str) -> bool:
    """Whether two titles of a bucket are near: of forms that begin and end alike, one lacks a word."""
    if min(len(one), len(other)) < _LEAST:
        return is_broken(one, other)
    if one_apart(one, other):
        return True
    if sorted(one) == sorted(other):
        return is_turned(one, other)
    if not _FORM.search(one):
        return True
    short, whole = sorted((one, other), key=len)
    head, tail = common_ends(short, whole)
    lost = whole[head : len(whole) - tail]
    plain = _GENERAL.sub("", one) == _GENERAL.sub("", other)
    return plain or (head + tail >= len(short) and len(lost) == 2 and not _OTHER_FORM.fullmatch(lost))


def _wrong(titles: dict[str, _Title], one: str, other: str) -> str:
    """Which of two near titles is the slip; nothing if both can be right."""
    first, second = titles[one], titles[other]
    listed = is_statute(one), is_statute(other)
    if (
        _lawful(first, second)
        or (first.replaced != second.replaced and (is_turned(one, other) or other_kind(one, other)))
        or ((first.own or second.own) and other_kind(one, other))
        or other in first.beside
        or tells_apart(one, other)
        or all(listed)
        or two_subjects(one, other)
        or _led(first, second, one, other)
    ):
        return ""
    if any(listed):
        return other if listed[0] else one
    if first.own or second.own:
        return other if first.own else one
    if len(one) != len(other) and not one_apart(one, other):
        return one if len(one) < len(other) else other
    if len(first.spans) == len(second.spans) and likelihood(one) < likelihood(other):
        return one
    return one if len(first.spans) < len(second.spans) else other


def _lawful(first: _Title, second: _Title) -> bool:
    """Two documents of the file, or one and the act that it replaces, or two acts with numbers, or a name given anew.

    Acts of one number are told as such (TN001).
    """
    replaced = (first.own and second.former) or (second.own and first.former)
    replaced = replaced or first.renamed or second.renamed
    return replaced or (first.own and second.own) or (first.numbered and second.numbered)


def _clause_before(text: str, start: int) -> str:
    """The words of the clause that leads to a title."""
    return _CLAUSE_END.split(text[max(0, start - _LEAD) : start])[-1]


def _led(first: _Title, second: _Title, one: str, other: str) -> bool:
    """Whether the clause before each title is about what the title alone has: 陆生动物依照《陆生动物保护办法》."""
    if len(one) != len(other):
        return False
    at, tail = common_ends(one, other)
    words = one[max(0, at - 1) : len(one) - tail + 1], other[max(0, at - 1) : len(other) - tail + 1]
    pairs = zip(words, (first, second), strict=True)
    return all(
        any(word[start : start + 2] in lead for lead in title.leads for start in range(len(word) - 1))
        for word, title in pairs
    )


def _misnamed(document: Document) -> Iterator[tuple[str, str]]:
    """Titles near the document's own that it speaks of as its own plan."""
    own = [core(name.title) for name in document.read(own_titles)]
    text = document.read(flow).text
    for one in document.read(citations):
        # 依据《…》制定: what the plan rests on.
        if not _UPKEEP.match(text, one.end - 1) or _BASED.search(text, max(0, one.start - _REACH * 2), one.start):
            continue
        cited = core(one.title)
        for title in own:
            head, tail = common_ends(cited, title)
            longest = max(len(cited), len(title))
            # A plan of another place begins otherwise.
            if (
                cited != title
                and min(head, tail) >= 2
                and head + tail >= _LEAST - 1
                and longest - head - tail <= _DIFFERENCE
            ):
                yield cited, title
                break
