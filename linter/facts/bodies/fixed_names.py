"""Names that are the same in every document, and places where a character of one is wrong: 中华人民大和国.

Cities with their provinces: 浙江省苏州市 is in 江苏, 山东省荷泽市 is 菏泽.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from linter.facts.base import bigrams, flow, own_words, pairs_in
from linter.facts.bodies.names import issuer_home
from linter.language import NamedTuple, SingleEdit, Span, edit, finds, is_han, lazy, vocabulary
from linter.language.lexicon import rows
from linter.language.likeness import alike
from linter.language.short_names import NATIONAL, PROVINCES, REGIONS, TRADES
from linter.structure import Document, fact

__all__ = ["misspelt_names"]

_STATE = "中华人民共和国"
# Shorter names have neighbours that are names themselves.
_LONG, _PLACE = 7, 4
# Names of the constitution: in these only characters that sound or look alike are slips, the last one among them.
_STATED = tuple([name for (name,) in rows("state_names.tsv")])
_BODIES = tuple([name for name in NATIONAL if len(name) >= _LONG])


# 自然资源与规划局, where the document has 自然资源和规划局 too.
_JOINTS = {trade.replace("和", "与"): trade for trade in TRADES if "和" in trade}
_HOUSES = frozenset("局厅委部")


class Misspelt(NamedTuple):
    """Words that stand for a fixed name and differ from it in one character."""

    words: str
    name: str
    span: Span


@fact("misspelt-names")
def misspelt_names(document: Document) -> tuple[Misspelt, ...]:
    """The name of the state, of its bodies and of the issuer's own place, one character wrong, in order."""
    text, present = document.read(own_words), document.read(bigrams)
    place = document.read(issuer_home).place
    names = [_STATE, *_STATED, *_BODIES]
    if len(place) >= _PLACE and vocabulary.known(place[:-1]):
        names.append(place)
    known = document.office.places | document.office.bodies | document.office.words
    stream = document.read(flow)
    found = {one.span.start: Misspelt(*one) for one in document.read(misplaced_cities)}
    slips = [(start, words, name) for name in names for start, words in _near(text, present, name)]
    for start, words, name in (*slips, *_joined(text)):
        if words not in known:
            span = stream.span(start, start + len(words))
            found.setdefault(span.start, Misspelt(words, name, span))
    return tuple([found[start] for start in sorted(found)])


def _joined(text: str) -> Iterator[tuple[int, str, str]]:
    """Names of bodies whose trade is joined by 与 in one place and by 和 in another: the place, the words, the name."""
    for trade, right in _JOINTS.items():
        for at in finds(text, trade):
            house = text[at + len(trade) : at + len(trade) + 1]
            if house in _HOUSES and right + house in text:
                yield at, trade + house, right + house


def _near(text: str, present: Mapping[int, int], name: str) -> Iterator[tuple[int, str]]:
    """Words that have one half of a name and differ from it in one character."""
    half = len(name) // 2
    for part, ahead in ((name[:half], True), (name[half:], False)):
        for at in finds(text, part) if pairs_in(part) <= present.keys() else ():
            for size in (len(name), len(name) - 1, len(name) + 1):
                start = at if ahead else at + len(part) - size
                words = text[max(start, 0) : max(start, 0) + size]
                change = edit(name, words) if start >= 0 and not text.startswith(name, start) else None
                if change and all(map(is_han, words)) and _slips(name, words, change, text[start - 1 : start]):
                    yield start, words
                    break


def _slips(name: str, words: str, change: SingleEdit, before: str) -> bool:
    """Whether the change is a slip: any within the name of the state, else one that leaves no word."""
    at, old, new = change
    inside = 0 < at < len(name) - 1
    if name == _STATE:
        return inside or bool(old and new)
    if name in _STATED:
        return (
            at > 0
            and bool(old and new)
            and (alike(old, new) or (len(name) > _LONG and not vocabulary.in_word(words, at)))
        )
    if not inside or not old or before == name[0]:
        return False
    if new:
        return alike(old, new) and not vocabulary.in_word(words, at)
    if name not in _BODIES:
        return not vocabulary.known(words[:-1])
    return vocabulary.in_word(name, at) and not vocabulary.in_word(words, at)


_IN_PROVINCE = lazy(
    rf"(?P<province>{'|'.join(PROVINCES)})(?P<rank>省|(?:壮族|回族|维吾尔)?自治区)"
    r"(?P<city>[\u4e00-\u9fff]{2,5}?(?:市|自治州|地区|盟))"
)


class Misplaced(NamedTuple):
    """A city behind a province as written, what it should read, and its place."""

    words: str
    name: str
    span: Span


@cache
def provinces() -> dict[str, str]:
    """The province of each city, prefecture and league, as its short name."""
    return {row[0]: row[1] for row in rows("cities.tsv")}


@fact("misplaced-cities")
def misplaced_cities(document: Document) -> tuple[Misplaced, ...]:
    """Cities under a province that is not theirs, and cities of a province with a slip in their name, in order.

    A city that the list does not have belongs where most of the document puts it.
    """
    stream = document.read(flow)
    found = list(_IN_PROVINCE.finditer(document.read(own_words)))
    usual = _usual(found)
    known = document.office.places
    names = ((match, _right(match, usual)) for match in found if match["city"] not in known)
    return tuple(
        [Misplaced(match[0], name, stream.span(*match.span())) for match, name in names if name and name != match[0]]
    )


def _right(match: re.Match[str], usual: dict[str, str]) -> str:
    """What a province and its city should read, as far as that is known; "" if it is not."""
    city = match["city"]
    home = provinces().get(city)
    if home:
        return _full(home) + city if home != match["province"] else ""
    near = _city_near(city, match["province"])
    return match["province"] + match["rank"] + near if near else usual.get(city, "")


def _full(province: str) -> str:
    return province + REGIONS.get(province, "省")


def _city_near(city: str, province: str) -> str:
    """The one city of a province that a name which is none differs from by a slip."""
    near = [one for one in _cities()[province] if _city_slips(one, city)]
    return near[0] if len(near) == 1 else ""


def _city_slips(name: str, words: str) -> bool:
    """Whether words lack a character of a long name, or have one that is like it."""
    change = edit(name, words)
    if change is None or change.at >= len(name) - 1:
        return False
    if change.old and change.new:
        return alike(change.old, change.new)
    return bool(change.old) and len(words) > _SHORT


# A name of two characters and its kind is another one with a third.
_SHORT = 3


@cache
def _cities() -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for city, province in provinces().items():
        found[province].append(city)
    return found


def _usual(found: list[re.Match[str]]) -> dict[str, str]:
    """Where the document puts each city more often than elsewhere."""
    places: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for match in found:
        places[match["city"]][match["province"] + match["rank"]] += 1
    usual = {}
    for city, counts in places.items():
        (first, most), *others = counts.most_common(2)
        if others and others[0][1] < most:
            usual[city] = first + city
    return usual
