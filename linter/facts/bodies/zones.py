"""Zones that are called a government once, and are run by a committee everywhere else: 园区政府, 园区管委会."""

from __future__ import annotations

from linter.facts.base import flow, own_words, search
from linter.facts.bodies.twins import TwinName
from linter.language.pattern import lazy
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["zone_governments"]

_ZONE = lazy("({ZONE})(?:(?P<government>(?:人民)?政府)|管委会|管理委员会)")


@fact("zone-governments")
def zone_governments(document: Document) -> tuple[TwinName, ...]:
    """Governments of zones whose committee the document names more often, in order of place."""
    places: dict[str, tuple[list[tuple[int, int]], list[tuple[int, int]]]] = {}
    for match in search(document, _ZONE, "政府"):
        committees, governments = places.setdefault(match[1], ([], []))
        (governments if match["government"] else committees).append(match.span())
    stream, text = document.read(flow), document.read(own_words)
    found = []
    for committees, governments in places.values():
        if governments and len(governments) < len(committees):
            spans = tuple([stream.span(*one) for one in governments])
            words, usual = text[slice(*governments[0])], text[slice(*committees[0])]
            found.append(TwinName(words, usual, spans, stream.span(*committees[0]), len(committees), listed=False))
    return tuple(sorted(found, key=lambda one: one.spans[0]))
