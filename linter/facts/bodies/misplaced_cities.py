"""Cities with their provinces: 浙江省苏州市 is in 江苏, 山东省荷泽市 is 菏泽."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

from linter.facts.base import flow, own_words
from linter.language import NamedTuple, Span, edit, lazy
from linter.language.lexicon import rows
from linter.language.likeness import alike
from linter.language.short_names import PROVINCES, REGIONS
from linter.structure import Document, fact

_IN_PROVINCE = lazy(
    rf"(?P<province>{'|'.join(PROVINCES)})(?P<rank>省|(?:壮族|回族|维吾尔)?自治区)"
    r"(?P<city>[\u4e00-\u9fff]{2,5}?(?:市|自治州|地区|盟))"
)


class Misspelt(NamedTuple):
    """Words that stand for a fixed name, as written, what they should read, and their place."""

    words: str
    name: str
    span: Span


@cache
def provinces() -> dict[str, str]:
    """The province of each city, prefecture and league, as its short name."""
    return {row[0]: row[1] for row in rows("cities.tsv")}


@fact("misplaced-cities")
def misplaced_cities(document: Document) -> tuple[Misspelt, ...]:
    """Cities under a province that is not theirs, and cities of a province with a slip in their name, in order.

    A city that the list does not have belongs where most of the document puts it.
    """
    stream = document.read(flow)
    found = list(_IN_PROVINCE.finditer(document.read(own_words)))
    usual = _usual(found)
    known = document.office.places
    names = ((match, _right(match, usual)) for match in found if match["city"] not in known)
    return tuple(
        [Misspelt(match[0], name, stream.span(*match.span())) for match, name in names if name and name != match[0]]
    )


def _right(match: re.Match[str], usual: dict[str, str]) -> str:
    """What a province and its city should read, as far as that is known; "" if it is not."""
    city = match["city"]
    home = provinces().get(city)
    if home:
        return home + REGIONS.get(home, "省") + city if home != match["province"] else ""
    near = _city_near(city, match["province"])
    return match["province"] + match["rank"] + near if near else usual.get(city, "")


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
