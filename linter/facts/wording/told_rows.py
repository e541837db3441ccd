"""Rows of words told one by one under their names, of which one is another: 年度考核 of a row, 年终考核于…完成 below.

A row (分为个案考核、年度考核和聘期考核) is told where clauses behind it begin with its items, in their order. Where all
but one do, and in the place of that one a clause begins with words of its kind, it has two names.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise, takewhile

from linter.facts.base import flow
from linter.facts.bodies import is_body
from linter.facts.wording.list_walks import are_two_things
from linter.language import HAN, NamedTuple, Span, common_ends, common_length, is_han, lazy
from linter.structure import Document, fact

__all__ = ["renamed_details"]

_NOTE = r"(?:\([^()\n]{1,12}\))?"
_ROW = lazy(rf"(?<!{HAN}){HAN}{{3,}}+{_NOTE}(?:、{HAN}{{3,24}}{_NOTE}){{1,11}}+")
_PIECE = lazy(rf"{HAN}{{3,24}}(?={_NOTE}(?:、|$))")
_NUMERALS = r"一二三四五六七八九十\d"
_STOP = lazy(r"[。;\n]")
_JOINT = lazy("以及|[和及与]")
# A clause begins behind a mark, and the number of an item.
_LEAD = lazy(
    rf"([,;。:\n]) ?(?:第[{_NUMERALS}百]{{1,5}}[条章节] ?|[(]?[{_NUMERALS}]{{1,2}}[).、]+|[{_NUMERALS}]是)?"
    rf"(?=({HAN}{{3,30}}.{{0,2}}))"
)
# So many items; clauses of so many characters behind the row, and so many of them, tell of it.
_LEAST, _REACH, _LEADS = 3, 1500, 48
# What two names of one thing share at an end, the difference in length, and in what they differ.
_END, _APART, _WORD = 2, 1, 3
# Of an item with words around it so many characters are sure; so many clauses away the last one is told.
_EDGE, _NEXT = 4, 4
# So far on the sentence of a clause may speak of the item itself.
_SPOKEN = 160
# Groups have checks of their own.
_GROUPS = frozenset("组队")
_ANY = ("其他", "其它", "相关", "有关")


class RenamedDetail(NamedTuple):
    """An item of a row, and the name under which it is told of, with their places.

    ``told`` is empty where nothing tells of the item; ``span`` then is its place in the row, ``model`` that of the
    clause which tells of the item behind it.
    """

    told: str
    listed: str
    span: Span
    model: Span


class _ClauseLead(NamedTuple):
    """The beginning of a clause: its words with two characters behind them, where it stands, the mark before it."""

    words: str
    start: int
    mark: str

    @property
    def clause(self) -> str:
        """The words up to the next mark."""
        return "".join(takewhile(is_han, self.words))


class _NamedItem(NamedTuple):
    """An item of a row; the words before the ``first`` and behind the ``last``, if it has any, are not sure."""

    words: str
    start: int
    first: bool
    last: bool


class _Told(NamedTuple):
    """Which clause begins with an item, and with how many characters of it; -1 and 0 if none does."""

    place: int
    size: int


_NOWHERE = _Told(-1, 0)


@fact("renamed-details")
def renamed_details(document: Document) -> tuple[RenamedDetail, ...]:
    """The items of rows that are told of under another name, or alone not at all, in order of place."""
    stream = document.read(flow)
    text = stream.text
    found: dict[int, RenamedDetail] = {}
    for row in _ROW.finditer(text):
        parts = row[0].split("、")
        if len(parts) < _LEAST and not _JOINT.search(parts[-1]):
            continue
        end = row.end()
        behind = text[end : end + _REACH]
        # Of more than one the text behind does not hold the beginning.
        if len([words for words in parts[1:] if words[:_LEAST] not in behind]) > 1:
            continue
        items = _items(row[0], row.start())
        leads = _leads(behind, end, items) if len(items) >= _LEAST else []
        for item, name, lead in _tellings(items, leads):
            # 住院床位费用计入住院医疗费用: another thing beside the item.
            if name and _names_both(text, item.words, name, lead.start):
                continue
            clause = stream.span(lead.start, lead.start + len(name or lead.clause))
            listed = stream.span(item.start, item.start + len(item.words))
            one = RenamedDetail(name, item.words, *((clause, listed) if name else (listed, clause)))
            found.setdefault(one.span.start, one)
    return tuple([found[start] for start in sorted(found)])


def _names_both(text: str, item: str, name: str, start: int) -> bool:
    """Whether the clause that begins with a name has the item, too, with what follows the name if their ends differ."""
    size = len(name)
    wanted = item if item[-_END:] == name[-_END:] else item + text[start + size : start + size + 1]
    return wanted in _STOP.split(text[start + size : start + _SPOKEN], 1)[0]


def _leads(behind: str, start: int, items: list[_NamedItem]) -> list[_ClauseLead]:
    """The clauses of the text behind a row, if but one of its items begins none of them."""
    found = list(islice(_LEAD.finditer(behind), _LEADS))
    words = [match[2] for match in found]
    begun = {one[:_LEAST] for one in words}
    absent = [item for item in items[1:] if item.words[:_LEAST] not in begun]
    if len(absent) > 1 or (absent and not _longest(items[0], words)):
        return []
    return [_ClauseLead(match[2], start + match.start(2), match[1]) for match in found]


def _longest(first: _NamedItem, clauses: list[str]) -> str:
    """The most of the first item, from its end, that a clause begins with."""
    heads = "\n".join(["", *clauses])
    sizes = [size for size in range(_EDGE, len(first.words)) if f"\n{first.words[-size:]}" in heads]
    return first.words if f"\n{first.words}" in heads else first.words[-max(sizes) :] if sizes else ""


def _items(row: str, start: int) -> list[_NamedItem]:
    """The items of a row, notes in brackets left out; of the last words, joined by 和, both."""
    pieces = [(match[0], start + match.start()) for match in _PIECE.finditer(row)]
    words, at = pieces[-1] if pieces else ("", 0)
    joints = list(_JOINT.finditer(words))
    if len(joints) == 1 and joints[0].start() >= _LEAST and len(words) - joints[0].end() >= _LEAST:
        pieces[-1:] = [(words[: joints[0].start()], at), (words[joints[0].end() :], at + joints[0].end())]
    last = len(pieces) - 1
    # The last item ends where another one ends alike: no words follow it.
    open_end = pieces[-1][0][-_END:] not in {words[-_END:] for words, _ in pieces[:-1]} if pieces else True
    return [
        _NamedItem(words, at, number == 0, open_end and number == last) for number, (words, at) in enumerate(pieces)
    ]


def _tellings(items: list[_NamedItem], leads: list[_ClauseLead]) -> Iterator[tuple[_NamedItem, str, _ClauseLead]]:
    """What each telling of a row has under another name; one begins where its first item does."""
    words = [lead.words for lead in leads]
    told = _longest(items[0], words) if leads else ""
    begins = [place for place, clause in enumerate(words) if clause[: len(told)] == told] if told else [0]
    for low, high in pairwise([*begins, len(leads)]) if leads else ():
        renamed = _renamed(items, leads[low:high])
        if renamed:
            yield renamed


def _renamed(items: list[_NamedItem], leads: list[_ClauseLead]) -> tuple[_NamedItem, str, _ClauseLead] | None:
    """The one item that no clause begins with, the name that stands in its place, and the clause.

    Where clauses with one and the same word behind their items tell of all the others, it is not told of at all.
    """
    told: list[_Told] = []
    for item, following in zip(items, [*items[1:], None], strict=True):
        after = max([one.place for one in told], default=-1) + 1
        one = _told(item, leads, after)
        # What stands behind the next item tells of something else.
        passed = following is not None and 0 <= _told(following, leads, after).place < one.place
        told.append(_NOWHERE if passed else one)
        if [one.place for one in told].count(-1) > 1:
            return None
    missing = next((number for number, one in enumerate(told) if one.place < 0), -1)
    cut = _cut(items[missing], {one.size for one in told if one.size}) if missing >= 0 else None
    if cut is None or is_body(cut.words) or cut.words.startswith(_ANY) or cut.words[-1] in _GROUPS:
        return None
    low = told[missing - 1].place + 1 if missing else 0
    high = told[missing + 1].place if missing < len(items) - 1 else low + _NEXT
    clauses = [(leads[one.place], one.size) for one in told if one.place >= 0]
    tails = {lead.words[size : size + 1] for lead, size in clauses}
    marks = {lead.mark for lead, _ in clauses}
    for lead in leads[low:high]:
        name = _name(cut.words, lead.words, tails)
        if name and lead.mark in marks and all(name != one.words for one in items):
            return cut, name, lead
    ahead = {lead.words[size : size + _END] for lead, size in clauses}
    inner = 0 < missing < len(items) - 1 and len(items) > _LEAST and len(ahead) == 1 and min(ahead).isalpha()
    if inner and all(lead.mark == "," for lead in leads[low:high]):
        return cut, "", leads[high]
    return None


def _told(item: _NamedItem, leads: list[_ClauseLead], after: int) -> _Told:
    """The first clause from some on that begins with an item."""
    for place in range(after, len(leads)):
        size = _size(item, leads[place].words)
        if size:
            return _Told(place, size)
    return _NOWHERE


def _size(item: _NamedItem, words: str) -> int:
    """How many characters of an item a clause begins with: all, but for the words around the row."""
    if words.startswith(item.words):
        return len(item.words)
    sizes = range(len(item.words) - 1, _EDGE - 1, -1) if item.first or item.last else ()
    return next((one for one in sizes if words.startswith(item.words[-one:] if item.first else item.words[:one])), 0)


def _cut(item: _NamedItem, sizes: set[int]) -> _NamedItem | None:
    """The item without the words around the row: those of the others say how long it is."""
    if not (item.first or item.last) or len(item.words) in sizes:
        return item
    if len(sizes) != 1 or len(item.words) < min(sizes):
        return None if item.first else item
    at = len(item.words) - min(sizes) if item.first else 0
    return item._replace(words=item.words[at : at + min(sizes)], start=item.start + at)


def _name(item: str, words: str, tails: set[str]) -> str:
    """The beginning of a clause that is an item's other name: one end is the same, and all but a word of it."""
    for size in range(len(item) + _APART, len(item) - _APART - 1, -1):
        name = words[:size]
        if len(name) < size or not name.isalpha():
            continue
        goes_on = size == len(item) and {words[size : size + 1]} == tails
        same_end = name[-_END:] == item[-_END:] or (goes_on and name[:_END] == item[:_END])
        apart = max(size, len(item)) - sum(common_ends(item, name))
        alike = 0 < apart <= _WORD and 2 * common_length(item, name) >= max(size, len(item))
        if same_end and alike and not are_two_things(item, name):
            return name
    return ""
