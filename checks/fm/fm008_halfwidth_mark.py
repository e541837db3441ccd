"""全角标点的文件里夹着半角标点。

依据 GB/T 15834-2011 5.1：横排文稿的点号、引号、括号各占一个字位置，即使用全角。
说明 个别半角逗号、括号是输入法切换留下的，排版后间距不匀；可以一次改正。
限度 整篇用半角标点的，是文稿来源的特点，不报；数字、外文、代码旁边的半角标点不算。一份文件报一处，FM025已报的不再报。

Summary Half-width marks stand among full-width ones.
Basis GB/T 15834-2011 5.1: marks of horizontal text take the width of a character.
Why Single half-width commas come from a switched input method and space badly in print.
Limits Silent where the whole text is half-width; marks beside digits and Latin letters do not count, nor FM025’s.
"""

from collections.abc import Iterator

from linter.facts.base import flow
from linter.facts.wording import mixed_forms
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
    Span,
    check,
    needs,
    see,
)
from linter.language import lazy

_HALF = lazy(r"[,;:?!]|(?<![.\d])\.(?![.\d])")
_FULL = lazy("[，；：？！。]")
_WIDE = {".": "。"}
# Brackets round words, figures among them; a straight quotation mark, its partner in the same line.
_BRACKETS = lazy("(\\()(?=[^()]*[\u4e00-\u9fff])[\u4e00-\u9fff\\w，、：；“”《》% ]+(\\))")
_QUOTES = lazy("([\"'])[\u4e00-\u9fff][^\"'\n]{0,40}\\1")
_BEFORE = "”》）〕)"
_AFTER = "“《（〔\n\t"
# Among this many full-width marks, a share of half-width ones below this is a slip and not the way of the source;
# brackets, of which a document has few, are often half-width throughout.
_ENOUGH = 20
_SHARE, _SHARE_WITH_BRACKETS = 0.25, 0.1
# More related places than this tell a reader nothing new.
_CAP = 40


@check(
    code="FM008",
    name="halfwidth-mark",
    severity="note",
    strict=True,
    norm="GB/T 15834-2011 5.1",
    strength="must",
    needs=needs("marks", script="simplified"),
    message={
        "zh": "全角标点的文件里有{count}处半角标点，如“{words}”",
        "en": "{count:# half-width mark stands|# half-width marks stand} among full-width ones, such as “{words}”",
    },
    examples=(
        Bad(
            "第一条 节水是全社会的责任。\n\n" * 20
            + "第二条 市水务局负责供水[[,]]排水工作，市财政局配合[[~;]]各县照此执行。\n",
            fixed="第一条 节水是全社会的责任。\n\n" * 20
            + "第二条 市水务局负责供水，排水工作，市财政局配合；各县照此执行。\n",
        ),
        Bad(
            "第一条 为了加强管理，保障安全，维护秩序，根据法律，制定本办法。\n\n" * 12
            + "第二条 实行[[\"]]一户一表\"改造，落实[[~']]最严格'要求[[~.]]\n\n"
            + "项目\t分值\n供水[[~(]]试点10分[[~)]]\t10\n"
        ),
        Bad(
            "第一条 为了加强管理，保障安全，维护秩序，根据法律，制定本办法。\n\n" * 4
            + "第二条 公共收益应当单独列账[[,]]每半年公示[[~.]]\n\n"
            + "第三条 用房不得出租[[~,]]不得出售[[~;]]不得改变用途[[~,]]违者处罚。\n"
        ),
        Good("第一条 为了加强管理，保障安全，维护秩序，根据法律，制定本办法(GB/T 15834,2011)。\n\n" * 5),
    ),
)
def halfwidth_mark(document: Document, options: Options) -> Findings:
    """One finding at the first half-width mark, the others related."""
    raw = document.text.raw
    half: list[Span] = []
    brackets: list[Span] = []
    full = 0
    for unit in document.read(flow).units:
        start, end = unit.paragraph.span()
        full += len(_FULL.findall(raw, start, end))
        half += _stops(raw, start, end)
        brackets += _brackets(raw, start, end)
    if not raw.count("“", *document.span):
        half += [Span(match.start(), match.start() + 1) for match in _QUOTES.finditer(raw, *document.span)]
    told = {use.span for few, _ in document.read(mixed_forms) for use in few}
    half = [span for span in half if span not in told]
    if len(half) + len(brackets) <= _SHARE_WITH_BRACKETS * full:
        half += brackets
    if not half or full < _ENOUGH or len(half) > _SHARE * full:
        return
    half.sort()
    first = half[0]
    yield Finding(
        first,
        {"count": len(half), "words": "".join(raw[max(0, first.start - 4) : first.end + 4].split())},
        related=tuple([see(span, "半角标点", "half-width") for span in half[1:_CAP]]),
        fix=Fix(
            "safe",
            tuple([Edit(span, _wide(raw[span.start])) for span in half if raw[span.start] not in "\"'"]),
            Label("改为全角标点", "write full-width marks"),
        ),
    )


def _stops(raw: str, start: int, end: int) -> Iterator[Span]:
    """The half-width stops between Chinese words."""
    for match in _HALF.finditer(raw, start, end):
        at = match.start()
        after = raw[at + 1 : at + 2]
        if at and (_is_han(raw[at - 1]) or raw[at - 1] in _BEFORE) and (not after or _is_han(after) or after in _AFTER):
            yield Span(at, at + 1)


def _brackets(raw: str, start: int, end: int) -> Iterator[Span]:
    """The half-width brackets behind Chinese words."""
    for match in _BRACKETS.finditer(raw, start, end):
        if match.start() and _is_han(raw[match.start() - 1]):
            yield Span(*match.span(1))
            yield Span(*match.span(2))


def _wide(mark: str) -> str:
    return _WIDE.get(mark) or chr(ord(mark) + 0xFEE0)


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"
