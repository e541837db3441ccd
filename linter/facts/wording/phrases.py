"""The phrases of a document: its clauses, numbers masked, and the runs of words between their particles."""

from __future__ import annotations

from linter.facts.base import own_words
from linter.language.pattern import lazy
from linter.structure.fact import fact
from linter.structure.model import Document

_CLAUSE = lazy("[\u4e00-\u9fff][^,;:。!?、\n\t|\0“”《》<>]{3,59}")
# (三) before the words of an item, of which the opening bracket was passed.
_ITEM = lazy(r"[一二三四五六七八九十]{1,3}[)）] ?")
_NUMBER = lazy(r"\d+(?:\.\d+)?|[一二三四五六七八九十百千万]+(?=[、个日年月元人项条款倍分吨])")
# Particles, prepositions and modal verbs that end one run of words and begin another.
_PARTICLE = lazy("[的和与及或在由向按将被把等为并于是其对从使]|[^\u4e00-\u9fff]+|{PHRASE_CUT}")
_SHORTEST, _LONGEST = 4, 16


@fact("phrases")
def phrases(document: Document) -> dict[str, list[int]]:
    """The phrases of the document's own words, numbers written #, with the offsets of the flow at which each starts."""
    places: dict[str, list[int]] = {}
    for match in _CLAUSE.finditer(document.read(own_words)):
        words, start = match[0], match.start()
        item = _ITEM.match(words)
        if item:
            words, start = words[item.end() :], start + item.end()
        clause = _NUMBER.sub("#", words).rstrip()
        if len(clause) >= _SHORTEST:
            places.setdefault(clause, []).append(start)
        at = 0
        for piece in _PARTICLE.split(words):
            if _SHORTEST <= len(piece) <= _LONGEST and piece != clause:
                at = words.index(piece, at)
                places.setdefault(piece, []).append(start + at)
                at += len(piece)
    return places


def unmasked(text: str, start: int, offset: int) -> int:
    """The offset in ``text`` of what stands at ``offset`` of the phrase, numbers masked, that starts at ``start``."""
    at = start
    for match in _NUMBER.finditer(text, start, start + 120):
        before = match.start() - at
        if offset <= before:
            break
        offset -= before + 1
        at = match.end()
    return at + offset
