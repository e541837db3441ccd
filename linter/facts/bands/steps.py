"""Names of steps that only heads, cells and lists give: 第一档, 二类, 类型3, A类, 甲等, 良好, 重度, 初犯, 低风险.

They name a level where they head something or open an item of a list; elsewhere they are words like others.
"""

import re

from linter.language import lexicon
from linter.language.numerals import ROMAN, chinese, roman
from linter.language.pattern import lazy

_RANKS = {
    word: (vocabulary, rank)
    for vocabulary, levels in lexicon.scales("steps").items()
    for rank, words in enumerate(levels, 1)
    for word in words
}
# Words that name a step where they are all that a cell holds.
_CELLS = {
    word: (vocabulary, rank)
    for vocabulary, levels in reversed(lexicon.scales("cells").items())
    for rank, words in enumerate(levels, 1)
    for word in words
}
_HAN = "一二三四五六七八九十"
_STEMS = "甲乙丙丁戊己"
_PATTERN = lazy(
    "(?P<word>" + "|".join(sorted(_RANKS, key=len, reverse=True)) + ")"
    rf"|(?P<ordinal>第(?P<n>[{_HAN}]{{1,2}}|\d{{1,2}})(?P<kind>[档类级等段]|层次|阶?梯[度次]?|区间))(?![的地别])"
    rf"|(?<![第\d.{_HAN}])(?P<short>(?P<m>[{_HAN}]|{ROMAN}|[1-9])(?P<sort>[档类等]|星级?))(?![奖似推级])"
    rf"|(?P<typed>(?P<form>类[型别]|档次|[等级阶][级别梯])(?P<k>[{_HAN}1-9]|{ROMAN}))(?![\d.])"
    r"|(?<![A-Za-z\d])(?P<letter>[A-F])(?P<of>类|档|等)"
    rf"|(?P<stem>[{_STEMS}])(?P<by>级|类|等|档)"
)
_SIGN = lazy(rf"[档类等段型星优良职标犯险期度格从免轻违阶层]|[{_STEMS}高中初]级|第.{{1,2}}级")


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
        return [(*_CELLS[words], start, start + len(words))]
    if len(words) == 1 and words in "ABCDEF":
        return [("letter", "ABCDEF".index(words) + 1, start, start + 1)]
    if len(words) == 1 and words in _STEMS:
        return [("stem", _STEMS.index(words) + 1, start, start + 1)]
    return []


def _named(match: re.Match[str]) -> tuple[str, int] | None:
    if match["word"]:
        return _RANKS[match["word"]]
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
        return chinese(words) if words[0] in _HAN else roman(words)
    except ValueError:
        return 0
