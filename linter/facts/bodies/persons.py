"""Persons whose name is written two ways: 副区长卢晓峰, 副区长卢小峰.

A name is sure where a post stands before it or 同志 behind it, or where a line gives it with its post. Another name,
one like character away, is the same person's unless both are introduced, by posts of their own; a post that is added
(由许振东兼任) and one in a group (任副组长) are nobody's own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from linter.facts.base import Flow, flow, own_words
from linter.facts.bodies.names import OtherName
from linter.language import finds, is_han, lazy, vocabulary
from linter.language.lexicon import rows
from linter.language.likeness import alike, reading
from linter.structure import Document, fact

__all__ = ["person_names", "person_slips"]

_POST_ENDS = "长记席任员师理导人"
_COMRADE = "同志"
_BEFORE = frozenset(_POST_ENDS + "由对与和及予请经给向是为命去")
_BEHIND = frozenset("等和及与为任兼在的系")
_POST_BEFORE = lazy(rf"[\u4e00-\u9fff]{{1,14}}[{_POST_ENDS}]\Z")
# 申请人:…, 被申请人:…: two of the parties.
_LABEL = lazy(r"[\u4e00-\u9fff]{0,14}(?:(?<!联系)人|[原被]告): ?\Z")
_POST_BEHIND = lazy(rf" ?(?:为|任)?((?!兼)[\u4e00-\u9fff ]{{1,24}}?[{_POST_ENDS}])(?![\u4e00-\u9fff])")
# Whoever has one has a post of his own besides.
_GROUP_POST = lazy("(?:组长|指挥长?|召集人|成员)$")
_SURNAMES = "".join([row[0] for row in rows("surnames.txt")])
_NAME = f"[{_SURNAMES}][\u4e00-\u9fff]{{2}}"
_NAME_ALONE = lazy(_NAME)
# Behind a post or a label; at the head of a line that goes on with a post; before 同志.
_BEHIND_POST = lazy(
    rf"[{_POST_ENDS}](?=({_NAME})(?:(?=兼?任[\u4e00-\u9fff])|(?![\u4e00-\u9fff]{{0,1}}[{_POST_ENDS}]))"
    rf"|:({_NAME})(?![\u4e00-\u9fff]))"
)
_IN_LINE = lazy(rf"[: \n]({_NAME})(?= [\u4e00-\u9fff ]{{2,30}}[{_POST_ENDS}]$)", re.MULTILINE)
_BEFORE_COMRADE = lazy(rf"(?:(?<![\u4e00-\u9fff])|(?<=任命)|(?<=免去)|(?<=授予))({_NAME}){_COMRADE}")
# What follows a name in its line says who it is, a post or not: 民警, 教师.
_LINE_BEHIND = lazy(r" ([\u4e00-\u9fff ]{4,30})$", re.MULTILINE)
_HEADS = lazy("(?:[长人员导]|姓名)$")
_FARTHEST = 15
# More names than these are lists of many people, among whom two may well be alike; a slip stands no more often.
_CROWD, _SELDOM = 80, 2
# The logarithm of how often the list has a word of everyday use: 公安, 单位.
_EVERYDAY = 8.0
Places = dict[str, list[int]]


@fact("person-slips")
def person_slips(document: Document) -> tuple[OtherName, ...]:
    """Names of persons one character away from another that is the same person's, in order of place."""
    text = document.read(own_words)
    sure = document.read(person_names)
    if not sure or len(sure) > _CROWD:
        return ()
    stream = document.read(flow)
    places = _near(text, sure)
    found: dict[tuple[str, str], OtherName] = {}
    for name in [one for one in sure if one in places]:
        for other in places:
            rare, usual = sorted((name, other), key=lambda one: (len(places[one]), -places[one][0]))
            if (rare, usual) not in found and _is_slip(stream, text, rare, usual, places):
                spans = tuple([stream.span(at, at + len(rare)) for at in places[rare]])
                model = places[usual][0]
                span = stream.span(model, model + len(usual))
                found[rare, usual] = OtherName(rare, usual, spans, span, len(places[usual]))
    return tuple(sorted(found.values(), key=lambda one: one.spans[0]))


@fact("person-names")
def person_names(document: Document) -> tuple[str, ...]:
    """The sure names of persons, each once, in order of how they are found."""
    return tuple(dict.fromkeys([*_announced(document.read(own_words)), *_in_columns(document)]))


def _announced(text: str) -> Iterator[str]:
    words = "\n" + text
    patterns = (_BEHIND_POST, _IN_LINE, _BEFORE_COMRADE) if _COMRADE in text else (_BEHIND_POST, _IN_LINE)
    for match in [one for pattern in patterns for one in pattern.finditer(words)]:
        group = match.lastindex or 0
        name, at = match[group], match.start(group)
        # 任何单位: no 何单位 behind a post.
        if _may_name(name) and not vocabulary.known(words[at - 1 : at + 1]):
            yield name


def _may_name(words: str) -> bool:
    """Whether words are no word, and neither the family name with what follows nor the rest is one of everyday use."""
    return not vocabulary.known(words) and max(vocabulary.weight(words[1:]), vocabulary.weight(words[:2])) < _EVERYDAY


def _in_columns(document: Document) -> Iterator[str]:
    """Cells that are a name, in columns headed by a post or by what persons are called: 县级领导, 汇报人."""
    for table in document.tables:
        for column in [at for at, cell in enumerate(table.header) if _HEADS.search(cell.text)]:
            cells = [row.cells[column].text for row in table.rows if column < len(row.cells)]
            yield from [name for name in cells if _NAME_ALONE.fullmatch(name) and _may_name(name)]


def _near(text: str, sure: tuple[str, ...]) -> Places:
    """All places of the names and of those one like character away, where a name may stand."""
    by_part: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for name in sure:
        for at in range(3):
            by_part[at, name[:at] + name[at + 1 :]].append(name)
    firsts, rests = {name[0] for name in sure}, {name[1:] for name in sure}
    found: defaultdict[str, list[int]] = defaultdict(list)
    starts = {at for one in firsts for at in finds(text, one)} | {at - 1 for one in rests for at in finds(text, one)}
    for start in sorted(starts - {-1}):
        words = text[start : start + 3]
        if len(words) < 3 or not all(map(is_han, words)):
            continue
        near = [one for at in range(3) for one in by_part.get((at, words[:at] + words[at + 1 :]), ())]
        if any(_alike(words, one) for one in near) and _stands(text, start):
            found[words].append(start)
    return dict(found)


def _alike(one: str, other: str) -> bool:
    """Whether two names are one, or differ by one character that sounds or looks like the other."""
    apart = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if one[0] != other[0] and not (one[0] in _SURNAMES and other[0] in _SURNAMES):
        return False
    return not apart or (len(apart) == 1 and (alike(*apart[0]) or heard_alike(*apart[0])))


def heard_alike(one: str, other: str) -> bool:
    """Whether two characters are read the same where n and ng, z and zh are one: 民 明, 振 正, 森 生."""
    heard = [reading(character).removesuffix("g").replace("h", "") for character in (one, other)]
    return heard[0] == heard[1] != ""


def _stands(text: str, at: int) -> bool:
    """Whether three characters may be a name where they stand: bounded, or a word begins behind them."""
    end = at + 3
    if at and is_han(text[at - 1]) and text[at - 1] not in _BEFORE:
        return False
    if not is_han(text[end]) or text[end] in _BEHIND or text.startswith(_COMRADE, end):
        return True
    return vocabulary.weight(text[end : end + 2]) > vocabulary.weight(text[end - 1 : end + 1])


def _is_slip(stream: Flow, text: str, rare: str, usual: str, places: Places) -> bool:
    """Whether two names are one person's: alike, seldom enough, never side by side, and not of two posts."""
    if rare == usual or len(places[rare]) > _SELDOM or not _alike(rare, usual):
        return False
    labels = [
        {match[0] for at in places[name] if (match := _LABEL.search(text[max(0, at - _FARTHEST) : at]))}
        for name in (rare, usual)
    ]
    if all(labels) and labels[0].isdisjoint(labels[1]):
        return False
    posts = [{post for at in places[name] for post in _posts(text, at)} for name in (rare, usual)]
    same = any(one.endswith(other) or other.endswith(one) for one in posts[0] for other in posts[1])
    if (all(posts) and not same) or (len(places[rare]) > 1 and all(posts)):
        return False
    said = [{_sentence(text, at) for at in places[name]} for name in (rare, usual)]
    tables = [{stream.unit_at(at).table for at in places[name]} - {-1} for name in (rare, usual)]
    return said[0].isdisjoint(said[1]) and tables[0].isdisjoint(tables[1])


def _sentence(text: str, at: int) -> int:
    """Where the sentence of a place begins."""
    return max(text.rfind(mark, 0, at) for mark in "。;\n")


def _posts(text: str, at: int) -> Iterator[str]:
    """The posts beside a name: up to it, and behind it in its line."""
    before = _POST_BEFORE.search(text[max(0, at - _FARTHEST) : at])
    if before and not _GROUP_POST.search(before[0]):
        yield before[0]
    behind = _POST_BEHIND.match(text, at + 3) or _LINE_BEHIND.match(text, at + 3)
    if behind and not _GROUP_POST.search(behind[1]):
        yield behind[1].replace(" ", "")
