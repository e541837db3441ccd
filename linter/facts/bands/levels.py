"""Words that name levels (特别重大, Ⅱ级, 橙色, 大型, 较重), and the paragraphs that they head.

Names of steps that only heads, cells and lists give: 第一档, 二类, 类型3, A类, 甲等, 良好, 重度, 初犯, 低风险.

They name a level where they head something or open an item of a list; elsewhere they are words like others.
"""

from __future__ import annotations

import re

from linter.language import ROMAN, NamedTuple, chinese, lazy, lexicon, ordinal, remembered, roman

__all__ = ["LevelName", "names_in"]

_HAN = "一二三四五六七八九十"
# A word and, in each of its vocabularies, its rank.
_RANKS: dict[str, list[tuple[str, int]]] = {}
for _vocabulary, _levels in lexicon.scales("levels").items():
    for _rank, _words in enumerate(_levels, 1):
        for _word in _words:
            _RANKS.setdefault(_word, []).append((_vocabulary, _rank))
# AAA, AA, A, BBB: a lone letter may be one of these, or of A, B, C.
_CREDIT = {
    word.removesuffix("级"): rank for rank, words in enumerate(lexicon.scales("cells")["credit"], 1) for word in words
}
_WORD = lazy(
    r"(?P<event>{DEGREE}(?<!较重大)(?<!特大(?=型))(?<!一般(?=[而性不]|地(?![震质])))|{SEVERITY}|特?[大中小]型|[红橙黄蓝]色)"
    rf"|(?P<numeral>{ROMAN}|(?<![第\d.{_HAN}])[{_HAN}\d])级(?!以[上下]|{{RANKED}})"
    r"|(?<![A-Za-z])(?P<letter>A{1,3}|B{1,3}|C{1,3}|[DE])级"
)
# A cheap test: most paragraphs name no level.
_SIGNS = lazy(r"[级般色型轻]|[重较特]大|严重|较重")
_HEAD_END = lazy(r"[,:;。]|是指|指(?![挥标导数南])")
# 未达到特别重大事件的,为重大事件: a level named only to be ruled out.
_RULED_OUT = lazy(r"(?:[未不][达构属][到成于]?|除)[^,]{0,8}$")
_TAIL = lazy(r"(?:的?,?)?(?:{COPULA}|启动|发布|进入)")
_NAMED = lazy(r"{COPULA}|启动|发布|进入")
_EMPTY = lazy(r"[()（）\d\s、/“”\"]|及?以上|及?以下|标准|条件")
_MAX_HEAD = 36
_MAX_LIST_HEAD = 90
_MAX_CELL = 30
# A step heads a line from its beginning on: 中度精神发育迟滞, 情节较轻的, not 参加第一类培训.
_MAX_LEAD = 2


class LevelName(NamedTuple):
    """A level as named: its vocabulary, its rank in it from 1 (worst), its words and their place."""

    vocabulary: str
    rank: int
    words: str
    start: int
    end: int


class LevelHead(NamedTuple):
    """The head of a level: the names in it, what remains of it without them, and where its content begins."""

    names: tuple[LevelName, ...]
    rest: str
    start: int
    end: int


def names_in(text: str, start: int = 0, end: int | None = None) -> list[LevelName]:
    """The level names in a stretch of text, in order. 一般 and A级 belong to two vocabularies and are given in both."""
    found: list[LevelName] = []
    end = len(text) if end is None else end
    if not _SIGNS.search(text, start, end):
        return found
    for match in _WORD.finditer(text, start, end):
        found += _names(match)
    return found


def _names(match: re.Match[str]) -> list[LevelName]:
    start, end = match.span()
    if match["event"]:
        word = match["event"]
        return [LevelName(vocabulary, rank, word, start, end) for vocabulary, rank in _RANKS.get(word, ())]
    if match["letter"]:
        words = match["letter"]
        credit = [LevelName("credit", _CREDIT[words], match[0], start, end)] if words in _CREDIT else []
        single = [LevelName("letter", "ABCDE".index(words) + 1, match[0], start, end)] if len(words) == 1 else []
        return single + credit
    words = match["numeral"]
    if words in _HAN:
        return [LevelName("numeral", ordinal(words), match[0], start, end)]
    try:
        rank = int(words) if words.isdigit() else roman(words)
    except ValueError:
        return []
    return [LevelName("numeral", rank, match[0], start, end)] if 1 <= rank <= 10 else []


def steps_in(text: str, start: int = 0, end: int | None = None) -> list[LevelName]:
    """The steps of other vocabularies (第一档, 良好, 重度) in a stretch of text, which heads and lists alone name."""
    return [
        LevelName(vocabulary, rank, text[first:last], first, last)
        for vocabulary, rank, first, last in step_names(text, start, end)
    ]


@remembered(4096)
def cell_names(text: str) -> tuple[LevelName, ...]:
    """The levels that a short cell names as its head or as a whole: 一般, 轻微违法, 第二档, 优, A."""
    if not text or len(text) > _MAX_CELL:
        return ()
    head = head_of(text)
    whole = [LevelName(kind, rank, text[first:last], first, last) for kind, rank, first, last in whole_cell(text)]
    return (*head.names, *whole) if head else tuple(whole)


@remembered(4096)
def head_of(text: str, start: int = 0) -> LevelHead | None:
    """The level that a paragraph heads, from ``start`` on (behind its mark).

    特别重大事件:…, Ⅰ级响应, 符合下列条件之一的,启动Ⅱ级响应: — the name stands before the first stop, or in the last
    clause of a paragraph that announces a list, or that is one condition (死亡30人以上的,为特别重大事故;). Words that
    name two levels (较大和一般事件) head neither.
    """
    words = text[start : start + _MAX_HEAD]
    if not _SIGNS.search(words) and not may_name_step(words) and not text.endswith((":", "。", ";")):
        return None
    stop = _HEAD_END.search(words)
    if stop is None and len(text) - start > _MAX_HEAD:
        return None
    first, last, behind = 0, stop.start() if stop else len(words), stop.end() if stop else len(words)
    names = [name for name in names_in(words[:last]) if not _RULED_OUT.search(words, 0, name.start)]
    steps = [name for name in steps_in(words, 0, last) if name.start <= _MAX_LEAD]
    # 严重干旱, 一般处罚: a longer word that names a step.
    names = [step for step in steps if any(step.start <= one.start < step.end for one in names)] or names or steps
    if not names:
        words = text[start:].rstrip(":;。 ")
        first = words.rfind(",") + 1
        tail = _tail(words, first, announces=text.endswith(":"))
        if tail is None:
            return None
        first, last = tail.end(), len(words)
        behind = len(text) - start if text.endswith(":") else 0
        names = names_in(words, first)
    if not names or any(one.vocabulary == names[0].vocabulary and one.rank != names[0].rank for one in names):
        return None
    rest = _rest(words, names, first, last)
    shifted = tuple(name._replace(start=name.start + start, end=name.end + start) for name in names)
    return LevelHead(shifted, rest, start + first, start + behind)


def _tail(words: str, first: int, *, announces: bool) -> re.Match[str] | None:
    """The verb before the level in the last clause of words that announce a list, or that are a whole condition."""
    if not 0 < first < len(words) <= _MAX_LIST_HEAD:
        return None
    if announces:
        return _TAIL.match(words, first)
    return _NAMED.match(words, first) if ";" not in words and "。" not in words else None


def _rest(text: str, names: list[LevelName], start: int, end: int) -> str:
    words = []
    at = start
    for name in names:
        if name.start >= at:
            words.append(text[at : name.start])
        at = max(at, name.end)
    return _EMPTY.sub("", "".join([*words, text[at:end]]))


_STEP_RANKS = {
    word: (vocabulary, rank)
    for vocabulary, levels in lexicon.scales("steps").items()
    for rank, words in enumerate(levels, 1)
    for word in words
}
# Words that name a step where they are all that a cell holds: 中 stands below 良, and below 高.
_CELLS: dict[str, list[tuple[str, int]]] = {}
for _vocabulary, _levels in lexicon.scales("cells").items():
    for _rank, _words in enumerate(_levels, 1):
        for _word in _words:
            _CELLS.setdefault(_word, []).append((_vocabulary, _rank))
_STEP_HAN = "一二三四五六七八九十"
_STEMS = "甲乙丙丁戊己"
_PATTERN = lazy(
    "(?P<word>" + "|".join(sorted(_STEP_RANKS, key=len, reverse=True)) + ")"
    rf"|(?P<ordinal>第(?P<n>[{_STEP_HAN}]{{1,2}}|\d{{1,2}})(?P<kind>[档类级等段]|层次|阶?梯[度次]?|区间))(?![的地别])"
    rf"|(?<![第\d.{_STEP_HAN}])(?P<short>(?P<m>[{_STEP_HAN}]|{ROMAN}|[1-9])(?P<sort>[档类等]|星级?))(?![奖似推级])"
    rf"|(?P<typed>(?P<form>类[型别]|档次|[等级阶][级别梯])(?P<k>[{_STEP_HAN}1-9]|{ROMAN}))(?![\d.])"
    r"|(?<![A-Za-z\d])(?P<letter>[A-F])(?P<of>类|档|等)"
    rf"|(?P<stem>[{_STEMS}])(?P<by>级|类|等|档)"
)
_SIGN = lazy(rf"[档类等段型星优良职标犯险期度格从免轻违阶层旱罚]|[{_STEMS}高中初]级|第.{{1,2}}级")


def may_name_step(text: str) -> bool:
    """Whether a text can name a step: a cheap test before ``step_names``."""
    return _SIGN.search(text) is not None


def step_names(text: str, start: int = 0, end: int | None = None) -> list[tuple[str, int, int, int]]:
    """Vocabulary, rank from 1, and range of each step named in a stretch of text, in order."""
    end = len(text) if end is None else end
    if not _SIGN.search(text, start, end):
        return []
    found = []
    for match in _PATTERN.finditer(text, start, end):
        named = _named(match)
        if named:
            found.append((*named, *match.span()))
    return found


def whole_cell(text: str) -> list[tuple[str, int, int, int]]:
    """The step that the whole text of a cell names: 优, 高, A, 甲, 1档."""
    words = text.strip()
    start = text.find(words) if words else 0
    if words in _CELLS:
        return [(*named, start, start + len(words)) for named in _CELLS[words]]
    if len(words) == 1 and words in "ABCDEF":
        return [("letter", "ABCDEF".index(words) + 1, start, start + 1)]
    if len(words) == 1 and words in _STEMS:
        return [("stem", _STEMS.index(words) + 1, start, start + 1)]
    return []


def _named(match: re.Match[str]) -> tuple[str, int] | None:
    if match["word"]:
        return _STEP_RANKS[match["word"]]
    if match["letter"]:
        return f"letter:{match['of']}", "ABCDEF".index(match["letter"]) + 1
    if match["stem"]:
        return f"stem:{match['by']}", _STEMS.index(match["stem"]) + 1
    words, kind = (
        (match["n"], match["kind"]) if match["ordinal"] else (match["m"], match["sort"]) if match["short"]
        else (match["k"], match["form"])
    )  # fmt: skip
    rank = _value(words)
    return (f"ordinal:{kind}", rank) if rank else None


def _value(words: str) -> int:
    """The number of a step; 0 for what is none."""
    try:
        if words.isdigit():
            return int(words)
        return chinese(words) if words[0] in _STEP_HAN else roman(words)
    except ValueError:
        return 0
