"""同一文件的两个文本，正文有字句不同。

依据 公报、汇编重刊的文本应当与原件一致（公报文本是标准文本）。
说明 档案里两个文件的字号、题名相同，正文大部分逐字相同，而有一处字句、数字不同，至少有一份错了。
限度 题名、字号都相同，或者题名、日期都相同的才比；标点、空格的不同不报，段首段末的增减（页眉、页码、编号）不报；
不到六成段落相同的、有十处以上不同的，是另一版本，不报。

Summary Two texts of one document differ in words.
Basis A reprint gives the text as it was issued; that in the gazette is the standard one.
Why Number and title are the same and most paragraphs are, word for word; where one differs, one of the two is wrong.
Limits Documents of one title, and one number or day; not punctuation, spaces, numbering, what is added at either end
of a paragraph; not texts of which less than six tenths agree, nor those that differ in more than ten places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from linter.kernel.check import (
    Archive,
    ArchiveFinding,
    ArchiveFindings,
    Bad,
    Good,
    Label,
    Options,
    Paragraph,
    Span,
    check,
)
from linter.language import NamedTuple

_TEXT = (
    "关于做好防汛工作的通知\n\n海政办〔2021〕33号\n\n各区人民政府：\n\n"
    "一、汛期每日8时前报送前一日的雨量、水位和工程运行情况。\n\n"
    "二、{}。\n\n三、各区应当在5月底前完成水毁工程修复和物资补充。\n\n海州市人民政府办公室\n2021年5月6日\n\n"
)
_SAME, _ALIKE = 0.6, 0.8
_MOST, _SHORTEST, _AROUND = 10, 10, 6
# Paragraphs in one stretch that are held against one another.
_STRETCH = 8
_ZEROS = str.maketrans("〇○", "零零")


class _Words(NamedTuple):
    """The characters of a paragraph that count, each with its offset."""

    paragraph: Paragraph
    words: str
    offsets: tuple[int, ...]


class _Difference(NamedTuple):
    """A stretch that differs, as the range of characters of either paragraph."""

    mine: _Words
    theirs: _Words
    here: Span
    there: Span


@check(
    code="AR007",
    name="reprint-differs",
    severity="warning",
    preview=True,
    scope="archive",
    message={
        "zh": "此处作“{words}”，同一文件的另一文本作“{theirs}”",
        "en": "“{words}” here, “{theirs}” in another text of the same document",
    },
    examples=(
        Bad(
            _TEXT.format("水库水位超过[[~25]]米的，应当立即开闸泄洪并通知下游")
            + _TEXT.format("水库水位超过[[35]]米的，应当立即开闸泄洪并通知下游")
        ),
        Good(
            _TEXT.format("水库水位超过25米的，应当立即开闸泄洪并通知下游")
            + _TEXT.format("水库水位超过２５米的应当立即开闸泄洪,并通知下游").replace("二、", "（二）")
        ),
    ),
)
def reprint_differs(archive: Archive, options: Options) -> ArchiveFindings:
    """One finding a difference: in the later text, with the other one."""
    for first, second in archive.copies():
        mine, theirs = archive.structure(second), archive.structure(first)
        found = _differences(_read(mine.paragraphs), _read(theirs.paragraphs))
        for one in found if len(found) <= _MOST else ():
            place = archive.place(second, _span(one.mine, one.here))
            end = archive.place(first, _span(one.theirs, one.there))
            args = {"words": _quoted(one.mine, one.here), "theirs": _quoted(one.theirs, one.there)}
            label = Label(f"“{first.title}”的另一文本", "the other text")
            yield ArchiveFinding(place, args, ((end, label),))


def _read(paragraphs: Sequence[Paragraph]) -> list[_Words]:
    found = []
    for paragraph in paragraphs:
        offsets = tuple([at for at, character in enumerate(paragraph.text) if character.isalnum()])
        words = "".join([paragraph.text[at] for at in offsets]).translate(_ZEROS)
        if words:
            found.append(_Words(paragraph, words, offsets))
    return found


def _differences(mine: Sequence[_Words], theirs: Sequence[_Words]) -> list[_Difference]:
    """Where paragraphs differ that stand between equal ones; none if too few are equal."""
    matcher = SequenceMatcher(None, [one.words for one in mine], [one.words for one in theirs], autojunk=False)
    steps = matcher.get_opcodes()
    equal = sum(end - start for tag, start, end, _, _ in steps if tag == "equal")
    if equal < _SAME * min(len(mine), len(theirs)):
        return []
    found: list[_Difference] = []
    for tag, a, b, c, d in steps:
        if tag == "replace" and b - a <= _STRETCH and d - c <= _STRETCH:
            for one in mine[a:b]:
                for other in theirs[c:d]:
                    found += _between(one, other)
    return found


def _between(one: _Words, other: _Words) -> Iterator[_Difference]:
    """What differs within two paragraphs that are one and the same but for it."""
    if min(len(one.words), len(other.words)) < _SHORTEST:
        return
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE or matcher.ratio() < _ALIKE:
        return
    for tag, a, b, c, d in matcher.get_opcodes():
        inside = a > 0 and b < len(one.words) and c > 0 and d < len(other.words)
        if tag != "equal" and inside and not _page(one.words[a:b], other.words[c:d]):
            figure = any(map(str.isdigit, one.words[a:b] + other.words[c:d]))
            before, behind = (_digits(one.words[:a][::-1]), _digits(one.words[b:])) if figure else (0, 0)
            yield _Difference(one, other, Span(a - before, b + behind), Span(c - before, d + behind))


def _digits(words: str) -> int:
    """How many digits words begin with: of a figure that differs all is shown."""
    return len(words) - len(words.lstrip("0123456789"))


def _page(here: str, there: str) -> bool:
    """Whether all that differs is a figure in one of the two: the number of a page, or of a note."""
    return (not here or not there) and (here + there).isdigit()


def _span(one: _Words, span: Span) -> Span:
    """The place of a stretch, of the two characters around it where nothing stands in it."""
    start, end = (span.start, span.end) if span.end > span.start else (span.start - 1, span.end + 1)
    return one.paragraph.span(one.offsets[start], one.offsets[end - 1] + 1)


def _quoted(one: _Words, span: Span) -> str:
    start, end = max(0, span.start - _AROUND), min(len(one.offsets), span.end + _AROUND)
    return one.paragraph.text[one.offsets[start] : one.offsets[end - 1] + 1]
