"""One matter with two values: a value fixed in one place and said again with another one far from it.

自合同签订之日起5日内退还投标保证金 here and 7日 there. Two sentences are of one matter if the shorter
names nothing that the longer does not, the longer adds nothing to the thing, and no actor, condition, year, level or
parallel heading tells them apart; a breach (未在60日内办结) is held against the duty itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from linter.facts.base import flow, own_words
from linter.facts.counts.fixed_values import FixedValue, content, fixed_values, pairs_of, telling
from linter.facts.counts.read_values import values_within
from linter.language import NamedTuple, lazy
from linter.structure import Document, Section, fact

__all__ = ["restated"]


_ARTICLES = ("article", "article")
_ITEMS = frozenset(("chinese-paren", "arabic", "arabic-paren", "circled"))
_POINTS_BACK = lazy("[该此]|前[款项]|上述")
_YEAR = lazy(r"(?:19|20)\d\d(?=年)")
# What tells apart two sentences whose clauses are the same.
_LEVEL = lazy(r"{DEGREE}|[一二三四五ⅠⅡⅢⅣI\d]+级|第[一二三四五六七八九十\d]+(?=[类档批阶期])")
# A matter is named by so many characters, of which so many are not of any procedure.
_NAMED, _TELLING, _WITH_LEAD = 4, 3, 4
# Where only who acts names the matter, the act says so much, too.
_BESIDE_ACTOR = 2
# Neighbouring characters that two wordings of one thing may not share: where a word was moved.
_SEAM = 1
# Characters of the act, or before the term, that a breach and its duty share.
_BREACH = 2
# Of so many characters of the clause before, one pair may be where a word was moved.
_LONG_LEAD = 8
# So common a pair of characters shows nothing.
_CROWD = 12
_LONGEST_WORD = 12
# Duties of one act that a breach is held against.
_MANY = 40


class Restated(NamedTuple):
    """The two places of one matter, each a range of the flow with its values, the later one first."""

    later: FixedValue
    earlier: FixedValue


@fact("restated")
def restated(document: Document) -> tuple[Restated, ...]:
    """The matters that have two values, in order of the later place."""
    values = document.read(fixed_values)
    found = {(later, earlier) for later, earlier in _told_twice(document, values)}
    found |= set(_breached(values))
    told: dict[int, Restated] = {}
    for later, earlier in sorted(found, key=lambda pair: (pair[0].start, -pair[1].start)):
        told[later.start] = Restated(later, earlier)
    return tuple(told.values())


def _told_twice(document: Document, values: tuple[FixedValue, ...]) -> Iterator[tuple[FixedValue, FixedValue]]:
    values = tuple([one for one in values if not one.penal])
    pairs = [
        (later, earlier)
        for earlier, later in _candidates(values)
        if _apart(earlier, later) and _one_matter(document, earlier, later)
    ]
    # Sections that mirror each other have several values each: 民事 and 行政, 三级 and 二级.
    mirrored = Counter(frozenset((_parent(later), _parent(earlier))) for later, earlier in pairs)
    for later, earlier in pairs:
        governing = frozenset((_parent(later), _parent(earlier)))
        if len(governing) == 1 or mirrored[governing] == 1:
            yield later, earlier


def _candidates(values: tuple[FixedValue, ...]) -> Iterator[tuple[FixedValue, FixedValue]]:
    """Values of one kind whose clauses share two pairs of characters at least."""
    words = [_words(one) for one in values]
    index: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(values):
        for pair in words[at]:
            index[pair, one.kind].append(at)
    for at, one in enumerate(values):
        shared = Counter(
            other
            for pair in words[at]
            if len(places := index[pair, one.kind]) <= _CROWD
            for other in places
            if other > at and values[other].value != one.value
        )
        yield from ((one, values[other]) for other, times in shared.items() if times > 1)


def _words(one: FixedValue) -> set[str]:
    words = pairs_of(one.thing) | pairs_of(one.act)
    return words | pairs_of(one.lead) if len(telling(one.thing + one.act)) < _WITH_LEAD else words


def _apart(one: FixedValue, other: FixedValue) -> bool:
    """Whether two places are far apart: not of one paragraph, section or list, nor items that mirror each other."""
    mine, its = one.sections, other.sections
    if not mine or not its or one.unit == other.unit or mine[0] in its or its[0] in mine:
        return one.unit != other.unit and bool(mine) != bool(its)
    if any(
        a is not b and a.mark[1:3] == b.mark[1:3] and a.mark.scheme in _ITEMS for a, b in zip(mine, its, strict=False)
    ):
        return False
    if mine[0].mark.scheme not in _ITEMS or its[0].mark.scheme not in _ITEMS:
        return True
    if len(mine) == 1 or len(its) == 1:
        return len(mine) != len(its)
    return mine[1] is not its[1] and (mine[1].mark.scheme, its[1].mark.scheme) != _ARTICLES


def _parent(one: FixedValue) -> int:
    return one.sections[1].index if len(one.sections) > 1 else -1


def _one_matter(document: Document, one: FixedValue, other: FixedValue) -> bool:
    text = document.read(own_words)
    kind = one.kind.removesuffix("前")
    if (one.value, kind) in values_within(text, other.span) or (other.value, kind) in values_within(text, one.span):
        return False
    short, long = sorted((one, other), key=lambda it: len(it.thing) + len(it.act))
    title = content(document.title)
    return (
        not any(_POINTS_BACK.search(text, it.span[0], it.start) for it in (one, other))
        and {short.side, long.side} != {"<", ">"}
        and _named(short, long, title)
        and _same_act(short, long)
        and len(pairs_of(short.thing) - pairs_of(long.thing) - pairs_of(long.act)) <= _SEAM
        and not telling(_added(long.thing, short, title))
        and _compatible(short.actor, long.actor)
        and not _parallel(short.sections, long.sections)
        and _marks(document, short) == _marks(document, long)
        and _meets(short, long, title)
        and _meets(long, short, title)
    )


def _named(short: FixedValue, long: FixedValue, title: str) -> bool:
    """Whether the shorter wording names a matter, by itself or with the clause before it or with who acts."""
    clause, lead = short.thing + short.act, ""
    if len(telling(clause)) < _TELLING:
        lead = short.lead or (short.actor if len(telling(clause)) >= _BESIDE_ACTOR else "")
        if len(telling(lead + clause)) < _WITH_LEAD:
            return False
    known = pairs_of(long.said) | pairs_of(title)
    return len(lead + clause) >= _NAMED and len(pairs_of(lead) - known) <= len(lead) // _LONG_LEAD


def _same_act(short: FixedValue, long: FixedValue) -> bool:
    """Whether one act is that of the other, or the start of it, or is not said."""
    if short.act and long.act:
        less, more = sorted((short.act, long.act), key=len)
        return more.startswith(less) or (len(less) > 1 and pairs_of(less) <= pairs_of(more))
    acting, silent = (short, long) if short.act else (long, short)
    moved = len(pairs_of(acting.act) - pairs_of(silent.thing)) <= _SEAM
    return not telling(acting.act) or moved or len(short.thing) >= _WITH_LEAD


def _added(words: str, short: FixedValue, title: str) -> str:
    """What words hold that neither the other sentence nor its headings and title do."""
    known = "|".join((short.said, title, *(content(section.title) for section in short.sections)))
    left, at = [], 0
    while at < len(words):
        size = next((n for n in range(min(_LONGEST_WORD, len(words) - at), 1, -1) if words[at : at + n] in known), 0)
        left.append("" if size else words[at])
        at += size or 1
    return "".join(left)


def _compatible(one: str, other: str) -> bool:
    return not one or not other or one in other or other in one


def _parallel(mine: tuple[Section, ...], its: tuple[Section, ...]) -> bool:
    """Whether the top headings are two of a kind: 提起民事公益诉讼 and 提起行政公益诉讼."""
    if len(mine) < 2 or len(its) < 2 or mine[-1].title == its[-1].title:
        return False
    one, other = pairs_of(mine[-1].title[:30]), pairs_of(its[-1].title[:30])
    return len(one & other) * 2 >= min(len(one), len(other)) > 0


def _marks(document: Document, one: FixedValue) -> tuple[frozenset[str], frozenset[str]]:
    """The levels and the year of which a sentence, else its paragraph, else its headings speak."""
    stream = document.read(flow)
    sentence = stream.text[slice(*one.span)]
    headings = " ".join([section.title for section in one.sections])
    places = (sentence, stream.units[one.unit].paragraph.text, headings)
    years = next((found for place in places if (found := _YEAR.findall(place))), [])
    return frozenset(_LEVEL.findall(sentence + " " + headings)), frozenset(years)


def _meets(one: FixedValue, other: FixedValue, title: str) -> bool:
    """Whether the other sentence, its headings and the title hold the conditions of the first."""
    known = pairs_of(other.said) | pairs_of(title)
    for section in other.sections:
        known |= pairs_of(content(section.title))
    return all(len(pairs_of(words) - known) <= _SEAM for words in one.conditions if telling(words))


def _breached(values: tuple[FixedValue, ...]) -> Iterator[tuple[FixedValue, FixedValue]]:
    """A breach with the only value that the article it cites, or the only such duty of the document, fixes."""
    duties: defaultdict[tuple[str, str], list[FixedValue]] = defaultdict(list)
    for one in values:
        if not one.denied and len(one.act) >= _BREACH:
            duties[one.kind, one.act[:_BREACH]].append(one)
    for breach in values:
        if not breach.denied or len(breach.act) < _BREACH:
            continue
        near = duties[breach.kind, breach.act[:_BREACH]][:_MANY]
        owed = [one for one in near if one.unit != breach.unit and _breaks(breach, one)]
        fixed = {one.value for one in owed}
        if breach.value not in fixed and (len(fixed) == 1 or (breach.article and fixed)):
            yield breach, owed[0]


def _breaks(breach: FixedValue, duty: FixedValue) -> bool:
    """Whether a duty is the one that a breach names: its act, and its article or what its term runs from."""
    if breach.article:
        return any(one.mark.scheme == "article" and one.mark.value == (breach.article,) for one in duty.sections)
    return len(duty.thing) >= _BREACH and breach.thing[-_BREACH:] == duty.thing[-_BREACH:]
