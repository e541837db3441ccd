"""汉字、标点之间夹着一个多余的空格，而全文别处没有。

依据 文件自身：全文汉字连排，词语别处不空格；GB/T 15834-2011 5.1.1：点号居左偏下，占一个字位置，紧跟在文字之后。
说明 “小型 企业”“（ 三）”“证实 。”多是修改、粘贴时留下的，排版后多出一格，检索不到整个词。
限度 句号后面的（多是两段连成了一段）、主题词之间的不报。
词语中间的，空格两边连起来是一个词，或者同样的四个字别处连写，才报；点号前后、括号里序号旁边的都报。
全文这样的空格多于两处是转换所致，不报；机关名称之间、书名号里、留着填写的不看。

Summary A single space stands inside a word or beside a mark, and nowhere else in the document.
Basis The document sets Chinese text solid; GB/T 15834-2011 5.1.1: a stop follows its words at once.
Why 小型 企业, （ 三） and 证实 。 are left by an edit; a search for the word does not find it.
Limits Not behind a full stop, where conversion joined two paragraphs, nor in the line of keywords.
Between words only where both sides make a word or stand together elsewhere; more than two such spaces come of
a conversion; names of bodies side by side, titles and blanks to be filled in are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from re import Match

from linter.facts.base import flow
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check, mend, needs, see
from linter.language import VOID, NamedTuple, lazy, lexicon, vocabulary

_HAN = "\u4e00-\u9fff"
# Inside a word, behind a mark, before a stop, beside the number of an item. Behind 。 conversion joined two paragraphs.
_SPACE = lazy(
    f" (?:(?P<word>(?<=[{_HAN}]{{2}} )(?=[{_HAN}]{{2}}))|(?<=[，；、] )(?=[{_HAN}“])"
    f"|(?<=[{_HAN}\\d）”] )(?=[，；。、])"
    "|(?<=[（(] )(?=[一二三四五六七八九十\\d]+[）)])|(?<=[（(][一二三四五六七八九十] )(?=[）)]))"
)
# A stop between two spaces is the end of a cell.
_CELL = lazy(f" [，；、。] [{_HAN}]")
# A figure set apart from words: 第 39号, 2024 年.
_FIGURE = lazy(f" (?:(?<=\\d )(?=[{_HAN}])|(?<=[{_HAN}] )(?=\\d))")
_POINTS = frozenset("，；。、：")
# What ends the name of a body, and what is filled in before a word: the space is meant.
_MEANT = lexicon.members("SPACED_CHARACTER")
# The line of keywords sets them apart by spaces.
_KEYWORDS = ("主题词", "关键词")
# More than this in a document are the way of its source, and so are as many beside figures.
_MOST, _MOST_FIGURES = 2, 20
# The number at the head of a line: 第三条, 十一、.
_NUMBER = lazy(r"(?:第[\d一二三四五六七八九十百零○〇]+[编章节条]|[（(]?[\d一二三四五六七八九十]+[）)]?[、，.]?)$")
# Such a number has no more characters.
_NUMBER_REACH = 12
# The weight of words that are common.
_COMMON = 7.0
# Characters quoted on each side of the space.
_SHOWN = 5


class _Line(NamedTuple):
    """A line of the document, read once: its bounds, where its words begin, whether a stop stands in it."""

    start: int
    end: int
    head: int
    pointed: bool


@check(
    code="FM028",
    name="stray-space",
    severity="note",
    reads=(flow,),
    holds=" ",
    norm="GB/T 15834-2011 5.1.1",
    strength="must",
    needs=needs("marks", script="simplified", silent=("transcript", "dialogue", "form")),
    message={
        "zh": "“{words}”里的空格多余{count:|，共#处}",
        "en": "the space of “{words}” does not belong there{count:| (# places)}",
    },
    examples=(
        Bad(
            "第五条 小型企业可以申报。\n\n第六条 属于小型[[ ]]企业的，可以免费。\n",
            fixed="第五条 小型企业可以申报。\n\n第六条 属于小型企业的，可以免费。\n",
        ),
        Bad("第三条 申请人由符合条[[ ]]件的人担任。\n"),
        Bad("第三条 申请人应当当场书面证实[[ ]]。\n"),
        Bad("一、评审程序，分为三步：（一）申报；（二）初审；（[[ ]]三）公示。\n"),
        Good("第一条 申请人由符合条 件的人担任。\n" + "第二条 本办法自2024 年 5 月 6 日起施行，有效期 5 年。\n" * 4),
        Good("第一条 填报材料，见表2。 第4部分：名称。\n\n主题词：精品课程 管理办法，通知\n\n第二条 制定管理办法。\n"),
        Good("第一章 总则\n\n一、 目标，两项。\n\n（一） 任务，三项。\n\n联系人： 张华\n\n项目 内容\n"),
    ),
)
def stray_space(document: Document, options: Options) -> Findings:
    """One finding at the first stray space, the others related."""
    raw = document.text.shown
    found = list(islice(_strays(document, raw), _MOST + 1))
    if not found or len(found) > _MOST or _came_with_spaces(document, raw):
        return
    spans = [Span(*match.span()) for match in found if match["word"] is None or _is_proved(raw, match.start())]
    if not spans:
        return
    related = [see(span, "另一处空格", "another space") for span in spans[1:]]
    first = spans[0]
    words = raw[max(0, first.start - _SHOWN) : first.end + _SHOWN].strip()
    args = {"words": " ".join(words.split()), "count": len(spans)}
    yield Finding(first, args, tuple(related), mend("safe", first, ""))


def _came_with_spaces(document: Document, raw: str) -> bool:
    """Whether the source of a document set spaces of its own: beside figures, or where the lines of a page ended."""
    own = document.text.raw
    closed = (match for match in _SPACE.finditer(own, *document.span) if raw[match.start()] == VOID)
    return any(closed) or any(islice(_FIGURE.finditer(raw), _MOST_FIGURES, None))


def _strays(document: Document, raw: str) -> Iterator[Match[str]]:
    """The spaces within the lines of paragraphs that part nothing by right."""
    line, depth, last = _Line(0, 0, 0, pointed=False), 0, 0
    for unit in document.read(flow).units:
        pieces = unit.paragraph.pieces
        for space in _SPACE.finditer(raw, pieces[0].start, pieces[-1].end):
            at = space.start()
            if not line.start <= at < line.end:
                line, depth = _line(raw, at), 0
                last = line.start
            depth += raw.count("《", last, at) - raw.count("》", last, at)
            last = at
            if depth <= 0 and not _is_meant(raw, space, line):
                yield space


def _line(raw: str, at: int) -> _Line:
    """The line that holds an offset."""
    start, end = raw.rfind("\n", 0, at) + 1, raw.find("\n", at)
    end = end if end >= 0 else len(raw)
    words = raw[start:end]
    return _Line(start, end, end - len(words.lstrip("#* \u3000")), pointed=not _POINTS.isdisjoint(words))


def _is_meant(raw: str, space: Match[str], line: _Line) -> bool:
    """Whether a space parts what stands apart by right: a number or label and its words, names, blanks."""
    at = space.start()
    if _CELL.match(raw, at - 2) or _CELL.match(raw, at):  # 0分 。 以广州市: a row of a table in a line
        return True
    if raw.startswith(_KEYWORDS, line.head):
        return True
    if raw[at - 1] in _MEANT or (at - line.head <= _NUMBER_REACH and _NUMBER.match(raw, line.head, at)):
        return True
    return space["word"] is not None and not line.pointed


def _is_proved(raw: str, at: int) -> bool:
    """Whether the characters on both sides of a space make a word, or stand together elsewhere."""
    return vocabulary.weight(raw[at - 1] + raw[at + 1]) >= _COMMON or raw[at - 2 : at] + raw[at + 1 : at + 3] in raw
