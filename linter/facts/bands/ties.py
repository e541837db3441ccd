"""Names of levels tied to numerals (重大(Ⅱ级), Ⅱ级(重大), a row Ⅱ级 | 重大), and ties that contradict the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from linter.facts.bands.levels import LevelName, names_in
from linter.language import NamedTuple, Span, lazy
from linter.structure import Document, Paragraph, Row, fact

__all__ = ["level_conflicts"]

# 重大突发事件(Ⅱ级), and Ⅱ级(重大突发事件).
_TO_NUMERAL = lazy(r"[^\W\d_]{0,8}\($")
_TO_NAME = lazy(r"\($")
_CLOSES = lazy(r"(?P<noun>[^\W\d_]{0,8})\)(?P<behind>[^,;。、]{0,6})")
# A response or a warning has levels of its own; what is graded is said behind a level, or last before it.
_KIND = lazy("响应|启动|预警|{EVENT}")
_KINDS = {"响应": "response", "启动": "response", "预警": "warning"}
_APART = 9


class Tie(NamedTuple):
    """A name and a numeral said to be one level: what is graded, their vocabulary, ranks, words and span.

    ``place`` is the index of the paragraph, or that of the table, from -1 down.
    """

    kind: str
    vocabulary: str
    rank: int
    numeral: int
    words: str
    span: Span
    place: int


class Conflict(NamedTuple):
    """The ties of one paragraph or table that contradict the others, and one tie that is right."""

    wrong: tuple[Tie, ...]
    right: Tie


@fact("level-ties")
def level_ties(document: Document) -> tuple[Tie, ...]:
    """The ties of a document, in order of place."""
    places = [
        list(_in(paragraph, at))
        for at, paragraph in enumerate(document.paragraphs)
        if "级)" in paragraph.text or "级(" in paragraph.text
    ]
    for at, table in enumerate(document.tables, 1):
        kind = _kind("".join([cell.text for cell in table.header]), "")
        places.append([tie for row in table.rows for tie in _beside(row, kind, -at) if tie.vocabulary != "colour"])
    return tuple(sorted([tie for ties in places for tie in _of_one(ties)], key=lambda tie: tie.span))


def _of_one(ties: Sequence[Tie]) -> Iterator[Tie]:
    """The ties of the vocabulary that a place uses most: 一般 belongs to two."""
    most = Counter(tie.vocabulary for tie in ties).most_common(1)
    return (tie for tie in ties if tie.vocabulary == most[0][0])


@fact("level-conflicts")
def level_conflicts(document: Document) -> tuple[Conflict, ...]:
    """The ties that contradict others of their kind, one entry a place, in order of place."""
    groups: dict[tuple[str, str], list[Tie]] = {}
    for tie in document.read(level_ties):
        groups.setdefault((tie.kind, tie.vocabulary), []).append(tie)
    found: list[Conflict] = []
    for ties in groups.values():
        shifts = Counter(tie.numeral - tie.rank for tie in ties)
        # Of two that are as frequent, the usual one: 特别重大 is level one.
        usual = max(shifts, key=lambda shift: (shifts[shift], shift == 0))
        right = [tie for tie in ties if tie.numeral - tie.rank == usual]
        pairs = {(tie.rank, tie.numeral) for tie in ties}
        wrong: dict[int, list[Tie]] = {}
        for tie in ties:
            if tie.numeral - tie.rank != usual and _is_contradicted(tie, pairs):
                wrong.setdefault(tie.place, []).append(tie)
        found += [Conflict(tuple(some), _model(some[0], right)) for some in wrong.values()]
    return tuple(sorted(found, key=lambda one: one.wrong[0].span))


def _is_contradicted(tie: Tie, pairs: set[tuple[int, int]]) -> bool:
    """Whether another tie gives its level another numeral, its numeral another level, or turns the order round."""
    return any(
        (tie.rank - rank) * (tie.numeral - numeral) < 0 or (tie.rank == rank) != (tie.numeral == numeral)
        for rank, numeral in pairs
    )


def _model(tie: Tie, right: Sequence[Tie]) -> Tie:
    """The tie that shows the contradiction best: of the same numeral, or of the same name."""
    return min(right, key=lambda other: (other.numeral != tie.numeral, other.rank != tie.rank, other.span))


def _in(paragraph: Paragraph, place: int) -> Iterator[Tie]:
    text = paragraph.text
    # 较严重(Ⅲ级): less than 严重.
    names = [name for name in names_in(text) if text[name.start - 1 : name.start] != "较"]
    near = ((one, other) for at, one in enumerate(names) for other in names[at + 1 : at + 4])
    for one, other in near:
        if (one.vocabulary == "numeral") == (other.vocabulary == "numeral") or other.start - one.end > _APART:
            continue
        between, closes = text[one.end : other.start], _CLOSES.match(text, other.end)
        joint = _TO_NAME if one.vocabulary == "numeral" else _TO_NUMERAL
        if not closes or not joint.match(between) or (closes["noun"] and other.vocabulary == "numeral"):
            continue
        sentence = text[text.rfind("。", 0, one.start) + 1 : one.start]
        kind = _kind(between + closes["noun"] + closes["behind"], sentence)
        yield _tie(
            one, other, kind, text[one.start : closes.start("behind")], paragraph.span(one.start, other.end), place
        )


def _kind(behind: str, before: str) -> str:
    """What is graded: the first word for it behind a level, else the last one before it."""
    after = _KIND.search(behind)
    words = [after[0]] if after else _KIND.findall(before)
    return _KINDS.get(words[-1], "event") if words else "event"


def _beside(row: Row, kind: str, place: int) -> Iterator[Tie]:
    if not any("级" in cell.text and len(cell.text) <= _APART for cell in row.cells):
        return
    for left, right in zip(row.cells, row.cells[1:], strict=False):
        pairs = [names_in(cell.text) for cell in (left, right)]
        whole = [len(some) >= 1 and some[0].words == cell.text for some, cell in zip(pairs, (left, right), strict=True)]
        if all(whole) and (pairs[0][0].vocabulary == "numeral") != (pairs[1][0].vocabulary == "numeral"):
            for one in pairs[0]:
                for other in pairs[1]:
                    yield _tie(one, other, kind, f"{left.text} {right.text}", left.paragraphs[0].span(), place)


def _tie(one: LevelName, other: LevelName, kind: str, words: str, span: Span, place: int) -> Tie:
    numeral, name = (one, other) if one.vocabulary == "numeral" else (other, one)
    return Tie(kind, name.vocabulary, name.rank, numeral.rank, words, span, place)
