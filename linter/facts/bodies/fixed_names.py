"""Names that are the same in every document, and places where a character of one is wrong: 中华人民大和国."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from linter.facts.base import as_number, bigrams, flow, own_words, pairs_in
from linter.facts.bodies.misplaced_cities import Misspelt, misplaced_cities, provinces
from linter.facts.bodies.names import issuer_home
from linter.language import NamedTuple, SingleEdit, edit, finds, is_han, vocabulary
from linter.language.lexicon import rows
from linter.language.likeness import alike
from linter.language.short_names import NATIONAL, REGIONS, TRADES
from linter.structure import Document, fact

__all__ = ["misspelt_names"]

_STATE = "中华人民共和国"
# Shorter names have neighbours that are names themselves.
_LONG, _PLACE = 7, 4
# From so many characters on any wrong one in a name of the state's organs is a slip, if it leaves no word.
_SURE = 6
# Names of the constitution: in these only characters that sound or look alike are slips, the last one among them.
_STATED = tuple([name for (name,) in rows("state_names.tsv")])
_BODIES = tuple([name for name in NATIONAL if len(name) >= _LONG])
# Regions, prefectures and cities whose names stand for no word of another sense, and countries; the last character of
# a country's name is as much a part of it as the others.
_COUNTRIES = frozenset(name for (name,) in rows("countries.tsv") if len(name) >= _PLACE)
_PLACES = frozenset(name + region for name, region in REGIONS.items()).union(
    name for name in provinces() if len(name) >= _PLACE
)

# 自然资源与规划局, where the document has 自然资源和规划局 too.
_JOINTS = {trade.replace("和", "与"): trade for trade in TRADES if "和" in trade}
_HOUSES = frozenset("局厅委部")


class Half(NamedTuple):
    """One half of a name, its first or its last, and the rank of the name among all."""

    rank: int
    name: str
    part: str
    ahead: bool


@fact("misspelt-names")
def misspelt_names(document: Document) -> tuple[Misspelt, ...]:
    """The name of the state, of its bodies and of the issuer's own place, one character wrong, in order."""
    text, present = document.read(own_words), document.read(bigrams)
    place = document.read(issuer_home).place
    halves = sorted([half for pair in _halves().keys() & present.keys() for half in _halves()[pair]])
    if len(place) >= _PLACE and place not in _PLACES and vocabulary.known(place[:-1]):
        halves += _cut(0, place)
    known = document.office.places | document.office.bodies | document.office.words
    stream = document.read(flow)
    found = {one.span.start: one for one in document.read(misplaced_cities)}
    taken = {at for one in found.values() for at in range(one.span.start, one.span.end)}
    slips = [(start, words, half.name) for half in halves for start, words in _near(text, present, half)]
    for start, words, name in (*slips, *_joined(text)):
        if words not in known:
            span = stream.span(start, start + len(words))
            if span.start not in taken:
                found[span.start] = Misspelt(words, name, span)
                taken.update(range(span.start, span.end))
    return tuple([found[start] for start in sorted(found)])


def _joined(text: str) -> Iterator[tuple[int, str, str]]:
    """Names of bodies whose trade is joined by 与 in one place and by 和 in another: the place, the words, the name."""
    for trade, right in _JOINTS.items():
        for at in finds(text, trade):
            house = text[at + len(trade) : at + len(trade) + 1]
            if house in _HOUSES and right + house in text:
                yield at, trade + house, right + house


@cache
def _halves() -> dict[int, list[Half]]:
    """The halves of all names by the first two characters, as a pair."""
    found: dict[int, list[Half]] = {}
    for rank, name in enumerate((_STATE, *_STATED, *_BODIES, *sorted(_PLACES), *sorted(_COUNTRIES))):
        for half in _cut(rank, name):
            found.setdefault(as_number(half.part[:2]), []).append(half)
    return found


def _cut(rank: int, name: str) -> tuple[Half, Half]:
    middle = len(name) // 2
    return Half(rank, name, name[:middle], ahead=True), Half(rank, name, name[middle:], ahead=False)


def _near(text: str, present: Mapping[int, int], half: Half) -> Iterator[tuple[int, str]]:
    """Words that have one half of a name and differ from it in one character."""
    name, part = half.name, half.part
    rest = frozenset(name[len(part) :] if half.ahead else name[: -len(part)])
    reach = len(name) - len(part) + 1
    stands = name in _PLACES and pairs_in(name) <= present.keys() and name in text
    for at in finds(text, part) if pairs_in(part) <= present.keys() else ():
        end = at + len(part)
        beside = text[end : end + reach] if half.ahead else text[max(at - reach, 0) : at]
        # All characters of the other half but one, and not the name itself.
        if len(rest.difference(beside)) > 1 or text.startswith(name, at if half.ahead else max(end - len(name), 0)):
            continue
        for size in (len(name), len(name) - 1, len(name) + 1):
            start = at if half.ahead else end - size
            words = text[max(start, 0) : max(start, 0) + size]
            if start < 0 or not all(map(is_han, words)):
                continue
            change = edit(name, words)
            slips = change is not None and _slips(name, words, change, text[start - 1 : start])
            if slips or _turned(name, words) or (change and _lacks(name, words, change) and stands):
                yield start, words
                break


def _turned(name: str, words: str) -> bool:
    """Whether characters of the long name of a place have changed places: 齐齐尔哈市."""
    return name in _PLACES and len(name) > _PLACE and sorted(words) == sorted(name) and words not in _PLACES


def _lacks(name: str, words: str, change: SingleEdit) -> bool:
    """Whether the name of a city lost a character within, as is plain where it stands elsewhere: 石庄市, 石家庄市."""
    lost = name in _PLACES and name.endswith("市") and not change.new and 0 < change.at < len(name) - 1
    return lost and not _ends_a_place(words)


@cache
def _ends_a_place(words: str) -> bool:
    """Whether a longer name of a place ends so: 齐齐|哈尔市."""
    return any(place.endswith(words) for place in (*provinces(), *_PLACES))


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
            and not (at == len(name) - 1 and vocabulary.known(words[-3:]))  # 人民|检察员
            and (alike(old, new) or (len(name) >= _SURE and not vocabulary.in_word(words, at)))
        )
    within = inside or (name in _COUNTRIES and new != "")
    if not within or not old or before == name[0] or words in _PLACES or words in provinces():
        return False
    if new:
        return alike(old, new) and not (vocabulary.in_word(words, at) if inside else vocabulary.known(words[-2:]))
    if name not in _BODIES:
        return len(name) > _PLACE and not vocabulary.known(words[:-1])
    return vocabulary.in_word(name, at) and not vocabulary.in_word(words, at)
