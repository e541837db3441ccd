"""Short forms of bodies that nobody declared, beside the declared one (市防汛办, 市防办) or the full name (工科局).

A short form holds characters of its full name in their order. One that does, that is neither the declared one nor the
conventional one (市卫健委), and that no other body of the document could be, is a second name of the body.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from linter.facts.base import flow, own_words
from linter.facts.bodies.abbreviations import Abbreviation, abbreviations
from linter.facts.bodies.lists import Names, known_names
from linter.facts.bodies.names import TRADE, is_body, parts
from linter.language import HAN, NamedTuple, Span, lazy, subsequence, vocabulary
from linter.structure import Document, fact

__all__ = ["second_shorts"]

# What may stand before the first character of a short form, which the pattern begins with, so that engines skip to it.
_BEFORE = rf"(?:(?<!{HAN}.)|(?<=[由经向报和与及为在请会同对将按至到给].))"
_WHOLE = lazy(rf"{HAN}{{5,}}")
_END = lazy("[局委办]")
_OTHER = lazy(rf"(?!{HAN}).|\n")
# So long may an undeclared name be, with the character before it.
_REACH = 14
# What joins two names or leads to one: 区县财政部门和市廉租办, 经医调委.
_JOINED = frozenset("和或及与并经由向报对为请将的按")
_LEVELS = frozenset("国省市县区州")
# A second short form is no longer than the declared one and so many characters.
_LONGER = 2
_SHORTEST = 3
# A file of one huge document must not be searched through for each short form it declares, nor for all of them.
_REACHED, _MOST = 200_000, 40
# So many short names are held against the long ones, at most.
_BRIEF = 200
# A short form of an undeclared name has so many characters without its level, its name so many more.
_LONGEST, _MORE = 4, 2


class SecondShort(NamedTuple):
    """A second short form with its places, what it is called otherwise, and a place of that."""

    name: str
    usual: str
    full: str
    spans: tuple[Span, ...]
    model: Span


@fact("second-shorts")
def second_shorts(document: Document) -> tuple[SecondShort, ...]:
    """Second short forms, each once, in order of their first place."""
    text = document.read(own_words)
    declared = [one for one in document.read(abbreviations) if _is_plain(one)]
    known = document.read(known_names)
    stream = document.read(flow)
    found: dict[str, SecondShort] = {}
    taken = {one.short for one in document.read(abbreviations)} | document.office.bodies
    taken |= document.office.abbreviations.keys()
    for one in declared[:_MOST]:
        for name, starts in _beside(text, one, known).items():
            others = [other for other in declared if other is not one and subsequence(name[1:], other.full)]
            if name not in taken and not others:
                spans = tuple([stream.span(start, start + len(name)) for start in starts])
                found.setdefault(name, SecondShort(name, one.short, one.full, spans, one.short_span))
    for name, starts, full, model in _undeclared(text, known):
        if name not in taken:
            spans = tuple([stream.span(start, start + len(name)) for start in starts])
            found.setdefault(name, SecondShort(name, full, full, spans, stream.span(model, model + len(full))))
    return tuple(sorted(found.values(), key=lambda one: one.spans[0]))


def _is_plain(one: Abbreviation) -> bool:
    names = len(one.short) >= _SHORTEST and _WHOLE.fullmatch(one.full) is not None and one.short.isalpha()
    return names and is_body(one.full) and len(one.short) + 1 < len(one.full)


def _beside(text: str, one: Abbreviation, known: Names) -> dict[str, list[int]]:
    """Forms that are made of the characters of a full name, in their order, and are not the declared one."""
    lead = one.short[0]
    at = one.full.find(lead)
    rest = one.full[at + 1 :] if at >= 0 else one.full
    inner = "".join([f"{character}?" for character in rest])
    pattern = re.compile(f"{lead}{_BEFORE}{inner}(?<=[{one.short[-1]}{one.full[-1]}])")
    found: defaultdict[str, list[int]] = defaultdict(list)
    for match in pattern.finditer(text, max(0, one.start - _REACHED), one.end + _REACHED):
        name = match[0]
        short = _SHORTEST <= len(name) <= len(one.short) + _LONGER and name not in one.short
        if short and name not in one.full and not _goes_on(text, match.end()) and not _same(known, name, one.full):
            found[name].append(match.start())
    return found


def _same(known: Names, name: str, full: str) -> bool:
    return known.key(name) == known.key(full)


def _goes_on(text: str, end: int) -> bool:
    """Whether a word goes on behind the end of a name: 办|公室, 局|长."""
    return vocabulary.known(text[end - 1 : end + 1])


def _undeclared(text: str, known: Names) -> Iterator[tuple[str, list[int], str, int]]:
    """Names of three or four characters whose characters one longer name of the document has in their order."""
    long = _named(text)
    brief = {name: starts for name, starts in long.items() if _is_odd(name, known)}
    ends: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name in long if brief else ():
        bare = _bare(name)
        ends[bare[0], bare[-1]].append(name)
    for name, starts in islice(brief.items(), _BRIEF):
        bare = _bare(name)
        longer = [one for one in ends[bare[0], bare[-1]] if _is_short_of(name, one, known)]
        if len({_bare(one) for one in longer}) == 1:
            yield name, starts, longer[0], long[longer[0]][0]


def _named(text: str) -> dict[str, list[int]]:
    """Names of bodies that begin behind a mark, with their places."""
    ends: defaultdict[str, list[int]] = defaultdict(list)
    for match in _END.finditer(text):
        end = match.end()
        ends[text[max(0, end - _REACH) : end]].append(end)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for words, found in ends.items():
        name = _OTHER.split(words)[-1]
        if _SHORTEST <= len(name) < _REACH and _JOINED.isdisjoint(name) and is_body(name):
            # A word may go on behind it: 办|公室.
            places[name] += [end - len(name) for end in found if not _goes_on(text, end)]
    return {name: sorted(starts) for name, starts in places.items() if starts}


def _is_odd(name: str, known: Names) -> bool:
    """Whether a name is as short as a short form, and none of a standing trade."""
    trade = parts(name, known.where)[1]
    brief = _SHORTEST <= len(_bare(name)) <= _LONGEST
    # 民办, 督办 are no offices.
    return brief and not (name[-1] == "办" and vocabulary.known(name[-2:])) and len(trade) > 1 and trade not in TRADE


def _bare(name: str) -> str:
    return name[1:] if name[0] in _LEVELS and len(name) > _SHORTEST else name


def _is_short_of(name: str, full: str, known: Names) -> bool:
    """Whether a name is a short form of another, no conventional one and not the other's own end."""
    bare, whole = _bare(name), _bare(full)
    if bare[0] != whole[0] or bare[-1] != whole[-1] or len(whole) < len(bare) + _MORE:
        return False
    if name[0] != full[0] and name[0] in _LEVELS and full[0] in _LEVELS:
        return False
    plain = whole.endswith(bare) or whole.startswith(bare[:-1])
    return subsequence(bare, whole) and not plain and not _same(known, bare, whole)
