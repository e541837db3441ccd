"""What a sentence fixes for a matter: 专项资金会计档案保存期限不少于10年, 组长应当每4小时报告一次船位.

A value is read with what stands before it in its clause (the thing), what stands behind it (the act), who acts, and on
what conditions. Steps of a ladder (10人以上, 不足1万元), punishments, estimates, dates and counts fix nothing here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from linter.facts.base import flow, own_words
from linter.facts.counts.counted import count_value
from linter.facts.counts.read_values import ReadValue, read_values
from linter.language import NUMBER, NamedTuple, Number, lazy, remembered
from linter.language.lexicon import rows
from linter.structure import Document, Section, fact

_STOP = frozenset("。;!?\n")
_CLAUSE_ENDS = lazy(r"[,:()\t|]")
# How far a sentence is read on each side of a value.
_WIDTH = 120
# Values of one kind in such numbers are a table or a list, not rules.
_CROWD = 3000
_LADDER = lazy(r"[以之][上下]|(?<!不)(?<!不得)(?:超过|[高低]于)|不[足满]|满|等于")
_PUNISHED = lazy(r"[罚刑拘扣]|处(?!理)|[撤吊]销|违法|[记得]\d")
_PENAL = lazy("法律责任|罚则")
# 产值69.93亿元,比上年增长2.5%; 在校生1405人,教师102人: what was, or is, and nothing that is to be.
_CHANGED = lazy(r"(?:同比|[比较](?:上年|去年|20\d\d年))[^,。;]{0,12}\d")
_COUNTED = lazy(r"\d ?[人名户家所项个件起处辆台](?=[,。;(])")
_ROW = 2
_UPPER, _LOWER = lazy("不得?超过|最[高多长]|至多"), lazy("不得?[少低]于|最[低少短]|至少")
_WITHIN = lazy("[以之]?内|前")
_MARK = lazy(rf"(?:第{NUMBER}条(?:之{NUMBER})?|\({NUMBER}\)|{NUMBER}[、.](?:\d+\.?)*)\s*")
_CITED = lazy(
    rf"(?:违反|按照|依照|根据)?(?:本\w{{1,4}}?)?第(?P<article>{NUMBER})条(?:第\(?{NUMBER}\)?[款项])*(?:的?规定)?"
)
_ACTS = lazy(r"(?P<who>.{2,30}?)(?:应当?|[必可][须以]|不得|负责)")
_ACTOR = lazy("(?:{SURE_END}|[人者方长站校所市县区乡镇村会位关业府委办院])$")
_CONDITION = lazy(r"(?:[的时后前内]|[期之][间日]|情况下|[^其]中)$|^(?:[对除因如若经])")
_JOINING = frozenset("并且也但还")
_DENIED = lazy("未|逾期")


class FixedValue(NamedTuple):
    """A value that a sentence fixes, with what says for what.

    ``start`` and ``end`` are offsets into the flow, of the number and its unit; ``kind`` is what is measured. ``thing``
    and ``act`` are the content of its clause before and behind it, ``actor`` who acts; ``said`` the whole sentence;
    ``lead`` is the content of the clause before; ``conditions`` are the clauses that limit it and an elided subject.
    ``denied`` if the sentence says that the act was not done; ``article`` is the article it cites, 0 if none. ``side``
    is > of a least and < of a greatest value; ``penal`` if it stands among the penalties of an act. ``span`` is its
    sentence in the flow, ``unit`` its paragraph, ``sections`` those that hold it, the innermost first.
    """

    start: int
    end: int
    value: Number
    kind: str
    thing: str
    act: str
    actor: str
    lead: str
    said: str
    conditions: tuple[str, ...]
    denied: bool
    article: int
    side: str
    penal: bool
    span: tuple[int, int]
    unit: int
    sections: tuple[Section, ...]


@cache
def _words(kind: str) -> re.Pattern[str]:
    words = sorted((word for word, one in rows("restating.tsv") if one == kind), key=len, reverse=True)
    return re.compile("|".join([r"[\W_]+", *words]))


@remembered(4096)
def content(words: str) -> str:
    """Words without marks and without what a rule said again may have or lack."""
    return _words("filler").sub("", words)


@remembered(4096)
def telling(words: str) -> str:
    """What of some content names a matter: the words of any procedure left out."""
    return _words("common").sub("", words)


def pairs_of(words: str) -> set[str]:
    """The pairs of neighbouring characters of some words."""
    return {words[at : at + 2] for at in range(len(words) - 1)}


@fact("fixed-values")
def fixed_values(document: Document) -> tuple[FixedValue, ...]:
    """The values that sentences of the running text fix, in order, of kinds that have two values at least."""
    text = document.read(own_words)
    found: defaultdict[str, list[ReadValue]] = defaultdict(list)
    for read in read_values(text):
        found[read.kind].append(read)
    values: list[FixedValue] = []
    for some in found.values():
        if len(some) <= _CROWD and len({read.value for read in some}) > 1:
            values += [one for read in some if (one := _fixed(document, text, read))]
    return tuple(sorted(values))


def _fixed(document: Document, text: str, read: ReadValue) -> FixedValue | None:
    stream, start, end = document.read(flow), read.start, read.end
    index = stream.index_at(start)
    unit = stream.units[index]
    if unit.table >= 0:
        return None
    first = _back(text, start, unit.start)
    last = _ahead(text, end, unit.end)
    before = text[first:start].lstrip()
    mark = _MARK.match(before)
    before = before[mark.end() :] if mark else before
    cited = [*_CITED.finditer(before)]
    parts = _CLAUSE_ENDS.split(_CITED.sub("", before))
    own, (behind, *after) = parts[-1].strip(), _CLAUSE_ENDS.split(text[end:last])
    if (
        _PUNISHED.search(own + behind)
        or _LADDER.search(own)
        or ("编制" not in own and _reports(text[first : last + 1]))
    ):
        return None
    acting = _ACTS.match(own)
    actor = content(acting["who"]) if acting and _ACTOR.search(acting["who"]) else ""
    sections = document.sections_at(stream.span(start, end).start)
    return FixedValue(
        start,
        end,
        read.value,
        read.kind,
        content(own[acting.end() :] if acting and actor else own),
        content(_WITHIN.sub("", behind, 1)) or (content(after[0]) if after and _WITHIN.match(behind) else ""),
        actor,
        content(parts[-2]) if len(parts) > 1 else "",
        content(before + text[start:last]),
        tuple(_conditions(parts, own, sections)),
        bool(_DENIED.search(own) or _DENIED.search(behind)),
        count_value(cited[-1]["article"]) if cited else 0,
        ">" if _LOWER.search(own) else "<" if _UPPER.search(own) or _WITHIN.match(behind) else "",
        any(_PENAL.search(section.title) for section in sections),
        (first, last),
        index,
        sections,
    )


def _reports(sentence: str) -> bool:
    """Whether a sentence tells figures that were found: how they changed, or several counts in a row."""
    return _CHANGED.search(sentence) is not None or len(_COUNTED.findall(sentence)) >= _ROW


def _back(text: str, at: int, least: int) -> int:
    least = max(least, at - _WIDTH)
    while at > least and text[at - 1] not in _STOP:
        at -= 1
    return at


def _ahead(text: str, at: int, most: int) -> int:
    most = min(most, at + _WIDTH)
    while at < most and text[at] not in _STOP:
        at += 1
    return at


def _is_elided(own: str) -> bool:
    """Whether a clause begins so that it takes its subject from the one before."""
    first = own.removeprefix("其中")
    return bool(_words("opening").match(first, 1 if first[:1] in _JOINING else 0)) and first[:1] != "“"


def _conditions(parts: list[str], own: str, sections: tuple[Section, ...]) -> Iterator[str]:
    """What limits a value: conditions of its sentence, a subject that its clause leaves out, the head of its list."""
    for part in parts[:-1]:
        if _CONDITION.search(part.strip()):
            yield content(part)
    if len(parts) > 1 and (not own or _is_elided(own)):
        yield content(parts[-2])
    if len(sections) > 1 and sections[1].mark.scheme == "article" != sections[0].mark.scheme:
        yield content(sections[1].title[:30])
