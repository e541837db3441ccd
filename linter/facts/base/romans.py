"""Roman numerals before 级, 类 and the like, and how each is written: Ⅱ (U+2161) or Latin II."""

from __future__ import annotations

from linter.facts.base.flow import flow
from linter.language import NamedTuple, lazy
from linter.structure import Document, fact

__all__ = ["Roman", "romans"]

# Cyrillic І looks the same; small Roman numerals are read as their capitals.
_LATIN = "IVXІ"
_ONE_SIGN = "Ⅰ-Ⅻⅰ-ⅻ"
# One or several numerals (Ⅰ、Ⅱ、Ⅲ级), then what they count; no scale has so many steps as stand in a row at most.
_GROUP = lazy(
    rf"[{_LATIN}{_ONE_SIGN}]{{1,4}}(?:(?:[、,/至和或及~—-]|级至)[{_LATIN}{_ONE_SIGN}]{{1,4}}){{0,12}}(?=[级类期型度档等])"
)
_TOKEN = lazy(rf"[{_LATIN}{_ONE_SIGN}]+")
# Latin letters behind these belong to a longer word or a code (API级, GB-II级).
_WORD = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-/")
# V型槽, X型 name a shape.
_SHAPES = frozenset("VX")


class Roman(NamedTuple):
    """A numeral as offsets into the flow, what it counts (级), and whether it is written in Latin letters."""

    start: int
    end: int
    counted: str
    latin: bool


@fact("romans")
def romans(document: Document) -> tuple[Roman, ...]:
    """All Roman numerals that count levels, classes, stages or types, in order."""
    text = document.read(flow).text
    found: list[Roman] = []
    for group in _GROUP.finditer(text):
        if group[0][0] in _LATIN and text[group.start() - 1 : group.start()] in _WORD:
            continue
        counted = text[group.end()]
        for token in _TOKEN.finditer(text, *group.span()):
            if token[0] in _SHAPES and counted != "级":
                continue
            found.append(Roman(token.start(), token.end(), counted, any(letter in _LATIN for letter in token[0])))
    return tuple(found)
