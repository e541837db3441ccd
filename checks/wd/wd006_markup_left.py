"""转换留下的标记或者丢失的字混在正文里。

依据 文件自身：网页标签、Markdown 的星号、替换字符、看不见的字符都不是公文的文字。
说明 文稿从网页、数据库、识别软件转来时常留下 <p>、&nbsp;、**、“�”，排版前要清掉；
替换字符表示有一个字已经丢失；词中夹着看不见的字符，检索不到这个词。
限度 每类标记在一份文件里报一处，其余列为相关位置；整篇用 Markdown 写成的文稿，星号是它的格式，不报；
私用区的字符只在原来的字体里有形，由 EN002 说明。

Summary Markup of a conversion, or characters that were lost, stand in the text.
Basis The document itself: tags, asterisks of Markdown, replacement and invisible characters are no words.
Why They remain from web pages, databases and recognition; a replacement character means that a word is lost,
and a word with an invisible mark in it is not found by search.
Limits One finding a kind and document; in a text written in Markdown throughout, asterisks are its format. Private-use
characters are told by EN002.
"""

import re

from linter.kernel.check import (
    Bad,
    Document,
    Edit,
    Finding,
    Findings,
    Fix,
    Good,
    Label,
    Options,
    Severity,
    Span,
    check,
    mend,
    see,
)
from linter.language import INVISIBLE, VOID, lazy

_TAG = lazy(
    r"</?(?:p|br|b|i|u|em|strong|span|div|font|table|thead|tbody|tr|t[dh]|col|img|a|h[1-6]|li|ul|ol|sup|sub|center|hr)"
    r"(?: [^<>\n]{0,120})?/?>"
    r"|&(?:nbsp|lt|gt|amp|quot|ensp|emsp|middot|ldquo|rdquo|#x?[0-9a-f]{2,5});",
    re.IGNORECASE,
)
# 仿宋_GB2312">, lang=EN-US>: the end of a tag whose beginning is gone. No tag reaches back to it.
_TAIL = lazy(r"[\w;:%#.-]{0,40}?[\w;%]\"/?>(?!\s*</)", re.ASCII)
# 张**、李**, 4101******12: characters that are hidden. As in Markdown, no bold begins between a word and a mark.
_BOLD = lazy(r"(?<![\d*])\*\*(?=[^\s”])(?!(?<=\w\*\*)[^\w\s])[^*\n]+?(?<=\S)\*\*(?!\*)")
_HEADING = lazy(r"^#{1,6} ", re.MULTILINE)
# U+FFFD stands for bytes that could not be read.
_LOSS = ("\ufffd", "锟斤拷", "烫烫烫")
_LOST = lazy("\ufffd+|锟斤拷|烫烫烫")
# A mark that no reader sees, within words.
_UNSEEN = lazy(rf"(?<=[^\W_])[{INVISIBLE}]+(?=[^\W_])")
# More bold words than this are the format of a text written in Markdown.
_FEW_BOLD = 6
# How far back the beginning of a tag may stand.
_FARTHEST = 400
# More related places than this tell a reader nothing new.
_CAP = 40


@check(
    code="WD006",
    name="markup-left",
    severity="warning",
    message={
        "zh": "正文里留有“{mark}”{count:|（共#处）}，是转换残留的标记或者丢失的字",
        "en": "the text holds “{mark}”{count:| (# places)}, left by a conversion, or a lost character",
    },
    examples=(
        Bad("第三条 各级人民政府应当加强防汛工作，[[<br>]]落实防汛责任制[[~&nbsp;]]。\n"),
        Bad("二、工作任务\n\n1. [[**]]强化理论学习。**深入学习贯彻国务院决定。\n\n2. 落实责任。\n"),
        Bad("第五条 供水单位应当建立[[�]]质检测制度。\n"),
        Bad('第九条仿宋[[_GB2312">]]  税收优惠按有关规定执行。\n\n第十条 供水单位应当公布水价。\n'),
        Bad(
            "第五条 供水[[\u200b]]单位应当建立制度[[~\u200b]]并公布。\n",
            fixed="第五条 供水单位应当建立制度并公布。\n",
        ),
        Good('第九条 填写"供水">"水价"栏，<img\nsrc="a.png" alt="图">，属性class="a"。\n'),
        Good("第三条 在逃人员张**、李**（身份证号4101****0012），账号01**89**应当核实。\n"),
        Good("# 供水管理办法\n\n**第一条** 供水单位应当保证水压<0.3兆帕，网址<http://www.example.gov.cn/>。\n"),
    ),
)
def markup_left(document: Document, options: Options) -> Findings:
    """One finding a kind: tags and entities, bold marks, lost characters."""
    raw, bounds = document.text.shown, document.span
    if raw.find("<", *bounds) >= 0 or raw.find("&", *bounds) >= 0:
        tags = [Span(*match.span()) for match in _TAG.finditer(raw, *bounds)]
        in_cells = tags and all(_in_row(raw, span) for span in tags)
        yield from _finding(raw, tags, severity="note" if in_cells else None)
    if raw.find('">', *bounds) >= 0:
        tails = [Span(*match.span()) for match in _TAIL.finditer(raw, *bounds)]
        yield from _finding(raw, [span for span in tails if not _in_tag(raw, span)])
    if raw.find("**", *bounds) >= 0:
        yield from _bold(raw, bounds)
    if any(raw.find(sign, *bounds) >= 0 for sign in _LOSS):
        yield from _finding(raw, [Span(*match.span()) for match in _LOST.finditer(raw, *bounds)])
    if document.text.normal.find(VOID, *bounds) >= 0:
        yield from _unseen(raw, bounds)


def _unseen(raw: str, bounds: Span) -> Findings:
    """Marks that no reader sees, within words; they keep a word from being found."""
    spans = [Span(*match.span()) for match in _UNSEEN.finditer(raw, *bounds)]
    fix = mend("safe", spans, "", "删去看不见的字符", "delete the invisible marks")
    yield from _finding(raw, spans, fix if spans else None, "note")


def _in_tag(raw: str, span: Span) -> bool:
    """Whether the end of a tag has its beginning in the lines before it, or quotes what stands in its own line."""
    start = raw.rfind("<", max(0, span.start - _FARTHEST), span.start)
    line = raw.rfind("\n", 0, span.start) + 1
    return raw.find(">", start, span.start) < 0 <= start or raw.count('"', line, span.end) % 2 == 0


def _in_row(raw: str, span: Span) -> bool:
    """Whether a tag stands in a row of a table, where it parts the paragraphs of a cell."""
    start = raw.rfind("\n", 0, span.start) + 1
    return "\t" in raw[start : raw.find("\n", span.end)]


def _bold(raw: str, bounds: Span) -> Findings:
    """Bold words inside lines, if the text is not Markdown as a whole."""
    matches = list(_BOLD.finditer(raw, *bounds))
    if not matches or len(matches) > _FEW_BOLD or _HEADING.search(raw, *bounds):
        return
    matches = [match for match in matches if not _fills_line(raw, match)]
    if matches:
        edits = [Edit(Span(at, at + 2), "") for match in matches for at in (match.start(), match.end() - 2)]
        fix = Fix("safe", tuple(edits), Label("删去星号", "delete the asterisks"))
        yield from _finding(raw, [Span(match.start(), match.start() + 2) for match in matches], fix=fix)


def _fills_line(raw: str, match: re.Match[str]) -> bool:
    """Whether bold words are a line of their own, a heading in Markdown."""
    start = raw.rfind("\n", 0, match.start()) + 1
    end = raw.find("\n", match.end())
    return not (raw[start : match.start()] + raw[match.end() : end if end >= 0 else len(raw)]).strip()


def _finding(raw: str, spans: list[Span], fix: Fix | None = None, severity: Severity | None = None) -> Findings:
    if not spans:
        return
    mark = raw[spans[0].start : spans[0].end]
    if mark[0] in INVISIBLE:
        mark = f"U+{ord(mark[0]):04X}"
    related = [see(span, "同类标记", "of the same kind") for span in spans[1:_CAP]]
    yield Finding(spans[0], {"mark": mark, "count": len(spans)}, tuple(related), fix, severity)
