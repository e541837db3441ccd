"""Brackets, quotation marks and book-title marks: which belong together, and which have no partner.

Each kind is paired for itself, so a stray mark never disturbs the pairs behind it. A pair is looked for inside its
paragraph or cell first; what is left may close a few paragraphs further on, since recognised text breaks them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from linter.facts.base.flow import Flow, flow
from linter.language import NamedTuple, lazy, quick
from linter.structure import Document, fact

__all__ = ["PARTNER", "Stray", "pairs"]

PARTNER = {
    "(": ")",
    "[": "]",
    "〔": "〕",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
}
_OPENER = {closer: opener for opener, closer in PARTNER.items()}
_MARKS = lazy("[\n" + re.escape("".join(PARTNER) + "".join(PARTNER.values())) + "]")
# 1) a) ii) 一) ①) 甲) count items; such a bracket has no partner.
_LABEL = lazy(
    r"(?:^|[^.\dA-Za-z(])"
    r"(?:\d{1,2}|[A-Za-z]|[ivx]{2,4}|[IVX]{2,4}|[一二三四五六七八九十]{1,3}|[①-⑳甲乙丙丁戊己庚辛壬癸]|[Ⅰ-ⅿ]{1,3}) ?$"
)
# A number that begins the next item of a row of them: …;2)
_NEXT = lazy(r"[,;。:、]?(\d{1,2}) ?$")
_PARTING = ",;。:、"
# A letter names an item wherever it stands (4a)条的注); at the head of a paragraph any label counts one.
_LETTER = lazy(r"(?:^|[^.A-Za-z(])[a-z] ?$")
_LABEL_LENGTH = 6
_HEAD_LENGTH = 4
# The mouth of a face: :) :-) ;-(
_FACE = lazy(r"[:;]['’]?[-^o]?$")
# Databases of laws print the history of an act, one amendment a line, and drop the bracket that opened it.
_HISTORY = lazy(r"(?:根据 ?)?\d{4}年\d{1,2}月\d{1,2}日.*\n?.*(?:{ISSUE}|{ADOPTED}|施行)$")
# A stroke before a closing book-title mark: the two draw an arrow, 初审--》复审.
_STROKES = "-—–―─=－"
# What stands between the ends of an interval: [0,10), (0,1].
_INTERVAL = lazy(r"[\d\s.,%+\-∞A-Za-z]+$")
_HALF_OPEN = {")": "[", "]": "("}
# The head of a paragraph with a number of its own.
_LISTED = lazy(r"[一二三四五六七八九十\d]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|第[^条\n]{1,6}条")
# Behind a term that is defined: its quotation began in the same line.
_DEFINED = lazy(r",?[是系]?指")
# Paragraphs within which a pair may be broken by a line, column or page end; characters, where conversion set every
# figure and mark of a line on one of its own.
_REACH, _NEAR = 5, 24
# The history of an act in brackets, one amendment a paragraph: from the head of one to the end of another.
_NOTE_REACH = 20
# A quotation of several articles closes after as many paragraphs as amending acts were seen to quote.
_QUOTED_REACH = 60


class MarkPair(NamedTuple):
    """Two marks of one kind, as offsets into the flow."""

    opener: int
    closer: int


class Stray(NamedTuple):
    """A mark without partner at ``offset`` of the flow; ``other`` is the one of another kind in its place, or -1."""

    offset: int
    mark: str
    other: int = -1


class Pairs(NamedTuple):
    """The pairs in order of their openers, the strays, and the closers that changed places with the next: 《条例)》."""

    pairs: tuple[MarkPair, ...]
    strays: tuple[Stray, ...]
    swapped: tuple[int, ...] = ()


class _Loose(NamedTuple):
    offset: int
    mark: str
    unit: int

    @property
    def opens(self) -> bool:
        return self.mark in PARTNER


@fact("pairs")
def pairs(document: Document) -> Pairs:
    """Brackets and quotation marks of a document, paired within its parts and tables."""
    stream = document.read(flow)
    found, loose = _inside(stream)
    if loose:
        found, loose = _parted(stream, found, loose)
        continued = _continued(stream, found, loose)
        labels = set(_counting(stream, loose))
        across, rest = _across(stream, [one for one in loose if one not in continued and one not in labels])
        loose = sorted([*rest, *labels])
        found += [*continued.values(), *across]
        loose = _without_labels(stream, loose)
    found.sort()
    return Pairs(tuple(found), tuple(_strays(stream, loose)), tuple(_swapped(stream, found)))


def _swapped(stream: Flow, found: list[MarkPair]) -> Iterator[int]:
    """The closers right behind which the pair closes that was opened last: (以下简称《条例)》. “1)” is a label."""
    openers = {pair.closer: pair.opener for pair in found}
    for first, closer in found:
        within = openers.get(closer + 1, -1)
        label = stream.text[closer] == ")" and _LABEL.search(stream.text, max(within, closer - _LABEL_LENGTH), closer)
        if first < within < closer and not label:
            yield closer


def _inside(stream: Flow) -> tuple[list[MarkPair], list[_Loose]]:
    """Pairs that close in their paragraph, and the marks left over."""
    found: list[MarkPair] = []
    loose: list[_Loose] = []
    open_marks: dict[str, list[int]] = {opener: [] for opener in PARTNER}
    unit = pending = 0
    for match in _MARKS.finditer(stream.text):
        mark, at = match[0], match.start()
        if mark in PARTNER:
            open_marks[mark].append(at)
            pending += 1
        elif mark == "\n":
            if pending:
                for opener, offsets in open_marks.items():
                    loose += [_Loose(offset, opener, unit) for offset in offsets]
                    offsets.clear()
                pending = 0
            unit += 1
        elif mark in _HALF_OPEN and _ends_interval(stream.text, open_marks, mark, at):
            open_marks[_HALF_OPEN[mark]].pop()
            pending -= 1
        elif open_marks[_OPENER[mark]]:
            found.append(quick(MarkPair, (open_marks[_OPENER[mark]].pop(), at)))
            pending -= 1
        elif mark not in "》〉" or stream.text[at - 1 : at] not in tuple(_STROKES):
            loose.append(_Loose(at, mark, unit))
    loose.sort()
    return found, loose


def _ends_interval(text: str, open_marks: dict[str, list[int]], mark: str, at: int) -> bool:
    """Whether a closer ends an interval that the other kind of bracket opened last: [0,10) and (水量[0,10)吨)."""
    other, own = open_marks[_HALF_OPEN[mark]], open_marks[_OPENER[mark]]
    if not other or (own and own[-1] > other[-1]):
        return False
    return _INTERVAL.match(text, other[-1] + 1, at) is not None


def _parted(stream: Flow, found: list[MarkPair], loose: list[_Loose]) -> tuple[list[MarkPair], list[_Loose]]:
    """Part the pairs that end with the label of an item: in 1)场所(含地下室;2)人员;3)设施 the second closes none."""
    labels = [
        (one.offset, number, one.unit) for one in loose if one.mark == ")" and (number := _number(stream, one.offset))
    ]
    if len(labels) < 2:
        return found, loose
    ends = {pair.closer: pair for pair in found if stream.text[pair.opener] == "("}
    labels += [(end, number, -1) for end in ends if (number := _number(stream, end))]
    labels.sort()
    parted: set[MarkPair] = set()
    for (_, one, unit), (at, number, inside), (_, other, last) in zip(labels, labels[1:], labels[2:], strict=False):
        if inside < 0 <= unit == last and one + 1 == number == other - 1:
            parted.add(ends[at])
            loose += [_Loose(ends[at].opener, "(", unit), _Loose(at, ")", unit)]
    return [one for one in found if one not in parted], sorted(loose)


def _counting(stream: Flow, loose: list[_Loose]) -> Iterator[_Loose]:
    """The labels of items that count on, 1) 2) 3), or head a paragraph each: these close nothing opened above."""
    closers = [one for one in loose if one.mark == ")"]
    labels = [(one, number) for one in closers if (number := _number(stream, one.offset))]
    yield from [one for pair in pairwise(labels) if pair[0][1] + 1 == pair[1][1] for one, _ in pair]
    heads = [one for one in closers if _heads(stream, one)]
    yield from [one for pair in pairwise(heads) if pair[0].unit + 1 == pair[1].unit for one in pair]


def _heads(stream: Flow, one: _Loose) -> bool:
    """Whether a bracket ends the label at the head of its paragraph."""
    first = stream.units[one.unit].start
    return one.offset - first <= _HEAD_LENGTH and _LABEL.match(stream.text[first : one.offset]) is not None


def _number(stream: Flow, closer: int) -> int:
    """The number that a closing bracket makes the label of an item; 0 if it makes none."""
    first = stream.unit_at(closer).start
    found = _NEXT.search(stream.text, max(first, closer - _LABEL_LENGTH), closer)
    return int(found[1]) if found and (found.start() == first or found[0][0] in _PARTING) else 0


def _without_labels(stream: Flow, loose: list[_Loose]) -> list[_Loose]:
    """Leave out the closers of labels 1) 2) 3), if there are at least two, apostrophes, and the ends of histories."""
    text = stream.text
    labels: set[_Loose] = set()
    kept: list[_Loose] = []
    heads = 0
    for one in loose:
        unit = stream.units[one.unit]
        before = text[max(unit.start, one.offset - _LABEL_LENGTH) : one.offset]
        if one.mark == ")" and (_LETTER.search(before) or _heads(stream, one)):
            heads += 1
            continue
        if one.mark == ")" and _LABEL.search(before):
            labels.add(one)
        apostrophe = one.mark == "’" and before[-1:].isascii() and before[-1:].isalnum()
        ends_history = one.mark == ")" and one.offset == unit.end - 1 and _ends_history(stream, one.unit)
        if not (apostrophe or ends_history or (one.mark in "()" and _FACE.search(before))):
            kept.append(one)
    return [one for one in kept if one not in labels] if len(labels) + heads > 1 else kept


def _ends_history(stream: Flow, unit: int) -> bool:
    """Whether a paragraph, alone or with the one above it, is a step in the history of an act."""
    above = stream.units[max(unit - 1, 0)]
    own = stream.units[unit]
    return any(_HISTORY.match(stream.text, one.start, own.end - 1) for one in (own, above))


def _continued(stream: Flow, found: list[MarkPair], loose: list[_Loose]) -> dict[_Loose, MarkPair]:
    """Quotations that open again at the head of each paragraph they run through and close once, with what they open."""
    if not any(one.mark in "“「" for one in loose):
        return {}
    closers = {pair.opener: pair.closer for pair in found if stream.text[pair.opener] in "“「"}
    # A quotation that began above ends with its paragraph; one in mid-sentence quotes a word of its own.
    closers = {opener: closer for opener, closer in closers.items() if _ends_paragraph(stream, closer)}
    openers = {one.offset for one in loose if one.opens}
    paired = {pair.opener for pair in found}
    # From the last paragraph up: where the quotation closes that goes on at the head of each.
    ends: list[int] = [-1] * (len(stream.units) + 1)
    for at in range(len(stream.units) - 1, -1, -1):
        start = stream.units[at].start
        head = stream.text[start]
        if head == "(" or (head in "“「" and start in openers):
            ends[at] = ends[at + 1]
        elif head in "“「" and (start in closers or start not in paired):
            ends[at] = closers.get(start, start)
    chains = {one: ends[one.unit + 1] for one in loose if one.mark in "“「"}
    return {one: MarkPair(one.offset, end) for one, end in chains.items() if end >= 0}


def _ends_paragraph(stream: Flow, closer: int) -> bool:
    """Whether nothing but points and closing marks stands behind a mark in its paragraph."""
    return not stream.text[closer + 1 : stream.unit_at(closer).end].strip("。;,、:!?)”」 ")


def _across(stream: Flow, loose: list[_Loose]) -> tuple[list[MarkPair], list[_Loose]]:
    """Pairs over the ends of paragraphs, and what is left."""
    found: list[MarkPair] = []
    used: set[_Loose] = set()
    waiting: dict[str, list[_Loose]] = {}
    for one in loose:
        if one.opens:
            before = waiting.get(one.mark)
            again = before and one.mark in "“「" and one.offset == stream.units[one.unit].start
            if before and again and _reaches(stream, before[-1], one):
                before.append(one)
            else:
                waiting[one.mark] = [one]
            continue
        openers = waiting.pop(_OPENER[one.mark], None)
        if openers and _reaches(stream, openers[-1], one):
            found.append(MarkPair(openers[0].offset, one.offset))
            used.update(openers, (one,))
    return found, [one for one in loose if one not in used]


def _reaches(stream: Flow, opener: _Loose, closer: _Loose) -> bool:
    """Whether two marks may belong together over the ends of paragraphs."""
    first, last = stream.units[opener.unit], stream.units[closer.unit]
    apart = closer.unit - opener.unit
    # A pair over the end of a line says that no part ends there.
    if (first.part != last.part and apart > 1) or (first.table != last.table and first.table >= 0):
        return False
    leads = opener.offset == first.start
    if leads and apart and stream.text[first.end - 1] in "。;" and _DEFINED.match(stream.text, closer.offset + 1):
        return False
    # A note in the middle of a sentence that ends in its own paragraph does not close at the end of another sentence.
    ended = apart and not leads and opener.mark in "(〔[" and stream.text[first.end - 1] == "。"
    if ended and _LISTED.match(stream.text, last.start):
        return False
    if first.table >= 0 or apart <= _REACH or closer.offset - opener.offset <= _NEAR:
        return True
    if opener.mark in "“「":
        # Whole articles are quoted after a colon, or from the head of a paragraph.
        return apart <= _QUOTED_REACH and (leads or stream.text[opener.offset - 1] == ":")
    return apart <= _NOTE_REACH and leads and closer.offset == last.end - 1


def _strays(stream: Flow, loose: list[_Loose]) -> Iterator[Stray]:
    """Marks without partner; an opener and a closer of two kinds that follow each other are one defect.

    So are two closers of one quotation: the first of them was typed for an opener.
    """
    at = 0
    while at < len(loose):
        one = loose[at]
        after = loose[at + 1] if at + 1 < len(loose) else None
        at += 1
        if after and one.mark in "”’" and after.mark == one.mark and after.unit == one.unit:
            yield Stray(one.offset, one.mark)
            at += 1
            continue
        apart = after is None or (after.unit > one.unit and stream.text[stream.units[one.unit].end - 1] == "。")
        if after is None or apart or not one.opens or not _reaches(stream, one, after):
            yield Stray(one.offset, one.mark)
            continue
        if after.opens and (after.mark != one.mark or after.mark not in "“‘" or after.unit != one.unit):
            yield Stray(one.offset, one.mark)
            continue
        at += 1
        if after.opens or not _INTERVAL.match(stream.text[one.offset + 1 : after.offset]):
            yield Stray(one.offset, one.mark, after.offset)
