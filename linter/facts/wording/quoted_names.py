"""Names in quotation marks, once with a character that sounds or looks like the right one: “老李调节工作室”, 调解.

What stands in quotation marks is a name as it is written; two of one length that differ by such a character are one,
unless one sentence has both.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from linter.facts.base import flow
from linter.facts.wording.phrases import Variant, variant
from linter.language import HAN, lazy
from linter.language.likeness import alike
from linter.structure import Document, fact

__all__ = ["quoted_drifts"]

# Shorter names are alike by chance, and made alike on purpose: 一户一策 and 一湖一策, 待办事项 and 代办事项.
_QUOTED = lazy(rf"“({HAN}{{5,16}})”")
_ENDS, _REACH = "。;!?\n", 400


@fact("quoted-drifts")
def quoted_drifts(document: Document) -> tuple[Variant, ...]:
    """The rarer of two such names, or the later one, in order of place."""
    text = document.read(flow).text
    if "“" not in text:
        return ()
    places: defaultdict[str, list[int]] = defaultdict(list)
    for match in _QUOTED.finditer(text):
        places[match[1]].append(match.start(1))
    found = [_variant(places, at, *names) for at, *names in _pairs(places) if not _together(text, places, *names)]
    return tuple(sorted(found))


def _pairs(names: dict[str, list[int]]) -> Iterator[tuple[int, str, str]]:
    """Two names that differ in one character, alike in both, and where; of three or more none is another's slip."""
    without: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for name in names:
        for at in range(len(name)):
            without[at, name[:at] + name[at + 1 :]].append(name)
    crowd = Counter([name for some in without.values() if len(some) > 1 for name in some])
    for (at, _), some in without.items():
        if len(some) == 2 and max(crowd[name] for name in some) == 1 and alike(some[0][at], some[1][at]):
            yield at, some[0], some[1]


def _together(text: str, places: dict[str, list[int]], *names: str) -> bool:
    """Whether one sentence holds both."""
    one, other = (
        {max(text.rfind(mark, max(0, at - _REACH), at) for mark in _ENDS) for at in places[name]} - {-1}
        for name in names
    )
    return not one.isdisjoint(other)


def _variant(places: dict[str, list[int]], at: int, *names: str) -> Variant:
    rare, usual = sorted(names, key=lambda name: (len(places[name]), -places[name][0]))
    forms = [(start, start + at, start + at + 1, start + len(rare)) for start in places[rare]]
    model = places[usual][0]
    return variant("drift", forms, (model, model + at, model + at + 1, model + len(usual)), len(places[usual]))
