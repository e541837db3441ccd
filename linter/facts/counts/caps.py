"""Caps and the amounts they hold: 发明专利每项计30分,实用新型计10分,本项最高不超过20分; a column 最高分 beside the
points it caps; 起付线 and 封顶线 of one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.facts.base import Flow, flow
from linter.facts.counts.terms import read
from linter.language import ARABIC, NamedTuple, Span, lazy
from linter.structure import Cell, Document, Table, fact

__all__ = ["broken_caps"]

_NUMBER = rf"(?P<n>{ARABIC}) ?(?P<u>亿元|万元|元|分(?!钟))"
_CAP = lazy(
    rf"[,;。(](?:[本该此单每同][^,。;:、\d]{{1,5}})?(?:累计|合计|总[分额])?最[高多][^,。;:、\d]{{0,2}}"
    rf"(?:不(?:得|应)?超过|为)?{_NUMBER}(?=[,。;)\n])"
)
# What is given or counted for one case.
_PART = lazy(
    rf"(?:每[^,。;:、\d]{{1,4}})?(?:[计加得记]|奖励|补[助贴]|给予)(?:[^,。;:、\d]{{0,4}}?){_NUMBER}(?=[,。;、的奖补])"
)
# 每日最高计收300元, 单笔最高减120元: each amount for the same thing, or behind the same word, is under such a cap.
_SAME = lazy(
    rf"[,;。](?P<each>[单每][^,。;:、\d]{{1,4}}?)最[高多](?:不(?:得|应)?超过)?(?P<verb>[^,。;:、\d不]{{0,3}}){_NUMBER}(?=[,。;)\n])"
)
_ANY = lazy(rf"(?P<lead>[^,。;:、\d]{{1,12}}){_NUMBER}(?!{{BOUND_BEHIND}}|的)")
# What a single case is given, and what all of them are: 单个展位最高补助3万元,同一企业全年最高不超过2万元.
_SINGLE = lazy(
    rf"[单每][个项次户场件台套家名人月季][^,。;:\d]{{0,12}}(?:奖励|[补罚][助贴款]|给予|最高|不(?:得|应)?超过){_NUMBER}"
)
_ALL = lazy(
    rf"[,;](?:(?:同一|每个?|单个?)[^,。;:、\d]{{2,6}}?)?(?:全年|累计|合计|总额?)[^,。;:、\d]{{0,4}}(?:最高)?(?:不(?:得|应)?超过|(?<=最高)){_NUMBER}"
)
# What a cap may well cut: instalments, and what is paid in several years.
_CUT = lazy(r"分[\d一二三四五六七八九十两]?[期年次批]|[逐每]年|年度|首(?:期|次[拨兑发支])")
_CAPPED = lazy("总额|最高")
_FLOOR = lazy(rf"起付(?:线|标准|额)(?:为|是|:)?{_NUMBER}")
_CEILING = lazy(rf"(?:封顶线|最高支付限额)(?:为|是|:)?{_NUMBER}")
_EACH_PERSON, _OF_PERSON = lazy("[每单同][个一]?[人名位员]|个人"), lazy("[人名位员者生]")
_SENTENCE_ENDS = ("。", "\n")
_REACH = 300
_LEAST = 2
_CAP_HEAD = lazy(r"^(?:最高[分限]|上限|封顶)[值额]?(?:\([^()]{0,8}\))?$")
_CAP_CELL = lazy(r"(?P<n>\d{1,4}(?:\.\d)?)分?$")
_POINTS = lazy(r"(?<![\d.])(?P<n>\d{1,4}(?:\.\d)?) ?分(?!钟)")
_DEDUCTED = lazy(r"[扣减]|每")
_IN_MONEY = {"万元": 10**4, "亿元": 10**8}


class BrokenCap(NamedTuple):
    """A cap that one of the amounts under it exceeds: both in words, with their places."""

    words: str
    span: Span
    part: str
    part_span: Span


@fact("broken-caps")
def broken_caps(document: Document) -> tuple[BrokenCap, ...]:
    """The caps of a document that a single amount under them exceeds, in order of place."""
    stream = document.read(flow)
    found: list[BrokenCap] = []
    if "最高" in stream.text or "最多" in stream.text:
        found += _in_sentences(stream)
        found += _of_the_same(stream)
    if "最高" in stream.text or "超过" in stream.text:
        found += _in_all(stream)
    if "起付" in stream.text:
        found += _floors(stream)
    for table in document.tables:
        columns = [at for at, cell in enumerate(table.header) if _CAP_HEAD.search(cell.text.replace(" ", ""))]
        if len(columns) == 1:
            found += _in_rows(table, columns[0])
    return tuple(sorted(found, key=lambda one: one.span))


def _in_sentences(stream: Flow) -> Iterator[BrokenCap]:
    """A cap at the end of a list of amounts, the greatest of which no cap below it could ever pay."""
    text = stream.text
    for cap in _CAP.finditer(text):
        start = _begin(text, cap.start(), _SENTENCE_ENDS)
        parts = [one for one in _PART.finditer(text, start, cap.start() + 1) if one["u"][-1] == cap["u"][-1]]
        # 每镇补助总额最高100万元,单个项目最高40万元: another cap is no part.
        parts = [
            one for one in parts if _is_for(text, one, cap) and not {"总额", "最高"} <= set(_CAPPED.findall(one[0]))
        ]
        if len(parts) < _LEAST or _CUT.search(text, start, cap.end()):
            continue
        most = max(parts, key=_worth)
        if _worth(most) > _worth(cap) >= min(map(_worth, parts)):
            yield _told(stream, cap, most)


def _of_the_same(stream: Flow) -> Iterator[BrokenCap]:
    """每日100元,…每日300元,…每日最高250元: amounts for the same thing, the greatest of which no such cap could pay."""
    text = stream.text
    for cap in _SAME.finditer(text):
        start = _begin(text, cap.start(), _SENTENCE_ENDS)
        amounts = [one for one in _ANY.finditer(text, start, cap.start() + 1) if one["u"][-1] == cap["u"][-1]]
        led = cap["verb"] or "每" + cap["each"][1:]
        parts = [
            one
            for one in amounts
            if one["lead"].endswith(led) or (cap["each"][0] == "每" and cap["each"] in one["lead"])
        ]
        if len(parts) < _LEAST or _CUT.search(text, start, cap.end()):
            continue
        most = max(parts, key=_worth)
        if _worth(most) > _worth(cap) >= min(map(_worth, parts)):
            yield _told(stream, cap, most)


def _begin(text: str, end: int, marks: tuple[str, ...]) -> int:
    """Where the stretch begins whose end is given, behind the last of the marks."""
    first = max(0, end - _REACH)
    return max(first, *[text.rfind(mark, first, end) + 1 for mark in marks])


def _in_all(stream: Flow) -> Iterator[BrokenCap]:
    """A cap on all that one receives, below what a single case gives it."""
    text = stream.text
    for cap in _ALL.finditer(text):
        start = _begin(text, cap.start(), _SENTENCE_ENDS)
        parts = [one for one in _SINGLE.finditer(text, start, cap.start()) if one["u"][-1] == cap["u"][-1]]
        parts = [one for one in parts if _is_for(text, one, cap)]
        most = max(parts, key=_worth, default=None)
        several = len(parts) > 1 and _worth(cap) < min(map(_worth, parts))
        if most and not several and _worth(most) > _worth(cap) and not _CUT.search(text, start, cap.start()):
            yield _told(stream, cap, most)


def _is_for(text: str, part: re.Match[str], cap: re.Match[str]) -> bool:
    """Whether a cap for each person may hold an amount: not that of a body (对集体奖励5万元,每人最高5000元)."""
    if not _EACH_PERSON.search(cap[0]):
        return True
    begin = max(text.rfind(mark, max(0, part.start() - _REACH), part.start()) for mark in ",;。、\n") + 1
    return _OF_PERSON.search(text, begin, part.start("n")) is not None


def _floors(stream: Flow) -> Iterator[BrokenCap]:
    """起付线为3000元,…封顶线为2000元: what is paid begins above where it ends."""
    text = stream.text
    for floor in _FLOOR.finditer(text):
        end = min(at for at in (text.find("。", floor.end()), text.find("\n", floor.end()), len(text)) if at >= 0)
        ceilings = list(_CEILING.finditer(text, floor.end(), end))
        if len(ceilings) == 1 and not _FLOOR.search(text, floor.end(), end) and _worth(ceilings[0]) <= _worth(floor):
            yield _told(stream, ceilings[0], floor)


def _worth(match: re.Match[str]) -> int:
    value = read(match["n"])
    return value[0] * _IN_MONEY.get(match["u"], 1) if value else 0


def _told(stream: Flow, cap: re.Match[str], part: re.Match[str]) -> BrokenCap:
    ends = (cap.start("n"), cap.end("u")), (part.start("n"), part.end("u"))
    words, other = (stream.text[start:end] for start, end in ends)
    return BrokenCap(words, stream.span(*ends[0]), other, stream.span(*ends[1]))


def _in_rows(table: Table, column: int) -> Iterator[BrokenCap]:
    """大专10分,本科20分,硕士30分 beside a 最高分 of 20."""
    for row in table.rows:
        cap = _CAP_CELL.match(row.cells[column].text.replace(" ", "")) if column < len(row.cells) else None
        if cap is None:
            continue
        for cell in row.cells[:column]:
            yield from _in_cell(row.cells[column], float(cap["n"]), cell)


def _in_cell(place: Cell, cap: float, cell: Cell) -> Iterator[BrokenCap]:
    if len(cell.paragraphs) != 1 or _DEDUCTED.search(cell.text):
        return
    text = cell.paragraphs[0].text
    parts = list(_POINTS.finditer(text))
    if len(parts) < _LEAST or not parts:
        return
    most = max(parts, key=lambda one: float(one["n"]))
    if float(most["n"]) > cap >= min(float(one["n"]) for one in parts):
        yield BrokenCap(place.text, place.paragraphs[0].span(), most[0], cell.paragraphs[0].span(*most.span()))
