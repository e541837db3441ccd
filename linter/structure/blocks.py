"""Join lines into paragraphs: recognised text breaks them at line, column and page ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from linter.language import lazy, vocabulary
from linter.structure.lines import Line
from linter.structure.marks import Found
from linter.structure.sorts import ALONE, Judged, Sort, judge

_CLOSED = tuple("。!?;:…")
_CLOSED_QUOTED = lazy(r"[。!?;…][”’」』)》]$")
_OPEN = tuple(",、(《“〔—")
_VERSION = lazy(r"\({VERSION}\)$")
_INNER = lazy(r"[,、。;]")
_BRACKETED = lazy(r"\([^()]*\)")
# 某局关于公布继续有效、废止文件目录的公告: a title, whatever stands in it, that the text does not go on with.
_NOTICE = lazy(r"[^,。;:《》]{0,60}关于[^,。;:《》]{2,90}的(?:通知|意见|决定|{OFFICIAL})")
# Words that no sentence ends with: a number behind them at a line's start is spoken of, and begins no item.
_LEADS_ON = lazy(r"(?:{LEADS_ON}|[第至]|[^;,]{6}(?:(?<!参)与|(?<![总饱])和|(?<![普涉])及|或者?))$")
# A line that breaks off in a row of numbers: 公路的一、二、
_COUNTING = lazy(r"[^\n][一二三四五六七八九十]、$")
# No such words are longer, the six characters before them counted.
_LAST = 16
# Two numbers of a row at the head of a line: 一、二级的.
_NUMBERS = lazy("[一二三四五六七八九十]、[一二三四五六七八九十]")
_BULLET = lazy(r"[\-—·*>注※▲●]")
# 1994年2月27日财政部发布, 1997年7月3日财政部修改: lines of a history, a paragraph each.
_DATED = lazy(r"\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日")
_APART = lazy(r"[(《“〔‘\-—·*>注※▲●]")


# A line so much above the width is a paragraph; wrapped text has fewer of them than one line in so many.
_ABOVE, _FEW = 8, 10
# A paragraph of more characters is told by so many of its last ones.
_LOOK = 2000


class Draft:
    """A paragraph or a table in the making: its lines, and the mark its first line begins with."""

    __slots__ = ("_judged", "_text", "lines", "tabular")

    def __init__(self, lines: list[Line], tabular: bool = False) -> None:
        self.lines = lines
        self.tabular = tabular
        self._text: str | None = None
        self._judged: Judged | None = None

    @property
    def text(self) -> str:
        """The words of all lines, for judging; the paragraph proper is built from ranges."""
        if self._text is None:
            self._text = self.lines[0].text if len(self.lines) == 1 else "".join([line.text for line in self.lines])
        return self._text

    @property
    def tail(self) -> str:
        """The words of its last lines, of a long one no more than a look at its end needs."""
        taken: list[str] = []
        size = 0
        for line in reversed(self.lines):
            taken.append(line.text)
            size += len(line.text)
            if size >= _LOOK:
                break
        return "".join(reversed(taken))

    @property
    def judged(self) -> Judged:
        """What its words are: the judgement of its line, or one of the lines joined."""
        if len(self.lines) == 1:
            return self.lines[0].judged
        if self._judged is None:
            self._judged = judge(self.text, tabular=self.tabular)
        return self._judged

    @property
    def ends_title(self) -> bool:
        """Whether its words end as titles do, a note on the version behind them or not: 细则(试行)."""
        if self.judged.ends_title or not self.text.endswith(")"):
            return self.judged.ends_title
        return judge(_VERSION.sub("", self.text)).ends_title

    @property
    def sort(self) -> Sort:
        """The one sort it is of."""
        return "row" if self.tabular else self.judged.sort

    @property
    def mark(self) -> Found | None:
        """The mark its first line begins with."""
        return None if self.tabular else self.lines[0].mark

    def add(self, line: Line) -> None:
        """Go on with another line."""
        self.lines.append(line)
        self._text = self._judged = None


def join(lines: Sequence[Line]) -> list[Draft]:
    """Group lines into paragraphs and tables, in order."""
    width = wrap_width(lines)
    drafts: list[Draft] = []
    expected: dict[str, tuple[int, ...]] = {}
    for at, line in enumerate(lines):
        last = drafts[-1] if drafts else None
        if line.tabular or (last and last.tabular and _inside_table(lines, at)):
            if last and last.tabular and line.gap == 0:
                last.add(line)
            else:
                drafts.append(Draft([line], tabular=True))
            continue
        if last and not last.tabular and not _signs(lines, at) and _continues(last, line, expected, width):
            last.add(line)
            continue
        if mark := line.judged.mark:
            expected[mark.scheme] = mark.value
        drafts.append(Draft([line]))
    return drafts


def _signs(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands above a date alone on its line, as a signature does."""
    return at + 1 < len(lines) and lines[at + 1].sort == "date"


def wrap_width(lines: Sequence[Line]) -> int:
    """The width of hard-wrapped text in code points; 0 if lines are whole paragraphs.

    Lines that end without a stop are wrapped, or headings between whole paragraphs: then other lines are far longer.
    """
    close = [line for line, after in pairwise(lines) if after.gap == 0 and not line.tabular and not line.heading]
    lengths = sorted(len(line.text) for line in close if not line.text.endswith(_CLOSED))
    if len(lengths) < 5:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    if sum(1 for line in close if len(line.text) > width + _ABOVE) * _FEW > len(close):
        return 0
    near = sum(1 for length in lengths if abs(length - width) <= 4)
    return width if 12 <= width <= 80 and near * 3 >= len(lengths) and near > 2 else 0


def _inside_table(lines: Sequence[Line], at: int) -> bool:
    """A line without tabs between rows without a gap is a row of one cell."""
    line = lines[at]
    after = lines[at + 1] if at + 1 < len(lines) else None
    return line.gap == 0 and after is not None and after.tabular and after.gap == 0


def _continues(last: Draft, line: Line, expected: dict[str, tuple[int, ...]], width: int) -> bool:
    """Whether a line goes on with the paragraph before it."""
    before = last.lines[-1]
    tail = before.text
    if line.heading or before.heading or line.gap > 2 or tail.endswith(_CLOSED) or _CLOSED_QUOTED.search(tail):
        return False
    if tail.endswith(")") and _ends_aside(last.tail):
        return False
    if line.gap and _DATED.match(line.text) and _DATED.match(last.lines[0].text):
        return False
    if line.sort in ALONE or before.sort in ALONE or before.judged.ends_date or line.judged.labelled:
        return False
    led = any(words.search(tail, max(0, len(tail) - _LAST)) for words in (_LEADS_ON, _COUNTING))
    mark = line.judged.mark
    if mark and not (led or _is_citation(mark, tail, expected) or _out_of_turn(mark, line, before, expected, width)):
        return False
    return led or tail.endswith(_OPEN) or _prose(last, line, width)


def _ends_aside(text: str) -> bool:
    """Whether the bracket that ends a text stands behind a finished sentence: 分级加倍扣分。(另行规定的除外)."""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if not depth:
            return text.endswith(_CLOSED, 0, at)
    return False


def _is_citation(mark: Found, tail: str, expected: dict[str, tuple[int, ...]]) -> bool:
    """第三条 at a line's start goes on with an open sentence unless it is the next article."""
    # Chapters and divisions begin again at the first under each heading above them.
    if mark.scheme != "article" and (mark.scheme not in ("chapter", "division") or mark.value[0] == 1):
        return False
    before = expected.get(mark.scheme, (0,))
    return mark.value[0] != before[0] + 1 and mark.value[0] != before[0] and len(tail) > 12


def _out_of_turn(mark: Found, line: Line, before: Line, expected: dict[str, tuple[int, ...]], width: int) -> bool:
    """Whether a figure begins a line because the page ended before it: the line above is full, the figure not due.

    Or it is part of a word or a row that began above: 建设统|一、开放的市场, 按标准,|一、二级的.
    """
    if not width or line.gap or len(before.text) < width - 2:
        return False
    due = mark.value[0] in (1, expected.get(mark.scheme, (0,))[0] + 1)
    if mark.scheme == "chinese":
        parted = vocabulary.known(before.text[-1] + line.text[0]) and _INNER.search(before.text) is not None
        return parted or (before.text.endswith((",", "、")) and (not due or _NUMBERS.match(line.text) is not None))
    return mark.scheme in ("arabic", "arabic-paren") and not due


def _prose(last: Draft, line: Line, width: int) -> bool:
    """Whether the words so far read as running text that is not yet finished."""
    before = last.lines[-1]
    if line.gap == 0 and width:
        return len(before.text) * 4 >= width * 3 and not _BULLET.match(line.text)
    if _APART.match(line.text):
        return False
    whole = last.tail
    mark = last.lines[0].judged.mark
    inner = bool(_INNER.search(_BRACKETED.sub("", whole[mark.length :]) if mark else whole))
    if line.gap == 0:
        return inner and len(before.text) >= 12
    if last.mark and not inner:
        return False
    if len(last.lines) > 1 and before.gap == 0 and len(last.lines[0].text) >= 18:
        # A short last line ends a wrapped paragraph, unless a single character was left over.
        ended = 2 < len(before.text) < 12
        return not ended and not last.judged.ends_title
    titled = last.judged.ends_title and _NOTICE.fullmatch(whole)
    return not titled and len(whole) >= 15 and inner and not (last.judged.ends_title and not _INNER.search(before.text))
