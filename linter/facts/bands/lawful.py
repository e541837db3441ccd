"""Fines of discretion beside the range that the law gives: a column 法定幅度 or 处罚依据 with a fine, a paragraph
法律依据 or one that ends in a colon, and the fines of the rows or paragraphs behind it.

Nothing says that a quoted law is all of the law; it is taken for the range of the steps behind it only where most of
these lie within it, and one of them begins or ends with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.facts.bands.amounts import Penalty, fines
from linter.facts.bands.model import GradedItem, items
from linter.facts.base import flow
from linter.language import NamedTuple, Number, lazy, lexicon
from linter.structure import Cell, Document, Paragraph, Part, Row, Table, fact
from linter.structure.columns import held

__all__ = ["beyond_law"]

_HEAD = r"法定[^,;。:]{0,6}(?:幅度|依据)|(?:处罚|法律)(?:依据|规定)"
_LAW_HEAD = lazy(_HEAD)
# 《城市绿化条例》第二十七条规定,处…罚款。
_CITED = r"(?:依据|根据)?《[^》]{2,40}》第[^,。;:]{1,10}条(?:规定)?[,:]"
_LAW = lazy(
    rf"^[^\w]?(?:[\d一二三四五六七八九十(). 、]{{0,4}})(?:{_HEAD})|【(?:{_HEAD})】|法定[^,;。:]{{0,6}}幅度为|^{_CITED}"
)
# 处2万元以上10万元以下罚款,裁量标准如下:
_LEADS = lazy(r"[:：]$|[:。](?:其中|具体)[^。]{0,8}:$")
# 可处1万元以上5万元以下罚款。情节轻微的,…; …罚款的,分三档执行:
_OPENS = lazy(
    r"(?:规定|法定|依照)[^。;]{0,60}罚款的?(?:。(?=(?:情节)?(?:轻微|较轻|一般)|首次)|[,。:](?:分[^。;,:]{0,12}|(?:具体)?裁量[^。;,:]{0,12})[:。])"
)
_ARTICLE = lazy(r"第[^\s条]{1,6}条")
_FINE = lazy(r"的?罚款")
_STEPS = 2
# The law of the row above, said so.
_SAME = frozenset(("同上", "同前", "〃", "″"))
_LABEL = lazy(r"[^。;]{0,24}:$")
# What may go below the range, and what is paid beside it or by the piece.
_BELOW = lazy("|".join(sorted(lexicon.members("BELOW_RANGE"))))
# A step under another law: 依照《…法》处…, 按哄抬价格处….
_ANOTHER = lazy("依照|依据|《|同时(?:构成|违反)|按照?[^,;。]{2,12}处")
_BY_PIECE = lazy(r"每[^,;。]{0,12}$|(?:累计|加处|另处|追加)[^,;。\d]{0,8}$")
_PAYERS = lazy("|".join(sorted(lexicon.members("PAYER"))))


class Beyond(NamedTuple):
    """A fine of discretion that leaves the range of the law, and the fine of the law that bounds it."""

    fine: Penalty
    lawful: Penalty


class _Law(NamedTuple):
    """The fines of one unit that a law gives, and the words in which it gives them."""

    fines: tuple[Penalty, ...]
    words: str

    @property
    def lowest(self) -> Penalty:
        """The fine with the lowest lower end, none at all before any."""
        return min(self.fines, key=lambda one: (one.values[0] is not None, one.values[0] or 0))

    @property
    def highest(self) -> Penalty:
        """The fine with the highest upper end, none at all behind any."""
        return max(self.fines, key=lambda one: (one.values[1] is None, one.values[1] or 0))


@fact("beyond-law")
def beyond_law(document: Document) -> tuple[Beyond, ...]:
    """The fines that leave the range which the law beside them gives, in order of place."""
    found: list[Beyond] = []
    for table in document.tables:
        found += _in_table(table)
    for part in document.parts if "罚款" in document.read(flow).text else ():
        found += _in_text(part)
    return tuple(sorted(found, key=lambda one: one.fine.span))


def _in_table(table: Table) -> Iterator[Beyond]:
    """The rows with one law, its cell merged or written out again, against it."""
    laws = [at for at, cell in enumerate(table.header) if _LAW_HEAD.search(cell.text)]
    told = [at for at, cell in enumerate(table.header) if at not in laws and "consequence" in held(cell.text)]
    if len(laws) != 1 or not told:
        return
    law: list[Penalty] = []
    words, head = "", table.header[laws[0]].text
    steps: list[Penalty] = []
    for row in table.rows:
        cell = _cell(row, laws[0], len(table.header))
        if cell and cell[0].text != words and cell[0].text not in _SAME:
            yield from _against(law, words, steps)
            words, steps = cell[0].text, []
            law = list(fines(_items(cell[0].paragraphs, head)))
        for at in told:
            step = _cell(row, at, len(table.header))
            said = "".join(cell.text for cell in row.cells if cell.text != words)
            if step and not _BELOW.search(said) and not _ANOTHER.search(step[0].text):
                steps += fines(_items(step[0].paragraphs, table.header[at].text))
    yield from _against(law, words, steps)


def _cell(row: Row, at: int, width: int) -> list[Cell]:
    """The cell of a column, if it has words; a row that lacks its first cells (merged above) is read from its end."""
    at -= width - len(row.cells)
    return [row.cells[at]] if 0 <= at < len(row.cells) and row.cells[at].text else []


def _items(paragraphs: Iterable[Paragraph], head: str) -> Iterator[GradedItem]:
    for paragraph in paragraphs:
        yield from items(paragraph, 0, head)


def _in_text(part: Part) -> Iterator[Beyond]:
    """A paragraph that gives the law, and those with fines right behind it, labels left out."""
    law: list[Penalty] = []
    steps: list[Penalty] = []
    words = ""
    for block in part.blocks:
        text = block.text if isinstance(block, Paragraph) else ""
        if law and _ARTICLE.match(text) and _ARTICLE.match(words):
            yield from _against(law, words, steps)  # another article, another law
            law, steps = [], []
        begins = "罚" in text and (_LAW.search(text) or _LEADS.search(text))
        own = list(fines(items(block))) if isinstance(block, Paragraph) and (begins or law) else []
        if isinstance(block, Paragraph) and "罚" in text and (said := _said(block)):
            yield from _against(*said)
        elif own and begins:
            yield from _against(law, words, steps)
            law, steps, words = own, [], text
        elif own and law:
            steps += own if not _BELOW.search(text) and not _ANOTHER.search(text) else []
        elif law and not _LABEL.fullmatch(text):
            yield from _against(law, words, steps)
            law, steps = [], []
    yield from _against(law, words, steps)


def _said(paragraph: Paragraph) -> tuple[list[Penalty], str, list[Penalty]] | None:
    """The law and its steps in one paragraph: 处1000元以上5000元以下罚款的,分三档执行:一档,1000元以上2000元以下;…."""
    opening = _OPENS.search(paragraph.text)
    if opening is None:
        return None
    law = [one for one in fines(items(paragraph)) if one.band.end <= opening.end()]
    steps = [
        Penalty("罚款", item, band)
        for item in items(paragraph, opening.end())
        for band in item.bands()
        if band.form != "bare" and not band.flaw and (band.end == item.end or _FINE.match(paragraph.text, band.end))
    ]
    return (law, paragraph.text[: opening.end()], steps) if law and len(steps) >= _STEPS else None


def _against(law: list[Penalty], words: str, steps: list[Penalty]) -> Iterator[Beyond]:
    """The steps that leave the range of a law which holds most of them."""
    for dimension in sorted({one.band.unit.dimension for one in law}):
        own = [one for one in law if one.band.unit.dimension == dimension]
        cases = [one for one in steps if one.band.unit.dimension == dimension]
        if not cases or any(map(_by_piece, (*own, *cases))):
            continue
        range_ = _Law(tuple(own), words)
        told = [beyond for one in cases if (beyond := _beyond(range_, one))]
        inside = len(cases) - len(told)
        if told and inside > len(told) - (len(told) == 1) and _joins(range_, cases):
            yield from told


def _by_piece(one: Penalty) -> bool:
    return _BY_PIECE.search(one.item.paragraph.text, one.item.start, one.band.start) is not None


def _joins(law: _Law, cases: list[Penalty]) -> bool:
    """Whether a step begins or ends with the range."""
    ends: set[tuple[int, Number | None]] = {(0, law.lowest.values[0]), (1, law.highest.values[1])}
    return any((side, one.values[side]) in ends for one in cases for side in (0, 1))


def _beyond(law: _Law, one: Penalty) -> Beyond | None:
    if not set(_PAYERS.findall(one.item.text)) <= set(_PAYERS.findall(law.words)):
        return None
    (low, high), least, most = one.values, law.lowest.values[0], law.highest.values[1]
    top, bottom = high if high is not None else low, low if low is not None else high
    if most is not None and top is not None and top > most:
        return Beyond(one, law.highest)
    if least is not None and bottom is not None and bottom < least:
        return Beyond(one, law.lowest)
    return None
